"""What is no statistic although it has a number: slogans, names, phases, durations, years, ordinals."""

from __future__ import annotations

import re
from typing import Final

from index.indicators import words
from index.quantities import QuantityMention
from index.text import Span

_QUOTES: Final = re.compile(
    r"“[^“”]{0,60}”|「[^「」]{0,60}」|《[^《》]{0,80}》|‘[^‘’]{0,40}’|〔[^〔〕]{0,12}〕"
)
_SHORT_QUOTE: Final = 18
_CLAUSE: Final = re.compile(r"[，。；：！？]")
_TOP_FEW: Final = re.compile(r"前(?:\d|1\d|20|[一二三四五六七八九十]{1,2})强")
_RANK_CUE: Final = re.compile(
    r"包揽|居|列|排|位|进入|跻身|升|跃|保持|稳|全国|全省|全市|全球|世界|全区|国内|亚洲|省内|同类|东部|西部|中部|西北|西南|东北|华东|华北|华南|沿海|副省级|计划单列|排名|测评|考核"
)
_NOT_AFTER_NTH: Final = re.compile(
    r"[批个届次期轮产书时动资生力步方梯要代条章节件线阶任只张季类责家艘台座支所部颗场套项种年月周天岁号回站课把枪道关]"
)
_RANK_END: Final = re.compile(r"[，。；、！？）)”：\s]|$|和|且|以上|以内|优势|[\u4e00-\u9fff]?(?:位|名)")
_NOT_FIRST: Final = re.compile(r"(?:[放摆置]在|作为|坚持|始终)[^，。；]{0,8}$")
_TOP_NO: Final = re.compile(
    r"前(?:\d+|[一二两三四五六七八九十]+)(?:年|个|月|季|期|半|天|批|强|%|％|届|后|次|沿)"
)

_NAME_AFTER: Final = re.compile(
    r"强|月份|号|路(?!公交)|国道|省道|线|后(?!备)|版|热线|维|流|世纪|规划|高地|届|\.\d|[×xX*]\d|[:：]\d{2}|时\d|[A-Za-z]"
)
_DURATION_CUE: Final = re.compile(
    r"天数|居住|停留|压缩|缩短|减少|减至|压减|时长|时间|提速|仅需|用时|办结|降至|缩减|寿命|年限|工期|工时|频次"
)
_CIRCLE: Final = re.compile(
    r"(?:以?内)?[^，。；]{0,6}?(?:圈|不打烊|直达|通达|可达|到达|全天候|在线|值守|服务|经济带|响应)"
)
_RACE: Final = re.compile(r"[^，。；]{0,3}(?:级|短跑|接力|赛|金牌|跑)")
_AGE_CUE: Final = re.compile(r"寿命|年龄")
_SMALL_VERB: Final = re.compile(
    r"(?:新增|新建|建成|实施|完成|获批|入选|共|做好|抓好|推出|出台|等|落地|开通|建设|创建|举办|承办|打造|培育|设立|成立|达到|"
    r"制定|布局|组建|启动|形成|推进|落实|引进|突破|发布|办好|重点做好|以下|获得|安排|开展|提请|审议|办理|建立)$"
)
_SMALL_DEED: Final = re.compile(
    r"(?!方面|大局)[一-鿿]{2,8}?(?:入选|获批|获评|荣获|实现升格|升格|建成|投产|纳入国家|通过国家)"
)
"""两个项目入选, 两所高校升格: few, but counted."""
_IDIOMS: Final = re.compile(
    r"千家万户|万家灯火|百家争鸣|百花|千方百计|万家|千军万马|百姓|两项补贴|两项改革|三项(?:制度|整治|机制)|两个[先健同一相不第相率]|"
    r"两条腿|两位数|三位一体|五位一体|两件|两种|两类人|三类县|两部|四套|两套|一[家户]|两支|三支"
)
_SLOGAN: Final = re.compile(
    r"[两三四五六七八九十]个(?:文明|大局|全面|意识|自信|确立|维护|毫不|务必|坚持|必须|倡导|健康|转变|不动摇|重要|善于|革命|一百|"
    r"面向|定位|更|有机|强化|注重|统一|结合|对接|导向|围绕|联动|循环|战略|责任|带头|优先|关系|关键)"
)
_TIMES: Final = re.compile(r"(?:增长|增加|提高|提升|扩大|上升|达到?|的|近|超过?)了?$")
_NAMED_NUMBERS: Final = re.compile(r"(?<!\d)(?:12345|12315|110|119|120|122|12388|985|211|318|365|24)$")
_SPELLED_DENIED: Final = frozenset("位方国省市县村校次年代级届期点层道部片门首期段站节度天名对人")
_FEW_OR_LARGE: Final = re.compile(r"[万亿余多千百]$")
_INDEX_BEFORE: Final = re.compile(
    r"(?:指数|系数|得分|评分|分值|PMI|满意度|倍差|比值|收入比|之比)(?:[^，。；\d]{0,8}|[^，。；]{0,10}[至到])$"
)
_AMOUNT_BEFORE: Final = re.compile(
    r"(?:生产总值|产值|收入|总额|规模|营收|总量|人次|人数|数量|余额|资产|投资|用户|粉丝|[播下浏阅点]\w量)[^，。；]{0,24}$"
)
_PEOPLE_BEFORE: Final = re.compile(
    rf"(?:{words.PEOPLE}|[带引领传]头?人)(?:达到?|近|超过?|突破|约|到|减少|增加|新增|下降)*$"
)
_STANDS_ALONE_NO: Final = re.compile(
    r"[级强号大路线后版工期代届维周]|[，。；、）)]|$|年|月|日|时|分(?!钟)|多?元化|以上文化|吨级|一流"
)


