"""Names of ranks and streaks: who stands where, and what went on for how long."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from index.indicators import words
from index.indicators.phrases import LEAD_MARKS, clean_left, stem
from index.indicators.readings import Place, Reading
from index.indicators.sentence import SentenceState

_RANK_ENDING: Final = re.compile(r"(?:第[\d一二三四五六七八九十]+位?|首位|第一|前[\d十]+位?)$")
_SCOPE_ONLY: Final = (
    r"(?:全国|全省|全球|世界|亚洲|(?:中国)?(?:西部|中部|东部|东北)(?:地区)?|国内|省内|全区|同类城市)"
)
_PEERS: Final = re.compile(
    r"(?:城市|港口?|省份|省区市?|地区|机场|高校|园区|开发区|口岸|经济区|各省|国家|板块|试验区|自贸区|自贸试验区|县市区?|企业)$"
)
"""Who is ranked: 居长江中上游港口首位 says among whom, not what."""
_OWN: Final = re.compile(r"^我[省市区县](?:在)?(?P<what>.{3,}?)中?$")
_GOES_ON: Final = re.compile(
    r"(?:都|均|每年)*(?:稳定|保持|超过?|突破|达|占|高于|低于|增长|实现|在|位?居|不低于|维持|两位数)"
)
"""What a figure does for years, rather than what somebody does."""
_KEPT_UP: Final = re.compile(r"^(?:稳定在|保持|达到|实现|超过|突破|完成|无|未|零|没有)[^，。；]{2,24}$")
_WENT_ON: Final = re.compile(
    r"^(?:都|均|每年|再|稳)*(?P<what>(?:保持|位居|居|位列|列|获得?|净增|持续|高于|低于|快于|优于|好于|领先|占|跨越|跨过|迈上|下降|提高|"
    r"提升|上升|处于|排名|排在|达到|稳定在|进入|入选|荣获|名列|无|没有|零|全[国省]|全球|世界|实施|开展|举办|实现|完成)[^，。；、]{0,24})$"
)
_AMOUNT: Final = re.compile(r"\d|[一二两三四五六七八九十百千]+[万亿]")
_AN_ORDER: Final = re.compile(
    r"第[\d一二三四五六七八九十]|首位|榜首|全国|全省|前列|领先|最[低高优好]|位居|居"
)


@dataclass(slots=True)
class StandingReader(SentenceState):
    """Reads ranks and streaks."""

    def rank(self, place: Place) -> Reading:
        """A rank: the subject stands before 居, or else the list it heads names it."""
        left, right = place.left, place.right
        m = words.RANK_VERB.search(left)
        if m is None:
            core = re.sub(rf"{_SCOPE_ONLY}+$", "", clean_left(left))
            core = re.sub(r"(?<=.)(?:稳?居|位列|位居)$", "", core)
            if words.MEASURE_ONLY.match(core):
                core = self.measured(place, core)
            self.subject = core or self.subject
            return Reading(self.subject or self.topic or "排名", left, right, carried=not core)
        verb_first = not left[: m.start()].strip()
        if verb_first and place.same_clause and self.figures[place.index - 1].dimension == "streak":
            ahead = self.readings[-1]
            if ahead.left.strip(LEAD_MARKS):
                return Reading(self.subject, left, right, carried=True)
        subject = re.sub(r"(?:均|双双|连续|再次|在|从)$", "", clean_left(left[: m.start()]))
        if subject and not re.match(r"^(?:其中|并|且|首次|我[省市区])$", subject):
            if words.MEASURE_ONLY.match(subject) or re.fullmatch(r"(?:总量|规模)和(?:增速)?", subject):
                subject += "增速" if subject.endswith("和") else ""
                measured = self.measured(place, subject)
                subject = measured if measured != subject else stem(self.subject or self.topic) + subject
            self.subject = subject
            return Reading(subject, left, right)
        scope = clean_left(m["scope"]) if m["scope"] else ""
        scope = re.sub(r"(?:排名|排行榜|榜单)?(?:中)?(?:位?居|位列|列|的|稳居|保持)$", "", scope)
        listed = re.sub(rf"^(?:{_SCOPE_ONLY}|各省)(?:地区|省份|城市|省区市)?", "", scope)
        peers = _PEERS.search(listed) is not None and bool(self.subject) and place.index > 0
        if len(listed) >= 3 and not peers:
            return Reading(scope, left, right)
        return Reading(self.subject or self.topic or scope or "排名", left, right, carried=True)

    def streak(self, place: Place) -> Reading:
        """连续9年保持…首位: named by its subject, or by what went on."""
        following = self.figures[place.index + 1] if place.follows else None
        stop = following.span.start if following and following.dimension != "rank" else place.end
        what = self.text[place.figure.span.end : stop].strip("，、。；")
        what = re.sub(r"^(?:排名|排在|位居|居|位列|列|保持在?|实现|获(?!评)|稳居|在|以上)", "", what)
        told_so = re.sub(r"(?:实现|取得|获得)?了?(?:历史罕见的|罕见的)?“$", "", place.left)
        subject = clean_left(told_so)
        own = _OWN.match(subject)
        subject = own["what"] if own else subject
        before = self.clause_subject(place.start) if not subject and place.index == 0 else ""
        self.subject = before or self.subject
        if self.text.startswith("连", place.figure.number.end):
            self.subject = subject or self.subject or self.topic or "连续"
            return Reading(self.subject, place.left, what, carried=not subject)  # 六连增
        told = subject or before or (self.subject if place.index else "")
        goes_on = _GOES_ON.match(self.text, place.figure.span.end) is not None
        went_on = self._went_on(place, told)
        if went_on:
            self.subject = told
            return Reading(told + went_on, place.left, what, carried=not subject)
        if told and goes_on and following is not None and following.dimension not in ("rank", "streak"):
            if not subject:
                return Reading(self.subject, place.left, what, carried=True)
            # 城镇新增就业连续4年超过90万人: what went on is a figure of its own
            if not words.MEASURE_ONLY.match(subject):
                self.subject = subject
            elif self.subject or self.topic:
                subject = self.measured(place, subject)
            return Reading(subject, place.left, what)
        if _KEPT_UP.match(rest := self.text[place.figure.span.end : place.end]) and not _AN_ORDER.search(
            rest
        ):
            self.subject = subject or self.subject
            whose = subject or ("" if place.index == 0 and len(rest) >= 6 else self.subject)
            return Reading(whose + rest, place.left, what, carried=not subject)
        if subject and not re.match(r"^(?:并|且|其中|已)$", subject):
            if not words.MEASURE_ONLY.match(subject):
                self.subject = subject
            return Reading(subject, place.left, what)
        bare = _RANK_ENDING.sub("", what)
        if self.subject and re.fullmatch(
            rf"{_SCOPE_ONLY}?|(?:保持|实现)?(?:两位数|正)?(?:增长|下降|上升|提升|回升|快速增长|较快增长)",
            bare,
        ):
            return Reading(self.subject, place.left, what, carried=True)
        return Reading(bare or what or self.subject or "连续", place.left, what)

    def _went_on(self, place: Place, told: str) -> str:
        """公众安全感满意度连续5年|保持在99%以上: what went on belongs to the name, but an amount is a figure of its own."""
        if not told or re.match(r"^(?:并|且|其中|已)$", told):
            return ""
        close = min(
            (at for at in (self.text.find(mark, place.figure.span.end) for mark in "，。；、") if at >= 0),
            default=len(self.text),
        )
        m = _WENT_ON.match(self.text[place.figure.span.end : close])
        if m is None:
            return ""
        went_on = m["what"]
        if re.fullmatch(r"(?:实现|保持)?(?:两位数|正)?(?:以上)?的?(?:增长|下降)", went_on):
            return ""
        if _AMOUNT.search(went_on) and not re.search(r"[%％成]|第[\d一二三四五六]|[前首]", went_on):
            return ""
        return re.sub(r"^保持在?(?=[居第前])", "保持", went_on)
