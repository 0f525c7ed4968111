"""The parts of the window that can wait until the text is on screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.main_window import MainWindow


def build_late_parts(window: MainWindow) -> None:
    """Make them, once."""
    from desktop.briefs import Briefs
    from desktop.correcting import Correcting
    from desktop.encoding_menu import EncodingMenu
    from desktop.notes.notes import Notes
    from desktop.printing.opener import Printing
    from desktop.searches import Searches
    from desktop.terms import Terms
    from desktop.typography import Typographer
    from desktop.words.words import Words

    _ = window.review, window.comparisons
    window.terms, window.correcting = Terms(window), Correcting(window)
    window.briefs, window.searches = Briefs(window), Searches(window.session)
    window.searches.failed.connect(window.gate.tell)
    window.panes.join(window.searches)
    window.notes = Notes(window)
    EncodingMenu(window)
    Words(window)
    window.printing, window.typographer = Printing(window), Typographer(window)
