"""The translation fills in: what is on screen first, what was kept at once, nothing twice."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.reader.filling import FIRST_BATCH, Filled, TranslationQueue, fill
from desktop.steps import Work
from index.errors import MissingModel
from index.report import Report
from tests.desktop_fakes import FakeServices, RuleTranslator

IDS = [f"s{i}" for i in range(40)]


def filled(work: Work) -> list[Filled]:
    return [step.value for step in work if isinstance(step.value, Filled)]


@given(st.lists(st.sampled_from(IDS), max_size=10), st.integers(1, 7))
def test_every_sentence_is_taken_once_whatever_is_urgent(urgent: list[str], count: int) -> None:
    queue = TranslationQueue(IDS)
    queue.prioritise(urgent)
    taken: list[str] = []
    while batch := queue.take(count):
        taken += batch
    assert sorted(taken) == sorted(IDS)
    wanted = list(dict.fromkeys(urgent))
    assert taken[: len(wanted)] == wanted


def test_after_the_urgent_ones_it_goes_on_from_there() -> None:
    queue = TranslationQueue(IDS)
    queue.prioritise(["s20", "s21"])
    assert queue.take(5) == ["s20", "s21", "s22", "s23", "s24"]
    queue.prioritise(["s3"])
    assert queue.take(3) == ["s3", "s4", "s5"]
    queue.discard(["s6"])
    queue.put_back(["s4"])
    assert queue.take(2) == ["s4", "s7"]
    assert len(queue) == 40 - 5 - 3 - 1 + 1 - 2


def test_the_first_batch_is_small_and_is_what_is_on_screen(tmp_path: Path, sample: Report) -> None:
    services = FakeServices(tmp_path)
    queue = TranslationQueue([s.id for s in sample.sentences])
    visible = [s.id for s in sample.sentences[100:110]]
    queue.prioritise(visible)
    work = fill(services, sample, queue)
    first = next(step.value for step in work if isinstance(step.value, Filled) and not step.value.kept)
    assert [s for s, _ in first.pairs] == visible[:FIRST_BATCH]
    work.close()
    services.close()


def test_a_second_opening_asks_the_translator_nothing(tmp_path: Path, sample: Report) -> None:
    ids = [s.id for s in sample.sentences]
    services = FakeServices(tmp_path)
    made = dict(pair for f in filled(fill(services, sample, TranslationQueue(ids))) for pair in f.pairs)
    assert set(made) == set(ids)
    services.close()
    again = FakeServices(tmp_path)
    kept = filled(fill(again, sample, TranslationQueue(ids)))
    assert dict(pair for f in kept for pair in f.pairs) == made
    assert all(f.kept for f in kept)
    assert again.rule.asked == []
    again.close()


def test_what_failed_is_tried_again(tmp_path: Path, sample: Report) -> None:
    ids = [s.id for s in sample.sentences]
    services = FakeServices(tmp_path, RuleTranslator(fail_on="消费拉动作用"))
    filled(fill(services, sample, TranslationQueue(ids)))
    services.close()
    again = FakeServices(tmp_path)
    filled(fill(again, sample, TranslationQueue(ids)))
    assert again.rule.asked
    assert all("消费拉动作用" in source for source in again.rule.asked)
    again.close()


def test_stopping_loses_at_most_the_batch_under_way(tmp_path: Path, sample: Report) -> None:
    ids = [s.id for s in sample.sentences]
    services = FakeServices(tmp_path)
    queue = TranslationQueue(ids)
    work = fill(services, sample, queue)
    shown: list[str] = []
    for step in work:
        assert isinstance(step.value, Filled)
        shown += [s for s, _ in step.value.pairs]
        if len(shown) >= 30:
            break
    work.close()
    assert len(queue) == len(ids) - len(shown)
    rest = [s for f in filled(fill(services, sample, queue)) for s, _ in f.pairs]
    assert sorted(shown + rest) == sorted(ids)
    services.close()


def test_a_translator_that_breaks_leaves_its_batch_in_the_queue(tmp_path: Path, sample: Report) -> None:
    class Broken(RuleTranslator):
        def translate(self, sentences):  # type: ignore[no-untyped-def]
            raise RuntimeError("broken")

    services = FakeServices(tmp_path, Broken())
    queue = TranslationQueue([s.id for s in sample.sentences])
    with pytest.raises(RuntimeError):
        filled(fill(services, sample, queue))
    assert len(queue) == len(sample.sentences)
    services.close()


def test_a_missing_model_is_told(tmp_path: Path, sample: Report) -> None:
    services = FakeServices(tmp_path, without_models=True)
    with pytest.raises(MissingModel):
        next(fill(services, sample, TranslationQueue(["s0"])))
    services.close()
