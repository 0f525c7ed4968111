"""Why a translation may be wrong although its figures are right."""

from __future__ import annotations

import pytest

from index.report import Language
from models.doubts import Doubt, doubts_of, repeats, untranslated


@pytest.mark.parametrize(
    ("target", "source", "looped"),
    [
        ("We will expand domestic demand and we will expand domestic demand.", "扩大内需，稳定外贸。", True),
        ("We will expand domestic demand and stabilize foreign trade.", "扩大内需，稳定外贸。", False),
        # the source itself says it twice
        (
            "the year of the best development and the year of the best change",
            "发展最好的一年、变化最好的一年",
            False,
        ),
        ("", "", False),
        ("Fellow deputies,", "各位代表：", False),
    ],
)
def test_loops_in_english(target: str, source: str, looped: bool) -> None:
    assert repeats(target, source, Language.EN) is looped


def test_loops_in_chinese() -> None:
    assert repeats("推动高质量发展，推动高质量发展。", "promote development and reform", Language.ZH)
    assert not repeats("推动高质量发展，深化改革开放。", "promote development and reform", Language.ZH)


def test_chinese_left_in_english() -> None:
    assert untranslated("We will build 平陆 canal.", Language.EN)
    assert not untranslated("We will build the Pinglu Canal.", Language.EN)
    assert not untranslated("建设平陆运河", Language.ZH)


def test_a_low_confidence_is_a_doubt_of_its_own() -> None:
    assert doubts_of("Good.", "好。", Language.EN, 0.9) == ()
    assert doubts_of("Good.", "好。", Language.EN, 0.01) == (Doubt.UNSURE,)
    assert doubts_of("Good 平陆 canal.", "好。", Language.EN, 0.01) == (Doubt.UNTRANSLATED, Doubt.UNSURE)
