"""Citing in the window: a passage with its source on the clipboard, and the citation of the whole report."""
