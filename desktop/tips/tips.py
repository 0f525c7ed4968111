"""Leads through the tips: what they say, what they point at, and that they come only once by themselves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QTimer
from PySide6.QtWidgets import QWidget

from desktop.commands.keys import shown
from desktop.tips.card import TipCard

if TYPE_CHECKING:
    from desktop.main_window import MainWindow

_SOON_MS: Final = 900
"""The text is there to be looked at first."""


class _Tip(NamedTuple):
    head: str
    words: str
    place: Callable[[], QRect | None]


class Tips(QObject):
    """The tips over a window. They never take the keyboard from the text."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.card = TipCard(window)
        self._tips = self._make()
        self._at = -1
        self.card.on.connect(self.on)
        self.card.left.connect(self.leave)
        window.actions_.connect(tips=self.begin)
        window.view.escaped.connect(self.leave)
        window.view.viewport_changed.connect(self._place)
        if window.windows is not None and window.windows.greets and not window.settings.tips_seen:
            window.windows.greets = False
            QTimer.singleShot(_SOON_MS, self, self.begin)

    @property
    def is_shown(self) -> bool:
        """True while a tip is on screen."""
        return self._at >= 0

    def begin(self) -> None:
        """Show the first tip."""
        if not self.is_shown:
            self._window.installEventFilter(self)
        self._at = -1
        self.on()

    def on(self) -> None:
        """Show the next tip that has something to point at; after the last there is none."""
        while self._at + 1 < len(self._tips):
            self._at += 1
            place = self._tips[self._at].place()
            if place is not None:
                tip = self._tips[self._at]
                self.card.say(tip.head, tip.words, self._at, len(self._tips))
                self.card.point_at(place)
                return
        self.leave()

    def leave(self) -> None:
        """No more tips; they can be asked for again."""
        if self.is_shown:
            self._at = -1
            self.card.leave()
            self._window.removeEventFilter(self)
            self._window.settings = replace(self._window.settings, tips_seen=True)
            self._window.view.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay beside what is pointed at when the window changes."""
        if event.type() == QEvent.Type.Resize and self.is_shown:
            QTimer.singleShot(0, self, self._place)
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        if self.is_shown:
            place = self._tips[self._at].place()
            if place is None:
                self.leave()
            else:
                self.card.point_at(place)

    def _make(self) -> tuple[_Tip, ...]:
        keys = self._window.actions_.keys
        search = shown(keys["search"].window[0]) if keys["search"].window else ""
        ask = self.tr(
            "Ask in your own words, in English or Chinese: an English question finds Chinese passages."
        )
        if search:
            ask = f"{ask} {self.tr('{key} brings you here.').format(key=search)}"
        return (
            _Tip(self.tr("Search by meaning"), ask, self._search),
            _Tip(
                self.tr("Two languages, one text"),
                self.tr(
                    "Rest the mouse on a sentence, and its translation lights up. A click keeps it; "
                    "select words to mark them or to write a note."
                ),
                self._sentence,
            ),
            _Tip(
                self.tr("Every figure is linked"),
                self.tr(
                    "Underlined numbers are indicators. Click one to see what it measures, its target and its result. "
                    "Everything happens on this computer."
                ),
                self._figure,
            ),
        )

    def _of_widget(self, widget: QWidget) -> QRect | None:
        if not widget.isVisible():
            return None
        return QRect(widget.mapTo(self._window, QPoint(0, 0)), widget.size())

    def _search(self) -> QRect | None:
        return self._of_widget(self._window.panes.side.search.line)

    def _in_view(self, box: QRect) -> QRect | None:
        viewport = self._window.view.viewport()
        shown_part = box.intersected(viewport.rect())
        if not shown_part.isValid():
            return None
        return shown_part.translated(viewport.mapTo(self._window, QPoint(0, 0)))

    def _sentence(self) -> QRect | None:
        view = self._window.view
        for sentence in view.visible_sentences()[1:]:
            box = view.sentence_rect(sentence, view.layouts.columns[0].side)
            if box is not None:
                return self._in_view(box.toAlignedRect())
        return None

    def _figure(self) -> QRect | None:
        view = self._window.view
        wanted = set(view.visible_sentences())
        for indicator in view.text.indicators.values():
            if indicator.sentence_id in wanted:
                box = view.indicator_rect(indicator.id, view.layouts.columns[0].side)
                if box is not None:
                    return self._in_view(box.toAlignedRect())
        return self._of_widget(self._window.panes.side.tabs)
