"""The catalogue of common indicators: one name for each, its aliases, its English and its code."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from resources import resource

_SCOPE: Final = re.compile(
    r"^(?:全市|全省|全区|全国|我市|我省|我区|本市|本省|省内|市域|区域|自治区)(?!重点实验室|名特)"
)
_IDLE: Final = re.compile(r"(?:工作|方面|情况)$")


def rows(*parts: str) -> list[list[str]]:
    """The fields of a table among the data on indicators, without its comments."""
    lines = resource("indicators", *parts).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


@cache
def catalogue() -> dict[str, tuple[str, str]]:
    """Every name and alias with its canonical Chinese name and its English."""
    names: dict[str, tuple[str, str]] = {}
    for name, aliases, english, *_ in rows("catalogue.tsv"):
        for alias in (name, *filter(None, aliases.split("|"))):
            names.setdefault(alias, (name, english))
    return names


def canonical(name: str) -> str:
    """The catalogue's own name for ``name``, or ``name`` without its scope word."""
    plain = _SCOPE.sub("", name)
    known = catalogue().get(plain) or catalogue().get(name)
    return known[0] if known else plain


def is_known(name: str) -> bool:
    """True for a name that the catalogue uses itself."""
    return catalogue().get(name, ("", ""))[0] == name


def known_as(name: str) -> tuple[str, str] | None:
    """The catalogue's Chinese and English for ``name``, with or without its scope word; None where it has none."""
    return catalogue().get(name) or catalogue().get(unscoped(name))


def unscoped(name: str) -> str:
    """``name`` without the words that only say whose it is (全市, 我省) and without idle endings."""
    return _IDLE.sub("", _SCOPE.sub("", name)) or name


def code_of(name: str) -> str:
    """The field's own code of an indicator, ``WDI:`` with a World Bank series; empty where none is the same."""
    known = known_as(name)
    return _codes().get(known[0], "") if known else ""


@cache
def _asked() -> dict[str, tuple[str, ...]]:
    """By English name: the catalogue's other Chinese names, and what people ask for who know none of them."""
    words: dict[str, list[str]] = {}
    for name, aliases, english, *_ in rows("catalogue.tsv"):
        words.setdefault(english, []).extend([name, *filter(None, aliases.split("|"))])
    for english, asked, *_ in rows("asked.tsv"):
        words.setdefault(english, []).extend(asked.split("|"))
    return {english: tuple(dict.fromkeys(each)) for english, each in words.items()}


def asked_as(name: str) -> tuple[str, ...]:
    """Other words, in both languages, that mean the indicator called ``name`` in Chinese; empty for an uncommon one."""
    known = known_as(name)
    return _asked().get(known[1], ()) if known else ()


@cache
def _codes() -> dict[str, str]:
    return {row[0]: row[5] for row in rows("catalogue.tsv") if len(row) > 5 and row[5]}
