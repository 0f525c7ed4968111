"""Search by the words themselves: BM25 over character bigrams (Chinese) and words (Latin script)."""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

from index.variants import fold, fold_all

_K1: Final = 1.2
_B: Final = 0.5
_WORD: Final = re.compile(r"[a-z0-9]+(?:[.\-'’][a-z0-9]+)*%?")
_HAN_RUN: Final = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")
_FIRST_BIT: Final = 21
_WORD_FLAG: Final = 1 << 62
STOP_WORDS: Final = frozenset(
    """a an and are as at be been by for from had has have how in into is it its of on or our that the their these
    they this those to was we were what when where which while who why will with did do does""".split()
)
ASKING: Final = re.compile(
    "有哪些|有多少|是多少|什么|哪些|哪里|多少|如何|怎么样|怎样|为什么|是否|请问|[的了吗呢吧么是]"
)
"""What a question adds to its subject; it parts the runs of characters of a query."""

Terms = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class CorpusStatistics:
    """What BM25 needs to know of all texts together, so that several reports are weighed alike."""

    documents: int
    length: int
    frequencies: NDArray[np.int64]

    def __add__(self, other: CorpusStatistics) -> CorpusStatistics:
        return CorpusStatistics(
            self.documents + other.documents, self.length + other.length, self.frequencies + other.frequencies
        )


class Postings(NamedTuple):
    """Term *t*, ``terms[t]``, is in ``documents[starts[t]:starts[t + 1]]``, ``counts`` times in each."""

    terms: Terms
    starts: Terms
    documents: NDArray[np.int32]
    counts: NDArray[np.int32]
    lengths: NDArray[np.int32]


class LexicalIndex:
    """Postings of a list of texts as four arrays; a term is a number (two characters, or a word's checksum)."""

    def __init__(
        self,
        terms: Terms,
        starts: Terms,
        documents: NDArray[np.int32],
        counts: NDArray[np.int32],
        lengths: NDArray[np.int32],
    ) -> None:
        self._terms = terms
        self._starts = starts
        self._documents = documents
        self._counts = counts
        self._lengths = lengths

    @classmethod
    def build(cls, texts: Sequence[str]) -> Self:
        """An index of ``texts``, folded here; document *n* is text *n*."""
        folded = fold_all([text.replace("\n", " ") for text in texts])
        pairs, pair_documents, lengths = _character_terms(folded)
        words, word_documents = _word_terms(folded, lengths)
        terms = np.concatenate([pairs, words])
        documents = np.concatenate([pair_documents, word_documents])
        order = np.argsort(terms, kind="stable")  # each kind of term comes in the order of the documents
        terms, documents = terms[order], documents[order]
        new = np.ones(len(terms), dtype=bool)
        new[1:] = (terms[1:] != terms[:-1]) | (documents[1:] != documents[:-1])
        first = np.flatnonzero(new)
        counts = np.diff(np.append(first, len(terms))).astype(np.int32)
        unique, starts = np.unique(terms[first], return_index=True)
        bounds = np.append(starts, len(first)).astype(np.int64)
        return cls(unique, bounds, documents[first].astype(np.int32), counts, lengths)

    def __len__(self) -> int:
        return len(self._lengths)

    @property
    def postings(self) -> Postings:
        """The arrays themselves, for an index on disk."""
        return Postings(self._terms, self._starts, self._documents, self._counts, self._lengths)

    def statistics(self, terms: Terms) -> CorpusStatistics:
        """Counts for the given terms of a query."""
        frequencies = np.array([end - start for start, end in map(self._posting, terms)], dtype=np.int64)
        return CorpusStatistics(int((self._lengths > 0).sum()), int(self._lengths.sum()), frequencies)

    def scores(self, terms: Terms, statistics: CorpusStatistics) -> NDArray[np.float32]:
        """For each text 0 to 1: its BM25 score as a share of what a text with all the terms, often, would reach."""
        result = np.zeros(len(self), dtype=np.float32)
        weights = weights_of(statistics)
        best = float(weights.sum())
        if best <= 0 or not len(self):
            return result
        norm = norms_of(self._lengths, statistics)
        for term, weight in zip(terms, weights, strict=True):
            start, end = self._posting(term)
            found = self._documents[start:end]
            count = self._counts[start:end]
            result[found] += weight * count / (count + norm[found])
        return result / np.float32(best)

    def _posting(self, term: np.int64) -> tuple[int, int]:
        place = int(np.searchsorted(self._terms, term))
        if place == len(self._terms) or self._terms[place] != term:
            return 0, 0
        return int(self._starts[place]), int(self._starts[place + 1])


