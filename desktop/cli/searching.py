"""``report-reader search``: the passages nearest to a query, best first."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Final

from desktop.cli.commands import UsageError
from desktop.cli.output import JsonValue, show, show_json, tell
from desktop.cli.reports import open_reports, place
from desktop.services import Services, build_services
from desktop.translations import translate_sentences
from index.report import Language, Report

if TYPE_CHECKING:
    from index.search import Passage
    from models.translation import Translation

_MOST: Final = 1000


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument(
        "query", metavar="QUERY", help="what to look for, in Chinese (either script) or English"
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
        reports = {report.id: report for report in open_reports(services, arguments.report)}
        for report in reports.values():
            services.add_to_search(report)
        for notice in services.searcher().notices:
            tell(str(notice))
        passages = services.search(query, arguments.limit, tuple(reports))
        english = english_of(services, passages, reports) if arguments.english else {}
    finally:
        services.close()
    for passage in passages:
        if arguments.json:
            show_json(_record(passage, reports[passage.report_id], english))
        else:
            _show(passage, reports[passage.report_id], english, several=len(reports) > 1)
    if not passages:
        tell(f"nothing was found for {query!r}")
    return 0


def english_of(
    services: Services, passages: tuple[Passage, ...], reports: dict[str, Report]
) -> dict[int, str]:
    """The English of each passage by its rank, with its warning; passages of English reports are left out."""
    chinese = [p for p in passages if reports[p.report_id].language is Language.ZH]
    done = translate_sentences(services, Language.ZH, Language.EN, [p.text for p in chinese])
    return {chinese[at].rank: marked(each) for at, each in done}


def marked(translation: Translation) -> str:
    """The translated sentence, and what is to be said about it."""
    return f"{translation.target}  ⚠ {translation.warning}" if translation.warning else translation.target


def _record(passage: Passage, report: Report, english: dict[int, str]) -> dict[str, JsonValue]:
    record: dict[str, JsonValue] = {
        "rank": passage.rank,
        "score": passage.score,
        "report": passage.report_title,
        "path": report.path,
        "section": place(report, passage.span.start),
        "sentence": passage.sentence_id,
        "line": passage.line,
        "start": passage.start,
        "end": passage.end,
        "text": passage.text,
    }
    if passage.rank in english:
        record["english"] = english[passage.rank]
    return record


def _show(passage: Passage, report: Report, english: dict[int, str], *, several: bool) -> None:
    where = [passage.report_title] if several else []
    where += [place(report, passage.span.start) or "(before the first heading)", f"line {passage.line}"]
    show(f"{passage.rank:>2}. {passage.score:.2f}  {' · '.join(where)}")
    show(f"    {passage.text}")
    if passage.rank in english:
        show(f"    {english[passage.rank]}")
