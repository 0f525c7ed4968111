"""The place, title, day and speaker of English reports, as their heads and openings tell them."""

from __future__ import annotations

import pytest

from index.report import Report
from index.segmentation import segment

BODY = "We pursued progress while ensuring stability, and the economy grew by 5.9 percent over the year."
BARE = "Report on the Work of the Government"


def report(*lines: str, path: str = "") -> Report:
    return segment("\n".join((*lines, *(BODY,) * 6)), path=path)


@pytest.mark.parametrize(
    ("lines", "place"),
    [
        ((BARE, "Fellow deputies,", "On behalf of the Beijing Municipal People's Government, I present my report."), "北京市"),
        ((BARE, "Fellow deputies,", "On behalf of the People's Government of Anhui Province, I now report."), "安徽省"),
        ((BARE, "Fellow deputies,", "On behalf of the People’s Government of Ningxia Hui Autonomous Region, I report."), "宁夏回族自治区"),
        ((BARE, "Delivered at the Third Session of the 17th Qingdao Municipal People's Congress on January 16, 2024", "Fellow deputies,"), "青岛市"),
        ((BARE, "Fellow deputies,", "On behalf of the State Council, I will now report to you."), "全国"),
        (("Report on the Work of the Shenzhen Municipal Government (2025)", "Fellow deputies,"), "深圳市"),
        (("2025 Zhejiang Provincial Government Work Report", "Fellow deputies,"), "浙江省"),
        ((BARE, "Fellow deputies,", "On behalf of the Fenghuang County People's Government, I report."), "Fenghuang County"),
        ((BARE, "Fellow deputies,", "On behalf of the Jilin Municipal People's Government, I now report."), "吉林市"),
        ((BARE, "Fellow deputies,", "On behalf of the provincial people's government, I report."), ""),
        ((BARE, "Fellow deputies,", BODY), ""),
    ],
)  # fmt: skip
def test_whose_government_speaks(lines: tuple[str, ...], place: str) -> None:
    assert report(*lines).place == place


def test_the_place_that_a_text_names_most() -> None:
    told = "The economy of Henan grew, and Henan exported more than Shandong did."
    opening = "On behalf of the provincial people's government, I now present the report."
    assert report(BARE, "Fellow deputies,", opening, told, told, told).place == "河南省"
    even = "Henan and Shandong grew. Henan and Shandong traded."
    assert report(BARE, "Fellow deputies,", opening, even, even, even).place == ""


def test_the_name_of_the_file_comes_last() -> None:
    assert report(BARE, "Fellow deputies,", BODY, path="x/inner-mongolia_2026.txt").place == "内蒙古自治区"
    assert report(BARE, "Fellow deputies,", BODY, path="x/notes.txt").place == ""


@pytest.mark.parametrize(
    ("lines", "path", "title"),
    [
        (("REPORT ON THE WORK OF THE GOVERNMENT", "Delivered on March 5, 2018", "Fellow Deputies, on behalf of the State Council, I report to you on the work of these years."), "", f"{BARE} (2018)"),
        (("2025 Zhejiang Provincial Government Work Report", "Fellow deputies,"), "", "2025 Zhejiang Provincial Government Work Report"),
        (("Fellow deputies,", "On behalf of the Beijing Municipal People's Government, I report.", "I. Review of 2025"), "a.txt", f"{BARE} (Beijing, 2026)"),
        (("Fellow deputies,", BODY), "x/some notes.txt", "some notes"),
    ],
)  # fmt: skip
def test_titles_tell_reports_apart(lines: tuple[str, ...], path: str, title: str) -> None:
    assert report(*lines, path=path).title == title


def test_the_head_of_an_official_translation() -> None:
    found = report(
        "REPORT ON THE WORK OF THE GOVERNMENT",
        "Delivered at the Fourth Session of the 12th National People's Congress of the People's Republic of China on March 5, 2016",
        "Li Keqiang, Premier of the State Council",
        "Fellow Deputies, on behalf of the State Council, I will now report to you on the work of the government.",
        "I. A Review of the Work in 2015",
    )  # fmt: skip
    assert (found.place, found.year, found.date, found.speaker) == ("全国", 2016, "2016-03-05", "Li Keqiang")
