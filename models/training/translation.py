"""Trains the bundled translator: ``python -m models.training.translation --data FOLDER --config FILE``.

General text first and domain text more and more, figures as placeholders, sub-word sampling, label smoothing,
one attention head taught by word links, an exponential average of the weights. It resumes from the checkpoint in
``--work``; ``--device cuda`` uses an accelerator. ``python -m models.training.export`` makes the packages of it.
"""

from __future__ import annotations

import argparse
import json
import math
import pickle
import random
import time
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor

from models.training.alignment import align
from models.training.corpus import Pair, clauses, development_pairs, load_pairs, masked, official_pairs
from models.training.examples import Batch, Example, Links, batches, make_examples
from models.training.lexicon import lexical_embeddings, linked_pieces
from models.training.network import Network, Shape
from models.training.tokenizer import load_tokenizer, output_pieces, train_tokenizer
from models.training.warm import begin_from, pieces_of

EMA = 0.998
SAVE_SECONDS = 300


@dataclass(frozen=True, slots=True)
class Schedule:
    """How long, how fast and on what the network is trained (the ``[schedule]`` table of a configuration).

    ``official`` is how often the pairs with the official English come round while the others of the domain do once.
    """

    updates: int
    warmup: int
    decay: float
    rate: float
    tokens: int
    label_smoothing: float
    pointing: float
    sample: float
    general_start: float
    general_end: float
    to_english: float
    official: int = 1

    def rate_at(self, update: int) -> float:
        """Warm-up, then constant, then linear to zero over the last ``decay`` share (Hägele et al. 2024)."""
        begin = self.updates * (1 - self.decay)
        fall = 1.0 if update < begin else max(0.0, (self.updates - update) / (self.updates - begin))
        return self.rate * min(1.0, (update + 1) / self.warmup) * fall

    def general_at(self, update: int) -> float:
        """The share of general text in the batches at ``update``."""
        done = min(1.0, update / (self.updates * (1 - self.decay)))
        return self.general_start + (self.general_end - self.general_start) * done


@dataclass(slots=True)
class Prepared:
    """What every update draws from: pairs with links for domain and general text, and a development slice."""

    domain: list[tuple[Pair, Links | None]]
    general: list[tuple[Pair, Links | None]]
    development: list[tuple[Pair, Links | None]]


def prepare(data: Path, work: Path, vocabulary: int, seed: int) -> Prepared:
    """Read, filter, tokenise and align the text once; the result is kept in ``work``."""
    kept = work / "prepared.pickle"
    if kept.exists():
        return pickle.loads(kept.read_bytes())  # type: ignore[no-any-return]  # our own file, in our own folder
    started = time.time()
    pairs = load_pairs(data)
    random.Random(seed).shuffle(pairs)
    domain = [p for p in pairs if p.domain]
    development = development_pairs(data)
    everything = [q for p in domain for q in clauses(p)] + [p for p in pairs if not p.domain] + development
    texts = [masked(p) for p in everything]
    lines = [
        text
        for pair, both in zip(everything, texts, strict=True)
        if both
        for text in both * (3 if pair.domain else 1)
    ]
    if not (work / "tokenizer.model").exists():
        train_tokenizer(lines, vocabulary, work / "tokenizer", seed)
    print(f"tokenizer after {time.time() - started:.0f} s", flush=True)
    links = align(texts, load_tokenizer(work / "tokenizer.model"))
    print(f"alignment after {time.time() - started:.0f} s", flush=True)
    usable = [
        (pair, link) for pair, both, link in zip(everything, texts, links, strict=True) if both is not None
    ]
    held = set(development)
    out = Prepared(
        [x for x in usable if x[0].domain and x[0] not in held],
        [x for x in usable if not x[0].domain],
        [x for x in usable if x[0] in held],
    )
    kept.write_bytes(pickle.dumps(out))
    return out


