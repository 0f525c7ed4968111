"""The translation memory: what is the same sentence, what is nearly, and what must never pass for it."""

from __future__ import annotations

import random
import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.report import Language
from models.fuzzy import NearIndex, coded, differences, likeness
from models.memory import Entry, Origin, TranslationMemory, memory_key, memory_keys, one_line

ZH, EN = Language.ZH, Language.EN
SOURCE = "全市生产总值达到15760.3亿元，增长5.9%。"
TARGET = "The city's GDP reached 1.57603 trillion yuan, up 5.9%."


def corrected(source: str, target: str, key: str = "", date: str = "", language: Language = ZH) -> Entry:
    return Entry(source, target, language, Origin.CORRECTED, date=date, id=key)


def imported(source: str, target: str, key: str = "", date: str = "", language: Language = ZH) -> Entry:
    return Entry(source, target, language, Origin.IMPORTED, "a.tmx", date, id=key)


@pytest.mark.parametrize(
    "same",
    [
        "全市生產總值達到15760.3億元，增長5.9%。",
        "全市生产总值达到１５７６０.３亿元，增长５.９％。",
        " 全市生产总值 达到15760.3亿元，\n增长5.9%。 ",
    ],
)
def test_script_width_and_blanks_make_no_other_sentence(same: str) -> None:
    memory = TranslationMemory([corrected(SOURCE, TARGET)])
    found = memory.exact(same, ZH)
    assert found is not None
    assert found.target == TARGET


def test_other_figures_make_another_sentence() -> None:
    memory = TranslationMemory([corrected(SOURCE, TARGET)])
    assert memory.exact(SOURCE.replace("15760.3", "16719.5"), ZH) is None
    assert memory.exact(SOURCE.replace("5.9%", "59%"), ZH) is None
    match = memory.near(SOURCE.replace("15760.3", "16719.5"), ZH)[0]
    assert match.likeness == 0.99  # all but the figures; never 1


def test_case_stays_in_english_and_blanks_between_words_too() -> None:
    assert memory_key("The  Two Centers", EN) == "The Two Centers"
    assert memory_key("the two centers", EN) != memory_key("The Two Centers", EN)
    assert memory_key("用 AI Plus 赋能", ZH) == "用AI Plus赋能"
    texts = ["全市 生產", "a\nb", ""]
    assert memory_keys(texts, ZH) == [memory_key(t, ZH) for t in texts]


def test_corrections_come_before_imports_and_later_before_earlier() -> None:
    memory = TranslationMemory(
        [
            imported(SOURCE, "old import", "a", "2020"),
            imported(SOURCE, "new import", "b", "2021"),
            corrected(SOURCE, "mine", "c", "2019"),
        ]
    )
    assert memory.exact(SOURCE, ZH).target == "mine"  # type: ignore[union-attr]
    memory.remove(["c"])
    assert memory.exact(SOURCE, ZH).target == "new import"  # type: ignore[union-attr]
    memory.remove(["a", "b"])
    assert memory.exact(SOURCE, ZH) is None
    assert len(memory) == 0


def test_an_entry_that_is_put_again_takes_the_place_of_the_old_one() -> None:
    memory = TranslationMemory([corrected(SOURCE, "first", "k")])
    assert memory.near(SOURCE, ZH)[0].entry.target == "first"
    memory.put(corrected(SOURCE, "second", "k"))
    assert memory.exact(SOURCE, ZH).target == "second"  # type: ignore[union-attr]
    assert [m.entry.target for m in memory.near(SOURCE, ZH)] == ["second"]
    memory.put(corrected("别的一句话。", "Another.", "k"))
    assert memory.exact(SOURCE, ZH) is None
    assert memory.near(SOURCE, ZH) == ()


def test_imports_hold_in_both_directions_and_corrections_in_their_own() -> None:
    memory = TranslationMemory(
        [imported("开放。", "We will open up further."), corrected("改革。", "Reform.")]
    )
    assert memory.exact("We will open up further.", EN).target == "开放。"  # type: ignore[union-attr]
    assert memory.exact("Reform.", EN) is None
    assert memory.near("We will open up further!", EN)[0].entry.target == "开放。"


def test_figures_are_linked_and_wrong_ones_are_told() -> None:
    wrong = TARGET.replace("5.9%", "9.5%")
    memory = TranslationMemory([corrected(SOURCE, TARGET), corrected("增长5.9%。", wrong)])
    good, bad, none = memory.translations([SOURCE, "增长5.9%。", "没有。"], ZH)
    assert none is None
    assert good is not None
    assert (good.engine, good.numbers, good.source) == ("memory", "ok", SOURCE)
    assert [(k.source.of(SOURCE), k.target.of(TARGET)) for k in good.links] == [
        ("15760.3亿元", "1.57603 trillion yuan"),
        ("5.9%", "5.9%"),
    ]
    assert bad is not None
    assert bad.numbers == "warning"
    assert "5.9%" in bad.warning
    assert "9.5%" in bad.warning


