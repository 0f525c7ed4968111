"""The library window: filters at the left, the reports in the middle, what is said about them at the right."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QMenu,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.importing import Imported, Importing, Journal, importing
from desktop.jobs import Lane
from desktop.library.details import Details
from desktop.library.files import LibraryFiles
from desktop.library.filters import Filters
from desktop.library.model import ENTRY_ROLE, SORTS, TITLE, ReportsModel
from desktop.library.progress import LibraryProgress
from desktop.library.work import Recognised, listing, recognising
from desktop.panels.empty import EmptyState
from desktop.steps import Step
from desktop.theme import Theme
from index.shelving import Entry, Filed, Sort, Wanted, facets, same_reports

if TYPE_CHECKING:
    from desktop.services import Services

_SIZE: Final = (1320, 760)
_WIDTHS: Final = (200, 800, 320)


class LibraryWindow(QDialog):
    """``report_wanted`` tells a file to open, ``said`` what is to be kept about reports, ``changed`` that there are others."""

    report_wanted = Signal(str)
    said = Signal(object, object)
    changed = Signal()
    failed = Signal(object)

    def __init__(self, services: Services, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Library"))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.resize(*_SIZE)
        self.setAcceptDrops(True)
        self._services = services
        self.entries: tuple[Entry, ...] = ()
        self._wanted = Wanted()
        self._only_same = False
        self._reading = Lane("library list", self)
        self._heads = Lane("library heads", self)
        self._working = Lane("library work", self)
        self.files = LibraryFiles(self)
        self._build()
        self._connect()
        self.set_theme(theme)
        self.refresh()

    # Building

    def _build(self) -> None:
        self.line = QLineEdit(self)
        self.line.setPlaceholderText(self.tr("Title, place, year, tag, speaker"))
        self.line.setAccessibleName(self.tr("Search in the library"))
        self.line.setClearButtonEnabled(True)
        self.add = QToolButton(self)
        self.add.setObjectName("boxed")
        self.add.setText(self.tr("Add reports"))
        self.add.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self.add)
        menu.addAction(self.tr("Files…"), self.files.ask_files)
        menu.addAction(self.tr("A folder…"), self.files.ask_folder)
        self.add.setMenu(menu)
        self.more = QToolButton(self)
        self.more.setObjectName("boxed")
        self.more.setText(self.tr("More"))
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self.more)
        self.same = menu.addAction(self.tr("Only reports that are there twice"))
        self.same.setCheckable(True)
        menu.addSeparator()
        menu.addAction(self.tr("Export the whole library…"), self.files.ask_export)
        menu.addAction(self.tr("Take in a library…"), self.files.ask_import)
        self.more.setMenu(menu)
        self.filters = Filters(self)
        self.model = ReportsModel(self)
        self.table = self._make_table()
        self.details = Details(self)
        self.empty = EmptyState(
            self.tr("No reports yet"),
            self.tr(
                "Add files or a folder, or drop them here. Each report that you open comes here by itself, too."
            ),
        )
        self.none = EmptyState(
            self.tr("No report is like that"), self.tr("Fewer filters or other words show more.")
        )
        self.clear = QPushButton(self.tr("Show all"), self)
        self.clear.setObjectName("link")
        self.stack = QStackedWidget(self)
        for widget in (self.table, self.empty, self.none):
            self.stack.addWidget(widget)
        self.progress = LibraryProgress(self)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.line, 1)
        for button in (self.clear, self.add, self.more):
            top.addWidget(button)
        middle = QSplitter(Qt.Orientation.Horizontal, self)
        for part in (self.filters, self.stack, self.details):
            middle.addWidget(part)
        middle.setSizes(list(_WIDTHS))
        middle.setStretchFactor(1, 1)
        middle.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 8)
        column.setSpacing(10)
        column.addLayout(top)
        column.addWidget(middle, 1)
        column.addWidget(self.progress)

    def _make_table(self) -> QTableView:
        table = QTableView(self)
        table.setModel(self.model)
        table.setAccessibleName(self.tr("Reports"))
        table.verticalHeader().hide()
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.setWordWrap(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        head = table.horizontalHeader()
        head.setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Stretch)
        head.setSortIndicatorShown(True)
        head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        head.setSectionsClickable(True)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, width in ((1, 104), (2, 54), (3, 78), (4, 76), (5, 130), (6, 62)):
            table.setColumnWidth(column, width)
        return table

    def _connect(self) -> None:
        self.line.textChanged.connect(lambda _: self._narrow())
        self.filters.changed.connect(self._narrow)
        self.same.toggled.connect(self._narrow_to_same)
        self.clear.clicked.connect(self.show_all)
        self.table.activated.connect(lambda _: self._open())
        self.table.customContextMenuRequested.connect(
            lambda at: self._menu().popup(self.table.mapToGlobal(at))
        )
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._choose())
        self.table.horizontalHeader().sectionClicked.connect(self._sort)
        self.details.said.connect(self._say)
        self.details.open_wanted.connect(self._open)
        self.details.remove_wanted.connect(self.files.ask_remove)
        self.progress.stop_wanted.connect(self._stop)
        self.progress.resume_wanted.connect(lambda: self.take((), go_on=True))
        self.progress.forget_wanted.connect(self._forget_rest)
        for keys, use in (
            ("Ctrl+F", self.line.setFocus),
            ("Delete", self.files.ask_remove),
            ("Ctrl+Z", lambda: self.said.emit(None, "undo")),
            ("Ctrl+Shift+Z", lambda: self.said.emit(None, "redo")),
        ):
            where = self.table if keys == "Delete" else self
            shortcut = QShortcut(QKeySequence(keys), where)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(use)

    def set_theme(self, theme: Theme) -> None:
        """Another theme."""
        self.filters.set_theme(theme)
        self.progress.set_theme(theme)

    # The list

    @property
    def services(self) -> Services:
        """What the window works with."""
        return self._services

    @property
    def is_busy(self) -> bool:
        """True while the list is read or something is taken in or written."""
        return self._reading.busy or self._working.busy

    def refresh(self) -> None:
        """Read the list again."""
        job = self._reading.start(listing(self._services))
        job.succeeded.connect(self._take)
        job.failed.connect(self.failed)
        journal = Journal(self._services.data_folder)
        done, total = journal.state()
        if total and not self._working.busy and not journal.is_running():
            self.progress.offer(done, total)

    def _take(self, found: object) -> None:
        if isinstance(found, tuple):
            self.entries = found
            self.filters.show_facets(facets(found))
            self._narrow()

    def _narrow(self) -> None:
        chosen = {entry.known.id for entry in self.chosen}
        shown = self.entries
        if self._only_same:
            twice = {e.known.id for same in same_reports(self.entries) for e in same.entries}
            shown = tuple(entry for entry in shown if entry.known.id in twice)
        self._wanted = self.filters.narrowed(replace(self._wanted, words=self.line.text()))
        self.model.show(self._wanted.of(shown))
        self.clear.setVisible(self.filters.is_narrow or bool(self.line.text()) or self._only_same)
        self.stack.setCurrentWidget(
            self.table if self.model.rows else self.none if self.entries else self.empty
        )
        selection = self.table.selectionModel()
        flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        for row, entry in enumerate(self.model.rows):
            if entry.known.id in chosen:
                selection.select(self.model.index(row, 0), flags)
        self._choose()

    def _narrow_to_same(self, on: bool) -> None:
        self._only_same = on
        self._wanted = replace(self._wanted, sort=Sort.PLACE if on else Sort.OPENED)
        self._narrow()

    def show_all(self) -> None:
        """No filters and no words."""
        self.line.clear()
        self.same.setChecked(False)
        self.filters.clear_all()
        self.filters.show_facets(facets(self.entries))

    def _sort(self, column: int) -> None:
        """A column once, the other way round, then the last opened first again."""
        sort = SORTS.get(column)
        if sort is None:
            return
        now = self._wanted
        if now.sort is not sort:
            self._wanted = replace(now, sort=sort, descending=False)
        elif not now.descending:
            self._wanted = replace(now, descending=True)
        else:
            self._wanted = replace(now, sort=Sort.OPENED, descending=False)
        order = Qt.SortOrder.DescendingOrder if self._wanted.descending else Qt.SortOrder.AscendingOrder
        shown = column if self._wanted.sort is sort else -1
        self.table.horizontalHeader().setSortIndicator(shown, order)
        self._narrow()

    @property
    def chosen(self) -> tuple[Entry, ...]:
        """The reports that are selected, from the top."""
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        return tuple(self.model.rows[row] for row in rows if row < len(self.model.rows))

    def choose(self, report: str) -> None:
        """Select a report by its id."""
        row = self.model.row_of(report)
        if row >= 0:
            self.table.selectRow(row)

    def _choose(self) -> None:
        chosen = self.chosen
        self.details.show_entries(chosen)
        if len(chosen) == 1 and chosen[0].known.found:
            job = self._heads.start(recognising(chosen[0]))
            job.succeeded.connect(self._show_recognised)

    def _show_recognised(self, found: object) -> None:
        if isinstance(found, Recognised):
            self.details.show_recognised(found.report, found.date, found.speaker)

    # What the user does

    def _open(self) -> None:
        for entry in self.chosen[:1]:
            self.report_wanted.emit(entry.known.path)

    def _say(self, changed: Mapping[str, Filed]) -> None:
        titles = {entry.known.id: entry.known.title for entry in self.entries}
        self.said.emit(changed, {report: titles.get(report, "") for report in changed})

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        index = self.table.currentIndex()
        if isinstance(index.data(ENTRY_ROLE), Entry):
            menu.addAction(self.tr("Open"), self._open)
            menu.addAction(self.tr("Remove…"), self.files.ask_remove)
        return menu

    def remove(self, entries: tuple[Entry, ...]) -> None:
        """Take reports off the list; their files and the user's notes stay."""
        for entry in entries:
            self._services.library().forget_report(entry.known.id)
        self.refresh()
        self.changed.emit()

    # Taking in

    def take(self, paths: tuple[str, ...], *, go_on: bool = False) -> None:
        """Import reports, or go on with an import that was stopped."""
        bundles = tuple(path for path in paths if path.lower().endswith(".rrlib"))
        if bundles:
            self.files.take_in(Path(bundles[0]))
            return
        work = importing(self._services, [Path(path) for path in paths], go_on=go_on)
        self.run(work, self.tr("Adding"), self._show_imported)

    def run(self, work: object, words: str, then: Callable[[object], None]) -> None:
        """Do long work with its progress below the list."""
        job = self._working.start(work)  # type: ignore[arg-type]  # a generator of steps
        self.progress.begin(words)
        job.progressed.connect(self._show_step)
        job.succeeded.connect(self.progress.end)
        job.succeeded.connect(then)
        job.failed.connect(self.progress.end)
        job.failed.connect(self.failed)
        job.cancelled.connect(self._stopped)

    def _show_step(self, step: Step) -> None:
        name = Path(step.value.document).name if isinstance(step.value, Importing) else ""
        self.progress.show_step(step.done, step.total, name)
        if step.total and step.done % 20 == 0 and not self._reading.busy:
            self.refresh()

    def _stop(self) -> None:
        self._working.cancel()

    def _stopped(self) -> None:
        self.progress.end()
        self.refresh()
        self.changed.emit()

    def _forget_rest(self) -> None:
        Journal(self._services.data_folder).end()
        self.progress.end()

    def _show_imported(self, result: object) -> None:
        if not isinstance(result, Imported):
            return
        self.refresh()
        self.changed.emit()
        said = [self.tr("{n} reports added").format(n=result.added)]
        if result.known:
            said.append(self.tr("{n} were there already").format(n=result.known))
        if result.failed:
            said.append(self.tr("{n} could not be read").format(n=len(result.failed)))
        self.progress.tell(" · ".join(said), result.failed)

    def tell(self, words: str) -> None:
        """Say something below the list."""
        self.progress.tell(words)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Add what was dropped."""
        self.take(tuple(url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()))

    def finish(self) -> None:
        """Stop everything; an import can be gone on with."""
        for lane in (self._reading, self._heads, self._working):
            lane.close()
