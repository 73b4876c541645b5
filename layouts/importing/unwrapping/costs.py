"""The costs of the model, in nats: −ln of how often text of the kind has it.

They were set by what newsletters have, not fitted to a file; a nat more or less moves little, since
most line ends are told by several of them.
"""

from __future__ import annotations

from math import log
from typing import Final

from layouts.importing.unwrapping.marks import LineEnd, LineStart

INNER_END: Final = {
    LineEnd.OTHER: 0.25,
    LineEnd.STOP: 3.4,
    LineEnd.CLOSE: 3.2,
    LineEnd.COLON: 4.2,
    LineEnd.SEMICOLON: 4.0,
    LineEnd.COMMA: 2.2,
    LineEnd.OPEN: 5.0,
}
"""What the last character of a line costs that goes on: any of the text's, a mark one time in
five."""

LAST_END: Final = {
    LineEnd.OTHER: 4.5,
    LineEnd.STOP: 0.15,
    LineEnd.CLOSE: 2.8,
    LineEnd.COLON: 2.8,
    LineEnd.SEMICOLON: 2.8,
    LineEnd.COMMA: 7.5,
    LineEnd.OPEN: 10.0,
}
"""What it costs at the end of a paragraph of several lines: nearly all end with a full stop."""

SINGLE_END: Final = {
    LineEnd.OTHER: 4.0,
    LineEnd.STOP: 0.6,
    LineEnd.CLOSE: 2.4,
    LineEnd.COLON: 2.4,
    LineEnd.SEMICOLON: 2.4,
    LineEnd.COMMA: 6.0,
    LineEnd.OPEN: 9.0,
}
"""What it costs at the end of a paragraph of one line."""

HEADING_END: Final = 1.4
"""In place of `SINGLE_END[OTHER]` for a line without clause marks: titles, names, addresses."""

HEADING_LAST: Final = 3.3
"""In place of `LAST_END[OTHER]` for a last line without clause marks: a title of two lines."""

MARK_EVERY: Final = 14.0
"""Em of running text from one mark to the next. A line of prose without any has so much the less
chance; a heading has none."""

BRACKETED_END: Final = 0.8
"""A line that stands in brackets wholly is a by-line or a section's name."""

FIRST_START: Final = {
    LineStart.OTHER: 0.5,
    LineStart.FORBIDDEN: 9.0,
    LineStart.LABEL: 1.8,
    LineStart.LEAD: 1.8,
    LineStart.SMALL_LETTER: 5.0,
}
"""What a line's beginning costs where it begins a paragraph."""

NEXT_START: Final = {
    LineStart.OTHER: 0.1,
    LineStart.FORBIDDEN: 4.0,
    LineStart.LABEL: 5.6,
    LineStart.LEAD: 3.0,
    LineStart.SMALL_LETTER: 2.5,
}
"""What it costs where the line goes on; good setting never begins one with a closing mark."""

PARTED_NUMBER: Final = 3.0
"""A paragraph that ends with a digit and one that begins with one, without anything between."""

PARTED_WORD: Final = 2.0
"""The same of Latin letters."""

OPEN_BRACKET: Final = 6.0
"""A paragraph that ends inside brackets which the next lines close."""

STANDS_ALONE: Final = 9.0
"""A rule, or the row of a table, that is joined to something."""

FULL_LINE: Final = 0.3
"""A line exactly as wide as the measure, where nothing keeps it from being so."""

FULL_LINE_BEFORE_WORD: Final = 0.7
"""The same before a word that could not be broken: it is as often shorter."""

OFF_MEASURE: Final = 1.6
"""A line that is wider, or had room for more: justified text copied with what was pushed in."""

OFF_MEASURE_EM: Final = 2.2
"""That for each em of it."""

MOST_OFF: Final = 14.0
"""No line end costs more by its width alone."""

HANGING: Final = 1.0
"""By how much a mark at its end may make a line wider (悬挂, 标点挤压)."""

HANGING_COST: Final = 1.0
"""What such a line costs beyond a full one."""

LATIN_TOLERANCE: Final = 0.25
"""Em that each passage from Hanzi to Latin may be off: Word sets a quarter em there, as a space, or
as nothing that is copied (CLREQ 3.2.2)."""

LETTER_TOLERANCE: Final = 0.04
"""Em that each narrow character may be off: letters of a Latin face are not half an em wide."""

MARK_TOLERANCE: Final = 0.06
"""Em that each mark may be off: a justified line squeezes them (CLREQ 3.1.6.1)."""

MOST_TOLERANCE: Final = 3.0

LAST_WIDTH: Final = 1.4
"""A last line has any width up to the measure: ln(1.4 × measure), as widths are whole em, and some
halves.
"""

FREE_LINE: Final = 4.8
"""A line outside wrapped text: any width up to ln⁻¹ 4.8 = 120 em."""

NEW_MEASURE_AT_START: Final = 3.5
"""Another measure from a paragraph's start on: beside a photo, under a title."""

NEW_MEASURE_WITHIN: Final = 5.0
"""Another measure inside a paragraph: a photo begins or ends."""

HIDDEN_INDENT: Final = 2.0
"""Em by which a first line is shorter whose indent was lost in copying."""

STRONGEST_HABIT: Final = 7.0
"""What the habits of a text (blank lines, indents) may say at most about one line end."""

HABIT_DOUBT: Final = 0.5
"""Line ends that are added to each count of a habit (Jeffreys' prior)."""


def unmarked_cost(width: float) -> float:
    """What it costs that a line so wide goes on without a mark inside or at its end."""
    return width / MARK_EVERY


def share_cost(share: float) -> float:
    """−ln of a share, kept from the ends."""
    return -log(min(max(share, 0.02), 0.98))
