"""The entries of a brief as an item model: edited in place, moved by dragging."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from desktop.wording import tr
from index.briefs import Entry, Heading, Note, Quote

Index = QModelIndex | QPersistentModelIndex
ENTRY_ROLE: Final = int(Qt.ItemDataRole.UserRole) + 1
MIME: Final = "application/x-report-reader-brief-entries"


class BriefModel(QAbstractListModel):
    """The entries in order, and perhaps a draft among them: a heading or a note that has no words yet.

    ``edited`` gives the id, the field and its new words; ``written`` a draft that got words, and its place.
    """

    edited = Signal(str, str, str)
    written = Signal(object, int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: tuple[Entry, ...] = ()
        self._draft: tuple[int, Entry] | None = None
        self.quote_field = "remark"

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All that is shown, the draft too."""
        if self._draft is None:
            return self._entries
        at, entry = self._draft
        return (*self._entries[:at], entry, *self._entries[at:])

    def set_entries(self, entries: tuple[Entry, ...]) -> bool:
        """Show other entries; True where they are not merely changed ones, and what was selected is forgotten."""
        before, ids = self._entries, [entry.id for entry in entries]
        if ids == [entry.id for entry in before]:
            self._entries = entries
            for old, new in zip(before, entries, strict=True):
                if old != new:
                    index = self.index(self.row_of(new.id))
                    self.dataChanged.emit(index, index)
            return False
        self.drop_draft()
        self.beginResetModel()
        self._entries = entries
        self.endResetModel()
        return True

    def begin_draft(self, entry: Heading | Note, at: int) -> QModelIndex:
        """Show an entry that is to be written; it is kept once it has words."""
        self.drop_draft()
        at = min(max(at, 0), len(self._entries))
        self.beginInsertRows(QModelIndex(), at, at)
        self._draft = (at, entry)
        self.endInsertRows()
        return self.index(at)

    def drop_draft(self) -> None:
        """Forget what was not written."""
        if self._draft is not None:
            at = self._draft[0]
            self.beginRemoveRows(QModelIndex(), at, at)
            self._draft = None
            self.endRemoveRows()

    def settle_draft(self) -> None:
        """The editor is closed: tell of the draft where it got words, and show it no more."""
        if self._draft is not None:
            at, entry = self._draft
            self.drop_draft()
            if isinstance(entry, Heading | Note) and entry.text:
                self.written.emit(entry, at)

    def entry(self, index: Index) -> Entry | None:
        """The entry of a row."""
        entries = self.entries
        return entries[index.row()] if index.isValid() and 0 <= index.row() < len(entries) else None

    def is_draft(self, index: Index) -> bool:
        """True for the row that is not kept yet."""
        return self._draft is not None and index.row() == self._draft[0]

    def row_of(self, key: str) -> int:
        """The row of an entry; -1 where it is not there."""
        return next((row for row, entry in enumerate(self.entries) if entry.id == key), -1)

    # What a view asks

    def rowCount(self, parent: Index | None = None) -> int:
        """How many there are."""
        return 0 if parent is not None and parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """An entry, or its words."""
        entry = self.entry(index)
        if entry is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.source if isinstance(entry, Quote) else entry.text
        if role == Qt.ItemDataRole.EditRole:
            return getattr(entry, self.field_of(entry))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(entry)
        return entry if role == ENTRY_ROLE else None

    def field_of(self, entry: Entry) -> str:
        """Which of its words are edited."""
        return self.quote_field if isinstance(entry, Quote) else "text"

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tell what was written; whoever keeps the brief shows it then."""
        entry = self.entry(index)
        if entry is None or role != Qt.ItemDataRole.EditRole:
            return False
        words = str(value).strip()
        if self.is_draft(index):
            self._draft = index.row(), Heading(words) if isinstance(entry, Heading) else Note(words)
            return True
        if isinstance(entry, Heading | Note) and not words:
            return False  # an entry goes by being removed, not by being emptied
        self.edited.emit(entry.id, self.field_of(entry), words)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Entries are edited and dragged; things are dropped between them."""
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsEditable
            | Qt.ItemFlag.ItemIsDragEnabled
        )

    def supportedDropActions(self) -> Qt.DropAction:
        """Entries are moved."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """The ids of entries."""
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """What is dragged."""
        rows = sorted({index.row() for index in indexes})
        entries = self.entries
        data = QMimeData()
        data.setData(MIME, "\n".join(entries[row].id for row in rows).encode("ascii", "ignore"))
        return data


def spoken(entry: Entry) -> str:
    """An entry as a screen reader says it."""
    if isinstance(entry, Quote):
        parts = (entry.source, entry.target, source_line(entry), entry.remark)
        return ". ".join(part for part in parts if part)
    return (tr("Heading: {words}") if isinstance(entry, Heading) else tr("Note: {words}")).format(
        words=entry.text
    )


def source_line(quote: Quote) -> str:
    """Where a passage stands: report, sections, paragraph."""
    title = quote.title or quote.place
    if quote.year and str(quote.year) not in title:
        title = f"{title} ({quote.year})"
    paragraph = tr("paragraph {n}").format(n=quote.paragraph) if quote.paragraph > 0 else ""
    return " · ".join(part for part in (title, " › ".join(quote.sections), paragraph) if part)
