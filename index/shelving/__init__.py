"""What the user says about reports: their facts put right, tags, shelves, whether they are read; and which to show."""

from index.shelving.desk import Desk
from index.shelving.filed import EDITABLE, Filed, State
from index.shelving.shelf import Entry, Facets, Sort, Wanted, entries, facets, same_reports

__all__ = [
    "EDITABLE", "Desk", "Entry", "Facets", "Filed", "Sort", "State", "Wanted", "entries", "facets", "same_reports",
]  # fmt: skip
