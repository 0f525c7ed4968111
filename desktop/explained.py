"""What is said of an indicator wherever it is explained: in the tooltip, on the card. No Qt widgets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.reader.bilingual import Bilingual
from desktop.wording import kind_word, source_words, tr, when_and_what

if TYPE_CHECKING:
    from index.indicators import Indicator


@dataclass(frozen=True, slots=True)
class Counterpart:
    """A linked figure with how far it is apart and why it is linked."""

    indicator: Indicator
    words: str
    reason: str


@dataclass(frozen=True, slots=True)
class Explained:
    """The lines about one indicator; empty strings where there is nothing to say."""

    name: str
    english: str
    value: str
    spoken: str
    facts: str
    counterparts: tuple[Counterpart, ...]
    across: Counterpart | None
    conflict: str
    place: int
    places: tuple[str, ...]

    @property
    def place_words(self) -> str:
        """``2 of 3`` where the indicator is stated more than once."""
        return f"{self.place + 1} / {len(self.places)}" if len(self.places) > 1 else ""


def explained(text: Bilingual, indicator: Indicator) -> Explained:
    """Everything the reader knows of an indicator."""
    from index.indicators.difference import difference
    from index.indicators.relations import reason
    from index.indicators.spoken import in_english

    known = text.indicators
    others = [known[i] for i in indicator.links if i in known]
    counterparts = []
    for other in others:
        apart = difference(indicator, other)
        said = f"{when_and_what(other)}: {other.text}"
        if apart is not None:
            said += f"  ({apart.text.replace('places', tr('places'))})"
        counterparts.append(Counterpart(other, said, reason(indicator, other).words))
    across = None
    neighbour = text.neighbours.get(indicator.id)
    if neighbour is not None:
        from desktop.comparison.lines import verdict_words

        other = neighbour.figure.indicator
        report = tr("{year} report").format(year=neighbour.figure.report.year)
        said = f"{report}: {when_and_what(other)} {other.text}  {verdict_words(neighbour.verdict)}"
        across = Counterpart(other, said, neighbour.why)
    facts = [when_and_what(indicator), kind_word(str(indicator.kind)), indicator.base]
    if indicator.region:
        facts.append(indicator.region)
    conflict = "; ".join(
        f"{known[i].text} ({known[i].section})" for i in text.conflicts.get(indicator.id, ())
    )
    ids = {indicator.id, *(other.id for other in others)}
    places = tuple(i for i in known if i in ids)
    return Explained(
        indicator.name,
        indicator.name_en + source_words(indicator),
        indicator.text,
        in_english(indicator.quantity),
        " · ".join(part for part in facts if part),
        tuple(counterparts),
        across,
        conflict,
        places.index(indicator.id),
        places,
    )
