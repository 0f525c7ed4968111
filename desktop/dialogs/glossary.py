"""The glossary: the user's terms and those that come with the reader, files of terms, and dictionaries."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from desktop.dialogs.dictionaries import DictionariesBar
from desktop.dialogs.term import TermDialog
from desktop.itemmodels.terms import TermColumn, TermRow, TermsFilter, TermsModel
from desktop.jobs import Lane
from desktop.panels.empty import EmptyState
from desktop.panels.terms import TermsTable
from desktop.steps import Step, Work
from index.errors import ReaderError
from models.glossary import Origin, Term
from models.term_rows import TermFile

if TYPE_CHECKING:
    from desktop.vocabulary import TakenIn, Vocabulary

OWN, ALL = 0, 1
_WIDTHS: Final = {
    TermColumn.CHINESE: 170,
    TermColumn.PINYIN: 190,
    TermColumn.CATEGORY: 96,
    TermColumn.NOTE: 190,
    TermColumn.WHOSE: 72,
}


class GlossaryDialog(QDialog):
    """``changed`` follows every change of the user's terms, ``dictionaries_changed`` one of the dictionaries."""

    changed = Signal()
    dictionaries_changed = Signal()
    failed = Signal(object)

    def __init__(self, vocabulary: Vocabulary, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Glossary"))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.resize(1040, 660)
        self._vocabulary = vocabulary
        self._lane = Lane("glossary", self)
        self.model = TermsModel(self)
        self.filter = TermsFilter(self)
        self.filter.setSourceModel(self.model)
        self._build()
        self._connect()
        self.refresh()

    # Building

    def _build(self) -> None:
        self.tabs = QTabBar(self)
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setAccessibleName(self.tr("Which terms to show"))
        self.tabs.addTab("")
        self.tabs.addTab("")
        self.line = QLineEdit(self)
        self.line.setPlaceholderText(self.tr("Filter the terms, in either language"))
        self.line.setAccessibleName(self.tr("Filter the terms"))
        self.line.setClearButtonEnabled(True)
        self.line.setMinimumWidth(260)
        self.table = TermsTable(self.filter, self)
        self.table.setAccessibleName(self.tr("Terms"))
        self.table.setColumnHidden(TermColumn.TIMES, True)
        header = self.table.horizontalHeader()
        for column, width in _WIDTHS.items():
            header.resizeSection(column, width)
        header.setSectionResizeMode(TermColumn.ENGLISH, QHeaderView.ResizeMode.Stretch)
        self.empty = EmptyState("", "", self)
        self.empty.set_links((self.tr("Add a term…"), self.tr("Import terms…")), self._use_link)
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.table)
        self.stack.addWidget(self.empty)
        self.buttons = {
            "add": self._button(self.tr("Add…"), self.ask_add),
            "edit": self._button(self.tr("Edit…"), self.ask_edit),
            "delete": self._button(self.tr("Delete"), self.delete),
            "undo": self._button(self.tr("Undo"), self.undo),
            "redo": self._button(self.tr("Redo"), self.redo),
            "import": self._button(self.tr("Import…"), self.ask_import),
            "export": self._button(self.tr("Export…"), self.ask_export),
        }
        self.note = QLabel("", self)
        self.note.setObjectName("muted")
        self.note.setWordWrap(True)
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        self.dictionaries = DictionariesBar(self._vocabulary, self)
        head = _row(self.tabs, self.line, margins=(12, 8, 14, 6))
        left = [self.buttons[name] for name in ("add", "edit", "delete", "undo", "redo")]
        right = [self.buttons[name] for name in ("import", "export")]
        foot = _row(*left, None, *right, margins=(14, 8, 14, 2))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addWidget(self.stack, 1)
        whole.addLayout(foot)
        whole.addLayout(_row(self.note, margins=(16, 2, 14, 4)))
        whole.addWidget(self.dictionaries)

    def _button(self, words: str, use: Callable[[], object]) -> QPushButton:
        button = QPushButton(words, self)
        button.setAutoDefault(False)
        button.clicked.connect(use)
        return button

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._ask)
        self.line.textChanged.connect(self._ask)
        self.table.chosen.connect(lambda row: self.edit(row.term))
        self.table.doubleClicked.connect(self.table.choose)
        self.table.escaped.connect(self.close)
        self.table.selectionModel().selectionChanged.connect(self._show_buttons)
        self.dictionaries.changed.connect(self.dictionaries_changed)
        self.dictionaries.failed.connect(self._tell_failure)
        for keys, use in (
            (QKeySequence(QKeySequence.StandardKey.Undo), self.undo),
            (QKeySequence("Ctrl+Shift+Z"), self.redo),
            (QKeySequence(QKeySequence.StandardKey.Find), self.line.setFocus),
        ):
            QShortcut(keys, self).activated.connect(use)
        delete = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self.table)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self.delete)

    # Showing

    def refresh(self) -> None:
        """Show the terms that there are now."""
        terms = self._vocabulary.glossary().terms
        own = sum(1 for term in terms if term.origin is Origin.USER)
        self.model.set_rows(tuple(TermRow(term) for term in terms))
        self.tabs.setTabText(OWN, self.tr("Your terms ({n})").format(n=f"{own:,}"))
        self.tabs.setTabText(ALL, self.tr("All terms ({n})").format(n=f"{len(terms):,}"))
        self._ask()

    def show_tab(self, tab: int, words: str = "") -> None:
        """Bring a tab to the front, filtered by ``words``."""
        self.tabs.setCurrentIndex(tab)
        self.line.setText(words)

    def _ask(self) -> None:
        own_only = self.tabs.currentIndex() == OWN
        self.filter.set_wanted(self.line.text(), own_only=own_only)
        self.table.setColumnHidden(TermColumn.WHOSE, own_only)
        if self.filter.rowCount():
            self.stack.setCurrentIndex(0)
        else:
            filtered = bool(self.line.text().strip())
            if filtered:
                self.empty.set_text(self.tr("No term has these words"), "")
            else:
                self.empty.set_text(
                    self.tr("You have no terms of your own yet"),
                    self.tr(
                        "A term that you add stands in every translation as you write it, and wins over the terms that come "
                        "with the reader. You can also take in lists of terms: tables (CSV, with Chinese and English) and TBX "
                        "files. Select words in the text and choose “Add as a term…” to add what you read."
                    ),
                )
            self.empty.show_links(on=not filtered)
            self.stack.setCurrentIndex(1)
        self._show_buttons()

    def _show_buttons(self) -> None:
        rows = self.selected()
        self.buttons["edit"].setEnabled(len(rows) == 1)
        self.buttons["delete"].setEnabled(any(term.origin is Origin.USER for term in rows))
        self.buttons["undo"].setEnabled(self._vocabulary.can_undo)
        self.buttons["redo"].setEnabled(self._vocabulary.can_redo)
        self.buttons["export"].setEnabled(self.filter.rowCount() > 0)

    def selected(self) -> tuple[Term, ...]:
        """The terms that are selected."""
        chosen = self.table.selectionModel().selectedRows() if self.table.isVisibleTo(self) else []
        rows = (self.filter.row_at(index) for index in chosen)
        return tuple(row.term for row in rows if row is not None)

    def _use_link(self, words: str) -> None:
        if words == self.tr("Add a term…"):
            self.ask_add()
        else:
            self.ask_import()

    # Changing

    def ask_add(self, start: Term | None = None) -> None:
        """Ask for a new term."""
        dialog = TermDialog(start if isinstance(start, Term) else None, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._change(partial(self._vocabulary.add, dialog.term())))
        dialog.open()

    def ask_edit(self) -> None:
        """Ask what the selected term shall be."""
        chosen = self.selected()
        if len(chosen) == 1:
            self.edit(chosen[0])

    def edit(self, term: Term) -> None:
        """Ask what a term shall be; one that comes with the reader becomes one of the user's."""
        if term.origin is not Origin.USER:
            self.ask_add(term)
            return
        dialog = TermDialog(term, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(
            lambda: self._change(partial(self._vocabulary.change, term.key, dialog.term()))
        )
        dialog.open()

    def delete(self) -> None:
        """Delete the selected terms of the user's."""
        keys = [term.key for term in self.selected() if term.origin is Origin.USER]
        if keys:
            before = self._vocabulary.version
            self._change(partial(self._vocabulary.remove, keys))
            if self._vocabulary.version != before:
                self.note.setText(self.tr("{n} deleted. Ctrl+Z takes that back.").format(n=len(keys)))

    def undo(self) -> None:
        """Take the last change back."""
        self._change(self._vocabulary.undo)

    def redo(self) -> None:
        """Make it again."""
        self._change(self._vocabulary.redo)

    def _change(self, change: Callable[[], object]) -> None:
        before = self._vocabulary.version
        self.note.setText("")
        try:
            change()
        except ReaderError as error:
            self._tell_failure(error)
        self.refresh()
        if self._vocabulary.version != before:
            self.changed.emit()

    def _tell_failure(self, error: object) -> None:
        if isinstance(error, ReaderError):
            from desktop.messages import describe

            self.note.setText(describe(error).text)
        else:
            self.failed.emit(error)

    # Files

    def ask_import(self) -> None:
        """Ask for a file of terms."""
        words = self.tr("Terms (*.csv *.tsv *.txt *.tbx *.xml);;All files (*)")
        path, _ = QFileDialog.getOpenFileName(self, self.tr("Import terms"), "", words)
        if path:
            self.take_in(Path(path))

    def take_in(self, path: Path, *, replacing: bool | None = None) -> None:
        """Take the terms of a file in; where the user has others, ask which shall hold, unless that is said."""
        self.note.setText(self.tr("Reading {name}…").format(name=path.name))
        job = self._lane.start(_reading(self._vocabulary, path))
        job.succeeded.connect(lambda file: self._settle(file, replacing))
        job.failed.connect(self._tell_failure)

    def _settle(self, file: object, replacing: bool | None) -> None:
        assert isinstance(file, TermFile)
        differing = self._vocabulary.differing(file)
        if differing and replacing is None:
            replacing = self._asked_to_replace(differing)
            if replacing is None:
                self.note.setText("")
                return
        job = self._lane.start(_taking_in(self._vocabulary, file, replacing=bool(replacing)))
        job.succeeded.connect(lambda done: self._taken(file, done))
        job.failed.connect(self._tell_failure)

    def _asked_to_replace(self, count: int) -> bool | None:
        """True to replace, False to keep, None to leave it all."""
        box = QMessageBox(self)
        box.setWindowTitle(self.tr("Import terms"))
        box.setText(
            self.tr("{n} terms of this file stand in your glossary with other words.").format(n=count)
        )
        box.setInformativeText(self.tr("Which shall hold?"))
        mine = box.addButton(self.tr("Keep mine"), QMessageBox.ButtonRole.AcceptRole)
        theirs = box.addButton(self.tr("Take the file's"), QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(self.tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.exec()
        clicked = box.clickedButton()
        return True if clicked is theirs else False if clicked is mine else None

    def _taken(self, file: TermFile, done: object) -> None:
        taken: TakenIn = done  # type: ignore[assignment]  # the lane carries any object
        self.refresh()
        parts = [self.tr("{n} terms added").format(n=taken.added)]
        for count, words in (
            (taken.replaced, self.tr("{n} replaced")),
            (taken.known, self.tr("{n} known already")),
            (taken.kept, self.tr("{n} kept as you have them")),
            (file.repeated, self.tr("{n} repeated in the file")),
            (len(file.conflicts), self.tr("{n} with more than one English, all kept")),
            (len(file.problems), self.tr("{n} lines left out")),
        ):
            if count:
                parts.append(words.format(n=count))
        text = " · ".join(parts)
        if file.problems:
            first = file.problems[0]
            text += "  " + self.tr("(line {line}: {reason})").format(line=first.line, reason=first.reason)
        self.note.setText(text)
        if taken.added or taken.replaced:
            self.changed.emit()

    def ask_export(self) -> None:
        """Ask for a file and write the terms that are shown to it."""
        words = self.tr("Table (*.csv);;TBX (*.tbx)")
        path, kind = QFileDialog.getSaveFileName(self, self.tr("Export terms"), "glossary.csv", words)
        if path:
            wanted = Path(path)
            if not wanted.suffix:
                wanted = wanted.with_suffix(".tbx" if "tbx" in kind else ".csv")
            self.export(wanted)

    def export(self, path: Path) -> None:
        """Write the terms that are shown to a file."""
        rows = (self.filter.row_at(self.filter.index(n, 0)) for n in range(self.filter.rowCount()))
        terms = [row.term for row in rows if row is not None]
        try:
            self._vocabulary.export(path, terms)
        except ReaderError as error:
            self._tell_failure(error)
            return
        self.note.setText(self.tr("{n} terms written to {path}").format(n=len(terms), path=path))

    # Ending

    @property
    def is_busy(self) -> bool:
        """True while a file is being taken in."""
        return self._lane.busy or self.dictionaries.is_busy

    def finish(self) -> None:
        """Stop what goes on."""
        self._lane.close()
        self.dictionaries.finish()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Leave; what was changed is kept already."""
        self.note.setText("")
        super().closeEvent(event)


def _row(*widgets: QWidget | None, margins: tuple[int, int, int, int]) -> QHBoxLayout:
    """Widgets beside each other; None is a gap that takes what room there is."""
    row = QHBoxLayout()
    row.setContentsMargins(*margins)
    row.setSpacing(8)
    for widget in widgets:
        if widget is None:
            row.addStretch(1)
        else:
            row.addWidget(widget, 1 if isinstance(widget, QLabel | QTabBar) else 0)
    return row


def _reading(vocabulary: Vocabulary, path: Path) -> Work:
    yield Step(0, 1)
    return vocabulary.read(path)


def _taking_in(vocabulary: Vocabulary, file: TermFile, *, replacing: bool) -> Work:
    yield Step(0, 1)
    return vocabulary.take_in(file, replacing=replacing)
