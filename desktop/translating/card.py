"""A card over the text with the other language of what was asked about."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.icons import icon, icon_size
from desktop.notes.bar import place_beside
from desktop.reader.provenance import origin_words
from desktop.theme import LIGHT, Theme, reading_font

if TYPE_CHECKING:
    from desktop.translating.parts import Part
    from index.report import Language

_WIDTH: Final = 460
_HIGHEST: Final = 260


class TranslationCard(QFrame):
    """``copy_wanted`` and ``note_wanted`` tell what was clicked, ``left`` that the card is gone."""

    copy_wanted = Signal()
    note_wanted = Signal()
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("popup")
        self.setAccessibleName(self.tr("Translation"))
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setFixedWidth(_WIDTH)
        self._theme = LIGHT
        self._parts: Sequence[Part] = ()
        self.words = QLabel("", self)
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.RichText)
        self.words.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.words.setAccessibleName(self.tr("Translation"))
        self._area = QScrollArea(self)
        self._area.setObjectName("card-text")
        self._area.setWidget(self.words)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._from = QLabel("", self)
        self._from.setObjectName("muted")
        self._from.setTextFormat(Qt.TextFormat.PlainText)
        self._from.setWordWrap(True)
        self.copy = self._button(self.tr("Copy"), self.copy_wanted)
        self.note = self._button(self.tr("Write a note"), self.note_wanted)
        self.close_ = QToolButton(self)
        self.close_.setIconSize(icon_size())
        self.close_.setToolTip(self.tr("Close (Esc)"))
        self.close_.setAccessibleName(self.tr("Close (Esc)"))
        self.close_.clicked.connect(self.leave)
        foot = QHBoxLayout()
        foot.setSpacing(6)
        foot.addWidget(self._from, 1)
        for button in (self.copy, self.note, self.close_):
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 10, 10)
        column.setSpacing(8)
        column.addWidget(self._area)
        column.addLayout(foot)
        self.hide()

    def _button(self, words: str, signal: object) -> QPushButton:
        button = QPushButton(words, self)
        button.setAutoDefault(False)
        button.clicked.connect(signal)
        return button

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self._theme = theme
        self.close_.setIcon(icon("close", theme.text, theme.faint))
        if self._parts:
            self._write()

    def show_parts(self, parts: Sequence[Part], side: Language, problem: str = "") -> None:
        """Say these sentences, which are in ``side``; ``problem`` stands for those that cannot be had."""
        self._parts = parts
        self._problem = problem
        self.words.setFont(reading_font(side, 15))
        self._joint = " " if side == "en" else ""
        self._write()

    def text(self) -> str:
        """What is said, for copying."""
        return self._joint.join(part.words for part in self._parts if part.words)

    def _write(self) -> None:
        self.words.setText(self._joint.join(self._html(part) for part in self._parts))
        self._from.setText(self._provenance())
        self.copy.setEnabled(bool(self.text()))

    def _html(self, part: Part) -> str:
        theme = self._theme
        if not part.words:
            waiting = self._problem or self.tr("Being translated…")
            return f"<span style='color:{theme.muted}'>{escape(waiting)}</span>"
        if part.chosen is None:
            return escape(part.words)
        before, chosen = part.words[: part.chosen.start], part.chosen.of(part.words)
        after = part.words[part.chosen.end :]
        mark = f"<span style='background:{theme.number}; color:{theme.text}'>{escape(chosen)}</span>"
        return f"{escape(before)}{mark}{escape(after)}"

    def _provenance(self) -> str:
        """Where the words come from, and what is doubted in them."""
        made = [part.translation for part in self._parts if part.translation is not None]
        said: dict[str, None] = {}
        for translation in made:
            if translation.engine == "none":
                said[self.tr("not translated")] = None
            elif translation.entry is not None:
                said[origin_words(translation.entry)] = None
            else:
                said[self.tr("machine translation")] = None
        if any(t.numbers == "warning" or t.doubts for t in made):
            said[self.tr("check before you quote")] = None
        if not made and any(part.words for part in self._parts):
            said[self.tr("the report's own words")] = None
        return " · ".join(said)

    def show_beside(self, words: QRect) -> None:
        """Stand below the words, or above where there is no room."""
        room = _WIDTH - 14 - 10 - 2
        height = self.words.heightForWidth(room - 14 if self.words.heightForWidth(room) > _HIGHEST else room)
        self._area.setFixedHeight(min(_HIGHEST, height + 2))
        self.adjustSize()
        self.move(place_beside(words, self, above=False))
        self.show()
        self.raise_()

    def leave(self) -> None:
        """Go."""
        if not self.isHidden():
            self.hide()
            self._parts = ()
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)
