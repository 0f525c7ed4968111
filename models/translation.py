"""Translates sentences with an Argos package, or with two over a third language; figures guarded.

Argos' own translation path is never used (it is slow, loses the pairing of sentences and reaches for the
network); its package format is. The networks themselves are in ``models.engine``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from index.report import Language
from index.text import Span
from models.codes import reading_code
from models.engine import BEAM, Attention, Chain, Engine, Network
from models.forms import with_covid_number
from models.numbers import NumberLink, Restored, compare, complete, placeholders_in, restore, verify
from models.passages import Plan, Segment, plan
from models.placeholders import protect
from models.stutter import without_stutter

if TYPE_CHECKING:
    from models.package import ModelPackage

PIPELINE: Final = "3"
"""Raised whenever the same network would give other text, so that cached translations are made anew."""
RETRIES: Final = 4
_HAN: Final = re.compile(r"[\u3400-\u9fff]")
_CONTENT: Final = re.compile(r"[\w\ue000-\ue0ff]")
NOT_TRANSLATED: Final = {Language.EN: "[not translated]", Language.ZH: "［未能翻译］"}


@dataclass(frozen=True, slots=True)
class Link:
    """Two spans that say the same thing; ``kind`` is ``number``, ``term`` or ``word``."""

    source: Span
    target: Span
    kind: str = "number"


@dataclass(frozen=True, slots=True)
class Translation:
    """A sentence and its translation.

    ``engine`` is ``memory``, ``neural`` or ``none`` (the sentence then says so); ``numbers`` is ``ok``,
    ``repaired`` or ``warning``, and ``warning`` is what to show for the last.
    """

    source: str
    target: str
    engine: str
    numbers: str = "ok"
    warning: str = ""
    links: tuple[Link, ...] = ()


@dataclass(slots=True)
class _Piece:
    """One segment on its way: the restored text, and whether something had to be put right."""

    segment: Segment
    restored: Restored
    repaired: bool
    broken: bool


class Translator:
    """One direction of translation; loads its network at the first sentence.

    ``second`` goes on from the language that ``package`` translates into, where no package does the whole way.
    """

    def __init__(self, package: ModelPackage, threads: int = 0, second: ModelPackage | None = None) -> None:
        self._engine: Engine = Network(package, threads)
        self.source = Language(reading_code(package.from_code))
        self.target = Language(reading_code((second or package).to_code))
        if second is not None:
            self._engine = Chain(Network(package, threads), Network(second, threads))
        legs = [package.fingerprint, *([second.fingerprint] if second is not None else [])]
        self.fingerprint = f"{'+'.join(legs)}/{PIPELINE}"

    @property
    def direction(self) -> tuple[str, str]:
        """``("zh", "en")`` or the other way."""
        return self.source.value, self.target.value

    @property
    def _knows_placeholders(self) -> bool:
        return self._engine.knows_placeholders

    def _is_name(self, word: str) -> bool:
        """Whether the vocabulary knows ``word`` better with its capital than without."""
        return word not in _NEVER_NAMES and self._engine.is_name(word)

    def warm(self) -> None:
        """Load the network now, so that the first sentence does not wait for it."""
        self._decode(["。"])

    def translate(self, sentences: Sequence[str]) -> list[Translation]:
        """Each sentence's translation, in the same order; never blank for a sentence that is not."""
        plans = [plan(sentence, self.source) for sentence in sentences]
        segments = [segment for each in plans for segment in each.segments]
        pieces = self._translate_segments(segments)
        out: list[Translation] = []
        at = 0
        for sentence, each in zip(sentences, plans, strict=True):
            count = len(each.segments)
            out.append(self._join(sentence, each, pieces[at : at + count]))
            at += count
        return out

    def translate_steps(
        self, sentences: Sequence[str], batch: int = 8
    ) -> Generator[tuple[int, Translation], None, None]:
        """Translate in order, ``batch`` sentences at a time; between yields the caller may stop."""
        for start in range(0, len(sentences), batch):
            yield from enumerate(self.translate(sentences[start : start + batch]), start=start)

    def attend(self, source: str, target: str) -> Attention | None:
        """The network's attention while ``target`` is forced on it as the translation of ``source``; None where there is none.

        Both texts hold placeholders where figures stand.
        """
        return self._engine.attend(source, target)

    def _decode(
        self, texts: Sequence[str], hypotheses: int = BEAM, *, again: bool = False
    ) -> list[list[list[str]]]:
        """The network's drafts of each text as pieces, best first."""
        drafts = self._engine.drafts(texts, hypotheses, again=again)
        return [[draft.pieces for draft in options] for options in drafts]

    def _detokenize(self, pieces: list[str]) -> str:
        return without_stutter(self._engine.text(pieces).strip(), self.target)

    def _translate_segments(self, segments: Sequence[Segment]) -> list[_Piece]:
        if not segments:
            return []
        if not self._knows_placeholders:
            options = self._decode([s.text for s in segments])
            return [self._choose_plain(s, o) for s, o in zip(segments, options, strict=True)]
        drafts = self._decode([segment.protected.text for segment in segments])
        pieces = [self._choose(segment, options) for segment, options in zip(segments, drafts, strict=True)]
        again = [i for i, piece in enumerate(pieces) if piece.broken or not piece.restored.sound]
        for i, better in zip(again, self._retry([segments[i] for i in again]), strict=True):
            if _worth(better) > _worth(pieces[i]):
                pieces[i] = better
        return pieces

    def _choose(self, segment: Segment, hypotheses: Sequence[list[str]]) -> _Piece:
        """The best draft in which every figure stands once; else the best of all."""
        slots = segment.protected.slots
        first = self._detokenize(hypotheses[0])
        if complete(first, slots) and self._plausible(segment, first):
            piece = self._finish(segment, first, repaired=False)
            if piece.restored.sound:
                return piece
        drafts = [first, *(self._detokenize(h) for h in hypotheses[1:])]
        options = [d for d in drafts if self._plausible(segment, d)]
        whole = [d for d in options if complete(d, slots)]
        for draft in whole:
            piece = self._finish(segment, draft, repaired=draft != drafts[0])
            if piece.restored.sound:
                return piece
        ranked = whole or sorted(options, key=lambda d: -len(set(placeholders_in(d))))
        return self._finish(segment, (ranked or list(drafts) or [""])[0], repaired=True, broken=not options)

    def _retry(self, segments: Sequence[Segment]) -> list[_Piece]:
        """A second try with loops forbidden, then clause by clause."""
        if not segments:
            return []
        drafts = self._decode([s.protected.text for s in segments], BEAM, again=True)
        pieces = [_put_right(self._choose(s, d)) for s, d in zip(segments, drafts, strict=True)]
        cut = {
            i: parts
            for i, piece in enumerate(pieces)
            if piece.broken or not piece.restored.sound
            if len(parts := plan(segments[i].text, self.source, longest=24).segments) > 1
        }
        clauses = iter(
            self._decode([p.protected.text for parts in cut.values() for p in parts], RETRIES, again=True)
        )
        for i, parts in cut.items():
            joined = self._joined(segments[i], [self._choose(p, next(clauses)) for p in parts])
            pieces[i] = max((pieces[i], joined), key=_worth)
        return self._with_lists(segments, pieces)

    def _with_lists(self, segments: Sequence[Segment], pieces: list[_Piece]) -> list[_Piece]:
        """Where figures are still missing, once more with every list of figures as one word."""
        lists: dict[int, Segment] = {}
        for i, piece in enumerate(pieces):
            if not piece.restored.sound and (whole := protect(segments[i].text, self.source, lists=True)):
                lists[i] = replace(segments[i], protected=whole)
        drafts = self._decode([s.protected.text for s in lists.values()], RETRIES, again=True)
        for (i, segment), options in zip(lists.items(), drafts, strict=True):
            pieces[i] = max((pieces[i], _put_right(self._choose(segment, options))), key=_worth)
        return pieces

    def _joined(self, segment: Segment, clauses: Sequence[_Piece]) -> _Piece:
        """The clauses of a segment as one piece."""
        moved = [_moved(clause, segment) for clause in clauses]
        text, links = _concatenate(moved, self.target, self._is_name)
        restored = Restored(
            text, links, tuple(m for p in moved for m in p.restored.missing),
            tuple(m for p in moved for m in p.restored.invented),
        )  # fmt: skip
        return _Piece(segment, restored, repaired=True, broken=any(p.broken for p in clauses))

    def _plausible(self, segment: Segment, draft: str) -> bool:
        """False for blank, echoed or wildly short and long drafts."""
        if not _CONTENT.search(draft):
            return False
        given = segment.protected.text
        han = len(_HAN.findall(draft))
        if self.target is Language.EN:
            words, size = len(draft.split()), max(1, len(given))
            return han == 0 and words <= 2.0 * size + 8 and words >= 0.12 * size - 1
        return han > 0 or not _HAN.search(given) and len(given) < 12

    def _finish(self, segment: Segment, draft: str, *, repaired: bool, broken: bool = False) -> _Piece:
        if self.target is Language.EN:
            draft = with_covid_number(draft, segment.text)
        restored = restore(draft, segment.protected.slots, self.target)
        links = tuple(
            NumberLink(_to_source(k.source, segment.origin), k.target, k.kind) for k in restored.links
        )
        invented = verify(segment.text, restored.text, self.source, restored.links)
        return _Piece(segment, replace(restored, links=links, invented=invented), repaired, broken)

    def _choose_plain(self, segment: Segment, hypotheses: Sequence[list[str]]) -> _Piece:
        """The best draft that states the figures of the source and no others; else the one nearest to that."""
        best: _Piece | None = None
        for draft in hypotheses:
            piece = self._finish_plain(segment, self._detokenize(draft))
            if not piece.broken and piece.restored.sound:
                return piece if best is None else _put_right(piece)
            if best is None or _worth(piece) > _worth(best):
                best = piece
        return best or self._finish_plain(segment, "")

    def _finish_plain(self, segment: Segment, draft: str) -> _Piece:
        """For packages without placeholders: check the figures by value."""
        links, lost, extra = compare(segment.text, draft, self.source)
        restored = Restored(
            draft,
            tuple(NumberLink(_to_source(k.source, segment.origin), k.target, k.kind) for k in links),
            tuple(m.span.of(segment.text) for m in lost),
            tuple(m.span.of(draft) for m in extra),
        )
        return _Piece(segment, restored, repaired=False, broken=not _CONTENT.search(draft))

    def _join(self, sentence: str, each: Plan, pieces: Sequence[_Piece]) -> Translation:
        if not sentence.strip():
            return Translation(sentence, "", "none")
        if not pieces or all(p.broken for p in pieces):
            target = f"{NOT_TRANSLATED[self.target]} {sentence.strip()}"
            return Translation(
                sentence, target, "none", "ok", "The model gave no usable translation of this sentence."
            )
        text, links = _concatenate(pieces, self.target, self._is_name)
        text = _capital(text, self.target)
        shifted = tuple(Link(k.source, k.target.shifted(len(each.mark)), k.kind) for k in links)
        missing = [m for p in pieces for m in p.restored.missing]
        invented = [m for p in pieces for m in p.restored.invented]
        warning = _warning(missing, invented)
        if any(p.broken for p in pieces):
            warning = "; ".join(filter(None, ["a part of this sentence could not be translated", warning]))
        numbers = (
            "warning" if missing or invented else "repaired" if any(p.repaired for p in pieces) else "ok"
        )
        return Translation(sentence, each.mark + text, "neural", numbers, warning, shifted)


