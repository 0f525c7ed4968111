"""Brings the window up: the application object, the language of the interface, the first report."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from desktop.catalogue import Catalogue, interface_language, make_catalogue
from desktop.main_window import MainWindow
from desktop.services import SAMPLE, Services, build_services
from desktop.theme import interface_font
from desktop.windows import Windows
from resources import resource_path

_NAME: Final = "Report Reader"
_SPOKEN: Final[list[Catalogue]] = []
"""The language that is installed; asking the application for its children of a class takes five milliseconds."""
_MOST: Final = 8
"""Windows that are opened for files named on the command line."""


def make_application(arguments: Sequence[str] = ()) -> QApplication:
    """The application object, set up once."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    QCoreApplication.setApplicationName(_NAME)
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_DontShowIconsInMenus)
    # As an argument: setStyle gives the style back, and its class alone takes as long to make as the window.
    application = QApplication(["report-reader", "-style", "fusion", *arguments])
    application.setApplicationDisplayName(_NAME)
    font: QFont = interface_font()
    application.setFont(font)
    return application


def speak(services: Services, application: QApplication) -> None:
    """Use the language of the settings for all windows that are made from now on."""
    while _SPOKEN:
        before = _SPOKEN.pop()
        with suppress(RuntimeError):  # it went with its application
            application.removeTranslator(before)
            before.deleteLater()
    catalogue = make_catalogue(interface_language(services.settings.language), application)
    if catalogue is not None:
        application.installTranslator(catalogue)
        _SPOKEN.append(catalogue)


def make_window(services: Services, application: QApplication, *, remember_size: bool = True) -> MainWindow:
    """The window in the language of the settings, not shown yet and with no report."""
    speak(services, application)
    return MainWindow(services, remember_size=remember_size)


def run(files: Sequence[str], data_folder: str | None = None, screenshot: str | None = None) -> int:
    """Open the windows and stay until they are closed; gives the exit status."""
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    application = make_application()
    folder = Path(data_folder) if data_folder else None
    if screenshot is not None:
        return _picture(files, build_services(folder), application, Path(screenshot))
    places: list[tuple[str, int | None]] = [(file, None) for file in files[:_MOST]]
    while True:
        services = build_services(folder)
        speak(services, application)
        windows = Windows(services)
        windows.greets = not files
        for place in places or [_left(services)]:
            windows.show(MainWindow(services, windows=windows), *place)
        status = _stay(windows, application)
        if not windows.places:
            return status
        places = [*windows.places]  # in another language, where they were left


def _left(services: Services) -> tuple[str, int | None]:
    """Where the user was when the last window was closed; else the sample."""
    settings = services.settings
    if settings.last_report and Path(settings.last_report).is_file():
        return settings.last_report, settings.last_offset
    return str(resource_path(*SAMPLE)), None


def _stay(windows: Windows, application: QApplication) -> int:
    restore = windows.install()
    try:
        return application.exec()
    finally:
        restore()


def _picture(files: Sequence[str], services: Services, application: QApplication, file: Path) -> int:
    """Draw the window into a file, in the size that it has by itself; the user's size is left alone."""
    from desktop.screenshot import Photographer

    window = make_window(services, application, remember_size=False)
    photographer = Photographer(window, file)
    windows = Windows(services)
    windows.show(window, files[0] if files else str(resource_path(*SAMPLE)))
    status = _stay(windows, application)
    if photographer.error:
        sys.stderr.write(f"report-reader: {photographer.error}\n")
        return 1
    return status
