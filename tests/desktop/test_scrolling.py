"""Row heights and the place of the view over them."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from desktop.reader.heights import Heights
from desktop.reader.scroller import Scroller

HEIGHTS = st.lists(st.integers(1, 90), min_size=1, max_size=60)


@given(st.lists(st.integers(0, 90), max_size=60), st.data())
def test_heights_agree_with_a_plain_list(values: list[int], data: st.DataObject) -> None:
    heights = Heights(values)
    for _ in range(5):
        if values:
            row = data.draw(st.integers(0, len(values) - 1))
            values[row] = heights_row = data.draw(st.integers(0, 90))
            heights[row] = heights_row
        assert [heights.above(i) for i in range(len(values) + 1)] == [
            sum(values[:i]) for i in range(len(values) + 1)
        ]


@given(HEIGHTS)
def test_every_pixel_has_its_row(values: list[int]) -> None:
    heights = Heights(values)
    expected = [row for row, height in enumerate(values) for _ in range(height)]
    assert [heights.row_at(y) for y in range(sum(values))] == expected
    assert heights.row_at(-5) == 0
    assert heights.row_at(sum(values) + 5) == len(values) - 1


def make(estimates: Sequence[int], true: Sequence[int], view: int) -> Scroller:
    scroller = Scroller(Heights(estimates), lambda row: true[row])
    scroller.view_height = view
    return scroller


@given(HEIGHTS, st.data())
def test_the_view_never_leaves_the_text(true: list[int], data: st.DataObject) -> None:
    estimates = data.draw(st.lists(st.integers(1, 90), min_size=len(true), max_size=len(true)))
    view = data.draw(st.integers(1, 200))
    scroller = make(estimates, true, view)
    for _ in range(8):
        action = data.draw(st.sampled_from(["move", "jump", "end", "place"]))
        if action == "move":
            scroller.move(data.draw(st.integers(-400, 400)))
        elif action == "jump":
            scroller.jump(data.draw(st.integers(0, scroller.limit)))
        elif action == "end":
            scroller.to_end()
        else:
            scroller.place(data.draw(st.integers(0, len(true) - 1)), data.draw(st.integers(-100, 100)))
        below = sum(true[scroller.row :]) - scroller.offset
        assert 0 <= scroller.row < len(true)
        assert 0 <= scroller.offset <= true[scroller.row]
        assert below >= view or (scroller.row, scroller.offset) == (0, 0)


@given(HEIGHTS, st.data())
def test_scrolling_by_true_heights_can_be_undone(true: list[int], data: st.DataObject) -> None:
    estimates = data.draw(st.lists(st.integers(1, 90), min_size=len(true), max_size=len(true)))
    scroller = make(estimates, true, 20)
    scroller.place(0)
    room = max(0, sum(true) - 20)
    step = data.draw(st.integers(0, room))
    scroller.move(step)
    assert sum(true[: scroller.row]) + scroller.offset == step
    scroller.move(-step)
    assert (scroller.row, scroller.offset) == (0, 0)


def test_the_end_is_reached_whatever_the_estimates() -> None:
    scroller = make([10] * 50, [37] * 50, 100)
    scroller.to_end()
    assert sum([37] * (50 - scroller.row)) - scroller.offset == 100


def test_a_correction_far_above_moves_nothing() -> None:
    scroller = make([10] * 50, [10] * 50, 100)
    scroller.place(30, 4)
    scroller.heights[3] = 500
    scroller.settle()
    assert (scroller.row, scroller.offset) == (30, 4)
    assert scroller.position == 30 * 10 + 490 + 4


def test_an_empty_text_has_no_place() -> None:
    scroller = make([], [], 100)
    scroller.move(50)
    scroller.to_end()
    assert (scroller.row, scroller.offset, scroller.limit) == (0, 0, 0)
