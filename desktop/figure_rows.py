"""A figure as the search shows it. No widgets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from desktop.explained import explained
from desktop.itemmodels.hits import FigureRow
from desktop.reader.bilingual import Bilingual
from desktop.wording import source_words, when_and_what
from index.report import Language

if TYPE_CHECKING:
    from index.indicators import Indicator

FIGURES: Final = 3
"""How many figures are shown above the passages."""


def figure_row(indicator: Indicator, text: Bilingual) -> FigureRow:
    """The card of a figure: as the reader explains it anywhere else."""
    said = explained(text, text.indicators.get(indicator.id, indicator))
    value = indicator.text if said.spoken == indicator.text else f"{indicator.text}  =  {said.spoken}"
    other = said.counterparts[0].words if said.counterparts else ""
    return FigureRow(
        indicator,
        text.shown(text.source, said.name),
        said.english,
        text.shown(text.source, value),
        said.facts,
        other,
    )


def row_of_another(indicator: Indicator, text: Bilingual, report: str, file: str) -> FigureRow:
    """The card of a figure of a report that is not open; ``report`` says which."""
    from index.indicators.spoken import in_english

    spoken = in_english(indicator.quantity)
    value = indicator.text if spoken == indicator.text else f"{indicator.text}  =  {spoken}"
    return FigureRow(
        indicator,
        text.shown(Language.ZH, indicator.name),
        indicator.name_en + source_words(indicator),
        text.shown(Language.ZH, value),
        text.shown(Language.ZH, f"{when_and_what(indicator)}  ·  {report}"),
        "",
        file,
    )
