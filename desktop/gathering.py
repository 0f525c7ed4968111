"""From sentences of the open report, or from search hits, to passages for a brief. No Qt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from desktop.quoting import Wanted, quote_of, with_translation
from index.briefs import quotes_of
from index.errors import ReaderError
from index.report import Report

if TYPE_CHECKING:
    from desktop.reader.bilingual import Bilingual
    from desktop.services import Services
    from index.passage import Passage


def from_sentences(text: Bilingual, ids: Iterable[str]) -> list[Wanted]:
    """Passages of some sentences, neighbours in one, with the translation where there is all of it."""
    made = quotes_of(text.report, [text.sentences[key] for key in ids if key in text.sentences])
    found: list[Wanted] = []
    for quote, sentences in made:
        known = [text.translations[s.id] for s in sentences if s.id in text.translations]
        words = tuple(s.span.of(text.report.text) for s in sentences)
        whole = len(known) == len(sentences)
        found.append((with_translation(quote, known) if whole else quote, words))
    return found


def from_hits(
    services: Services, text: Bilingual, hits: Sequence[Passage], reports: Mapping[str, Report]
) -> list[Wanted]:
    """Passages of search hits, of whatever report; what is in none of ``reports`` is read from its file."""
    known: dict[str, Report | None] = {**reports, text.report.id: text.report}
    found: list[Wanted] = []
    for hit in hits:
        if hit.report_id not in known:
            known[hit.report_id] = _read(services, hit.report_id)
        quote = quote_of(hit, known[hit.report_id])
        shown = text.translations.get(hit.sentence_id) if hit.report_id == text.report.id else None
        found.append((with_translation(quote, [shown]) if shown is not None else quote, (quote.source,)))
    return found


def _read(services: Services, report_id: str) -> Report | None:
    """A report of the library; None where its file is gone or is another text now."""
    from index.readers import open_report

    for known in services.library().reports():
        if known.id == report_id and known.found:
            try:
                report = open_report(known.path)
            except ReaderError:
                return None
            return report if report.id == report_id else None
    return None
