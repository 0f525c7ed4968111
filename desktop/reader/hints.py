"""What the view says about the thing under the mouse, as escaped rich text."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QCoreApplication

from desktop.reader.bilingual import Bilingual, State
from desktop.reader.hits import Hit
from desktop.theme import Theme
from desktop.wording import base_value, status_word


def explain(hit: Hit, text: Bilingual, theme: Theme) -> str:
    """The tooltip for a place in the text; empty where there is nothing to say."""
    if hit.mark is not None:
        return indicator_hint(text, hit.mark.indicator, theme)
    if hit.piece is None:
        return ""
    if hit.piece.warning_at >= 0:
        words = hit.piece.warning or _tr("The numbers of this translation could not be verified.")
        head = _tr("Check the numbers")
        return f"<p><b style='color:{theme.warning}'>{escape(head)}</b><br>{escape(words)}</p>"
    if hit.piece.state is State.WAITING:
        return escape(_tr("This sentence is still to be translated."))
    if hit.piece.state is State.FAILED:
        return escape(_tr("This sentence could not be translated."))
    return ""


def indicator_hint(text: Bilingual, indicator_id: str, theme: Theme) -> str:
    """Name, value, period and status of an indicator, and its counterparts."""
    indicator = text.indicators.get(indicator_id)
    if indicator is None:
        return ""
    colour = theme.target if str(indicator.status) == "target" else theme.actual
    lines = [
        f"<b>{escape(indicator.name)}</b>",
        escape(indicator.name_en),
        f"<b style='color:{colour}'>{escape(indicator.text)}</b> &nbsp; {escape(base_value(indicator))}",
        escape(" · ".join(part for part in (indicator.period, status_word(str(indicator.status))) if part)),
    ]
    for other_id in indicator.links:
        other = text.indicators.get(other_id)
        if other is not None:
            label = f"{other.period} {status_word(str(other.status))}".strip()
            lines.append(f"↔ {escape(label)}: {escape(other.text)}")
    return "<p style='white-space:pre'>" + "<br>".join(line for line in lines if line) + "</p>"


def _tr(words: str) -> str:
    return QCoreApplication.translate("hints", words)
