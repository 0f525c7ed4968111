"""Notes as Markdown (CommonMark): the words a quotation, what was written below it."""

from __future__ import annotations

from desktop.export.escaping import markdown
from desktop.export.notes.page import NoteBlock, NotesPage
from index.report import Language


def to_markdown(page: NotesPage) -> str:
    """The text."""
    parts = [f"# {markdown(page.title)}", f"*{markdown(page.cover)}*"]
    for report in page.reports:
        parts.append(f"## {markdown(report.title)}")
        for block in report.notes:
            parts += _note(block)
    return "\n\n".join(parts) + "\n"


def _note(block: NoteBlock) -> list[str]:
    slanted = block.note.language.other is Language.EN  # Chinese has no italics
    inside = [markdown(line) for line in block.source]
    inside += [f"*{markdown(line)}*" if slanted else markdown(line) for line in block.target]
    inside.append(
        f"— {markdown(block.place)} · {markdown(block.mark)}" if block.place else f"— {markdown(block.mark)}"
    )
    parts = ["\n>\n".join(f"> {line}" for line in inside)]
    parts += [markdown(line) for line in block.comment]
    if block.tags:
        parts.append(" ".join(f"`#{tag.replace('`', chr(39))}`" for tag in block.tags))
    return parts
