"""The number guard: puts the figures back where their placeholders stand, and checks that nothing was invented.

What cannot be put right is told in a warning; a figure is never silently missing, doubled or changed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from index.numerals import CHINESE_NUMERAL, FULL_WIDTH, chinese_numeral
from index.quantities import Form, QuantityMention, scan_chinese, scan_english
from index.quantities.render import render_chinese, render_english
from index.report import Language
from index.text import Span
from models.placeholders import FIRST, Slot, agree

_VOWEL_SOUND: Final = re.compile(r"(?:8|11(?:\D|$)|18(?:\D|$)|[aeio])", re.IGNORECASE)
_PLACEHOLDER: Final = re.compile(f"[{chr(FIRST)}-{chr(FIRST + 16 * 6 - 1)}]")
_EXCEEDS: Final = re.compile(
    r"(?:\b(?:over|exceed\w*|more|above|surpass\w*|top(?:ped|ping|s)?|excess|beyond|broke|break\w*|pass\w*|cross\w*|least)\b)"
    r"[^.;]{0,24}$",
    re.IGNORECASE,
)
"""Words shortly before a figure that say it is exceeded."""
_DIGITS: Final = re.compile(r"\d+(?:[.,]\d+)*")
_SCALE: Final = {
    Language.EN: re.compile(r"\b(?:m|b|tr)illions?\b", re.IGNORECASE),
    Language.ZH: re.compile("[百千万萬]?[亿億]|百[万萬]"),
}
"""Words that change the size of the figure beside them."""
_MAYBE_FIGURE: Final = {
    Language.EN: re.compile(
        r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w{3,5}teen|half|double|triple|dozen"
        r"|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundred|thousand|(?:m|b|tr)illion|first|second|third|quarter"
        r"|(?:four|fif|six|seven|eigh|nin|ten|eleven|twelf|\w{3,5}teen|\w+tie)th)s?\b",
        re.IGNORECASE,
    ),
    Language.ZH: re.compile(r"[\d０-９〇零一二三四五六七八九十百千万亿两半倍]"),
}
"""What any figure holds, and much else: only where this is found is the text scanned."""
_IDIOMS: Final = re.compile(
    "千方百计|千家万户|百花齐放|百家争鸣|万众一心|千军万马|万家灯火|千千万万|百姓|百年|千载|万象|一心一意|三心二意|五湖四海|四面八方|三农|一二三产业?"
)
"""Numerals of Chinese phrases that count nothing."""
_SCALE_AFTER: Final = re.compile(
    r"[ -](?:hundred|thousand|million|billion|trillion)s?\b|[百千万亿](?![分里瓦伏])", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class NumberLink:
    """A figure (or a name, ``kind`` is then ``term``) in both texts: its span before and after translation."""

    source: Span
    target: Span
    kind: str = "number"


@dataclass(frozen=True, slots=True)
class Restored:
    """A finished translation: its text, where each figure went, and which figures are missing or unaccounted for.

    ``dropped`` are terms of the user's that it lacks: told beside the term, never as a warning.
    """

    text: str
    links: tuple[NumberLink, ...]
    missing: tuple[str, ...] = ()
    invented: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()

    @property
    def sound(self) -> bool:
        """True where every figure stands exactly once and none was added."""
        return not self.missing and not self.invented


def placeholders_in(text: str) -> Counter[str]:
    """How often each placeholder occurs."""
    return Counter(_PLACEHOLDER.findall(text))


def complete(draft: str, slots: Sequence[Slot]) -> bool:
    """True where ``draft`` holds every placeholder of ``slots`` exactly once and no other."""
    return placeholders_in(draft) == Counter(slot.symbol for slot in slots)


def rendering(slot: Slot, target: Language) -> str:
    """The words that replace a placeholder in the target language."""
    render = render_english if target is Language.EN else render_chinese
    return render(slot.mention, qualifier=slot.qualifier, unit=slot.unit)


def restore(draft: str, slots: Sequence[Slot], target: Language) -> Restored:
    """``draft`` with each placeholder's figure in its place; a doubled placeholder is kept once."""
    known = {slot.symbol: slot for slot in slots}
    out: list[str] = []
    length = 0
    links: list[NumberLink] = []
    used: set[str] = set()

    def put(text: str) -> None:
        nonlocal length
        out.append(text)
        length += len(text)

    at = 0
    for match in _PLACEHOLDER.finditer(draft):
        i, char = match.start(), match.group()
        if i > at:
            put(draft[at:i])
        at = i + 1
        if char not in known or char in used:
            if draft[i + 1 : i + 2] in (" ", ",", ".", ";") and "".join(out)[-1:] == " ":
                out[-1] = out[-1][:-1]  # no gap where it stood
                length -= 1
            continue
        used.add(char)
        words = _listed([rendering(slot, target) for slot in _members(known[char])], target)
        if target is Language.EN:
            if known[char].exceeded and not _EXCEEDS.search("".join(out)[-60:]):
                words = f"over {words}"
            words = _cased(words, "".join(out), draft[i + 1 :])
            if out and out[-1] and not (out[-1][-1].isspace() or out[-1][-1] in "([\"'-/$"):
                put(" ")
            _fix_article(out, words)
            length = sum(map(len, out))
        links.extend(_placed(known[char], words, length, target))
        put(words)
        if target is Language.EN and i + 1 < len(draft) and draft[i + 1].isalnum():
            put(" ")
    put(draft[at:])
    said = {rendering(m, target) for slot in slots if slot.symbol in used for m in _members(slot)}
    lost = [m for slot in slots if slot.symbol not in used and not slot.is_name for m in _members(slot)]
    # 这五年是…的五年: what was said once is not missing the second time
    missing = tuple(words for m in lost if (words := rendering(m, target)) not in said)
    dropped = tuple(rendering(slot, target) for slot in slots if slot.required and slot.symbol not in used)
    return Restored("".join(out), tuple(links), missing, dropped=dropped)


