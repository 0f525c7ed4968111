"""Near matches of the memory below the editor: what differs is struck through or underlined, not coloured alone."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.reader.provenance import origin_words, provenance
from desktop.remembered import Offer
from desktop.theme import Theme
from index.report import Language
from models.fuzzy import differences


class MatchList(QFrame):
    """The best matches, each taken over with one key."""

    taken = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._sentence = theme, ""
        self.offers: tuple[Offer, ...] = ()
        self.buttons: list[QPushButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Another theme."""
        if theme is not self._theme:
            self._theme = theme
            self.show_offers(self.offers, self._sentence)

    def show_offers(self, offers: Sequence[Offer], sentence: str) -> None:
        """Show these, the best first."""
        self.offers, self._sentence = tuple(offers), sentence
        self.buttons.clear()
        while (item := self._column.takeAt(0)) is not None:
            if (row := item.widget()) is not None:
                row.hide()
                row.deleteLater()
        for number, offer in enumerate(self.offers, start=1):
            row = self._row(number, offer, sentence)
            self._column.addWidget(row)
            row.show()
        self.setVisible(bool(self.offers))

    def take(self, number: int) -> None:
        """Take the translation of a match over; counted from 1."""
        if 1 <= number <= len(self.offers):
            self.taken.emit(self.offers[number - 1].target)

    def _row(self, number: int, offer: Offer, sentence: str) -> QWidget:
        row = QWidget(self)
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        head = QHBoxLayout()
        entry = offer.match.entry
        percent = f"{int(offer.match.likeness * 100)} %"
        words = f"{percent}  ·  {origin_words(entry)}"
        if offer.is_adapted:
            words += f"  ·  {self.tr('with the figures of this sentence')}"
        about = _Elided(words, row)
        about.setToolTip(f"{words}\n{provenance(entry)}")
        about.setObjectName("muted")
        button = QPushButton(self.tr("Use (Alt+{n})").format(n=number), row)
        button.setObjectName("link")
        button.setAccessibleName(f"{button.text()}: {percent}, {offer.target}")
        button.clicked.connect(lambda _=False, n=number: self.take(n))
        self.buttons.append(button)
        head.addWidget(about, 1)
        head.addWidget(button)
        column.addLayout(head)
        source = _label(difference_html(entry.source, sentence, entry.language, self._theme), row)
        source.setAccessibleName(difference_words(entry.source, sentence, entry.language))
        column.addWidget(source)
        target = _label(escape(offer.target), row)
        target.setAccessibleName(offer.target)
        column.addWidget(target)
        return row


class _Elided(QLabel):
    """One line of plain text that ends in an ellipsis where there is no room for all of it."""

    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(words, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw as much as there is room for."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        words = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignVCenter), words)


def difference_html(old: str, new: str, language: Language, theme: Theme) -> str:
    """The sentence as it is now: what the old one had besides is struck through, what is new is bold and underlined."""
    parts = []
    for step in differences(old, new, language):
        gone, come = escape(step.old.of(old)), escape(step.new.of(new))
        if step.kind == "equal":
            parts.append(come)
            continue
        if gone:
            parts.append(f"<s style='color:{theme.muted}'>{gone}</s>")
        if come:
            parts.append(f"<b style='color:{theme.actual}'><u>{come}</u></b>")
    return "".join(parts)


def difference_words(old: str, new: str, language: Language) -> str:
    """The same for a screen reader."""
    parts = []
    for step in differences(old, new, language):
        gone, come = step.old.of(old).strip(), step.new.of(new).strip()
        if step.kind == "equal":
            continue
        if gone:
            parts.append(_tr("without {words}").format(words=gone))
        if come:
            parts.append(_tr("with {words}").format(words=come))
    return "; ".join(parts)


def _label(html: str, parent: QWidget) -> QLabel:
    label = QLabel(html, parent)
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setWordWrap(True)
    return label


def _tr(words: str) -> str:
    return QCoreApplication.translate("matches", words)
