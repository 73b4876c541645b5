"""Where the sheets of paper lie: pages under each other, alone or in spreads (跨页), in logical
pixels.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

MARGIN = 24.0
"""Grey pasteboard around all sheets."""

GAP = 24.0
"""Between one row of sheets and the next."""

SPINE = 1.0
"""Between the two pages of a spread."""


class Arrangement(StrEnum):
    """How sheets lie: one to a row, or as in a bound document: the front page alone on the right,
    then those that face each other.
    """

    SINGLE = "single"
    SPREADS = "spreads"


class Paper(NamedTuple):
    """A page's paper on the pasteboard, logical pixels; `page` counts from 0."""

    page: int
    x: float
    y: float
    width: float
    height: float

    def holds(self, x: float, y: float) -> bool:
        """Whether a point of the pasteboard is on the paper."""
        return self.x <= x < self.x + self.width and self.y <= y < self.y + self.height


class Sheets:
    """The pasteboard with its sheets at one scale (logical pixels per point)."""

    def __init__(
        self, sizes: Sequence[tuple[float, float]], arrangement: Arrangement, scale: float
    ) -> None:
        self.scale = scale
        self.arrangement = arrangement
        self.sheets: list[Paper] = []
        self.width = self.height = 0.0
        self._tops: list[float] = []
        self._rows: list[list[Paper]] = []
        self._lay(sizes)

    def _lay(self, sizes: Sequence[tuple[float, float]]) -> None:
        rows = rows_of(len(sizes), self.arrangement)
        widest = max((width for width, _ in sizes), default=0.0) * self.scale
        across = widest if self.arrangement is Arrangement.SINGLE else 2 * widest + SPINE
        self.width = across + 2 * MARGIN if sizes else 0.0
        y = MARGIN
        for row in rows:
            height = max(sizes[page][1] for page in row if page is not None) * self.scale
            laid: list[Paper] = []
            for k, page in enumerate(row):
                if page is not None:
                    x = MARGIN + k * (widest + SPINE)
                    laid.append(
                        Paper(page, x, y, sizes[page][0] * self.scale, sizes[page][1] * self.scale)
                    )
            self._rows.append(laid)
            self._tops.append(y)
            self.sheets += laid
            y += height + GAP
        self.height = y - GAP + MARGIN if sizes else 0.0

    def __len__(self) -> int:
        return len(self.sheets)

    def row_of(self, page: int) -> list[Paper]:
        """The sheets beside a page, itself included."""
        at = max(0, bisect_right(self._tops, self.sheets[page].y) - 1)
        return self._rows[at]

    def between(self, top: float, bottom: float) -> list[Paper]:
        """The sheets that reach into a band of the pasteboard."""
        # the row that begins above and may reach in
        first = max(0, bisect_right(self._tops, top) - 1)
        last = bisect_left(self._tops, bottom)
        return [
            sheet for row in self._rows[first:last] for sheet in row if sheet.y + sheet.height > top
        ]

    def at(self, x: float, y: float) -> Paper | None:
        """The sheet at a point of the pasteboard."""
        return next((sheet for sheet in self.between(y, y + 1) if sheet.holds(x, y)), None)

    def nearest(self, x: float, y: float) -> Paper | None:
        """The sheet at a point of the pasteboard or nearest to it."""
        if not self.sheets:
            return None
        row = max(0, bisect_right(self._tops, y) - 1)
        # between two rows either may be nearer
        near = [sheet for k in (row, row + 1) if k < len(self._rows) for sheet in self._rows[k]]
        return min(near, key=lambda sheet: _distance(sheet, x, y))


def rows_of(count: int, arrangement: Arrangement) -> list[list[int | None]]:
    """The pages of each row, None for a place left free."""
    if arrangement is Arrangement.SINGLE or count == 1:
        return [list[int | None]((page,)) for page in range(count)]
    front: list[list[int | None]] = [[None, 0]] if count else []
    return front + [list[int | None](range(at, min(at + 2, count))) for at in range(1, count, 2)]


def _distance(sheet: Paper, x: float, y: float) -> float:
    across = max(0.0, sheet.x - x, x - sheet.x - sheet.width)
    down = max(0.0, sheet.y - y, y - sheet.y - sheet.height)
    return across * across + down * down
