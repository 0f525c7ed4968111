"""Starting values for the embedding table: pieces that translate each other begin close together.

The word links of the training pairs are a lexicon; embeddings fitted to it let the decoder find a source piece
by its meaning and the tied output layer name it, long before the network could have learned both from so little
text.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import torch
from torch import Tensor
from torch.nn import functional as F

from models.training.corpus import Pair, masked
from models.training.examples import Links, piece_spans, project

if TYPE_CHECKING:
    from sentencepiece import SentencePieceProcessor


def linked_pieces(rows: Sequence[tuple[Pair, Links | None]], tokenizer: SentencePieceProcessor) -> Tensor:
    """All linked (Chinese piece, English piece) ids, shape (n, 2)."""
    out: list[tuple[int, int]] = []
    for pair, links in rows:
        texts = masked(pair)
        if texts is None or links is None:
            continue
        zh_ids, zh_spans = piece_spans(tokenizer, texts[0], 0.0)
        en_ids, en_spans = piece_spans(tokenizer, texts[1], 0.0)
        out.extend((zh_ids[a], en_ids[b]) for a, b in project(links, zh_spans, en_spans))
    return torch.tensor(out)


def lexical_embeddings(links: Tensor, vocabulary: int, width: int, seed: int) -> Tensor:
    """Unit vectors (vocabulary, width) in which linked pieces are neighbours.

    Truncated singular value decomposition of the positive pointwise mutual information of linked pieces (Levy
    and Goldberg 2014), half of the singular values to each side; pieces of both languages (figures, marks) get
    the mean of their two vectors, pieces never linked a random one.
    """
    torch.manual_seed(seed)
    pairs, counts = torch.unique(links, dim=0, return_counts=True)
    total = counts.sum()
    zh = torch.bincount(links[:, 0], minlength=vocabulary).float()
    en = torch.bincount(links[:, 1], minlength=vocabulary).float()
    smooth = en**0.75 / (en**0.75).sum()
    information = torch.log(counts / total / (zh[pairs[:, 0]] / total * smooth[pairs[:, 1]])).clamp_min(0)
    information = information * counts / (counts + 1)  # a link seen once is half an accident
    matrix = torch.sparse_coo_tensor(pairs.T, information.float(), (vocabulary, vocabulary)).coalesce()
    left, values, right = torch.svd_lowrank(matrix, q=width, niter=4)
    own = F.normalize(left * values.sqrt(), dim=1), F.normalize(right * values.sqrt(), dim=1)
    table = own[0] * (zh > 0)[:, None] + own[1] * (en > 0)[:, None]
    random_rows = torch.randn(vocabulary, width)
    return F.normalize(
        torch.where(((zh + en) > 0)[:, None], table, random_rows) + 0.15 * F.normalize(random_rows, dim=1),
        dim=1,
    )
