"""Words that the reader's user learns, with the sentences in which they were met."""

from __future__ import annotations

from index.words.model import Example, Word, folded_word
from index.words.shelf import WordShelf

__all__ = ["Example", "Word", "WordShelf", "folded_word"]
