"""Digits that a scan has set apart (1 5 7 6 0 . 3 亿元) read as one number."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from index.indicators.model import Figure
from index.text import Span

_APART: Final = re.compile(
    r"(?<![\d０-９.．])[\d０-９](?: [.．])?(?: [\d０-９](?: [.．](?= [\d０-９]))?)+(?![\d０-９])"
    r"(?: [百千万亿](?![\u4e00-\u9fff]{2}))*(?: [元%％人户个家亩吨])?"
)
_LEAST: Final = 3


@dataclass(frozen=True, slots=True)
class Joined:
    """A sentence without the spaces inside its numbers; ``places`` holds where each character stood."""

    text: str
    places: tuple[int, ...] | None

    def back(self, figure: Figure) -> Figure:
        """``figure`` with its spans in the sentence as it was written."""
        if self.places is None:
            return figure
        return replace(figure, span=self._span(figure.span), number=self._span(figure.number))

    def _span(self, span: Span) -> Span:
        assert self.places is not None
        return Span(self.places[span.start], self.places[span.end - 1] + 1)


def joined(text: str) -> Joined:
    """``text`` with numbers of at least three signs put together; two digits apart may be two numbers."""
    drop: set[int] = set()
    for m in _APART.finditer(text):
        if len(re.findall(r"[\d０-９.．]", m.group())) >= _LEAST:
            drop.update(m.start() + at for at, char in enumerate(m.group()) if char == " ")
    if not drop:
        return Joined(text, None)
    places = tuple(at for at in range(len(text)) if at not in drop)
    return Joined("".join(text[at] for at in places), places)
