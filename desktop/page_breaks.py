"""A page begun at the caret, on the pages, in the inspector and by the menu alike."""

from __future__ import annotations

from desktop.selection import TextPosition, of_text
from desktop.session import Session
from desktop.words import tr
from layouts.issue import edits


def break_page(session: Session) -> None:
    """Begin a new page at the caret, in place of what is marked, as one step."""
    issue, caret = session.issue, session.selection.caret
    if issue is None or caret is None:
        return
    place, offset = caret.position
    if caret.marks:
        issue, place, offset = edits.delete_range(issue, *caret.ordered)
    edited = edits.break_page(issue, place, offset)
    session.do(tr("分页"), edited.issue, of_text(TextPosition(edited.place, edited.offset)))
