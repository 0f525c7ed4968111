"""Colours and fonts: the themes, for the window and for the reading view."""

from __future__ import annotations

from functools import cache
from typing import Final, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette

from index.report import Language
from resources import resource_path


class Theme(NamedTuple):
    """The colours of one theme, as ``#rrggbb``."""

    name: str
    paper: str
    chrome: str
    raised: str
    border: str
    text: str
    second: str
    muted: str
    faint: str
    accent: str
    accent_soft: str
    hover: str
    current: str
    flash: str
    selection: str
    number: str
    actual: str
    actual_soft: str
    target: str
    target_soft: str
    warning: str
    warning_soft: str

    @property
    def is_dark(self) -> bool:
        """True for the night theme."""
        return QColor(self.paper).lightness() < 128


LIGHT: Final = Theme(
    name="light", paper="#fcfbf8", chrome="#f3f1ec", raised="#ffffff", border="#e0dcd2", text="#22252a", second="#474c55",
    muted="#5d626b", faint="#b9b5ab", accent="#a03a2c", accent_soft="#f6e4e0", hover="#e7eef5",
    current="#faf0d7", flash="#ffdf85", selection="#b9d4f1", number="#cfe0f0", actual="#0d6b64",
    actual_soft="#cfebe6", target="#984706", target_soft="#fbe3c3", warning="#b3470f", warning_soft="#fdeadb",
)  # fmt: skip
DARK: Final = Theme(
    name="dark", paper="#1b1d21", chrome="#222429", raised="#2a2d33", border="#383c44", text="#dedbd4", second="#b9b7b1",
    muted="#a0a3ab", faint="#565a63", accent="#ea8b7a", accent_soft="#3d2b29", hover="#27323f",
    current="#37321f", flash="#6c5919", selection="#2f5078", number="#34475c", actual="#54c7b8",
    actual_soft="#1d4641", target="#eaaa57", target_soft="#4d3818", warning="#f5a06b", warning_soft="#43301f",
)  # fmt: skip

SEPIA: Final = Theme(
    name="sepia", paper="#f6eedd", chrome="#ece2cd", raised="#fbf5e8", border="#d6c8ab", text="#3b2f20", second="#53452f",
    muted="#675a42", faint="#ae9f80", accent="#8a3324", accent_soft="#efd6c8", hover="#e4dcc3",
    current="#f1e0b4", flash="#f0c869", selection="#cfd9c4", number="#d5dfcf", actual="#14605a",
    actual_soft="#cbe2d6", target="#8a4205", target_soft="#f1d7ae", warning="#96390a", warning_soft="#f5dcc2",
)  # fmt: skip
CONTRAST: Final = Theme(
    name="contrast", paper="#ffffff", chrome="#ffffff", raised="#ffffff", border="#8a8a8a", text="#000000", second="#1a1a1a",
    muted="#3d3d3d", faint="#767676", accent="#8b0000", accent_soft="#ffe3df", hover="#dbe9f7",
    current="#fff2c2", flash="#ffd84d", selection="#a8d1ff", number="#cfe4fb", actual="#004d44",
    actual_soft="#c6efe6", target="#6b3200", target_soft="#ffe2b8", warning="#7a2400", warning_soft="#ffe0cc",
)  # fmt: skip
THEMES: Final = {theme.name: theme for theme in (LIGHT, SEPIA, CONTRAST, DARK)}

CHINESE_FAMILIES: Final[tuple[str, ...]] = (
    "Source Han Sans SC", "Noto Sans CJK SC", "Noto Sans SC", "PingFang SC", "Hiragino Sans GB",
    "Microsoft YaHei UI", "Microsoft YaHei", "WenQuanYi Micro Hei", "WenQuanYi Zen Hei", "Droid Sans Fallback",
    "SimSun",
)  # fmt: skip
LATIN_FAMILIES: Final[tuple[str, ...]] = (
    "Inter", "Segoe UI", "SF Pro Text", "Helvetica Neue", "Source Sans 3", "Noto Sans", "Open Sans",
    "Liberation Sans", "DejaVu Sans",
)  # fmt: skip


