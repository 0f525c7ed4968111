"""Translations that are kept: asked of the memory first, then of the library, made by the translator where they have none.

Shared by the window and the command line; no Qt.
"""

from __future__ import annotations

import json
from collections.abc import Generator, Sequence
from typing import TYPE_CHECKING

from index.report import Language
from index.text import Span

if TYPE_CHECKING:
    from desktop.services import Services
    from models.translation import Translation


def translate_sentences(
    services: Services, source: Language, target: Language, sentences: Sequence[str], batch: int = 8
) -> Generator[tuple[int, Translation], None, None]:
    """The translation of each sentence with its place in ``sentences``: those of memory and library at once, then the rest.

    Between any two the caller may stop; what was made until then is kept. Raises MissingModel or DamagedModel.
    """
    wanted: dict[str, list[int]] = {}
    for place, sentence in enumerate(sentences):
        wanted.setdefault(sentence, []).append(place)
    unique = list(wanted)
    for sentence, remembered in zip(
        unique, services.memories().memory.translations(unique, source), strict=True
    ):
        if remembered is not None:
            for place in wanted.pop(sentence):
                yield place, remembered
    if unique and not wanted:
        return
    translator = services.enforced(source, target)
    library = services.library()
    kept = translator.kept(library, wanted)
    new: list[str] = []
    for sentence, places in wanted.items():
        known = unpack(sentence, kept[sentence]) if sentence in kept else None
        if known is None:
            new.append(sentence)
            continue
        for place in places:
            yield place, known
    fresh: dict[str, str] = {}
    try:
        for made, translation in translator.translate_steps(new, batch):
            # A sentence that failed is tried again next time.
            if translation.engine != "none":
                fresh[new[made]] = pack(translation)
            if len(fresh) >= batch:
                translator.keep(library, fresh)
                fresh = {}
            for place in wanted[new[made]]:
                yield place, translation
    finally:
        if fresh:
            translator.keep(library, fresh)


def pack(translation: Translation) -> str:
    """A translation without its source, as the library keeps it."""
    return json.dumps(
        {
            "target": translation.target,
            "engine": translation.engine,
            "numbers": translation.numbers,
            "warning": translation.warning,
            "confidence": translation.confidence,
            "doubts": translation.doubts,
            "links": [
                [link.source.start, link.source.end, link.target.start, link.target.end, link.kind]
                for link in translation.links
            ],
        },
        ensure_ascii=False,
        separators=(",", ":"),
    )


def unpack(source: str, payload: str) -> Translation | None:
    """The translation of ``source`` that ``payload`` keeps, or None where it makes no sense."""
    from models.doubts import Doubt
    from models.translation import Link, Translation

    try:
        kept = json.loads(payload)
        links = tuple(
            Link(Span(int(a), int(b)), Span(int(c), int(d)), str(kind)) for a, b, c, d, kind in kept["links"]
        )
        return Translation(
            source,
            str(kept["target"]),
            str(kept["engine"]),
            str(kept["numbers"]),
            str(kept["warning"]),
            links,
            float(kept["confidence"]),
            tuple(Doubt(doubt) for doubt in kept["doubts"]),
        )
    except (ValueError, TypeError, KeyError):
        return None
