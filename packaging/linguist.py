"""The interface's translations for Qt Linguist.

    python packaging/linguist.py write            zh.toml (and zh_TW.toml) into the .ts and .qm files
    python packaging/linguist.py read FILE.ts     a .ts file that was edited in Linguist back into the .toml files

The .toml files are what is edited by hand; a test holds all of them equal. Traditional Chinese is made of Simplified by
OpenCC, and zh_TW.toml has what should read otherwise.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from desktop.catalogue import CONTEXT, FILES, in_taiwan, load_words  # noqa: E402 - found by the line above

FOLDER = ROOT / "resources" / "translations"
SIMPLIFIED, TRADITIONAL = FOLDER / "zh.toml", FOLDER / "zh_TW.toml"


def tables() -> dict[str, dict[str, str]]:
    """The words of each language, by its name in the settings."""
    simplified = load_words(SIMPLIFIED)
    own = load_words(TRADITIONAL)
    return {
        "zh": simplified,
        "zh_TW": in_taiwan(simplified) | {k: v for k, v in own.items() if k in simplified},
    }


def as_ts(words: dict[str, str], language: str) -> bytes:
    """A translation source, version 2.1, with all words in one context."""
    root = ElementTree.Element("TS", version="2.1", language=language, sourcelanguage="en")
    context = ElementTree.SubElement(root, "context")
    ElementTree.SubElement(context, "name").text = CONTEXT
    for source, translation in sorted(words.items()):
        message = ElementTree.SubElement(context, "message")
        ElementTree.SubElement(message, "source").text = source
        ElementTree.SubElement(message, "translation").text = translation
    ElementTree.indent(root, " ")
    head = b'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
    return head + ElementTree.tostring(root, encoding="utf-8") + b"\n"


def from_ts(data: bytes) -> dict[str, str]:
    """The words of a translation source; those that are marked unfinished are left out."""
    words = {}
    for message in ElementTree.fromstring(data).iter("message"):
        source, translation = message.findtext("source") or "", message.find("translation")
        if translation is not None and translation.get("type") is None and (translation.text or "").strip():
            words[source] = translation.text or ""
    return words


def release(source: Path) -> None:
    """Compile a .ts file beside itself, with the lrelease that comes with PySide6."""
    import PySide6

    tool = Path(PySide6.__file__).parent / ("lrelease.exe" if sys.platform == "win32" else "lrelease")
    subprocess.run([str(tool), "-silent", str(source), "-qm", str(source.with_suffix(".qm"))], check=True)


def write() -> None:
    """All .ts and .qm files."""
    for language, words in tables().items():
        file = FOLDER / f"{FILES[language]}.ts"
        file.write_bytes(as_ts(words, FILES[language].removeprefix("report-reader_")))
        release(file)
        print(f"{file.name}: {len(words)} words")


def read(file: Path) -> None:
    """Take over what was edited; Traditional words that OpenCC would write the same need no entry of their own."""
    edited = from_ts(file.read_bytes())
    before = tables()
    traditional = "zh_TW" in file.name
    changed = {
        k: v for k, v in edited.items() if before["zh_TW" if traditional else "zh"].get(k) not in (None, v)
    }
    target = TRADITIONAL if traditional else SIMPLIFIED
    lines = target.read_text("utf-8").splitlines() if target.is_file() else ["[words]"]
    for source, translation in changed.items():
        key, line = json.dumps(source, ensure_ascii=False), json.dumps(translation, ensure_ascii=False)
        at = next((n for n, known in enumerate(lines) if known.startswith(f"{key} = ")), -1)
        if at >= 0:
            lines[at] = f"{key} = {line}"
        else:
            lines.append(f"{key} = {line}")
    target.write_text("\n".join(lines) + "\n", "utf-8")
    print(f"{target.name}: {len(changed)} words changed")
    write()


def main(arguments: list[str]) -> int:
    """Do what the arguments say."""
    match arguments:
        case ["write"]:
            write()
        case ["read", file]:
            read(Path(file))
        case _:
            print(__doc__, file=sys.stderr)
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
