"""Libraries that the running reader keeps out: they reach for the network, or bring something that does."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

NEVER_LOADED: Final = (
    "argostranslate.translate",
    "httpx",
    "minisbd",
    "onnxruntime",
    "requests",
    "spacy",
    "stanza",
    "urllib3",
)
_OF_TRANSFORMERS: Final = ("httpx", "requests", "urllib3")


def refuse_imports() -> None:
    """From now on an import of any of them fails; a library that only looks whether one is there finds none.

    None in ``sys.modules`` is how the import system is told this (Python Language Reference, 5.3.1).
    """
    for name in NEVER_LOADED:
        if name not in sys.modules:
            sys.modules[name] = None  # type: ignore[assignment]


@contextmanager
def tolerated() -> Iterator[None]:
    """While an added encoder is loaded that needs sentence-transformers, which imports its network library for nothing."""
    refused = [name for name in _OF_TRANSFORMERS if sys.modules.get(name, "") is None]
    for name in refused:
        del sys.modules[name]
    try:
        yield
    finally:
        for name in refused:
            if name not in sys.modules:
                sys.modules[name] = None  # type: ignore[assignment]


def loaded() -> tuple[str, ...]:
    """Those that are loaded all the same."""
    return tuple(name for name in NEVER_LOADED if sys.modules.get(name) is not None)
