"""Which model serves, by order and by choice; pairs of packages; what is said of each."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from index.errors import DamagedModel, MissingModel
from models.cards import stated
from models.catalog import Catalog
from models.codes import plain_code, reading_code
from models.package import ModelPackage
from models.roster import Entry
from models.routes import partner
from models.trial import accept
from tests.model_files import METADATA, encoder_folder, package_files, write_archive


def catalog_over(tmp_path: Path, chosen: dict[str, str] | None = None) -> Catalog:
    (tmp_path / "bundle").mkdir(exist_ok=True)
    return Catalog(tmp_path / "models", tmp_path / "bundle", tmp_path / "argos", chosen, accept)


def add(catalog: Catalog, tmp_path: Path, source: str, target: str, version: str = "1.0") -> ModelPackage:
    meta = METADATA | {"from_code": source, "to_code": target, "package_version": version}
    files = package_files(**{"metadata.json": json.dumps(meta).encode()})
    files["model/model.bin"] += f"{source}{target}{version}".encode()
    return catalog.add(write_archive(tmp_path / f"{source}_{target}-{version}.argosmodel", files))


def states(catalog: Catalog) -> list[tuple[str, str, str]]:
    return [(e.role or "", e.route.key, e.state) for e in catalog.roster()]


def test_two_packages_make_a_way_where_none_does_it_alone(tmp_path: Path) -> None:
    catalog = catalog_over(tmp_path)
    add(catalog, tmp_path, "zh", "ja")
    with pytest.raises(MissingModel, match="zh→en"):
        catalog.route("zh-en")
    (half,) = catalog.roster()
    assert (half.state, half.missing, half.role) == ("half", ("ja", "en"), None)
    add(catalog, tmp_path, "ja", "en")
    route = catalog.route("zh-en")
    assert route.name == "zh → ja → en"
    assert [p.name for p in route.packages] == ["translate-zh_ja", "translate-ja_en"]
    assert route.key == "user/translate-zh_ja-1.0+user/translate-ja_en-1.0"
    pair, *halves = catalog.roster()
    assert (pair.state, pair.role, pair.is_added) == ("active", "zh-en", False)
    assert {h.package.name: (h.state, h.ways, h.is_added) for h in halves} == {
        "translate-ja_en": ("half", ("zh → ja → en",), True),
        "translate-zh_ja": ("half", ("zh → ja → en",), True),
    }
    with pytest.raises(MissingModel):
        catalog.route("en-zh")


def test_a_direct_package_wins_over_two_and_traditional_ones_come_between(tmp_path: Path) -> None:
    catalog = catalog_over(tmp_path)
    for pair in (("zh", "ja"), ("ja", "en"), ("zt", "en")):
        add(catalog, tmp_path, *pair)
    assert catalog.route("zh-en").name == "translate-zt_en"
    add(catalog, tmp_path, "zh-Hans", "en")
    assert [key for _, key, _ in states(catalog)][:3] == [
        "user/translate-zh-Hans_en-1.0",
        "user/translate-zt_en-1.0",
        "user/translate-zh_ja-1.0+user/translate-ja_en-1.0",
    ]
    assert [state for _, _, state in states(catalog)][:3] == ["active", "overridden", "overridden"]


def test_pairs_meet_in_one_language_and_never_over_ours(tmp_path: Path) -> None:
    catalog = catalog_over(tmp_path)
    for pair in (("zh", "pb"), ("pt", "en"), ("zh", "zt"), ("en", "en")):
        add(catalog, tmp_path, *pair)
    with pytest.raises(MissingModel):
        catalog.route("zh-en")


def test_the_choice_serves_and_falls_back_when_it_is_gone(tmp_path: Path) -> None:
    catalog = catalog_over(tmp_path, {"zh-en": "user/translate-zh_en-1.0"})
    for version in ("1.0", "2.0"):
        add(catalog, tmp_path, "zh", "en", version)
    add(catalog, tmp_path, "zh", "ja")
    add(catalog, tmp_path, "ja", "en")
    assert catalog.route("zh-en").packages[0].version == "1.0"
    assert states(catalog)[0] == ("zh-en", "user/translate-zh_en-1.0", "active")
    catalog.choose("zh-en", "user/translate-zh_ja-1.0+user/translate-ja_en-1.0")
    assert catalog.route("zh-en").name == "zh → ja → en"
    catalog.choose("zh-en", "user/gone")
    assert catalog.route("zh-en").packages[0].version == "2.0"
    catalog.choose("zh-en", "user/translate-zh_en-1.0")
    catalog.remove("user/translate-zh_en-1.0")
    assert catalog.route("zh-en").packages[0].version == "2.0"
    catalog.choose("zh-en", "")
    assert catalog.route("zh-en").packages[0].version == "2.0"


def test_a_damaged_choice_is_passed_over_and_said_to_be(tmp_path: Path) -> None:
    catalog = catalog_over(tmp_path)
    damaged, good = add(catalog, tmp_path, "zh", "en", "2.0"), add(catalog, tmp_path, "zh", "en", "1.0")
    (damaged.folder / "model" / "model.bin").write_bytes(b"?")
    catalog.choose("zh-en", "user/translate-zh_en-2.0")
    assert catalog.route("zh-en").packages == (good,)
    entries = {e.package.version: e for e in catalog.roster()}
    assert entries["1.0"].state == "active"
    assert (entries["2.0"].state, entries["2.0"].is_added) == ("damaged", True)
    assert "SHA-256 differs" in entries["2.0"].damage
    (good.folder / "model" / "model.bin").write_bytes(b"?")
    with pytest.raises(DamagedModel):
        catalog.route("zh-en")


def test_half_of_a_damaged_pair_is_no_way(tmp_path: Path) -> None:
    catalog = catalog_over(tmp_path)
    first = add(catalog, tmp_path, "zh", "ja")
    add(catalog, tmp_path, "ja", "en")
    (first.folder / "model" / "model.bin").write_bytes(b"?")
    with pytest.raises(DamagedModel):
        catalog.route("zh-en")
    by_name = {e.route.name: e for e in catalog.roster()}
    assert by_name["translate-zh_ja"].state == "damaged"
    assert by_name["translate-ja_en"].missing == ("zh", "ja")


def test_a_file_that_changed_since_is_found_when_all_is_read_anew(tmp_path: Path) -> None:
    catalog = catalog_over(tmp_path)
    weights = add(catalog, tmp_path, "zh", "en").folder / "model" / "model.bin"
    assert [e.state for e in catalog.roster()] == ["active"]
    before = weights.stat()
    weights.write_bytes(weights.read_bytes()[:-1] + b"X")
    os.utime(weights, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert [e.state for e in catalog.roster()] == ["active"], "the same size and time are believed"
    steps = catalog.roster_steps(anew=True)
    assert next(steps) == (0, 1)
    with pytest.raises(StopIteration) as end:
        next(steps)
    (entry,) = end.value.value
    assert isinstance(entry, Entry)
    assert entry.state == "damaged"


def test_what_argostranslate_has_for_itself_is_not_listed(tmp_path: Path) -> None:
    for name, meta in (
        ("fr_de", {"from_code": "fr", "to_code": "de"}),
        ("sbd", {"type": "sbd", "from_code": "en", "to_code": "en"}),
        ("en_ja", {"from_code": "en", "to_code": "ja"}),
    ):
        for path, content in package_files(**{"metadata.json": json.dumps(METADATA | meta).encode()}).items():
            (tmp_path / "argos" / name / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / "argos" / name / path).write_bytes(content)
    assert [e.route.key for e in catalog_over(tmp_path).roster()] == ["argos/en_ja"]


def test_sizes_and_figures_are_told(tmp_path: Path) -> None:
    catalog = catalog_over(tmp_path)
    package = add(catalog, tmp_path, "zh", "en")
    catalog.add(
        encoder_folder(tmp_path / "mine", **{"README.md": b"| set | R@1 |\n|--|--|\n| own | 0.91 |\n"})
    )
    one, two = catalog.roster()
    assert one.size == sum(p.stat().st_size for p in package.folder.rglob("*") if p.is_file())
    assert one.figures == ()
    assert [(s.measure, s.values) for s in two.figures] == [("R@1", (0.91,))]
    assert (two.role, two.state) == ("search", "active")


@pytest.mark.parametrize(
    ("card", "found"),
    [
        ("", {}),
        ("# Chinese – English version 1.9\n\nTrained on opus data.", {}),
        ("BLEU score: 31.4", {"BLEU": "31.4"}),
        ("* **BLEU**: 31\n* chrF2 = 58.25\n", {"BLEU": "31", "chrF": "58.25"}),
        ("a BLEU of 27.5 on flores", {"BLEU": "27.5"}),
        ("| metric | value |\n|---|---|\n| BLEU | 27.5 |\n| chrF++ | 51 |", {"BLEU": "27.5", "chrF++": "51"}),
        ("| set | BLEU | chrF |\n|:--|--:|--:|\n| a | 20 | 50.0 |\n| b | **30.5** | 60 |",
         {"BLEU": "20.0–30.5", "chrF": "50–60"}),
        ("| d | dir | BLEU |\n|--|--|--|\n| a | zh-en | 20 |\n| a | en-zh | 40 |", {"BLEU": "20"}),
        ("| BLEU |\n|--|\n| n/a |", {}),
        ("sha BLEU2000: 5 and xbleu: 7, bleu: 1234", {}),
        ("|" * 5_000, {}),
    ],
)  # fmt: skip
def test_figures_are_read_off_a_card(card: str, found: dict[str, str]) -> None:
    assert {s.measure: s.range for s in stated(card, "zh", "en")} == found


def test_the_test_sets_are_named() -> None:
    card = "| set | BLEU |\n|--|--|\n| flores | 20 |\n| ntrex | 30 |"
    (bleu,) = stated(card)
    assert (bleu.on, [bleu.written(v) for v in bleu.values]) == (("flores", "ntrex"), ["20", "30"])


def test_codes_of_languages() -> None:
    assert [plain_code(c) for c in ("zh", "zh-Hans", "zh_CN", "ZH", "zt", "zh-Hant", "zh_TW", "pb", "pt-BR")] == [
        "zh", "zh", "zh", "zh", "zt", "zt", "zt", "pb", "pt",
    ]  # fmt: skip
    assert reading_code("zt") == "zh"


def test_what_a_half_waits_for(tmp_path: Path) -> None:
    def half(source: str, target: str) -> tuple[str, str]:
        return partner(ModelPackage("x", "", "translate", source, target, tmp_path, "", "user"))

    assert [half("zh", "ja"), half("ja", "en"), half("en", "fr"), half("fr", "zt")] == [
        ("ja", "en"), ("zh", "ja"), ("fr", "zh"), ("en", "fr"),
    ]  # fmt: skip