def quoted_mask(plain: str) -> bytearray:
    """Marks the characters inside short quotations and titles, where numbers are names."""
    mask = bytearray(len(plain))
    for m in _QUOTES.finditer(plain):
        if m.end() - m.start() <= _SHORT_QUOTE or m.group()[0] in "《〔":
            mask[m.start() : m.end()] = b"\x01" * (m.end() - m.start())
    return mask


def clause_before(plain: str, at: int) -> str:
    """The text of the clause up to ``at``."""
    start = 0
    for m in _CLAUSE.finditer(plain, max(0, at - 80), at):
        start = m.end()
    return plain[max(start, at - 80) : at]


def is_rank(plain: str, m: re.Match[str]) -> bool:
    """True where 第N, 前N or 首位 places something in an order of merit."""
    before, after = plain[max(0, m.start() - 26) : m.start()], plain[m.end() : m.end() + 2]
    text = m.group()
    if text.startswith("前"):
        few = text.endswith("强") and _TOP_FEW.fullmatch(text)
        if text.endswith("强") and not few:
            return False
        if (_TOP_NO.match(plain, m.start()) and not few) or not _RANK_CUE.search(
            plain[max(0, m.start() - 12) : m.start()]
        ):
            return False
        return text[-1] in "位名列强" or _RANK_END.match(after) is not None
    if text in ("首位", "榜首"):
        if _NOT_FIRST.search(before) or not _RANK_CUE.search(before[-14:]):
            return False
        return after[:1] not in ("度", "产", "城", "战", "要", "责") and _RANK_END.match(after) is not None
    if text[-1] in "位名次内":
        return after[:1] not in ("代", "一") and (_RANK_CUE.search(before) is not None)
    if _NOT_AFTER_NTH.match(after) or not _RANK_CUE.search(before):
        return False
    return _RANK_END.match(after) is not None


def is_place_change(plain: str, number: Span) -> bool:
    """True for N位 after a verb of moving up or down a ranking."""
    return re.search(r"(?:升|移|进|跃|提高|降|退|前进|提前)了?$", plain[: number.start][-4:]) is not None


