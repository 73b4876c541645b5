"""Where a photo would stand: from a point of a page to the line of a paragraph, and to a side of
its column.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from desktop.canvas.where import place_of_address
from layouts.geometry import Interval
from layouts.issue.issue import Issue
from layouts.issue.photo import Side
from layouts.issue.places import Place, block_at
from layouts.page.carets import CaretMap, address_of
from layouts.page.hit import Rect, column_of
from layouts.page.item import BoxArea, Picture
from layouts.page.nearest import nearest_line

BODY = frozenset({"body"})


class PhotoSlot(NamedTuple):
    """The place of a photo: at line `line` (from 0) of the paragraph at `paragraph`; and where that
    line is: page (from 0) and area.
    """

    paragraph: Place
    line: int
    page: int
    area: Rect


def _holds_photos(issue: Issue, place: Place) -> bool:
    try:
        return block_at(issue, place).trait.is_running
    except LookupError:  # a title or a by-line
        return False


def slot_at(
    issue: Issue,
    shown: CaretMap,
    page: int,
    x: float,
    y: float,
    moving: Picture | BoxArea | None = None,
) -> PhotoSlot | None:
    """The slot whose line is nearest to a point of a page; None on a page without paragraphs, and
    on one that is gone: a photo moved off the last page may have been all there was on it.

    `moving` is the photo that will leave its place: rows beside it count once though text may stand
    on both of its sides.
    """
    if page >= len(shown.pages):
        return None
    lines = shown.pages[page].lines
    at = nearest_line(shown.pages[page], x, y, shown.columns, BODY)
    address = address_of(lines[at]) if at is not None else None
    place = place_of_address(issue, address) if address is not None else None
    if at is None or address is None or place is None or not _holds_photos(issue, place):
        return None
    number, rows = 0, set[float]()
    for where, k in shown.lines_of(address):
        line = shown.pages[where].lines[k]
        if where == page and k != at and abs(line.y - lines[at].y) < 0.1:
            break  # the other side of a photo, on the same row
        if (where, k) == (page, at):
            break
        beside = (
            moving is not None
            and where == page
            and moving.y <= line.y <= moving.y + moving.height + line.size
        )
        # two slots of one row, which will be one line when the photo is gone
        if beside and line.y in rows:
            continue
        rows.add(line.y)
        number += 1
    line = lines[at]
    column = shown.columns[column_of(line.x + line.width / 2, shown.columns)]
    return PhotoSlot(
        place,
        number,
        page,
        Rect(column.left, line.y - 0.9 * line.size, column.right, line.y + 0.1 * line.size),
    )


def side_at(columns: Sequence[Interval], x: float) -> Side:
    """The side that a point of a column asks for: its left third, its right third, or both
    between.
    """
    column = columns[column_of(x, columns)]
    third = (column.right - column.left) / 3
    if x < column.left + third:
        return Side.LEFT
    return Side.RIGHT if x > column.right - third else Side.BOTH
