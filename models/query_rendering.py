"""The Chinese of an English query: the search looks for its words too, since a report is written in Chinese."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, Protocol

from index.query import parse_query

if TYPE_CHECKING:
    from models.glossary import Glossary
    from models.translation import Translation

_LONGEST: Final = 240
"""Characters of a query that are translated: a longer one is a passage, which its vector says well enough."""
_SURE: Final = 0.55
"""Where the translator is less sure than this of a query, half of the renderings are wrong and mislead the search."""
_HAN: Final = re.compile("[\u3400-\u9fff]")
_LATIN: Final = re.compile("[A-Za-z]{2}")
_ENDS: Final = " \t\n。．.？?！!，,；;：:、"


class Translates(Protocol):
    """What a translator from English does for a query."""

    def translate(self, sentences: Sequence[str], /) -> list[Translation]:
        """A translation for each sentence."""
        ...


def is_rendered(query: str) -> bool:
    """Whether a search line is English, so that its Chinese is worth looking for."""
    text = parse_query(query).text
    return len(text) <= _LONGEST and bool(_LATIN.search(text)) and not _HAN.search(text)


def rendered(query: str, translator: Translates) -> str:
    """The Chinese of the words of a search line (not of its filters); empty where the translator is not sure of it."""
    text = parse_query(query).text
    (translation,) = translator.translate([text])
    words = translation.target.strip(_ENDS)
    return words if translation.confidence >= _SURE and _HAN.search(words) else ""


def with_terms(query: str, rendering: str, glossary: Glossary) -> str:
    """A rendering, and the terms of the glossary that stand in the English and that it does not have."""
    found = dict.fromkeys(hit.term.zh for hit in glossary.find_english(parse_query(query).text))
    return " ".join(filter(None, (rendering, *(term for term in found if term not in rendering))))
