"""How the entries of a brief are drawn and edited: headings, notes, passages with translation, source and comment."""

from __future__ import annotations

from typing import Final, NamedTuple

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QLineEdit,
    QPlainTextEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop.itemmodels.brief import ENTRY_ROLE, BriefModel, source_line
from desktop.reader.bilingual import SCRIPTS
from desktop.theme import LIGHT, Theme, reading_font
from index.briefs import Entry, Heading, Note, Quote
from index.report import Language

Index = QModelIndex | QPersistentModelIndex
_MARGIN: Final = 14
_LINE: Final = 1.5
_EDITOR: Final = 92
"""How high the editor of several lines is."""
_BAR: Final = 3


class Part(NamedTuple):
    """One run of text of an entry."""

    text: str
    font: QFont
    colour: str
    inset: int = 0


class BriefDelegate(QStyledItemDelegate):
    """Paints ``Entry``s, as high as their words."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme: Theme = LIGHT
        self.script = "written"
        self.width = 320
        self.editor: QWidget | None = None
        self._edited: QPersistentModelIndex | None = None

    # Drawing

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one entry."""
        entry = index.data(ENTRY_ROLE)
        if not isinstance(entry, Heading | Note | Quote):
            return
        painter.save()
        rect, state, theme = QRectF(option.rect), option.state, self.theme
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(theme.accent_soft))
            painter.fillRect(QRectF(rect.left(), rect.top(), _BAR, rect.height()), QColor(theme.accent))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(theme.hover))
        y = rect.top() + self._above(entry)
        for part in self.parts(entry):
            layout, height = self._laid_out(part)
            if part.inset:
                bar = QRectF(rect.left() + _MARGIN, y + 2, 2, height - 6)
                painter.fillRect(bar, QColor(theme.faint))
            painter.setPen(QColor(part.colour))
            layout.draw(painter, QPointF(rect.left() + _MARGIN + part.inset, y))
            y += height
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(theme.muted), 1, Qt.PenStyle.DotLine))
            painter.drawRect(rect.adjusted(1, 1, -2, -2))
        else:
            painter.setPen(QPen(QColor(theme.border), 1))
            left, right = rect.left() + _MARGIN, rect.right() - _MARGIN
            painter.drawLine(QPointF(left, rect.bottom()), QPointF(right, rect.bottom()))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as its lines, with room for the editor that is open over it."""
        entry = index.data(ENTRY_ROLE)
        widget = option.widget
        if isinstance(widget, QWidget):
            self.width = max(140, widget.width() - 14)
        if not isinstance(entry, Heading | Note | Quote):
            return QSize(self.width, 40)
        height = self._above(entry) + 8 + sum(self._laid_out(part)[1] for part in self.parts(entry))
        if self._is_edited(index):
            height = max(height, _EDITOR + 12) if isinstance(entry, Note) else height
            height += _EDITOR + 8 if isinstance(entry, Quote) else 0
        return QSize(self.width, round(height))

    def parts(self, entry: Entry) -> list[Part]:
        """What an entry says, in order."""
        t = self.theme
        small, body = reading_font(Language.ZH, 12), reading_font(Language.ZH, 14)
        if isinstance(entry, Heading):
            return [Part(self._shown(entry.text), reading_font(Language.ZH, 16, bold=True), t.text)]
        if isinstance(entry, Note):
            return [Part(self._shown(entry.text), body, t.second)]
        fonts = {Language.ZH: body, Language.EN: reading_font(Language.EN, 13)}
        said = [Part(self._shown(entry.source, entry.language), fonts[entry.language], t.text)]
        if entry.target:
            other = entry.language.other
            said.append(Part(self._shown(entry.target, other), fonts[other], t.muted))
            said.extend(Part(words, small, t.warning) for words in self._cautions(entry))
        else:
            said.append(Part(self.tr("Not translated"), small, t.faint))
        said.append(Part(self._shown(source_line(entry)), small, t.muted))
        if entry.remark:
            said.append(Part(self._shown(entry.remark), body, t.second, 12))
        return said

    def _cautions(self, quote: Quote) -> list[str]:
        said = [self.tr("Check the figures")] if quote.warning else []
        return [*said, *([self.tr("Check the translation")] if quote.doubts else [])]

    def _shown(self, text: str, language: Language = Language.ZH) -> str:
        convert = SCRIPTS.get(self.script) if language is Language.ZH else None
        return convert(text) if convert else text

    def _above(self, entry: Entry) -> int:
        return 16 if isinstance(entry, Heading) else 9

    def _laid_out(self, part: Part) -> tuple[QTextLayout, float]:
        layout = QTextLayout(part.text.replace("\n", "\u2028"), part.font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        y, step = 0.0, part.font.pixelSize() * _LINE
        layout.beginLayout()
        while True:
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(self.width - 2 * _MARGIN - part.inset)
            line.setPosition(QPointF(0, y + (step - line.height()) / 2))
            y += step
        layout.endLayout()
        return layout, y + 3

    # Editing

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A line for a heading, several for everything else."""
        del option
        entry = index.data(ENTRY_ROLE)
        if isinstance(entry, Heading):
            line = QLineEdit(parent)
            line.setPlaceholderText(self.tr("Heading"))
            editor: QWidget = line
        else:
            editor = self._text_editor(parent, entry, index)
        self.editor, self._edited = editor, QPersistentModelIndex(index)
        self.sizeHintChanged.emit(QModelIndex(self._plain(index)))
        return editor

    def _text_editor(self, parent: QWidget, entry: object, index: Index) -> QWidget:
        text = QPlainTextEdit(parent)
        model = index.model()
        words = self.tr("Note")
        if isinstance(entry, Quote):
            field = model.quote_field if isinstance(model, BriefModel) else "remark"
            words = self.tr("Translation") if field == "target" else self.tr("Comment on this passage")
        text.setPlaceholderText(words)
        text.setAccessibleName(words)
        text.setToolTip(self.tr("Ctrl+Enter keeps it, Esc leaves it as it was"))
        return text

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """The words as they are; what is being written is never replaced."""
        if editor.property("filled"):
            return
        editor.setProperty("filled", True)
        words = str(index.data(Qt.ItemDataRole.EditRole) or "")
        if isinstance(editor, QLineEdit):
            editor.setText(words)
        elif isinstance(editor, QPlainTextEdit):
            editor.setPlainText(words)
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hand over what was written; what follows from it may ask for ``finish`` again."""
        if editor is self.editor:
            self.editor = None
        words = editor.text() if isinstance(editor, QLineEdit) else ""
        words = editor.toPlainText() if isinstance(editor, QPlainTextEdit) else words
        model.setData(index, words)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Over a heading and a note, below the words of a passage."""
        rect: QRect = option.rect.adjusted(8, 6, -8, -6)
        if isinstance(index.data(ENTRY_ROLE), Quote):
            rect.setTop(rect.bottom() - _EDITOR)
        editor.setGeometry(rect)

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        """The room for it is given back."""
        self.editor = self._edited = None
        super().destroyEditor(editor, index)
        if index.isValid():
            self.sizeHintChanged.emit(self._plain(index))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter and Tab keep what was written; of several lines Ctrl+Enter does, Enter alone begins a new one."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if event.key() == Qt.Key.Key_Tab or (enter and (ctrl or isinstance(watched, QLineEdit))):
                self.finish()
                return True
        return super().eventFilter(watched, event)

    def finish(self) -> None:
        """Keep what is being written."""
        if self.editor is not None:
            editor, self.editor = self.editor, None
            self.commitData.emit(editor)
            self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def _is_edited(self, index: Index) -> bool:
        return self._edited is not None and self._edited.isValid() and self._edited.row() == index.row()

    def _plain(self, index: Index) -> QModelIndex:
        return index.model().index(index.row(), 0)
