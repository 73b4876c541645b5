"""What is selected, changed by keys and by clicks on articles: the next item, what it stands in,
one article more.
"""

from __future__ import annotations

from desktop.canvas.caret_steps import CaretSteps
from desktop.canvas.context import Context
from desktop.canvas.editing import TextEditor
from desktop.canvas.where import article_place, items, stands_in_frame_at
from desktop.selection import (
    NOTHING,
    Selection,
    SelectionKind,
    of_article,
    of_box,
    of_photo,
    of_section,
)
from desktop.session import Session
from layouts.issue.places import Place, article_number


def step_from(context: Context, editor: TextEditor, *, onward: bool) -> bool:
    """Select the item after or before the one selected; False at either end. While an outline is
    drawn it is one of its corners.
    """
    session, mode = context.session, context.mouse.mode
    if mode is not None:
        from desktop.canvas.gestures.outline import OutlineMode

        if isinstance(mode, OutlineMode):
            mode.choose(onward=onward)
            return True
    if session.issue is None:
        return False
    if session.selection.kind is SelectionKind.TEXT:
        return CaretSteps(context, editor).tab(onward=onward)
    order = items(session.issue)
    at = _number_of(session.selection, order)
    after = (at + (1 if onward else -1)) if at is not None else (0 if onward else len(order) - 1)
    if not 0 <= after < len(order):
        return False
    session.select(order[after])
    return True


def _number_of(selection: Selection, order: list[Selection]) -> int | None:
    if selection.kind is SelectionKind.ARTICLE and selection.places:
        selection = of_article(selection.places[-1])
    return order.index(selection) if selection in order else None


def climb(session: Session) -> bool:
    """Select what the selection stands in; False where it is nothing already."""
    selection = session.selection
    place = selection.place
    if (
        selection.kind is SelectionKind.TEXT
        and place is not None
        and stands_in_frame_at(session.issue, place)
    ):
        session.select(of_box(place), seen=True)
    elif (
        selection.kind in {SelectionKind.PHOTO, SelectionKind.BOX, SelectionKind.TEXT}
        and place is not None
    ):
        session.select(of_article(place.of_article), seen=True)
    elif (
        selection.kind is SelectionKind.ARTICLE and place is not None and len(selection.places) > 1
    ):
        session.select(of_article(selection.places[-1]), seen=True)
    elif selection.kind is SelectionKind.ARTICLE and place is not None:
        session.select(of_section(place), seen=True)
    elif selection.kind is not SelectionKind.NOTHING:
        session.select(NOTHING, seen=True)
    else:
        return False
    return True


def add_photo(session: Session, place: Place) -> None:
    """One photo more or less."""
    chosen = session.selection.places if session.selection.kind is SelectionKind.PHOTO else ()
    left = tuple(found for found in chosen if found != place)
    if left == chosen:
        left = (*chosen, place)
    session.select(of_photo(*left) if left else NOTHING, seen=True)


def add(session: Session, place: Place, *, through: bool) -> None:
    """Ctrl: one article more or less.

    Shift (`through`): all from the first selected to this one.
    """
    chosen = session.selection.places if session.selection.kind is SelectionKind.ARTICLE else ()
    if not chosen or session.issue is None:
        session.select(of_article(place), seen=True)
    elif through:
        numbers = sorted(
            (article_number(session.issue, chosen[0]), article_number(session.issue, place))
        )
        run = [article_place(session.issue, number) for number in range(numbers[0], numbers[1] + 1)]
        # the first chosen stays first: from there the next Shift counts
        places = [found for found in run if found is not None and found != chosen[0]]
        session.select(of_article(chosen[0], *places), seen=True)
    elif place in chosen:
        left = tuple(found for found in chosen if found != place)
        session.select(of_article(*left) if left else NOTHING, seen=True)
    else:
        session.select(of_article(*chosen, place), seen=True)
