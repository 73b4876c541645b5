"""The texts of a box, measured once, and their lines in a frame of some width."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from msgspec import Struct

from layouts.flow.floats import Clearance
from layouts.flow.setting import LEAST_MEASURE, Origin, Setter
from layouts.geometry import EPSILON
from layouts.house.layout import BoxLook
from layouts.house.text_style import Style
from layouts.issue.sidebar import Sidebar, is_title
from layouts.issue.text import Text
from layouts.text.line_room import Broken
from layouts.text.prepare import Prepared

LEAST_INSIDE = 8.0
"""Em of its text: a column of a box is no narrower, or there is one less."""

TITLE_LINES = 4
"""Lines up to which the title of a box is balanced."""


class BoxText(NamedTuple):
    """A text of a box, measured, and what it came from; `is_title` the first of a titled one."""

    prepared: Prepared
    origin: Origin
    is_title: bool


class BoxContent(Struct, frozen=True):
    """A box whose texts are measured, not yet broken to any width."""

    box: Sidebar
    look: BoxLook
    texts: tuple[BoxText, ...]
    article: int
    paragraph: int


class BoxLine(NamedTuple):
    """A broken line of a box: its text, how far it is indented (points)."""

    text: BoxText
    broken: Broken
    indent: float


class Inside(Struct, frozen=True):
    """Where text stands inside a frame: from its left edge on, so wide, in so many columns a
    `measure` (em of the text) wide and `gutter` (points) apart.
    """

    left: float
    width: float
    columns: int
    measure: float
    gutter: float


class BoxLines(Struct, frozen=True):
    """The lines of a box broken to a width (points); text beside it keeps `clearance`."""

    content: BoxContent
    width: float
    clearance: Clearance
    inside: Inside
    title: tuple[BoxLine, ...]
    lines: tuple[BoxLine, ...]


def box_content(
    box: Sidebar, texts: Sequence[Text], article: int, paragraph: int, setter: Setter
) -> BoxContent:
    """Measure the texts of a box; `texts` are its paragraphs with the signs of their notes."""
    look = setter.layout.box.look(box.kind)
    found: list[BoxText] = []
    for part, text in enumerate(texts):
        title = is_title(box, part)
        style = _title_style(look, setter) if title else _text_style(look, setter)
        origin = Origin(style.name, article, paragraph, box.source, part)
        prepared = setter.prepare(text, style, box.source, hyphenate=not title)
        found.append(BoxText(prepared, origin, title))
    return BoxContent(box, look, tuple(found), article, paragraph)


def _title_style(look: BoxLook, setter: Setter) -> Style:
    return setter.style(look.title_style or "box-title")


def _text_style(look: BoxLook, setter: Setter) -> Style:
    return setter.style(look.text_style or "box")


def box_lines(content: BoxContent, width: float, setter: Setter) -> BoxLines:
    """Break the texts of a box to a frame of some width, points."""
    style = _text_style(content.look, setter)
    inside = _inside(content, width, style, setter.layout.box.gutter)
    title: list[BoxLine] = []
    lines: list[BoxLine] = []
    for text in content.texts:
        if text.is_title:
            title += _title_lines(text, inside.width, setter)
        else:
            lines += _text_lines(text, inside.measure, setter)
    standoff = setter.layout.box.standoff * setter.layout.grid.size
    clearance = Clearance(standoff, 0.0, standoff, 0.0)
    return BoxLines(content, width, clearance, inside, tuple(title), tuple(lines))


def _inside(content: BoxContent, width: float, style: Style, gutter: float) -> Inside:
    """Where text stands in a frame: whole em of it where they fit, what is left shared between both
    sides.
    """
    look, size = content.look, style.size
    before = max(look.bar, look.frame) + look.padding_side
    room = max(LEAST_MEASURE * size, width - before - look.frame - look.padding_side)
    columns = content.box.columns
    while columns > 1 and (room / size - (columns - 1) * gutter) / columns < LEAST_INSIDE:
        columns -= 1
    measure = math.floor((room / size - (columns - 1) * gutter) / columns + EPSILON)
    measure = measure if measure >= LEAST_MEASURE else room / size
    taken = (columns * measure + (columns - 1) * gutter) * size
    # a little more beside wide columns rather than a text that is off the middle
    return Inside(before + (room - taken) / 2, taken, columns, measure, gutter * size)


def _title_lines(text: BoxText, width: float, setter: Setter) -> list[BoxLine]:
    measure = width / text.prepared.style.size
    broken = setter.heading(text.prepared, measure, TITLE_LINES)
    return [BoxLine(text, line, 0.0) for line in broken]


def _text_lines(text: BoxText, measure: float, setter: Setter) -> list[BoxLine]:
    style = text.prepared.style
    indent = min(style.indent, max(0.0, measure - LEAST_MEASURE))
    broken = setter.paragraph(text.prepared, measure, indent)
    return [BoxLine(text, line, 0.0 if k else indent * style.size) for k, line in enumerate(broken)]
