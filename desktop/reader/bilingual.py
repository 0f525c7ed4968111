"""The two texts of a report as the view shows them: the source as written, the translation as it arrives. No Qt."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple

from desktop.reader.rows import Row, cut_rows
from index.report import Language, Report, Sentence
from index.text import Span
from index.variants import to_simplified, to_traditional

if TYPE_CHECKING:
    from desktop.comparison.neighbours import Neighbour
    from desktop.notes.placed import PlacedNotes
    from desktop.reader.sentence_terms import SentenceTerms
    from index.indicators import Indicator
    from index.indicators.coverage import Run
    from models.memory import Entry
    from models.translation import Link, Translation

WARNING_GAP: Final = "\u00a0\u3000"
"""Room after a sentence for a sign that the view paints: the warning, and where the translation comes from."""
ELLIPSIS: Final = "…"
SCRIPTS: Final[Mapping[str, Callable[[str], str]]] = {
    "simplified": to_simplified,
    "traditional": to_traditional,
}


class State(Enum):
    """What there is of a sentence on one side."""

    READY = "ready"
    WAITING = "waiting"
    FAILED = "failed"


class Piece(NamedTuple):
    """A sentence, or the part of it that a row shows; ``skipped`` characters of it stand in earlier rows.

    ``warning_at`` is where the sign of a warning, or of a doubt, is painted; -1 where there is none.
    """

    sentence: str
    span: Span
    state: State = State.READY
    skipped: int = 0
    warning: str = ""
    warning_at: int = -1
    doubts: tuple[str, ...] = ()
    entry: Entry | None = None
    memory_at: int = -1

    @property
    def last(self) -> int:
        """The end of the sentence with the signs after it."""
        return max(self.span.end, self.warning_at + 1, self.memory_at + 1)


class CellText(NamedTuple):
    """One side of one row. ``strong`` are run-in headings; ``pending`` is true while nothing is translated."""

    side: Language
    text: str
    pieces: tuple[Piece, ...]
    strong: tuple[Span, ...] = ()
    pending: bool = False


class Pair(NamedTuple):
    """Spans of a sentence and of its translation that say the same; ``kind`` is number, term or word."""

    sentence: str
    source: tuple[Span, ...]
    target: tuple[Span, ...]
    kind: str


class CellMark(NamedTuple):
    """Where an indicator stands in a cell."""

    indicator: str
    span: Span
    status: str


@dataclass
class Bilingual:
    """A report, what is translated of it, and its indicators."""

    report: Report
    script: str = "written"
    translations: dict[str, Translation] = field(default_factory=dict)
    alignments: dict[str, tuple[Link, ...]] = field(default_factory=dict)
    unavailable: str = ""

    def __post_init__(self) -> None:
        self.rows: tuple[Row, ...] = cut_rows(self.report)
        self.row_starts = [row.span.start for row in self.rows]
        self.indicators: dict[str, Indicator] = {}
        self.by_sentence: dict[str, list[Indicator]] = {}
        self.coverage: tuple[Run, ...] = ()
        self._runs: dict[str, list[Run]] = {}
        self.neighbours: Mapping[str, Neighbour] = {}
        self._conflicts: dict[str, tuple[str, ...]] | None = None
        self.terms: SentenceTerms | None = None
        self.notes: PlacedNotes | None = None

    @property
    def source(self) -> Language:
        """The language that the report is written in."""
        return self.report.language

    @property
    def target(self) -> Language:
        """The language that it is translated into."""
        return self.report.language.other

    @cached_property
    def sentences(self) -> dict[str, Sentence]:
        """Every sentence by its id."""
        return {s.id: s for s in self.report.sentences}

    @cached_property
    def order(self) -> dict[str, int]:
        """The place of every sentence in reading order."""
        return {s.id: i for i, s in enumerate(self.report.sentences)}

    @cached_property
    def row_sizes(self) -> list[tuple[int, int]]:
        """Characters and level of each row."""
        return [(row.span.end - row.span.start, row.level) for row in self.rows]

    @cached_property
    def row_kinds(self) -> frozenset[tuple[int, int]]:
        """The sizes that there are."""
        return frozenset(self.row_sizes)

    @cached_property
    def _headings(self) -> dict[int, Span]:
        return {s.heading.start: s.heading for top in self.report.sections for s in top.walk()}

    def set_indicators(self, indicators: Iterable[Indicator]) -> None:
        """Know the indicators of the report."""
        self.indicators = {i.id: i for i in indicators}
        self._conflicts = None
        self.by_sentence = {}
        for indicator in self.indicators.values():
            self.by_sentence.setdefault(indicator.sentence_id, []).append(indicator)

    def set_translation(self, sentence: str, translation: Translation | None) -> None:
        """Know the translation of a sentence; None for one that is to be made again."""
        self.alignments.pop(sentence, None)
        if translation is None:
            self.translations.pop(sentence, None)
        else:
            self.translations[sentence] = translation

    def set_coverage(self, runs: Iterable[Run]) -> None:
        """Know which numbers are no figures."""
        self.coverage = tuple(runs)
        self._runs = {}
        for run in self.coverage:
            at = bisect_right(self._sentence_starts, run.span.start) - 1
            if at >= 0:
                self._runs.setdefault(self.report.sentences[at].id, []).append(run)

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [s.span.start for s in self.report.sentences]

    def runs(self, cell: CellText) -> list[tuple[Run, Span]]:
        """The numbers of a source cell that are known from the review, with their places in it."""
        if cell.side is not self.source or not self._runs:
            return []
        found = []
        for piece in cell.pieces:
            shift = piece.span.start - piece.skipped - self.sentences[piece.sentence].span.start
            for run in self._runs.get(piece.sentence, ()):
                span = run.span.shifted(shift)
                if piece.span.start <= span.start and span.end <= piece.span.end:
                    found.append((run, span))
        return found

    @property
    def conflicts(self) -> dict[str, tuple[str, ...]]:
        """By indicator, those that state the same thing differently."""
        if self._conflicts is None:
            from index.indicators.conflicts import find_conflicts

            self._conflicts = find_conflicts(self.indicators.values())
        return self._conflicts

    def row_at(self, offset: int) -> int:
        """The row that holds a place in the source text, or the nearest before it."""
        return max(0, bisect_right(self.row_starts, offset) - 1)

    def row_of(self, sentence: str) -> int:
        """The row in which a sentence begins."""
        return self.row_at(self.sentences[sentence].span.start)

    def source_of(self, sentence: str) -> str:
        """The words of a sentence."""
        return self.sentences[sentence].span.of(self.report.text)

    def shown(self, side: Language, text: str) -> str:
        """``text`` in the script that the user wants to read; its length does not change."""
        convert = SCRIPTS.get(self.script) if side is Language.ZH else None
        return convert(text) if convert else text

    def cell(self, row: int, side: Language) -> CellText:
        """One side of a row."""
        return self._source_cell(self.rows[row]) if side is self.source else self._target_cell(self.rows[row])

    def _source_cell(self, row: Row) -> CellText:
        base = row.span.start
        pieces, strong = [], []
        for sentence in row.sentences:
            start, end = max(sentence.span.start, base), min(sentence.span.end, row.span.end)
            skipped = start - sentence.span.start
            pieces.append(Piece(sentence.id, Span(start - base, end - base), skipped=skipped))
            heading = self._headings.get(sentence.span.start)
            if heading is not None and not row.level and not skipped:
                strong.append(Span(start - base, min(heading.end, row.span.end) - base))
        text = self.shown(self.source, row.span.of(self.report.text))
        return CellText(self.source, text, tuple(pieces), tuple(strong))

    def _target_cell(self, row: Row) -> CellText:
        own = [s for s in row.sentences if s.span.start >= row.span.start]
        glue = " " if self.target is Language.EN else ""
        parts, pieces, strong, at = [], [], [], 0
        for sentence in own:
            piece, words = self._target_piece(sentence, at)
            if sentence.span.start in self._headings and not row.level and piece.state is State.READY:
                strong.append(piece.span)
            pieces.append(piece)
            parts.append(words)
            at += len(words) + len(glue)
        pending = bool(pieces) and all(p.state is State.WAITING for p in pieces)
        if pending and self.unavailable:
            whole = Span(0, len(self.unavailable))
            return CellText(self.target, self.unavailable, (Piece(own[0].id, whole, State.WAITING),))
        text = self.shown(self.target, glue.join(parts))
        return CellText(self.target, text, tuple(pieces), tuple(strong), pending)

    def _target_piece(self, sentence: Sentence, at: int) -> tuple[Piece, str]:
        translation = self.translations.get(sentence.id)
        if translation is None:
            return Piece(sentence.id, Span(at, at + len(ELLIPSIS)), State.WAITING), ELLIPSIS
        words = " ".join(translation.target.split("\n"))
        span = Span(at, at + len(words))
        state = State.FAILED if translation.engine == "none" else State.READY
        piece = Piece(sentence.id, span, state, entry=translation.entry)
        warned = translation.numbers == "warning"
        if warned or translation.doubts:
            doubts = () if warned else tuple(map(str, translation.doubts))
            warning = translation.warning if warned else ""
            piece = piece._replace(warning=warning, warning_at=at + len(words) + 1, doubts=doubts)
            words += WARNING_GAP
        if translation.entry is not None:
            piece = piece._replace(memory_at=at + len(words) + 1)
            words += WARNING_GAP
        return piece, words

    def marks(self, cell: CellText) -> tuple[CellMark, ...]:
        """The indicators that stand in a cell. In a translation only those whose number is linked for certain."""
        found = []
        for piece in cell.pieces:
            for indicator in self.by_sentence.get(piece.sentence, ()):
                span = self._mark_span(indicator, piece, cell.side)
                if span is not None:
                    found.append(CellMark(indicator.id, span, str(indicator.status)))
        return tuple(found)

    def _mark_span(self, indicator: Indicator, piece: Piece, side: Language) -> Span | None:
        within = indicator.span.shifted(-self.sentences[piece.sentence].span.start)
        if side is not self.source:
            number = indicator.number.shifted(-self.sentences[piece.sentence].span.start)
            target = self.number_target(piece.sentence, number)
            return target.shifted(piece.span.start) if target else None
        within = within.shifted(piece.span.start - piece.skipped)
        start, end = max(within.start, piece.span.start), min(within.end, piece.span.end)
        return Span(start, end) if start < end else None

    def number_target(self, sentence: str, source: Span) -> Span | None:
        """Where a number of the source sentence stands in its translation; both spans count from the sentence."""
        translation = self.translations.get(sentence)
        if translation is None:
            return None
        hits = [
            link.target
            for link in translation.links
            if link.kind == "number" and link.source.overlaps(source)
        ]
        if not hits:
            return None
        return Span(min(h.start for h in hits), max(h.end for h in hits))

    def counterparts(self, sentence: str, offset: int, *, in_source: bool) -> Pair | None:
        """What says the same on both sides, for the word or number at an offset of a sentence or its translation."""
        translation = self.translations.get(sentence)
        if translation is None:
            return None
        links = self.links(sentence)
        there = [link for link in links if (link.source if in_source else link.target).holds(offset)]
        exact = [link for link in there if link.kind != "word"]
        chosen = exact[:1] or there
        if not chosen:
            return None
        own = chosen[0].source if in_source else chosen[0].target
        chosen = [link for link in chosen if (link.source if in_source else link.target) == own]
        sources = tuple(sorted({link.source for link in chosen}))
        return Pair(sentence, sources, tuple(sorted({link.target for link in chosen})), chosen[0].kind)

    def links(self, sentence: str) -> tuple[Link, ...]:
        """All that is known to say the same in a sentence and in its translation; spans count from both their starts."""
        translation = self.translations.get(sentence)
        if translation is None:
            return ()
        return (*translation.links, *self._term_links(sentence), *self.alignments.get(sentence, ()))

    def _term_links(self, sentence: str) -> tuple[Link, ...]:
        if self.terms is None:
            return ()
        from models.translation import Link

        return tuple(Link(source, target, "term") for source, target in self.terms.pairs(sentence))
