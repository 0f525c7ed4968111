"""The card of one note, over the text: its colour, its words, its tags. What is written is kept while one writes."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, QRect, QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCompleter,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.icons import icon, icon_size
from desktop.notes.bar import place_beside
from desktop.notes.swatches import Swatches
from desktop.theme import LIGHT, Theme
from index.notes.model import Look, Note, tags_of

PAUSE_MS: Final = 600
"""After this pause in writing what was written is kept."""
_WIDTH: Final = 340
_HEIGHT: Final = 96


class NoteCard(QFrame):
    """``written`` tells comment and tags as they are now, ``done`` that the card was left."""

    written = Signal(str, object)
    coloured = Signal(object)
    look_wanted = Signal(object)
    delete_wanted = Signal()
    done = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("popup")
        self.setAccessibleName(self.tr("Note"))
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setFixedWidth(_WIDTH)
        self.key = ""
        self._look = Look.HIGHLIGHT
        self._theme = LIGHT
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.keep)
        self._filling = self._untold = False
        self._known: tuple[str, ...] = ()
        self._build()
        self.hide()

    def _build(self) -> None:
        self.swatches = Swatches(self)
        self.swatches.chosen.connect(self.coloured)
        self.underline = self._button("underline", self.tr("Underline instead of highlighting"))
        self.underline.setObjectName("toggle")
        self.underline.setCheckable(True)
        self.underline.clicked.connect(
            lambda on: self.look_wanted.emit(Look.UNDERLINE if on else Look.HIGHLIGHT)
        )
        self.delete = self._button("delete", self.tr("Delete the note"))
        self.delete.clicked.connect(self.delete_wanted)
        self.close_ = self._button("close", self.tr("Close (Esc)"))
        self.close_.clicked.connect(self.leave)
        self.comment = QPlainTextEdit(self)
        self.comment.setPlaceholderText(self.tr("Write a note"))
        self.comment.setAccessibleName(self.tr("Note"))
        self.comment.setTabChangesFocus(True)
        self.comment.setFixedHeight(_HEIGHT)
        self.tags = QLineEdit(self)
        self.tags.setPlaceholderText(self.tr("Tags, separated by commas"))
        self.tags.setAccessibleName(self.tr("Tags"))
        self._completer = QCompleter([], self)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setWidget(self.tags)
        self._completer.activated.connect(self._complete)
        self.place = QLabel("", self)
        self.place.setObjectName("muted")
        self.place.setTextFormat(Qt.TextFormat.PlainText)
        self.place.setWordWrap(True)
        self.finish = QPushButton(self.tr("Done"), self)
        self.finish.clicked.connect(self.leave)
        head = QHBoxLayout()
        head.setSpacing(2)
        head.addWidget(self.swatches)
        head.addWidget(self.underline)
        head.addStretch(1)
        head.addWidget(self.delete)
        head.addWidget(self.close_)
        foot = QHBoxLayout()
        foot.addWidget(self.place, 1)
        foot.addWidget(self.finish, 0, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 10)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.comment)
        column.addWidget(self.tags)
        column.addLayout(foot)
        self.comment.textChanged.connect(self._changed)
        self.tags.textEdited.connect(self._changed)
        self.tags.textEdited.connect(self._offer)
        self.comment.installEventFilter(self)
        self.tags.installEventFilter(self)

    def _button(self, drawn: str, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setProperty("drawn", drawn)
        button.setIconSize(icon_size())
        button.setAccessibleName(name)
        button.setToolTip(name)
        return button

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self._theme = theme
        self.swatches.set_theme(theme)
        for button in (self.underline, self.delete, self.close_):
            button.setIcon(icon(str(button.property("drawn")), theme.text, theme.faint))

    def open_note(self, note: Note, place: str, tags: tuple[str, ...]) -> None:
        """Show a note; ``place`` says where it stands, ``tags`` are offered."""
        self.keep()
        self._filling = True
        self.key = note.id
        self.comment.setPlainText(note.comment)
        self.tags.setText(", ".join(note.tags))
        self._filling = False
        self.place.setText(place)
        self._known = tags
        self.show_look(note)

    def show_look(self, note: Note) -> None:
        """Show colour and look as they are now; what is being written stays."""
        self.swatches.set_current(note.colour)
        self.underline.setChecked(note.look is Look.UNDERLINE)

    def show_beside(self, words: QRect) -> None:
        """Stand below the words, or above where there is no room."""
        self.adjustSize()
        self.move(place_beside(words, self, above=False))
        self.show()
        self.raise_()

    def write(self) -> None:
        """Put the cursor into the note."""
        self.comment.setFocus(Qt.FocusReason.OtherFocusReason)
        self.comment.moveCursor(self.comment.textCursor().MoveOperation.End)

    def keep(self) -> None:
        """Tell what is written, where it was not told yet."""
        self._pause.stop()
        if self._untold:
            self._untold = False
            self.written.emit(self.comment.toPlainText(), tags_of(self.tags.text()))

    def leave(self) -> None:
        """Keep what is written and go."""
        self.keep()
        if not self.isHidden():
            self.hide()
            self.key = ""
            self.done.emit()

    def _changed(self) -> None:
        if not self._filling:
            self._untold = True
            self._pause.start()

    # Tags

    def _offer(self, words: str) -> None:
        """Offer tags that begin like the last one in the line."""
        beginning = words.replace("，", ",").rsplit(",", 1)[-1].strip()
        given = {tag.casefold() for tag in tags_of(words)}
        offered = [
            tag
            for tag in self._known
            if beginning and tag.casefold().startswith(beginning.casefold()) and tag.casefold() not in given
        ]
        if not offered:
            if (popup := self._completer.popup()) is not None:
                popup.hide()
            return
        self._completer.setModel(QStringListModel(offered, self._completer))
        self._completer.setCompletionPrefix(beginning)
        self._completer.complete()

    def _complete(self, tag: str) -> None:
        before = tags_of(self.tags.text().replace("，", ",").rpartition(",")[0])
        self.tags.setText(", ".join((*before, tag)) + ", ")
        self._changed()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc and Ctrl+Enter leave the card, Enter in the tags too; both keep what is written."""
        if event.type() in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride) and isinstance(
            event, QKeyEvent
        ):
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            if event.key() == Qt.Key.Key_Escape or (enter and (ctrl or watched is self.tags)):
                event.accept()
                if event.type() == QEvent.Type.KeyPress:
                    self.leave()
                return True
        return super().eventFilter(watched, event)
