"""How wide the columns of a table are: what somebody asks for, else what their texts need."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

from layouts.geometry import EPSILON
from layouts.house.layout import Grid
from layouts.issue.article import Table
from layouts.issue.photo import ALL_COLUMNS, PhotoPlace
from layouts.text.line_room import content_width
from layouts.text.prepare import Prepared

LEAST_COLUMN = 3.0
"""No column is narrower than three characters, unless short texts stay on one line only so."""


def asked_widths(
    asked: Sequence[float | None], shared: ColumnWidths, size: float, measure: float
) -> list[float]:
    """The widths of columns (points) of which some are asked for in em; the others share what is
    left as they would share all of it, but none gets less than its least where all can have theirs.

    What is asked for together with the least of the others never takes more than the measure.
    """
    widths = shared.widths
    wanted = [asked[k] if k < len(asked) else None for k in range(len(widths))]
    least = LEAST_COLUMN * size * sum(want is None for want in wanted)
    given = sum(want * size for want in wanted if want is not None)
    factor = min(1.0, max(0.0, measure - least) / given) if given else 1.0
    left = measure - given * factor
    free = [k for k, want in enumerate(wanted) if want is None]
    filled = _filled([widths[k] for k in free], [shared.least[k] for k in free], left)
    found = dict(zip(free, filled, strict=True))
    return [found[k] if want is None else want * size * factor for k, want in enumerate(wanted)]


def _filled(widths: list[float], least: list[float], whole: float) -> list[float]:
    """Widths in proportion that fill `whole`; where one would come below its least and all of these
    have room, in proportion to what they have above it.
    """
    whole_before = sum(widths)
    filled = [width * whole / whole_before for width in widths]
    above = [width - low for width, low in zip(widths, least, strict=True)]
    spare = whole - sum(least)
    is_short = any(width < low for width, low in zip(filled, least, strict=True))
    if not is_short or spare < 0 or sum(above) <= EPSILON:
        return filled
    return [low + extra * spare / sum(above) for low, extra in zip(least, above, strict=True)]


class ColumnWidths(NamedTuple):
    """The widths of columns and the `least` of each, with which its words and short texts stand in
    it whole, points; whether all have that.
    """

    widths: list[float]
    least: list[float]
    fits: bool = True


def column_widths(
    heads: list[list[Prepared]],
    body: list[list[Prepared]],
    measure: float,
    padding: float,
    size: float,
    needed: Sequence[float],
) -> ColumnWidths:
    """Share the measure: each column what its longest unbreakable text asks, the rest towards what
    would fill one line; `needed` is what the numbers of each column take under each other, points.

    Short cells stay on one line wherever the measure allows it, headers end one before （ alone
    where that leaves every column its least.
    """
    floor = LEAST_COLUMN * size
    wishes = [
        [
            max(
                least,
                needed[k],
                *(header(row[k]) for row in heads),
                *(cell(row[k]) for row in body),
            )
            + 2 * padding
            for k in range(len(needed))
        ]
        for header, cell, least in (
            (_widest_head, _whole_if_short, floor),
            (_widest_unit, _whole_if_short, floor),
            # where there are many columns a figure leaves a name its room
            (_widest_unit, _whole_if_short, 0.0),
            (_widest_unit, _widest_unit, floor),
        )
    ]
    even = measure / len(needed)
    texts = (_whole_if_short(text) for row in body for text in row)
    if even < floor + 2 * padding and max(texts, default=0.0) + 2 * padding <= even:
        del wishes[2]  # columns that are all alike hold their short texts
    least = next((wish for wish in wishes if sum(wish) <= measure), wishes[-1])
    wished = _wished(heads, body, least, padding, _natural)
    if sum(wished) > measure:  # headers in two lines leave more to what stands below
        wished = _wished(heads, body, least, padding, _widest_head)
    spare = measure - sum(least)
    more = [wish - width for wish, width in zip(wished, least, strict=True)]
    if spare <= 0:
        # not even the longest words fit side by side
        cramped = _cramped(least, floor + 2 * padding, measure)
        return ColumnWidths(cramped, least, fits=spare >= -EPSILON)
    if sum(more) <= spare:
        # each has its one line: what is left goes to all in proportion
        return ColumnWidths([wish * measure / sum(wished) for wish in wished], least)
    shares = _shared(more, spare)
    widths = [width + extra for width, extra in zip(least, shares, strict=True)]
    return ColumnWidths(widths, least)


def _wished(
    heads: list[list[Prepared]],
    body: list[list[Prepared]],
    least: list[float],
    padding: float,
    header: Callable[[Prepared], float],
) -> list[float]:
    """What each column would take with its texts on one line, points."""
    return [
        max(
            width,
            max((header(row[k]) for row in heads), default=0.0) + 2 * padding,
            max((_natural(row[k]) for row in body), default=0.0) + 2 * padding,
        )
        for k, width in enumerate(least)
    ]


WORDY = 8.0
"""Em that a column of long texts has where a table is as wide as it asks to be."""


def wanted_width(
    heads: list[list[Prepared]],
    body: list[list[Prepared]],
    padding: float,
    size: float,
    needed: Sequence[float],
    asked: Sequence[float | None],
) -> float:
    """How wide a table asks to be, points: what somebody asks for, short cells and the parts of
    headers on one line, `WORDY` for a column of sentences.
    """

    def wanted(k: int) -> float:
        if k < len(asked) and (width := asked[k]) is not None:
            return width * size
        texts = (min(_natural(row[k]), WORDY * size) for row in body)
        parts = (_widest_head(row[k]) for row in heads)
        return max(LEAST_COLUMN * size, needed[k], *texts, *parts) + 2 * padding

    return sum(map(wanted, range(len(needed))))


def _shared(wished: list[float], whole: float) -> list[float]:
    """Shares of `whole`, which is less than all that is wished: who wishes for less than an even
    share has it, the others share the rest.

    So a column of names or figures stays on one line beside one of sentences.
    """
    shares = [0.0] * len(wished)
    # from the most modest up: what it leaves is there for those that wish for more
    for left, k in zip(
        range(len(wished), 0, -1), sorted(range(len(wished)), key=wished.__getitem__), strict=True
    ):
        shares[k] = min(wished[k], whole / left)
        whole -= shares[k]
    return shares


def _cramped(wished: list[float], least: float, measure: float) -> list[float]:
    """Widths where the columns' longest unbreakable texts ask for more than the measure: some are
    cut, and `least` is left to each column.

    Where the measure does not hold that either, all columns are alike.
    """
    spare = measure - least * len(wished)
    if spare <= 0:
        return [measure / len(wished)] * len(wished)
    return [least + extra for extra in _shared([width - least for width in wished], spare)]


SHORT = 6
"""Characters of a cell that stays on one line: a name, an office, a figure with its unit."""


def head_parts(prepared: Prepared) -> list[tuple[int, int]]:
    """The parts of a header that stay on one line: a line may end before （ alone."""
    end = len(prepared.string)
    at = prepared.string.find("（")
    return [(0, at), (at, end)] if at > 0 else [(0, end)]


def _widest_head(prepared: Prepared) -> float:
    """The widest part of a short header, points; of a long one, the widest unit."""
    widths = [content_width(prepared, *part) for part in head_parts(prepared)]
    return _widest_unit(prepared) if max(widths) > SHORT else max(widths) * prepared.style.size


def _whole_if_short(prepared: Prepared) -> float:
    """The width of a short text, points; of a longer one, that of its widest unit."""
    return _natural(prepared) if len(prepared.string) <= SHORT else _widest_unit(prepared)


def _natural(prepared: Prepared) -> float:
    """The width of a text on one line, points."""
    return content_width(prepared, 0, len(prepared.string)) * prepared.style.size


def _widest_unit(prepared: Prepared) -> float:
    """The widest stretch of a text in which no line may end, points."""
    ends = [0, *(k for k, kind in enumerate(prepared.breaks) if kind)] if prepared.string else []
    widths = [content_width(prepared, start, end) for start, end in pairwise(ends)]
    return max(widths, default=0.0) * prepared.style.size


def columns_across(table: Table, grid: Grid) -> int:
    """How many columns a table is to go across, 0 for one in the text."""
    if table.turned:
        return grid.columns
    if table.place is PhotoPlace.TEXT and table.across == 1:
        return 0
    return grid.columns if table.across == ALL_COLUMNS else min(table.across, grid.columns)