def is_rank_of_change(plain: str, number: Span) -> bool:
    """True for N位 in 排名由369位上升到235位."""
    before = clause_before(plain, number.start)
    return re.search(r"排名|排行|位次|500强", plain[: number.start][-40:]) is not None and before.endswith(
        ("由", "从", "到", "至")
    )


def is_plain_duration(plain: str, span: Span) -> bool:
    """True for a streak that only says how long something lasted (连续奋战三天)."""
    return re.match(r"(?:时间|的时间|工作)", plain[span.end : span.end + 3]) is not None


def is_no_suffix(plain: str, suffix: re.Match[str], surface: str) -> bool:
    """True where 多, 以上 and the like belong to the next word."""
    word, after = suffix.group(), plain[suffix.end() : suffix.end() + 1]
    if word in ("多", "余"):
        return surface == "" or after in ("种", "层", "元", "样", "式", "项", "功", "边") or surface == "%"
    return False


_SCOPE_AFTER: Final = re.compile(r"[一-鿿]?(?:道|际|家(?!级)|级)|空气|环境|PM|细颗粒|优良")
"""省道, 国际, and 国考10市PM2.5浓度, where the number is the scope of a figure that follows."""


_FIRST: Final = re.compile("一")
_WITHIN: Final = re.compile(rf"{_RACE.pattern}|以?内[^，。；\d]{{0,6}}(?:比例|率|覆盖)")
_NAMED_BY: Final = {
    **dict.fromkeys(("市", "县", "省", "国", "村"), _SCOPE_AFTER),
    **dict.fromkeys(("项", "条", "门", "道", "批", "种"), _FIRST),
    "类": re.compile("一|(?:创新药|新药|医疗器械)"),
    "台": re.compile("阶"),
    "米": _WITHIN,
    "公里": re.compile(r"以?内[^，。；\d]{0,6}(?:比例|率|覆盖)"),
    "微克": re.compile("攻坚"),
}
"""What follows a unit where the number names a thing or bounds it: 1类创新药, 50米内换乘."""


def denied(plain: str, number: Span, surface: str, mention: QuantityMention) -> bool:
    """True for a number that names, dates or lists something instead of measuring it."""
    end = number.end + len(surface)
    digits = number.of(plain)
    before, after = plain[max(0, number.start - 12) : number.start], plain[end : end + 10]
    if (
        before.endswith(("第", "每"))  # 每10万人: what the figure is counted per
        or re.search(r"[A-Za-z]_$|[A-Za-z+＋×]$", before)
        or _NAMED_NUMBERS.search(digits)
        and not _counted(surface)
    ):
        return True
    if not surface:
        return _NAME_AFTER.match(after) is not None
    if re.match(r"\+|＋", after) or _names_a_size(surface, digits, after):
        return True
    judged = _by_unit(plain, number, surface, after)
    if judged is not None:
        return judged
    if (surface in "%‰" and before.endswith("前")) or _is_another_word(
        surface, digits, plain[end : end + 40]
    ):
        return True  # 排名前1%: the band of a list
    named = _NAMED_BY.get(surface)
    if named is not None and named.match(after):
        return True
    if surface == "大" and mention.spelled:
        return False
    if mention.spelled:
        return _denied_spelled(plain, number, surface, before, after)
    return False


