"""Word links of the training pairs, found by a statistical aligner, to teach one attention head where to look."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from models.training.examples import Links, english_words, piece_spans

if TYPE_CHECKING:
    from sentencepiece import SentencePieceProcessor


def align(texts: Sequence[tuple[str, str] | None], tokenizer: SentencePieceProcessor) -> list[Links | None]:
    """Links of each masked ``(Chinese, English)`` pair: those that both directions of eflomal agree on.

    Östling and Tiedemann 2016, "Efficient word alignment with Markov chain Monte Carlo".
    """
    import eflomal

    rows: list[tuple[list[tuple[int, int]], list[tuple[int, int]]]] = []
    lines: list[tuple[str, str]] = []
    places: list[int] = []
    for i, pair in enumerate(texts):
        if pair is None:
            continue
        zh = [s for s in piece_spans(tokenizer, pair[0], 0.0)[1] if s[1] > s[0]]
        en = english_words(pair[1])
        if zh and en and len(zh) < 250 and len(en) < 250:
            places.append(i)
            rows.append((zh, en))
            lines.append(
                (
                    " ".join(pair[0][s:e].replace(" ", "▁") for s, e in zh),
                    " ".join(pair[1][s:e].lower()[:7] for s, e in en),
                )
            )
    out: list[Links | None] = [None] * len(texts)
    with tempfile.TemporaryDirectory() as folder:
        forward, reverse = Path(folder, "forward"), Path(folder, "reverse")
        eflomal.Aligner().align(
            [zh for zh, _ in lines], [en for _, en in lines],
            links_filename_fwd=str(forward), links_filename_rev=str(reverse), quiet=True,
        )  # fmt: skip
        with forward.open() as ahead, reverse.open() as back:
            for place, (zh, en), one, two in zip(places, rows, ahead, back, strict=True):
                agreed = set(one.split()) & set(two.split())
                links = [(*zh[int(a)], *en[int(b)]) for a, b in (link.split("-") for link in sorted(agreed))]
                out[place] = np.array(links, np.int16).reshape(-1, 4)
    return out
