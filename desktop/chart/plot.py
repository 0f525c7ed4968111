"""The one module that uses pyqtgraph: bars of indicators, drawn lying, so that long names can be read."""

from __future__ import annotations

from typing import Final

import pyqtgraph as pg
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QImage, QPainter, QPen
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QGraphicsSceneHoverEvent, QGraphicsSceneMouseEvent, QVBoxLayout, QWidget

from desktop.chart.series import Bar, Panel
from desktop.theme import Theme, reading_font
from desktop.wording import kind_word, said, tr, unit_word, when_and_what
from index.report import Language

_THICK: Final = 0.72
"""Of the room of one bar."""
_ROW_GAP: Final = 0.7
_BAR_PIXELS: Final = 26
_HEAD_PIXELS: Final = 64
_NAME_PIXELS: Final = 190
_PRINT: Final = 2
"""Pixels of a picture for one of the screen."""


class ChartView(QWidget):
    """Draws panels; ``clicked`` and ``hovered`` tell the indicator of a bar."""

    clicked = Signal(str)
    hovered = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._panels: tuple[Panel, ...] = ()
        self._bars: dict[str, _BarItem] = {}
        self._looks: tuple[str, frozenset[str], str] = ("", frozenset(), "")
        self.graphics = pg.GraphicsLayoutWidget(parent=self)
        self.graphics.setFrameShape(self.graphics.Shape.NoFrame)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.graphics)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self._theme = theme
        self.show_panels(self._panels)

    def show_panels(self, panels: tuple[Panel, ...]) -> None:
        """Show other indicators."""
        self._panels = panels
        self._bars.clear()
        self.graphics.clear()
        self.graphics.setBackground(QColor(self._theme.paper))
        height = 0
        for n, panel in enumerate(panels):
            plot = self.graphics.addPlot(row=n, col=0)
            height += self._draw(plot, panel)
        self.graphics.setMinimumHeight(height)
        self.set_looks(*self._looks)

    def set_looks(self, chosen: str, related: frozenset[str], hovered: str) -> None:
        """Frame the chosen bar, its counterparts, and the one under the mouse, each in its own way."""
        self._looks = (chosen, related, hovered)
        for key, item in self._bars.items():
            item.set_look(chosen=key == chosen, related=key in related, hovered=key == hovered)

    def bar_ids(self) -> list[str]:
        """The indicators that have a bar."""
        return list(self._bars)

    def _draw(self, plot: pg.PlotItem, panel: Panel) -> int:
        theme = self._theme
        plot.setMenuEnabled(False)
        plot.hideButtons()
        plot.setMouseEnabled(x=False, y=False)
        small = reading_font(Language.ZH, 11)
        label = _axis_words(panel)
        plot.setTitle(label, color=theme.muted, size="9pt", justify="left")
        top, ticks, longest = 0.0, [], 0.0
        lowest = 0.0
        for row in panel.rows:
            middle = top + len(row.bars) / 2
            ticks.append((-middle, _elided(row.name, small)))
            for n, bar in enumerate(row.bars):
                at = -(top + n + 0.5)
                ends = [float(v / panel.scale) for v in (bar.low, bar.value, bar.high)]
                item = _BarItem(bar, at, ends, theme)
                item.clicked.connect(self.clicked)
                item.hovered.connect(self.hovered)
                plot.addItem(item)
                self._bars[bar.indicator.id] = item
                words = pg.TextItem(
                    f"{said(bar.indicator)}  {when_and_what(bar.indicator)}", color=theme.text
                )
                words.setFont(small)
                words.setAnchor(QPointF(0, 0.5))
                words.setPos(max(0.0, ends[2]), at)
                plot.addItem(words, ignoreBounds=True)
                longest, lowest = max(longest, ends[2]), min(lowest, ends[0])
            top += len(row.bars) + _ROW_GAP
        room = (longest - lowest) or 1.0
        plot.setXRange(lowest - (0.04 * room if lowest < 0 else 0), longest + 0.55 * room, padding=0)
        plot.setYRange(-top + _ROW_GAP / 2, 0.2, padding=0)
        self._axes(plot, ticks, small)
        plot.addItem(pg.InfiniteLine(0, pen=pg.mkPen(theme.faint)), ignoreBounds=True)
        pixels = round(top * _BAR_PIXELS) + _HEAD_PIXELS
        plot.setMinimumHeight(pixels)
        plot.setMaximumHeight(pixels)
        return pixels

    def _axes(self, plot: pg.PlotItem, ticks: list[tuple[float, str]], font: object) -> None:
        theme = self._theme
        left, bottom = plot.getAxis("left"), plot.getAxis("bottom")
        left.setTicks([ticks])
        left.setWidth(_NAME_PIXELS)
        left.setStyle(tickLength=0, tickFont=font)
        bottom.setStyle(tickFont=font, tickLength=-4)
        bottom.enableAutoSIPrefix(False)
        for axis, ink in ((left, theme.text), (bottom, theme.muted)):
            axis.setPen(pg.mkPen(theme.border))
            axis.setTextPen(pg.mkPen(ink))

    # Pictures

    def image(self) -> QImage:
        """The chart as a picture, twice as fine as on screen."""
        scene, area = self.graphics.scene(), self._area()
        image = QImage((area.size() * _PRINT).toSize(), QImage.Format.Format_ARGB32)
        image.fill(QColor(self._theme.paper))
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scene.render(painter, QRectF(image.rect()), area)
        painter.end()
        return image

    def png(self) -> bytes:
        """The chart as a PNG file."""
        data = QByteArray()
        buffer = QBuffer(data)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        self.image().save(buffer, format="PNG")  # type: ignore[call-overload]  # the stub wants bytes
        return bytes(data.data())

    def svg(self, title: str) -> bytes:
        """The chart as an SVG file."""
        data = QByteArray()
        buffer = QBuffer(data)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        area = self._area()
        made = QSvgGenerator()
        made.setOutputDevice(buffer)
        made.setSize(area.size().toSize())
        made.setViewBox(QRectF(QPointF(0, 0), area.size()))
        made.setTitle(title)
        painter = QPainter(made)
        painter.fillRect(QRectF(QPointF(0, 0), area.size()), QColor(self._theme.paper))
        self.graphics.scene().render(painter, QRectF(QPointF(0, 0), area.size()), area)
        painter.end()
        return bytes(data.data())

    def _area(self) -> QRectF:
        return QRectF(self.graphics.viewRect())