def _members(slot: Slot) -> tuple[Slot, ...]:
    """The figures that one placeholder stands for."""
    return (slot, *slot.others)


def _listed(members: Sequence[str], target: Language) -> str:
    """The members of a list as it is written in the target language."""
    if len(members) == 1:
        return members[0]
    comma, last = (", ", " and ") if target is Language.EN else ("、", "和")
    return comma.join(members[:-1]) + last + members[-1]


def _placed(slot: Slot, words: str, start: int, target: Language) -> list[NumberLink]:
    """The links of a placeholder that was put at ``start`` as ``words``, one for each figure."""
    members = _members(slot)
    if len(members) == 1:
        kind = "term" if slot.is_name else "number"
        return [NumberLink(slot.covered, Span(start, start + len(words)), kind)]
    links: list[NumberLink] = []
    at = 0
    for member in members:
        own = rendering(member, target)
        found = words.find(own, at)
        if found >= 0:
            links.append(NumberLink(member.covered, Span(start + found, start + found + len(own))))
            at = found + len(own)
    return links


def _cased(words: str, before: str, after: str) -> str:
    """Capital for a number word at the start of a sentence or inside a capitalised name (the Two Upholds)."""
    starts = not before.strip() or before.rstrip()[-1] in ".!?:"
    named = re.match(r"[ -][A-Z][a-z]", after) is not None and words.isalpha()
    return words[:1].upper() + words[1:] if (starts or named) and words[:1].islower() else words


def _fix_article(out: list[str], words: str) -> None:
    """``a`` or ``an`` as the figure after it sounds: an 8% increase, a 5% increase."""
    tail = "".join(out[-4:])
    match = re.search(r"\b([Aa])(n?) $", tail)
    if match is None:
        return
    wanted = match[1] + ("n" if _VOWEL_SOUND.match(words) and not words.startswith("one") else "")
    out[-4:] = [tail[: match.start()] + wanted + " "]


def verify(source: str, target: str, language: Language, links: Sequence[NumberLink]) -> tuple[str, ...]:
    """Figures of ``target`` that ``source`` does not account for: neither a placeholder's nor a numeral in words."""
    placed = [link.target for link in links]
    if not _MAYBE_FIGURE[language.other].search(_without(target, placed)) and not any(
        _SCALE_AFTER.match(target, place.end) for place in placed
    ):
        return ()  # most sentences: nothing that looks like a figure but what was put there
    mentions = (scan_english if language.other is Language.EN else scan_chinese)(target)
    idioms = [Span(*m.span()) for m in _IDIOMS.finditer(target)] if language.other is Language.ZH else []
    mentions = tuple(m for m in mentions if not any(i.overlaps(m.span) for i in idioms))
    unplaced = [m for m in mentions if not any(p.overlaps(m.core) for p in placed)]
    covered = [*placed, *(m.span for m in mentions)]
    stray = [
        Span(*m.span())
        for m in _DIGITS.finditer(target)
        if not any(c.start <= m.start() and m.end() <= c.end for c in covered)
    ]
    scales = [
        Span(*m.span())
        for m in _SCALE[language.other].finditer(target)
        if not any(c.start <= m.start() and m.end() <= c.end for c in [*placed, *(m.span for m in unplaced)])
    ]
    after = [m for m in (_SCALE_AFTER.match(target, place.end) for place in placed) if m is not None]
    if not (unplaced or stray or scales or after):
        return ()
    plain = source.translate(FULL_WIDTH)
    values = _loose_values(plain, language)
    invented = [m.span for m in unplaced if not _accounted(m, plain, values, language)]
    invented += [span for span in stray if span.of(target) not in values]
    invented += [Span(*m.span()) for m in after]  # a figure carries its own magnitude
    if scales and not _SCALE[language].search(_without(plain, [link.source for link in links])):
        invented += scales  # 24 trillion, where only 24 was given
    return tuple(span.of(target) for span in sorted(invented))


