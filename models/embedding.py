"""Turns texts into vectors, with the encoder of a package.

The bundled encoder is a sentence-transformers folder with a StaticEmbedding alone: its files are read directly, so that
neither torch nor sentence_transformers is ever imported for it. Any other sentence-transformers folder goes
through SentenceTransformer, offline, and only if nothing in it is code.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol, TypeAlias, cast

import numpy as np
from numpy.typing import NDArray

from index.embedding import Embedder, Vectors
from index.errors import DamagedModel
from index.unwanted import tolerated
from models.package import ModelPackage, read_modules, verify

if TYPE_CHECKING:
    from tokenizers import Tokenizer

Table: TypeAlias = NDArray[np.float32] | NDArray[np.float16] | NDArray[np.int8]

_BLOCK_CHARACTERS: Final = 100_000
"""About how many characters are tokenised at a time; bounds the memory, not the result."""
_MOST_ROWS: Final = 8_192
"""How many rows of the table are gathered at a time."""


def load_embedder(package: ModelPackage) -> Embedder:
    """The embedder of an encoder package, after its files were verified; raises DamagedModel."""
    verify(package)
    if is_static(package.folder):
        return StaticEmbedder(package.folder, package.fingerprint, package.name)
    return TransformerEmbedder(package.folder, package.fingerprint, package.name)


def is_static(folder: Path) -> bool:
    """True for a sentence-transformers folder that is one StaticEmbedding and nothing else."""
    modules = read_modules(folder)
    return len(modules) == 1 and modules[0][1].endswith(".StaticEmbedding")


class StaticEmbedder:
    """The mean of the vectors of a text's tokens, scaled to length 1; all zeros for a text without any token."""

    def __init__(self, folder: Path, fingerprint: str, name: str = "encoder") -> None:
        self.fingerprint = fingerprint
        path = read_modules(folder, name)[0][0]
        try:
            self._rows, self._scale = _read_table(folder / path / "model.safetensors")
            self._tokenizer: Tokenizer = _read_tokenizer(folder / path / "tokenizer.json")
        except Exception as error:  # the two readers raise their own, undocumented kinds
            raise DamagedModel(name, f"its files cannot be read ({error})") from error
        if self._tokenizer.get_vocab_size() > len(self._rows):
            raise DamagedModel(name, "its vocabulary is larger than its table of vectors")
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self.dimension = int(self._rows.shape[1])

    def embed(self, texts: Sequence[str]) -> Vectors:
        """One row for each text."""
        vectors = np.zeros((len(texts), self.dimension), dtype=np.float32)
        for first, block in _blocks(texts):
            encodings = self._tokenizer.encode_batch_fast(block, add_special_tokens=False)
            for vector, encoding in zip(vectors[first:], encodings, strict=False):
                self._add_up(encoding.ids, vector)
        lengths = np.sqrt(np.einsum("ij,ij->i", vectors, vectors))
        lengths[lengths == 0] = 1
        vectors /= lengths[:, None]
        return vectors

    def _add_up(self, tokens: list[int], vector: Vectors) -> None:
        """Add the vectors of a text's tokens to ``vector``; the mean differs only in length.

        Text by text: the few rows of a sentence stay in the processor's cache, which makes this several times
        faster than one reduction over all rows of a batch.
        """
        for start in range(0, len(tokens), _MOST_ROWS):
            part = tokens[start : start + _MOST_ROWS]
            vector += self._scale.take(part) @ self._rows.take(part, axis=0).astype(np.float32, copy=False)


def _read_tokenizer(path: Path) -> Tokenizer:
    """The tokenizer of a file; the vocabulary of a unigram model is handed over by itself.

    The library keeps all other threads waiting while it reads, so that one long call would be felt in the window.
    """
    from tokenizers import Tokenizer
    from tokenizers.models import Unigram

    told = json.loads(path.read_text("utf-8"))
    model = told.get("model") or {}
    if model.get("type") != "Unigram" or not isinstance(model.get("vocab"), list) or told.get("added_tokens"):
        return Tokenizer.from_file(str(path))
    vocabulary, unknown = [(str(piece), float(score)) for piece, score in model["vocab"]], model.get("unk_id")
    model["vocab"] = [vocabulary[unknown or 0]]
    model["unk_id"] = None if unknown is None else 0
    tokenizer: Tokenizer = Tokenizer.from_str(json.dumps(told))
    tokenizer.model = Unigram(vocabulary, unknown, bool(model.get("byte_fallback")))
    return tokenizer


