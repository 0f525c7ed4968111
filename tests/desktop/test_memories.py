"""The user's memory: kept, undone, imported whole or not at all, and asked before library and translator."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.memories import Memories, TakenIn
from desktop.reader.filling import Filled, TranslationQueue, fill
from desktop.translations import translate_sentences
from desktop.undo import Change, UndoHistory
from index.errors import MissingModel, UnreadableMemory
from index.report import Language, Report
from models.memory import Entry, Origin
from models.tmx import Unit, to_tmx
from tests.desktop_fakes import FakeServices, RuleTranslator

ZH = Language.ZH


def sentence_with(report: Report, words: str) -> int:
    return next(n for n, s in enumerate(report.sentences) if words in s.span.of(report.text))


def take_in(memories: Memories, path: Path) -> TakenIn:
    steps = memories.take_in_steps(path)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            taken: TakenIn = end.value
            return taken


def tmx(folder: Path, *pairs: tuple[str, str], name: str = "a.tmx") -> Path:
    path = folder / name
    path.write_text(to_tmx([Unit(Entry(zh, en, ZH)) for zh, en in pairs]), "utf-8")
    return path


def test_nothing_is_opened_while_nothing_was_written(tmp_path: Path, sample: Report) -> None:
    services = FakeServices(tmp_path / "data")
    assert len(services.memories().memory) == 0
    assert services.memories().draft(sample, sample.sentences[0]) == ""
    assert not services.has_annotations
    services.close()
    assert not services.annotations_file.exists()


def test_a_correction_is_kept_changed_and_undone(tmp_path: Path, sample: Report) -> None:
    services = FakeServices(tmp_path)
    memories, sentence = services.memories(), sample.sentences[3]
    source = sentence.span.of(sample.text)
    history = UndoHistory()
    history.do(memories.correct(sample, sentence, "First\nwords."))
    history.do(memories.correct(sample, sentence, "Second words."))
    assert memories.corrected(source, ZH).target == "Second words."  # type: ignore[union-attr]
    assert len(memories.memory) == 1
    history.undo()
    assert memories.corrected(source, ZH).target == "First words."  # type: ignore[union-attr]
    history.undo()
    assert memories.corrected(source, ZH) is None
    history.redo()
    history.redo()
    services.close()
    again = FakeServices(tmp_path)
    entry = again.memories().corrected(source, ZH)
    assert entry is not None
    assert entry.target == "Second words."
    assert entry.date.startswith("20")
    withdrawal = again.memories().withdraw(source, ZH)
    assert withdrawal is not None
    withdrawal.redo()
    assert again.memories().memory.exact(source, ZH) is None
    assert again.memories().withdraw(source, ZH) is None
    again.close()


def test_a_file_is_taken_in_once_and_can_be_taken_back(tmp_path: Path) -> None:
    services = FakeServices(tmp_path / "data")
    memories = services.memories()
    path = tmp_path / "a.tmx"
    path = tmx(tmp_path, ("甲。", "A."), ("乙。", "B."), ("甲。", "A."))
    taken = take_in(memories, path)
    assert (taken.added, taken.known, taken.skipped.total) == (2, 1, 0)
    assert take_in(memories, path).added == 0
    assert [(f.name, f.entries) for f in memories.files()] == [("a.tmx", 2)]
    taken.change.undo()
    assert len(memories.memory) == 0
    taken.change.redo()
    assert memories.memory.exact("乙。", ZH).target == "B."  # type: ignore[union-attr]
    services.close()
    again = FakeServices(tmp_path / "data").memories()
    assert again.memory.exact("甲。", ZH).file == "a.tmx"  # type: ignore[union-attr]
    again.remove_file("a.tmx").redo()
    assert again.files() == ()


def test_an_import_that_is_stopped_or_broken_leaves_nothing(tmp_path: Path) -> None:
    services = FakeServices(tmp_path / "data")
    steps = services.memories().take_in_steps(tmx(tmp_path, ("甲。", "A.")))
    next(steps)
    steps.close()
    (tmp_path / "bad.tmx").write_text("<tmx><body><tu>")
    with pytest.raises(UnreadableMemory):
        take_in(services.memories(), tmp_path / "bad.tmx")
    assert len(services.memories().memory) == 0
    assert not services.has_annotations
    services.close()


def test_drafts_are_kept_until_they_are_dropped(tmp_path: Path, sample: Report) -> None:
    services = FakeServices(tmp_path)
    sentence, other = sample.sentences[3], sample.sentences[4]
    services.memories().keep_draft(sample, sentence, "half a sen")
    services.memories().keep_draft(sample, sentence, "half a sentence")
    services.close()
    again = FakeServices(tmp_path).memories()
    assert again.draft(sample, sentence) == "half a sentence"
    assert again.draft(sample, other) == ""
    again.keep_draft(sample, sentence, "")
    assert again.draft(sample, sentence) == ""


def test_items_of_a_later_version_stay_and_are_not_read(tmp_path: Path) -> None:
    from index.annotations import Anchor

    services = FakeServices(tmp_path)
    services.annotations().add("translation", "", "", Anchor(0, 0, ""), '{"origin": "agreed", "from": "zh"}')
    services.annotations().add("translation", "", "", Anchor(0, 0, ""), "no table")
    assert len(services.memories().memory) == 0
    assert len(services.annotations().of_kind("translation")) == 2
    services.close()


def test_the_memory_is_asked_first(tmp_path: Path, sample: Report) -> None:
    rule = RuleTranslator()
    services = FakeServices(tmp_path, rule)
    number = sentence_with(sample, "376亿元")
    sentences = [s.span.of(sample.text) for s in sample.sentences[number - 1 : number + 2]]
    services.memories().correct(sample, sample.sentences[number], "Cut by 37.6 billion yuan.").redo()
    done = dict(translate_sentences(services, ZH, Language.EN, sentences))
    assert done[1].engine == "memory"
    assert done[1].target == "Cut by 37.6 billion yuan."
    assert {done[0].engine, done[2].engine} == {"neural"}
    assert sentences[1] not in rule.asked
    services.close()


def test_what_is_in_the_memory_needs_no_model(tmp_path: Path, sample: Report) -> None:
    services = FakeServices(tmp_path, without_models=True)
    sentence = sample.sentences[5]
    services.memories().correct(sample, sentence, "By hand.").redo()
    queue = TranslationQueue([s.id for s in sample.sentences])
    shown: list[tuple[str, str]] = []
    work = fill(services, sample, queue)
    for step in work:
        assert isinstance(step.value, Filled)
        shown += [(s, t.target) for s, t in step.value.pairs]
        if shown:
            break
    with pytest.raises(MissingModel):
        next(work)
    assert shown == [(sentence.id, "By hand.")]
    done = list(translate_sentences(services, ZH, Language.EN, [sentence.span.of(sample.text)]))
    assert done[0][1].target == "By hand."
    services.close()


def test_the_history_keeps_a_step_that_fails() -> None:
    history, told = UndoHistory(), []

    def fail() -> None:
        raise OSError("full")

    history.add(Change(lambda: told.append("a"), lambda: None, "figures"))
    history.add(Change(fail, fail, "translations", large=True))
    assert history.is_large
    with pytest.raises(OSError, match="full"):
        history.undo()
    assert history.can_undo
    assert not history.can_redo
    history.clear()
    assert history.undo() is None
    assert history.redo() is None


def test_origin_is_written_as_a_word() -> None:
    assert [str(o) for o in Origin] == ["corrected", "imported"]
