"""``report-reader translate``: one line out for each line in, never blank for a line that is not."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from desktop.cli.commands import UsageError
from desktop.cli.output import JsonValue, show, show_json, tell
from desktop.services import Services, build_services
from desktop.translations import translate_sentences
from index.errors import UnreadableReport
from index.readers import read_document
from index.report import Language
from index.segmentation import split_sentences
from index.text import normalise
from models.enforced import with_term_links

if TYPE_CHECKING:
    from models.translation import Translation

_BLOCK: Final = 32
"""Lines translated together: enough to keep the translator busy, few enough to see it work."""
_UNSURE: Final = {
    Language.EN: " [check the numbers: {}]",
    Language.ZH: "［请核对数字：{}］",
}


@dataclass(frozen=True, slots=True)
class Line:
    """A line and its translation; ``alignment`` holds the linked spans as ``(source, target, kind)``."""

    source: str
    target: str
    engine: str
    numbers: str
    warning: str
    confidence: float
    doubts: tuple[str, ...]
    alignment: tuple[tuple[tuple[int, int], tuple[int, int], str], ...]


FILES = ("file",)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    languages = [language.value for language in Language]
    parser.add_argument(
        "file", nargs="?", default="-", metavar="FILE", help="a text or any other report; - is standard input"
    )
    parser.add_argument("--from", dest="source", choices=languages, help="the language of the text (zh)")
    parser.add_argument("--to", dest="target", choices=languages, help="the language wanted (en)")
    parser.add_argument("--json", action="store_true", help="one JSON object a line")


def run(arguments: argparse.Namespace) -> int:
    """Translate the file or standard input."""
    source, target = _direction(arguments.source, arguments.target)
    services = build_services(arguments.data_dir)
    try:
        services.translator(source, target)  # a missing or damaged model is told before anything is read
        number = 0
        for block in text_blocks(arguments.file):
            for line in translate_lines(services, source, target, block):
                number += 1
                _show(line, number, target, as_json=arguments.json)
            sys.stdout.flush()
    finally:
        services.close()
    return 0


def translate_lines(
    services: Services, source: Language, target: Language, lines: Sequence[str]
) -> list[Line]:
    """Each line translated, sentence by sentence, with the spans of both sides in the whole line."""
    spans = [split_sentences(line, source) for line in lines]
    sentences = [span.of(line) for line, own in zip(lines, spans, strict=True) for span in own]
    glossary = services.vocabulary.glossary()
    done: dict[int, Translation] = {
        place: with_term_links(made, glossary, source)
        for place, made in translate_sentences(services, source, target, sentences)
    }
    result, at = [], 0
    for line, own in zip(lines, spans, strict=True):
        parts = [(span.start, done[at + i]) for i, span in enumerate(own)]
        at += len(own)
        result.append(_join(line, parts, target))
    return result


def _join(line: str, parts: Sequence[tuple[int, Translation]], target: Language) -> Line:
    text = ""
    alignment = []
    for start, part in parts:
        if text and target is Language.EN:
            text += " "
        base = len(text)
        # A translation is one line, whatever the model made of it; every character keeps its place.
        text += part.target.translate({10: " ", 13: " "})
        for link in part.links:
            alignment.append(
                (
                    (start + link.source.start, start + link.source.end),
                    (base + link.target.start, base + link.target.end),
                    link.kind,
                )
            )
    if line.strip() and not text.strip():
        text = line.strip()
    engines = {part.engine for _, part in parts}
    states = {part.numbers for _, part in parts}
    return Line(
        source=line,
        target=text,
        engine=next((e for e in ("neural", "memory") if e in engines), "none"),
        numbers=next((n for n in ("warning", "repaired") if n in states), "ok"),
        warning="; ".join(dict.fromkeys(part.warning.rstrip(".") for _, part in parts if part.warning)),
        confidence=min((part.confidence for _, part in parts), default=1.0),
        doubts=tuple(dict.fromkeys(str(doubt) for _, part in parts for doubt in part.doubts)),
        alignment=tuple(alignment),
    )


def _show(line: Line, number: int, target: Language, *, as_json: bool) -> None:
    if as_json:
        record: dict[str, JsonValue] = {
            "source": line.source,
            "target": line.target,
            "engine": line.engine,
            "numbers": line.numbers,
            "confidence": line.confidence,
            "alignment": [
                {"source": list(s), "target": list(t), "kind": kind} for s, t, kind in line.alignment
            ],
        }
        if line.warning:
            record["warning"] = line.warning
        if line.doubts:
            record["doubts"] = list(line.doubts)
        show_json(record)
        return
    unsure = line.numbers == "warning"
    show(line.target + (_UNSURE[target].format(line.warning) if unsure else ""))
    if line.warning:
        tell(f"line {number}: {line.warning}")


def _direction(source: str | None, target: str | None) -> tuple[Language, Language]:
    if source is None:
        source = "zh" if target != "zh" else "en"
    chosen = Language(source)
    wanted = Language(target) if target else chosen.other
    if wanted is chosen:
        raise UsageError(f"--from and --to are both {source}; there is nothing to translate")
    return chosen, wanted


def text_blocks(file: str) -> Iterator[list[str]]:
    """The lines of a file or of standard input, without their ends, some at a time; one at a time from a keyboard."""
    if file != "-":
        # The text ends with a line end or does not; either way its last line is its last line.
        lines = read_document(file).text.removesuffix("\n").split("\n")
        for start in range(0, len(lines), _BLOCK):
            yield lines[start : start + _BLOCK]
        return
    size = 1 if sys.stdin.isatty() else _BLOCK
    block: list[str] = []
    for raw in sys.stdin.buffer:
        try:
            line = raw.decode("utf-8")
        except UnicodeDecodeError:
            raise UnreadableReport(
                "standard input", "it is not UTF-8 text; give the file by its name"
            ) from None
        block.append(" ".join(normalise(line.rstrip("\r\n")).split("\n")))
        if len(block) >= size:
            yield block
            block = []
    if block:
        yield block
