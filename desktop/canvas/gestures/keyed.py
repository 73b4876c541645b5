"""The selected photo moved and sized by keys: lines, paragraphs, articles, sides, em."""

from __future__ import annotations

from PySide6.QtCore import Qt

from desktop.canvas.context import Context
from desktop.canvas.gestures.photo_resize import LEAST_WIDTH
from desktop.canvas.where import address_of_place, photo_at
from desktop.selection import of_photo
from desktop.words import tr
from layouts.issue.edits import Edited, move_photo, resize, set_line, set_side
from layouts.issue.issue import Issue
from layouts.issue.photo import Photo, Side
from layouts.issue.places import Place, articles
from layouts.page.carets import CaretMap

SIDES = (Side.LEFT, Side.BOTH, Side.RIGHT)
"""Left to right, as the arrow keys go."""


def move_selected(context: Context, key: Qt.Key, *, size: bool) -> bool:
    """Arrows: one line up or down, one side left or right; with `size` one em narrower or wider.

    False where no photo is selected.
    """
    session = context.session
    place = session.selection.place
    photo = photo_at(session.issue, place)
    if photo is None or place is None or session.issue is None:
        return False
    # lines are counted on the pages, which must be those of the issue
    session.settle()
    if size:
        edited, name = _sized(context, session.issue, place, photo, key), tr("调整图片宽度")
    elif key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
        edited, name = (
            _moved(context.map, session.issue, place, photo, 1 if key is Qt.Key.Key_Down else -1),
            tr("移动图片"),
        )
    else:
        edited, name = (
            _turned(session.issue, place, photo, 1 if key is Qt.Key.Key_Right else -1),
            tr("移动图片"),
        )
    if edited is not None and edited.place is not None:
        session.do(
            name, edited.issue, of_photo(edited.place), f"photo-keys-{name}-{place.of_article}"
        )
        session.reveal()
    return True


def _sized(
    context: Context, issue: Issue, place: Place, photo: Photo, key: Qt.Key
) -> Edited | None:
    found, layout = context.photo(), context.session.layout
    if layout is None:
        return None
    now = (
        photo.width
        if photo.width is not None
        else (found[1].width / layout.grid.size if found is not None else layout.photo.width)
    )
    step = 1 if key in {Qt.Key.Key_Right, Qt.Key.Key_Up} else -1
    return resize(
        issue, place, float(min(layout.grid.measure, max(LEAST_WIDTH, round(now) + step)))
    )


def _turned(issue: Issue, place: Place, photo: Photo, step: int) -> Edited | None:
    # alone across the column: as if in the middle
    at = SIDES.index(photo.side) if photo.side in SIDES else 1
    return set_side(issue, place, SIDES[min(2, max(0, at + step))])


def _moved(shown: CaretMap, issue: Issue, place: Place, photo: Photo, step: int) -> Edited | None:
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
