"""Plain text files: whatever encoding they are in, into one normalised text, or one clear reason why not."""

from __future__ import annotations

import codecs
import re
from pathlib import Path
from typing import Final, NamedTuple

from index.errors import UnreadableReport
from index.readers.plausibility import plausibility
from index.readers.source import read_source
from index.text import normalise

_SAMPLE: Final = 256 * 1024
_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
_SIGNATURES: Final = (
    (b"%PDF", "a PDF document"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"SQLite format 3\x00", "a database"),
    (b"\x7fELF", "a program"),
    (b"\x1f\x8b", "a compressed file"),
)
_LEGACY: Final = ("gb18030", "big5hkscs", "utf-16-le", "utf-16-be", "cp1252")
_CONTROL: Final = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_ENOUGH: Final = 0.5
"""Plausibility from which a decoding is believed; real texts score above 0.7, wrong decodings below 0.35."""
_BAD_SHARE: Final = 0.02


class PlainText(NamedTuple):
    """A file's text, normalised; ``damaged`` counts the places where bytes could not be read (U+FFFD)."""

    text: str
    encoding: str
    damaged: int = 0


def read_plain(path: Path, encoding: str | None = None) -> PlainText:
    """The text of the file at ``path``; raises UnreadableReport with one reason."""
    return decode(read_source(path), str(path), encoding)


def decode(data: bytes, name: str, encoding: str | None = None) -> PlainText:
    """The text in ``data``; ``name`` is what errors call it. Raises UnreadableReport with one reason."""
    plain = _decode_as(name, data, encoding) if encoding else _detect(name, data)
    text = normalise(plain.text)
    if is_blank(text):
        raise UnreadableReport(name, "there is no text in the file, only blanks")
    return PlainText(text, plain.encoding, plain.damaged)


def is_blank(text: str) -> bool:
    """True where there is nothing to read in ``text``."""
    return not text.strip("\ufeff\u200b \t\n\u3000\xa0")


def _decode_as(path: str, data: bytes, encoding: str) -> PlainText:
    try:
        codecs.lookup(encoding)
        text = data.decode(encoding, errors="replace")
    except LookupError:
        raise UnreadableReport(path, f"there is no text encoding named {encoding}") from None
    except ValueError:
        raise UnreadableReport(path, f"it is not {encoding} text") from None
    damaged = text.count("\ufffd")
    if damaged > len(text) * 0.2 or len(_CONTROL.findall(text[:_SAMPLE])) > max(2, len(text) * 0.02):
        raise UnreadableReport(path, f"it is not {encoding} text")
    return PlainText(text, encoding, damaged)


def _detect(path: str, data: bytes) -> PlainText:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            text = data.decode(encoding, errors="replace")
            return _unless_binary(path, PlainText(text, encoding, text.count("\ufffd")))
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            raise UnreadableReport(path, f"it is {kind}, not plain text")
    try:
        plain = PlainText(data.decode("utf-8"), "utf-8")
        if "\x00" not in plain.text:
            return _unless_binary(path, plain)
    except UnicodeDecodeError:
        pass
    return _unless_binary(path, _most_plausible(path, data))


def _most_plausible(path: str, data: bytes) -> PlainText:
    """The best reading of bytes that are no clean UTF-8: slightly damaged UTF-8, or an older encoding."""
    repaired = data.decode("utf-8", errors="replace")
    damaged = repaired.count("\ufffd")
    beyond_ascii = sum(1 for char in repaired[:_SAMPLE] if char > "\x7f" and char != "\ufffd")
    bad_in_sample = repaired[:_SAMPLE].count("\ufffd")
    if beyond_ascii and damaged <= max(1, len(repaired) * _BAD_SHARE) and bad_in_sample <= beyond_ascii * 0.1:
        return PlainText(repaired, "utf-8", damaged)
    sample = data[:_SAMPLE]
    scores = {name: plausibility(_lenient(sample, name)) for name in _LEGACY if _can_be(sample, name)}
    best = max(scores, key=lambda name: scores[name], default="")
    if not best or scores[best] < _ENOUGH:
        reason = (
            "its encoding could not be recognised" if _looks_like_text(sample) else "it is not a text file"
        )
        raise UnreadableReport(path, reason)
    text = data.decode(best, errors="replace")
    return PlainText(text, best, text.count("\ufffd"))


def _can_be(sample: bytes, encoding: str) -> bool:
    if encoding.startswith("utf-16"):
        return len(sample) % 2 == 0 or len(sample) == _SAMPLE
    if b"\x00" in sample:
        return False
    if encoding == "cp1252":  # a Western text is nearly all ASCII; a Chinese one in bytes is not
        return sum(byte > 0x7F for byte in sample) < len(sample) * 0.1
    return True


def _lenient(sample: bytes, encoding: str) -> str:
    return sample.decode(encoding, errors="replace")


def _looks_like_text(sample: bytes) -> bool:
    return b"\x00" not in sample and len(_CONTROL.findall(sample.decode("latin-1"))) <= len(sample) * 0.02


def _unless_binary(path: str, plain: PlainText) -> PlainText:
    sample = plain.text[:_SAMPLE]
    if (
        len(_CONTROL.findall(sample)) > max(2, len(sample) * 0.02)
        or sample.count("\ufffd") > len(sample) * 0.2
    ):
        raise UnreadableReport(path, "it is not a text file")
    return plain