def _by_unit(plain: str, number: Span, surface: str, after: str) -> bool | None:
    """Whether a number with this unit is denied; None where the unit does not settle it."""
    digits = number.of(plain)
    if surface == "年" and re.match(r"最|来|以来|间", after):
        return True  # 近十年最低
    if surface in ("年", "个月", "个季度", "季度", "月"):
        return not _DURATION_CUE.search(clause_before(plain, number.start)[-16:])
    if surface in ("天", "小时", "个小时", "分钟", "秒", "工作日", "个工作日"):
        cue = _DURATION_CUE.search(clause_before(plain, number.start)[-24:])
        return cue is None or _CIRCLE.match(after) is not None
    if surface == "条" and plain[number.start - 1 : number.start] == "新":
        return True  # 民间投资新36条
    if surface == "届":
        return not re.search(r"举办|承办|主办|召开", clause_before(plain, number.start))
    if surface == "所" and re.match(r"[A-Z]", after):
        return True  # 608所AES100: an institute by its number
    if surface == "纳米":
        return re.match(r"[一-鿿]", after) is not None  # 7纳米芯片: what sort of a chip it is
    if surface.endswith("方面") and _is_structure(plain, number, number.end + len(surface)):
        return True
    if surface == "岁":
        return not _AGE_CUE.search(clause_before(plain, number.start))
    if surface in ("度", "方", "立方"):
        return not re.search(r"\d[\d.]*[多余]?[万亿]+$", digits)
    if surface in ("期", "点", "首", "节", "层"):
        return surface != "期" or not re.search(r"[万亿]$", digits)
    return None


_LISTS: Final = re.compile(r"(?:重点)?(?:工作|任务|内容|要求)?[：:。；！]|(?:重点)?(?:工作|任务)(?=[，、])")
_LEADS: Final = re.compile(r"(?:把握好?|抓好|做好?了?|包括|体现在|表现为|主要|聚焦|突出|围绕)$")


def _is_structure(plain: str, number: Span, end: int) -> bool:
    """True for 从五个方面, 抓好八个方面工作: how the text is divided."""
    before = clause_before(plain, number.start)
    counts = re.search(r"从(?!业|事)[^，。；]*$|(?:以下|如下)$", before) is not None
    return (
        counts
        or _LISTS.match(plain, end) is not None
        or (_LEADS.search(before) is not None and "、" not in before)
    )


def _names_a_size(surface: str, digits: str, after: str) -> bool:
    """25兆瓦级风机, 百亿斤粮食产能提升工程: the size is a part of a name."""
    if surface[-1:] in "瓦伏米吨时" and re.match(r"级(?![以别，。；、）])", after):
        return True
    programme = surface == "斤" and re.match(r"(?:粮食)?产能提升|粮食产能|级?(?:工程|行动)", after)
    return bool(programme) and not re.search(r"\d", digits)


_AMPLE: Final = re.compile(r"[近超上过逾]\||\|(?:以上|余|多)")
_SEVERAL: Final = frozenset("两三四五六七八九十") | {"十一", "十二"}
_ENUMERATED: Final = re.compile(
    r"(?!考古|战略|定位|优势)(?!(?:[^，。；]*?(?:对|占|规模|产值|增加值|收入|贡献|增长)[^，。；]*?(?:\d|成)))(?:(?!的)[一-鿿]){0,8}?(?:行动|工程|体系|产业|领域|任务|项目|集群|都市圈|平台|板块|中心|流域|水系|战役|专项|片区|区域|机制|基地|计划|产业链|"
    r"园区|增长极|屏障|走廊|通道|指标|实事|场景|市场主体|系统|网络|赛道|组团)"
)
"""三大都市圈, 六大行动: what exists or is done in a number."""


def _is_another_word(surface: str, digits: str, after: str) -> bool:
    """二十大, 三大球, 位于: no counters; 三大都市圈 and 六大行动 are counted."""
    if surface not in ("大", "位"):
        return False
    if surface == "大" and digits.isdigit():
        return len(digits) > 2
    if surface == "大":
        return digits not in _SEVERAL or _ENUMERATED.match(after) is None
    return re.match(r"数|于|一体|置|次", after) is not None


def _counted(surface: str) -> bool:
    return surface not in ("", "小时", "天", "个小时", "小时", "所")


