"""Cuts names out of official prose: what stands before a number, what follows it, lists taken apart."""

from __future__ import annotations

import re
from typing import Final

from index.indicators import words

_CLAUSE_END: Final = "，。；：！？"
_BRACKETS: Final = {"（": "）", "(": ")", "“": "”", "《": "》"}
LEAD_MARKS: Final = "/／、，；：。和与及并　 ”）)…—"
_LEFT_MARKS: Final = "/／、，；：。 　”）)…—\t|"
INCREASE_HEAD: Final = re.compile(rf"^(?:{words.INCREASE})(?!额|量|率|值|速|幅|点|长|产能|企业法|债|贷)")
_STEMS: Final = re.compile(
    r"^(?:新增|新建|新引进|新培育|新登记|新认定|新创建|新设立?|引进集聚|引进|增设|净增|新建成|新开通|新获批|新入选|建成|创建|开工|培育|认定|累计)+"
)
_GENERIC: Final = frozenset(
    "项目 场景 企业 产品 地区 单位 个人 成果 品牌 案例 工程 平台 城市 县 事项 服务场景 服务事项 高频事项".split()
)
_KEPT_NOUN: Final = re.compile(
    r"(?:的)?(?:项目|企业|产品|工程|面积|机构|设施|率|单位|基地|平台|成果|服务站|资金|人员)"
)
_VERB_BEYOND: Final = re.compile(rf"、(?=(?:{words.INCREASE}|{words.ACTION})[\u4e00-\u9fff])")
_DOES: Final = re.compile(
    r"^(?:[一二三四五六七八九十]是|持续|大力|深入|率先|积极|扎实|全面|加快|组织|成功|如期|继续|制定|圆满)*"
    r"(?:实施|开展|组织|用好|打好|打赢|着眼|出台|推进|举办|落实|推行|实行|启动|完成|支持|申建|深化|深化拓展)(?:了|系列|一批)*"
    r"(?P<what>[^，。；、]{3,22}?)(?:政策|措施|(?:[一二三]年)?行动(?:计划|方案)?|系列活动|方案|计划|建设)?$"
)
_STEPS: Final = re.compile(
    r"(?:连续|接连|五年)?(?:连跨|跨越|跨过|迈上|迈过|跨上|跃上|登上|站上)(?:[\d两三四五六七八九]+个)?[百千万亿]+元?(?:大?台阶|大关)、?[\u4e00-\u9fff]{0,4}$"
)
"""连跨4个万亿元台阶、达: how a thing grew, said before the figure that it reached."""
_DATED: Final = re.compile(r"(?<=[\u4e00-\u9fff]{2})20\d\d年(?:度)?(?=[\u4e00-\u9fff]{2})")
"""重点园区|2025年|营业收入: the period is told elsewhere."""
_ORDINALS: Final = frozenset("一二三")
_PARTNERS: Final = frozenset(
    "死亡人数 利润总额 营业收入 经营收入 旅游收入 税收收入 受伤人数 直接经济损失 平均价格 交易额".split()
)


def clean_left(left: str) -> str:
    """The name in the words before a number: no predicate behind it, no adverbs and light verbs before it."""
    text = re.sub(r"^\d{1,2}[.．]", "", left.rstrip("、，；：。— 　\t|").lstrip(_LEFT_MARKS))
    text = text.rsplit("——", 1)[-1].removeprefix("的")
    text = clean_tail(_STEPS.sub("", text))
    for _ in range(8):
        shorter = words.ADVERB_HEAD.sub("", text, count=1)
        if shorter == text:
            break
        text = shorter
    text = (
        re.sub(r"(?:了|(?<!签)约|(?<!公)共|各|的|等)$", "", text)
        .lstrip(LEAD_MARKS.replace("”", "").replace("）", ""))
        .rstrip("、，；：。— 　\t|")
    )
    if text.count("”") > text.count("“"):
        text = (
            text.split("”", 1)[-1]
            if text.startswith("”") or len(text.split("”", 1)[-1]) >= 3
            else text.replace("”", "")
        )
    if text.count("）") > text.count("（"):
        text = text.split("）", 1)[-1] or text
    return _shortened(_DATED.sub("", _unprefixed(text)))


