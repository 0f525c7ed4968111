"""The list of topics: a tree that opens at large topics, drawn with bars, read by screen readers as text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from desktop.theme import LIGHT, Theme
from desktop.topics.painting import FINER_ROW, ROW, TopicLine, paint_topic, share_words
from desktop.wording import language

if TYPE_CHECKING:
    from index.topics import Topic, TopicMap

Index = QModelIndex | QPersistentModelIndex
_TOPIC: Final = int(Qt.ItemDataRole.UserRole) + 1
_LINE: Final = int(Qt.ItemDataRole.UserRole) + 2
_INDENT: Final = 20


class TopicTree(QTreeView):
    """Topics, the largest first; ``topic_chosen`` tells which one is current."""

    topic_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items = QStandardItemModel(self)
        self.setModel(self._items)
        self._delegate = _TopicDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setHeaderHidden(True)
        self.setIndentation(_INDENT)
        self.setMouseTracking(True)
        self.setUniformRowHeights(False)
        self.setExpandsOnDoubleClick(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Topics"))
        self.selectionModel().currentChanged.connect(self._tell)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self._delegate.theme = theme
        self.viewport().update()

    def show_map(self, topics: TopicMap, reports: tuple[str, ...], words: str = "") -> None:
        """List the topics in whose names ``words`` stand; a bar for each of ``reports``, or one for all where none is named."""
        before = self.chosen()
        self.selectionModel().blockSignals(True)
        self._items.clear()
        most = max((s for t in topics.topics for s in _shares(t, topics, reports)), default=0.0)
        asked = words.strip().casefold()
        for topic in topics.topics:
            finer = [t for t in topic.finer if asked in _names(t)]
            if asked not in _names(topic) and not finer:
                continue
            item = self._item(topic, topics, reports, most)
            for each in finer if asked not in _names(topic) else topic.finer:
                item.appendRow(self._item(each, topics, reports, most, finer=True))
            self._items.appendRow(item)
            if asked and finer:
                self.setExpanded(item.index(), True)
        self.selectionModel().blockSignals(False)
        self.choose(before.id if before is not None else "")

    def _item(
        self, topic: Topic, topics: TopicMap, reports: tuple[str, ...], most: float, *, finer: bool = False
    ) -> QStandardItem:
        names = (topic.name_en, topic.name_zh) if language() == "en" else (topic.name_zh, topic.name_en)
        shares = _shares(topic, topics, reports)
        line = TopicLine(*names, shares, most, len(topic.extracts), finer, len(topic.finer))
        item = QStandardItem(names[0])
        item.setData(topic, _TOPIC)
        item.setData(line, _LINE)
        said = ", ".join(share_words(share) for share in shares)
        count = len(topic.extracts)
        passages = self.tr("1 passage") if count == 1 else self.tr("{n} passages").format(n=count)
        item.setData(f"{names[0]}, {names[1]}: {said}, {passages}", Qt.ItemDataRole.AccessibleTextRole)
        item.setToolTip(f"{names[0]}\n{names[1]}\n{passages} · {said}")
        return item

    @property
    def count(self) -> int:
        """How many topics are listed, finer ones not counted."""
        return self._items.rowCount()

    def lines(self) -> list[TopicLine]:
        """The topics that are listed, as they are drawn; finer ones not counted."""
        return [self._items.item(row).data(_LINE) for row in range(self.count)]

    def chosen(self) -> Topic | None:
        """The current topic."""
        topic: Topic | None = self.currentIndex().data(_TOPIC)
        return topic

    def choose(self, topic_id: str) -> None:
        """Make a topic current: the one with this id, else the first one."""
        rows = range(self.count)
        every = [self._items.item(row) for row in rows]
        every += [item.child(n) for item in list(every) for n in range(item.rowCount())]
        found = next(
            (item for item in every if item.data(_TOPIC).id == topic_id), every[0] if every else None
        )
        if found is not None:
            self.setCurrentIndex(found.index())

    def clear_choice(self) -> None:
        """No topic is current: what is shown was asked for in other ways."""
        self.selectionModel().clear()

    def _tell(self, current: QModelIndex) -> None:
        topic = current.data(_TOPIC)
        if topic is not None:
            self.topic_chosen.emit(topic)


class _TopicDelegate(QStyledItemDelegate):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = LIGHT

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line = index.data(_LINE)
        finer = isinstance(line, TopicLine) and line.finer
        return QSize(option.rect.width(), FINER_ROW if finer else ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = index.data(_LINE)
        if not isinstance(line, TopicLine):
            return
        painter.save()
        theme, box = self.theme, option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(theme.accent_soft))
            painter.fillRect(QRect(box.left(), box.top(), 3, box.height()), QColor(theme.accent))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, QColor(theme.hover))
        paint_topic(painter, QRectF(box), line, option.font, theme)
        painter.restore()


def _names(topic: Topic) -> str:
    return f"{topic.name_zh}\n{topic.name_en}".casefold()


def _shares(topic: Topic, topics: TopicMap, reports: tuple[str, ...]) -> tuple[float, ...]:
    if reports:
        return tuple(topic.shares.get(report, 0.0) for report in reports)
    return (topic.characters / max(1, topics.characters),)
