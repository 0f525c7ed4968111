"""Which lines of a report are headings, or begin with one, and how high each stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import islice, pairwise
from typing import Final, NamedTuple

from index.markers import Marker, Rank, chinese_numeral, parse_marker
from index.report import Language
from index.text import Span


class Line(NamedTuple):
    """A non-empty line: its span without the blanks at its ends, its text, and its sentences."""

    span: Span
    text: str
    sentences: tuple[Span, ...]

    @property
    def first(self) -> str:
        """The text of its first sentence."""
        return self.text[: self.sentences[0].end - self.span.start]


class Heading(NamedTuple):
    """A heading: the line it begins on, its marker as written, its ordinal where it has one, and its span."""

    line: int
    rank: Rank
    number: str
    ordinal: int | None
    span: Span
    last_line: int
    run_in: bool = False


_HAN: Final = re.compile(r"[^\x00-\u02ff\W\d]")
_STOPS: Final = "。！？；.!?;"
_ENDS_LINE: Final = frozenset('。！？：；…”’」』）》】.!?:;)"')
_BEGINS_INSIDE: Final = frozenset("，。、；：》）”’」』】,.;:)")
_ANNEX: Final = re.compile(
    r"(?:附件|附录|附表|附)\s*[0-9０-９一二三四五六七八九十]*\s*[：:]?|注释|注|.{0,20}名词(?:解释|注释)|Annex(?:\s+\w+)?|Appendix(?:\s+\w+)?"
)
_PAGE_FURNITURE: Final = re.compile(
    "打印|关闭窗口|分享到|扫一扫|责任编辑|责编|相关(?:附件|链接|文档)|点击|返回|首页|字体|来源[：:]|编辑[：:]|记者|当前位置|>>|《《|》》"
)
_UNFINISHED: Final = re.compile(r"(?:的|和|与|及|在|是|为|以|对|把|将|到|、)$")
_DISCOURSE: Final = re.compile(
    r"各位|[0-9０-９]{4}年|(?:一|几|五|三|十)年来|过去|刚刚|回顾|展望|同时|此外|与此|今年|明年|现在|我们|我代表|这些|以上|为此|实现上述|上述|"
    r"总的|综上|当前|当然|但|但是|因此|所以|据|经过|根据|按照|面对|围绕|到\d|截至|也就|这(?:是|就|样|次|项|个|对|里|说|种)|它|他|在|从|如果|例如|其中|指"
)
_FIGURES: Final = re.compile(r"[0-9０-９][0-9０-９.．]*\s*(?:[%％亿万]|个百分点)")
_ANNOUNCES: Final = re.compile(
    r"(?:以下|如下).{0,10}[。：:]$|[一二三四五六七八九十几0-9]+个?方面.{0,8}[。：:]$"
    r"|[一二三四五六七八九十几0-9]+[个大项](?:重点)?(?:工作|任务|问题|要求|目标)[。：:]$"
    r"|政府工作报告[。：:]?$|表现在|[：:]$"
)


class _Repeats:
    """Which short lines stand in the text more than once, and where first and last."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._first: dict[str, int] = {}
        self._last: dict[str, int] = {}
        for i, line in enumerate(lines):
            if len(line.text) <= 60:
                self._first.setdefault(line.text, i)
                self._last[line.text] = i

    def before(self, i: int, text: str) -> bool:
        """True where ``text`` stood on a line before ``i``."""
        return self._first.get(text, i) < i

    def again(self, i: int, text: str) -> bool:
        """True where ``text`` stands on a line after ``i``."""
        return self._last.get(text, i) > i


