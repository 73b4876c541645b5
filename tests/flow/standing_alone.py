"""Lines that stand alone, read off the pages: no text right above or below, but photos, tables or a
column's ends.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import audit
from laying import Laid

from layouts.page.item import Line
from layouts.page.page import Page

TEXT = tuple(role for role in audit.FLOWING if role != "table")


class Thing(NamedTuple):
    """Something in a column: its rows, and the line if it is text that takes a row."""

    first: int
    end: int
    line: Line | None


def alone(laid: Laid) -> list[str]:
    """Lines of paragraphs that go on elsewhere with nothing but photos, tables or a column's ends
    both above and below them.
    """
    bad: list[str] = []
    for page, things in _columns(laid):
        for first, end, line in things:
            if line is None or line.role not in ("body", "note") or _is_last(laid, line):
                continue
            above = max(
                (thing for thing in things if thing.end <= first),
                key=lambda thing: thing.end,
                default=None,
            )
            below = min(
                (thing for thing in things if thing.first >= end),
                key=lambda thing: thing.first,
                default=None,
            )
            if all(thing is None or thing.line is None for thing in (above, below)):
                bad.append(f"p{page.number} row {first}: {line.text!r}")
    return bad


def _columns(laid: Laid) -> Iterator[tuple[Page, list[Thing]]]:
    """What stands in each column, from its head down."""
    grid = laid.grid
    for page in laid.pages:
        for column in range(grid.columns):
            left, right = (
                grid.column_left(column) - 1,
                grid.column_left(column) + grid.column_width + 1,
            )
            things = [
                Thing(
                    *_line_rows(laid, line),
                    line if line.role in TEXT else None,
                )
                for line in page.lines
                if left <= line.x <= right
                and (line.role in audit.FLOWING or line.role == "caption")
            ]
            things += [
                Thing(*_rows(laid, found.y, found.y + found.height), None)
                for found in page.pictures
                if left <= found.x <= right
            ]
            yield page, things


def _line_rows(laid: Laid, line: Line) -> tuple[int, int]:
    """The rows of a line; a note's may stand half a row lower."""
    drop = laid.grid.leading / 2 if line.role == "note" else 0.0
    return _rows(laid, line.y - 0.88 * line.size - drop, line.y - drop)


def _rows(laid: Laid, top: float, bottom: float) -> tuple[int, int]:
    grid = laid.grid
    return int((top - grid.top + 0.01) // grid.leading), int(
        -(-(bottom - grid.top - 0.01) // grid.leading)
    )


def _is_last(laid: Laid, line: Line) -> bool:
    """Whether a line stands on its paragraph's last row: where a photo stands above it, it may have
    nowhere else to go.
    """
    own = [
        one
        for one in laid.lines(line.role)
        if (one.article, one.paragraph, one.part) == (line.article, line.paragraph, line.part)
    ]
    return own[-1].y == line.y
