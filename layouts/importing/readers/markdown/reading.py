"""Markdown of a file or a clipboard to a received document."""

from __future__ import annotations

import html
import re
from pathlib import Path

from msgspec.structs import replace

from layouts.errors import Finding, ManuscriptError, Source
from layouts.importing.decoding import read_text, split_lines
from layouts.importing.gatherer import BlockGatherer
from layouts.importing.photo_store import PhotoStore
from layouts.importing.readers.html.content import WHOLE
from layouts.importing.readers.html.loss import lose
from layouts.importing.readers.html.pictures import PagePictures
from layouts.importing.readers.html.reading import CLIPBOARD, NONE_GIVEN, walk_page
from layouts.importing.readers.html.tree import parse
from layouts.importing.readers.markdown.head import NoteHead, split_head, titles_of
from layouts.importing.readers.markdown.rendering import render
from layouts.importing.readers.markdown.sweeping import sweep
from layouts.importing.received import ReceivedBreak, ReceivedDocument
from layouts.manuscript.limits import check_text
from layouts.messages.lists import listed
from layouts.messages.web_files import (
    WEB_EMPTY,
    WEB_KEYS_UNREAD,
)

MEASURE = 415.3
"""Points: the width of the text on A4 between Word's usual margins of 31.8 mm, on which pandoc's
photos from a Word file stand."""

_TITLE_END = re.compile(r"</h[1-6]>")
_FIRST_HEADING = re.compile(r"<h[1-6][^>]*>(.*?)</h[1-6]>", re.DOTALL)
_TAG = re.compile(r"<[^<>]*>")


def read(path: Path, photos: PhotoStore) -> ReceivedDocument:
    """A file of Markdown; photos are those of its folder.

    ManuscriptError where it cannot be read.
    """
    received = read_text(path)
    document = read_markdown(received.text, photos, path.absolute().parent, path=path)
    findings = (*received.findings, *document.findings)
    return replace(document, encoding=received.encoding, findings=findings)


def read_markdown(
    text: str, photos: PhotoStore, base: Path | None = None, *, path: Path = CLIPBOARD
) -> ReceivedDocument:
    """Markdown as characters; `base` is the folder that photos may lie in, None for no folder.

    ManuscriptError where it is too large, nested too deeply, or empty.
    """
    text = "\n".join(split_lines(text.replace("\0", ""))).replace("\f", "\n")
    check_text(text, str(path))
    head, body = split_head(text)
    swept = sweep(body)
    rendered = render(swept.text, swept.notes, str(path))
    gatherer = BlockGatherer(path, "markdown", photos)
    page = parse(_with_head(rendered.html, head))
    walk_page(gatherer, page, WHOLE, PagePictures(photos, base, NONE_GIVEN, ()), measure=MEASURE)
    for code, words, line in (*swept.taken, *rendered.left_out):
        lose(gatherer, code, words, f"第 {line} 行")
    if head.rest:
        lose(gatherer, "front-matter", head.rest, "第 1 行")
    return _finished(gatherer, head)


def _finished(gatherer: BlockGatherer, head: NoteHead) -> ReceivedDocument:
    while gatherer.blocks and isinstance(gatherer.blocks[-1], ReceivedBreak):
        gatherer.blocks.pop()
    file = str(gatherer.path)
    if not gatherer.blocks and not gatherer.lost:
        raise ManuscriptError(*WEB_EMPTY(), Source(file))
    document = gatherer.document()
    if not head.unknown:
        return document
    sentence = WEB_KEYS_UNREAD(keys=listed(head.unknown))
    finding = Finding("warning", "front-matter-unread", *sentence, Source(file, 1))
    return replace(document, findings=(*document.findings, finding))


def _with_head(rendered: str, head: NoteHead) -> str:
    """The page with what its settings say: a title above it, author and date right below."""
    first = _FIRST_HEADING.search(rendered)
    known = "".join(html.unescape(_TAG.sub("", first[1])).split()) if first else ""
    title = next(titles_of(head), "")
    is_new = bool(title) and "".join(title.split()) != known
    above = f'<h1 class="title" banxin-line="1">{html.escape(title)}</h1>' if is_new else ""
    below = "".join(_line_of(role, value) for role, value in head.kept if role != "title")
    end = _TITLE_END.search(rendered)
    if is_new or not end:
        return above + below + rendered
    return rendered[: end.end()] + below + rendered[end.end() :]


def _line_of(role: str, value: str) -> str:
    said = 'class="subtitle"' if role == "subtitle" else f'banxin-style="{role}"'
    return f'<p {said} banxin-line="1">{html.escape(value)}</p>'