def choose_theme(setting: str) -> Theme:
    """The theme for the name of one, or for ``system``."""
    if setting == "system":
        dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return DARK if dark else LIGHT
    return THEMES.get(setting, LIGHT)


@cache
def _installed() -> frozenset[str]:
    return frozenset(QFontDatabase.families())


@cache
def families(language: Language) -> tuple[str, ...]:
    """The installed families for text in ``language``, best first, with the other language's after them."""
    installed = _installed()
    chinese = [f for f in CHINESE_FAMILIES if f in installed]
    latin = [f for f in LATIN_FAMILIES if f in installed]
    # Quotation marks and dashes are full-width in Chinese and narrow in English, so the order matters.
    return tuple(chinese + latin if language is Language.ZH else latin + chinese)


def has_chinese_font() -> bool:
    """True where some installed font can show Chinese."""
    if any(f in CHINESE_FAMILIES for f in families(Language.ZH)):
        return True
    return bool(QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese))


def reading_font(language: Language, pixels: float, *, bold: bool = False, family: str = "") -> QFont:
    """The font of running text; a ``family`` that is wished for comes before all others."""
    font = QFont()
    chosen = (family, *families(language)) if family else families(language)
    if chosen:
        font.setFamilies(list(chosen))
    font.setPixelSize(max(8, round(pixels)))
    font.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def interface_font(pixels: int = 13) -> QFont:
    """The font of menus, panels and buttons."""
    return reading_font(Language.EN, pixels)


def window_palette(theme: Theme) -> QPalette:
    """The palette of all widgets."""
    palette = QPalette()
    role = QPalette.ColorRole
    for which, colour in (
        (role.Window, theme.chrome), (role.Base, theme.paper), (role.AlternateBase, theme.chrome),
        (role.WindowText, theme.text), (role.Text, theme.text), (role.ButtonText, theme.text),
        (role.Button, theme.chrome), (role.BrightText, theme.accent), (role.ToolTipBase, theme.raised),
        (role.ToolTipText, theme.text), (role.PlaceholderText, theme.muted), (role.Highlight, theme.selection),
        (role.HighlightedText, theme.text), (role.Link, theme.accent), (role.Light, theme.raised),
        (role.Midlight, theme.border), (role.Mid, theme.border), (role.Dark, theme.faint),
    ):  # fmt: skip
        palette.setColor(which, QColor(colour))
    for which in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, QColor(theme.faint))
    return palette


