"""Brings the window up: the application object, the language of the interface, the first report."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from desktop.catalogue import Catalogue, interface_language, make_catalogue
from desktop.main_window import MainWindow
from desktop.services import SAMPLE, Services, build_services
from desktop.theme import interface_font
from resources import resource_path

_NAME: Final = "Report Reader"


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


def make_window(services: Services, application: QApplication, *, remember_size: bool = True) -> MainWindow:
    """The window in the language of the settings, not shown yet and with no report."""
    for before in application.findChildren(Catalogue):
        application.removeTranslator(before)
        before.deleteLater()
    catalogue = make_catalogue(interface_language(services.settings.language), application)
    if catalogue is not None:
        application.installTranslator(catalogue)
    return MainWindow(services, remember_size=remember_size)


def run(files: Sequence[str], data_folder: str | None = None, screenshot: str | None = None) -> int:
    """Open the window and stay until it is closed; gives the exit status."""
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    application = make_application()
    folder = Path(data_folder) if data_folder else None
    if screenshot is not None:
        return _picture(files, build_services(folder), application, Path(screenshot))
    while True:
        services = build_services(folder)
        window = make_window(services, application)
        settings = services.settings
        path, offset = (files[0], 0) if files else (settings.last_report, settings.last_offset)
        if not path or (not files and not Path(path).is_file()):
            path, offset = str(resource_path(*SAMPLE)), 0
        status = _stay(window, application, path, offset)
        if not window.reopens:
            return status
        files = ()  # in another language, where it was left
        window.deleteLater()


def _stay(window: MainWindow, application: QApplication, path: str, offset: int) -> int:
    restore = window.gate.install()
    _open(window, path, offset)
    window.show()
    window.view.setFocus()
    try:
        return application.exec()
    finally:
        restore()


def _open(window: MainWindow, path: str, offset: int) -> None:
    window.open_path(path, offset)
    sample = str(resource_path(*SAMPLE))
    if not window.view.text.rows and path != sample and not window.session.is_opening:
        window.open_sample_behind()


def _picture(files: Sequence[str], services: Services, application: QApplication, file: Path) -> int:
    """Draw the window into a file, in the size that it has by itself; the user's size is left alone."""
    from desktop.screenshot import Photographer

    window = make_window(services, application, remember_size=False)
    photographer = Photographer(window, file)
    status = _stay(window, application, files[0] if files else str(resource_path(*SAMPLE)), 0)
    if photographer.error:
        sys.stderr.write(f"report-reader: {photographer.error}\n")
        return 1
    return status
