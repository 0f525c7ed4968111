"""Small Argos packages that CTranslate2 loads and runs: random weights, real tokenizers, in the forms met in public."""

from __future__ import annotations

import io
import json
import struct
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np

from tests.model_files import METADATA, write_archive

WIDTH = 16
WORDS = "we will advance reform and develop the economy of city province new growth about".split()
CHINESE = "我们要推进改革发展经济增长年亿元城市和新的"
CODES = "#version: 0.2\nr e\nre f\nt h\nth e</w>\n改 革\n经 济</w>\n发 展\n"


def sentencepiece_model() -> tuple[bytes, list[str]]:
    """A small vocabulary over both languages, with its pieces."""
    import sentencepiece

    lines = [" ".join(WORDS[i:] + WORDS[:i]) for i in range(len(WORDS))] + [CHINESE, CHINESE[::-1], "2024 5%"]
    model = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(lines * 3), model_writer=model, vocab_size=90, hard_vocab_limit=False,
        character_coverage=1.0, minloglevel=2,
    )  # fmt: skip
    processor = sentencepiece.SentencePieceProcessor(model_proto=model.getvalue())
    return model.getvalue(), [str(processor.id_to_piece(i)) for i in range(processor.get_piece_size())]


def _fill(spec: Any, random: np.random.Generator, size: int) -> None:
    def weight(*shape: int) -> Any:
        return random.normal(0, 0.4, shape).astype(np.float32)

    def layer(part: Any, rows: int, columns: int) -> None:
        part.weight, part.bias = weight(rows, columns), weight(rows)

    def norm(part: Any) -> None:
        part.gamma, part.beta = np.ones(WIDTH, np.float32), np.zeros(WIDTH, np.float32)

    for side in (spec.encoder, spec.decoder):
        embeddings = side.embeddings if isinstance(side.embeddings, list) else [side.embeddings]
        for each in embeddings:
            each.weight = weight(size, WIDTH)
        norm(side.layer_norm)
        for block in side.layer:
            layer(block.self_attention.linear[0], 3 * WIDTH, WIDTH)
            layer(block.self_attention.linear[1], WIDTH, WIDTH)
            norm(block.self_attention.layer_norm)
            if hasattr(block, "attention"):
                layer(block.attention.linear[0], WIDTH, WIDTH)
                layer(block.attention.linear[1], 2 * WIDTH, WIDTH)
                layer(block.attention.linear[2], WIDTH, WIDTH)
                norm(block.attention.layer_norm)
            layer(block.ffn.linear_0, 2 * WIDTH, WIDTH)
            layer(block.ffn.linear_1, WIDTH, 2 * WIDTH)
            norm(block.ffn.layer_norm)
    layer(spec.decoder.projection, size, WIDTH)


def model_files(
    folder: Path, pieces: Iterable[str], *, shared: bool = True, seed: int = 1
) -> dict[str, bytes]:
    """The files of a model folder as CTranslate2 itself writes them, by their paths in the package."""
    from ctranslate2.specs import TransformerSpec

    tokens = list(dict.fromkeys(["<unk>", "<s>", "</s>", *pieces]))
    spec = TransformerSpec.from_config(1, 2)
    _fill(spec, np.random.default_rng(seed), len(tokens))
    spec.register_source_vocabulary(tokens)
    spec.register_target_vocabulary(tokens if shared else [*tokens[:3], *tokens[:2:-1]])
    spec.validate()
    spec.optimize(quantization="int8")
    folder.mkdir(parents=True)
    spec.save(str(folder))
    return {f"model/{path.name}": path.read_bytes() for path in folder.iterdir()}


def in_old_form(files: dict[str, bytes], version: int = 5) -> dict[str, bytes]:
    """The same model as earlier versions of CTranslate2 wrote it: no config.json, vocabularies as lines of text."""
    weights = files["model/model.bin"]
    out = {"model/model.bin": struct.pack("I", version) + weights[4:]}
    for path, content in files.items():
        if path.endswith("_vocabulary.json"):
            tokens = json.loads(content)
            out[path.replace(".json", ".txt")] = "".join(f"{token}\n" for token in tokens).encode()
    return out


def real_files(
    folder: Path,
    from_code: str = "zh",
    to_code: str = "en",
    *,
    bpe: bool = False,
    shared: bool = True,
    old: bool = False,
    seed: int = 1,
    **metadata: str,
) -> dict[str, bytes]:
    """The files of a whole package; ``folder`` is where its model is built."""
    if bpe:
        pieces = [*WORDS, *CHINESE, "改革", "发展", *(f"{c}@@" for c in "abcdefghijklmnopqrstuvwxyz"), "."]
        own = {"bpe.model": CODES.encode()}
    else:
        model, pieces = sentencepiece_model()
        own = {"sentencepiece.model": model}
    files = model_files(folder, [*pieces, metadata.get("target_prefix") or "<pad>"], shared=shared, seed=seed)
    fields = METADATA | {"from_code": from_code, "to_code": to_code} | metadata
    return {
        "metadata.json": json.dumps(fields).encode(),
        "README.md": b"# A package for tests\n\nBLEU: 12.5\n",
        "stanza/zh/tokenize/gsdsimp.pt": b"\x80\x04never loaded",
        **own,
        **(in_old_form(files) if old else files),
    }


def real_archive(path: Path, *args: Any, **choices: Any) -> Path:
    """An .argosmodel file of such a package."""
    return write_archive(path, real_files(path.with_suffix(".build"), *args, **choices), root=path.stem)
