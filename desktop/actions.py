"""All actions of the window, by name, with their keys; menus and toolbar are made of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from desktop.icons import icon
from desktop.theme import Theme

LAYOUTS: Final = ("columns", "interleaved", "zh", "en")
SCRIPTS: Final = ("written", "simplified", "traditional")
THEMES: Final = ("system", "light", "sepia", "dark", "contrast")
LANGUAGES: Final = ("system", "en", "zh", "zh_TW")
_ICONS: Final = {
    "open": "open", "back": "back", "forward": "forward", "find": "search", "outline": "outline", "side": "panel",
    "night": "theme", "typography": "letters",
}  # fmt: skip


class Actions:
    """``actions["open"]`` and so on; ``connect`` joins them to what they do."""

    def __init__(self, window: QMainWindow) -> None:
        self._window = window
        self._all: dict[str, QAction] = {}
        self._keys: list[tuple[str, str]] = []
        self._make()
        self.layouts = self._group(LAYOUTS, "layout.")
        self.scripts = self._group(SCRIPTS, "script.")
        self.themes = self._group(THEMES, "theme.")
        self.languages = self._group(LANGUAGES, "language.")

    def __getitem__(self, name: str) -> QAction:
        return self._all[name]

    def _make(self) -> None:
        tr = self._tr
        for name, words, keys in (
            ("open", tr("Open…"), "Ctrl+O"),
            ("sample", tr("Open the sample report"), ""),
            ("print", tr("Print…"), "Ctrl+P"),
            ("export_pdf", tr("Save as PDF…"), ""),
            ("quit", tr("Quit"), "Ctrl+Q"),
            ("undo", tr("Undo"), "Ctrl+Z"),
            ("redo", tr("Redo"), "Ctrl+Shift+Z"),
            ("correct", tr("Correct the translation…"), "F2"),
            ("add_to_brief", tr("Add to the brief"), "Ctrl+B"),
            ("highlight", tr("Highlight"), "Alt+1"),
            ("underline", tr("Underline"), "Alt+2"),
            ("note", tr("Write a note…"), "Alt+3"),
            ("notes", tr("Notes"), "Ctrl+Alt+A"),
            ("export_notes", tr("Export notes…"), ""),
            ("import_notes", tr("Import notes…"), ""),
            ("copy", tr("Copy"), "Ctrl+C"),
            ("select_all", tr("Select all"), "Ctrl+A"),
            ("find", tr("Search"), "Ctrl+F"),
            ("next_hit", tr("Next passage"), "F3"),
            ("previous_hit", tr("Previous passage"), "Shift+F3"),
            ("back", tr("Back"), "Alt+Left"),
            ("forward", tr("Forward"), "Alt+Right"),
            ("next_sentence", tr("Next sentence"), "Ctrl+Down"),
            ("previous_sentence", tr("Previous sentence"), "Ctrl+Up"),
            ("next_indicator", tr("Next figure"), "Ctrl+]"),
            ("previous_indicator", tr("Previous figure"), "Ctrl+["),
            ("counterpart", tr("Go to the figure's counterpart"), "Ctrl+L"),
            ("next_mention", tr("Next mention of the figure"), "Alt+]"),
            ("previous_mention", tr("Previous mention of the figure"), "Alt+["),
            ("review", tr("Review: numbers without a figure"), ""),
            ("export_corrections", tr("Export corrections…"), ""),
            ("import_memory", tr("Import translation memory…"), ""),
            ("export_memory", tr("Export translation memory…"), ""),
            ("import_corrections", tr("Import corrections…"), ""),
            ("indicators", tr("Indicators"), "Ctrl+I"),
            ("brief", tr("Brief"), "Ctrl+Shift+B"),
            ("compare", tr("Compare reports…"), "Ctrl+Shift+M"),
            ("topics", tr("Topics…"), "Ctrl+Shift+T"),
            ("like", tr("More like this passage"), "Ctrl+Shift+L"),
            ("layout.columns", tr("Columns"), "Ctrl+1"),
            ("layout.interleaved", tr("Interleaved"), "Ctrl+2"),
            ("layout.zh", "中文", "Ctrl+3"),
            ("layout.en", "English", "Ctrl+4"),
            ("script.written", tr("As written"), ""),
            ("script.simplified", tr("Simplified 简体"), ""),
            ("script.traditional", tr("Traditional 繁體"), ""),
            ("theme.system", tr("Like the system"), ""),
            ("theme.light", tr("Light"), ""),
            ("theme.sepia", tr("Sepia"), ""),
            ("theme.dark", tr("Dark"), ""),
            ("theme.contrast", tr("High contrast"), ""),
            ("underline_terms", tr("Underline terms"), ""),
            ("glossary", tr("Glossary…"), "Ctrl+Shift+G"),
            ("night", tr("Light or dark"), "Ctrl+D"),
            ("language.system", tr("Like the system"), ""),
            ("language.en", "English", ""),
            ("language.zh", "简体中文", ""),
            ("language.zh_TW", "繁體中文", ""),
            ("zoom_in", tr("Larger text"), "Ctrl++"),
            ("zoom_out", tr("Smaller text"), "Ctrl+-"),
            ("zoom_reset", tr("Normal text size"), "Ctrl+0"),
            ("typography", tr("Font and spacing…"), ""),
            ("outline", tr("Outline"), "F9"),
            ("side", tr("Side panel"), "F10"),
            ("translate", tr("Translate"), ""),
            ("stop", tr("Pause translating"), ""),
            ("retranslate", tr("Translate again"), ""),
            ("models", tr("Models…"), "Ctrl+Shift+P"),
            ("next_pane", tr("Next pane"), "F6"),
            ("about", tr("About & shortcuts"), "F1"),
        ):
            action = QAction(words, self._window)
            if keys:
                action.setShortcut(QKeySequence(keys))
                shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
                action.setToolTip(f"{words} ({shown})")
                self._keys.append((shown, words))
            self._all[name] = action
            self._window.addAction(action)
        self["zoom_in"].setShortcuts([QKeySequence("Ctrl++"), QKeySequence("Ctrl+=")])
        for name in ("outline", "side", "underline_terms"):
            self[name].setCheckable(True)
        for name in ("back", "forward", "undo", "redo"):
            self[name].setEnabled(False)

    def _tr(self, words: str) -> str:
        return QCoreApplication.translate("Actions", words)

    def _group(self, names: Iterable[str], prefix: str) -> QActionGroup:
        group = QActionGroup(self._window)
        for name in names:
            action = self[prefix + name]
            action.setCheckable(True)
            action.setData(name)
            group.addAction(action)
        return group

    def keys(self) -> list[tuple[str, str]]:
        """Every key with what it does, for the help."""
        tr = self._tr
        return [
            *self._keys,
            (tr("Space, Page Down"), tr("Next page")),
            (tr("Shift+Space, Page Up"), tr("Previous page")),
            ("U", tr("Review: numbers without a figure")),
            ("1 2 3 4 5", tr("Highlight in a colour")),
            ("] [", tr("Next and previous figure")),
            (tr("Ctrl, held"), tr("Underline terms")),
            (tr("Home, End"), tr("Beginning, end of the report")),
            (tr("Esc"), tr("Back to the text")),
        ]

    def connect(self, **slots: Callable[[], object]) -> None:
        """Join actions to what they do, by name."""
        for name, slot in slots.items():
            self[name].triggered.connect(slot)

    def paint(self, theme: Theme) -> None:
        """Draw the icons in the colours of a theme."""
        for name, drawn in _ICONS.items():
            self[name].setIcon(icon(drawn, theme.text, theme.faint))

    def fill_menus(self, recent: QMenu) -> None:
        """The menu bar."""
        tr, bar = self._tr, self._window.menuBar()
        file = bar.addMenu(tr("&File"))
        file.addAction(self["open"])
        file.addMenu(recent)
        self._add(file, "sample", "", "import_corrections", "export_corrections", "", "import_notes")
        self._add(file, "export_notes", "", "import_memory")
        self._add(file, "export_memory", "", "export_pdf", "print", "", "quit")
        self._add(
            bar.addMenu(tr("&Edit")),
            "undo",
            "redo",
            "",
            "highlight",
            "underline",
            "note",
            "",
            "correct",
            "add_to_brief",
            "",
            "copy",
            "select_all",
            "",
            "find",
            "next_hit",
            "previous_hit",
        )
        view = bar.addMenu(tr("&View"))
        view.addActions(self.layouts.actions())
        view.addSeparator()
        view.addMenu(self.script_menu())
        view.addAction(self["underline_terms"])
        colours = view.addMenu(tr("Theme"))
        colours.addActions(self.themes.actions())
        colours.addSeparator()
        colours.addAction(self["night"])
        view.addMenu(tr("Language of the interface")).addActions(self.languages.actions())
        self._add(
            view,
            "",
            "zoom_in",
            "zoom_out",
            "zoom_reset",
            "typography",
            "",
            "outline",
            "side",
            "indicators",
            "notes",
            "brief",
            "next_pane",
        )
        go = bar.addMenu(tr("&Go"))
        self._add(go, "back", "forward", "", "previous_sentence", "next_sentence", "", "previous_indicator")
        self._add(go, "next_indicator", "counterpart", "previous_mention", "next_mention", "", "review")
        self._add(go, "", "topics", "like", "compare")
        self._add(
            bar.addMenu(tr("&Translation")), "translate", "stop", "retranslate", "", "glossary", "models"
        )
        self._add(bar.addMenu(tr("&Help")), "about")

    def script_menu(self) -> QMenu:
        """The three ways to show Chinese."""
        menu = QMenu(self._tr("Chinese script"), self._window)
        menu.addActions(self.scripts.actions())
        return menu

    def _add(self, menu: QMenu, *names: str) -> None:
        for name in names:
            if name:
                menu.addAction(self[name])
            else:
                menu.addSeparator()
