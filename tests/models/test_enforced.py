"""The user's terms stand in the translation as the user wrote them, with the real network; figures stay right."""

from __future__ import annotations

import pytest

from index.library import Library
from index.readers import open_report
from index.report import Language
from models.enforced import Enforced, with_term_links
from models.glossary import Glossary, Origin, Term
from models.numbers import restore
from models.placeholders import protect
from models.term_use import names_of, term_uses
from models.translation import Translator

OWN = [
    Term(zh, en, origin=Origin.USER)
    for zh, en in (
        ("高质量发展", "top-quality growth"), ("乡村振兴", "village revival"), ("营商环境", "climate for doing business"),
        ("实体经济", "bricks-and-mortar economy"), ("民营企业", "privately run firms"), ("碳达峰", "carbon top-out"),
    )
]  # fmt: skip


def test_a_term_travels_as_a_placeholder_before_figures_and_places() -> None:
    terms = Glossary([Term("青岛港", "Port of Tsingtao", origin=Origin.USER)])
    protected = protect("青岛港吞吐量突破7亿吨。", Language.ZH, terms=names_of(terms, Language.ZH))
    assert protected is not None
    name, figure = protected.slots
    assert (name.required, figure.required) == (True, False)
    whole = restore(f"{name.symbol} handled {figure.symbol}.", protected.slots, Language.EN)
    assert whole.text == "Port of Tsingtao handled over 700 million metric tons."
    assert whole.dropped == ()
    lost = restore(f"It handled {figure.symbol}.", protected.slots, Language.EN)
    assert lost.sound
    assert lost.dropped == ("Port of Tsingtao",)


def test_only_sentences_with_a_changed_term_have_another_place_in_the_library() -> None:
    class Known(Translator):
        def __init__(self) -> None:
            self.source, self.target, self.fingerprint = Language.ZH, Language.EN, "net/1"

    library = Library()
    one = Enforced(Known(), [Term("乡村振兴", "village revival", origin=Origin.USER)])
    one.keep(library, {"推进乡村振兴。": "a", "发展经济。": "b"})
    assert one.kept(library, ["推进乡村振兴。", "发展经济。"]) == {"推进乡村振兴。": "a", "发展经济。": "b"}
    other = Enforced(Known(), [Term("乡村振兴", "rural revival", origin=Origin.USER)])
    assert other.kept(library, ["推进乡村振兴。", "发展经济。"]) == {"发展经济。": "b"}
    assert Enforced(Known(), []).engine("推进乡村振兴。") == "net/1"
    library.close()


@pytest.mark.models
def test_the_users_english_stands_in_the_sample(to_english: Translator, sample_path: str) -> None:
    report = open_report(sample_path)
    glossary = Glossary(OWN)
    sentences = [words for s in report.sentences if glossary.find(words := s.span.of(report.text))][:24]
    plain, fixed = to_english.translate(sentences), Enforced(to_english, OWN).translate(sentences)
    uses = [use for t in fixed for use in term_uses(glossary, t.source, t.target, Language.ZH)]
    assert len(uses) >= 20
    assert sum(use.target is not None for use in uses) >= 0.95 * len(uses)
    assert sum(t.numbers == "warning" for t in fixed) <= sum(t.numbers == "warning" for t in plain) + 1
    assert [t.source for t in fixed] == sentences


@pytest.mark.models
def test_other_english_of_the_term_is_left_as_the_network_wrote_it(to_english: Translator) -> None:
    sentence = "推动高质量发展。"
    plain = to_english.translate([sentence])[0]
    term = Term("高质量发展", "top-quality growth", (), ("high-quality development",), origin=Origin.USER)
    assert "high-quality development" in plain.target
    assert Enforced(to_english, [term]).translate([sentence])[0] == plain


@pytest.mark.models
def test_english_to_chinese(to_chinese: Translator) -> None:
    term = Term("乡村大复兴", "rural revitalization", origin=Origin.USER)
    made = Enforced(to_chinese, [term]).translate(["We will advance rural revitalization in 2024."])[0]
    assert "乡村大复兴" in made.target
    assert "2024" in made.target


@pytest.mark.models
def test_terms_are_linked(to_english: Translator) -> None:
    made = to_english.translate(["推动高质量发展。"])[0]
    term = Term("高质量发展", "high-quality development")
    linked = with_term_links(made, Glossary([term]), Language.ZH)
    (link,) = [link for link in linked.links if link.kind == "term"]
    assert link.source.of(linked.source) == "高质量发展"
    assert link.target.of(linked.target).lower() == "high-quality development"
