"""Scores a translation package on reports that training never read: ``python -m models.training.evaluate``.

BLEU and chrF by sacrebleu (Post 2018), through the same pipeline as the reader's, and the number guard's tally.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from pathlib import Path

import sacrebleu

from models.catalog import BUNDLED, Catalog
from models.training.corpus import HELD_OUT, read_pairs
from models.translation import Translator


def score(translator: Translator, pairs: list[tuple[str, str]]) -> dict[str, object]:
    """BLEU, chrF, guard tally and speed of ``translator`` on ``(Chinese, English)`` pairs."""
    to_english = translator.direction[1] == "en"
    sources = [zh if to_english else en for zh, en in pairs]
    references = [en if to_english else zh for zh, en in pairs]
    translator.warm()
    started = time.time()
    results = translator.translate(sources)
    seconds = time.time() - started
    targets = [r.target for r in results]
    bleu = sacrebleu.corpus_bleu(targets, [references], tokenize="13a" if to_english else "zh")
    return {
        "sentences": len(pairs),
        "BLEU": round(bleu.score, 1),
        "chrF": round(sacrebleu.corpus_chrf(targets, [references]).score, 1),
        "numbers": dict(Counter(r.numbers for r in results)),
        "engine": dict(Counter(r.engine for r in results)),
        "characters/s": round(sum(map(len, sources)) / seconds),
    }


def main() -> None:
    """Read the command line and print one JSON line for each direction and report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument(
        "--models", type=Path, default=Path(".work/evaluation"), help="where packages are unpacked"
    )
    parser.add_argument("--show", type=int, default=0, help="print this many translations of each report")
    parser.add_argument(
        "--packages", type=Path, default=BUNDLED, help="the folder with the packages to score"
    )
    arguments = parser.parse_args()
    catalog = Catalog(arguments.models, arguments.packages)
    for source, target in (("zh", "en"), ("en", "zh")):
        translator = Translator(catalog.translation(source, target), threads=2)
        for name in HELD_OUT:
            path = next(arguments.data.glob(f"reports/*/{name}"))
            pairs = list(read_pairs(path))
            print(
                json.dumps({"direction": f"{source}-{target}", "report": name, **score(translator, pairs)}),
                flush=True,
            )
            step = max(1, len(pairs) // max(1, arguments.show))
            for zh, en in pairs[5::step][: arguments.show]:
                text = zh if source == "zh" else en
                result = translator.translate([text])[0]
                print(f"  {text}\n  → {result.target}  [{result.numbers}] {result.warning}")


if __name__ == "__main__":
    main()
