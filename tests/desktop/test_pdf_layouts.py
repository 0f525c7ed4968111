"""The sample printed by Qt in the layouts of real reports, and read again: the same text, whatever the page looks like."""

from __future__ import annotations

import difflib
from pathlib import Path

import pytest
from PySide6.QtGui import QFontDatabase
from pytestqt.qtbot import QtBot

from index.readers import open_report, read_document
from resources import resource_path
from tests.desktop.pdf_pages import print_pdf

LAYOUTS: dict[str, dict[str, object]] = {
    "plain": {},
    "indented": {"indent": True},
    "spaced": {"spacing": 8.0},
    "ragged": {"indent": True, "align": "left", "size": 12.0},
    "headed": {"indent": True, "header": "青岛市政府工作报告", "footer": "— {n} —"},
    "numbered": {"indent": True, "header": "第 {n} 页", "footer": "青岛市人民政府办公厅　第 {n} 页 共 13 页"},
    "two columns": {"indent": True, "columns": 2, "size": 10.0},
    "two columns, headed": {
        "indent": True,
        "columns": 2,
        "size": 10.0,
        "header": "政府工作报告",
        "footer": "{n}",
    },
    "three columns": {"indent": True, "columns": 3, "size": 8.0},
    "serif": {"indent": True, "family": "Noto Serif CJK SC", "line_height": 160.0, "footer": "- {n} -"},
}


@pytest.fixture(scope="module")
def lines() -> list[str]:
    text = resource_path("reports", "qingdao-2024.txt").read_text("utf-8")
    return [line.strip() for line in text.split("\n") if line.strip()]


def likeness(wanted: list[str], found: list[str]) -> float:
    """The share of characters and line ends that are the same, in their order."""
    same = total = 0
    for kind, a, b, c, d in difflib.SequenceMatcher(None, wanted, found, autojunk=False).get_opcodes():
        one, other = "\n".join(wanted[a:b]), "\n".join(found[c:d])
        total += len(one) + len(other) + 2 * (b > a)
        if kind == "equal":
            same += 2 * len(one) + 2 * (b > a)
        else:
            match = difflib.SequenceMatcher(None, one, other, autojunk=False)
            same += 2 * sum(block.size for block in match.get_matching_blocks())
    return same / total


@pytest.mark.parametrize("name", LAYOUTS)
def test_a_printed_report_is_read_as_it_was_written(
    name: str, lines: list[str], tmp_path: Path, qtbot: QtBot
) -> None:
    if "Noto Sans CJK SC" not in QFontDatabase.families():
        pytest.skip("there is no Chinese font to print with")
    file = print_pdf(tmp_path / "a.pdf", lines, **LAYOUTS[name])  # type: ignore[arg-type]
    document = read_document(file)
    found = [line.strip() for line in document.text.split("\n") if line.strip()]
    alike = likeness(lines, found)
    print(f"{name}: {alike:.4%} alike, {len(found)} of {len(lines)} paragraphs")
    assert alike >= 0.99
    assert abs(len(found) - len(lines)) <= 6
    assert [page for _, page in document.pages] == list(range(1, len(document.pages) + 1))


def test_the_outline_of_a_printed_report_is_that_of_its_text(
    lines: list[str], tmp_path: Path, qtbot: QtBot
) -> None:
    file = print_pdf(tmp_path / "a.pdf", lines, columns=2, indent=True, size=10, header="政府工作报告 {n}")
    report, original = open_report(file), open_report(resource_path("reports", "qingdao-2024.txt"))
    assert [s.words for s in report.sections] == [s.words for s in original.sections]
    assert (report.place, report.year) == (original.place, original.year)
