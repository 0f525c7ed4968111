"""TBX, the exchange format of terms: reads TBX v3 (ISO 30042:2019) and v2, writes TBX-Basic v3 in DCA style.

A file is hostile until shown otherwise: expat reads it, no entity is defined, nothing outside the file is read.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final
from xml.parsers import expat  # entities are refused below
from xml.sax.saxutils import escape, quoteattr  # writes only

from index.errors import UnreadableGlossary
from models.glossary import Origin, Term
from models.term_rows import Collector, TermFile

NAMESPACE: Final = "urn:iso:std:iso:30042:ed-2"
_DEPTH: Final = 60
_ENTRY: Final = ("conceptEntry", "termEntry")
_LANGUAGE: Final = ("langSec", "langSet")
_FIELDS: Final = {"subjectField": "category", "definition": "note", "explanation": "note"}
"""Data categories that are taken, as ``type`` of a descrip (DCA) or as elements of their own (DCT)."""
_LESSER: Final = ("admittedTerm", "supersededTerm", "deprecatedTerm", "notRecommended", "obsolete")


def to_tbx(terms: Sequence[Term], title: str = "Terms of government reports") -> str:
    """A TBX-Basic document of terms, preferred wordings first and the others marked as admitted."""
    out = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="{NAMESPACE}">',
        " <tbxHeader><fileDesc>",
        f"  <titleStmt><title>{escape(title)}</title></titleStmt>",
        "  <sourceDesc><p>Written by Report Reader</p></sourceDesc>",
        " </fileDesc></tbxHeader>",
        " <text><body>",
    ]
    for number, term in enumerate(terms, start=1):
        out.append(f'  <conceptEntry id="c{number}">')
        if term.category:
            out.append(f'   <descrip type="subjectField">{escape(term.category)}</descrip>')
        if term.note:
            out.append(f"   <note>{escape(term.note)}</note>")
        for language, wordings in (("zh-Hans", term.chinese), ("en", term.english)):
            out.append(f"   <langSec xml:lang={quoteattr(language)}>")
            for at, wording in enumerate(wordings):
                status = "admittedTerm-admn-sts" if at else "preferredTerm-admn-sts"
                mark = (
                    f'<termNote type="administrativeStatus">{status}</termNote>' if len(wordings) > 1 else ""
                )
                out.append(f"    <termSec><term>{escape(wording)}</term>{mark}</termSec>")
            out.append("   </langSec>")
        out.append("  </conceptEntry>")
    out += [" </body></text>", "</tbx>"]
    return "\n".join(out) + "\n"


def read_tbx_bytes(raw: bytes, path: str, origin: Origin = Origin.USER) -> TermFile:
    """The terms of a TBX document; raises UnreadableGlossary, with the line where it is no whole XML."""
    reading = _Reading(path, Collector(origin))
    parser = expat.ParserCreate(namespace_separator=" ")
    reading.parser = parser
    parser.buffer_text = True
    parser.StartElementHandler = reading.start
    parser.EndElementHandler = reading.end
    parser.CharacterDataHandler = reading.text
    parser.EntityDeclHandler = reading.refuse_entity
    parser.StartDoctypeDeclHandler = reading.doctype
    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
    try:
        parser.Parse(raw, True)
    except expat.ExpatError as error:
        what = expat.errors.messages.get(error.code, "it is no whole XML")
        raise UnreadableGlossary(path, f"line {error.lineno}: {what}") from error
    except (LookupError, ValueError) as error:  # an encoding that nobody knows
        raise UnreadableGlossary(path, f"it cannot be decoded ({error})") from error
    if not reading.is_tbx:
        raise UnreadableGlossary(path, "it is XML, but no TBX: there is no <tbx> and no <martif>")
    return reading.collector.result()


@dataclass(slots=True)
class _Entry:
    line: int
    fields: dict[str, str] = field(default_factory=dict)
    wordings: dict[str, list[tuple[bool, str]]] = field(default_factory=dict)


@dataclass(slots=True)
class _Reading:
    """What is known while a document is read; ``words`` is the text of the element that is being taken in."""

    path: str
    collector: Collector
    parser: expat.XMLParserType | None = None
    is_tbx: bool = False
    stack: list[str] = field(default_factory=list)
    entry: _Entry | None = None
    language: str = ""
    words: list[str] | None = None
    taking: str = ""
    taken_at: int = 0
    size: int = 0

    @property
    def line(self) -> int:
        return self.parser.CurrentLineNumber if self.parser is not None else 0

    def refuse_entity(self, *_: object) -> None:
        raise UnreadableGlossary(self.path, f"line {self.line}: it defines entities, which are not read")

    def doctype(self, _name: str, _system: object, _public: object, has_internal_subset: object) -> None:
        # TBX v2 names its DTD; that is never looked at.
        if has_internal_subset:
            raise UnreadableGlossary(self.path, f"line {self.line}: it brings its own DTD, which is not read")

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition(" ")[2]
        self.stack.append(name)
        if len(self.stack) > _DEPTH:
            raise UnreadableGlossary(
                self.path, f"line {self.line}: it is nested more than {_DEPTH} elements deep"
            )
        if len(self.stack) == 1:
            self.is_tbx = name in ("tbx", "TBX", "martif")
        if name in _ENTRY:
            self.entry, self.language = _Entry(self.line), ""
        elif name in _LANGUAGE:
            self.language = _language(attributes)
        elif self.entry is not None and not self.taking:
            kind = attributes.get("type", name)
            if name == "term":
                self._take("term")
            elif name in ("termNote", "administrativeStatus") and "dministrativeStatus" in kind:
                self._take("status")
            elif name == "note" or _FIELDS.get(kind) is not None:
                self._take(_FIELDS.get(kind, "note"))

    def _take(self, what: str) -> None:
        self.taking, self.words, self.taken_at, self.size = what, [], len(self.stack), 0

    def text(self, words: str) -> None:
        if self.words is not None:
            self.size += len(words)
            if self.size < 10_000:  # longer than any field may be: what is too long is told by the check
                self.words.append(words)

    def end(self, tag: str) -> None:
        name = tag.rpartition(" ")[2]
        if self.taking and len(self.stack) == self.taken_at:
            self._keep("".join(self.words or ()))
            self.taking, self.words = "", None
        self.stack.pop()
        if name in _LANGUAGE:
            self.language = ""
        elif name in _ENTRY and self.entry is not None:
            self._finish(self.entry)
            self.entry = None

    def _keep(self, words: str) -> None:
        entry = self.entry
        if entry is None:
            return
        wordings = entry.wordings.setdefault(self.language, [])
        if self.taking == "term":
            wordings.append((False, words))
        elif self.taking == "status":
            if wordings and words.strip().startswith(_LESSER):
                wordings[-1] = (True, wordings[-1][1])
        else:
            entry.fields.setdefault(self.taking, words)

    def _finish(self, entry: _Entry) -> None:
        chinese, english = (
            [words for _, words in sorted(entry.wordings.get(code, ()), key=lambda w: w[0])]
            for code in ("zh", "en")
        )
        if not chinese and not english:
            return  # of other languages
        term = Term(
            chinese[0] if chinese else "", english[0] if english else "", tuple(chinese[1:]), tuple(english[1:]),
            entry.fields.get("category", ""), entry.fields.get("note", ""),
        )  # fmt: skip
        if not self.collector.is_full:
            self.collector.add(entry.line, term)


def _language(attributes: dict[str, str]) -> str:
    """``zh``, ``en`` or another code, of the language that an element says it is in."""
    given = attributes.get("http://www.w3.org/XML/1998/namespace lang", attributes.get("lang", ""))
    return given.replace("_", "-").partition("-")[0].lower()
