"""The parsing process: ``python -m index.apart.child``. It reads bytes from a pipe and writes text into another."""

from __future__ import annotations

import os
import sys
from typing import IO

from index.apart.confinement import confine
from index.apart.frames import BrokenFrame, read_frame, write_frame
from index.errors import UnreadableReport
from index.readers.document import Document, Limits

MEMORY_WORDS = "reading it takes more memory than any report; it may be made to do harm"


def main() -> int:
    """Answer until the other side is gone."""
    came, goes = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    # What a library prints must not get between the frames.
    silence = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(silence, standard)
    write_frame(goes, {"confined": confine()})
    serve(came, goes)
    return 0


def serve(came: IO[bytes], goes: IO[bytes]) -> None:
    """Answer every request on ``came``."""
    while True:
        try:
            header, data = read_frame(came)
            write_frame(goes, *answer(header, data))
        except (BrokenFrame, OSError):
            return


def answer(header: dict[str, object], data: bytes) -> tuple[dict[str, object], bytes]:
    """What is in a document, or one reason why nothing is."""
    limits = header.get("limits")
    try:
        if "page" in header:
            return _rendered(header, data)
        from index.readers.parsing import parse

        document = parse(
            data,
            str(header.get("name", "")),
            str(header.get("suffix", "")),
            str(header.get("encoding") or "") or None,
            Limits(*limits) if isinstance(limits, list) else None,
            second=bool(header.get("second")),
        )
    except UnreadableReport as error:
        return {"reason": error.reason}, b""
    except MemoryError:
        return {"reason": MEMORY_WORDS}, b""
    except RecursionError:
        return {"reason": "its markup is nested too deeply; it is not opened"}, b""
    except Exception as error:  # noqa: BLE001 - a file that no reader was made for
        return {"reason": f"it is damaged ({type(error).__name__})"}, b""
    return _packed(document)


def _rendered(header: dict[str, object], data: bytes) -> tuple[dict[str, object], bytes]:
    """A page of a PDF as a picture."""
    from index.readers.pdf import render_page

    page, width = header.get("page"), header.get("width")
    if not isinstance(page, int) or not isinstance(width, int):
        return {"reason": "there is no such page"}, b""
    image = render_page(data, str(header.get("name", "")), page, width)
    return {"width": image.width, "height": image.height}, image.rgba


def _packed(document: Document) -> tuple[dict[str, object], bytes]:
    header: dict[str, object] = {
        "encoding": document.encoding,
        "pages": [list(page) for page in document.pages],
        "title": document.title,
        "notice": document.notice,
    }
    return header, document.text.encode("utf-8", "surrogatepass")


if __name__ == "__main__":
    sys.exit(main())
