"""What the palette offers: commands, the headings of the report, recent files, and places by their number."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QCoreApplication

from desktop.commands.keys import shown
from desktop.commands.matching import fit
from desktop.commands.table import commands, group_words
from desktop.itemmodels.outline import TRANSLATION_ROLE, section_words

if TYPE_CHECKING:
    from desktop.main_window import MainWindow

_MOST: Final = 60
_USED: Final = 6
_PREVIEW: Final = 60
_PLACE: Final = re.compile(r"\s*(?P<page>[pP页第]?)\s*(?P<number>\d{1,9})\s*(?P<unit>[%％页頁段]?)\s*")


class Offer(NamedTuple):
    """A row of the palette. ``marked`` are the characters that were typed; ``use`` does it, where it can be done now."""

    words: str
    use: Callable[[], object]
    side: str = ""
    kind: str = ""
    marked: tuple[int, ...] = ()
    enabled: bool = True


class _Ranked(NamedTuple):
    score: int
    order: int
    offer: Offer


class Sources:
    """Everything that can be offered for a window, asked anew each time."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._english = {command.name: command.words for command in commands(str)}
        self._used: list[str] = []

    def tr(self, words: str) -> str:
        """``words`` in the language of the interface."""
        return QCoreApplication.translate("Palette", words)

    def offers(self, typed: str) -> list[Offer]:
        """What fits, the best first. ``>`` asks for commands alone, ``@`` for headings, ``:`` for a place."""
        first, rest = typed[:1], typed[1:].strip()
        if first in (":", "："):
            return list(self._places(rest))
        if first in ("@", "＠"):
            found = list(self._headings(rest))
        elif first in (">", "》", "＞"):
            found = list(self._commands(rest))
        else:
            query = typed.strip()
            found = list(self._commands(query))
            found += self._recent(query)
            if query:
                found += self._headings(query)
        found.sort(key=lambda ranked: (-ranked.score, ranked.order))
        return [ranked.offer for ranked in found[:_MOST]]

    def _commands(self, query: str) -> Iterator[_Ranked]:
        actions, groups = self._window.actions_, group_words(actions_tr(self._window))
        english_groups = group_words(str)
        for order, command in enumerate(actions.table):
            group = command.name.partition(".")[0]
            words, english = command.words, self._english[command.name]
            if group in groups:
                words, english = f"{groups[group]}: {words}", f"{english_groups[group]}: {english}"
            found = fit(query, (words, english))
            if found is None:
                continue
            action, keys = actions[command.name], actions.keys[command.name]
            score = found.score
            if not query and command.name in self._used:
                score += _MOST - self._used.index(command.name)
            on = " ✓" if action.isCheckable() and action.isChecked() else ""
            offer = Offer(
                words,
                partial(self._run, command.name),
                "  ".join(shown(k) for k in (*keys.window, *keys.text)[:2]) + on,
                "",
                found.marked,
                action.isEnabled(),
            )
            yield _Ranked(score, order, offer)

    def _run(self, name: str) -> None:
        if name in self._used:
            self._used.remove(name)
        self._used.insert(0, name)
        del self._used[_USED:]
        self._window.actions_[name].trigger()

    def _headings(self, query: str) -> Iterator[_Ranked]:
        text, outline = self._window.view.text, self._window.panes.outline
        sections = [section for top in text.report.sections for section in top.walk()]
        for order, section in enumerate(sections):
            words = text.shown(text.source, section_words(section))
            english = str(outline.model.index_of(section).data(TRANSLATION_ROLE) or "")
            found = fit(query, (words, english))
            if found is not None:
                go = partial(self._window.navigator.to_section, section)
                offer = Offer(words, go, english, self.tr("Heading"), found.marked)
                yield _Ranked(found.score - 4, order + 1_000, offer)

    def _recent(self, query: str) -> Iterator[_Ranked]:
        window = self._window
        for order, path in enumerate(window.settings.recent):
            found = fit(query, (Path(path).stem,))
            if found is not None and path != window.view.text.report.path:
                yield _Ranked(
                    found.score - 8,
                    order + 5_000,
                    Offer(
                        Path(path).stem,
                        partial(window.open_recent, path),
                        str(Path(path).parent),
                        self.tr("Recent"),
                        found.marked,
                    ),
                )

    def _places(self, typed: str) -> Iterator[Offer]:
        """A paragraph, a page or a share of the text."""
        text = self._window.view.text
        paragraphs = text.report.paragraphs
        if not paragraphs:
            return
        pages = self._page_starts()
        found = _PLACE.fullmatch(typed)
        if found is None:
            hint = self.tr("A paragraph: 1 to {n}").format(n=len(paragraphs))
            yield Offer(hint, lambda: None, self.tr("or a share of the text: 50%"), enabled=False)
            if pages:
                hint = self.tr("A page: p1 to p{n}").format(n=max(pages))
                yield Offer(hint, lambda: None, enabled=False)
            return
        number = int(found["number"])
        if found["unit"] in ("%", "％"):
            share = min(number, 100)
            at = min(len(text.report.text) * share // 100, max(0, len(text.report.text) - 1))
            yield self._offer_place(self.tr("{n} % of the text").format(n=share), at)
        elif found["page"] in ("p", "P", "页") or found["unit"] in ("页", "頁"):
            if number in pages:
                yield self._offer_place(self.tr("Page {n}").format(n=number), pages[number])
            else:
                none = self.tr("This report has no pages") if not pages else self.tr("There is no such page")
                yield Offer(none, lambda: None, enabled=False)
        elif 1 <= number <= len(paragraphs):
            words = self.tr("Paragraph {n} of {all}").format(n=number, all=len(paragraphs))
            yield self._offer_place(words, paragraphs[number - 1].span.start)
        else:
            words = self.tr("There are {n} paragraphs").format(n=len(paragraphs))
            yield Offer(words, lambda: None, enabled=False)

    def _page_starts(self) -> dict[int, int]:
        """By number of the page, where it begins."""
        return {page: offset for offset, page in reversed(self._window.view.text.report.pages)}

    def _offer_place(self, words: str, offset: int) -> Offer:
        text = self._window.view.text
        row = text.rows[text.row_at(offset)]
        preview = text.shown(text.source, row.span.of(text.report.text).strip()[:_PREVIEW])
        return Offer(words, lambda: self._window.navigator.to_offset(offset), preview)


def actions_tr(window: MainWindow) -> Callable[[str], str]:
    """The words of commands."""
    return window.actions_.tr_
