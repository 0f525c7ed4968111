"""The networks of translation packages: CTranslate2 over SentencePiece or byte pairs, one package or two in a row.

What comes in and goes out here is text as the network knows it; figures are guarded by ``models.translation``.
"""

from __future__ import annotations

import math
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

from index.errors import DamagedModel
from index.text import Span
from index.variants import to_simplified, to_traditional
from models.byte_pairs import BytePairTokenizer
from models.codes import TRADITIONAL, plain_code
from models.package import ModelPackage, read_metadata
from models.placeholders import SYMBOLS

if TYPE_CHECKING:
    import ctranslate2
    import numpy as np
    import sentencepiece
    from numpy.typing import NDArray

BEAM: Final = 4
LENGTH_PENALTY: Final = 1.5
"""Small networks end too soon; of 1.3, 1.5 and 1.7 this scored best on the development pairs."""
BATCH_TOKENS: Final = 400
LONGEST: Final = 500
"""Pieces in a translation at most; networks of this kind know 512 positions."""
_LARGEST_CODES: Final = 32_000_000


def _default_threads() -> int:
    """Batches that are decoded side by side, one thread each: half of the cores, so that the window has the rest.

    More threads for one batch are slower than one, as its matrices are small and the threads wait for each other.
    """
    return max(1, min(4, (os.cpu_count() or 1) // 2))


@dataclass(frozen=True, slots=True)
class Attention:
    """Where the network looks while it writes a given translation.

    ``weights`` has shape (target pieces, source pieces), rows summing to at most 1; the spans are characters of the two texts.
    """

    source: tuple[Span, ...]
    target: tuple[Span, ...]
    weights: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Draft:
    """What the network wrote, as pieces, and the mean probability of one."""

    pieces: list[str]
    confidence: float


class Tokenizer(Protocol):
    """Text to the pieces of a network and back."""

    def encode_all(self, texts: Sequence[str]) -> list[list[str]]:
        """The pieces of each text."""

    def decode(self, pieces: Sequence[str]) -> str:
        """The text of pieces that the network wrote."""

    def plain(self, piece: str) -> str:
        """The characters that a piece stands for in the text; empty for a part of one."""

    def knows(self, piece: str) -> bool:
        """Whether the vocabulary is known to hold a piece."""

    def score(self, piece: str) -> float:
        """How likely a piece is beside others."""

    def with_digits(self) -> list[str]:
        """The pieces that hold digits."""


class Engine(Protocol):
    """What translates the text of a segment."""

    @property
    def knows_placeholders(self) -> bool:
        """Whether figures travel as placeholders; without them they are compared afterwards."""

    def drafts(
        self, texts: Sequence[str], hypotheses: int = BEAM, *, again: bool = False, otherwise: bool = False
    ) -> list[list[Draft]]:
        """The drafts of each text, best first; ``again`` without loops, ``otherwise`` each beginning differently."""

    def text(self, pieces: Sequence[str]) -> str:
        """The text of a draft."""

    def is_name(self, word: str) -> bool:
        """Whether the vocabulary knows ``word`` better with its capital than without."""

    def attend(self, source: str, target: str) -> Attention | None:
        """Where the network looks while it writes ``target`` for ``source``; None where that cannot be said."""


class Network:
    """The network of one package, loaded at the first text; raises DamagedModel then where it cannot be."""

    def __init__(self, package: ModelPackage, threads: int = 0) -> None:
        self.package = package
        self._threads = threads or _default_threads()
        self._writes_traditional = plain_code(package.to_code) == TRADITIONAL
        self._reads_traditional = plain_code(package.from_code) == TRADITIONAL

    @cached_property
    def tokenizer(self) -> Tokenizer:
        """The package's own."""
        package, folder = self.package, Path(self.package.folder)
        try:
            if (folder / "sentencepiece.model").exists():
                return _Pieces(str(folder / "sentencepiece.model"))
            with (folder / "bpe.model").open(encoding="utf-8") as file:
                codes = file.read(_LARGEST_CODES)
            return BytePairTokenizer(codes, plain_code(package.from_code), plain_code(package.to_code))
        except (OSError, RuntimeError, ValueError) as error:
            raise DamagedModel(package.name, f"its vocabulary cannot be read ({one_line(error)})") from error

    @cached_property
    def network(self) -> ctranslate2.Translator:
        """The weights."""
        import ctranslate2

        try:
            return ctranslate2.Translator(
                str(Path(self.package.folder) / "model"), device="cpu", compute_type="int8",
                inter_threads=self._threads, intra_threads=1,
            )  # fmt: skip
        except (OSError, RuntimeError, ValueError) as error:
            reason = f"its network cannot be loaded ({one_line(error)})"
            raise DamagedModel(self.package.name, reason) from error

    @cached_property
    def _prefix(self) -> list[str]:
        """What a network of several languages wants to see first, e.g. ``__zh__``."""
        prefix = read_metadata(self.package).target_prefix
        return [prefix] if prefix else []

    @cached_property
    def _digits(self) -> list[list[str]]:
        """The pieces with digits: figures come from the source alone, the network may write none."""
        return [[piece] for piece in self.tokenizer.with_digits()]

    @cached_property
    def knows_placeholders(self) -> bool:
        """Whether the vocabulary has pieces for figures."""
        return all(self.tokenizer.knows(symbol) for symbol in SYMBOLS[:4])

    def is_name(self, word: str) -> bool:
        """Whether the vocabulary knows ``word`` better with its capital than without."""
        written, small = f"▁{word}", f"▁{word.lower()}"
        if not self.tokenizer.knows(small):
            return True
        return self.tokenizer.knows(written) and self.tokenizer.score(written) > self.tokenizer.score(small)

    def drafts(
        self, texts: Sequence[str], hypotheses: int = BEAM, *, again: bool = False, otherwise: bool = False
    ) -> list[list[Draft]]:
        """The network's drafts of each text, best first; ``again`` without loops, ``otherwise`` each beginning differently."""
        tokens = self.tokenizer.encode_all([self._read(text) for text in texts])
        drafts: list[list[Draft]] = [[] for _ in texts]
        under_way: list[tuple[int, ctranslate2.AsyncTranslationResult]] = []
        for group in _groups(tokens):
            longest = len(tokens[group[-1]])
            results = self.network.translate_batch(
                [tokens[i] for i in group], beam_size=max(BEAM, hypotheses), num_hypotheses=hypotheses,
                max_decoding_length=min(2 * longest + 20, LONGEST), length_penalty=LENGTH_PENALTY,
                no_repeat_ngram_size=4 if again else 6, coverage_penalty=0.5 if again else 0.0,
                replace_unknowns=not self.knows_placeholders, return_scores=True, return_alternatives=otherwise,
                suppress_sequences=self._digits if self.knows_placeholders else None,
                target_prefix=[self._prefix for _ in group] if self._prefix else None, asynchronous=True,
                max_input_length=LONGEST,
            )  # fmt: skip
            under_way.extend(zip(group, results, strict=True))
        for i, waiting in under_way:
            result = waiting.result()
            drafts[i] = [
                Draft(self._without_prefix(pieces), _mean_probability(score, len(pieces)))
                for pieces, score in zip(result.hypotheses, result.scores, strict=True)
            ]
        return drafts

    def _read(self, text: str) -> str:
        return to_traditional(text) if self._reads_traditional else text

    def _without_prefix(self, pieces: list[str]) -> list[str]:
        return pieces[1:] if self._prefix and pieces[:1] == self._prefix else pieces

    def text(self, pieces: Sequence[str]) -> str:
        """The text of a draft, in Simplified characters where it is Chinese."""
        text = self.tokenizer.decode(pieces)
        return to_simplified(text) if self._writes_traditional else text

    def attend(self, source: str, target: str) -> Attention | None:
        """The network's attention while ``target`` is forced on it as the translation of ``source``; None for long texts."""
        import numpy as np

        own, given = _spelled(self.tokenizer, source), _spelled(self.tokenizer, target)
        if not own or not given or max(len(own), len(given)) >= LONGEST:
            return None
        forced = [*self._prefix, *(piece for piece, _ in given)]
        (result,) = self.network.translate_batch(
            [[piece for piece, _ in own]], target_prefix=[forced], beam_size=1, return_attention=True,
            max_decoding_length=len(forced) + 1, min_decoding_length=len(forced),
        )  # fmt: skip
        rows = result.attention[0][len(self._prefix) :]
        weights = np.asarray(rows, np.float32)[: len(given), : len(own)]
        return Attention(tuple(span for _, span in own), tuple(span for _, span in given), weights)


class Chain:
    """Two networks in a row, over a third language; figures travel as they are written."""

    def __init__(self, first: Network, second: Network) -> None:
        self._first, self._second = first, second

    @property
    def knows_placeholders(self) -> bool:
        """False: the language between knows nothing of them."""
        return False

    def drafts(
        self, texts: Sequence[str], hypotheses: int = BEAM, *, again: bool = False, otherwise: bool = False
    ) -> list[list[Draft]]:
        """The second network's drafts of the first one's best."""
        best = [options[0] for options in self._first.drafts(texts, 1, again=again)]
        between = [self._first.text(draft.pieces) for draft in best]
        return [
            [replace(draft, confidence=draft.confidence * first.confidence) for draft in options]
            for first, options in zip(
                best, self._second.drafts(between, hypotheses, again=again, otherwise=otherwise), strict=True
            )
        ]

    def text(self, pieces: Sequence[str]) -> str:
        """The text of a draft."""
        return self._second.text(pieces)

    def is_name(self, word: str) -> bool:
        """Whether the second vocabulary knows ``word`` better with its capital than without."""
        return self._second.is_name(word)

    def attend(self, source: str, target: str) -> Attention | None:
        """None: no network sees both texts."""
        return None


class _Pieces:
    """A SentencePiece model."""

    def __init__(self, path: str) -> None:
        import sentencepiece

        self._model: sentencepiece.SentencePieceProcessor = sentencepiece.SentencePieceProcessor(
            model_file=path
        )
        self._unknown = self._model.unk_id()

    def encode_all(self, texts: Sequence[str]) -> list[list[str]]:
        pieces: list[list[str]] = self._model.encode(list(texts), out_type=str)
        return pieces

    def decode(self, pieces: Sequence[str]) -> str:
        # Where a package has a vocabulary for each language, the output's pieces are strange to this one: it joins
        # them and leaves their mark for a blank.
        return str(self._model.decode(list(pieces))).replace("\u2581", " ").strip()

    def plain(self, piece: str) -> str:
        return "" if piece.startswith("<0x") else piece.replace("\u2581", " ").strip()

    def knows(self, piece: str) -> bool:
        return bool(self._model.piece_to_id(piece) != self._unknown)

    def score(self, piece: str) -> float:
        return float(self._model.get_score(self._model.piece_to_id(piece)))

    def with_digits(self) -> list[str]:
        pieces = (str(self._model.id_to_piece(i)) for i in range(self._model.get_piece_size()))
        return [p for p in pieces if not p.startswith("<0x") and any(c.isascii() and c.isdigit() for c in p)]


def one_line(error: Exception) -> str:
    """What an error of a library says, short enough for a line."""
    return (" ".join(str(error).split()) or type(error).__name__)[:200]


def _mean_probability(score: float, length: int) -> float:
    """From CTranslate2's score, which is the log-probability divided by the length to the penalty's power."""
    return math.exp(score * (length + 1) ** (LENGTH_PENALTY - 1))


def _spelled(tokenizer: Tokenizer, text: str) -> list[tuple[str, Span]]:
    """The pieces of ``text`` with the characters that each stands for, blanks aside."""
    out: list[tuple[str, Span]] = []
    at = 0
    for piece in tokenizer.encode_all([text])[0]:
        plain = tokenizer.plain(piece)
        found = text.find(plain, at) if plain else -1
        if 0 <= found <= at + 2:
            out.append((piece, Span(found, found + len(plain))))
            at = found + len(plain)
        else:  # a blank, or a byte of a rare character: it stands where the next one begins
            out.append((piece, Span(min(at, len(text)), min(at, len(text)))))
            at += 1 if piece.startswith("<0x") and text[at : at + 1].isascii() else 0
    return out


def _groups(tokens: Sequence[Sequence[str]]) -> Iterator[list[int]]:
    """Indices by length, in groups of at most ``BATCH_TOKENS``: a draft that runs on is cut off by its like."""
    group: list[int] = []
    for i in sorted(range(len(tokens)), key=lambda i: len(tokens[i])):
        if group and len(tokens[i]) * (len(group) + 1) > BATCH_TOKENS:
            yield group
            group = []
        group.append(i)
    if group:
        yield group
