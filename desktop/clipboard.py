"""Text of the issue on the clipboard: copied whole for ourselves, as HTML and plain text for
others, and pasted again.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData

from desktop.incoming import incoming
from desktop.rich_text import marked_lines
from layouts.errors import BanxinError
from layouts.issue import edits
from layouts.issue.article import Block, Paragraph
from layouts.issue.edits import TextEdited
from layouts.issue.edits.edited import NEW
from layouts.issue.edits.reading import PositionTuple
from layouts.issue.edits.typed import lines
from layouts.issue.issue import Issue
from layouts.store import clip


def text_data(issue: Issue, start: PositionTuple, end: PositionTuple) -> QMimeData:
    """The text between two positions, in every form."""
    data = QMimeData()
    data.setText(edits.plain_text(issue, start, end))
    data.setHtml(edits.html(issue, start, end))
    data.setData(clip.FORMAT, clip.written(edits.copied(issue, start, end)))
    return data


def has_text(data: QMimeData) -> bool:
    """Whether a clipboard or a drag holds text rather than files or a picture."""
    return data.hasFormat(clip.FORMAT) or bool(incoming(data).text)


def paste(issue: Issue, position: PositionTuple, data: QMimeData) -> TextEdited:
    """Put the text of a clipboard in at a position: our own without loss, that of others with what
    is marked on it.
    """
    blocks = blocks_in(data)
    if blocks:
        return edits.paste_blocks(issue, *position, blocks)
    return edits.paste_text(issue, *position, incoming(data).text)


def blocks_in(data: QMimeData) -> Sequence[Block]:
    """What a clipboard holds that is more than characters; nothing where plain text is all."""
    if data.hasFormat(clip.FORMAT):
        try:
            return clip.read(bytes(data.data(clip.FORMAT).data()))
        except BanxinError:  # written by a newer program: its HTML and plain text stand beside it
            pass
    text = incoming(data).text
    if not text or not data.hasHtml():
        return ()
    texts = marked_lines(lines(text), data.html())
    return [Paragraph(found, NEW) for found in texts] if any(found.marks for found in texts) else ()
