"""Pictures of the window: three themes, three languages, four states, and a sheet of all of them.

    python packaging/screenshots.py FOLDER

The reader is real, and so are the report, the translation and the search; only the data folder is a passing one.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["HF_HUB_OFFLINE"] = "1"

from PySide6.QtCore import QEventLoop, QRect, QTimer  # noqa: E402 - found by the lines above
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap  # noqa: E402

from desktop.main_window import MainWindow  # noqa: E402
from desktop.services import build_services  # noqa: E402
from desktop.window import make_application, speak  # noqa: E402
from index.notes import Look  # noqa: E402

LANGUAGES = ("en", "zh", "zh_TW")
THEMES = ("light", "dark", "sepia")
SIZE = (1280, 800)
QUERY = "economic growth target"
LIMIT = 180.0


def pause(milliseconds: int) -> None:
    """Let the window work."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def wait(done: Callable[[], object]) -> None:
    """Until something is done; an error after three minutes."""
    end = time.monotonic() + LIMIT
    while not done():
        if time.monotonic() > end:
            raise TimeoutError("the window did not come to rest")
        pause(50)


def reading(window: MainWindow) -> None:
    """The text as it opens."""
    window.panes.side.show_tab("search")
    window.view.go_to_offset(0)


def searching(window: MainWindow) -> None:
    """A question and its answers."""
    window.panes.search_for(QUERY)
    wait(lambda: window.panes.side.search.model.rowCount() > 2)
    window.panes.side.search.step(1)
    pause(2_000)  # the flash of the jump


def figures(window: MainWindow) -> None:
    """A figure with its target."""
    linked = next(i for i in window.view.text.indicators.values() if i.links)
    window.navigator.to_indicator(linked.id)
    window.panes.focus_indicators()
    pause(2_000)


def notes(window: MainWindow) -> None:
    """A note that is being written, and the panel of all."""
    assert window.notes is not None
    window.selection.choose_indicator("")
    window.panes.focus_notes()
    sentence = window.view.text.report.sentences[7].id
    window.view.go_to_sentence(sentence, flash=False)
    window.view.marks.note = ""
    key = window.notes.mark(Look.HIGHLIGHT)
    window.notes.edit(key)


STATES: dict[str, Callable[[MainWindow], None]] = {
    "1-reading": reading,
    "2-search": searching,
    "3-figures": figures,
    "4-notes": notes,
}


def take(folder: Path) -> list[Path]:
    """All pictures; gives their paths."""
    application, taken = make_application(), []
    with tempfile.TemporaryDirectory(prefix="report-reader-") as data:
        for language in LANGUAGES:
            services = build_services(Path(data))
            services.settings = type(services.settings)(language=language, theme="light", tips_seen=True)
            speak(services, application)
            window = MainWindow(services, remember_size=False)
            window.resize(*SIZE)
            window.open_sample()
            window.show()
            session = window.session
            wait(lambda s=session: s.analysed and s.is_indexed and s.translation_done)  # type: ignore[misc]  # bound
            for name, state in STATES.items():
                state(window)
                for theme in THEMES:
                    window.set_theme(theme)
                    pause(250)
                    path = folder / f"{name}-{language}-{theme}.png"
                    window.grab().save(str(path))
                    taken.append(path)
                    print(path.name, flush=True)
                if window.notes is not None:
                    window.notes.card.leave()
            window.close()
            window.deleteLater()
    return taken


def sheet(pictures: list[Path], path: Path, columns: int = 6, width: int = 420) -> None:
    """All pictures small on one."""
    height = width * SIZE[1] // SIZE[0]
    rows = -(-len(pictures) // columns)
    image = QImage(columns * (width + 8) + 8, rows * (height + 8) + 8, QImage.Format.Format_RGB32)
    image.fill(QColor("#777777"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    for n, picture in enumerate(pictures):
        at = QRect(8 + n % columns * (width + 8), 8 + n // columns * (height + 8), width, height)
        painter.drawPixmap(at, QPixmap(str(picture)))
    painter.end()
    image.save(str(path))


def main(arguments: list[str]) -> int:
    """Take them into the folder that is named."""
    if len(arguments) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    folder = Path(arguments[0])
    folder.mkdir(parents=True, exist_ok=True)
    sheet(take(folder), folder / "all.png")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
