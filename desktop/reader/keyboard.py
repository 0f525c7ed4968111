"""The keys by which the reading view itself is moved."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

if TYPE_CHECKING:
    from desktop.reader.report_view import ReportView

_EDGES: Final = (Qt.Key.Key_Home, Qt.Key.Key_End)


def press_key(view: ReportView, event: QKeyEvent) -> bool:
    """Scroll by a line, a page or to an edge; Escape lets go of what is marked. False for any other key."""
    key = Qt.Key(event.key())
    if event.modifiers() & Qt.KeyboardModifier.ControlModifier and key not in _EDGES:
        return False
    page = view.scroller.view_height - round(view.style_.pixels * 3)
    line = round(view.style_.pixels * 2.6)
    back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    moves = {
        Qt.Key.Key_PageDown: page, Qt.Key.Key_PageUp: -page, Qt.Key.Key_Down: line, Qt.Key.Key_Up: -line,
        Qt.Key.Key_Space: -page if back else page,
    }  # fmt: skip
    if key in moves:
        view.scroll_by(moves[key])
    elif key in _EDGES:
        view.scroll_to_edge(end=key == Qt.Key.Key_End)
    elif key == Qt.Key.Key_Escape:
        view.marks.selection = None
        view.escaped.emit()
        view.viewport().update()
    else:
        return False
    return True
