"""Makes quotes of the sentences of a report: one for each paragraph that they stand in."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from itertools import groupby

from index.annotations.anchor import anchor_at
from index.briefs.model import Quote
from index.report import Report, Sentence
from index.text import Span


def quotes_of(
    report: Report, sentences: Iterable[Sentence]
) -> tuple[tuple[Quote, tuple[Sentence, ...]], ...]:
    """Quotes of some sentences, each with those it holds; neighbours in a paragraph go into one, in reading order."""
    order = {sentence.id: n for n, sentence in enumerate(report.sentences)}
    starts = [paragraph.span.start for paragraph in report.paragraphs]

    def paragraph_of(sentence: Sentence) -> int:
        return max(0, bisect_right(starts, sentence.span.start) - 1)

    known = sorted({order[s.id] for s in sentences if s.id in order})
    chosen = [report.sentences[n] for n in known]
    # Numbers that follow each other without a gap have the same distance to their rank.
    runs = groupby(enumerate(chosen), lambda pair: (paragraph_of(pair[1]), order[pair[1].id] - pair[0]))
    made = []
    for _, run in runs:
        together = tuple(sentence for _, sentence in run)
        made.append((_quote(report, together, paragraph_of(together[0])), together))
    return tuple(made)


def _quote(report: Report, sentences: tuple[Sentence, ...], paragraph: int) -> Quote:
    span = Span(sentences[0].span.start, sentences[-1].span.end)
    return Quote(
        source=span.of(report.text).strip(),
        language=report.language,
        report_id=report.id,
        title=report.title,
        place=report.place,
        year=report.year,
        path=report.path,
        sections=tuple(section.words for section in report.section_path(span.start)),
        paragraph=paragraph + 1,
        line=report.line_of(span.start)[0],
        sentence=sentences[0].id,
        anchor=anchor_at(report.text, span),
    )