def find_headings(lines: Sequence[Line], language: Language, body_from: int) -> list[Heading]:
    """The headings of a report in order; nothing before line ``body_from`` is one."""
    chinese = language is Language.ZH
    repeats = _Repeats(lines)
    numbered: dict[int, Heading] = {}
    marked = {
        i: parsed
        for i, line in enumerate(lines)
        if (parsed := parse_marker(line.text, chinese=chinese)) is not None
    }
    for i in range(body_from, len(lines)):
        if i in marked:
            heading = _numbered(lines, i, marked, chinese)
            if heading is not None and not _is_contents_entry(lines, i, heading, marked, repeats):
                numbered[i] = heading
    found = dict(numbered)
    for i in range(body_from, len(lines)):
        if i not in marked and i not in found and not _inside_last(found, i):
            unnumbered = _unnumbered(lines, i, found, marked, repeats, chinese, body_from)
            if unnumbered is not None:
                found[i] = unnumbered
    found = _rank_unnumbered(_nest_restarts(found))
    if chinese:
        for lead in _leads(lines, found, set(marked), body_from):
            found[lead.line] = lead
    return [found[i] for i in sorted(found)]


def closes_sections(line: Line) -> bool:
    """True for a paragraph that turns to the deputies again: what was under the last （一） ends there."""
    return line.text.startswith(("各位代表", "各位委员", "Fellow deputies", "Esteemed deputies"))


def _numbered(lines: Sequence[Line], i: int, marked: dict[int, Marker], chinese: bool) -> Heading | None:
    line, marker = lines[i], marked[i]
    if marker.length == len(line.text) and marker.rank is not Rank.ITEM and not marker.alone:
        return _over_two_lines(lines, i, marked)
    alone = len(line.sentences) == 1
    first = line.first
    if len(first) > marker.limit or "；" in first or "; " in first:
        return None
    if alone and first[-1] in "；;，,":
        return None
    minor = marker.rank >= Rank.SECOND
    if alone and marker.rank is Rank.THIRD and "：" in first[:-1]:
        return None  # an entry of a glossary
    if alone and minor and first[-1] in _STOPS and not _has_body(lines, i, marked):
        return None  # one entry of a list
    if alone and marker.rank >= Rank.THIRD and first[-1] not in _STOPS and not _has_body(lines, i, marked):
        return None
    if not alone:
        if marker.rank >= Rank.THIRD and ("：" in first or "是指" in first):
            return None  # an entry of a glossary
        if _continues_inside(line, marker, chinese):
            return None
    length = line.sentences[0].end - line.span.start
    span = Span(line.span.start, line.span.start + length)
    return Heading(i, marker.rank, marker.number, marker.ordinal, span, i, run_in=not alone)


def _over_two_lines(lines: Sequence[Line], i: int, marked: dict[int, Marker]) -> Heading | None:
    """A number on a line of its own, with the heading below it."""
    if (
        i + 1 >= len(lines)
        or i + 1 in marked
        or len(lines[i + 1].text) > 45
        or len(lines[i + 1].sentences) > 1
    ):
        return None
    span = Span(lines[i].span.start, lines[i + 1].span.end)
    return Heading(i, marked[i].rank, marked[i].number, marked[i].ordinal, span, i + 1)


def _has_body(lines: Sequence[Line], i: int, marked: dict[int, Marker]) -> bool:
    """True where plain text, or a list of a lower kind, follows line ``i``."""
    if i + 1 >= len(lines) or closes_sections(lines[i + 1]):
        return False
    after = marked.get(i + 1)
    return after is None or after.rank > marked[i].rank


def _continues_inside(line: Line, marker: Marker, chinese: bool) -> bool:
    """True where the next number of the same kind stands in the same paragraph: 一是…二是… in running prose."""
    if marker.ordinal is None:
        return False
    if not chinese:
        return False
    following = chinese_numeral(marker.ordinal + 1)
    rest = line.text[marker.length :]
    if marker.rank is Rank.ITEM:
        return bool(re.search(rf"[。；，：]\s*(?:第|其)?{following}(?:是|要|，|、)", rest))
    if marker.rank is Rank.SECOND:
        return f"（{following}）" in rest or f"({following})" in rest
    if marker.rank is Rank.FIRST:
        return bool(re.search(rf"[。；]\s*{following}、", rest))
    if marker.rank is Rank.THIRD:
        return bool(re.search(rf"[。；]\s*{marker.ordinal + 1}[.．、](?!\d)", rest))
    return f"（{marker.ordinal + 1}）" in rest


