"""The dialog in which a term of the user's is written."""

from __future__ import annotations

from typing import Final

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

from desktop.categories import CATEGORIES, category_word
from models.glossary import Origin, Term
from models.pinyin import has_han
from models.term_rows import UnusableTermError, checked

_SEPARATOR: Final = ";"


class TermDialog(QDialog):
    """Asks for a term; ``term`` gives it once the dialog was accepted."""

    def __init__(self, start: Term | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._start = start
        is_own = start is not None and start.origin is Origin.USER
        self.setWindowTitle(self.tr("Edit a term") if is_own else self.tr("Add a term"))
        self.lines = {name: QLineEdit(self) for name in ("zh", "en", "alternatives", "variants", "note")}
        self.category = QComboBox(self)
        self.category.setEditable(True)
        self.category.addItem("", "")
        for name in CATEGORIES:
            self.category.addItem(category_word(name), name)
        self.problem = QLabel("", self)
        self.problem.setObjectName("problem")
        self.problem.setWordWrap(True)
        self._build(is_bundled=start is not None and start.origin is not Origin.USER and bool(start.en))
        self._fill(start)

    def _build(self, *, is_bundled: bool) -> None:
        several = self.tr("separated by ;")
        for name in ("alternatives", "variants"):
            self.lines[name].setPlaceholderText(several)
        self.lines["note"].setPlaceholderText(self.tr("what it is, in a few words"))
        form = QFormLayout()
        form.setSpacing(8)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignRight)
        for words, widget in (
            (self.tr("Chinese"), self.lines["zh"]),
            (self.tr("English"), self.lines["en"]),
            (self.tr("Other English"), self.lines["alternatives"]),
            (self.tr("Other Chinese"), self.lines["variants"]),
            (self.tr("Category"), self.category),
            (self.tr("Note"), self.lines["note"]),
        ):
            form.addRow(words, widget)
        about = self.tr(
            "Sentences with this term are translated anew, so that your English stands in them. Other English is "
            "accepted where the model uses it."
        )
        if is_bundled:
            about = self.tr(
                "This becomes a term of your own, and wins over the one that comes with the reader."
            )
        hint = QLabel(about, self)
        hint.setObjectName("muted")
        hint.setWordWrap(True)
        hint.setTextFormat(Qt.TextFormat.PlainText)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel, self
        )
        buttons.button(QDialogButtonBox.StandardButton.Save).setText(self.tr("Save"))
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(self.tr("Cancel"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 16)
        column.setSpacing(12)
        column.addLayout(form)
        column.addWidget(hint)
        column.addWidget(self.problem)
        column.addWidget(buttons)
        self.setMinimumWidth(480)

    def _fill(self, start: Term | None) -> None:
        if start is not None:
            self.lines["zh"].setText(start.zh)
            self.lines["en"].setText(start.en)
            self.lines["alternatives"].setText(f"{_SEPARATOR} ".join(start.alternatives))
            self.lines["variants"].setText(f"{_SEPARATOR} ".join(start.variants))
            self.lines["note"].setText(start.note)
            at = self.category.findData(start.category)
            if at >= 0:
                self.category.setCurrentIndex(at)
            else:
                self.category.setEditText(start.category)
        focus = "en" if start is not None and start.zh else "zh"
        self.lines[focus].setFocus()
        self.lines[focus].selectAll()

    def written(self) -> Term:
        """What the lines say."""
        words = {name: line.text() for name, line in self.lines.items()}
        return Term(
            words["zh"],
            words["en"],
            tuple(words["variants"].replace("；", _SEPARATOR).split(_SEPARATOR)),
            tuple(words["alternatives"].replace("；", _SEPARATOR).split(_SEPARATOR)),
            self._category(),
            words["note"],
            Origin.USER,
            self._start.key if self._start is not None else "",
        )

    def _category(self) -> str:
        shown = self.category.currentText().strip()
        at = self.category.findText(shown)
        return str(self.category.itemData(at)) if at >= 0 else shown

    def term(self) -> Term:
        """The term, once it was accepted."""
        return checked(self.written())

    def accept(self) -> None:
        """Close if what is written is a term; else say what is wrong."""
        term = self.written()
        wrong = ""
        if not term.zh.strip() or not term.en.strip():
            wrong = self.tr("A term needs Chinese and English.")
            self.lines["en" if term.zh.strip() else "zh"].setFocus()
        elif not has_han(term.zh):
            wrong = self.tr("The Chinese has no Chinese character.")
        elif any(map(has_han, term.english)):
            wrong = self.tr("The English has Chinese characters.")
        else:
            try:
                checked(term)
            except UnusableTermError as error:
                wrong = str(error)
        self.problem.setText(wrong)
        if not wrong:
            super().accept()
