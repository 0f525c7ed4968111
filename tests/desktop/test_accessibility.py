"""For screen readers and keyboards: every widget that takes the focus has a name, and Tab leads through all and back."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.main_window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
PARTS = ("qt_", "_q_")
"""Names of what Qt puts into its own widgets: editors, scroll bars, the buttons of line edits."""


def named(widget: QWidget) -> str:
    """What a screen reader says of a widget."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name).strip()


def is_part(widget: QWidget) -> bool:
    """True for what belongs to another widget, which speaks for it."""
    parent = widget.parentWidget()
    own = widget.objectName().startswith(PARTS)
    return (
        own
        or isinstance(parent, QAbstractSpinBox | QComboBox)
        or (isinstance(widget, QAbstractButton) and isinstance(parent, QTabBar))
    )


def focusable(root: QWidget) -> Iterator[QWidget]:
    for widget in (root, *root.findChildren(QWidget)):
        if (
            widget.focusPolicy() != Qt.FocusPolicy.NoFocus
            and widget.isVisibleTo(root)
            and widget.isEnabled()
            and widget is not root
            and not is_part(widget)
        ):
            yield widget


def unnamed(root: QWidget) -> list[str]:
    return [
        f"{type(widget).__name__} {widget.objectName()} in {type(widget.parentWidget()).__name__}"
        for widget in focusable(root)
        if not named(widget)
    ]


def opened_by(window: MainWindow, name: str) -> QWidget:
    before = {w for w in QApplication.topLevelWidgets() if w.isVisible()}
    window.actions_[name].trigger()
    QTest.qWait(80)
    new = [w for w in QApplication.topLevelWidgets() if w.isVisible() and w not in before and w is not window]
    assert new, name
    return new[0]


def test_the_window_names_all_that_takes_the_focus(window: MainWindow) -> None:
    assert unnamed(window) == []


@pytest.mark.parametrize("tab", ["search", "indicators", "notes", "terms", "brief", "words"])
def test_every_panel_names_all_that_takes_the_focus(window: MainWindow, tab: str) -> None:
    window.panes.side.show_tab("glossary" if tab == "terms" else tab)
    QTest.qWait(30)
    assert unnamed(window.panes.side) == []


@pytest.mark.parametrize(
    "use",
    [
        lambda w: w.actions_["find"].trigger(),
        lambda w: w.actions_["palette"].trigger(),
        lambda w: w.actions_["review"].trigger(),
        lambda w: w.actions_["tips"].trigger(),
        lambda w: (w.selection.choose_sentence("s6"), w.actions_["note"].trigger()),
        lambda w: (w.selection.choose_sentence("s6"), w.actions_["translate_selection"].trigger()),
        lambda w: (w.selection.choose_sentence("s6"), w.actions_["correct"].trigger()),
        lambda w: (w.selection.choose_sentence("s6"), w.actions_["look_up"].trigger()),
    ],
    ids=["find", "palette", "review", "tips", "note", "translation", "correction", "word"],
)
def test_what_floats_over_the_text_does(window: MainWindow, use: Callable[[MainWindow], object]) -> None:
    use(window)
    QTest.qWait(60)
    assert unnamed(window) == []


@pytest.mark.parametrize(
    "name",
    [
        "preferences",
        "shortcuts",
        "about",
        "cite",
        "library",
        "models",
        "compare",
        "topics",
        "glossary",
        "typography",
    ],
)
def test_every_dialog_does(window: MainWindow, name: str, qtbot: QtBot) -> None:
    dialog = opened_by(window, name)
    assert unnamed(dialog) == []
    assert dialog.windowTitle() or dialog.accessibleName()
    dialog.close()


@pytest.mark.parametrize("name", ["preferences", "shortcuts", "cite", "library"])
def test_tab_leads_through_all_and_back(window: MainWindow, name: str) -> None:
    dialog = opened_by(window, name)
    assert isinstance(dialog, QDialog)
    dialog.activateWindow()
    wanted = {w for w in focusable(dialog) if w.focusPolicy() & Qt.FocusPolicy.TabFocus}
    seen: list[QWidget] = []
    for _ in range(3 * len(wanted)):
        focus = dialog.focusWidget()
        assert focus is not None
        seen.append(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    assert {type(w).__name__ for w in wanted - set(seen)} == set(), "these are never reached"
    assert seen.count(seen[0]) > 1, "it comes round"
    dialog.close()
