"""The model dialog over real packages: listing, adding, refusing, stopping, choosing, removing, and the open report."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.catalogue import make_catalogue
from desktop.main_window import MainWindow
from desktop.model_packages.dropped import is_package
from desktop.model_packages.reasons import REASONS, reason_words
from desktop.model_packages.table import STATE, TASK
from desktop.model_packages.window import ModelsWindow
from desktop.theme import DARK
from models.catalog import Catalog
from models.installing import STAGING
from models.roster import Entry
from tests.conftest import ROOT
from tests.desktop.conftest import MakeWindow, settle
from tests.desktop_fakes import FakeServices
from tests.real_packages import real_archive

pytestmark = pytest.mark.models


@pytest.fixture(scope="module")
def archives(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Packages to add."""
    folder = tmp_path_factory.mktemp("archives")
    bad = folder / "bad.argosmodel"
    bad.write_bytes(b"not a package")
    return {
        "zh_en": real_archive(folder / "zh_en.argosmodel", package_version="1.9"),
        "zh_ja": real_archive(folder / "zh_ja.argosmodel", "zh", "ja", seed=2),
        "ja_en": real_archive(folder / "ja_en.argosmodel", "ja", "en", seed=3),
        "bad": bad,
    }


def opened(window: MainWindow, qtbot: QtBot) -> ModelsWindow:
    """The dialog, once it has looked at the packages."""
    window.actions_["models"].trigger()
    dialog = window.models.window
    assert dialog is not None
    idle(dialog, qtbot)
    return dialog


def idle(dialog: ModelsWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not dialog.is_busy, timeout=60_000)


def states(dialog: ModelsWindow) -> dict[str, str]:
    return {entry.route.key: entry.state for entry in dialog.entries}


def chosen(dialog: ModelsWindow) -> Entry:
    entry = dialog.table.chosen()
    assert entry is not None
    return entry


@pytest.fixture
def dialog(window: MainWindow, qtbot: QtBot) -> ModelsWindow:
    return opened(window, qtbot)


def test_it_shows_what_is_installed(dialog: ModelsWindow) -> None:
    assert states(dialog) == {
        "bundled/translate-zh_en": "active",
        "bundled/translate-en_zh": "active",
        "bundled/encoder-zh-en": "active",
    }
    model = dialog.table.packages
    row = [str(model.index(0, column).data()) for column in range(model.columnCount())]
    assert row[:5] == ["中文 → English", "translate-zh_en", "2.1", "bundled", "13.7 MB"]
    assert row[5].startswith("BLEU 26.2–41.7")
    assert row[6].endswith("Active")
    assert model.index(0, STATE).data(Qt.ItemDataRole.AccessibleTextRole) == "State: ●  Active"
    assert "state-council-2020" in dialog.details.figures.text()
    assert dialog.details.folder.text() == str(chosen(dialog).package.folder)
    dialog.details.copy.click()
    assert QApplication.clipboard().text() == dialog.details.folder.text()
    assert not dialog.use.isEnabled()
    assert not dialog.remove.isEnabled(), "bundled packages stay"


def test_a_package_is_added_and_serves(
    dialog: ModelsWindow, window: MainWindow, qtbot: QtBot, archives: dict[str, Path]
) -> None:
    assert dialog.offer.isHidden()
    dialog.add([str(archives["zh_en"])])
    assert dialog.bar.isVisibleTo(dialog)
    assert not dialog.add_file.isEnabled()
    idle(dialog, qtbot)
    assert dialog.note.text() == "Added zh_en.argosmodel; it is used from now on."
    assert states(dialog)["user/translate-zh_en-1.9"] == "active"
    assert states(dialog)["bundled/translate-zh_en"] == "overridden"
    assert chosen(dialog).route.key == "user/translate-zh_en-1.9"
    assert dialog.offer.isVisibleTo(dialog)