class _BarItem(pg.GraphicsObject):  # type: ignore[misc]
    """A bar: solid where it was reached, hatched and outlined where it is aimed at; a range has a whisker."""

    clicked = Signal(str)
    hovered = Signal(str)

    def __init__(self, bar: Bar, at: float, ends: list[float], theme: Theme) -> None:
        super().__init__()
        self._key = bar.indicator.id
        self._theme, self._target = theme, bar.is_target
        self._low, self._value, self._high = ends
        self._box = QRectF(min(0.0, self._value), at - _THICK / 2, abs(self._value), _THICK)
        self._frame: QPen | None = None
        self.setAcceptHoverEvents(True)
        self.setToolTip(
            f"{bar.indicator.name}\n{bar.indicator.name_en}\n{bar.indicator.text}  {when_and_what(bar.indicator)}"
        )

    def set_look(self, *, chosen: bool, related: bool, hovered: bool) -> None:
        """A solid frame, a dashed one, or a dotted one."""
        style = Qt.PenStyle.SolidLine if chosen else Qt.PenStyle.DashLine if related else Qt.PenStyle.DotLine
        if chosen or related or hovered:
            self._frame = QPen(
                QColor(self._theme.accent if chosen or related else self._theme.text), 2, style
            )
            self._frame.setCosmetic(True)
        else:
            self._frame = None
        self.update()

    def boundingRect(self) -> QRectF:
        """Where it paints."""
        left, right = min(self._box.left(), self._low), max(self._box.right(), self._high)
        return QRectF(left, self._box.top() - 0.1, max(right - left, 1e-9), self._box.height() + 0.2)

    def paint(self, painter: QPainter, *_: object) -> None:
        """Draw it."""
        colour = QColor(self._theme.target if self._target else self._theme.actual)
        pen = QPen(colour, 1.2)
        pen.setCosmetic(True)
        painter.setPen(pen)
        if self._target:
            brush = QBrush(colour, Qt.BrushStyle.BDiagPattern)
            brush.setTransform(painter.worldTransform().inverted()[0])  # the hatching keeps its grain
            painter.setBrush(brush)
        else:
            painter.setBrush(colour)
        painter.drawRect(self._box)
        if self._low != self._high:
            middle = self._box.center().y()
            pen = QPen(QColor(self._theme.text), 1.4)
            pen.setCosmetic(True)
            painter.setPen(pen)
            painter.drawLine(QPointF(self._low, middle), QPointF(self._high, middle))
            for end in (self._low, self._high):
                painter.drawLine(QPointF(end, middle - 0.16), QPointF(end, middle + 0.16))
        if self._frame is not None:
            painter.setPen(self._frame)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self._box)

    def mousePressEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        """Take the click."""
        event.accept()

    def mouseReleaseEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        """Tell it."""
        event.accept()
        self.clicked.emit(self._key)

    def hoverEnterEvent(self, event: QGraphicsSceneHoverEvent) -> None:
        """The mouse is on it."""
        del event
        self.hovered.emit(self._key)

    def hoverLeaveEvent(self, event: QGraphicsSceneHoverEvent) -> None:
        """The mouse is gone."""
        del event
        self.hovered.emit("")


def _elided(name: str, font: object) -> str:
    from PySide6.QtGui import QFont

    assert isinstance(font, QFont)
    return QFontMetricsF(font).elidedText(name, Qt.TextElideMode.ElideRight, _NAME_PIXELS - 16)


def _axis_words(panel: Panel) -> str:
    """``percent · growth``, ``亿 yuan · level``."""
    unit = {"%": "%", "fraction": tr("part of the whole")}.get(panel.unit, unit_word(panel.unit))
    measure = {"stock": tr("in all"), "flow": tr("in the period")}.get(
        panel.measure, kind_word(panel.measure)
    )
    return " · ".join(part for part in (f"{panel.magnitude} {unit}".strip(), measure) if part)
