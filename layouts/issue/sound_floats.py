"""What no box, pull quote or table may say, put right: numbers out of their range."""

from __future__ import annotations

from msgspec.structs import replace

from layouts.issue.article import PullQuote, Table
from layouts.issue.photo import LAST_LINE, MOST_COLUMNS, WIDEST, PhotoPlace
from layouts.issue.sidebar import MOST_INSIDE, NARROWEST_BOX, Sidebar
from layouts.issue.sound_photo import within


def sound_box(box: Sidebar) -> Sidebar:
    """A box whose numbers are such as an editor could have made: the nearest that may be."""
    return replace(
        box,
        width=sound_width(box.width),
        line=max(0, min(box.line, LAST_LINE)),
        columns=max(1, min(box.columns, MOST_INSIDE)),
        across=sound_across(box.across),
        place=sound_place(box.place),
    )


def sound_quote(quote: PullQuote) -> PullQuote:
    """The same for a pull quote."""
    return replace(
        quote,
        width=sound_width(quote.width),
        line=max(0, min(quote.line, LAST_LINE)),
        across=sound_across(quote.across),
        place=sound_place(quote.place),
    )


def sound_table(table: Table) -> Table:
    """The same for a table; one that is turned has pages of its own, and no other place."""
    if table.turned:
        return replace(table, across=1, place=PhotoPlace.TEXT)
    return replace(table, across=sound_across(table.across), place=sound_place(table.place))


def sound_across(columns: int) -> int:
    """So many columns as something may stand across: the nearest; 0 for all."""
    return max(0, min(columns, MOST_COLUMNS))


def sound_place(place: PhotoPlace) -> PhotoPlace:
    """A place that a box may have: none has a page of its own."""
    return place if place in BOX_PLACES else PhotoPlace.TOP


BOX_PLACES = (PhotoPlace.TEXT, PhotoPlace.TOP, PhotoPlace.FOOT)
"""Where boxes, pull quotes and tables may stand."""


def sound_width(width: float | None) -> float | None:
    """A width that a box may have, em."""
    return None if width is None else within(width, NARROWEST_BOX, WIDEST)