class Mixture:
    """An endless stream of batches with the wanted shares of general text and of each direction."""

    def __init__(
        self, prepared: Prepared, tokenizer_path: Path, schedule: Schedule, seed: int, official: set[Pair]
    ) -> None:
        self._tokenizer = load_tokenizer(tokenizer_path)
        self._schedule = schedule
        self._chance = random.Random(seed)
        again = [row for row in prepared.domain if row[0] in official]
        own = prepared.domain + again * (schedule.official - 1)
        self._streams = {
            (domain, english): self._stream(own if domain else prepared.general, english)
            for domain in (True, False)
            for english in (True, False)
        }

    def _stream(self, rows: list[tuple[Pair, Links | None]], english: bool) -> Iterator[Batch]:
        at = 0
        order = list(rows)
        self._chance.shuffle(order)
        while True:
            block = order[at : at + 6000]
            at += 6000
            if at >= len(order):
                at = 0
                self._chance.shuffle(order)
            examples = make_examples(
                [p for p, _ in block],
                [k for _, k in block],
                self._tokenizer,
                self._chance,
                sample=self._schedule.sample,
            )
            yield from batches(
                [e for e in examples if e.to_english == english], self._schedule.tokens, self._chance
            )

    def draw(self, update: int) -> Batch:
        """The batch for ``update``."""
        domain = self._chance.random() >= self._schedule.general_at(update)
        english = self._chance.random() < self._schedule.to_english
        return next(self._streams[domain, english])


def loss_of(
    network: Network, batch: Batch, schedule: Schedule, device: str, candidates: Tensor
) -> tuple[Tensor, float, float]:
    """Training loss of a batch, its plain cross-entropy per target piece and the word-link loss, in nats.

    ``candidates`` are the pieces of the output language; other pieces in the text are passed over.
    """
    source = torch.from_numpy(batch.source).to(device)
    target = torch.from_numpy(batch.target).to(device)
    labels = torch.from_numpy(batch.labels).to(device)
    memory, mask = network.encode(source)
    states, pointing = network.decode(target, memory, mask)
    place = torch.full((network.shape.vocabulary,), -1, dtype=torch.long, device=device)
    place[candidates] = torch.arange(len(candidates), device=device)
    keep = (labels != 0) & (place[labels] >= 0)
    states, gold = states[keep], place[labels[keep]]
    table = network.embedding.weight[candidates]
    logits = (states @ table.to(states.dtype).T).float()
    log_sum = torch.logsumexp(logits, dim=-1)
    plain = (log_sum - logits.gather(1, gold[:, None])[:, 0]).mean()
    smooth = (log_sum - logits.mean(dim=-1)).mean()
    loss = (1 - schedule.label_smoothing) * plain + schedule.label_smoothing * smooth
    if len(batch.links) and schedule.pointing:
        rows = torch.from_numpy(batch.links).to(device)
        at = rows[:, :3].long()
        chosen = pointing[at[:, 0], at[:, 1], at[:, 2]]
        linking = -(chosen * rows[:, 3]).sum() / rows[:, 3].sum()
        return loss + schedule.pointing * linking, float(plain.detach()), float(linking.detach())
    return loss, float(plain.detach()), 0.0


@torch.no_grad()
def development_loss(
    network: Network,
    examples: list[Example],
    schedule: Schedule,
    device: str,
    vocabularies: dict[bool, Tensor],
) -> dict[str, float]:
    """Cross-entropy per target piece on the development slice, for each direction."""
    network.eval()
    out = {}
    for english in (True, False):
        total = tokens = 0.0
        for batch in batches(
            [e for e in examples if e.to_english == english], schedule.tokens, random.Random(0)
        ):
            total += loss_of(network, batch, schedule, device, vocabularies[english])[1] * batch.tokens
            tokens += batch.tokens
        out["zh-en" if english else "en-zh"] = round(total / max(tokens, 1), 4)
    network.train()
    return out


def _lexicon(prepared: Prepared, tokenizer_path: Path, shape: Shape, seed: int, work: Path) -> Tensor:
    """Starting embeddings, made once and kept in ``work``."""
    kept = work / "lexicon.pt"
    if not kept.exists():
        tokenizer = load_tokenizer(tokenizer_path)
        links = linked_pieces(prepared.domain + prepared.general, tokenizer)
        torch.save(lexical_embeddings(links, shape.vocabulary, shape.width, seed), kept)
    return torch.load(kept, weights_only=True)  # type: ignore[no-any-return]


