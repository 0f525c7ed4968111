"""Briefs in the window: what is collected, put in order and given away; every change can be undone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu

from desktop.brief_files import BriefFiles
from desktop.catalogue import interface_language
from desktop.gathering import from_hits, from_sentences
from desktop.jobs import Lane
from desktop.quote_filling import QuoteFilling
from desktop.quote_places import QuotePlaces
from desktop.quoting import Wanted
from desktop.steps import Step, Work
from desktop.undo import BRIEFS, Change
from index.briefs import Brief, Edit, Entry, Shelf
from index.errors import ReaderError
from index.report import Language, Report

if TYPE_CHECKING:
    from desktop.main_window import MainWindow
    from desktop.reader.hits import Hit
    from desktop.services import Services
    from index.passage import Passage

_T = TypeVar("_T")


class Briefs(QObject):
    """Joins the briefs with the text, their panel and the window's history of changes."""

    told = Signal(str)
    failed = Signal(object)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._session, self._view = window, window.session, window.view
        self._services: Services = window.services
        self.panel = window.panes.side.brief
        self.files = BriefFiles(window)
        self.places = QuotePlaces(window)
        self._current = ""
        self._chosen: tuple[str, ...] = ()
        self.filling = QuoteFilling(window.services, lambda: self.shelf, self)
        self._lane = Lane("brief read", self)
        self._connect()
        self._read()

    def _connect(self) -> None:
        window, panel = self._window, self.panel
        for teller in (self, self.files, self.places):
            teller.told.connect(lambda words: window.statusBar().showMessage(words, 6000))
        for failing in (self, self.files, self.filling):
            failing.failed.connect(window.gate.tell)
        self.filling.filled.connect(self.refresh)
        window.actions_.connect(add_to_brief=self.add_chosen, brief=self.show_panel)
        self._view.menu_asked.connect(self._fill_menu)
        window.panes.hit_menu_asked.connect(self._fill_hit_menu)
        self._session.briefs_changed.connect(self.refresh)
        self._session.closing.connect(self._finish)
        head, entries = panel.head, panel.list
        head.deleted = self.deleted
        head.set_frame(Language(interface_language(window.settings.language)[:2]))
        head.brief_chosen.connect(self.choose)
        head.create_wanted.connect(self.create)
        head.rename_wanted.connect(self.rename)
        head.delete_wanted.connect(self.delete)
        head.restore_wanted.connect(self.restore)
        head.export_wanted.connect(self.ask_export)
        entries.passage_wanted.connect(self.places.go_to)
        entries.move_wanted.connect(self.move)
        entries.remove_wanted.connect(self.remove)
        entries.translation_wanted.connect(self.filling.translate)
        entries.entries.edited.connect(self.edit)
        entries.entries.written.connect(self.insert)
        panel.escaped.connect(self._view.setFocus)

    @property
    def shelf(self) -> Shelf:
        """The briefs in the store; asking for it opens the store."""
        return Shelf(self._services.annotations())

    @property
    def current(self) -> Brief | None:
        """The brief that is shown, and that passages are added to."""
        return self.panel.brief

    @property
    def is_busy(self) -> bool:
        """True while something is being read, translated or written."""
        return self.files.is_busy or self.filling.is_busy or self._lane.busy

    # Showing

    def _read(self) -> None:
        """The briefs, the first time; a store that must be opened, and perhaps mended, may take a while."""
        if self._services.has_annotations:
            job = self._lane.start(_opening(self._services))
            job.succeeded.connect(lambda _: self.refresh())
            job.failed.connect(self.failed)

    def refresh(self) -> None:
        """Show what the store says now."""
        briefs = self._all()
        current = next((brief for brief in briefs if brief.id == self._current), None)
        if current is None and briefs:
            current = briefs[0]
        self._current = current.id if current is not None else ""
        chosen, self._chosen = self._chosen, ()
        self.panel.show_briefs(sorted(briefs, key=lambda brief: brief.title.casefold()), current, chosen)

    def _all(self) -> tuple[Brief, ...]:
        if not self._services.has_annotations:
            return ()
        return self._guarded(self.shelf.briefs) or ()

    def deleted(self) -> tuple[Brief, ...]:
        """The briefs that can be brought back."""
        if not self._services.has_annotations:
            return ()
        return self._guarded(lambda: self.shelf.briefs(deleted=True)) or ()

    def show_panel(self) -> None:
        """Bring the panel to the front."""
        self._window.panes.focus_brief()

    # Briefs

    def choose(self, key: str) -> None:
        """Show another brief; what is added goes there."""
        self.panel.list.finish_editing()
        self._current = key
        self.refresh()

    def create(self, title: str) -> None:
        """Begin a brief."""
        self._make(self._guarded(lambda: self.shelf.create(title)), is_new=True)

    def rename(self, title: str) -> None:
        """Call the current brief otherwise."""
        brief = self.current
        if brief is not None and title != brief.title:
            self._make(self._guarded(lambda: self.shelf.rename(brief, title)))

    def delete(self) -> None:
        """Delete the current brief."""
        brief = self.current
        if brief is not None and self._make(self._guarded(lambda: self.shelf.delete(brief))):
            words = self.tr("“{title}” was deleted. Ctrl+Z brings it back.")
            self.told.emit(words.format(title=self._title(brief)))

    def restore(self, key: str) -> None:
        """Bring a deleted brief back."""
        brief = next((brief for brief in self.deleted() if brief.id == key), None)
        if brief is not None:
            self._make(self._guarded(lambda: self.shelf.restore(brief)), is_new=True)

    def ask_export(self, form: str, language: Language) -> None:
        """Ask for a file and write the current brief."""
        self.panel.list.finish_editing()
        if self.current is not None:
            self.files.ask(self.current, form, language)

    # Entries

    def insert(self, entry: Entry, at: int) -> None:
        """Put a heading or a note of the user's at a place."""
        brief = self.current
        if brief is not None:
            self._make(self._guarded(lambda: self.shelf.add(brief, [entry], at)), choose=True)

    def edit(self, key: str, field: str, words: str) -> None:
        """Write other words; a translation becomes the user's own, and what was doubtful of it is settled."""
        fields: dict[str, str | tuple[str, ...]] = {field: words}
        if field == "target":
            fields |= {"engine": "reader" if words else "", "warning": "", "doubts": ()}
        known = self._entry(key)
        if known is None or getattr(known, field, words) == words:
            return
        self._make(self._guarded(lambda: self.shelf.edit(key, **fields)))

    def move(self, keys: Sequence[str], at: int) -> None:
        """Move entries before what stands at a place."""
        brief = self.current
        if brief is not None:
            self._make(self._guarded(lambda: self.shelf.move(brief, tuple(keys), at)))

    def remove(self, keys: Sequence[str]) -> None:
        """Take entries out."""
        if self._make(self._guarded(lambda: self.shelf.remove(keys))):
            self.told.emit(self.tr("Removed from the brief. Ctrl+Z brings it back."))

    def _entry(self, key: str) -> Entry | None:
        brief = self.current
        return next((e for e in brief.entries if e.id == key), None) if brief is not None else None

    # Adding passages

    def add_chosen(self) -> int:
        """Add the sentences that are selected in the text, else the current one."""
        sentences = self.chosen()
        if not sentences:
            self.told.emit(self.tr("Click on a sentence first; Ctrl+B then adds it to the brief."))
            return 0
        return self.add_sentences(sentences)

    def chosen(self) -> tuple[str, ...]:
        """The sentences that the selected words stand in, on either side; else the current sentence."""
        selected, text = self._view.marks.selection, self._view.text
        if selected is not None and not selected.is_empty:
            return selected.sentences(text)
        sentence = self._view.selection.sentence
        return (sentence,) if sentence in text.sentences else ()

    def add_sentences(self, ids: Iterable[str]) -> int:
        """Add sentences of the open report, neighbours in one passage; gives how many passages were added."""
        return self._add(from_sentences(self._view.text, ids))

    def add_passages(self, passages: Sequence[Passage], reports: Mapping[str, Report] | None = None) -> int:
        """Add search hits, of whatever report; gives how many were added, those that are there already left out.

        ``reports`` are reports at hand by their ids; the others are read from where the library knows them. Hits of
        the open report come with the translation on screen; all others get theirs in the background.
        """
        return self._add(from_hits(self._services, self._view.text, passages, reports or {}))

    def _add(self, found: Sequence[Wanted]) -> int:
        self._lane.cancel()
        self.panel.list.finish_editing()
        if self.current is None:
            self.refresh()
        brief = self.current
        here = {(q.report_key, q.source) for q in brief.quotes} if brief is not None else set()
        new = [(quote, words) for quote, words in found if (quote.report_key, quote.source) not in here]
        if not new:
            if found:
                self.told.emit(self.tr("This is in the brief already."))
            return 0
        quotes = [quote for quote, _ in new]
        title = brief.title if brief is not None else self.tr("Brief")
        edit = self._guarded(
            lambda: self.shelf.add(brief, quotes) if brief is not None else self.shelf.create(title, quotes)
        )
        if edit is None or not self._make(edit, is_new=brief is None, choose=True):
            return 0
        self.told.emit(
            self.tr("Added to “{title}”. Ctrl+Z takes it back.").format(title=self._title(self.current))
        )
        self.filling.fill({k: each for k, each in zip(edit.keys, new, strict=False) if not each[0].target})
        return len(new)

    def _title(self, brief: Brief | None) -> str:
        return (brief.title if brief is not None else "") or self.tr("Untitled brief")

    # Common

    def _make(self, edit: Edit | None, *, is_new: bool = False, choose: bool = False) -> bool:
        """Make a change that can be undone; a ``new`` brief is shown, new entries are chosen."""
        if edit is None:
            return False
        before = self._current, self._chosen
        if is_new:
            self._current = edit.keys[-1]
        if choose:
            self._chosen = edit.keys
        if self._session.change(Change(edit.undo, edit.redo, BRIEFS)):
            return True
        self._current, self._chosen = before
        self.refresh()
        return False

    def _guarded(self, use: Callable[[], _T]) -> _T | None:
        try:
            return use()
        except ReaderError as error:
            self.failed.emit(error)
            return None

    def _fill_menu(self, menu: QMenu, hit: Hit | None) -> None:
        selected = self._view.marks.selection
        sentence = hit.piece.sentence if hit is not None and hit.piece is not None else ""
        if selected is not None and not selected.is_empty:
            add: Callable[[], object] = self.add_chosen
        elif sentence:
            add = lambda: self.add_sentences([sentence])  # noqa: E731
        else:
            return
        menu.addSeparator()
        action = menu.addAction(self.tr("Add to the brief"), add)
        action.setShortcut(self._window.actions_["add_to_brief"].shortcut())

    def _fill_hit_menu(self, menu: QMenu, hit: Passage) -> None:
        menu.addSeparator()
        menu.addAction(self.tr("Add to the brief"), lambda: self.add_passages([hit]))

    def _finish(self) -> None:
        self.panel.list.finish_editing()
        self._lane.close()
        self.filling.close()
        self.files.close()


def _opening(services: Services) -> Work:
    yield Step(0, 1)
    return Shelf(services.annotations()).briefs()
