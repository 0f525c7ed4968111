"""The number guard's warnings are told in the language of the interface."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from desktop.catalogue import make_catalogue
from desktop.reader.warning_words import in_interface_words
from models.numbers import warning_words


def test_every_part_of_a_warning_is_told(qtbot: QtBot) -> None:
    warning = "; ".join(
        ("a part of this sentence could not be translated", warning_words(["5.9%", "3亿元"], ["7"]))
    )
    english = in_interface_words(warning)
    assert english.startswith(
        "A part of this sentence could not be translated. Missing figures: 5.9%, 3亿元."
    )
    catalogue = make_catalogue("zh")
    assert catalogue is not None
    QCoreApplication.installTranslator(catalogue)
    try:
        assert in_interface_words(warning) == "本句有一部分未能翻译。 缺少数字：5.9%, 3亿元。 原文没有：7。"
    finally:
        QCoreApplication.removeTranslator(catalogue)
    assert in_interface_words("") == ""
    assert in_interface_words("something else") == "something else"
