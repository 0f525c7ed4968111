"""Where sentences end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.report import Language
from index.sentences import split_sentences

_BLANK = " \t\u3000\u200b\u200d\ufeff\u00ad\u2060\u200c"

chinese_like = st.text(alphabet='一是中国增长5.5%，；。！？…“”‘’（）《》"  　\u200bA.', max_size=80)
english_like = st.text(alphabet="aI nTheNoUSMr.,;!?\"'()5 \u201c\u201d", max_size=80)


def split(text: str, language: Language = Language.ZH) -> list[str]:
    return [span.of(text) for span in split_sentences(text, language)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("各位代表！现在，我报告工作。", ["各位代表！", "现在，我报告工作。"]),
        ("增长5.9%；下降2.1%。", ["增长5.9%；下降2.1%。"]),
        ("一、2023年工作回顾", ["一、2023年工作回顾"]),
        ("他说：“要改革。要开放。”会议结束。", ["他说：“要改革。要开放。”", "会议结束。"]),
        ("叫响“好客山东！”品牌。", ["叫响“好客山东！”品牌。"]),
        ("“好！”的声音不断。", ["“好！”的声音不断。"]),
        ("完成（含预算。不含决算）任务。", ["完成（含预算。不含决算）任务。"]),
        ("真的吗？！是的。", ["真的吗？！", "是的。"]),
        ("还有很多……我们继续。", ["还有很多……", "我们继续。"]),
        ("“甲。” “乙。”", ["“甲。”", "“乙。”"]),
        ('他说"好。"她说"行。"', ['他说"好。"', '她说"行。"']),
        ("增长5.5%。15.6亿元。", ["增长5.5%。", "15.6亿元。"]),
        ("   \u3000", []),
    ],
)
def test_chinese(text: str, expected: list[str]) -> None:
    assert split(text) == expected


def test_a_long_quotation_is_cut_at_its_stops() -> None:
    long = "要坚持以人民为中心的发展思想，" * 3 + "不断增进民生福祉。"
    assert len(split(f"他强调，“{long}{long}”")) == 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("GDP grew 5.9%. It was 15.6 billion.", ["GDP grew 5.9%.", "It was 15.6 billion."]),
        ("The U.S. economy grew. We saw it.", ["The U.S. economy grew.", "We saw it."]),
        ("We met at 5 p.m. The end.", ["We met at 5 p.m.", "The end."]),
        ("In No. 5 plant, Mr. Li spoke.", ["In No. 5 plant, Mr. Li spoke."]),
        ("The answer is no. We go on.", ["The answer is no.", "We go on."]),
        ("1. Promote trade. Then rest.", ["1. Promote trade.", "Then rest."]),
        ("(I) We did it. II. stays", ["(I) We did it.", "II. stays"]),
        ("“Good.” He left.", ["“Good.”", "He left."]),
        ("What? Yes! No... maybe.", ["What?", "Yes!", "No... maybe."]),
        ("It fell (vs. 2.9 percent). So.", ["It fell (vs. 2.9 percent).", "So."]),
    ],
)
def test_english(text: str, expected: list[str]) -> None:
    assert split(text, Language.EN) == expected


def assert_tiles(text: str, language: Language) -> None:
    end = 0
    for span in split_sentences(text, language):
        assert not text[end : span.start].strip(_BLANK).strip()
        assert span.of(text).strip(_BLANK).strip() == span.of(text) != ""
        end = span.end
    assert not text[end:].strip(_BLANK).strip()


@given(chinese_like)
def test_chinese_sentences_tile_the_paragraph(text: str) -> None:
    assert_tiles(text, Language.ZH)


@given(english_like)
def test_english_sentences_tile_the_paragraph(text: str) -> None:
    assert_tiles(text, Language.EN)


@given(st.text(max_size=60))
def test_any_text_at_all_is_tiled(text: str) -> None:
    assert_tiles(text.replace("\n", " "), Language.ZH)
    assert_tiles(text.replace("\n", " "), Language.EN)
