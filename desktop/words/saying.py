"""What the card says of a word, in words."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QCoreApplication

from desktop.categories import category_word
from desktop.wording import said, status_word, when_and_what
from index.report import Language
from models.pinyin import pinyin

if TYPE_CHECKING:
    from desktop.theme import Theme
    from desktop.words.looked import Looked, Place
    from index.indicators import Indicator
    from models.cedict import Entry

_ALSO: Final = 3
_ENTRIES: Final = 3
_GLOSSES: Final = 6
_CHARACTERS: Final = 4
_OF_A_CHARACTER: Final = 3
_BEFORE: Final = {Language.ZH: 9, Language.EN: 22}
"""Characters that are shown before a word in the list of its places."""


class PlaceWords(NamedTuple):
    """A place as it is listed, and its whole sentence."""

    shown: str
    whole: str


def facts_of(looked: Looked) -> list[str]:
    """Where the word is known from: the glossary with its category, a dictionary, a figure's name."""
    head = looked.head
    facts = []
    if head.term is not None:
        facts.append(_tr("your term") if head.is_own else _tr("official term"))
        facts.append(category_word(head.term.category))
    elif head.entries:
        facts.append(_tr("dictionary"))
    if looked.names_a_figure:
        facts.append(_tr("name of a figure"))
    return [fact for fact in facts if fact]


def meaning_html(looked: Looked, theme: Theme) -> str:
    """What glossary and dictionaries say of the word, then of its characters; empty where they have nothing."""
    head = looked.head
    lines = []
    if head.term is not None:
        forms = head.term.english if looked.side is Language.ZH else head.term.chinese
        first = looked.text.shown(looked.side.other, forms[0])
        reading = pinyin(head.term.zh) if looked.side is Language.EN else ""
        aside = f" &nbsp;{_quiet(reading, theme)}" if reading else ""
        lines.append(f"<span style='font-size:15px; font-weight:600'>{escape(first)}</span>{aside}")
        if forms[1:]:
            also = "; ".join(looked.text.shown(looked.side.other, form) for form in forms[1 : 1 + _ALSO])
            lines.append(_quiet(_tr("also: {words}").format(words=also), theme))
        if head.term.note:
            lines.append(escape(head.term.note))
    elif head.named:
        lines.append(f"<span style='font-size:15px; font-weight:600'>{escape(head.named)}</span>")
    several = len({entry.pinyin for entry in head.entries}) > 1
    for entry in head.entries[:_ENTRIES]:
        words = escape("; ".join(entry.glosses[:_GLOSSES]))
        lines.append(f"{_quiet(entry.pinyin, theme)} &nbsp;{words}" if several else words)
    if not head.entries and head.term is None:
        lines += [_of_character(entry, looked, theme) for entry in head.characters[:_CHARACTERS]]
    return "<br>".join(lines)


def _of_character(entry: Entry, looked: Looked, theme: Theme) -> str:
    char = entry.traditional if looked.text.script == "traditional" else entry.simplified
    glosses = "; ".join(entry.glosses[:_OF_A_CHARACTER])
    return f"{escape(char)} &nbsp;{_quiet(entry.pinyin, theme)} &nbsp;{escape(glosses)}"


def figure_words(indicator: Indicator, side: Language) -> tuple[str, str]:
    """A figure on its button: its name, then its value and when it holds."""
    facts = when_and_what(indicator) or status_word(str(indicator.status))
    name = indicator.name if side is Language.ZH else indicator.name_en
    return name, f"{said(indicator)}  ({facts})"


def place_words(looked: Looked, place: Place) -> PlaceWords:
    """A place with its words around it, the word itself never cut off."""
    from desktop.words.looked import side_text

    words = looked.text.shown(looked.side, side_text(looked.text, place.sentence, looked.side))
    first = max(0, place.span.start - _BEFORE[looked.side])
    if looked.side is Language.EN and first:
        first = words.find(" ", first, place.span.start) + 1 or place.span.start
    while 0 < first < place.span.start and words[first - 1 : first + 1].strip("0123456789.,%") == "":
        first += 1  # no number is cut in two
    ahead = words[first : place.span.start].lstrip()
    shown = ("…" if first and ahead else "") + ahead + words[place.span.start :]
    return PlaceWords(" ".join(shown.split()), " ".join(words.split()))


def _quiet(words: str, theme: Theme) -> str:
    return f"<span style='color:{theme.muted}'>{escape(words)}</span>" if words else ""


def _tr(words: str) -> str:
    return QCoreApplication.translate("words", words)
