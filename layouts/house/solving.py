"""The grid by its four numbers (版心计算): 字数 × 行数 × 字号 × 行距.

One is turned, something is held, the others follow, and all four stay true to each other:

    width  = columns × characters × size + gaps      (W = N·fs)
    height = rows × leading − (leading − size)       (H = L·lead − (lead − fs))
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from enum import StrEnum
from typing import Any, Literal

from msgspec import Struct
from msgspec.structs import replace

from layouts.house.grid import HAIR, LEAST_MEASURE, LEAST_ROWS, LEAST_SIDE, read_frame
from layouts.messages.layout import GRID_OUT_OF_RANGE
from layouts.messages.message import Sentence
from layouts.units import POINTS_PER_MM, ZIHAO, mm

LEAST_SIZE, MOST_SIZE = 5.25, 72.0
LEAST_LEADING, MOST_LEADING = 1.0, 3.0
MOST_MEASURE = 120
"""The ranges of the schema."""


class Held(StrEnum):
    """What stays while one number is turned: the margins and with them the type area, the numbers
    of characters and rows, or the type (size and leading).
    """

    MARGINS = "margins"
    COUNTS = "counts"
    TYPE = "type"


Turned = Literal["measure", "rows", "size", "leading"]
TURNED: tuple[Turned, ...] = ("measure", "rows", "size", "leading")


class Unsolved(Exception):  # noqa: N818 - a sentence for whoever turned the number
    """A number that goes nowhere; the sentence says why."""

    def __init__(self, wording: Sentence) -> None:
        super().__init__(wording.en)
        self.wording = wording


class Net(Struct, frozen=True):
    """Page, margins and grid, lengths in points; `leading` is the distance of two baselines,
    `gutter` em between columns.

    `side` and `foot` are what stays free, at the least, of the page's edges.
    """

    width: float
    height: float
    top: float
    foot: float
    side: float
    columns: int
    gutter: float
    size: float
    leading: float
    measure: int
    rows: int

    @property
    def times(self) -> float:
        """Leading, times the size."""
        return self.leading / self.size

    @property
    def ems(self) -> float:
        """The width of the type area in em."""
        return self.columns * self.measure + (self.columns - 1) * self.gutter

    @property
    def area_width(self) -> float:
        """The width of the type area (版心)."""
        return self.ems * self.size

    @property
    def area_height(self) -> float:
        """Its height: the last row needs its characters only."""
        return self.rows * self.leading - (self.leading - self.size)

    @property
    def room_across(self) -> float:
        """What the margins leave for the type area across."""
        return self.width - 2 * self.side

    @property
    def room_down(self) -> float:
        """What the margins leave for it down the page."""
        return self.height - self.top - self.foot

    @property
    def slack_across(self) -> float:
        """What of the room no character fills."""
        return self.room_across - self.area_width

    @property
    def slack_down(self) -> float:
        """What of the room no row fills."""
        return self.room_down - self.area_height


def net_of(document: Mapping[str, Any]) -> Net:
    """The grid of a layout's document. Fault where a value of page or grid is none."""
    frame = read_frame(document)
    return Net(
        width=frame.width,
        height=frame.height,
        top=frame.top,
        foot=frame.foot,
        side=frame.side,
        columns=frame.columns,
        gutter=frame.gutter / frame.size,
        size=frame.size,
        leading=frame.leading,
        measure=frame.measure or frame.widest(frame.side),
        rows=frame.rows(),
    )


def turn(net: Net, what: Turned, value: float, held: Held) -> Net:
    """The grid with one number turned and something held.

    | turned | margins held | counts held | type held |
    |---|---|---|---|
    | size | characters and rows follow | margins follow | – (as margins) |
    | leading, times the size | rows follow | the foot follows | – (as margins) |
    | characters | the size follows, rows too | – (as type) | the sides follow |
    | rows | the leading follows | – (as type) | the foot follows |

    Unsolved where a number would leave the range it may have.
    """
    if what in ("size", "leading") and held is Held.TYPE:
        held = Held.MARGINS
    if what in ("measure", "rows") and held is Held.COUNTS:
        held = Held.TYPE
    return _checked(_TURNS[what](net, value, held))


def _turn_size(net: Net, size: float, held: Held) -> Net:
    turned = replace(net, size=size, leading=net.times * size)
    return _filled(turned) if held is Held.MARGINS else _fitted(turned)


def _turn_leading(net: Net, times: float, held: Held) -> Net:
    turned = replace(net, leading=times * net.size)
    if held is Held.MARGINS:
        return replace(turned, rows=rows_in(turned.room_down, turned.size, turned.leading))
    return _with_foot(turned)


def _turn_measure(net: Net, measure: float, held: Held) -> Net:
    turned = replace(net, measure=round(measure))
    if held is not Held.MARGINS:
        return _with_side(turned)
    size = turned.room_across / turned.ems
    turned = replace(turned, size=size, leading=net.times * size)
    return replace(turned, rows=rows_in(turned.room_down, size, turned.leading))


def _turn_rows(net: Net, rows: float, held: Held) -> Net:
    turned = replace(net, rows=round(rows))
    if held is not Held.MARGINS:
        return _with_foot(turned)
    gaps = max(1, turned.rows - 1)
    return replace(turned, leading=(turned.room_down - turned.size) / gaps)


_TURNS = {
    "size": _turn_size,
    "leading": _turn_leading,
    "measure": _turn_measure,
    "rows": _turn_rows,
}


