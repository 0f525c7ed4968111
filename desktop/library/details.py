"""The form beside the list: what is known of the chosen reports, and what the user says about them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.library.wording import level_words, state_words
from index.shelving import Entry, Filed, State
from index.shelving.filed import names_of
from index.shelving.level import LEVELS, level_of

_PLAIN: Final = ("title", "place", "year", "date", "speaker")


class Details(QWidget):
    """``said`` tells what was changed, by the names of the fields; facts are those of one report, tags of many."""

    said = Signal(object)
    open_wanted = Signal()
    remove_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._entries: Sequence[Entry] = ()
        self._filling = False
        form = QFormLayout()
        form.setVerticalSpacing(8)
        form.setHorizontalSpacing(12)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self.lines: dict[str, QLineEdit] = {}
        for name, words in (
            ("title", self.tr("Title")), ("place", self.tr("Place")), ("year", self.tr("Year")),
            ("date", self.tr("Date")), ("speaker", self.tr("Speaker")),
        ):  # fmt: skip
            self.lines[name] = self._line(form, words, name)
        self.level = QComboBox(self)
        self.level.addItem(self.tr("By its name"), "")
        for level in LEVELS:
            self.level.addItem(level_words(level), level)
        self._add(form, self.tr("Level"), self.level)
        self.level.activated.connect(lambda _: self._tell(level=str(self.level.currentData())))
        self.state = QComboBox(self)
        for state in State:
            self.state.addItem(state_words(state), str(state))
        self._add(form, self.tr("State"), self.state)
        self.state.activated.connect(lambda _: self._tell(state=State(self.state.currentData())))
        self.lines["tags"] = self._line(form, self.tr("Tags"), "tags")
        self.lines["shelves"] = self._line(form, self.tr("Shelves"), "shelves")
        for name in ("tags", "shelves"):
            self.lines[name].setPlaceholderText(self.tr("Between commas"))
        self._head = QLabel("", self)
        self._head.setObjectName("heading")
        self._head.setWordWrap(True)
        self._place = QLabel("", self)
        self._place.setObjectName("muted")
        self._place.setWordWrap(True)
        self._place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.problem = QLabel("", self)
        self.problem.setObjectName("problem")
        self.problem.setWordWrap(True)
        self.problem.hide()
        self.open_ = QPushButton(self.tr("Open"), self)
        self.open_.clicked.connect(self.open_wanted)
        self.remove = QPushButton(self.tr("Remove…"), self)
        self.remove.clicked.connect(self.remove_wanted)
        for button in (self.open_, self.remove):
            button.setAutoDefault(False)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.open_)
        row.addWidget(self.remove)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(12)
        column.addWidget(self._head)
        column.addLayout(form)
        column.addWidget(self.problem)
        column.addLayout(row)
        column.addWidget(self._place)
        column.addStretch(1)
        self.show_entries(())

    def _add(self, form: QFormLayout, words: str, widget: QWidget) -> None:
        label = QLabel(words, self)
        label.setBuddy(widget)
        widget.setAccessibleName(words)
        if isinstance(widget, QComboBox):
            widget.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        form.addRow(label, widget)

    def _line(self, form: QFormLayout, words: str, name: str) -> QLineEdit:
        line = QLineEdit(self)
        line.editingFinished.connect(lambda: self._finish(name))
        self._add(form, words, line)
        return line

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show the chosen reports; nothing where none is."""
        self._entries = entries
        self._filling = True
        one = entries[0] if len(entries) == 1 else None
        self.setEnabled(bool(entries))
        if one is not None:
            self._head.setText(one.title)
        elif entries:
            self._head.setText(self.tr("{n} reports").format(n=len(entries)))
        else:
            self._head.setText(self.tr("No report chosen"))
        for name in _PLAIN:
            line = self.lines[name]
            line.setEnabled(one is not None)
            line.setText(str(getattr(one.filed, name)) if one is not None else "")
            line.setCursorPosition(0)
            line.setPlaceholderText(self._recognised(one, name) if one is not None else "")
        for name in ("tags", "shelves"):
            self.lines[name].setText(", ".join(self._common(name)))
        self.level.setEnabled(one is not None)
        if one is not None:
            known = level_of(one.place)
            words = (
                self.tr("By its name: {level}").format(level=level_words(known))
                if known
                else self.tr("By its name")
            )
            self.level.setItemText(0, words)
            self.level.setCurrentIndex(max(0, self.level.findData(one.filed.level)))
        states = {entry.filed.state for entry in entries}
        self.state.setCurrentIndex(self.state.findData(str(next(iter(states)))) if len(states) == 1 else -1)
        self._place.setText(one.known.path if one is not None else "")
        self.problem.hide()
        self._filling = False

    @staticmethod
    def _recognised(entry: Entry, name: str) -> str:
        known = {"title": entry.known.title, "place": entry.known.place, "year": str(entry.known.year or "")}
        return known.get(name, "")

    def show_recognised(self, report: str, date: str, speaker: str) -> None:
        """What the head of the report says, once it was read."""
        if len(self._entries) == 1 and self._entries[0].known.id == report:
            self.lines["date"].setPlaceholderText(date)
            self.lines["speaker"].setPlaceholderText(speaker)

    def _common(self, name: str) -> tuple[str, ...]:
        """The tags or shelves that all chosen reports have."""
        sets = [getattr(entry.filed, name) for entry in self._entries]
        return tuple(value for value in sets[0] if all(value in other for other in sets)) if sets else ()

    def _finish(self, name: str) -> None:
        """A line was left: what stands in it now is what is said."""
        if self._filling or not self._entries:
            return
        words = self.lines[name].text().strip()
        if name in ("tags", "shelves"):
            wanted = names_of(words)
            if wanted != self._common(name):
                self._tell(**{name: wanted})
            return
        if words == getattr(self._entries[0].filed, name):
            return
        wrong = (
            name == "year" and bool(words) and not (words.isascii() and words.isdigit() and len(words) == 4)
        )
        self.problem.setText(self.tr("A year is written 2024.") if wrong else "")
        self.problem.setVisible(wrong)
        if not wrong:
            self._tell(**{name: words})

    def _tell(self, **said: object) -> None:
        if self._filling or not self._entries:
            return
        changed: dict[str, Filed] = {}
        for entry in self._entries:
            now = dict(said)
            for name in ("tags", "shelves"):
                if name in said:  # what only some of them have stays with these
                    own: tuple[str, ...] = getattr(entry.filed, name)
                    common, wanted = self._common(name), said[name]
                    assert isinstance(wanted, tuple)
                    now[name] = tuple(dict.fromkeys((*(v for v in own if v not in common), *wanted)))
            filed = replace(entry.filed, **now)  # type: ignore[arg-type]  # the names are those of its fields
            if filed != entry.filed:
                changed[entry.known.id] = filed
        if changed:
            self.said.emit(changed)
