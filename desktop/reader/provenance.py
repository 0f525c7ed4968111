"""Where a translation comes from, in the user's words."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from desktop.pairs import OFFICIAL
from desktop.wording import language

if TYPE_CHECKING:
    from models.memory import Entry


def provenance(entry: Entry) -> str:
    """``From your correction, 25 Nov 2026`` or ``From memory: name.tmx``, with author and day where they are known."""
    day = day_words(entry.date)
    if str(entry.origin) == "corrected":
        return _tr("From your correction, {day}").format(day=day) if day else _tr("From your correction")
    if entry.file.startswith(OFFICIAL):
        return _tr("Official translation: {name}").format(name=entry.file.removeprefix(OFFICIAL))
    words = _tr("From memory: {name}").format(name=entry.file or "TMX")
    more = ", ".join(part for part in (entry.author, day) if part)
    return f"{words} ({more})" if more else words


def origin_words(entry: Entry) -> str:
    """The same in a word or two: the name of the file, or whose it is."""
    if entry.file.startswith(OFFICIAL):
        return _tr("official translation")
    return _tr("your correction") if str(entry.origin) == "corrected" else entry.file or "TMX"


def day_words(iso: str) -> str:
    """The day of a moment given in ISO 8601, where the user is; empty where it is none."""
    try:
        moment = datetime.fromisoformat(iso).astimezone()
    except ValueError:
        return ""
    day = QDate(moment.year, moment.month, moment.day)
    if language() == "zh":
        return f"{day.year()}年{day.month()}月{day.day()}日"
    return QLocale(QLocale.Language.English).toString(day, "d MMM yyyy")


def _tr(words: str) -> str:
    return QCoreApplication.translate("provenance", words)
