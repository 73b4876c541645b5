"""HTML, of a file or a clipboard, to a received document."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from msgspec.structs import replace

from layouts.errors import Finding, ManuscriptError, Source
from layouts.importing.gatherer import BlockGatherer
from layouts.importing.photo_store import PhotoStore
from layouts.importing.readers.html.archive import is_archive, unpacked
from layouts.importing.readers.html.content import MainContent, content_of, page_titles
from layouts.importing.readers.html.css import Declarations, StyleSheet, points
from layouts.importing.readers.html.looks import HtmlStyles
from layouts.importing.readers.html.loss import lose
from layouts.importing.readers.html.notes import asides_of
from layouts.importing.readers.html.page import HtmlPage
from layouts.importing.readers.html.pictures import PagePictures
from layouts.importing.readers.html.source import MOST_BYTES, PageSource, page_source
from layouts.importing.readers.html.tree import HtmlElement, HtmlRemark, cut_to_piece, parse, walk
from layouts.importing.readers.html.walker import PageWalker
from layouts.importing.received import (
    Look,
    ReceivedBreak,
    ReceivedDocument,
    ReceivedParagraph,
    ReceivedTable,
)
from layouts.inputs import read_input, why
from layouts.issue.text import Text
from layouts.messages.web_files import (
    WEB_DAMAGED,
    WEB_EMPTY,
    WEB_UNREADABLE,
)

NONE_GIVEN: Mapping[str, bytes] = MappingProxyType({})

CLIPBOARD = Path("剪贴板")
"""What a document is called that came by a clipboard."""

_WECHAT_MEASURE = 677 * 0.75
"""Points: the width of the text of a WeChat article on a desktop, as its editor has it."""


def read(path: Path, photos: PhotoStore) -> ReceivedDocument:
    """A file of HTML; pictures are those of its folder, or those inside a web archive (.mht).

    ManuscriptError where it cannot be read.
    """
    try:
        data = read_input(path, MOST_BYTES)
    except OSError as error:
        reason = why(error)
        sentence = WEB_UNREADABLE(why=reason)
        raise ManuscriptError(*sentence, Source(str(path))) from error
    folder, given = path.absolute().parent, NONE_GIVEN
    if is_archive(data):
        data, given = unpacked(data, str(path))
    return read_html(data, photos, folder, given=given, path=path)


def read_html(
    html: str | bytes,
    photos: PhotoStore,
    base: Path | None = None,
    *,
    given: Mapping[str, bytes] = NONE_GIVEN,
    path: Path = CLIPBOARD,
    searched: bool = True,
) -> ReceivedDocument:
    """HTML, whole or a piece, with or without the header that Windows puts before a clipboard's.

    `base` is the folder that pictures may lie in, None where there is none; it is `searched` for
    those that do not lie where they should. `given` are pictures that came with it, by address or
    name. ManuscriptError where it cannot be read.
    """
    source = page_source(html, str(path))
    root = parse(source.html)
    cut_to_piece(root)
    gatherer = BlockGatherer(path, "html", photos)
    pictures = PagePictures(photos, base, given, source.data, searched=searched)
    content = content_of(root, is_piece=source.is_piece)
    walk_page(gatherer, root, content, pictures)
    _tell_title(gatherer, root, content)
    return finished(gatherer, source)


def finished(gatherer: BlockGatherer, source: PageSource) -> ReceivedDocument:
    """The document of what was gathered. ManuscriptError where there is nothing at all."""
    while gatherer.blocks and isinstance(gatherer.blocks[-1], ReceivedBreak):
        gatherer.blocks.pop()
    if not gatherer.blocks and not gatherer.lost:
        raise ManuscriptError(*WEB_EMPTY(), Source(str(gatherer.path)))
    document = replace(gatherer.document(), encoding=source.encoding)
    damaged = source.html.count("\ufffd")
    if not damaged:
        return document
    sentence = WEB_DAMAGED(count=damaged)
    finding = Finding("warning", "text-damaged", *sentence, Source(str(gatherer.path)))
    return replace(document, findings=(*document.findings, finding))


def walk_page(
    gatherer: BlockGatherer,
    root: HtmlElement,
    content: MainContent,
    pictures: PagePictures,
    *,
    measure: float | None = None,
) -> None:
    """Read a page, and read it again without its style sheets where these hide all of it.

    With a `measure`, its width in points, the page is one made of Markdown: parts say their line.
    """
    sheet = StyleSheet(_sheets(root))
    page = _page(root, content, sheet.page)
    if measure is not None:
        page = page._replace(measure=measure, remarks="lost", unit="行")
    PageWalker(gatherer, page, HtmlStyles(sheet), pictures).read(root)
    if not _has_text(gatherer) and gatherer.lost:
        gatherer.blocks.clear()
        gatherer.lost.clear()
        PageWalker(gatherer, page, HtmlStyles(StyleSheet("")), pictures).read(root)


def _has_text(gatherer: BlockGatherer) -> bool:
    return any(isinstance(block, ReceivedParagraph | ReceivedTable) for block in gatherer.blocks)


def _page(root: HtmlElement, content: MainContent, sheet: Declarations) -> HtmlPage:
    generator = next(
        (
            one.get("content")
            for one in walk(root)
            if one.tag == "meta" and one.get("name").lower() == "generator"
        ),
        "",
    )
    is_libre = generator.startswith(("LibreOffice", "OpenOffice"))
    is_wechat = any(one.get("id") == "js_content" for one in content.left_out) or any(
        one.get("id") == "activity-name" for one in content.roles
    )
    return HtmlPage(
        asides=asides_of(root),
        left_out=content.left_out,
        roles=content.roles,
        through=content.through,
        measure=_WECHAT_MEASURE if is_wechat else _measure(sheet),
        remarks="comment" if is_libre else "",
        breaks_are_spaces=is_libre,
    )


def _measure(sheet: Declarations) -> float | None:
    """The width of the text that @page gives in points."""
    size = points(sheet.get("size", "").split(" ", 1)[0], 12.0)
    top, *others = sheet.get("margin", "").split(" ")
    right = others[0] if others else top
    left = others[2] if len(others) > 2 else right
    margins = sheet.get("margin-right", right), sheet.get("margin-left", left)
    inner = (size or 0) - sum(points(margin, 12.0) or 0 for margin in margins)
    return inner if inner > 0 else None


def _sheets(root: HtmlElement) -> str:
    styles = (one for one in walk(root) if one.tag == "style")
    return "\n".join(_written(style) for style in styles)


def _written(style: HtmlElement) -> str:
    return "".join(
        child.text if isinstance(child, HtmlRemark) else child
        for child in style.children
        if not isinstance(child, HtmlElement)
    )


def _tell_title(gatherer: BlockGatherer, root: HtmlElement, content: MainContent) -> None:
    """The words of a page's head: its title where the text has none, else they are told as lost."""
    texts = [block for block in gatherer.blocks if isinstance(block, ReceivedParagraph)]
    title = next(filter(None, page_titles(root)), "")
    known = (block.text.string for block in texts)
    if not content.is_page or not title or any(words in title or title in words for words in known):
        return
    has_title = any(block.look.heading or block.look.is_title for block in texts)
    if texts and not has_title and not _may_be_title(texts[0]):
        gatherer.blocks.insert(0, ReceivedParagraph(Text(title), 0, Look(is_title=True)))
    else:
        lose(gatherer, "page-title", title)


def _may_be_title(block: ReceivedParagraph) -> bool:
    """Whether the first paragraph of a page looks like its title: then the page's name, which may
    be that of the site or of a program, is none.
    """
    string = block.text.string
    is_short = len(string) <= _LONGEST_TITLE and _NO_TITLE.search(string) is None
    return is_short and (block.look.centred or block.look.bold or len(string) >= _SURE_TITLE)


_LONGEST_TITLE = 50
_SURE_TITLE = 6
"""Characters of a first line that says more than a word of the page's menu."""

_NO_TITLE = re.compile(r"[。；：:>＞|]|\d{4}[-年./]\d|^作者|^来源|^记者|^通讯员|[，、]$")
