"""Notes on words (注释): their signs in the text, and their words as lines under a rule, in type
of their own on whole rows of the grid: at the end of the article, or at the foot of a column.
"""

from __future__ import annotations

import math
from typing import Final, NamedTuple

from msgspec import Struct, field

from layouts.errors import Source
from layouts.flow.setting import LEAST_MEASURE, Origin, Setter
from layouts.geometry import EPSILON
from layouts.house.layout import Grid, Layout
from layouts.house.text_style import Style
from layouts.issue.notes import CIRCLED, sign
from layouts.issue.text import Mark, MarkKind, Text
from layouts.page.item import Rule
from layouts.page.page import Page
from layouts.text.breaking import break_lines
from layouts.text.line_room import Broken
from layouts.text.prepare import Prepared

ROLE: Final = "endnote"

RULE_AIR: Final = 0.6
"""From that rule to the first note's characters, em of the notes."""


ROUND: Final = len(CIRCLED)
"""So many figures there are in circles."""


def foot_sign(number: int) -> str:
    """The sign of note `number`, from 1, on its page, or as long as no page is known: all are an em
    wide, so that another number moves no line. After ㊿ come bare figures, two as wide as one in a
    circle.
    """
    return CIRCLED[number - 1] if number <= ROUND else str(number)


class Noted(Struct):
    """Counts the notes of one article: `texts` are their words in order. Those that are to stand at
    the foot of a page are numbered when it is known.
    """

    texts: list[str] = field(default_factory=list)
    at_foot: bool = False

    def numbered(self, text: Text) -> Text:
        """A text whose notes have their signs for their words, in the order in which they are come
        upon.
        """
        notes = [k for k, mark in enumerate(text.marks) if mark.kind is MarkKind.NOTE]
        if not notes:
            return text
        marks = list(text.marks)
        for k in sorted(notes, key=lambda k: _end(text.marks[k])):
            self.texts.append(str(marks[k].value))
            sign_of = foot_sign if self.at_foot else sign
            marks[k] = marks[k]._replace(value=sign_of(len(self.texts)))
        return Text(text.string, tuple(marks))


def _end(mark: Mark) -> tuple[int, int]:
    return mark.end, mark.start


def at_foot(layout: Layout) -> bool:
    """Whether notes stand at the foot of pages: where the layout wants it and a third of a column
    holds some lines of them, so that text has room above them.
    """
    if layout.notes.place != "page":
        return False
    return lines_in(layout.grid.rows // 3, layout.styles[ROLE], layout.grid) >= LEAST_AT_FOOT


LEAST_AT_FOOT = 4
"""Lines of notes that a third of a column holds at least where they stand at its foot."""


class NoteLine(Struct, frozen=True):
    """A line of a note and what it is of; it stands `indent` em from the left."""

    prepared: Prepared
    broken: Broken
    origin: Origin
    indent: float


class NotesBlock(Struct):
    """The notes of an article as lines, one under the other at `style.leading`."""

    lines: list[NoteLine]
    style: Style


def set_notes(noted: Noted, setter: Setter, article: int, source: Source) -> list[list[NoteLine]]:
    """The lines of each note of an article, set as the layout has notes; reported where no column
    holds a line of them.
    """
    grid, style = setter.layout.grid, setter.style(ROLE)
    if rows_of(1, style, grid) > grid.rows:
        setter.report_overset(noted.texts[0], source)
    of = NotesOf(noted, setter, article, source)
    return [set_note(of, part, grid.column_width) for part in range(len(noted.texts))]


class NotesOf(NamedTuple):
    """The notes of article `article`, counted so far, and what sets them."""

    noted: Noted
    setter: Setter
    article: int
    source: Source


def set_note(of: NotesOf, part: int, width: float, wide_lines: int | None = None) -> list[NoteLine]:
    """The lines of note `part`, from 0, over so many points; only the first `wide_lines` of them
    where it goes on in columns.
    """
    setter = of.setter
    style, column = setter.style(ROLE), setter.layout.grid.column_width
    measure, narrow = width / style.size, column / style.size
    hanging = setter.layout.notes.turnover == "hanging"
    most = max(0.0, min(measure, narrow) - LEAST_MEASURE)
    indent, inset = (0.0, min(HANGING, most)) if hanging else (min(style.indent, most), 0.0)
    begins = (foot_sign if of.noted.at_foot else sign)(part + 1)
    # a typed space behind figures would be none beside Hanzi
    gap = "\u00a0" if begins.isdecimal() else " "
    prepared = setter.prepare(Text(f"{begins}{gap}{of.noted.texts[part]}"), style, of.source)
    origin = Origin(ROLE, of.article, None, of.source, part)
    if wide_lines is None:
        broken = setter.paragraph(prepared, measure - inset, indent - inset)
    else:

        def room(k: int) -> float:
            return (measure if k < wide_lines else narrow) - (inset if k else indent)

        broken = break_lines(prepared, room)
    return [
        NoteLine(prepared, line, origin, inset if k else indent) for k, line in enumerate(broken)
    ]


HANGING: Final = 1.5
"""What hanging lines stand in, em: the sign and the typed space after it."""


def height(count: int, style: Style) -> float:
    """What some lines and the rule over them take, points."""
    return (RULE_AIR + 1.0) * style.size + (count - 1) * style.leading if count else 0.0


def rows_of(count: int, style: Style, grid: Grid) -> int:
    """The rows of the grid that some lines take; the air over them reaches into the line gap
    before, a whole one is left under them.
    """
    gap = grid.leading - grid.size
    return (
        math.ceil((AIR * grid.size + height(count, style) + gap / 2) / grid.leading - EPSILON)
        if count
        else 0
    )


AIR: Final = 0.5
"""Between the text and the rule, em of the text; the line gap is beside it."""


def lines_in(rows: int, style: Style, grid: Grid) -> int:
    """How many lines of notes so many rows hold."""
    count = 0
    while rows_of(count + 1, style, grid) <= rows:
        count += 1
    return count


def draw_notes(
    block: NotesBlock, lines: list[NoteLine], top: float, left: float, page: Page, setter: Setter
) -> None:
    """Draw some lines of notes under their rule; `top` is that of their first row's characters."""
    grid, style = setter.layout.grid, block.style
    # up into the line gap over the first row
    y = top + AIR * grid.size - (grid.leading - grid.size) / 2
    baseline = y + RULE_AIR * style.size + grid.rise(style.size)
    draw_lines(lines, style, baseline, left, page, setter)


def first_baseline(count: int, end: int, style: Style, grid: Grid) -> float:
    """The first baseline of some lines that stand at the foot of a column that ends before row
    `end`: the last of them level with the characters of its last row.
    """
    below = style.size - grid.rise(style.size)
    return grid.row_top(end - 1) + grid.size - below - (count - 1) * style.leading


def draw_lines(
    lines: list[NoteLine], style: Style, baseline: float, left: float, page: Page, setter: Setter
) -> None:
    """Draw some lines of notes from the first one's baseline on, their rule over them."""
    grid, design = setter.layout.grid, setter.layout.notes
    y = baseline - grid.rise(style.size) - RULE_AIR * style.size
    if design.rule:
        right = left + design.rule_length * grid.column_width
        page.rules.append(Rule(left, y, right, y, design.rule, style.ink))
    for line in lines:
        x = left + line.indent * style.size
        setter.draw(page, line.prepared, line.broken, x, baseline, line.origin, style.align)
        baseline += style.leading