def query_terms(query: str) -> Terms:
    """The terms of a query: bigrams of its Chinese runs (a run of one character is a term itself) and its words."""
    folded = fold(query)
    terms: dict[int, None] = {}
    runs = [run for part in ASKING.split(folded) for run in _HAN_RUN.findall(part)]
    if not runs:
        runs = _HAN_RUN.findall(folded)
    for run in runs:
        codes = [ord(char) for char in run]
        if len(codes) == 1 and len(runs) > 1:
            continue
        for first, second in pairwise(codes):
            terms[(first << _FIRST_BIT) | second] = None
        if len(codes) == 1:
            terms[codes[0]] = None
    words = [word.strip("'’") for word in _WORD.findall(folded)]
    for word in [word for word in words if word not in STOP_WORDS] or words:
        terms[_word_term(word)] = None
    return np.array(list(terms), dtype=np.int64)


def has_chinese(query: str) -> bool:
    """True where the query has a Chinese character in it."""
    return _HAN_RUN.search(query) is not None


def norms_of(
    lengths: NDArray[np.int32] | NDArray[np.uint16], statistics: CorpusStatistics
) -> NDArray[np.float64]:
    """What a term's count in each text is set against: more in a text that is longer than the mean."""
    mean = max(1.0, statistics.length / max(1, statistics.documents))
    norms: NDArray[np.float64] = _K1 * (1 - _B + _B * lengths.astype(np.float64) / mean)
    return norms


def weights_of(statistics: CorpusStatistics) -> NDArray[np.float64]:
    """How much each term of a query tells: the rarer it is, the more."""
    found = statistics.frequencies.astype(np.float64)
    weights: NDArray[np.float64] = np.log1p((statistics.documents - found + 0.5) / (found + 0.5))
    # a term that is nowhere cannot tell texts apart; it only says, mildly, that nothing fits well
    return np.where(found > 0, weights, 0.25 * weights)


def _character_terms(folded: Sequence[str]) -> tuple[Terms, NDArray[np.int64], NDArray[np.int32]]:
    """Bigrams and single characters of all texts at once, the text of each, and each text's number of characters."""
    joined = "\n".join(folded)
    codes = np.frombuffer(joined.encode("utf-32-le", errors="replace"), dtype=np.uint32).astype(np.int64)
    documents = np.cumsum(codes == 10)
    han = (
        ((codes >= 0x3400) & (codes <= 0x9FFF)) | ((codes >= 0xF900) & (codes <= 0xFAFF)) | (codes >= 0x20000)
    )
    both = han[:-1] & han[1:]
    pairs = ((codes[:-1] << _FIRST_BIT) | codes[1:])[both]
    lengths = np.bincount(documents[han], minlength=len(folded)).astype(np.int32)[: len(folded)]
    terms = np.concatenate([pairs, codes[han]])
    return terms, np.concatenate([documents[:-1][both], documents[han]]), lengths


def _word_terms(folded: Sequence[str], lengths: NDArray[np.int32]) -> tuple[Terms, NDArray[np.int64]]:
    """The Latin words of all texts, and the text of each; adds their number to ``lengths``."""
    terms: list[int] = []
    documents: list[int] = []
    known: dict[str, int] = {}
    for number, text in enumerate(folded):
        for word in _WORD.findall(text):
            if word in STOP_WORDS:
                continue
            term = known.get(word)
            if term is None:
                term = known[word] = _word_term(word)
            terms.append(term)
            documents.append(number)
            lengths[number] += 1
    return np.array(terms, dtype=np.int64), np.array(documents, dtype=np.int64)


def _word_term(word: str) -> int:
    rest = stem(word).encode("utf-8")
    return _WORD_FLAG | (zlib.crc32(rest) << 20) | (zlib.adler32(rest) & 0xFFFFF)


def stem(word: str) -> str:
    """A word without its plural or tense, roughly: ports → port, cities → city, financing → financ."""
    if not word.isalpha() or len(word) < 4:
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    for ending in ("ing", "ed"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)].removesuffix("e")
    if word.endswith(("sses", "xes", "ches", "shes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    return word.removesuffix("e") if len(word) > 4 else word
