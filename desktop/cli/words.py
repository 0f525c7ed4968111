"""``report-reader words``: list the words you learn, write them for flashcards, add and remove some."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from desktop.cli.commands import UsageError
from desktop.cli.output import JsonValue, shorten, show, show_json, table, tell, write_output
from desktop.export.words import FORMATS, render_words
from desktop.services import Services, build_services
from desktop.translations import translate_sentences
from desktop.words.report_terms import terms_met, words_of_terms
from index.errors import ReaderError
from index.report import Language
from index.words import Example, Word, WordShelf
from index.words.model import example_at
from models.pinyin import has_han

if TYPE_CHECKING:
    from index.report import Report, Sentence

_DAY: Final = 10
_COLUMN: Final = 34
_SENTENCE: Final = 44


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    what = parser.add_subparsers(dest="what", metavar="ACTION")
    listing = what.add_parser("list", help="list the words (the default)")
    export = what.add_parser("export", help="write the words as a file")
    terms = what.add_parser("terms", help="write the glossary's terms of a report, each with a sentence")
    terms.add_argument("report", metavar="FILE", help="the report")
    for action in (export, terms):
        action.add_argument(
            "--format", choices=FORMATS, help="tsv for Anki, or csv; else what FILE ends with, else tsv"
        )
        action.add_argument(
            "--output", metavar="FILE", help="write to this file; without it, to standard output"
        )
    for action in (listing, export):
        action.add_argument(
            "--search", metavar="WORDS", default="", help="only words that have these somewhere"
        )
    adding = what.add_parser("add", help="add a word, or a sentence to a word")
    adding.add_argument("word", metavar="WORD")
    adding.add_argument(
        "--meaning", default="", help="what it means; else what glossary and dictionaries say"
    )
    adding.add_argument("--sentence", default="", help="a sentence that it stands in")
    adding.add_argument("--translation", default="", help="that sentence in the other language")
    adding.add_argument(
        "--report", metavar="FILE", help="take the sentence from this report: the first with the word"
    )
    removing = what.add_parser("remove", help="remove words")
    removing.add_argument("words", metavar="WORD", nargs="+")
    for action in (listing, adding, removing):
        action.add_argument("--json", action="store_true", help="one JSON object a line")
    for action in (listing, export, terms, adding, removing):
        # SUPPRESS leaves alone what was given before the action.
        action.add_argument("--data-dir", type=Path, default=argparse.SUPPRESS, help=argparse.SUPPRESS)


def run(arguments: argparse.Namespace) -> int:
    """List, export, add or remove."""
    services = build_services(arguments.data_dir)
    try:
        match arguments.what:
            case "add":
                return _add(services, arguments)
            case "remove":
                return _remove(services, arguments.words, as_json=arguments.json)
            case "terms":
                return _terms(services, arguments.report, arguments.format, arguments.output)
        words = _words(services)
    finally:
        services.close()
    wanted = getattr(arguments, "search", "")
    chosen = [word for word in words if word.matches(wanted)]
    if arguments.what == "export":
        write_output(arguments.output, render_words(chosen, _form(arguments.format, arguments.output)))
        return 0
    _list(chosen, as_json=bool(getattr(arguments, "json", False)))
    return 0


def _words(services: Services) -> tuple[Word, ...]:
    words = WordShelf(services.annotations()).words() if services.has_annotations else ()
    if services.annotations_notice is not None:
        tell(str(services.annotations_notice))
    return words


def _form(form: str | None, output: str | None) -> str:
    ending = Path(output).suffix.removeprefix(".").lower() if output else ""
    return form or (ending if ending in FORMATS else "tsv")


def record(word: Word) -> dict[str, JsonValue]:
    """A word as the command prints it."""
    return {
        "id": word.id, "word": word.word, "pinyin": word.reading, "meaning": word.meaning,
        "language": str(word.language), "created": word.created, "modified": word.modified,
        "sentences": [
            {"sentence": e.sentence, "translation": e.translation, "report": e.title, "place": e.place,
             "year": e.year, "file": e.file, "added": e.added}
            for e in word.examples
        ],
    }  # fmt: skip


def _list(words: Sequence[Word], *, as_json: bool) -> None:
    if as_json:
        for word in words:
            show_json(record(word))
        return
    if not words:
        show("There are no words.")
        return
    rows = [
        (
            word.word,
            word.reading,
            _line(word.meaning, _COLUMN),
            str(len(word.examples)),
            _line(word.examples[-1].sentence, _SENTENCE) if word.examples else "",
            word.created[:_DAY],
        )
        for word in words
    ]
    heads = ("Word", "Pinyin", "Meaning", "Sentences", "The last one", "Added")
    for line in table(heads, rows, frozenset({3})):
        show(line)


def _line(text: str, columns: int) -> str:
    return shorten(" ".join(text.split()), columns)


# Adding and removing


def _add(services: Services, arguments: argparse.Namespace) -> int:
    word = " ".join(arguments.word.split())
    if not word:
        raise UsageError("there is no word to add")
    if arguments.translation and not arguments.sentence:
        raise UsageError("--translation needs the --sentence that it is of")
    language = Language.ZH if has_han(word) else Language.EN
    example = _example(word, language, arguments)
    head = services.vocabulary.lookup().of_word(word, language)
    given = Word(
        word, head.reading, arguments.meaning or head.meaning, language, (example,) if example else ()
    )
    shelf = WordShelf(services.annotations())
    known = shelf.named(word)
    edit = shelf.add(given)
    if edit is not None:
        edit.redo()
    if known is not None and arguments.meaning and arguments.meaning != known.meaning:
        changed = shelf.change(known.id, meaning=arguments.meaning)
        if changed is not None:
            changed.redo()
            edit = changed
    kept = shelf.named(word)
    if arguments.json and kept is not None:
        show_json(record(kept))
    elif edit is None:
        show(f"{word} is in the list already, and nothing was new.")
    else:
        what = "was added" if known is None else "was in the list already, and got what was new"
        show(f"{word} {what}.")
    if services.annotations_notice is not None:
        tell(str(services.annotations_notice))
    return 0


def _example(word: str, language: Language, arguments: argparse.Namespace) -> Example | None:
    if arguments.report:
        from index.readers import open_report

        report = open_report(arguments.report)
        if report.language is not language:
            raise UsageError(f"{word} is of another language than {arguments.report}")
        found = _sentence_with(report, arguments.sentence or word)
        if found is None:
            raise UsageError(f"{arguments.sentence or word} does not stand in {arguments.report}")
        words = " ".join(found.span.of(report.text).split())
        return example_at(report, found.span, words, arguments.translation)
    return Example(arguments.sentence, arguments.translation) if arguments.sentence else None


def _sentence_with(report: Report, words: str) -> Sentence | None:
    from index.variants import fold

    wanted = fold(words)
    return next((s for s in report.sentences if wanted in fold(s.span.of(report.text))), None)


def _remove(services: Services, wanted: Sequence[str], *, as_json: bool) -> int:
    if not services.has_annotations:
        raise UsageError(f"{wanted[0]} is not in the list")
    shelf = WordShelf(services.annotations())
    found: list[Word] = []
    for given in dict.fromkeys(wanted):
        known = shelf.named(given) or shelf.word(given)
        if known is None:
            raise UsageError(f"{given} is not in the list; nothing was removed")
        found.append(known)
    shelf.remove(word.id for word in found).redo()
    for word in found:
        if as_json:
            show_json(record(word))
        else:
            show(f"{word.word} was removed.")
    return 0


# Terms


def _terms(services: Services, path: str, form: str | None, output: str | None) -> int:
    from index.readers import open_report

    report = open_report(path)
    met = terms_met(report, services.vocabulary.glossary())
    sentences = list({each.sentence.id: each.sentence for each in met}.values())
    texts = [sentence.span.of(report.text) for sentence in sentences]
    translations: dict[str, str] = {}
    try:
        for place, made in translate_sentences(services, report.language, report.language.other, texts):
            if made.engine != "none":
                translations[sentences[place].id] = " ".join(made.target.split())
    except ReaderError as error:
        tell(f"the sentences stand there without their translation: {error}")
    write_output(output, render_words(words_of_terms(report, met, translations), _form(form, output)))
    return 0
