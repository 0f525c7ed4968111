"""The bundled translator, with its real weights: never blank, deterministic, figures exact or warned."""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from index.numerals import CHINESE_NUMERAL, chinese_numeral
from index.readers import open_report
from index.report import Language
from models.passages import plan
from models.translation import Translation, Translator

pytestmark = pytest.mark.models

REPORTS = Path(__file__).parents[1] / "specs" / "reports"
_SCALES = {"十": 1, "百": 2, "千": 3, "万": 4, "亿": 8}
_WORDS = "zero one two three four five six seven eight nine ten eleven twelve".split()
_ORDINALS = "zeroth first second third fourth fifth sixth seventh eighth ninth tenth".split()
_MONTHS = "January February March April May June July August September October November December".split()


# A reader of figures that shares no code with the guard it judges.


def chinese_figures(text: str) -> list[Decimal]:
    """The values written in Arabic digits, codes such as 5G aside."""
    plain = text.translate(str.maketrans("０１２３４５６７８９．％", "0123456789.%"))
    plain = re.sub(r"(\d{4})-(\d\d)-(\d\d)", r"\1年\2月\3日", plain)
    found = []
    for m in re.finditer(
        r"(?<![A-Za-z\d.+/])(\d+(?:,\d{3})*(?:\.\d+)?)(?![\d+]|\.\d)[余多]?([十百千万亿]*)(成?)(?![A-Za-z]|/\d)",
        plain,
    ):
        scale = m[2]
        if scale.endswith(("千", "百")) and plain[m.end() : m.end() + 1] in tuple("瓦伏升米克分"):
            scale = scale[:-1]
        tenths = 10 if m[3] else 1
        found.append(tenths * Decimal(m[1].replace(",", "")).scaleb(sum(_SCALES[c] for c in scale)))
    return found


def english_figures(text: str) -> list[Decimal]:
    """The values written in digits or in small number words, months as their numbers."""
    joined = re.sub(r"(?<=\d),(?=\d{3})", "", text)
    scales = {"thousand": 3, "million": 6, "billion": 9, "trillion": 12}
    found = [
        Decimal(m[1]).scaleb(scales.get(m[2] or "", 0))
        for m in re.finditer(
            r"(?<![A-Za-z\d.+/])(\d+(?:\.\d+)?)(?!(?!(?:st|nd|rd|th)\b)[A-Za-z]|[+\d]|/\d|\.\d)(?:[ -](thousand|million|billion|trillion))?",
            re.sub(r"\bCOVID-19\b", "", joined),
        )
    ]
    for word in re.findall(r"[A-Za-z]+", text):
        for names in (_WORDS, _ORDINALS):
            if word.lower() in names:
                found.append(Decimal(names.index(word.lower())))
        if word in _MONTHS:
            found.append(Decimal(_MONTHS.index(word) + 1))
    return found


def numerals_in_words(text: str) -> set[Decimal]:
    """Every reading of every run of Chinese numerals."""
    values: set[Decimal] = set()
    for m in re.finditer(CHINESE_NUMERAL, text):
        run = m.group()
        for i in range(len(run)):
            for j in range(i + 1, len(run) + 1):
                value = chinese_numeral(run[i:j])
                if value is not None:
                    values |= {value, value * 10}  # 近六成 is 60%
    return values


def differences(result: Translation) -> list[str]:
    """What is wrong with the figures of a translation, by value."""
    given = Counter(chinese_figures(result.source))
    words = r"(?<![\dA-Za-z])[A-Za-z]+(?<!thousand)(?<!million)(?<!billion)(?<!trillion)\b"
    digits = Counter(english_figures(re.sub(words, "·", result.target.replace("COVID-19", ""))))
    spelled = numerals_in_words(result.source)
    wrong = [f"{value} is missing" for value in given - Counter(english_figures(result.target))]
    written = {Decimal(d) for d in re.findall(r"\d+(?:\.\d+)?", result.source)}  # in codes and names
    wrong += [f"{v} is not in the source" for v in digits - given if v not in spelled | written | {100}]
    return wrong


@pytest.mark.timeout(600)
@pytest.mark.parametrize("name", ["qingdao-2024", "tibet-2026", "jilin-2026", "jiangsu-2026"])
def test_no_figure_differs_without_a_warning(
    name: str, to_english: Translator, sample_path: Path, summary: Callable[[str, str], None]
) -> None:
    path = sample_path if name == "qingdao-2024" else REPORTS / f"{name}.txt"
    report = open_report(path)
    results = to_english.translate([s.span.of(report.text) for s in report.sentences])
    figures = sum(len(chinese_figures(r.source)) for r in results)
    warned = [r for r in results if r.warning]
    silent = [(r.source, r.target, differences(r)) for r in results if not r.warning and differences(r)]
    summary(
        "numbers in translation",
        f"{name}: {len(results)} sentences, {figures} figures; {len(silent)} sentences wrong without warning, "
        f"{len(warned)} warned, {sum(r.numbers == 'repaired' for r in results)} put right, "
        f"{sum(r.engine == 'none' for r in results)} not translated",
    )
    assert all(r.target.strip() for r in results)
    assert silent == []


