"""What the head of a report says about it: where the speech begins, its title, its place and its year."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from pathlib import PurePath
from typing import Final, NamedTuple

from index.delivery import delivery
from index.headings import Line
from index.report import Language, Section

_HEAD_LINES: Final = 60
# A letter outside the Latin ranges. A range as wide as [\u4e00-\u9fff] takes re a millisecond to compile, each time.
_LETTER: Final = r"[^\x00-\u02ff\W]"
_SALUTATION: Final = re.compile(
    r"各位(?:代表|委员|领导|同志|来宾)[^。]{0,12}[：:！!，,]?$|各位(?:代表|委员)[：:！!，,]"
    r"|(?:Fellow|Esteemed|Distinguished|Honou?rable|Dear)\s+\w*\s*(?:[Dd]eput|[Dd]elegat|[Mm]ember)\w*.{0,40}$"
)
_TITLE: Final = re.compile(
    r"工作报告|(?i:report on the work of the government|government work report|work report)"
)
_NO_TITLE: Final = re.compile("[。>：:]|作政府工作报告|[^《]政府工作报告》")
_BARE_TITLES: Final = ("政府工作报告", "工作报告")
_DIGIT: Final = str.maketrans("０１２３４５６７８９〇○零一二三四五六七八九", "01234567890001234" + "56789")
_YEAR: Final = r"((?:19|20)\d\d|[一二][〇○零九][〇○零一二三四五六七八九]{2}|[１２][０９][０-９]{2})"
_CHINESE_YEAR: Final = re.compile(_YEAR + r"\s*年")
_DATE: Final = re.compile(
    _YEAR
    + r"\s*年\s*[0-9０-９一二三四五六七八九十]{1,3}\s*月\s*[0-9０-９一二三四五六七八九十]{1,3}\s*日\s*在"
)
_ENGLISH_YEAR: Final = re.compile(r"\b((?:19|20)\d\d)\b")
_SUFFIX: Final = "省|市|自治区|自治州|自治县|特别行政区|兵团|地区|县|区|盟|旗"
_SESSION: Final = re.compile(rf"在\s*({_LETTER}{{2,14}}?(?:{_SUFFIX}))\s*第?[一二三四五六七八九十百]+届")
_NATIONAL: Final = re.compile(r"届?全国人民代表大会")
_TITLE_PLACE: Final = re.compile(
    rf"年?({_LETTER}{{2,10}}?(?:{_SUFFIX}))(?:(?:19|20)\d\d年)?(?:人民)?政府工作报告"
)
_OWN_GOVERNMENT: Final = re.compile(
    rf"我(?:受|谨)?代表(?:{_LETTER}{{0,8}}?)(省|市|自治区|县|区)(?:人民)?政府"
)
_STATE_COUNCIL: Final = re.compile("(?:代表|受|根据|向)[^。]{0,16}(?:国务院|全国人民代表大会)")
_REVIEW: Final = re.compile("回顾|总结|成就|成绩|回眸|执行")
_PLAN: Final = re.compile("工作|安排|任务|目标|重点|要求|部署|主要|总体|思路|建议")


@cache
def _named(suffix: str) -> re.Pattern[str]:
    """What tells the name of the place whose government speaks; compiled where the head alone does not."""
    return re.compile(rf"(?:中共|《)({_LETTER}{{2,8}}?){suffix}")


class FrontMatter(NamedTuple):
    """Title, place, year, day (2025-01-20) and speaker; empty or None where the head of the file does not tell."""

    title: str
    place: str
    year: int | None
    date: str = ""
    speaker: str = ""


def body_start(lines: Sequence[Line]) -> int:
    """The number of lines before the body: title, date, source, names, page furniture, up to the salutation."""
    for i, line in enumerate(lines[:_HEAD_LINES]):
        if len(line.text) <= 60 and _SALUTATION.match(line.text):
            return i + 1
        if line.text[:1].isascii() and _salutes_in_english(line.text):
            return i
    last = -1
    for i, line in enumerate(lines[:12]):
        if (
            len(line.text) <= 60
            and (_TITLE.search(line.text) or _DATE.search(line.text))
            and "。" not in line.text
        ):
            last = i
    return last + 1


def _salutes_in_english(text: str) -> bool:
    """True for the salutation and the first sentence in one paragraph, which belongs to the body."""
    from index.english_head import SALUTED

    return SALUTED.match(text) is not None


def read_front_matter(
    lines: Sequence[Line],
    body_from: int,
    sections: Sequence[Section],
    language: Language,
    path: str,
    named: str = "",
) -> FrontMatter:
    """What the head lines say; where they are silent, what the first headings and the file's name say.

    ``named`` is what the file calls itself outside its text.
    """
    head = [line.text for line in lines[:body_from]]
    date, speaker = delivery(head)
    if named and _TITLE.search(named) and not _title(head):
        head.insert(0, named)
    stem = PurePath(path.replace("\\", "/")).stem if path else ""
    title = _title(head)
    if language is Language.EN:
        year = _english_year(head, title) or _year_of_english_headings(sections) or _year_in_name(stem)
        place = _english_place(head, title, lines, stem)
        return FrontMatter(_english_title(title, place, year, stem), place, year, date, speaker)
    place = _place(head, title, lines)
    reviewed, planned = _years_of_headings(sections)
    year = _dated(head, title) or (reviewed and reviewed + 1) or _year_in_name(stem) or planned
    return FrontMatter(_full_title(title, place, year), place, year, date, speaker)


def _english_place(head: Sequence[str], title: str, lines: Sequence[Line], stem: str) -> str:
    # not above: it reads the gazetteer, which a Chinese report needs not
    from index.english_head import english_place_of

    opening = " ".join(line.text[:600] for line in lines[len(head) : len(head) + 3])
    text = "\n".join(line.text for line in lines[:2000])
    return english_place_of(head, title, opening, text, stem)


def _english_title(title: str, place: str, year: int | None, stem: str) -> str:
    from index.english_head import full_english_title
    from index.gazetteer import english_place

    if not title and not place and stem:
        return stem
    return full_english_title(title, place, english_place(place), year)


def _title(head: Sequence[str]) -> str:
    best = ""
    for i, text in enumerate(head):
        joined = text + head[i + 1] if i + 1 < len(head) and len(head[i + 1]) <= 2 else text
        for candidate in (text, joined):
            short = len(candidate) <= 40 or (candidate.isascii() and len(candidate) <= 120)
            better = not best or (len(candidate) > len(best) and best in _BARE_TITLES)
            if better and short and _TITLE.search(candidate) and not _NO_TITLE.search(candidate):
                best = candidate
    return " ".join(best.split())


def _full_title(title: str, place: str, year: int | None) -> str:
    """A title that tells reports apart: a bare 政府工作报告 is completed with place and year."""
    bare = _CHINESE_YEAR.sub("", title)
    if title and (bare not in _BARE_TITLES or (bare != title and not place)):
        return title
    name = f"{'' if place == '全国' else place}{bare or '政府工作报告'}"
    return f"{name}（{year}年）" if year else name


def _dated(head: Sequence[str], title: str) -> int | None:
    for text in head:
        if found := _DATE.search(text):
            return _number(found.group(1))
    if found := _CHINESE_YEAR.search(title):
        return _number(found.group(1))
    return None


def _years_of_headings(sections: Sequence[Section]) -> tuple[int | None, int | None]:
    """The last year reviewed and the last one planned for: 2023 and 2024 from 一、2023年工作回顾, 二、2024年工作安排."""
    planned: list[int] = []
    reviewed: list[int] = []
    for section in sections:
        years = list(_CHINESE_YEAR.finditer(section.title))
        for i, found in enumerate(years):
            until = years[i + 1].start() if i + 1 < len(years) else len(section.title)
            about = section.title[found.end() : until]
            if _REVIEW.search(about) or (until < len(section.title) and not _PLAN.search(about)):
                reviewed.append(_number(found.group(1)))
            elif _PLAN.search(about):
                planned.append(_number(found.group(1)))
    return max(reviewed, default=None), max(planned, default=None)


def _year_in_name(stem: str) -> int | None:
    found = re.search(r"(?<!\d)((?:19|20)\d\d)(?!\d)", stem)
    return int(found.group(1)) if found else None


def _english_year(head: Sequence[str], title: str) -> int | None:
    for text in [title, *head]:
        if found := _ENGLISH_YEAR.search(text):
            return int(found.group(1))
    return None


def _year_of_english_headings(sections: Sequence[Section]) -> int | None:
    """2024 from "Review of Our Work in 2023" and "Plans for 2024"."""
    years: list[int] = []
    for section in sections:
        review = re.search("(?i:review|achievements|past)", section.title) is not None
        years.extend(int(found) + review for found in _ENGLISH_YEAR.findall(section.title))
    return max(years, default=None)


def _number(digits: str) -> int:
    return int(digits.translate(_DIGIT))


def _place(head: Sequence[str], title: str, lines: Sequence[Line]) -> str:
    for text in head:
        if found := _SESSION.search(text):
            return found.group(1)
    for text in head:
        if _NATIONAL.search(text) and _DATE.search(text):
            return "全国"
    if found := _TITLE_PLACE.search(title):
        return found.group(1)
    opening = "".join(line.text[:400] for line in lines[: len(head) + 3])
    if found := _OWN_GOVERNMENT.search(opening):
        return _most_named(lines, found.group(1))
    return "全国" if _STATE_COUNCIL.search(opening) else ""


def _most_named(lines: Sequence[Line], suffix: str) -> str:
    """The 市 or 省 that the text names most, where the speaker says only 我代表市人民政府."""
    text = "\n".join(line.text for line in lines[:2000])
    often = Counter(_named(suffix).findall(text)).most_common(5)
    names = Counter({name: text.count(name) for name, _ in often})
    name, count = names.most_common(1)[0] if names else ("", 0)
    return name + suffix if count >= 5 else ""