class _SentenceTransformer(Protocol):
    """What is used of sentence_transformers.SentenceTransformer."""

    def encode(
        self, sentences: list[str], *, batch_size: int, normalize_embeddings: bool, show_progress_bar: bool
    ) -> NDArray[np.float32]: ...

    def get_embedding_dimension(self) -> int | None: ...


class TransformerEmbedder:
    """Any other sentence-transformers folder; loaded at the first use, which takes seconds."""

    def __init__(self, folder: Path, fingerprint: str, name: str = "encoder") -> None:
        self.fingerprint = fingerprint
        self._folder = folder.resolve()
        self._name = name
        self._model: _SentenceTransformer | None = None

    @property
    def dimension(self) -> int:
        """How long a vector is."""
        size = self._loaded().get_embedding_dimension()
        return size if size is not None else int(self.embed(["a"]).shape[1])

    def embed(self, texts: Sequence[str]) -> Vectors:
        """One row for each text, 32 texts at a time."""
        if not texts:
            return np.zeros((0, self.dimension), dtype=np.float32)
        vectors = self._loaded().encode(
            list(texts), batch_size=32, normalize_embeddings=True, show_progress_bar=False
        )
        return np.ascontiguousarray(vectors, dtype=np.float32)

    def _loaded(self) -> _SentenceTransformer:
        if self._model is None:
            # Read when huggingface_hub is imported: without them a load may ask a server for the folder's name.
            os.environ["HF_HUB_OFFLINE"] = "1"
            os.environ["TRANSFORMERS_OFFLINE"] = "1"
            os.environ["HF_HUB_DISABLE_TELEMETRY"] = "1"
            read_modules(self._folder, self._name)
            try:
                with tolerated():
                    from sentence_transformers import SentenceTransformer

                model = SentenceTransformer(
                    str(self._folder), device="cpu", local_files_only=True, trust_remote_code=False
                )
            except ImportError as error:
                raise DamagedModel(
                    self._name, "it needs the package sentence-transformers, which is not installed"
                ) from error
            except Exception as error:  # whatever a foreign folder makes the library raise
                raise DamagedModel(self._name, f"sentence-transformers cannot load it ({error})") from error
            self._model = cast(_SentenceTransformer, model)
        return self._model


def _blocks(texts: Sequence[str]) -> Iterator[tuple[int, list[str]]]:
    """Runs of texts of bounded size, each with the number of its first text."""
    block: list[str] = []
    first = size = 0
    for i, text in enumerate(texts):
        if block and size + len(text) > _BLOCK_CHARACTERS:
            yield first, block
            block, first, size = [], i, 0
        block.append(text)
        size += len(text)
    if block:
        yield first, block


def _read_table(path: Path) -> tuple[Table, Vectors]:
    """The token vectors of a StaticEmbedding as stored, and a scale for each: whole numbers stay small in memory."""
    from safetensors.numpy import load_file

    tensors = load_file(path)
    rows = tensors["embedding.weight"] if "embedding.weight" in tensors else tensors["embeddings"]
    if "mapping" in tensors:
        rows = rows[tensors["mapping"].astype(np.int64)]
    scale = tensors.get("weights", np.ones(len(rows))).astype(np.float32)
    if rows.ndim != 2 or scale.shape != rows.shape[:1] or rows.dtype.kind not in "fi":
        raise ValueError("the vectors are not a table of numbers")
    if not (np.isfinite(scale).all() and np.isfinite(rows).all()):
        raise ValueError("some of its numbers are infinite")
    return rows, scale
