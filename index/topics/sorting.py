"""Sorts the sentences of a report into themes, and gathers neighbours of one theme into passages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

import numpy as np
from numpy.typing import NDArray

from index.chunking import chunk
from index.embedding import Embedder, Vectors
from index.report import Report, Section
from index.text import Span
from index.topics.themes import NO_THEME, Theme, ThemeVectors, themes, words_of_themes
from index.variants import fold_all

_MEANING: Final = 3.0
_HEADINGS: Final = (0.75, 0.4, 0.15)
"""What the innermost heading counts, the one around it, and the one around that, beside the sentence itself."""
_AROUND: Final = 0.5
"""What the rest of the paragraph counts."""
_LEAST: Final = 2.0
"""A sentence that fits no theme better than this is of none."""
_LONG: Final = 320
"""Characters after which a passage of one theme is parted (at the end of a sentence)."""
_SATURATED: Final = 4.0
_SHORT: Final = 14
"""A sentence shorter than this goes with its neighbour: it is a run-in heading, or a piece of a broken line."""
_GENERAL: Final = frozenset(("economy", "party", "difficulties", "welfare"))
_GENERAL_WEIGHT: Final = 0.35
"""What a heading counts that is of a theme that embraces the others (经济运行稳中有进 and 保障和改善民生, with everything below them)."""
_ENDS: Final = "。！？；：!?.;:…”」）)"
_CEREMONY: Final = re.compile(
    "我(?:谨|受|现)?代表.{0,16}政府.{0,14}(?:报告|汇报)|请予审议|(?:向大会|作)报告(?:政府)?工作"
    "|^各位(?:代表|委员|同志|领导)|report on the work of the government|for your (?:deliberation|review)",
    re.IGNORECASE,
)
_THANKS: Final = re.compile(
    "我代表.{0,24}(?:政府|向)[^。]*(?:感谢|敬意|致敬|祝福|问候)|表示(?:衷心|诚挚|崇高|最|亲切)[^。]{0,8}(?:感谢|谢意|敬意|问候|慰问)|heartfelt (?:thanks|gratitude)"
)
_ROUND_UP: Final = re.compile(
    "国防动员|双拥|民族|宗教|审计|统计|外事|港澳|侨务|档案|参事|史志|地方志|方志|文史|气象|地震|工会|共青团|青年|妇女|"
    "儿童|红十字|残疾|慈善|人防|机关事务|信访|保密|水文|测绘|地质|关心下一代|供销|国家安全|社科|科普"
)
_MANY: Final = 6
"""A sentence that names so many offices in a row (工会、妇女儿童、档案、气象…) is about none of them."""
_CEREMONIAL: Final = 80
"""A sentence with a formula of the ceremony that is longer than this says something besides."""
_TROUBLES: Final = re.compile(
    "清醒(?:地)?(?:看到|认识)|(?:困难|问题|挑战|不足|短板)[^。]{0,12}(?:主要是|主要有|主要表现|仍然|还有)|keenly aware|difficulties and challenges"
)
_OVERVIEW: Final = re.compile(
    "(?:地区|国内|全[省市区州县])生产总值[^。]{0,30}(?:增长|左右|达)|主要预期目标|gross domestic product|\\bgdp\\b"
)
_TOLD: Final = 4.0
"""What such words count: they tell what the whole sentence is, whatever else it lists."""


@dataclass(frozen=True, slots=True)
class Extract:
    """Neighbouring sentences of one paragraph that are about one theme.

    ``fit`` tells how well the passage fits its theme, ``best`` is the sentence that fits it best.
    """

    report: Report
    span: Span
    sentence_ids: tuple[str, ...]
    theme: Theme
    fit: float
    best: Span

    @property
    def text(self) -> str:
        """Its words."""
        return self.span.of(self.report.text)

    @property
    def key(self) -> tuple[str, int]:
        """Tells it from all others, and its place in reading order."""
        return self.report.id, self.span.start


@dataclass(frozen=True, slots=True)
class Sorted:
    """The passages of a report in reading order, with a vector for each."""

    report: Report
    extracts: tuple[Extract, ...]
    vectors: Vectors


class Sorter:
    """Sorts reports with one encoder."""

    def __init__(self, embedder: Embedder) -> None:
        self.embedder = embedder
        self.themes = ThemeVectors(embedder)

    def sort(self, report: Report) -> Sorted:
        """The passages of ``report``; headings that stand alone are in none of them."""
        pieces = _sentences(report)
        if not pieces:
            return Sorted(report, (), np.zeros((0, self.embedder.dimension), dtype=np.float32))
        texts = fold_all([p.span.of(report.text).replace("\n", " ") for p in pieces])
        vectors = self.vectors_of(texts)
        words = words_of_themes(texts)
        scores = self._with_surroundings(pieces, texts, self._own(words, vectors))
        best = scores.argmax(axis=1)
        fits = scores[np.arange(len(best)), best]
        chosen = np.where(fits >= _LEAST, best, -1)
        _settle(report, pieces, texts, words.sum(axis=1) > 0, chosen)
        return self._gather(report, pieces, chosen, fits, vectors)

    def _own(self, words: NDArray[np.float32], vectors: Vectors) -> NDArray[np.float32]:
        total = words.sum(axis=1, keepdims=True)
        own: NDArray[np.float32] = _SATURATED * words / (total + 1.0) + _MEANING * self.themes.nearness(
            vectors
        )
        return own

    def _with_surroundings(
        self, pieces: Sequence[_Piece], texts: Sequence[str], own: NDArray[np.float32]
    ) -> NDArray[np.float32]:
        general = np.array([_GENERAL_WEIGHT if t.id in _GENERAL else 1.0 for t in themes()], np.float32)
        ids = [t.id for t in themes()]
        troubles, overview = ids.index("difficulties"), ids.index("economy")
        sections = {s.id: s for p in pieces for s in p.sections}
        titles = fold_all([s.title.replace("\n", " ") for s in sections.values()])
        of_headings = (
            np.maximum(self._own(words_of_themes(titles), self.vectors_of(titles)), 0) * general
            if titles
            else own[:0]
        )
        rows = dict(zip(sections, of_headings, strict=True))
        scores = own.copy()
        for row, piece in enumerate(pieces):
            for weight, section in zip(_HEADINGS, reversed(piece.sections), strict=False):
                scores[row] += weight * rows[section.id]
        for _, group in groupby(range(len(pieces)), key=lambda row: pieces[row].paragraph):
            inside = list(group)
            if len(inside) > 1:
                others = (own[inside].sum(axis=0) - own[inside]) / (len(inside) - 1)
                scores[inside] += _AROUND * others * general
            for row in inside:
                if _OVERVIEW.search(texts[row]):
                    scores[row, overview] += _TOLD
            first = next((n for n, row in enumerate(inside) if _TROUBLES.search(texts[row])), None)
            if first is not None:
                scores[inside[first:], troubles] += _TOLD
        return scores

    def vectors_of(self, texts: Sequence[str]) -> Vectors:
        """A vector for each folded text, whatever the encoder makes of it."""
        return np.nan_to_num(self.embedder.embed(texts))

    def _gather(
        self,
        report: Report,
        pieces: Sequence[_Piece],
        chosen: NDArray[np.int64],
        fits: NDArray[np.float32],
        vectors: Vectors,
    ) -> Sorted:
        known = themes()
        extracts: list[Extract] = []
        sums: list[Vectors] = []
        for (_, column, _), rows in groupby(_parts(pieces, chosen), key=lambda part: part[0]):
            found = [row for _, row in rows]
            first, last = pieces[found[0]], pieces[found[-1]]
            theme = known[column] if column >= 0 else NO_THEME
            extracts.append(
                Extract(
                    report,
                    Span(first.span.start, last.span.end),
                    tuple(pieces[row].id for row in found),
                    theme,
                    round(float(fits[found].mean()), 4),
                    pieces[max(found, key=lambda row: (float(fits[row]), -row))].span,
                )
            )
            sums.append(vectors[found].sum(axis=0))
        return Sorted(report, tuple(extracts), self.themes.centred(_unit(np.stack(sums))))


@dataclass(frozen=True, slots=True)
class _Piece:
    id: str
    span: Span
    paragraph: int
    sections: tuple[Section, ...]


def _sentences(report: Report) -> list[_Piece]:
    """The sentences that say something, without those that are nothing but a heading.

    The lines of a paragraph that was broken in the file (PM, 2.5, 平均浓度 on three lines) count as one paragraph.
    """
    place: dict[str, int] = {}
    number, open_section = -1, ""
    for paragraph in report.paragraphs:
        if paragraph.level:
            open_section = ""
            continue
        path = report.section_path(paragraph.span.start)
        section = path[-1].id if path else ""
        if not open_section or section != open_section:
            number += 1
        place.update((s.id, number) for s in paragraph.sentences)
        ended = report.text[paragraph.span.end - 1] in _ENDS
        open_section = "" if ended else section
    return [
        _Piece(c.sentence_ids[0], c.span, place[c.sentence_ids[0]], report.section_path(c.span.start))
        for c in chunk(report)
        if c.whole and c.sentence_ids[0] in place
    ]


def _settle(
    report: Report,
    pieces: Sequence[_Piece],
    texts: Sequence[str],
    telling: NDArray[np.bool_],
    chosen: NDArray[np.int64],
) -> None:
    """Formulas of the ceremony, round-ups and the front page are of no theme.

    Short pieces are of their neighbour's, unless they have words that tell a theme of their own.
    """
    for row, (piece, text) in enumerate(zip(pieces, texts, strict=True)):
        front = not piece.sections and report.text[piece.span.end - 1] not in _ENDS
        if (
            front
            or (len(text) <= _CEREMONIAL and _CEREMONY.search(text))
            or _THANKS.search(text)
            or (len(set(found := _ROUND_UP.findall(text))) >= _MANY and len(found) * 14 > len(text))
        ):
            chosen[row] = -1
    for row in range(len(pieces) - 1, -1, -1):
        piece = pieces[row]
        heads = bool(piece.sections) and piece.sections[-1].heading.overlaps(piece.span)
        if heads or (len(texts[row]) < _SHORT and not telling[row]):
            for beside in (row + 1, row - 1):
                if 0 <= beside < len(pieces) and pieces[beside].paragraph == piece.paragraph:
                    chosen[row] = chosen[beside]
                    break


def _parts(pieces: Sequence[_Piece], chosen: NDArray[np.int64]) -> list[tuple[tuple[int, int, int], int]]:
    """Each row with what tells its passage from those beside it: paragraph, theme, and a number."""
    found: list[tuple[tuple[int, int, int], int]] = []
    number, start, before = 0, 0, (-1, -2)
    for row, piece in enumerate(pieces):
        here = (piece.paragraph, int(chosen[row]))
        if here != before or piece.span.end - start > _LONG:
            number, start, before = number + 1, piece.span.start, here
        found.append(((*here, number), row))
    return found


def _unit(vectors: Vectors) -> Vectors:
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    unit: Vectors = (vectors / np.where(lengths > 0, lengths, 1)).astype(np.float32)
    return unit
