"""What keys do to the box or pull quote selected on the pages."""

from __future__ import annotations

from desktop.canvas.context import Context
from desktop.canvas.where import text_float_at
from desktop.selection import SelectionKind, of_article
from desktop.words import tr
from layouts.issue.edits import remove_float


def remove_selected_box(context: Context, _step: int) -> bool:
    """Take the selected box out; its article is selected then. False where none is."""
    session = context.session
    issue, place = session.issue, session.selection.place
    if session.selection.kind is not SelectionKind.BOX or issue is None or place is None:
        return False
    if text_float_at(issue, place) is None:
        return False
    left = remove_float(issue, place).issue
    session.do(tr("删除专栏框"), left, of_article(place.of_article))
    return True