def train(
    data: Path, config: Path, work: Path, device: str, threads: int, seconds: float, begin: Path | None = None
) -> None:  # fmt: skip
    """Train until the schedule or the time is up; the checkpoint in ``work`` is where the next call goes on.

    The first call takes weights and pieces from the package ``begin`` where one is given.
    """
    settings = tomllib.loads(config.read_text(encoding="utf-8"))
    schedule, seed = Schedule(**settings["schedule"]), int(settings["seed"])
    work.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(seed)
    torch.set_num_threads(threads)
    tokenizer_path = work / "tokenizer.model"
    if begin and not tokenizer_path.exists():
        tokenizer_path.write_bytes(pieces_of(begin))
    prepared = prepare(data, work, int(settings["vocabulary"]), seed)
    tokenizer = load_tokenizer(tokenizer_path)
    shape = Shape(vocabulary=tokenizer.get_piece_size(), **settings["shape"])
    network = Network(shape).to(device)
    optimizer = torch.optim.AdamW(
        network.parameters(), lr=schedule.rate, betas=(0.9, 0.98), eps=1e-9, weight_decay=1e-4, fused=True
    )
    average = {k: v.detach().clone() for k, v in network.state_dict().items()}
    start = 0
    checkpoint = work / "checkpoint.pt"
    if checkpoint.exists():
        state = torch.load(checkpoint, map_location=device, weights_only=True)
        network.load_state_dict(state["network"])
        optimizer.load_state_dict(state["optimizer"])
        average, start = state["average"], int(state["update"])
    elif begin:
        begin_from(network, begin)
        average = {k: v.detach().clone() for k, v in network.state_dict().items()}
    else:
        network.begin_with(_lexicon(prepared, tokenizer_path, shape, seed, work).to(device))
        average = {k: v.detach().clone() for k, v in network.state_dict().items()}
    development = make_examples(
        [p for p, _ in prepared.development], [k for _, k in prepared.development], tokenizer, random.Random(1),
        sample=0.0, plain_share=0.0,
    )  # fmt: skip
    official = official_pairs(data) if schedule.official > 1 else set()
    mixture = Mixture(prepared, tokenizer_path, schedule, seed + start, official)
    vocabularies = {
        english: torch.tensor(output_pieces(tokenizer, english=english), device=device)
        for english in (True, False)
    }
    print(
        f"{len(prepared.domain)} domain, {len(prepared.general)} general pairs; {sum(p.numel() for p in network.parameters())} parameters; from update {start}",
        flush=True,
    )

    def save(update: int) -> None:
        staged = checkpoint.with_suffix(".tmp")
        torch.save(
            {
                "network": network.state_dict(),
                "optimizer": optimizer.state_dict(),
                "average": average,
                "update": update,
                "shape": settings["shape"],
            },
            staged,
        )
        staged.replace(checkpoint)

    began = saved = time.time()
    seen, running, pointing = 0, 0.0, 0.0
    network.train()
    for update in range(start, schedule.updates):
        for group in optimizer.param_groups:
            group["lr"] = schedule.rate_at(update)
        batch = mixture.draw(update)
        with torch.autocast(device, dtype=torch.bfloat16):
            loss, plain, link = loss_of(network, batch, schedule, device, vocabularies[batch.to_english])
        optimizer.zero_grad(set_to_none=True)
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        seen += batch.tokens
        running = plain if not running else 0.98 * running + 0.02 * plain
        pointing = link if not pointing else 0.98 * pointing + 0.02 * link
        if update % 5 == 4:
            kept = EMA**5
            for name, value in network.state_dict().items():
                average[name].lerp_(value, 1 - kept) if value.is_floating_point() else average[name].copy_(
                    value
                )
        if update % 50 == 49:
            print(
                f"{update + 1} loss {running:.3f} links {pointing:.3f} {seen / (time.time() - began):.0f} tokens/s",
                flush=True,
            )
        if update % 500 == 499:
            figures: dict[str, object] = {
                "update": update + 1,
                "seconds": round(time.time() - began),
                "tokens": seen,
            }
            own = {k: v.clone() for k, v in network.state_dict().items()}
            network.load_state_dict(average)
            figures.update(development_loss(network, development, schedule, device, vocabularies))
            network.load_state_dict(own)
            print(json.dumps(figures), flush=True)
            with (work / "curve.jsonl").open("a", encoding="utf-8") as curve:
                curve.write(json.dumps(figures) + "\n")
        if time.time() - saved > SAVE_SECONDS:
            save(update + 1)
            saved = time.time()
        if time.time() - began > seconds:
            save(update + 1)
            return
    save(schedule.updates)


def main() -> None:
    """Read the command line and train."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder of parallel text")
    parser.add_argument("--config", type=Path, default=Path(__file__).parent / "configs" / "joint-small.toml")
    parser.add_argument("--work", type=Path, default=Path(".work/translation"), help="checkpoints and caches")
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seconds", type=float, default=math.inf, help="stop and save after this time")
    parser.add_argument(
        "--begin", type=Path, help="a package of an earlier version whose weights to begin with"
    )
    arguments = parser.parse_args()
    train(
        arguments.data,
        arguments.config,
        arguments.work,
        arguments.device,
        arguments.threads,
        arguments.seconds,
        arguments.begin,
    )


if __name__ == "__main__":
    main()
