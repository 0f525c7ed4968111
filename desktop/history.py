"""Where the reader came from: places that Back and Forward return to. No Qt."""

from __future__ import annotations

from typing import Final, NamedTuple

_KEPT: Final = 100


class Place(NamedTuple):
    """A report and an offset in its text."""

    path: str
    offset: int


class History:
    """The places before and after the present one, as a browser keeps them."""

    def __init__(self) -> None:
        self._back: list[Place] = []
        self._forward: list[Place] = []

    @property
    def can_go_back(self) -> bool:
        """True where there is a place to return to."""
        return bool(self._back)

    @property
    def can_go_forward(self) -> bool:
        """True after going back."""
        return bool(self._forward)

    def leave(self, place: Place) -> None:
        """Remember ``place`` before jumping elsewhere."""
        if not self._back or self._back[-1] != place:
            self._back.append(place)
            del self._back[:-_KEPT]
        self._forward.clear()

    def back(self, here: Place) -> Place | None:
        """The place before; ``here`` is kept for going forward again."""
        if not self._back:
            return None
        self._forward.append(here)
        return self._back.pop()

    def forward(self, here: Place) -> Place | None:
        """The place that was left by going back."""
        if not self._forward:
            return None
        self._back.append(here)
        return self._forward.pop()
