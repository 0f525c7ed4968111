"""A change of what is kept, which knows how to be taken back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Edit:
    """A change that is planned: ``redo`` makes it, ``undo`` takes it back. Both raise ``UnwritableFolder``.

    ``keys`` are the ids of what it is about.
    """

    keys: tuple[str, ...]
    undo: Callable[[], object]
    redo: Callable[[], object]
