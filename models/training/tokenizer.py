"""The sub-word vocabulary of the translator: SentencePiece unigram over both languages, placeholders as pieces."""

from __future__ import annotations

import random
from pathlib import Path
from typing import TYPE_CHECKING

from models.placeholders import SYMBOLS

if TYPE_CHECKING:
    from sentencepiece import SentencePieceProcessor


def train_tokenizer(sentences: list[str], size: int, prefix: Path, seed: int, threads: int = 2) -> Path:
    """Train ``prefix.model`` on ``sentences`` (both languages mixed); ids 0–3 are pad, unk, bos, eos."""
    import sentencepiece

    prefix.parent.mkdir(parents=True, exist_ok=True)
    order = random.Random(seed)
    order.shuffle(sentences)
    sentencepiece.set_random_generator_seed(seed)
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(sentences),
        model_prefix=str(prefix),
        model_type="unigram",
        vocab_size=size,
        character_coverage=0.9998,
        byte_fallback=True,
        split_digits=True,
        normalization_rule_name="identity",
        user_defined_symbols=list(SYMBOLS),
        pad_id=0, unk_id=1, bos_id=2, eos_id=3,
        num_threads=threads,
        max_sentence_length=4096,
        minloglevel=2,
    )  # fmt: skip
    return prefix.with_suffix(".model")


def load_tokenizer(path: Path) -> SentencePieceProcessor:
    """The trained model, ready to encode."""
    import sentencepiece

    return sentencepiece.SentencePieceProcessor(model_file=str(path))


def output_pieces(tokenizer: SentencePieceProcessor, *, english: bool) -> list[int]:
    """The ids of the pieces that a translation into English (or Chinese) may consist of, in order.

    English has no piece with a character of East Asian writing. Chinese has of the Latin ones those that spell
    abbreviations: single letters, capitals and digits. The network then never has to tell the languages apart.
    """
    kept = []
    for i in range(tokenizer.get_piece_size()):
        piece = tokenizer.id_to_piece(i)
        letters = "" if i < 4 or piece.startswith("<0x") else piece.replace("▁", "")
        latin = any(c.isascii() and c.isalpha() for c in letters)
        if english:
            fits = not any(ord(c) > 0x2E7F and not 0xE000 <= ord(c) < 0xE100 for c in letters)
        else:
            fits = not latin or len(letters) == 1 or letters == letters.upper()
        if fits:
            kept.append(i)
    return kept
