"""Turns sentence pairs into numbered batches: placeholders, sub-word sampling, word links, length buckets."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from models.training.corpus import Pair, masked

if TYPE_CHECKING:
    from sentencepiece import SentencePieceProcessor

EOS = 3
BOS = 2
_WORD = re.compile(r"[\ue000-\ue0ff]|[A-Za-z]+(?:'[a-z]+)?|\d|[^\sA-Za-z\d]")

Links = NDArray[np.int16]
"""Word links of a pair: rows of (Chinese start, Chinese end, English start, English end) in characters."""


@dataclass(frozen=True, slots=True)
class Example:
    """One direction of a pair as ids, with (target position, source position) links."""

    source: tuple[int, ...]
    target: tuple[int, ...]
    links: tuple[tuple[int, int], ...]
    to_english: bool


@dataclass(frozen=True, slots=True)
class Batch:
    """Padded ids: ``source`` (b, s), ``target`` (b, t) begins with BOS, ``labels`` (b, t) ends with EOS.

    ``links`` holds (row, target position, source position, weight) as float32 rows.
    """

    source: NDArray[np.int64]
    target: NDArray[np.int64]
    labels: NDArray[np.int64]
    links: NDArray[np.float32]
    to_english: bool
    tokens: int


def english_words(text: str) -> list[tuple[int, int]]:
    """Character ranges of the words and marks that the aligner counts as words."""
    return [m.span() for m in _WORD.finditer(text)]


def piece_spans(
    tokenizer: SentencePieceProcessor, text: str, sample: float
) -> tuple[list[int], list[tuple[int, int]]]:
    """Ids and their character ranges in ``text``; ``sample`` > 0 draws another segmentation each time."""
    pieces = (
        tokenizer.encode(text, out_type=str, enable_sampling=True, alpha=sample, nbest_size=-1)
        if sample
        else tokenizer.encode(text, out_type=str)
    )
    ids = tokenizer.piece_to_id(pieces)
    spans: list[tuple[int, int]] = []
    at = 0
    partial = 0
    for i, piece in enumerate(pieces):
        if len(piece) == 6 and piece.startswith("<0x"):  # a byte of a rare character; they share its range
            partial += 1
            spans.append((at, min(at + 1, len(text))))
            following = pieces[i + 1] if i + 1 < len(pieces) else ""
            if not following.startswith("<0x") or partial == _byte_length(text, at):
                at, partial = at + 1, 0
            continue
        length = len(piece) - (1 if i == 0 and piece.startswith("▁") and not text.startswith(" ") else 0)
        spans.append((at, at + length))
        at += length
    return ids, spans


def _byte_length(text: str, at: int) -> int:
    return len(text[at].encode()) if at < len(text) else 1


def project(
    links: Links, zh: Sequence[tuple[int, int]], en: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Character links as (Chinese piece, English piece) pairs."""
    zh_at = {c: i for i, (s, e) in enumerate(zh) for c in range(s, e)}
    en_at = {c: i for i, (s, e) in enumerate(en) for c in range(s, e)}
    out: set[tuple[int, int]] = set()
    for zs, ze, es, ee in links:
        for a in {zh_at[c] for c in range(zs, ze) if c in zh_at}:
            for b in {en_at[c] for c in range(es, ee) if c in en_at}:
                out.add((a, b))
    return sorted(out)


def make_examples(
    pairs: Sequence[Pair], links: Sequence[Links | None], tokenizer: SentencePieceProcessor, chance: random.Random,
    *, sample: float, plain_share: float = 0.04, limit: int = 160,
) -> list[Example]:  # fmt: skip
    """Both directions of each pair, figures as randomly numbered placeholders.

    A small share stays unmasked, so that the package also works in programs that know no placeholders.
    """
    examples: list[Example] = []
    for pair, link in zip(pairs, links, strict=True):
        in_order = chance.random() < 0.5
        texts = masked(pair, None if in_order else chance)
        if texts is None:
            continue
        if chance.random() < plain_share:
            texts, link = (pair.chinese, pair.english), None
        zh_ids, zh_spans = piece_spans(tokenizer, texts[0], sample)
        en_ids, en_spans = piece_spans(tokenizer, texts[1], sample)
        if not (0 < len(zh_ids) <= limit and 0 < len(en_ids) <= limit):
            continue
        joined = project(link, zh_spans, en_spans) if link is not None else []
        zh, en = (*zh_ids, EOS), (*en_ids, EOS)
        examples.append(Example(zh, en, tuple((b, a) for a, b in joined), to_english=True))
        examples.append(Example(en, zh, tuple(joined), to_english=False))
    return examples


def batches(examples: Sequence[Example], tokens: int, chance: random.Random) -> Iterator[Batch]:
    """Batches of one direction and like length, at most ``tokens`` padded target or source positions each."""
    order = sorted(
        range(len(examples)),
        key=lambda i: (
            examples[i].to_english,
            len(examples[i].target) + chance.random() * 4,
            len(examples[i].source),
        ),
    )
    groups: list[list[int]] = []
    group: list[int] = []
    longest = 0
    for i in order:
        size = max(len(examples[i].target), int(0.7 * len(examples[i].source)))
        turned = bool(group) and examples[group[0]].to_english != examples[i].to_english
        if group and (turned or max(longest, size) * (len(group) + 1) > tokens):
            groups.append(group)
            group, longest = [], 0
        group.append(i)
        longest = max(longest, size)
    if group:
        groups.append(group)
    chance.shuffle(groups)
    for chosen in groups:
        yield collate([examples[i] for i in chosen])


def collate(rows: Sequence[Example]) -> Batch:
    """Pad ``rows`` into one batch."""
    width_s = max(len(r.source) for r in rows)
    width_t = max(len(r.target) for r in rows)
    source = np.zeros((len(rows), width_s), np.int64)
    target = np.zeros((len(rows), width_t), np.int64)
    labels = np.zeros((len(rows), width_t), np.int64)
    links: list[tuple[float, float, float, float]] = []
    for i, row in enumerate(rows):
        source[i, : len(row.source)] = row.source
        target[i, 0] = BOS
        target[i, 1 : len(row.target)] = row.target[:-1]
        labels[i, : len(row.target)] = row.target
        per_target: dict[int, int] = {}
        for t, _ in row.links:
            per_target[t] = per_target.get(t, 0) + 1
        links.extend((i, t, s, 1 / per_target[t]) for t, s in row.links)
    return Batch(
        source, target, labels, np.array(links, np.float32).reshape(-1, 4), rows[0].to_english,
        sum(len(r.target) for r in rows),
    )  # fmt: skip
