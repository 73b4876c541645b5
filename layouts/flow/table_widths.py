"""How wide the columns of a table are: what somebody asks for, else what their texts need."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from layouts.text.line_room import content_width
from layouts.text.prepare import Prepared

LEAST_COLUMN = 3.0
"""No column is narrower than three characters."""


def asked_widths(
    asked: Sequence[float | None], widths: list[float], size: float, measure: float
) -> list[float]:
    """The widths of columns (points) of which some are asked for in em; the others share what is
    left as they would share all of it.

    What is asked for together with the least of the others never takes more than the measure.
    """
    wanted = [asked[k] if k < len(asked) else None for k in range(len(widths))]
    others = sum(width for width, want in zip(widths, wanted, strict=True) if want is None)
    least = LEAST_COLUMN * size * sum(want is None for want in wanted)
    given = sum(want * size for want in wanted if want is not None)
    factor = min(1.0, max(0.0, measure - least) / given) if given else 1.0
    left = measure - given * factor
    return [
        width * left / others if want is None else want * size * factor
        for width, want in zip(widths, wanted, strict=True)
    ]


def column_widths(
    heads: list[list[Prepared]],
    body: list[list[Prepared]],
    measure: float,
    padding: float,
    size: float,
    needed: Sequence[float],
) -> list[float]:
    """Share the measure: each column what its longest unbreakable text asks, the rest towards what
    would fill one line; `needed` is what the numbers of each column
    take under each other, points.

    Short cells stay on one line and headers end one before （ alone, where that leaves every column
    its least.
    """
    count = len(needed)
    rows = [*heads, *body]
    wishes = [
        [
            max(
                LEAST_COLUMN * size,
                needed[k],
                *(header(row[k]) for row in heads),
                *(cell(row[k]) for row in body),
            )
            + 2 * padding
            for k in range(count)
        ]
        for header, cell in _LEAST_BY_CARE
    ]
    least = next((wish for wish in wishes if sum(wish) <= measure), wishes[-1])
    wished = [
        max(least[k], max(_natural(row[k]) for row in rows) + 2 * padding) for k in range(count)
    ]
    spare = measure - sum(least)
    more = [wish - width for wish, width in zip(wished, least, strict=True)]
    if spare <= 0:
        # not even the longest words fit side by side
        return _cramped(least, LEAST_COLUMN * size + 2 * padding, measure)
    if sum(more) <= spare:
        # each has its one line: what is left goes to all in proportion
        return [wish * measure / sum(wished) for wish in wished]
    return [width + extra for width, extra in zip(least, _shared(more, spare), strict=True)]


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


_LEAST_BY_CARE = (
    (_widest_head, _whole_if_short),
    (_widest_unit, _whole_if_short),
    (_widest_unit, _widest_unit),
)
"""What a header and a cell ask of their column at least, the most careful first."""