def stylesheet(theme: Theme) -> str:
    """The style of the window's own parts."""
    t = theme
    tick = resource_path("icons", f"tick-{'dark' if t.is_dark else 'light'}.png").as_posix()
    trough = t.hover if t is CONTRAST else t.border  # a border that stands out is too dark a ground for words
    return f"""
    QMainWindow, QDialog {{ background: {t.chrome}; }}
    QMainWindow::separator {{ background: {t.border}; width: 1px; height: 1px; }}
    QToolBar {{ background: {t.chrome}; border: none; border-bottom: 1px solid {t.border}; padding: 5px 8px;
        spacing: 3px; }}
    QToolBar::separator {{ background: {t.border}; width: 1px; margin: 5px 7px; }}
    QToolButton {{ border: 1px solid transparent; border-radius: 6px; padding: 4px 8px; color: {t.text}; }}
    QToolButton:hover {{ background: {trough}; }}
    QToolButton:pressed {{ background: {t.faint}; }}
    QToolButton:focus {{ border-color: {t.muted}; }}
    QToolButton:disabled {{ color: {t.faint}; }}
    QToolButton::menu-indicator {{ image: none; }}
    QToolButton#boxed {{ background: {t.raised}; border: 1px solid {t.border}; border-radius: 6px; padding: 5px 11px; }}
    QToolButton#boxed:hover, QToolButton#boxed:focus {{ border-color: {t.accent}; }}
    QToolButton#toggle {{ border-color: {t.border}; }}
    QToolButton#toggle:checked {{ background: {t.accent_soft}; border-color: {t.accent}; }}
    QScrollArea {{ background: {t.paper}; }}
    QFrame#segments {{ background: {trough}; border-radius: 7px; }}
    QFrame#segments QToolButton {{ padding: 3px 12px; border-radius: 5px; color: {t.muted}; }}
    QFrame#segments QToolButton:hover {{ background: transparent; color: {t.text}; }}
    QFrame#segments QToolButton:checked {{ background: {t.raised}; color: {t.text}; font-weight: 600; }}
    QDockWidget {{ border: none; color: {t.muted}; }}
    QDockWidget::title {{ background: {t.chrome}; padding: 8px 12px 6px 12px; }}
    QWidget#panel {{ background: {t.chrome}; }}
    QTreeView, QListView, QTableView {{ background: {t.chrome}; border: none; outline: none;
        selection-background-color: {t.selection}; selection-color: {t.text}; }}
    QTreeView {{ show-decoration-selected: 0; }}
    QTableView {{ gridline-color: transparent; alternate-background-color: {t.paper}; }}
    QTableView::item {{ padding: 4px 6px; border-bottom: 1px solid {t.border}; }}
    QTableView::item:selected {{ background: {t.accent_soft}; color: {t.text}; }}
    QHeaderView {{ background: {t.chrome}; }}
    QHeaderView::section {{ background: {t.chrome}; color: {t.muted}; border: none; padding: 5px 5px; font-size: 12px;
        border-bottom: 1px solid {t.border}; }}
    QTabBar {{ background: {t.chrome}; }}
    QTabBar::tab {{ background: transparent; color: {t.muted}; padding: 8px 11px; border: none;
        border-bottom: 2px solid transparent; }}
    QTabBar::tab:hover {{ color: {t.text}; }}
    QTabBar::tab:selected {{ color: {t.text}; border-bottom: 2px solid {t.accent}; }}
    QTabBar::tab:focus {{ color: {t.accent}; }}
    QTabBar QToolButton {{ background: {t.chrome}; padding: 0; }}
    QLineEdit, QComboBox {{ background: {t.raised}; border: 1px solid {t.border}; border-radius: 6px;
        padding: 6px 8px; color: {t.text}; selection-background-color: {t.selection};
        selection-color: {t.text}; }}
    QPlainTextEdit {{ background: {t.raised}; border: 1px solid {t.border}; border-radius: 6px; padding: 3px 4px;
        color: {t.text}; selection-background-color: {t.selection}; selection-color: {t.text}; }}
    QPlainTextEdit:focus {{ border-color: {t.accent}; }}
    QLineEdit:focus, QComboBox:focus {{ border-color: {t.accent}; }}
    QComboBox::drop-down {{ border: none; width: 22px; }}
    QComboBox::down-arrow {{ image: none; width: 0; height: 0; margin-right: 8px; border: 4px solid {t.raised};
        border-top: 5px solid {t.muted}; border-bottom-width: 0; }}
    QCheckBox::indicator, QTreeWidget::indicator {{ width: 14px; height: 14px; border: 1px solid {t.muted}; border-radius: 3px;
        background: {t.raised}; }}
    QCheckBox::indicator:checked, QTreeWidget::indicator:checked {{ background: {t.accent}; border-color: {t.accent};
        image: url("{tick}"); }}
    QCheckBox::indicator:disabled {{ border-color: {t.faint}; }}
    QCheckBox:focus {{ color: {t.accent}; }}
    QComboBox QAbstractItemView {{ background: {t.raised}; border: 1px solid {t.border}; }}
    QPushButton {{ background: {t.raised}; border: 1px solid {t.border}; border-radius: 6px;
        padding: 5px 12px; color: {t.text}; }}
    QPushButton:hover, QPushButton:focus {{ border-color: {t.accent}; }}
    QPushButton:pressed {{ background: {t.border}; }}
    QPushButton:disabled {{ color: {t.faint}; }}
    QPushButton#chip {{ border-radius: 11px; padding: 3px 11px; }}
    QPushButton#link {{ border: none; background: transparent; color: {t.accent}; text-align: left;
        padding: 3px 4px; }}
    QPushButton#link:hover, QPushButton#link:focus {{ text-decoration: underline; }}
    QLabel#muted {{ color: {t.muted}; }}
    QLabel#heading {{ color: {t.text}; font-size: 15px; font-weight: 600; }}
    QFrame#card {{ background: {t.raised}; border: none; border-top: 1px solid {t.border}; }}
    QFrame#popup {{ background: {t.raised}; border: 1px solid {t.border}; }}
    QFrame#popup QScrollArea, QScrollArea#card-text > QWidget > QWidget {{ background: {t.raised}; }}
    QFrame#popup QListView {{ background: {t.raised}; }}
    QFrame#tip-ring {{ background: transparent; border: 2px solid {t.accent}; border-radius: 6px; }}
    QToolButton#quiet {{ color: {t.muted}; padding: 2px 8px; }}
    QFrame#findbar {{ background: {t.chrome}; border: none; border-bottom: 1px solid {t.border}; }}
    QSlider::groove:horizontal {{ height: 4px; border-radius: 2px; background: {t.border}; }}
    QSlider::sub-page:horizontal {{ height: 4px; border-radius: 2px; background: {t.accent}; }}
    QSlider::handle:horizontal {{ width: 14px; height: 14px; margin: -6px 0; border-radius: 7px; background: {t.raised};
        border: 2px solid {t.accent}; }}
    QSlider::handle:horizontal:focus {{ background: {t.accent}; }}
    QFrame#notice {{ background: {t.accent_soft}; border: none; border-bottom: 1px solid {t.border}; }}
    QFrame#notice[severity="warning"] {{ background: {t.warning_soft}; }}
    QFrame#notice[severity="info"] {{ background: {t.hover}; }}
    QFrame#review {{ background: {t.warning_soft}; border: none; border-bottom: 1px solid {t.border}; }}
    QLabel#problem {{ color: {t.warning}; }}
    QFrame#notice QLabel {{ color: {t.text}; }}
    QStatusBar {{ background: {t.chrome}; border-top: 1px solid {t.border}; color: {t.muted}; }}
    QStatusBar::item {{ border: none; }}
    QStatusBar QLabel {{ color: {t.muted}; padding: 0 6px; }}
    QProgressBar {{ background: {t.border}; border: none; border-radius: 3px; max-height: 6px;
        min-height: 6px; }}
    QProgressBar::chunk {{ background: {t.accent}; border-radius: 3px; }}
    QMenuBar {{ background: {t.chrome}; color: {t.text}; border-bottom: 1px solid {t.border}; }}
    QMenuBar::item {{ padding: 5px 10px; background: transparent; }}
    QMenuBar::item:selected {{ background: {trough}; }}
    QMenu {{ background: {t.raised}; color: {t.text}; border: 1px solid {t.border}; padding: 5px; }}
    QMenu::item {{ padding: 5px 26px 5px 22px; border-radius: 4px; }}
    QMenu::item:selected {{ background: {t.accent_soft}; }}
    QMenu::item:disabled {{ color: {t.faint}; }}
    QMenu::separator {{ height: 1px; background: {t.border}; margin: 4px 8px; }}
    QToolTip {{ background: {t.raised}; color: {t.text}; border: 1px solid {t.border}; padding: 6px 8px; }}
    QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
    QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
    QScrollBar::handle {{ background: {t.faint}; border-radius: 4px; margin: 2px; }}
    QScrollBar::handle:vertical {{ min-height: 32px; }}
    QScrollBar::handle:horizontal {{ min-width: 32px; }}
    QScrollBar::handle:hover {{ background: {t.muted}; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    """