def clean_tail(left: str) -> str:
    """``left`` without the predicate words at its end."""
    text = left
    for _ in range(8):
        shorter = words.PREDICATE.sub("", text)
        if shorter == text or not shorter:
            return shorter
        text = shorter
    return text


def _unprefixed(text: str) -> str:
    """为困难群众发放救助金 → 发放困难群众救助金; 向市人大提交草案 → 提交草案; 在…排名中 → what is ranked."""
    text = re.sub(r"^[^，。；]*[\d一二三四五六七八九十]个方面(?:细化|系统|全面|分别)?(?:提出)?", "", text)
    text = re.sub(r"^提请[^，。；]*?审议", "提请审议", text)
    added = re.match(
        rf"^[^，。；]*?(?:在|[、，])[^，。；]*?(?P<rest>(?:{words.INCREASE})(?![额量率值速幅点长]).{{2,}})$",
        text,
    )
    rated = added is not None and added["rest"].endswith(("率", "比例", "比重"))
    if added and not rated and len(text) > 14 and "、" not in added["rest"]:
        text = added["rest"]
    became = re.match(
        r"^(?P<who>[^，。；]*?)(?:成为|是)[\u4e00-\u9fff]{0,6}?(?:首个|首座|首批|第一个)(?P<what>.{4,})$",
        text,
    )
    if became:
        text = (became["who"] if len(became["who"]) <= 6 else "") + became["what"]
    if len(text) > 16:
        dated = re.match(r"^.*20\d\d年(?P<rest>.{4,})$", text)
        text = dated["rest"] if dated else text
    given = re.match(
        r"^(?:为|向|对)(?P<who>[^，。；]{2,12}?)(?P<verb>发放|减免|兑现|拨付|提交|提供|提请|减轻|降低)(?P<what>.+)$",
        text,
    )
    if given:
        who = given["who"] if given["verb"] not in ("提交", "提请") else ""
        return given["verb"] + who + given["what"]
    placed = re.match(
        r"^在(?!建|校|册|职|线|岗|园|[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川黔滇藏陕甘青宁疆][一-鿿])(.+?)中?$",
        text,
    )
    return placed[1] if placed else "经济增长" if text == "经济" else text


def _shortened(text: str) -> str:
    """Long lists and long modifiers are reduced to the noun that they describe."""
    listed = re.match(r"^.*、.*等(.{6,})$", text)
    if listed and len(text) > 16:
        head = INCREASE_HEAD.match(text)
        return (head.group() if head else "") + listed[1]
    if len(text) > 22 and "的" in text:
        last = text.rsplit("的", 1)[-1]
        if len(last) >= 4:
            return last
    return text


