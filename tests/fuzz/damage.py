"""What may happen to a file: cut short, blocks zeroed or exchanged, bits flipped, other bytes in their place."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping

_BLOCK = 4096


def _cut(data: bytearray, rng: random.Random) -> bytearray:
    return data[: rng.randrange(len(data))]


def _zero_block(data: bytearray, rng: random.Random) -> bytearray:
    at = rng.randrange(max(1, len(data) // _BLOCK)) * _BLOCK
    end = min(len(data), at + rng.choice((16, 512, _BLOCK)))
    data[at:end] = bytes(end - at)
    return data


def _zero_tail(data: bytearray, rng: random.Random) -> bytearray:
    at = rng.randrange(len(data))
    data[at:] = bytes(len(data) - at)
    return data


def _flip_one(data: bytearray, rng: random.Random) -> bytearray:
    data[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
    return data


def _flip_some(data: bytearray, rng: random.Random) -> bytearray:
    for _ in range(rng.randint(2, 40)):
        _flip_one(data, rng)
    return data


def _random_bytes(data: bytearray, rng: random.Random) -> bytearray:
    at = rng.randrange(len(data))
    end = min(len(data), at + rng.choice((1, 4, 64, _BLOCK)))
    data[at:end] = rng.randbytes(end - at)
    return data


def _exchange(data: bytearray, rng: random.Random) -> bytearray:
    blocks = len(data) // _BLOCK
    if blocks < 2:
        return _random_bytes(data, rng)
    a, b = (n * _BLOCK for n in rng.sample(range(blocks), 2))
    data[a : a + _BLOCK], data[b : b + _BLOCK] = data[b : b + _BLOCK], data[a : a + _BLOCK]
    return data


def _grow(data: bytearray, rng: random.Random) -> bytearray:
    return data + rng.randbytes(rng.choice((1, 100, _BLOCK)))


KINDS: Mapping[str, Callable[[bytearray, random.Random], bytearray]] = {
    "cut short": _cut,
    "block zeroed": _zero_block,
    "tail zeroed": _zero_tail,
    "a bit flipped": _flip_one,
    "bits flipped": _flip_some,
    "random bytes": _random_bytes,
    "blocks exchanged": _exchange,
    "bytes added": _grow,
}


def damaged(data: bytes, kind: str, rng: random.Random) -> bytes:
    """``data`` after such an accident; an empty file stays one."""
    return bytes(KINDS[kind](bytearray(data), rng)) if data else data
