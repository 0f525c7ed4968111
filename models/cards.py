"""The figures that a package's model card states: BLEU, chrF and the like, from a table or a line of its README.md."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

CARD: Final = "README.md"
_LONGEST: Final = 200_000
_MEASURES: Final = {
    "bleu": "BLEU", "sacrebleu": "BLEU", "bleuscore": "BLEU", "chrf": "chrF", "chrf2": "chrF", "chrf++": "chrF++",
    "comet": "COMET", "r@1": "R@1", "r@10": "R@10", "ndcg@10": "nDCG@10",
}  # fmt: skip
_NAMES: Final = "|".join(
    sorted((re.escape(name) for name in ("chrF++", "chrF2", *_MEASURES)), key=len, reverse=True)
)
_LINE: Final = re.compile(
    rf"(?i)(?<![\w@])(?P<name>{_NAMES})(?:[ -]?score)?\**\s*(?:[:=|]|is|of)\s*\**\s*(?P<value>\d{{1,3}}(?:\.\d+)?)(?![\w.])"
)
_VALUE: Final = re.compile(r"\**\s*(\d{1,3}(?:\.\d+)?)\s*\**")
_DIRECTION: Final = re.compile(r"(?i)\b([a-z]{2,3})\s*(?:-|–|_|→|->|to)\s*([a-z]{2,3})\b")


@dataclass(frozen=True, slots=True)
class Stated:
    """One measure with its values; ``on`` names the test sets in the same order where the card does."""

    measure: str
    values: tuple[float, ...]
    on: tuple[str, ...] = ()

    @property
    def range(self) -> str:
        """``24.9–34.1``, or the one value."""
        low, high = self.written(min(self.values)), self.written(max(self.values))
        return low if low == high else f"{low}–{high}"

    def written(self, value: float) -> str:
        """One of the values with as many decimals as the others."""
        return f"{value:.{max(len(f'{v:g}'.partition('.')[2]) for v in self.values)}f}"


def read_card(folder: Path, from_code: str = "", to_code: str = "") -> tuple[Stated, ...]:
    """What the card in a package's folder states for this direction; empty where it states nothing."""
    try:
        with (folder / CARD).open(encoding="utf-8", errors="replace") as file:
            text = file.read(_LONGEST)
    except OSError:
        return ()
    return stated(text, from_code, to_code)


def stated(text: str, from_code: str = "", to_code: str = "") -> tuple[Stated, ...]:
    """The measures of a card, those of its tables before those of its lines; rows of other directions are left out."""
    found: dict[str, list[tuple[float, str]]] = {}
    for measure, value, on in _tables(text, (from_code.casefold(), to_code.casefold())):
        found.setdefault(measure, []).append((value, on))
    if not found:
        for match in _LINE.finditer(text):
            measure = _MEASURES[match["name"].casefold()]
            found.setdefault(measure, []).append((float(match["value"]), ""))
    out = []
    for measure, values in found.items():
        names = tuple(on for _, on in values)
        out.append(Stated(measure, tuple(v for v, _ in values), names if any(names) else ()))
    return tuple(out)


def _tables(text: str, direction: tuple[str, str]) -> Iterator[tuple[str, float, str]]:
    heads: list[str] = []
    for line in text.splitlines():
        if not line.lstrip().startswith("|"):
            heads = []
            continue
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if not heads:
            heads = cells
        elif not all(set(cell) <= set("-: ") for cell in cells) and _is_of(cells, direction):
            yield from _row(heads, cells)


def _row(heads: list[str], cells: list[str]) -> Iterator[tuple[str, float, str]]:
    for head, cell in zip(heads, cells, strict=False):
        measure = _measure(head)
        value = _VALUE.fullmatch(cell)
        if measure and value:
            yield measure, float(value[1]), cells[0] if _measure(heads[0]) is None else ""
    name = _measure(cells[0])  # a table with its measures down the side
    value = _VALUE.fullmatch(cells[1]) if len(cells) > 1 else None
    if name and value:
        yield name, float(value[1]), ""


def _measure(cell: str) -> str | None:
    plain = re.sub(r"[\s*_`]|\(.*\)", "", cell).casefold()
    return _MEASURES.get(plain)


def _is_of(cells: list[str], direction: tuple[str, str]) -> bool:
    """False for a row that names another direction."""
    if not all(direction):
        return True
    named = [m for cell in cells if (m := _DIRECTION.fullmatch(cell.strip("* ")))]
    return not named or any((m[1].casefold(), m[2].casefold()) == direction for m in named)
