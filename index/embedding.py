"""What the search needs of an encoder; ``models.embedding`` supplies it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray

Vectors: TypeAlias = NDArray[np.float32]
"""One row for each text, of length one (an empty text may be all zeros)."""


class Embedder(Protocol):
    """Turns texts in any of the reader's languages into vectors whose inner product is their nearness."""

    @property
    def fingerprint(self) -> str:
        """Changes whenever the vectors would; part of the name of every cached index."""
        ...

    @property
    def dimension(self) -> int:
        """The length of a vector."""
        ...

    def embed(self, texts: Sequence[str]) -> Vectors:
        """One normalised row for each text, in order."""
        ...
