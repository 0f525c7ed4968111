"""Broken documents for every reader, made on the spot: whole seeds in each format, and accidents and malice done to them."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Iterator

from tests.fuzz.damage import KINDS, damaged

_TEXT = (
    "2024年某市政府工作报告\n——在某市人民代表大会上\n\n一、2023年工作回顾\n全市生产总值达到15760.3亿元，同比增长5.9%。"
    "城镇新增就业38万人；一般公共预算收入增长5.1%。\n（一）产业。新增企业1200家，“专精特新”企业占三成。\n"
    "二、2024年工作安排\n生产总值增长5.5%左右。𠮷林、👩‍💻、\u202e逆\u202c、e\u0301。\n"
)
_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default '
    'Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override '
    'PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.'
    'document.main+xml"/></Types>'
)
_RELATIONS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_CONTAINER = (
    '<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="o.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
)
_PACKAGE = (
    '<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0"><manifest><item id="a" '
    'href="a.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>'
)


def zipped(files: dict[str, str], stored: bool = False) -> bytes:
    """An archive of texts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(
                zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0)), text.encode("utf-8", "surrogatepass")
            )
    return out.getvalue()


def docx(body: str, *, stored: bool = True) -> bytes:
    """A Word file with this inside its body; stored, so that a flipped bit reaches the XML."""
    document = f'<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>'
    return zipped(
        {"[Content_Types].xml": _TYPES, "_rels/.rels": _RELATIONS, "word/document.xml": document}, stored
    )


def _paragraphs(text: str) -> str:
    return "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in text.splitlines())


def _page(text: str) -> str:
    lines = "".join(f"<p>{line}</p>" for line in text.splitlines())
    return f"<html><head><title>政府工作报告</title></head><body><div class='print'>打印</div>{lines}</body></html>"


def _pdf() -> bytes:
    content = b"BT /F1 12 Tf 72 720 Td (The economy grew by 5.9 percent in 2023.) Tj ET"
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, part in enumerate(parts, start=1):
        places.append(len(out))
        out += b"%d 0 obj%s endobj\n" % (number, part)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(parts) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    return bytes(out) + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(parts) + 1, start)


def seeds() -> list[tuple[str, bytes]]:
    """Whole documents, each with the suffix of its file."""
    plain = _TEXT.replace("𠮷", "吉").replace("👩‍💻", "").replace("\u202e", "").replace("\u202c", "")
    texts = [
        (".txt", _TEXT.encode(code)) for code in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "gb18030")
    ]
    texts.append((".txt", plain.encode("big5", "ignore")))
    return [
        *texts,
        (".docx", docx(_paragraphs(_TEXT))),
        (".docx", docx(f"<w:tbl><w:tr><w:tc>{_paragraphs(_TEXT)}</w:tc></w:tr></w:tbl>")),
        (".md", f"# 报告\n\n{_TEXT}\n| a | b |\n|---|---|\n".encode()),
        (".html", _page(_TEXT).encode()),
        (".html", _page(_TEXT).encode("gb18030")),
        (".epub", zipped({"mimetype": "application/epub+zip", "META-INF/container.xml": _CONTAINER, "o.opf": _PACKAGE,
                          "a.xhtml": _page(_TEXT)}, stored=True)),
        (".pdf", _pdf()),
    ]  # fmt: skip


def hostile() -> list[tuple[str, bytes]]:
    """Documents that were made to do harm, all of them small."""
    entity = '<!DOCTYPE x [<!ENTITY a "' + "a" * 1000 + '">' + "".join(
        f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9)
    ) + "]>"  # fmt: skip
    laughs = f'<?xml version="1.0"?>{entity}<w:document xmlns:w="{_WORD}"><w:body><w:p><w:r><w:t>&j;</w:t></w:r></w:p></w:body></w:document>'
    outside = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><w:document xmlns:w="{_WORD}"><w:body><w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:body></w:document>'
    made = {"[Content_Types].xml": _TYPES, "_rels/.rels": _RELATIONS}
    twice = io.BytesIO()
    with zipfile.ZipFile(twice, "w") as archive:
        archive.writestr("../../word/document.xml", "<a/>")
        archive.writestr("word/document.xml/", "")
    return [
        (".docx", zipped(made | {"word/document.xml": laughs})),
        (".docx", zipped(made | {"word/document.xml": outside})),
        (".docx", docx("<w:sdt><w:sdtContent>" * 3000 + "</w:sdtContent></w:sdt>" * 3000)),
        (".docx", docx(f"<w:p><w:r><w:t>{'x' * 40_000_000}</w:t></w:r></w:p>", stored=False)),
        (".docx", docx("<w:p/>" * 400_000, stored=False)),
        (".docx", docx("<w:p><w:r><w:t>&#xD800;&#0;&#xFFFF;</w:t></w:r></w:p>")),
        (".docx", twice.getvalue()),
        (".docx", zipped({f"word/{n}.xml": "x" for n in range(20_000)})),
        (".txt", b"\xff\xfe" + b"\x00\xd8" * 500),
        (".txt", _TEXT.encode()[:-2]),
        (".txt", b"\x00" * 5000),
        (".txt", "一".encode() * 300_000),
        (".txt", b"\n" * 200_000 + "一、增长5%。".encode()),
        (".txt", ("增长" + "\u0301" * 5000 + "5%。").encode()),
        (".txt", ("（" * 20_000 + "一、" * 5000 + "“" * 5000).encode()),
        (".txt", ("1" * 100_000 + "亿元，增长" + "9" * 50_000 + "%").encode()),
        (".html", b"<table>" * 40 + "增长5%。".encode()),
        (".html", b"<div>" * 20_000 + "增长5%。".encode()),
        (".html", f"<p>{'&#xD800;' * 50}增长5%。<img src='file:///etc/passwd'><script>x</script></p>".encode()),
        (".pdf", b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[2 0 R]/Count 9>>endobj trailer<</Root 1 0 R>>"),
    ]  # fmt: skip


def broken(count: int, seed: int = 0) -> Iterator[tuple[str, bytes]]:
    """So many damaged documents, of all formats in turn."""
    rng, whole, kinds = random.Random(seed), seeds(), tuple(KINDS)
    for n in range(count):
        suffix, data = whole[n % len(whole)]
        for _ in range(rng.choice((1, 1, 1, 3))):
            data = damaged(data, rng.choice(kinds), rng)
        yield suffix, data
