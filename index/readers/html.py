"""Saved web pages: the main text is found, and what the site puts around it is left out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from index.errors import UnreadableReport
from index.readers.document import Document
from index.readers.markup import Block, Page, parse_page
from index.readers.plain import decode, is_blank
from index.text import normalise

_CHARSET: Final = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_\-]{2,20})|<\?xml[^>]{0,80}encoding=["']([A-Za-z0-9_\-]{2,20})""",
    re.IGNORECASE,
)
_AS_GB18030: Final = frozenset(("gb2312", "gbk", "gb_2312-80", "x-gbk", "gb18030", "cp936"))
_SENTENCE: Final = re.compile(r"[。，；：！？,;.]")
_MOST: Final = 0.8
"""Part of the running text that an element must hold for the rest of the page to be furniture."""
_TITLE: Final = re.compile(r"工作报告|(?i:work report|report on the work of the government)")
_TITLE_SPLIT: Final = re.compile(
    r"\s*(?:[_|丨｜»>]|\s[-–—]\s|--+|——|(?<=[^\x00-\u02ff])[-–—](?=[^\x00-\u02ff]))\s*"
)
_EDGE: Final = 40
"""Paragraphs at the head and at the foot of the main text among which furniture is looked for."""
_LONGEST: Final = 60
_FURNITURE: Final = re.compile(
    r"(?:【?\s*(?:字体|字号|字體|字號)\s*[：:]?.*"
    r"|[【\[]?\s*(?:大|中|小|特大|默认|超大|\s|\||[】\]])+"
    r"|[【\[]?(?:打印|打印本页|打印此页|我要打印|下载|收藏|关闭|关闭窗口|关闭本页|分享|转发|复制链接|返回顶部|返回|返回列表|"
    r"朗读|语音播报|播放|暂停|停止|无障碍|长者模式|手机版|微信|微博|QQ空间|QQ|首页|纠错|我要纠错|点赞|评论|订阅|导出|保护视力色|\s|\||/|[】\]])+"
    r"|(?:来源|來源|信息来源|文章来源|稿件来源|发布机构|发布单位|发文机关|供稿|作者|责任编辑|责编|编辑|审核|校对|记者|"
    r"浏览次数|浏览量|阅读量|阅读次数|访问量|访问次数|点击数|点击率|点击量|点击|人气|"
    r"发布时间|发布日期|发表时间|时间|日期|更新时间|成文日期|索引号|信息分类|主题分类|主题词|文号|发文字号|有效性|公开方式|公开形式|"
    r"分享到|分享至|分享|扫一扫|附件下载|相关附件|相关链接|相关文档|相关稿件|相关阅读|延伸阅读|上一篇|下一篇|上一条|下一条|上篇|下篇)\s*[：:】\]].*"
    r"|(?:当前位置|您的位置|您现在的位置|您当前的位置|所在位置|位置)\s*[：:]?.*"
    r"|扫一扫.*|.{0,8}扫码.{0,20}|.{0,10}二维码.{0,12}|用微信扫.*|手机(?:查看|浏览|阅读).{0,10}|分享到.{0,30}|用手机.{0,16}"
    r"|.{0,30}ICP备.*|.{0,40}(?:公网安备|网站标识码|版权所有|Copyright|copyright|©).*"
    r"|(?:主办|承办|主管|协办|技术支持|维护|运维|网站地图|联系我们|联系电话|关于我们|网站声明|隐私|法律声明|建议使用|地址|邮编|邮箱|传真|友情链接).{0,50}"
    r"|\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:\s*\d{1,2}[:：时]\d{1,2}(?:[:：分]\d{0,2}秒?)?)?"
    r"|[>＞»›|｜/\\·、\s]+|[0-9]+)"
)


def read_html(data: bytes, name: str, encoding: str | None = None) -> Document:
    """The main text of a saved page. ``encoding`` overrules what the page says. Raises UnreadableReport."""
    plain = decode(data, name, encoding or _declared(data))
    page = parse_page(plain.text, name)
    blocks = _main(page.blocks)
    lines = _without_furniture(blocks)
    title = _title(page)
    if title and not any(_same(title, line) for line in lines[:12]):
        lines.insert(0, title)
    text = normalise("\n".join(lines))
    if is_blank(text) or not blocks:
        raise UnreadableReport(
            name, "there is no text in the page; it may be made by a script when it is shown"
        )
    return Document(text, plain.encoding)


def fragment_lines(markup: str, name: str) -> list[str]:
    """The paragraphs of a piece of HTML, all of them."""
    return [block.text for block in parse_page(markup, name).blocks]


def _declared(data: bytes) -> str | None:
    """The encoding that the page declares, where it can be true; None leaves it to detection."""
    head = data[:4096]
    if head.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        return None
    found = _CHARSET.search(head)
    if found is None:
        return None
    said = (found.group(1) or found.group(2)).decode("ascii").lower()
    name = "gb18030" if said in _AS_GB18030 else "big5hkscs" if said.startswith("big5") else said
    try:
        text = data.decode(name)
    except (LookupError, ValueError):
        return None  # saved in another encoding than it was sent in, or damaged
    return name if "\x00" not in text else None


def _main(blocks: Sequence[Block]) -> Sequence[Block]:
    """The paragraphs of the smallest element that holds most of the running text."""
    weight: Counter[int] = Counter()
    total = 0
    for block in blocks:
        running = _running(block)
        total += running
        for element in block.around:
            if element > 0:
                weight[element] += running
    if not total:
        return blocks
    inside: int | None = None
    for block in blocks:
        held = [element for element in block.around if weight[element] >= _MOST * total]
        if held and (inside is None or held[-1] > inside):
            inside = held[-1]
    if inside is None:
        return blocks
    return [block for block in blocks if inside in block.around]


def _running(block: Block) -> int:
    """How many characters of a paragraph are running text: none of a link, of a button, of a line in a menu."""
    if len(block.text) < 20 or block.linked * 2 > len(block.text) or not _SENTENCE.search(block.text):
        return 0
    if len(block.text) <= _LONGEST and _FURNITURE.fullmatch(block.text):
        return 0
    return len(block.text) - block.linked


def _without_furniture(blocks: Sequence[Block]) -> list[str]:
    kept: list[str] = []
    for i, block in enumerate(blocks):
        line = block.text
        at_edge = (i < _EDGE or i >= len(blocks) - _EDGE) and len(line) <= _LONGEST
        if not (at_edge and (block.linked * 2 > len(line) or _FURNITURE.fullmatch(line))):
            kept.append(line)
    return kept


def _title(page: Page) -> str:
    """What the page calls its text: its own name, a heading, or the first part of the window's title."""
    if page.named and len(page.named) <= 60:
        return page.named
    for block in page.blocks:
        if block.tag in ("h1", "h2") and _TITLE.search(block.text) and len(block.text) <= 60:
            return block.text
    first = _TITLE_SPLIT.split(page.title)[0].strip() if page.title else ""
    return first if len(first) <= 60 and _TITLE.search(first) else ""


def _same(title: str, line: str) -> bool:
    one, other = "".join(title.split()), "".join(line.split())
    return one == other or (
        len(other) >= 6 and len(one) <= 60 and other in one and _TITLE.search(line) is not None
    )
