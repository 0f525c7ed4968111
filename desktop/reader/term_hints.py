"""What is said about a term or a word under the mouse, as escaped rich text."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from desktop.categories import category_word
from index.report import Language
from models.glossary import Origin
from models.pinyin import pinyin, reading_at

if TYPE_CHECKING:
    from desktop.reader.bilingual import Bilingual
    from desktop.reader.sentence_terms import PlacedTerm
    from desktop.theme import Theme
    from models.cedict import Entry
    from models.dictionary import Found

_ALTERNATIVES: Final = 3
_GLOSSES: Final = 6
_OF_A_CHARACTER: Final = 3
_LONG: Final = 106
"""Characters of a line, with its markup, that make a tooltip break its lines."""


def term_hint(placed: PlacedTerm, text: Bilingual, theme: Theme) -> str:
    """A term with its reading, its English, what sort of term it is, its note, and what the translation makes of it."""
    term = placed.use.term
    chinese = text.shown(Language.ZH, term.zh)
    lines = [
        f"<b>{escape(chinese)}</b> &nbsp; {_quiet(pinyin(term.zh), theme)}",
        f"<b>{escape(term.en)}</b>",
    ]
    if term.alternatives:
        lines.append(
            _quiet(_tr("also: {words}").format(words="; ".join(term.alternatives[:_ALTERNATIVES])), theme)
        )
    own = _tr("your term") if term.origin is Origin.USER else _tr("glossary")
    facts = " · ".join(filter(None, (own, category_word(term.category))))
    lines.append(_quiet(facts, theme))
    if term.note:
        lines.append(escape(term.note))
    if placed.differs:
        lines.append(f"<i>{escape(_tr('The translation here puts it otherwise.'))}</i>")
    return _tip(lines)


def word_hint(found: Found, text: Bilingual, theme: Theme) -> str:
    """What a dictionary says of a word, then of its characters."""
    lines = [line for entry in found.entries for line in _entry_lines(entry, text, theme, strong=True)]
    if found.characters:
        lines.append("")
        lines += [
            line for entry in found.characters for line in _entry_lines(entry, text, theme, strong=False)
        ]
    return _tip(lines)


def reading_hint(sentence: str, at: int, theme: Theme) -> str:
    """The reading of a character alone, where no dictionary was added."""
    reading = reading_at(sentence, at)
    return _tip([f"<b>{escape(sentence[at])}</b> &nbsp; {_quiet(reading, theme)}"]) if reading else ""


def _entry_lines(entry: Entry, text: Bilingual, theme: Theme, *, strong: bool) -> list[str]:
    traditional = text.script == "traditional"
    word, other = (
        (entry.traditional, entry.simplified) if traditional else (entry.simplified, entry.traditional)
    )
    shown = entry.glosses[: _GLOSSES if strong else _OF_A_CHARACTER]
    glosses = "; ".join(shown) + ("; …" if len(entry.glosses) > len(shown) else "")
    if not strong:
        return [f"{escape(word)} &nbsp; {_quiet(entry.pinyin, theme)} &nbsp; {escape(glosses)}"]
    beside = _quiet(other, theme) if other != word else ""
    return [f"<b>{escape(word)}</b> {beside} &nbsp; {_quiet(entry.pinyin, theme)}", escape(glosses)]


def _quiet(words: str, theme: Theme) -> str:
    return f"<span style='color:{theme.muted}'>{escape(words)}</span>" if words else ""


def _tip(lines: list[str]) -> str:
    body = "<br>".join(lines)
    if any(len(line) > _LONG for line in lines):
        # Of its own accord Qt breaks a tooltip into narrow lines; a table tells how wide they may be.
        return f"<table width='420'><tr><td>{body}</td></tr></table>"
    return f"<p style='white-space:pre'>{body}</p>"


def _tr(words: str) -> str:
    return QCoreApplication.translate("term_hints", words)
