"""Translates sentences with an Argos package, or with two over a third language; figures guarded.

Argos' own translation path is never used (it is slow, loses the pairing of sentences and reaches for the
network); its package format is. The networks themselves are in ``models.engine``.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from index.report import Language
from index.text import Span, without_surrogates
from models.codes import reading_code
from models.doubts import Doubt, doubts_of, repeats
from models.drafts import (
    NEVER_NAMES,
    NOT_TRANSLATED,
    Piece,
    capital,
    concatenate,
    moved,
    put_right,
    to_source,
    worth,
)
from models.engine import BEAM, Attention, Chain, Draft, Engine, Network
from models.forms import with_covid_number
from models.numbers import (
    NumberLink,
    Restored,
    compare,
    complete,
    placeholders_in,
    restore,
    verify,
    warning_words,
)
from models.passages import Plan, Segment, Terms, plan
from models.placeholders import protect
from models.stutter import without_stutter

if TYPE_CHECKING:
    from models.memory import Entry
    from models.package import ModelPackage

PIPELINE: Final = "8"
"""Raised whenever the same network would give other text, so that cached translations are made anew."""
RETRIES: Final = 4
OPENINGS: Final = 5
"""How many first words are tried where every other draft has lost a figure."""
_HAN: Final = re.compile(r"[\u3400-\u9fff]")
_LATIN: Final = re.compile(r"[A-Za-z]")
_CONTENT: Final = re.compile(r"[\w\ue000-\ue0ff]")


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
    ``repaired`` or ``warning``, and ``warning`` is what to show for the last. ``confidence`` is the mean probability of a
    piece in the least sure part of the sentence, ``doubts`` what else is wrong with it. ``entry`` is the entry of the memory
    that it comes from.
    """

    source: str
    target: str
    engine: str
    numbers: str = "ok"
    warning: str = ""
    links: tuple[Link, ...] = ()
    confidence: float = 1.0
    doubts: tuple[Doubt, ...] = ()
    entry: Entry | None = None


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
        return word not in NEVER_NAMES and self._engine.is_name(word)

    def warm(self) -> None:
        """Load the network now, so that the first sentence does not wait for it."""
        self._decode(["。"])

    def translate(self, sentences: Sequence[str]) -> list[Translation]:
        """Each sentence's translation, in the same order; never blank for a sentence that is not."""
        return self.translate_with(sentences, None)

    def translate_with(self, sentences: Sequence[str], terms: Terms) -> list[Translation]:
        """The same with the user's terms carried through the network, so that they stand as the user wrote them."""
        plans = [plan(without_surrogates(sentence), self.source, terms=terms) for sentence in sentences]
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
        self, texts: Sequence[str], hypotheses: int = BEAM, *, again: bool = False, otherwise: bool = False
    ) -> list[list[Draft]]:
        """The network's drafts of each text, best first; ``again`` without loops, ``otherwise`` each beginning differently.

        What stands several times in a report, or in a text that repeats itself without end, is decoded once.
        """
        distinct = list(dict.fromkeys(texts))
        drafts = self._engine.drafts(distinct, hypotheses, again=again, otherwise=otherwise)
        known = dict(zip(distinct, drafts, strict=True))
        return [known[text] for text in texts]

    def _detokenize(self, pieces: list[str]) -> str:
        return without_stutter(self._engine.text(pieces).strip(), self.target)

    def _translate_segments(self, segments: Sequence[Segment]) -> list[Piece]:
        if not segments:
            return []
        if not self._knows_placeholders:
            options = self._decode([s.text for s in segments])
            return [self._choose_plain(s, o) for s, o in zip(segments, options, strict=True)]
        foreign = [s for s in segments if not self._is_in_target(s)]
        drafts = iter(self._decode([segment.protected.text for segment in foreign]))
        pieces = [
            Piece(
                s, Restored(s.text, (), (), (), ()), repaired=False, broken=False, confidence=1.0, loops=False
            )
            if self._is_in_target(s)
            else self._choose(s, next(drafts))
            for s in segments
        ]
        again = [i for i, piece in enumerate(pieces) if not piece.good]
        for i, better in zip(again, self._retry([segments[i] for i in again]), strict=True):
            if worth(better) > worth(pieces[i]):
                pieces[i] = better
        return pieces

    def _is_in_target(self, segment: Segment) -> bool:
        """True for what needs no translation: English words alone in a Chinese text, Chinese alone in an English one."""
        han, latin = _HAN.search(segment.text), _LATIN.search(segment.text)
        return bool(latin and not han if self.target is Language.EN else han and not latin)

    def _choose(self, segment: Segment, hypotheses: Sequence[Draft]) -> Piece:
        """The best draft in which every figure stands once; else the best of all."""
        slots = segment.protected.slots
        first = hypotheses[0]
        text = self._detokenize(first.pieces)
        if complete(text, slots) and self._plausible(segment, text):
            piece = self._finish(segment, text, first.confidence, repaired=False)
            if piece.good:
                return piece
        written = {id(h): self._detokenize(h.pieces) if h is not first else text for h in hypotheses}
        options = [h for h in hypotheses if self._plausible(segment, written[id(h)])]
        whole = [h for h in options if complete(written[id(h)], slots)]
        best: Piece | None = None
        for draft in whole:
            piece = self._finish(segment, written[id(draft)], draft.confidence, repaired=draft is not first)
            if piece.good:
                return piece
            best = max(filter(None, (best, piece)), key=worth)
        if best is not None:
            return best
        ranked = sorted(options, key=lambda h: -len(set(placeholders_in(written[id(h)]))))
        chosen = (ranked or list(hypotheses))[0]
        return self._finish(
            segment, written[id(chosen)], chosen.confidence, repaired=True, broken=not options
        )

    def _retry(self, segments: Sequence[Segment]) -> list[Piece]:
        """A second try with loops forbidden, then clause by clause."""
        if not segments:
            return []
        drafts = self._decode([s.protected.text for s in segments], BEAM, again=True)
        pieces = [put_right(self._choose(s, d)) for s, d in zip(segments, drafts, strict=True)]
        cut = {
            i: parts
            for i, piece in enumerate(pieces)
            if not piece.good
            if len(parts := plan(segments[i].text, self.source, 24, segments[i].terms).segments) > 1
        }
        clauses = iter(
            self._decode([p.protected.text for parts in cut.values() for p in parts], RETRIES, again=True)
        )
        for i, parts in cut.items():
            joined = self._joined(segments[i], [self._choose(p, next(clauses)) for p in parts])
            pieces[i] = max((pieces[i], joined), key=worth)
        return self._with_lists(segments, pieces)

    def _with_lists(self, segments: Sequence[Segment], pieces: list[Piece]) -> list[Piece]:
        """Where figures are still missing, once more with every list of figures as one word, then with other openings."""
        lists: dict[int, Segment] = {}
        for i, piece in enumerate(pieces):
            if not piece.restored.sound or piece.restored.dropped:
                whole = protect(segments[i].text, self.source, lists=True, terms=segments[i].terms)
                lists |= {i: replace(segments[i], protected=whole)} if whole else {}
        for otherwise, count in ((False, RETRIES), (True, OPENINGS)):
            left = {
                i: s for i, s in lists.items() if not pieces[i].restored.sound or pieces[i].restored.dropped
            }
            texts = [s.protected.text for s in left.values()]
            drafts = self._decode(texts, count, again=True, otherwise=otherwise)
            for (i, segment), options in zip(left.items(), drafts, strict=True):
                pieces[i] = max((pieces[i], put_right(self._choose(segment, options))), key=worth)
        return pieces

    def _joined(self, segment: Segment, clauses: Sequence[Piece]) -> Piece:
        """The clauses of a segment as one piece."""
        own = [moved(clause, segment) for clause in clauses]
        text, links = concatenate(own, self.target, self._is_name)
        restored = Restored(
            text, links, tuple(m for p in own for m in p.restored.missing),
            tuple(m for p in own for m in p.restored.invented),
            tuple(m for p in own for m in p.restored.dropped),
        )  # fmt: skip
        return Piece(
            segment, restored, repaired=True, broken=any(p.broken for p in clauses),
            confidence=min(p.confidence for p in clauses), loops=repeats(text, segment.text, self.target),
        )  # fmt: skip

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

    def _finish(
        self, segment: Segment, draft: str, confidence: float, *, repaired: bool, broken: bool = False
    ) -> Piece:
        if self.target is Language.EN:
            draft = with_covid_number(draft, segment.text)
        restored = restore(draft, segment.protected.slots, self.target)
        links = tuple(
            NumberLink(to_source(k.source, segment.origin), k.target, k.kind) for k in restored.links
        )
        invented = verify(segment.text, restored.text, self.source, restored.links)
        whole = replace(restored, links=links, invented=invented)
        loops = repeats(restored.text, segment.text, self.target)
        return Piece(segment, whole, repaired, broken, confidence, loops)

    def _choose_plain(self, segment: Segment, hypotheses: Sequence[Draft]) -> Piece:
        """The best draft that states the figures of the source and no others; else the one nearest to that."""
        best: Piece | None = None
        for draft in hypotheses:
            piece = self._finish_plain(segment, draft)
            if not piece.broken and piece.restored.sound:
                return piece if best is None else put_right(piece)
            if best is None or worth(piece) > worth(best):
                best = piece
        return best or self._finish_plain(segment, Draft([], 0.0))

    def _finish_plain(self, segment: Segment, drafted: Draft) -> Piece:
        """For packages without placeholders: check the figures by value."""
        draft = self._detokenize(drafted.pieces)
        links, lost, extra = compare(segment.text, draft, self.source)
        restored = Restored(
            draft,
            tuple(NumberLink(to_source(k.source, segment.origin), k.target, k.kind) for k in links),
            tuple(m.span.of(segment.text) for m in lost),
            tuple(m.span.of(draft) for m in extra),
        )
        broken = not _CONTENT.search(draft)
        return Piece(segment, restored, repaired=False, broken=broken, confidence=drafted.confidence)

    def _join(self, sentence: str, each: Plan, pieces: Sequence[Piece]) -> Translation:
        if not sentence.strip():
            return Translation(sentence, "", "none")
        if not pieces or all(p.broken for p in pieces):
            target = f"{NOT_TRANSLATED[self.target]} {without_surrogates(sentence.strip())}"
            return Translation(
                sentence, target, "none", "ok", "The model gave no usable translation of this sentence."
            )
        text, links = concatenate(pieces, self.target, self._is_name)
        text = capital(text, self.target)
        shifted = tuple(Link(k.source, k.target.shifted(len(each.mark)), k.kind) for k in links)
        missing = [m for p in pieces for m in p.restored.missing]
        invented = [m for p in pieces for m in p.restored.invented]
        warning = warning_words(missing, invented)
        if any(p.broken for p in pieces):
            warning = "; ".join(filter(None, ["a part of this sentence could not be translated", warning]))
        numbers = (
            "warning" if missing or invented else "repaired" if any(p.repaired for p in pieces) else "ok"
        )
        confidence = min(p.confidence for p in pieces)
        doubts = doubts_of(text, sentence, self.target, confidence)
        return Translation(
            sentence, each.mark + text, "neural", numbers, warning, shifted, round(confidence, 3), doubts
        )
