"""The commands that need no window. Nothing here imports Qt."""

from desktop.cli.commands import COMMANDS, main

__all__ = ["COMMANDS", "main"]
