"""Everything the reader works with, built when first asked for. No Qt: the window and the command line share it.

Heavy parts are imported inside the methods, so that a window can show its text before any of them is loaded.
Each method may be called from any thread.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, Final

from desktop.data_folder import find_data_folder
from desktop.settings import Settings, SettingsFile
from index.errors import ReaderError
from index.report import Language, Report

if TYPE_CHECKING:
    from desktop.library_search import LibrarySearch
    from desktop.memories import Memories
    from desktop.vocabulary import Vocabulary
    from index.annotations import AnnotationStore
    from index.embedding import Embedder
    from index.indicators import Indicator
    from index.indicators.corrections import Corrected, Correction
    from index.library import Library
    from index.search import FigureHit, Passage, Searcher
    from models.catalog import Catalog
    from models.enforced import Enforced
    from models.routes import Role
    from models.translation import Translator

_RENDERED_MOST: Final = 500
_FIGURES: Final = 5
SAMPLE: Final = ("reports", "qingdao-2024.txt")


class Services:
    """The parts of the reader, each built once."""

    def __init__(self, data_folder: Path) -> None:
        self.data_folder = data_folder
        self.settings_file = SettingsFile(data_folder)
        self.settings, self.settings_notice = self.settings_file.load()
        self._lock = RLock()
        self._catalog: Catalog | None = None
        self._library: Library | None = None
        self._annotations: AnnotationStore | None = None
        self._memories: Memories | None = None
        self._embedder: Embedder | None = None
        self._searcher: Searcher | None = None
        self._translators: dict[tuple[str, str], Translator] = {}
        self._vocabulary: Vocabulary | None = None
        self._rendered: dict[str, str] = {}
        self._library_search: LibrarySearch | None = None
        self._users = 0

    @property
    def packages_folder(self) -> Path:
        """Where packages that the user adds are kept."""
        return self.data_folder / "packages"

    @property
    def index_folder(self) -> Path:
        """Where search indexes are kept; each can be built again."""
        return self.data_folder / "indexes"

    def save_settings(self, settings: Settings) -> ReaderError | None:
        """Keep ``settings``; gives what to tell the user where they cannot be written."""
        self.settings = settings
        return self.settings_file.save(settings)

    def catalog(self) -> Catalog:
        """The installed model packages."""
        with self._lock:
            if self._catalog is None:
                from models.catalog import Catalog
                from models.folders import shared_folders

                self._catalog = Catalog(
                    self.packages_folder, chosen=self.settings.models, shared=shared_folders()
                )
            return self._catalog

    def choose_model(self, role: Role, key: str) -> ReaderError | None:
        """Use the model with this key for a task, the catalog's own choice where it is empty; kept in the settings."""
        chosen = {**self.settings.models, role: key}
        self.catalog().choose(role, key)
        self.models_changed()
        return self.save_settings(
            replace(self.settings, models={name: value for name, value in chosen.items() if value})
        )

    def models_changed(self) -> None:
        """Packages came or went: what was built of them is built anew when it is next asked for."""
        with self._lock:
            self._translators.clear()
            self._rendered.clear()
            self._embedder = self._searcher = None
            if self._library_search is not None:
                self._library_search.forget_encoders()

    def library(self) -> Library:
        """Known reports and cached translations; in memory where the folder cannot be written."""
        with self._lock:
            if self._library is None:
                from index.library import Library

                self._library = Library(self.data_folder / "library.db")
            return self._library

    def embedder(self) -> Embedder:
        """The sentence encoder; raises MissingModel or DamagedModel."""
        with self._lock:
            if self._embedder is None:
                from models.embedding import load_embedder

                self._embedder = load_embedder(self.catalog().encoder())
            return self._embedder

    def searcher(self) -> Searcher:
        """The search over all reports added so far."""
        with self._lock:
            if self._searcher is None:
                from index.search import Searcher

                self._searcher = Searcher(self.embedder(), self.index_folder)
            return self._searcher

    def library_search(self) -> LibrarySearch:
        """The search over the whole library."""
        with self._lock:
            if self._library_search is None:
                from desktop.library_search import LibrarySearch

                self._library_search = LibrarySearch(self)
            return self._library_search

    def add_to_search(self, report: Report, english: Mapping[str, str] | None = None) -> None:
        """Index ``report``, or load its cached index; ``english`` is its translation by sentence id, if there is one."""
        self.searcher().add(report, english)

    def search(
        self, query: str, limit: int = 10, report_ids: Sequence[str] | None = None
    ) -> tuple[Passage, ...]:
        """The passages nearest to ``query``, best first; an English query is looked for in Chinese too."""
        return self.answer(query, limit, report_ids)[0]

    def answer(
        self, query: str, limit: int = 10, report_ids: Sequence[str] | None = None
    ) -> tuple[tuple[Passage, ...], tuple[FigureHit, ...]]:
        """The passages nearest to ``query``, best first, and the figures that it asks for, where it asks for any."""
        searcher, rendered = self.searcher(), self.rendered(query)
        figures = searcher.figures(query, _FIGURES, report_ids, rendered)
        return searcher.search(query, limit, report_ids, rendered, figures), figures

    def rendered(self, query: str) -> str:
        """The Chinese of an English query, by the translator and the glossary; empty for any other query."""
        from models.query_rendering import is_rendered, rendered, with_terms

        if not is_rendered(query):
            return ""
        with self._lock:
            known = self._rendered.get(query)
        if known is None:
            try:
                known = rendered(query, self.translator(Language.EN, Language.ZH))
            except ReaderError:
                known = ""  # the glossary is left, and the meaning
            with self._lock:
                if len(self._rendered) >= _RENDERED_MOST:
                    self._rendered.clear()
                self._rendered[query] = known
        return with_terms(query, known, self.vocabulary.glossary())

    def translator(self, source: Language | str, target: Language | str) -> Translator:
        """The translator for a direction; raises MissingModel or DamagedModel."""
        pair = (str(source), str(target))
        with self._lock:
            if pair not in self._translators:
                from models.translation import Translator

                first, *more = self.catalog().translation_route(*pair).packages
                self._translators[pair] = Translator(first, second=more[0] if more else None)
            return self._translators[pair]

    def enforced(self, source: Language | str, target: Language | str) -> Enforced:
        """The translator for a direction, which says the user's terms as the user does; raises like ``translator``."""
        from models.enforced import Enforced

        return Enforced(self.translator(source, target), self.vocabulary.own_terms())

    @property
    def vocabulary(self) -> Vocabulary:
        """Terms and dictionaries."""
        with self._lock:
            if self._vocabulary is None:
                from desktop.vocabulary import Vocabulary

                self._vocabulary = Vocabulary(self)
            return self._vocabulary

    def indicators(self, report: Report) -> tuple[Indicator, ...]:
        """The indicators of ``report``, linked."""
        return self.corrected(report).indicators

    def corrected(self, report: Report) -> Corrected:
        """The indicators after the user's corrections, and what became of each of these."""
        from index.indicators import extract
        from index.indicators.corrections import Corrected, apply

        found, corrections = extract(report), self.corrections(report)
        return apply(report, found, corrections) if corrections else Corrected(found, {}, (), ())

    def corrections(self, report: Report) -> tuple[Correction, ...]:
        """The corrections of ``report``, the oldest first; those made in an earlier text of it too."""
        if not self.has_annotations:
            return ()
        from index.indicators.corrections import InvalidCorrectionError, from_content

        found = []
        for item in self.annotations().items("correction", report.id, report.title):
            with suppress(InvalidCorrectionError):  # of a later version; it stays in the store
                found.append(from_content(item.content(), item.anchor, item.id))
        return tuple(found)

    @property
    def annotations_file(self) -> Path:
        """Where the user's own work is kept."""
        return self.data_folder / "annotations.db"

    @property
    def annotations_notice(self) -> ReaderError | None:
        """What the user should be told of the store, once it was opened."""
        return self._annotations.notice if self._annotations is not None else None

    @property
    def has_annotations(self) -> bool:
        """False while the user has never written anything: there is no store to open."""
        with self._lock:
            file = self.annotations_file
            return self._annotations is not None or file.is_file() or file.with_suffix(".jsonl").is_file()

    def memories(self) -> Memories:
        """The user's translation memory."""
        with self._lock:
            if self._memories is None:
                from desktop.memories import Memories

                self._memories = Memories(self)
            return self._memories

    def annotations(self) -> AnnotationStore:
        """The store of the user's own work."""
        with self._lock:
            if self._annotations is None:
                from index.annotations import AnnotationStore

                self._annotations = AnnotationStore(self.annotations_file)
            return self._annotations

    def hold(self) -> Callable[[], None]:
        """Use these services until what is given back is called; the last of all users to call it closes them."""
        held = [True]
        with self._lock:
            self._users += 1

        def release() -> None:
            with self._lock:
                self._users -= held.pop() if held else 0
                last = self._users == 0
            if last:
                self.close()

        return release

    def close(self) -> None:
        """Release what is open."""
        with self._lock:
            if self._vocabulary is not None:
                self._vocabulary.close()
            if self._library is not None:
                self._library.close()
                self._library = None
            if self._annotations is not None:
                self._annotations.close()
                self._annotations = None


def build_services(data_folder: Path | None = None) -> Services:
    """The services over the data folder (the platform's own where none is given)."""
    return Services(find_data_folder(data_folder))
