"""The colours of notes in each theme: a ground that text stays readable on, and an ink that is seen on paper."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final, NamedTuple

from desktop.theme import Theme
from desktop.wording import tr
from index.notes.model import Colour, Look


class Pigment(NamedTuple):
    """Both colours of a highlighter, as ``#rrggbb``."""

    ground: str
    ink: str


def _pigments(*pairs: tuple[str, str]) -> MappingProxyType[Colour, Pigment]:
    return MappingProxyType({c: Pigment(*pair) for c, pair in zip(Colour, pairs, strict=True)})


PIGMENTS: Final = MappingProxyType(
    {
        "light": _pigments(
            ("#fde98f", "#8a6200"), ("#cbedc2", "#2c7530"), ("#cde2fb", "#1f62a8"), ("#fbd3df", "#b02f66"),
            ("#e4d7f8", "#6c45b4"),
        ),
        "sepia": _pigments(
            ("#f5dc84", "#7c5600"), ("#cfe2aa", "#3b6a22"), ("#c7dbe4", "#1f587f"), ("#f3cbc6", "#9c2f50"),
            ("#ddcbe3", "#5f3f94"),
        ),
        "dark": _pigments(
            ("#4f410f", "#e2bd54"), ("#27492c", "#80cb8a"), ("#24415f", "#80b8f2"), ("#54283a", "#f193b5"),
            ("#43325f", "#bb9ff2"),
        ),
        "contrast": _pigments(
            ("#ffe95c", "#5f4200"), ("#b8f0b0", "#0b560f"), ("#bfe0ff", "#003f8a"), ("#ffc9dc", "#860042"),
            ("#e2ccff", "#4a1a98"),
        ),
    }
)  # fmt: skip


def pigment(theme: Theme, colour: Colour) -> Pigment:
    """What a note of this colour is painted with."""
    return PIGMENTS.get(theme.name, PIGMENTS["light"])[colour]


def colour_words(colour: Colour) -> str:
    """The name of a colour in the language of the interface."""
    return {
        Colour.YELLOW: tr("Yellow"),
        Colour.GREEN: tr("Green"),
        Colour.BLUE: tr("Blue"),
        Colour.PINK: tr("Pink"),
        Colour.PURPLE: tr("Purple"),
    }[colour]


def look_words(look: Look) -> str:
    """The name of a way to mark words."""
    return {
        Look.HIGHLIGHT: tr("Highlight"),
        Look.UNDERLINE: tr("Underline"),
        Look.BOOKMARK: tr("Bookmark"),
    }[look]
