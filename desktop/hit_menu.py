"""The context menu of a search result."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from desktop.itemmodels.hits import HitRow
    from desktop.navigator import Navigator
    from desktop.panels.search import SearchPanel


def tr(words: str) -> str:
    """``words`` in the language of the interface."""
    return QCoreApplication.translate("search", words)


def hit_menu(row: HitRow, panel: SearchPanel, navigator: Navigator) -> QMenu:
    """What can be done with a passage that was found."""
    menu = QMenu(panel)
    menu.setToolTipsVisible(True)
    menu.addAction(tr("Go to the passage"), lambda: navigator.to_hit(row))
    menu.addSeparator()
    menu.addAction(tr("Copy"), lambda: _copy(row.text))
    if row.translation:
        menu.addAction(
            tr("Copy with its translation and source"),
            lambda: _copy("\n".join((row.text, row.translation, f"— {row.path}"))),
        )
    menu.addSeparator()
    menu.addAction(tr("More like this passage"), lambda: panel.like_wanted.emit(row))
    menu.addAction(tr("Search for this"), lambda: panel.ask(row.passage.text))
    menu.addAction(tr("Why this passage"), lambda: panel.why.setChecked(True))
    return menu


def _copy(words: str) -> None:
    QGuiApplication.clipboard().setText(words)
