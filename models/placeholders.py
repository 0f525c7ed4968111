"""Numbers and codes travel through the translator as placeholders: one private-use character each.

A placeholder stands for the whole expression with its unit and qualifier (约15760.3亿元, 5.5%左右), so the
network never sees a digit and cannot change one. Its class tells the network what kind of word it handles
(a percentage, a sum of money, a year); its index tells it which one.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from index.quantities import Form, Qualifier, QuantityMention, scan_chinese, scan_english
from index.report import Language
from index.text import Span
from models.places import scan_english_names, scan_places

FIRST: Final = 0xE000
PER_CLASS: Final = 12
_CLASSES: Final = {
    Form.NUMBER: 0, Form.FRACTION: 0, Form.MONEY: 1, Form.PERCENT: 2, Form.POINTS: 2, Form.DATE: 3, Form.ORDINAL: 4,
    Form.CODE: 5,
}  # fmt: skip
SYMBOLS: Final = tuple(chr(FIRST + 16 * c + i) for c in range(6) for i in range(PER_CLASS))
"""All placeholder characters; the sub-word models hold each as a piece of its own."""


def is_placeholder(char: str) -> bool:
    """True for the characters that stand for a number or a code."""
    return FIRST <= ord(char) < FIRST + 16 * 6


@dataclass(frozen=True, slots=True)
class Slot:
    """One placeholder: the character, the expression it stands for, and what of the text it replaced.

    ``covered`` is the span of the source text that the placeholder answers for (qualifier and unit with it);
    ``qualifier`` and ``unit`` tell whether these words are inside. ``exceeded`` is true where the verb before it says
    that the figure is exceeded (超过3300亿元), which the translation must say too. ``others`` are the rest of a list that
    travels as one (G109、G219和G318), with the span of each in the source; ``covered`` is then that of the first.
    ``required`` is true for a term of the user's, which the translation must hold.
    """

    symbol: str
    mention: QuantityMention
    covered: Span
    qualifier: bool = True
    unit: bool = True
    exceeded: bool = False
    others: tuple[Slot, ...] = ()
    kept: int = 0
    required: bool = False

    @property
    def is_name(self) -> bool:
        """True for a name that is written in words, and no figure."""
        return self.mention.form is Form.CODE and self.mention.spelled


@dataclass(frozen=True, slots=True)
class Protected:
    """A text with placeholders in place of its numbers, and what each stands for."""

    text: str
    slots: tuple[Slot, ...]

    def origins(self) -> list[Span]:
        """For each character of ``text``, the span of the original that it stands for."""
        out: list[Span] = []
        slots = iter(self.slots)
        at = kept = 0
        whole = Span(0, 0)
        for char in self.text:
            if is_placeholder(char):
                slot = next(slots)
                whole = Span(
                    slot.covered.start, slot.others[-1].covered.end if slot.others else slot.covered.end
                )
                at, kept = whole.end, slot.kept
                out.append(whole)
            elif kept:
                kept -= 1
                out.append(whole)
            else:
                out.append(Span(at, at + 1))
                at += 1
        return out


@dataclass(frozen=True, slots=True)
class _Cut:
    mention: QuantityMention
    start: int
    end: int
    keep: str
    qualifier: bool
    unit: bool


def _cut(text: str, mention: QuantityMention, *, qualifier: bool, unit: bool) -> _Cut:
    """What of ``text`` the placeholder replaces; a counter between number and 以上 stays (300家以上 → ▯家)."""
    counted = mention.counter is not None and mention.span == Span(mention.bare.start, mention.counter.end)
    if not qualifier or counted or mention.span == mention.bare:
        where = mention.bare if unit else mention.core
        return _Cut(mention, where.start, where.end, "", qualifier, unit)
    keep = mention.counter.of(text) if mention.counter else ""
    if not unit and mention.bare != mention.core:
        keep = text[mention.core.end : mention.bare.end] + keep
    return _Cut(mention, mention.span.start, mention.span.end, keep, qualifier, unit)


def _is_exceeded(text: str, cut: _Cut) -> bool:
    """True after 超过, and after 突破 where a large amount follows (突破12项技术 is a breakthrough)."""
    if cut.mention.form not in (Form.NUMBER, Form.MONEY, Form.PERCENT, Form.POINTS):
        return False
    before = text[max(0, cut.start - 2) : cut.start]
    large = cut.mention.form is not Form.NUMBER or cut.mention.quantity.value >= 10_000
    return before == "超过" or (before == "突破" and large)


def _assemble(
    text: str,
    runs: Iterable[Sequence[_Cut]],
    symbols: Iterable[str],
    required: Collection[QuantityMention] = (),
) -> Protected:
    out: list[str] = []
    slots: list[Slot] = []
    at = 0
    for run, symbol in zip(runs, symbols, strict=True):
        out += [text[at : run[0].start], symbol, run[-1].keep]
        first, *rest = (
            Slot(symbol, c.mention, Span(c.start, c.end), c.qualifier, c.unit, _is_exceeded(text, c))
            for c in run
        )
        fixed = first.mention in required
        slots.append(replace(first, others=tuple(rest), kept=len(run[-1].keep), required=fixed))
        at = run[-1].end
    out.append(text[at:])
    return Protected("".join(out), tuple(slots))


def needs_protection(mention: QuantityMention, language: Language) -> bool:
    """Whether a mention is carried as a placeholder; words that only may be numbers are left to the network."""
    if mention.tentative:
        return False
    if mention.form is Form.CODE and language is Language.EN:
        return mention.spelled or any(
            c.isdigit() for c in mention.key
        )  # GDP and CPC have Chinese names, 5G has none
    return True


def _compounded(text: str, mention: QuantityMention, language: Language) -> bool:
    """True for the numeral of two-way, one-stop and the like, which is no figure."""
    follows = text[mention.core.end : mention.core.end + 2]
    return (
        language is Language.EN and mention.spelled and mention.form is not Form.CODE
        and follows[:1] == "-" and follows[1:].islower()
    )  # fmt: skip


_JOINS: Final = {
    Language.ZH: re.compile(r"、|和|与|及|以及"),
    Language.EN: re.compile(r",? and |, "),
}
"""What stands between the members of a list of figures."""


def protect(
    text: str,
    language: Language,
    *,
    lists: bool = False,
    terms: Callable[[str], tuple[QuantityMention, ...]] | None = None,
) -> Protected | None:
    """``text`` with its numbers as placeholders; None if it holds more of one kind than there are placeholders.

    Lists of codes travel as one placeholder, and with ``lists`` those of other figures of one kind too: a network
    that drops a member of a list cannot drop what is one word to it. ``terms`` finds words that must be translated by
    their ``key``; they go before figures and places.
    """
    mentions = scan_chinese(text) if language is Language.ZH else scan_english(text)
    names = scan_places(text) if language is Language.ZH else scan_english_names(text)
    if language is Language.ZH:
        names = tuple(n for n in names if not any(n.span.overlaps(m.span) for m in mentions))
    else:  # the 14th Five-Year Plan holds two numerals
        mentions = tuple(m for m in mentions if not any(n.span.overlaps(m.span) for n in names))
    required = terms(text) if terms is not None else ()
    others = (m for m in (*mentions, *names) if not any(m.span.overlaps(t.span) for t in required))
    mentions = tuple(sorted((*others, *required), key=lambda mention: mention.span))
    mentions = tuple(
        m for m in mentions if needs_protection(m, language) and not _compounded(text, m, language)
    )
    cuts = [_cut(text, m, qualifier=True, unit=True) for m in mentions]
    counts = [0] * 6
    symbols = []
    runs = _runs(text, cuts, language, lists=lists)
    for run in runs:
        kind = _CLASSES[run[0].mention.form]
        if counts[kind] == PER_CLASS:
            return None
        symbols.append(chr(FIRST + 16 * kind + counts[kind]))
        counts[kind] += 1
    return _assemble(text, runs, symbols, required)


def _runs(text: str, cuts: Sequence[_Cut], language: Language, *, lists: bool) -> list[list[_Cut]]:
    """The cuts in groups of which each becomes one placeholder."""
    runs: list[list[_Cut]] = []
    for cut in cuts:
        before = runs[-1][-1] if runs else None
        joined = (
            before is not None
            and before.mention.form is cut.mention.form
            and not (before.keep or cut.keep)
            and not (before.mention.spelled or cut.mention.spelled)
            and (lists or cut.mention.form is Form.CODE)
            and _JOINS[language].fullmatch(text[before.end : cut.start]) is not None
        )
        if joined:
            runs[-1].append(cut)
        else:
            runs.append([cut])
    return runs


def agree(zh: QuantityMention, en: QuantityMention) -> bool:
    """True where the two state the same figure (qualifiers and units aside, but never % for percentage points)."""
    forms = (zh.form, en.form)
    if Form.CODE in forms:
        return zh.form is en.form and zh.key.lower() == en.key.lower()
    if Form.DATE in forms or Form.FRACTION in forms:
        return zh.form is en.form and zh.key == en.key
    if zh.form is not en.form and any(f in forms for f in (Form.ORDINAL, Form.PERCENT, Form.POINTS)):
        return False
    if forms == (Form.MONEY, Form.MONEY) and zh.quantity.unit != en.quantity.unit:
        return False
    return zh.quantity.value == en.quantity.value and zh.quantity.upper == en.quantity.upper


@dataclass(frozen=True, slots=True)
class ProtectedPair:
    """A sentence pair with the same placeholders on both sides; ``complete`` if no figure was left over."""

    chinese: str
    english: str
    complete: bool
    zh: Protected
    en: Protected


def protect_pair(chinese: str, english: str, random_indices: random.Random | None = None) -> ProtectedPair:
    """A training pair: figures that agree become the same placeholder on both sides, others stay as written."""
    en_free = list(scan_english(english))
    pairs: list[tuple[QuantityMention, QuantityMention]] = []
    complete = True
    for zh in scan_chinese(chinese):
        if zh.tentative:
            continue
        en = next((m for m in en_free if agree(zh, m)), None)
        if en is not None:
            en_free.remove(en)
            pairs.append((zh, en))
        elif zh.form is not Form.CODE and not zh.spelled:
            complete = False
    if any(not m.spelled and m.form is not Form.CODE for m in en_free):
        complete = False
    counts = [0] * 6
    indices = [list(range(PER_CLASS)) for _ in range(6)]
    if random_indices is not None:
        for row in indices:
            random_indices.shuffle(row)
    zh_cuts: list[tuple[_Cut, str]] = []
    en_cuts: list[tuple[_Cut, str]] = []
    for zh, en in pairs:
        kind = _CLASSES[zh.form]
        if counts[kind] == PER_CLASS:
            complete = False
            continue
        symbol = chr(FIRST + 16 * kind + indices[kind][counts[kind]])
        counts[kind] += 1
        qualified = (zh.quantity.qualifier is not Qualifier.EXACT) == (
            en.quantity.qualifier is not Qualifier.EXACT
        )
        unit = zh.quantity.unit == en.quantity.unit or zh.bare == zh.core
        zh_cuts.append((_cut(chinese, zh, qualifier=qualified, unit=unit), symbol))
        en_unit = unit and zh.bare != zh.core
        en_cuts.append((_cut(english, en, qualifier=qualified, unit=en_unit), symbol))
    en_cuts.sort(key=lambda item: item[0].start)
    zh_text = _assemble(chinese, [[c] for c, _ in zh_cuts], [s for _, s in zh_cuts])
    en_text = _assemble(english, [[c] for c, _ in en_cuts], [s for _, s in en_cuts])
    return ProtectedPair(zh_text.text, en_text.text, complete, zh_text, en_text)
