"""Batches of pairs for the encoder, cut out of token arrays: whole sentences, spans of them, and short queries.

A reader's query is a few words, so a side of a pair is often reduced to what a query would keep of it: a span, or one
to four of its telling words, sometimes dressed as a question.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from models.training.encoder_data import Material, is_chinese

if TYPE_CHECKING:
    from tokenizers import Tokenizer

Ids = NDArray[np.int64]
Floats = NDArray[np.float32]

QUESTIONS_EN: Final = (
    ("what is the ", ""), ("what are the ", ""), ("what about ", ""), ("how much is ", " this year"), ("how many ", " are there"),
    ("how will the government handle ", ""), ("what will be done about ", ""), ("what does the report say about ", ""),
    ("which ", " are planned"), ("is there anything on ", ""), ("plans for ", ""), ("measures to support ", ""),
    ("how did ", " change last year"), ("by how much did ", " grow"), ("what progress was made in ", ""), ("why does ", " matter"),
    ("where are ", " being built"), ("who gets help with ", ""), ("when will ", " be finished"), ("how is the province dealing with ", ""),
)  # fmt: skip
QUESTIONS_ZH: Final = (
    ("", "是多少"), ("", "有多少"), ("", "怎么样"), ("如何", ""), ("怎样", ""), ("关于", "的内容"), ("", "有哪些措施"), ("", "有什么计划"),
    ("今年", "的目标是什么"), ("去年", "增长了多少"), ("政府打算怎么做", ""), ("为什么要", ""), ("哪些", "正在进行"), ("报告怎么说", ""),
    ("", "取得了什么成绩"), ("", "存在哪些问题"), ("对", "有什么支持"), ("什么是", ""), ("", "的情况"), ("请问", "是什么"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Recipe:
    """The figures of a training run; the last eight say how many pairs of a batch come from where."""

    dimension: int = 256
    members: int = 4
    steps: int = 800
    rate: float = 0.006
    scale: float = 11.0
    token_dropout: float = 0.15
    split: float = 0.15
    whole: float = 0.6
    span: float = 0.2
    questions: float = 0.3
    english_queries: float = 0.75
    seed: int = 13
    domain: int = 368
    general: int = 128
    related: int = 96
    concepts: int = 288
    places: int = 16
    own: int = 64
    queries: int = 224
    terms: int = 32

    @property
    def shares(self) -> dict[str, int]:
        """How many pairs of a batch come from each kind of material."""
        kinds = ("domain", "general", "related", "concepts", "places", "own", "queries", "terms")
        return {kind: getattr(self, kind) for kind in kinds}


@dataclass(frozen=True, slots=True)
class Batch:
    """Tokens of all left sides, then of all right sides; where each side starts; the text number of the right ones."""

    tokens: Ids
    starts: Ids
    passages: Ids


class Texts:
    """Distinct texts as one flat token array."""

    def __init__(self, tokenizer: Tokenizer, texts: Sequence[str]) -> None:
        self.texts = list(dict.fromkeys(texts))
        self.number = {text: i for i, text in enumerate(self.texts)}
        ids = [encoding.ids for encoding in tokenizer.encode_batch(self.texts, add_special_tokens=False)]
        self.lengths: Ids = np.array([len(row) for row in ids], dtype=np.int64)
        self.starts: Ids = np.concatenate([[0], np.cumsum(self.lengths)[:-1]]).astype(np.int64)
        self.tokens: Ids = np.array([token for row in ids for token in row], dtype=np.int64)
        self.chinese = np.array([is_chinese(text) for text in self.texts])

    def numbers(self, texts: Sequence[str]) -> Ids:
        """The number of each text."""
        return np.array([self.number[text] for text in texts], dtype=np.int64)


class Batches:
    """Draws batches; the same seed draws the same ones."""

    def __init__(self, material: Material, tokenizer: Tokenizer, recipe: Recipe) -> None:
        self.recipe = recipe
        self.random = np.random.default_rng(recipe.seed)
        pairs = {
            "domain": material.domain,
            "general": material.general,
            "related": material.related,
            "places": material.places,
            "terms": material.terms,
        }
        own = [side for pair in material.domain for side in pair] + list(material.monolingual)
        concepts = [phrase for group in material.concepts for phrase in group]
        asked = [side for group in material.queries for pair in group for side in pair]
        everything = (
            [side for kind in pairs.values() for pair in kind for side in pair] + own + concepts + asked
        )
        self.texts = Texts(tokenizer, everything)
        number = self.texts.numbers
        self.pairs = {
            kind: np.stack([number([a for a, _ in rows]), number([b for _, b in rows])], axis=1)
            for kind, rows in pairs.items()
        }
        alone = number(own)
        self.pairs["own"] = np.stack([alone, alone], axis=1)
        counts = np.bincount(self.texts.tokens, minlength=tokenizer.get_vocab_size()).astype(np.float64)
        share = counts / counts.sum()
        # A word is the likelier part of a query the rarer it is; below some thirty uses no longer so.
        self.salience = np.log1p(1e-3 / np.maximum(share, 30 / counts.sum()))
        self.prior: Floats = (3e-4 / (3e-4 + share)).astype(np.float32)
        self.asked = [
            np.stack([number([a for a, _ in group]), number([b for _, b in group])], axis=1)
            for group in material.queries
        ]
        self.members = [number(group) for group in material.concepts]
        self.found = [[number(rows) for rows in group] for group in _occurrences(material)]
        self.prompts = [
            [[encoding.ids for encoding in tokenizer.encode_batch(list(affixes), add_special_tokens=False)]
             for affixes in questions]
            for questions in (QUESTIONS_EN, QUESTIONS_ZH)
        ]  # fmt: skip
        self.halves = _halves(tokenizer)
        self._orders: dict[str, Iterator[int]] = {}

    def draw(self) -> Batch:
        """The next batch."""
        left: list[Ids] = []
        modes: list[NDArray[np.int8]] = []
        right: list[Ids] = []
        for kind, count in self.recipe.shares.items():
            if kind == "concepts":
                one, other = self._concept_pairs(count)
                mode = np.full(count, 3, dtype=np.int8)
            elif kind == "queries":
                one, other = self._query_pairs(count)
                mode = np.full(len(one), 3, dtype=np.int8)
            elif not len(self.pairs[kind]):
                continue
            else:
                rows = self.pairs[kind][self._next(kind, count)]
                mode = self._modes(kind, count)
                # Reports are searched in Chinese, so a short query is mostly the English side.
                flip = self.random.random(count) < np.where(mode == 0, 0.5, self.recipe.english_queries)
                one, other = np.where(flip, rows[:, 1], rows[:, 0]), np.where(flip, rows[:, 0], rows[:, 1])
            left.append(one)
            right.append(other)
            modes.append(mode)
        queries, passages = np.concatenate(left), np.concatenate(right)
        whole = np.zeros(len(passages), dtype=np.int8)
        tokens, starts = self._cut(np.concatenate([queries, passages]), np.concatenate([*modes, whole]))
        return Batch(tokens, starts, passages)

    def _modes(self, kind: str, count: int) -> NDArray[np.int8]:
        """0 whole text, 1 a span, 2 a few telling words."""
        recipe = self.recipe
        whole = {"own": 0.0, "places": 1.0, "terms": 1.0}.get(kind, recipe.whole)
        dice = self.random.random(count)
        return np.where(dice < whole, 0, np.where(dice < whole + recipe.span, 1, 2)).astype(np.int8)

    def _next(self, kind: str, count: int) -> Ids:
        """The next rows of an endless shuffle."""
        if kind not in self._orders:
            self._orders[kind] = self._shuffled(len(self.pairs[kind]))
        order = self._orders[kind]
        return np.array([next(order) for _ in range(count)], dtype=np.int64)

    def _shuffled(self, size: int) -> Iterator[int]:
        while True:
            yield from self.random.permutation(size).tolist()

    def _concept_pairs(self, count: int) -> tuple[Ids, Ids]:
        """A phrase of a concept, and a sentence that says it in other words (or another phrase of the concept)."""
        groups = self.random.permutation(len(self.members))
        groups = np.resize(groups, count)
        one, other = np.empty(count, dtype=np.int64), np.empty(count, dtype=np.int64)
        for i, group in enumerate(groups.tolist()):
            members = self.members[group]
            said = [j for j, rows in enumerate(self.found[group]) if len(rows)]
            if said and self.random.random() < 0.7:
                j = said[int(self.random.integers(len(said)))]
                rows = self.found[group][j]
                other[i] = rows[int(self.random.integers(len(rows)))]
            else:
                j = int(self.random.integers(len(members)))
                other[i] = members[j]
            k = int(self.random.integers(len(members) - 1))
            one[i] = members[k if k < j else k + 1]
        return one, other

    def _query_pairs(self, count: int) -> tuple[Ids, Ids]:
        """Queries with their passages, many of one report: the other passages of it are the hardest wrong answers."""
        chosen: list[Ids] = []
        for group in self.random.permutation(len(self.asked)).tolist():
            rows = self.asked[group]
            chosen.append(self.random.permutation(rows)[: min(count, 96)])
            count -= len(chosen[-1])
            if not count:
                break
        rows = np.concatenate(chosen) if chosen else np.zeros((0, 2), dtype=np.int64)
        return rows[:, 0], rows[:, 1]

    def _cut(self, numbers: Ids, modes: NDArray[np.int8]) -> tuple[Ids, Ids]:
        """The tokens that are left of each text, and where each text starts in them."""
        texts, rng = self.texts, self.random
        lengths, starts = texts.lengths[numbers], texts.starts[numbers]
        rows = np.repeat(np.arange(len(numbers)), lengths)
        first = np.concatenate([[0], np.cumsum(lengths)[:-1]])
        place = np.arange(len(rows)) - first[rows]
        tokens = texts.tokens[starts[rows] + place]
        mode = modes[rows]
        keep = rng.random(len(rows)) >= self.recipe.token_dropout
        keep[mode == 3] = True
        span_length = rng.integers(1, 9, len(numbers))
        span_start = (rng.random(len(numbers)) * np.maximum(lengths - span_length + 1, 1)).astype(np.int64)
        inside = (place >= span_start[rows]) & (place < (span_start + span_length)[rows])
        keep = np.where(mode == 1, inside, keep)
        # Telling words: the k largest of log(salience) + Gumbel noise are a draw without replacement.
        noise = np.log(self.salience[tokens] + 1e-9) - np.log(-np.log(rng.random(len(rows)) + 1e-12) + 1e-12)
        order = np.lexsort((-noise, rows))
        rank = np.empty(len(rows), dtype=np.int64)
        rank[order] = place
        keep = np.where(mode == 2, rank < rng.integers(1, 5, len(numbers))[rows], keep)
        rows, tokens = self._split(rows[keep], tokens[keep])
        rows, tokens = self._with_questions(rows, tokens, numbers, modes)
        counts = np.bincount(rows, minlength=len(numbers))
        return tokens, np.concatenate([[0], np.cumsum(counts)[:-1]]).astype(np.int64)

    def _split(self, rows: Ids, tokens: Ids) -> tuple[Ids, Ids]:
        """Cut some pieces in two, so that the smaller ones learn from the larger and rare words are not lost."""
        cut = (self.halves[tokens, 0] > 0) & (self.random.random(len(tokens)) < self.recipe.split)
        halves = self.halves[tokens[cut]]
        tokens = tokens.copy()
        tokens[cut] = halves[:, 0]
        rows = np.concatenate([rows, rows[cut]])
        tokens = np.concatenate([tokens, halves[:, 1]])
        order = np.argsort(rows, kind="stable")
        return rows[order], tokens[order]

    def _with_questions(
        self, rows: Ids, tokens: Ids, numbers: Ids, modes: NDArray[np.int8]
    ) -> tuple[Ids, Ids]:
        asked = np.flatnonzero((modes > 0) & (self.random.random(len(numbers)) < self.recipe.questions))
        extra_rows: list[int] = []
        extra_tokens: list[int] = []
        for row in asked.tolist():
            prompts = self.prompts[int(self.texts.chinese[numbers[row]])]
            for affix in prompts[int(self.random.integers(len(prompts)))]:
                extra_rows += [row] * len(affix)
                extra_tokens += affix
        if not extra_rows:
            return rows, tokens
        rows = np.concatenate([rows, np.array(extra_rows, dtype=np.int64)])
        tokens = np.concatenate([tokens, np.array(extra_tokens, dtype=np.int64)])
        order = np.argsort(rows, kind="stable")
        return rows[order], tokens[order]


def _halves(tokenizer: Tokenizer) -> Ids:
    """For each piece the two likeliest pieces that make it up, or zeros."""
    vocabulary = tokenizer.get_vocab()
    halves = np.zeros((len(vocabulary), 2), dtype=np.int64)
    for piece, number in vocabulary.items():
        # Pieces are numbered by falling likelihood: the best cut has the smallest larger number.
        cuts = [(vocabulary[piece[:i]], vocabulary[piece[i:]]) for i in range(1, len(piece))
                if piece[:i] in vocabulary and piece[i:] in vocabulary]  # fmt: skip
        if cuts and number:
            halves[number] = min(cuts, key=lambda cut: (max(cut), cut))
    return halves


def _occurrences(material: Material, most: int = 300) -> list[list[list[str]]]:
    """For each phrase of each concept, sentences of the domain that contain it."""
    chinese = list(dict.fromkeys([zh for zh, _ in material.domain] + list(material.monolingual)))
    english = list(dict.fromkeys(en for _, en in material.domain))
    zh_text, en_text = "\n".join(chinese), "\n" + "\n".join(english).lower() + "\n"
    zh_lines, en_lines = _Lines(zh_text, chinese), _Lines(en_text[1:], english)
    return [
        [
            zh_lines.with_phrase(p, most) if is_chinese(p) else en_lines.with_phrase(p.lower(), most)
            for p in group
        ]
        for group in material.concepts
    ]


class _Lines:
    """Finds the lines that contain a phrase, quickly."""

    def __init__(self, text: str, lines: Sequence[str]) -> None:
        self.text, self.lines = text, lines
        self.starts = np.cumsum([0] + [len(line) + 1 for line in lines])

    def with_phrase(self, phrase: str, most: int) -> list[str]:
        """Up to ``most`` lines, spread over the whole."""
        found: list[int] = []
        at = self.text.find(phrase)
        while at >= 0:
            end = at + len(phrase)
            whole = not phrase.isascii() or (
                (at == 0 or not self.text[at - 1].isalpha())
                and (end >= len(self.text) or not self.text[end].isalpha())
            )
            if whole:
                found.append(at)
            at = self.text.find(phrase, end)
        rows = np.unique(np.searchsorted(self.starts, np.array(found, dtype=np.int64), side="right") - 1)
        if len(rows) > most:
            rows = rows[np.linspace(0, len(rows) - 1, most).astype(np.int64)]
        return [self.lines[int(row)] for row in rows]
