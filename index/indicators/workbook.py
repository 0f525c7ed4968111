"""The only module that uses openpyxl."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Final

_CONTROLS: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_WIDTHS: Final = {
    "text": 18, "name": 36, "name_en": 48, "value": 20, "base": 24, "links": 16, "related": 16, "code": 22, "reason": 80,
    "other name": 36, "other text": 18, "relation": 16, "difference": 14, "name_source": 14,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: a heading row and what stands below it."""

    name: str
    heads: Sequence[str]
    rows: Sequence[Sequence[str | int | float]]


def make_workbook(sheets: Sequence[Sheet], title: str = "") -> bytes:
    """The file of a workbook with these sheets, each with a frozen heading row and filters."""
    from openpyxl import Workbook
    from openpyxl.utils import get_column_letter

    book = Workbook(write_only=True)
    book.properties.creator = "Report Reader"
    if title:
        book.properties.title = title
    for sheet in sheets:
        made = book.create_sheet(sheet.name)
        made.freeze_panes = "A2"
        for n, head in enumerate(sheet.heads, start=1):
            made.column_dimensions[get_column_letter(n)].width = _WIDTHS.get(head, 10)
        made.auto_filter.ref = f"A1:{get_column_letter(len(sheet.heads))}{len(sheet.rows) + 1}"
        made.append(list(sheet.heads))
        for row in sheet.rows:
            made.append([_CONTROLS.sub("", cell) if isinstance(cell, str) else cell for cell in row])
    data = BytesIO()
    book.save(data)
    return data.getvalue()
