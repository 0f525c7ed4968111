"""Repetitions of a lost network are said once; what a writer repeats stays."""

from __future__ import annotations

import time

import pytest

from index.report import Language
from models.stutter import without_stutter


@pytest.mark.parametrize(
    ("draft", "said"),
    [
        ("ease traffic traffic traffic services", "ease traffic services"),
        ("on Socialism with Chinese Characteristics on Socialism with Chinese Characteristics for a New Era",
         "on Socialism with Chinese Characteristics for a New Era"),
        ("the the the province", "the province"),
        ("emissions reduction reduction.", "emissions reduction."),
        ("seed ororororn enterprises", "seed orn enterprises"),
        ("gallllll enterprises", "gal enterprises"),
        ("We will do more and more, step by step, year after year.", "We will do more and more, step by step, year after year."),
        ("committee, coffee, address", "committee, coffee, address"),
        ("\ue000 percent and \ue000 percent", "\ue000 percent and \ue000 percent"),
    ],
)  # fmt: skip
def test_english(draft: str, said: str) -> None:
    assert without_stutter(draft, Language.EN) == said


@pytest.mark.parametrize(
    ("draft", "said"),
    [
        ("科技投资翻翻翻番", "科技投资翻番"),
        ("面临了了了人民", "面临了人民"),
        ("出台贷款贷款贷款", "出台贷款"),
        ("中华人民共和国中华人民共和国成立", "中华人民共和国成立"),
        ("常常想到人人享有、天天向上", "常常想到人人享有、天天向上"),
        ("1111和2222", "1111和2222"),
    ],
)
def test_chinese(draft: str, said: str) -> None:
    assert without_stutter(draft, Language.ZH) == said


def test_long_drafts_take_no_longer_than_their_length() -> None:
    times = []
    for size in (2_000, 20_000):
        draft = " ".join(f"w{i % 977}" for i in range(size))
        began = time.process_time()
        without_stutter(draft, Language.EN)
        times.append(time.process_time() - began)
    assert times[1] < 60 * max(times[0], 1e-3)
