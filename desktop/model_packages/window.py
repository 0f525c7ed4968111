"""The model dialog: what is installed and what serves; packages are added from files, chosen, checked and removed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.jobs import Lane
from desktop.messages import describe
from desktop.model_packages.details import Details
from desktop.model_packages.table import PackagesTable
from desktop.model_packages.wording import refusal, version_words
from desktop.model_packages.work import Outcome, adding, choosing, looking, removing
from desktop.steps import Step, Work
from desktop.theme import Theme
from index.errors import ReaderError
from models.roster import Entry

if TYPE_CHECKING:
    from desktop.services import Services

_SIZE: Final = (1000, 620)


class ModelsWindow(QDialog):
    """A table, what there is to say of the chosen row, and what can be done with it."""

    changed = Signal(object)
    translate_wanted = Signal()
    failed = Signal(object)

    def __init__(self, services: Services, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Models"))
        self.resize(*_SIZE)
        self.setAcceptDrops(True)
        self._services = services
        self._lane = Lane("models", self)
        self._waiting: list[str] = []
        self._adding = ""
        self.question: QMessageBox | None = None
        self._build()
        self.set_theme(theme)
        self._show_progress(None)
        self._show_chosen()

    # Building

    def _build(self) -> None:
        intro = QLabel(
            self.tr(
                "All models run on this computer. Packages of Argos Translate (.argosmodel) and sentence-transformers "
                "folders can be added from a file, or dropped here; each is checked and tried before it is used."
            ),
            self,
        )
        intro.setObjectName("muted")
        intro.setWordWrap(True)
        self.table = PackagesTable(self)
        self.details = Details(self)
        self.note = QLabel("", self)
        self.note.setWordWrap(True)
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        self.note.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(150)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.cancel = self._button(self.tr("Cancel"), self._stop)
        self.add_file = self._button(self.tr("Add file…"), self.ask_file)
        self.add_folder = self._button(self.tr("Add folder…"), self.ask_folder)
        self.use = self._button(self.tr("Use this one"), self.use_chosen)
        self.verify = self._button(self.tr("Verify"), self.check_all)
        self.verify.setToolTip(
            self.tr("Read every file of every package again and compare it with its checksum")
        )
        self.remove = self._button(self.tr("Remove…"), self.ask_removal)
        self.close_button = self._button(self.tr("Close"), self.close)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 10, 16, 12)
        foot.setSpacing(8)
        for part in (self.add_file, self.add_folder):
            foot.addWidget(part)
        foot.addStretch(1)
        for part in (self.use, self.verify, self.remove, self.close_button):
            foot.addWidget(part)
        told = QHBoxLayout()
        told.setContentsMargins(16, 8, 16, 0)
        told.setSpacing(12)
        told.addWidget(self.note, 1)
        told.addWidget(self.bar)
        told.addWidget(self.cancel)
        head = QVBoxLayout()
        head.setContentsMargins(16, 12, 16, 10)
        head.addWidget(intro)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addWidget(self._offer())
        rows = QHBoxLayout()
        rows.setContentsMargins(10, 0, 10, 0)
        rows.addWidget(self.table)
        whole.addLayout(rows, 1)
        whole.addWidget(self.details)
        whole.addLayout(told)
        whole.addLayout(foot)
        self.table.selectionModel().currentRowChanged.connect(self._show_chosen)
        self.table.use_wanted.connect(self.use_chosen)
        self.table.removal_wanted.connect(self.ask_removal)

    def _button(self, words: str, use: Callable[[], object]) -> QPushButton:
        button = QPushButton(words, self)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _=False: use())
        return button

    def _offer(self) -> QFrame:
        self.offer = QFrame(self)
        self.offer.setObjectName("notice")
        self.offer.setProperty("severity", "info")
        words = QLabel(
            self.tr("Another model translates now. The open report still shows what the one before it made."),
            self.offer,
        )
        words.setWordWrap(True)
        self.again = self._button(self.tr("Translate again"), self._translate_again)
        row = QHBoxLayout(self.offer)
        row.setContentsMargins(16, 6, 16, 6)
        row.addWidget(words, 1)
        row.addWidget(self.again)
        self.offer.hide()
        return self.offer

    def set_theme(self, theme: Theme) -> None:
        """Another theme."""
        self.table.packages.theme = theme
        self.table.viewport().update()

    # Looking

    def refresh(self) -> None:
        """Look at what is installed."""
        self._start(looking(self._services), self.tr("Looking at the packages…"))

    def check_all(self) -> None:
        """Read every file again."""
        self._start(looking(self._services, anew=True), self.tr("Reading every file…"), self._tell_checked)

    def _tell_checked(self, outcome: Outcome) -> None:
        damaged = sum(entry.state == "damaged" for entry in outcome.entries)
        if damaged:
            self._tell(self.tr("Verified: {n} damaged.").format(n=damaged), wrong=True)
        else:
            self._tell(self.tr("Verified: every file is what was installed."))

    @property
    def is_busy(self) -> bool:
        """True while something goes on."""
        return self._lane.busy

    @property
    def entries(self) -> tuple[Entry, ...]:
        """What the table shows."""
        return self.table.packages.entries

    # Adding

    def ask_file(self) -> None:
        """Ask for a package's file."""
        kinds = self.tr("Model packages (*.argosmodel *.zip);;All files (*)")
        path, _ = QFileDialog.getOpenFileName(self, self.tr("Add a model package"), "", kinds)
        if path:
            self.add([path])

    def ask_folder(self) -> None:
        """Ask for a package's folder."""
        path = QFileDialog.getExistingDirectory(self, self.tr("Add a model from its folder"))
        if path:
            self.add([path])

    def add(self, paths: list[str]) -> None:
        """Install packages, one after the other."""
        self._waiting.extend(paths)
        if self.is_busy:
            return
        if self.entries:
            self._add_next()
        else:
            self.refresh()  # what serves before them has to be known

    def _add_next(self) -> None:
        self._adding = self._waiting.pop(0)
        name = Path(self._adding).name
        self._start(
            adding(self._services, self._adding),
            self.tr("Adding {name}…").format(name=name),
            self._tell_added,
        )

    def _tell_added(self, outcome: Outcome) -> None:
        name = Path(self._adding).name
        self._adding = ""
        if outcome.problem is not None:
            self._tell(refusal(name, outcome.problem), wrong=True)
            self._waiting.clear()  # or the next one would cover what is said
        elif outcome.package is not None:
            entry = next((e for e in outcome.entries if e.route.key == outcome.key), None)
            words = self.tr("Added {name}.").format(name=name)
            if entry is not None and entry.state == "active":
                words = self.tr("Added {name}; it is used from now on.").format(name=name)
            elif entry is not None and entry.state == "overridden":
                words = self.tr("Added {name}. Another model keeps its task; “Use this one” changes that.")
                words = words.format(name=name)
            self._tell(words)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Add what was dropped."""
        self.add([url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()])

    # Choosing and removing

    def use_chosen(self) -> None:
        """Use the model of the row for its task."""
        entry = self.table.chosen()
        if entry is None or entry.role is None or entry.state != "overridden" or self.is_busy:
            return
        words = self.tr("Changing the model…")
        self._start(choosing(self._services, entry.role, entry.route.key), words, self._tell_used)

    def _tell_used(self, outcome: Outcome) -> None:
        if outcome.problem is not None:
            self._tell(describe(outcome.problem).text, wrong=True)
            return
        entry = next((e for e in outcome.entries if e.route.key == outcome.key), None)
        if entry is not None:
            words = self.tr("{name} {version} is used from now on.")
            self._tell(words.format(name=entry.route.name, version=version_words(entry)))

    def ask_removal(self) -> None:
        """Ask whether the package of the row should go."""
        entry = self.table.chosen()
        if entry is None or not entry.is_added or self.is_busy:
            return
        words = self.tr("Remove {name} {version} from this computer? The file that it was added from stays.")
        self.question = QMessageBox(
            QMessageBox.Icon.NoIcon,
            self.tr("Remove a model"),
            words.format(name=entry.route.name, version=version_words(entry)),
            QMessageBox.StandardButton.Cancel,
            self,
        )
        key = entry.route.key
        gone = self.question.addButton(self.tr("Remove"), QMessageBox.ButtonRole.DestructiveRole)
        self.question.setDefaultButton(QMessageBox.StandardButton.Cancel)
        gone.clicked.connect(lambda: self.remove_package(key))
        self.question.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.question.open()

    def remove_package(self, key: str) -> None:
        """Delete an added package."""
        self._start(removing(self._services, key), self.tr("Removing…"), self._tell_removed)

    def _tell_removed(self, outcome: Outcome) -> None:
        if outcome.problem is not None:
            self._tell(describe(outcome.problem).text, wrong=True)
        else:
            self._tell(self.tr("Removed."))

    # The open report

    def show_offer(self, *, on: bool) -> None:
        """Offer to translate the open report again, or not."""
        self.offer.setVisible(on)

    def _translate_again(self) -> None:
        self.offer.hide()
        self.translate_wanted.emit()

    # Working

    def _start(self, work: Work, words: str, then: Callable[[Outcome], None] | None = None) -> None:
        job = self._lane.start(work)
        job.progressed.connect(self._show_progress)
        job.succeeded.connect(lambda outcome: self._take(outcome, then))
        job.failed.connect(self._fail)
        self._tell(words)
        self._show_progress(Step(0, 0))

    def _take(self, outcome: object, then: Callable[[Outcome], None] | None) -> None:
        assert isinstance(outcome, Outcome)
        shown = self.table.chosen()
        self._show_progress(None)
        self._tell("" if outcome.entries else self.tr("No model is installed. Add one from a file."))
        self.table.packages.show(outcome.entries)
        self.table.choose(outcome.key or (shown.route.key if shown else ""))
        self._show_chosen()
        self.changed.emit(outcome.entries)
        if then is not None:
            then(outcome)
        if self._waiting and not self._adding:
            self._add_next()

    def _fail(self, error: object) -> None:
        self._adding = ""
        self._waiting.clear()
        self._show_progress(None)
        if isinstance(error, ReaderError):
            self._tell(describe(error).text, wrong=True)
        else:
            self._tell("")
            self.failed.emit(error)

    def _stop(self) -> None:
        was_adding, self._adding = self._adding, ""
        self._waiting.clear()
        self._lane.cancel()
        self._show_progress(None)
        words = self.tr("Stopped; {name} was not added.").format(name=Path(was_adding).name)
        self._tell(words if was_adding else self.tr("Stopped."))

    def _show_progress(self, step: object) -> None:
        busy = isinstance(step, Step)
        self.bar.setVisible(busy)
        self.cancel.setVisible(busy)
        if isinstance(step, Step):
            # In thousandths: a package may have more bytes than Qt's counters.
            self.bar.setRange(0, 1000 if step.total and step.value is not True else 0)
            self.bar.setValue(round(1000 * step.done / step.total) if step.total else 0)
            if step.value is True and self._adding:
                words = self.tr("Trying {name} in a process of its own…")
                self._tell(words.format(name=Path(self._adding).name))
        for button in (self.add_file, self.add_folder, self.verify):
            button.setEnabled(not busy)
        self._enable()

    def _enable(self) -> None:
        entry = self.table.chosen()
        free = not self.is_busy and entry is not None
        self.use.setEnabled(bool(free and entry and entry.role and entry.state == "overridden"))
        self.remove.setEnabled(bool(free and entry and entry.is_added))

    def _tell(self, words: str, *, wrong: bool = False) -> None:
        self.note.setText(words)
        self.note.setObjectName("problem" if wrong else "muted")
        self.note.style().unpolish(self.note)
        self.note.style().polish(self.note)
        self.note.setAccessibleName(words)
        self.note.setVisible(bool(words))

    def _show_chosen(self) -> None:
        entry = self.table.chosen()
        role = entry.role if entry else None
        active = next((e for e in self.entries if e.role == role and e.state == "active"), None)
        self.details.show_entry(entry, active)
        self._enable()

    def finish(self) -> None:
        """Stop what goes on, and wait for it."""
        self._lane.close()
