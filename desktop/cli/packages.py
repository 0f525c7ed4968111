"""``report-reader models``: the model packages that are installed, and what can be done with them."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Final

from desktop.cli.output import JsonValue, show, show_json, table, tell
from desktop.services import Services, build_services
from index.errors import DamagedModel, MissingModel, ReaderError

if TYPE_CHECKING:
    from models.cards import Stated
    from models.package import ModelPackage
    from models.roster import Entry
    from models.routes import Role

_ROLES: Final[tuple[Role, ...]] = ("zh-en", "en-zh", "search")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    actions = parser.add_subparsers(dest="action", metavar="ACTION")
    listing = actions.add_parser("list", help="the packages that are installed (the default)")
    adding = actions.add_parser("add", help="install a package from a file")
    adding.add_argument(
        "file", metavar="FILE", help="an .argosmodel file, its folder, or a sentence-transformers folder"
    )
    removing = actions.add_parser("remove", help="remove a package that was added")
    removing.add_argument("name", metavar="NAME", help="the name or the key that the list shows")
    verifying = actions.add_parser("verify", help="compare the files of every package with their checksums")
    verifying.add_argument("name", nargs="?", metavar="NAME", help="only this package")
    using = actions.add_parser("use", help="choose the model for its task")
    choice = using.add_mutually_exclusive_group(required=True)
    choice.add_argument("name", nargs="?", metavar="NAME", help="the name or the key that the list shows")
    choice.add_argument(
        "--default", choices=_ROLES, metavar="TASK", help="leave a task (zh-en, en-zh, search) to the reader"
    )
    for action in (listing, verifying):
        action.add_argument("--json", action="store_true", help="one JSON object a line")
    for action in (listing, adding, removing, verifying, using):
        # SUPPRESS leaves alone what was given before the action.
        action.add_argument("--data-dir", type=Path, default=argparse.SUPPRESS, help=argparse.SUPPRESS)


def run(arguments: argparse.Namespace) -> int:
    """Do what the action says."""
    services = build_services(arguments.data_dir)
    try:
        if arguments.action == "add":
            package = services.catalog().add(Path(arguments.file))
            show(f"added {package.name} {package.version} in {package.folder}")
            return 0
        if arguments.action == "remove":
            services.catalog().remove(arguments.name)
            show(f"removed {arguments.name}")
            return 0
        if arguments.action == "use":
            return _use(services, arguments.name, arguments.default)
        as_json = bool(getattr(arguments, "json", False))
        if arguments.action == "verify":
            return _verify(services, arguments.name, as_json=as_json)
        return _list(services, as_json=as_json)
    finally:
        services.close()


def state_of(package: ModelPackage) -> str:
    """``ok``, or what is wrong with the package."""
    from models.package import verify

    try:
        verify(package)
    except ReaderError as error:
        return error.reason if isinstance(error, DamagedModel) else str(error)
    return "ok"


def _list(services: Services, *, as_json: bool) -> int:
    entries = services.catalog().roster()
    if as_json:
        for entry in entries:
            show_json(_record(entry))
        return 0
    heads = ("Task", "Model", "Version", "Source", "MB", "Figures", "State", "Folder")
    rows = [
        (
            _task(entry),
            entry.route.name,
            " + ".join(p.version for p in entry.route.packages),
            entry.package.source,
            f"{entry.size / 1e6:.1f}",
            figures(entry.figures) or "not stated",
            _state(entry),
            " + ".join(str(p.folder) for p in entry.route.packages),
        )
        for entry in entries
    ]
    for line in table(heads, rows):
        show(line)
    return 0


def figures(stated: tuple[Stated, ...]) -> str:
    """What a model card states, in one line; empty for nothing."""
    return ", ".join(f"{each.measure} {each.range}" for each in stated)


def _state(entry: Entry) -> str:
    if entry.state == "damaged":
        return f"damaged: {entry.damage}"
    if entry.state == "half":
        if entry.missing is None:
            return f"part of {', '.join(entry.ways)}"
        return f"waits for {entry.missing[0]} → {entry.missing[1]}"
    return entry.state


def _use(services: Services, name: str | None, default: str | None) -> int:
    if default is not None:
        role, key = next(each for each in _ROLES if each == default), ""
    else:
        roster = services.catalog().roster()
        found = [e for e in roster if name in (e.route.key, e.route.name, e.package.folder.name)]
        if not found:
            raise MissingModel(str(name))
        entry = next((e for e in found if e.state != "damaged"), found[0])
        if entry.damage:
            raise DamagedModel(entry.route.name, entry.damage)
        if entry.role is None:
            tell(f"{entry.route.name} does no task by itself: it {_state(entry)}")
            return 1
        role, key = entry.role, entry.route.key
    problem = services.choose_model(role, key)
    if problem is not None:
        raise problem
    used = services.catalog().route(role)
    show(f"{role}: {used.name} {' + '.join(p.version for p in used.packages)}")
    return 0


def _verify(services: Services, name: str | None, *, as_json: bool) -> int:
    packages = [p for p in services.catalog().packages() if name in (None, p.name, p.folder.name)]
    if not packages:
        tell(f"no package named {name} is installed" if name else "no model package is installed")
        return 1
    damaged = 0
    for package in packages:
        state = state_of(package)
        damaged += state != "ok"
        if as_json:
            show_json(
                {**_package_record(package), "state": "ok" if state == "ok" else "damaged", "reason": state}
            )
        else:
            show(f"{package.name} {package.version}: {state}")
    return 1 if damaged else 0


def _task(entry: Entry) -> str:
    package = entry.package
    return "search encoder" if package.task == "encode" else f"{package.from_code} → {_target(entry)}"


def _target(entry: Entry) -> str:
    return entry.route.packages[-1].to_code


def _package_record(package: ModelPackage) -> dict[str, JsonValue]:
    return {
        "name": package.name,
        "version": package.version,
        "task": package.task,
        "from": package.from_code,
        "to": package.to_code,
        "source": package.source,
        "folder": str(package.folder),
        "fingerprint": package.fingerprint,
    }


def _record(entry: Entry) -> dict[str, JsonValue]:
    return {
        **_package_record(entry.package),
        "name": entry.route.name,
        "to": _target(entry),
        "fingerprint": entry.route.fingerprint,
        "key": entry.route.key,
        "state": entry.state,
        "reason": _state(entry) if entry.state in ("damaged", "half") else "",
        "size": entry.size,
        "figures": {each.measure: list(each.values) for each in entry.figures},
        "packages": [str(p.folder) for p in entry.route.packages],
    }
