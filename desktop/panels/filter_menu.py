"""The menu that narrows the indicators table by chapter, kind and unit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from desktop.itemmodels.indicators import IndicatorRow
from desktop.itemmodels.indicators_filter import Wanted
from desktop.wording import kind_word, unit_word

_MOST: Final = 24
_LONG: Final = 34


class FilterMenu(QToolButton):
    """``changed`` tells the new choice; the button says how many filters are set."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("boxed")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setAccessibleName(self.tr("Filters"))
        self.setToolTip(self.tr("Show only one chapter, kind or unit"))
        self._menu = QMenu(self)
        self.setMenu(self._menu)
        self._groups: list[QActionGroup] = []
        self.wanted = Wanted()
        self._show()

    def set_rows(self, rows: Iterable[IndicatorRow]) -> None:
        """Offer what there is in a report; what was chosen for another report is forgotten."""
        rows = tuple(rows)
        self.wanted = replace(self.wanted, chapter="", kind="", unit="")
        self._menu.clear()
        self._groups.clear()
        chapters = list(dict.fromkeys(row.chapter for row in rows if row.chapter))
        kinds = Counter(str(row.indicator.kind) for row in rows)
        units = Counter(row.indicator.quantity.unit for row in rows if row.indicator.quantity.unit)
        self._add(self.tr("Chapter"), "chapter", [(c, c) for c in chapters])
        self._add(self.tr("Kind"), "kind", [(k, f"{kind_word(k)}  ({n})") for k, n in kinds.most_common()])
        self._add(
            self.tr("Unit"), "unit", [(u, f"{unit_word(u)}  ({n})") for u, n in units.most_common(_MOST)]
        )
        self._menu.addSeparator()
        self._clear = self._menu.addAction(self.tr("Clear filters"))
        self._clear.triggered.connect(self.clear)
        self._show()

    def _add(self, title: str, field: str, choices: list[tuple[str, str]]) -> None:
        menu = self._menu.addMenu(title)
        menu.setEnabled(bool(choices))
        group = QActionGroup(menu)
        self._groups.append(group)
        for value, words in [("", self.tr("All")), *choices]:
            shown = words if len(words) <= _LONG else words[:_LONG] + "…"
            action = QAction(shown, group)
            action.setCheckable(True)
            action.setChecked(not value)
            action.setData((field, value))
            menu.addAction(action)
        group.triggered.connect(self._choose)

    def _choose(self, action: QAction) -> None:
        field, value = action.data()
        self.choose(field, value)

    def choose(self, field: str, value: str) -> None:
        """Set one filter, ``chapter``, ``kind`` or ``unit``; an empty value takes it away."""
        was = self.wanted
        chosen = {"chapter": was.chapter, "kind": was.kind, "unit": was.unit} | {field: value}
        self.wanted = replace(was, chapter=chosen["chapter"], kind=chosen["kind"], unit=chosen["unit"])
        for group in self._groups:
            for action in group.actions():
                if action.data()[0] == field:
                    action.setChecked(action.data()[1] == value)
        self._show()
        self.changed.emit(self.wanted)

    def clear(self) -> None:
        """Take all filters away."""
        for field in ("chapter", "kind", "unit"):
            if getattr(self.wanted, field):
                self.choose(field, "")

    def _show(self) -> None:
        count = self.wanted.narrowed
        self.setText(f"{self.tr('Filters')} ({count})" if count else self.tr("Filters"))
