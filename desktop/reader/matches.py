"""Near matches of the memory below the editor: what differs is struck through or underlined, not coloured alone."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.reader.provenance import provenance
from desktop.remembered import Offer
from desktop.theme import Theme
from index.report import Language
from models.fuzzy import differences


class MatchList(QFrame):
    """The best matches, each taken over with one key."""

    taken = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.offers: tuple[Offer, ...] = ()
        self.buttons: list[QPushButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        self.hide()

    def show_offers(self, offers: Sequence[Offer], sentence: str) -> None:
        """Show these, the best first."""
        self.offers = tuple(offers)
        for number, offer in enumerate(self.offers, start=1):
            self._column.addWidget(self._row(number, offer, sentence))
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
        words = f"{percent}  ·  {provenance(entry)}"
        if offer.is_adapted:
            words += f"  ·  {self.tr('with the figures of this sentence')}"
        about = QLabel(words, row)
        about.setObjectName("muted")
        about.setTextFormat(Qt.TextFormat.PlainText)
        about.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        about.setToolTip(words)
        button = QPushButton(self.tr("Take over (Alt+{n})").format(n=number), row)
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
