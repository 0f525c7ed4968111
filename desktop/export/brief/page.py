"""What an exported brief shows, in order, before it is put into a format. All texts are plain and clean."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop.export.brief.citing import numbered, place_in, reference
from desktop.export.brief.words import WORDS, Words, count_words, day_words
from desktop.export.escaping import clean
from index.briefs import Brief, Heading, Note, Quote
from index.report import Language

Lines = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HeadingBlock:
    """A heading of the user's."""

    text: str


@dataclass(frozen=True, slots=True)
class NoteBlock:
    """Words of the user's, a paragraph each."""

    lines: Lines


@dataclass(frozen=True, slots=True)
class QuoteBlock:
    """A passage: the original, the translation, where it stands, and what is to be said of the translation.

    ``place`` is in the language of the report (``language``), ``paragraph``, ``made_by`` and ``cautions`` in the frame's.
    """

    language: Language
    source: Lines
    target: Lines
    number: int
    place: str
    paragraph: str
    made_by: str
    cautions: Lines
    remark: Lines


Block = HeadingBlock | NoteBlock | QuoteBlock


@dataclass(frozen=True, slots=True)
class Page:
    """A whole brief; ``language`` is that of the frame, ``note`` what is said once of all translations."""

    title: str
    cover: str
    language: Language
    words: Words
    blocks: tuple[Block, ...]
    sources: tuple[tuple[int, str], ...]
    note: str = ""


def page_of(brief: Brief, language: Language, day: date) -> Page:
    """``brief`` as it is shown to readers of ``language``."""
    words = WORDS[language]
    reports = numbered(brief.quotes)
    blocks: list[Block] = []
    for entry in brief.entries:
        if isinstance(entry, Heading):
            blocks.append(HeadingBlock(_line(entry.text)))
        elif isinstance(entry, Note):
            blocks.append(NoteBlock(_lines(entry.text)))
        else:
            blocks.append(_block(entry, reports[entry.report_key][0], words))
    cover = f"{day_words(day, language)} · {count_words(len(brief.quotes), len(reports), language)}"
    sources = tuple((number, _line(reference(first, language))) for number, first in reports.values())
    note = words.machine_note if any(q.is_machine_made for q in brief.quotes) else ""
    return Page(_line(brief.title) or words.untitled, cover, language, words, tuple(blocks), sources, note)


def tag(language: Language) -> str:
    """The language's tag in BCP 47."""
    return "zh-CN" if language is Language.ZH else "en"


def _block(quote: Quote, number: int, words: Words) -> QuoteBlock:
    target = _lines(quote.target)
    made_by = words.machine if quote.is_machine_made else ""
    return QuoteBlock(
        language=quote.language,
        source=_lines(quote.source),
        target=target,
        number=number,
        place=_line(place_in(quote)),
        paragraph=words.paragraph.format(n=quote.paragraph) if quote.paragraph > 0 else "",
        made_by=made_by if target else words.untranslated,
        cautions=cautions(quote, words) if target else (),
        remark=_lines(quote.remark),
    )


def cautions(quote: Quote, words: Words) -> Lines:
    """What a reader of the translation must know: figures that do not agree, and doubts."""
    said = []
    if quote.warning:
        # The reason is English as the number guard says it; in a Chinese frame the demand alone is said.
        reason = _line(quote.warning) if words is WORDS[Language.EN] else ""
        said.append(words.numbers.format(reason=reason) if reason else words.numbers_unsaid)
    said += [_line(words.doubt(doubt)) for doubt in quote.doubts]
    return tuple(line[:1].upper() + line[1:] for line in said)


def _line(text: str) -> str:
    return " ".join(clean(text).split())


def _lines(text: str) -> Lines:
    return tuple(line for line in map(_line, clean(text).split("\n")) if line)
