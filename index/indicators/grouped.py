"""Names of things told in few words: 三大都市圈, 8500万江苏人民, 落实…145项重点任务."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from index.indicators import words
from index.indicators.phrases import LEAD_MARKS, clean_tail
from index.indicators.readings import INCREASE_TAIL, LIGHT_TAIL, Place, Reading, is_verbal
from index.indicators.standing import StandingReader

_SORT: Final = re.compile(
    r"^(?P<noun>(?:(?!的)[一-鿿]){0,8}?(?:产业集群|产业链|产业体系|行动|工程|体系|产业|领域|任务|项目|集群|都市圈|平台|板块|中心|流域|水系|战役|专项|片区|区域|机制|基地|"
    r"计划|园区|增长极|屏障|走廊|通道|指标|实事|场景|系统|网络|赛道|组团|实验室|城市|品种))(?:项目|链)?"
)
_SORT_ALONE: Final = re.compile(
    r"(?:攻坚|专项|提升|重点)?(?:行动|工程|体系|领域|任务|机制|计划|系统|专项|平台|项目|实验室|品种|指标)"
)
_DONE_IN: Final = re.compile(
    r"(?P<where>[^，。；、\d]{1,6}?)(?P<deed>(?:实施|开展|推行)[^，。；、\d]{3,14})$"
)
_HELPED: Final = re.compile(
    r"(?P<who>[^，。；、\d]{2,10}?)(?:实施|开展|进行|完成)(?P<what>[^，。；、\d]{3,10})$"
)
_FOR: Final = re.compile(r"(?:为|向|给|对|帮助)(?:近|约|超|全[省市区])*$")
_SAYS_LITTLE: Final = re.compile(
    r"(?:重点|主要|具体|创新|改革|制度创新|先行)?(?:任务|政策措施|措施|举措|成果|经验|指标|事项|试点任务|典型案例)"
)


@dataclass(slots=True)
class GroupedReader(StandingReader):
    """Reads what is summed up by a numeral, people without a counter, and nouns that lean on the words before."""

    def several(self, place: Place, core: str) -> Reading | None:
        """社会保障、养老服务和健康支撑|三大体系: named by its members where the noun alone says too little."""
        figure = place.figure
        if figure.surface != "大" and not (figure.spelled and figure.quantity.value < 10):
            return None
        m = _SORT.match(place.right)
        listed = re.search(r"[^、，]{2,}(?:、[^、，]{2,})*[、和与及][^、，]{2,}$", core)
        if m is None or (figure.surface != "大" and listed is None):
            return None
        noun = m.group() if m.group().endswith(("项目", "链")) else m["noun"]
        name = noun
        if listed and _SORT_ALONE.fullmatch(noun):
            members = re.sub(
                rf"^(?:健全|完善|构建|{words.ACTION}|{words.LIGHT})(?=.{{2}})",
                "",
                listed.group().removesuffix("等"),
            )
            name = (members if len(members) <= 26 else members.split("、", 1)[0] + "等") + noun
        elif core and _SORT_ALONE.fullmatch(noun) and not is_verbal(core) and not LIGHT_TAIL.search(core):
            name = (
                re.sub(rf"^(?:{words.ACTION}|{words.LIGHT})(?=.{{3}})", "", core) + noun
            )  # 科技兴赣|六大行动
        self.subject = name
        return Reading(name, place.left, place.right, attributive=True, noun=noun)

    def people(self, place: Place) -> Reading | None:
        """两百多万|高校师生大规模推进…, 为358万|居家老年人提供上门服务: people, and what is done by or for them."""
        if place.figure.surface in ("户", "名", "人", "家"):
            helped = _HELPED.match(place.right) if _FOR.search(place.left) else None
            if helped:
                self.subject = helped["who"] + helped["what"]  # 为2298户|困难老人家庭实施适老化改造
                return Reading(self.subject, place.left, place.right, attributive=True, noun=helped["who"])
        done_in = _DONE_IN.match(place.right) if re.search(r"(?:^|[^现存])在$", place.left) else None
        if done_in and place.figure.dimension == "count" and place.figure.surface:
            self.subject = done_in["deed"] + done_in["where"]  # 在500个|行政村实施全民健身工程
            return Reading(self.subject, place.left, place.right, attributive=True, noun=done_in["where"])
        if place.figure.surface or place.figure.quantity.unit != "person":
            return None
        m = re.match(
            rf"的?(?P<who>[一-鿿]{{0,9}}?(?:人民|农民工|工人|职工家庭|{words.PEOPLE}))(?P<does>[^，。；、]*)",
            place.right,
        )
        if m is None:
            return None
        served = _FOR.search(place.left) and re.match(
            r"(?P<deed>(?:提供|解决了?|发放|兑现|送去|办理|追回|减免)[^，。；、\d]{2,12})$", m["does"]
        )
        goes_on = re.match(
            r"(?:大规模|备受|勠力|拼|齐心|团结|携手|同心|奋|的(?:奋进|力量|期盼|福祉|智慧))", m["does"]
        )
        if served:
            self.subject = re.sub("了", "", served["deed"]) + m["who"]
        elif goes_on:
            self.subject = m["who"]
        else:
            return None
        return Reading(self.subject, place.left, place.right, attributive=True, noun=m["who"])

    def led(self, place: Place, core: str, noun: str) -> str:
        """落实新时代中部地区崛起|145项重点任务: a noun that says too little takes in what stands before its number."""
        if not _SAYS_LITTLE.fullmatch(noun) or INCREASE_TAIL.search(place.left.strip(LEAD_MARKS)):
            return ""
        if place.listed and place.same_clause and place.index and self.readings[-1].noun:
            ahead = self.readings[-1]
            lead = ahead.name.removesuffix(ahead.noun)
            return lead + noun if _SAYS_LITTLE.fullmatch(ahead.noun) and len(lead) >= 4 else ""
        lead = core if not place.left.endswith("的") else clean_tail(place.left.removesuffix("的"))
        lead = re.sub(rf"^(?:制定|系统|清单化|积极|{words.ACTION}|{words.LIGHT})+(?=.{{4}})", "", lead)
        lead = re.sub(rf"(?:累计|共|{words.ACTION}|{words.LIGHT})+$", "", lead)
        fits = 4 <= len(lead) <= 22 and not re.search(r"[、，等]|(?:[省市县区]|我[省市区]|公司|集团)$", lead)
        return lead + noun if fits else ""
