"""What a word mostly becomes on the other side of this report, counted over its translated sentences. No Qt."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Final

from index.report import Language
from index.text import Span
from models.glossary import fold_chinese
from models.stems import words_of

if TYPE_CHECKING:
    from desktop.reader.bilingual import Bilingual

Cut = Callable[[str], tuple[Span, ...]]
_OFTEN: Final = 4
"""Sentences that must have both words."""
_SURE: Final = 0.65
"""Twice the sentences with both words, divided by those with one and those with the other (Dice's coefficient)."""
_LETTERS: Final = 3
_GROWN: Final = 1.25
"""How much more must be translated before all is counted again."""
_IDLE: Final = frozenset(
    "and are been being for from had has have into its more most not our out over shall should such than that the their them "
    "then there these they this those through under upon was were which will with would".split()
)
"""English words that go with everything."""


class UsualWords:
    """Counts the words of one side of a report; those of Chinese are cut by ``cut``."""

    def __init__(self, sentences: Iterable[tuple[str, str]], side: Language, cut: Cut) -> None:
        self._in: dict[str, frozenset[str]] = {}
        self._times: Counter[str] = Counter()
        self._forms: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for sentence, words in sentences:
            found = list(_english(words) if side is Language.EN else _chinese(words, cut))
            for word, form in found:
                self._forms[word][form] += 1
            self._in[sentence] = frozenset(word for word, _ in found)
            self._times.update(self._in[sentence])

    def holding(self, word: str) -> set[str]:
        """The sentences that have a word, as it is counted."""
        return {sentence for sentence, words in self._in.items() if word in words}

    def best(self, sentences: set[str]) -> str:
        """The one word, as it is counted, that goes with these sentences and hardly any other; empty where none does."""
        own = {sentence for sentence in sentences if sentence in self._in}
        both = Counter(word for sentence in own for word in self._in[sentence])
        scores = {word: 2 * n / (len(own) + self._times[word]) for word, n in both.items() if n >= _OFTEN}
        highest = max(scores.values(), default=0.0)
        first = [word for word, score in scores.items() if score == highest]
        # Words of one fixed phrase go with each other equally well: none of them is the one.
        return first[0] if highest >= _SURE and len(first) == 1 else ""

    def form(self, word: str) -> str:
        """The word as it is written most often."""
        return self._forms[word].most_common(1)[0][0] if word in self._forms else ""

    def knows(self, word: str) -> bool:
        """True for what is counted."""
        return word in self._times


def usual(word: str, sentences: set[str], own: UsualWords, other: UsualWords) -> str:
    """What ``word`` mostly becomes: the best of the other side for its ``sentences``, if that has no better one in return."""
    found = other.best(sentences) if own.knows(word) or len(word) > 1 and not word.isascii() else ""
    if not found or (own.knows(word) and own.best(other.holding(found)) != word):
        return ""
    return other.form(found)


def _english(words: str) -> Iterable[tuple[str, str]]:
    for word in words_of(words):
        form = words[word.start : word.end].lower()
        if len(form) >= _LETTERS and form not in _IDLE and not form.isdigit():
            yield word.stem, form


def _chinese(words: str, cut: Cut) -> Iterable[tuple[str, str]]:
    for span in cut(words):
        if span.end - span.start > 1:
            form = span.of(words)
            yield fold_chinese(form), form


def counted(word: str, side: Language) -> str:
    """A word as it is counted."""
    if side is Language.ZH:
        return fold_chinese(word)
    stems = words_of(word)
    return stems[0].stem if len(stems) == 1 else word


class UsualCache:
    """The counts of the report that is open, made anew when more of it is translated."""

    def __init__(self) -> None:
        self._kept: dict[Language, tuple[Bilingual, int, UsualWords]] = {}

    def words(self, text: Bilingual, side: Language, cut: Cut) -> UsualWords:
        """The counts of one side."""
        from desktop.words.looked import side_text

        known = self._kept.get(side)
        count = len(text.translations)
        if known is not None and known[0] is text:
            under_way = count < len(text.report.sentences) and known[1] <= count < known[1] * _GROWN
            if known[1] == count or under_way:
                return known[2]
        translated = [s.id for s in text.report.sentences if s.id in text.translations]
        pairs = [(key, words) for key in translated if (words := side_text(text, key, side))]
        made = UsualWords(pairs, side, cut)
        self._kept[side] = (text, count, made)
        return made


USUAL: Final = UsualCache()
