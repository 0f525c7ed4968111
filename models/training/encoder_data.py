"""What the encoder learns from: sentence pairs, the reports' own structure, and groups of phrases that mean the same.

Reads the corpora folder and what was written for the project. The held-out reports are left out of everything, the
vocabulary included, and so are the other reports of the graded search queries (``HELD_OUT_REPORTS``).
"""

from __future__ import annotations

import lzma
import re
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from xml.etree import ElementTree

from index.report import Language
from index.sentences import split_sentences
from models.training.corpus import HELD_OUT, WRITTEN, read_pairs, term_pairs
from resources import resource_path

HELD_OUT_REPORTS: Final = ("tibet", "hubei", "2020", "gansu-2026", "fujian-2026", "shanghai-2026")
"""Beginnings of the names of the reports that are never read, those of the graded queries among them."""
QUERIES: Final = Path("search", "queries.tsv.xz")
DEVELOPMENT: Final = "jilin-2026.tsv"
"""The parallel report that training stops by; it is not learnt from either."""
GENERAL: Final = ("news-commentary-10k.tsv", "un-dev-test.tsv", "wmt-news-2018-2021.tsv", "sdg.tsv")
CONCEPTS: Final = Path(__file__).parent / "data" / "concepts.tsv"
PLACES: Final = resource_path("glossaries", "places.tsv")

_HAN: Final = re.compile(r"[\u3400-\u9fff]")
_NUMBERED: Final = re.compile(
    r"^\s*(?:[—-]{1,2}|[（(][一二三四五六七八九十\d]+[)）]|[一二三四五六七八九十\d]+[、.．是])\s*"
)
_TITLE_NUMBER: Final = re.compile(r"^\s*[\d一二三四五六七八九十]+(?:-\d+)?[、\s]+")
_HEADING: Final = 40
"""A first sentence up to this many characters is taken as the heading of its paragraph."""
_DOCX_TEXT: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@dataclass(frozen=True, slots=True)
class Material:
    """Everything one training run reads, as texts (Chinese folded to Simplified) and pairs of them."""

    domain: tuple[tuple[str, str], ...]
    """Chinese–English sentences of government reports."""
    general: tuple[tuple[str, str], ...]
    """Chinese–English sentences of news, the UN, everyday talk; titles of statistical tables."""
    related: tuple[tuple[str, str], ...]
    """Chinese–Chinese: a heading and a sentence below it, a sentence and the next one."""
    concepts: tuple[tuple[str, ...], ...]
    """Groups of phrases, English and Chinese, that a reader may use for one thing."""
    places: tuple[tuple[str, str], ...]
    """Chinese–English names of places."""
    development: tuple[tuple[str, str], ...]
    """Chinese–English sentences of the report that training stops by."""
    monolingual: tuple[str, ...]
    """Chinese sentences for the vocabulary and for the concepts."""
    queries: tuple[tuple[tuple[str, str], ...], ...] = ()
    """Queries, in both languages, each with a Chinese sentence that answers it; grouped by report."""
    terms: tuple[tuple[str, str], ...] = ()
    """Chinese–English terms of the glossary and names of indicators."""


def load_material(folder: Path, everyday: int = 12_000, written: Path = WRITTEN) -> Material:
    """Read the corpora folder and what was ``written`` for the project.

    ``everyday`` is how many of the shortest talk (Tatoeba) pairs are used.
    """
    domain: list[tuple[str, str]] = []
    for path in sorted([*folder.glob("reports/official/*.tsv"), *folder.glob("reports/parallel/*.tsv")]):
        if path.name != DEVELOPMENT and not _is_held_out(path.name):
            domain += _folded(read_pairs(path))
    domain += _folded(_written(written))
    general: list[tuple[str, str]] = []
    for name in GENERAL:
        general += (
            _folded(read_pairs(folder / "parallel" / name)) if (folder / "parallel" / name).exists() else []
        )
    talk = folder / "parallel" / "tatoeba.tsv"
    if talk.exists():
        general += _folded(sorted(read_pairs(talk), key=lambda pair: -len(pair[0]))[:everyday])
    titles = folder / "dict" / "nbs-yearbook-titles.tsv"
    if titles.exists():
        pairs = ((_TITLE_NUMBER.sub("", zh), _TITLE_NUMBER.sub("", en)) for zh, en in read_pairs(titles))
        general += 3 * _folded(pairs)
    paragraphs = list(_paragraphs(folder))
    return Material(
        domain=_unique(domain),
        general=tuple(general),
        related=_unique(pair for paragraph in paragraphs for pair in _related(paragraph)),
        concepts=read_concepts(CONCEPTS),
        places=read_places(PLACES),
        development=tuple(_folded(read_pairs(folder / "reports" / "parallel" / DEVELOPMENT))),
        monolingual=tuple(dict.fromkeys(sentence for paragraph in paragraphs for sentence in paragraph)),
        queries=read_queries(written / QUERIES),
        terms=_unique(_folded(term_pairs())),
    )