def _filled(net: Net) -> Net:
    """As many characters and rows as the margins leave room for."""
    return replace(
        net,
        measure=characters_in(net.room_across, net.size, net.columns, net.gutter),
        rows=rows_in(net.room_down, net.size, net.leading),
    )


def _fitted(net: Net) -> Net:
    """The margins that characters and rows leave."""
    return _with_foot(_with_side(net))


def _with_side(net: Net) -> Net:
    return replace(net, side=(net.width - net.area_width) / 2)


def _with_foot(net: Net) -> Net:
    return replace(net, foot=net.height - net.top - net.area_height)


def characters_in(room: float, size: float, columns: int = 1, gutter: float = 0.0) -> int:
    """Characters of each column that a width has room for; `gutter` is em."""
    return math.floor(((room + HAIR) / size - (columns - 1) * gutter) / columns)


def rows_in(room: float, size: float, leading: float) -> int:
    """Rows that a height has room for."""
    return math.floor((room - size + HAIR) / leading) + 1


def _checked(net: Net) -> Net:
    """Unsolved where a number is out of its range."""
    ranges = (
        ("size", net.size, LEAST_SIZE, MOST_SIZE),
        ("leading", round(net.times, 6), LEAST_LEADING, MOST_LEADING),
        ("measure", net.measure, LEAST_MEASURE, MOST_MEASURE),
        ("rows", net.rows, LEAST_ROWS, math.inf),
        ("side", net.side + HAIR, LEAST_SIDE, math.inf),
        ("foot", net.foot + HAIR, 0, math.inf),
    )
    for what, value, low, high in ranges:
        if not low <= value <= high:
            raise Unsolved(GRID_OUT_OF_RANGE[what](value=_shown(what, value)))
    return net


def _shown(what: str, value: float) -> str:
    return f"{value / POINTS_PER_MM if what in ('side', 'foot') else value:.4g}"


# What fits


FITS = 2.0
"""Points that may stay free of a type area that counts as filled: 0.7 mm, less than its tolerance
of a millimetre (GB/T 9704-2012 5.2.1).
"""

USUAL_TIMES = (1.4, 2.2)
"""Leading that Chinese text is set with, times its size."""


def offers(net: Net, nearest: int = 6) -> list[Net]:
    """Grids of named sizes (字号) that fill the type area the margins leave, the nearest to the
    size and leading there are now first.

    Each has whole characters and whole rows; its leading fills the height to a hair.
    """
    found: list[Net] = []
    for size in ZIHAO.values():
        if not LEAST_SIZE <= size <= 2 * net.size or size < net.size / 2:
            continue
        measure = characters_in(net.room_across, size, net.columns, net.gutter)
        typed = replace(net, size=size, measure=measure, leading=net.times * size)
        # as full as the area is now, or to a hair
        most = max(FITS, net.slack_across)
        if measure < LEAST_MEASURE or not 0 <= typed.slack_across <= most:
            continue
        rows = rows_in(typed.room_down, size, typed.leading)
        for count in (rows, rows + 1):
            made = replace(typed, rows=count, leading=(typed.room_down - size) / max(1, count - 1))
            if count >= LEAST_ROWS and USUAL_TIMES[0] <= made.times <= USUAL_TIMES[1]:
                found.append(made)

    def far(offer: Net) -> float:
        return abs(offer.size - net.size) / net.size + abs(offer.times - net.times)

    return sorted(found, key=far)[:nearest]


# As a layout writes it


def values_of(net: Net) -> dict[str, object]:
    """What a layout says of a grid, by place: rounded so that it is read as the same characters
    and rows.
    """
    # down: a hair more would cost a row or a character; up where a hair less would bring a row
    least = math.floor(net.times * 10_000 + 1e-6) / 10_000
    written = (_written(net, times) for times in (least, round(least + 0.0001, 4)))
    return next((values for rows, values in written if rows == net.rows), _written(net, least)[1])


def _written(net: Net, times: float) -> tuple[int, dict[str, object]]:
    """The values with a leading, and how many rows are read from them."""
    rounded = replace(net, leading=times * net.size)
    foot = min(net.foot, net.height - net.top - rounded.area_height)
    size = _size_written(net.size)
    room = net.height - _hundredths(net.top) * mm(0.01) - _hundredths(foot) * mm(0.01)
    return rows_in(room, size, times * size), {
        "grid.size": size_text(net.size),
        "grid.leading": times,
        "grid.measure": net.measure,
        "page.top": _millimetres(net.top),
        "page.foot": _millimetres(foot),
        "page.side": _millimetres(min(net.side, (net.width - net.area_width) / 2)),
    }


def size_text(size: float) -> str:
    """A type size as a layout writes it: by its name where it has one."""
    for name, named in ZIHAO.items():
        if abs(size - named) < 1e-6:
            return name
    return f"{_size_written(size):g}pt"


def _size_written(size: float) -> float:
    """A type size down to thousandths, as in `values_of`; one that has a name stays."""
    if any(abs(size - named) < 1e-6 for named in ZIHAO.values()):
        return size
    return math.floor(size * 1000 + 1e-6) / 1000


def _hundredths(length: float) -> int:
    """A length in whole hundredths of a millimetre."""
    return math.floor(length / mm(1) * 100 + 1e-6)


def _millimetres(length: float) -> str:
    return f"{_hundredths(length) / 100:g}mm"
