"""The search over the whole library: brought up to date, narrowed, and never without an answer."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.library_search import Synced
from desktop.services import Services, build_services
from index.readers import open_report
from tests.conftest import BUNDLED

pytestmark = pytest.mark.models
SPECS = Path(__file__).resolve().parents[1] / "specs" / "reports"
NAMES = ("tibet-2026.txt", "jilin-2026.txt", "hubei-2025.txt")


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    made = build_services(tmp_path / "data")
    for name in NAMES:
        (tmp_path / name).write_bytes((SPECS / name).read_bytes())
        made.library().remember_report(open_report(tmp_path / name))
    yield made
    made.close()


def synced(services: Services) -> Synced:
    steps = services.library_search().sync_steps()
    while True:
        try:
            done, total = next(steps)
            assert 0 <= done <= total
        except StopIteration as end:
            result: Synced = end.value
            return result


def titles(services: Services, query: str, limit: int = 20) -> set[str]:
    return {p.report_title for p in services.library_search().search(query, limit)}


def test_every_report_and_the_sample_are_searched(services: Services) -> None:
    assert services.library_search().search("就业") == ()
    assert synced(services) == Synced(4)
    assert len(titles(services, "城镇新增就业")) == 4
    assert len(titles(services, "城鎮新增就業")) == 4
    assert len(titles(services, "new urban jobs")) >= 3
    assert list(services.library_search().sync_steps()) == [], "nothing is new"


def test_filters_choose_among_the_reports(services: Services) -> None:
    synced(services)
    assert titles(services, "report:西藏 就业") == {open_report(SPECS / "tibet-2026.txt").title}
    assert (
        titles(services, "year:2024 就业") == {"2024年青岛市政府工作报告"}
        or len(titles(services, "year:2024 就业")) == 1
    )
    assert titles(services, "year:1999 就业") == set()
    found = services.library_search().search("has:target 就业", 10)
    assert found
    from index.indicators import extract

    for passage in found:
        known = services.library_search().report(passage.report_id)
        assert known is not None
        figures = extract(open_report(known.path))
        assert any(i.sentence_id == passage.sentence_id and i.status == "target" for i in figures)


def test_what_leaves_the_library_is_found_no_more(services: Services) -> None:
    synced(services)
    tibet = open_report(SPECS / "tibet-2026.txt")
    services.library().forget_report(tibet.id)
    assert synced(services).reports == 3
    assert tibet.title not in titles(services, "青稞")


def test_a_report_that_cannot_be_read_is_told_and_keeps_no_other_out(
    services: Services, tmp_path: Path
) -> None:
    (tmp_path / "jilin-2026.txt").unlink()
    done = synced(services)
    assert done.reports == 3
    assert len(done.left_out) == 1
    assert "jilin-2026.txt" in str(done.left_out[0])


def test_a_file_that_has_changed_is_taken_as_it_is(services: Services, tmp_path: Path) -> None:
    path = tmp_path / "jilin-2026.txt"
    path.write_text("吉林省政府工作报告\n一、回顾\n独一无二的新句子在这里。\n", encoding="utf-8")
    assert synced(services).reports == 4
    found = services.library_search().search("独一无二的新句子", 1)
    assert found[0].text == "独一无二的新句子在这里。"
    known = services.library_search().report(found[0].report_id)
    assert known is not None
    assert known.path == str(path)
    assert synced(services).reports == 4


def test_work_that_is_stopped_is_gone_on_with(services: Services) -> None:
    steps = services.library_search().sync_steps()
    next(steps)
    steps.close()
    assert synced(services).reports == 4


def other_encoder(folder: Path) -> Path:
    """The bundled encoder under another name, with every vector turned round: another encoder of the same quality."""
    from safetensors.numpy import load_file, save_file

    shutil.copytree(BUNDLED / "encoder-zh-en", folder)
    (weights,) = folder.rglob("model.safetensors")
    save_file({name: -rows for name, rows in load_file(weights).items() if rows.dtype.kind == "f"} | {
        name: rows for name, rows in load_file(weights).items() if rows.dtype.kind != "f"}, weights)  # fmt: skip
    for manifest in folder.rglob("MANIFEST.json"):
        manifest.unlink()
    for manifest in folder.rglob("manifest.json"):
        manifest.unlink()
    return folder


def test_the_index_of_the_encoder_before_answers_until_the_new_one_is_whole(
    services: Services, tmp_path: Path
) -> None:
    synced(services)
    library = services.library_search()
    before, first = library.search("城镇新增就业"), library.encoder
    (folder,) = services.index_folder.glob("library-*")
    package = services.catalog().add(other_encoder(tmp_path / "turned-encoder"))
    services.models_changed()
    assert services.catalog().encoder().fingerprint == package.fingerprint
    assert library.search("城镇新增就业") == before, "the old index serves"
    assert library.encoder == first
    assert synced(services).reports == 4
    assert [p.text for p in library.search("城镇新增就业")][:3] == [p.text for p in before][:3]
    assert library.encoder == package.name
    assert [path != folder for path in services.index_folder.glob("library-*")] == [True], (
        "the old one is removed"
    )


def test_without_any_encoder_it_says_so(services: Services, monkeypatch: pytest.MonkeyPatch) -> None:
    from index.errors import MissingModel
    from models.catalog import Catalog

    monkeypatch.setattr(services, "_catalog", Catalog(services.packages_folder, bundled=services.data_folder))
    with pytest.raises(MissingModel):
        synced(services)


def test_phrases_of_the_english_that_is_known(services: Services) -> None:
    from desktop.translations import translate_sentences
    from index.report import Language

    synced(services)
    (first, *_) = services.library_search().search("城镇新增就业", 1)
    ((_, made),) = translate_sentences(services, Language.ZH, Language.EN, [first.text])
    words = " ".join(made.target.split()[:3]).strip(",.")
    found = services.library_search().search(f'"{words}" {first.text}', 5)
    assert first.text in [p.text for p in found]


def test_figures_are_found_across_reports(services: Services) -> None:
    synced(services)
    library = services.library_search()
    passages = library.search("城镇调查失业率", 10)
    ids = tuple(dict.fromkeys(p.report_id for p in passages))
    found = library.figures("城镇调查失业率", ids)
    assert len({hit.report_id for hit in found}) >= 2
    assert all("失业率" in hit.indicator.name for hit in found)
    assert library.figures("城镇调查失业率", ids) == found
    assert library.figures("谢谢大家", ids) == ()
    assert library.figures("", ids) == ()
    assert library.figures("失业率", ("no such report",)) == ()
