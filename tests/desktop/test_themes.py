"""The themes: words can be read on every ground, and each is reached from the menu."""

from __future__ import annotations

import pytest

from desktop.main_window import MainWindow
from desktop.theme import THEMES, Theme, choose_theme

GROUNDS = ("paper", "chrome", "raised")
PAIRS = [
    *((words, ground) for words in ("text", "second", "muted", "accent", "actual", "target", "warning") for ground in GROUNDS),
    *(("text", ground) for ground in ("hover", "current", "flash", "selection", "number", "border")),
    *(("text", f"{name}_soft") for name in ("accent", "actual", "target", "warning")),
    *(("muted", ground) for ground in ("hover", "current", "accent_soft")),
    *((name, f"{name}_soft") for name in ("actual", "target", "warning")),
]  # fmt: skip


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_words_can_be_read_on_every_ground(theme: Theme) -> None:
    poor = {
        f"{words} on {ground}": round(found, 2)
        for words, ground in PAIRS
        if (found := contrast(getattr(theme, words), getattr(theme, ground))) < 4.5
    }
    assert poor == {}


def test_high_contrast_is_higher() -> None:
    theme = THEMES["contrast"]
    for words in ("text", "second", "muted", "accent", "actual", "target", "warning"):
        assert all(contrast(getattr(theme, words), getattr(theme, ground)) >= 7 for ground in GROUNDS)
    assert contrast(theme.border, theme.paper) >= 3


def test_every_theme_is_in_the_menu_and_kept(window: MainWindow) -> None:
    for name in ("sepia", "contrast", "dark", "light", "system"):
        window.actions_[f"theme.{name}"].trigger()
        assert window.settings.theme == name
        assert window.view.style_.theme is choose_theme(name)
    window.close()
    assert window.services.settings_file.load()[0].theme == "system"
