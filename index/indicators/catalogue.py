"""English names: from the catalogue of common indicators, else composed from a glossary of terms."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from index.indicators.model import NameSource
from resources import resource

_SCOPE: Final = re.compile(
    r"^(?:全市|全省|全区|全国|我市|我省|我区|本市|本省|省内|市域|区域|自治区)(?!重点实验室|名特)"
)
_IDLE: Final = re.compile(r"(?:工作|方面|情况)$")


def _rows(*parts: str) -> list[list[str]]:
    lines = resource("indicators", *parts).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


@cache
def catalogue() -> dict[str, tuple[str, str]]:
    """Every name and alias with its canonical Chinese name and its English."""
    names: dict[str, tuple[str, str]] = {}
    for name, aliases, english, *_ in _rows("catalogue.tsv"):
        for alias in (name, *filter(None, aliases.split("|"))):
            names.setdefault(alias, (name, english))
    return names


@cache
def _terms() -> tuple[dict[str, str], int]:
    terms = {zh: en for zh, en, *_ in _rows("terms.tsv")}
    return terms, max(map(len, terms))


def canonical(name: str) -> str:
    """The catalogue's own name for ``name``, or ``name`` without its scope word."""
    plain = _SCOPE.sub("", name)
    known = catalogue().get(plain) or catalogue().get(name)
    return known[0] if known else plain


@cache
def english_name(name: str) -> tuple[str, NameSource]:
    """The English of an indicator's name and where it comes from; never empty."""
    plain = _IDLE.sub("", _SCOPE.sub("", name)) or name
    known = catalogue().get(name) or catalogue().get(plain)
    if known:
        return known[1], NameSource.CATALOGUE
    text, covered = _composed(re.sub(r"[“”‘’《》]", "", plain))
    text = re.sub(r"\s+(?=,)|^[ ,]+|[ ,]+$", "", re.sub(r"\s+", " ", text)) or "figure"
    if covered < 0.6:
        text = f"{text} ({name})"  # half of a name is worse than the name itself beside it
    return text[0].upper() + text[1:], NameSource.COMPOSED


def _composed(name: str) -> tuple[str, float]:
    """The English of a name put together from its terms, and how much of the name they cover."""
    share = re.match(r"^(?P<part>.+?)占(?![地比有])(?P<whole>.+?)(?:比重|比例)?$", name)
    if share:
        part, whole = _segment(share["part"]), _segment(share["whole"])
        text = f"{_compose(part)} as a share of {_compose(whole)}"
        return text, _coverage(part + whole, len(share["part"]) + len(share["whole"]))
    pieces = _segment(name)
    return _compose(pieces), _coverage(pieces, len(name))


def _coverage(pieces: list[tuple[str, str]], length: int) -> float:
    return sum(len(zh) for zh, _ in pieces) / max(length, 1)


def _singular(english: str) -> str:
    """The form of a noun before another noun: enterprises → enterprise."""
    if (
        english.endswith(("ics", "ss", "sports", "goods", "news", "services", "affairs", "us", "is"))
        or "'" in english
    ):
        return english
    if english.endswith("ies"):
        return english[:-3] + "y"
    return english[:-1] if english.endswith("s") else english


def _segment(name: str) -> list[tuple[str, str]]:
    """Greedy longest match from the left over catalogue and glossary; what is unknown is left out."""
    terms, longest = _terms()
    pieces: list[tuple[str, str]] = []
    at = 0
    while at < len(name):
        for size in range(min(max(longest, 14), len(name) - at), 0, -1):
            piece = name[at : at + size]
            english = terms.get(piece)
            if size == 1 and piece in "省市县户村站草" and at:
                english = None
            if english is None and size >= 4:
                known = catalogue().get(piece)
                english = (
                    known[1][0].lower() + known[1][1:]
                    if known and not known[1][:2].isupper()
                    else (known[1] if known else None)
                )
            if english is not None:
                pieces.append((piece, english))
                at += size
                break
        else:
            latin = re.match(r"[A-Za-z0-9.+-]+", name[at:])
            if latin:
                pieces.append((latin.group(), latin.group()))
                at += latin.end()
            else:
                at += 1
    return pieces


def _compose(pieces: list[tuple[str, str]]) -> str:
    """Puts the English of the pieces together: ``output of {}`` takes the rest as its object."""
    if not pieces:
        return ""
    if "{}" in pieces[-1][1]:
        return _fill(pieces[-1][1], _compose(pieces[:-1]))
    if "{}" in pieces[0][1]:
        return _fill(pieces[0][1], _compose(pieces[1:]))
    for n, (_, english) in enumerate(pieces):
        if "{}" in english:
            return _compose([*pieces[:n], ("", _fill(english, "")), *pieces[n + 1 :]])
    parts = [english for _, english in pieces if english]
    last = len(parts) - 1
    return " ".join(
        w if n == last or parts[n + 1] in (",", "and", "and other") else _singular(w)
        for n, w in enumerate(parts)
    )


def _fill(template: str, rest: str) -> str:
    if rest:
        return template.replace("{}", rest)
    return re.sub(r"\s*\b(?:of|in|for|to|by|with|per|on)?\s*\{\}", "", template).strip()
