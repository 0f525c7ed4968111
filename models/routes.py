"""The ways of doing a task: one package, one in Traditional characters, or two over a third language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from models.codes import plain_code, reading_code
from models.package import ModelPackage

Role = Literal["zh-en", "en-zh", "search"]
ROLES: Final[tuple[Role, ...]] = ("zh-en", "en-zh", "search")
_READ: Final = ("zh", "en")


@dataclass(frozen=True, slots=True)
class Route:
    """How a task is done: by a package, or by two one after the other. ``key`` names it in the settings."""

    packages: tuple[ModelPackage, ...]

    @property
    def key(self) -> str:
        """The same as long as the package lies where it does."""
        return "+".join(package_key(package) for package in self.packages)

    @property
    def name(self) -> str:
        """``translate-zh_en``, or ``zh → ja → en``."""
        if len(self.packages) == 1:
            return self.packages[0].name
        return " → ".join([*(p.from_code for p in self.packages), self.packages[-1].to_code])

    @property
    def fingerprint(self) -> str:
        """Changes whenever one of the models would."""
        return "+".join(package.fingerprint for package in self.packages)


def package_key(package: ModelPackage) -> str:
    """Names an installed package; a bundled one keeps its key when the bundle is renewed."""
    own = package.name if package.source == "bundled" else package.folder.name
    return f"{package.source}/{own}"


def role_of(package: ModelPackage) -> Role | None:
    """The task that a package does by itself; None for one that is half of a way."""
    if package.task == "encode":
        return "search"
    pair = reading_code(package.from_code), reading_code(package.to_code)
    return {("zh", "en"): ROLES[0], ("en", "zh"): ROLES[1]}.get(pair)


def routes(packages: Sequence[ModelPackage], role: Role) -> Iterator[Route]:
    """All ways of doing a task, best first: the packages in their order, Traditional ones, then pairs of packages."""
    if role == "search":
        yield from (Route((p,)) for p in packages if p.task == "encode")
        return
    from_code, to_code = role.split("-")
    own = [p for p in packages if role_of(p) == role]
    exact = [p for p in own if (plain_code(p.from_code), plain_code(p.to_code)) == (from_code, to_code)]
    yield from (Route((p,)) for p in exact)
    yield from (Route((p,)) for p in own if p not in exact)
    yield from pairs(packages, from_code, to_code)


def pairs(packages: Iterable[ModelPackage], from_code: str, to_code: str) -> Iterator[Route]:
    """The ways over a third language, the newest two packages for each."""
    translators = [p for p in packages if p.task == "translate" and role_of(p) is None and not p.damage]
    seen: set[str] = set()
    for first in translators:
        between = plain_code(first.to_code)
        if reading_code(first.from_code) != from_code or between in _READ or between in seen:
            continue
        second = next(
            (
                p
                for p in translators
                if plain_code(p.from_code) == between and reading_code(p.to_code) == to_code
            ),
            None,
        )
        if second is not None:
            seen.add(between)
            yield Route((first, second))


def partner(package: ModelPackage) -> tuple[str, str]:
    """The languages of the package that would make a whole way of one that is half of it."""
    source, target = reading_code(package.from_code), reading_code(package.to_code)
    if source in _READ:
        return plain_code(package.to_code), _READ[1 - _READ.index(source)]
    return _READ[1 - _READ.index(target)] if target in _READ else target, plain_code(package.from_code)