def _is_contents_entry(
    lines: Sequence[Line], i: int, heading: Heading, marked: dict[int, Marker], repeats: _Repeats
) -> bool:
    """True for a line of a table of contents: it has no text under it and stands again further down."""
    text = lines[i].text
    if heading.run_in or not repeats.again(i, text):
        return False
    return i + 1 < len(lines) and (i + 1 in marked or repeats.again(i + 1, lines[i + 1].text))


def _unnumbered(
    lines: Sequence[Line],
    i: int,
    found: dict[int, Heading],
    marked: dict[int, Marker],
    repeats: _Repeats,
    chinese: bool,
    body_from: int,
) -> Heading | None:
    """A line that is a heading by its looks alone: short, without a stop, between finished paragraphs."""
    text = lines[i].text
    before = lines[i - 1].text if i else ""
    if i > body_from and before and before[-1] not in _ENDS_LINE and (i - 1) not in found:
        return None
    if _ANNEX.fullmatch(text):
        return _annex(lines, i, marked)
    if not (_looks_like_chinese_heading(text) if chinese else _looks_like_english_heading(text)):
        return None
    if i + 1 >= len(lines) or repeats.before(i, text):
        return None
    after = lines[i + 1].text
    if after[0] in _BEGINS_INSIDE or (chinese and (after[0] in "是为的了地（" or not _HAN.search(after))):
        return None
    if i + 1 in marked or len(after) >= 30 or after[-1] in _ENDS_LINE:
        return Heading(i, Rank.UNNUMBERED_HIGH, "", None, lines[i].span, i)
    return None


def _inside_last(found: dict[int, Heading], i: int) -> bool:
    """True for the second line of a heading of two lines."""
    before = found.get(i - 1)
    return before is not None and before.last_line >= i


def _annex(lines: Sequence[Line], i: int, marked: dict[int, Marker]) -> Heading | None:
    """``附件1``, with the title on the next line where there is one."""
    if i + 1 >= len(lines):
        return None
    title = lines[i + 1].text
    if i + 1 not in marked and len(title) <= 40 and title[-1] not in _ENDS_LINE and i + 2 < len(lines):
        return Heading(i, Rank.PART, "", None, Span(lines[i].span.start, lines[i + 1].span.end), i + 1)
    return Heading(i, Rank.PART, "", None, lines[i].span, i)


