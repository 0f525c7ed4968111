"""The translation network: a pre-norm Transformer with one embedding table for source, target and output.

Both directions share one network: the script of the source says which way it goes. One head of the last
decoder layer is trained to point at the aligned source piece, which gives word links for free.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional as F


@dataclass(frozen=True, slots=True)
class Shape:
    """The sizes of a network; ``layers`` are encoder and decoder layers."""

    vocabulary: int
    width: int = 256
    inner: int = 1024
    heads: int = 4
    encoder_layers: int = 4
    decoder_layers: int = 2
    dropout: float = 0.1


def positions(length: int, width: int) -> Tensor:
    """Sinusoidal position encodings (Vaswani et al. 2017), sines in the first half, cosines in the second.

    Shape (length, width); the layout CTranslate2 and OpenNMT-py's ``interleave=False`` models use.
    """
    step = math.log(10000) / (width // 2 - 1)
    rates = torch.exp(torch.arange(width // 2, dtype=torch.float32) * -step)
    angles = torch.arange(1, length + 1, dtype=torch.float32)[:, None] * rates[None]
    return torch.cat([torch.sin(angles), torch.cos(angles)], dim=1)


class Attention(nn.Module):
    """Multi-head attention; queries, keys and values in one projection for self-attention, two for cross."""

    def __init__(self, shape: Shape, *, cross: bool) -> None:
        super().__init__()
        self.heads, self.cross, self.dropout = shape.heads, cross, shape.dropout
        d = shape.width
        self.norm = nn.LayerNorm(d)
        self.queries = nn.Linear(d, d if cross else 3 * d)
        self.keys_values = nn.Linear(d, 2 * d) if cross else None
        self.out = nn.Linear(d, d)

    def _split(self, x: Tensor) -> Tensor:
        b, t, d = x.shape
        return x.view(b, t, self.heads, d // self.heads).transpose(1, 2)

    def forward(
        self, x: Tensor, memory: Tensor | None = None, mask: Tensor | None = None, *, causal: bool = False,
        weights: bool = False,
    ) -> tuple[Tensor, Tensor | None]:  # fmt: skip
        """``x`` (batch, t, width) → the same shape, and the first head's log-weights when asked."""
        normed = self.norm(x)
        if self.keys_values is not None:
            assert memory is not None
            q = self.queries(normed)
            k, v = self.keys_values(memory).chunk(2, dim=-1)
        else:
            q, k, v = self.queries(normed).chunk(3, dim=-1)
        q, k, v = self._split(q), self._split(k), self._split(v)
        first: Tensor | None = None
        if weights:
            scores = (q[:, 0] @ k[:, 0].transpose(1, 2)).float() / math.sqrt(q.shape[-1])
            if mask is not None:
                scores = scores.masked_fill(~mask[:, 0], -1e9)
            first = torch.log_softmax(scores, dim=-1)
        y = F.scaled_dot_product_attention(
            q,
            k,
            v,
            attn_mask=mask,
            is_causal=causal,
            dropout_p=0.0,  # dropout here would rule out the fused kernel
        )
        y = self.out(y.transpose(1, 2).reshape(x.shape))
        return F.dropout(y, self.dropout, self.training), first


class FeedForward(nn.Module):
    """Two linear layers with a ReLU between."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.norm = nn.LayerNorm(shape.width)
        self.inner = nn.Linear(shape.width, shape.inner)
        self.out = nn.Linear(shape.inner, shape.width)
        self.dropout = shape.dropout

    def forward(self, x: Tensor) -> Tensor:
        """(batch, t, width) → the same shape."""
        return F.dropout(self.out(F.relu(self.inner(self.norm(x)))), self.dropout, self.training)


class Layer(nn.Module):
    """One encoder layer, or one decoder layer when ``decoder`` is set."""

    def __init__(self, shape: Shape, *, decoder: bool) -> None:
        super().__init__()
        self.own = Attention(shape, cross=False)
        self.cross = Attention(shape, cross=True) if decoder else None
        self.feed = FeedForward(shape)


class Network(nn.Module):
    """The whole encoder–decoder."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.shape = shape
        self.embedding = nn.Embedding(shape.vocabulary, shape.width, padding_idx=0)
        nn.init.normal_(self.embedding.weight, std=shape.width**-0.5)
        self.encoder = nn.ModuleList(Layer(shape, decoder=False) for _ in range(shape.encoder_layers))
        self.decoder = nn.ModuleList(Layer(shape, decoder=True) for _ in range(shape.decoder_layers))
        self.encoder_norm = nn.LayerNorm(shape.width)
        self.decoder_norm = nn.LayerNorm(shape.width)
        self.register_buffer("table", positions(512, shape.width), persistent=False)
        for module in self.modules():
            if isinstance(module, nn.Linear):
                nn.init.xavier_uniform_(module.weight)
                nn.init.zeros_(module.bias)

    def begin_with(self, lexicon: Tensor) -> None:
        """Start from unit embeddings (vocabulary, width) in which translations are neighbours.

        The cross-attention first passes on what it looks at (identity for values and output), so that the tied
        output layer can name the translation of the piece attended to from the first update on; the first
        decoder layer also looks where its own input points.
        """
        with torch.no_grad():
            self.embedding.weight.copy_(lexicon)
            eye = torch.eye(self.shape.width)
            for i, layer in enumerate(self.decoder):
                cross = layer.cross
                cross.keys_values.weight[self.shape.width :].copy_(eye)
                cross.out.weight.copy_(eye)
                if i == 0:
                    cross.queries.weight.copy_(eye)
                    cross.keys_values.weight[: self.shape.width].copy_(eye)

    def _embed(self, ids: Tensor) -> Tensor:
        x = self.embedding(ids) * math.sqrt(self.shape.width) + self.table[: ids.shape[1]]  # type: ignore[index]
        return F.dropout(x, self.shape.dropout, self.training)

    def encode(self, source: Tensor) -> tuple[Tensor, Tensor]:
        """Source ids (batch, s) → memory (batch, s, width) and its mask (batch, 1, 1, s)."""
        mask = (source != 0)[:, None, None, :]
        x = self._embed(source)
        for layer in self.encoder:
            x = x + layer.own(x, mask=mask)[0]
            x = x + layer.feed(x)
        return self.encoder_norm(x), mask

    def decode(self, target: Tensor, memory: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """Target ids (batch, t) → states (batch, t, width), log-attention of the pointing head (batch, t, s)."""
        x = self._embed(target)
        pointing: Tensor | None = None
        last = len(self.decoder) - 1
        for i, layer in enumerate(self.decoder):
            x = x + layer.own(x, causal=True)[0]
            y, weights = layer.cross(x, memory, mask, weights=i == last)
            x, pointing = x + y, weights if weights is not None else pointing
            x = x + layer.feed(x)
        assert pointing is not None
        return self.decoder_norm(x), pointing
