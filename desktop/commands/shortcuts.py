"""The list of all keys: to look one up, and to change it."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.commands.keys import Bound, Keys, shown, written
from desktop.commands.matching import fit
from desktop.commands.table import Command, commands, group_words
from desktop.wording import tr as command_tr

_NAME_ROLE: Final = int(Qt.ItemDataRole.UserRole) + 1
_SIZE: Final = (680, 620)


class ShortcutsDialog(QDialog):
    """Every command with its keys; ``changed`` says that they are others now, and they are kept already."""

    changed = Signal()
    failed = Signal(object)

    def __init__(
        self, table: tuple[Command, ...], keys: Keys, folder: Path, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._table, self._keys, self._folder = table, keys, folder
        self._english = {command.name: command.words for command in commands(str)}
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.resize(*_SIZE)
        self.line = QLineEdit(self)
        self.line.setPlaceholderText(self.tr("A command or a key"))
        self.line.setAccessibleName(self.tr("Filter the shortcuts"))
        self.line.setClearButtonEnabled(True)
        self.line.textChanged.connect(self._filter)
        self.list = self._make_list()
        self._make_editor()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        self.reset_all = QPushButton(self.tr("Reset all keys"), self)
        self.reset_all.setAutoDefault(False)
        self.reset_all.clicked.connect(lambda: self._reset(None))
        buttons.addButton(self.reset_all, QDialogButtonBox.ButtonRole.ResetRole)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 14)
        column.setSpacing(10)
        column.addWidget(self.line)
        column.addWidget(self.list, 1)
        column.addLayout(self._editor)
        column.addWidget(self.problem)
        column.addWidget(buttons)
        self._fill()
        self.list.selectRow(0)
        self.line.setFocus()

    def _make_list(self) -> QTableWidget:
        table = QTableWidget(0, 3, self)
        table.setHorizontalHeaderLabels([self.tr("Command"), self.tr("Keys"), self.tr("While reading")])
        table.setAccessibleName(self.tr("Commands and their keys"))
        table.verticalHeader().hide()
        table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        table.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        table.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        table.setColumnWidth(2, 120)
        table.itemSelectionChanged.connect(self._show_editor)
        table.itemDoubleClicked.connect(lambda _: self.edit.setFocus())
        return table

    def _make_editor(self) -> None:
        self.edit = QKeySequenceEdit(self)
        self.edit.setMaximumSequenceLength(1)
        self.edit.setClearButtonEnabled(True)
        self.edit.setAccessibleName(self.tr("New key"))
        self.edit.keySequenceChanged.connect(self._look)
        self.add = self._button(self.tr("Add"), lambda: self._assign(add=True))
        self.replace = self._button(self.tr("Use this alone"), lambda: self._assign(add=False))
        self.remove = self._button(self.tr("No key"), self._remove)
        self.reset = self._button(self.tr("Reset"), lambda: self._reset(self.chosen))
        self.problem = QLabel("", self)
        self.problem.setObjectName("problem")
        self.problem.setWordWrap(True)
        self.problem.setTextFormat(Qt.TextFormat.PlainText)
        row = QHBoxLayout()
        label = QLabel(self.tr("Press a key:"), self)
        label.setBuddy(self.edit)
        row.addWidget(label)
        row.addWidget(self.edit, 1)
        for button in (self.add, self.replace, self.remove, self.reset):
            row.addWidget(button)
        self._editor = row

    def _button(self, words: str, use: object) -> QPushButton:
        button = QPushButton(words, self)
        button.setAutoDefault(False)
        button.clicked.connect(use)
        return button

    # The list

    def _fixed(self) -> list[tuple[str, str]]:
        """What else the text listens to; these stay as they are."""
        return [
            (self.tr("Next page"), self.tr("Space, Page Down")),
            (self.tr("Previous page"), self.tr("Shift+Space, Page Up")),
            (self.tr("Beginning, end of the report"), self.tr("Home, End")),
            (self.tr("Underline terms"), self.tr("Ctrl, held")),
            (self.tr("Back to the text"), self.tr("Esc")),
        ]

    def _words(self, command: Command) -> str:
        group = group_words(_actions_tr).get(command.name.partition(".")[0], "")
        return f"{group}: {command.words}" if group else command.words

    def _fill(self) -> None:
        chosen = self.chosen
        fixed = self._fixed()
        self.list.setRowCount(len(self._table) + len(fixed))
        for row, (words, keys) in enumerate(fixed, start=len(self._table)):
            for at, cell in enumerate((words, "", keys)):
                item = QTableWidgetItem(cell)
                item.setForeground(self.palette().placeholderText())
                self.list.setItem(row, at, item)
        for row, command in enumerate(self._table):
            bound = self._keys[command.name]
            own = self._keys.is_own(command.name)
            cells = (
                self._words(command),
                "   ".join(map(shown, bound.window)),
                "   ".join(map(shown, bound.text)),
            )
            for at, words in enumerate(cells):
                item = QTableWidgetItem(words)
                item.setData(_NAME_ROLE, command.name)
                if own and at:
                    font = item.font()
                    font.setBold(True)
                    item.setFont(font)
                    item.setToolTip(self.tr("Changed by you"))
                self.list.setItem(row, at, item)
            if command.name == chosen:
                self.list.selectRow(row)
        self._filter(self.line.text())
        self._show_editor()

    def _filter(self, typed: str) -> None:
        as_key = written(typed)
        for row, command in enumerate(self._table):
            bound = self._keys[command.name]
            is_shown = (
                not typed.strip()
                or fit(typed, (self._words(command), self._english[command.name])) is not None
                or (bool(as_key) and as_key in (*bound.window, *bound.text))
            )
            self.list.setRowHidden(row, not is_shown)
        for row, (words, _) in enumerate(self._fixed(), start=len(self._table)):
            self.list.setRowHidden(row, bool(typed.strip()) and fit(typed, (words,)) is None)
        visible = [row for row in range(self.list.rowCount()) if not self.list.isRowHidden(row)]
        if visible and self.list.currentRow() not in visible:
            self.list.selectRow(visible[0])

    @property
    def chosen(self) -> str:
        """The name of the command that is being changed."""
        items = self.list.selectedItems()
        return str(items[0].data(_NAME_ROLE) or "") if items else ""

    def choose(self, name: str) -> None:
        """Choose a command."""
        self.list.selectRow(next(i for i, command in enumerate(self._table) if command.name == name))

    # Changing

    def _show_editor(self) -> None:
        self.edit.blockSignals(True)
        self.edit.clear()
        self.edit.blockSignals(False)
        self._look()

    def _look(self) -> None:
        """Say what stands against the key that was pressed, and who has it now."""
        name, keys = self.chosen, self._pressed
        self.problem.setText(self._said(name, keys) if keys else "")
        can = bool(name and keys) and self._part(keys) is not None
        self.add.setEnabled(can)
        self.replace.setEnabled(can)
        self.remove.setEnabled(bool(name) and any(self._keys[name]))
        self.reset.setEnabled(bool(name) and self._keys.is_own(name))

    @property
    def _pressed(self) -> str:
        return written(self.edit.keySequence().toString(QKeySequence.SequenceFormat.PortableText))

    def _part(self, keys: str) -> int | None:
        """Where a key belongs: 0 the window, 1 the text alone; None where no command can have it."""
        refusal = Keys.refusal(keys, text=False)
        if refusal == "letter":
            return 1 if not Keys.refusal(keys, text=True) else None
        return None if refusal else 0

    def _said(self, name: str, keys: str) -> str:
        part = self._part(keys)
        if part is None:
            return self.tr("{key} moves through the text and cannot be used for anything else.").format(
                key=shown(keys)
            )
        words = {command.name: self._words(command) for command in self._table}
        held = [words[other] for other in self._keys.holders(keys, besides=name)]
        if held:
            return self.tr("{key} is the key of “{command}”; it will be taken from it.").format(
                key=shown(keys), command=", ".join(held)
            )
        if part == 1:
            return self.tr("{key} will work while you read, not while you type.").format(key=shown(keys))
        return ""

    def _assign(self, *, add: bool) -> None:
        name, keys = self.chosen, self._pressed
        part = self._part(keys) if keys else None
        if not name or part is None:
            return
        for other in self._keys.holders(keys, besides=name):
            self._take(other, keys)
        bound = list(self._keys[name])
        kept = bound[part] if add else ()
        bound[part] = (*(k for k in kept if k != keys), keys)
        self._keys.set(name, Bound(*bound))
        self._keep()

    def _take(self, name: str, keys: str) -> None:
        bound = self._keys[name]
        self._keys.set(name, Bound(*(tuple(k for k in part if k != keys) for part in bound)))

    def _remove(self) -> None:
        self._keys.set(self.chosen, Bound())
        self._keep()

    def _reset(self, name: str | None) -> None:
        """Give keys back; who has them now loses them."""
        self._keys.reset(name)
        if name is not None:
            for keys in (*self._keys[name].window, *self._keys[name].text):
                for other in self._keys.holders(keys, besides=name):
                    self._take(other, keys)
        self._keep()

    def _keep(self) -> None:
        error = self._keys.save(self._folder)
        self._fill()
        self.changed.emit()
        if error is not None:
            self.failed.emit(error)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return does not close a list of keys."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return
        super().keyPressEvent(event)


def _actions_tr(words: str) -> str:
    return command_tr(words)
