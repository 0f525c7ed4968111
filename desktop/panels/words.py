"""The word list: the words that were kept, with their sentences; searched, sorted, edited, given away."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPoint,
    Qt,
    Signal,
    SignalInstance,
)
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.itemmodels.words import SORTS, WORD_ROLE, WordRow, WordsModel, sorted_rows
from desktop.panels.empty import EmptyState
from desktop.panels.search_scope import Scope
from desktop.panels.words_delegate import WordsDelegate
from desktop.theme import Theme
from index.words import Example, Word

_LISTED: Final = 20
"""Sentences of a word in its menu."""
_WORDS: Final = 42


class WordsPanel(QWidget):
    """Signals give words with a sentence, ids of words, words, or a format to export to."""

    word_activated = Signal(object, object)
    sentence_activated = Signal(object, object)
    sentence_removed = Signal(object, object)
    edit_wanted = Signal(str)
    delete_wanted = Signal(object)
    copy_wanted = Signal(object)
    export_wanted = Signal(str)
    scope_changed = Signal(bool)
    counted = Signal(int)
    themed = Signal(object)
    escaped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.model = WordsModel(self)
        self.delegate = WordsDelegate(self)
        self._all: tuple[WordRow, ...] = ()
        self._elsewhere = 0
        self._visits: dict[str, int] = {}
        self._build()
        self._connect()
        self._show()

    # Building

    def _build(self) -> None:
        self.line = QLineEdit(self)
        self.line.setPlaceholderText(self.tr("Search in words, pinyin, meanings and sentences"))
        self.line.setAccessibleName(self.tr("Search in the word list"))
        self.line.setClearButtonEnabled(True)
        self.scope = Scope(self.tr("This report"), self.tr("All reports"), self)
        self.scope.look(everywhere=True)
        self.sort = QComboBox(self)
        self.sort.setAccessibleName(self.tr("Sort the words"))
        names = (
            self.tr("Newest first"),
            self.tr("Oldest first"),
            self.tr("By pinyin"),
            self.tr("As in the text"),
        )
        for words, by in zip(names, SORTS, strict=True):
            self.sort.addItem(words, by)
        self.list = QListView(self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(self.delegate)
        self.list.setMouseTracking(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.setAccessibleName(self.tr("Word list"))
        self.empty = EmptyState("", "", self)
        self.empty.suggested.connect(lambda _: self._widen())
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.list)
        self.stack.addWidget(self.empty)
        self.count = QLabel("", self)
        self.count.setObjectName("muted")
        self.export = QToolButton(self)
        self.export.setObjectName("boxed")
        self.export.setText(self.tr("Export"))
        self.export.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.export.setMenu(self._export_menu())
        self._lay_out()

    def _lay_out(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(12, 0, 12, 0)
        head.setSpacing(6)
        second = QHBoxLayout()
        second.addWidget(self.scope)
        second.addStretch(1)
        second.addWidget(self.sort)
        head.addWidget(self.line)
        head.addLayout(second)
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 6, 12, 8)
        foot.addWidget(self.count, 1)
        foot.addWidget(self.export)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.stack, 1)
        column.addLayout(foot)

    def _export_menu(self) -> QMenu:
        menu = QMenu(self)
        for form, words in (
            ("tsv", self.tr("Flashcards for Anki (TSV)…")),
            ("csv", self.tr("CSV…")),
            ("", ""),
            ("terms", self.tr("Terms of this report for Anki…")),
        ):
            if form:
                menu.addAction(words).triggered.connect(
                    lambda _=False, form=form: self.export_wanted.emit(form)
                )
            else:
                menu.addSeparator()
        return menu

    def _connect(self) -> None:
        self.line.textChanged.connect(lambda _: self._show())
        self.scope.changed.connect(self.scope_changed)
        self.sort.currentIndexChanged.connect(lambda _: self._show())
        self.list.doubleClicked.connect(self._go)
        self.list.customContextMenuRequested.connect(self._show_menu)
        self.list.installEventFilter(self)
        self.line.installEventFilter(self)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self.delegate.theme = theme
        self.list.viewport().update()
        self.themed.emit(theme)

    def set_script(self, script: str) -> None:
        """Show Chinese in this script."""
        self.delegate.script = script
        self.list.scheduleDelayedItemsLayout()
        self.list.viewport().update()

    # Content

    def show_words(self, rows: Iterable[WordRow], total: int) -> None:
        """Show the words of the scope, the oldest first; ``total`` counts those of all reports."""
        self._all = tuple(rows)
        self._elsewhere = total - len(self._all)
        self._show()
        self.counted.emit(total)

    def shown(self) -> tuple[Word, ...]:
        """The words that the search lets through, as they are listed."""
        return tuple(row.word for row in self.model.rows)

    def picked(self) -> tuple[WordRow, ...]:
        """The selected rows, as they are listed."""
        rows = sorted(index.row() for index in self.list.selectedIndexes())
        return tuple(self.model.rows[row] for row in rows)

    def choose(self, key: str) -> None:
        """Select a word, where it is shown."""
        row = self.model.row_of(key)
        if row >= 0:
            index = self.model.index(row)
            self.list.selectionModel().setCurrentIndex(
                index, QItemSelectionModel.SelectionFlag.ClearAndSelect
            )
            self.list.scrollTo(index)

    def _show(self) -> None:
        chosen = self.picked()
        rows = [row for row in self._all if row.word.matches(self.line.text())]
        self.model.set_rows(sorted_rows(rows, str(self.sort.currentData())))
        for row in chosen[:1]:
            self.choose(row.word.id)
        self.list.scheduleDelayedItemsLayout()
        self._show_state(len(rows))

    def _show_state(self, shown: int) -> None:
        total = len(self._all)
        self.empty.suggest("")
        if total:
            words = self.tr("Take away a word of the search: {total} words are hidden.").format(total=total)
            self.empty.set_text(self.tr("No word has all of this"), words)
            self.empty.suggest(self.tr("Show all words"))
        elif self._elsewhere:
            words = self.tr("{n} words were kept in other reports.").format(n=self._elsewhere)
            self.empty.set_text(self.tr("No words of this report"), words)
            self.empty.suggest(self.tr("Show all words"))
        else:
            self.empty.set_text(self.tr("No words yet"), self._how())
        self.stack.setCurrentWidget(self.list if shown else self.empty)
        said = self.tr("{shown} of {total} words") if shown != total else self.tr("{total} words")
        if total == shown == 1:
            said = self.tr("One word")
        self.count.setText(said.format(shown=shown, total=total) if total else "")

    def _how(self) -> str:
        return self.tr(
            "Hold Ctrl and click a word in either language, or press D: a card says what it means and where else it "
            "stands. “Add to the word list” keeps it here with its sentence and the translation, to be learnt, and to be "
            "exported as flashcards."
        )

    def _widen(self) -> None:
        self.line.clear()
        self.scope.look(everywhere=True)

    # Acting

    def _go(self, index: QModelIndex) -> None:
        row = index.data(WORD_ROLE)
        if isinstance(row, WordRow):
            self._visit(row)

    def _visit(self, row: WordRow) -> None:
        """Go to the next of the word's sentences, round and round; the one that is shown first."""
        shown = row.shown
        at = self._visits.get(row.word.id, -1) + 1
        self._visits = {row.word.id: at}
        if shown is not None:
            first = row.examples.index(shown)
            shown = row.examples[(first + at) % len(row.examples)]
        self.word_activated.emit(row.word, shown)

    def _show_menu(self, at: QPoint) -> None:
        menu = self.menu()
        if menu.actions():
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self.list.viewport().mapToGlobal(at))

    def menu(self) -> QMenu:
        """What can be done with the selected words."""
        menu, picked = QMenu(self), self.picked()
        if len(picked) == 1:
            row = picked[0]
            if row.examples:
                menu.addAction(self.tr("Go to the sentence"), lambda: self._visit(row))
            if len(row.examples) > 1:
                going = menu.addMenu(self.tr("Sentences"))
                leaving = menu.addMenu(self.tr("Remove a sentence"))
                for example in row.examples[:_LISTED]:
                    self._add(going, example, self.sentence_activated, row.word)
                    self._add(leaving, example, self.sentence_removed, row.word)
            menu.addAction(self.tr("Edit…"), lambda: self.edit_wanted.emit(row.word.id))
        if picked:
            menu.addAction(self.tr("Copy"), lambda: self.copy_wanted.emit([row.word for row in picked]))
            menu.addSeparator()
            menu.addAction(self.tr("Delete (Del)"), self._delete)
        return menu

    @staticmethod
    def _add(menu: QMenu, example: Example, wanted: SignalInstance, word: Word) -> None:
        words = example.sentence if len(example.sentence) <= _WORDS else f"{example.sentence[:_WORDS]}…"
        menu.addAction(words.replace("&", "&&")).triggered.connect(lambda: wanted.emit(word, example))

    def _delete(self) -> None:
        self.delete_wanted.emit([row.word.id for row in self.picked()])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter goes to the sentence, F2 edits, Del deletes, Ctrl+C copies, Esc leaves; Down leads from the line to the list."""
        kinds = (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride)
        if event.type() not in kinds or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        press = event.type() == QEvent.Type.KeyPress
        if event.key() == Qt.Key.Key_Escape and press:
            self.escaped.emit()
            return True
        if watched is self.line:
            if event.key() == Qt.Key.Key_Down and press and self.model.rowCount():
                self.list.setFocus(Qt.FocusReason.OtherFocusReason)
                self.list.setCurrentIndex(self.model.index(max(0, self.list.currentIndex().row())))
                return True
            return super().eventFilter(watched, event)
        use = self._use_of(event)
        if use is None:
            return super().eventFilter(watched, event)
        event.accept()
        if press and self.picked():
            use()
        return True

    def _use_of(self, event: QKeyEvent) -> Callable[[], object] | None:
        picked = self.picked()
        if event.matches(QKeySequence.StandardKey.Copy):
            return lambda: self.copy_wanted.emit([row.word for row in picked])
        return {
            Qt.Key.Key_Return: lambda: self._visit(picked[0]),
            Qt.Key.Key_Enter: lambda: self._visit(picked[0]),
            Qt.Key.Key_F2: lambda: self.edit_wanted.emit(picked[0].word.id),
            Qt.Key.Key_Delete: self._delete,
        }.get(Qt.Key(event.key()))
