"""``report-reader search``: the passages nearest to a query, best first."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from desktop.cli.commands import UsageError
from desktop.cli.output import JsonValue, Progress, show, show_json, tell
from desktop.cli.reports import open_reports, place
from desktop.services import Services, build_services
from desktop.translations import translate_sentences
from index.errors import ReaderError
from index.query import parse_query
from index.readers import open_report
from index.report import Language, Report

if TYPE_CHECKING:
    from index.indicators import Indicator
    from index.search import FigureHit, Passage
    from models.translation import Translation

_MOST: Final = 1000
_FEW: Final = 4
"""In so many reports the figures are looked for, too: a third of a second each."""

FILES = ("report",)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument(
        "query",
        metavar="QUERY",
        help='what to look for, in Chinese (either script) or English; "exact words", -word, section:, report:, '
        "year:2024 and has:target narrow it down",
    )
    parser.add_argument(
        "--report",
        action="append",
        default=[],
        metavar="FILE",
        help="search this report (may be given again); without it, the library and the sample",
    )
    parser.add_argument("--limit", type=int, default=10, metavar="N", help="how many passages at most (10)")
    parser.add_argument("--english", action="store_true", help="with the English of each passage")
    parser.add_argument("--json", action="store_true", help="one JSON object a line")


def run(arguments: argparse.Namespace) -> int:
    """Search and show."""
    query = str(arguments.query).strip()
    if not query:
        raise UsageError("the query is empty")
    if not 1 <= arguments.limit <= _MOST:
        raise UsageError(f"--limit takes a number from 1 to {_MOST}")
    services = build_services(arguments.data_dir)
    try:
        if arguments.report:
            found = _of_reports(services, query, arguments)
        else:
            found = _of_library(services, query, arguments)
        english = english_of(services, found.passages, found.reports) if arguments.english else {}
    finally:
        services.close()
    if not arguments.json:
        for hit in found.figures:
            show(f"  = {_figure_words(hit.indicator)}")
    for passage in found.passages:
        if arguments.json:
            show_json(_record(passage, found, english))
        else:
            _show(passage, found, english)
    if not found.passages:
        tell(f"nothing was found for {query!r}{_advice(query)}")
    return 0


@dataclass(frozen=True, slots=True)
class _Found:
    passages: tuple[Passage, ...]
    figures: tuple[FigureHit, ...]
    reports: dict[str, Report]
    """Those of the passages that can be read."""
    paths: dict[str, str]
    several: bool


def _of_reports(services: Services, query: str, arguments: argparse.Namespace) -> _Found:
    reports = {report.id: report for report in open_reports(services, arguments.report)}
    for report in reports.values():
        services.add_to_search(report)
    for notice in services.searcher().notices:
        tell(str(notice))
    paths = {report.id: report.path for report in reports.values()}
    chosen, limit = tuple(reports), arguments.limit
    if len(reports) > _FEW:  # looking for their figures would take longer than anyone waits
        found = services.searcher().search(query, limit, chosen, services.rendered(query))
        return _Found(found, (), reports, paths, several=True)
    passages, figures = services.answer(query, limit, chosen)
    return _Found(passages, figures, reports, paths, len(reports) > 1)


def _of_library(services: Services, query: str, arguments: argparse.Namespace) -> _Found:
    library = services.library_search()
    steps = library.sync_steps()
    progress = None
    try:
        while True:
            done, total = next(steps)
            if total:
                progress = progress or Progress("indexed", total)
                progress.advance(done)
    except StopIteration as end:
        for error in end.value.left_out:
            tell(f"left out: {error}")
    for notice in library.notices:
        tell(str(notice))
    passages = library.search(query, arguments.limit)
    reports: dict[str, Report] = {}
    paths: dict[str, str] = {}
    for report_id in dict.fromkeys(p.report_id for p in passages):
        known = library.report(report_id)
        if known is None:
            continue
        paths[report_id] = known.path
        try:
            reports[report_id] = open_report(known.path)
        except ReaderError as error:
            tell(f"found in the index alone: {error}")
    return _Found(passages, (), reports, paths, several=True)


def _advice(query: str) -> str:
    """What else to try."""
    asked = parse_query(query)
    if asked.narrows or asked.reports or asked.years:
        return "; without its filters and quotation marks it may find something"
    return "" if any(char.isalnum() for char in asked.text) else "; it has no words"


def english_of(
    services: Services, passages: tuple[Passage, ...], reports: dict[str, Report]
) -> dict[int, str]:
    """The English of each passage by its rank, with its warning; passages of English reports are left out."""
    foreign = {report.id for report in reports.values() if report.language is not Language.ZH}
    chinese = [p for p in passages if p.report_id not in foreign]
    done = translate_sentences(services, Language.ZH, Language.EN, [p.text for p in chinese])
    return {chinese[at].rank: marked(each) for at, each in done}


def marked(translation: Translation) -> str:
    """The translated sentence, and what is to be said about it."""
    return f"{translation.target}  ⚠ {translation.warning}" if translation.warning else translation.target


def _record(passage: Passage, found: _Found, english: dict[int, str]) -> dict[str, JsonValue]:
    report, reason = found.reports.get(passage.report_id), passage.reason
    record: dict[str, JsonValue] = {
        "rank": passage.rank,
        "score": passage.score,
        "report": passage.report_title,
        "path": found.paths.get(passage.report_id, ""),
        "section": place(report, passage.span.start) if report else passage.section_title,
        "sentence": passage.sentence_id,
        "line": passage.line,
        "start": passage.start,
        "end": passage.end,
        "text": passage.text,
        "why": {
            "meaning": round(reason.meaning, 4),
            "words": round(reason.words, 4),
            "figure": round(reason.figure, 4),
        },
        "matches": [[passage.start + m.start, passage.start + m.end] for m in reason.matches],
    }
    figures = [_figure(hit) for hit in found.figures if hit.indicator.id == reason.indicator]
    if figures:
        record["indicator"] = figures[0]
    if passage.rank in english:
        record["english"] = english[passage.rank]
    return record


def _figure(hit: FigureHit) -> dict[str, JsonValue]:
    indicator = hit.indicator
    return {
        "id": indicator.id,
        "name": indicator.name,
        "name_en": indicator.name_en,
        "text": indicator.text,
        "value": str(indicator.quantity.value),
        "unit": indicator.quantity.unit,
        "period": indicator.period,
        "status": str(indicator.status),
    }


def _figure_words(indicator: Indicator) -> str:
    """``地区生产总值 (GDP), 2024 target: 5.5%左右``."""
    when = f"{indicator.period} {indicator.status}".strip()
    return f"{indicator.name} ({indicator.name_en}), {when}: {indicator.text}"


def _show(passage: Passage, found: _Found, english: dict[int, str]) -> None:
    report = found.reports.get(passage.report_id)
    where = [passage.report_title] if found.several else []
    section = place(report, passage.span.start) if report else passage.section_title
    where += [section or "(before the first heading)", f"line {passage.line}"]
    show(f"{passage.rank:>2}. {passage.score:.2f}  {' · '.join(where)}")
    show(f"    {passage.text}")
    if passage.rank in english:
        show(f"    {english[passage.rank]}")
