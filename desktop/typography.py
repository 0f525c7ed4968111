"""The look of the text: applied from the settings, and changed in a small popup while the text shows it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QToolBar

from desktop.reader.style import ReadingStyle, Typography
from desktop.settings import Settings
from desktop.theme import Theme

if TYPE_CHECKING:
    from desktop.dialogs.typography import TypographyPopup
    from desktop.main_window import MainWindow


def typography_of(settings: Settings) -> Typography:
    """What the settings say of it."""
    return Typography(settings.font_chinese, settings.font_english, settings.line_height, settings.text_width)


class Typographer(QObject):
    """Sets the text of a window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.popup: TypographyPopup | None = None
        window.actions_.connect(typography=self.show)

    def apply(self, theme: Theme) -> None:
        """Set the text as the settings say."""
        settings = self._window.settings
        self._window.view.set_style(ReadingStyle(theme, settings.zoom, typography_of(settings)))

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
        self.apply(window.view.style_.theme)
