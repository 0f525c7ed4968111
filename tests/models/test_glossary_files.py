"""Files of terms: every usual table, TBX old and new, round trips, and files that mean harm."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.errors import UnreadableGlossary, UnusableOutput
from models import glossary_files
from models.glossary import Origin, Term
from models.glossary_files import read_glossary, write_glossary
from models.tbx import read_tbx_bytes, to_tbx
from models.term_rows import TermFile

TERMS = (
    Term(
        "乡村振兴",
        "rural revitalization",
        ("鄉村振興戰略",),
        ("rural vitalization", 'a "b" & <c>'),
        "rural",
        "note; 1",
    ),
    Term("“双碳”目标", "dual carbon goals", origin=Origin.USER),
    Term("一带一路", "=Belt and Road", category="policy"),
)


def read(tmp_path: Path, text: str | bytes, name: str = "g.csv") -> TermFile:
    path = tmp_path / name
    path.write_bytes(text.encode("utf-8") if isinstance(text, str) else text)
    return read_glossary(path)


def contents(terms: tuple[Term, ...]) -> list[tuple[object, ...]]:
    return [(t.zh, t.en, t.variants, t.alternatives, t.category, t.note) for t in terms]


@pytest.mark.parametrize("name", ["g.csv", "g.tbx"])
def test_what_is_written_is_read_again(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    write_glossary(path, TERMS)
    again = read_glossary(path)
    assert contents(again.terms) == contents(TERMS)
    assert (again.problems, again.repeated, again.conflicts) == ((), 0, ())
    assert all(term.origin is Origin.USER for term in again.terms)


def test_no_cell_becomes_a_formula(tmp_path: Path) -> None:
    write_glossary(tmp_path / "g.csv", TERMS)
    assert "'=Belt" in (tmp_path / "g.csv").read_text("utf-8")


@pytest.mark.parametrize(
    "text",
    [
        "zh,en\n乡村振兴,rural revitalization\n",
        "\ufeffChinese;English\r\n乡村振兴;rural revitalization\r\n",
        "en\tzh\nrural revitalization\t乡村振兴\n",
        "乡村振兴\trural revitalization\n",
        "rural revitalization,乡村振兴\n",
        "# a comment\n\n中文,英文\n乡村振兴,rural revitalization\n",
        "source,target,tgt_lng\n乡村振兴,rural revitalization,en\n",
    ],
)
def test_tables_as_others_write_them(tmp_path: Path, text: str) -> None:
    assert [(t.zh, t.en) for t in read(tmp_path, text).terms] == [("乡村振兴", "rural revitalization")]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "gb18030"])
def test_encodings_of_spreadsheets(tmp_path: Path, encoding: str) -> None:
    raw = "中文,英文\n乡村振兴,rural revitalization\n".encode(encoding)
    assert read(tmp_path, raw).terms[0].zh == "乡村振兴"


def test_repeated_conflicting_and_useless_lines_are_told(tmp_path: Path) -> None:
    text = (
        "乡村振兴,rural revitalization\n鄉村振興,Rural Revitalization\n乡村振兴,village revival | rural revival\n"
        "市场,\n,market\nmarket,economy\n市场,市场 market\n市场,!!!\n" + "长" * 61 + ",long\n一列\n"
    )
    found = read(tmp_path, text)
    assert found.terms[0].english == ("rural revitalization", "village revival", "rural revival")
    assert (len(found.terms), found.repeated, found.conflicts) == (1, 1, ("乡村振兴",))
    assert [p.line for p in found.problems] == [4, 5, 6, 7, 8, 9, 10]
    assert found.problems[0].reason == "there is no English"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "empty"),
        ("a,b\nc,d\n", "line 1"),
        ("zh,category\n市场,economy\n", "line 1: the header names no column"),
        (b"\x00\x01\xff\xfe\x00", "no text"),
        ('乡村振兴,"rural\n', "line"),
    ],
)
def test_what_is_no_table_of_terms_is_one_line(tmp_path: Path, text: str | bytes, reason: str) -> None:
    with pytest.raises(UnreadableGlossary) as error:
        read(tmp_path, text)
    assert reason in str(error.value)
    assert "\n" not in str(error.value)


def test_files_that_cannot_be_read_or_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UnreadableGlossary, match="no such file"):
        read_glossary(tmp_path / "none.csv")
    with pytest.raises(UnreadableGlossary):
        read_glossary(tmp_path)
    with pytest.raises(UnusableOutput):
        write_glossary(tmp_path / "no" / "folder.csv", TERMS)
    monkeypatch.setattr(glossary_files, "LIMIT", 10)
    with pytest.raises(UnreadableGlossary, match="32 MB"):
        read(tmp_path, "乡村振兴,rural revitalization\n")


TBX2 = """<?xml version="1.0"?><!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif type="TBX" xml:lang="en"><martifHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc></martifHeader>
<text><body><termEntry id="1"><descrip type="subjectField">policy</descrip>
<langSet xml:lang="en-US"><ntig><termGrp><term>village revival</term>
<termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></termGrp></ntig>
<tig><term>rural <hi>revitalization</hi></term></tig></langSet>
<langSet xml:lang="de"><tig><term>Dorf</term></tig></langSet>
<langSet xml:lang="zh-CN"><descripGrp><descrip type="definition">what it is</descrip></descripGrp>
<tig><term>乡村振兴</term></tig></langSet></termEntry>
<termEntry><langSet xml:lang="de"><tig><term>nichts</term></tig></langSet></termEntry></body></text></martif>"""


def test_tbx_of_the_version_before(tmp_path: Path) -> None:
    found = read(tmp_path, TBX2, "old.tbx")
    assert contents(found.terms) == [
        ("乡村振兴", "rural revitalization", (), ("village revival",), "policy", "what it is")
    ]


def test_tbx_with_elements_for_its_categories() -> None:
    text = """<tbx style="dct" type="TBX-Basic" xml:lang="zh" xmlns="urn:iso:std:iso:30042:ed-2"
    xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic"><text><body>
    <conceptEntry id="c"><min:subjectField>law</min:subjectField><langSec xml:lang="zh"><termSec><term>宪法</term>
    </termSec></langSec><langSec xml:lang="en"><termSec><term>basic law</term>
    <min:administrativeStatus>admittedTerm-admn-sts</min:administrativeStatus></termSec>
    <termSec><term>constitution</term></termSec></langSec></conceptEntry></body></text></tbx>"""
    (term,) = read_tbx_bytes(text.encode(), "x").terms
    assert (term.en, term.alternatives, term.category) == ("constitution", ("basic law",), "law")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('<!DOCTYPE t [<!ENTITY a "b"><!ENTITY c "&a;&a;">]><tbx>&c;</tbx>', "its own DTD"),
        ('<!DOCTYPE t [<!ENTITY x SYSTEM "file:///etc/passwd">]><tbx>&x;</tbx>', "its own DTD"),
        ("<tbx><text>", "line 1"),
        ("<tbx>&undefined;</tbx>", "line 1"),
        ("<tmx><body/></tmx>", "no TBX"),
        ("<tbx><text/></tbx>", "no terms"),
        ("<a>" * 100, "nested"),
        ('<?xml version="1.0" encoding="no-such"?><tbx/>', "decoded"),
    ],
)
def test_hostile_and_broken_xml_is_one_line(tmp_path: Path, text: str, reason: str) -> None:
    with pytest.raises(UnreadableGlossary) as error:
        read(tmp_path, text, "x.tbx")
    assert reason in str(error.value)


def test_a_doctype_reads_nothing_from_outside(tmp_path: Path) -> None:
    (tmp_path / "x.dtd").write_text('<!ENTITY e "外来">', "utf-8")
    text = TBX2.replace("TBXcoreStructV02.dtd", (tmp_path / "x.dtd").as_uri()).replace(
        "<term>乡村振兴", "<term>&e;乡村振兴"
    )
    assert read(tmp_path, text, "x.tbx").terms[0].zh == "乡村振兴"


def test_the_tbx_has_the_core_structure() -> None:
    from xml.etree import ElementTree

    root = ElementTree.fromstring(to_tbx(TERMS))
    ns = "{urn:iso:std:iso:30042:ed-2}"
    assert (root.tag, root.get("type"), root.get("style")) == (f"{ns}tbx", "TBX-Basic", "dca")
    assert [child.tag for child in root] == [f"{ns}tbxHeader", f"{ns}text"]
    entries = root.findall(f"{ns}text/{ns}body/{ns}conceptEntry")
    assert len({e.get("id") for e in entries}) == len(entries) == len(TERMS)
    for entry in entries:
        tags = [child.tag.removeprefix(ns) for child in entry]
        assert tags[-2:] == ["langSec", "langSec"]
        assert set(tags[:-2]) <= {"descrip", "note"}
        assert all(
            section.find(f"{ns}termSec/{ns}term") is not None for section in entry.findall(f"{ns}langSec")
        )
