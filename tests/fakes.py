"""Small stand-ins that are real: they compute, but need no model on disk."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from index.embedding import Vectors


class HashingEmbedder:
    """An embedder that hashes character bigrams and words: equal texts are equal, similar texts are near."""

    def __init__(self, dimension: int = 64, name: str = "hashing") -> None:
        self.dimension = dimension
        self.fingerprint = f"{name}-{dimension}"
        self.texts_embedded = 0

    def embed(self, texts: Sequence[str]) -> Vectors:
        self.texts_embedded += len(texts)
        rows = np.zeros((len(texts), self.dimension), dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            for feature in _features(text.lower()):
                code = zlib.crc32(feature.encode("utf-8", errors="replace"))
                row[code % self.dimension] += 1.0 if code >> 31 else -1.0
        lengths = np.linalg.norm(rows, axis=1, keepdims=True)
        unit: Vectors = (rows / np.where(lengths > 0, lengths, 1.0)).astype(np.float32)
        return unit


def _features(text: str) -> list[str]:
    return [a + b for a, b in pairwise(text)] + text.split()
