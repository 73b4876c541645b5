"""Caption and credit of a photo that stands apart: under it, over it, or on a ground of their own
where it goes over the foot of its page.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from layouts.flow.credits import LyingCredit, draw_lying, lying_credit
from layouts.flow.photo_captions import CAPTION_GIVES, LONG_CAPTION, caption_lines
from layouts.flow.setting import Origin, Setter
from layouts.house.text_style import Align
from layouts.issue.parts import CREDIT as CREDIT_PART
from layouts.issue.photo import Photo
from layouts.page.bleeding import EdgeBox
from layouts.page.item import CREDIT, Ink, Rule
from layouts.page.page import Page
from layouts.text.line_room import Broken
from layouts.text.prepare import Prepared

if TYPE_CHECKING:
    from layouts.flow.own_notes import OwnNotes

PAPER = Ink("paper", (1.0, 1.0, 1.0), (0.0, 0.0, 0.0, 0.0))
"""The ground of words that stand on a photo."""

PADDING = 0.7
"""Of such a ground round its words, times the size of a caption."""

NARROW = 0.6
"""The most of the type area that a ground takes across."""


class ApartWords(NamedTuple):
    """Caption and credit, broken to `measure` points. Either may be missing."""

    photo: Photo
    caption: Prepared | None
    lines: list[Broken]
    measure: float
    credit: LyingCredit | None
    height: float


def apart_words(photo: Photo, measure: float, setter: Setter) -> ApartWords | None:
    """The words of a photo, broken to so many points; None where it has none."""
    caption = None
    if photo.caption.string.strip():
        caption = setter.prepare(photo.caption, setter.style("caption"), photo.source)
    lines, _ = caption_lines(caption, measure, setter)
    caption = caption if lines else None
    last = lines[-1].content * caption.style.size if caption is not None else 0.0
    alone = len(lines) > LONG_CAPTION
    credit = None
    if photo.credit.strip():
        credit = lying_credit(photo, measure, 0.0 if alone else last, setter)
    elif caption is None:
        return None
    height = len(lines) * caption.style.leading if caption is not None else 0.0
    height += credit.height if credit is not None else 0.0
    return ApartWords(photo, caption, lines, measure, credit, height)


def rows_of(words: ApartWords | None, setter: Setter) -> int:
    """The rows of the grid that words take under or over their photo."""
    if words is None:
        return 0
    design, grid = setter.layout.photo, setter.layout.grid
    return math.ceil((design.caption_gap + words.height) / grid.leading - CAPTION_GIVES)


def inked_height(words: ApartWords, setter: Setter) -> float:
    """How high words are, points: the leading of the last line is none of theirs."""
    style = setter.style("caption")
    return words.height - (style.leading - style.size)


def ground_of(words: ApartWords, setter: Setter, notes: OwnNotes | None = None) -> EdgeBox:
    """The ground under words, and the notes on them, at the left of the type area's foot, counted
    from its top left.
    """
    grid, style = setter.layout.grid, setter.style("caption")
    pad = PADDING * style.size
    wide = max((line.content * style.size for line in words.lines), default=0.0)
    if words.credit is not None:
        size = words.credit.prepared.style.size
        credit = max((line.content * size for line in words.credit.lines), default=0.0)
        wide = words.measure if words.credit.shares else max(wide, credit)
    below = notes.height(setter) if notes is not None else 0.0
    wide = words.measure if below else wide
    top = grid.area_height - inked_height(words, setter) - below - 2 * pad
    return EdgeBox(0.0, top, min(wide, words.measure) + 2 * pad, grid.area_height)


def draw_ground(box: EdgeBox, page: Page, x: float, y: float) -> None:
    """A ground over a photo: grounds lie under photos, strokes over them."""
    middle = y + (box.top + box.bottom) / 2
    page.rules.append(
        Rule(x + box.left, middle, x + box.right, middle, box.bottom - box.top, PAPER)
    )


def draw_words(
    words: ApartWords,
    origin: Origin,
    page: Page,
    setter: Setter,
    at: tuple[float, float],
    align: Align,
) -> None:
    """Put words on the page, the top left of their measure at a point."""
    x, top = at
    caption, last = words.caption, top
    if caption is not None:
        style = caption.style
        long = len(words.lines) > LONG_CAPTION
        for broken in words.lines:
            last = top + setter.layout.grid.rise(style.size)
            by = Align.JUSTIFY if long else align
            setter.draw(page, caption, broken, x, last, origin, by)
            top += style.leading
    credit = words.credit
    if credit is None:
        return
    rise = setter.layout.grid.rise(credit.prepared.style.size)
    baseline = last if credit.shares else top + rise
    side = Align.RIGHT if credit.shares or align is Align.CENTER else align
    source = origin._replace(role=CREDIT, part=CREDIT_PART)
    draw_lying(credit, (x, words.measure, baseline), source, side, page, setter)