def _warning(missing: Sequence[str], invented: Sequence[str]) -> str:
    parts = []
    if missing:
        parts.append("figures missing from the translation: " + ", ".join(missing))
    if invented:
        parts.append("figures not in the source: " + ", ".join(invented))
    return "; ".join(parts)


def _put_right(piece: _Piece) -> _Piece:
    """The same piece, marked as put right."""
    return _Piece(piece.segment, piece.restored, True, piece.broken)


def _worth(piece: _Piece) -> tuple[bool, int, int]:
    return (
        not piece.broken,
        -len(piece.restored.missing) - len(piece.restored.invented),
        len(piece.restored.links),
    )


def _to_source(span: Span, origin: tuple[int, ...]) -> Span:
    return Span(origin[span.start], origin[span.end - 1] + 1)


def _moved(piece: _Piece, whole: Segment) -> _Piece:
    """A clause's links, which point into the segment's text, pointed into the sentence."""
    links = tuple(
        NumberLink(_to_source(k.source, whole.origin), k.target, k.kind) for k in piece.restored.links
    )
    return _Piece(piece.segment, replace(piece.restored, links=links), piece.repaired, piece.broken)


_KEEP_CAPITAL: Final = re.compile(r"(?:I\b|[A-Z][A-Z]|[A-Z][a-z]+ [A-Z]|[A-Z]\w*['’]s\b)")
_NEVER_NAMES: Final = frozenset("We Our It This These The In On By With To For And".split())
_FIRST_WORD: Final = re.compile(r"[A-Z][a-z]*")


def _concatenate(
    pieces: Sequence[_Piece], target: Language, is_name: Callable[[str], bool]
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


def _capital(text: str, target: Language) -> str:
    return text[:1].upper() + text[1:] if target is Language.EN else text
