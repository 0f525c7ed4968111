"""``report-reader models``: the model packages that are installed, and what can be done with them."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.cli.output import show, show_json, table, tell
from desktop.services import Services, build_services
from index.errors import DamagedModel, ReaderError

if TYPE_CHECKING:
    from models.package import ModelPackage


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    actions = parser.add_subparsers(dest="action", metavar="ACTION")
    listing = actions.add_parser("list", help="the packages that are installed (the default)")
    adding = actions.add_parser("add", help="install a package from a file")
    adding.add_argument("file", metavar="FILE", help="an .argosmodel file or a sentence-transformers folder")
    removing = actions.add_parser("remove", help="remove a package that was added")
    removing.add_argument("name", metavar="NAME", help="the name that the list shows")
    verifying = actions.add_parser("verify", help="compare the files of every package with their checksums")
    verifying.add_argument("name", nargs="?", metavar="NAME", help="only this package")
    for action in (listing, verifying):
        action.add_argument("--json", action="store_true", help="one JSON object a line")
    for action in (listing, adding, removing, verifying):
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
    packages = services.catalog().packages()
    if as_json:
        for package in packages:
            show_json(_record(package))
        return 0
    rows = [(p.name, p.version, _task(p), p.source, p.damage or str(p.folder)) for p in packages]
    for line in table(("Name", "Version", "Task", "Source", "Folder"), rows):
        show(line)
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
            show_json({**_record(package), "state": "ok" if state == "ok" else "damaged", "reason": state})
        else:
            show(f"{package.name} {package.version}: {state}")
    return 1 if damaged else 0


def _task(package: ModelPackage) -> str:
    return f"{package.from_code} → {package.to_code}" if package.task == "translate" else "search encoder"


def _record(package: ModelPackage) -> dict[str, str]:
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
