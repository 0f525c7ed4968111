"""The day a report was given and who gave it, as heads of real reports say it."""

from __future__ import annotations

import pytest

from index.delivery import delivery
from index.segmentation import segment


@pytest.mark.parametrize(
    ("head", "date", "speaker"),
    [
        (["2025年1月20日在某省第十四届人民代表大会第三次会议上某省人民政府省长 王明作政府工作报告"], "2025-01-20", "王明"),
        (["——二〇二六年一月二十七日在某省十四届人民代表大会第四次会议上", "某省省长 任 远"], "2026-01-27", "任远"),
        (["----2025年1月15日李方市长在某市第十六届人民代表大会第三次会议的政府工作报告"], "2025-01-15", "李方"),
        (["2025年1月14日在某市第十八届人民代表大会第三次会议上某市市长张三同志作政府工作报告。"], "2025-01-14", "张三"),
        (["2026年02月10日 07时41分", "2026年2月3日在某省第十四届人民代表大会第五次会议上", "省长 施平"], "2026-02-03", "施平"),
        (["——2026年1月27日在某自治区会议上", "自治区主席 阿里木·买买提"], "2026-01-27", "阿里木·买买提"),
        (["——2017年3月5日在第十二届全国人民代表大会第五次会议上", "国务院总理", "　李 明"], "2017-03-05", "李明"),
        (["来源：某报", "时间：2026-02-24", "——2026年2月3日在某省会议上", "毛平"], "2026-02-03", "毛平"),
        (["Report on the Work of the Government", "March 5, 2024", "Li Ming, Premier of the State Council"], "2024-03-05", "Li Ming"),
        (["政府工作报告", "分享", "大", "中", "小"], "", ""),
        (["2025年13月40日在某省会议上"], "", ""),
    ],
)  # fmt: skip
def test_delivery(head: list[str], date: str, speaker: str) -> None:
    assert delivery(head) == (date, speaker)


def test_a_report_carries_them_and_a_bare_title_gets_its_place() -> None:
    report = segment(
        "2026年政府工作报告\n——2026年1月28日在云南省第十四届人民代表大会第四次会议上\n省长 王平\n各位代表：\n全省增长5%。\n"
    )
    assert (report.title, report.place) == ("云南省政府工作报告（2026年）", "云南省")
    assert (report.date, report.speaker) == ("2026-01-28", "王平")
