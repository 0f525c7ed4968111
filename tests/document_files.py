"""The same report in every format, written here: Word, HTML, Markdown, EPUB, zip, and PDF without any library."""

from __future__ import annotations

import html
import zipfile
from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path

PAGE = """<!DOCTYPE html>
<html><head><meta charset="{charset}"><meta name="ArticleTitle" content="{title}"><title>{title}_某市人民政府</title>
<style>.x{{color:red}}</style><script>document.write("脚本里的话，不应该出现在正文之中。")</script></head>
<body><div id="top"><ul><li><a href="/">首页</a></li><li><a href="/zw">政务公开</a></li><li><a href="/fw">政务服务</a></li></ul>
<form><input name="q"><button>搜索</button></form></div>
<div class="place">当前位置：<a href="/">首页</a> &gt; <a href="/zw">政务公开</a> &gt; 政府工作报告</div>
<div class="article"><h1>{title}</h1>
<div class="info"><span>来源：某某日报</span>&nbsp;<span>发布时间：2025-01-20 09:00</span></div>
<div>【字体：<a href="#">大</a> <a href="#">中</a> <a href="#">小</a>】 <a href="#">打印</a> <a href="#">下载</a></div>
<div class="TRS_Editor">{body}</div>
<div class="share"><p>分享到：<a href="#">微信</a></p><p>扫一扫在手机打开当前页</p></div>
<div>责任编辑：张三</div><div>上一篇：<a href="/1">2024年政府工作报告</a></div></div>
<div id="foot"><p>版权所有：某市人民政府 网站标识码：3700000001</p><p>鲁ICP备05000000号 鲁公网安备 37000000000001号</p></div>
</body></html>"""


def html_page(lines: Sequence[str], title: str, charset: str = "utf-8") -> bytes:
    """A page as government sites have them, with the text among what surrounds it."""
    body = "\n".join(f'<p style="text-indent:2em">　　{html.escape(line)}</p>' for line in lines)
    return PAGE.format(title=title, body=body, charset=charset).encode(charset)


def docx_file(lines: Sequence[str]) -> bytes:
    """A Word document with a paragraph a line."""
    import docx

    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    written = BytesIO()
    document.save(written)
    return written.getvalue()


def zip_file(parts: Mapping[str, bytes | str]) -> bytes:
    """A zip archive of these parts."""
    written = BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return written.getvalue()


def gbk_zip(parts: Mapping[str, bytes]) -> bytes:
    """A zip archive as Chinese systems write it: names in GBK, and no word of that in it."""
    stand_ins = {f"{n:02}".ljust(len(name.encode("gbk")), "x"): name for n, name in enumerate(parts)}
    data = zip_file({short: parts[name] for short, name in stand_ins.items()})
    for short, name in stand_ins.items():
        data = data.replace(short.encode(), name.encode("gbk"))
    return data


def epub_file(chapters: Sequence[Sequence[str]], title: str = "政府工作报告", **more: bytes | str) -> bytes:
    """A book; the order of its files is not that of its chapters."""
    items = "".join(
        f'<item id="c{n}" href="text/chapter%20{n}.xhtml" media-type="application/xhtml+xml"/>'
        for n in range(len(chapters))
    )
    spine = "".join(f'<itemref idref="c{n}"/>' for n in range(len(chapters)))
    package = (
        '<?xml version="1.0" encoding="utf-8"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0">'
        f'<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title></metadata><manifest>{items}'
        '<item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/></manifest>'
        f'<spine><itemref idref="nav"/>{spine}</spine></package>'
    )
    container = (
        '<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0">'
        '<rootfiles><rootfile full-path="OEBPS/content.opf"/></rootfiles></container>'
    )
    parts: dict[str, bytes | str] = {"mimetype": "application/epub+zip", "META-INF/container.xml": container}
    parts["OEBPS/nav.xhtml"] = "<html><body><nav><ol><li>目录里的一行</li></ol></nav></body></html>"
    for n in reversed(range(len(chapters))):
        body = "".join(f"<p>{html.escape(line)}</p>" for line in chapters[n])
        parts[f"OEBPS/text/chapter {n}.xhtml"] = (
            '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml">'
            f"<head><title>{title}</title></head><body>{body}</body></html>"
        )
    return zip_file({**parts, "OEBPS/content.opf": package, **more})


def pdf_file(
    pages: Sequence[Sequence[tuple[float, float, str]]], *, size: float = 12, small: Sequence[str] = ()
) -> bytes:
    """A PDF with these ``(x, y, text)`` on each page, in a Chinese font that every reader of PDF files knows.

    The texts in ``small`` are printed in two thirds of the size.
    """
    count = len(pages)
    first = 5
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {count} /Kids [{' '.join(f'{first + 2 * n} 0 R' for n in range(count))}] >>".encode(),
        b"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>",
        b"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> >>",
    ]
    for n, texts in enumerate(pages):
        stream = "\n".join(
            f"BT /F1 {size * 2 / 3 if text in small else size} Tf 1 0 0 1 {x} {y} Tm <{text.encode('utf-16-be').hex()}> Tj ET"
            for x, y, text in texts
        ).encode()
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {first + 2 * n + 1} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        objects.append(f"<< /Length {len(stream)} >>\nstream\n".encode() + stream + b"\nendstream")
    return pdf_of(objects)


def pdf_of(objects: Sequence[bytes]) -> bytes:
    """The PDF of these objects, the first of which is its catalog."""
    data, places = b"%PDF-1.5\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(data))
        data += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    table = len(data)
    data += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    data += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    return data + f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n".encode()


def wrapped(lines: Sequence[str], across: int, *, indent: bool = True) -> list[str]:
    """Paragraphs cut into printed lines of ``across`` characters, two blanks before each paragraph."""
    printed: list[str] = []
    for line in lines:
        rest = ("　　" if indent else "") + line
        while rest:
            printed.append(rest[:across])
            rest = rest[across:]
    return printed


def save(folder: Path, name: str, data: bytes) -> Path:
    """Write ``data`` and give its path."""
    path = folder / name
    path.write_bytes(data)
    return path
