"""Finds numeric expressions in English prose, for checking a translation and for translating back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from index.numerals import (
    ENGLISH_MAGNITUDES,
    ENGLISH_ORDINALS,
    ENGLISH_TENS,
    ENGLISH_UNITS,
    english_cardinal,
)
from index.quantities.chinese import iso_dates
from index.quantities.model import Form, Qualifier, Quantity, QuantityMention
from index.quantities.units import BY_KEY, ENGLISH_WRITINGS
from index.text import Span

_DIGITS = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_SCALE = r"thousand|million|billion|trillion"
_UNIT = "|".join(re.escape(u) for u in sorted(ENGLISH_WRITINGS, key=len, reverse=True))
_UNIT_END = r"(?![A-Za-z])"
_MONTHS: Final = (
    "January February March April May June July August September October November December".split()
)
_BEFORE = (
    r"about|around|approximately|roughly|some|nearly|almost|close to|more than|over|at least|no less than|"
    r"not less than|no fewer than|up to|no more than|less than|fewer than|under|within|upwards of|above|below"
)
_AFTER = r"or so|or more|or above|or higher|or over|or less|or lower|or below"
_TENS_WORDS = "|".join(ENGLISH_TENS)
_UNIT_WORDS = "|".join(w for w in ENGLISH_UNITS if w not in ("zero", "one"))
_CARDINAL = rf"(?:{_TENS_WORDS})(?:[- ](?:one|{_UNIT_WORDS}))?|{_UNIT_WORDS}"

_NUMBER: Final = re.compile(
    rf"(?:\b(?P<before>{_BEFORE})\s+)?(?:(?P<prefix>RMB|¥|CNY|US\$|USD|\$|HK\$|€)\s?)?"
    rf"(?<![\w.,-])(?P<number>{_DIGITS})(?P<bps>%)?(?:[ -](?P<scale>{_SCALE})\b)?"
    rf"(?:(?:[ -](?P<unit1>{_UNIT}){_UNIT_END})?\s?(?:–|—|-|to|and)\s?(?P<upper>{_DIGITS})(?=[%\s])(?P<pc2>%)?(?:[ -](?P<scale2>{_SCALE})\b)?)?"
    rf"(?:[ -]?(?P<unit>{_UNIT}){_UNIT_END})?(?:\s+(?P<after>{_AFTER})\b)?",
    re.IGNORECASE,
)
_WORDS: Final = re.compile(
    rf"(?:\b(?P<before>{_BEFORE})\s+)?\b(?P<number>{_CARDINAL}|one(?= (?:hundred|thousand|million|billion|trillion)))\b"
    rf"(?:[ -](?P<scale>hundred(?:[ -](?:{_SCALE}))?|{_SCALE})\b(?:(?<=hundred) and (?P<rest>{_CARDINAL}|one)\b)?)?(?:[ -](?P<unit>{_UNIT}){_UNIT_END})?",
    re.IGNORECASE,
)
_ORDINAL: Final = re.compile(
    rf"\b(?P<digits>\d+)(?:st|nd|rd|th)\b|\b(?P<word>{'|'.join(ENGLISH_ORDINALS)})\b", re.IGNORECASE
)
_DATE: Final = re.compile(
    rf"\b(?P<month>{'|'.join(_MONTHS)}) (?P<day>[12]\d|3[01]|[1-9])(?:, (?P<year>(?:19|20)\d\d))?\b"
    rf"|\b(?P<month2>{'|'.join(_MONTHS)}),? (?P<year2>(?:19|20)\d\d)\b"
)
_YEAR: Final = re.compile(
    r"(?<![\w.,%-])(?P<year>(?:19|20)\d\d)(?![\d,.]\d|%|[ -](?:thousand|million|billion|trillion|yuan)\b|\w)"
)
_YEAR_AFTER_DASH: Final = re.compile(r"(?<=(?:19|20)\d\d[-–—])(?P<year>(?:19|20)\d\d)\b")
_FRACTION: Final = re.compile(
    r"\b(?P<above>one|two|three|four)[- ](?P<below>third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth)s?\b"
    r"|(?<![\d/.])(?P<above2>\d{1,2})/(?P<below2>\d{1,2})(?![\d/])",
    re.IGNORECASE,
)
_CODE: Final = re.compile(
    r"\b(?:[A-Z]+[a-z]?\d[\w.]*|\d+(?:\.\d+)?[A-Z]+\b|[A-Z]{2,}(?![$A-Z])[a-z]?(?:[-&/+][A-Za-z0-9]+)*\+?)(?!\$)"
)

_QUALIFIERS: Final = {
    "about": Qualifier.ABOUT, "around": Qualifier.ABOUT, "approximately": Qualifier.ABOUT, "roughly": Qualifier.ABOUT,
    "some": Qualifier.ABOUT, "or so": Qualifier.ABOUT, "nearly": Qualifier.NEARLY, "almost": Qualifier.NEARLY,
    "close to": Qualifier.NEARLY, "more than": Qualifier.OVER, "over": Qualifier.OVER, "above": Qualifier.OVER,
    "upwards of": Qualifier.OVER, "at least": Qualifier.AT_LEAST, "no less than": Qualifier.AT_LEAST,
    "not less than": Qualifier.AT_LEAST, "no fewer than": Qualifier.AT_LEAST, "or more": Qualifier.AT_LEAST,
    "or above": Qualifier.AT_LEAST, "or higher": Qualifier.AT_LEAST, "or over": Qualifier.AT_LEAST,
    "up to": Qualifier.UP_TO, "no more than": Qualifier.UP_TO, "less than": Qualifier.UP_TO,
    "fewer than": Qualifier.UP_TO, "under": Qualifier.UP_TO, "within": Qualifier.UP_TO, "below": Qualifier.UP_TO,
    "or less": Qualifier.UP_TO, "or lower": Qualifier.UP_TO, "or below": Qualifier.UP_TO,
}  # fmt: skip
_PREFIXES: Final = {
    "rmb": "CNY",
    "¥": "CNY",
    "cny": "CNY",
    "us$": "USD",
    "usd": "USD",
    "$": "USD",
    "hk$": "HKD",
    "€": "EUR",
}
_WRITINGS: Final = {k.lower(): v for k, v in ENGLISH_WRITINGS.items()}
_PARTS: Final = {
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
}


def _qualifier(*words: str | None) -> Qualifier:
    return next((_QUALIFIERS[w.lower()] for w in words if w), Qualifier.EXACT)


def _scale(word: str | None) -> Decimal:
    factor = Decimal(1)
    for part in re.split("[ -]", word.lower()) if word else ():  # one hundred million
        factor *= ENGLISH_MAGNITUDES[part]
    return factor


def _form(unit: str) -> Form:
    if unit not in BY_KEY:
        return Form.NUMBER
    return {"money": Form.MONEY, "percent": Form.PERCENT, "points": Form.POINTS}.get(
        BY_KEY[unit].dimension, Form.NUMBER
    )


def _numbers(text: str) -> Iterator[QuantityMention]:
    for m in _NUMBER.finditer(text):
        scale, scale2 = _scale(m["scale"]), _scale(m["scale2"])
        value, upper = Decimal(m["number"].replace(",", "")) * scale, None
        end = max(m.end("number"), m.end("scale"), m.end("upper"), m.end("scale2"))
        whole_end = m.end()
        if m["upper"]:
            upper = Decimal(m["upper"].replace(",", "")) * scale2
            if not m["scale"] and scale2 != 1 and not m["unit1"]:
                value *= scale2
            joined = text[m.end("number") : m.start("upper")]
            change = "to" in joined and re.search(
                r"\bfrom\s+(?:[a-z]+\s+)?$", text[: m.start()], re.IGNORECASE
            )
            if (
                change
                or upper <= value
                or ("and" in joined and not text[: m.start()].lower().endswith("between "))
            ):
                upper, end = None, max(m.end("number"), m.end("scale"))
                shared = scale2 if change and not m["scale"] else scale  # from 54 to 82.7 trillion
                value = Decimal(m["number"].replace(",", "")) * shared
                whole_end = max(end, m.end("bps"), m.end("unit1"))
        unit_text = (m["unit"] if upper is not None or not m["upper"] else m["unit1"]) or ""
        unit = _WRITINGS.get(unit_text.lower(), "") or (
            "%" if m["bps"] or (upper is not None and m["pc2"]) else ""
        )
        if m["upper"] and upper is None and not unit and (m["pc2"] or m["unit"]):
            unit = "%" if m["pc2"] else _WRITINGS.get(m["unit"].lower(), "")  # from 10.2 to 14.6 percent
        unit = unit or _PREFIXES.get((m["prefix"] or "").lower(), "")
        bare_start = m.start("prefix") if m["prefix"] else m.start("number")
        bare_end = max(end, m.end("bps") if upper is None else -1, m.end("pc2") if upper is not None else -1)
        if unit_text:
            bare_end = max(
                bare_end, m.end("unit") if (upper is not None or not m["upper"]) else m.end("unit1")
            )
        qualifier = _qualifier(m["before"], m["after"] if whole_end == m.end() else None)
        yield QuantityMention(
            span=Span(m.start(), max(whole_end, bare_end)),
            core=Span(m.start("number"), end),
            bare=Span(bare_start, bare_end),
            quantity=Quantity(value, unit, qualifier, upper),
            form=_form(unit),
        )
        if m["upper"] and upper is None:
            yield from (_shift(x, m.start("upper")) for x in _numbers(text[m.start("upper") : m.end()]))


def _shift(mention: QuantityMention, by: int) -> QuantityMention:
    return QuantityMention(
        mention.span.shifted(by),
        mention.core.shifted(by),
        mention.bare.shifted(by),
        mention.quantity,
        mention.form,
    )


def _words(text: str) -> Iterator[QuantityMention]:
    for m in _WORDS.finditer(text):
        value = Decimal(1) if m["number"].lower() == "one" else english_cardinal(m["number"])
        if value is None:
            continue
        value *= _scale(m["scale"])
        if m["rest"]:
            value += Decimal(1) if m["rest"].lower() == "one" else english_cardinal(m["rest"]) or 0
        unit = _WRITINGS.get((m["unit"] or "").lower(), "")
        end = max(m.end("number"), m.end("scale"), m.end("rest"))
        yield QuantityMention(
            span=Span(*m.span()),
            core=Span(m.start("number"), end),
            bare=Span(m.start("number"), m.end("unit") if m["unit"] else end),
            quantity=Quantity(value, unit, _qualifier(m["before"])),
            form=_form(unit),
            spelled=True,
        )


def _ordinals(text: str) -> Iterator[QuantityMention]:
    for m in _ORDINAL.finditer(text):
        value = Decimal(m["digits"]) if m["digits"] else Decimal(ENGLISH_ORDINALS[m["word"].lower()])
        span = Span(*m.span())
        yield QuantityMention(
            span,
            span,
            span,
            Quantity(value),
            Form.ORDINAL,
            spelled=m["digits"] is None,
            tentative=m["digits"] is None,
        )


def _dates(text: str) -> Iterator[QuantityMention]:
    yield from iso_dates(text)
    for m in _DATE.finditer(text):
        month = _MONTHS.index(m["month"] or m["month2"]) + 1
        year = m["year"] or m["year2"]
        key = (year or "-") + f"-{month:02}" + (f"-{int(m['day']):02}" if m["day"] else "")
        span = Span(*m.span())
        yield QuantityMention(span, span, span, Quantity(Decimal(year or month)), Form.DATE, key=key)
    for pattern in (_YEAR, _YEAR_AFTER_DASH):
        for m in pattern.finditer(text):
            span = Span(*m.span())
            yield QuantityMention(span, span, span, Quantity(Decimal(m["year"])), Form.DATE, key=m["year"])


def _fractions(text: str) -> Iterator[QuantityMention]:
    for m in _FRACTION.finditer(text):
        if m["above"]:
            above, below = int(english_cardinal(m["above"]) or 0), _PARTS[m["below"].lower()]
        else:
            above, below = int(m["above2"]), int(m["below2"])
        if 0 < above < below:
            span = Span(*m.span())
            quantity = Quantity(Decimal(above) / Decimal(below))
            yield QuantityMention(
                span, span, span, quantity, Form.FRACTION, spelled=True, key=f"{above}/{below}"
            )


def _codes(text: str) -> Iterator[QuantityMention]:
    for m in _CODE.finditer(text):
        span = Span(*m.span())
        if m.group() not in ("RMB", "CNY", "USD", "TEU", "TEUs", "GW", "MW", "MWh", "GWh"):
            yield QuantityMention(span, span, span, Quantity(Decimal(0)), Form.CODE, key=m.group())


def scan_english(text: str) -> tuple[QuantityMention, ...]:
    """All numeric expressions of ``text`` in reading order, none overlapping another; values are exact.

    Capitals-only words and names with digits (5G, PM2.5) are returned as codes.
    """
    taken = bytearray(len(text))
    found: list[QuantityMention] = []
    for scanner in (_dates, _codes, _fractions, _ordinals, _numbers, _words):
        for mention in scanner(text):
            where = mention.span if not any(taken[mention.span.start : mention.span.end]) else mention.bare
            if any(taken[where.start : where.end]):
                continue
            found.append(
                QuantityMention(
                    where,
                    mention.core,
                    mention.bare,
                    mention.quantity,
                    mention.form,
                    None,
                    mention.spelled,
                    mention.key,
                    mention.tentative,
                )
            )
            taken[where.start : where.end] = b"\x01" * (where.end - where.start)
    return tuple(sorted(found, key=lambda mention: mention.span))
