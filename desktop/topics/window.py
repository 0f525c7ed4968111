"""The topics window: what a report is about, and what it says on a topic, alone or beside another report."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from desktop.jobs import Lane
from desktop.opening import report_filter
from desktop.steps import Step
from desktop.theme import Theme
from desktop.topics.cells import report_label
from desktop.topics.layout import build
from desktop.topics.loading import Mapped, TopicShelf
from desktop.topics.opener import Choice
from desktop.topics.painting import SIGNS
from desktop.topics.work import Like, Shown, enriching, likening, listing, reading
from desktop.wording import language
from index.errors import ReaderError

if TYPE_CHECKING:
    from desktop.services import Services
    from index.topics import Topic

ALL: Final = "*"
"""Stands for all reports where a report is chosen."""


class TopicsWindow(QDialog):
    """Topics on the left, the passages of the chosen one on the right."""

    passage_wanted = Signal(object)
    failed = Signal(object)

    def __init__(
        self, services: Services, theme: Theme, shelf: TopicShelf, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Topics"))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.resize(1240, 780)
        self._services = services
        self._shelf = shelf
        self._read = Lane("topics", self)
        self._list = Lane("passages", self)
        self._more = Lane("topic-details", self)
        self._choices: list[Choice] = []
        self._added: list[Choice] = []
        self._mapped = Mapped()
        self._subject: Topic | str | Like | None = None
        self._problem = ""
        self.ui = build(self)
        self._connect()
        self.set_theme(theme)

    def _connect(self) -> None:
        ui = self.ui
        ui.first.activated.connect(self._load)
        ui.second.activated.connect(self._load)
        ui.line.textChanged.connect(self._fill_topics)
        ui.line.returnPressed.connect(self._ask)
        ui.tree.topic_chosen.connect(self._choose)
        ui.table.passage_wanted.connect(self.passage_wanted)
        ui.add.clicked.connect(self.ask_reports)
        ui.copy.clicked.connect(ui.table.copy_all)
        ui.cancel.clicked.connect(self._stop)

    def set_theme(self, theme: Theme) -> None:
        """Another theme."""
        self.ui.tree.set_theme(theme)
        self.ui.table.set_theme(theme)

    # Which reports

    def show_choices(self, choices: Sequence[Choice], path: str = "") -> None:
        """Offer these reports, and show the topics of the one at ``path``, or of the first one."""
        self._take_choices(choices, path)
        self._load()

    def show_like(self, choices: Sequence[Choice], like: Like) -> None:
        """Offer these reports, and show passages like a place in one of them."""
        if all(choice.path != like.path for choice in choices):
            choices = [Choice(like.path, Path(like.path).stem), *choices]
        self._take_choices(choices, like.path)
        self.ui.second.setCurrentIndex(0)
        self._problem = ""
        self._subject = like
        self.ui.tree.clear_choice()
        job = self._read.start(reading(self._shelf, [like.path], with_figures=False))
        job.succeeded.connect(self._take)
        job.failed.connect(self._fail)
        self._show_progress(Step(0, 1))

    def _take_choices(self, choices: Sequence[Choice], path: str) -> None:
        known = {choice.path for choice in choices}
        self._choices = list(dict.fromkeys((*choices, *(c for c in self._added if c.path not in known))))
        first, second = self.ui.first, self.ui.second
        kept = second.currentData()
        first.clear()
        second.clear()
        second.addItem(self.tr("no other report"), "")
        for choice in self._choices:
            first.addItem(choice.label, choice.path)
            second.addItem(choice.label, choice.path)
        if len(self._choices) > 1:
            first.addItem(self.tr("All {n} reports").format(n=len(self._choices)), ALL)
        first.setCurrentIndex(max(0, first.findData(path)))
        second.setCurrentIndex(max(0, second.findData(kept)) if kept != path else 0)

    def ask_reports(self) -> None:
        """Ask for reports and offer them."""
        paths, _ = QFileDialog.getOpenFileNames(
            self, self.tr("Add reports to the topics"), "", report_filter()
        )
        if paths:
            self.add_reports(paths)

    def add_reports(self, paths: Sequence[str]) -> None:
        """Offer more reports, and set the first of them beside the one that is shown."""
        known = {choice.path for choice in self._choices}
        self._added += [Choice(path, Path(path).stem) for path in dict.fromkeys(paths) if path not in known]
        shown = self.ui.first.currentData()
        self._take_choices(self._choices, shown)
        if shown != ALL:
            self.set_beside(paths[0])
        else:
            self.ui.first.setCurrentIndex(self.ui.first.findData(ALL))
            self._load()

    def set_beside(self, path: str) -> None:
        """Set the report at ``path`` beside the one that is shown; the empty path takes it away."""
        self.ui.second.setCurrentIndex(max(0, self.ui.second.findData(path)))
        self._load()

    def set_first(self, path: str) -> None:
        """Show the topics of the report at ``path``, or of all reports (``ALL``)."""
        self.ui.first.setCurrentIndex(max(0, self.ui.first.findData(path)))
        self._load()

    def _load(self) -> None:
        if isinstance(self._subject, Like):
            self._subject = None
        self._problem = ""
        first, second = self.ui.first.currentData(), self.ui.second.currentData()
        paths = [c.path for c in self._choices] if first == ALL else [p for p in (first, second) if p]
        self.ui.second.setEnabled(first != ALL)
        job = self._read.start(reading(self._shelf, paths, with_figures=first != ALL))
        job.progressed.connect(self._progress)
        job.succeeded.connect(self._take)
        job.failed.connect(self._fail)
        self._show_progress(Step(0, len(paths)))
        self._show_state()

    @property
    def is_busy(self) -> bool:
        """True while reports are read or passages are looked for."""
        return self._read.busy or self._list.busy or self._more.busy

    @property
    def is_beside(self) -> bool:
        """True while two reports are beside each other."""
        return len(self._mapped.reports) == 2 and self.ui.first.currentData() != ALL

    @property
    def heads(self) -> tuple[str, ...]:
        """What the columns of the table hold."""
        if isinstance(self._subject, Like):
            both = (f"  {self.tr('In this report')}", f"  {self.tr('In other reports')}")
            return both if len(self._choices) > 1 else both[:1]
        if self.is_beside:
            named = zip(SIGNS, self._mapped.reports, strict=True)
            return tuple(f"  {sign}  {report_label(each.report)}" for sign, each in named)
        return ("",)

    def _progress(self, step: object) -> None:
        if isinstance(step, Step) and isinstance(step.value, Mapped):
            self._show_map(step.value)
        self._show_progress(step)

    def _take(self, mapped: object) -> None:
        assert isinstance(mapped, Mapped)
        self._show_progress(None)
        self._show_map(mapped)

    def _show_map(self, mapped: Mapped) -> None:
        self._mapped = mapped
        self._rename_choices()
        self._fill_topics()
        self._show_state()
        self._show_progress(None)
        self._list_subject()

    def _rename_choices(self) -> None:
        """A file that was added is called as it calls itself, once it was read."""
        for each in self._mapped.reports:
            label = report_label(each.report)
            for box in (self.ui.first, self.ui.second):
                at = box.findData(each.report.path)
                if at >= 0 and label and box.itemText(at) == Path(each.report.path).stem:
                    box.setItemText(at, label)

    def _fail(self, error: object) -> None:
        self._show_progress(None)
        self._problem = str(error) if isinstance(error, ReaderError) else ""
        self._show_state()
        self.failed.emit(error)

    def _stop(self) -> None:
        for lane in (self._read, self._list, self._more):
            lane.cancel()
        self._show_progress(None)
        self._show_state()

    # Topics

    def _fill_topics(self) -> None:
        topics = self._mapped.topics
        if topics is None:
            return
        beside = tuple(s.report.id for s in self._mapped.reports) if self.is_beside else ()
        asked_otherwise = isinstance(self._subject, (str, Like))  # then what is shown stays
        self.ui.tree.blockSignals(asked_otherwise)
        self.ui.tree.show_map(topics, beside, self.ui.line.text())
        self.ui.tree.blockSignals(False)
        if asked_otherwise:
            self.ui.tree.clear_choice()
        self.ui.hint.setVisible(bool(self.ui.line.text().strip()) and not self.ui.tree.count)

    def _choose(self, topic: Topic) -> None:
        if topic == self._subject and not self._read.busy and self.ui.table.passages.rows:
            return
        self._subject = topic
        self._list_subject()

    def _ask(self) -> None:
        """Enter in the line: the first topic of that name, or the passages that answer the words."""
        words = self.ui.line.text().strip()
        if not words:
            return
        if self.ui.tree.count:
            self.ui.tree.setFocus()
            return
        self.ask(words)

    def ask(self, words: str) -> None:
        """Show the passages that answer ``words``, whatever topic they are of."""
        self._subject = words
        self._list_subject()

    # Passages

    def _list_subject(self) -> None:
        subject = self._subject
        self._more.cancel()
        if subject is None or not self._mapped.reports:
            return
        if isinstance(subject, Like):
            others = [c.path for c in self._choices if c.path != subject.path]
            work = likening(self._shelf, subject, self._mapped.reports[0], others)
        else:
            work = listing(self._shelf, self._mapped, subject, beside=self.is_beside)
        job = self._list.start(work)
        job.progressed.connect(self._show_progress)
        job.succeeded.connect(self._show_passages)
        job.failed.connect(self._fail)
        self._show_heading(None)

    def _show_passages(self, shown: object) -> None:
        assert isinstance(shown, Shown)
        self._show_progress(None)
        self._show_heading(shown)
        self.ui.table.show_rows(self.heads[: shown.columns], shown.rows)
        self.ui.copy.setEnabled(bool(shown.rows))
        self.ui.pages.setCurrentIndex(0 if shown.rows else 1)
        if shown.rows:
            job = self._more.start(enriching(self._services, self._shelf, shown.rows))
            job.progressed.connect(self._enrich)
            job.failed.connect(self.failed)

    def _enrich(self, step: object) -> None:
        if isinstance(step, Step) and isinstance(step.value, tuple):
            self.ui.table.set_rows(step.value)

    def _show_heading(self, shown: Shown | None) -> None:
        subject = self._subject
        if isinstance(subject, Like):
            self.ui.heading.setText(self.tr("More like this passage"))
            words = subject.said_in(self._mapped.reports[0].report) if self._mapped.reports else ""
            self.ui.summary.setText(f"“{words if len(words) <= 180 else words[:177] + '…'}”")
            return
        if isinstance(subject, str):
            self.ui.heading.setText(f"“{subject}”")
            name = self.tr("Passages that answer these words, whatever their topic")
        elif subject is not None:
            names = [subject.name_en, subject.name_zh]
            self.ui.heading.setText("  ".join(names if language() == "en" else reversed(names)))
            name = self._typical(subject)
        else:
            return
        self.ui.summary.setText(" · ".join(part for part in (self._counted(shown), name) if part))

    def _counted(self, shown: Shown | None) -> str:
        if shown is None:
            return ""
        counts = [sum(row[n] is not None for row in shown.rows) for n in range(shown.columns)]
        words = (
            self.tr("1 passage")
            if counts == [1]
            else self.tr("{n} passages").format(n=" : ".join(map(str, counts)))
        )
        if shown.left_out:
            words += " " + self.tr("({n} more are not shown)").format(n=shown.left_out)
        return words

    def _typical(self, topic: Topic) -> str:
        if not topic.typical or self.is_beside:
            return ""
        words = topic.typical[0].text.replace("\n", " ").strip()
        return self.tr("typical: {words}").format(words=words if len(words) <= 90 else words[:87] + "…")

    # State

    def _show_progress(self, step: object) -> None:
        ui = self.ui
        busy = isinstance(step, Step) and not isinstance(step.value, Mapped)
        ui.bar.setVisible(busy)
        ui.cancel.setVisible(busy)
        if busy:
            assert isinstance(step, Step)
            ui.bar.setRange(0, max(1, step.total))
            ui.bar.setValue(step.done)
            name = Path(step.value).name if isinstance(step.value, str) else ""
            words = self.tr("Reading {done} of {total}  {name}")
            ui.note.setText(words.format(done=step.done, total=step.total, name=name))
            return
        left_out = self._mapped.left_out
        count = len(self._mapped.reports)
        words = self.tr("1 report") if count == 1 else self.tr("{n} reports").format(n=count)
        if left_out:
            words += " · " + self.tr("{n} left out").format(n=len(left_out))
        ui.note.setText(words + "  ·  " + self.tr("A double click or Enter opens a passage in the reader."))
        ui.note.setToolTip("\n".join(left_out))

    def _show_state(self) -> None:
        topics = self._mapped.topics
        ready = not self._problem and topics is not None and bool(topics.topics)
        self.ui.stack.setCurrentIndex(0 if ready else 1)
        if ready:
            return
        if self._problem:
            words = (self.tr("No topics for now"), self._problem)
        elif self._read.busy:
            words = (self.tr("Reading the reports…"), self.tr("Their passages are being sorted by topic."))
        else:
            words = (
                self.tr("Nothing to sort"),
                self.tr("There is no report here that says anything. Add one, or open one in the reader."),
            )
        self.ui.empty.set_text(*words)
        self.ui.empty.show_links(on=not self._read.busy and not self._problem)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop reading."""
        self._stop()
        super().closeEvent(event)

    def finish(self) -> None:
        """Stop the work and wait for it; the window is not used again."""
        for lane in (self._read, self._list, self._more):
            lane.close()
