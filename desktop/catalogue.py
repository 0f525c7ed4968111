"""The interface in other languages: a table from the English words to the user's, behind Qt's own ``tr``."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QLocale, QObject, QTranslator

from resources import resource_path

_TAIWAN: Final = {
    "工具欄": "工具列", "文本": "文字", "專案（": "項目（", "添加": "新增", "丟失": "遺失", "型別": "類型", "字號": "字級",
    "示例": "範例", "當前": "目前", "回車": "按 Enter ",
}  # fmt: skip
"""Words of the interface that the general conversion leaves, or turns into those of programmers."""


CONTEXT: Final = "ReportReader"
"""The one context of all words: the same English is said the same everywhere."""
FILES: Final = {"zh": "report-reader_zh_CN", "zh_TW": "report-reader_zh_TW"}


class Catalogue(QTranslator):
    """Translates by the English words alone; words that are not in the file stay English."""

    def __init__(self, compiled: bytes, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._compiled = compiled  # Qt keeps no copy of it
        self.is_good = self.load(compiled)

    def translate(self, context: str, sourceText: str, disambiguation: str | None = None, n: int = -1) -> str:
        """The user's words for ``sourceText``, or itself: Qt takes an empty answer for a translation."""
        del context, disambiguation, n
        return super().translate(CONTEXT, sourceText) or sourceText


def load_words(path: Path) -> dict[str, str]:
    """The table of a catalogue file."""
    import tomllib

    table = tomllib.loads(path.read_text("utf-8"))
    words = table.get("words", {})
    return {str(k): str(v) for k, v in words.items()} if isinstance(words, dict) else {}


def interface_language(setting: str) -> str:
    """``en``, ``zh`` or ``zh_TW`` for the setting; ``system`` asks the platform."""
    if setting != "system":
        return setting
    locale = QLocale.system()
    if locale.language() != QLocale.Language.Chinese:
        return "en"
    return "zh_TW" if locale.script() == QLocale.Script.TraditionalChineseScript else "zh"


def make_catalogue(language: str, parent: QObject | None = None) -> Catalogue | None:
    """The catalogue of a language, None for English or where there is none.

    It is compiled by ``packaging/linguist.py``, so that no table is read and no script converted when the reader starts.
    """
    if language not in FILES:
        return None
    # As bytes: Qt would look for variants of the name, and a path may have what its encoding lacks.
    file = resource_path("translations", f"{FILES[language]}.qm")
    catalogue = Catalogue(file.read_bytes(), parent)
    return catalogue if catalogue.is_good else None


def in_taiwan(words: dict[str, str]) -> dict[str, str]:
    """A table in the words of Taiwan; what the conversion leaves is put right by ``zh_TW.toml``."""
    from index.variants import to_taiwan

    keys, values = list(words), list(words.values())
    converted = to_taiwan("\x1e".join(values))  # one conversion of all is the quick way
    for general, own in _TAIWAN.items():
        converted = converted.replace(general, own)
    return dict(zip(keys, converted.split("\x1e"), strict=True))
