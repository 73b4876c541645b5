"""Notes (尾注): their signs in the text, and their words at the end of the article, in type of
their own on whole rows of the grid.
"""

from __future__ import annotations

import math
from typing import Final

from msgspec import Struct, field
from msgspec.structs import replace

from layouts.errors import Source
from layouts.flow.setting import LEAST_MEASURE, Origin, Setter
from layouts.geometry import EPSILON
from layouts.house.layout import Grid
from layouts.house.text_style import Align, Style
from layouts.issue.text import Mark, Text
from layouts.page.item import Rule
from layouts.page.page import Page
from layouts.text.line_room import Broken
from layouts.text.prepare import Prepared
from layouts.text.treatment import Treatment, treated

ROLE: Final = "endnote"

_CIRCLED: Final = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿"

RULE_WIDTH: Final = 0.4
RULE_LENGTH: Final = 0.25
"""The rule above the notes (注线): points thick, and so much of the column long."""

RULE_AIR: Final = 0.6
"""From that rule to the first note's characters, em of the notes."""


def sign(number: int) -> str:
    """The sign of note `number`, from 1: a figure in a circle, in brackets where there is none with
    it.
    """
    return _CIRCLED[number - 1] if number <= len(_CIRCLED) else f"〔{number}〕"


class Noted(Struct):
    """Counts the notes of one article: `texts` are their words in order."""

    texts: list[str] = field(default_factory=list)

    def numbered(self, text: Text) -> Text:
        """A text whose notes have their signs for their words, in the order in which they are come
        upon.
        """
        notes = sorted(treated(text, Treatment.NOTE), key=_end)
        if not notes:
            return text
        signs: dict[Mark, str] = {}
        for mark in notes:
            self.texts.append(str(mark.value))
            signs[mark] = sign(len(self.texts))
        return Text(
            text.string,
            tuple(
                mark._replace(value=signs[mark]) if mark in signs else mark for mark in text.marks
            ),
        )


def _end(mark: Mark) -> tuple[int, int]:
    return mark.end, mark.start


class NoteLine(Struct, frozen=True):
    """A line of a note and what it is of; the first of a note stands `indent` em from the left."""

    prepared: Prepared
    broken: Broken
    origin: Origin
    indent: float


class NotesBlock(Struct):
    """The notes of an article as lines, one under the other at `style.leading`."""

    lines: list[NoteLine]
    style: Style


def notes_block(texts: list[str], setter: Setter, article: int, source: Source) -> NotesBlock:
    """Set the notes of an article in the style of captions, as paragraphs."""
    grid, style = setter.layout.grid, setter.style("caption")
    style = replace(style, name=ROLE, align=Align.JUSTIFY)
    measure = grid.column_width / style.size
    indent = min(INDENT, max(0.0, measure - LEAST_MEASURE))
    lines: list[NoteLine] = []
    for part, words in enumerate(texts):
        string = f"{sign(part + 1)} {words}"
        prepared = setter.prepare(Text(string), style, source)
        origin = Origin(ROLE, article, None, source, part)
        broken = setter.paragraph(prepared, measure, indent)
        lines += [
            NoteLine(prepared, line, origin, 0.0 if k else indent) for k, line in enumerate(broken)
        ]
    return NotesBlock(lines, style)


INDENT: Final = 2.0
"""Notes are paragraphs: their first lines stand in by two em."""


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
    page.rules.append(
        Rule(left, y, left + RULE_LENGTH * grid.column_width, y, RULE_WIDTH, style.ink)
    )
    baseline = y + RULE_AIR * style.size + grid.rise(style.size)
    for line in lines:
        x = left + line.indent * style.size
        setter.draw(page, line.prepared, line.broken, x, baseline, line.origin, style.align)
        baseline += style.leading
