"""The lines of a row of photos: how many stand beside each other, how wide each is and how high
all are.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import accumulate, combinations, pairwise
from typing import NamedTuple

from layouts.flow.photo_sizes import frame_height
from layouts.geometry import EPSILON
from layouts.house.layout import Grid
from layouts.issue.photo_rows import lines_of

NARROWEST = 3.5
"""Em of the body: where photos beside each other would be narrower, fewer stand in a line."""


class RowLine(NamedTuple):
    """Photos beside each other: height to width of each, the width they fill and the gutter between
    two of them, points.
    """

    ratios: tuple[float, ...]
    width: float
    gutter: float

    @property
    def spread(self) -> float:
        """Their width together where they are one point high."""
        return sum(1 / ratio for ratio in self.ratios)

    @property
    def gutters(self) -> float:
        """The width that all gutters take."""
        return (len(self.ratios) - 1) * self.gutter

    @property
    def height(self) -> float:
        """The height at which they fill their width with nothing cut off."""
        return (self.width - self.gutters) / self.spread

    def edges(self) -> list[tuple[float, float]]:
        """The left and right edge of each: the first begins and the last ends with the row
        exactly.
        """
        height = self.height
        ends = list(accumulate(height / ratio + self.gutter for ratio in self.ratios))
        lefts = [0.0, *ends[:-1]]
        rights = [*(end - self.gutter for end in ends[:-1]), self.width]
        return list(zip(lefts, rights, strict=True))


def counts_of(
    ratios: Sequence[float], most: int, width: float, gutter: float, grid: Grid
) -> tuple[int, ...]:
    """How many photos of these proportions stand in each line, `most` beside each other (0: all).

    Where one would be too narrow they stand in more lines, those whose heights differ least, if a
    page holds them.
    """
    asked = lines_of(len(ratios), most)

    def is_wide_enough(counts: Sequence[int]) -> bool:
        return all(
            right - left >= NARROWEST * grid.size - EPSILON
            for line in row_lines(ratios, counts, width, gutter)
            for left, right in line.edges()
        )

    def fits(counts: Sequence[int]) -> bool:
        heights = [line.height for line in row_lines(ratios, counts, width, gutter)]
        return sum(heights) <= frame_height(grid.rows - 2, grid) and is_wide_enough(counts)

    def unevenness(counts: Sequence[int]) -> float:
        heights = [line.height for line in row_lines(ratios, counts, width, gutter)]
        return max(heights) / min(heights)

    if is_wide_enough(asked):
        return asked
    for number in range(len(asked) + 1, len(ratios) + 1):
        found = [counts for counts in _parted(len(ratios), number, asked[0]) if fits(counts)]
        if found:
            return min(found, key=unevenness)
    return asked


def _parted(count: int, number: int, most: int) -> Iterator[tuple[int, ...]]:
    """All ways to part so many photos into `number` lines of `most` at most, longer lines first."""
    for cuts in combinations(range(count - 1, 0, -1), number - 1):
        counts = tuple(end - start for start, end in pairwise((0, *reversed(cuts), count)))
        if max(counts) <= most:
            yield counts


def row_lines(
    ratios: Sequence[float], counts: Sequence[int], width: float, gutter: float
) -> list[RowLine]:
    """Lines of so many photos each, as wide as that (points)."""
    ends = list(accumulate(counts))
    # of a row narrower than its gutters each photo keeps a part of them
    gutter = min(gutter, width / (2 * max(counts)))
    return [
        RowLine(tuple(ratios[end - count : end]), width, gutter)
        for end, count in zip(ends, counts, strict=True)
    ]


class LinesStood(NamedTuple):
    """Lines under each other: the rows of the grid they take, and the height of each."""

    rows: int
    heights: tuple[float, ...]


def stood(lines: Sequence[RowLine], grid: Grid) -> LinesStood:
    """Lines of photos with a gutter between each two, their foot on the baseline nearest to where
    it would be; each as much higher or lower as it is high.
    """
    gutters = (len(lines) - 1) * lines[0].gutter
    natural = tuple(line.height for line in lines)
    total = sum(natural)
    if total < grid.leading:
        # strips: their foot stands above the baseline
        over = (total + gutters - grid.ascent) / grid.leading
        return LinesStood(max(1, 1 + math.ceil(over - EPSILON)), natural)
    rows = nearest_rows(total + gutters, grid)
    factor = (frame_height(rows, grid) - gutters) / total
    return LinesStood(rows, tuple(height * factor for height in natural))


def uncropped(lines: Sequence[RowLine], widest: float, grid: Grid) -> list[RowLine]:
    """The same lines as much wider or narrower that their foot is on a baseline with nothing cut
    off, at most so wide.
    """
    gutters = (len(lines) - 1) * lines[0].gutter
    rows = nearest_rows(sum(line.height for line in lines) + gutters, grid)
    for number in (rows, rows - 1):
        room = (
            frame_height(number, grid) - gutters + sum(line.gutters / line.spread for line in lines)
        )
        width = room / sum(1 / line.spread for line in lines)
        if number >= 1 and max(line.gutters for line in lines) < width <= widest:
            return [line._replace(width=width) for line in lines]
    return list(lines)


def nearest_rows(height: float, grid: Grid) -> int:
    """The rows of the grid whose frame is nearest to a height."""
    return max(1, round((height - grid.ascent) / grid.leading + 1))
