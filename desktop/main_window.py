"""The window: text in the middle, outline left, panels right; joins what the user does to the session."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
)
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QMainWindow,
    QToolBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop import startup
from desktop.actions import Actions
from desktop.commands.menus import fill_menus, script_menu
from desktop.docks import make_dock
from desktop.faults import Faults
from desktop.icons import icon_size
from desktop.late import LateParts
from desktop.messages import Gate, Notice, notice_of
from desktop.navigator import Navigator
from desktop.panels.notice import NoticeBar
from desktop.reader.bilingual import Bilingual
from desktop.reader.report_view import ReportView
from desktop.reader.style import ReadingStyle
from desktop.reading.places import ReadingPlaces
from desktop.recent_menu import RecentMenu
from desktop.selection import Selection
from desktop.services import SAMPLE, Services
from desktop.session import Session
from desktop.settings import ZOOM_RANGE, Settings
from desktop.theme import choose_theme, has_chinese_font, stylesheet, window_palette
from desktop.toolbar import Segments, spring
from resources import resource_path

if TYPE_CHECKING:
    from desktop.comparison.opener import Comparisons
    from desktop.model_packages.opener import Models
    from desktop.panes import Panes
    from desktop.review import Review
    from desktop.windows import Windows

SIZE: Final = (1440, 900)
_ZOOM_STEP: Final = 10
_DOCK_AREA: Final = Qt.DockWidgetArea


class MainWindow(LateParts, QMainWindow):
    """A window of the reader, over one report."""

    def __init__(
        self, services: Services, *, remember_size: bool = True, windows: Windows | None = None
    ) -> None:
        super().__init__()
        self.services = services
        self._remember_size = remember_size
        self.session = Session(services, self)
        self.selection = Selection(self)
        self.faults = Faults(self)
        self.gate = Gate(self.show_notice, self.faults.show)
        self.actions_ = Actions(self, windows.keys if windows is not None else None)
        self.windows = windows
        self._panes: Panes | None = None
        self._review: Review | None = None
        self._comparisons: Comparisons | None = None
        self._models: Models | None = None
        self._restore: tuple[str, int | None] | None = None
        self.places = ReadingPlaces(services.data_folder)
        self.reopens = False  # closed to come back in another language
        self._build()
        self._connect()
        self._apply_settings()

    @property
    def settings(self) -> Settings:
        """What the user chose, the same for all windows; written to disk when one of them is closed."""
        return self.services.settings

    @settings.setter
    def settings(self, settings: Settings) -> None:
        self.services.settings = settings

    # Building

    def _build(self) -> None:
        self.resize(*SIZE)
        self.setAcceptDrops(True)
        self.setDockOptions(QMainWindow.DockOption.AnimatedDocks)
        self.notice = NoticeBar(self)
        self.view = ReportView(self.selection, self)
        middle = QWidget(self)
        self._column = column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notice)
        column.addWidget(self.view, 1)
        self.setCentralWidget(middle)
        self.outline_dock = make_dock(self, "outline", self.tr("Outline"), _DOCK_AREA.LeftDockWidgetArea, 228)
        self.side_dock = make_dock(self, "side", self.tr("Panels"), _DOCK_AREA.RightDockWidgetArea, 472)
        self._build_bars()
        self.navigator = Navigator(self.view, self.selection, self)

    def _build_bars(self) -> None:
        self.recent_menu = RecentMenu(self)
        fill_menus(self.menuBar(), self.actions_, self.recent_menu, self.actions_.tr_)
        bar = QToolBar(self.tr("Toolbar"), self)
        bar.setObjectName("toolbar")
        bar.setMovable(False)
        bar.setIconSize(icon_size())
        bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        for name in ("outline", "open", "back", "forward"):
            bar.addAction(self.actions_[name])
        bar.addWidget(spring())
        bar.addWidget(Segments(self.actions_.layouts.actions(), bar))
        self.script_button = QToolButton(bar)
        self.script_button.setMenu(script_menu(self.actions_, self.menuBar(), self.actions_.tr_))
        self.script_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.script_button.setToolTip(self.tr("Show Chinese in Simplified or Traditional characters"))
        self.script_button.setAccessibleName(self.tr("Chinese script"))
        bar.addSeparator()
        bar.addWidget(self.script_button)
        bar.addWidget(spring())
        for name in ("search", "typography", "night", "side"):
            bar.addAction(self.actions_[name])
        self.addToolBar(bar)
        self.place_label = QLabel("", self)
        self.statusBar().addWidget(self.place_label, 1)
        self.statusBar().setSizeGripEnabled(False)

    def _connect(self) -> None:
        self._connect_actions()
        self.session.report_opened.connect(self._show_report)
        self.session.opening.connect(self._show_opening)
        self.session.failed.connect(self.gate.tell)
        self.session.changes_changed.connect(self._show_undo)
        self.navigator.history_changed.connect(self._show_history)
        self.navigator.report_wanted.connect(self.open_path)
        self.view.first_painted.connect(self._begin)
        self.view.search_wanted.connect(self._search_for)
        self.view.escaped.connect(self._clear_marks)
        self.view.zoom_wanted.connect(lambda steps: self.set_zoom(self.settings.zoom + steps * _ZOOM_STEP))
        self.view.turned.connect(lambda by: self.actions_["back" if by < 0 else "forward"].trigger())
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)

    def _connect_actions(self) -> None:
        view, session, navigator = self.view, self.session, self.navigator
        self.actions_.connect(
            open=self.ask_open,
            sample=self.open_sample,
            copy=view.clipboard.copy,
            select_all=view.clipboard.select_all,
            search=self._in_panes(lambda panes: panes.focus_search()),
            back=navigator.back,
            forward=navigator.forward,
            next_sentence=lambda: view.step_sentence(1),
            previous_sentence=lambda: view.step_sentence(-1),
            next_indicator=lambda: navigator.step_indicator(1),
            previous_indicator=lambda: navigator.step_indicator(-1),
            counterpart=navigator.to_counterpart,
            next_mention=lambda: navigator.step_mention(1),
            previous_mention=lambda: navigator.step_mention(-1),
            review=self._reviewing(lambda review: review.toggle()),
            undo=session.undo,
            redo=session.redo,
            export_corrections=self._reviewing(lambda review: review.ask_export()),
            import_corrections=self._reviewing(lambda review: review.ask_import()),
            indicators=self._in_panes(lambda panes: panes.focus_indicators()),
            compare=partial(self.show_comparison, ""),
            next_pane=self._in_panes(lambda panes: panes.focus_next()),
            translate=session.translate,
            stop=session.stop_translating,
            retranslate=self._with_models(lambda models: models.translate_again()),
            models=self._with_models(lambda models: models.show()),
            night=self._toggle_night,
            zoom_in=lambda: self.set_zoom(self.settings.zoom + _ZOOM_STEP),
            zoom_out=lambda: self.set_zoom(self.settings.zoom - _ZOOM_STEP),
            zoom_reset=lambda: self.set_zoom(100),
            full_screen=self._toggle_full_screen,
            about=self.show_about,
        )
        for name, dock in (("outline", self.outline_dock), ("side", self.side_dock)):
            self.actions_[name].setChecked(True)
            self.actions_[name].triggered.connect(dock.setVisible)
        self.actions_.layouts.triggered.connect(lambda action: self.set_layout(action.data()))
        self.actions_.scripts.triggered.connect(lambda action: self.set_script(action.data()))
        self.actions_.themes.triggered.connect(lambda action: self.set_theme(action.data()))
        self.actions_.languages.triggered.connect(lambda action: self._change_language(action.data()))

    def _show_undo(self, undo: bool, redo: bool) -> None:
        self.actions_["undo"].setEnabled(undo)
        self.actions_["redo"].setEnabled(redo)

    def _show_history(self, back: bool, forward: bool) -> None:
        self.actions_["back"].setEnabled(back)
        self.actions_["forward"].setEnabled(forward)

    # Opening

    def open_path(self, path: str, offset: int | None = None) -> None:
        """Open a file at a place, or where it was left; what is wrong with it is told in the notice bar."""
        self._restore = (path, offset)
        self.session.open(path)

    def open_sample(self) -> None:
        """Open the report that comes with the reader."""
        self.open_path(str(resource_path(*SAMPLE)))

    def open_sample_behind(self) -> None:
        """Open the sample below the notice about a file that could not be opened."""
        notices = self.notice.taken()
        self.open_sample()
        for notice in notices:
            self.notice.add(notice)

    def ask_open(self) -> None:
        """Ask for a file and open it."""
        from desktop.opening import ask_and_open

        ask_and_open(self)

    def _show_opening(self, path: str) -> None:
        self.statusBar().showMessage(self.tr("Opening {name}…").format(name=Path(path).name))

    def _show_report(self, text: Bilingual) -> None:
        report = text.report
        self.statusBar().clearMessage()
        self.selection.clear()
        self.notice.clear()
        if report.notice:
            self.show_notice(notice_of(report))
        text.script = self.settings.script
        title = report.title or Path(report.path).name
        self.setWindowTitle(f"{title} — {self.tr('Report Reader')} 对照阅读")
        self.view.show_text(text)
        if self._panes is not None:
            self._panes.show_report(text)
        self.settings = self.settings.with_recent(report.path)
        self.recent_menu.fill()
        path, offset = self._restore or ("", None)
        if offset is None or path != report.path:
            left = self.places.of(report)
            offset = left.offset if left is not None else 0
        if offset:
            self.view.go_to_offset(min(offset, len(report.text)))
        self._restore = None

    def open_recent(self, path: str) -> None:
        """Open a file read before; Back leads to where the reader is now."""
        self.navigator.leave()
        self.open_path(path)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the first of the reports dropped and keep the others; model packages are added instead."""
        from desktop.opening import take_dropped

        take_dropped(self, [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()])

    @property
    def panes(self) -> Panes:
        """Outline, side panel and progress; built when first asked for, which is after the text is on screen."""
        if self._panes is None:
            from desktop.panes import build_panes

            docks = (self.outline_dock, self.side_dock)
            self._panes = build_panes(self.session, self.view, self.navigator, docks, self.statusBar(), self)
            self._panes.set_theme(self.view.style_.theme)
            self._panes.failed.connect(self.gate.tell)
            self._panes.place_changed.connect(self.place_label.setText)
            self._panes.side.indicators.compare_wanted.connect(self.show_comparison)
            if self.view.text.rows:
                self._panes.show_report(self.view.text)
        return self._panes

    @property
    def review(self) -> Review:
        """The review of the figures, with its bar above the text; built like the panes."""
        if self._review is None:
            from desktop.panels.review_bar import ReviewBar
            from desktop.review import Review

            bar = ReviewBar(self)
            self.show_bar(bar)
            self._review = Review(self.session, self.view, self.navigator, bar, self)
            self._review.bar.set_theme(self.view.style_.theme)
            self._review.failed.connect(self.gate.tell)
            self._review.told.connect(lambda words: self.statusBar().showMessage(words, 6000))
        return self._review

    @property
    def comparisons(self) -> Comparisons:
        """The comparison of reports, in a window of its own; built when first asked for."""
        if self._comparisons is None:
            from desktop.comparison.opener import Comparisons

            self._comparisons = Comparisons(self)
            self._comparisons.failed.connect(self.gate.tell)
            self._comparisons.neighbours_found.connect(self.panes.side.refresh_card)
            self.panes.side.card.across_activated.connect(self._comparisons.go_across)
        return self._comparisons

    @property
    def models(self) -> Models:
        """The dialog of the model packages; built when first asked for."""
        if self._models is None:
            from desktop.model_packages.opener import Models

            self._models = Models(self)
            self._models.failed.connect(self.gate.tell)
        return self._models

    def show_comparison(self, name: str = "") -> None:
        """Set reports side by side; ``name`` asks for an indicator across places."""
        self.comparisons.show(name)

    def _with_models(self, use: Callable[[Models], object]) -> Callable[[], object]:
        return lambda: use(self.models)

    def _reviewing(self, use: Callable[[Review], object]) -> Callable[[], object]:
        return lambda: use(self.review)

    def _in_panes(self, use: Callable[[Panes], object]) -> Callable[[], object]:
        return lambda: use(self.panes)

    def _search_for(self, query: str) -> None:
        self.panes.search_for(query)

    def _begin(self) -> None:
        """The text is on screen: now for everything else."""
        startup.done()
        self.panes.follow()
        if self.briefs is None:
            from desktop.late import build_late_parts

            build_late_parts(self)
            if self.services.settings_notice is not None:  # before, the first text would have wiped it away
                self.gate.tell(self.services.settings_notice)
        self.session.begin()

    def _clear_marks(self) -> None:
        self.selection.choose_indicator("")
        self.selection.choose_sentence("")

    # Choices

    def _apply_settings(self) -> None:
        self.set_theme(self.settings.theme)
        self.actions_[f"language.{self.settings.language}"].setChecked(True)
        self.set_layout(self.settings.layout)
        self.set_script(self.settings.script)
        self.recent_menu.fill()
        if self._remember_size:
            store = self._geometry()
            geometry, state = store.value("geometry"), store.value("state")
            if geometry:
                self.restoreGeometry(geometry)
            if state:
                self.restoreState(state)
        for name, dock in (("outline", self.outline_dock), ("side", self.side_dock)):
            self.actions_[name].setChecked(not dock.isHidden())
        if not has_chinese_font():
            words = self.tr(
                "No Chinese font is installed, so Chinese text shows as boxes. On Debian: apt install {name}"
            )
            self.show_notice(Notice(words.format(name="fonts-noto-cjk")))

    def _geometry(self) -> QSettings:
        return QSettings(str(self.services.data_folder / "window.ini"), QSettings.Format.IniFormat)

    def set_layout(self, name: str) -> None:
        """Columns, interleaved, Chinese only or English only."""
        self.actions_[f"layout.{name}"].setChecked(True)
        self.settings = replace(self.settings, layout=name)
        self.view.set_mode(name)

    def set_script(self, name: str) -> None:
        """How Chinese is shown."""
        self.actions_[f"script.{name}"].setChecked(True)
        self.settings = replace(self.settings, script=name)
        self.script_button.setText({"written": "简/繁", "simplified": "简", "traditional": "繁"}[name])
        self.view.set_script(name)
        if self._panes is not None:
            self._panes.show_script()

    def set_zoom(self, percent: int) -> None:
        """The size of the text."""
        percent = min(max(percent, ZOOM_RANGE[0]), ZOOM_RANGE[1])
        self.settings = replace(self.settings, zoom=percent)
        self.view.set_style(ReadingStyle.chosen(self.view.style_.theme, self.settings))
        self.statusBar().showMessage(self.tr("Text size {n} %").format(n=percent), 1500)

    def set_theme(self, name: str) -> None:
        """Light, dark, or like the system; in every window."""
        self.settings = replace(self.settings, theme=name)
        self.show_theme()
        if self.windows is not None:
            self.windows.follow_theme(self)

    def show_theme(self) -> None:
        """Draw in the theme that was chosen, here or in another window."""
        self.actions_[f"theme.{self.settings.theme}"].setChecked(True)
        theme = choose_theme(self.settings.theme)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.setPalette(window_palette(theme))
        self.setStyleSheet(stylesheet(theme))
        self.actions_.paint(theme)
        self.notice.set_theme(theme)
        review = self._review.bar if self._review is not None else None
        for part in (review, self._comparisons, self._models, self._panes, *self.themed()):
            if part is not None:
                part.set_theme(theme)
        self.view.set_style(ReadingStyle.chosen(theme, self.settings))

    def _change_language(self, language: str) -> None:
        self.settings = replace(self.settings, language=language)
        self.reopens = True
        if self.windows is not None:
            self.windows.come_back(self)
        self.close()

    def _toggle_night(self) -> None:
        self.set_theme("light" if self.view.style_.theme.is_dark else "dark")

    def _toggle_full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)
        self.actions_["full_screen"].setChecked(self.isFullScreen())

    def _follow_system(self) -> None:
        if self.settings.theme == "system":
            QTimer.singleShot(0, lambda: self.set_theme("system"))

    # Telling

    def show_notice(self, notice: Notice) -> None:
        """Show one line above the text."""
        self.statusBar().clearMessage()
        self.notice.add(notice)

    def show_bar(self, bar: QWidget) -> None:
        """Put a bar above the text, below the notices."""
        self._column.insertWidget(1, bar)

    def show_about(self) -> None:
        """Say what the reader is."""
        from desktop.dialogs.about import AboutDialog

        dialog = AboutDialog(str(self.services.data_folder), self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    # Ending

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what was chosen, stop the work."""
        self.settings = replace(self.settings, last_offset=self.view.top_offset())
        self.services.save_settings(self.settings)
        if self._remember_size:
            store = self._geometry()
            store.setValue("geometry", self.saveGeometry())
            store.setValue("state", self.saveState())
            store.sync()
        for part in (self._comparisons, self.terms, self._models):
            if part is not None:
                part.finish()
        self.session.close()
        if self.windows is not None:
            self.windows.leave(self)
        super().closeEvent(event)
