"""Lets a query lean towards what is nearest to it: pseudo-relevance feedback after Rocchio (1971).

The texts found say in their own words what the query may have said in others, and their like are found by them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

FEEDBACK: Final = 3
"""How many of the nearest texts a query leans towards."""
_LEANING: Final = np.float32(0.2)
"""And how far, between not at all and as much as what it says itself (1)."""


def lean(vector: NDArray[np.float32], nearest: Sequence[NDArray[np.float32]]) -> NDArray[np.float32]:
    """The unit vector between a query's and those of the texts nearest to it; the query's own where there are none."""
    if not len(nearest):
        return vector
    leaning = vector + _LEANING * np.mean(np.stack(nearest), axis=0)
    leaning /= max(float(np.linalg.norm(leaning)), 1e-12)
    found: NDArray[np.float32] = leaning.astype(np.float32)
    return found
