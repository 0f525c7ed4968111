"""Every installed model with what there is to say of it: its task, size, stated figures, and whether it serves."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from models.cards import Stated, read_card
from models.package import ModelPackage, package_size
from models.routes import ROLES, Role, Route, pairs, partner, role_of, routes

State = Literal["active", "overridden", "damaged", "half"]


@dataclass(frozen=True, slots=True)
class Entry:
    """A package, or two that are used one after the other.

    ``state`` is ``half`` for a package that does no task by itself: ``ways`` are those that it is a part of, and
    ``missing`` the languages of the package that it waits for where there are none.
    """

    route: Route
    role: Role | None
    state: State
    damage: str = ""
    size: int = 0
    figures: tuple[Stated, ...] = ()
    ways: tuple[str, ...] = ()
    missing: tuple[str, str] | None = None

    @property
    def package(self) -> ModelPackage:
        """The package, or the first of the two."""
        return self.route.packages[0]

    @property
    def is_added(self) -> bool:
        """True for a package that the user added and can remove."""
        return len(self.route.packages) == 1 and self.package.source == "user"


def make_roster(
    packages: Sequence[ModelPackage], chosen: Mapping[str, str], find: Callable[[Role], Route | None]
) -> tuple[Entry, ...]:
    """All packages and ways, task by task, the one that serves first; ``packages`` say of themselves if they are damaged.

    ``find`` tells the way that a task is done.
    """
    out: list[Entry] = []
    whole = [p for p in packages if not p.damage]
    for role in ROLES:
        active = find(role)
        ordered = in_order(routes(packages, role), chosen.get(role, ""))
        entries = [_entry(route, role, active) for route in ordered]
        out.extend(sorted(entries, key=lambda entry: entry.state != "active"))
    ways = [route for role in ROLES[:2] for route in pairs(whole, *role.split("-"))]
    for package in packages:
        if role_of(package) is None:
            out.append(_half(package, ways))
    return tuple(out)


def in_order(found: Iterable[Route], chosen: str) -> list[Route]:
    """The ways of a task, the chosen one first."""
    return sorted(found, key=lambda route: route.key != chosen)


def _entry(route: Route, role: Role, active: Route | None) -> Entry:
    damage = next((p.damage for p in route.packages if p.damage), "")
    state: State = "damaged" if damage else "overridden"
    if not damage and active is not None and route.key == active.key:
        state = "active"
    package = route.packages[0]
    figures = (
        read_card(package.folder, package.from_code, package.to_code) if len(route.packages) == 1 else ()
    )
    return Entry(route, role, state, damage, sum(package_size(p) for p in route.packages), figures)


def _half(package: ModelPackage, ways: Sequence[Route]) -> Entry:
    names = tuple(route.name for route in ways if package in route.packages)
    figures = read_card(package.folder, package.from_code, package.to_code)
    return Entry(
        Route((package,)),
        None,
        "damaged" if package.damage else "half",
        package.damage,
        package_size(package),
        figures,
        names,
        None if names or package.damage else partner(package),
    )
