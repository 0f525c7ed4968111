"""Services over a small real embedder and a translator that writes plain English by rule, figures and links included."""

from __future__ import annotations

import threading
import time
from collections.abc import Sequence
from pathlib import Path

from desktop.services import Services
from index.embedding import Embedder
from index.errors import MissingModel
from index.indicators.corrections import Corrected
from index.quantities import scan_chinese
from index.quantities.render import english_number
from index.report import Language, Report
from index.text import Span
from models.translation import Link, Translation, Translator
from tests.fakes import HashingEmbedder

_WORDS = "the city will steadily improve public services and support new industries across all of its districts".split()


class RuleTranslator(Translator):
    """About one English word for two Chinese characters, each figure in its place and linked."""

    def __init__(self, delay: float = 0.0, warn_on: str = "", fail_on: str = "") -> None:
        self.source, self.target = Language.ZH, Language.EN
        self.fingerprint = "rule/1"
        self.delay, self.warn_on, self.fail_on = delay, warn_on, fail_on
        self.asked: list[str] = []
        self.threads: set[str] = set()

    def translate(self, sentences: Sequence[str]) -> list[Translation]:
        time.sleep(self.delay)
        self.asked.extend(sentences)
        self.threads.add(threading.current_thread().name)
        return [self._one(sentence) for sentence in sentences]

    def _one(self, source: str) -> Translation:
        if self.fail_on and self.fail_on in source:
            return Translation(source, f"[not translated] {source}", "none")
        words: list[str] = []
        links: list[Link] = []
        length = at = 0
        for mention in [m for m in scan_chinese(source) if not m.tentative]:
            length += self._fill(words, source[at : mention.span.start], length)
            figure = english_number(mention.quantity.value) + ("%" if mention.quantity.unit == "%" else "")
            links.append(Link(mention.span, Span(length, length + len(figure))))
            words.append(figure)
            length += len(figure) + 1
            at = mention.span.end
        self._fill(words, source[at:], length)
        text = " ".join(words)
        warned = bool(self.warn_on) and self.warn_on in source
        return Translation(
            source, text[:1].upper() + text[1:] + ".", "neural", "warning" if warned else "ok",
            "figures missing from the translation: 1" if warned else "", tuple(links),
        )  # fmt: skip

    def _fill(self, words: list[str], piece: str, length: int) -> int:
        added = [_WORDS[(length + i) % len(_WORDS)] for i in range(max(1, len(piece) // 2))]
        words.extend(added)
        return sum(len(word) + 1 for word in added)


class FakeServices(Services):
    """The real services but for the two language models."""

    def __init__(
        self, data_folder: Path, translator: RuleTranslator | None = None, *, without_models: bool = False
    ) -> None:
        super().__init__(data_folder)
        self.rule = translator or RuleTranslator()
        self.without_models = without_models

    def embedder(self) -> Embedder:
        if self.without_models:
            raise MissingModel("search (encoder)")
        return HashingEmbedder(dimension=256)

    def translator(self, source: Language | str, target: Language | str) -> Translator:
        if self.without_models or str(source) != "zh":
            raise MissingModel(f"translation {source}→{target}")
        return self.rule


class BrokenServices(FakeServices):
    """Finds a bug while it looks for indicators."""

    def corrected(self, report: Report) -> Corrected:
        raise RuntimeError("a fault for the test")
