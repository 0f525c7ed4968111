"""Where an indicator stands in the translation of its sentence."""

from __future__ import annotations

from collections.abc import Iterable

from index.indicators.model import Indicator
from index.report import Report
from index.text import Span


def english_spans(
    report: Report, indicators: Iterable[Indicator], links: dict[str, Iterable[tuple[Span, Span]]]
) -> dict[str, Span]:
    """The span of each indicator in the English of its sentence, by indicator id.

    ``links`` gives for a sentence id the number links of its translation: source and target span, both counted
    from the start of the sentence and of its English.
    """
    starts = {s.id: s.span.start for s in report.sentences}
    pairs = {sentence_id: tuple(of_sentence) for sentence_id, of_sentence in links.items()}
    found: dict[str, Span] = {}
    for indicator in indicators:
        number = indicator.number.shifted(-starts[indicator.sentence_id])
        for source, target in pairs.get(indicator.sentence_id, ()):
            if source.overlaps(number):
                found[indicator.id] = target
                break
    return found