def _denied_spelled(plain: str, number: Span, surface: str, before: str, after: str) -> bool:
    """Numerals in Chinese characters count only where the sentence really counts."""
    around = plain[number.start : number.start + 12]
    if _IDIOMS.match(around) or _SLOGAN.match(around):
        return True
    if surface == "倍":
        return _TIMES.search(before) is None
    if (
        surface in ("名", "人")
        and set(number.of(plain)) <= set("百千万")
        and _AMPLE.search(before + "|" + after)
    ):
        return False  # 超千名科技特派员, 招生计划万名以上
    if surface in _SPELLED_DENIED and not (surface in "次人" and re.search("[万亿]", number.of(plain))):
        return True
    if surface == "批" and re.match(r"\d", after):
        return False  # 两批34项
    if re.search(r"[数几成上第每各]$", before) and not before.endswith("上"):
        return True
    digits = number.of(plain)
    if digits == "万千":
        return True  # 万千人心
    if digits == "万" and surface not in ("元", "吨", "美元") and not re.search(r"[近超上过破]$", before):
        return True
    if (
        set(digits) <= set("十百千万")
        and surface in ("米", "斤", "里", "亩", "吨")
        and not re.search(r"[近超上过破达]$", before)
        and not re.match(r"以上|级", after)
    ):
        return True  # 千亩方, 万吨巨轮: a size in a name
    if surface == "元" and (
        after.startswith("级") or (after.startswith(("台阶", "大关")) and before.endswith("个"))
    ):
        return True  # 亿元级项目, 连跨两个万亿元台阶
    if surface in ("项", "个") and re.match(r"攻坚|行动|改革|机制|制度(?!创新)|战略", after):
        return True
    if mention_is_small(digits):
        if surface in ("个", "项", "条", "类", "大类", "家", "所", "座") and _is_sum_of_list(
            plain, number, digits
        ):
            return False
        done = surface in ("个", "所", "家", "项", "座", "条") and _SMALL_DEED.match(after) is not None
        return not (
            done or _SMALL_VERB.search(before) or after.startswith("方面") or surface.endswith("方面")
        )
    return False


_OF_THE_MIND: Final = re.compile(
    "[一-鿿]{0,3}(?:意识|方法|能力|精神|作风|关系|方面|理念|自信|方式|要求|原则|环节|问题|文明|效益|底线|积极性)"
)


def _is_sum_of_list(plain: str, number: Span, digits: str) -> bool:
    """六盘山和贺兰山|两个实验室: the numeral sums up a list of as many members."""
    if _OF_THE_MIND.match(plain, number.end + 1) or plain.startswith("台阶", number.end + 1):
        return False
    listed = re.split(
        r"、|和(?![平谐美睦])|以及|与(?!会)", clause_before(plain, number.start).removesuffix("等")
    )
    size = "一二三四五六七八九".find(digits) + 1 or 2
    return (
        size > 1
        and len(listed) == size
        and all(2 <= len(part) <= 16 for part in listed[1:])
        and len(listed[0]) >= 2
    )


def mention_is_small(digits: str) -> bool:
    """True for numerals under ten, which more often belong to a phrase than to a count."""
    return len(digits) == 1 and digits in "一二两三四五六七八九"


def may_stand_alone(plain: str, number: Span) -> bool:
    """True for a number without a unit that still measures: 17万新生, 指数达到98.5."""
    before = clause_before(plain, number.start)
    digits, after = number.of(plain), plain[number.end : number.end + 4]
    if _INDEX_BEFORE.search(before):
        return True
    if (
        digits[-1:] in ("万", "亿")
        and digits[0].isdigit()
        and re.match(r"[、，。；）]|和\d", plain[number.end : number.end + 2])
    ):
        return _AMOUNT_BEFORE.search(before) is not None or _PEOPLE_BEFORE.search(before) is not None
    if not _FEW_OR_LARGE.search(digits) or not digits[0].isdigit():
        return False
    if re.match(r"\d+岁", after):
        return True
    return _STANDS_ALONE_NO.match(after) is None and re.match(r"[\u4e00-\u9fff]", after) is not None


def is_money_total(plain: str, number: Span) -> bool:
    """True for a bare 7万亿 of an amount that can only be money."""
    before = clause_before(plain, number.start)
    return re.search(
        r"生产总值|产值|收入|总额|营收|余额|资产|投资|经济总量", before
    ) is not None and "亿" in number.of(plain)
