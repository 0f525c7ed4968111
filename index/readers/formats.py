"""Which files are reports, by their suffix."""

from __future__ import annotations

from typing import Final

PLAIN: Final = frozenset((".txt", ".text"))
HTML: Final = frozenset((".html", ".htm", ".shtml", ".xhtml"))
MARKDOWN: Final = frozenset((".md", ".markdown"))
SUFFIXES: Final = PLAIN | HTML | MARKDOWN | {".docx", ".pdf", ".epub"}
"""What is taken from folders and archives; a file that is named is tried whatever its suffix."""
WAYS_OUT: Final = {
    **dict.fromkeys((".doc", ".wps", ".rtf", ".odt"), "save it as .docx in Word, WPS or LibreOffice"),
    **dict.fromkeys((".mht", ".mhtml"), "open it in a browser and save the page as .html"),
    **dict.fromkeys((".ofd", ".caj", ".ceb"), "print it to PDF in the program that shows it"),
    **dict.fromkeys((".mobi", ".azw3", ".azw"), "convert it to .epub"),
    **dict.fromkeys((".xlsx", ".xls", ".csv", ".pptx", ".ppt", ".xml"), "save its text as .txt"),
    **dict.fromkeys(
        (".jpg", ".jpeg", ".png", ".tif", ".tiff", ".bmp"), "make a text file with text recognition (OCR)"
    ),
    **dict.fromkeys((".rar", ".7z", ".tar", ".gz", ".tgz"), "unpack it, then open what is in it"),
}
"""What to do with files that are not read."""
