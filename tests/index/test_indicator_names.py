"""Names: subjects carried over clauses, lists taken apart, things named by what is said of them."""

from __future__ import annotations

import pytest

from index.indicators import Extent, Indicator, Kind, extract
from index.segmentation import segment
from index.variants import to_traditional

TITLE = "海州省政府工作报告（2026年）"


def found_in(sentence: str, heading: str = "一、2025年工作回顾") -> list[Indicator]:
    """The indicators of one sentence under a heading of a report of 2026."""
    return list(extract(segment(f"{TITLE}\n{heading}\n{sentence}", title=TITLE)))


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("8所职业院校、12个专业群入选“双高计划”。", ["入选“双高计划”职业院校", "入选“双高计划”专业群"]),
        ("甲江、乙江等4条高速公路建成通车。", ["建成通车高速公路"]),
        ("11个县被认定为义务教育优质均衡发展县。", ["被认定为义务教育优质均衡发展县县"]),
        ("473个项目全部完成。", ["项目"]),
        ("改造老旧小区870个、惠及10万余户。", ["改造老旧小区", "改造老旧小区惠及户数"]),
        (
            "中欧班列开行6037列，带动进出口415.4亿元、增长11.7%。",
            ["中欧班列开行", "中欧班列开行带动进出口", "中欧班列开行带动进出口"],
        ),
        ("全省进出口总值创历史新高，达到5379亿元、增长18.5%。", ["全省进出口总值", "全省进出口总值"]),
        ("苹果、猕猴桃产量稳定在全国1/4、1/3。", ["苹果产量占全国比重", "猕猴桃产量占全国比重"]),
        (
            "城乡居民人均收入年均增长5.3%、7.7%，收入比缩小至2.54。",
            ["城镇居民人均收入", "农村居民人均收入", "城乡居民收入比"],
        ),
        ("省属企业营收和利润分别居全国第5、第6位。", ["省属企业营收", "省属企业利润"]),
        ("食品、药品抽检合格率分别达99.6%、99.7%。", ["食品抽检合格率", "药品抽检合格率"]),
        (
            "一、二、三产业增加值分别增长4%、5%、6%。",
            ["第一产业增加值", "第二产业增加值", "第三产业增加值"],
        ),
        ("国控断面水质连续6年达到Ⅱ类。", ["国控断面水质达到Ⅱ类"]),
        ("研发投入是2012年的3.2倍，连续40个月增长。", ["研发投入", "研发投入"]),
        ("总投资超500亿元的晋北新能源基地开工。", ["晋北新能源基地总投资"]),
        ("服务业增加值跨上万亿元台阶。", ["服务业增加值"]),
        ("地区生产总值连跨两个万亿元台阶，年均增长5.7%。", ["地区生产总值"]),
        ("特困供养标准每月提高65元。", ["特困供养标准"]),
        ("69家省级共享农庄提档升级。", ["省级共享农庄提档升级"]),
    ],
)
def test_names(sentence: str, names: list[str]) -> None:
    assert [i.name for i in found_in(sentence)] == names


def test_a_size_in_a_name_is_no_figure_of_its_own() -> None:
    assert [(i.text, i.name) for i in found_in("千亿级产业链达到11条，25兆瓦级风机下线。")] == [
        ("11条", "千亿级产业链")
    ]
    assert [i.text for i in found_in("工业总产值迈上万亿级台阶。")] == ["万亿级"]


def test_from_and_to_are_one_thing_at_two_times() -> None:
    before, after = found_in("开发区由162个整合为123个。")
    assert (before.name, before.period, before.kind) == ("开发区", "2024", Kind.TOTAL)
    assert (after.name, after.period, after.kind) == ("开发区", "2025", Kind.TOTAL)
    assert before.links == (after.id,)


