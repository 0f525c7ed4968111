"""Where the editor of a sentence goes: over its translation, as wide as its column, whole within the view."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from desktop.reader.editor import SentenceEditor
    from desktop.reader.report_view import ReportView

_LEAST: Final = 350
_MARGIN: Final = 8
_OUT: Final = 30
"""Pixels that the editor is wider than the column, so that the text inside stands about where it stood."""
_FAR: Final = 10_000


def place_editor(editor: SentenceEditor, view: ReportView, sentence: str, *, make_room: bool = False) -> None:
    """Put the editor over a sentence; ``make_room`` scrolls where it would not fit. Out of sight with its sentence."""
    sides = {column.side: column for column in view.layouts.columns}
    side = view.text.target if view.text.target in sides else view.text.source
    column = sides[side]
    room = view.viewport().width() - 2 * _MARGIN
    width = min(room, max(_LEAST, column.width + _OUT))
    left = min(max(_MARGIN, column.x - _OUT // 2), view.viewport().width() - width - _MARGIN)
    editor.resize(width, editor.height())
    editor.fit()
    box = view.sentence_rect(sentence, side)
    if box is None:  # scrolled away, or nothing is there yet
        row = view.text.row_of(sentence)
        found = view.top_of(row)
        if found is None:
            editor.move(left, -editor.height() - _FAR)
            return
        top = found + view.layouts[row].top
    else:
        top = round(box.top())
    row_top = view.top_of(view.text.row_of(sentence))
    if side is view.text.source and row_top is not None:  # the translation is not shown: below the source
        top = row_top + round(view.box_in_row(view.text.row_of(sentence), sentence).bottom()) + 10
    bottom = view.viewport().height() - _MARGIN
    if make_room and top + editor.height() > bottom:
        view.scroll_by(min(top - _MARGIN, top + editor.height() - bottom))
        place_editor(editor, view, sentence)
        return
    at_end = view.scroller.position >= view.scroller.limit
    if at_end and top + editor.height() > bottom:
        top = max(_MARGIN, bottom - editor.height())  # there is nothing more to scroll to
    editor.move(left, top - 6)
