"""The panels at the sides of the window: docks that stay where they are and can be closed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow, QWidget


def make_dock(window: QMainWindow, name: str, title: str, area: Qt.DockWidgetArea, width: int) -> QDockWidget:
    """A dock of ``window``, ``width`` pixels wide, empty until something is put into it."""
    dock = QDockWidget(title, window)
    dock.setObjectName(name)
    place = QWidget(dock)
    place.setObjectName("panel")
    place.setMinimumWidth(width)
    dock.setWidget(place)
    dock.setTitleBarWidget(QWidget(dock))
    dock.setFeatures(QDockWidget.DockWidgetFeature.DockWidgetClosable)
    window.addDockWidget(area, dock)
    window.resizeDocks([dock], [width], Qt.Orientation.Horizontal)
    return dock
