"""``report-reader tour``: what the reader does, shown in a terminal, with the same parts as in the window."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from desktop.cli.commands import main
from desktop.cli.output import show, tell
from desktop.cli.reports import place, sample_path
from desktop.cli.searching import english_of, marked
from desktop.services import Services, build_services
from desktop.translations import translate_sentences
from index.errors import ReaderError, UnusableOutput
from index.readers import open_report
from index.report import Paragraph, Report, Section

if TYPE_CHECKING:
    from index.indicators import Indicator

_QUERIES: Final = (
    ("English", "opening up and foreign trade"),
    ("English", "affordable housing and old neighbourhoods"),
    ("Simplified", "海洋经济"),
    ("Simplified", "老年人的生活有人照顾"),
    ("Traditional", "營商環境"),
)
_HITS: Final = 2
_INDICATORS: Final = 10
_PASSAGES: Final = 3
_SENTENCES: Final = 3
_SCREENSHOT_SECONDS: Final = 180

FILES = ("file",)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("file", nargs="?", metavar="FILE", help="a report; without it, the sample")
    parser.add_argument("--no-screenshot", action="store_true", help="leave the window out")


def run(arguments: argparse.Namespace) -> int:
    """Go through it; a part that fails says why and the tour goes on."""
    services = build_services(arguments.data_dir)
    try:
        file = Path(arguments.file).absolute() if arguments.file else sample_path()
        started = time.perf_counter()
        report = open_report(file)
        _show_report(report, time.perf_counter() - started)
        parts: list[Callable[[Services, Report], None]] = [
            _show_searches,
            _show_indicators,
            _show_translations,
        ]
        if not arguments.no_screenshot:
            parts.append(_show_window)
        failed = 0
        for part in parts:
            try:
                part(services, report)
            except ReaderError as error:
                failed += 1
                tell(str(error))
            sys.stdout.flush()
    finally:
        services.close()
    return 1 if failed else 0


def _title(text: str) -> None:
    show()
    show(f"── {text} " + "─" * max(4, 76 - len(text)))


def _show_report(report: Report, seconds: float) -> None:
    _title("The report")
    show(f"{report.title}")
    show(f"{report.path}")
    show(
        f"{len(report.text):,} characters, {len(report.paragraphs)} paragraphs, {len(report.sentences)} sentences; "
        f"opened in {seconds * 1000:.0f} ms"
    )
    show()
    for section in report.sections:
        _show_section(report, section, 0)


def _show_section(report: Report, section: Section, depth: int) -> None:
    show(f"{'  ' * depth}{section.number}{section.title}  (line {report.line_of(section.heading.start)[0]})")
    if depth < 1:
        for child in section.children:
            _show_section(report, child, depth + 1)


def _show_searches(services: Services, report: Report) -> None:
    _title("Search by meaning")
    started = time.perf_counter()
    services.add_to_search(report)
    show(f"indexed in {(time.perf_counter() - started) * 1000:.0f} ms")
    for script, query in _QUERIES:
        started = time.perf_counter()
        passages = services.search(query, _HITS, (report.id,))
        seconds = time.perf_counter() - started
        english = english_of(services, passages, {report.id: report})
        show()
        show(f"{query}  ({script}, {seconds * 1000:.0f} ms)")
        for passage in passages:
            where = place(report, passage.span.start) or "(before the first heading)"
            show(f"  {passage.rank}. {where} · line {passage.line}")
            show(f"     {passage.text}")
            if passage.rank in english:
                show(f"     {english[passage.rank]}")


def _show_indicators(services: Services, report: Report) -> None:
    _title("Indicators")
    started = time.perf_counter()
    indicators = services.indicators(report)
    seconds = time.perf_counter() - started
    linked = [indicator for indicator in indicators if indicator.links]
    show(
        f"{len(indicators)} figures found in {seconds * 1000:.0f} ms, {len(linked)} of them linked; ten of them:"
    )
    by_id = {indicator.id: indicator for indicator in indicators}
    chosen = _choose(linked, indicators)
    for indicator in chosen:
        show()
        show(f"{indicator.name} ({indicator.name_en}): {_figure(indicator)}")
        for link in indicator.links:
            if link in by_id:
                show(f"  ↔ {_figure(by_id[link])}")


def _choose(linked: list[Indicator], indicators: tuple[Indicator, ...]) -> list[Indicator]:
    """Linked figures first, each pair once; then others, in reading order."""
    chosen: list[Indicator] = []
    shown: set[str] = set()
    for indicator in [*linked, *indicators]:
        if indicator.id not in shown and len(chosen) < _INDICATORS:
            chosen.append(indicator)
            shown.update((indicator.id, *indicator.links))
    return sorted(chosen, key=lambda indicator: indicator.span.start)


def _figure(indicator: Indicator) -> str:
    return (
        f"{indicator.text}  [{indicator.period} {indicator.status}, {indicator.kind}, line {indicator.line}]"
    )


def _show_translations(services: Services, report: Report) -> None:
    _title("Translation")
    for paragraph in _passages(report):
        sentences = [sentence.span.of(report.text) for sentence in paragraph.sentences[:_SENTENCES]]
        started = time.perf_counter()
        done = dict(translate_sentences(services, report.language, report.language.other, sentences))
        seconds = time.perf_counter() - started
        show()
        show(f"line {report.line_of(paragraph.span.start)[0]}, {len(sentences)} sentences, {seconds:.2f} s")
        for number, sentence in enumerate(sentences):
            show(f"  {sentence}")
            show(f"  {marked(done[number])}")


def _passages(report: Report) -> list[Paragraph]:
    """Paragraphs of running text from the beginning, the middle and the last third."""
    running = [p for p in report.paragraphs if not p.level and len(p.sentences) > 1] or list(
        report.paragraphs
    )
    places = [
        min(len(running) - 1, len(running) * part // (_PASSAGES + 1)) for part in range(1, _PASSAGES + 1)
    ]
    return [running[at] for at in dict.fromkeys(places)]


def _show_window(services: Services, report: Report) -> None:
    _title("The window")
    picture = _picture_path(services)
    environment = dict(os.environ, REPORT_READER_DATA=str(services.data_folder))
    if not (environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY")) and sys.platform.startswith(
        "linux"
    ):
        environment["QT_QPA_PLATFORM"] = "offscreen"
    command = [sys.executable, "-m", "desktop", report.path, "--screenshot", str(picture)]
    try:
        done = subprocess.run(
            command,
            env=environment,
            cwd=Path(__file__).resolve().parents[2],
            capture_output=True,
            text=True,
            timeout=_SCREENSHOT_SECONDS,
            check=False,
        )
        reason = (done.stderr.strip().splitlines() or ["no reason given"])[-1]
    except subprocess.TimeoutExpired:
        reason = f"it was not ready after {_SCREENSHOT_SECONDS} seconds"
    if not picture.is_file():
        raise UnusableOutput(str(picture), reason.removeprefix("report-reader: "))
    show(f"screenshot: {picture}")


def _picture_path(services: Services) -> Path:
    """Where the screenshot goes: the data folder, or a temporary one where that cannot be written."""
    folder = services.data_folder / "tour"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError:
        folder = Path(tempfile.mkdtemp(prefix="report-reader-"))
    picture = folder / "window.png"
    picture.unlink(missing_ok=True)
    return picture


if __name__ == "__main__":
    raise SystemExit(main(["tour", *sys.argv[1:]]))
