"""The comparison window: were last year's targets met, and how do places stand beside each other."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QTabBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.chart.plot import ChartView
from desktop.comparison.lines import Topic, place_topics, target_topics
from desktop.comparison.loading import Loaded, Shelf
from desktop.comparison.table import ComparisonTable
from desktop.comparison.topic_delegate import TopicDelegate
from desktop.jobs import Lane
from desktop.opening import report_filter
from desktop.panels.empty import EmptyState
from desktop.steps import Step, Work
from desktop.theme import Theme
from index.errors import ReaderError, UnusableOutput
from index.storage import write_atomically

if TYPE_CHECKING:
    from desktop.services import Services

TARGETS, PLACES = 0, 1
CHART: Final = 1
FORMATS: Final = ("csv", "xlsx", "json", "png", "svg")
_LIST_WIDTH: Final = 270
_NAME_COLUMN: Final = 1


class ComparisonWindow(QDialog):
    """Two questions under tabs, a list of answers on the left, a table and a chart of the chosen one on the right."""

    figure_wanted = Signal(object)
    failed = Signal(object)

    def __init__(self, services: Services, theme: Theme, shelf: Shelf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Compare reports"))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.resize(1180, 740)
        self._services = services
        self._shelf = shelf
        self._lane = Lane("compare", self)
        self._paths: list[str] = []
        self._loaded = Loaded()
        self._topics: tuple[list[Topic], list[Topic]] = ([], [])
        self._wanted = ""
        self._drawn = False
        self._build(theme)
        self._connect()
        self.set_theme(theme)

    # Building

    def _build(self, theme: Theme) -> None:
        self.tabs = QTabBar(self)
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setAccessibleName(self.tr("What to compare"))
        for words in (self.tr("Targets met?"), self.tr("Across places")):
            self.tabs.addTab(words)
        self.add = QPushButton(self.tr("Add reports…"), self)
        self.add.setAutoDefault(False)
        self.export = QToolButton(self)
        self.export.setObjectName("boxed")
        self.export.setText(self.tr("Export"))
        self.export.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.export.setMenu(self._export_menu())
        head = _row(self.tabs, self.add, self.export, margins=(12, 8, 14, 6))
        self.line = QLineEdit(self)
        self.line.setClearButtonEnabled(True)
        self.list = QListWidget(self)
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setAccessibleName(self.tr("Comparisons"))
        self._delegate = TopicDelegate(self.list)
        self.list.setItemDelegate(self._delegate)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        left = QWidget(self)
        left.setObjectName("panel")
        column = QVBoxLayout(left)
        column.setContentsMargins(12, 4, 6, 8)
        column.setSpacing(8)
        column.addWidget(self.line)
        column.addWidget(self.list, 1)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.addWidget(left)
        split.addWidget(self._right(theme))
        split.setSizes([_LIST_WIDTH, 1180 - _LIST_WIDTH])
        split.setStretchFactor(1, 1)
        split.setChildrenCollapsible(False)
        self.empty = EmptyState("", "", self)
        self.empty.set_links((self.tr("Add reports…"),), lambda _: self.ask_reports())
        self.stack = QStackedWidget(self)
        self.stack.addWidget(split)
        self.stack.addWidget(self.empty)
        self.note = QLabel("", self)
        self.note.setObjectName("muted")
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(140)
        self.cancel = QPushButton(self.tr("Cancel"), self)
        self.cancel.setAutoDefault(False)
        foot = _row(self.note, self.bar, self.cancel, margins=(14, 6, 14, 10))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addWidget(self.stack, 1)
        whole.addLayout(foot)
        self._show_progress(None)

    def _right(self, theme: Theme) -> QWidget:
        self.heading = QLabel("", self)
        self.heading.setObjectName("heading")
        self.heading.setWordWrap(True)
        self.summary = QLabel("", self)
        self.summary.setObjectName("muted")
        self.summary.setWordWrap(True)
        for label in (self.heading, self.summary):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.views = QTabBar(self)
        self.views.setExpanding(False)
        self.views.setDrawBase(False)
        self.views.setAccessibleName(self.tr("Table or chart"))
        for words in (self.tr("Table"), self.tr("Chart")):
            self.views.addTab(words)
        self.table = ComparisonTable(self)
        self.chart = ChartView(theme, self)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(self.chart)
        self.shown = QStackedWidget(self)
        self.shown.addWidget(self.table)
        self.shown.addWidget(area)
        titles = QVBoxLayout()
        titles.setSpacing(2)
        titles.addWidget(self.heading)
        titles.addWidget(self.summary)
        top = QHBoxLayout()
        top.setContentsMargins(10, 6, 14, 6)
        top.addLayout(titles, 1)
        top.addWidget(self.views, 0, Qt.AlignmentFlag.AlignBottom)
        right = QWidget(self)
        right.setObjectName("panel")
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.shown, 1)
        return right

    def _export_menu(self) -> QMenu:
        menu = QMenu(self)
        names = {
            "csv": self.tr("CSV…"),
            "xlsx": self.tr("Excel workbook…"),
            "json": self.tr("JSON lines…"),
            "png": self.tr("Chart as PNG…"),
            "svg": self.tr("Chart as SVG…"),
        }
        for form in FORMATS:
            menu.addAction(names[form]).triggered.connect(lambda _=False, form=form: self._ask(form))
        return menu

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._fill_list)
        self.views.currentChanged.connect(self._show_view)
        self.line.textChanged.connect(self._fill_list)
        self.list.currentItemChanged.connect(self._show_chosen)
        self.add.clicked.connect(self.ask_reports)
        self.cancel.clicked.connect(self._stop)
        self.table.figure_wanted.connect(self.figure_wanted)
        self.chart.clicked.connect(self._open_bar)

    def set_theme(self, theme: Theme) -> None:
        """Another theme."""
        self._delegate.theme = theme
        self.list.viewport().update()
        self.table.set_theme(theme)
        self.chart.set_theme(theme)

    # Reports

    def show_reports(self, paths: Sequence[str], name: str = "") -> None:
        """Compare these reports; ``name`` asks for an indicator across places."""
        self._paths = list(dict.fromkeys(paths))
        self._wanted = name
        self._load()
        if name:
            self.tabs.setCurrentIndex(PLACES)

    def ask_reports(self) -> None:
        """Ask for reports and add them."""
        paths, _ = QFileDialog.getOpenFileNames(
            self, self.tr("Add reports to the comparison"), "", report_filter()
        )
        if paths:
            self.add_reports(paths)

    def add_reports(self, paths: Sequence[str]) -> None:
        """Add reports to those that are compared; they are kept in the library."""
        self._paths = list(dict.fromkeys([*self._paths, *paths]))
        self._load()

    def _load(self) -> None:
        job = self._lane.start(_comparing(self._services, self._shelf, self._paths))
        job.progressed.connect(self._show_progress)
        job.succeeded.connect(self._take)
        job.failed.connect(self._fail)
        self._show_progress(Step(0, len(self._paths)))
        self._show_state(self.tabs.currentIndex(), self._topics[self.tabs.currentIndex()])

    @property
    def is_loading(self) -> bool:
        """True while reports are being read."""
        return self._lane.busy

    def _stop(self) -> None:
        self._lane.cancel()
        self._show_progress(None)
        self._fill_list()

    def _fail(self, error: object) -> None:
        self._show_progress(None)
        self.failed.emit(error)

    def _take(self, ready: object) -> None:
        assert isinstance(ready, _Ready)
        self._loaded, self._topics = ready.loaded, ready.topics
        self._show_progress(None)
        if not self._topics[TARGETS] and self._topics[PLACES]:
            self.tabs.setCurrentIndex(PLACES)
        self._fill_list()

    def _show_progress(self, step: object) -> None:
        busy = isinstance(step, Step)
        self.bar.setVisible(busy)
        self.cancel.setVisible(busy)
        if isinstance(step, Step):
            self.bar.setRange(0, max(1, step.total))
            self.bar.setValue(step.done)
            name = Path(str(step.value)).name if step.value else ""
            self.note.setText(
                self.tr("Reading {done} of {total}  {name}").format(
                    done=step.done, total=step.total, name=name
                )
            )
            return
        words = self.tr("{n} reports compared").format(n=len(self._loaded.sources))
        if self._loaded.left_out:
            words += " · " + self.tr("{n} left out").format(n=len(self._loaded.left_out))
        self.note.setText(words + "  ·  " + self.tr("A double click on a figure opens its sentence."))
        self.note.setToolTip("\n".join(self._loaded.left_out))

    # Showing

    def _fill_list(self) -> None:
        tab = self.tabs.currentIndex()
        topics = self._topics[tab]
        words = self.line.text().strip().casefold()
        self.line.setPlaceholderText(
            self.tr("Filter by place")
            if tab == TARGETS
            else self.tr("Filter by indicator, in either language")
        )
        self.list.blockSignals(True)
        self.list.clear()
        for topic in topics:
            if words in topic.search:
                item = QListWidgetItem(f"{topic.title}\n{topic.subtitle}", self.list)
                item.setData(Qt.ItemDataRole.UserRole, topic)
                item.setToolTip(f"{topic.title}\n{topic.subtitle}")
        self.list.blockSignals(False)
        self._show_state(tab, topics)
        self.list.setCurrentRow(self._wanted_row())
        self._show_chosen()

    def _wanted_row(self) -> int:
        wanted = self._wanted.casefold()
        if not wanted or self.tabs.currentIndex() != PLACES or self.is_loading:
            return 0
        from index.indicators.link import key

        for exact in (True, False):
            for row in range(self.list.count()):
                topic: Topic = self.list.item(row).data(Qt.ItemDataRole.UserRole)
                if (key(topic.name) == key(wanted)) if exact else wanted in topic.search:
                    self._wanted = ""
                    return row
        if self.list.count():
            self.note.setText(self.tr("No other report states {name}.").format(name=self._wanted))
            self._wanted = ""
        return 0

    def _show_state(self, tab: int, topics: list[Topic]) -> None:
        self.stack.setCurrentIndex(0 if topics else 1)
        self.export.setEnabled(bool(topics))
        if topics:
            return
        if self.is_loading:
            words = (self.tr("Reading the reports…"), self.tr("Their figures are being looked for."))
        elif tab == TARGETS:
            words = (
                self.tr("No two reports of one place, a year apart"),
                self.tr(
                    "A report says what is aimed at; the next year's report of the same place says what was reached. "
                    "Add the report before or after one you have, and the reader sets them against each other."
                ),
            )
        else:
            words = (
                self.tr("Nothing to set side by side yet"),
                self.tr("Add reports of other places for the same year: provinces, cities, counties."),
            )
        self.empty.set_text(*words)
        self.empty.show_links(on=not self.is_loading)

    def chosen(self) -> Topic | None:
        """The topic that is shown."""
        item = self.list.currentItem()
        if self.list.currentRow() < 0:
            return None
        topic = item.data(Qt.ItemDataRole.UserRole)
        return topic if isinstance(topic, Topic) else None

    def _show_chosen(self) -> None:
        topic = self.chosen()
        self.heading.setText(topic.title if topic else "")
        self.summary.setText(topic.summary if topic else "")
        heads, lines = (topic.heads, topic.lines) if topic else ((), ())
        self.table.show_lines(heads, lines, _NAME_COLUMN)
        self._drawn = False
        self._show_view(self.views.currentIndex())

    def _show_view(self, view: int) -> None:
        self.shown.setCurrentIndex(view)
        if view == CHART:
            self._draw()

    def _draw(self) -> None:
        """The chart, once it is asked for: a hundred bars take as long as the whole table."""
        topic = self.chosen()
        if not self._drawn:
            self._drawn = True
            self.chart.show_panels(topic.panels if topic else ())

    def _open_bar(self, key: str) -> None:
        topic = self.chosen()
        figures = (f for line in topic.lines for f in line.figures if f is not None) if topic else ()
        figure = next((f for f in figures if f.key == key), None)
        if figure is not None:
            self.figure_wanted.emit(figure)

    # Export

    def _ask(self, form: str) -> None:
        words = self.tr("Export the comparison")
        path, _ = QFileDialog.getSaveFileName(self, words, f"comparison.{form}", f"{form.upper()} (*.{form})")
        if path:
            self.save(Path(path), form)

    def save(self, path: Path, form: str) -> None:
        """Write the tables of this tab (``csv``, ``xlsx``, ``json``), or the chart (``png``, ``svg``)."""
        try:
            write_atomically(path, self._exported(form))
        except OSError as error:
            self.failed.emit(UnusableOutput(str(path), error.strerror or str(error)))
        except ReaderError as error:
            self.failed.emit(error)
        else:
            self.note.setText(self.tr("Written to {path}").format(path=path.name))

    def _exported(self, form: str) -> bytes:
        from index.comparison import files

        topic = self.chosen()
        if form in ("png", "svg"):
            self._draw()
            return self.chart.png() if form == "png" else self.chart.svg(topic.title if topic else "")
        tab = self.tabs.currentIndex()
        records = [r for each in self._topics[tab] for r in each.records()]
        fields = files.OUTCOME_FIELDS if tab == TARGETS else files.PLACE_FIELDS
        if form == "csv":
            return ("\ufeff" + files.to_csv(fields, records)).encode()
        if form == "json":
            return files.to_json_lines("outcome" if tab == TARGETS else "place", records).encode()
        return files.to_xlsx(records, []) if tab == TARGETS else files.to_xlsx([], records)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop reading."""
        self._lane.cancel()
        super().closeEvent(event)

    def finish(self) -> None:
        """Stop the work and wait for it; the window is not used again."""
        self._lane.close()


class _Ready(NamedTuple):
    """The reports with the comparisons made of them."""

    loaded: Loaded
    topics: tuple[list[Topic], list[Topic]]


def _comparing(services: Services, shelf: Shelf, paths: list[str]) -> Work:
    loaded = yield from shelf.load(paths)
    assert isinstance(loaded, Loaded)
    known = {report.id for report in services.library().reports()}
    for source in loaded.sources:
        if source.report.id not in known:  # a known one keeps its place on the shelf
            services.library().remember_report(source.report)
    met = target_topics(loaded.sources)
    yield Step(len(paths), len(paths))
    return _Ready(loaded, (met, place_topics(loaded.sources)))


def _row(*widgets: QWidget, margins: tuple[int, int, int, int]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(*margins)
    row.setSpacing(8)
    for n, widget in enumerate(widgets):
        row.addWidget(widget, 1 if n == 0 else 0)
    return row
