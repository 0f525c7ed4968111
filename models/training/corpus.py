"""Reads the folder of parallel text, keeps the held-out reports out, and makes training pairs of it.

The folder has the layout of the project's corpora: ``reports/official``, ``reports/parallel`` and ``parallel``
with files of ``Chinese TAB English`` lines, ``dict/nbs-yearbook-titles.tsv``. What was written for the project is
beside this module in ``data/*.tsv.xz`` (``report TAB Chinese TAB English``), the terms in ``resources``.
"""

from __future__ import annotations

import csv
import lzma
import random
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from index.report import Language
from models.forms import network_form, split_heading_mark, without_covid_number
from models.placeholders import protect_pair
from resources import resource

HELD_OUT: Final = ("state-council-2020.tsv", "tibet-2026.tsv")
"""One official year and one province that no training ever reads; the model cards give scores on them."""
GENERAL: Final = (
    "news-commentary-10k.tsv",
    "un-dev-test.tsv",
    "wmt-news-2018-2021.tsv",
    "sdg.tsv",
    "tatoeba.tsv",
)
WRITTEN: Final = Path(__file__).parent / "data"
_LATIN: Final = re.compile(r"[A-Za-z]{2,}")
_HAN: Final = re.compile(r"[\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class Pair:
    """One aligned sentence pair as written, and whether it is from the domain (government reports)."""

    chinese: str
    english: str
    domain: bool


def read_pairs(path: Path) -> Iterator[tuple[str, str]]:
    """The ``(Chinese, English)`` lines of a tab-separated file; lines without both are skipped."""
    for line in path.read_text(encoding="utf-8").splitlines():
        fields = line.split("\t")
        if len(fields) >= 2 and fields[0].strip() and fields[1].strip():
            yield fields[0].strip(), fields[1].strip()


def _plausible(chinese: str, english: str) -> bool:
    """False for pairs that are misaligned, in the wrong language, or wildly different in length."""
    han = len(_HAN.findall(chinese))
    if not han or _HAN.search(english) or not _LATIN.search(english):
        return False
    words = len(english.split())
    return han <= 220 and 0.18 <= (words + 2) / (han + 4) <= 2.2


def domain_files(folder: Path) -> list[Path]:
    """The parallel reports that training may read, in a fixed order."""
    files = sorted(folder.glob("reports/official/*.tsv")) + sorted(folder.glob("reports/parallel/*.tsv"))
    return [f for f in files if f.name not in HELD_OUT]


def official_pairs(folder: Path) -> set[Pair]:
    """The pairs of the national reports, whose English is the official one, with their clauses."""
    whole = [
        Pair(network_form(zh, Language.ZH), network_form(en, Language.EN), True)
        for path in domain_files(folder)
        if path.parent.name == "official"
        for zh, en in read_pairs(path)
    ]
    return {part for pair in whole for part in clauses(pair)}


def written_pairs(folder: Path = WRITTEN) -> Iterator[tuple[str, str]]:
    """The ``(Chinese, English)`` pairs written for this project, file by file."""
    for path in sorted(folder.glob("*.tsv.xz")):
        for line in lzma.decompress(path.read_bytes()).decode().splitlines():
            _, chinese, english = line.split("\t")
            yield chinese, english


def term_pairs() -> Iterator[tuple[str, str]]:
    """Terms of the glossary and names of indicators with their English; patterns with a gap are left out."""
    for name in ("terms.tsv", "catalogue.tsv"):
        for line in resource("indicators", name).read_text(encoding="utf-8").splitlines():
            if line.startswith("#") or "{}" in line:
                continue
            fields = line.split("\t")
            names, english = (
                (fields[:1], fields[1])
                if name == "terms.tsv"
                else (fields[:1] + fields[1].split("|"), fields[2])
            )
            yield from ((chinese, english) for chinese in names if chinese and english)
    glossary = resource("glossaries", "government-terms.csv").read_text(encoding="utf-8")
    yield from ((row["zh"], row["en"]) for row in csv.DictReader(glossary.splitlines()))


def development_pairs(folder: Path, each: int = 120) -> list[Pair]:
    """``each`` pairs of every held-out report, evenly taken, to follow training by."""
    out: list[Pair] = []
    for name in HELD_OUT:
        pairs = [p for p in read_pairs(next(folder.glob(f"reports/*/{name}"))) if _plausible(*p)]
        step = max(1, len(pairs) // each)
        out += [
            Pair(network_form(zh, Language.ZH), network_form(en, Language.EN), True)
            for zh, en in pairs[::step][:each]
        ]
    return out


def load_pairs(folder: Path, simplify: bool = True) -> list[Pair]:
    """All plausible pairs of the folder, domain text first; Chinese folded to Simplified."""
    from index.variants import to_simplified

    pairs: list[Pair] = []
    seen: set[tuple[str, str]] = set()
    general = [folder / "parallel" / name for name in GENERAL] + [folder / "dict" / "nbs-yearbook-titles.tsv"]
    sources: list[tuple[bool, Iterable[tuple[str, str]]]] = [
        *((True, read_pairs(path)) for path in domain_files(folder)),
        (True, written_pairs()),
        (True, term_pairs()),
        *((False, read_pairs(path)) for path in general if path.exists()),
    ]
    for domain, source in sources:
        for chinese, english in source:
            folded = to_simplified(chinese) if simplify and not domain else chinese
            zh, en = network_form(folded, Language.ZH), network_form(english, Language.EN)
            if (zh, en) not in seen and _plausible(zh, en):
                seen.add((zh, en))
                pairs.append(Pair(zh, en, domain))
    return pairs


def clauses(pair: Pair) -> list[Pair]:
    """The clause pairs of a sentence whose semicolons match one to one; the sentence itself comes first."""
    out = [pair]
    zh, en = re.split(r"(?<=；)", pair.chinese), re.split(r"(?<=;)\s+", pair.english)
    zh = [part for part in zh if part]
    if len(zh) == len(en) > 1:
        out += [Pair(z, e, pair.domain) for z, e in zip(zh, en, strict=True) if _plausible(z, e)]
    return out


def masked(pair: Pair, chance: random.Random | None = None) -> tuple[str, str] | None:
    """The pair as the network sees it: heading marks off, figures as placeholders; None if a figure disagrees."""
    english = without_covid_number(pair.english)
    _, zh_mark, zh = split_heading_mark(pair.chinese, Language.ZH)
    _, en_mark, en = split_heading_mark(english, Language.EN)
    if bool(zh_mark) != bool(en_mark):
        zh, en = pair.chinese, english
    result = protect_pair(zh, en, chance)
    return (result.chinese, result.english) if result.complete else None