def right_noun(right: str, followed: bool) -> str:
    """The noun that a number counts, cut before the verb that follows it; empty where there is none."""
    text = re.sub(r"^(?:的|级(?=[\u4e00-\u9fff])|超[一二三四五六七八九十百千]+[万亿]级的?)", "", right)
    if (
        not text
        or not re.match(r"[\u4e00-\u9fffA-Z“‘\"5]|\d类|\d+岁", text)
        or words.RIGHT_START_VERB.match(text)
    ):
        return ""
    if "”" in text and "“" not in text.partition("”")[0]:
        text = text.partition("”")[0]  # “… 525家新型研发机构”为主体: the quotation ends with the noun
    quoted = re.match(r"(?:“[^”]*”)+", text)
    brief = re.match(
        r"[县市区村镇户](?:（[^）]{1,5}）)?(?=被|入选|获|通过|实现|达到|达标|建成|创成|创建|全部|脱贫|摘帽)",
        text,
    )
    start = quoted.end() if quoted else brief.end() if brief else 2
    if followed and "、" in text.rstrip("、和与及") and _VERB_BEYOND.search(text):
        text = text[: _VERB_BEYOND.search(text).start()]  # type: ignore[union-attr]
    listed = (
        re.match(
            r"(?P<first>[^，。；、和]{3,}?)(?:和|及|以及)[^，。；、和]{1,8}(?:、[^，。；、]{1,8})*等$", text
        )
        if followed
        else None
    )
    if listed:
        text = listed["first"]  # 4大功能类平台|和汽车、医药等|8个产业类平台
    graded = re.match(r"(?:国家级|省级|市级|县级)", text)
    start = max(start, graded.end() + 1) if graded else start
    open_text = re.sub(r"“[^”]*”", lambda q: "“" + "\0" * (len(q.group()) - 2) + "”", text)
    m = words.RIGHT_STOP.search(open_text, min(start, len(text)))
    while m and _KEPT_NOUN.match(text, m.end()):
        m = words.RIGHT_STOP.search(open_text, m.end())
    whole = text
    if m and m.start() >= (1 if brief else 2):
        text = text[: m.start()]
    elif followed and "、" in text:
        text = text.rstrip("、和与及")
        text = text.rsplit("、", 1)[0] if "、" in text else text
    if text in _GENERIC:
        text = _specific(text, whole[len(text) :]) or text
    text = re.sub(
        r"(?:的|和|与|及|、|以及|等|对|(?<![纵横定双])向|为|在|于|从|有|其中|每个|每家|建设|共|全|达|各|均|(?<!更)新)+$",
        "",
        text,
    )
    text = re.sub(r"(?<=[一-鿿]{3})(?<!集|其|初|高|期|之|当)中$", "", text)
    return text if len(text) >= 2 or brief else ""


def _specific(noun: str, after: str) -> str:
    """24个项目获得中国专利奖: a noun that says too little takes in what was done with it."""
    m = re.match(r"(?:获得?|入选|荣获|获评|实现|完成)[^，。；、\d]{3,16}$", after.rstrip("，、和"))
    return (m.group() if m.group().endswith(noun) else m.group() + noun) if m else ""


def split_list(core: str, n: int) -> list[str] | None:
    """``core`` taken apart into ``n`` names; a measure at either end is given back to those that lack it."""
    for pattern in (r"、", r"、|(?<![饱温缓平亲])和(?!美|谐|田|平)|以及|与", r"、|和|以及|与|及"):
        parts = [p for p in re.split(pattern, _guarded(core)) if p]
        parts = [p.replace("\0", "、") for p in parts]
        if len(parts) == n:
            return _share_ends(parts)
    return None


def _guarded(core: str) -> str:
    """``core`` with the list marks inside brackets and quotations hidden."""
    return re.sub(r"[（(“《][^）)”》]*[）)”》]", lambda m: m.group().replace("、", "\0"), core)


