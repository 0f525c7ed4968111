"""The head of the brief panel: which brief is shown, its name, and what can be done with all of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QMenu, QStackedWidget, QToolButton, QWidget

from index.briefs import Brief
from index.report import Language

_LONGEST: Final = 200


class BriefHead(QWidget):
    """A list to choose from, a line to name in, two menus."""

    brief_chosen = Signal(str)
    create_wanted = Signal(str)
    rename_wanted = Signal(str)
    delete_wanted = Signal()
    restore_wanted = Signal(str)
    export_wanted = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.deleted: Callable[[], Sequence[Brief]] = lambda: ()
        self._is_new = True
        self.is_naming = False
        self._titles: dict[str, str] = {}
        self.choice = QComboBox(self)
        self.choice.setAccessibleName(self.tr("Brief"))
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.choice.setMinimumContentsLength(8)
        self.choice.setPlaceholderText(self.tr("No brief yet"))
        self.name = QLineEdit(self)
        self.name.setMaxLength(_LONGEST)
        self.name.setPlaceholderText(self.tr("Name of the brief, then Enter"))
        self.name.setAccessibleName(self.tr("Name of the brief"))
        self.name.installEventFilter(self)
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.choice)
        self.stack.addWidget(self.name)
        self.stack.setSizePolicy(self.choice.sizePolicy())
        self.more = self._button("⋯", self.tr("Briefs: new, rename, delete"))
        self.export = self._button(self.tr("Export"), self.tr("Export this brief"))
        self._fill_menus()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.stack, 1)
        row.addWidget(self.more)
        row.addWidget(self.export)
        self.choice.activated.connect(lambda row: self.brief_chosen.emit(self.choice.itemData(row)))
        self.name.returnPressed.connect(self._named)

    def _button(self, words: str, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("boxed")
        button.setText(words)
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setMenu(QMenu(button))
        return button

    def _fill_menus(self) -> None:
        menu = self.more.menu()
        menu.addAction(self.tr("New brief…"), self.ask_new)
        self.rename_action = menu.addAction(self.tr("Rename…"), self.ask_rename)
        self.delete_action = menu.addAction(self.tr("Delete this brief"), self.delete_wanted.emit)
        self._restore = menu.addMenu(self.tr("Bring a deleted brief back"))
        menu.aboutToShow.connect(self.fill_deleted)
        menu = self.export.menu()
        for form, words in (
            ("docx", self.tr("Word document…")),
            ("html", self.tr("Web page…")),
            ("md", self.tr("Markdown…")),
        ):
            action = menu.addAction(words, lambda form=form: self.export_wanted.emit(form, self.frame))
            action.setData(form)
        menu.addSeparator()
        self._frames = QActionGroup(self)
        self._frame(menu, self.tr("For readers of English"), Language.EN)
        self._frame(menu, self.tr("For readers of Chinese"), Language.ZH)

    def _frame(self, menu: QMenu, words: str, language: Language) -> None:
        action = QAction(words, self)
        menu.addAction(action)
        action.setCheckable(True)
        action.setData(str(language))
        action.setToolTip(self.tr("The language of titles and sources; passages are always in both"))
        self._frames.addAction(action)
        action.setChecked(language is Language.EN)

    @property
    def frame(self) -> Language:
        """The language of whoever the brief is for."""
        return Language(self._frames.checkedAction().data())

    def set_frame(self, language: Language) -> None:
        """Choose it."""
        for action in self._frames.actions():
            action.setChecked(action.data() == str(language))

    def show_briefs(self, briefs: Sequence[Brief], current: Brief | None) -> None:
        """The briefs to choose from."""
        self._titles = {brief.id: brief.title or self.tr("Untitled brief") for brief in briefs}
        self.choice.clear()
        for key, title in self._titles.items():
            self.choice.addItem(title, key)
        self.choice.setCurrentIndex(self.choice.findData(current.id) if current is not None else -1)
        self.choice.setEnabled(bool(briefs))
        self.choice.setToolTip(self.choice.currentText())
        for action in (self.rename_action, self.delete_action):
            action.setEnabled(current is not None)
        self.export.setEnabled(current is not None and bool(current.entries))

    def fill_deleted(self) -> None:
        """Offer the briefs that were deleted."""
        self._restore.clear()
        for brief in self.deleted():
            words = f"{brief.title or self.tr('Untitled brief')}  ({len(brief.quotes)})"
            action = self._restore.addAction(words.replace("&", "&&"))
            action.triggered.connect(lambda _=False, key=brief.id: self.restore_wanted.emit(key))
        self._restore.setEnabled(not self._restore.isEmpty())

    # Naming

    def ask_new(self) -> None:
        """Ask for the name of a new brief."""
        self._ask("", is_new=True)

    def ask_rename(self) -> None:
        """Ask for another name of this one."""
        self._ask(self.choice.currentText(), is_new=False)

    def _ask(self, words: str, *, is_new: bool) -> None:
        self._is_new = is_new
        self.name.setText(words)
        self.name.selectAll()
        self.is_naming = True
        self.stack.setCurrentWidget(self.name)
        self.name.setFocus()

    def _named(self) -> None:
        words = " ".join(self.name.text().split())
        if not self.is_naming:
            return
        self.leave_naming()
        if words:
            (self.create_wanted if self._is_new else self.rename_wanted).emit(words)

    def leave_naming(self) -> None:
        """Show the list again."""
        self.is_naming = False
        self.stack.setCurrentWidget(self.choice)
        self.choice.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Escape leaves the line; so does a click elsewhere, which keeps what was written."""
        if watched is self.name and self.is_naming:
            if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
                if event.key() == Qt.Key.Key_Escape:
                    self.leave_naming()
                    return True
            elif event.type() == QEvent.Type.FocusOut and self.window().isActiveWindow():
                self._named()
        return super().eventFilter(watched, event)
