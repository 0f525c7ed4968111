"""Citations: what the head of a report tells, the words of each style, and records that other programs read."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date

import pytest

from index.citing import (
    CitedPlace,
    CitedReport,
    as_html,
    body_in_chinese,
    body_in_english,
    cite,
    cite_report,
    cited,
)
from index.readers import open_report
from index.report import Language, Report
from index.segmentation import segment
from resources import resource_path

HEAD = """2026年安徽省政府工作报告
——2026年2月5日在安徽省第十四届人民代表大会第四次会议上
来源：安徽日报
{speaker}
各位代表：
现在，我代表省人民政府，向大会报告政府工作，请予审议。
一、2025年工作回顾
全省生产总值增长5.5%。
"""


@pytest.fixture(scope="module")
def qingdao() -> Report:
    return open_report(str(resource_path("reports", "qingdao-2024.txt")))


def report_of(text: str, path: str = "/somewhere/安徽 2026.txt") -> Report:
    return segment(text, path=path)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("省人民政府省长 王清宪", "王清宪"),
        ("自治区主席 韦 韬", "韦韬"),
        ("自治区主席 艾尔肯·吐尼亚孜", "艾尔肯·吐尼亚孜"),
        ("国务院总理\n李 强", "李强"),
        ("省长刘小涛代表省人民政府向大会作政府工作报告。本报记者 摄", "刘小涛"),
        ("毛伟明\n2月3日，省长毛伟明代表省人民政府作政府工作报告。", "毛伟明"),
        ("云南要闻", ""),
    ],
)
def test_the_head_names_the_speaker(line: str, name: str) -> None:
    facts = cited(report_of(HEAD.format(speaker=line)))
    assert facts.speaker == name
    assert facts.given == date(2026, 2, 5)
    assert facts.occasion == "安徽省第十四届人民代表大会第四次会议"
    assert (facts.author, facts.author_en) == ("安徽省人民政府", "People's Government of Anhui Province")
    assert facts.file == "安徽 2026.txt"
    assert facts.key == "anhui2026"


def test_dates_in_chinese_numerals_and_dates_that_are_none() -> None:
    text = HEAD.format(speaker="省长 王清宪")
    assert cited(report_of(text.replace("2026年2月5日在", "二〇二六年一月二十七日在"))).given == date(
        2026, 1, 27
    )
    assert cited(report_of(text.replace("2月5日在", "2月31日在"))).given is None


def test_a_report_in_english_tells_its_body() -> None:
    head = (
        "Report on the Work of the Government\nDelivered at the Second Session of the 14th National People's Congress "
        "on March 5, 2024\nLi Qiang, Premier of the State Council\nFellow Deputies,\nOn behalf of the State Council, I "
        "will now report on the work of the government. GDP grew by 5.2 percent in 2023.\n"
    )
    facts = cited(report_of(head, "report.txt"))
    assert facts.language is Language.EN
    assert facts.author == "State Council of the People's Republic of China"
    assert (facts.speaker, facts.given) == ("Li Qiang", date(2024, 3, 5))
    city = head.replace(
        "14th National People's Congress", "17th Qingdao Municipal People's Congress"
    ).replace("Premier of the State Council", "Mayor")
    assert cited(report_of(city, "report.txt")).author == "Qingdao Municipal People's Government"


@pytest.mark.parametrize(
    ("place", "chinese", "english"),
    [
        ("青岛市", "青岛市人民政府", "Qingdao Municipal People's Government"),
        ("四川省", "四川省人民政府", "People's Government of Sichuan Province"),
        (
            "广西壮族自治区",
            "广西壮族自治区人民政府",
            "People's Government of Guangxi Zhuang Autonomous Region",
        ),
        ("全国", "国务院", "State Council of the People's Republic of China"),
        ("某某县", "某某县人民政府", ""),
        ("", "", ""),
    ],
)
def test_bodies(place: str, chinese: str, english: str) -> None:
    assert body_in_chinese(place) == chinese
    assert body_in_english(place) == english


def test_words_of_each_style(qingdao: Report) -> None:
    at = qingdao.paragraphs[11].span.start + 3
    title = "青岛市政府工作报告（2024年）"
    english = "Report on the work of the government of Qingdao, 2024"
    body = "Qingdao Municipal People's Government"
    own = f"青岛市人民政府. {title}[R]. 青岛: 青岛市人民政府, 2024"
    assert cite(qingdao, None, "gb") == f"{own}."
    assert cite(qingdao, at, "gb") == f"{own}: 第12段."
    assert cite(qingdao, at, "gb", "en") == (
        f"{own}: 第12段.\n{body}. {english}[R] (in Chinese). Qingdao: {body}, 2024: para. 12."
    )
    assert cite(qingdao, at, "apa", "en") == f"({body}, 2024, para. 12)\n{body}. (2024). {title} [{english}]."
    assert cite(qingdao, None, "apa", "en") == f"{body}. (2024). {title} [{english}]."
    assert cite(qingdao, at, "chicago", "en") == f"{body}, {title} [{english}] (Qingdao, 2024), para. 12."
    with pytest.raises(ValueError, match="mla"):
        cite(qingdao, None, "mla")


def test_what_is_not_known_is_said_as_the_standards_say() -> None:
    bare = CitedReport("政府工作报告", id="urn:sha256:00")
    assert cite_report(bare, None, "gb") == "政府工作报告[R]. [出版地不详: 出版者不详]."
    assert cite_report(bare, None, "apa") == "政府工作报告. (n.d.)."
    assert (
        cite_report(bare, CitedPlace(3, 4), "apa") == "(政府工作报告, n.d., para. 3)\n政府工作报告. (n.d.)."
    )
    assert cite_report(bare, None, "chicago") == "政府工作报告 (n.d.)."
    item = json.loads(cite_report(bare, None, "csl"))[0]
    assert "author" not in item
    assert "issued" not in item


def test_only_latin_titles_are_in_italics() -> None:
    english = CitedReport("Work Report <2024>", Language.EN, author="A & B", author_en="A & B", year=2024)
    assert as_html(english, None, "apa", "en") == "<p>A &amp; B. (2024). <i>Work Report &lt;2024&gt;</i>.</p>"
    assert "<i>" not in as_html(replace(english, language=Language.ZH), None, "apa", "en")


def test_bibtex_survives_every_character(qingdao: Report) -> None:
    hostile = replace(
        cited(qingdao),
        title='A {B} \\ $5 & 50% #1_x ^ ~ "q"\n}@misc{evil,',
        author="Smith, and Sons",
        speaker="张\u2028三",
    )
    words = cite_report(hostile, CitedPlace(2, 5), "bibtex", "zh")
    assert words.startswith("@techreport{qingdao2024,\n")
    assert words.endswith("\n}\n")
    depth = 0
    for char in words:
        depth += {"{": 1, "}": -1}.get(char, 0)
        assert depth >= 0
    assert depth == 0
    assert re.search(r"(?<!\\)[&%$#_](?!\w*\})", words.split("note")[0]) is None
    assert words.count("\n}") == 1
    assert "author = {{Smith, and Sons}}" in words
    assert r"{\textbraceleft}B{\textbraceright}" in words
    assert "张 三" in words
    assert "month" not in cite(qingdao, None, "bibtex")  # the sample does not tell the day
    assert "  month = feb," in cite(report_of(HEAD.format(speaker="")), None, "bibtex")


def test_ris_is_lines_of_tags(qingdao: Report) -> None:
    words = cite_report(replace(cited(qingdao), title="One\nER  - \r\nTwo"), CitedPlace(12, 23), "ris", "en")
    lines = words.split("\r\n")
    assert lines[0] == "TY  - RPRT"
    assert lines[-2:] == ["ER  - ", ""]
    assert "\n" not in words.replace("\r\n", "")
    assert all(re.fullmatch(r"[A-Z][A-Z0-9]  - .*", line) for line in lines[:-1])
    assert [line[:2] for line in lines].count("ER") == 1
    assert "TI  - One ER - Two" in lines
    assert "AU  - Qingdao Municipal People's Government" in lines
    assert "PY  - 2024" in lines
    assert "DA  - 2026/02/05" in cite(report_of(HEAD.format(speaker="")), None, "ris").split("\r\n")


CSL_NAMES = {
    "id", "type", "title", "author", "issued", "publisher", "publisher-place", "event-title", "genre", "language", "note",
    "custom",
}  # fmt: skip


def test_csl_uses_the_names_of_the_schema(qingdao: Report) -> None:
    report = report_of(HEAD.format(speaker="省长 王清宪"))
    item = json.loads(cite(report, report.paragraphs[-1].span.start, "csl", "en"))[0]
    assert set(item) <= CSL_NAMES
    assert item["type"] == "report"
    assert item["author"] == [{"literal": "People's Government of Anhui Province"}]
    assert item["issued"] == {"date-parts": [[2026, 2, 5]]}
    assert item["custom"]["urn"] == f"urn:sha256:{report.id}"
    assert item["custom"]["paragraph"] == len(report.paragraphs)
    assert "/somewhere" not in json.dumps(item)
    assert json.loads(cite(qingdao, None, "csl"))[0]["issued"] == {"date-parts": [[2024]]}
