"""Shows the page of a PDF that the text stands on, as it was printed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QScrollArea, QToolButton, QVBoxLayout, QWidget

from desktop.icons import icon, icon_size
from desktop.theme import Theme

if TYPE_CHECKING:
    from index.apart.worker import PageImage

_SIZE: Final = (640, 860)


class PageWindow(QDialog):
    """``page_wanted`` asks for a page by its number, ``width_changed`` for the page in another size."""

    page_wanted = Signal(int)
    width_changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Page of the file"))
        self.resize(*_SIZE)
        self.page, self.last = 0, 0
        self.picture = QLabel("", self)
        self.picture.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.area = QScrollArea(self)
        self.area.setWidget(self.picture)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setAccessibleName(self.tr("Page of the file"))
        self.previous = self._button("up", self.tr("Previous page"), lambda: self._step(-1))
        self.next = self._button("down", self.tr("Next page"), lambda: self._step(1))
        self.words = QLabel("", self)
        row = QHBoxLayout()
        row.addWidget(self.previous)
        row.addWidget(self.next)
        row.addWidget(self.words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addLayout(row)
        column.addWidget(self.area, 1)
        self.set_theme(theme)

    def _button(self, drawn: str, words: str, use: object) -> QToolButton:
        button = QToolButton(self)
        button.setProperty("drawn", drawn)
        button.setIconSize(icon_size())
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.clicked.connect(use)
        return button

    def set_theme(self, theme: Theme) -> None:
        """Another theme; the page stays as it was printed."""
        for button in (self.previous, self.next):
            button.setIcon(icon(str(button.property("drawn")), theme.text, theme.faint))

    @property
    def wanted_width(self) -> int:
        """How wide the page should be, in pixels of the screen."""
        return max(200, round((self.area.viewport().width() - 4) * self.devicePixelRatioF()))

    def show_place(self, page: int, last: int) -> None:
        """The page that is being drawn, of how many."""
        self.page, self.last = page, last
        self.words.setText(self.tr("Page {n} of {all}").format(n=page, all=last))
        self.previous.setEnabled(page > 1)
        self.next.setEnabled(page < last)

    def show_image(self, image: PageImage) -> None:
        """The page."""
        made = QImage(image.rgba, image.width, image.height, image.width * 4, QImage.Format.Format_RGBA8888)
        pixmap = QPixmap.fromImage(made)
        pixmap.setDevicePixelRatio(self.devicePixelRatioF())
        self.picture.setPixmap(pixmap)
        self.picture.setAccessibleName(self.words.text())
        self.area.verticalScrollBar().setValue(0)

    def show_problem(self, words: str) -> None:
        """Why there is no page."""
        self.picture.setText(words)

    def _step(self, by: int) -> None:
        if 1 <= self.page + by <= self.last:
            self.page_wanted.emit(self.page + by)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page Up and Page Down turn pages."""
        steps = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
        key = Qt.Key(event.key())
        if key in steps:
            self._step(steps[key])
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw the page in its new size."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.width_changed.emit()
