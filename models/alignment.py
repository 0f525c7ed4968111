"""Which words of a sentence and of its translation say the same: read off the attention of the networks.

Any pair of texts is aligned, whoever translated it: the translation is forced on the network for its direction, the
source on the one for the way back, and both must look at the same place. Figures are matched by value, exactly.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from index.report import Language
from index.text import Span
from models.engine import Attention
from models.placeholders import Protected, is_placeholder, protect_pair
from models.translation import Link

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from models.translation import Translator

_WORD: Final = re.compile(r"[^\W\d_]+(?:[\u2019'-][^\W\d_]+)*")
_IDLE: Final = frozenset(
    "a an the of to in on at by for from with and or as is are was were be been being we our us it its this that these those "
    "will would shall can has have had which who whom so such than then there all also more".split()
)
"""English words that have no counterpart of their own."""
_MARKS: Final = re.compile(r"[\W_]*")
_SURE: Final = 0.3
"""Mean attention of both directions above which two words are linked."""
_CLEAR: Final = 0.6
"""What a link needs that is only the best for one of its two words."""
_PHRASE: Final = 4
"""Characters from which a Chinese piece is a phrase rather than a word."""


def align(
    source: str, target: str, language: Language, there: Translator, back: Translator | None = None
) -> tuple[Link, ...]:
    """The links between ``source`` (in ``language``) and its translation, figures first; spans are characters.

    ``there`` translates from ``language``, ``back`` the other way; with one of them alone the links are less sure.
    """
    import numpy as np

    zh, en = (source, target) if language is Language.ZH else (target, source)
    pair = protect_pair(zh, en)
    own, other = (pair.zh, pair.en) if language is Language.ZH else (pair.en, pair.zh)
    attention = there.attend(own.text, other.text)
    if attention is None:
        return tuple(_figures(own, other))
    scores, from_units, to_units = _scores(own.text, other.text, attention, language)
    again = back.attend(other.text, own.text) if back is not None else None
    if again is not None:
        other_way, to_again, from_again = _scores(other.text, own.text, again, language.other)
        if (to_again, from_again) == (to_units, from_units):
            scores = (scores + other_way.T) * np.float32(0.5)
    links = list(_figures(own, other))
    before, after = own.origins(), other.origins()
    zh_units = from_units if language is Language.ZH else to_units
    phrases = [unit.end - unit.start >= _PHRASE for unit in zh_units]
    for i, j in _chosen(scores, phrases, by_row=language is Language.ZH):
        one, two = from_units[i].of(own.text), to_units[j].of(other.text)
        if any(is_placeholder(c) for c in one + two):
            continue
        links.append(Link(_back(from_units[i], before), _back(to_units[j], after), "word"))
    return tuple(sorted(set(links), key=lambda link: (link.source, link.target, link.kind)))


def _figures(own: Protected, other: Protected) -> Iterator[Link]:
    places = {slot.symbol: slot.covered for slot in other.slots}
    for slot in own.slots:
        if slot.symbol in places:
            yield Link(slot.covered, places[slot.symbol], "number")


def _back(span: Span, origins: list[Span]) -> Span:
    return Span(origins[span.start].start, origins[span.end - 1].end)


def _units(text: str, spans: tuple[Span, ...], language: Language) -> tuple[list[Span], list[int]]:
    """The words that can be linked, and for each piece the word it is a part of (-1 for none).

    English words are found by their letters, Chinese ones are the pieces themselves.
    """
    if language is Language.EN:
        words = [Span(*m.span()) for m in _WORD.finditer(text) if m.group().lower() not in _IDLE]
    else:
        words = [s for s in dict.fromkeys(spans) if s.end > s.start and not _MARKS.fullmatch(s.of(text))]
    of_piece = [
        next((i for i, w in enumerate(words) if s.end > s.start and w.overlaps(s)), -1) for s in spans
    ]
    return words, of_piece


def _scores(
    source: str, target: str, attention: Attention, language: Language
) -> tuple[NDArray[np.float32], list[Span], list[Span]]:
    """How much each word of the target looks at each word of the source, shape (source words, target words)."""
    import numpy as np

    from_words, from_piece = _units(source, attention.source, language)
    to_words, to_piece = _units(target, attention.target, language.other)
    scores = np.zeros((len(from_words), len(to_words)), np.float32)
    for row, j in enumerate(to_piece):
        if j < 0:
            continue
        for column, i in enumerate(from_piece):
            if i >= 0:
                scores[i, j] = max(scores[i, j], float(attention.weights[row, column]))
    return scores, from_words, to_words


def _chosen(scores: NDArray[np.float32], phrases: list[bool], *, by_row: bool) -> Iterator[tuple[int, int]]:
    """The pairs of words that are the best for each other, and clear ones that are the best for one of them.

    A Chinese piece that is a whole phrase has several English words; ``phrases`` tells which do, by row or by column.
    """
    if not scores.size:
        return
    best_to, best_from = scores.argmax(axis=1), scores.argmax(axis=0)
    for i in range(scores.shape[0]):
        for j in range(scores.shape[1]):
            first, second = best_to[i] == j, best_from[j] == i
            wanted = _SURE if (first and second) or phrases[i if by_row else j] else _CLEAR
            if (first or second) and scores[i, j] >= wanted:
                yield i, j
