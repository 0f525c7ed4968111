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

from desktop.catalogue import interface_language, make_catalogue
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
    catalogue = make_catalogue(interface_language(services.settings.language), application)
    if catalogue is not None:
        application.installTranslator(catalogue)
    return MainWindow(services, remember_size=remember_size)


def run(files: Sequence[str], data_folder: str | None = None, screenshot: str | None = None) -> int:
    """Open the window and stay until it is closed; gives the exit status."""
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    services = build_services(Path(data_folder) if data_folder else None)
    application = make_application()
    # A picture is taken in the size that the window has by itself, and leaves the user's size alone.
    window = make_window(services, application, remember_size=screenshot is None)
    restore = window.gate.install()
    sample = str(resource_path(*SAMPLE))
    path, offset = (files[0], 0) if files else (services.settings.last_report, services.settings.last_offset)
    if screenshot is not None:
        path, offset = (files[0] if files else sample), 0
    if not path or (not files and not Path(path).is_file()):
        path, offset = sample, 0
    window.open_path(path, offset)
    if not window.view.text.rows and path != sample and not window.session.is_opening:
        window.open_sample_behind()
    photographer = None
    if screenshot is not None:
        from desktop.screenshot import Photographer

        photographer = Photographer(window, Path(screenshot))
    window.show()
    window.view.setFocus()
    try:
        status = application.exec()
    finally:
        restore()
    if photographer is not None and photographer.error:
        sys.stderr.write(f"report-reader: {photographer.error}\n")
        return 1
    return status
