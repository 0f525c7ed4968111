"""A brief for other people: Word, HTML and Markdown, in an English or a Chinese frame. No Qt."""

from __future__ import annotations

from desktop.export.brief.writing import FORMATS, export_brief, render_brief

__all__ = ["FORMATS", "export_brief", "render_brief"]
