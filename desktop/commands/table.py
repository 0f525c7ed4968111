"""Every command of the window: its name, its words, and the keys it has until the user says otherwise."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

LAYOUTS: Final = ("columns", "interleaved", "zh", "en")
SCRIPTS: Final = ("written", "simplified", "traditional")
THEMES: Final = ("system", "light", "sepia", "dark", "contrast")
LANGUAGES: Final = ("system", "en", "zh", "zh_TW")
CHECKED: Final = frozenset(
    ("outline", "side", "underline_terms", "paragraph_numbers", "full_screen", "print_notes")
)
"""Commands that are on or off."""


class Command(NamedTuple):
    """``keys`` work in the whole window, ``letters`` only while the text has the focus (portable text of QKeySequence)."""

    name: str
    words: str
    keys: tuple[str, ...] = ()
    letters: tuple[str, ...] = ()


def commands(tr: Callable[[str], str]) -> tuple[Command, ...]:
    """The table, in the language that ``tr`` translates into.

    Keys are those that readers, annotators and translators' tools agree on; where these differ, both are given.
    """
    return (
        Command("open", tr("Open…"), ("Ctrl+O",)),
        Command("new_window", tr("New window"), ("Ctrl+N",)),
        Command("library", tr("Library…"), ("Ctrl+Shift+K",)),
        Command("sample", tr("Open the sample report")),
        Command("cite", tr("Cite this report…")),
        Command("print", tr("Print…"), ("Ctrl+P",)),
        Command("print_notes", tr("Print with my notes")),
        Command("export_pdf", tr("Save as PDF…")),
        Command("preferences", tr("Preferences…"), ("Ctrl+,",)),
        Command("close", tr("Close the window"), ("Ctrl+W",)),
        Command("quit", tr("Quit"), ("Ctrl+Q",)),
        Command("undo", tr("Undo"), ("Ctrl+Z",)),
        Command("redo", tr("Redo"), ("Ctrl+Shift+Z", "Ctrl+Y")),
        Command("correct", tr("Correct the translation…"), ("F2",), ("Return", "Enter")),
        Command("add_to_brief", tr("Add to the brief"), ("Ctrl+B",)),
        Command("highlight", tr("Highlight"), ("Alt+1",)),
        Command("underline", tr("Underline"), ("Alt+2",)),
        Command("note", tr("Write a note…"), ("Alt+3",)),
        Command("bookmark", tr("Bookmark"), ("Ctrl+D",)),
        Command("colour.yellow", tr("Highlight in yellow"), (), ("1",)),
        Command("colour.green", tr("Highlight in green"), (), ("2",)),
        Command("colour.blue", tr("Highlight in blue"), (), ("3",)),
        Command("colour.pink", tr("Highlight in pink"), (), ("4",)),
        Command("colour.purple", tr("Highlight in purple"), (), ("5",)),
        Command("notes", tr("Notes"), ("Ctrl+Alt+A",)),
        Command("look_up", tr("Look up the word"), (), ("D",)),
        Command("add_word", tr("Add the word to the word list"), ("Alt+4",)),
        Command("words", tr("Word list"), ("Ctrl+Alt+W",)),
        Command("export_notes", tr("Export notes…")),
        Command("import_notes", tr("Import notes…")),
        Command("copy", tr("Copy"), ("Ctrl+C",)),
        Command("copy_cited", tr("Copy with citation"), ("Ctrl+Shift+C",)),
        Command("copy_both", tr("Copy in both languages")),
        Command("select_all", tr("Select all"), ("Ctrl+A",)),
        Command("find", tr("Find in the text"), ("Ctrl+F",), ("/",)),
        Command("find_next", tr("Find next"), ("F3", "Ctrl+G")),
        Command("find_previous", tr("Find previous"), ("Shift+F3",)),
        Command("search", tr("Search"), ("Ctrl+Shift+F", "Ctrl+L")),
        Command("back", tr("Back"), ("Alt+Left",)),
        Command("forward", tr("Forward"), ("Alt+Right",)),
        Command("go_to", tr("Go to paragraph…"), ("Ctrl+J", "Ctrl+Alt+G")),
        Command("next_sentence", tr("Next sentence"), ("Ctrl+Down",)),
        Command("previous_sentence", tr("Previous sentence"), ("Ctrl+Up",)),
        Command("next_indicator", tr("Next figure"), ("Ctrl+]",), ("]",)),
        Command("previous_indicator", tr("Previous figure"), ("Ctrl+[",), ("[",)),
        Command("counterpart", tr("Go to the figure's counterpart"), (), ("Ctrl+Return",)),
        Command("next_mention", tr("Next mention of the figure"), ("Alt+]",), ("}",)),
        Command("previous_mention", tr("Previous mention of the figure"), ("Alt+[",), ("{",)),
        Command("review", tr("Review: numbers without a figure"), (), ("U",)),
        Command("export_corrections", tr("Export corrections…")),
        Command("import_memory", tr("Import translation memory…")),
        Command("export_memory", tr("Export translation memory…")),
        Command("import_corrections", tr("Import corrections…")),
        Command("indicators", tr("Indicators"), ("Ctrl+I", "Ctrl+Alt+I")),
        Command("brief", tr("Brief"), ("Ctrl+Shift+B",)),
        Command("compare", tr("Compare reports…"), ("Ctrl+Shift+M",)),
        Command("topics", tr("Topics…"), ("Ctrl+Shift+O",)),
        Command("like", tr("More like this passage"), ("Ctrl+Shift+L",)),
        Command("layout.columns", tr("Columns"), ("Ctrl+1",)),
        Command("layout.interleaved", tr("Interleaved"), ("Ctrl+2",)),
        Command("layout.zh", "中文", ("Ctrl+3",)),
        Command("layout.en", "English", ("Ctrl+4",)),
        Command("script.written", tr("As written")),
        Command("script.simplified", tr("Simplified 简体")),
        Command("script.traditional", tr("Traditional 繁體")),
        Command("theme.system", tr("Like the system")),
        Command("theme.light", tr("Light")),
        Command("theme.sepia", tr("Sepia")),
        Command("theme.dark", tr("Dark")),
        Command("theme.contrast", tr("High contrast")),
        Command("underline_terms", tr("Underline terms")),
        Command("paragraph_numbers", tr("Paragraph numbers")),
        Command("page_image", tr("Page of the file"), ("Ctrl+Shift+I",)),
        Command("glossary", tr("Glossary…"), ("Ctrl+Shift+G",)),
        Command("night", tr("Light or dark"), ("Ctrl+Shift+D",)),
        Command("full_screen", tr("Full screen"), ("F11",)),
        Command("language.system", tr("Like the system")),
        Command("language.en", "English"),
        Command("language.zh", "简体中文"),
        Command("language.zh_TW", "繁體中文"),
        Command("zoom_in", tr("Larger text"), ("Ctrl++", "Ctrl+=")),
        Command("zoom_out", tr("Smaller text"), ("Ctrl+-",)),
        Command("zoom_reset", tr("Normal text size"), ("Ctrl+0",)),
        Command("typography", tr("Font and spacing…")),
        Command("outline", tr("Outline"), ("F12", "Ctrl+Alt+T", "F9")),
        Command("side", tr("Side panel"), ("F10",)),
        Command("translate_selection", tr("Translate the selection"), ("Ctrl+T",), ("T",)),
        Command("translate_paragraph", tr("Translate the paragraph"), ("Ctrl+Shift+T",), ("Shift+T",)),
        Command("translate", tr("Translate")),
        Command("stop", tr("Pause translating")),
        Command("pair", tr("Pair with its official translation…")),
        Command("retranslate", tr("Translate again")),
        Command("models", tr("Models…")),
        Command("next_pane", tr("Next pane"), ("F6",)),
        Command("palette", tr("All commands…"), ("Ctrl+K", "Ctrl+Shift+P")),
        Command("shortcuts", tr("Keyboard shortcuts…"), ("Ctrl+/", "F1")),
        Command("tips", tr("Show the tips")),
        Command("about", tr("About Report Reader")),
    )


def group_words(tr: Callable[[str], str]) -> dict[str, str]:
    """What a command of a group is called where it stands alone: ``layout.zh`` is "Layout: 中文"."""
    return {
        "layout": tr("Layout"),
        "script": tr("Chinese script"),
        "theme": tr("Theme"),
        "language": tr("Language of the interface"),
    }


FIXED: Final = (
    "Space", "Shift+Space", "PgDown", "PgUp", "Home", "End", "Ctrl+Home", "Ctrl+End", "Up", "Down", "Esc", "Tab",
    "Shift+Tab",
)  # fmt: skip
"""Keys of the text that cannot be given away."""
SAVING: Final = ("Ctrl+Return", "Ctrl+Enter")
"""Keys that save what is written, in every editor of the window; they are free while the text has the focus."""