def test_figures_are_linked_to_their_source(to_english: Translator) -> None:
    source = "全市生产总值达到15760.3亿元，同比增长5.9%。"
    result = to_english.translate([source])[0]
    assert {
        (k.source.of(source), k.target.of(result.target)) for k in result.links if k.kind == "number"
    } == {
        ("15760.3亿元", "1.57603 trillion yuan"),
        ("5.9%", "5.9%"),
    }
    assert result.numbers in ("ok", "repaired")


@pytest.mark.parametrize(
    "source", ["完成投资超过3300亿元。", "港口吞吐量突破7亿吨。", "电动汽车超过12万辆。"]
)
def test_a_figure_that_is_exceeded_is_said_to_be(to_english: Translator, source: str) -> None:
    result = to_english.translate([source])[0]
    assert re.search(r"over|exceed|more than|surpass|above|top|break|broke|pass", result.target)


def test_links_stand_in_the_text_as_given(to_english: Translator) -> None:
    source = "　　（二）  增长５.９％，  惠及28.5万户 。"
    result = to_english.translate([source])[0]
    assert {k.source.of(source) for k in result.links} == {"５.９％", "28.5万"}
    assert result.target.startswith("(II) ")


def test_english_comes_back_as_chinese(to_chinese: Translator) -> None:
    source = "Per capita disposable income grew by 5.5 percent and exports reached 37.6 billion yuan."
    result = to_chinese.translate([source])[0]
    assert "5.5%" in result.target
    assert "376亿元" in result.target
    assert re.search("[\u4e00-\u9fff]", result.target)


@pytest.mark.parametrize(
    "source",
    [
        "。",
        "！！！",
        "ＡＢＣ",
        "𠮷野家增长12.5%。",
        "各位代表！",
        "a" * 3000,
        "五" * 400,
        "（一）",
        "\u202e乱\u0000码",
        "🙂",
        "经济\ud800增长5%。",
        "\udfff",
    ],
)
def test_nothing_is_left_blank(to_english: Translator, source: str) -> None:
    result = to_english.translate([source])[0]
    assert result.source == source
    assert result.target.strip()
    result.target.encode("utf-8")
    assert result.engine in ("neural", "none")


def test_an_empty_line_stays_empty(to_english: Translator) -> None:
    assert to_english.translate(["", "  "])[0].target == ""
    assert to_english.translate([]) == []


def test_the_same_text_gives_the_same_translation(to_english: Translator) -> None:
    text = "推动高质量发展，战略性新兴产业投资增长15%以上。"
    alone = to_english.translate([text])[0]
    among = to_english.translate(["各位代表！", text, "全面推进乡村振兴。"])[1]
    assert alone == among


def test_steps_give_each_sentence_once_in_order(to_english: Translator) -> None:
    texts = ["深化改革。", "扩大开放。", "改善民生。"]
    steps = list(to_english.translate_steps(texts, batch=2))
    assert [i for i, _ in steps] == [0, 1, 2]
    assert [t for _, t in steps] == to_english.translate(texts)


def test_a_very_long_sentence_keeps_all_its_figures(to_english: Translator) -> None:
    source = "、".join(f"第{n}项指标增长{n}.5%" for n in range(2, 40)) + "。"
    result = to_english.translate([source])[0]
    assert result.warning or all(f"{n}.5%" in result.target for n in range(2, 40))


@pytest.mark.parametrize("name", ["translate-zh_en", "translate-en_zh"])
def test_packages_are_argos_packages_of_allowed_size(name: str) -> None:
    path = Path(__file__).parents[2] / "models" / "packages" / f"{name}.argosmodel"
    assert path.stat().st_size <= 14_000_000
    with zipfile.ZipFile(path) as archive:
        inner = {n.partition("/")[2] for n in archive.namelist()}
    assert {"metadata.json", "sentencepiece.model", "model/model.bin", "README.md", "manifest.json"} <= inner


@pytest.mark.parametrize("unit", ["好", "𠮷", "经济增长5.5%", "(", "a", "1"])
def test_a_text_without_marks_is_cut_and_answered(
    to_english: Translator, to_chinese: Translator, unit: str
) -> None:
    source = unit * (10_000 // len(unit))
    for translator in (to_english, to_chinese):
        result = translator.translate([source])[0]
        assert result.source == source
        assert result.target.strip()


def test_what_is_in_the_target_language_already_stays(to_english: Translator, to_chinese: Translator) -> None:
    assert to_english.translate(["We grew by 5%, to 3.5 million people."])[0].target == (
        "We grew by 5%, to 3.5 million people."
    )
    assert to_chinese.translate(["经济增长5%，达到3.5万人。"])[0].target == "经济增长5%，达到3.5万人。"


def test_no_segment_is_longer_than_the_network_reads() -> None:
    for language in Language:
        for text in ("好" * 5_000, "word " * 2_000, "5.5%" * 2_000, "（" * 3_000):
            segments = plan(text, language).segments
            assert segments
            assert max(len(s.text) for s in segments) <= 480
