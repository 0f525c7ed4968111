"""What the view says about the thing under the mouse, as escaped rich text."""

from __future__ import annotations

from html import escape
from typing import Final

from PySide6.QtCore import QCoreApplication

from desktop.reader.bilingual import Bilingual, State
from desktop.reader.hits import Hit
from desktop.reader.provenance import provenance
from desktop.reader.warning_words import in_interface_words
from desktop.theme import Theme

_SHOWN: Final = 3


def explain(hit: Hit, text: Bilingual, theme: Theme) -> str:
    """The tooltip for a place in the text; empty where there is nothing to say."""
    if hit.mark is not None:
        return indicator_hint(text, hit.mark.indicator, theme)
    if hit.piece is None:
        return ""
    origin = provenance(hit.piece.entry) if hit.piece.entry is not None else ""
    if hit.piece.doubts:
        head = _tr("Read with care")
        reasons = "<br>".join(escape(_doubt(doubt)) for doubt in hit.piece.doubts)
        return f"<p><b>{escape(head)}</b><br>{reasons}</p>"
    if hit.piece.warning_at >= 0:
        unknown = _tr("The numbers of this translation could not be verified.")
        words = in_interface_words(hit.piece.warning) or unknown
        head = _tr("Check the numbers")
        return f"<p><b style='color:{theme.warning}'>{escape(head)}</b><br>{escape(words)}</p>" + (
            f"<p>{escape(origin)}</p>" if origin else ""
        )
    if origin:
        return f"<p>{escape(origin)}</p>"
    if hit.piece.state is State.WAITING:
        return escape(_tr("This sentence is still to be translated."))
    if hit.piece.state is State.FAILED:
        return escape(_tr("This sentence could not be translated."))
    return ""


def indicator_hint(text: Bilingual, indicator_id: str, theme: Theme) -> str:
    """What an indicator says: names, value as an English reader says it, period, status, counterparts, conflicts."""
    from desktop.explained import explained

    indicator = text.indicators.get(indicator_id)
    if indicator is None:
        return ""
    facts = explained(text, indicator)
    colour = theme.target if str(indicator.status) == "target" else theme.actual
    place = (
        f" &nbsp; <span style='color:{theme.muted}'>{facts.place_words}</span>" if facts.place_words else ""
    )
    lines = [
        f"<b>{escape(facts.name)}</b>{place}",
        escape(facts.english),
        f"<b style='color:{colour}'>{escape(facts.value)}</b> &nbsp; = {escape(facts.spoken)}",
        escape(facts.facts),
    ]
    for other in facts.counterparts[:_SHOWN]:
        lines.append(f"↔ {escape(other.words)}")
        lines.append(f"<span style='color:{theme.muted}'>&nbsp;&nbsp;&nbsp;{escape(other.reason)}</span>")
    if facts.across is not None:
        lines.append(f"⇄ {escape(facts.across.words)}")
    if facts.conflict:
        words = _tr("Stated differently elsewhere: {values}").format(values=facts.conflict)
        lines.append(f"<span style='color:{theme.warning}'>{escape(words)}</span>")
    return "<p style='white-space:pre'>" + "<br>".join(line for line in lines if line) + "</p>"


def _doubt(doubt: str) -> str:
    return {
        "unsure": _tr("The model is unsure of this translation; compare it with the original."),
        "repeated": _tr("This translation repeats itself; something may be missing."),
        "untranslated": _tr("Some words were left untranslated."),
    }.get(doubt, doubt)


def _tr(words: str) -> str:
    return QCoreApplication.translate("hints", words)
