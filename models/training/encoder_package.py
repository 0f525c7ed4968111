"""Writes the trained encoder as a sentence-transformers folder, measures it as it will be used, and writes its card."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from models.embedding import StaticEmbedder
from models.manifest import write_manifest
from models.training.encoder_batches import Recipe
from models.training.encoder_data import Material
from models.training.retrieval import (
    QUERIES,
    Alignment,
    alignment_files,
    score_alignment,
    score_queries,
    summarise,
)

VERSION: Final = "2.1"
_MODULE: Final = "sentence_transformers.sentence_transformer.modules.static_embedding.StaticEmbedding"
_STEPS: Final = 127


def quantise(table: NDArray[np.float32]) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """Each row as whole numbers from -127 to 127 and the scale that brings it back."""
    scale = np.maximum(np.abs(table).max(axis=1), 1e-12) / _STEPS
    return np.round(table / scale[:, None]).astype(np.int8), scale.astype(np.float32)


def write_files(folder: Path, table: NDArray[np.float32], tokenizer: str) -> None:
    """The files that SentenceTransformer and the reader load."""
    from safetensors.numpy import save_file

    folder.mkdir(parents=True, exist_ok=True)
    rows, scale = quantise(table)
    save_file({"embeddings": rows, "weights": scale}, folder / "model.safetensors", metadata={"format": "pt"})
    (folder / "model.safetensors").chmod(0o644)  # it is written for its owner alone
    (folder / "tokenizer.json").write_text(tokenizer, encoding="utf-8")
    _write_json(folder / "modules.json", [{"idx": 0, "name": "0", "path": "", "type": _MODULE}])
    config: dict[str, object] = {
        "__version__": {"sentence_transformers": "6.2.0"},
        "model_type": "SentenceTransformer",
        "prompts": {"query": "", "document": ""},
        "default_prompt_name": None,
        "similarity_fn_name": "cosine",
    }
    _write_json(folder / "config_sentence_transformers.json", config)


def write_package(
    folder: Path,
    table: NDArray[np.float32],
    tokenizer: str,
    recipe: Recipe,
    material: Material,
    data: Path,
    seconds: float,
) -> None:
    """Files, card and manifest of the finished package; prints the card's figures."""
    write_files(folder, table, tokenizer)
    embedder = StaticEmbedder(folder, "", folder.name)
    rows = [
        row for name, pairs in alignment_files(data) for row in score_alignment(embedder.embed, name, pairs)
    ]
    queries = summarise(score_queries(embedder.embed, data))
    development = summarise(score_queries(embedder.embed, data, QUERIES / "development"))
    figures = _tables(rows, queries, development) + "\n" + _speed(embedder, material)
    size = sum(path.stat().st_size for path in folder.iterdir() if path.name in _SHIPPED) / 1e6
    card = CARD.format(
        pieces=len(table), dimension=table.shape[1], size=size, seed=recipe.seed, steps=recipe.steps, members=recipe.members, minutes=seconds / 60,
        batch=sum(recipe.shares.values()), shares=", ".join(f"{count} {kind}" for kind, count in recipe.shares.items()),
        rate=recipe.rate, scale=recipe.scale, dropout=recipe.token_dropout, split=recipe.split,
        domain=len(material.domain), general=len(material.general), related=len(material.related),
        concepts=len(material.concepts), places=len(material.places), terms=len(material.terms),
        queries=sum(map(len, material.queries)), asked=len(material.queries), figures=figures,
    )  # fmt: skip
    (folder / "README.md").write_text(card, encoding="utf-8")
    write_manifest(folder, name=folder.name, version=VERSION, task="encode", from_code="zh", to_code="en")
    print(figures)


_SHIPPED: Final = ("model.safetensors", "tokenizer.json", "modules.json", "config_sentence_transformers.json")


def _tables(rows: Sequence[Alignment], queries: Mapping[str, float], development: Mapping[str, float]) -> str:
    lines = ["| held-out report | direction | sentences | R@1 | R@10 |", "|---|---|---|---|---|"]
    lines += [f"| {r.name} | {r.direction} | {r.sentences} | {r.first:.3f} | {r.in_ten:.3f} |" for r in rows]
    lines += ["", "| graded queries, encoder alone: nDCG@10 | held out | development |", "|---|---|---|"]
    lines += [f"| {group} | {value:.3f} | {development[group]:.3f} |" for group, value in queries.items()]
    return "\n".join(lines) + "\n"


