"""Correcting translations in place: opens the editor over a sentence, keeps what was written, offers what is near."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence, QTextCursor
from PySide6.QtWidgets import QMenu

from desktop.jobs import Lane
from desktop.memory_files import MemoryFiles
from desktop.reader.hits import Hit
from desktop.reader.placing import place_editor
from desktop.remembered import looking, machine_version
from index.errors import ReaderError

if TYPE_CHECKING:
    from desktop.main_window import MainWindow
    from desktop.memories import Memories
    from desktop.reader.editor import SentenceEditor
    from desktop.undo import Change
    from index.report import Language, Report, Sentence

_T = TypeVar("_T")
_OFFERED: Final = 3


class Correcting(QObject):
    """Joins the editor to the text, the memory and the window's history of changes."""

    told = Signal(str)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._session, self._view = window, window.session, window.view
        self.editor: SentenceEditor | None = None
        self._sentence: Sentence | None = None
        self._report: Report | None = None
        self._began = ""
        self._lanes = {name: Lane(name, self) for name in ("near", "machine")}
        self.files = MemoryFiles(window)
        self._connect()

    def _connect(self) -> None:
        window, session, view = self._window, self._session, self._view
        self.told.connect(lambda words: window.statusBar().showMessage(words, 6000))
        window.actions_.connect(
            correct=self.edit_current,
            import_memory=self.files.ask_import,
            export_memory=self.files.ask_export,
        )
        view.menu_asked.connect(self._fill_menu)
        view.viewport_changed.connect(self._place)
        session.report_opened.connect(self._dismiss)
        session.untranslated.connect(lambda gone: view.add_translations((s, None) for s in gone))
        session.closing.connect(self._finish)

    # Opening

    def edit_current(self) -> None:
        """Edit the translation of the chosen sentence."""
        sentence = self._view.selection.sentence
        if sentence in self._view.text.sentences:
            self.edit(sentence)
        else:
            self.told.emit(self.tr("Click on a sentence first; F2 then corrects its translation."))

    def edit(self, sentence: str) -> None:
        """Open the editor over a sentence."""
        from desktop.reader.editor import SentenceEditor
        from models.figures import check_figures

        self._dismiss()
        view, text = self._view, self._view.text
        self._report = text.report
        known = text.sentences[sentence]
        source = text.source_of(sentence)
        shown = text.translations.get(sentence)
        usable = shown is not None and shown.engine != "none"
        self._began = " ".join(shown.target.split()) if shown is not None and usable else ""
        draft = self._guarded(lambda: self._memories.draft(text.report, known)) or ""
        view.selection.choose_sentence(sentence)
        editor = SentenceEditor(
            text.shown(text.source, source), draft or self._began, text.target, view.style_.theme,
            view.style_.pixels, lambda words: check_figures(source, words, text.source), view.viewport(),
        )  # fmt: skip
        self.editor, self._sentence = editor, known
        editor.saved.connect(self._save)
        editor.left.connect(self._leave)
        editor.machine_wanted.connect(self._ask_machine)
        editor.edited.connect(self._bring_back)
        if draft and draft != self._began:
            editor.tell(self.tr("This is what you wrote here before and did not save."))
        if shown is not None and shown.engine == "neural":
            editor.set_machine(self._began)
        elif not usable and not draft:
            editor.set_waiting()
            self._ask_machine()
        view.show_sentence(sentence)
        place_editor(editor, view, sentence, make_room=True)
        editor.show()
        editor.raise_()
        editor.line.setFocus()
        editor.line.moveCursor(QTextCursor.MoveOperation.End)
        self._offer(source, text.source)

    @property
    def _memories(self) -> Memories:
        return self._session.services.memories()

    def _offer(self, source: str, language: Language) -> None:
        job = self._lanes["near"].start(looking(self._session.services, source, language))
        job.succeeded.connect(self._show_offers)
        job.failed.connect(self._window.gate.tell)

    def _show_offers(self, offers: object) -> None:
        if self.editor is None or self._sentence is None or not isinstance(offers, tuple):
            return
        self.editor.show_offers([o for o in offers if o.target != self._began][:_OFFERED])
        self._place(make_room=True)

    def _ask_machine(self) -> None:
        if self._sentence is None:
            return
        text = self._view.text
        work = machine_version(self._session.services, text.source_of(self._sentence.id), text.source)
        job = self._lanes["machine"].start(work)
        job.succeeded.connect(self._show_machine)
        job.failed.connect(self._no_machine)

    def _show_machine(self, made: object) -> None:
        from models.translation import Translation

        if self.editor is not None and isinstance(made, Translation):
            self.editor.set_machine(made.target if made.engine != "none" else "")

    def _no_machine(self, error: Exception) -> None:
        if self.editor is not None:
            self.editor.set_machine(None)
        self._window.gate.tell(error)

    # The editor's place

    def _place(self, *, make_room: bool = False) -> None:
        if self.editor is None or self._sentence is None:
            return
        if self.editor.theme is not self._view.style_.theme:
            self.editor.set_theme(self._view.style_.theme)
        place_editor(self.editor, self._view, self._sentence.id, make_room=make_room)

    def _bring_back(self) -> None:
        """Typing brings an editor back that was scrolled out of sight."""
        if self.editor is not None and self._sentence is not None and self.editor.y() < -self.editor.height():
            self._view.show_sentence(self._sentence.id)

    # Ending

    def _save(self, target: str) -> None:
        sentence, text = self._sentence, self._view.text
        if sentence is None:
            return
        if target == self._began:
            self._drop_draft()
            self._dismiss()
            return
        machine = self.editor.machine_text if self.editor is not None else None
        change = self._guarded(lambda: self._change_for(sentence, target, machine))
        if change is None or not self._session.change(change):
            return  # what was written stays in the editor
        self._drop_draft()
        self._dismiss()
        if text.source_of(sentence.id) and self._memories.corrected(text.source_of(sentence.id), text.source):
            self.told.emit(
                self.tr("Your correction is kept and used in every report. Ctrl+Z takes that back.")
            )
        else:
            self.told.emit(self.tr("The correction was taken back. Ctrl+Z brings it back."))

    def _change_for(self, sentence: Sentence, target: str, machine: str | None) -> Change | None:
        """A correction; the machine's own words take the correction back, unless an imported memory says otherwise."""
        report = self._view.text.report
        source = sentence.span.of(report.text)
        if machine is not None and target == " ".join(machine.split()):
            withdrawal = self._memories.withdraw(source, report.language)
            if withdrawal is not None and not self._memories.is_imported(source, report.language):
                return withdrawal
        return self._memories.correct(report, sentence, target)

    def withdraw(self, sentence: str) -> None:
        """Take the correction of a sentence back."""
        text = self._view.text
        source = text.source_of(sentence)
        change = self._guarded(lambda: self._memories.withdraw(source, text.source))
        if change is not None and self._session.change(change):
            self.told.emit(self.tr("The correction was taken back. Ctrl+Z brings it back."))

    def _leave(self, _: str) -> None:
        self._dismiss()

    def _dismiss(self, _: object = None) -> None:
        """Close the editor; what was written and not saved is kept as a draft."""
        editor, self.editor = self.editor, None
        if editor is None:
            return
        sentence, self._sentence = self._sentence, None
        for lane in self._lanes.values():
            lane.cancel()
        words = editor.text()
        report = self._report
        if sentence is not None and report is not None and not editor.is_saved:
            draft = words if words != self._began else ""
            self._guarded(lambda: self._memories.keep_draft(report, sentence, draft))
        editor.hide()
        editor.deleteLater()
        self._view.setFocus()

    def _drop_draft(self) -> None:
        if self.editor is not None:
            self.editor.is_saved = True
        sentence, report = self._sentence, self._report
        if sentence is not None and report is not None:
            self._guarded(lambda: self._memories.keep_draft(report, sentence, ""))

    def _guarded(self, use: Callable[[], _T]) -> _T | None:
        try:
            return use()
        except ReaderError as error:
            self._window.gate.tell(error)
            return None

    def _finish(self) -> None:
        self._dismiss()
        for lane in self._lanes.values():
            lane.close()
        self.files.close()

    # The menu

    def _fill_menu(self, menu: QMenu, hit: Hit | None) -> None:
        sentence = hit.piece.sentence if hit and hit.piece else ""
        if not sentence:
            return
        menu.addSeparator()
        action = menu.addAction(self.tr("Correct the translation…"), partial(self.edit, sentence))
        action.setShortcut(QKeySequence("F2"))
        shown = self._view.text.translations.get(sentence)
        if shown is not None and shown.entry is not None and str(shown.entry.origin) == "corrected":
            menu.addAction(self.tr("Take the correction back"), partial(self.withdraw, sentence))
