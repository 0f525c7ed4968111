"""The reading view: both languages of a report, of any length; only what is on screen is ever laid out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, QTimer, QVariantAnimation, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget

from desktop.reader.bilingual import Bilingual
from desktop.reader.boxes import indicator_box, sentence_box
from desktop.reader.clipboard import Clipboard
from desktop.reader.heights import Heights
from desktop.reader.hits import Hit, find_hit
from desktop.reader.keyboard import press_key
from desktop.reader.painting import PassingMarks, RowPainter, header_height, paint_header
from desktop.reader.pointer import Pointer
from desktop.reader.row_layout import RowLayout, RowLayouts
from desktop.reader.scroller import Scroller
from desktop.reader.style import ReadingStyle
from desktop.selection import Selection
from desktop.theme import LIGHT
from index.report import Language, Report

if TYPE_CHECKING:
    from index.indicators import Indicator
    from models.translation import Translation

_FLASH_MS: Final = 1600
_SHIMMER_MS: Final = 60
_EMPTY: Final = Report("", Language.ZH, "", (), ())


class ReportView(QAbstractScrollArea):
    """Shows a ``Bilingual``; what is hovered and chosen goes through a ``Selection``."""

    viewport_changed = Signal()
    first_painted = Signal()
    search_wanted = Signal(str)
    menu_asked = Signal(object, object)
    escaped = Signal()
    alignment_wanted = Signal(str)
    zoom_wanted = Signal(int)
    turned = Signal(int)

    def __init__(self, selection: Selection, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.selection = selection
        self.text = Bilingual(_EMPTY)
        self.style_ = ReadingStyle(LIGHT)
        self.mode = "columns"
        self.facts = ""
        self.marks = PassingMarks()
        self._syncing = False
        self._unpainted = False
        self.pointer = Pointer(self)
        self.clipboard = Clipboard(self)
        self._flash = QVariantAnimation(self)
        self._flash.setDuration(_FLASH_MS)
        self._flash.setStartValue(1.0)
        self._flash.setKeyValueAt(0.45, 0.9)
        self._flash.setEndValue(0.0)
        self._shimmer = QTimer(self)
        self._shimmer.setInterval(_SHIMMER_MS)
        self._build()
        self._connect()
        self._lay_out_anew()

    def _build(self) -> None:
        self.setViewport(QWidget(self))  # one that the binding knows: to find out about Qt's own takes 10 ms
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self.setMinimumSize(320, 200)
        self.setAccessibleName(self.tr("Report text"))

    def _connect(self) -> None:
        self.selection.sentence_hovered.connect(self._show_hovered)
        self.selection.sentence_chosen.connect(self._show_current)
        self.selection.indicator_chosen.connect(self._show_indicator)
        self.selection.indicator_hovered.connect(self._show_pointed)
        self._flash.valueChanged.connect(self._show_flash)
        self._shimmer.timeout.connect(self._step_shimmer)

    # What is shown

    def show_text(self, text: Bilingual, facts: str = "") -> None:
        """Show another report, from its top."""
        self.text = text
        self.facts = facts
        self._flash.stop()
        self.marks = self.marks.lasting()
        self._unpainted = True
        self._lay_out_anew()
        self.scroller.place(0)
        self._moved()

    def set_style(self, style: ReadingStyle) -> None:
        """Another theme or zoom; the place stays."""
        place = self._anchor()
        self.style_ = style
        self._lay_out_anew()
        self._return_to(place)

    def set_mode(self, mode: str) -> None:
        """Another layout of the two languages; the place stays."""
        if mode != self.mode:
            place = self._anchor()
            self.mode = mode
            self.marks.selection = None
            self._lay_out_anew()
            self._return_to(place)

    def set_script(self, script: str) -> None:
        """Another Chinese script; nothing moves but the glyphs."""
        self.text.script = script
        self.layouts.forget_all()
        self._settle()

    def set_indicators(self, indicators: Iterable[Indicator]) -> None:
        """The indicators are known now."""
        self.text.set_indicators(indicators)
        self.viewport().update()

    def set_facts(self, facts: str) -> None:
        """The line below the title."""
        self.facts = facts
        self.viewport().update()

    def add_translations(self, translations: Iterable[tuple[str, Translation | None]]) -> None:
        """Translations have arrived; None where one no longer holds."""
        place = self._anchor()
        for sentence, translation in translations:
            self.text.set_translation(sentence, translation)
            self.layouts.forget(self.text.row_of(sentence))
        if place[0] > self.scroller.row:  # the row above has grown, and what is read would move down
            self.scroller.place(place[0], round(place[1]))
        self._settle()

    def set_unavailable(self, words: str) -> None:
        """There is no translation; ``words`` say so in its place."""
        place = self._anchor()
        self.text.unavailable = words
        self._lay_out_anew()
        self._return_to(place)

    def set_translating(self, *, on: bool) -> None:
        """Let the placeholders breathe while translations are on their way."""
        self.marks.shimmering = on
        if on and not self._shimmer.isActive():
            self._shimmer.start()
        elif not on:
            self._shimmer.stop()
            self.viewport().update()

    # Where it stands

    def top_offset(self) -> int:
        """The place in the source text of the first row on screen."""
        return (
            self.text.rows[row - 1].span.start if 0 < (row := self._top_row()) <= len(self.text.rows) else 0
        )

    def _top_row(self) -> int:
        """The first row on screen; a sliver of the row before is not what is being read."""
        row, slack = self.scroller.row, round(self.style_.pixels * 1.2)
        is_sliver = self.scroller.heights[row] - self.scroller.offset <= slack
        return row + 1 if is_sliver and row + 1 < len(self.scroller.heights) else row

    def visible_rows(self) -> range:
        """The rows on screen."""
        last = self.scroller.row
        bottom = -self.scroller.offset
        while last < len(self.scroller.heights) and bottom < self.viewport().height():
            bottom += self._measure(last)
            last += 1
        return range(max(0, self.scroller.row - 1), max(0, last - 1))

    def visible_sentences(self) -> list[str]:
        """The sentences on screen."""
        return [s.id for row in self.visible_rows() for s in self.text.rows[row].sentences]

    def go_to_offset(self, offset: int) -> None:
        """Put a place of the source text near the top of the view."""
        if self.text.rows:
            self.scroller.place(self.text.row_at(offset) + 1, -round(self.style_.pixels) if offset else 0)
            self._moved()

    def go_to_sentence(self, sentence: str, *, flash: bool = True, choose: bool = True) -> None:
        """Bring a sentence into the upper third of the view and mark it."""
        if sentence not in self.text.sentences:
            return
        row = self.text.row_of(sentence)
        box = self.box_in_row(row, sentence)
        self.scroller.place(row + 1, round(box.top() - self.viewport().height() * 0.3))
        if choose:
            self.selection.choose_sentence(sentence)
        if flash:
            self.marks.flashed = sentence
            self._flash.stop()
            self._flash.start()
        self._moved()

    def show_sentence(self, sentence: str) -> None:
        """Scroll no further than needed to have a sentence on screen."""
        row = self.text.row_of(sentence)
        self.show_box(row, self.box_in_row(row, sentence))

    def show_box(self, row: int, box: QRectF) -> None:
        """Scroll no further than needed to have a part of a row on screen; from afar it comes into the upper third."""
        top = self.top_of(row)
        if top is None:
            self.scroller.place(row + 1, round(box.top() - self.viewport().height() * 0.3))
            self._moved()
            return
        above, below = top + box.top() - 24, top + box.bottom() + 24 - self.viewport().height()
        if above < 0 or below > 0:
            self.scroll_by(round(above if above < 0 else min(below, above)))

    def sentence_rect(self, sentence: str, side: Language) -> QRectF | None:
        """Where a sentence is on screen, in one language."""
        return sentence_box(self, sentence, side)

    def indicator_rect(self, indicator: str, side: Language) -> QRectF | None:
        """Where an indicator is on screen, in one language."""
        return indicator_box(self, indicator, side)

    def box_in_row(self, row: int, sentence: str) -> QRectF:
        """Where a sentence is in its row, in both languages."""
        layout = self.layouts[row]
        boxes = QRectF()
        for placed in layout.cells:
            piece = placed.cell.piece_of(sentence)
            for box in placed.cell.rects(piece.span) if piece else ():
                boxes = boxes.united(box.translated(placed.x, placed.y))
        return boxes if not boxes.isNull() else QRectF(0, layout.top, 1, layout.height - layout.top)

    def top_of(self, row: int) -> int | None:
        """The y of a row on screen, None where it is not."""
        y = -self.scroller.offset
        for at in range(self.scroller.row, len(self.scroller.heights)):
            if y >= self.viewport().height():
                return None
            if at == row + 1:
                return y
            y += self._measure(at)
        return None

    # Layout and scrolling; row 0 of the scroller is the header

    def _lay_out_anew(self) -> None:
        width = max(200, self.viewport().width())
        self.layouts = RowLayouts(self.text, self.style_, self.mode, width)
        self.painter_ = RowPainter(self.text, self.style_, self.marks)
        self._header = header_height(self.style_) if self.text.rows else 0
        heights = Heights([self._header, *self.layouts.estimate()])
        self.scroller = Scroller(heights, self._measure)
        self.scroller.view_height = max(1, self.viewport().height())

    def _anchor(self) -> tuple[int, float]:
        """The row being read, and the share of it that is scrolled away; below 0: pixels of room above it."""
        row = self._top_row()
        if row > self.scroller.row:
            return row, self.scroller.offset - self.scroller.heights[row - 1]
        return row, self.scroller.offset / max(1, self.scroller.heights[row])

    def _return_to(self, anchor: tuple[int, float]) -> None:
        row, share = anchor
        self.scroller.place(row, round(share if share < 0 else share * self._measure(row)))
        self._moved()

    def _measure(self, row: int) -> int:
        return self._header if row == 0 else self.layouts[row - 1].height

    def _settle(self) -> None:
        self.scroller.settle()
        self._sync_bar()
        self.viewport().update()

    def _moved(self) -> None:
        self._settle()
        self.viewport_changed.emit()

    def _sync_bar(self) -> None:
        bar = self.verticalScrollBar()
        self._syncing = True
        bar.setRange(0, self.scroller.limit)
        bar.setPageStep(self.scroller.view_height)
        bar.setSingleStep(round(self.style_.pixels * 2.6))
        bar.setValue(self.scroller.position)
        self._syncing = False

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Follow the scroll bar."""
        del dx, dy
        if self._syncing:
            return
        target = self.verticalScrollBar().value()
        distance = target - self.scroller.position
        if abs(distance) <= 2 * self.scroller.view_height:
            self.scroller.move(distance)
        else:
            self.scroller.jump(target)
        self._moved()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out for the new width; the first row on screen stays."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            place = self._anchor()
            self._lay_out_anew()
            self._return_to(place)
        else:
            self.scroller.view_height = max(1, self.viewport().height())
            self._moved()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows on screen."""
        painter = QPainter(self.viewport())
        clip = QRectF(event.rect())
        painter.fillRect(event.rect(), QColor(self.style_.theme.paper))
        if not self.text.rows:
            return
        y = -self.scroller.offset
        for row in range(self.scroller.row, len(self.scroller.heights)):
            if y >= clip.bottom():
                break
            height = self._measure(row)
            if y + height > clip.top():
                if row:
                    self.painter_.paint(painter, self.layouts[row - 1], y, clip)
                else:
                    self._paint_header(painter, y)
            y += height
        if self._unpainted:
            self._unpainted = False
            QTimer.singleShot(0, self.first_painted.emit)

    def _paint_header(self, painter: QPainter, y: int) -> None:
        left = self.layouts.columns[0].x
        last = self.layouts.columns[-1]
        title = self.text.shown(self.text.source, self.text.report.title)
        paint_header(painter, last.x + last.width + left, y, left, self.style_, title, self.facts)

    # Marks that follow the selection

    def _show_hovered(self, sentence: str) -> None:
        self.marks.hovered = sentence
        self.viewport().update()

    def _show_current(self, sentence: str) -> None:
        self.marks.current = sentence
        if sentence:
            self.setAccessibleDescription(self.text.source_of(sentence))
        self.viewport().update()

    def _show_pointed(self, indicator: str) -> None:
        self.marks.pointed = indicator
        self.viewport().update()

    def _show_indicator(self, indicator: str) -> None:
        known = self.text.indicators.get(indicator)
        self.marks.chosen = indicator
        self.marks.linked = frozenset((*known.links, *known.related)) if known else frozenset()
        self.viewport().update()

    def _show_flash(self, strength: object) -> None:
        self.marks.flash_strength = float(strength) if isinstance(strength, float) else 0.0
        self.viewport().update()

    def _step_shimmer(self) -> None:
        rows = self.visible_rows()
        if any(p.cell.content.pending for row in rows for p in self.layouts[row].cells):
            self.marks.shimmer += 0.13
            self.viewport().update()

    # What the user does

    def hit_at(self, point: QPoint) -> Hit | None:
        """What is under a point of the viewport."""
        found = self.row_at(point.y())
        return find_hit(found[0], self.text, point.x(), point.y() - found[1]) if found else None

    def row_at(self, y: int) -> tuple[RowLayout, int] | None:
        """The row at a height of the viewport, and where it begins."""
        top = -self.scroller.offset
        for row in range(self.scroller.row, len(self.scroller.heights)):
            height = self._measure(row)
            if top <= y < top + height:
                return (self.layouts[row - 1], top) if row else None
            top += height
            if top > self.viewport().height():
                break
        return None

    def scroll_by(self, pixels: int) -> None:
        """Scroll by a distance."""
        self.scroller.move(pixels)
        self._moved()

    def scroll_to_edge(self, *, end: bool) -> None:
        """Show the beginning or the end of the report."""
        if end:
            self.scroller.to_end()
        else:
            self.scroller.place(0)
        self._moved()

    def step_sentence(self, by: int) -> None:
        """Make the next or the previous sentence the current one."""
        if not (sentences := self.text.report.sentences):
            return
        at = self.text.order.get(self.selection.sentence, -1)
        if at < 0:
            visible = self.visible_sentences()
            at = self.text.order[visible[0]] - by if visible else -by
        sentence = sentences[min(max(at + by, 0), len(sentences) - 1)].id
        self.selection.choose_sentence(sentence)
        self.show_sentence(sentence)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click or a selection."""
        self.pointer.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Hover, or draw the selection further."""
        self.pointer.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a selection, or choose what was clicked."""
        self.pointer.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select the words of a whole sentence."""
        self.pointer.double_click(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Explain what is under the mouse; forget it when the mouse leaves."""
        if event.type() == QEvent.Type.Leave:
            self.pointer.leave()
        if isinstance(event, QHelpEvent):
            from desktop.reader.hints import explain

            hit = self.hit_at(event.pos())
            words = explain(hit, self.text, self.style_.theme) if hit else ""
            QToolTip.showText(event.globalPos(), words, self.viewport())
            return True
        return super().viewportEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the words under the mouse."""
        hit = self.hit_at(self.viewport().mapFromGlobal(event.globalPos()))
        menu = self.clipboard.menu(hit)
        self.menu_asked.emit(menu, hit)
        menu.exec(event.globalPos())
        menu.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll; Escape clears what is marked."""
        if not press_key(self, event):
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl the text grows and shrinks."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_wanted.emit(1 if event.angleDelta().y() > 0 else -1)
        else:
            super().wheelEvent(event)
