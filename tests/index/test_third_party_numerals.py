"""The value cases of Recognizers-Text: numerals of every make that official prose may have, read to the exact value."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from index.numerals import read_number

SPECS = Path(__file__).resolve().parents[1] / "specs" / "recognizers"
_NOT_PROSE = re.compile(r"[A-Za-zＫｅ^打折半對对]")
_POINTS = re.compile(r"(?:个|個)?\s*百\s*分\s*[点點]$|[%％]$")


def cases(model: str) -> list[tuple[str, Decimal]]:
    """Every distinct expression with its value; percent cases in percent."""
    found: dict[str, Decimal] = {}
    for case in json.loads((SPECS / f"{model}.json").read_text(encoding="utf-8-sig")):
        for result in case["Results"]:
            text = case["Input"][result["Start"] : result["End"] + 1]
            if not _NOT_PROSE.search(text):
                found[text] = Decimal(result["Resolution"]["value"].rstrip("%"))
    return list(found.items())


def value(text: str) -> Decimal | None:
    """What we read in an expression, percentages as their number."""
    if re.search(r"分\s*之", text):
        read = read_number(text)
        return None if read is None else read * 100
    if text.endswith("成"):
        read = read_number(text[:-1])
        return None if read is None else read * 10
    if re.search(r"成\s*[一二三四五六七八九]$", text):
        tenths, _, hundredths = text.partition("成")
        first, second = read_number(tenths), read_number(hundredths)
        return None if first is None or second is None else first * 10 + second
    return read_number(_POINTS.sub("", text))


def agrees(text: str, wanted: Decimal, *, percent: bool) -> bool:
    """True where our value is theirs, which is rounded to fifteen digits."""
    read = value(text) if percent else read_number(text)
    return read is not None and abs(read - wanted) <= abs(wanted) * Decimal("1e-12")


@pytest.mark.parametrize(("model", "least"), [("NumberModel", 250), ("PercentModel", 100)])
def test_numerals_are_read_to_the_value_that_others_read(
    model: str, least: int, summary: Callable[[str, str], None]
) -> None:
    known = cases(model)
    assert len(known) >= least
    wrong = [
        f"{text} {wanted}"
        for text, wanted in known
        if not agrees(text, wanted, percent=model == "PercentModel")
    ]
    right = len(known) - len(wrong)
    summary("third-party numerals", f"{model}: {right} of {len(known)} ({right / len(known):.1%}; ≥ 98%)")
    assert right / len(known) >= 0.98, wrong
