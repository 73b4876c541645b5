"""Carets in set text: where each place between two characters stands on the pages, and the way
back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from msgspec import Struct, field

from layouts.errors import BYLINE, SUBTITLE, TITLE
from layouts.geometry import Interval
from layouts.page.box_steps import past_boxes
from layouts.page.hit import UNEDITED_ROLES, Rect, column_of
from layouts.page.item import CREDIT, PHOTO_WORDS, Line
from layouts.page.nearest import nearest_line
from layouts.page.page import Page
from layouts.page.stops import (
    Faces,
    Stops,
    blank,
    character_edges,
    line_end,
    line_stops,
    source_offsets,
)

CARET_RISE, CARET_DROP = 0.92, 0.18
"""A caret reaches this far over and under the baseline, em."""

LINE_MARK = 0.3
"""What marks show of a paragraph's end, em."""

SAME_ROW = 0.35
"""Baselines nearer than this (em) are of one row of the grid: text on both sides of a photo."""


class ShownText(NamedTuple):
    """The text a line shows: article counted over the issue, block of it (or TITLE, SUBTITLE,
    BYLINE), part of the block.
    """

    article: int
    paragraph: int
    part: int = 0

    @property
    def order(self) -> tuple[int, int, int]:
        """A key that sorts texts as they are read: title and subtitle first, by-line last."""
        return self.article, _RANKS.get(self.paragraph, self.paragraph), self.part


# blocks count from 0, a by-line follows however many there are
_RANKS = {TITLE: -2, SUBTITLE: -1, BYLINE: 10**9}

_OUTSIDE_BLOCKS = {"headline": TITLE, "subtitle": SUBTITLE, "byline": BYLINE}


def address_of(line: Line) -> ShownText | None:
    """The text a line shows, None for fixed and running parts."""
    if line.article is None:
        return None
    if line.role in _OUTSIDE_BLOCKS:
        return ShownText(line.article, _OUTSIDE_BLOCKS[line.role])
    if line.role in UNEDITED_ROLES:
        return None
    return None if line.paragraph is None else ShownText(line.article, line.paragraph, line.part)


class Seat(NamedTuple):
    """A place of a caret on the pages: page and line (indexes from 0) and x; `address` and `offset`
    say which text it is in.
    """

    page: int
    line: int
    x: float
    address: ShownText
    offset: int
    upstream: bool = False


class PageIndex(Struct):
    """Which lines of a page show which text."""

    page: Page
    lines: dict[ShownText, list[int]] = field(default_factory=dict[ShownText, list[int]])


def index_page(page: Page) -> PageIndex:
    """Look over the lines of a page once."""
    index = PageIndex(page)
    lines = index.lines
    for k, line in enumerate(page.lines):
        address = address_of(line)
        if address is not None:
            lines.setdefault(address, []).append(k)
    return index