def test_the_report_is_translated_again_when_asked(
    dialog: ModelsWindow, window: MainWindow, qtbot: QtBot, archives: dict[str, Path]
) -> None:
    dialog.add([str(archives["zh_en"])])
    idle(dialog, qtbot)
    services = window.services
    assert isinstance(services, FakeServices)
    services.rule.fingerprint = "rule/2"
    services.rule.asked.clear()
    text = window.view.text
    before = dict(text.translations)
    text.alignments["s1"] = ()
    dialog.again.click()
    assert dialog.offer.isHidden()
    qtbot.waitUntil(lambda: window.session.translation_done, timeout=30_000)
    assert len(set(services.rule.asked)) > 400
    assert text.translations.keys() == before.keys(), "no sentence was blank in between"
    assert not text.alignments
    # Back to the first: its translations are still in the library.
    services.rule.fingerprint = "rule/1"
    services.rule.asked.clear()
    dialog.table.choose("bundled/translate-zh_en")
    dialog.use.click()
    idle(dialog, qtbot)
    assert dialog.offer.isVisibleTo(dialog)
    window.actions_["retranslate"].trigger()
    qtbot.waitUntil(lambda: window.session.translation_done, timeout=30_000)
    failed = {s for s in set(services.rule.asked) if "消费拉动作用" not in s}
    assert not failed, "nothing that is cached is translated a second time"
    assert dialog.offer.isHidden()


def test_the_choice_is_kept(
    dialog: ModelsWindow, window: MainWindow, qtbot: QtBot, archives: dict[str, Path], tmp_path: Path
) -> None:
    dialog.add([str(archives["zh_ja"]), str(archives["ja_en"])])
    idle(dialog, qtbot)
    qtbot.waitUntil(lambda: len(dialog.entries) == 6 and not dialog.is_busy, timeout=60_000)
    pair = "user/translate-zh_ja-1.0+user/translate-ja_en-1.0"
    assert states(dialog)[pair] == "overridden", "the direct one wins"
    assert dialog.offer.isHidden()
    dialog.table.choose(pair)
    assert chosen(dialog).route.name == "zh → ja → en"
    QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    idle(dialog, qtbot)
    assert states(dialog)[pair] == "active"
    assert window.settings.models == {"zh-en": pair}
    window.close()
    again = FakeServices(window.services.data_folder)
    assert again.settings.models == {"zh-en": pair}
    assert again.catalog().route("zh-en").name == "zh → ja → en"
    again.close()


def test_what_is_refused_is_told_in_one_line_and_leaves_nothing(
    dialog: ModelsWindow, window: MainWindow, qtbot: QtBot, archives: dict[str, Path]
) -> None:
    folder = window.services.packages_folder
    before = sorted(folder.rglob("*"))
    dialog.add([str(archives["bad"])])
    idle(dialog, qtbot)
    assert dialog.note.text() == "bad.argosmodel was not added: it is not an .argosmodel (zip) file."
    assert dialog.note.objectName() == "problem"
    assert sorted(folder.rglob("*")) == before
    assert dialog.offer.isHidden()


def test_adding_can_be_stopped(
    dialog: ModelsWindow, window: MainWindow, qtbot: QtBot, archives: dict[str, Path]
) -> None:
    folder = window.services.packages_folder
    before = sorted(folder.rglob("*"))
    dialog.add([str(archives["zh_en"]), str(archives["zh_ja"])])
    qtbot.waitUntil(lambda: "process of its own" in dialog.note.text(), timeout=30_000)
    dialog.cancel.click()
    assert dialog.note.text() == "Stopped; zh_en.argosmodel was not added."
    qtbot.waitUntil(lambda: not list(folder.glob(f"{STAGING}*")), timeout=30_000)
    assert sorted(folder.rglob("*")) == before
    dialog.refresh()
    idle(dialog, qtbot)
    assert len(dialog.entries) == 3


