"""The interface in other languages: a table from the English words to the user's, behind Qt's own ``tr``."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLocale, QObject, QTranslator

from resources import resource_path


class Catalogue(QTranslator):
    """Translates by the English words alone; words that are not in the table stay English."""

    def __init__(self, words: dict[str, str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words

    def isEmpty(self) -> bool:
        """False where there is anything to translate with."""
        return not self._words

    def translate(self, context: str, sourceText: str, disambiguation: str | None = None, n: int = -1) -> str:
        """The user's words for ``sourceText``, or itself: Qt takes an empty answer for a translation."""
        del context, disambiguation, n
        return self._words.get(sourceText, sourceText)


def load_words(path: Path) -> dict[str, str]:
    """The table of a catalogue file."""
    import tomllib

    table = tomllib.loads(path.read_text("utf-8"))
    words = table.get("words", {})
    return {str(k): str(v) for k, v in words.items()} if isinstance(words, dict) else {}


def interface_language(setting: str) -> str:
    """``en`` or ``zh`` for the setting; ``system`` asks the platform."""
    if setting != "system":
        return setting
    return "zh" if QLocale.system().language() == QLocale.Language.Chinese else "en"


def make_catalogue(language: str, parent: QObject | None = None) -> Catalogue | None:
    """The catalogue of a language, None for English or where there is none."""
    path = resource_path("translations", f"{language}.toml")
    return Catalogue(load_words(path), parent) if language != "en" and path.is_file() else None
