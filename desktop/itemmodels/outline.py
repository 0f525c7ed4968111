"""The section tree of a report as an item model."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from index.report import Section

Index = QModelIndex | QPersistentModelIndex
SECTION_ROLE = int(Qt.ItemDataRole.UserRole) + 1
TRANSLATION_ROLE = SECTION_ROLE + 1


@dataclass
class _Node:
    section: Section | None
    parent: _Node | None
    row: int
    children: list[_Node] = field(default_factory=list)


class OutlineModel(QAbstractItemModel):
    """Number and title of each section; ``SECTION_ROLE`` gives the section itself."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._root = _Node(None, None, 0)
        self._nodes: dict[str, _Node] = {}
        self._translations: dict[str, str] = {}
        self._shown: Callable[[str], str] = str

    def set_shown(self, shown: Callable[[str], str]) -> None:
        """Pass titles through ``shown`` on their way to the screen: the script that the user reads."""
        self.layoutAboutToBeChanged.emit()
        self._shown = shown
        self.layoutChanged.emit()

    def set_sections(self, sections: tuple[Section, ...]) -> None:
        """Show the sections of another report."""
        self.beginResetModel()
        self._nodes = {}
        self._translations = {}
        self._root = _Node(None, None, 0)
        self._add(self._root, sections)
        self.endResetModel()

    def _add(self, parent: _Node, sections: tuple[Section, ...]) -> None:
        for row, section in enumerate(sections):
            node = _Node(section, parent, row)
            parent.children.append(node)
            self._nodes[section.id] = node
            self._add(node, section.children)

    def index_of(self, section: Section) -> QModelIndex:
        """Where a section is in the tree."""
        node = self._nodes.get(section.id)
        return self.createIndex(node.row, 0, node) if node else QModelIndex()

    def set_translations(self, translations: Mapping[str, str]) -> None:
        """Some headings are translated now, by section id."""
        for section, words in translations.items():
            node = self._nodes.get(section)
            if node is not None and self._translations.get(section) != words:
                self._translations[section] = words
                index = self.createIndex(node.row, 0, node)
                self.dataChanged.emit(index, index)

    def _node(self, index: Index) -> _Node:
        node = index.internalPointer() if index.isValid() else None
        return node if isinstance(node, _Node) else self._root

    def index(self, row: int, column: int, parent: Index | None = None) -> QModelIndex:
        """The index of a child."""
        node = self._node(parent if parent is not None else QModelIndex())
        if column != 0 or not 0 <= row < len(node.children):
            return QModelIndex()
        return self.createIndex(row, column, node.children[row])

    def parent(self, index: Index | None = None) -> QModelIndex:  # type: ignore[override]
        """The index of the section around."""
        if index is None or not index.isValid():
            return QModelIndex()
        above = self._node(index).parent
        if above is None or above is self._root:
            return QModelIndex()
        return self.createIndex(above.row, 0, above)

    def rowCount(self, parent: Index | None = None) -> int:
        """How many sections there are directly below."""
        if parent is not None and parent.column() > 0:
            return 0
        return len(self._node(parent if parent is not None else QModelIndex()).children)

    def columnCount(self, parent: Index | None = None) -> int:
        """One."""
        del parent
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words of a section."""
        section = self._node(index).section if index.isValid() else None
        if section is None:
            return None
        words, translation = self._shown(section_words(section)), self._translations.get(section.id, "")
        if role == Qt.ItemDataRole.DisplayRole:
            return words
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{words}\n{translation}" if translation else words
        if role == TRANSLATION_ROLE:
            return translation
        return section if role == SECTION_ROLE else None


def section_words(section: Section) -> str:
    """Number and title as one reads them."""
    return section.words
