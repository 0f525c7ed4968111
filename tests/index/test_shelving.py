"""Shelves: what is said about reports is kept, taken back, and narrows the list."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.annotations import AnnotationStore
from index.library import KnownReport
from index.report import Language
from index.shelving import Desk, Entry, Filed, Sort, State, Wanted, entries, facets, same_reports
from index.shelving.filed import filed_of, names_of
from index.shelving.level import level_of


def known(key: str, place: str = "青岛市", year: int | None = 2024, title: str = "") -> KnownReport:
    return KnownReport(key, title or f"{place}政府工作报告", place, year, Language.ZH, f"/x/{key}.txt")


@pytest.mark.parametrize(
    ("place", "level"),
    [("全国", "national"), ("山东省", "province"), ("北京市", "province"), ("重庆", "province"), ("青岛市", "city"),
     ("内蒙古自治区", "province"), ("香港特别行政区", "province"), ("延边朝鲜族自治州", "city"), ("锡林郭勒盟", "city"),
     ("阿里地区", "city"), ("正定县", "county"), ("黄浦区", "county"), ("鄂伦春自治旗", "county"), ("", ""), ("某地", "")],
)  # fmt: skip
def test_levels(place: str, level: str) -> None:
    assert level_of(place) == level


def test_what_is_said_is_kept_and_taken_back(tmp_path: Path) -> None:
    store = AnnotationStore(tmp_path / "a.db")
    desk = Desk(store)
    first = Filed(title="题", tags=("海洋", 'a"b'), shelves=("山东",), state=State.READ, year="2023")
    edit = desk.change({"r1": first, "r2": Filed(speaker="某人")}, {"r1": "题"})
    edit.redo()
    assert desk.of("r1") == first
    assert desk.all() == {"r1": first, "r2": Filed(speaker="某人")}
    second = desk.change({"r1": replace(first, tags=())}, {})
    second.redo()
    assert desk.of("r1").tags == ()
    second.undo()
    assert desk.of("r1") == first
    edit.undo()
    assert desk.all() == {}
    assert desk.of("r1") == Filed()
    edit.redo()
    store.close()
    assert Desk(AnnotationStore(tmp_path / "a.db")).of("r1") == first


texts = st.text(max_size=12)


@given(
    st.builds(
        Filed, title=texts, place=texts, year=texts, date=texts, speaker=texts, level=texts,
        state=st.sampled_from(State), tags=st.lists(texts.filter(bool), max_size=3).map(tuple),
        shelves=st.lists(texts.filter(bool), max_size=3).map(tuple),
    )
)  # fmt: skip
def test_everything_that_can_be_said_comes_back(filed: Filed) -> None:
    assert filed_of(filed.content()) == filed


def test_nonsense_says_nothing() -> None:
    assert filed_of({"title": 3, "tags": "x", "state": "lost", "shelves": [1, "a"]}) == Filed(shelves=("a",))


def test_names_in_a_line() -> None:
    assert names_of(" 海洋， 科技、a  b;海洋;; ") == ("海洋", "科技", "a b")


def listed() -> tuple[Entry, ...]:
    filed = {
        "1": Filed(tags=("海洋",), shelves=("山东",), state=State.READ),
        "2": Filed(place="济南市", year="2023", tags=("海洋", "科技")),
        "3": Filed(title="另一个题目", speaker="王某"),
    }
    reports = [known("1"), known("2", "", None), known("3", "山东省", 2022), known("4", "北京市", 2024)]
    return entries(reports, filed, {"1": 4})


def ids(found: tuple[Entry, ...]) -> str:
    return "".join(entry.known.id for entry in found)


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Wanted(), "1234"),
        (Wanted(words="濟南"), "2"),
        (Wanted(words="王某 題目"), "3"),
        (Wanted(words="海洋 2024"), "1"),
        (Wanted(places=frozenset({"济南市", "山东省"})), "23"),
        (Wanted(years=frozenset({2024})), "14"),
        (Wanted(levels=frozenset({"province"})), "34"),
        (Wanted(tags=frozenset({"海洋"}), years=frozenset({2023})), "2"),
        (Wanted(shelves=frozenset({"山东"})), "1"),
        (Wanted(states=frozenset({"unread"})), "234"),
        (Wanted(sort=Sort.YEAR), "3214"),
        (Wanted(sort=Sort.YEAR, descending=True), "4123"),
        (Wanted(sort=Sort.LEVEL), "3412"),
        (Wanted(descending=True), "4321"),
        (Wanted(words="没有"), ""),
    ],
)
def test_narrowing(wanted: Wanted, found: str) -> None:
    assert ids(wanted.of(listed())) == found


def test_what_is_not_known_comes_last() -> None:
    found = entries([known("1", "", None), known("2", "青岛市", 2020)], {})
    for descending in (False, True):
        assert ids(Wanted(sort=Sort.YEAR, descending=descending).of(found)) == "21"


def test_facets_count() -> None:
    found = facets(listed())
    assert found.years == {2024: 2, 2023: 1, 2022: 1}
    assert found.levels == {"province": 2, "city": 2}
    assert found.tags == {"海洋": 2, "科技": 1}
    assert found.states == {"unread": 3, "read": 1}
    assert found.shelves == {"山东": 1}


def test_the_same_report_twice() -> None:
    found = entries([known("1"), known("2"), known("3", year=2023), known("4", "")], {})
    (same,) = same_reports(found)
    assert (same.place, same.year, ids(same.entries)) == ("青岛市", 2024, "12")
