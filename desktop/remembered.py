"""What a change of the memory means for the open report, and what the machine makes of one sentence. No Qt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from desktop.steps import Step, Work
from desktop.translations import pack, unpack
from index.errors import DamagedModel, MissingModel
from index.report import Language, Report

if TYPE_CHECKING:
    from desktop.services import Services
    from models.memory import Match
    from models.translation import Translation

_LOOKED_AT: Final = 8


@dataclass(frozen=True, slots=True)
class Offer:
    """A near match, and its translation with the figures of the sentence at hand where they could be put in."""

    match: Match
    target: str

    @property
    def is_adapted(self) -> bool:
        """True where figures were put in."""
        return self.target != self.match.entry.target


class Refreshed(NamedTuple):
    """Translations that are others now, by sentence id, and the sentences that must be translated anew."""

    pairs: tuple[tuple[str, Translation], ...]
    missing: tuple[str, ...]


def refreshing(services: Services, report: Report, shown: Mapping[str, Translation]) -> Work:
    """Compares what is ``shown`` with the memory; gives a ``Refreshed``."""
    yield Step(0, 1)
    sources = [s.span.of(report.text) for s in report.sentences]
    remembered = services.memories().memory.translations(sources, report.language)
    pairs: list[tuple[str, Translation]] = []
    gone: dict[str, str] = {}
    for sentence, source, now in zip(report.sentences, sources, remembered, strict=True):
        before = shown.get(sentence.id)
        if now is not None and now != before:
            pairs.append((sentence.id, now))
        elif now is None and before is not None and before.engine == "memory":
            gone[sentence.id] = source
    kept = _kept(services, gone.values(), report.language)
    pairs += [(sentence, kept[source]) for sentence, source in gone.items() if source in kept]
    return Refreshed(tuple(pairs), tuple(s for s, source in gone.items() if source not in kept))


def machine_version(services: Services, source: str, language: Language) -> Work:
    """What the machine makes of one sentence, whatever the memory says; gives a ``Translation``."""
    yield Step(0, 1)
    kept = _kept(services, [source], language)
    if source in kept:
        return kept[source]
    translator = services.enforced(language, language.other)
    made = translator.translate([source])[0]
    if made.engine != "none":
        translator.keep(services.library(), {source: pack(made)})
    return made


def looking(services: Services, source: str, language: Language) -> Work:
    """What the memory has that is near a sentence, as offers; figures are put in where that can be done."""
    yield Step(0, 1)
    memory = services.memories().memory
    if not len(memory):
        return ()
    from models.figures import with_new_figures

    offers = []
    for match in memory.near(source, language, _LOOKED_AT):
        entry = match.entry
        target = with_new_figures(entry.source, entry.target, source, language)
        offers.append(Offer(match, target))
    return tuple(offers)


def _kept(services: Services, sources: Iterable[str], language: Language) -> dict[str, Translation]:
    """What the library holds of the machine's translations."""
    wanted = list(sources)
    if not wanted:
        return {}
    try:
        translator = services.enforced(language, language.other)
    except (MissingModel, DamagedModel):
        return {}
    kept = translator.kept(services.library(), wanted)
    return {
        source: known for source, payload in kept.items() if (known := unpack(source, payload)) is not None
    }
