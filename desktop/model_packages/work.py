"""What the model dialog does behind the window: looking, adding, removing, choosing. No Qt."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path
from typing import NamedTuple

from desktop.services import Services
from desktop.steps import Step, Work
from index.errors import DamagedModel, ReaderError
from models.package import ModelPackage
from models.roster import Entry
from models.routes import Role, package_key


class Outcome(NamedTuple):
    """The packages after the work; ``key`` names the one that it was about, and ``problem`` what it did not reach."""

    entries: tuple[Entry, ...]
    key: str = ""
    package: ModelPackage | None = None
    problem: ReaderError | None = None


def looking(services: Services, *, anew: bool = False) -> Work:
    """All packages; ``anew`` reads every file of them again."""
    return Outcome((yield from _look(services, anew=anew)))


def adding(services: Services, path: str) -> Work:
    """Install a package; a step's value is true while it is being tried."""
    yield Step(0, 0, value=False)
    package = None
    problem: ReaderError | None = None
    try:
        steps = services.catalog().add_steps(Path(path))
        try:
            while True:
                step = next(steps)
                yield Step(step.done, step.total, value=step.trying)
        except StopIteration as end:
            package = end.value
        finally:
            steps.close()  # whoever stops the work stops the installation
    except ReaderError as error:
        problem = error
    if package is not None:
        services.models_changed()
    entries = yield from _look(services)
    return Outcome(entries, package_key(package) if package else "", package, problem)


def removing(services: Services, key: str) -> Work:
    """Delete a package that was added."""
    yield Step(0, 0)
    problem: ReaderError | None = None
    try:
        services.catalog().remove(key)
    except ReaderError as error:
        problem = error
    for role, chosen in dict(services.settings.models).items():
        if problem is None and key in chosen.split("+"):
            problem = services.choose_model(_role(role), "")
    services.models_changed()
    return Outcome((yield from _look(services)), key, None, problem)


def choosing(services: Services, role: Role, key: str) -> Work:
    """Use a model for its task from now on; one of argostranslate's is tried first."""
    yield Step(0, 0)
    before = services.settings.models.get(role, "")
    problem = services.choose_model(role, key)
    try:
        served = services.catalog().route(role)
        if served.key != key:
            problem = DamagedModel(key, next(iter(_damage(services, key)), "it cannot be used"))
    except ReaderError as error:
        problem = error
    if problem is not None:
        services.choose_model(role, before)
    return Outcome((yield from _look(services)), key, None, problem)


def _damage(services: Services, key: str) -> Generator[str, None, None]:
    yield from (e.damage for e in services.catalog().roster() if e.route.key == key and e.damage)


def _role(name: str) -> Role:
    return "search" if name == "search" else "zh-en" if name == "zh-en" else "en-zh"


def _look(services: Services, *, anew: bool = False) -> Generator[Step, None, tuple[Entry, ...]]:
    steps = services.catalog().roster_steps(anew=anew)
    while True:
        try:
            done, total = next(steps)
        except StopIteration as end:
            entries: tuple[Entry, ...] = end.value
            return entries
        yield Step(done, total)
