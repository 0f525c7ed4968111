"""The menu bar: which command stands where. An empty name is a line between groups."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from PySide6.QtWidgets import QMenu, QMenuBar

from desktop.actions import Actions

_FILE: Final = ("library", "sample", "new_window", "", "import_corrections", "export_corrections", "", "import_notes", "export_notes", "",
    "import_memory", "export_memory", "", "cite", "export_pdf", "print", "print_notes", "", "preferences", "", "close", "quit")  # fmt: skip
_EDIT: Final = ("undo", "redo", "", "highlight", "underline", "note", "bookmark", "", "look_up", "add_word", "", "correct", "add_to_brief", "", "copy",
    "copy_cited", "copy_both", "select_all", "", "find", "find_next", "find_previous", "search")  # fmt: skip
_VIEW: Final = ("", "zoom_in", "zoom_out", "zoom_reset", "typography", "full_screen", "", "outline", "side",
    "indicators", "notes", "words", "brief", "next_pane")  # fmt: skip
_GO: Final = ("palette", "", "back", "forward", "go_to", "", "previous_sentence", "next_sentence", "",
    "previous_indicator", "next_indicator", "counterpart", "previous_mention", "next_mention", "", "review", "",
    "topics", "like", "compare")  # fmt: skip
_TRANSLATION: Final = ("translate_selection", "translate_paragraph", "", "translate", "stop", "retranslate", "pair", "",
    "glossary", "models")  # fmt: skip
_HELP: Final = ("shortcuts", "tips", "about")


def fill_menus(bar: QMenuBar, actions: Actions, recent: QMenu, tr: Callable[[str], str]) -> None:
    """Build the menu bar; ``recent`` is the menu of the files opened last."""
    file = bar.addMenu(tr("&File"))
    file.addAction(actions["open"])
    file.addMenu(recent)
    _add(file, actions, _FILE)
    _add(bar.addMenu(tr("&Edit")), actions, _EDIT)
    view = bar.addMenu(tr("&View"))
    view.addActions(actions.layouts.actions())
    view.addSeparator()
    view.addMenu(script_menu(actions, bar, tr))
    _add(view, actions, ("underline_terms", "paragraph_numbers", "page_image"))
    colours = view.addMenu(tr("Theme"))
    colours.addActions(actions.themes.actions())
    _add(colours, actions, ("", "night"))
    view.addMenu(tr("Language of the interface")).addActions(actions.languages.actions())
    _add(view, actions, _VIEW)
    _add(bar.addMenu(tr("&Go")), actions, _GO)
    _add(bar.addMenu(tr("&Translation")), actions, _TRANSLATION)
    _add(bar.addMenu(tr("&Help")), actions, _HELP)


def script_menu(actions: Actions, parent: QMenuBar, tr: Callable[[str], str]) -> QMenu:
    """The three ways to show Chinese."""
    menu = QMenu(tr("Chinese script"), parent)
    menu.addActions(actions.scripts.actions())
    return menu


def _add(menu: QMenu, actions: Actions, names: Iterable[str]) -> None:
    for name in names:
        if name:
            menu.addAction(actions[name])
        else:
            menu.addSeparator()
