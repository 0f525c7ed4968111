"""Cuts Chinese into words where no glossary and no dictionary knows one: the likeliest row of words of one or two characters.

How likely they are is read off the vocabulary of the encoder. Longer pieces of it are phrases, which a student wants word
by word.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Final

from index.text import Span
from models.glossary import fold_chinese

LONGEST: Final = 2
"""Characters of a word."""
_HAN: Final = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]+")
_UNKNOWN: Final = 5.0
"""How much less likely a character is that the vocabulary has not, than its rarest piece (natural logarithm)."""
_LARGEST: Final = 32_000_000


class WordCutter:
    """Cuts text by the natural logarithms of how often words are met; without any it gives single characters."""

    def __init__(self, scores: Mapping[str, float]) -> None:
        self._scores = {
            word: score for word, score in scores.items() if len(word) <= LONGEST and _HAN.fullmatch(word)
        }
        self._lowest = min(self._scores.values(), default=0.0) - _UNKNOWN

    def cut(self, text: str) -> tuple[Span, ...]:
        """The words of ``text``, in either script, in order; what is not Chinese is left out."""
        folded = fold_chinese(text)
        return tuple(
            span.shifted(run.start()) for run in _HAN.finditer(folded) for span in self._words(run.group())
        )

    def _words(self, run: str) -> list[Span]:
        best = [0.0, *([float("-inf")] * len(run))]
        first = [0] * (len(run) + 1)
        for end in range(1, len(run) + 1):
            for start in range(max(0, end - LONGEST), end):
                score = self._scores.get(run[start:end], self._lowest if end - start == 1 else None)
                if score is not None and best[start] + score > best[end]:
                    best[end], first[end] = best[start] + score, start
        spans: list[Span] = []
        end = len(run)
        while end:
            spans.append(Span(first[end], end))
            end = first[end]
        return spans[::-1]


@lru_cache(maxsize=2)
def read_cutter(folder: Path) -> WordCutter:
    """The cutter by the vocabulary of an encoder's folder; one that knows no words where the folder has none."""
    scores: dict[str, float] = {}
    for path in sorted(folder.glob("**/tokenizer.json"))[:1]:
        try:
            if path.stat().st_size <= _LARGEST:
                model = json.loads(path.read_text("utf-8"))["model"]
                # Of a unigram model: pairs of a piece and its logarithm.
                scores = {str(piece).lstrip("\u2581"): float(score) for piece, score in model["vocab"]}
        except (OSError, ValueError, TypeError, KeyError, RecursionError):
            scores = {}
    return WordCutter(scores)
