"""What there is to say of one model package: its state, its figures, where it lies."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFrame, QGridLayout, QLabel, QPushButton, QSizePolicy, QWidget

from desktop.model_packages.wording import (
    figures_at_length,
    name_words,
    state_at_length,
    task_words,
    version_words,
)
from models.roster import Entry


class Details(QFrame):
    """Below the table; the folder's path can be selected and copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.heading = QLabel("", self)
        self.heading.setObjectName("heading")
        self.state = QLabel("", self)
        self.figures = QLabel("", self)
        self.folder = QLabel("", self)
        self.copy = QPushButton(self.tr("Copy path"), self)
        self.copy.setAutoDefault(False)
        self.copy.clicked.connect(lambda _=False: QApplication.clipboard().setText(self.folder.text()))
        grid = QGridLayout(self)
        grid.setContentsMargins(16, 10, 16, 10)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(5)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self.heading, 0, 0, 1, 3)
        heads = (self.tr("State"), self.tr("Stated figures"), self.tr("Folder"))
        for row, (head, value) in enumerate(
            zip(heads, (self.state, self.figures, self.folder), strict=True), start=1
        ):
            label = QLabel(head, self)
            label.setObjectName("muted")
            value.setWordWrap(True)
            value.setTextFormat(Qt.TextFormat.PlainText)
            value.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            value.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            value.setAccessibleName(head)
            beside = Qt.AlignmentFlag.AlignVCenter if value is self.folder else Qt.AlignmentFlag.AlignTop
            grid.addWidget(label, row, 0, beside)
            grid.addWidget(value, row, 1)
        grid.addWidget(self.copy, 3, 2, Qt.AlignmentFlag.AlignVCenter)

    def show_entry(self, entry: Entry | None, active: Entry | None) -> None:
        """Show this package; ``active`` is the one that does its task."""
        self.setVisible(entry is not None)
        if entry is None:
            return
        self.heading.setText(f"{name_words(entry)} {version_words(entry)}  ·  {task_words(entry)}")
        self.state.setText(state_at_length(entry, active))
        self.state.setObjectName("problem" if entry.damage else "")
        self.state.style().unpolish(self.state)
        self.state.style().polish(self.state)
        self.figures.setText(figures_at_length(entry))
        self.folder.setText("\n".join(str(package.folder) for package in entry.route.packages))
