"""A report with its translation, as HTML, Markdown or TMX (the exchange format of translation memories)."""

from __future__ import annotations

import html
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from desktop.export.escaping import clean, markdown
from index.report import Language, Paragraph, Report

_STYLE: Final = """
body { font: 16px/1.7 "Noto Sans CJK SC", "Noto Sans SC", "Microsoft YaHei", "PingFang SC", sans-serif;
       max-width: 76rem; margin: 2rem auto; padding: 0 1rem; color: #1c1c1c; background: #fff; }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: 2rem; margin: .6rem 0; }
.heading { font-weight: 600; margin-top: 1.6rem; }
.warning { background: #fff3cd; border-bottom: 2px solid #d39e00; }
@media (max-width: 45rem) { .pair { grid-template-columns: 1fr; gap: .3rem; } }
@media print { .pair { break-inside: avoid; } }
"""


@dataclass(frozen=True, slots=True)
class Rendered:
    """What is to be shown for one sentence: its translation, and a warning where it has one.

    ``made_by`` is ``corrected``, ``memory`` or ``machine``; ``none`` where there is no translation.
    """

    target: str
    warning: str = ""
    made_by: str = ""


Translations = Mapping[str, Rendered]
"""By sentence id."""


def to_html(report: Report, translations: Translations) -> str:
    """One self-contained page, the two languages side by side."""
    source, target = report.language, report.language.other
    rows = []
    for paragraph in report.paragraphs:
        kind = "pair heading" if paragraph.level else "pair"
        rows.append(
            f'<div class="{kind}">'
            f'<div lang="{_tag(source)}">{_html_source(report, paragraph)}</div>'
            f'<div lang="{_tag(target)}">{_html_target(paragraph, translations, target)}</div></div>'
        )
    title = html.escape(clean(report.title))
    return (
        f'<!DOCTYPE html>\n<html lang="{_tag(source)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{title}</title>\n'
        f"<style>{_STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>\n"
        + "\n".join(rows)
        + "\n</body>\n</html>\n"
    )


def to_markdown(report: Report, translations: Translations) -> str:
    """The paragraphs in turn, each with its translation as a quotation below it."""
    lines = [f"# {markdown(report.title)}", ""]
    for paragraph in report.paragraphs:
        mark = "#" * min(6, paragraph.level + 1) + " " if paragraph.level else ""
        lines += [mark + markdown(paragraph.span.of(report.text)), ""]
        parts = []
        for sentence in paragraph.sentences:
            rendered = translations.get(sentence.id)
            if rendered is not None:
                warning = f" *[{markdown(rendered.warning)}]*" if rendered.warning else ""
                parts.append(markdown(rendered.target) + warning)
        if parts:
            lines += ["> " + _joiner(report.language.other).join(parts), ""]
    return "\n".join(lines)


def to_tmx(report: Report, translations: Translations) -> str:
    """A translation unit for each sentence, TMX 1.4; sentences with a warning carry it as a note."""
    from models.memory import Entry, one_line
    from models.tmx import Unit
    from models.tmx import to_tmx as write

    units = []
    for sentence in report.sentences:
        rendered = translations.get(sentence.id)
        if rendered is not None and rendered.target.strip() and rendered.made_by != "none":
            source = one_line(sentence.span.of(report.text))
            entry = Entry(source, one_line(rendered.target), report.language)
            units.append(Unit(entry, sentence.id, rendered.warning, rendered.made_by))
    return write(units, report.language)


def _html_source(report: Report, paragraph: Paragraph) -> str:
    return html.escape(clean(paragraph.span.of(report.text)))


def _html_target(paragraph: Paragraph, translations: Translations, target: Language) -> str:
    parts = []
    for sentence in paragraph.sentences:
        rendered = translations.get(sentence.id)
        if rendered is None:
            continue
        text = html.escape(clean(rendered.target))
        if rendered.warning:
            text = f'<span class="warning" title="{html.escape(clean(rendered.warning))}">{text} ⚠</span>'
        parts.append(text)
    return _joiner(target).join(parts)


def _joiner(language: Language) -> str:
    return " " if language is Language.EN else ""


def _tag(language: Language) -> str:
    return "zh-CN" if language is Language.ZH else "en"
