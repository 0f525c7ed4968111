"""The parts of the window that can wait until the text is on screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.briefs import Briefs
    from desktop.citing.citing import Citing
    from desktop.correcting import Correcting
    from desktop.find.finder import FindInText
    from desktop.library.opener import LibraryOpener
    from desktop.main_window import MainWindow
    from desktop.model_packages.status import ModelsStatus
    from desktop.notes.notes import Notes
    from desktop.pages.opener import Pages
    from desktop.pairing_opener import Pairing
    from desktop.printing.opener import Printing
    from desktop.reading.follower import ReadingFollower
    from desktop.searches import Searches
    from desktop.terms import Terms
    from desktop.tips.tips import Tips
    from desktop.translating.asked import AskedTranslations
    from desktop.typography import Typographer
    from desktop.words.words import Words


class LateParts:
    """The parts by name; each is None until the text is on screen."""

    terms: Terms | None = None
    correcting: Correcting | None = None
    briefs: Briefs | None = None
    notes: Notes | None = None
    printing: Printing | None = None
    typographer: Typographer | None = None
    searches: Searches | None = None
    finder: FindInText | None = None
    asked: AskedTranslations | None = None
    citing: Citing | None = None
    pairing: Pairing | None = None
    pages: Pages | None = None
    shelves: LibraryOpener | None = None
    follower: ReadingFollower | None = None
    tips: Tips | None = None
    models_status: ModelsStatus | None = None
    words: Words | None = None

    def themed(self) -> tuple[Notes | FindInText | AskedTranslations | LibraryOpener | Pages | None, ...]:
        """Those that paint something by hand, and so must know of another theme."""
        return (self.notes, self.finder, self.asked, self.shelves, self.pages)


def build_late_parts(window: MainWindow) -> None:
    """Make them, once."""
    from desktop.briefs import Briefs
    from desktop.citing.citing import Citing
    from desktop.correcting import Correcting
    from desktop.encoding_menu import EncodingMenu
    from desktop.find.finder import FindInText
    from desktop.habits import Habits
    from desktop.library.opener import LibraryOpener
    from desktop.model_packages.status import ModelsStatus
    from desktop.notes.notes import Notes
    from desktop.pages.opener import Pages
    from desktop.pairing_opener import Pairing
    from desktop.printing.opener import Printing
    from desktop.reading.follower import ReadingFollower
    from desktop.searches import Searches
    from desktop.terms import Terms
    from desktop.tips.tips import Tips
    from desktop.translating.asked import AskedTranslations
    from desktop.typography import Typographer
    from desktop.words.words import Words

    _ = window.review, window.comparisons
    window.terms, window.correcting = Terms(window), Correcting(window)
    window.briefs, window.searches = Briefs(window), Searches(window.session)
    window.searches.failed.connect(window.gate.tell)
    window.panes.join(window.searches)
    window.notes = Notes(window)
    EncodingMenu(window)
    window.finder = FindInText(window)
    window.asked = AskedTranslations(window)
    window.citing = Citing(window)
    window.pairing = Pairing(window)
    window.pages = Pages(window)
    window.shelves = LibraryOpener(window)
    window.follower = ReadingFollower(window)
    Habits(window)
    window.tips = Tips(window)
    window.models_status = ModelsStatus(window)
    window.words = Words(window)
    window.printing, window.typographer = Printing(window), Typographer(window)
