"""A brief as one HTML page: nothing outside the file is asked for, and nothing in it runs."""

from __future__ import annotations

from html import escape
from typing import Final

from desktop.export.brief.page import Block, HeadingBlock, Lines, NoteBlock, Page, QuoteBlock, tag
from index.report import Language

_STYLE: Final = """
:root { color-scheme: light dark; --paper: #fcfbf8; --text: #22252a; --second: #474c55; --muted: #666b74;
  --rule: #e0dcd2; --accent: #a03a2c; --warning: #b3470f; --soft: #fdeadb; }
@media (prefers-color-scheme: dark) { :root { --paper: #1b1d21; --text: #dedbd4; --second: #b9b7b1; --muted: #a0a3ab;
  --rule: #383c44; --accent: #ea8b7a; --warning: #f5a06b; --soft: #43301f; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--text); font: 1rem/1.65 Inter, "Segoe UI", "Helvetica Neue",
  "Noto Sans", sans-serif; overflow-wrap: anywhere; }
:lang(zh) { font-family: "Source Han Sans SC", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
main { max-width: 44rem; margin: 0 auto; padding: 3.5rem 1.5rem 4rem; }
h1 { font-size: 1.9rem; line-height: 1.3; margin: 0 0 .4rem; text-wrap: balance; }
h2 { font-size: 1.25rem; line-height: 1.4; margin: 2.6rem 0 .8rem; }
header { border-bottom: 2px solid var(--accent); padding-bottom: 1.1rem; margin-bottom: 2rem; }
.cover { color: var(--muted); margin: 0; }
.note p { margin: .7rem 0; }
figure { margin: 1.6rem 0; padding-left: 1.1rem; border-left: 3px solid var(--rule); }
blockquote { margin: 0 0 .5rem; }
blockquote p { margin: 0 0 .4rem; }
blockquote.source { font-size: 1.05rem; line-height: 1.8; }
blockquote.target { color: var(--second); }
blockquote.target:lang(en) { font-style: italic; }
figcaption { color: var(--muted); font-size: .83rem; line-height: 1.5; }
.number { color: var(--accent); font-variant-numeric: tabular-nums; }
figcaption cite { font-style: normal; }
.caution { color: var(--warning); background: var(--soft); border-radius: 4px; padding: .15rem .5rem; margin: .4rem 0 0;
  width: fit-content; }
.remark { margin: .8rem 0 0; }
.remark p { margin: 0 0 .3rem; }
.sources { border-top: 1px solid var(--rule); margin-top: 3rem; font-size: .9rem; }
.sources h2 { margin-top: 1.2rem; }
.sources ol { list-style: none; margin: 0; padding: 0; }
.sources li { padding-left: 2.4rem; text-indent: -2.4rem; margin: .4rem 0; }
.about { color: var(--muted); margin: 1.2rem 0 0; }
.sources .number { display: inline-block; width: 2.4rem; text-indent: 0; }
@media print { :root { --paper: #fff; --text: #000; --second: #333; --muted: #555; --rule: #bbb; --accent: #8a2f22;
  --warning: #8f3a0b; --soft: #fff; } main { max-width: none; padding: 0; } body { font-size: 10.5pt; }
  figure, .sources li { break-inside: avoid; } h2 { break-after: avoid; } @page { margin: 22mm 24mm; } }
"""
_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'"


def to_html(page: Page) -> str:
    """The page."""
    head = [
        "<!DOCTYPE html>",
        f'<html lang="{tag(page.language)}">',
        '<head>\n<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="color-scheme" content="light dark">',
        f"<title>{escape(page.title)}</title>",
        f"<style>{_STYLE}</style>\n</head>\n<body>\n<main>",
        f"<header>\n<h1{_lang_of(page.title, page)}>{escape(page.title)}</h1>",
        f'<p class="cover">{escape(page.cover)}</p>\n</header>',
    ]
    return "\n".join([*head, *(_block(block, page) for block in page.blocks), *_sources(page)]) + (
        "\n</main>\n</body>\n</html>\n"
    )


def _block(block: Block, page: Page) -> str:
    if isinstance(block, HeadingBlock):
        return f"<h2{_lang_of(block.text, page)}>{escape(block.text)}</h2>"
    if isinstance(block, NoteBlock):
        return f'<div class="note">{_own(block.lines, page)}</div>'
    return _quote(block, page)


def _quote(block: QuoteBlock, page: Page) -> str:
    source, target = tag(block.language), tag(block.language.other)
    parts = [f'<figure>\n<blockquote class="source" lang="{source}">{_paragraphs(block.source)}</blockquote>']
    if block.target:
        parts.append(f'<blockquote class="target" lang="{target}">{_paragraphs(block.target)}</blockquote>')
    where = f'<span class="number">[{block.number}]</span> <cite lang="{source}">{escape(block.place)}</cite>'
    if block.paragraph:
        where += escape(page.words.joint + block.paragraph)
    if block.made_by:
        where += f' · <span class="made-by">{escape(block.made_by)}</span>'
    cautions = "".join(f'<p class="caution">⚠ {escape(line)}</p>' for line in block.cautions)
    parts.append(f"<figcaption>{where}{cautions}</figcaption>")
    if block.remark:
        first, *rest = block.remark
        lines = [f"<strong>{escape(page.words.remark)}</strong>{_span(first, page)}"]
        lines += [_span(line, page) for line in rest]
        parts.append('<div class="remark">' + "".join(f"<p>{line}</p>" for line in lines) + "</div>")
    return "\n".join([*parts, "</figure>"])


def _sources(page: Page) -> list[str]:
    if not page.sources:
        return []
    rows = [
        f'<li{_lang_of(words, page)}><span class="number">[{number}]</span>{escape(words)}</li>'
        for number, words in page.sources
    ]
    return [
        f'<section class="sources">\n<h2>{escape(page.words.sources)}</h2>\n<ol>', *rows, "</ol>",
        *([f'<p class="about">{escape(page.note)}</p>'] if page.note else []), "</section>",
    ]  # fmt: skip


def _paragraphs(lines: Lines) -> str:
    return "".join(f"<p>{escape(line)}</p>" for line in lines)


def _own(lines: Lines, page: Page) -> str:
    return "".join(f"<p{_lang_of(line, page)}>{escape(line)}</p>" for line in lines)


def _span(words: str, page: Page) -> str:
    lang = _lang_of(words, page)
    return f"<span{lang}>{escape(words)}</span>" if lang else escape(words)


def _lang_of(words: str, page: Page) -> str:
    """A ``lang`` for words of the user's that are not in the language of the frame: a screen reader reads them aright."""
    han = sum("\u3400" <= c <= "\u9fff" for c in words)
    letters = sum(c.isalpha() for c in words)
    if not letters:
        return ""
    language = Language.ZH if han * 2 > letters else Language.EN
    return f' lang="{tag(language)}"' if language is not page.language else ""
