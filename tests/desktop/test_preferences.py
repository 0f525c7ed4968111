"""The preferences: one place for what the menus offer, and nothing that they do not keep."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox

from desktop.dialogs.preferences import CITATIONS, PreferencesDialog
from desktop.main_window import MainWindow
from desktop.settings import CHOICES

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def dialog_of(window: MainWindow) -> PreferencesDialog:
    QTest.keyClick(window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    found = window.findChild(PreferencesDialog)
    assert isinstance(found, PreferencesDialog)
    return found


def choose(box: QComboBox, at: int) -> None:
    box.setCurrentIndex(at)
    box.activated.emit(at)


def test_every_choice_takes_effect_at_once(window: MainWindow) -> None:
    dialog = dialog_of(window)
    choose(dialog.theme, 2)
    assert window.view.style_.theme.name == "sepia"
    choose(dialog.layout_, 2)
    assert window.view.mode == "zh"
    choose(dialog.script, 2)
    assert window.settings.script == "traditional"
    choose(dialog.citation, 1)
    assert window.settings.citation_style == "apa"
    numbers = next(b for b in dialog.findChildren(QCheckBox) if b.text() == "Paragraph numbers")
    numbers.click()
    assert window.view.style_.numbered
    dialog.close()
    again = dialog_of(window)
    assert again.theme.currentText() == "Sepia"
    assert again.citation.currentText() == "APA"


def test_the_styles_are_those_that_can_be_kept() -> None:
    assert tuple(CITATIONS) == CHOICES["citation_style"]


def test_it_leads_to_the_keys(window: MainWindow) -> None:
    from PySide6.QtWidgets import QPushButton

    from desktop.commands.shortcuts import ShortcutsDialog

    dialog = dialog_of(window)
    next(b for b in dialog.findChildren(QPushButton) if b.text() == "Keyboard shortcuts…").click()
    assert not dialog.isVisible()
    assert window.findChild(ShortcutsDialog) is not None
