"""What is shown, on pages: all of it, in order, with warnings, and never half a file."""

from __future__ import annotations

import re
import zlib
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.main_window import MainWindow
from desktop.printing.opener import Printing
from desktop.printing.pages import Look
from desktop.printing.pdf import write_pdf_steps
from tests.desktop.conftest import MakeWindow, settle


def printing_of(window: MainWindow) -> Printing:
    assert window.printing is not None
    return window.printing


def written(window: MainWindow, qtbot: QtBot, path: Path) -> int:
    job = printing_of(window).write(path)
    assert job is not None
    with qtbot.waitSignal(job.succeeded, timeout=60_000) as caught:
        pass
    return int(caught.args[0])


def pages_in(path: Path) -> int:
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", _inflated(path.read_bytes())))


def _inflated(data: bytes) -> bytes:
    """The file with its compressed parts after it."""
    parts = [data]
    for found in re.finditer(rb"stream\r?\n(.*?)endstream", data, re.DOTALL):
        try:
            parts.append(zlib.decompress(found[1]))
        except zlib.error:
            continue
    return b"".join(parts)


@pytest.mark.parametrize("layout", ["columns", "interleaved", "zh", "en"])
def test_every_layout_is_written_as_it_is_shown(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, layout: str
) -> None:
    window.actions_[f"layout.{layout}"].trigger()
    path = tmp_path / "报告.pdf"
    pages = written(window, qtbot, path)
    assert path.read_bytes().startswith(b"%PDF-")
    assert pages_in(path) == pages > 5
    assert [each.name for each in tmp_path.glob("*.pdf*")] == ["报告.pdf"]
    assert "pages written" in window.statusBar().currentMessage()


def test_one_language_takes_fewer_pages_than_two(window: MainWindow, tmp_path: Path) -> None:
    def pages(mode: str) -> int:
        steps = write_pdf_steps(tmp_path / f"{mode}.pdf", window.view.text, Look(mode))
        while True:
            try:
                next(steps)
            except StopIteration as end:
                return int(end.value)

    assert pages("zh") < pages("interleaved")


def test_what_is_stopped_leaves_the_old_file(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "old.pdf"
    path.write_bytes(b"the old one")
    steps = write_pdf_steps(path, window.view.text, Look())
    for _ in range(20):
        next(steps)
    steps.close()
    assert path.read_bytes() == b"the old one"
    assert not list(tmp_path.glob(".old.pdf*"))


def test_a_place_that_cannot_be_written_is_one_notice(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    job = printing_of(window).write(tmp_path / "nowhere" / "x.pdf")
    assert job is not None
    with qtbot.waitSignal(job.failed, timeout=20_000):
        pass
    qtbot.waitUntil(window.notice.isVisible)
    assert "x.pdf" in window.notice.text()


def test_pages_can_be_written_before_anything_is_translated(
    make_window: MakeWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window = make_window()
    qtbot.waitUntil(lambda: window.printing is not None)
    assert written(window, qtbot, tmp_path / "early.pdf") > 5
    settle(window, qtbot)


def marked(window: MainWindow, words: str, comment: str, tags: tuple[str, ...] = ()) -> None:
    from dataclasses import replace

    from index.notes import NoteShelf
    from index.notes.making import note_at
    from index.text import Span

    report = window.view.text.report
    at = report.text.index(words)
    note = replace(note_at(report, Span(at, at + len(words))), comment=comment, tags=tags)
    NoteShelf(window.services.annotations()).add([note]).redo()
    assert window.notes is not None
    window.notes.refresh()


def printed_text(path: Path) -> str:
    import pypdfium2

    with pypdfium2.PdfDocument(path) as document:
        return "".join(page.get_textpage().get_text_bounded() for page in document)


def colours_of(path: Path) -> set[tuple[int, ...]]:
    """The colours of the first page."""
    import pypdfium2

    with pypdfium2.PdfDocument(path) as document:
        image = document[0].render(scale=2).to_numpy()
    return {tuple(int(c) for c in pixel) for pixel in image.reshape(-1, image.shape[-1])[:, 2::-1]}


def test_notes_are_printed_with_what_is_written(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    marked(window, "全市生产总值", "Remark on output", ("coast",))
    marked(window, "一般公共预算收入", "")
    with_notes, without = tmp_path / "with.pdf", tmp_path / "without.pdf"
    written(window, qtbot, with_notes)
    words = printed_text(with_notes)
    assert words.count("Remark on output") == 1, "once, though it stands on both sides"
    assert "#coast" in words
    assert (0xFD, 0xE9, 0x8F) in colours_of(with_notes)
    window.actions_["print_notes"].trigger()
    assert not window.settings.print_notes
    written(window, qtbot, without)
    assert "Remark on output" not in printed_text(without)
    assert (0xFD, 0xE9, 0x8F) not in colours_of(without)