def _without(text: str, spans: Sequence[Span]) -> str:
    kept = list(text)
    for span in spans:
        kept[span.start : span.end] = " " * (span.end - span.start)
    return "".join(kept)


def _loose_values(source: str, language: Language) -> set[str]:
    """All numbers that the words of ``source`` may be read as, in plain decimal notation."""
    values: set[str] = set()
    if language is Language.ZH:
        for match in re.finditer(CHINESE_NUMERAL, source):
            run = match.group()
            for start in range(len(run)):
                for end in range(start + 1, len(run) + 1):
                    value = chinese_numeral(run[start:end])
                    if value is not None:
                        values.add(format(value.normalize(), "f"))
        if any(c in source for c in "双两对"):
            values.add("2")
        if "双" in source or "半" in source or "倍" in source or "翻" in source:
            values |= {"2", "0.5", "50"}
    for mention in (scan_chinese if language is Language.ZH else scan_english)(source):
        if mention.form is not Form.CODE:  # a code has no value
            values.add(format(mention.quantity.value.normalize(), "f"))
        if mention.quantity.upper is not None:
            values.add(format(mention.quantity.upper.normalize(), "f"))
        values |= set(re.findall(r"\d+", mention.key))
    values |= set(re.findall(r"\d+(?:\.\d+)?", source))
    return values


def _accounted(mention: QuantityMention, source: str, values: set[str], language: Language) -> bool:
    if mention.form is Form.CODE:
        digits = re.findall(r"\d+", mention.key)
        named = mention.key.lower() in source.lower() or values.issuperset(digits)  # 二十国集团, the G20
        return named or (mention.key == "COVID-19" and "新冠" in source)
    value = format(mention.quantity.value.normalize(), "f")
    if value in values:
        return True
    if mention.form is Form.ORDINAL and mention.spelled:
        return True  # first, second: connectives as often as numbers
    if language is Language.EN:
        return mention.spelled and (mention.tentative or mention.quantity.value <= 2)
    return mention.form is Form.FRACTION and mention.key == "1/2"


def compare(
    source: str, target: str, language: Language
) -> tuple[tuple[NumberLink, ...], tuple[QuantityMention, ...], tuple[QuantityMention, ...]]:
    """Figures matched by value between two finished texts: ``(links, unmatched in source, unmatched in target)``.

    For translations that were made without placeholders: other packages, people, official versions.
    """
    own, other = (scan_chinese, scan_english) if language is Language.ZH else (scan_english, scan_chinese)
    free = list(other(target))
    links: list[NumberLink] = []
    lost: list[QuantityMention] = []
    for mention in own(source):
        chinese_first = language is Language.ZH
        match = next((m for m in free if (agree(mention, m) if chinese_first else agree(m, mention))), None)
        if match is not None:
            free.remove(match)
            links.append(NumberLink(mention.span, match.span))
        elif (
            not mention.tentative
            and not (mention.spelled and mention.quantity.value <= 10)
            and mention.form is not Form.CODE
        ):
            lost.append(mention)
    extra = [m for m in free if m.form is not Form.CODE and not m.spelled]
    return tuple(links), tuple(lost), tuple(extra)


def warning_words(missing: Sequence[str], invented: Sequence[str]) -> str:
    """What to tell of figures that are missing and of those that the source does not state; empty for none."""
    parts = []
    if missing:
        parts.append("figures missing from the translation: " + ", ".join(missing))
    if invented:
        parts.append("figures not in the source: " + ", ".join(invented))
    return "; ".join(parts)
