"""Feeds the readers with what no program would write.

Run as ``python tests/fuzz/readers.py --reader text --seconds 600`` (or ``docx``). With atheris (``pip install atheris``)
the inputs follow the coverage; without it they are random accidents to whole documents. A finding ends the run and is
left in ``--findings``, the folder of inputs that a later run tries first.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parents[2]
if __name__ == "__main__":  # Argos Translate brings a package named tests, which would come first
    sys.path.insert(0, str(ROOT))
    sys.modules["tests"] = ModuleType("tests")
    sys.modules["tests"].__path__ = [str(ROOT / "tests")]

from index.errors import UnreadableReport  # noqa: E402
from index.readers import open_report  # noqa: E402
from tests.fuzz.broken import seeds  # noqa: E402
from tests.fuzz.damage import KINDS, damaged  # noqa: E402

SUFFIXES = {"text": ".txt", "docx": ".docx", "html": ".html", "md": ".md", "epub": ".epub", "pdf": ".pdf"}
_LONGEST = 20.0


def read(path: Path) -> str:
    """``read`` or one line of why not; anything else that is wrong is raised."""
    started = time.monotonic()
    try:
        report = open_report(path)
    except UnreadableReport as error:
        refusal = str(error)
    else:
        refusal = ""
    if refusal:
        assert len(refusal.splitlines()) == 1, "the reason has more than one line"
        return "refused"
    at = 0
    for sentence in report.sentences:
        assert at <= sentence.span.start < sentence.span.end <= len(report.text), (
            "sentences overlap or lie outside"
        )
        at = sentence.span.end
    for section in (s for root in report.sections for s in root.walk()):
        assert 0 <= section.span.start <= section.span.end <= len(report.text), "a section lies outside"
    assert not any("\ud800" <= char <= "\udfff" or char == "\x00" for char in report.text), (
        "what is no character"
    )
    assert time.monotonic() - started < _LONGEST, "it took too long"
    return "read"


def target(suffix: str, folder: Path) -> Callable[[bytes], None]:
    """The function that is given the inputs."""
    path = folder / f"input{suffix}"

    def one(data: bytes) -> None:
        path.write_bytes(data)
        read(path)

    return one


def _by_coverage(one: Callable[[bytes], None], corpus: Path, findings: Path, seconds: int) -> None:
    import atheris

    atheris.instrument_all()
    options = [
        sys.argv[0],
        f"-max_total_time={seconds}",
        "-timeout=25",
        "-rss_limit_mb=2048",
        "-max_len=20000",
    ]
    atheris.Setup([*options, f"-artifact_prefix={findings}{os.sep}", str(corpus)], one)
    atheris.Fuzz()


def _by_accident(one: Callable[[bytes], None], corpus: Path, findings: Path, seconds: int) -> None:
    rng, kinds = random.Random(), tuple(KINDS)
    inputs = [path.read_bytes() for path in sorted(corpus.iterdir())]
    ends, done = time.monotonic() + seconds, 0
    while time.monotonic() < ends:
        data = rng.choice(inputs)
        for _ in range(rng.randint(1, 5)):
            data = damaged(data, rng.choice(kinds), rng)
        try:
            one(data)
        except BaseException:
            (findings / f"finding-{done}").write_bytes(data)
            raise
        done += 1
    print(f"{done} inputs, no finding")


def main() -> None:
    """Fuzz one reader; ends with an error at the first finding."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reader", choices=sorted(SUFFIXES), default="text")
    parser.add_argument("--seconds", type=int, default=600)
    parser.add_argument("--findings", type=Path, default=Path(tempfile.gettempdir()) / "reader-findings")
    parser.add_argument("--without-coverage", action="store_true")
    arguments = parser.parse_args()
    suffix = SUFFIXES[arguments.reader]
    arguments.findings.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as made:
        corpus, folder = Path(made) / "corpus", Path(made) / "input"
        corpus.mkdir()
        folder.mkdir()
        for n, (kind, data) in enumerate(seeds()):
            if kind == suffix:
                (corpus / f"seed-{n}").write_bytes(data)
        run = _by_accident
        if not arguments.without_coverage:
            try:
                import atheris  # noqa: F401

                run = _by_coverage
            except ImportError:
                print("atheris is not installed: random accidents without coverage")
        run(target(suffix, folder), corpus, arguments.findings, arguments.seconds)


if __name__ == "__main__":
    main()
