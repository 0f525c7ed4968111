"""Vectors: the bundled encoder read directly gives what sentence-transformers gives, without importing it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from index.errors import DamagedModel
from index.report import Report
from models.catalog import BUNDLED, Catalog
from models.embedding import StaticEmbedder, TransformerEmbedder, is_static, load_embedder
from models.installing import install
from tests.conftest import ROOT

ENCODER = BUNDLED / "encoder-zh-en"
needs_encoder = pytest.mark.skipif(not ENCODER.is_dir(), reason="the bundled encoder is not here")

_THEIRS = """
import json, sys
import numpy as np
from sentence_transformers import SentenceTransformer
texts = json.loads(sys.stdin.read())
model = SentenceTransformer(sys.argv[1], device="cpu", local_files_only=True)
np.save(sys.argv[2], model.encode(texts, normalize_embeddings=True, show_progress_bar=False))
"""

_OURS = """
import json, sys
from pathlib import Path
import numpy as np
from models.catalog import Catalog
from models.embedding import load_embedder
texts = json.loads(sys.stdin.read())
np.save(sys.argv[2], load_embedder(Catalog(Path(sys.argv[2]).parent / "models").encoder()).embed(texts))
print("HEAVY:", *({"torch", "sentence_transformers", "transformers"} & sys.modules.keys()))
"""


def tiny_tokenizer() -> str:
    vocabulary = [["<unk>", 0.0], ["a", -1.0], ["b", -2.0], ["ab", -2.5]]
    return json.dumps({
        "version": "1.0", "truncation": None, "padding": None, "added_tokens": [], "normalizer": None,
        "pre_tokenizer": {"type": "WhitespaceSplit"}, "post_processor": None, "decoder": None,
        "model": {"type": "Unigram", "unk_id": 0, "vocab": vocabulary, "byte_fallback": False},
    })  # fmt: skip


def tiny_encoder(folder: Path, tensors: dict[str, np.ndarray]) -> Path:
    from safetensors.numpy import save_file

    folder.mkdir()
    save_file(tensors, folder / "model.safetensors")
    (folder / "tokenizer.json").write_text(tiny_tokenizer(), encoding="utf-8")
    module = {"idx": 0, "name": "0", "path": "", "type": "sentence_transformers.models.StaticEmbedding"}
    (folder / "modules.json").write_text(json.dumps([module]), encoding="utf-8")
    return folder


TABLE = np.array([[0, 0, 1], [3, 0, 0], [0, 4, 0], [1, 1, 0]], dtype=np.float32)


@pytest.mark.parametrize("kind", ["float32", "float16", "scaled", "mapped"])
def test_every_way_to_store_the_table_is_read(tmp_path: Path, kind: str) -> None:
    tensors: dict[str, dict[str, np.ndarray]] = {
        "float32": {"embedding.weight": TABLE},
        "float16": {"embedding.weight": TABLE.astype(np.float16)},
        "scaled": {"embeddings": (TABLE * 10).astype(np.int8), "weights": np.full(4, 0.1, np.float32)},
        "mapped": {"embeddings": TABLE[::-1].copy(), "mapping": np.array([3, 2, 1, 0], np.int32)},
    }
    embedder = StaticEmbedder(tiny_encoder(tmp_path / "e", tensors[kind]), "f")
    vectors = embedder.embed(["a b", "ab", "", "   ", "a"])
    assert vectors.dtype == np.float32
    expected = [[0.6, 0.8, 0], [0.5**0.5, 0.5**0.5, 0], [0, 0, 0], [0, 0, 0], [1, 0, 0]]
    np.testing.assert_allclose(vectors, expected, atol=1e-6)
    assert (embedder.dimension, embedder.fingerprint) == (3, "f")


def test_order_and_length_of_the_batch_do_not_matter(tmp_path: Path) -> None:
    embedder = StaticEmbedder(tiny_encoder(tmp_path / "e", {"embedding.weight": TABLE}), "")
    texts = ["a " * (i % 50) + "b" * (i % 3) for i in range(3_000)] + ["a b " * 60_000, ""]
    together = embedder.embed(texts)
    for i in (0, 1, 49, 50, 1_234, 2_999, 3_000, 3_001):
        np.testing.assert_allclose(together[i], embedder.embed([texts[i]])[0], atol=1e-6)
    assert embedder.embed([]).shape == (0, 3)


@pytest.mark.parametrize(
    ("file", "content"),
    [("model.safetensors", b"junk"), ("tokenizer.json", b"{}"), ("tokenizer.json", b"\xff\xfe")],
)
def test_unreadable_files_are_one_clear_error(tmp_path: Path, file: str, content: bytes) -> None:
    folder = tiny_encoder(tmp_path / "e", {"embedding.weight": TABLE})
    (folder / file).write_bytes(content)
    with pytest.raises(DamagedModel) as caught:
        StaticEmbedder(folder, "", "mine")
    assert str(caught.value).startswith("model package mine is damaged")
    assert "\n" not in str(caught.value)


def test_a_table_too_small_for_its_vocabulary_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DamagedModel, match="vocabulary"):
        StaticEmbedder(tiny_encoder(tmp_path / "e", {"embedding.weight": TABLE[:2]}), "")


def test_a_damaged_package_is_not_loaded(tmp_path: Path) -> None:
    package = install(tiny_encoder(tmp_path / "e", {"embedding.weight": TABLE}), tmp_path / "models")
    assert isinstance(load_embedder(package), StaticEmbedder)
    weights = package.folder / "model.safetensors"
    raw = bytearray(weights.read_bytes())
    raw[-1] ^= 0x40
    weights.write_bytes(raw)
    with pytest.raises(DamagedModel, match="SHA-256"):
        load_embedder(package)


def test_other_folders_go_through_sentence_transformers_but_never_their_code(tmp_path: Path) -> None:
    folder = tmp_path / "other"
    folder.mkdir()
    modules = [
        {"path": "", "type": f"sentence_transformers.models.{name}"} for name in ("Transformer", "Pooling")
    ]
    (folder / "modules.json").write_text(json.dumps(modules), encoding="utf-8")
    assert not is_static(folder)
    package = install(folder, tmp_path / "models")
    assert isinstance(load_embedder(package), TransformerEmbedder)
    assert "sentence_transformers" not in sys.modules, "nothing heavy before the first text"
    (package.folder / "modeling.py").write_text("raise SystemExit", encoding="utf-8")
    with pytest.raises(DamagedModel, match=r"modeling\.py"):
        TransformerEmbedder(package.folder, "").embed(["text"])


@needs_encoder
@pytest.mark.slow
def test_the_bundled_vectors_equal_sentence_transformers(sample: Report, tmp_path: Path) -> None:
    from index.variants import to_traditional

    chinese = [sentence.span.of(sample.text) for sentence in sample.sentences]
    texts = chinese[:: max(1, len(chinese) // 130)][:130] + [to_traditional(text) for text in chinese[40:90]]
    texts += [
        f"We will increase investment in {topic} by {n}.5%."
        for n, topic in enumerate(("ports", "R&D", "schools"))
    ]
    texts += [
        "",
        "  ",
        "𠮷野",
        "ＡＢＣ１２３",
        "e\u0301",
        "\u200b",
        "😀 growth",
        *(["经济"] * 13),
        chinese[0] * 400,
    ]
    assert len(texts) >= 200

    def vectors(script: str, out: Path) -> tuple[np.ndarray, str]:
        """What a script makes of the texts and says, in a process of its own, so that its imports can be seen."""
        done = subprocess.run(
            [sys.executable, "-c", script, str(ENCODER), str(out)],
            input=json.dumps(texts), text=True, check=True, timeout=240, capture_output=True, cwd=ROOT,
            env=os.environ | {"HF_HUB_OFFLINE": "1", "TOKENIZERS_PARALLELISM": "false"},
        )  # fmt: skip
        return np.load(out), done.stdout

    theirs, _ = vectors(_THEIRS, tmp_path / "theirs.npy")
    ours, said = vectors(_OURS, tmp_path / "ours.npy")
    assert theirs.dtype == np.float32
    np.testing.assert_allclose(ours, theirs, atol=1e-5)
    assert said.split() == ["HEAVY:"], "ours needs none of their libraries"


@needs_encoder
def test_scripts_widths_and_capitals_make_no_difference(tmp_path: Path) -> None:
    embedder = load_embedder(Catalog(tmp_path / "models").encoder())
    pairs = [
        ("鄉村振興與數字經濟", "乡村振兴与数字经济"),
        ("ＧＤＰ　Growth", "gdp growth"),
        ("全面深化改革開放。", "全面深化改革开放"),
        ("失業率５．５％", "失业率5.5%"),
    ]
    one, other = embedder.embed([a for a, _ in pairs]), embedder.embed([b for _, b in pairs])
    np.testing.assert_allclose(one, other, atol=1e-6)
