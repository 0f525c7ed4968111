"""A brief as Markdown (CommonMark): each passage a quotation, with its place below it."""

from __future__ import annotations

from desktop.export.brief.page import Block, HeadingBlock, Lines, NoteBlock, Page, QuoteBlock
from desktop.export.escaping import markdown
from index.report import Language


def to_markdown(page: Page) -> str:
    """The text."""
    parts = [f"# {markdown(page.title)}", f"*{markdown(page.cover)}*"]
    for block in page.blocks:
        parts += _block(block, page)
    if page.sources:
        parts.append(f"## {markdown(page.words.sources)}")
        parts += [f"\\[{number}\\] {markdown(words)}" for number, words in page.sources]
    if page.note:
        parts.append(f"*{markdown(page.note)}*")
    return "\n\n".join(parts) + "\n"


def _block(block: Block, page: Page) -> list[str]:
    if isinstance(block, HeadingBlock):
        return [f"## {markdown(block.text)}"]
    if isinstance(block, NoteBlock):
        return [markdown(line) for line in block.lines]
    return _quote(block, page)


def _quote(block: QuoteBlock, page: Page) -> list[str]:
    slanted = block.language.other is Language.EN  # Chinese has no italics
    inside = [markdown(line) for line in block.source]
    inside += [f"*{markdown(line)}*" if slanted else markdown(line) for line in block.target]
    place = markdown(block.place) + _tail(block, page)
    inside.append(f"— \\[{block.number}\\] {place}")
    inside += [f"**⚠ {markdown(line)}**" for line in block.cautions]
    return [_quoted(tuple(inside)), *_remark(block, page)]


def _tail(block: QuoteBlock, page: Page) -> str:
    """What follows the place: the paragraph, and who translated."""
    paragraph = page.words.joint + markdown(block.paragraph) if block.paragraph else ""
    return paragraph + (f" · {markdown(block.made_by)}" if block.made_by else "")


def _remark(block: QuoteBlock, page: Page) -> list[str]:
    if not block.remark:
        return []
    first, *rest = block.remark
    label = page.words.remark
    gap = " " if label != label.rstrip() else ""
    return [f"**{label.rstrip()}**{gap}{markdown(first)}", *(markdown(line) for line in rest)]


def _quoted(lines: Lines) -> str:
    return "\n>\n".join(f"> {line}" for line in lines)