def _is_held_out(name: str) -> bool:
    return name in HELD_OUT or name.startswith(HELD_OUT_REPORTS)


def _written(folder: Path) -> Iterator[tuple[str, str]]:
    """The pairs written for this project, without those of the reports that are left out."""
    development = Path(DEVELOPMENT).stem
    for path in sorted(folder.glob("*.tsv.xz")):
        for report, chinese, english in _rows(path):
            if not report.startswith((*HELD_OUT_REPORTS, development)):
                yield chinese, english


def read_queries(path: Path) -> tuple[tuple[tuple[str, str], ...], ...]:
    """The written queries, each beside the sentence it was written for, report by report."""
    groups: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for report, query, sentence in _rows(path) if path.exists() else ():
        groups[report].append((query, sentence))
    return tuple(tuple(group) for group in groups.values())


def _rows(path: Path) -> Iterator[list[str]]:
    for line in lzma.decompress(path.read_bytes()).decode("utf-8").splitlines():
        yield line.split("\t")


def read_concepts(path: Path) -> tuple[tuple[str, ...], ...]:
    """The groups of a concepts file: one a line, phrases separated by tabs, ``#`` for comments."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return tuple(tuple(line.split("\t")) for line in lines if line.strip() and not line.startswith("#"))


def read_places(path: Path) -> tuple[tuple[str, str], ...]:
    """Chinese and English names of places, from lines of such pairs."""
    rows = read_concepts(path)
    return _unique((row[i], row[i + 1]) for row in rows for i in range(0, len(row) - 1, 2))


def is_chinese(text: str) -> bool:
    """True for a text with Chinese characters in it."""
    return _HAN.search(text) is not None


def _folded(pairs: Iterator[tuple[str, str]] | list[tuple[str, str]]) -> list[tuple[str, str]]:
    from index.variants import to_simplified

    return [(to_simplified(zh), en) for zh, en in pairs if is_chinese(zh) and not is_chinese(en)]


def _unique(pairs: Iterator[tuple[str, str]] | list[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple(dict.fromkeys(pairs))


def _paragraphs(folder: Path) -> Iterator[tuple[str, ...]]:
    """The paragraphs of every Chinese report that may be read, each as its sentences."""
    from index.variants import to_simplified

    for path in sorted([*folder.glob("reports/zh/*.txt"), *folder.glob("reports/docx-2025/*.docx")]):
        if not path.name.startswith(HELD_OUT_REPORTS):
            lines = (
                path.read_text(encoding="utf-8").splitlines() if path.suffix == ".txt" else _docx_lines(path)
            )
            yield from _sentences(to_simplified(line) for line in lines)
    for path in sorted(folder.glob("reports/national-zh/*.txt")):
        if path.stem >= "1978" and not path.name.startswith(HELD_OUT_REPORTS):
            # These texts are broken at every link; a blank line ends a paragraph.
            blocks = re.split(r"\n\s*\n", path.read_text(encoding="utf-8").replace("\u200b", ""))
            yield from _sentences(to_simplified(re.sub(r"\s+", "", block)) for block in blocks)


def _sentences(lines: Iterator[str]) -> Iterator[tuple[str, ...]]:
    for line in lines:
        sentences = tuple(span.of(line) for span in split_sentences(line, Language.ZH))
        if sentences and is_chinese(line):
            yield sentences


def _docx_lines(path: Path) -> list[str]:
    with zipfile.ZipFile(path) as archive:
        root = ElementTree.fromstring(archive.read("word/document.xml"))
    paragraphs = root.iter(f"{_DOCX_TEXT}p")
    return ["".join(run.text or "" for run in paragraph.iter(f"{_DOCX_TEXT}t")) for paragraph in paragraphs]


def _related(paragraph: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Heading and sentence, sentence and next sentence, of one paragraph."""
    head = _NUMBERED.sub("", paragraph[0])
    for one, other in zip(paragraph, paragraph[1:], strict=False):
        if 6 <= len(one) and 6 <= len(other):
            yield one, other
    if 4 <= len(head) <= _HEADING:
        yield from ((head, sentence) for sentence in paragraph[2:] if len(sentence) >= 8)
