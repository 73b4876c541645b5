"""The forms (列项、编号) of the paragraphs with the caret or marked text: asked and changed."""

from __future__ import annotations

from collections.abc import Callable

from desktop.canvas.motion import blocks_between
from desktop.session import Session
from desktop.words import tr
from layouts.issue import edits
from layouts.issue.form import PLAIN, ParagraphForm, deeper, higher
from layouts.issue.places import Place


def marked_blocks(session: Session) -> tuple[Place, ...]:
    """The blocks with the caret or marked text, in reading order."""
    issue, caret = session.issue, session.selection.caret
    if issue is None or caret is None:
        return ()
    first, last = (end.place for end in caret.ordered)
    places = blocks_between(issue, first, last) if caret.marks else (first,)
    return tuple(place for place in places if place.block is not None and place.block >= 0)


def form_now(session: Session) -> ParagraphForm:
    """The form of the paragraph with the caret; running text where there is none."""
    issue, caret = session.issue, session.selection.caret
    return PLAIN if issue is None or caret is None else edits.form_at(issue, caret.position.place)


def give_form(session: Session, name: str, form: ParagraphForm) -> None:
    """Give the marked paragraphs a form."""
    if session.issue is not None:
        session.do(name, edits.set_form(session.issue, marked_blocks(session), form).issue)


def change_items(
    session: Session, name: str, change: Callable[[ParagraphForm], ParagraphForm]
) -> None:
    """Change the forms of the marked items."""
    if session.issue is not None:
        session.do(name, edits.change_forms(session.issue, marked_blocks(session), change).issue)


def shift_items(session: Session, *, onward: bool) -> bool:
    """Tab and Shift+Tab: the marked items a level down or up; False where the caret is in none."""
    if not form_now(session).is_item:
        return False
    name = tr("列项降一级") if onward else tr("列项升一级")
    change_items(session, name, deeper if onward else higher)
    return True
