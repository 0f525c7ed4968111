"""The only module that uses openpyxl."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from index.errors import UnusableOutput


def write_workbook(heads: Sequence[str], rows: Sequence[Sequence[str | int | float]], path: Path) -> None:
    """Writes one sheet with a frozen heading row."""
    from openpyxl import Workbook
    from openpyxl.utils import get_column_letter

    book = Workbook(write_only=True)
    sheet = book.create_sheet("indicators")
    sheet.freeze_panes = "A2"
    widths = {"text": 18, "name": 36, "name_en": 48, "value": 18, "base": 24, "links": 16}
    for n, head in enumerate(heads, start=1):
        sheet.column_dimensions[get_column_letter(n)].width = widths.get(head, 10)
    sheet.append(list(heads))
    for row in rows:
        sheet.append(list(row))
    try:
        book.save(path)
    except OSError as error:
        raise UnusableOutput(str(path), error.strerror or str(error)) from error
