"""Simplified and Traditional Chinese: conversions that keep every span, and the folded form that matching uses."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache
from typing import Final, Protocol

from index.text import without_surrogates

_ONGOING: Final = re.compile("(?<![显卓昭名专论编原巨遗译合土知])著(?![名作称述者录书])")


class _Converter(Protocol):
    """The one method of OpenCC's converter that is used here."""

    def convert(self, text: str) -> str: ...


@cache
def _converter(config: str) -> _Converter:
    import opencc

    converter: _Converter = opencc.OpenCC(config)
    return converter


def to_simplified(text: str) -> str:
    """``text`` in Simplified Chinese, one character for each, so that spans over it stay valid."""
    simplified = _convert("t2s", text)
    # 著 is 着 where it marks an action going on (看著), and itself in 显著, 著名; OpenCC leaves it alone
    return _ONGOING.sub("着", simplified) if "著" in simplified else simplified


def to_traditional(text: str) -> str:
    """``text`` in Traditional Chinese, one character for each, so that spans over it stay valid."""
    return _convert("s2t", text)


def to_taiwan(text: str) -> str:
    """``text`` as it is written in Taiwan, words included (软件 → 軟體); the length may change."""
    return _converter("s2twp").convert(text)


def _convert(config: str, text: str) -> str:
    if not text or text.isascii():
        return text
    text = without_surrogates(text)
    convert = _converter(config).convert
    converted = convert(text)
    if len(converted) == len(text):
        return converted
    # A phrase rule changed the length; give up its context, line by line and then character by character.
    if "\n" in text:
        return "\n".join(_convert(config, line) for line in text.split("\n"))
    return "".join(new if len(new := convert(char)) == 1 else char for char in text)


def fold(text: str) -> str:
    """``text`` for matching: Simplified, compatibility forms made plain (％ → %, Ａ → A), lower case.

    The length may change; compare folded texts with folded texts, and keep spans on the original.
    """
    return unicodedata.normalize("NFKC", to_simplified(text)).casefold()


def fold_all(texts: Sequence[str]) -> list[str]:
    """``fold`` of each text, in one pass over them all (a thousand small conversions are slow)."""
    if any("\n" in text for text in texts):
        return [fold(text) for text in texts]
    return fold("\n".join(texts)).split("\n") if texts else []
