"""Boxes and pull quotes that text runs round, set for where they stand: loaded with the first of
them.
"""

from __future__ import annotations

from collections.abc import Sequence

from layouts.flow.apart_boxes import ApartBox, apart_box, apart_quote
from layouts.flow.box_lines import BoxLines, box_content
from layouts.flow.box_parts import box_fits
from layouts.flow.floats import BetweenColumns, FloatBlock
from layouts.flow.pull_quote import (
    PullQuoteBlock,
    QuoteFloat,
    pull_quote_block,
    quote_alone,
    quote_float,
)
from layouts.flow.setting import Origin, Setter
from layouts.flow.sidebar import SidebarBlock, box_alone, box_block
from layouts.issue.article import PullQuote
from layouts.issue.photo import PhotoPlace
from layouts.issue.sidebar import Sidebar
from layouts.issue.text import Text


def set_box(
    box: Sidebar,
    texts: Sequence[Text],
    article: int,
    index: int,
    setter: Setter,
    note_rows: int = 0,
) -> SidebarBlock | ApartBox | BoxLines:
    """A box of these texts: beside text, apart from it, or its lines where no column holds it
    whole over `note_rows`, those of notes on its words. One that no column holds even in parts is
    a finding that stops an export.
    """
    grid = setter.layout.grid
    content = box_content(box, texts, article, index, setter)
    if box.place is not PhotoPlace.TEXT:
        apart = apart_box(content, box.place, box.across, setter)
        if apart is not None:
            return apart
    made = box_block(content, setter)
    if made.rows + note_rows <= grid.rows:
        return made
    fits = box_fits(made.whole, grid)
    if made.rows <= grid.rows and not fits:
        return made
    if not fits:
        setter.report_overset(texts[0].string, box.source)
    return made.whole


def set_quote(
    quote: PullQuote, text: Text, setter: Setter, origin: Origin
) -> QuoteFloat | BetweenColumns | ApartBox | PullQuoteBlock:
    """A pull quote that says where it stands; alone where it has no room there."""
    if quote.place is not PhotoPlace.TEXT:
        block = pull_quote_block(text, setter, origin)
        apart = apart_quote(block, quote.place, quote.across, setter)
        block.framed = apart is None
        return apart or block
    made = quote_float(quote, text, setter, origin)
    if isinstance(made, PullQuoteBlock):
        made.framed = True
    return BetweenColumns(made) if quote.between and isinstance(made, QuoteFloat) else made


def alone(block: FloatBlock, setter: Setter) -> FloatBlock | PullQuoteBlock:
    """What stands without text beside it: boxes and pull quotes over the column."""
    if isinstance(block, SidebarBlock):
        over = box_alone(block.whole.content, setter)
        return over if over.rows <= setter.layout.grid.rows else block
    inner = block.inner if isinstance(block, BetweenColumns) else block
    return quote_alone(inner, setter) if isinstance(inner, QuoteFloat) else block
