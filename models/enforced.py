"""A translator that says the user's terms as the user does: what it said otherwise is made again with them fixed."""

from __future__ import annotations

import hashlib
from collections.abc import Generator, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from index.library import Library
from index.report import Language
from models.glossary import Glossary, Term
from models.term_use import names_of, term_hits, term_uses
from models.translation import Link, Translation, Translator

_RULES: Final = "1"
"""Raised whenever the same terms would give another text."""


class Enforced:
    """A translator with the user's terms, and its part of the library.

    A sentence without any of the terms is the plain translator's own, kept under its fingerprint; another is kept under
    the terms in it too, so that a changed term makes those sentences anew and no others.
    """

    def __init__(self, translator: Translator, terms: Iterable[Term]) -> None:
        self.translator = translator
        self._terms = Glossary(terms)
        self._names = names_of(self._terms, translator.source)
        self._direction = "-".join(translator.direction)

    def engine(self, sentence: str) -> str:
        """The name under which the library keeps the translation of ``sentence``."""
        plain = self.translator.fingerprint
        if not len(self._terms):
            return plain
        found = {hit.term for hit in term_hits(self._terms, sentence, self.translator.source)}
        return f"{plain}+terms/{_digest(found)}" if found else plain

    def kept(self, library: Library, sentences: Iterable[str]) -> dict[str, str]:
        """What the library keeps of ``sentences``, by sentence."""
        found: dict[str, str] = {}
        for engine, own in self._by_engine(sentences).items():
            found |= library.cached_translations(engine, self._direction, own)
        return found

    def keep(self, library: Library, payloads: Mapping[str, str]) -> None:
        """Keep translations, by sentence."""
        for engine, own in self._by_engine(payloads).items():
            library.keep_translations(engine, self._direction, {s: payloads[s] for s in own})

    def _by_engine(self, sentences: Iterable[str]) -> dict[str, list[str]]:
        groups: dict[str, list[str]] = {}
        for sentence in sentences:
            groups.setdefault(self.engine(sentence), []).append(sentence)
        return groups

    def translate(self, sentences: Sequence[str]) -> list[Translation]:
        """Each sentence's translation, in the same order."""
        made = self.translator.translate(sentences)
        if not len(self._terms):
            return made
        again = [i for i, each in enumerate(made) if self._lost(each)]
        fixed = self.translator.translate_with([sentences[i] for i in again], self._names) if again else ()
        for i, better in zip(again, fixed, strict=True):
            if better.engine != "none" and self._lost(better) < self._lost(made[i]):
                made[i] = better
        return made

    def translate_steps(
        self, sentences: Sequence[str], batch: int = 8
    ) -> Generator[tuple[int, Translation], None, None]:
        """Translate in order, ``batch`` sentences at a time; between yields the caller may stop."""
        for start in range(0, len(sentences), batch):
            yield from enumerate(self.translate(sentences[start : start + batch]), start=start)

    def _lost(self, made: Translation) -> int:
        """How many of the terms of a sentence its translation says otherwise."""
        if made.engine == "none":
            return 0
        uses = term_uses(self._terms, made.source, made.target, self.translator.source)
        return sum(1 for use in uses if use.target is None)


def with_term_links(translation: Translation, glossary: Glossary, source: Language) -> Translation:
    """``translation`` with a link of kind ``term`` for each term that stands in both texts."""
    uses = term_uses(glossary, translation.source, translation.target, source)
    known = {(link.source, link.target) for link in translation.links}
    found = dict.fromkeys((u.source, u.target) for u in uses if u.target is not None)
    new = [Link(a, b, "term") for a, b in found if (a, b) not in known]
    return replace(translation, links=(*translation.links, *new)) if new else translation


def _digest(terms: Iterable[Term]) -> str:
    lines = sorted("\x1f".join((*t.chinese, "", *t.english)) for t in terms)
    return hashlib.sha256("\x1e".join((_RULES, *lines)).encode("utf-8", "surrogatepass")).hexdigest()[:20]
