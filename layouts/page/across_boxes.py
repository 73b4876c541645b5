"""The areas of what an article has across columns: a headline, a table, a photo with its words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TypeAlias

from layouts.geometry import Interval
from layouts.page.hit import Rect, around, column_of, meets, parts_of
from layouts.page.item import PHOTO_WORDS, Line, Picture
from layouts.page.page import Page

_Whole: TypeAlias = tuple[str, int | None]
"""What items have in common that make one whole: role and paragraph; of a photo and its words the
paragraph alone.
"""


def across_boxes(
    page: Page, article: int, columns: Sequence[Interval]
) -> tuple[list[Rect], set[int]]:
    """The area of each, and the identities of the items that stand in them."""
    boxes: dict[_Whole, list[Rect]] = {}
    items: dict[_Whole, set[int]] = {}
    reaching: dict[_Whole, None] = {}
    for item, box in parts_of(page, article):
        whole = _whole(item)
        boxes.setdefault(whole, []).append(box)
        items.setdefault(whole, set()).add(id(item))
        if sum(meets(box, column) for column in columns) > 1:
            reaching[whole] = None
    reaching |= dict.fromkeys(_tables_across(page, article, columns))
    found = [around(boxes[whole]) for whole in reaching]
    return [box for box in found if box is not None], set[int]().union(
        *(items[whole] for whole in reaching)
    )


def _tables_across(page: Page, article: int, columns: Sequence[Interval]) -> Iterator[_Whole]:
    """The tables of which one row stands in several columns, though none of its cells does: a table
    that goes on in the next column has no neighbours there.
    """
    cells = [line for line in page.lines if line.article == article and line.role == "table"]
    for left, right in pairwise(cells):
        is_neighbour = right.part == left.part + 1 and right.paragraph == left.paragraph
        if is_neighbour and abs(left.y - right.y) < left.size / 2:
            sides = [column_of(cell.x + cell.width / 2, columns) for cell in (left, right)]
            if sides[0] != sides[1]:
                yield _whole(left)


def _whole(item: Line | Picture) -> _Whole:
    role = item.role if isinstance(item, Line) and item.role not in PHOTO_WORDS else ""
    return role, item.paragraph
