"""The look of the text, changed in a small popup while the text shows it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QToolBar

from desktop.reader.style import ReadingStyle, Typography, typography_of

if TYPE_CHECKING:
    from desktop.dialogs.typography import TypographyPopup
    from desktop.main_window import MainWindow


class Typographer(QObject):
    """Changes the look of a window's text."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.popup: TypographyPopup | None = None
        window.actions_.connect(typography=self.show)

    def show(self) -> None:
        """Open the popup below its button, or in the middle where the toolbar is not there."""
        from desktop.dialogs.typography import TypographyPopup

        if self.popup is None:
            self.popup = TypographyPopup(self._window)
            self.popup.changed.connect(self.change)
        settings = self._window.settings
        self.popup.show_choices(typography_of(settings), settings.zoom)
        bar = self._window.findChild(QToolBar, "toolbar")
        action = self._window.actions_["typography"]
        button = bar.widgetForAction(action) if isinstance(bar, QToolBar) else None
        below = button if button is not None and button.isVisible() else self._window.view
        corner = below.rect().bottomRight() if below is button else below.rect().center()
        self.popup.adjustSize()
        self.popup.move(below.mapToGlobal(corner) - QPoint(self.popup.width() if below is button else 0, -4))
        self.popup.show()

    def change(self, chosen: Typography, zoom: int) -> None:
        """Another look; the place in the text stays."""
        window = self._window
        window.settings = replace(
            window.settings, font_chinese=chosen.chinese, font_english=chosen.english,
            line_height=chosen.line_height, text_width=chosen.width, zoom=zoom,
        )  # fmt: skip
        window.view.set_style(ReadingStyle.chosen(window.view.style_.theme, window.settings))
