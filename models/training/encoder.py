"""Trains the bundled encoder and writes its package.

Run as ``python -m models.training.encoder --data FOLDER [--out models/packages/encoder-zh-en] [--seed 13]``.

A table of token vectors is learnt so that the mean vector of a text lies near that of its translation, and a short
query near the sentences that answer it, among a thousand others (symmetric in-batch negatives). Two cores and about
ten minutes are enough.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import numpy as np
import torch
from numpy.typing import NDArray

from models.training.encoder_batches import Batches, Recipe
from models.training.encoder_data import Material, load_material
from models.training.encoder_vocabulary import build_tokenizer
from models.training.retrieval import BUNDLED, score_alignment

if TYPE_CHECKING:
    from tokenizers import Tokenizer


class _Saved(Protocol):
    """The context that autograd hands to a function."""

    saved_tensors: tuple[torch.Tensor, ...]

    def save_for_backward(self, *tensors: torch.Tensor) -> None: ...


def vocabulary_texts(material: Material) -> list[str]:
    """The texts that the vocabulary is learnt from."""
    pairs = [*material.domain, *material.general]
    phrases = [
        phrase for group in (*material.concepts, *material.places, *material.terms) for phrase in group
    ]
    phrases += [query for group in material.queries for query, _ in group]
    return [side for pair in pairs for side in pair] + list(material.monolingual) + phrases


def train_members(material: Material, tokenizer: Tokenizer, recipe: Recipe) -> NDArray[np.float32]:
    """Several tables from different starts, joined into one of the same size: together they err less than each."""
    tables = []
    for member in range(recipe.members):
        print(f"member {member + 1} of {recipe.members}", flush=True)
        tables.append(train(material, tokenizer, replace(recipe, seed=recipe.seed + member)))
    return join(tables, tokenizer, material, recipe.dimension)


def join(
    tables: Sequence[NDArray[np.float32]], tokenizer: Tokenizer, material: Material, dimension: int
) -> NDArray[np.float32]:
    """The tables side by side, turned so that the first ``dimension`` directions hold most of what texts differ in."""
    wide = np.concatenate([table / np.linalg.norm(table, axis=1).mean() for table in tables], axis=1)
    texts = [side for pair in (*material.domain[::2], *material.general[::6]) for side in pair]
    texts += 3 * [phrase for group in material.concepts for phrase in group]
    vectors = encode(wide, tokenizer, texts)
    _, directions = np.linalg.eigh(vectors.T @ vectors)
    return (wide @ directions[:, ::-1][:, :dimension]).astype(np.float32)


def train(material: Material, tokenizer: Tokenizer, recipe: Recipe) -> NDArray[np.float32]:
    """The table of token vectors, averaged over the steps since the last checks; deterministic for a seed."""
    torch.manual_seed(recipe.seed)
    torch.use_deterministic_algorithms(True)
    batches = Batches(material, tokenizer, recipe)
    prior = torch.from_numpy(batches.prior)
    start = torch.randn(tokenizer.get_vocab_size(), recipe.dimension) / recipe.dimension**0.5 * prior[:, None]
    table = torch.nn.Parameter(start)
    optimizer = torch.optim.Adam([table], lr=recipe.rate, betas=(0.9, 0.99), fused=True)
    average = start.clone()
    best, best_table = -1.0, average.numpy().copy()
    began = time.monotonic()
    for step in range(recipe.steps):
        for group in optimizer.param_groups:
            group["lr"] = recipe.rate * min(1.0, (step + 1) / 20) * (1 - step / recipe.steps)
        loss = _loss(table, batches, recipe.scale)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        with torch.no_grad():
            average.lerp_(table.detach(), max(0.02, 1 / (step + 1)))
        if (step + 1) % 100 == 0 or step + 1 == recipe.steps:
            score = _development(average.numpy(), tokenizer, material)
            print(
                f"step {step + 1:5d}  loss {loss.item():.3f}  dev {score:.4f}  {time.monotonic() - began:.0f} s",
                flush=True,
            )
            if score >= best:
                best, best_table = score, average.numpy().copy()
    return best_table


class _Contrast(torch.autograd.Function):
    """Symmetric cross entropy over a batch's scores, both directions from one exponential."""

    @staticmethod
    def forward(
        context: _Saved, left: torch.Tensor, right: torch.Tensor, texts: torch.Tensor, scale: float
    ) -> torch.Tensor:
        scores = (left @ right.T).mul_(scale)
        right_ones = scores.diagonal().clone()
        weights = scores.exp_()  # at most e^20: no need to subtract a maximum
        same = texts[:, None] == texts[None, :]
        weights.masked_fill_(same.fill_diagonal_(False), 0.0)  # the same passage twice is no wrong answer
        by_row, by_column = weights.sum(1), weights.sum(0)
        loss = (by_row.log() + by_column.log()).mean() / 2 - right_ones.mean()
        gradient = weights.mul_((0.5 / by_row)[:, None] + (0.5 / by_column)[None, :])
        gradient.diagonal().sub_(1.0)
        gradient.mul_(scale / len(texts))
        context.save_for_backward(gradient, left, right)
        return loss

    @staticmethod
    def backward(context: _Saved, outer: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor, None, None]:
        gradient, left, right = context.saved_tensors
        return outer * (gradient @ right), outer * (gradient.T @ left), None, None


def _loss(table: torch.Tensor, batches: Batches, scale: float) -> torch.Tensor:
    batch = batches.draw()
    tokens, starts = (torch.from_numpy(array) for array in (batch.tokens, batch.starts))
    means = torch.nn.functional.embedding_bag(tokens, table, starts, mode="mean")
    left, right = torch.nn.functional.normalize(means, dim=1).chunk(2)
    loss: torch.Tensor = _Contrast.apply(left, right, torch.from_numpy(batch.passages), scale)
    return loss


def encode(table: NDArray[np.float32], tokenizer: Tokenizer, texts: Sequence[str]) -> NDArray[np.float32]:
    """Vectors of length 1 for texts, as the finished package will give them."""
    vectors = np.zeros((len(texts), table.shape[1]), dtype=np.float32)
    for i, encoding in enumerate(tokenizer.encode_batch(list(texts), add_special_tokens=False)):
        if encoding.ids:
            vectors[i] = table[encoding.ids].mean(axis=0)
    return vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-12)


def _development(table: NDArray[np.float32], tokenizer: Tokenizer, material: Material) -> float:
    rows = score_alignment(lambda texts: encode(table, tokenizer, texts), "development", material.development)
    return sum(row.first for row in rows) / len(rows)


def main() -> None:
    """Train, write the package, measure it and write its card."""
    import tokenizers

    from models.training.encoder_package import write_package

    parser = argparse.ArgumentParser(description="Train the bundled encoder.")
    parser.add_argument("--data", type=Path, required=True, help="the corpora folder")
    parser.add_argument("--out", type=Path, default=BUNDLED, help="where the package is written")
    parser.add_argument("--seed", type=int, default=Recipe().seed)
    arguments = parser.parse_args()
    torch.set_num_threads(2)
    began = time.monotonic()
    material = load_material(arguments.data)
    vocabulary = build_tokenizer(vocabulary_texts(material))
    recipe = Recipe(seed=arguments.seed)
    table = train_members(material, tokenizers.Tokenizer.from_str(vocabulary), recipe)
    seconds = time.monotonic() - began
    write_package(arguments.out, table, vocabulary, recipe, material, arguments.data, seconds)


if __name__ == "__main__":
    main()
