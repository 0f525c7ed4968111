"""A brief as a Word document: styles a reader can change, fonts for both scripts, a page number. Writes with python-docx."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Final

from desktop.export.brief.page import HeadingBlock, Lines, NoteBlock, Page, QuoteBlock
from index.report import Language

if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.style import ParagraphStyle
    from docx.text.paragraph import Paragraph

_LATIN: Final = "Calibri"
_CHINESE: Final = "DengXian"
_INK: Final = "22252A"
_SECOND: Final = "474C55"
_MUTED: Final = "666B74"
_ACCENT: Final = "A03A2C"
_WARNING: Final = "B3470F"
_RULE: Final = "D9D3C6"

SOURCE: Final = "Brief Original"
TARGET: Final = "Brief Translation"
PLACE: Final = "Brief Citation"
CAUTION: Final = "Brief Caution"
REMARK: Final = "Brief Comment"
REFERENCE: Final = "Brief Source"
NOTE: Final = "Brief Remark on Translations"


def to_word(page: Page) -> bytes:
    """The file."""
    import docx

    document = docx.Document()
    set_up(document, page.title, page.language)
    document.add_paragraph(page.title, style="Title")
    document.add_paragraph(page.cover, style="Subtitle")
    for block in page.blocks:
        if isinstance(block, HeadingBlock):
            document.add_heading(block.text, level=1)
        elif isinstance(block, NoteBlock):
            for line in block.lines:
                document.add_paragraph(line)
        else:
            _add_quote(document, block, page)
    if page.sources:
        document.add_heading(page.words.sources, level=1)
        for number, words in page.sources:
            document.add_paragraph(f"[{number}]\t{words}", style=REFERENCE)
    if page.note:
        document.add_paragraph(page.note, style=NOTE)
    data = BytesIO()
    document.save(data)
    return data.getvalue()


def _add_quote(document: Document, block: QuoteBlock, page: Page) -> None:
    made: list[Paragraph] = []

    def add(lines: Lines, style: str) -> None:
        made.extend(document.add_paragraph(line, style=style) for line in lines)

    add(block.source, SOURCE)
    if block.target:
        add(block.target, TARGET)
        for paragraph in made[len(block.source) :]:
            # Chinese has no italics: slanted characters are hard to read.
            paragraph.runs[0].italic = block.language.other is Language.EN
    place = document.add_paragraph(style=PLACE)
    place.add_run(f"[{block.number}] ").bold = True
    place.add_run(block.place + (page.words.joint + block.paragraph if block.paragraph else ""))
    if block.made_by:
        place.add_run(f" · {block.made_by}")
    made.append(place)
    add(tuple(f"⚠ {line}" for line in block.cautions), CAUTION)
    for n, line in enumerate(block.remark):
        paragraph = document.add_paragraph(style=REMARK)
        if n == 0:
            paragraph.add_run(page.words.remark).bold = True
        paragraph.add_run(line)
    for paragraph in made[:-1]:
        paragraph.paragraph_format.keep_with_next = True
    last = made[-1].paragraph_format
    last.keep_with_next = bool(block.remark)


# Styles


def set_up(document: Document, heading_text: str, language: Language) -> None:
    """Paper, properties and the styles of a document that quotes reports."""
    from docx.shared import Cm, Mm, Pt

    sheet = document.sections[0]
    sheet.page_width, sheet.page_height = Mm(210), Mm(297)
    sheet.left_margin = sheet.right_margin = Mm(26)
    sheet.top_margin = sheet.bottom_margin = Mm(24)
    properties = document.core_properties
    properties.title, properties.author, properties.comments = heading_text[:255], "", ""
    properties.language = "zh-CN" if language is Language.ZH else "en-GB"
    normal = _style(document, "Normal", 11, _INK)
    normal.paragraph_format.space_after = Pt(8)
    normal.paragraph_format.line_spacing = 1.25
    _set_language(normal)
    title = _style(document, "Title", 22, _INK, bold=True)
    title.paragraph_format.space_after = Pt(4)
    _border(title, "bottom", None)
    cover = _style(document, "Subtitle", 11, _MUTED)
    cover.paragraph_format.space_after = Pt(20)
    _border(cover, "bottom", _ACCENT)
    heading = _style(document, "Heading 1", 15, _INK, bold=True)
    heading.paragraph_format.space_before, heading.paragraph_format.space_after = Pt(20), Pt(8)
    for name, size, colour, before, after in (
        (SOURCE, 11.5, _INK, 10, 4),
        (TARGET, 11, _SECOND, 0, 4),
        (PLACE, 9, _MUTED, 0, 2),
        (CAUTION, 9, _WARNING, 0, 2),
    ):
        style = _style(document, name, size, colour)
        style.paragraph_format.left_indent = Cm(0.7)
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
        style.paragraph_format.line_spacing = 1.3 if size > 10 else 1.1
        if name in (SOURCE, TARGET):  # passages that follow each other are told apart by what stands between
            _border(style, "left", _RULE)
    remark = _style(document, REMARK, 11, _INK)
    remark.paragraph_format.space_before = Pt(6)
    reference = _style(document, REFERENCE, 10, _INK)
    reference.paragraph_format.left_indent, reference.paragraph_format.first_line_indent = Cm(0.9), Cm(-0.9)
    reference.paragraph_format.tab_stops.add_tab_stop(Cm(0.9))
    note = _style(document, NOTE, 9, _MUTED)
    note.paragraph_format.space_before = Pt(10)
    _number_pages(document)


def _style(document: Document, name: str, size: float, colour: str, *, bold: bool = False) -> ParagraphStyle:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    styles = document.styles
    known = name in styles
    style: ParagraphStyle = styles[name] if known else styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    if not known:
        style.base_style = styles["Normal"]
        style.quick_style = True
    style.font.size, style.font.bold, style.font.italic = Pt(size), bold, False
    style.font.color.rgb = RGBColor.from_string(colour)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)  # a theme's font goes before the one that is named
    for script, font in (("ascii", _LATIN), ("hAnsi", _LATIN), ("eastAsia", _CHINESE), ("cs", _LATIN)):
        fonts.set(qn(f"w:{script}"), font)
    spacing = style.element.rPr.find(qn("w:spacing"))
    if spacing is not None:
        style.element.rPr.remove(spacing)  # the template sets titles apart letter by letter
    return style


def _border(style: ParagraphStyle, side: str, colour: str | None) -> None:
    """A rule at one side of a style's paragraphs, and no other; none at all without a colour."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    properties = style.element.get_or_add_pPr()
    for old in properties.findall(qn("w:pBdr")):
        properties.remove(old)
    if colour is None:
        return
    borders, rule = OxmlElement("w:pBdr"), OxmlElement(f"w:{side}")
    for name, value in (("val", "single"), ("sz", "12"), ("space", "8"), ("color", colour)):
        rule.set(qn(f"w:{name}"), value)
    borders.append(rule)
    # The schema has an order, and Word refuses a file that does not keep to it.
    after = (
        "keepNext",
        "keepLines",
        "pageBreakBefore",
        "framePr",
        "widowControl",
        "numPr",
        "suppressLineNumbers",
        "pStyle",
    )
    ahead = [child for child in properties if child.tag in {qn(f"w:{name}") for name in after}]
    properties.insert(len(ahead), borders)


def _set_language(style: ParagraphStyle) -> None:
    """Which spelling is checked: English words as English, Chinese ones as Chinese."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    properties = style.element.get_or_add_rPr()
    language = OxmlElement("w:lang")
    for name, value in (("val", "en-GB"), ("eastAsia", "zh-CN")):
        language.set(qn(f"w:{name}"), value)
    properties.append(language)


def _number_pages(document: Document) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    _style(document, "Footer", 9, _MUTED)
    foot = document.sections[0].footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for kind in ("begin", None, "end"):
        run = foot.add_run()
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = "PAGE"
        run._r.append(element)  # noqa: SLF001 - python-docx has no fields
