"""The list of a brief's entries: chosen, moved, edited and removed, by mouse and by keyboard."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QMenu, QWidget

from desktop.itemmodels.brief import MIME, BriefModel
from desktop.panels.brief_delegate import BriefDelegate
from index.briefs import Entry, Heading, Note, Quote

_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ALT: Final = Qt.KeyboardModifier.AltModifier


class BriefList(QListView):
    """Entries in order. ``move_wanted`` gives ids and the place before which they are to stand."""

    passage_wanted = Signal(object)
    move_wanted = Signal(object, int)
    remove_wanted = Signal(object)
    translation_wanted = Signal(object)
    escaped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entries = BriefModel(self)
        self.delegate = BriefDelegate(self)
        self.setModel(self.entries)
        self.setItemDelegate(self.delegate)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(True)
        self.doubleClicked.connect(self._use)
        self.delegate.closeEditor.connect(self._closed)

    def show_entries(self, entries: tuple[Entry, ...], chosen: tuple[str, ...] = ()) -> None:
        """Show other entries; those that were selected stay so, unless others are ``chosen``."""
        current, wanted = self._current_id(), chosen or self.selected_ids()
        was_reset = self.entries.set_entries(entries)
        if was_reset or chosen:
            self._select(wanted, chosen[0] if chosen else current)
        self.scheduleDelayedItemsLayout()

    def selected_ids(self) -> tuple[str, ...]:
        """The selected entries, in order."""
        rows = sorted(index.row() for index in self.selectedIndexes())
        shown = self.entries.entries
        return tuple(shown[row].id for row in rows if row < len(shown) and shown[row].id)

    def place(self) -> int:
        """Where something new goes: behind the current entry, else at the end."""
        current = self.currentIndex()
        return current.row() + 1 if current.isValid() else self.entries.rowCount()

    def _current_id(self) -> str:
        entry = self.entries.entry(self.currentIndex())
        return entry.id if entry is not None else ""

    def _select(self, keys: tuple[str, ...], current: str) -> None:
        selection = self.selectionModel()
        selection.clear()
        flags = selection.SelectionFlag
        row = self.entries.row_of(current)
        if row >= 0:
            selection.setCurrentIndex(self.entries.index(row), flags.NoUpdate)
        for key in keys:
            row = self.entries.row_of(key)
            if row >= 0:
                selection.select(self.entries.index(row), flags.Select)
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    # Editing

    def write(self, entry: Heading | Note) -> None:
        """Begin a heading or a note of the user's own, behind the current entry."""
        self.finish_editing()
        at = self.place() if isinstance(entry, Note) else max(0, self.place() - 1)
        if isinstance(entry, Heading) and not self.currentIndex().isValid():
            at = self.entries.rowCount()
        self._open(self.entries.begin_draft(entry, at))

    def edit_entry(self, index: QModelIndex, field: str = "remark") -> None:
        """Edit an entry in place; of a passage, this field."""
        if index.isValid():
            self.finish_editing()
            self.entries.quote_field = field
            self._open(index)

    def _open(self, index: QModelIndex) -> None:
        self.setCurrentIndex(index)
        self.scrollTo(index)
        self.edit(index)

    def finish_editing(self) -> None:
        """Keep what is being written."""
        self.delegate.finish()

    def _closed(self, *_: object) -> None:
        self.entries.settle_draft()
        self.setFocus()

    # Keys and mouse

    def event(self, event: QEvent) -> bool:
        """The list's own keys come before the window's."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._knows(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def _knows(self, event: QKeyEvent) -> bool:
        if event.modifiers() & _ALT:
            return event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down)
        return event.key() in (Qt.Key.Key_F2, Qt.Key.Key_Delete, *_ENTER)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter uses an entry, F2 edits, Alt with an arrow moves, Delete removes, Escape leaves."""
        key = event.key()
        if event.modifiers() & _ALT and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.shift(-1 if key == Qt.Key.Key_Up else 1)
        elif key in _ENTER:
            self._use(self.currentIndex())
        elif key == Qt.Key.Key_F2:
            self.edit_entry(self.currentIndex())
        elif key == Qt.Key.Key_Delete:
            self.remove()
        elif key == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def shift(self, by: int) -> None:
        """Move the selected entries up (-1) or down (1) by one."""
        keys = self.selected_ids()
        rows = [self.entries.row_of(key) for key in keys]
        if not rows or (by < 0 and rows[0] == 0) or (by > 0 and rows[-1] == self.entries.rowCount() - 1):
            return
        self.move_wanted.emit(keys, rows[0] - 1 if by < 0 else rows[-1] + 2)

    def remove(self) -> None:
        """Take the selected entries out."""
        keys = self.selected_ids()
        if keys:
            self.remove_wanted.emit(keys)

    def _use(self, index: QModelIndex) -> None:
        entry = self.entries.entry(index)
        if isinstance(entry, Quote):
            self.passage_wanted.emit(entry)
        elif entry is not None:
            self.edit_entry(index)

    def dropEvent(self, event: QDropEvent) -> None:
        """Move what was dragged to where it was let go."""
        if not event.mimeData().hasFormat(MIME):
            event.ignore()
            return
        keys = tuple(bytes(event.mimeData().data(MIME).data()).decode("ascii").split("\n"))
        index = self.indexAt(event.position().toPoint())
        at = self.entries.rowCount()
        if index.isValid():
            middle = self.visualRect(index).center().y()
            at = index.row() + (1 if event.position().y() > middle else 0)
        event.acceptProposedAction()
        self.move_wanted.emit(keys, at)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with the entries."""
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def menu(self) -> QMenu:
        """The menu of the current entry."""
        menu = QMenu(self)
        index = self.currentIndex()
        entry = self.entries.entry(index)
        if isinstance(entry, Quote):
            menu.addAction(self.tr("Go to the passage"), lambda: self.passage_wanted.emit(entry))
            menu.addSeparator()
            words = self.tr("Edit the comment") if entry.remark else self.tr("Add a comment")
            menu.addAction(words, lambda: self.edit_entry(index))
            menu.addAction(self.tr("Edit the translation"), lambda: self.edit_entry(index, "target"))
            if not entry.target:
                menu.addAction(self.tr("Translate this passage"), lambda: self.translation_wanted.emit(entry))
        elif entry is not None:
            menu.addAction(self.tr("Edit…"), lambda: self.edit_entry(index))
        menu.addSeparator()
        menu.addAction(self.tr("Add a heading"), lambda: self.write(Heading("")))
        menu.addAction(self.tr("Add a note"), lambda: self.write(Note("")))
        if entry is not None:
            menu.addSeparator()
            menu.addAction(self.tr("Move up (Alt+Up)"), lambda: self.shift(-1))
            menu.addAction(self.tr("Move down (Alt+Down)"), lambda: self.shift(1))
            menu.addAction(self.tr("Remove (Del)"), self.remove)
        return menu
