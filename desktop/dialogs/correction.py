"""The dialog in which a figure is corrected or added."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from desktop.dialogs import guess
from desktop.wording import kind_word, status_word
from index.indicators.corrections import InvalidCorrectionError, check_fields
from index.indicators.model import Kind, Status
from index.quantities import Qualifier

if TYPE_CHECKING:
    from index.indicators import Indicator

__all__ = ["CorrectionDialog", "guess"]


class CorrectionDialog(QDialog):
    """Shows what a figure says; ``fields`` gives what was changed, all of it for a new figure."""

    def __init__(
        self,
        indicator: Indicator | None,
        words: str,
        parent: QWidget | None = None,
        start: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(parent)
        self._before = _fields_of(indicator) if indicator else {}
        self._is_new = indicator is None
        self.setWindowTitle(self.tr("Add a figure") if self._is_new else self.tr("Correct a figure"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        shown = {**self._before, **(start or {})}
        quote = QLabel(words, self)
        quote.setObjectName("heading")
        quote.setTextFormat(Qt.TextFormat.PlainText)
        self.lines = {
            name: QLineEdit(shown.get(name, ""), self)
            for name in ("name", "name_en", "value", "upper", "unit", "period")
        }
        self.boxes = {
            "qualifier": self._box([str(q) for q in Qualifier], shown.get("qualifier", "exact")),
            "kind": self._box([str(k) for k in Kind], shown.get("kind", "level")),
            "status": self._box([str(s) for s in Status], shown.get("status", "actual")),
        }
        self.problem = QLabel("", self)
        self.problem.setObjectName("problem")
        self.problem.setWordWrap(True)
        form = QFormLayout()
        form.setSpacing(8)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignRight)
        for words_, widget in (
            (self.tr("Name"), self.lines["name"]),
            (self.tr("English name"), self.lines["name_en"]),
            (self.tr("Value"), self.lines["value"]),
            (self.tr("To (of a range)"), self.lines["upper"]),
            (self.tr("Unit"), self.lines["unit"]),
            (self.tr("Qualifier"), self.boxes["qualifier"]),
            (self.tr("Kind"), self.boxes["kind"]),
            (self.tr("Period"), self.lines["period"]),
            (self.tr("Status"), self.boxes["status"]),
        ):
            form.addRow(words_, widget)
        self.lines["value"].setPlaceholderText(self.tr("in base units, e.g. 1576030000000"))
        self.lines["period"].setPlaceholderText(self.tr("2024, or 2021-2025"))
        self.lines["name_en"].setPlaceholderText(self.tr("left empty: made from the name"))
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel, self
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 16)
        column.setSpacing(12)
        column.addWidget(quote)
        column.addLayout(form)
        column.addWidget(self.problem)
        column.addWidget(buttons)
        self.resize(460, self.sizeHint().height())
        self.lines["name"].setFocus()

    def _box(self, values: list[str], chosen: str) -> QComboBox:
        box = QComboBox(self)
        for value in values:
            shown = {"about": self.tr("about"), "at_least": self.tr("at least"), "over": self.tr("over"),
                     "nearly": self.tr("nearly"), "up_to": self.tr("up to"), "exact": self.tr("exactly")}.get(value)  # fmt: skip
            box.addItem(shown or kind_word(status_word(value)), value)
        box.setCurrentIndex(max(0, values.index(chosen) if chosen in values else 0))
        return box

    def fields(self) -> dict[str, str]:
        """What differs from the figure as it was; everything that is filled in for a new one."""
        values = {name: line.text().strip() for name, line in self.lines.items()}
        values["value"] = values["value"].replace(",", "").replace(" ", "")
        values["upper"] = values["upper"].replace(",", "").replace(" ", "")
        values |= {name: str(box.currentData()) for name, box in self.boxes.items()}
        if self._is_new:
            return {name: value for name, value in values.items() if value}
        return {name: value for name, value in values.items() if value != self._before.get(name, "")}

    def accept(self) -> None:
        """Close if what is written can be; else say what cannot."""
        fields = self.fields()
        missing = [name for name in ("name", "value") if not self.lines[name].text().strip()]
        if missing:
            self.problem.setText(self.tr("A figure needs a name and a value."))
            self.lines[missing[0]].setFocus()
            return
        try:
            check_fields(fields)
        except InvalidCorrectionError as error:
            self.problem.setText(str(error))
            return
        super().accept()


def _fields_of(indicator: Indicator) -> dict[str, str]:
    quantity = indicator.quantity
    return {
        "name": indicator.name,
        "name_en": indicator.name_en,
        "value": f"{quantity.value:f}",
        "upper": "" if quantity.upper is None else f"{quantity.upper:f}",
        "unit": quantity.unit,
        "qualifier": str(quantity.qualifier),
        "kind": str(indicator.kind),
        "period": indicator.period,
        "status": str(indicator.status),
    }
