"""``report-reader doctor`` says whether the user's own work is whole."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from desktop.cli.doctor import _kept
from desktop.services import Services
from index.annotations import Anchor, AnnotationStore
from index.segmentation import segment


def _found(folder: Path) -> dict[str, tuple[str, str]]:
    services = Services(folder)
    found: dict[str, tuple[str, str]] = {
        finding.subject: (finding.state, finding.detail) for finding in _kept(services)
    }
    services.close()
    return found


def test_whole_mended_and_lost_notes_are_told(data_folder: Path) -> None:
    assert _found(data_folder) == {}
    store = AnnotationStore(data_folder / "annotations.db")
    items = [store.add("note", "r", "t", Anchor(0, 0, ""), f'{{"n": {n}}}') for n in range(3)]
    store.close()
    services = Services(data_folder)
    services.library().remember_report(segment("工作报告\n经济增长5%。", path="/a.txt", title="报告"))
    services.close()
    found = _found(data_folder)
    assert found["library"] == ("ok", "1 reports")
    assert found["notes"][0] == "ok"
    assert found["notes"][1].startswith("3 items")

    def damage() -> None:
        with closing(sqlite3.connect(data_folder / "annotations.db")) as connection:
            connection.execute("UPDATE item SET payload = 'x' WHERE id = ?", [items[1].id])
            connection.commit()

    damage()
    state, said = _found(data_folder)["notes"]
    assert state == "note"
    assert "1 were taken from the second copy" in said
    damage()
    (data_folder / "annotations.jsonl").unlink()
    state, said = _found(data_folder)["notes"]
    assert state == "problem"
    assert "1 damaged and left out" in said
