"""A report's text into its section tree, paragraphs and sentences, each a span of the one text."""

from __future__ import annotations

import gc
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from index.frontmatter import body_start, read_front_matter
from index.headings import Line, find_headings
from index.outline import build_outline
from index.report import Language, Paragraph, Report, Sentence
from index.sentences import split_sentences, trimmed
from index.text import Span

__all__ = ["segment", "split_sentences"]

_HAN: Final = re.compile(r"[^\x00-\u02ff\W\d]")  # compiles faster than the ranges of the characters
_LARGE: Final = 1_000_000
_LATIN_WORD: Final = re.compile("[A-Za-z]{2,}")


def segment(text: str, *, title: str = "", path: str = "", named: str = "") -> Report:
    """The report in ``text``, which must be normalised (``index.text.normalise``) and is kept as it is.

    A paragraph is a line with something on it. ``title`` overrules what the head of the text says; ``path`` is
    remembered, and its file name is asked last. ``named`` is what its file calls it, asked where the head has no title.
    """
    with _not_collecting(len(text)):
        return _segmented(text, title, path, named)


def _segmented(text: str, title: str, path: str, named: str) -> Report:
    language = language_of(text)
    lines = _lines(text, language)
    body_from = body_start(lines)
    headings = find_headings(lines, language, body_from)
    sections, levels = build_outline(lines, headings, text)
    front = read_front_matter(lines, body_from, sections, language, path, named)
    return Report(
        title=title or front.title,
        language=language,
        text=text,
        paragraphs=_paragraphs(lines, levels),
        sections=sections,
        path=path,
        place=front.place,
        year=front.year,
        date=front.date,
        speaker=front.speaker,
    )


@contextmanager
def _not_collecting(length: int) -> Iterator[None]:
    """Keep the garbage collector from looking through millions of new objects, all of which stay, again and again."""
    if length < _LARGE or not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def language_of(text: str) -> Language:
    """Chinese where Chinese characters outnumber Latin words, counted on the head and the middle of the text."""
    middle = len(text) // 2
    sample = text[:6_000] + text[middle : middle + 6_000]
    han = len(_HAN.findall(sample))
    return Language.EN if len(_LATIN_WORD.findall(sample)) > han else Language.ZH


def _lines(text: str, language: Language) -> list[Line]:
    lines: list[Line] = []
    start = 0
    while start <= len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        span = trimmed(text, start, end)
        if span is not None:
            words = span.of(text)
            spoken = language
            if language is Language.ZH and not _HAN.search(words) and _LATIN_WORD.search(words):
                spoken = Language.EN
            lines.append(
                Line(span, words, tuple(s.shifted(span.start) for s in split_sentences(words, spoken)))
            )
        start = end + 1
    return lines


def _paragraphs(lines: list[Line], levels: dict[int, int]) -> tuple[Paragraph, ...]:
    paragraphs: list[Paragraph] = []
    count = 0
    for i, line in enumerate(lines):
        sentences = tuple(Sentence(f"s{count + k}", span) for k, span in enumerate(line.sentences))
        count += len(sentences)
        paragraphs.append(
            Paragraph(f"p{i}", Span(line.span.start, line.span.end), sentences, levels.get(i, 0))
        )
    return tuple(paragraphs)