def _looks_like_chinese_heading(text: str) -> bool:
    if not 3 <= len(text) <= 40 or text[-1] in _STOPS + "：，、,:—>|" or text[0] in _BEGINS_INSIDE:
        return False
    if "。" in text or "：" in text or ":" in text or text.count("，") > 2:
        return False
    if (
        "了" in text
        or "我们" in text
        or "我們" in text
        or _PAGE_FURNITURE.search(text)
        or _UNFINISHED.search(text)
    ):
        return False
    return len(_HAN.findall(text)) >= max(3, len(text) // 2)


def _looks_like_english_heading(text: str) -> bool:
    words = text.split()
    if (
        not 1 <= len(words) <= 12
        or len(text) > 90
        or not text[0].isupper()
        or text.rstrip("\"'”’)")[-1:] in _STOPS + ",:—>|"
    ):
        return False
    return sum(char.isalpha() for char in text) >= len(text) * 0.6


def _nest_restarts(found: dict[int, Heading]) -> dict[int, Heading]:
    """A second run of 一、二、 inside a chapter that is itself 二、 stands one rank lower."""
    firsts = [found[i] for i in sorted(found) if found[i].rank in (Rank.PART, Rank.FIRST)]
    nested = dict(found)
    outer, inner, inner_runs_in = 0, 0, False
    for position, heading in enumerate(firsts):
        ordinal = heading.ordinal or 0
        if heading.rank is Rank.PART:
            outer = inner = 0
        elif inner and ordinal == inner + 1 and (ordinal != outer + 1 or heading.run_in == inner_runs_in):
            inner = ordinal
            nested[heading.line] = heading._replace(rank=Rank.UNNUMBERED_MIDDLE)
        elif ordinal == 1 and outer and _resumes(firsts, position + 1, outer + 1):
            inner, inner_runs_in = 1, heading.run_in
            nested[heading.line] = heading._replace(rank=Rank.UNNUMBERED_MIDDLE)
        else:
            outer, inner = ordinal, 0
    return nested


def _resumes(firsts: Sequence[Heading], start: int, ordinal: int) -> bool:
    """True where ``ordinal`` comes up again after the run that has just begun has passed it or ended."""
    expected = 2
    for heading in islice(firsts, start, start + 100):
        if heading.rank is Rank.PART:
            return False
        if heading.ordinal == ordinal and ordinal != expected:
            return True
        if heading.ordinal == expected:
            expected += 1
        elif heading.ordinal != ordinal:
            return False
    return False


def _rank_unnumbered(found: dict[int, Heading]) -> dict[int, Heading]:
    """Unnumbered headings stand above the numbers that begin anew after them, and below those that run on."""
    order = sorted(found)
    ranked = dict(found)
    for position, i in enumerate(order):
        heading = found[i]
        if heading.rank is not Rank.UNNUMBERED_HIGH:
            continue
        rank = Rank.UNNUMBERED_HIGH
        for kind, below in ((Rank.FIRST, Rank.UNNUMBERED_MIDDLE), (Rank.SECOND, Rank.UNNUMBERED_LOW)):
            before = _nearest(found, (order[k] for k in range(position - 1, -1, -1)), kind)
            after = _nearest(found, (order[k] for k in range(position + 1, len(order))), kind)
            if before is not None and (after is None or (after.ordinal or 0) > 1):
                rank = below
        ranked[i] = heading._replace(rank=rank)
    return ranked


def _nearest(found: dict[int, Heading], order: Iterable[int], kind: Rank) -> Heading | None:
    for i in order:
        if found[i].rank is kind:
            return found[i]
        if found[i].rank < kind and found[i].rank is not Rank.UNNUMBERED_HIGH:
            return None
    return None


def _leads(
    lines: Sequence[Line], found: dict[int, Heading], marked: set[int], body_from: int
) -> list[Heading]:
    """Unnumbered leads that stand in a row.

    推动消费扩容提质。… at the head of neighbouring paragraphs, or on lines of
    their own with the paragraph below. A single one may be anything; two in a row are a pattern.
    """
    leads: list[Heading] = []
    block: list[int] = []
    for i in range(body_from, len(lines) + 1):
        taken = i in found or i in marked or _inside_last(found, i)
        if i < len(lines) and not taken and not closes_sections(lines[i]):
            block.append(i)
            continue
        leads.extend(_leads_on_lines(lines, block) or _leads_in_paragraphs(lines, block))
        block = []
    return leads


def _leads_on_lines(lines: Sequence[Line], block: Sequence[int]) -> list[Heading]:
    leads: list[Heading] = []
    for i, following in pairwise(block):
        line = lines[i]
        text = line.text.removeprefix("这是")
        if len(line.sentences) == 1 and _is_lead(text, 36) and len(lines[following].text) >= 30:
            leads.append(Heading(i, Rank.LEAD, "", None, line.span, i))
    return leads if len(leads) >= 2 else []


def _leads_in_paragraphs(lines: Sequence[Line], block: Sequence[int]) -> list[Heading]:
    rows: list[list[Heading]] = [[]]
    for i in block:
        line = lines[i]
        if len(line.sentences) >= 2 and _is_lead(line.first, 24) and "，" not in line.first:
            span = Span(line.span.start, line.span.start + len(line.first))
            rows[-1].append(Heading(i, Rank.LEAD, "", None, span, i, run_in=True))
        elif rows[-1]:
            rows.append([])
    return [lead for row in rows if len(row) >= 2 for lead in row]


def _is_lead(text: str, limit: int) -> bool:
    if not 4 <= len(text) <= limit or not text.endswith("。") or text.count("，") > 1 or "：" in text:
        return False
    return not (_DISCOURSE.match(text) or _FIGURES.search(text) or _ANNOUNCES.search(text))
