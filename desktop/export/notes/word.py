"""Notes as a Word document: the words marked in their colours, what was written below. Writes with python-docx."""

from __future__ import annotations

from io import BytesIO
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from desktop.export.brief.word import PLACE, REMARK, SOURCE, TARGET, set_up
from desktop.export.notes.page import NoteBlock, NotesPage
from index.notes.model import Colour, Look
from index.report import Language

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.run import Run

_GROUNDS: Final = MappingProxyType(
    dict(zip(Colour, ("FDE98F", "CBEDC2", "CDE2FB", "FBD3DF", "E4D7F8"), strict=True))
)
_INKS: Final = MappingProxyType(
    dict(zip(Colour, ("8A6200", "2C7530", "1F62A8", "B02F66", "6C45B4"), strict=True))
)


def to_word(page: NotesPage) -> bytes:
    """The file."""
    import docx

    document = docx.Document()
    set_up(document, page.title, page.language)
    document.add_paragraph(page.title, style="Title")
    document.add_paragraph(page.cover, style="Subtitle")
    for report in page.reports:
        document.add_heading(report.title, level=1)
        for block in report.notes:
            _add(document, block)
    data = BytesIO()
    document.save(data)
    return data.getvalue()


def _add(document: Document, block: NoteBlock) -> None:
    paragraphs = []
    for line in block.source:
        paragraph = document.add_paragraph(style=SOURCE)
        _mark(paragraph.add_run(line), block)
        paragraphs.append(paragraph)
    for line in block.target:
        paragraph = document.add_paragraph(line, style=TARGET)
        paragraph.runs[0].italic = block.note.language.other is Language.EN  # Chinese has no italics
        paragraphs.append(paragraph)
    place = document.add_paragraph(style=PLACE)
    place.add_run(
        " · ".join(part for part in (block.place, block.mark, *(f"#{tag}" for tag in block.tags)) if part)
    )
    paragraphs.append(place)
    paragraphs += [document.add_paragraph(line, style=REMARK) for line in block.comment]
    for paragraph in paragraphs[:-1]:
        paragraph.paragraph_format.keep_with_next = True


def _mark(run: Run, block: NoteBlock) -> None:
    """A ground of the note's own colour (Word's highlighter knows none as soft), or a line in its ink."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    properties = run._r.get_or_add_rPr()  # noqa: SLF001 - python-docx has neither
    if block.note.look is Look.BOOKMARK:
        return
    if block.note.look is Look.HIGHLIGHT:
        shade = OxmlElement("w:shd")
        for name, value in (("val", "clear"), ("color", "auto"), ("fill", _GROUNDS[block.note.colour])):
            shade.set(qn(f"w:{name}"), value)
        properties.append(shade)
    else:
        line = OxmlElement("w:u")
        line.set(qn("w:val"), "thick")
        line.set(qn("w:color"), _INKS[block.note.colour])
        properties.append(line)
