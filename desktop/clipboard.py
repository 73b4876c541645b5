"""Text of the issue on the clipboard: copied whole for ourselves, as HTML and plain text for
others, and pasted again.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QMimeData

from desktop.incoming import incoming
from desktop.rich_text import marked_lines
from layouts.errors import BanxinError
from layouts.house.layout import Layout
from layouts.house.lists import item_label
from layouts.issue import edits
from layouts.issue.article import Block, Paragraph, Table
from layouts.issue.edits import TextEdited
from layouts.issue.edits.edited import NEW
from layouts.issue.edits.filling import has_no_body
from layouts.issue.edits.reading import PositionTuple
from layouts.issue.edits.tables import fill_cells, is_cell
from layouts.issue.edits.typed import lines
from layouts.issue.issue import Issue
from layouts.issue.parts import parts_of
from layouts.issue.places import Place, article_at, block_at
from layouts.issue.tables import rows_of
from layouts.store import clip

_BUILT = re.compile(r"<(?:table|img|h[1-6]|li)\b", re.IGNORECASE)
"""What HTML has that is more than a line of text."""


def text_data(
    issue: Issue, start: PositionTuple, end: PositionTuple, layout: Layout | None = None
) -> QMimeData:
    """The text between two positions, in every form; for others items of lists bear the labels that
    the layout prints.
    """
    data = QMimeData()
    label_of = None if layout is None else partial(item_label, lists=layout.lists)
    data.setText(edits.plain_text(issue, start, end, label_of))
    data.setHtml(edits.html(issue, start, end, label_of))
    data.setData(clip.FORMAT, clip.written(edits.copied(issue, start, end)))
    return data


def box_data(issue: Issue, place: Place) -> QMimeData:
    """A box or pull quote whole, in every form."""
    parts = parts_of(block_at(issue, place))
    last = place._replace(part=len(parts) - 1)
    return text_data(issue, (place._replace(part=0), 0), (last, len(parts[-1].string)))


def has_text(data: QMimeData) -> bool:
    """Whether a clipboard or a drag holds text rather than files or a picture."""
    return data.hasFormat(clip.FORMAT) or bool(incoming(data).text)


def wants_reading(data: QMimeData, issue: Issue, place: Place) -> bool:
    """Whether the text of a clipboard is to be read as a manuscript is: paragraphs of a page or of
    another program, headings, cells, pictures; plain lines where they are an article and the one at
    the place has no text.
    """
    text = incoming(data).text
    if not text or _own_blocks(data) is not None:
        return False
    found = lines(text)
    if data.hasHtml():
        return len(found) > 1 or _BUILT.search(data.html()) is not None
    if "\t" in text.strip():
        return True
    is_whole = place.article is not None and edits.is_article(found)
    return is_whole and has_no_body(article_at(issue, place))


def paste(issue: Issue, position: PositionTuple, data: QMimeData) -> TextEdited:
    """Put the text of a clipboard in at a position: our own without loss, that of others with what
    is marked on it. A table of ours fills the cells of another.
    """
    blocks = blocks_in(data)
    place, offset = position
    if not blocks:
        return paste_plain(issue, position, data)
    only = blocks[0]
    if len(blocks) == 1 and isinstance(only, Table) and is_cell(issue, place):
        return fill_cells(issue, place, rows_of(only), only.spans)
    return edits.paste_blocks(issue, place, offset, blocks)


def paste_plain(issue: Issue, position: PositionTuple, data: QMimeData) -> TextEdited:
    """Put in nothing but the characters of a clipboard."""
    return edits.paste_text(issue, *position, incoming(data).text)


def blocks_in(data: QMimeData) -> Sequence[Block]:
    """What a clipboard holds that is more than characters; nothing where plain text is all."""
    own = _own_blocks(data)
    if own is not None:
        return own
    text = incoming(data).text
    if not text or not data.hasHtml():
        return ()
    texts = marked_lines(lines(text), data.html())
    return [Paragraph(found, NEW) for found in texts] if any(found.marks for found in texts) else ()


def _own_blocks(data: QMimeData) -> Sequence[Block] | None:
    """What we put on the clipboard ourselves; None for what others did."""
    if not data.hasFormat(clip.FORMAT):
        return None
    try:
        return clip.read(bytes(data.data(clip.FORMAT).data()))
    except BanxinError:  # written by a newer program: its HTML and plain text stand beside it
        return None
