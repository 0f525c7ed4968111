"""Language codes as model packages write them: zh, zh-Hans, zh_CN, zt (Traditional Chinese in Argos' list), pb, en."""

from __future__ import annotations

import re
from typing import Final

TRADITIONAL: Final = "zt"
_TRADITIONAL: Final = frozenset(("zt", "zh-hant", "zh-tw", "zh-hk", "zh-mo", "zht"))
_READ: Final = frozenset(("zh", TRADITIONAL, "en"))


def plain_code(code: str) -> str:
    """The language alone: zh for zh-Hans and zh_CN, zt for Traditional Chinese, else what stands before the region."""
    low = code.casefold().replace("_", "-")
    if low in _TRADITIONAL or low.startswith("zh-hant"):
        return TRADITIONAL
    return re.split("-", low)[0]


def reading_code(code: str) -> str:
    """The same, with Chinese as one language: what a package in Traditional characters can stand in for."""
    plain = plain_code(code)
    return "zh" if plain == TRADITIONAL else plain


def is_read(code: str) -> bool:
    """True for Chinese and English, the languages of the reader."""
    return plain_code(code) in _READ
