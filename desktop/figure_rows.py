"""A figure as the search shows it. No widgets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from desktop.explained import explained
from desktop.itemmodels.hits import FigureRow
from desktop.reader.bilingual import Bilingual

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
