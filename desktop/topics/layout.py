"""The widgets of the topics window, and where they stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.panels.empty import EmptyState
from desktop.topics.passages import PassagesTable
from desktop.topics.topic_tree import TopicTree

if TYPE_CHECKING:
    from desktop.topics.window import TopicsWindow

_LIST_WIDTH: Final = 360
_LEAST_COMBO: Final = 190


@dataclass(slots=True)
class TopicsUi:
    """All that the window speaks to."""

    first: QComboBox
    second: QComboBox
    add: QPushButton
    line: QLineEdit
    hint: QLabel
    tree: TopicTree
    heading: QLabel
    summary: QLabel
    copy: QPushButton
    table: PassagesTable
    pages: QStackedWidget
    stack: QStackedWidget
    empty: EmptyState
    note: QLabel
    bar: QProgressBar
    cancel: QPushButton


def build(window: TopicsWindow) -> TopicsUi:
    """Make the widgets and lay them out."""
    tr = window.tr
    ui = TopicsUi(
        first=_combo(window, tr("Report")),
        second=_combo(window, tr("Report beside it")),
        add=_button(window, tr("Add reports…")),
        line=QLineEdit(window),
        hint=_label(window, "muted"),
        tree=TopicTree(window),
        heading=_label(window, "heading"),
        summary=_label(window, "muted"),
        copy=_button(window, tr("Copy with sources")),
        table=PassagesTable(window),
        pages=QStackedWidget(window),
        stack=QStackedWidget(window),
        empty=EmptyState("", "", window),
        note=_label(window, "muted"),
        bar=QProgressBar(window),
        cancel=_button(window, tr("Cancel")),
    )
    ui.line.setClearButtonEnabled(True)
    ui.line.setPlaceholderText(tr("Filter topics, or ask in your own words"))
    ui.line.setAccessibleName(tr("Filter topics, or ask in your own words"))
    ui.hint.setText(tr("No topic of this name. Enter looks for passages that answer these words."))
    ui.hint.hide()
    ui.copy.setToolTip(tr("Copy all passages that are shown, each with where it stands"))
    ui.bar.setTextVisible(False)
    ui.bar.setFixedWidth(140)
    ui.bar.hide()
    ui.cancel.hide()
    ui.empty.set_links((tr("Add reports…"),), lambda _: window.ask_reports())
    ui.note.setWordWrap(False)
    ui.note.setMinimumWidth(80)
    _lay_out(window, ui)
    return ui


def _lay_out(window: TopicsWindow, ui: TopicsUi) -> None:
    beside = QLabel(window.tr("beside"), window)
    beside.setObjectName("muted")
    head = QHBoxLayout()
    head.setContentsMargins(12, 10, 14, 8)
    head.setSpacing(8)
    for widget in (ui.first, beside, ui.second):
        head.addWidget(widget)
    head.addStretch(1)
    head.addWidget(ui.add)
    left = _panel(window, (12, 2, 6, 8), 8, (ui.line, ui.hint, ui.tree))
    split = QSplitter(Qt.Orientation.Horizontal, window)
    split.addWidget(left)
    split.addWidget(_right(window, ui))
    split.setSizes([_LIST_WIDTH, 1240 - _LIST_WIDTH])
    split.setStretchFactor(1, 1)
    split.setChildrenCollapsible(False)
    ui.stack.addWidget(split)
    ui.stack.addWidget(ui.empty)
    foot = QHBoxLayout()
    foot.setContentsMargins(14, 6, 14, 10)
    foot.setSpacing(8)
    foot.addWidget(ui.note, 1)
    foot.addWidget(ui.bar)
    foot.addWidget(ui.cancel)
    whole = QVBoxLayout(window)
    whole.setContentsMargins(0, 0, 0, 0)
    whole.setSpacing(0)
    whole.addLayout(head)
    whole.addWidget(ui.stack, 1)
    whole.addLayout(foot)


def _right(window: TopicsWindow, ui: TopicsUi) -> QWidget:
    titles = QVBoxLayout()
    titles.setSpacing(2)
    titles.addWidget(ui.heading)
    titles.addWidget(ui.summary)
    top = QHBoxLayout()
    top.setContentsMargins(16, 4, 14, 8)
    top.addLayout(titles, 1)
    top.addWidget(ui.copy, 0, Qt.AlignmentFlag.AlignTop)
    nothing = EmptyState(
        window.tr("No passage"), window.tr("Nothing here comes near it. Other words may do better."), window
    )
    ui.pages.addWidget(ui.table)
    ui.pages.addWidget(nothing)
    right = QWidget(window)
    right.setObjectName("panel")
    column = QVBoxLayout(right)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addLayout(top)
    column.addWidget(ui.pages, 1)
    return right


def _panel(
    window: QWidget, margins: tuple[int, int, int, int], spacing: int, widgets: tuple[QWidget, ...]
) -> QWidget:
    panel = QWidget(window)
    panel.setObjectName("panel")
    column = QVBoxLayout(panel)
    column.setContentsMargins(*margins)
    column.setSpacing(spacing)
    for widget in widgets:
        column.addWidget(widget)
    return panel


class _Chooser(QComboBox):
    """A box of choices with a sign that it opens, which the style sheet takes away."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        group = QPalette.ColorGroup.Normal if self.isEnabled() else QPalette.ColorGroup.Disabled
        painter.setPen(QPen(self.palette().color(group, QPalette.ColorRole.ButtonText), 1.4))
        x, y = self.width() - 15.0, self.height() / 2 + 0.5
        painter.drawPolyline([QPointF(x - 4, y - 2), QPointF(x, y + 2), QPointF(x + 4, y - 2)])
        painter.end()


def _combo(window: QWidget, name: str) -> QComboBox:
    box = _Chooser(window)
    box.setAccessibleName(name)
    box.setMinimumWidth(_LEAST_COMBO)
    box.setMaxVisibleItems(24)
    return box


def _button(window: QWidget, words: str) -> QPushButton:
    button = QPushButton(words, window)
    button.setAutoDefault(False)
    return button


def _label(window: QWidget, kind: str) -> QLabel:
    label = QLabel("", window)
    label.setObjectName(kind)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
