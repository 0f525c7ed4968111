"""The glossary's terms of a report as words to learn, each with one sentence. No Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from index.report import Language, Report, Sentence
from index.words import Word
from index.words.model import example_at
from models.pinyin import pinyin
from models.term_use import term_hits

if TYPE_CHECKING:
    from models.glossary import Glossary, Term

_SHORT: Final = {Language.ZH: (12, 60), Language.EN: (40, 200)}
"""Characters of a sentence that fits on a card."""
_ENDS: Final = tuple("。！？；.!?;")


@dataclass(frozen=True, slots=True)
class MetTerm:
    """A term of a report, and the sentence that shows it best."""

    term: Term
    sentence: Sentence


def terms_met(report: Report, glossary: Glossary) -> list[MetTerm]:
    """Each term that stands in the report, in the order of the text, with its first sentence that fits on a card."""
    places: dict[Term, list[Sentence]] = {}
    for sentence in report.sentences:
        for hit in term_hits(glossary, sentence.span.of(report.text), report.language):
            places.setdefault(hit.term, []).append(sentence)
    return [MetTerm(term, _best(report, found)) for term, found in places.items()]


def _best(report: Report, sentences: list[Sentence]) -> Sentence:
    """The first whole sentence that fits on a card, else the first that fits, else the one that nearly does."""
    least, most = _SHORT[report.language]
    fitting = [s for s in sentences if least <= s.span.end - s.span.start <= most]
    whole = (s for s in fitting if s.span.of(report.text).rstrip("”’\"'」』）) \n").endswith(_ENDS))
    nearest = min(sentences, key=lambda s: abs(s.span.end - s.span.start - most))
    return next(whole, None) or next(iter(fitting), nearest)


def words_of_terms(report: Report, met: list[MetTerm], translations: Mapping[str, str]) -> list[Word]:
    """Words for flashcards; ``translations`` are those of sentences, by id, as far as there are any."""
    words = []
    for each in met:
        term, span = each.term, each.sentence.span
        example = example_at(
            report, span, " ".join(span.of(report.text).split()), translations.get(each.sentence.id, "")
        )
        zh = report.language is Language.ZH
        word = Word(
            term.zh if zh else term.en,
            pinyin(term.zh),
            "; ".join(term.english if zh else term.chinese),
            report.language,
        )
        words.append(replace(word, examples=(example,)))
    return words
