"""The brief panel: passages collected from reports, in an order of the user's own, to be given away as a document."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from desktop.panels.brief_head import BriefHead
from desktop.panels.brief_list import BriefList
from desktop.panels.empty import EmptyState
from desktop.theme import Theme
from index.briefs import Brief, Heading, Note


class BriefPanel(QWidget):
    """The briefs above, the entries of one of them below. ``counted`` gives its passages, for the tab."""

    counted = Signal(int)
    escaped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.brief: Brief | None = None
        self._build()
        self.list.escaped.connect(self.escaped)
        self.show_briefs((), None)

    def _build(self) -> None:
        self.head = BriefHead(self)
        self.list = BriefList(self)
        self.list.setAccessibleName(self.tr("Entries of the brief"))
        self.empty = EmptyState("", "", self)
        self.empty.set_links((self.tr("New brief…"),), lambda _: self.head.ask_new())
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.list)
        self.stack.addWidget(self.empty)
        self.count = QLabel("", self)
        self.count.setObjectName("muted")
        self.count.setTextFormat(Qt.TextFormat.PlainText)
        self.add_heading = self._link(self.tr("+ Heading"), self.tr("Add a heading"), Heading(""))
        self.add_note = self._link(self.tr("+ Note"), self.tr("Add a note"), Note(""))
        foot = QHBoxLayout()
        foot.addWidget(self.count, 1)
        foot.addWidget(self.add_heading)
        foot.addWidget(self.add_note)
        head = QVBoxLayout()
        head.setContentsMargins(12, 0, 12, 0)
        head.setSpacing(6)
        head.addWidget(self.head)
        head.addLayout(foot)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 10, 0, 0)
        whole.setSpacing(6)
        whole.addLayout(head)
        whole.addWidget(self.stack, 1)

    def _link(self, words: str, name: str, entry: Heading | Note) -> QPushButton:
        button = QPushButton(words, self)
        button.setObjectName("link")
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(lambda: self.write(entry))
        return button

    def write(self, entry: Heading | Note) -> None:
        """Begin a heading or a note."""
        self.stack.setCurrentWidget(self.list)
        self.list.write(entry)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self.list.delegate.theme = theme
        self.list.viewport().update()

    def set_script(self, script: str) -> None:
        """Show Chinese in this script."""
        self.list.delegate.script = script
        self.list.scheduleDelayedItemsLayout()
        self.list.viewport().update()

    def show_briefs(
        self, briefs: Sequence[Brief], current: Brief | None, chosen: tuple[str, ...] = ()
    ) -> None:
        """Show the briefs and the entries of one; ``chosen`` are to be selected."""
        is_same = self.brief is not None and current is not None and self.brief.id == current.id
        if not is_same:
            self.list.entries.set_entries(())
        self.brief = current
        self.head.show_briefs(briefs, current)
        self.list.show_entries(current.entries if current is not None else (), chosen)
        self._show_state()
        self.counted.emit(len(current.quotes) if current is not None else 0)

    def focus(self) -> None:
        """Take the focus."""
        has_list = self.stack.currentWidget() is self.list
        target: QWidget = self.list if has_list else self.head.choice
        target = target if target.isEnabled() else self.head.more
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_state(self) -> None:
        brief = self.brief
        for button in (self.add_heading, self.add_note):
            button.setVisible(brief is not None)
        self.stack.setCurrentWidget(self.list if brief is not None and brief.entries else self.empty)
        self.empty.show_links(on=brief is None)
        how = self.tr(
            "Click on a sentence of the report, or select several with the mouse, and press Ctrl+B: they come here with "
            "their translation and their source. Put them in order, add headings and notes of your own, and export "
            "all of it as a Word document, a web page or Markdown."
        )
        if brief is None:
            self.empty.set_text(self.tr("Collect passages for a brief"), how)
        else:
            self.empty.set_text(self.tr("Nothing is in this brief yet"), how)
        self.count.setText(self._counted())

    def _counted(self) -> str:
        brief = self.brief
        if brief is None or not (brief.entries or brief.skipped):
            return ""
        passages, reports = len(brief.quotes), brief.report_count
        words = self.tr("{n} passages from {reports} reports")
        if reports == 1:
            words = self.tr("{n} passages from one report") if passages > 1 else self.tr("One passage")
        said = words.format(n=passages, reports=reports) if passages else ""
        if brief.skipped:
            unseen = self.tr("{n} entries of a later version are kept unseen").format(n=brief.skipped)
            said = f"{said} · {unseen}" if said else unseen
        return said
