"""Starts a network from the weights of the bundled packages, so that training goes on where they were left.

The packages hold the int8 weights of both directions of one network; what int8 rounded away is learned back in
some hundred updates. A deeper network takes the layers as they are; its additional ones begin as the identity.
"""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from models.training.network import Layer, Network

_TYPES = {0: np.float32, 1: np.int8, 2: np.int16, 3: np.int32, 4: np.float16}


def _member(package: Path, ending: str) -> bytes:
    with zipfile.ZipFile(package) as archive:
        return archive.read(next(name for name in archive.namelist() if name.endswith(ending)))


def read_variables(data: bytes) -> dict[str, Tensor]:
    """The variables of a CTranslate2 ``model.bin`` (binary version 6) as float32, int8 ones scaled back.

    Raises ValueError for another version.
    """
    at = 0

    def number(form: str) -> int:
        nonlocal at
        (value,) = struct.unpack_from(f"<{form}", data, at)
        at += struct.calcsize(form)
        return int(value)

    def word() -> str:
        nonlocal at
        size = number("H")
        text = data[at : at + size - 1].decode()
        at += size
        return text

    if (version := number("I")) != 6:
        raise ValueError(f"model.bin has version {version}, not 6")
    word(), number("I")
    raw: dict[str, NDArray[np.generic]] = {}
    for _ in range(number("I")):
        name = word()
        shape = [number("I") for _ in range(number("B"))]
        kind, size = number("B"), number("I")
        raw[name] = np.frombuffer(
            data, _TYPES[kind], count=size // np.dtype(_TYPES[kind]).itemsize, offset=at
        ).reshape(shape)
        at += size
    for _ in range(number("I")):
        alias, name = word(), word()
        raw[alias] = raw[name]
    out = {}
    for name, value in raw.items():
        scale = raw.get(f"{name}_scale")
        full = value.astype(np.float32)
        if scale is not None and value.dtype == np.int8:
            full = full / scale.astype(np.float32)[:, None]
        out[name] = torch.from_numpy(full)
    return out


def spread(few: int, many: int) -> list[int]:
    """Where ``few`` old layers stand among ``many``: the last one last, the others evenly before it.

    >>> spread(4, 6), spread(2, 3)
    ([0, 2, 3, 5], [0, 2])
    """
    return [round(i * (many - 1) / (few - 1)) for i in range(few)] if few > 1 else [many - 1]


def pieces_of(package: Path) -> bytes:
    """The SentencePiece model of an Argos package."""
    return _member(package, "/sentencepiece.model")


def begin_from(network: Network, package: Path) -> None:
    """Load the weights of the Argos ``package`` (made by ``models.training.export``) into ``network``.

    Raises ValueError where widths or vocabularies differ.
    """
    found = read_variables(_member(package, "/model/model.bin"))
    table = found["encoder/embeddings_0/weight"]
    if table.shape != network.embedding.weight.shape:
        raise ValueError(
            f"{package.name} has a table of {tuple(table.shape)}, not {tuple(network.embedding.weight.shape)}"
        )
    with torch.no_grad():
        network.embedding.weight.copy_(table)
        _norm(network.encoder_norm, found, "encoder/layer_norm")
        _norm(network.decoder_norm, found, "decoder/layer_norm")
        _stack(network.encoder, found, "encoder")
        _stack(network.decoder, found, "decoder")


def _stack(layers: Iterable[nn.Module], found: dict[str, Tensor], side: str) -> None:
    ordered = [layer for layer in layers if isinstance(layer, Layer)]
    old = 1 + max(
        int(name.split("/")[1][6:])
        for name in found
        if name.startswith(f"{side}/layer_") and name.split("/")[1][6:].isdigit()
    )
    places = spread(old, len(ordered))
    for i, layer in enumerate(ordered):
        if i in places:
            _layer(layer, found, f"{side}/layer_{places.index(i)}")
        else:
            _identity(layer)


def _layer(layer: Layer, found: dict[str, Tensor], name: str) -> None:
    _norm(layer.own.norm, found, f"{name}/self_attention/layer_norm")
    _linear(layer.own.queries, found, f"{name}/self_attention/linear_0")
    _linear(layer.own.out, found, f"{name}/self_attention/linear_1")
    _norm(layer.feed.norm, found, f"{name}/ffn/layer_norm")
    _linear(layer.feed.inner, found, f"{name}/ffn/linear_0")
    _linear(layer.feed.out, found, f"{name}/ffn/linear_1")
    if layer.cross is not None and layer.cross.keys_values is not None:
        _norm(layer.cross.norm, found, f"{name}/attention/layer_norm")
        _linear(layer.cross.queries, found, f"{name}/attention/linear_0")
        _linear(layer.cross.keys_values, found, f"{name}/attention/linear_1")
        _linear(layer.cross.out, found, f"{name}/attention/linear_2")


def _identity(layer: Layer) -> None:
    """Nothing is added to what passes, until training finds something to add (Zhang et al. 2019, "Fixup")."""
    for part in (layer.own, layer.feed, layer.cross):
        if part is not None:
            part.out.weight.zero_()
            part.out.bias.zero_()


def _linear(target: nn.Linear, found: dict[str, Tensor], name: str) -> None:
    target.weight.copy_(found[f"{name}/weight"])
    target.bias.copy_(found[f"{name}/bias"])


def _norm(target: nn.LayerNorm, found: dict[str, Tensor], name: str) -> None:
    target.weight.copy_(found[f"{name}/gamma"])
    target.bias.copy_(found[f"{name}/beta"])
