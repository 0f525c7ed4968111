"""Byte pairs and Moses words, held to what argostranslate's own copy of subword-nmt does and to Moses' rules."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path

import pytest

from models.byte_pairs import BytePairs, BytePairTokenizer
from models.moses import detokenize, tokenize, unescape
from tests.real_packages import CODES

_REFERENCE = """
import importlib.util, io, json, sys
spec = importlib.util.find_spec("argostranslate")
path = spec.submodule_search_locations[0] + "/apply_bpe.py"
module = importlib.util.module_from_spec(importlib.util.spec_from_file_location("apply_bpe", path))
module.__spec__.loader.exec_module(module)
codes, words = json.load(sys.stdin)
print(json.dumps(module.BPE(io.StringIO(codes)).segment_tokens(words)))
"""


def random_codes(seed: int, version: str) -> tuple[str, list[str]]:
    """Merges as learning would make them, each of pieces that exist by then, and words over their letters."""
    chance = random.Random(seed)
    pieces = [*"abcde", "改", "革", *(f"{c}</w>" for c in "abcde改革")] + (
        ["</w>"] if version == "0.1" else []
    )
    lines = []
    for _ in range(40):
        left, right = chance.choice([p for p in pieces if not p.endswith("</w>")]), chance.choice(pieces)
        lines.append(f"{left} {right}")
        pieces.append(left + right)
    words = ["".join(chance.choice("abcde改革x") for _ in range(chance.randrange(1, 15))) for _ in range(200)]
    head = f"#version: {version}\n" if version != "none" else ""
    return head + "\n".join(lines) + "\n", words


@pytest.mark.parametrize("version", ["0.1", "0.2", "none"])
def test_words_are_cut_as_subword_nmt_cuts_them(version: str) -> None:
    for seed in range(3):
        codes, words = random_codes(seed, version)
        done = subprocess.run(
            [sys.executable, "-c", _REFERENCE], input=json.dumps([codes, words]), capture_output=True, text=True,
            check=True,
        )  # fmt: skip
        pairs = BytePairs(codes)
        assert [piece for word in words for piece in pairs.segment(word)] == json.loads(done.stdout)


def test_a_clause_without_blanks_is_cut_in_reasonable_time() -> None:
    pieces = BytePairs(CODES).segment("改革经济" * 5_000)
    assert "".join(piece.removesuffix("@@") for piece in pieces) == "改革经济" * 5_000


@pytest.mark.parametrize("codes", ["", "\n", "#version: 0.2\n", "a\n", "a b c\n", "\x00\x01"])
def test_what_is_no_list_of_pairs_is_refused(codes: str) -> None:
    with pytest.raises(ValueError):
        BytePairs(codes)


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("Growth of 5.5%, about 1,200 firms.", "en", "Growth of 5.5 % , about 1,200 firms ."),
        ("It's the city's plan.", "en", "It &apos;s the city &apos;s plan ."),
        ("Mr. Li and No. 5 of the U.S. economy.", "en", "Mr. Li and No. 5 of the U.S. economy ."),
        ("“R&D” [a|b]", "en", "&quot; R &amp; D &quot; &#91; a &#124; b &#93;"),
        ("l'économie d'État", "fr", "l&apos; économie d&apos; État"),
        ("and so on... then", "en", "and so on ... then"),
        ("发展经济，改善民生。", "zh", "发展经济 ， 改善民生 。"),
        ("增长5.5%左右", "zh", "增长5.5 % 左右"),
    ],
)
def test_words_and_marks_come_apart(text: str, language: str, words: str) -> None:
    assert tokenize(text, language) == words.split()


@pytest.mark.parametrize(
    ("tokens", "language", "text"),
    [
        ("Growth of 5.5 % , about 1,200 firms .", "en", "Growth of 5.5%, about 1,200 firms."),
        ("the city &apos;s ( new ) plan", "en", "the city's (new) plan"),
        ("a &quot; plan &quot; for $ 5", "en", 'a "plan" for $5'),
        ("发展 经济 ， 改善 民生 。", "zh", "发展经济，改善民生。"),
        ("well @-@ being", "en", "well-being"),
        ("l&apos; économie", "fr", "l'économie"),
        ("", "en", ""),
    ],
)
def test_words_and_marks_go_together_again(tokens: str, language: str, text: str) -> None:
    assert detokenize(tokens.split(), language) == text


def test_text_comes_back_from_its_pieces() -> None:
    for text, language in (
        ("We will advance the reform, and the city.", "en"),
        ("推进改革，发展经济。", "zh"),
    ):
        tokenizer = BytePairTokenizer(CODES, language, language)
        (pieces,) = tokenizer.encode_all([text])
        assert any(piece.endswith("@@") for piece in pieces)
        assert tokenizer.decode(pieces) == text
        assert "".join(tokenizer.plain(piece) for piece in pieces) == text.replace(" ", "")
    assert unescape("&amp;lt;") == "&lt;"


def test_pieces_at_the_end_lose_their_joiner() -> None:
    assert BytePairTokenizer(CODES, "zh", "en").decode(["the", "ref@@"]) == "the ref"


def test_the_file_is_read_whatever_its_line_ends(tmp_path: Path) -> None:
    one, other = BytePairs(CODES), BytePairs("\ufeff" + CODES.replace("\n", "\r\n"))
    assert one.segment("reform") == other.segment("reform")