def test_a_package_is_removed_once_asked(
    dialog: ModelsWindow, window: MainWindow, qtbot: QtBot, archives: dict[str, Path]
) -> None:
    dialog.add([str(archives["zh_en"])])
    idle(dialog, qtbot)
    folder = chosen(dialog).package.folder
    QTest.keyClick(dialog.table, Qt.Key.Key_Delete)
    question = dialog.question
    assert question is not None
    assert "translate-zh_en 1.9" in question.text()
    question.close()
    assert folder.is_dir()
    dialog.remove.click()
    question = dialog.question
    assert question is not None
    next(b for b in question.findChildren(QPushButton) if b.text() == "Remove").click()
    idle(dialog, qtbot)
    assert not folder.exists()
    assert states(dialog)["bundled/translate-zh_en"] == "active"
    assert dialog.note.text() == "Removed."


def test_a_removed_choice_is_forgotten(
    dialog: ModelsWindow, window: MainWindow, qtbot: QtBot, archives: dict[str, Path]
) -> None:
    dialog.add([str(archives["zh_en"])])
    idle(dialog, qtbot)
    for key in ("bundled/translate-zh_en", "user/translate-zh_en-1.9"):
        dialog.table.choose(key)
        dialog.use_chosen()
        idle(dialog, qtbot)
    assert window.settings.models == {"zh-en": "user/translate-zh_en-1.9"}
    dialog.remove_package("user/translate-zh_en-1.9")
    idle(dialog, qtbot)
    assert window.settings.models == {}


def test_damage_is_found_and_said(
    dialog: ModelsWindow, window: MainWindow, qtbot: QtBot, archives: dict[str, Path]
) -> None:
    dialog.add([str(archives["zh_en"])])
    idle(dialog, qtbot)
    dialog.verify.click()
    idle(dialog, qtbot)
    assert dialog.note.text() == "Verified: every file is what was installed."
    (chosen(dialog).package.folder / "model" / "model.bin").write_bytes(b"?")
    dialog.verify.click()
    idle(dialog, qtbot)
    assert dialog.note.text() == "Verified: 1 damaged."
    assert states(dialog)["user/translate-zh_en-1.9"] == "damaged"
    assert states(dialog)["bundled/translate-zh_en"] == "active"
    assert "SHA-256" in dialog.details.state.text()
    dialog.use_chosen()
    assert not dialog.is_busy, "a damaged one is not used"


