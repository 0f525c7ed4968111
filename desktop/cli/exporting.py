"""``report-reader export``: a report with its translation, for a browser, an editor or a translation tool."""

from __future__ import annotations

import argparse
from typing import Final

from desktop.cli.commands import UsageError
from desktop.cli.output import Progress, tell, write_output
from desktop.export.bilingual import Rendered, to_html, to_markdown, to_tmx
from desktop.services import Services, build_services
from desktop.translations import translate_sentences
from index.readers import open_report
from index.report import Report

_FORMATS: Final = {"html": to_html, "md": to_markdown, "tmx": to_tmx}

FILES = ("file",)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("file", metavar="FILE", help="a report")
    parser.add_argument(
        "--format", choices=(*_FORMATS, "docx"), default="html", help="html (the default), md or tmx"
    )
    parser.add_argument("--output", metavar="PATH", help="write to this file")


def run(arguments: argparse.Namespace) -> int:
    """Translate what is not translated yet, and write."""
    if arguments.format == "docx":
        raise UsageError("export to docx is not built yet; html, md and tmx are")
    services = build_services(arguments.data_dir)
    try:
        report = open_report(arguments.file)
        translations = translate_report(services, report)
    finally:
        services.close()
    write_output(arguments.output, _FORMATS[arguments.format](report, translations))
    doubtful = sum(1 for rendered in translations.values() if rendered.warning)
    if doubtful:
        tell(f"{doubtful} of {len(translations)} sentences carry a warning; they are marked")
    return 0


def translate_report(services: Services, report: Report) -> dict[str, Rendered]:
    """Every sentence of the report, translated, by its id."""
    sentences = [sentence.span.of(report.text) for sentence in report.sentences]
    progress = Progress("translated", len(sentences))
    done: dict[str, Rendered] = {}
    for place, translation in translate_sentences(
        services, report.language, report.language.other, sentences
    ):
        made_by = {"neural": "machine", "none": "none"}.get(translation.engine, "memory")
        if translation.entry is not None and translation.entry.origin == "corrected":
            made_by = "corrected"
        done[report.sentences[place].id] = Rendered(translation.target, translation.warning, made_by)
        progress.advance(len(done))
    return done
