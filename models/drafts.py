"""What comes out of the network for one segment, how drafts are weighed, and how segments become a sentence again."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from index.report import Language
from index.text import Span
from models.numbers import NumberLink, Restored
from models.passages import Segment

NOT_TRANSLATED: Final = {Language.EN: "[not translated]", Language.ZH: "［未能翻译］"}


@dataclass(slots=True)
class Piece:
    """One segment on its way: the restored text, and whether something had to be put right."""

    segment: Segment
    restored: Restored
    repaired: bool
    broken: bool
    confidence: float = 1.0
    loops: bool = False

    @property
    def good(self) -> bool:
        """True where there is no reason to try again."""
        return not (self.broken or self.loops or self.restored.dropped) and self.restored.sound


def put_right(piece: Piece) -> Piece:
    """The same piece, marked as put right."""
    return replace(piece, repaired=True)


def worth(piece: Piece) -> tuple[bool, int, int, bool, int]:
    """Sorts drafts of one segment: whole ones first, then by figures and names that were lost."""
    return (
        not piece.broken,
        -len(piece.restored.missing) - len(piece.restored.invented),
        -len(piece.restored.dropped),
        not piece.loops,
        len(piece.restored.links),
    )


def to_source(span: Span, origin: tuple[int, ...]) -> Span:
    """A span of a segment as one of its sentence."""
    return Span(origin[span.start], origin[span.end - 1] + 1)


def moved(piece: Piece, whole: Segment) -> Piece:
    """A clause's links, which point into the segment's text, pointed into the sentence."""
    links = tuple(
        NumberLink(to_source(k.source, whole.origin), k.target, k.kind) for k in piece.restored.links
    )
    return replace(piece, restored=replace(piece.restored, links=links))


_KEEP_CAPITAL: Final = re.compile(r"(?:I\b|[A-Z][A-Z]|[A-Z][a-z]+ [A-Z]|[A-Z]\w*['’]s\b)")
NEVER_NAMES: Final = frozenset("We Our It This These The In On By With To For And".split())
_FIRST_WORD: Final = re.compile(r"[A-Z][a-z]*")


def concatenate(
    pieces: Sequence[Piece], target: Language, is_name: Callable[[str], bool]
) -> tuple[str, tuple[NumberLink, ...]]:
    """The pieces' texts joined as one sentence, links moved along; a name keeps its capital inside it."""
    text = ""
    links: list[NumberLink] = []
    for i, piece in enumerate(pieces):
        part = piece.restored.text
        if piece.broken:
            part = f"{NOT_TRANSLATED[target]} {piece.segment.text}"
            text += (" " if text and target is Language.EN else "") + part
            continue
        if target is Language.EN:
            ending = piece.segment.text[-1:]
            if i + 1 < len(pieces) and ending in "；;，,：:":
                mark = {"；": ";", "，": ",", "：": ":"}.get(ending, ending)
                part = part.rstrip(".;,: ") + mark
            word = _FIRST_WORD.match(part)
            lead = piece.segment.lead
            if (
                word
                and ((text and text[-1] in ",;:") or lead)
                and not _KEEP_CAPITAL.match(part)
                and not is_name(word[0])
            ):
                part = part[:1].lower() + part[1:]
            if lead:
                lead = lead if text and text[-1] in ",;:" else lead.capitalize()
                text += f"{' ' if text else ''}{lead}"
            text += " " if text else ""
        elif i + 1 < len(pieces) and piece.segment.text[-1:] in ";,":
            part = part.rstrip("。；，") + {";": "；", ",": "，"}[piece.segment.text[-1]]
        links.extend(
            NumberLink(k.source, k.target.shifted(len(text)), k.kind)
            for k in piece.restored.links
            if k.target.end <= len(part)
        )
        text += part
    return text, tuple(links)


def capital(text: str, target: Language) -> str:
    """``text`` as a sentence begins."""
    return text[:1].upper() + text[1:] if target is Language.EN else text
