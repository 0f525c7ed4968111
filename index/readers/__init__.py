"""Files into reports: one module for each format, chosen by the file's suffix."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from index.errors import UnreadableReport
from index.readers.plain import read_plain
from index.report import Report
from index.segmentation import segment

_NOT_BUILT: Final = frozenset(
    ".doc .wps .odt .rtf .pdf .ofd .caj .epub .mobi .html .htm .mhtml .xml .xlsx .xls .pptx .ppt".split()
)


def open_report(path: str | Path, encoding: str | None = None) -> Report:
    """The report in a file. ``encoding`` overrules the detection of a text file's encoding.

    Raises UnreadableReport, with one reason, where there is no text to be had.
    """
    file = Path(path)
    suffix = file.suffix.lower()
    if suffix in _NOT_BUILT and file.is_file():
        raise UnreadableReport(
            str(path), f"reading {suffix} files is not built yet; save it as a .txt file first"
        )
    if suffix == ".docx" and file.is_file():
        from index.readers.word import read_word  # with zipfile and re, only for those who need it

        return segment(read_word(file), path=str(path))
    return segment(read_plain(file, encoding).text, path=str(path))
