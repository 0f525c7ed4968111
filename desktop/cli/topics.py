"""``report-reader topics``: what reports are about, and two reports side by side on one subject."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from desktop.cli.commands import UsageError
from desktop.cli.output import JsonValue, Progress, shorten, show, show_json, table, tell
from desktop.cli.reports import library_paths, place, sample_path
from desktop.services import build_services
from desktop.steps import drain
from desktop.topics.loading import Mapped, TopicShelf
from index.errors import UnreadableReport
from index.gazetteer import english_place
from index.indicators.spoken import in_english

if TYPE_CHECKING:
    from index.report import Report
    from index.topics import Pair, Told, Topic, TopicMap

_WIDE: Final = 6
"""More reports than this do not get a column each."""

FILES = ("files",)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("files", nargs="*", metavar="FILE", help="reports; without any, those of the library")
    parser.add_argument(
        "--on", default="", metavar="SUBJECT", help="set two reports side by side on a topic, or on any words"
    )
    parser.add_argument("--finer", action="store_true", help="list the topics within large topics, too")
    parser.add_argument(
        "--limit", type=int, default=20, metavar="N", help="with --on: how many passages of each"
    )
    parser.add_argument("--json", action="store_true", help="one JSON object a line")


def run(arguments: argparse.Namespace) -> int:
    """Sort the passages and show the topics, or what two reports say."""
    subject = str(arguments.on).strip()
    if subject and len(dict.fromkeys(arguments.files)) != 2:
        raise UsageError("--on sets two reports side by side: name two files")
    if arguments.limit < 1:
        raise UsageError("--limit takes a number from 1")
    services = build_services(arguments.data_dir)
    try:
        shelf = TopicShelf(services)
        mapped = _read(shelf, arguments.files or [*library_paths(services), str(sample_path())])
        if subject:
            return _show_pairs(shelf, mapped, subject, arguments)
    finally:
        services.close()
    assert mapped.topics is not None
    _show_map(mapped.topics, arguments)
    return 0 if mapped.reports else 1


def _read(shelf: TopicShelf, paths: list[str]) -> Mapped:
    progress = Progress("Reading", len(paths))
    mapped = drain(shelf.load(paths), lambda step: progress.advance(step.done))
    assert isinstance(mapped, Mapped)
    for line in mapped.left_out:
        tell(f"left out: {line}")
    return mapped


# --- the map


def _show_map(topics: TopicMap, arguments: argparse.Namespace) -> None:
    if arguments.json:
        for topic in topics.topics:
            show_json(_record(topic, topics))
        return
    reports = topics.reports
    columns = reports if 1 < len(reports) <= _WIDE else ()
    rows = []
    for topic in topics.topics:
        rows.append(_row(topic, topics, columns, ""))
        if arguments.finer:
            rows += [_row(each, topics, columns, "  ") for each in topic.finer]
    if rows:
        heads = ("主题", "Topic", "Passages", "Share", *(_short(report) for report in columns))
        for line in table(heads, rows, frozenset(range(2, len(heads)))):
            show(line)


def _row(topic: Topic, topics: TopicMap, columns: tuple[Report, ...], indent: str) -> list[str]:
    return [
        indent + shorten(topic.name_zh, 40),
        indent + shorten(topic.name_en, 54),
        str(len(topic.extracts)),
        f"{topic.characters / max(1, topics.characters):.1%}",
        *(f"{topic.shares.get(report.id, 0):.1%}" for report in columns),
    ]


def _record(topic: Topic, topics: TopicMap) -> dict[str, JsonValue]:
    return {
        "id": topic.id,
        "name": topic.name_zh,
        "name_en": topic.name_en,
        "passages": len(topic.extracts),
        "characters": topic.characters,
        "share": round(topic.characters / max(1, topics.characters), 4),
        "reports": [
            {
                "report": report.title,
                "path": report.path,
                "share": round(topic.shares.get(report.id, 0.0), 4),
                "passages": [_place_of(report, e.span.start, e.span.end) for e in topic.of(report.id)],
            }
            for report in topics.reports
        ],
        "typical": [each.text for each in topic.typical],
        "finer": [_record(each, topics) for each in topic.finer],
    }


def _place_of(report: Report, start: int, end: int) -> dict[str, JsonValue]:
    (line, column), (last, stop) = report.line_of(start), report.line_of(end)
    return {"line": line, "start": column, "end_line": last, "end": stop, "section": place(report, start)}


# --- two reports


def _show_pairs(shelf: TopicShelf, mapped: Mapped, subject: str, arguments: argparse.Namespace) -> int:
    from index.topics import compare_on

    if len(mapped.reports) < 2:
        if mapped.left_out:
            return 1
        raise UnreadableReport(arguments.files[1], "it is the same report as the first one")
    assert mapped.topics is not None
    left, right = mapped.reports
    found = mapped.topics.named(subject)
    figures = {s.report.id: shelf.figures(s.report) for s in mapped.reports}
    pairs = compare_on(found or subject, left, right, shelf.sorter(), figures, arguments.limit)
    if not pairs:
        tell(f"neither report says anything on {subject!r}")
        return 1
    if arguments.json:
        for pair in pairs:
            show_json({"left": _told(pair.left), "right": _told(pair.right)})
        return 0
    show(f"{found.name_zh} {found.name_en}" if found else subject)
    for line in _pair_lines(pairs, (left.report, right.report)):
        show(line)
    return 0


def _told(told: Told | None) -> JsonValue:
    if told is None:
        return None
    report, span = told.extract.report, told.extract.span
    return {
        "report": report.title,
        "path": report.path,
        **_place_of(report, span.start, span.end),
        "text": told.extract.text,
        "score": told.score,
        "theme": told.extract.theme.id,
        "figures": [
            {"name": i.name, "name_en": i.name_en, "text": i.text, "value_en": in_english(i.quantity)}
            for i in told.indicators
        ],
    }


def _pair_lines(pairs: tuple[Pair, ...], reports: tuple[Report, Report]) -> Iterator[str]:
    for number, pair in enumerate(pairs, 1):
        yield ""
        for told, report in zip((pair.left, pair.right), reports, strict=True):
            if told is None:
                yield f"{number:>2}. {_short(report)}: –"
                continue
            line, _ = report.line_of(told.extract.span.start)
            yield f"{number:>2}. {_short(report)} · {place(report, told.extract.span.start) or '(before the first heading)'} · line {line}"
            yield f"    {' '.join(told.extract.text.split())}"
            for indicator in told.indicators:
                value = f"{indicator.text} = {in_english(indicator.quantity)}"
                yield f"      {indicator.name} ({indicator.name_en}): {value}"


def _short(report: Report) -> str:
    name = english_place(report.place) if report.place else shorten(report.title, 24)
    return f"{name} {report.year}" if report.year else name
