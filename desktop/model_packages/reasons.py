"""Why a model package is refused, in the language of the interface; the English is what ``models`` says."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from desktop.wording import noted, tr

REASONS: Final[tuple[str, ...]] = (
    noted("there is no such file"),
    noted("No such file or directory"),
    noted("Permission denied"),
    noted("No space left on device"),
    noted("it is not an .argosmodel (zip) file"),
    noted("it has {size} GB, more than any package"),
    noted("it holds more than {n} files, more than any package"),
    noted("it holds {n} files, more than any package"),
    noted("it holds more than one package"),
    noted("it is compressed in a way that packages are not"),
    noted("it is encrypted"),
    noted("unpacked it would take {size} GB"),
    noted("{file} unpacks to {n} times its size"),
    noted("{file} would take {size} MB"),
    noted("{size} MB are needed"),
    noted("{file} is in it twice"),
    noted("{file} lies outside the package's folder"),
    noted("{file} points outside the package"),
    noted("{file} is a link or a device, not a file"),
    noted("{file} is a link"),
    noted("it contains {file}, which a translation package does not need"),
    noted("it contains {file}; only safetensors and JSON files are read"),
    noted("{file} cannot be unpacked ({error})"),
    noted("{file} is cut short"),
    noted("{file} is larger than it says"),
    noted("{file} is not UTF-8 text"),
    noted("{file} is not a JSON object"),
    noted("{file} is not valid JSON"),
    noted("{file} cannot be read ({error})"),
    noted("its type is {type}, not a translation package"),
    noted("metadata.json gives no language codes (from_code, to_code)"),
    noted("the target_prefix in metadata.json is not a short text"),
    noted("it translates from {source} to {target}, neither of them Chinese or English"),
    noted("it has neither {one} nor {other}"),
    noted("the vocabulary in model/ is missing"),
    noted("its vocabulary cannot be read ({error})"),
    noted("its vocabulary has {n} pieces and its network {m}"),
    noted("its vocabulary is larger than its table of vectors"),
    noted("its network cannot be loaded ({error})"),
    noted("its vectors are no numbers"),
    noted("its files cannot be read ({error})"),
    noted("it cannot be used ({error})"),
    noted("it could not be tried ({error})"),
    noted("it was not ready after {n} seconds"),
    noted("it needs more memory than a model of its size should"),
    noted("loading it ends the process ({how})"),
    noted("its SHA-256 is not that of the bundle"),
    noted("MANIFEST.json does not list it"),
    noted("manifest.json lists no files"),
    noted("its manifest.json is missing; add it again with: report-reader models add FILE"),
    noted("{file} is not what was installed (its SHA-256 differs)"),
    noted("{file} was added to it later"),
    noted("{file} is missing"),
    noted("modules.json lists no modules"),
    noted("modules.json names {module}, which is no module of sentence-transformers"),
    noted("{file} asks for code of its own (auto_map)"),
    noted("it needs the package sentence-transformers, which is not installed"),
    noted("sentence-transformers cannot load it ({error})"),
    noted("{name} was not added by you and is not removed"),
)


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((pattern_of(words), words) for words in REASONS)


def pattern_of(words: str) -> re.Pattern[str]:
    """What a reason looks like whose {blanks} were filled in."""
    parts = re.split(r"\{(\w+)\}", words)
    written = "".join(f"(?P<{part}>.+)" if i % 2 else re.escape(part) for i, part in enumerate(parts))
    return re.compile(written, re.DOTALL)


def reason_words(reason: str) -> str:
    """``reason`` in the language of the interface; what libraries and the system say in it stays as it is."""
    for pattern, words in _patterns():
        match = pattern.fullmatch(reason)
        if match is not None:
            return tr(words).format(**match.groupdict())
    return reason
