"""Takes the stutter out of a draft: a small network that has lost its place repeats words and syllables."""

from __future__ import annotations

import re
from typing import Final

from index.report import Language

_PHRASE: Final = re.compile(r"(?<!\S)((?:\S+\s+){1,8}?)\1+")
_LETTERS: Final = re.compile(r"\S+?(?=[,.;:!?]?(?:\s|$))")
_BLANKS: Final = re.compile(r" {2,}")
_WORD: Final = re.compile(r"\b([A-Za-z]{2,})(?: \1\b)+")
_SYLLABLE: Final = re.compile(r"([A-Za-z]{1,4}?)\1{3,}")
_LETTER: Final = re.compile(r"([A-Za-z])\1{2,}")
_CHARACTERS: Final = re.compile(r"([^\W\d_]{1,6}?)\1{2,}")
_LONG_CHARACTERS: Final = re.compile(r"([^\W\d_]{3,12}?)\1+")


def without_stutter(draft: str, language: Language) -> str:
    """``draft`` with immediate repetitions said once: words and phrases in English, runs of characters in Chinese.

    Chinese doubles on purpose (常常, 人人), so there a short run must come three times.
    """
    if language is Language.EN:
        draft = _BLANKS.sub(" ", draft)
        words = _LETTERS.findall(draft)
        if len(set(zip(words, words[1:], strict=False))) < len(words) - 1:  # else no two words come twice
            draft = _PHRASE.sub(r"\1", draft)
        if any(one == other for one, other in zip(words, words[1:], strict=False)):
            draft = _WORD.sub(r"\1", _PHRASE.sub(r"\1", draft))
        return _LETTER.sub(r"\1", _SYLLABLE.sub(r"\1", draft))
    return _LONG_CHARACTERS.sub(r"\1", _CHARACTERS.sub(r"\1", draft))
