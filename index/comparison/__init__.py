"""Indicators across reports: what became of a year's targets, and the places side by side."""

from index.comparison.outcomes import Outcome, Verdict, outcomes, pairs
from index.comparison.places import Comparison, Entry, across_places
from index.comparison.sources import Source

__all__ = [
    "Comparison",
    "Entry",
    "Outcome",
    "Source",
    "Verdict",
    "across_places",
    "outcomes",
    "pairs",
]
