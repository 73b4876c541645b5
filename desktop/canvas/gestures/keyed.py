"""The selected photo moved and sized by keys: lines, paragraphs, articles, sides, em."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt

from desktop.canvas.context import Context
from desktop.canvas.gestures.photo_resize import LEAST_WIDTH
from desktop.canvas.labels import shown_width
from desktop.canvas.where import address_of_place, photo_at
from desktop.photo_sides import turned
from desktop.selection import of_photo
from desktop.session import Session
from desktop.words import tr
from layouts.issue.edits import Edited, move_photo, resize, set_line
from layouts.issue.issue import Issue
from layouts.issue.photo import Photo, Side
from layouts.issue.places import Place, articles
from layouts.page.carets import CaretMap

SIDES = (Side.LEFT, Side.BOTH, Side.RIGHT)
"""Left to right, as the arrow keys go."""


COARSE = 4
"""Lines and em of a coarse step."""

ACROSS = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Right})


def move_selected(context: Context, key: Qt.Key, *, size: bool, coarse: bool) -> bool:
    """Arrows: one line up or down, one side left or right; with `size` one em narrower or wider.

    A coarse step is four lines up or down, four em narrower or wider: sides have no more than one
    step each way. False where no photo is selected.
    """
    if photo_at(context.session.issue, context.session.selection.place) is None:
        return False
    if size or (coarse and key in ACROSS):
        wider = key in {Qt.Key.Key_Right, Qt.Key.Key_Up}
        by = (1 if wider else -1) * (COARSE if coarse else 1)
        _step(context, tr("调整图片宽度"), partial(_sized, context, by))
    elif key in ACROSS:
        _step(
            context,
            tr("移动图片"),
            partial(_turned, context.session, 1 if key is Qt.Key.Key_Right else -1),
        )
    else:
        # line by line: where the photo stands decides how many lines its paragraph has
        for _ in range(COARSE if coarse else 1):
            way = 1 if key is Qt.Key.Key_Down else -1
            _step(context, tr("移动图片"), partial(_moved, context.map, way))
    return True


def _step(
    context: Context, name: str, edit: Callable[[Issue, Place, Photo], Edited | None]
) -> None:
    """One edit of the selected photo, one step of undo with those like it; kept in view."""
    session = context.session
    # lines are counted on the pages, which must be those of the issue
    session.settle()
    issue, place = session.issue, session.selection.place
    photo = photo_at(issue, place)
    if issue is None or place is None or photo is None:
        return
    edited = edit(issue, place, photo)
    if edited is not None and edited.place is not None:
        session.do(
            name, edited.issue, of_photo(edited.place), f"photo-keys-{name}-{place.of_article}"
        )
        session.settle()
        session.reveal()


def _sized(context: Context, by: int, issue: Issue, place: Place, photo: Photo) -> Edited | None:
    layout = context.session.layout
    if layout is None:
        return None
    wish = round(shown_width(layout, issue, place, photo)) + by
    return resize(issue, place, float(min(layout.grid.measure, max(LEAST_WIDTH, wish))))


def _turned(session: Session, step: int, issue: Issue, place: Place, photo: Photo) -> Edited:
    # alone across the column: as if in the middle
    at = SIDES.index(photo.side) if photo.side in SIDES else 1
    return turned(session, issue, place, SIDES[min(2, max(0, at + step))])


def _moved(shown: CaretMap, step: int, issue: Issue, place: Place, photo: Photo) -> Edited | None:
    """A line on in its paragraph; from the last line the first of the next paragraph, from the
    first the last of the one before.
    """
    here = _paragraph_beside(issue, place)
    if here is None:
        return None
    # the paragraph may have fewer lines than the photo's number
    line = min(photo.line, _lines(shown, issue, here) - 1) + step
    if 0 <= line < max(1, _lines(shown, issue, here)):
        return set_line(issue, place, line)
    order = _paragraphs(issue)
    at = order.index(here) + step
    if not 0 <= at < len(order):
        return None
    target = order[at]
    return move_photo(
        issue,
        place,
        target.of_article,
        target.block or 0,
        0 if step > 0 else _lines(shown, issue, target) - 1,
        photo.side,
    )


def _lines(shown: CaretMap, issue: Issue, paragraph: Place) -> int:
    address = address_of_place(issue, paragraph)
    return max(1, sum(1 for _ in shown.lines_of(address))) if address is not None else 1


def _paragraphs(issue: Issue) -> list[Place]:
    return [
        place._replace(block=k)
        for place, article in articles(issue)
        for k, block in enumerate(article.blocks)
        if block.trait.is_running
    ]


def _paragraph_beside(issue: Issue, place: Place) -> Place | None:
    """The paragraph a photo stands beside; the one before it where none follows."""
    inside = [found for found in _paragraphs(issue) if found.of_article == place.of_article]
    after = [found for found in inside if (found.block or 0) > (place.block or 0)]
    return after[0] if after else (inside[-1] if inside else None)