def test_near_matches_are_the_best_first_and_none_twice() -> None:
    memory = TranslationMemory(
        [
            imported("支持民营经济发展壮大。", "A", "1"),
            imported("支持民营企业发展壮大。", "B", "2"),
            imported("支持民营企业发展壮大。", "B", "3"),
            imported("修建一百公里道路。", "C", "4"),
        ]
    )
    found = memory.near("支持民营经济发展壮大！", ZH)
    assert [m.entry.target for m in found] == ["A", "B"]
    assert found[0].likeness > found[1].likeness >= 0.7


def test_english_is_compared_by_words() -> None:
    assert likeness("We will build 12 parks", "We will build 300 parks", EN) == 1.0
    assert likeness("We will build parks", "We will build roads", EN) == pytest.approx(0.75)


def test_the_index_loses_no_match() -> None:
    rng = random.Random(7)
    words = "经济社会发展城市改革开放民生保障创新企业产业建设推进加快"
    keys = ["".join(rng.choices(words, k=rng.randint(3, 30))) for _ in range(600)]
    keys += [key[: rng.randint(2, 30)] + "新" + key[6:] for key in keys[:200]]
    index = NearIndex(ZH, ((str(n), key) for n, key in enumerate(keys)))
    for key in keys[::40]:
        wanted = {str(n) for n, other in enumerate(keys) if likeness(key, other, ZH) >= 0.7}
        assert {known for known, _ in index.nearest(key, 1000, 0.7)} == wanted


def test_what_is_added_to_the_index_later_is_found_and_what_is_dropped_is_not() -> None:
    index = NearIndex(ZH, [("a", "深化改革开放")])
    index.add("b", "深化改革开发")
    index.drop("a")
    assert [known for known, _ in index.nearest("深化改革开放", 5, 0.7)] == ["b"]
    assert NearIndex(ZH, []).nearest("任何", 5, 0.7) == []
    assert index.nearest("", 5, 0.7) == []


def test_differences_cover_both_texts_in_whole_figures() -> None:
    old, new = "生产总值14920.8亿元，增长3.9%。", "全市生产总值15760.3亿元，增长5.9%。"
    steps = differences(old, new, ZH)
    assert "".join(s.old.of(old) for s in steps) == old
    assert "".join(s.new.of(new) for s in steps) == new
    changed = [(s.old.of(old), s.new.of(new)) for s in steps if s.kind != "equal"]
    assert changed == [("", "全市"), ("14920.8", "15760.3"), ("3.9%", "5.9%")]


@given(st.text(max_size=30), st.text(max_size=30), st.sampled_from([ZH, EN]))
def test_any_two_texts_can_be_compared(old: str, new: str, language: Language) -> None:
    steps = differences(old, new, language)
    assert "".join(s.old.of(old) for s in steps) == old
    assert "".join(s.new.of(new) for s in steps) == new
    assert coded(old, language) == coded(old, language)
    key = memory_key(one_line(old), language)
    assert memory_key(key, language) == key


def test_many_entries_at_once_are_found_like_one() -> None:
    memory = TranslationMemory([corrected("甲。", "A.", "k")])
    assert memory.exact("甲。", ZH) is not None
    memory.near("甲。", ZH)
    memory.put_all(imported(f"第{n}项工作要抓紧抓好。", f"Task {n}.", f"n{n}") for n in range(1500))
    assert memory.exact("第77项工作要抓紧抓好。", ZH).target == "Task 77."  # type: ignore[union-attr]
    assert memory.exact("甲。", ZH) is not None
    assert len(memory.near("第2000项工作要抓紧抓好。", ZH)) == 5


def test_threads_may_read_and_write_together() -> None:
    memory = TranslationMemory(imported(f"第{n}项工作。", f"Task {n}.", f"n{n}") for n in range(300))
    failures: list[Exception] = []

    def work(seed: int) -> None:
        try:
            for n in range(60):
                memory.put(corrected(f"第{n}项任务。", f"Job {seed}.", f"c{seed}-{n}"))
                memory.near(f"第{n}项任务。", ZH)
                memory.exact(f"第{n}项工作。", ZH)
                memory.remove([f"c{seed}-{n}"])
        except Exception as error:  # noqa: BLE001
            failures.append(error)

    threads = [threading.Thread(target=work, args=(n,)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert len(memory) == 300
