"""The only module that uses openpyxl."""

from __future__ import annotations

import re
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Final

from index.errors import UnusableOutput

_CONTROLS: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


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
        sheet.append([_CONTROLS.sub("", cell) if isinstance(cell, str) else cell for cell in row])
    made = BytesIO()
    book.save(made)  # in memory first: a full disk or a missing folder then fails in one place
    try:
        path.write_bytes(made.getvalue())
    except OSError as error:
        raise UnusableOutput(str(path), error.strerror or str(error)) from error