@pytest.mark.parametrize(
    ("sentence", "kinds"),
    [
        ("国家高新技术企业达到1.5万家、科技型中小企业3.2万家。", [Kind.TOTAL, Kind.TOTAL]),
        ("累计创建绿色工厂198个、绿色园区10个。", [Kind.TOTAL, Kind.TOTAL]),
        ("第四次文物普查新发现文物1.3万处。", [Kind.INCREMENT]),
        ("七大集群对工业贡献率超过70%。", [Kind.RATIO]),
        ("跨境电商综试区扩容至7个。", [Kind.TOTAL]),
        ("识别监测对象20.9万户69.3万人，累计帮扶50万人。", [Kind.COUNT, Kind.COUNT, Kind.TOTAL]),
        ("新建绿道137公里、累计达到2136公里。", [Kind.INCREMENT, Kind.LEVEL]),
    ],
)
def test_kinds(sentence: str, kinds: list[Kind]) -> None:
    assert [i.kind for i in found_in(sentence)] == kinds


@pytest.mark.parametrize(
    ("sentence", "extent"),
    [
        ("高标准农田达到4808万亩。", Extent.STOCK),
        ("建设高标准农田200万亩。", Extent.FLOW),
        ("新增高标准农田200万亩。", Extent.FLOW),
        ("粮食产量450亿斤。", Extent.UNTOLD),
    ],
)
def test_stock_and_flow(sentence: str, extent: Extent) -> None:
    assert [i.extent for i in found_in(sentence)] == [extent]


def test_a_city_named_in_a_provincial_report_is_a_region_of_its_own() -> None:
    assert [
        i.region for i in found_in("青岛市生产总值突破1.7万亿元，青岛港吞吐量7亿吨，全省生产总值增长5%。")
    ] == [
        "青岛",
        "",
        "",
    ]


@pytest.mark.parametrize(
    ("sentence", "text", "value", "qualifier"),
    [
        ("近六成企业参与。", "近六成", "60", "nearly"),
        ("粮食单产提高2.3成。", "2.3成", "23", "exact"),
        ("低保标准提高至842元/月。", "842元/月", "842", "exact"),
        ("处理能力16.9万吨/日。", "16.9万吨/日", "169000", "exact"),
        ("壮大7大产业集群。", "7大", "7", "exact"),
        ("平台用户超1亿，日活增长。", "超1亿", "100000000", "over"),
    ],
)
def test_figures(sentence: str, text: str, value: str, qualifier: str) -> None:
    (one,) = found_in(sentence)
    assert (one.text, f"{one.quantity.value:f}", one.quantity.qualifier.value) == (text, value, qualifier)


def test_large_thresholds_and_places_are_no_counter() -> None:
    assert [i.text for i in found_in("突破1万亿元大关，建设大湾区，推进四大战略。")] == ["突破1万亿元"]


def test_traditional_characters_give_the_same_figures() -> None:
    sentence = (
        "新增國家級“小巨人”企業397家，規模以上工業增加值增長5.8%，進出口總額達到8759.7億元、佔全省26.8%。"
    )
    lines = "\n".join((to_traditional(TITLE), "一、2025年工作回顧", sentence * 3))
    traditional = extract(segment(lines, title=to_traditional(TITLE)))[:4]
    assert [(i.text, i.name, i.kind.value) for i in traditional] == [
        ("397家", "新增国家级“小巨人”企业", "increment"),
        ("5.8%", "规模以上工业增加值", "growth"),
        ("8759.7億元", "进出口总额", "level"),
        ("26.8%", "进出口总额占全省比重", "share"),
    ]


def test_an_annex_that_promises_is_a_plan_and_one_that_explains_is_not_read() -> None:
    lines = (
        TITLE,
        "一、2026年工作安排",
        "稳中求进。",
        "附件1",
        "2026年省十件民生实事",
        "新建公园30座。",
        "附件2",
        "名词解释",
        "指20个以上工序。",
    )
    found = extract(segment("\n".join(lines), title=TITLE))
    assert [(i.text, i.period, i.status.value) for i in found if i.name != "民生实事"] == [
        ("30座", "2026", "target")
    ]
