"""Small stand-ins that are real: they compute, but need no model on disk."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

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


def write_report(folder: Path, name: str, place: str, year: int, review: str, plan: str) -> str:
    """A small report of a place in a file, which reviews the year before and plans ``year``; its path."""
    lines = [
        f"{year}年{place}政府工作报告",
        "",
        f"一、{year - 1}年工作回顾",
        review,
        f"二、{year}年工作安排",
        plan,
    ]
    (folder / name).write_text("\n".join(lines), encoding="utf-8")
    return str(folder / name)


def write_reports_to_compare(folder: Path) -> list[str]:
    """Sichuan in 2025 and 2026, and Guizhou in 2026."""
    aims = "地区生产总值增长5%左右。城镇新增就业40万人以上。"
    reached = "地区生产总值增长5.4%。城镇新增就业38万人。"
    elsewhere = "地区生产总值增长4.1%。城镇新增就业90万人。"
    return [
        write_report(folder, "a.txt", "四川省", 2025, "好。", aims),
        write_report(folder, "b.txt", "四川省", 2026, reached, "地区生产总值增长5%。"),
        write_report(folder, "c.txt", "贵州省", 2026, elsewhere, "地区生产总值增长5%—6%。"),
    ]
