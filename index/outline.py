"""The section tree, from the headings in reading order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from index.headings import Heading, Line, closes_sections
from index.markers import Rank
from index.report import Section
from index.text import Span

_STOPS = "。．.：:！!；;，, "


@dataclass(slots=True)
class _Node:
    """A section while it is being built; lines ``first`` to ``last`` belong to it."""

    heading: Heading
    level: int
    last: int
    children: list[_Node] = field(default_factory=list)

    @property
    def lines(self) -> int:
        return self.last - self.heading.last_line + 1


def build_outline(
    lines: Sequence[Line], headings: Sequence[Heading], text: str
) -> tuple[tuple[Section, ...], dict[int, int]]:
    """The sections, and the level of each line that is nothing but a heading (or part of one).

    A section reaches to the next heading of the same or a higher rank. Two things end one sooner: a paragraph that
    addresses the deputies anew ends what is below a chapter, and the last of a row of sections that have one
    paragraph each has one paragraph too (what follows it belongs to the chapter).
    """
    roots = _nest(lines, headings)
    _trim_rows(roots)
    levels: dict[int, int] = {}
    counter = iter(range(len(headings)))
    sections = tuple(_freeze(node, lines, text, levels, counter) for node in roots)
    return sections, levels


def _nest(lines: Sequence[Line], headings: Sequence[Heading]) -> list[_Node]:
    roots: list[_Node] = []
    stack: list[_Node] = []
    at = {heading.line: heading for heading in headings}
    first = headings[0].line if headings else len(lines)
    for i in range(first, len(lines)):
        heading = at.get(i)
        if heading is None:
            if closes_sections(lines[i]):
                while len(stack) > 1 and stack[-1].heading.rank > Rank.UNNUMBERED_MIDDLE:
                    stack.pop().last = i - 1
            continue
        while stack and stack[-1].heading.rank >= heading.rank:
            stack.pop().last = i - 1
        node = _Node(heading, len(stack) + 1, len(lines) - 1)
        (stack[-1].children if stack else roots).append(node)
        stack.append(node)
    return roots


def _trim_rows(nodes: list[_Node]) -> None:
    for node in nodes:
        _trim_rows(node.children)
    row: list[_Node] = []
    for node in list(nodes):
        if row and row[-1].heading.rank is not node.heading.rank:
            _trim_row(nodes, row)
            row = []
        row.append(node)
    _trim_row(nodes, row)


def _trim_row(nodes: list[_Node], row: list[_Node]) -> None:
    """End the last section of a row where the others say that it should; what is beyond moves up to ``nodes``."""
    if len(row) < 3 or row[0].heading.rank < Rank.SECOND or any(node.children for node in row[:-1]):
        return
    *earlier, last = row
    sizes = {node.lines for node in earlier}
    if len(sizes) > 1 and not last.children:
        return
    end = last.heading.last_line + max(sizes) - 1
    if end >= last.last:
        return
    beyond = [child for child in last.children if child.heading.line > end]
    if len(beyond) < len(last.children):
        return
    last.last, last.children = end, []
    position = nodes.index(last) + 1
    nodes[position:position] = [_raised(child) for child in beyond]


def _raised(node: _Node) -> _Node:
    node.level -= 1
    node.children = [_raised(child) for child in node.children]
    return node


def _freeze(
    node: _Node, lines: Sequence[Line], text: str, levels: dict[int, int], counter: Iterator[int]
) -> Section:
    heading = node.heading
    if not heading.run_in:
        for i in range(heading.line, heading.last_line + 1):
            levels[i] = node.level
    number = next(counter)
    written = heading.span.of(text).replace("\n", " ").strip()
    title = " ".join(written.removeprefix(heading.number).split()).strip(_STOPS)
    return Section(
        id=f"h{number}",
        level=node.level,
        number=heading.number,
        title=title or heading.number,
        heading=heading.span,
        span=Span(heading.span.start, lines[node.last].span.end),
        children=tuple(_freeze(child, lines, text, levels, counter) for child in node.children),
    )
