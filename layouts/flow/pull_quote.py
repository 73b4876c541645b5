"""Pull quotes (拉线引语): a few words of an article set large between two rules, on whole rows of
its column.
"""

from __future__ import annotations

import math
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from layouts.flow.floats import Clearance, framed
from layouts.flow.setting import LEAST_MEASURE, Origin, Setter
from layouts.geometry import EPSILON, Polygon
from layouts.house.text_style import Style
from layouts.issue.article import PullQuote
from layouts.issue.photo import Side
from layouts.issue.text import Text
from layouts.page.item import BoxArea, Rule
from layouts.page.page import Page
from layouts.text.line_room import Broken, content_width
from layouts.text.prepare import Prepared

ROLE: Final = "pull-quote"

AIR: Final = 0.25
"""The least air above the upper rule and below the lower one beside the line gap, rows; at the head
of a column all of it is below.
"""

LEAST_SCALE: Final = 0.9
"""A pull quote is set no smaller than by a tenth for its phrases to fit its lines."""


class PullQuoteBlock(Struct):
    """A pull quote ready to be drawn: its lines balanced like those of a heading, so high (points)
    from rule to rule and so wide, `inset` from the left.

    One that is `framed` stands apart from the text around it, and its frame is noted.
    """

    prepared: Prepared
    lines: list[Broken]
    origin: Origin
    rows: int
    height: float
    inset: float
    width: float
    framed: bool = False

    def draw(self, page: Page, setter: Setter, left: float, top: float, *, at_top: bool) -> None:
        """Draw its lines between two rules, in the middle of its rows, at the head of a column
        level with its neighbours.
        """
        grid, design, style = setter.layout.grid, setter.layout.pull_quote, self.prepared.style
        # the line gap under the last row is not for it: what follows has it above
        spare = self.rows * grid.leading - (grid.leading - grid.size) - self.height
        y = top if at_top else top + spare / 2
        x, width = left + self.inset, self.width
        page.rules += [
            Rule(x, edge, x + width, edge, design.rule, design.ink) for edge in (y, y + self.height)
        ]
        if self.framed:
            high, of = self.rows * grid.leading - (grid.leading - grid.size), self.origin
            page.areas.append(BoxArea(x, top, width, high, of.article, of.paragraph))
        baseline = y + design.padding + grid.rise(style.size)
        for broken in self.lines:
            setter.draw(page, self.prepared, broken, x, baseline, self.origin, style.align)
            baseline += style.leading


def pull_quote_block(text: Text, setter: Setter, origin: Origin) -> PullQuoteBlock:
    """Set a pull quote in its style. One taller than a column is a finding that stops an export."""
    return _over_column(setter.prepare(text, setter.style(ROLE), origin.source), setter, origin)


def _over_column(prepared: Prepared, setter: Setter, origin: Origin) -> PullQuoteBlock:
    grid, design, style = setter.layout.grid, setter.layout.pull_quote, prepared.style
    inset = max(
        0.0, min(design.inset * grid.size, (grid.column_width - LEAST_MEASURE * style.size) / 2)
    )
    return _set(prepared, grid.column_width - 2 * inset, inset, setter, origin)


def _set(
    prepared: Prepared, width: float, inset: float, setter: Setter, origin: Origin
) -> PullQuoteBlock:
    """A pull quote between rules of a width, points."""
    grid, design = setter.layout.grid, setter.layout.pull_quote
    prepared = _fitted(prepared, width, setter.style(ROLE))
    style = prepared.style
    # loaded by the issues that have one
    from layouts.text.phrases import WholeParts

    lines = setter.heading(prepared, width / style.size, style.max_lines, WholeParts.PHRASES)
    height = (max(1, len(lines)) - 1) * style.leading + style.size + 2 * design.padding
    rows = math.ceil((height + grid.leading - grid.size) / grid.leading + 2 * AIR - EPSILON)
    if rows > grid.rows:
        setter.report_overset(prepared.string, origin.source)
    return PullQuoteBlock(prepared, lines, origin, rows, height, inset, width)


def _fitted(prepared: Prepared, width: float, style: Style) -> Prepared:
    """The words in their style, or a little smaller where only then its phrases have a line each,
    points.
    """
    # loaded by the issues that have one
    from layouts.text.phrases import phrases

    spans = list(phrases(prepared.string))
    widest = max((content_width(prepared, *span) for span in spans), default=0.0) * style.size
    if len(spans) > 1 and LEAST_SCALE * widest <= width < widest:
        # a hair less, or rounding would leave a line wider than its slot
        style = replace(style, size=style.size * width / widest * 0.9999)
    # in em nothing changes
    return prepared if prepared.style == style else replace(prepared, style=style)


def quote_across(quote: PullQuoteBlock, width: float, setter: Setter) -> PullQuoteBlock:
    """A pull quote over some columns, their width in points, that stands apart from its
    paragraph.
    """
    inset = min(setter.layout.pull_quote.inset * setter.layout.grid.size, width / 4)
    across = _set(quote.prepared, width - 2 * inset, inset, setter, quote.origin)
    across.framed = True
    return across


class QuoteFloat(Struct, frozen=True):
    """A pull quote that text runs round."""

    quote: PullQuoteBlock
    side: Side
    line: int
    clearance: Clearance

    @property
    def width(self) -> float:
        """The width of its frame, points."""
        return self.quote.width

    @property
    def rows(self) -> int:
        """The rows it takes."""
        return self.quote.rows

    def shape(self, x: float, y: float, leading: float) -> Polygon:
        """What text beside it keeps clear of: its frame."""
        return framed(self, x, y, leading)

    def draw(self, page: Page, setter: Setter, x: float, y: float) -> None:
        """Draw its words between their rules."""
        grid, origin = setter.layout.grid, self.quote.origin
        height = self.rows * grid.leading - (grid.leading - grid.size)
        page.areas.append(BoxArea(x, y, self.width, height, origin.article, origin.paragraph))
        self.quote.draw(page, setter, x, y, at_top=False)


def quote_alone(quote: QuoteFloat, setter: Setter) -> PullQuoteBlock:
    """A pull quote beside which no text will stand, over its column."""
    over = _over_column(quote.quote.prepared, setter, quote.quote.origin)
    over.framed = True
    return over


def quote_float(
    quote: PullQuote, text: Text, setter: Setter, origin: Origin
) -> QuoteFloat | PullQuoteBlock:
    """A pull quote as a float; alone on rows of its column where that leaves text beside it too
    little room, or is shorter than it.
    """
    grid, design, style = setter.layout.grid, setter.layout.pull_quote, setter.style(ROLE)
    if quote.between and grid.columns == 1:
        return pull_quote_block(text, setter, origin)
    asked = min((quote.width or design.width) * grid.size, grid.column_width)
    standoff = setter.layout.box.standoff * grid.size
    taken = asked + standoff
    if quote.between:
        taken = (asked - grid.gutter) / 2 + standoff
    elif quote.side is Side.BOTH:
        taken = (grid.column_width + asked) / 2 + standoff
    if grid.column_width - taken < setter.layout.photo.min_slot * grid.size - EPSILON:
        return pull_quote_block(text, setter, origin)
    prepared = setter.prepare(text, style, origin.source)
    block = _set(prepared, asked, 0.0, setter, origin)
    side = Side.LEFT if quote.side is Side.NONE else quote.side
    return QuoteFloat(block, side, quote.line, Clearance(standoff, 0.0, standoff, 0.0))