def _speed(embedder: StaticEmbedder, material: Material) -> str:
    sentences = [zh for zh, _ in material.domain[:4000]]
    began = time.perf_counter()
    embedder.embed(sentences)
    rate = len(sentences) / (time.perf_counter() - began)
    return f"Speed where it was trained (two shared cores): about {round(rate, -3):,.0f} report sentences a second.\n"


def _write_json(path: Path, value: object) -> None:
    path.write_text(json.dumps(value, indent=2) + "\n", encoding="utf-8")


CARD: Final = """---
language: [zh, en]
library_name: sentence-transformers
pipeline_tag: sentence-similarity
license: other
---
# encoder-zh-en

Cross-lingual sentence vectors for Chinese government work reports: Simplified and Traditional Chinese, and English.
A sentence-transformers folder (6.2 or later) whose one module is StaticEmbedding: {pieces:,} pieces × {dimension} dimensions, whole
numbers of 8 bits with a scale for each piece, {size:.1f} MB. A text's vector is the mean of its pieces' vectors. The
tokeniser folds Traditional to Simplified, full width to half, capitals to small letters, and drops punctuation.

Use: `SentenceTransformer("/absolute/path/encoder-zh-en").encode(texts, normalize_embeddings=True)`. The reader reads
the same files itself (`models/embedding.py`), with equal vectors and without torch.

## Made by

`python -m models.training.encoder --data FOLDER --seed {seed}`: {members} tables of {steps} batches of {batch} pairs each ({shares}), symmetric in-batch
negatives at scale {scale:g}, Adam {rate:g} falling to 0, {dropout:g} of the tokens dropped, {split:g} of the pieces cut in two, average of
the last steps, best of the checks on one development report (Jilin 2026); the tables side by side, reduced to {dimension} dimensions by
principal components. {minutes:.0f} minutes on two busy cores. A side
of a pair is often cut down to a span or to one to four of its rarer words, sometimes put as a question.

## Data

| used | amount | source, licence |
|---|---|---|
| national reports 2008–2021 with the official English; provincial reports of 2025 and 2026, and sentences on thin spots, with English written for this project | {domain:,} pairs | State Council, via github liuzeyi11/GovernmentWorkReportCorpus; provincial governments, via github johncodes404/china-provincial-gov-reports-2026. Official documents, no copyright (Article 5 of China's Copyright Law) |
| news commentary, news, UN documents, SDG texts, everyday talk, titles of statistical tables | {general:,} pairs | WMT News Commentary and WMT test sets (research and training use); UN Parallel Corpus v1.0 held-out sets (free use; thanks to the United Nations); UN via open-sdg (MIT); Tatoeba, CC BY 2.0 FR; National Bureau of Statistics, facts |
| headings with their sentences, neighbouring sentences, of provincial (2025, 2026) and national (1978–2025) reports | {related:,} pairs | official documents; the national ones via github aldohemsn/chinese-political-corpora |
| queries in Chinese and English, each written for a sentence of a report, mostly in other words than it has | {queries:,} pairs, {asked} reports | written for this project (models/training/data) |
| groups of phrases with one meaning; names of places; terms of the glossary and names of indicators | {concepts:,} groups, {places:,} names, {terms:,} terms | written for this project (models/training/data) |

Never read, by the vocabulary either: the national report of 2020, the reports of Tibet (Xizang) and Hubei, those of Gansu,
Fujian and Shanghai of 2026.

## Figures

R@1, R@10: how often a sentence's translation is the nearest, or among the ten nearest, of the whole report's. nDCG@10: topics
asked in three ways of writing (tests/specs/search) over the sentences of two held-out reports (24 topics: Tibet and Hubei)
and of three more (50 topics: Gansu, Fujian, Shanghai), without the lexical half of the search. The recipe was picked among
a dozen by the development queries. The queries of the training text were written without knowing the graded ones; the
phrase groups and the held-out queries come in part from the same hand.

{figures}
## Limits

Word order and negation are not seen, nor is the size of a number (digits are single pieces). It knows the words of
government reports and of the news; of other fields little. Names of people and small places are found in their own
script only. Meant for ranking sentences of reports, not for judging whether two texts say the same.
"""
