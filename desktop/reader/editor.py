"""The editor over a sentence in the text: its source, its translation to be put right, and what the memory offers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QTextCursor
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.reader.figure_warning import FigureWarning
from desktop.reader.matches import MatchList
from desktop.remembered import Offer
from desktop.theme import Theme, reading_font
from index.report import Language

if TYPE_CHECKING:
    from models.figures import FigureCheck

CHECK_MS: Final = 160
_LINES: Final = (2, 12)
_MATCHES_HEIGHT: Final = 230
_MATCH_KEYS: Final = 3
_WITH_KEYS: Final = 500
"""The width from which there is room to name the keys beside the buttons."""


class SentenceEditor(QFrame):
    """Emits ``saved`` or ``left`` with the text and then has nothing more to do; whoever made it closes it."""

    saved = Signal(str)
    left = Signal(str)
    machine_wanted = Signal()
    edited = Signal()

    def __init__(
        self,
        source: str,
        text: str,
        target: Language,
        theme: Theme,
        pixels: float,
        check: Callable[[str], FigureCheck],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("sentence_editor")
        self.theme, self._check, self._sentence = theme, check, source
        self.machine_text: str | None = None
        self.is_saved = False
        self.checked: FigureCheck | None = None
        self.source = QLabel(source, self)
        self.source.setTextFormat(Qt.TextFormat.PlainText)
        self.source.setObjectName("muted")
        self.source.setWordWrap(True)
        self.source.setFont(reading_font(target.other, pixels * 0.9))
        self.source.setAccessibleName(source)
        self.note = QLabel("", self)
        self.note.setObjectName("muted")
        self.note.setWordWrap(True)
        self.note.hide()
        self.line = QPlainTextEdit(text, self)
        self.line.setFont(reading_font(target, pixels))
        self.line.setTabChangesFocus(True)
        self.line.setAccessibleName(self.tr("Translation of this sentence"))
        self.line.setAccessibleDescription(source)
        self.line.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.warning = FigureWarning(theme, self)
        self.machine = QPushButton(self.tr("Machine's version"), self)
        self.machine.setObjectName("link")
        self.save_button = QPushButton(self.tr("Save"), self)
        self.save_button.setObjectName("primary")
        self.save_button.setToolTip("Ctrl+Enter")
        self.leave_button = QPushButton(self.tr("Leave"), self)
        self.leave_button.setToolTip("Esc")
        self.keys = QLabel(self.tr("Ctrl+Enter saves · Esc leaves"), self)
        self.matches = MatchList(theme, self)
        self._scroll = QScrollArea(self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(CHECK_MS)
        self._build()
        self._connect()
        self.set_theme(theme)
        self.look()

    def _build(self) -> None:
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(14, 11, 14, 10)
        column.setSpacing(7)
        column.addWidget(self.source)
        column.addWidget(self.note)
        column.addWidget(self.line)
        column.addWidget(self.warning)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self.matches)
        self._scroll.hide()
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.machine)
        self.keys.setObjectName("muted")
        row.addStretch(1)
        row.addWidget(self.keys)
        row.addWidget(self.leave_button)
        row.addWidget(self.save_button)
        column.addLayout(row)
        column.addWidget(self._scroll)

    def _connect(self) -> None:
        self.line.textChanged.connect(self._typed)
        self._timer.timeout.connect(self.look)
        self.machine.clicked.connect(self._ask_machine)
        self.save_button.clicked.connect(self.save)
        self.leave_button.clicked.connect(self.leave)
        self.matches.taken.connect(self.put)
        uses: list[tuple[str, Callable[[], object]]] = [
            ("Ctrl+Return", self.save), ("Ctrl+Enter", self.save), ("Esc", self.leave),
        ]  # fmt: skip
        for keys, use in uses:
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(use)
        self.line.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Alt with a digit takes a match; elsewhere the window marks words with these keys."""
        kinds = (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride)
        if event.type() in kinds and isinstance(event, QKeyEvent):
            number = event.key() - int(Qt.Key.Key_0)
            if event.modifiers() == Qt.KeyboardModifier.AltModifier and 1 <= number <= _MATCH_KEYS:
                event.accept()
                if event.type() == QEvent.Type.KeyPress:
                    self.matches.take(number)
                return True
        return super().eventFilter(watched, event)

    def set_theme(self, theme: Theme) -> None:
        """Another theme."""
        self.theme = theme
        self.warning.sign.theme = theme
        self.matches.set_theme(theme)
        self.setStyleSheet(_style(theme))
        self.fit()

    # What it shows

    def text(self) -> str:
        """What is written, on one line."""
        return " ".join(self.line.toPlainText().split())

    def put(self, text: str) -> None:
        """Write ``text`` in place of all that is there; the line's own undo takes it back."""
        cursor = self.line.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)
        self.line.setFocus()
        self.look()

    def tell(self, words: str) -> None:
        """A quiet line above the translation."""
        self.note.setText(words)
        self.note.setVisible(bool(words))
        self.fit()

    def set_machine(self, text: str | None) -> None:
        """What the machine makes of the sentence; None while that is not known."""
        waiting = not self.machine.isEnabled()
        self.machine_text = text
        self.machine.setEnabled(True)
        if waiting and text:
            self.put(text)

    def set_waiting(self) -> None:
        """The machine is at work."""
        self.machine.setEnabled(False)

    def show_offers(self, offers: Sequence[Offer]) -> None:
        """Near matches of the memory."""
        self.matches.show_offers(offers, self._sentence)
        self._scroll.setVisible(bool(offers))
        self.fit()

    def _ask_machine(self) -> None:
        if self.machine_text:
            self.put(self.machine_text)
        else:
            self.set_waiting()
            self.machine_wanted.emit()

    def _typed(self) -> None:
        self._timer.start()
        self.save_button.setEnabled(bool(self.text()))
        self.fit()
        self.edited.emit()

    def look(self) -> None:
        """Compare the figures with those of the source and say what does not agree."""
        self._timer.stop()
        self.save_button.setEnabled(bool(self.text()))
        self.checked = self._check(self.text()) if self.text() else None
        self.warning.show_check(self.checked)
        self.fit()

    # Ending

    def save(self) -> None:
        """Keep what is written; figures that do not agree are told first, and saving once more keeps it all the same."""
        if not self.text():
            return
        told = self.checked
        self.look()
        now = self.checked
        if (
            now is not None
            and not now.sound
            and (told is None or (told.missing, told.invented) != (now.missing, now.invented))
        ):
            return
        self.saved.emit(self.text())

    def leave(self) -> None:
        """Close without saving."""
        self.left.emit(self.text())

    # Size

    def fit(self) -> None:
        """As high as what is in it, within reason."""
        inner = max(120, self.width() - 28)
        metrics = self.line.fontMetrics()
        lines = min(max(self._count_lines(inner - 24), _LINES[0]), _LINES[1])
        margin = self.line.document().documentMargin()
        self.line.setFixedHeight(round(lines * metrics.lineSpacing() + 2 * margin + 10))
        if not self._scroll.isHidden():
            height = self.matches.heightForWidth(inner) if self.matches.hasHeightForWidth() else 0
            height = height if height > 0 else self.matches.sizeHint().height()
            self._scroll.setFixedHeight(min(_MATCHES_HEIGHT, height + 4))
        layout = self._column
        self.keys.setVisible(self.width() >= _WITH_KEYS)
        self.warning.updateGeometry()  # what was said just now counts at once
        layout.invalidate()
        height = (
            layout.totalHeightForWidth(self.width())
            if layout.hasHeightForWidth()
            else layout.sizeHint().height()
        )
        if height > 0 and height != self.height():
            self.resize(self.width(), height)

    def _count_lines(self, width: int) -> int:
        box = self.line.fontMetrics().boundingRect(
            0, 0, max(40, width), 100_000, int(Qt.TextFlag.TextWordWrap), self.line.toPlainText() or " "
        )
        return -(-box.height() // max(1, self.line.fontMetrics().lineSpacing()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the height to the new width."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.fit()


def _style(theme: Theme) -> str:
    t = theme
    return f"""
    QFrame#sentence_editor {{ background: {t.raised}; border: 1px solid {t.accent}; border-radius: 8px; }}
    QFrame#sentence_editor QLabel {{ color: {t.text}; background: transparent; }}
    QFrame#sentence_editor QLabel#muted {{ color: {t.muted}; }}
    QFrame#sentence_editor QLabel#problem {{ color: {t.warning}; }}
    QFrame#sentence_editor QPlainTextEdit {{ background: {t.paper}; border: 1px solid {t.border}; border-radius: 6px;
        padding: 2px 4px; color: {t.text}; selection-background-color: {t.selection}; selection-color: {t.text}; }}
    QFrame#sentence_editor QPlainTextEdit:focus {{ border-color: {t.muted}; }}
    QFrame#sentence_editor QScrollArea, QFrame#sentence_editor QScrollArea > QWidget > QWidget {{
        background: transparent; border: none; border-top: none; }}
    QPushButton#primary {{ background: {t.accent}; color: {t.paper}; border: 1px solid {t.accent}; border-radius: 6px;
        padding: 5px 14px; }}
    QPushButton#primary:focus {{ border-color: {t.text}; }}
    QPushButton#primary:disabled {{ background: {t.border}; border-color: {t.border}; color: {t.muted}; }}
    """
