"""What the search panel says: why a passage was found, and what to try where none was."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from index.query import parse_query

if TYPE_CHECKING:
    from index.search import FigureHit, Passage

EXAMPLES: Final = (
    "GDP growth target for this year",
    "养老服务",
    "foreign trade and investment",
    "科技創新",
    '"人工智能" has:target',
)
_WORDS: Final = 6
_STRONG: Final = 0.55
_FAIR: Final = 0.35


def tr(words: str) -> str:
    """``words`` in the language of the interface."""
    return QCoreApplication.translate("search", words)


def why(passage: Passage, figures: tuple[FigureHit, ...] = ()) -> str:
    """Why a passage was found, the strongest reason first: the figure asked for, words of the query, the meaning."""
    reason, parts = passage.reason, []
    figure = next((hit.indicator for hit in figures if hit.indicator.id == reason.indicator), None)
    if figure is not None:
        parts.append(tr("Figure: {name} {value}").format(name=figure.name, value=figure.text))
    words = list(dict.fromkeys(span.of(passage.text) for span in reason.matches))
    if words:
        shown = "、".join(words[:_WORDS]) + ("…" if len(words) > _WORDS else "")
        parts.append(tr("Words: {words}").format(words=shown))
    if reason.meaning >= _STRONG:
        near = tr("Meaning: very near ({score})")
    elif reason.meaning >= _FAIR:
        near = tr("Meaning: near ({score})")
    else:
        near = tr("Meaning: distant ({score})")
    parts.append(near.format(score=f"{reason.meaning:.2f}"))
    return "  ·  ".join(parts)


def empty_words(query: str, *, everywhere: bool) -> tuple[str, str, str]:
    """A heading, some words, and a query to try instead or nothing, for a search that found nothing."""
    asked = parse_query(query)
    if not query.strip():
        where = (
            tr(
                "The search goes by meaning: an English question finds Chinese passages, Simplified finds "
                "Traditional. Enter goes to the best passage, F3 to the next one."
            )
            + "\n\n"
            + tr(
                '"exact words", -without, section:…, has:target (or actual, growth, rank, money) narrow it '
                "down; over all reports also report:… and year:2026."
            )
        )
        return tr("Ask in your own words"), where, ""
    narrow = asked.narrows or asked.reports or asked.years
    if narrow and any(char.isalnum() for char in asked.text):
        return (
            tr("Nothing within these limits"),
            tr("No passage has the exact words, or stands where it should. Without the limits:"),
            asked.text,
        )
    if narrow:
        return tr("Nothing within these limits"), tr("No sentence is what these filters ask for."), ""
    if not any(char.isalnum() for char in asked.text):
        return tr("No words to look for"), tr("Type a word or a question in Chinese or English."), ""
    if everywhere:
        return tr("Nothing found"), tr("No report of the library comes near these words."), ""
    return (
        tr("Nothing found"),
        tr("No passage comes near these words. Other words may do better:"),
        "",
    )
