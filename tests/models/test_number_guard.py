"""The number guard against drafts as networks really write them; no weights needed."""

from __future__ import annotations

import pytest

from index.report import Language
from models.forms import with_covid_number
from models.numbers import restore, verify
from models.placeholders import protect


def judged(source: str, draft: str, language: Language = Language.ZH) -> tuple[str, tuple[str, ...]]:
    """The finished text of ``draft``, in which {0}, {1} stand for the placeholders, and what it is blamed for."""
    protected = protect(source, language)
    assert protected is not None
    symbols = [slot.symbol for slot in protected.slots]
    restored = restore(draft.format(*symbols), protected.slots, language.other)
    return restored.text, (
        *restored.missing,
        *verify(source, restored.text, language, restored.links),
    )


@pytest.mark.parametrize(
    ("source", "draft", "text"),
    [
        ("全市生产总值达到15760.3亿元，增长5.9%。", "GDP reached {0}, up {1}.", "GDP reached 1.57603 trillion yuan, up 5.9%."),
        ("完成投资超过3300亿元。", "Investment of {0} was completed.", "Investment of over 330 billion yuan was completed."),
        ("完成投资超过3300亿元。", "Investment exceeded {0}.", "Investment exceeded 330 billion yuan."),
        ("吞吐量突破7亿吨。", "Throughput was {0}.", "Throughput was over 700 million metric tons."),
        ("突破12项关键技术。", "We mastered {0} core technologies.", "We mastered 12 core technologies."),
        ("有力应对新冠疫情。", "We responded to COVID-19.", "We responded to COVID-19."),
        ("建成5G基站3500个。", "We built {1} {0} base stations.", "We built 3,500 5G base stations."),
        ("时间：2026-02-12", "Time: {0}", "Time: February 12, 2026"),
        ("占全国1/10以上。", "over {0} of the country's total.", "over one-tenth of the country's total."),
        ("贡献约7成出口增量。", "contributed {0} of the growth.", "contributed about 70% of the growth."),
        ("新增百亿级企业3家。", "We added {1} {0}-yuan enterprises.", "We added 3 10 billion-yuan enterprises."),
        ("算力达到10.36百亿亿次/秒。", "Computing power reached {0}.", "Computing power reached 10360000 trillion."),
    ],
)  # fmt: skip
def test_what_is_right_is_not_blamed(source: str, draft: str, text: str) -> None:
    assert judged(source, draft) == (text, ())


@pytest.mark.parametrize(
    ("source", "draft"),
    [
        ("新增24家工业企业。", "We added {0} trillion-level enterprises."),
        ("累计达到1100座，建成千座公园城市。", "A total of {0} thousand parks in the city of parks."),
        ("试点万兆光网。", "We piloted the first-100001 network."),
        ("三年新冠疫情防控转段。", "The three-year-19-19 period ended."),
        ("建设智能工厂。", "We built 5G factories."),
        ("增长5.9%。", "up {0} in 2031"),
        ("增长5.9%，投资3亿元。", "up {0}"),
        ("推动高质量发展。", "We invested billions."),
    ],
)
def test_what_is_wrong_is_blamed(source: str, draft: str) -> None:
    assert judged(source, draft)[1] != ()


def test_into_chinese() -> None:
    source = "Investment reached 37.6 billion yuan, up 5.5 percent."
    assert judged(source, "投资达到{0}，增长{1}。", Language.EN) == ("投资达到376亿元，增长5.5%。", ())
    assert judged(source, "投资达到{0}亿，增长{1}。", Language.EN)[1] != ()
    assert judged(source, "投资达到{0}，增长{1}，新增3个。", Language.EN)[1] == ("3个",)


def test_a_doubled_figure_leaves_no_gap() -> None:
    assert judged("增长5.9%。", "It grew by {0} and by {0}, again.") == ("It grew by 5.9% and by, again.", ())


@pytest.mark.parametrize(
    ("source", "draft", "said"),
    [
        ("有效应对新冠疫情。", "We responded to Covid.", "We responded to COVID-19."),
        ("有效应对疫情冲击。", "the impact of COVID and others", "the impact of the epidemic and others"),
        ("口岸疫情防控", "the Covid-19 epidemic at ports", "the epidemic at ports"),
        ("疫情防控工作", "good COVID control work", "good epidemic control work"),
    ],
)
def test_only_the_named_disease_is_named(source: str, draft: str, said: str) -> None:
    assert with_covid_number(draft, source) == said
