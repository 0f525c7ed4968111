"""Files into reports: one module for each format, chosen by the file's suffix."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from index.errors import UnreadableReport
from index.readers.document import Document, Limits
from index.readers.formats import WAYS_OUT
from index.readers.parsing import APART, parse
from index.readers.source import read_source
from index.report import Report
from index.segmentation import segment

__all__ = [
    "Document",
    "Limits",
    "choose_encoding",
    "chosen_encoding",
    "open_report",
    "read_document",
    "report_of",
]

_chosen: dict[str, str] = {}


def choose_encoding(path: str | Path, encoding: str | None) -> None:
    """From now on, until the program ends, read the file at ``path`` in ``encoding``; None goes back to detection."""
    key = str(Path(path).absolute())
    if encoding is None:
        _chosen.pop(key, None)
    else:
        _chosen[key] = encoding


def chosen_encoding(path: str | Path) -> str | None:
    """What ``choose_encoding`` said of this file."""
    return _chosen.get(str(Path(path).absolute())) if _chosen else None


def open_report(path: str | Path, encoding: str | None = None, limits: Limits | None = None) -> Report:
    """The report in a file. ``encoding`` overrules the detection of a text file's encoding.

    ``path`` may lead into a zip file: ``reports.zip/安徽.docx``. Raises UnreadableReport, with one reason, where there
    is no text to be had.
    """
    return report_of(read_document(path, encoding, limits), str(path))


def report_of(document: Document, path: str) -> Report:
    """The report in what was read of the file at ``path``."""
    report = segment(document.text, path=path, named=document.title)
    if document.encoding or document.pages or document.notice:
        report = replace(report, encoding=document.encoding, pages=document.pages, notice=document.notice)
    return report


def read_document(path: str | Path, encoding: str | None = None, limits: Limits | None = None) -> Document:
    """The text of a file, with what it says beside it. Raises UnreadableReport with one reason."""
    file = Path(path)
    suffix = file.suffix.lower()
    data = read_source(file)
    if suffix in WAYS_OUT:
        raise UnreadableReport(str(path), f"{suffix} files are not read; {WAYS_OUT[suffix]}")
    if suffix == ".zip":
        raise UnreadableReport(
            str(path), "it is a zip file of several documents; import it, or drop it on the window"
        )
    wanted = encoding or chosen_encoding(file)
    try:
        document = _read(data, str(path), suffix, wanted, limits)
    except (UnreadableReport, MemoryError):
        raise
    except Exception as error:  # a file that no reader was made for must not take the program down
        raise UnreadableReport(str(path), f"it is damaged ({type(error).__name__})") from error
    if len(document.text) > (limits or Limits()).characters:
        raise UnreadableReport(
            str(path), f"it has more than {(limits or Limits()).characters:,} characters; that is no report"
        )
    return document


def _read(data: bytes, name: str, suffix: str, encoding: str | None, limits: Limits | None) -> Document:
    if suffix in APART:
        from index.apart import parse_apart

        try:
            return parse_apart(data, name, suffix, encoding, limits)
        except OSError:  # no process to be had: better read here than not at all
            pass
    return parse(data, name, suffix, encoding, limits)
