"""Words and punctuation apart and together again, by the rules of the Moses tokenizer that byte-pair models expect."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import Final

_QUOTES: Final = (
    (re.compile(r"[„“”«»]|''|´´"), '"'),
    (re.compile(r"[`´‘‚’]"), "'"),
    (re.compile("–"), "-"),
    (re.compile("—"), " - "),
    (re.compile("…"), "..."),
    (re.compile(r"\s+([:;])"), r"\1"),
    (re.compile(r"(\d) %"), r"\1%"),
)
_JUNK: Final = re.compile(r"[\x00-\x1f]")
_DOTS: Final = re.compile(r"\.{2,}")
_COMMA: Final = re.compile(r"(?<!\d),|,(?!\d)")
_KEPT: Final = frozenset(".'`,-")
_APOSTROPHES: Final = {
    "en": (
        (re.compile(r"(?<![^\W_])'|'(?![^\W\d_])"), " ' "),
        (re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_])"), " '"),
        (re.compile(r"(?<=\d)'(?=s)"), " '"),
    ),
    "fr": (
        (re.compile(r"(?<![^\W\d_])'|'(?![^\W\d_])"), " ' "),
        (re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_])"), "' "),
    ),
}
_ABBREVIATIONS: Final = frozenset(
    "Mr Mrs Ms Dr Prof Gen Sen Rep Gov St Jr Sr Inc Ltd Co Corp vs etc Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec "
    "Ph Adm Capt Col Sgt Lt Ave Blvd".split()
)
_NUMBERED: Final = frozenset(("No", "Nos", "Art", "pp", "Nr"))
_ESCAPES: Final = (
    ("&", "&amp;"), ("|", "&#124;"), ("<", "&lt;"), (">", "&gt;"), ("'", "&apos;"), ('"', "&quot;"), ("[", "&#91;"),
    ("]", "&#93;"),
)  # fmt: skip
_OLD_ESCAPES: Final = (("|", "&bar;"), ("[", "&bra;"), ("]", "&ket;"))
_OPENING: Final = re.compile(r"[^\w\s]*[(\[{¿¡$£€¥]+")
_CLOSING: Final = re.compile(r"[,.?!:;\\%}\])]+")


def tokenize(text: str, language: str) -> list[str]:
    """The words and marks of a sentence in ``language``, special characters escaped."""
    for pattern, plain in _QUOTES:
        text = pattern.sub(plain, text)
    text = _JUNK.sub("", " ".join(text.split()))
    text = "".join(c if _inside(c) or c.isspace() or c in _KEPT else f" {c} " for c in text)
    text = _COMMA.sub(" , ", _DOTS.sub(lambda m: f" {m.group()} ", text))
    rules = _APOSTROPHES.get({"it": "fr"}.get(language, language))
    if rules is None:
        text = text.replace("'", " ' ")
    else:
        for pattern, spaced in rules:
            text = pattern.sub(spaced, text)
    words = text.split()
    out: list[str] = []
    for i, word in enumerate(words):
        out.extend(_without_stop(word, words[i + 1] if i + 1 < len(words) else ""))
    return [_escaped(word) for word in out]


def _inside(char: str) -> bool:
    return char.isalnum() or unicodedata.category(char).startswith("M")


def _without_stop(word: str, following: str) -> tuple[str, ...]:
    """A word and the full stop after it, apart unless the stop belongs to an abbreviation."""
    stem = word[:-1]
    if not word.endswith(".") or not stem or stem.endswith("."):
        return (word,)
    abbreviated = "." in stem and any(c.isalpha() for c in stem)
    if abbreviated or stem in _ABBREVIATIONS or following[:1].islower():
        return (word,)
    if stem in _NUMBERED and following[:1].isdigit():
        return (word,)
    return (stem, ".")


def _escaped(word: str) -> str:
    for char, written in _ESCAPES:
        word = word.replace(char, written)
    return word


def unescape(word: str) -> str:
    """What a token stands for."""
    for char, written in (*_OLD_ESCAPES, *reversed(_ESCAPES)):
        word = word.replace(written, char)
    return word


def detokenize(tokens: Sequence[str], language: str) -> str:
    """A sentence of its tokens: marks close up, brackets and quotes hug what they hold, Chinese has no blanks."""
    words = [unescape(token) for token in " ".join(tokens).replace(" @-@ ", "-").split()]
    text, glue = "", ""
    open_quotes: dict[str, bool] = {}
    for i, word in enumerate(words):
        before = words[i - 1][-1] if i else ""
        after = " "
        if _is_wide(word[0]) and (not before or _is_wide(before)):
            glue = ""
        elif _OPENING.fullmatch(word):
            after = ""
        elif _CLOSING.fullmatch(word) or (language == "en" and i and re.match(r"'[^\W\d_]", word)):
            glue = ""
        elif language in ("fr", "it") and re.search(r"[^\W\d_]'$", word):
            after = ""
        elif word in ("'", '"'):
            possessive = language == "en" and word == "'" and before == "s" and not open_quotes.get(word)
            if open_quotes.get(word) or possessive:
                glue = ""
                open_quotes[word] = False
            else:
                after = ""
                open_quotes[word] = True
        text += glue + word
        glue = after
    return text.strip()


def _is_wide(char: str) -> bool:
    """Chinese, Japanese and their full-width marks, which are written without blanks."""
    return bool(
        re.match(r"[\u2e80-\ua4cf\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003134f]", char)
    )
