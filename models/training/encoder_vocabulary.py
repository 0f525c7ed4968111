"""The encoder's tokeniser: what is folded before a text is cut, and the unigram vocabulary it is cut into.

Folding happens inside ``tokenizer.json`` (a SentencePiece character map), so that the package alone treats
Simplified and Traditional, full and half width, capitals and small letters alike. Chinese and other pieces are learnt
apart, since long Chinese pieces hide the words that a short query names.
"""

from __future__ import annotations

import base64
import io
import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

UNKNOWN: Final = "<unk>"
CHINESE_PIECES: Final = 17_000
OTHER_PIECES: Final = 13_000
LONGEST_CHINESE: Final = 4
LONGEST_OTHER: Final = 16
_HAN_RUN: Final = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003134f]+")
_OTHER_RUN: Final = re.compile(r"[^\W\d_\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003134f]+")
_RANGES: Final = (
    (0x21, 0x2FFF),
    (0x3000, 0x33FF),
    (0x3400, 0x9FFF),
    (0xF900, 0xFAFF),
    (0xFE30, 0xFFEF),
    (0x20000, 0x2A6DF),
)


def folding_rules() -> dict[str, str]:
    """Each character that is folded, with what it becomes: plain width, small letters, Simplified."""
    from index.variants import to_simplified

    rules: dict[str, str] = {}
    for first, last in _RANGES:
        for code in range(first, last + 1):
            char = chr(code)
            if unicodedata.category(char) in ("Cn", "Cs", "Co"):
                continue
            folded = to_simplified(unicodedata.normalize("NFKC", char).lower())
            if folded != char:
                rules[char] = folded
    for mark in "\u200b\u200c\u200d\u2060\ufeff\u00ad":
        rules[mark] = ""
    return rules


def build_tokenizer(texts: Iterable[str]) -> str:
    """The ``tokenizer.json`` for these texts. The same texts in the same order give the same file."""
    rules = folding_rules()
    table = {ord(char): folded for char, folded in rules.items()}
    chinese: Counter[str] = Counter()
    other: Counter[str] = Counter()
    for text in texts:
        folded = text.translate(table)
        chinese.update(_HAN_RUN.findall(folded))
        other.update(_OTHER_RUN.findall(folded))
    zh_pieces, character_map = _train(chinese, CHINESE_PIECES, LONGEST_CHINESE, rules)
    other_pieces, _ = _train(other, OTHER_PIECES, LONGEST_OTHER, {})
    pieces = dict(other_pieces)
    pieces.update(zh_pieces)
    for char in "0123456789abcdefghijklmnopqrstuvwxyz":
        pieces.setdefault(char, min(pieces.values()))
    vocabulary: list[list[str | float]] = [[UNKNOWN, 0.0]]
    vocabulary += [
        [piece, round(score, 4)] for piece, score in sorted(pieces.items(), key=lambda p: (-p[1], p[0]))
    ]
    return json.dumps(
        {
            "version": "1.0",
            "truncation": None,
            "padding": None,
            "added_tokens": [],
            "normalizer": {
                "type": "Precompiled",
                "precompiled_charsmap": base64.b64encode(character_map).decode("ascii"),
            },
            "pre_tokenizer": {
                "type": "Sequence",
                "pretokenizers": [
                    {"type": "WhitespaceSplit"},
                    {"type": "Punctuation", "behavior": "Removed"},
                    {"type": "Digits", "individual_digits": True},
                ],
            },
            "post_processor": None,
            "decoder": None,
            "model": {"type": "Unigram", "unk_id": 0, "vocab": vocabulary, "byte_fallback": False},
        },
        ensure_ascii=False,
        separators=(",", ":"),
    )


def _train(
    counts: Counter[str], size: int, longest: int, rules: dict[str, str]
) -> tuple[dict[str, float], bytes]:
    """Unigram pieces with their log probabilities, and the compiled character map of ``rules``."""
    import sentencepiece

    model = io.BytesIO()
    with TemporaryDirectory() as folder:
        source, mapping = Path(folder) / "counts.tsv", Path(folder) / "rules.tsv"
        ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
        source.write_text("".join(f"{run}\t{count}\n" for run, count in ordered if len(run) <= 64), "utf-8")
        codes = (" ".join(f"{ord(c):X}" for c in char) + "\t" + " ".join(f"{ord(c):X}" for c in folded)
                 for char, folded in sorted(rules.items()))  # fmt: skip
        mapping.write_text("".join(f"{line}\n" for line in codes) or "41\t61\n", "utf-8")
        sentencepiece.SentencePieceTrainer.train(
            input=str(source),
            input_format="tsv",
            model_writer=model,
            model_type="unigram",
            vocab_size=size,
            character_coverage=0.9998,
            max_sentencepiece_length=longest,
            normalization_rule_tsv=str(mapping),
            add_dummy_prefix=False,
            hard_vocab_limit=False,
            num_threads=2,
            bos_id=-1,
            eos_id=-1,
            minloglevel=1,
        )
    processor = sentencepiece.SentencePieceProcessor(model_proto=model.getvalue())
    pieces = {
        processor.id_to_piece(i): processor.get_score(i)
        for i in range(processor.get_piece_size())
        if not (processor.is_unknown(i) or processor.is_control(i))
        and "\u2581" not in processor.id_to_piece(i)
    }
    return pieces, _field(_field(model.getvalue(), 3), 2)


def _field(message: bytes, wanted: int) -> bytes:
    """The last length-delimited field of that number in a protocol buffer message."""
    found, at = b"", 0
    while at < len(message):
        key, at = _varint(message, at)
        if key & 7 == 2:
            length, at = _varint(message, at)
            if key >> 3 == wanted:
                found = message[at : at + length]
            at += length
        elif key & 7 == 0:
            _, at = _varint(message, at)
        else:
            at += 8 if key & 7 == 1 else 4
    return found


def _varint(message: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = message[at]
        at += 1
        value |= (byte & 127) << shift
        if byte < 128:
            return value, at
        shift += 7
