"""The card of a word, over the text: what it means, how the translation says it, its figures, where else it stands."""

from __future__ import annotations

from functools import partial
from html import escape
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.icons import icon, icon_size
from desktop.notes.bar import place_beside
from desktop.theme import LIGHT, Theme, reading_font
from desktop.words.saying import facts_of, figure_words, meaning_html, place_words
from index.report import Language
from index.variants import fold

if TYPE_CHECKING:
    from desktop.words.looked import Looked

_WIDTH: Final = 408
_ROOMY: Final = 380
"""From this width on all three buttons stand side by side."""
_EDGE: Final = 8
_MARGINS: Final = 64
"""Beside the words of a button, with those of the card."""
_ROW: Final = 24
_ROWS: Final = 3
"""Places that are seen at once."""
_LISTED: Final = 400


class WordCard(QFrame):
    """Signals tell what is wanted of the word that is shown; ``place_wanted`` gives the number of one of its places."""

    next_wanted = Signal()
    back_wanted = Signal()
    character_wanted = Signal()
    place_wanted = Signal(int)
    figure_wanted = Signal(str)
    add_wanted = Signal()
    copy_wanted = Signal()
    glossary_wanted = Signal()
    dictionaries_wanted = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("popup")
        self.setAccessibleName(self.tr("Word"))
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedWidth(_WIDTH)
        self.looked: Looked | None = None
        self._theme = LIGHT
        self._build()
        for widget in (self, *self.findChildren(QWidget)):
            if widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
                widget.installEventFilter(self)
        self.hide()

    # Building

    def _build(self) -> None:
        self.word, self.reading = self._label(), self._label()
        self.word.setFont(reading_font(Language.ZH, 22, bold=True))
        self.reading.setObjectName("muted")
        self.facts, self.usual, self.here, self.unknown = (self._label() for _ in range(4))
        self.facts.setObjectName("muted")
        self.unknown.setObjectName("muted")
        self.meaning = self._label()
        self.meaning.setTextFormat(Qt.TextFormat.RichText)
        for label in (self.usual, self.here):
            label.setTextFormat(Qt.TextFormat.RichText)
        self.dictionaries = self._push(self.tr("Add a dictionary…"), self.dictionaries_wanted, "link")
        self.close_ = self._tool("", self.tr("Close (Esc)"))
        self.close_.setIconSize(icon_size())
        self.close_.clicked.connect(self.leave)
        self.figures = QVBoxLayout()
        self.figures.setSpacing(4)
        self.times = self._label()
        self.times.setObjectName("muted")
        self.previous = self._tool("‹", self.tr("Previous place (Left)"))
        self.following = self._tool("›", self.tr("Next place (Right)"))
        self.previous.clicked.connect(lambda: self._step(-1))
        self.following.clicked.connect(lambda: self._step(1))
        self.places = QListWidget(self)
        self.places.setAccessibleName(self.tr("Where the word stands in this report"))
        self.places.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.places.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.places.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.places.setUniformItemSizes(True)
        self.places.setFont(reading_font(Language.ZH, 13))
        self.places.itemClicked.connect(lambda item: self.place_wanted.emit(self.places.row(item)))
        self.add = self._push(self.tr("Add to the word list"), self.add_wanted)
        self.copy = self._push(self.tr("Copy"), self.copy_wanted)
        self.glossary = self._push(self.tr("Add to the glossary…"), self.glossary_wanted)
        self.keys = self._label()
        self.keys.setObjectName("muted")
        self.keys.setStyleSheet("font-size: 12px;")
        self.keys.setText(self.tr("N next word · B back · M next character · Esc closes"))
        self._lay_out()

    def _lay_out(self) -> None:
        head, step, foot = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.word, 1)
        head.addWidget(self.close_, 0, Qt.AlignmentFlag.AlignTop)
        step.setSpacing(4)
        step.addWidget(self.times, 1)
        step.addWidget(self.previous)
        step.addWidget(self.following)
        foot.setSpacing(6)
        for button in (self.add, self.copy, self.glossary):
            foot.addWidget(button)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 12, 10)
        column.setSpacing(5)
        column.addLayout(head)
        for part in (self.reading, self.facts, self.meaning, self.usual, self.here, self.unknown):
            column.addWidget(part)
        column.addWidget(self.dictionaries, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(self.figures)
        column.addLayout(step)
        column.addWidget(self.places)
        column.addSpacing(4)
        column.addLayout(foot)
        column.addWidget(self.keys)

    def _label(self) -> QLabel:
        label = QLabel("", self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        return label

    def _push(self, words: str, wanted: SignalInstance, name: str = "") -> QPushButton:
        button = QPushButton(words, self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.clicked.connect(wanted)
        return button

    def _tool(self, sign: str, words: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(sign)
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self._theme = theme
        self.close_.setIcon(icon("close", theme.text, theme.faint))
        if self.looked is not None:
            self.show_word(self.looked)

    # Content

    def show_word(self, looked: Looked) -> None:
        """Show a word; its places are listed anew only where it is another one."""
        again = self.looked is not None and self.looked.places == looked.places
        self.looked = looked
        head, shown = looked.head, looked.text.shown
        self.word.setText(shown(looked.side, head.word))
        self._put(self.reading, head.reading if looked.side is Language.ZH else "")
        self._put(self.facts, " · ".join(facts_of(looked)))
        self._put(self.meaning, meaning_html(looked, self._theme))
        self.show_here()
        self._show_figures()
        self.dictionaries.setVisible(
            not looked.lookup.has_dictionaries and not head.known and looked.side is Language.ZH
        )
        self.keys.show()
        self.setAccessibleDescription(". ".join(filter(None, (head.word, head.reading, looked.meaning))))
        if not again:
            self.places.clear()
            for place in looked.places[:_LISTED]:
                words = place_words(looked, place)
                item = QListWidgetItem(words.shown)
                item.setToolTip(words.whole)
                item.setSizeHint(QSize(0, _ROW))
                item.setData(Qt.ItemDataRole.AccessibleTextRole, words.whole)
                self.places.addItem(item)
            rows = min(_ROWS, self.places.count())
            self.places.setFixedHeight(rows * _ROW)
        self._show_place()

    def show_here(self) -> None:
        """Say what the translation says, which may be known better by now."""
        looked = self.looked
        if looked is None:
            return
        usual, here = "" if looked.head.known else looked.usual, looked.here
        if here and fold(here) in {fold(each) for each in (*looked.head.meaning.split("; "), usual)}:
            here = ""
        shown = partial(looked.text.shown, looked.side.other)
        for label, said, words in (
            (self.usual, self.tr("In this report mostly: {words}"), usual),
            (self.here, self.tr("In this sentence: {words}"), here),
        ):
            self._put(label, said.format(words=f"<b>{escape(shown(words))}</b>") if words else "")
        self._put(self.unknown, "" if looked.head.known else self._nothing(looked))

    def _nothing(self, looked: Looked) -> str:
        if looked.side is Language.EN:
            return self.tr("The glossary does not have this word. You can add it with its Chinese.")
        if looked.lookup.has_dictionaries:
            return self.tr(
                "Neither the glossary nor your dictionaries have this word. You can add it to the glossary."
            )
        return self.tr(
            "The glossary does not have this word. A dictionary in CC-CEDICT format, added once, explains most words."
        )

    def _show_figures(self) -> None:
        while (item := self.figures.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for indicator in self.looked.indicators if self.looked is not None else ():
            name, value = figure_words(indicator, self._side)
            room = self.width() - _MARGINS - self.fontMetrics().horizontalAdvance(f"  {value}")
            short = self.fontMetrics().elidedText(name, Qt.TextElideMode.ElideMiddle, room)
            chip = QPushButton(f"{short}  {value}".replace("&", "&&"), self)
            chip.setAccessibleName(f"{name}  {value}")
            chip.setObjectName("chip")
            chip.setAutoDefault(False)
            chip.setToolTip(f"{name}\n{self.tr('Go to this figure')}")
            chip.setCursor(Qt.CursorShape.PointingHandCursor)
            chip.clicked.connect(lambda _=False, key=indicator.id: self.figure_wanted.emit(key))
            chip.installEventFilter(self)
            self.figures.addWidget(chip, 0, Qt.AlignmentFlag.AlignLeft)
            chip.show()  # a layout leaves no room for what is only about to be shown
            chip.ensurePolished()

    @property
    def _side(self) -> Language:
        return self.looked.side if self.looked is not None else Language.ZH

    def _show_place(self) -> None:
        assert self.looked is not None
        count, at = len(self.looked.places), self.looked.at
        once = self.tr("Once in this report")
        often = self.tr("{n} times in this report") if at < 0 else self.tr("{at} of {n} in this report")
        self.times.setText(once if count == 1 else often.format(n=count, at=at + 1))
        for button in (self.previous, self.following):
            button.setVisible(count > 1)
        self.places.setVisible(count > 1)
        if 0 <= at < self.places.count():
            self.places.setCurrentRow(at)
            self.places.scrollToItem(self.places.item(at), QAbstractItemView.ScrollHint.PositionAtCenter)
        else:
            self.places.setCurrentRow(-1)

    def set_kept(self, *, word: bool, sentence: bool) -> None:
        """Say whether the word list has the word, and this sentence of it."""
        if word and sentence:
            self.add.setText(self.tr("In the word list"))
        else:
            self.add.setText(self.tr("Add this sentence") if word else self.tr("Add to the word list"))
        self.add.setEnabled(not (word and sentence))

    @staticmethod
    def _put(label: QLabel, words: str) -> None:
        label.setText(words)
        label.setVisible(bool(words))

    # Showing

    def show_beside(self, words: QRect) -> None:
        """Stand below the word, or above where there is no room."""
        parent = self.parentWidget()
        room = parent.size() if parent is not None else self.size()
        self.setFixedWidth(min(_WIDTH, room.width() - _EDGE))
        self.glossary.setVisible(self.width() >= _ROOMY)
        self._fit()
        for part in (self.keys, self.places):  # what can be done without, in a small window
            if self.height() > room.height() and not part.isHidden():
                part.hide()
                self._fit()
        self.move(place_beside(words, self, above=False))
        self.show()
        self.raise_()

    def _fit(self) -> None:
        """Be as high as what is shown."""
        layout = self.layout()
        if layout is not None:
            layout.invalidate()
            layout.activate()
            self.setFixedHeight(max(layout.heightForWidth(self.width()), layout.minimumSize().height()))

    def leave(self) -> None:
        """Go away."""
        if not self.isHidden():
            self.hide()
            self.looked = None
            self.closed.emit()

    def _step(self, by: int) -> None:
        if self.looked is not None and self.looked.places:
            count, at = len(self.looked.places), self.looked.at
            self.place_wanted.emit((at + by) % count if at >= 0 else 0 if by > 0 else count - 1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Letters and arrows mean the same wherever in the card the focus is."""
        kinds = (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride)
        if event.type() not in kinds or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.modifiers() not in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier):
            return super().eventFilter(watched, event)
        uses = {
            Qt.Key.Key_N: self.next_wanted.emit,
            Qt.Key.Key_B: self.back_wanted.emit,
            Qt.Key.Key_M: self.character_wanted.emit,
            Qt.Key.Key_Right: lambda: self._step(1),
            Qt.Key.Key_Left: lambda: self._step(-1),
            Qt.Key.Key_Escape: self.leave,
        }
        if watched is self.places:
            chosen = self.places.currentRow()
            enter = lambda: self.place_wanted.emit(chosen) if chosen >= 0 else None  # noqa: E731
            uses |= {Qt.Key.Key_Return: enter, Qt.Key.Key_Enter: enter}
        elif isinstance(watched, QPushButton) and watched.isEnabled():
            uses |= {Qt.Key.Key_Return: watched.click, Qt.Key.Key_Enter: watched.click}
        use = uses.get(Qt.Key(event.key()))
        if use is None:
            return super().eventFilter(watched, event)
        event.accept()
        if event.type() == QEvent.Type.KeyPress:
            use()
        return True
