"""The tree is what ARCHITECTURE.md says, and no other distribution owns our package names."""

from __future__ import annotations

import ast
import re
import tomllib
from importlib import import_module
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("desktop", "index", "models", "resources")
MB = 1_000_000


def sources() -> list[Path]:
    return sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))


def imported(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
            names.update(f"{node.module}.{alias.name}" for alias in node.names)
    return names


@pytest.mark.parametrize("name", PACKAGES)
def test_no_other_distribution_owns_our_name(name: str) -> None:
    module = import_module(name)
    assert module.__file__ is not None
    assert Path(module.__file__).is_relative_to(ROOT)
    assert set(packages_distributions().get(name, [])) <= {"report-reader"}


def test_packaging_stays_a_plain_folder() -> None:
    # With an __init__.py it would shadow the library of the same name.
    assert not (ROOT / "packaging" / "__init__.py").exists()
    packaging = import_module("packaging.version")
    assert packaging.Version("1.10") > packaging.Version("1.9")


def test_test_folders_are_no_packages() -> None:
    assert list((ROOT / "tests").rglob("__init__.py")) == []


def test_test_files_have_names_of_their_own() -> None:
    names = [path.name for path in (ROOT / "tests").rglob("test_*.py")]
    assert sorted(names) == sorted(set(names))


def test_resources_hold_one_source_file() -> None:
    assert [path.name for path in (ROOT / "resources").rglob("*.py")] == ["__init__.py"]


def test_nothing_imports_what_calls_out() -> None:
    forbidden = re.compile(
        r"argostranslate\.(?!package\b)\w+|(?:httpx|minisbd|onnxruntime|requests|spacy|stanza|urllib3)(?:\.|$)"
        r"|socket$|urllib\.request|http\.client"
    )
    found = {
        (path.relative_to(ROOT).as_posix(), name)
        for path in sources()
        for name in imported(path)
        if forbidden.match(name)
    }
    assert found == set()


def test_no_package_is_imported_bare() -> None:
    found = {
        (path.name, name) for path in sources() for name in imported(path) if name in ("index", "models")
    }
    assert {entry for entry in found if entry[1] == "index"} == set()


def test_sources_are_small() -> None:
    long = {
        path.relative_to(ROOT).as_posix(): lines
        for path in sources()
        if (lines := len(path.read_text("utf-8").splitlines())) > 500
    }
    assert long == {}


def test_bundled_weights_are_there_and_small() -> None:
    folder = ROOT / "models" / "packages"
    for name in (
        "encoder-zh-en/model.safetensors",
        "translate-zh_en.argosmodel",
        "translate-en_zh.argosmodel",
    ):
        path = folder / name
        if not path.exists():
            path = next(folder.glob(name.replace("/", "/**/")), path)
        assert path.exists(), f"{name} is missing"
    total = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    assert total <= 40 * MB


def test_requirements_agree_with_the_project() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    pins = dict(
        line.split("==")
        for name in ("requirements.txt", "requirements-test.txt", "requirements-train.txt")
        for line in (ROOT / "packaging" / name).read_text("utf-8").splitlines()
        if line and not line.startswith("#")
    )
    requirements = import_module("packaging.requirements")
    utils = import_module("packaging.utils")
    groups = project["dependency-groups"]
    for text in [*project["project"]["dependencies"], *groups["test"], *groups["train"]]:
        wanted = requirements.Requirement(text)
        pinned = pins.get(utils.canonicalize_name(wanted.name))
        assert pinned is not None, f"{wanted.name} is not pinned"
        assert wanted.specifier.contains(pinned), f"{wanted.name}=={pinned} is outside {wanted.specifier}"
    assert not {"onnxruntime", "stanza", "spacy", "minisbd", "requests"} & set(pins)


def test_no_machine_paths_and_no_registry_addresses_in_project_files() -> None:
    wrong = re.compile(r"/work/(?:main|shared|notes)|/root/|/tmp/fresh|(?:extra-)?index-url|pypi\.org/simple")
    found = []
    for path in ROOT.rglob("*"):
        inside = path.relative_to(ROOT).parts
        if path.suffix not in {".py", ".md", ".toml", ".txt", ".sh", ""} or not path.is_file():
            continue
        if (
            inside[0].startswith(".")
            and inside[0] != ".ci"
            or inside[0] in ("build", "dist")
            or "__pycache__" in inside
        ):
            continue
        if path != Path(__file__) and wrong.search(path.read_text("utf-8", errors="replace")):
            found.append("/".join(inside))
    assert found == []