class CaretMap:
    """Where texts stand on the pages of an edition.

    A page is looked over once and remembered as long as it is shown.
    """

    def __init__(self, faces: Faces) -> None:
        self._faces = faces
        self._known: dict[int, PageIndex] = {}
        self.pages: tuple[Page, ...] = ()
        self.columns: tuple[Interval, ...] = ()

    def show(self, pages: tuple[Page, ...], columns: tuple[Interval, ...]) -> None:
        """Look at other pages; what is known of pages that stay is kept."""
        # composing again gives the same objects for pages that look the same
        kept = set(map(id, pages))
        self._known = {key: index for key, index in self._known.items() if key in kept}
        self.pages, self.columns = pages, columns

    def index(self, page: int) -> PageIndex:
        """Which lines of page `page` (from 0) show which text."""
        shown = self.pages[page]
        found = self._known.get(id(shown))
        if found is None:
            found = self._known[id(shown)] = index_page(shown)
        return found

    def line(self, seat: Seat) -> Line:
        """The line a caret stands in."""
        return self.pages[seat.page].lines[seat.line]

    def stops(self, page: int, line: int) -> Stops:
        """The caret stops of a line."""
        return line_stops(self.pages[page].lines[line], self._faces)

    def lines_of(self, address: ShownText) -> Iterator[tuple[int, int]]:
        """Page and index of every line a text is set on, in reading order."""
        started = False
        for page in range(len(self.pages)):
            lines = self.index(page).lines.get(address)
            if lines is None:
                # a text runs over neighbouring pages
                if started and address.paragraph not in (TITLE, SUBTITLE):
                    return
                continue
            started = True
            for line in lines:
                yield page, line

    def seat(self, address: ShownText, offset: int, upstream: bool = False) -> Seat | None:
        """Where a caret before character `offset` stands; with `upstream` at the end of a line
        rather than the start of the next.

        None where the text is on no page.
        """
        found: tuple[int, int] | None = None
        for line_at in self.lines_of(address):
            line = self.pages[line_at[0]].lines[line_at[1]]
            if found is not None and (
                # a start of 0 is a header repeated in the next column: carets stand in the first
                # one
                line.start > offset or (line.start == offset and upstream) or line.start == 0
            ):
                break
            found = line_at
        if found is None:
            return None
        return self._seat(found[0], found[1], address, offset, upstream)

    def _seat(self, page: int, line: int, address: ShownText, offset: int, upstream: bool) -> Seat:
        stops = self.stops(page, line)
        x = stops.x_of(offset)
        if offset > stops.offsets[-1]:  # typed spaces that the line's end dissolved
            shown = self.pages[page].lines[line]
            x = max(x, min(x + blank(shown.text) * shown.size, shown.x + shown.width))
        return Seat(page, line, x, address, offset, upstream)

    def at_point(
        self, page: int, x: float, y: float, roles: frozenset[str] | None = None
    ) -> Seat | None:
        """The caret place nearest to a point of a page; None on a page without text."""
        line = nearest_line(self.pages[page], x, y, self.columns, roles)
        return None if line is None else self.on_line(page, line, x)

    def on_line(self, page: int, line: int, x: float) -> Seat | None:
        """The caret place of a line nearest to x."""
        shown = self.pages[page].lines[line]
        address = address_of(shown)
        if address is None:
            return None
        offset = self.stops(page, line).offset_at(x)
        # at the end of a line it stays there, though the next line begins with the same offset
        return self._seat(page, line, address, offset, offset == line_end(shown))

    def sign_at(self, page: int, line: int, x: float) -> int | None:
        """Where in the source the words end whose note has its sign at x; None where none stands
        there.
        """
        shown = self.pages[page].lines[line]
        signs = [put for put in shown.puts if put.note]
        if not signs:
            return None
        edges, offsets = character_edges(shown, self._faces), source_offsets(shown)
        found = (put for put in signs if edges[put.start][0] <= x <= edges[put.end - 1][1])
        return next((offsets[put.start] for put in found), None)

    def line_start(self, seat: Seat) -> Seat:
        """The start of the caret's line."""
        return self._seat(seat.page, seat.line, seat.address, self.line(seat).start, False)

    def line_end(self, seat: Seat) -> Seat:
        """The end of the caret's line."""
        return self._seat(seat.page, seat.line, seat.address, line_end(self.line(seat)), True)

    def vertical(self, seat: Seat, x: float, down: bool) -> Seat | None:
        """The caret place on the next line down or up nearest to x: in this column, else in the
        next; None at the end of the issue.
        """
        lines = self.pages[seat.page].lines
        line = lines[seat.line]
        column = self._column_of(seat.page, line)
        sign = 1 if down else -1
        here = [
            k
            for k in self._walkable(seat.page, column, seat.address.article, line)
            if (lines[k].y - line.y) * sign > SAME_ROW * min(line.size, lines[k].size)
        ]
        if line.role == CREDIT:
            # it runs down between the lines of the text beside it
            here = [k for k in here if address_of(lines[k]) == seat.address] or here
        if self.pages[seat.page].areas:
            here = past_boxes(self.pages[seat.page], here, line, x)
        page = seat.page
        while not here:
            page, column = self._next_column(page, column, down)
            if not 0 <= page < len(self.pages):
                return None
            here = self._walkable(page, column, seat.address.article, None)
        # as far from the left edge of the new column, whatever was passed on the way there
        x += self._left_of(column) - self.column_left(seat)
        return self._nearest_in_row(page, here, x, down)

    def column_left(self, seat: Seat) -> float:
        """The left edge of the column that a caret stands in; 0 where no columns are known."""
        return self._left_of(self._column_of(seat.page, self.line(seat)))

    def _column_of(self, page: int, line: Line) -> int:
        """The column of a line; on a page that is turned all stand in the first."""
        if self.pages[page].turned:
            return 0
        return column_of(line.x + line.width / 2, self.columns)

    def _left_of(self, column: int) -> float:
        return self.columns[column].left if column < len(self.columns) else 0.0

    def _next_column(self, page: int, column: int, down: bool) -> tuple[int, int]:
        count = max(1, len(self.columns))
        # columns of all pages counted through
        place = page * count + column + (1 if down else -1)
        return place // count, place % count

    def _walkable(self, page: int, column: int, article: int, start: Line | None) -> list[int]:
        """The lines of a column that arrow keys reach: captions only from a caption."""
        # the arrows walk through running text, past photos and what is said of them
        captions = start is not None and start.role in PHOTO_WORDS
        return [
            k
            for k, line in enumerate(self.pages[page].lines)
            if address_of(line) is not None
            and (captions or line.role not in PHOTO_WORDS)
            and self._column_of(page, line) == column
        ]

    def _nearest_in_row(
        self, page: int, candidates: Iterable[int], x: float, down: bool
    ) -> Seat | None:
        """Of lines to choose from, the row first met, and in it the line nearest to x."""
        lines = self.pages[page].lines
        choice = list(candidates)
        edge = min(lines[k].y for k in choice) if down else max(lines[k].y for k in choice)
        row = [k for k in choice if abs(lines[k].y - edge) < SAME_ROW * lines[k].size]
        best = min(row, key=lambda k: max(0.0, lines[k].x - x, x - lines[k].x - lines[k].width))
        return self.on_line(page, best, x)

    # -- what is painted ---------------------------------------------------------------------------

    def caret(self, seat: Seat) -> Rect:
        """The caret as a rectangle without width on its page."""
        line = self.line(seat)
        return Rect(
            seat.x, line.y - CARET_RISE * line.size, seat.x, line.y + CARET_DROP * line.size
        )

    def marks(
        self,
        start: tuple[ShownText, int],
        end: tuple[ShownText, int],
        page: int,
        gap: Callable[[Line], float],
    ) -> list[Rect]:
        """The rectangles of marked text on one page; `gap` says how far the lines of a line's style
        stand apart (points).
        """
        first, last = start[0].order, end[0].order
        found: list[Rect] = []
        shown = self.pages[page].lines
        for address, lines in self.index(page).lines.items():
            if not first <= address.order <= last:
                continue
            low = start[1] if address == start[0] else 0
            # texts between the first and the last are marked whole, their ends included
            high = end[1] if address == end[0] else None
            for k in lines:
                rect = self._marked(page, k, low, high, gap(shown[k]))
                if rect is not None:
                    found.append(rect)
        return found

    def _marked(self, page: int, at: int, low: int, high: int | None, gap: float) -> Rect | None:
        """What is marked of a line: from offset `low` to `high`, to beyond the paragraph's end
        where that is None.
        """
        line = self.pages[page].lines[at]
        end = line_end(line)
        if (
            end < low
            or (high is not None and line.start >= high)
            # marked from right behind its last character: nothing of this line
            or (end == low and high is not None)
        ):
            return None
        stops = self.stops(page, at)
        left = stops.x_of(low) if low > line.start else stops.xs[0]
        right = stops.x_of(high) if high is not None and high < end else stops.xs[-1]
        if high is None and self.ends_text(page, at):
            # an empty paragraph is marked too, and one can see that its end is
            right += LINE_MARK * line.size
        # marks of neighbouring lines meet in the middle of the gap between them
        middle = line.y - (CARET_RISE - CARET_DROP) / 2 * line.size
        half = max(gap, line.size) / 2
        return Rect(left, middle - half, right, middle + half) if right > left else None

    def ends_text(self, page: int, at: int) -> bool:
        """Whether a line is the last of its text."""
        lines = self.pages[page].lines
        address = address_of(lines[at])
        after = self.index(page).lines[address][-1] if address is not None else at
        if after != at or address is None:
            return False
        following = page + 1
        return following >= len(self.pages) or address not in self.index(following).lines
