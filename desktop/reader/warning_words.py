"""The number guard's warnings in the language of the interface. They are kept with the translations, in English."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication

_MISSING: Final = "figures missing from the translation: "
_INVENTED: Final = "figures not in the source: "
_PART: Final = "a part of this sentence could not be translated"


def in_interface_words(warning: str) -> str:
    """What a warning of ``models.numbers.warning_words`` says; what is none of its parts stays as it is."""
    said = []
    for part in warning.split("; "):
        if part.startswith(_MISSING):
            said.append(_tr("Missing figures: {figures}.").format(figures=part[len(_MISSING) :]))
        elif part.startswith(_INVENTED):
            said.append(_tr("Not in the source: {figures}.").format(figures=part[len(_INVENTED) :]))
        elif part == _PART:
            said.append(_tr("A part of this sentence could not be translated."))
        else:
            said.append(part)
    return " ".join(said)


def _tr(words: str) -> str:
    return QCoreApplication.translate("hints", words)
