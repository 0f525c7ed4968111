"""Writes the pinned requirement files from the ranges in pyproject.toml: ``.venv/bin/python packaging/lock.py``.

The files are complete lists, installed with ``--no-deps``, so nothing comes in that is not named here.
argostranslate stands in them without what it declares (stanza, spacy, minisbd, sacremoses): the reader uses
argostranslate.package, which needs none of it, and minisbd brings onnxruntime, whose wheel calls out by itself.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BUILD = ["hatchling>=1.25", "editables>=0.5"]  # for the editable installation of the project itself
ALONE = ("argostranslate",)  # taken without its dependencies
HEAD = "written by packaging/lock.py, installed with --no-deps."


def canonical(name: str) -> str:
    """The one spelling of a distribution's name."""
    return re.sub(r"[-_.]+", "-", name).lower()


def name_of(requirement: str) -> str:
    """The distribution that a requirement line names."""
    match = re.match(r"[A-Za-z0-9._-]+", requirement)
    assert match is not None, requirement
    return canonical(match.group(0))


def resolve(requirements: list[str]) -> dict[str, str]:
    """Name and version of everything that pip would install for ``requirements``."""
    alone = [r for r in requirements if name_of(r) in ALONE]
    found: dict[str, str] = {}
    for extra, wanted in (([], [r for r in requirements if r not in alone]), (["--no-deps"], alone)):
        command = [sys.executable, "-m", "pip", "install", "--quiet", "--dry-run", "--ignore-installed"]
        done = subprocess.run(
            [*command, *extra, "--report", "-", *wanted], check=True, capture_output=True, text=True
        )
        for item in json.loads(done.stdout)["install"] if wanted else []:
            about = item["metadata"]
            # The local part (torch's +cpu) names a build, not a release.
            found[canonical(about["name"])] = about["version"].split("+")[0]
    return found


def write(name: str, sentence: str, pins: dict[str, str]) -> None:
    """One requirements file, sorted by name."""
    lines = [f"# {sentence}; {HEAD}", *(f"{package}=={pins[package]}" for package in sorted(pins))]
    (ROOT / "packaging" / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"packaging/{name}: {len(pins)} packages")


def main() -> None:
    """Resolves the three groups, each on top of the one before."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    groups = project["dependency-groups"]
    torch = [r for r in groups["train"] if name_of(r) == "torch"]
    base = [*torch, *project["project"]["dependencies"], *BUILD]
    reader = resolve(base)
    test = resolve([*base, *groups["test"]])
    train = resolve([*base, *groups["test"], *groups["train"]])
    if moved := [n for n in reader if train[n] != reader[n] or test[n] != reader[n]]:
        sys.exit(f"the groups disagree on {', '.join(moved)}; narrow a range in pyproject.toml")
    write("requirements.txt", "What the reader runs on, fully pinned", reader)
    write(
        "requirements-test.txt",
        "What its checks run on besides, fully pinned",
        {n: v for n, v in test.items() if n not in reader},
    )
    write(
        "requirements-train.txt",
        "What training the models needs besides, fully pinned",
        {n: v for n, v in train.items() if n not in test},
    )


if __name__ == "__main__":
    main()
