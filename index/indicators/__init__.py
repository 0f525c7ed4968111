"""The statistics of a report: found, named in both languages, placed in time, linked."""

from index.indicators.extract import extract
from index.indicators.model import Extent, Indicator, Kind, NameSource, Status
from index.indicators.records import record, to_csv, to_json_lines, to_xlsx
from index.indicators.relations import Reason, Relation, reason, relation
from index.indicators.spans import english_spans

__all__ = [
    "Extent",
    "Indicator",
    "Kind",
    "NameSource",
    "Reason",
    "Relation",
    "Status",
    "english_spans",
    "extract",
    "reason",
    "record",
    "relation",
    "to_csv",
    "to_json_lines",
    "to_xlsx",
]
