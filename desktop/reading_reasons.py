"""Why a file cannot be read as a report, in the language of the interface; the English is what commands say."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from desktop.wording import noted, tr

if TYPE_CHECKING:
    import re

REASONS: Final[tuple[str, ...]] = (
    noted("there is no such file"),
    noted("there is no such file in the archive"),
    noted("it is a folder, not a file"),
    noted("it is not a regular file"),
    noted("you have no permission to read it"),
    noted("this is no valid file name"),
    noted("the file is empty"),
    noted("the file has {size} MB; more than {most} MB is no report"),
    noted("there is no text in the file"),
    noted("there is no text in the file, only blanks"),
    noted("there is no text in the document"),
    noted("there is no text in the PDF"),
    noted("there is no text in the book; it may hold nothing but pictures"),
    noted("there is no text in the page; it may be made by a script when it is shown"),
    noted("there are no reports in the folder or archive"),
    noted("it is not a text file"),
    noted("it is {kind}, not plain text"),
    noted("it is not {encoding} text"),
    noted("its encoding could not be recognised"),
    noted("there is no text encoding named {encoding}"),
    noted("{suffix} files are not read; save it as .docx in Word, WPS or LibreOffice"),
    noted("{suffix} files are not read; open it in a browser and save the page as .html"),
    noted("{suffix} files are not read; print it to PDF in the program that shows it"),
    noted("{suffix} files are not read; convert it to .epub"),
    noted("{suffix} files are not read; save its text as .txt"),
    noted("{suffix} files are not read; make a text file with text recognition (OCR)"),
    noted("{suffix} files are not read; unpack it, then open what is in it"),
    noted("it is an old or an encrypted Word document; save it as .docx without a password"),
    noted("it is no whole Word document ({error})"),
    noted("it is no whole EPUB book ({error})"),
    noted("it is no whole zip file ({error})"),
    noted("it is a zip file of several documents; import it, or drop it on the window"),
    noted("it is a zip archive and no Word document"),
    noted("it is a zip archive and no EPUB book"),
    noted("it is protected by a password"),
    noted("it is protected by a password; save a copy without one and open that"),
    noted("it is protected against copying (DRM) and cannot be read"),
    noted("it is a scan without a text layer; make one with text recognition (OCR), then open the new file"),
    noted("its text layer is unreadable (its fonts do not say which characters they show); use OCR"),
    noted("it is damaged ({error})"),
    noted("it is damaged and cannot be read as a PDF"),
    noted("it is damaged, or has no text layer; there is no text to be had"),
    noted("it has {n} pages; more than {most} is no report"),
    noted("it has more than {n} characters; that is no report"),
    noted("reading it takes too long; it may be damaged"),
    noted("reading it ends the parser; it is damaged, or made to do harm"),
    noted("reading it takes more memory than any report; it may be made to do harm"),
    noted("it unpacks to far more than a report; it is not opened"),
    noted("its archive has {n} parts; more than {most} is no report"),
    noted("its archive holds links; it is not opened"),
    noted("its archive holds two parts of one name; it is not opened"),
    noted("its archive points outside itself; it is not opened"),
    noted("its XML declares entities; it is not opened"),
    noted("the XML in it cannot be read"),
    noted("its markup cannot be read"),
    noted("its markup is nested too deeply; it is not opened"),
    noted("the list of its chapters is missing"),
    noted("one of its chapters is larger than any report"),
    noted("there are more than {n} files in it; choose a smaller folder"),
    noted("{n} of {all} pages are scans without text and are missing here: {pages}"),
    noted("both texts are in {language}; a pair has one in each language"),
    noted("the file is damaged; what could be read of it is shown"),
)


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    from desktop.model_packages.reasons import pattern_of

    return tuple((pattern_of(words), words) for words in REASONS)


def reading_words(reason: str) -> str:
    """``reason`` in the language of the interface; what libraries and the system say in it stays as it is."""
    for pattern, words in _patterns():
        match = pattern.fullmatch(reason)
        if match is not None:
            return tr(words).format(**match.groupdict())
    return reason
