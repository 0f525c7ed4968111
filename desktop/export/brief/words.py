"""What an exported brief says around the passages, in the language of whoever it is for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Final

from index.report import Language

_MONTHS: Final = (
    "January February March April May June July August September October November December".split()
)


@dataclass(frozen=True, slots=True)
class Words:
    """The frame's words in one language."""

    untitled: str
    sources: str
    paragraph: str
    machine: str
    machine_note: str
    untranslated: str
    numbers: str
    numbers_unsaid: str
    remark: str
    joint: str
    unsure: str
    repeated: str
    left: str

    def doubt(self, doubt: str) -> str:
        """Why a translation is to be read with care; of a doubt that is not known, its name."""
        return {"unsure": self.unsure, "repeated": self.repeated, "untranslated": self.left}.get(doubt, doubt)


ENGLISH: Final = Words(
    untitled="Untitled brief",
    sources="Sources",
    paragraph="paragraph {n}",
    machine="Machine translation",
    machine_note="Passages marked “machine translation” were not checked by a person.",
    untranslated="Not translated",
    numbers="Check the figures ({reason})",
    numbers_unsaid="Check the figures against the original",
    remark="Comment: ",
    joint=", ",
    unsure="the machine is unsure of this translation; compare it with the original",
    repeated="this translation repeats itself; something may be missing",
    left="some words were left untranslated",
)
CHINESE: Final = Words(
    untitled="未命名摘要",
    sources="参考文献",
    paragraph="第{n}段",
    machine="机器翻译",
    machine_note="标有“机器翻译”的译文未经人工核对。",
    untranslated="尚无译文",
    numbers="请核对数字（{reason}）",
    numbers_unsaid="请对照原文核对数字",
    remark="评注：",
    joint="，",
    unsure="机器对此译文把握不足，请对照原文",
    repeated="译文有重复，可能有遗漏",
    left="有词语未译出",
)
WORDS: Final = MappingProxyType({Language.EN: ENGLISH, Language.ZH: CHINESE})


def day_words(day: date, language: Language) -> str:
    """A day as it is written in a letter."""
    if language is Language.ZH:
        return f"{day.year}年{day.month}月{day.day}日"
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def count_words(passages: int, reports: int, language: Language) -> str:
    """How much a brief holds."""
    if language is Language.ZH:
        return f"摘录{passages}条，出自{reports}份报告" if passages else "无摘录"
    if not passages:
        return "no passages"
    what, whence = "passage" if passages == 1 else "passages", "report" if reports == 1 else "reports"
    return f"{passages} {what} from {reports} {whence}"
