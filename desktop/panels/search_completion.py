"""Completes the filters of a search line while they are typed: keys, then their values."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QObject, QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit

from index.query import HAS_WORDS, KEYS, Has
from index.variants import fold

_MOST: Final = 12
_SPACE: Final = " \u3000\t"
_QUOTES: Final = '"“”'

Values = Callable[[str], Sequence[str]]
"""The values that a key may have at this moment."""


class FilterCompletion(QObject):
    """Offers what the word at the cursor may become. ``values`` gives those of ``section``, ``report`` and ``year``."""

    def __init__(self, line: QLineEdit, values: Values, *, chinese: bool = False) -> None:
        super().__init__(line)
        self._line = line
        self._values = values
        self._chinese = chinese
        self._model = QStringListModel(self)
        self.completer = QCompleter(self._model, self)
        self.completer.setWidget(line)
        self.completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.completer.activated.connect(self.insert)
        line.textEdited.connect(self._offer)

    def suggestions(self) -> tuple[str, ...]:
        """What the word at the cursor may become."""
        word = self._line.text()[self._start() : self._line.cursorPosition()]
        return suggest(word, self._values, chinese=self._chinese)

    def insert(self, words: str) -> None:
        """Put ``words`` in place of the word at the cursor."""
        text, at, start = self._line.text(), self._line.cursorPosition(), self._start()
        whole = words if words.endswith((":", "：")) else f"{words} "
        self._line.setText(text[:start] + whole + text[at:].lstrip())
        self._line.setCursorPosition(start + len(whole))
        if words.endswith((":", "：")):
            self._offer()

    def _start(self) -> int:
        """Where the word at the cursor begins; spaces within quotation marks are part of it."""
        text, start, quoted = self._line.text()[: self._line.cursorPosition()], 0, False
        for at, char in enumerate(text):
            if char in _QUOTES:
                quoted = not quoted
            elif char in _SPACE and not quoted:
                start = at + 1
        return start

    def _offer(self) -> None:
        found, popup = self.suggestions(), self.completer.popup()
        self._model.setStringList(list(found))
        if found:
            if popup is not None:  # a window of its own, which the theme does not reach
                popup.setPalette(self._line.palette())
                popup.setStyleSheet(self._line.window().styleSheet())
            self.completer.complete(self._line.rect())
        elif popup is not None:
            popup.hide()


def suggest(word: str, values: Values, *, chinese: bool = False) -> tuple[str, ...]:
    """What a word that is being typed may become: ``se`` → ``section:``, ``has:t`` → ``has:target``."""
    key, colon, begun = word.replace("：", ":").partition(":")
    if not colon:
        least = 1 if key and not key.isascii() else 2
        names = [name for names in KEYS.values() for name in (names[:1] if key.isascii() else names)]
        fits = [f"{n}:" for n in names if len(key) >= least and n.startswith(key.casefold()) and n != key]
        return tuple(fits)
    name = next((main for main, names in KEYS.items() if key.casefold() in names), "")
    if not name:
        return ()
    wanted = fold(begun.strip(_QUOTES))
    words = _ways(chinese=chinese) if name == "has" else list(dict.fromkeys(values(name)))
    fits = [each for each in words if wanted in fold(each) and fold(each) != wanted]
    if name == "has":
        fits = [each for each in fits if fold(each).startswith(wanted)]
    fits.sort(key=lambda each: not fold(each).startswith(wanted))
    return tuple(f"{key}:{_quoted(each)}" for each in fits[:_MOST])


def _ways(*, chinese: bool) -> list[str]:
    """One word for each kind of figure, in the language of the interface."""
    return [
        next(word for word, known in HAS_WORDS.items() if known is kind and word.isascii() is not chinese)
        for kind in Has
    ]


def _quoted(words: str) -> str:
    return f'"{words}"' if any(char in _SPACE for char in words) else words