def _share_ends(parts: list[str]) -> list[str]:
    first, last = parts[0], parts[-1]
    part = re.match(r"^(?P<head>.{2,}?)(?P<tail>占.+(?:比重|比例))$", last)
    if part and not any("占" in p for p in parts[:-1]):
        return [p + part["tail"] for p in _share_ends([*parts[:-1], part["head"]])]
    parts[-1] = last = re.sub(r"等(?=产业|行业|领域|企业|服务)", "", last)
    graded = re.match(r"^(?:[\u4e00-\u9fff]{1,3}[级类型])(.{2,})$", last)
    if graded and all(re.fullmatch(r"[\u4e00-\u9fff]{1,3}[级类型]", p) for p in parts[:-1]):
        return [p + graded[1] for p in parts[:-1]] + [last]
    if last[:2] in ("农村", "城镇", "乡村") and all(p in ("城镇", "农村", "城市") for p in parts[:-1]):
        return [p + last[2:] for p in parts[:-1]] + [last]
    if all(p in _ORDINALS for p in parts[:-1]) and last[:1] in _ORDINALS and last[1:3] == "产业":
        return [f"第{p}{last[1:]}" for p in parts[:-1]] + [f"第{last}"]
    size = len(first)
    twins = size < len(last) - 2 and all(len(p) == size and p[-1] == last[size - 1] for p in parts[:-1])
    if twins and size >= 2 and last[size:].endswith(("率", "数", "量", "额", "值")):
        return [p + last[size:] for p in parts[:-1]] + [last]  # 食品、药品|抽检合格率
    measure = words.MEASURE_END.search(last)
    heads = [words.MEASURE_END.search(p) for p in parts]
    if measure and measure.start() > 0 and not any(heads[:-1]):
        whole = "" if all(p.endswith(("业", "领域")) for p in parts[:-1]) else "产业增加值|"
        tail = re.search(
            rf"(?:参保人数|作物种植面积|作物播种面积|播种面积|种植面积|参保率|设施产量占比|产量占比|产值占比|建成区面积|全产业链产值|人均可支配收入|{whole}{measure.group()})$",
            last,
        )
        ending = tail.group() if tail else measure.group()
        return [p + ending for p in parts[:-1]] + [last]
    if all(len(p) == 2 == len(first) for p in parts[:-1]) and 4 <= len(last) <= 6 and not any(heads[:-1]):
        return [p + last[2:] for p in parts[:-1]] + [last]
    kin = parts[-2]
    if len(kin) == 2 and kin[0] == last[0] and 4 <= len(last) <= 6 and not any(heads[:-1]):
        return [p + last[2:] for p in parts[:-1]] + [last]  # 刑事治安、涉诈、涉毒|警情
    first_measure = heads[0]
    if first_measure and first_measure.start() >= 2:
        base = first[: first_measure.start()]
        base = re.sub(r"(?:营业|总|生产|接待(?:游客)?|出口|进口)$", "", base) or base
        return [first] + [base + p if len(p) <= 3 or p in _PARTNERS else p for p in parts[1:]]
    return parts


def done_in(clause: str) -> str:
    """What a clause without figures does: 大力实施|消费品以旧换新; empty where it does nothing that can be named."""
    done = _DOES.match(clause)
    return done["what"] if done else ""


def stem(name: str) -> str:
    """``name`` without 新增, 引进 and the like: the stock that an increment belongs to."""
    return _STEMS.sub("", name) or name


def with_measure(subject: str, measure: str) -> str:
    """``subject`` with 总数, 产值 or another measure put in the place of its own."""
    measure = measure.removeprefix("其")
    if not measure or subject.endswith(measure):
        return subject
    if measure.startswith("对"):
        subject = re.sub(r"占.+(?:比重|比例)$", "", subject)
    if re.match(r"增速|增幅|占比|比重|涨幅|排名|位次", measure):
        return subject + measure
    if measure in ("出口", "进口") and re.search(r"进出口(?:总额|总值|额|规模)?$", subject):
        return re.sub(r"进出口(?:总额|总值|额|规模)?$", measure, subject)
    if subject.endswith(measure[:2]) and len(measure) > 2:
        subject = subject[:-2]  # 完成投资|投资完成率
    if measure in ("总额", "总值") and subject.endswith("进出口"):
        return subject + measure
    stripped = words.MEASURE_END.sub("", subject)
    replaces = measure[-1] in "值额入量润模" or measure in ("单产", "总产", "支出")
    return (stripped if len(stripped) >= 2 and replaces else subject) + measure


def clause_bounds(text: str) -> list[tuple[int, int]]:
    """Clauses by punctuation, brackets and quotations kept together."""
    bounds: list[tuple[int, int]] = []
    start, closing = 0, ""
    for at, char in enumerate(text):
        if closing:
            if char == closing:
                closing = ""
        elif char in _BRACKETS and text.find(_BRACKETS[char], at, at + 40) > 0:
            closing = _BRACKETS[char]
        elif char in _CLAUSE_END:
            bounds.append((start, at))
            start = at + 1
    bounds.append((start, len(text)))
    return bounds


def bracket_start(text: str, start: int, at: int) -> int:
    """The start of the bracket around ``at``, where a figure stands in an aside."""
    opened = max(text.rfind("（", start, at), text.rfind("(", start, at))
    return (
        opened + 1
        if opened >= start and "）" not in text[opened:at] and ")" not in text[opened:at]
        else start
    )
