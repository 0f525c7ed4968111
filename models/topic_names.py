"""The glossary as a source of names for topics."""

from __future__ import annotations

from index.report import Language
from models.glossary import Glossary

_UNFIT = frozenset(("party", "government", "law"))
"""Categories whose terms stand everywhere and tell no topic from another."""


class GlossaryNames:
    """Finds the terms of a glossary in passages, with their English."""

    def __init__(self, glossary: Glossary) -> None:
        self._glossary = glossary

    def names_in(self, text: str, language: str) -> tuple[tuple[str, str], ...]:
        """The terms in a text, Chinese and English, as often as they stand in it."""
        found = self._glossary.find(text) if language == Language.ZH else self._glossary.find_english(text)
        return tuple((hit.term.zh, hit.term.en) for hit in found if hit.term.category not in _UNFIT)
