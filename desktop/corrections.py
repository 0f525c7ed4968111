"""The corrections of the open report: kept at once, undone and redone. No widgets."""

from __future__ import annotations

from pathlib import Path

from desktop.services import Services
from desktop.undo import Change, UndoHistory
from index.annotations import anchor_at
from index.indicators.correction_files import read_corrections, write_corrections
from index.indicators.corrections import Action, Correction, check_fields
from index.report import Report
from index.text import Span


class Corrections:
    """What the user changed in one report. Writing raises ``UnwritableFolder``; nothing is acknowledged unkept."""

    def __init__(self, services: Services, report: Report, history: UndoHistory | None = None) -> None:
        self._services, self._report = services, report
        self.history = history if history is not None else UndoHistory()

    def all(self) -> tuple[Correction, ...]:
        """The corrections that hold now."""
        return self._services.corrections(self._report)

    def reject(self, span: Span) -> None:
        """Take a figure out."""
        self._keep(Correction(Action.REJECT, anchor_at(self._report.text, span), {}))

    def edit(self, span: Span, fields: dict[str, str], before: str = "") -> None:
        """Say what a figure really is; ``before`` is the id of an earlier correction that this one replaces."""
        check_fields(fields)
        store = self._services.annotations()
        known = store.item(before) if before else None
        if known is None:
            self._keep(Correction(Action.EDIT, anchor_at(self._report.text, span), fields))
            return
        old = known.payload
        action = Action(str(known.content().get("action", Action.EDIT)))
        new = Correction(action, known.anchor, fields).payload()
        self.history.do(
            Change(lambda: store.change(before, old), lambda: store.change(before, new), "figures")
        )

    def add(self, span: Span, fields: dict[str, str]) -> None:
        """Say that words state a figure."""
        check_fields(fields)
        self._keep(Correction(Action.ADD, anchor_at(self._report.text, span), fields))

    def withdraw(self, key: str) -> None:
        """Take a correction back for good; undo brings it back."""
        store = self._services.annotations()
        self.history.do(
            Change(
                lambda: store.set_deleted(key, deleted=False),
                lambda: store.set_deleted(key, deleted=True),
                "figures",
            )
        )

    def export(self, path: Path) -> int:
        """Write the corrections to a file; gives how many."""
        found = self.all()
        write_corrections(path, self._report, found)
        return len(found)

    def take_in(self, path: Path) -> int:
        """Add the corrections of a file, but for those that are known; gives how many were added."""
        known = {
            (c.action, c.anchor.quote, c.anchor.start, tuple(sorted(c.fields.items()))) for c in self.all()
        }
        new = [
            c
            for c in read_corrections(path)
            if (c.action, c.anchor.quote, c.anchor.start, tuple(sorted(c.fields.items()))) not in known
        ]
        for correction in new:
            self._keep(correction)
        return len(new)

    def _keep(self, correction: Correction) -> None:
        store, report = self._services.annotations(), self._report
        item = store.add("correction", report.id, report.title, correction.anchor, correction.payload())
        self.history.add(
            Change(
                lambda: store.set_deleted(item.id, deleted=True),
                lambda: store.set_deleted(item.id, deleted=False),
                "figures",
            )
        )
