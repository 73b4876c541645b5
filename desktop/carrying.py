"""Marked text dragged with the mouse: what is carried, and what happens where it is let go; on the
pages and in the inspector alike.
"""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QDropEvent

from desktop.clipboard import paste, text_data
from desktop.selection import TextPosition, of_text
from desktop.session import Session
from desktop.words import tr
from layouts.issue import edits
from layouts.store import clip


def carried(session: Session) -> QMimeData | None:
    """The marked text as a drag carries it, in every form that copying gives; None where none is
    marked.
    """
    issue, caret = session.issue, session.selection.caret
    if issue is None or caret is None or not caret.marks:
        return None
    return text_data(issue, *caret.ordered, session.composed_layout)


def is_carried(session: Session, event: QDropEvent) -> bool:
    """Whether it is the text marked in this window that is let go, not that of another one."""
    ours = carried(session) if bool(event.source()) else None
    data = event.mimeData()
    return ours is not None and ours.data(clip.FORMAT) == data.data(clip.FORMAT)


def put_down(session: Session, event: QDropEvent, to: TextPosition) -> None:
    """Let go of text at a position: what is marked here moves there, with Ctrl a copy of it does;
    what comes from elsewhere is pasted.
    """
    if is_carried(session, event):
        move_marked(session, to, copies=copies(event))
    elif session.issue is not None:
        pasted = paste(session.issue, to, event.mimeData())
        session.do(tr("拖入文字"), pasted.issue, of_text(TextPosition(pasted.place, pasted.offset)))


def copies(event: QDropEvent) -> bool:
    """Whether what is let go stays where it was too: with Ctrl."""
    return event.dropAction() is not Qt.DropAction.MoveAction


def move_marked(session: Session, to: TextPosition, *, copies: bool) -> None:
    """Move the marked text to a position, or put a copy there; it is marked then. One step."""
    issue, caret = session.issue, session.selection.caret
    if issue is None or caret is None:
        return
    moved = (edits.copy_text if copies else edits.move_text)(issue, *caret.ordered, to)
    session.do(
        tr("复制文字") if copies else tr("移动文字"),
        moved.issue,
        of_text(TextPosition(*moved.end), TextPosition(*moved.start)),
    )
