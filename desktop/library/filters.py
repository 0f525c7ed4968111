"""What the list is narrowed by: shelves, states, levels, years, places and tags, each with its number of reports."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractItemView, QTreeWidget, QTreeWidgetItem, QWidget

from desktop.library.wording import level_words, state_words
from desktop.theme import LIGHT, Theme
from index.shelving import Facets, Wanted

_GROUP: Final = int(Qt.ItemDataRole.UserRole) + 1
_VALUE: Final = _GROUP + 1
_GROUPS: Final = ("shelves", "states", "levels", "years", "places", "tags")
_MOST: Final = 40
"""Values of a group that are listed; the search finds the others."""


class Filters(QTreeWidget):
    """Values that can be ticked; ``changed`` says that others are."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setHeaderHidden(True)
        self.setAccessibleName(self.tr("Filters"))
        self.setIndentation(12)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._ticked: dict[str, set[object]] = {}
        self._theme = LIGHT
        self.itemChanged.connect(self._tick)
        self.itemClicked.connect(self._click)

    def set_theme(self, theme: Theme) -> None:
        """Another theme."""
        self._theme = theme

    def show_facets(self, found: Facets) -> None:
        """List what can be chosen; what is ticked and still there stays ticked."""
        self.blockSignals(True)
        heads = [head for n in range(self.topLevelItemCount()) if (head := self.topLevelItem(n)) is not None]
        open_ = {str(head.data(0, _GROUP)): head.isExpanded() for head in heads}
        self.clear()
        groups: tuple[tuple[str, str, Mapping[str, int] | Mapping[int, int]], ...] = (
            ("shelves", self.tr("Shelves"), dict(found.shelves)),
            ("states", self.tr("State"), dict(found.states)),
            ("levels", self.tr("Level"), dict(found.levels)),
            ("years", self.tr("Year"), dict(found.years)),
            ("places", self.tr("Place"), dict(found.places)),
            ("tags", self.tr("Tags"), dict(found.tags)),
        )
        for group, words, values in groups:
            ticked = self._ticked.setdefault(group, set())
            ticked &= set(values)
            if values:
                self._add(group, words, values, ticked, open_.get(group, True))
        self.blockSignals(False)

    def _add(
        self,
        group: str,
        words: str,
        values: Mapping[str, int] | Mapping[int, int],
        ticked: set[object],
        open_: bool,
    ) -> None:
        head = QTreeWidgetItem(self, [words])
        head.setData(0, _GROUP, group)
        head.setFlags(Qt.ItemFlag.ItemIsEnabled)
        font = head.font(0)
        font.setBold(True)
        head.setFont(0, font)
        for value, count in list(values.items())[:_MOST]:
            item = QTreeWidgetItem(head, [f"{self._named(group, value)}  ({count})"])
            item.setData(0, _GROUP, group)
            item.setData(0, _VALUE, value)
            item.setFlags(
                Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsSelectable
            )
            item.setCheckState(0, Qt.CheckState.Checked if value in ticked else Qt.CheckState.Unchecked)
            item.setForeground(0, QColor(self._theme.text))
        head.setExpanded(open_)

    @staticmethod
    def _named(group: str, value: object) -> str:
        if group == "levels":
            return level_words(str(value))
        return state_words(str(value)) if group == "states" else str(value)

    def _tick(self, item: QTreeWidgetItem) -> None:
        group, value = item.data(0, _GROUP), item.data(0, _VALUE)
        if value is None:
            return
        ticked = self._ticked.setdefault(group, set())
        if item.checkState(0) == Qt.CheckState.Checked:
            ticked.add(value)
        else:
            ticked.discard(value)
        self.changed.emit()

    def _click(self, item: QTreeWidgetItem) -> None:
        """A click on the words of a group folds it."""
        if item.data(0, _VALUE) is None:
            item.setExpanded(not item.isExpanded())

    def tick(self, group: str, value: object) -> None:
        """Choose a value, as a click on its box does."""
        for at in range(self.topLevelItemCount()):
            head = self.topLevelItem(at)
            for n in range(head.childCount() if head is not None else 0):
                assert head is not None
                item = head.child(n)
                if item.data(0, _GROUP) == group and item.data(0, _VALUE) == value:
                    item.setCheckState(0, Qt.CheckState.Checked)

    def clear_all(self) -> None:
        """Choose nothing."""
        self._ticked = {}
        self.changed.emit()

    @property
    def is_narrow(self) -> bool:
        """True where something is chosen."""
        return any(self._ticked.values())

    def narrowed(self, wanted: Wanted) -> Wanted:
        """``wanted`` with what is chosen here."""
        chosen = {group: frozenset(self._ticked.get(group, ())) for group in _GROUPS}
        return replace(wanted, **chosen)  # type: ignore[arg-type]  # the groups are named as its fields
