"""The user's translation memory: corrections and imported pairs, kept with all else that the user wrote. No Qt."""

from __future__ import annotations

import json
import threading
from collections import Counter
from collections.abc import Generator, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from desktop.undo import Change
from index.report import Language

if TYPE_CHECKING:
    from desktop.services import Services
    from index.annotations import Item
    from index.report import Report, Sentence
    from models.memory import Entry, TranslationMemory
    from models.tmx import Skipped

KIND: Final = "translation"
DRAFT: Final = "translation draft"
_STEP: Final = 2_000


class TakenIn(NamedTuple):
    """What became of a file: entries added, those that were known already, units skipped, and how to take it back."""

    added: int
    known: int
    skipped: Skipped
    change: Change


class MemoryFile(NamedTuple):
    """An imported memory."""

    name: str
    entries: int


class Memories:
    """Reads and writes the store. Writing raises ``UnwritableFolder``; nothing is acknowledged unkept."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._memory: TranslationMemory | None = None
        self._lock = threading.Lock()

    @property
    def memory(self) -> TranslationMemory:
        """All entries, read when first asked for; empty, and no store opened, where nothing was ever kept."""
        with self._lock:
            if self._memory is None:
                from models.memory import TranslationMemory

                self._memory = TranslationMemory(self._entries())
            return self._memory

    def _entries(self) -> Iterable[Entry]:
        if not self._services.has_annotations:
            return ()
        items = self._services.annotations().of_kind(KIND)
        return [entry for item in items if (entry := _entry(item)) is not None]

    # Correcting

    def correct(self, report: Report, sentence: Sentence, target: str) -> Change:
        """Keep ``target`` as the translation of a sentence, wherever it stands; not done before ``redo`` is called."""
        from index.annotations import anchor_at, new_item
        from models.memory import Entry, Origin, one_line

        source = one_line(sentence.span.of(report.text))
        store, known = self._services.annotations(), self.corrected(source, report.language)
        entry = Entry(source, one_line(target), report.language)
        if known is None:
            made = new_item(
                KIND, report.id, report.title, anchor_at(report.text, sentence.span), _payload(entry)
            )
            return self._writing(None, made)
        before = store.item(known.id)
        assert before is not None, known
        assert known.origin is Origin.CORRECTED
        return self._writing(before, replace(before, payload=_payload(entry)))

    def withdraw(self, source: str, language: Language) -> Change | None:
        """Take the correction of a sentence back, where there is one; not done before ``redo`` is called."""
        known = self.corrected(source, language)
        before = self._services.annotations().item(known.id) if known is not None else None
        return self._writing(before, replace(before, deleted=True)) if before is not None else None

    def corrected(self, source: str, language: Language) -> Entry | None:
        """The user's correction of a sentence."""
        from models.memory import Origin

        entry = self.memory.exact(source, language)
        return entry if entry is not None and entry.origin is Origin.CORRECTED else None

    def is_imported(self, source: str, language: Language) -> bool:
        """True where an imported memory has a sentence, so that taking a correction back would show that."""
        from models.memory import Origin

        return any(e.origin is Origin.IMPORTED for e in self.memory.all_exact(source, language))

    def _writing(self, before: Item | None, after: Item) -> Change:
        def redo() -> None:
            self._keep(after)

        def undo() -> None:
            self._keep(before if before is not None else replace(after, deleted=True))

        return Change(undo, redo, "translations")

    def _keep(self, item: Item) -> None:
        from index.annotations import stamped

        kept = self._services.annotations().put(stamped(item))
        entry = _entry(kept)
        if kept.deleted or entry is None:
            self.memory.remove([kept.id])
        else:
            self.memory.put(entry)

    # Drafts

    def keep_draft(self, report: Report, sentence: Sentence, text: str) -> None:
        """Keep what was written and not saved; an empty text drops it."""
        from index.annotations import anchor_at

        store = self._services.annotations()
        known = self._draft(report, sentence)
        payload = json.dumps({"text": text}, ensure_ascii=False)
        if known is not None:
            store.put(replace(known, payload=payload, deleted=not text))
        elif text:
            store.add(DRAFT, report.id, report.title, anchor_at(report.text, sentence.span), payload)

    def draft(self, report: Report, sentence: Sentence) -> str:
        """What was written for a sentence and not saved."""
        known = self._draft(report, sentence)
        return str(known.content().get("text", "")) if known is not None else ""

    def _draft(self, report: Report, sentence: Sentence) -> Item | None:
        if not self._services.has_annotations:
            return None
        quote = sentence.span.of(report.text)
        found = self._services.annotations().items(DRAFT, report.id)
        return next((i for i in found if i.anchor.quote == quote), None)

    # Files

    def take_in_steps(self, path: Path) -> Generator[tuple[int, int], None, TakenIn]:
        """Take the pairs of a TMX file in, all at once or not at all; yields (done, total), where it may be stopped.

        Raises ``UnreadableMemory``.
        """
        from index.annotations import Anchor, new_item
        from models.memory import Origin
        from models.tmx import read_tmx_steps

        reading = read_tmx_steps(path)
        while True:
            try:
                done, size = next(reading)
            except StopIteration as end:
                content = end.value
                break
            yield 60 * done // max(1, size), 100
        known = {
            (e.source, e.target, e.language) for e in self.memory.entries() if e.origin is Origin.IMPORTED
        }
        nowhere = Anchor(0, 0, "")
        items: list[Item] = []
        for n, entry in enumerate(content.entries):
            key = (entry.source, entry.target, entry.language)
            if key not in known:
                known.add(key)
                items.append(new_item(KIND, "", "", nowhere, _payload(entry)))
            if n % _STEP == 0:
                yield 60 + 30 * n // len(content.entries), 100
        yield 90, 100
        store = self._services.annotations()
        store.put_all(items)
        ids = [item.id for item in items]
        self.memory.put_all(entry for item in items if (entry := _entry(item)) is not None)
        change = Change(
            lambda: self._set_deleted(ids, deleted=True),
            lambda: self._set_deleted(ids, deleted=False),
            "translations",
            large=len(ids) > _STEP,
        )
        return TakenIn(len(items), len(content.entries) - len(items), content.skipped, change)

    def take_pairs(self, name: str, pairs: Sequence[tuple[str, str]]) -> Change:
        """Chinese sentences with their English, as an imported memory of this name in place of an older one of it.

        Not done before ``redo`` is called.
        """
        from index.annotations import Anchor, new_item
        from models.memory import Entry, Origin

        nowhere = Anchor(0, 0, "")
        entries = [Entry(zh, en, Language.ZH, Origin.IMPORTED, name) for zh, en in dict(pairs).items()]
        items = [new_item(KIND, "", "", nowhere, _payload(entry)) for entry in entries]
        ids = [item.id for item in items]
        old = [e.id for e in self.memory.entries() if e.origin is Origin.IMPORTED and e.file == name]

        def redo() -> None:
            self._set_deleted(old, deleted=True)
            self._services.annotations().put_all(items)
            self.memory.put_all(entry for item in items if (entry := _entry(item)) is not None)

        def undo() -> None:
            self._set_deleted(ids, deleted=True)
            self._set_deleted(old, deleted=False)

        return Change(undo, redo, "translations", large=len(ids) > _STEP)

    def files(self) -> tuple[MemoryFile, ...]:
        """The imported memories, by name."""
        from models.memory import Origin

        names = Counter(e.file for e in self.memory.entries() if e.origin is Origin.IMPORTED)
        return tuple(MemoryFile(name, count) for name, count in sorted(names.items()))

    def remove_file(self, name: str) -> Change:
        """Take all pairs of an imported memory out; not done before ``redo`` is called."""
        from models.memory import Origin

        entries = self.memory.entries()
        ids = [e.id for e in entries if e.origin is Origin.IMPORTED and e.file == name]
        return Change(
            lambda: self._set_deleted(ids, deleted=False),
            lambda: self._set_deleted(ids, deleted=True),
            "translations",
            large=len(ids) > _STEP,
        )

    def _set_deleted(self, ids: list[str], *, deleted: bool) -> None:
        items = self._services.annotations().set_all_deleted(ids, deleted=deleted)
        if deleted:
            self.memory.remove(ids)
        else:
            self.memory.put_all(entry for item in items if (entry := _entry(item)) is not None)


def _payload(entry: Entry) -> str:
    fields = {
        "source": entry.source,
        "target": entry.target,
        "from": str(entry.language),
        "origin": str(entry.origin),
        "file": entry.file,
        "date": entry.date,
        "author": entry.author,
    }
    return json.dumps({k: v for k, v in fields.items() if v}, ensure_ascii=False)


def _entry(item: Item) -> Entry | None:
    """The entry that an item keeps; None for one of a later version, which stays in the store."""
    from models.memory import Entry, Origin

    content = item.content()
    try:
        language, origin = Language(str(content["from"])), Origin(str(content["origin"]))
        source, target = str(content["source"]), str(content["target"])
    except (KeyError, ValueError):
        return None
    if not source or not target:
        return None
    date = item.modified if origin is Origin.CORRECTED else str(content.get("date", ""))
    return Entry(
        source, target, language, origin, str(content.get("file", "")), date, str(content.get("author", "")),
        item.id,
    )  # fmt: skip
