"""Citations of a report and of a place in it: GB/T 7714, APA and Chicago in words; BibTeX, RIS and CSL-JSON as data."""

from __future__ import annotations

from index.citing.bodies import body_in_chinese, body_in_english
from index.citing.model import CitedPlace, CitedReport, cited, place_of
from index.citing.styles import STYLES, TEXT_STYLES, Style, as_html, cite, cite_report

__all__ = [
    "STYLES",
    "TEXT_STYLES",
    "CitedPlace",
    "CitedReport",
    "Style",
    "as_html",
    "body_in_chinese",
    "body_in_english",
    "cite",
    "cite_report",
    "cited",
    "place_of",
]
