"""Whether the figures of a translation that a person wrote agree with its source, and what is wrong where they do not."""

from __future__ import annotations

from dataclasses import dataclass

from index.quantities import QuantityMention, scan_chinese, scan_english
from index.quantities.render import render_chinese, render_english
from index.report import Language
from models.numbers import NumberLink, compare, verify


@dataclass(frozen=True, slots=True)
class Missing:
    """A figure of the source that the translation lacks: as written, and as it could be rendered."""

    written: str
    rendered: str


@dataclass(frozen=True, slots=True)
class FigureCheck:
    """The figures that were found in both texts, those that are missing, and those that the source does not state."""

    links: tuple[NumberLink, ...]
    missing: tuple[Missing, ...]
    invented: tuple[str, ...]

    @property
    def sound(self) -> bool:
        """True where every figure stands in both texts."""
        return not self.missing and not self.invented


def check_figures(source: str, target: str, language: Language) -> FigureCheck:
    """The figures of ``source``, which is in ``language``, compared with those of a finished translation, by value.

    People write 3. for （三） and "the two regions" for 港澳: invented is what stands there in digits and can be read
    from nothing in the source.
    """
    links, lost, extra = compare(source, target, language)
    missing = tuple(Missing(m.span.of(source), rendered(m, language)) for m in lost)
    written = [m.span.of(target) for m in extra]
    strange = verify(source, target, language, links) if written else ()
    invented = dict.fromkeys(words for words in written if any(odd in words for odd in strange))
    return FigureCheck(links, missing, tuple(invented))


def rendered(mention: QuantityMention, language: Language) -> str:
    """How the other language writes a figure of a text in ``language``."""
    return (render_english if language is Language.ZH else render_chinese)(mention)


def with_new_figures(old: str, target: str, new: str, language: Language) -> str:
    """``target``, the translation of ``old``, with the figures of ``new`` where the two sentences differ in these alone.

    Figures are taken in their order. One whose sort changed, or whose place in ``target`` is not certain, stays as it
    was: the caller checks the outcome and says what does not agree.
    """
    scan, other = (scan_chinese, scan_english) if language is Language.ZH else (scan_english, scan_chinese)
    before = [m for m in scan(old) if not m.tentative]
    after = [m for m in scan(new) if not m.tentative]
    if [m.form for m in before] != [m.form for m in after]:
        return target
    places = {link.source: link.target for link in compare(old, target, language)[0]}
    written = {m.span: m for m in other(target)}
    changes: list[tuple[QuantityMention, str]] = []
    for was, now in zip(before, after, strict=True):
        place = places.get(was.span)
        mention = written.get(place) if place is not None else None
        same_sort = (was.quantity.unit, was.counter is None) == (now.quantity.unit, now.counter is None)
        if mention is not None and same_sort and was.span.of(old) != now.span.of(new):
            changes.append((mention, rendered(now, language)))
    for mention, words in sorted(changes, key=lambda change: change[0].span, reverse=True):
        counter = mention.counter
        if counter is not None and counter.end <= mention.span.end:
            words += counter.of(target)  # 300家以上: the counter stands inside
        target = target[: mention.span.start] + words + target[mention.span.end :]
    return target