def drop(widget: QWidget, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    args = (data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(QPointF(9, 9).toPoint(), Qt.DropAction.CopyAction, *args)
    QCoreApplication.sendEvent(widget, enter)
    assert enter.isAccepted()
    QCoreApplication.sendEvent(widget, QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, *args))


def test_a_package_is_dropped_on_the_window_or_the_dialog(
    window: MainWindow, qtbot: QtBot, archives: dict[str, Path]
) -> None:
    report = window.view.text.report.id
    drop(window, archives["zh_en"])
    dialog = window.models.window
    assert dialog is not None
    qtbot.waitUntil(lambda: len(dialog.entries) == 4 and not dialog.is_busy, timeout=60_000)
    assert dialog.offer.isVisibleTo(dialog), "what served before it was known"
    assert window.view.text.report.id == report
    drop(dialog, archives["bad"])
    idle(dialog, qtbot)
    assert "was not added" in dialog.note.text()


def test_reports_and_packages_are_told_apart(tmp_path: Path, archives: dict[str, Path]) -> None:
    assert is_package(str(archives["zh_en"]))
    assert is_package(str(ROOT / "models" / "packages" / "encoder-zh-en"))
    assert not is_package(str(tmp_path))
    assert not is_package(str(tmp_path / "report.docx"))


class BareServices(FakeServices):
    """Nothing comes with the reader."""

    def catalog(self) -> Catalog:
        if self._catalog is None:
            (self.data_folder / "empty").mkdir(parents=True, exist_ok=True)
            self._catalog = Catalog(self.packages_folder, self.data_folder / "empty")
        return self._catalog


def test_a_first_model_is_used_at_once(
    make_window: MakeWindow, qtbot: QtBot, archives: dict[str, Path], tmp_path: Path
) -> None:
    services = BareServices(tmp_path / "data", without_models=True)
    window = make_window(services=services)
    settle(window, qtbot)
    assert window.view.text.unavailable
    dialog = opened(window, qtbot)
    assert dialog.entries == ()
    assert not dialog.details.isVisibleTo(dialog)
    services.without_models = False
    dialog.add([str(archives["zh_en"])])
    idle(dialog, qtbot)
    assert not dialog.offer.isVisibleTo(dialog), "there is nothing that would be lost"
    qtbot.waitUntil(lambda: window.session.translation_done, timeout=30_000)
    assert not window.view.text.unavailable


def test_another_report_is_not_offered_again(
    dialog: ModelsWindow, window: MainWindow, qtbot: QtBot, archives: dict[str, Path], tmp_path: Path
) -> None:
    dialog.add([str(archives["zh_en"])])
    idle(dialog, qtbot)
    other = tmp_path / "other.txt"
    other.write_text("政府工作报告\n\n今年经济增长5%。", encoding="utf-8")
    window.open_path(str(other))
    assert dialog.offer.isHidden()
    dialog.refresh()
    idle(dialog, qtbot)
    assert dialog.offer.isHidden()


def test_every_control_has_a_name_and_both_themes_draw(dialog: ModelsWindow, window: MainWindow) -> None:
    window.set_theme("dark")
    assert dialog.table.packages.theme is DARK
    assert not dialog.grab().isNull()
    for widget in dialog.findChildren(QWidget):
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.isVisibleTo(dialog):
            named = widget.accessibleName() or getattr(widget, "text", lambda: "")()
            assert named or isinstance(widget, QLabel) or widget.parent() is dialog.table, widget


@pytest.fixture
def chinese() -> Iterator[None]:
    catalogue = make_catalogue("zh")
    assert catalogue is not None
    QCoreApplication.installTranslator(catalogue)
    yield
    QCoreApplication.removeTranslator(catalogue)


def test_it_speaks_chinese(
    chinese: None, window: MainWindow, qtbot: QtBot, archives: dict[str, Path]
) -> None:
    dialog = opened(window, qtbot)
    assert dialog.table.packages.index(0, TASK).data() == "中文 → 英文"
    dialog.add([str(archives["bad"])])
    idle(dialog, qtbot)
    assert dialog.note.text() == "未添加 bad.argosmodel：不是 .argosmodel（zip）文件。"
    assert reason_words("model/model.bin is not what was installed (its SHA-256 differs)").startswith(
        "model/model.bin 与"
    )
    assert reason_words("something else") == "something else"


def test_every_reason_of_the_models_is_known() -> None:
    """Each literal reason in ``models`` matches one of the patterns, so that none stays English in a Chinese window."""
    import ast

    found = set()
    for name in (
        "archive",
        "catalog",
        "embedding",
        "engine",
        "installing",
        "manifest",
        "package",
        "trial",
        "weights",
    ):
        for node in ast.walk(ast.parse((ROOT / "models" / f"{name}.py").read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "DamagedModel":
                said = node.args[1]
                if isinstance(said, ast.Constant):
                    found.add(str(said.value))
                elif isinstance(said, ast.JoinedStr):
                    parts = (p.value if isinstance(p, ast.Constant) else "xyz" for p in said.values)
                    found.add("".join(str(p) for p in parts))
    assert len(found) > 40
    unknown = [reason for reason in found if not _matches(reason, REASONS)]
    assert unknown == []


def _matches(reason: str, known: tuple[str, ...]) -> bool:
    """Names of files stand as ``xyz``, also where a pattern has a certain name."""
    import re

    for words in known:
        parts = re.split(r"(\{\w+\}|\w+\.json|MANIFEST\.json)", words)
        written = "".join(".+" if i % 2 else re.escape(part) for i, part in enumerate(parts))
        if re.fullmatch(written, reason):
            return True
    return False
