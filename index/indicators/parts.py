"""Names of the members of a list and of the parts of a whole: what the first of them says holds for the rest."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from index.indicators import words
from index.indicators.counted import CountedReader
from index.indicators.phrases import INCREASE_HEAD
from index.indicators.readings import ACTION_HEAD, Place

_GRADE: Final = re.compile(
    r"^(?P<verb>[\u4e00-\u9fff]{2,4}?)?(?P<grade>国家级|省级|自治区级|市级)(?P<noun>.{2,})$"
)
_SHARED_ACTION: Final = re.compile(
    r"^(?P<verb>淘汰(?:落后)?|关停|压减|化解|退出|拆除)(?:的)?(?P<what>.{2,})$"
)


@dataclass(slots=True)
class PartReader(CountedReader):
    """Gives what is left out after the first of a list."""

    def part_of_many(self, place: Place, core: str) -> str:
        """新设经营主体30.8万户，其中|企业8.4万户: the part is counted as the whole was; 招商引资签约金额、|到位资金."""
        before = self.readings[-1].name if place.index else ""
        if place.left.lstrip("，、").startswith("其中") and not words.MEASURE_END.search(core):
            head = re.match(r"^(?:新[设增登]记?|实有|累计|培育|引进)", before)
            return head.group() + core if head and not INCREASE_HEAD.match(core) else core
        if core == "到位资金" and before.startswith("招商引资"):
            return "招商引资" + core
        return core

    def part_that(self, place: Place, core: str) -> str:
        """新建数据中心|100%使用绿电: the part of the things before the figure that does what stands behind it."""
        if place.figure.dimension != "percent" or not core or words.NOUN_END_QUANTITY.search(core):
            return ""
        did = words.DEED.match(re.sub(r"^(?:工作时间|面积)", "", place.right))
        if did is None or words.BARE_DEED.match(did["deed"]) or len(did["deed"]) < 3:
            return ""
        return core + re.sub(r"(?:的|了)$", "", did["deed"]) + "占比"

    def graded_alike(self, core: str) -> str:
        """国家级绿色工厂136家、|绿色工业园区10个: the grade of the first holds for what is of its kind."""
        before = _GRADE.match(self.readings[-1].name)
        if (
            before is None
            or INCREASE_HEAD.match(core)
            or ACTION_HEAD.match(core)
            or re.search("级|国家|全国|中国", core)
        ):
            return core
        alike = core[:2] == before["noun"][:2] or (core.endswith("园区") and before["noun"].endswith("园区"))
        return (before["verb"] or "") + before["grade"] + core if alike else core

    def measured_alike(self, place: Place, core: str) -> str:
        """装备制造营业收入增长10%、|航空航天增长20%: the measure of the first is that of the next."""
        before = words.MEASURE_END.search(self.readings[-1].name)
        alike = (
            before is not None
            and before.group() in ("营业收入", "产值", "增加值", "投资", "销售额", "零售额", "产量", "消费")
            and place.figure.dimension == self.figures[place.index - 1].dimension == "percent"
            and 2 <= len(core) <= 8
            and re.search(r"[增下]", place.left) is not None
            and not words.MEASURE_END.search(core)
            and not words.NOUN_END_QUANTITY.search(core)
        )
        return core + before.group() if alike and before else core

    def acted_alike(self, core: str) -> str:
        """淘汰落后水泥产能1.5亿吨、|炼铁产能3122万吨: the deed of the first holds for all that is measured alike."""
        before = _SHARED_ACTION.match(self.readings[-1].name)
        if before is None or core[-2:] != before["what"][-2:] or ACTION_HEAD.match(core):
            return core
        return before["verb"] + core
