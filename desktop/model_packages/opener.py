"""Opens the model dialog over the window, and tells the window when another model serves."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.theme import Theme

if TYPE_CHECKING:
    from desktop.main_window import MainWindow
    from desktop.model_packages.window import ModelsWindow
    from models.roster import Entry


class Models(QObject):
    """Builds the dialog when it is first asked for."""

    failed = Signal(object)

    def __init__(self, main: MainWindow) -> None:
        super().__init__(main)
        self._main = main
        self.window: ModelsWindow | None = None
        self._serving: dict[str, str] = {}
        self._looked = False
        self._shown = ""
        main.session.report_opened.connect(self._begin_anew)

    def show(self, paths: tuple[str, ...] = ()) -> None:
        """Show the dialog; ``paths`` are packages to add."""
        if self.window is None:
            from desktop.model_packages.window import ModelsWindow

            self.window = ModelsWindow(self._main.services, self._main.view.style_.theme, self._main)
            self.window.changed.connect(self._follow)
            self.window.translate_wanted.connect(self.translate_again)
            self.window.failed.connect(self.failed)
        if paths:
            self.window.add(list(paths))
        elif not self.window.is_busy:
            self.window.refresh()
        self.window.show()
        self.window.raise_()

    def translate_again(self) -> None:
        """Translate the open report anew with the model that serves now."""
        if self._main.view.text.unavailable:
            self._main.view.set_unavailable("")
        self._shown = self._serving.get(self._role, "")
        self._main.session.retranslate()
        if self.window is not None:
            self.window.show_offer(on=False)

    @property
    def _role(self) -> str:
        text = self._main.session.text
        return f"{text.source}-{text.target}" if text is not None else ""

    def _begin_anew(self) -> None:
        """Another report is translated with whatever serves now."""
        self._shown = self._serving.get(self._role, "")
        if self.window is not None:
            self.window.show_offer(on=False)

    def _follow(self, entries: tuple[Entry, ...]) -> None:
        """The packages were looked at; perhaps another one has come to serve."""
        main, before = self._main, self._serving
        main.settings = replace(main.settings, models=main.services.settings.models)
        self._serving = {e.role: e.route.key for e in entries if e.role and e.state == "active"}
        if not self._looked:
            self._looked = True
            self._shown = self._serving.get(self._role, "")
            return
        if before.get("search") != self._serving.get("search"):
            main.session.index()
            main.session.renew_library()
        now = self._serving.get(self._role, "")
        if now and main.view.text.unavailable:  # the first model for it: nothing would be lost
            self.translate_again()
        elif self.window is not None and main.session.text is not None:
            self.window.show_offer(on=now not in ("", self._shown))

    def set_theme(self, theme: Theme) -> None:
        """Another theme."""
        if self.window is not None:
            self.window.set_theme(theme)

    def finish(self) -> None:
        """Stop what goes on in the dialog."""
        if self.window is not None:
            self.window.finish()
