"""From what was found or chosen in a report to a quote with its translation. No Qt: window and command line share it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from index.annotations import Anchor
from index.briefs import Quote, quotes_of
from index.report import Language, Report

if TYPE_CHECKING:
    from desktop.services import Services
    from index.search import Passage
    from models.translation import Translation

Wanted = tuple[Quote, tuple[str, ...]]
"""A quote, and the words of its sentences for whoever translates it."""


def quote_of(passage: Passage, report: Report | None) -> Quote:
    """The quote of a search hit; where its report cannot be read, what the hit itself knows."""
    if report is not None and report.id == passage.report_id:
        chosen = [s for s in report.sentences if s.id == passage.sentence_id]
        for quote, _ in quotes_of(report, chosen):
            return quote
    return Quote(
        source=passage.text,
        language=report.language if report is not None else Language.ZH,
        report_id=passage.report_id,
        title=passage.report_title,
        sections=(passage.section_title,) if passage.section_title else (),
        line=passage.line,
        sentence=passage.sentence_id,
        anchor=Anchor(passage.span.start, passage.span.end, passage.text),
    )


def with_translation(quote: Quote, made: Sequence[Translation]) -> Quote:
    """``quote`` with the translations of its sentences; without any where one of them is missing."""
    if not made or any(t.engine == "none" for t in made):
        return quote
    joint = " " if quote.language.other is Language.EN else ""
    return replace(
        quote,
        target=joint.join(" ".join(t.target.split()) for t in made),
        engine="neural" if any(t.engine == "neural" for t in made) else _whose(made),
        warning="; ".join(dict.fromkeys(t.warning for t in made if t.warning)),
        doubts=tuple(dict.fromkeys(str(doubt) for t in made for doubt in t.doubts)),
    )


def _whose(made: Iterable[Translation]) -> str:
    corrected = all(t.entry is not None and str(t.entry.origin) == "corrected" for t in made)
    return "corrected" if corrected else "memory"


def translated(services: Services, quotes: Sequence[Quote]) -> tuple[Quote, ...]:
    """Quotes of one sentence each with their translations, from memory, library or model.

    Raises MissingModel or DamagedModel.
    """
    from desktop.translations import translate_sentences

    found = list(quotes)
    for language in Language:
        places = [n for n, q in enumerate(quotes) if q.language is language and not q.target]
        words = [quotes[n].source for n in places]
        for at, made in translate_sentences(services, language, language.other, words) if words else ():
            found[places[at]] = with_translation(quotes[places[at]], [made])
    return tuple(found)
