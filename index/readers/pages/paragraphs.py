"""Lines into paragraphs: which line goes on with the one above, and how the two are joined."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Final

from index.readers.pages.columns import PlacedRow
from index.readers.pages.glyphs import EITHER, is_wide

_INDENT: Final = 0.8
"""Ems to the right of the margin from which a line is indented."""
_WIDER: Final = 1.35
"""How many times the usual distance of lines sets a paragraph apart."""
_OTHER_SIZE: Final = 0.12
_NOTE_SIZE: Final = 0.9
"""Size of a footnote, in parts of the text's."""
_STOPS: Final = frozenset("。！？：；.!?:;”’」』）)》】…")
_ENDS: Final = frozenset("。！？；.!?;…”」』")
_NUMBERED: Final = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}\s*、|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十]{1,3}[章节部编])"
)
_TOKEN: Final = re.compile(r"[A-Za-z0-9.,%％'’&/+\-]+")
_NEVER_FIRST: Final = "，。、；：？！）》」』】”’%％"
_HOLD_NEXT: Final = "（《“‘「『【"
_HYPHENATED: Final = re.compile(r"[A-Za-z]{2}-$")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text with its place and the margins of its column, in points."""

    text: str
    page: int
    column: int
    left: float
    right: float
    base: float
    em: float
    margins: tuple[float, float]
    text_left: float = 0.0

    @property
    def indent(self) -> float:
        """How far it begins from its margin, in ems."""
        return (self.left - self.margins[0]) / self.em

    def has_room_for(self, width: float) -> bool:
        """True where ``width`` points more would have fitted."""
        return self.margins[1] - self.right > width


@dataclass(frozen=True, slots=True)
class PagedText:
    """Paragraphs, one a line, with ascending ``(offset, page)`` for each change of the page."""

    text: str
    pages: tuple[tuple[int, int], ...]


def placed_lines(rows: Sequence[PlacedRow]) -> list[Line]:
    """The rows with the margins of their columns: those of the page, widened to what is usual in the document."""
    columns: dict[tuple[int, int], list[PlacedRow]] = defaultdict(list)
    for row in rows:
        columns[row.page, row.column].append(row)
    own = {key: _margins(group) for key, group in columns.items()}
    widths: dict[int, list[float]] = defaultdict(list)
    for key, group in columns.items():
        if len(group) >= 5:
            widths[key[1]].append(own[key][1] - own[key][0])
    usual = {column: median(found) for column, found in widths.items()}
    lefts = {
        column: median(own[key][0] for key, group in columns.items() if key[1] == column and len(group) >= 5)
        for column in widths
    }
    margins = {}
    for key, (left, right) in own.items():
        em = columns[key][0].row.em
        if key[1] in lefts and len(columns[key]) < 5 and abs(left - lefts[key[1]]) < 6 * em:
            left = min(left, lefts[key[1]])  # a page with a few lines, all of them indented
        margins[key] = (left, max(right, left + usual.get(key[1], 0.0)))
    return [
        Line(
            placed.row.text.strip(),
            placed.page,
            placed.column,
            placed.row.left,
            placed.row.right,
            placed.row.base,
            placed.row.em,
            margins[placed.page, placed.column],
            placed.row.text_left,
        )
        for placed in rows
        if placed.row.text.strip()
    ]


def _margins(rows: Sequence[PlacedRow]) -> tuple[float, float]:
    often = Counter(round(row.row.left) for row in rows)
    kept = [left for left, count in often.items() if count > 1]
    left = min(kept) if kept else min(row.row.left for row in rows)
    return float(min(left, min((r.row.left for r in rows if abs(r.row.left - left) < 2), default=left))), max(
        row.row.right for row in rows
    )


def to_text(lines: Sequence[Line]) -> PagedText:
    """Paragraphs, with footnotes after the paragraph during which their page ends."""
    if not lines:
        return PagedText("", ())
    body = _usual_size(lines)
    notes = _footnotes(lines, body)
    kept = [
        (i, line)
        for i, line in enumerate(lines)
        if i not in notes and not (i and _is_printed_again(lines[i - 1], line))
    ]
    rule = _Rule([line for _, line in kept], body)
    joined = _known_words(lines)
    writer = _Writer(joined)
    waiting: list[Line] = []
    before: Line | None = None
    for place, (i, line) in enumerate(kept):
        after = kept[place + 1][1] if place + 1 < len(kept) else None
        if before is None or rule.begins(before, line, after):
            writer.flush(waiting)
            writer.begin(line)
        else:
            writer.go_on(line)
        j = i + 1
        while j in notes:
            waiting.append(lines[j])
            j += 1
        before = line
    writer.flush(waiting)
    return writer.finish()


def _is_printed_again(before: Line, line: Line) -> bool:
    """True for the last line of a page or column that the next one shows once more, half hidden by its edge."""
    moved = (line.page, line.column) != (before.page, before.column)
    return moved and len(line.text) >= 6 and line.text == before.text


def _usual_size(lines: Sequence[Line]) -> float:
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.em * 4) / 4] += len(line.text)
    return sizes.most_common(1)[0][0] or 1.0


def _footnotes(lines: Sequence[Line], body: float) -> set[int]:
    """Rows in small print at the bottom of a page (of its last column) that has text in the usual size."""
    found: set[int] = set()
    for i in range(len(lines) - 1, -1, -1):
        last = i + 1 == len(lines) or lines[i + 1].page != lines[i].page or (i + 1) in found
        if last and lines[i].em < _NOTE_SIZE * body and _bottom_most(lines, i):
            found.add(i)
    pages = {line.page for i, line in enumerate(lines) if i not in found}
    return {i for i in found if lines[i].page in pages}


def _bottom_most(lines: Sequence[Line], i: int) -> bool:
    j = i - 1
    while j >= 0 and lines[j].page == lines[i].page:
        if lines[j].column == lines[i].column and lines[j].base < lines[i].base:
            return False
        j -= 1
    return True


class _Rule:
    """Which line begins a paragraph, in a document whose paragraphs are indented or are not."""

    def __init__(self, lines: Sequence[Line], body: float) -> None:
        self._body = body
        distances = [
            a.base - b.base
            for a, b in zip(lines, lines[1:], strict=False)
            if (a.page, a.column) == (b.page, b.column) and a.base > b.base
        ]
        # The usual distance is the least common one: paragraphs set apart are fewer than lines, but not always.
        self._pitch = _low_mode(distances)
        indented = sum(1 for line in lines if _INDENT < line.indent < 4)
        full = sum(1 for line in lines if not line.has_room_for(2 * line.em))
        self._indents = indented >= 3 and indented * 12 >= full

    def begins(self, before: Line, line: Line, after: Line | None) -> bool:
        """True where ``line`` does not go on with ``before``."""
        if "\t" in line.text or "\t" in before.text:
            return True
        if abs(line.em - before.em) > _OTHER_SIZE * before.em:
            return True
        same = (line.page, line.column) == (before.page, before.column)
        if same and (
            before.base - line.base > _WIDER * self._pitch_of(before) or line.base > before.base + line.em
        ):
            return True
        room = _first_word(line) + (1.5 * line.em if self._indents and line.indent < _INDENT else 0)
        if before.has_room_for(room):
            return True
        if line.indent > _INDENT:
            return not self._hangs(before, line, after)
        if before.indent > 6 and before.has_room_for(0.5 * before.em):
            return True  # set at the right or in the middle
        return not self._indents and before.text[-1] in _ENDS and _NUMBERED.match(line.text) is not None

    def _pitch_of(self, line: Line) -> float:
        return self._pitch * max(1.0, line.em / self._body)

    @staticmethod
    def _hangs(before: Line, line: Line, after: Line | None) -> bool:
        """True for a line under the text of one with a bullet, in a paragraph set in, or under one that stands out."""
        near = 0.4 * line.em
        if before.text_left > before.left and abs(line.left - before.text_left) < near:
            return True
        if before.text[-1] in _STOPS:
            return False
        if abs(line.left - before.left) < near:
            return line.text_left == line.left
        if before.left > line.left:
            return False
        return after is not None and abs(after.left - line.left) < near


def _low_mode(distances: Iterable[float]) -> float:
    """The distance of lines inside paragraphs: the least that is common."""
    often = Counter(round(distance * 2) / 2 for distance in distances if distance > 1)
    if not often:
        return float("inf")
    most = max(often.values())
    return min(distance for distance, count in often.items() if count >= 0.25 * most)


def _first_word(line: Line) -> float:
    """Points that the beginning of a line takes, as far as it cannot be broken."""
    token = _TOKEN.match(line.text)
    at = token.end() if token else 1
    ems = 0.3 + (0.56 * at if token else 1.4)
    if line.text[0] in _HOLD_NEXT:
        at, ems = at + 1, ems + 1
    while at < len(line.text) and ems < 12 and line.text[at] in _NEVER_FIRST + _HOLD_NEXT:
        ems += 2 if line.text[at] in _HOLD_NEXT else 1
        at += 1
    return ems * line.em


def _known_words(lines: Sequence[Line]) -> frozenset[str]:
    """The words with a hyphen that stand inside lines: those keep it at the end of one."""
    found: set[str] = set()
    for line in lines:
        found.update(word.lower() for word in re.findall(r"[A-Za-z]+-[A-Za-z]+", line.text))
    return frozenset(found)


class _Writer:
    """Puts the text together and keeps count of the pages."""

    def __init__(self, hyphenated: frozenset[str]) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._pages: list[tuple[int, int]] = []
        self._hyphenated = hyphenated

    def begin(self, line: Line) -> None:
        """A new paragraph."""
        if self._length:
            self._add("\n")
        self._turn(line.page)
        self._add(line.text)

    def go_on(self, line: Line) -> None:
        """The next line of the paragraph."""
        before = self._parts[-1]
        if _HYPHENATED.search(before) and line.text[:1].islower():
            self._mend(before, line.text)
        elif _needs_blank(before, line.text):
            self._add(" ")
        self._turn(line.page)
        self._add(line.text)

    def flush(self, notes: list[Line]) -> None:
        """Footnotes, each a paragraph of its own where it begins with a sign."""
        for k, note in enumerate(notes):
            if k and not notes[k - 1].has_room_for(_first_word(note)) and not _NOTE.match(note.text):
                self.go_on(note)
            else:
                self.begin(note)
        notes.clear()

    def finish(self) -> PagedText:
        """What was written."""
        return PagedText("".join(self._parts), tuple(self._pages))

    def _mend(self, before: str, following: str) -> None:
        first = before.rsplit(None, 1)[-1][:-1]
        rest = re.match(r"[a-z]+", following)
        word = f"{first}-{rest.group() if rest else ''}".lower()
        if word not in self._hyphenated:
            self._parts[-1] = before[:-1]
            self._length -= 1

    def _turn(self, page: int) -> None:
        if not self._pages or self._pages[-1][1] != page:
            self._pages.append((self._length, page))

    def _add(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)


_NOTE: Final = re.compile(r"[\[［〔【(（①-⑳*※]|\d{1,3}[.、．\s]|注")


def _is_chinese(text: Iterable[str]) -> bool:
    """True where the first sign of ``text`` that belongs to a script is a Chinese one."""
    return is_wide(next((char for char in text if char not in EITHER), ""))


def _needs_blank(before: str, following: str) -> bool:
    """True between words and not inside a number or a sign that the end of a line has cut."""
    if not before or before[-1].isspace() or following[0].isspace():
        return False
    if _is_chinese(reversed(before)) or _is_chinese(following):
        return False
    if before[-1].isdigit() and (following[0].isdigit() or following[0] in "%.,"):
        return False
    if before[-1] in "(-/[" or following[0] in ",.;:!?)%]":
        return False
    return not (before[-1] in ".," and following[0].isdigit() and before[-2:-1].isdigit())
