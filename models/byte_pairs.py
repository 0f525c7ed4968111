"""Byte-pair segmentation as subword-nmt learns it: a list of merges, applied to a word in the order of the list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from models.moses import detokenize, tokenize, unescape

JOINER: Final = "@@"
_END: Final = "</w>"
_MOST_CODES: Final = 500_000
_LONGEST_WORD: Final = 400
"""Chinese has no blanks, so a clause is one word; a longer one is cut, or a page without a comma would take minutes."""
_CACHED: Final = 50_000


class BytePairs:
    """The merges of a bpe.model file; raises ValueError where a line is not a pair."""

    def __init__(self, codes: str) -> None:
        lines = codes.lstrip("\ufeff").split("\n")
        first = lines[0].split()
        self._split_end = not (first[:1] == ["#version:"] and len(first) > 1 and _is_newer(first[1]))
        self._ranks: dict[tuple[str, str], int] = {}
        for i, line in enumerate(lines[1 if first[:1] == ["#version:"] else 0 :]):
            if not line.strip("\r "):
                continue
            left, _, right = line.strip("\r ").partition(" ")
            if not right or " " in right:
                raise ValueError(f"line {i + 1} is not a pair of pieces")
            if i > _MOST_CODES:
                raise ValueError(f"it has more than {_MOST_CODES} lines")
            self._ranks.setdefault((left, right), i)
        if not self._ranks:
            raise ValueError("it is empty")
        self._known: dict[str, tuple[str, ...]] = {}

    def segment(self, word: str) -> tuple[str, ...]:
        """The pieces of a word, all but the last with the joiner behind them."""
        known = self._known.get(word)
        if known is None:
            if len(self._known) >= _CACHED:
                self._known.clear()
            pieces = [p for part in _parts(word) for p in self._merged(part)]
            known = (*(p + JOINER for p in pieces[:-1]), pieces[-1]) if pieces else ()
            self._known[word] = known
        return known

    def _merged(self, word: str) -> list[str]:
        if len(word) == 1:
            return [word]
        pieces = [*word, _END] if self._split_end else [*word[:-1], word[-1] + _END]
        none = len(self._ranks) + 1
        while len(pieces) > 1:
            ranks = self._ranks
            pair = min(zip(pieces, pieces[1:], strict=False), key=lambda p: ranks.get(p, none))
            if pair not in ranks:
                break
            pieces = list(_joined(pieces, pair))
        last = pieces.pop().removesuffix(_END)
        return [*pieces, last] if last else pieces


def _is_newer(version: str) -> bool:
    """True from 0.2 on, where a word's end is a part of its last character."""
    return version.split(".")[:2] not in (["0"], ["0", "0"], ["0", "1"])


def _parts(word: str) -> Iterator[str]:
    for start in range(0, len(word), _LONGEST_WORD):
        yield word[start : start + _LONGEST_WORD]


def _joined(pieces: Sequence[str], pair: tuple[str, str]) -> Iterator[str]:
    i = 0
    while i < len(pieces):
        if i + 1 < len(pieces) and (pieces[i], pieces[i + 1]) == pair:
            yield pieces[i] + pieces[i + 1]
            i += 2
        else:
            yield pieces[i]
            i += 1


class BytePairTokenizer:
    """Moses words in byte pairs, and back; for packages with a bpe.model."""

    def __init__(self, codes: str, from_code: str, to_code: str) -> None:
        self._pairs = BytePairs(codes)
        self._from, self._to = from_code, to_code

    def encode_all(self, texts: Sequence[str]) -> list[list[str]]:
        """The pieces of each text."""
        return [
            [p for word in tokenize(text, self._from) for p in self._pairs.segment(word)] for text in texts
        ]

    def decode(self, pieces: Sequence[str]) -> str:
        """The text of pieces that the network wrote."""
        joined = f"{' '.join(pieces)} ".replace(f"{JOINER} ", "")
        return detokenize(joined.split(), self._to)

    def plain(self, piece: str) -> str:
        """The characters that a piece stands for in the text."""
        return unescape(piece.removesuffix(JOINER))

    def knows(self, piece: str) -> bool:
        """False: the file lists merges, not pieces."""
        return False

    def score(self, piece: str) -> float:
        """No piece is likelier than another."""
        return 0.0

    def with_digits(self) -> list[str]:
        """None: see ``knows``."""
        return []
