"""Notes in the window: made on what is selected, written in a card, listed in a panel; every change can be undone."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu

from desktop.itemmodels.notes import NoteRow
from desktop.jobs import Lane
from desktop.notes.bar import SelectionBar
from desktop.notes.card import NoteCard
from desktop.notes.choosing import note_of_selection, note_of_sentence
from desktop.notes.files import NoteFiles
from desktop.notes.placed import PlacedNotes
from desktop.notes.places import NotePlaces
from desktop.notes.pointing import NotePointer
from desktop.steps import Step, Work
from desktop.undo import NOTES, Change
from index.annotations.edit import Edit
from index.errors import ReaderError
from index.notes import Colour, Finder, Look, Note, NoteShelf

if TYPE_CHECKING:
    from desktop.main_window import MainWindow
    from desktop.reader.bilingual import Bilingual
    from desktop.reader.hits import Hit
    from desktop.services import Services
    from desktop.theme import Theme

_T = TypeVar("_T")


class Notes(QObject):
    """Joins the notes in the store with the text, the panel and the window's history of changes."""

    told = Signal(str)
    failed = Signal(object)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._session, self._view = window, window.session, window.view
        self._services: Services = window.services
        self.panel = window.panes.side.notes
        self.pointer = NotePointer(self._view, self)
        self.bar = SelectionBar(self._view.viewport())
        self.card = NoteCard(self._view.viewport())
        self.files = NoteFiles(window, self)
        self.places = NotePlaces(window, self)
        self.colour = Colour.YELLOW
        self._finder: tuple[str, Finder] | None = None
        self._opened: Note | None = None
        self._lane = Lane("notes read", self)
        self._connect()
        self.set_theme(self._view.style_.theme)
        self._read()

    def _connect(self) -> None:
        window, panel = self._window, self.panel
        for part in (self, self.files, self.places):
            part.told.connect(lambda words: window.statusBar().showMessage(words, 6000))
        for part in (self, self.files):
            part.failed.connect(window.gate.tell)
        window.actions_.connect(
            highlight=lambda: self.mark(Look.HIGHLIGHT),
            underline=lambda: self.mark(Look.UNDERLINE),
            note=self.write,
            bookmark=self.bookmark,
            notes=window.panes.focus_notes,
            export_notes=lambda: self.files.ask_export(""),
            import_notes=self.files.ask_import,
        )
        for colour in Colour:
            action = window.actions_[f"colour.{colour}"]
            action.triggered.connect(lambda _=False, colour=colour: self.mark(Look.HIGHLIGHT, colour))
        self._session.report_opened.connect(self._leave_report)
        self._session.notes_changed.connect(self.refresh)
        self._session.closing.connect(self._finish)
        self._view.viewport_changed.connect(self._follow)
        self._view.menu_asked.connect(self._fill_menu)
        self._view.escaped.connect(self._let_go)
        self.pointer.clicked.connect(self._click)
        self.pointer.selected.connect(self._offer)
        self.bar.coloured.connect(lambda colour: self.mark(Look.HIGHLIGHT, colour))
        self.bar.underline_wanted.connect(lambda: self.mark(Look.UNDERLINE))
        self.bar.note_wanted.connect(self.write)
        card = self.card
        card.written.connect(self._keep_written)
        card.coloured.connect(lambda colour: self.recolour((card.key,), colour))
        card.look_wanted.connect(lambda look: self._edit(self.shelf.change(card.key, look=look)))
        card.delete_wanted.connect(lambda: self.delete((card.key,)))
        card.done.connect(self._close_card)
        panel.note_activated.connect(self.go_to)
        panel.edit_wanted.connect(self.edit)
        panel.delete_wanted.connect(self.delete)
        panel.colour_wanted.connect(self.recolour)
        panel.copy_wanted.connect(self.files.copy)
        panel.export_wanted.connect(self.files.ask_export)
        panel.import_wanted.connect(self.files.ask_import)
        panel.scope_changed.connect(lambda _: self.refresh())
        panel.escaped.connect(self._view.setFocus)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self.bar.set_theme(theme)
        self.card.set_theme(theme)

    @property
    def shelf(self) -> NoteShelf:
        """The notes in the store; asking for it opens the store."""
        return NoteShelf(self._services.annotations())

    @property
    def text(self) -> Bilingual:
        """The report that is shown."""
        return self._view.text

    @property
    def is_busy(self) -> bool:
        """True while notes are being read or a file is being written."""
        return self._lane.busy or self.files.is_busy

    # Showing

    def _read(self) -> None:
        """The notes of the report, behind the work: a store that must be opened may take a while."""
        if not self._services.has_annotations:
            self.panel.show_notes(())
            return
        text = self.text
        job = self._lane.start(_reading(self._services, text, self._finder_of(text)))
        job.succeeded.connect(lambda placed: self._take(text, placed))
        job.failed.connect(self.failed)

    def _take(self, text: Bilingual, placed: object) -> None:
        if text is self.text and isinstance(placed, PlacedNotes):
            self._show(placed)

    def _leave_report(self, _: object) -> None:
        self.card.leave()
        self.bar.hide()
        self._view.marks.note = ""
        self._read()

    def refresh(self) -> None:
        """Show what the store says now."""
        placed = self._placed()
        if placed is not None:
            self._show(placed)
        else:
            self.panel.show_notes(())

    def _placed(self) -> PlacedNotes | None:
        if not self._services.has_annotations:
            return None
        notes = self._guarded(lambda: self.shelf.of_report(self.text.report))
        return PlacedNotes(self.text, self._finder_of(self.text), notes) if notes is not None else None

    def _show(self, placed: PlacedNotes) -> None:
        self.text.notes = placed
        self._view.viewport().update()
        if self.panel.scope.everywhere:
            notes = self._guarded(self.shelf.notes) or ()
            order = sorted(notes, key=lambda n: (n.title, n.place, n.year or 0, n.anchor.start))
            self.panel.show_notes(self._row_of(note, placed) for note in order)
        else:
            self.panel.show_notes(self._row_of(note, placed) for note in (*placed.ordered(), *placed.lost))
        if self.card.key:
            note = placed.notes.get(self.card.key)
            if note is None:
                self.card.hide()
                self.card.key = ""
            else:
                self.card.show_look(note)

    def _row_of(self, note: Note, placed: PlacedNotes) -> NoteRow:
        found = placed.found.get(note.id)
        return NoteRow(note, note in placed.lost, found is not None and found.edited)

    def _finder_of(self, text: Bilingual) -> Finder:
        if self._finder is None or self._finder[0] != text.report.id:
            self._finder = (text.report.id, Finder(text.report.text))
        return self._finder[1]

    # Making

    def chosen_note(self) -> Note | None:
        """What would be marked: the selected words, else the current sentence."""
        chosen = self._view.marks.selection
        if chosen is not None and not chosen.is_empty:
            return note_of_selection(self.text, chosen)
        return note_of_sentence(self.text, self._view.selection.sentence)

    def mark(self, look: Look, colour: Colour | None = None) -> str:
        """Mark what is chosen, or change the mark that is there; gives the note's id, empty where nothing is chosen."""
        self.bar.hide()
        self.colour = colour or self.colour
        current = self._view.marks.note
        selected = self._view.marks.selection
        if current and (selected is None or selected.is_empty):
            self._edit(self.shelf.change(current, look=look, colour=self.colour))
            return current
        made = self.chosen_note()
        if made is None:
            self.told.emit(self.tr("Select words first, or click on a sentence."))
            return ""
        same = self._same(made)
        if same is not None:
            self._edit(self.shelf.change(same.id, look=look, colour=self.colour))
            key = same.id
        else:
            edit = self._guarded(lambda: self.shelf.add([replace(made, look=look, colour=self.colour)]))
            if edit is None or not self._edit(edit):
                return ""
            key = edit.keys[0]
        self._view.marks.selection = None
        self._choose(key)
        return key

    def bookmark(self) -> None:
        """Mark the current sentence, or the first on screen, as a place to come back to; take the bookmark away again."""
        chosen = self._view.marks.selection
        touched = chosen.sentences(self.text) if chosen is not None and not chosen.is_empty else ()
        sentence = (*touched, self._view.selection.sentence, *self._view.visible_sentences())[0]
        sentence = sentence or next(iter(self._view.visible_sentences()), "")
        made = note_of_sentence(self.text, sentence)
        if made is None:
            return
        placed = self.text.notes
        there = [
            note.id
            for note in (placed.notes.values() if placed is not None else ())
            if note.look is Look.BOOKMARK and note.anchor.start == made.anchor.start
        ]
        if there:
            self.delete(tuple(there))
        elif self.add([replace(made, look=Look.BOOKMARK, colour=Colour.PINK)]):
            self.told.emit(self.tr("Bookmark set; the Notes panel lists it."))

    def _same(self, made: Note) -> Note | None:
        """A note on exactly these words."""
        placed = self.text.notes
        for note in placed.notes.values() if placed is not None else ():
            words = (note.anchor.start, note.anchor.end, note.made_on)
            if note.look is Look.BOOKMARK:
                continue  # it stands for the place, whatever is marked there
            if words == (made.anchor.start, made.anchor.end, made.made_on) and (
                made.made_on is made.language or note.facing == made.facing
            ):
                return note
        return None

    def write(self) -> None:
        """Write a note on what is chosen."""
        current = self._view.marks.note
        selected = self._view.marks.selection
        key = current if current and (selected is None or selected.is_empty) else self.mark(Look.HIGHLIGHT)
        if key:
            self.edit(key)

    # The card

    def edit(self, key: str) -> None:
        """Open the card of a note, after going to its words; one whose words are elsewhere opens where the view is."""
        note = self._guarded(lambda: self.shelf.note(key))
        if note is None:
            return
        if self.pointer.note_rect(key) is None:
            self.go_to(key)
        self._open_card(note)
        self.card.write()

    def _open_card(self, note: Note) -> None:
        self._choose(note.id)
        place = f"¶ {note.paragraph}" if note.paragraph else ""
        section = note.sections[-1] if note.sections else ""
        self._opened = note
        self.card.open_note(note, "  ·  ".join(part for part in (section, place) if part), self.known_tags())
        self.bar.hide()
        viewport = self._view.viewport().rect()
        self.card.show_beside(
            self.pointer.note_rect(note.id) or viewport.adjusted(40, 40, -40, -viewport.height() // 2)
        )

    def known_tags(self) -> tuple[str, ...]:
        """All tags in use, the most used first."""
        from collections import Counter

        notes = self._guarded(self.shelf.notes) or ()
        return tuple(tag for tag, _ in Counter(tag for note in notes for tag in note.tags).most_common())

    def _keep_written(self, comment: str, tags: tuple[str, ...]) -> None:
        """Keep what is written so far; all of it becomes one step of the history when the card is left."""
        key = self.card.key
        try:
            edit = self.shelf.change(key, comment=comment, tags=tags)
            if edit is not None:
                edit.redo()
                self.refresh()
        except ReaderError as error:
            self.failed.emit(error)

    def _close_card(self) -> None:
        before, self._opened = self._opened, None
        now = self._guarded(lambda: self.shelf.note(before.id)) if before is not None else None
        if (
            before is not None
            and now is not None
            and (now.comment, now.tags) != (before.comment, before.tags)
        ):
            key, shelf = before.id, self.shelf

            def put(note: Note) -> None:
                edit = shelf.change(key, comment=note.comment, tags=note.tags)
                if edit is not None:
                    edit.redo()

            self._session.changes.add(Change(lambda: put(before), lambda: put(now), NOTES))
            self._session.tell_changes()
        self._view.setFocus()

    # Changing

    def recolour(self, keys: Iterable[str], colour: Colour) -> None:
        """Give notes another colour."""
        self.colour = colour
        self._edit(self._guarded(lambda: self.shelf.change_all(keys, colour=colour)))

    def delete(self, keys: Iterable[str]) -> None:
        """Delete notes; Undo brings them back."""
        keys = tuple(keys)
        if self.card.key in keys:
            self.card.leave()
        if self._edit(self.shelf.remove(keys)):
            if self._view.marks.note in keys:
                self._choose("")
            words = self.tr("{n} notes deleted; Undo brings them back.") if len(keys) > 1 else ""
            self.told.emit((words or self.tr("Note deleted; Undo brings it back.")).format(n=len(keys)))

    def add(self, notes: list[Note]) -> bool:
        """Take in notes from elsewhere, as one step that can be undone."""
        edit = self._guarded(lambda: self.shelf.add(notes))
        return edit is not None and self._edit(edit)

    def _edit(self, edit: Edit | None) -> bool:
        return edit is not None and self._session.change(Change(edit.undo, edit.redo, NOTES))

    # Following

    def go_to(self, key: str) -> None:
        """Show where a note stands; its report is opened where it is another one."""
        note = self._guarded(lambda: self.shelf.note(key))
        if note is not None:
            self.places.go_to(note)

    def show_note(self, key: str) -> None:
        """Bring the words of a note on screen, in the report that is open."""
        placed = self.text.notes
        sentences = placed.sentences_of(key) if placed is not None else ()
        if sentences:
            self._view.go_to_sentence(sentences[0], choose=False)
            self._choose(key)

    def _choose(self, key: str) -> None:
        self._view.marks.note = key
        self._view.viewport().update()
        self.panel.choose(key)

    def _click(self, note: Note | None) -> None:
        self.bar.hide()
        self.card.leave()
        if note is None:
            self._choose("")
        else:
            self._open_card(note)

    def _offer(self) -> None:
        """Show the bar at the words that were selected."""
        self.card.leave()
        self._choose("")
        place = self.pointer.selection_rect()
        if place is not None:
            self.bar.swatches.set_current(None)
            self.bar.show_at(place)

    def _follow(self) -> None:
        """What floats over the text stays at its words, or goes with them."""
        if not self.bar.isHidden():
            self.bar.hide()
        if not self.card.isHidden():
            place = self.pointer.note_rect(self.card.key)
            if place is None and not self.card.isAncestorOf(self._window.focusWidget()):
                self.card.leave()
            elif place is not None:
                self.card.show_beside(place)

    def _let_go(self) -> None:
        self.bar.hide()
        self._choose("")

    def _fill_menu(self, menu: QMenu, hit: Hit | None) -> None:
        placed = self.text.notes
        note = (
            placed.at(hit.placed.cell.content, hit.index) if placed is not None and hit is not None else None
        )
        menu.addSeparator()
        if note is not None:
            menu.addAction(self.tr("Edit the note"), lambda: self.edit(note.id))
            menu.addAction(self.tr("Delete the note"), lambda: self.delete((note.id,)))
        chosen = self._view.marks.selection
        if (chosen is not None and not chosen.is_empty) or self._view.selection.sentence:
            for name in ("highlight", "underline", "note"):
                menu.addAction(self._window.actions_[name])

    # Common

    def _guarded(self, use: Callable[[], _T]) -> _T | None:
        try:
            return use()
        except ReaderError as error:
            self.failed.emit(error)
            return None

    def _finish(self) -> None:
        self.card.leave()
        self.pointer.finish()
        self._lane.close()
        self.files.close()


def _reading(services: Services, text: Bilingual, finder: Finder) -> Work:
    yield Step(0, 1)
    notes = NoteShelf(services.annotations()).of_report(text.report)
    return PlacedNotes(text, finder, notes)
