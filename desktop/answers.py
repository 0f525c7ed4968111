"""What a search in the window gives, and the work of finding it. No widgets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from desktop.steps import Step, Work
from index.report import Language, Report

if TYPE_CHECKING:
    from desktop.services import Services
    from index.search import FigureHit, Passage

HITS: Final = 30
"""Passages shown at most; nobody reads further, and the tail is poor."""
_POOR: Final = 0.3
"""Passages with less than this share of the best one's score are left out, but for the first few."""
_FEW: Final = 5
_READ: Final = 6
"""The figures of so many reports, those of the best passages, are looked through in a search of the library."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The passages and figures found for ``query``, best first.

    ``rendered`` is the Chinese that was looked for, too. ``everywhere`` tells a search of the library; ``paths`` has the
    file of each of its reports, ``titles`` what each is called, ``english`` the known translation of a passage by its rank.
    """

    query: str
    passages: tuple[Passage, ...] = ()
    figures: tuple[FigureHit, ...] = ()
    rendered: str = ""
    everywhere: bool = False
    paths: Mapping[str, str] = field(default_factory=dict)
    titles: Mapping[str, str] = field(default_factory=dict)
    english: Mapping[int, str] = field(default_factory=dict)


def worth_showing(passages: tuple[Passage, ...]) -> tuple[Passage, ...]:
    """The passages without a poor tail: under their headings it would stand before better ones."""
    least = _POOR * passages[0].score if passages else 0.0
    return tuple(p for p in passages if p.rank <= _FEW or p.score >= least)


def asking_report(services: Services, report: Report, query: str) -> Work:
    """Searches one report."""
    yield Step(0, 1)
    searcher = services.searcher()
    if report.id not in searcher.report_ids:  # asked before the index lane is through
        for done, total in searcher.add_steps(report):
            yield Step(done, total)
    passages, figures = services.answer(query, HITS, (report.id,))
    return Answer(query, worth_showing(passages), figures, services.rendered(query))


def asking_library(services: Services, query: str) -> Work:
    """Searches every report; the first step has the answer, the result also has translations of the passages."""
    from desktop.translations import translate_sentences
    from index.errors import ReaderError

    yield Step(0, 1)
    library = services.library_search()
    passages = worth_showing(library.search(query, HITS))
    paths, titles = {}, {}
    for report_id in dict.fromkeys(p.report_id for p in passages):
        known = library.report(report_id)
        if known is not None:
            paths[report_id] = known.path
            # Many are called 2026年政府工作报告 and no more.
            titles[report_id] = known.title if known.place in known.title else f"{known.place} {known.title}"
    answer = Answer(
        query, passages, (), services.rendered(query), everywhere=True, paths=paths, titles=titles
    )
    yield Step(1, 2, answer)
    figures: tuple[FigureHit, ...] = ()
    for count in range(1, min(len(paths), _READ) + 1):  # one more at a time, since each takes a moment
        figures = library.figures(query, tuple(paths)[:count])
        yield Step(1, 2)
    if figures:
        answer = replace(answer, figures=figures)
        yield Step(1, 2, answer)
    english: dict[int, str] = {}
    try:
        done = translate_sentences(services, Language.ZH, Language.EN, [p.text for p in passages])
        for at, translation in done:
            if translation.engine != "none":
                english[passages[at].rank] = translation.target
            yield Step(1, 2)
    except ReaderError:
        pass  # without a translator there are the passages
    return replace(answer, english=english)


def taking_in(services: Services) -> Work:
    """Brings the index of the library up to date."""
    yield Step(0, 1)
    steps = services.library_search().sync_steps()
    try:
        while True:
            done, total = next(steps)
            yield Step(done, total)
    except StopIteration as end:
        return end.value
    finally:
        steps.close()
