"""The notes panel: all that was marked and written, in one report or in all, searched, filtered, sorted, given away."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
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

from desktop.itemmodels.notes import NOTE_ROLE, SORTS, NoteRow, NotesModel, Wanted, grouped, sorted_rows
from desktop.notes.colours import colour_words, pigment
from desktop.notes.swatches import swatch
from desktop.panels.empty import EmptyState
from desktop.panels.notes_delegate import NotesDelegate
from desktop.panels.search_scope import Scope
from desktop.theme import LIGHT, Theme
from index.notes.model import Colour, Note

FORMATS: Final = ("docx", "md", "csv", "jsonld")


class NotesPanel(QWidget):
    """Signals give ids of notes, or a format to export to."""

    note_activated = Signal(str)
    edit_wanted = Signal(str)
    delete_wanted = Signal(object)
    colour_wanted = Signal(object, object)
    copy_wanted = Signal(object)
    export_wanted = Signal(str)
    import_wanted = Signal()
    scope_changed = Signal(bool)
    counted = Signal(int)
    escaped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.model = NotesModel(self)
        self.delegate = NotesDelegate(self)
        self.wanted = Wanted()
        self._all: tuple[NoteRow, ...] = ()
        self._theme = LIGHT
        self._build()
        self._connect()
        self._show()

    # Building

    def _build(self) -> None:
        self.line = QLineEdit(self)
        self.line.setPlaceholderText(self.tr("Search in notes, quotes and tags"))
        self.line.setAccessibleName(self.tr("Search in notes"))
        self.line.setClearButtonEnabled(True)
        self.filters = QToolButton(self)
        self.filters.setObjectName("boxed")
        self.filters.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.filters.setToolTip(self.tr("Show only some colours or tags"))
        self.filters.setAccessibleName(self.tr("Filters"))
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill_filters)
        self.filters.setMenu(self._menu)
        self.scope = Scope(self.tr("This report"), self.tr("All reports"), self)
        self.sort = QComboBox(self)
        self.sort.setAccessibleName(self.tr("Sort notes"))
        for words, by in zip(
            (
                self.tr("As in the text"),
                self.tr("Newest first"),
                self.tr("Last changed first"),
                self.tr("By colour"),
            ),
            SORTS,
            strict=True,
        ):
            self.sort.addItem(words, by)
        self.list = QListView(self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(self.delegate)
        self.list.setMouseTracking(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.setAccessibleName(self.tr("Notes"))
        self.empty = EmptyState("", "", self)
        self.empty.set_links((self.tr("Show all notes"),), lambda _: self.clear_filters())
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
        first, second = QHBoxLayout(), QHBoxLayout()
        first.addWidget(self.line, 1)
        first.addWidget(self.filters)
        second.addWidget(self.scope)
        second.addStretch(1)
        second.addWidget(self.sort)
        head.addLayout(first)
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
        names = {
            "docx": self.tr("Word document…"),
            "md": self.tr("Markdown…"),
            "csv": self.tr("CSV…"),
            "jsonld": self.tr("W3C annotations (JSON-LD)…"),
        }
        for form in FORMATS:
            menu.addAction(names[form]).triggered.connect(
                lambda _=False, form=form: self.export_wanted.emit(form)
            )
        menu.addSeparator()
        menu.addAction(self.tr("Import notes…"), self.import_wanted.emit)
        return menu

    def _connect(self) -> None:
        self.line.textChanged.connect(lambda words: self._narrow(replace(self.wanted, words=words)))
        self.scope.changed.connect(self.scope_changed)
        self.sort.currentIndexChanged.connect(lambda _: self._show())
        self.list.clicked.connect(self._click)
        self.list.doubleClicked.connect(self._edit)
        self.list.customContextMenuRequested.connect(self._show_menu)
        self.list.installEventFilter(self)
        self.line.installEventFilter(self)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self._theme = self.delegate.theme = theme
        self.list.viewport().update()

    def set_script(self, script: str) -> None:
        """Show Chinese in this script."""
        self.delegate.script = script
        self.list.scheduleDelayedItemsLayout()
        self.list.viewport().update()

    # Content

    def show_notes(self, rows: Iterable[NoteRow]) -> None:
        """Show the notes of the scope, in the order of the text."""
        self._all = tuple(rows)
        known = {tag for row in self._all for tag in row.note.tags}
        self.wanted = replace(self.wanted, tags=self.wanted.tags & known)
        self._show()
        if not self.scope.everywhere:
            self.counted.emit(len(self._all))

    def shown(self) -> tuple[Note, ...]:
        """The notes that the filters let through, as they are listed."""
        return tuple(row.note for row in self.model.rows if isinstance(row, NoteRow))

    def picked(self) -> tuple[str, ...]:
        """The selected notes, as they are listed."""
        rows = sorted(index.row() for index in self.list.selectedIndexes())
        found = (self.model.rows[row] for row in rows)
        return tuple(row.note.id for row in found if isinstance(row, NoteRow))

    def choose(self, key: str) -> None:
        """Select a note, where it is shown."""
        row = self.model.row_of(key)
        if row < 0:
            self.list.clearSelection()
        elif key not in self.picked():
            index = self.model.index(row)
            self.list.selectionModel().setCurrentIndex(
                index, QItemSelectionModel.SelectionFlag.ClearAndSelect
            )
            self.list.scrollTo(index)

    def clear_filters(self) -> None:
        """Show all notes again."""
        self.wanted = Wanted()
        self.line.clear()
        self._show()

    def _narrow(self, wanted: Wanted) -> None:
        if wanted != self.wanted:
            self.wanted = wanted
            self._show()

    def _show(self) -> None:
        everywhere, by = self.scope.everywhere, str(self.sort.currentData())
        rows = sorted_rows((row for row in self._all if self.wanted.passes(row.note)), by)
        lost = (
            self.tr("Not found in the text"),
            self.tr(
                "The report was changed where these notes were made. They are kept, with the words they stood at."
            ),
        )
        chosen = self.picked()
        self.model.set_rows(grouped(rows, by, everywhere=everywhere, words=lost))
        for key in chosen[:1]:
            self.choose(key)
        self.list.scheduleDelayedItemsLayout()
        self._show_state(len(rows))

    def _show_state(self, shown: int) -> None:
        total, narrowed = len(self._all), self.wanted.narrowed
        self.filters.setText(f"{self.tr('Filters')} ({narrowed})" if narrowed else self.tr("Filters"))
        if total:
            words = self.tr("Take away a word or a filter: {total} notes are hidden.").format(total=total)
            self.empty.set_text(self.tr("No note passes the filters"), words)
        else:
            self.empty.set_text(self.tr("Nothing is marked yet"), self._how())
        self.empty.show_links(on=total > 0)
        self.stack.setCurrentWidget(self.list if shown else self.empty)
        said = self.tr("{shown} of {total} notes") if shown != total else self.tr("{total} notes")
        if total == shown == 1:
            said = self.tr("One note")
        self.count.setText(said.format(shown=shown, total=total) if total else "")

    def _how(self) -> str:
        return self.tr(
            "Select words in either language: a small bar lets you highlight or underline them, or write a note. "
            "Alt+1 highlights, Alt+2 underlines, Alt+3 writes a note; with nothing selected they mark the current "
            "sentence. What you mark on one side shows on the other, and all of it is kept in a file of your own."
        )

    # Filters

    def _fill_filters(self) -> None:
        menu = self._menu
        menu.clear()
        for colour in Colour:
            count = sum(1 for row in self._all if row.note.colour is colour)
            action = self._filter(
                menu, f"{colour_words(colour)}  ({count})", on=colour in self.wanted.colours
            )
            action.setIcon(swatch(pigment(self._theme, colour)))
            action.setEnabled(bool(count) or action.isChecked())
            action.triggered.connect(lambda _=False, colour=colour: self._toggle_colour(colour))
        menu.addSeparator()
        written = self._filter(menu, self.tr("With a comment"), on=self.wanted.written)
        written.triggered.connect(lambda on: self._narrow(replace(self.wanted, written=on)))
        tags = menu.addMenu(self.tr("Tags"))
        known = sorted({tag for row in self._all for tag in row.note.tags}, key=str.casefold)
        tags.setEnabled(bool(known))
        for tag in known:
            action = self._filter(tags, tag.replace("&", "&&"), on=tag in self.wanted.tags)
            action.triggered.connect(lambda _=False, tag=tag: self._toggle_tag(tag))
        menu.addSeparator()
        menu.addAction(self.tr("Clear filters"), self.clear_filters)

    def _filter(self, menu: QMenu, words: str, *, on: bool) -> QAction:
        action = menu.addAction(words)
        action.setCheckable(True)
        action.setChecked(on)
        return action

    def _toggle_colour(self, colour: Colour) -> None:
        self._narrow(replace(self.wanted, colours=self.wanted.colours ^ {colour}))

    def _toggle_tag(self, tag: str) -> None:
        self._narrow(replace(self.wanted, tags=self.wanted.tags ^ {tag}))

    # Acting

    def _click(self, index: QModelIndex) -> None:
        row = index.data(NOTE_ROLE)
        if isinstance(row, NoteRow) and len(self.picked()) == 1:
            self.note_activated.emit(row.note.id)

    def _edit(self, index: QModelIndex) -> None:
        row = index.data(NOTE_ROLE)
        if isinstance(row, NoteRow):
            self.edit_wanted.emit(row.note.id)

    def _show_menu(self, at: QPoint) -> None:
        menu = self.menu()
        if menu.actions():
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self.list.viewport().mapToGlobal(at))

    def menu(self) -> QMenu:
        """What can be done with the selected notes."""
        menu, picked = QMenu(self), self.picked()
        if len(picked) == 1:
            menu.addAction(self.tr("Go to the text"), lambda: self.note_activated.emit(picked[0]))
            menu.addAction(self.tr("Edit…"), lambda: self.edit_wanted.emit(picked[0]))
        if picked:
            colours = menu.addMenu(self.tr("Colour"))
            for colour in Colour:
                action = colours.addAction(swatch(pigment(self._theme, colour)), colour_words(colour))
                action.triggered.connect(
                    lambda _=False, colour=colour: self.colour_wanted.emit(picked, colour)
                )
            menu.addAction(self.tr("Copy with citation"), lambda: self.copy_wanted.emit(picked))
            menu.addSeparator()
            menu.addAction(self.tr("Delete (Del)"), lambda: self.delete_wanted.emit(picked))
        return menu

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter goes to the text, F2 edits, Del deletes, Ctrl+C copies, Esc leaves."""
        kinds = (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride)
        if event.type() not in kinds or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.key() == Qt.Key.Key_Escape and event.type() == QEvent.Type.KeyPress:
            self.escaped.emit()
            return True
        use = self._use_of(event) if watched is self.list else None
        if use is None:
            return super().eventFilter(watched, event)
        event.accept()
        if event.type() == QEvent.Type.KeyPress and self.picked():
            use()
        return True

    def _use_of(self, event: QKeyEvent) -> Callable[[], object] | None:
        picked = self.picked()
        if event.matches(QKeySequence.StandardKey.Copy):
            return lambda: self.copy_wanted.emit(picked)
        return {
            Qt.Key.Key_Return: lambda: self.note_activated.emit(picked[0]),
            Qt.Key.Key_Enter: lambda: self.note_activated.emit(picked[0]),
            Qt.Key.Key_F2: lambda: self.edit_wanted.emit(picked[0]),
            Qt.Key.Key_Delete: lambda: self.delete_wanted.emit(picked),
        }.get(Qt.Key(event.key()))
