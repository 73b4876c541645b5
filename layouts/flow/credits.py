"""Who took a photo (摄影): small, beside it, characters upright one under the other down to its
foot; on a line under the photo where that cannot be.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from typing import NamedTuple

from msgspec import Struct

from layouts.flow.floats import Clearance
from layouts.flow.setting import Origin, Setter
from layouts.geometry import EPSILON
from layouts.house.layout import Layout
from layouts.house.text_style import Align, Style
from layouts.issue.photo import Photo, Side, Wrap
from layouts.issue.text import Text
from layouts.page.item import CREDIT, Line, Parted
from layouts.page.page import Page
from layouts.text.line_room import Broken, content_width
from layouts.text.prepare import Prepared

GAP = 3.0
"""Points between a photo and the credit beside it."""

CLEAR = 0.5
"""Em of the body between a credit and the text beside it, at least."""

BETWEEN = 1.0
"""Between a caption and the credit on its line, times the size of the credit."""

PITCH = 1.08
"""From one character to the next, times their size."""

BLANK = 0.5
"""What a space takes, times the size."""

MOST_BALANCED = 6
"""Lines of a credit under a narrow photo that are balanced; more are broken as a paragraph."""

MOST_UPRIGHT = 4
"""Letters or digits of a word that are set one under the other; a longer word lies on a line."""

_WORD = re.compile(r"[0-9A-Za-z\u00c0-\u024f]+")

_CELLS = re.compile(
    r"\s+|[0-9A-Za-z\u00c0-\u024f]+|\S[\u0300-\u036f\ufe00-\ufe0f\U000e0100-\U000e01ef]*"
)
"""Spaces, words of Latin letters or digits, and every other character with what belongs to it."""


class CreditCell(Struct, frozen=True):
    """What of a credit stands in one place: its text measured, the offset where it begins, those of
    the spaces before it, and how far below the top of the first its own top is, points.
    """

    prepared: Prepared
    content: float
    start: int
    gone: tuple[int, ...]
    top: float


class StackedCredit(Struct, frozen=True):
    """A credit whose characters stand one under the other: `height` and `width` in points."""

    text: str
    cells: tuple[CreditCell, ...]
    size: float
    height: float

    @property
    def width(self) -> float:
        """What it takes beside its photo."""
        return self.size


class LyingCredit(Struct, frozen=True):
    """A credit on lines under its photo, at the right: on the caption's last line where it `shares`
    it.
    """

    shares: bool
    prepared: Prepared
    lines: list[Broken]

    @property
    def height(self) -> float:
        """What its own lines take, points."""
        return 0.0 if self.shares else len(self.lines) * self.prepared.style.leading


PhotoCredit = StackedCredit | LyingCredit


def lying_credit(photo: Photo, width: float, caption: float, setter: Setter) -> LyingCredit:
    """A photo's credit under its frame of some width, where the last line of its caption, in the
    middle, takes so much; points.
    """
    style = setter.style(CREDIT)
    prepared = setter.prepare(Text(photo.credit), style, photo.source)
    measure, content = width / style.size, content_width(prepared, 0, len(prepared.string))
    if content > MOST_BALANCED * measure:
        lines = setter.paragraph(prepared, measure)
    else:
        lines = setter.heading(prepared, measure, MOST_BALANCED) if prepared.string else []
    needed = (content + BETWEEN) * style.size
    return LyingCredit(caption > 0 and needed <= (width - caption) / 2, prepared, lines)


def credit_room(layout: Layout) -> float:
    """How far from a photo text beside it stands where a credit stands between them, points."""
    return GAP + layout.styles[CREDIT].size + CLEAR * layout.grid.size


def stands_beside(photo: Photo, height: float, layout: Layout) -> bool:
    """Whether a photo has a credit that can stand beside a frame so many points high, as far as its
    characters are counted.
    """
    pieces = _CELLS.findall(photo.credit.strip())
    count = sum(BLANK if one.isspace() else len(one) for one in pieces)
    # along a contour text comes nearer than the frame
    near = photo.wrap is Wrap.BOX and count * PITCH * layout.styles[CREDIT].size <= height
    return bool(pieces) and near and not any(_is_long(one) for one in pieces)


def _is_long(piece: str) -> bool:
    """Whether it is a word that is not set letter by letter."""
    return len(piece) > MOST_UPRIGHT and _WORD.fullmatch(piece) is not None


def stacked_credit(photo: Photo, setter: Setter, room: float) -> StackedCredit | None:
    """A photo's credit to be set beside it, `room` points high; None where it has none, where it is
    too long, and where a word in it is not to be set letter by letter.
    """
    text = photo.credit
    if not text.strip():
        return None
    style = setter.style(CREDIT)
    cells: list[CreditCell] = []
    top, gone = 0.0, tuple[int, ...]()
    for start, string in _pieces(text, setter, style):
        if string.isspace():
            gone += tuple(range(start, start + len(string)))
            top += BLANK * style.size if cells else 0.0
            continue
        prepared = setter.prepare(Text(string), style, photo.source)
        content = content_width(prepared, 0, len(prepared.string))
        if content > PITCH:
            return None
        cells.append(CreditCell(prepared, content, start - len(gone), gone, top))
        top, gone = top + PITCH * style.size, ()
    height = cells[-1].top + style.size
    return StackedCredit(text.strip(), tuple(cells), style.size, height) if height <= room else None


def _pieces(text: str, setter: Setter, style: Style) -> Iterator[tuple[int, str]]:
    """What stands one under the other, and where in the text: a short word in one place where it
    is no wider than a Hanzi.
    """
    for found in _CELLS.finditer(text):
        word = found.group()
        apart = word.isalnum() and 1 < len(word) <= MOST_UPRIGHT
        if apart and setter.natural_width(Text(word), style) > PITCH * style.size:
            yield from ((found.start() + k, letter) for k, letter in enumerate(word))
        else:
            yield found.start(), word


def credit_beside(
    photo: Photo, side: Side, frame: tuple[float, float], clearance: Clearance, setter: Setter
) -> tuple[StackedCredit | None, Clearance]:
    """The credit of a photo whose frame has this width and height (points), to be set beside it
    where the text is, and how far text keeps away then.

    None where there is none, and where it has no room: it lies on a line under the photo then.
    """
    if not stands_beside(photo, frame[1], setter.layout):
        return None, clearance
    credit = stacked_credit(photo, setter, frame[1])
    grid = setter.layout.grid
    if credit is None:
        return None, clearance
    if side is Side.NONE:
        free = (grid.column_width - frame[0]) / 2
        return (credit if GAP + credit.width <= free else None), clearance
    needed = credit_room(setter.layout)
    around = (
        clearance._replace(left=max(clearance.left, needed))
        if side is Side.RIGHT
        else clearance._replace(right=max(clearance.right, needed))
    )
    return (credit, around) if has_slot(side, frame[0], around, setter) else (None, clearance)


def has_slot(side: Side, width: float, around: Clearance, setter: Setter) -> bool:
    """Whether text finds room beside a frame in its column."""
    grid = setter.layout.grid
    free = grid.column_width - width
    if side is Side.BOTH:
        free = (free - around.left - around.right) / 2
    else:
        free -= around.left if side is Side.RIGHT else around.right
    return math.floor(free / grid.size + EPSILON) >= setter.layout.photo.min_slot


def draw_credit(
    credit: PhotoCredit,
    side: Side,
    frame: CreditFrame,
    page: Page,
    setter: Setter,
) -> None:
    """Put a credit on the page: beside its photo, or on lines under it at its right edge."""
    if isinstance(credit, StackedCredit):
        left = frame.x - GAP - credit.width
        x = left if side is Side.RIGHT else frame.x + frame.width + GAP
        draw_stacked(credit, x, frame.foot, frame.origin, page, setter)
        return
    rise = setter.layout.grid.rise(credit.prepared.style.size)
    baseline = frame.baseline if credit.shares else frame.under + rise
    at = frame.x, frame.width, baseline
    draw_lying(credit, at, frame.origin, Align.RIGHT, page, setter)


def draw_lying(
    credit: LyingCredit,
    at: tuple[float, float, float],
    origin: Origin,
    align: Align,
    page: Page,
    setter: Setter,
) -> None:
    """Put the lines of a credit on the page: `at` are the left edge and the width of their frame
    and the first baseline, points.
    """
    x, width, baseline = at
    style = credit.prepared.style
    for broken in credit.lines:
        # a character is wider than a thread of a photo
        over = max(0.0, broken.width * style.size - width)
        line = setter.line(credit.prepared, broken, x - over / 2, baseline, origin, align)
        page.lines.append(line)
        baseline += style.leading


class CreditFrame(NamedTuple):
    """The frame of a photo on the page, points: its left edge, width and foot, the top of the line
    under it and its caption, the baseline of the caption's last line, and what the credit came
    from.
    """

    x: float
    width: float
    foot: float
    under: float
    baseline: float
    origin: Origin


def draw_stacked(
    credit: StackedCredit, x: float, foot: float, origin: Origin, page: Page, setter: Setter
) -> None:
    """Put a credit on the page, its left edge at x and its foot at that of its photo."""
    # ideographs fill their em, and hang below the baseline by what the face is high above it
    top = foot - credit.height
    rise = setter.layout.grid.rise(credit.size)
    for k, cell in enumerate(credit.cells):
        end = len(cell.prepared.string)
        broken = Broken(0, end, 1.0, cell.content, last=True)
        line = setter.line(cell.prepared, broken, x, top + cell.top + rise, origin, Align.CENTER)
        told = Parted(end, 0, "") if k else Parted(0, end, credit.text)
        page.lines.append(
            _upright(line, setter)._replace(start=cell.start, gone=cell.gone, parted=told)
        )


def _upright(line: Line, setter: Setter) -> Line:
    """A mark as it stands in lines that run down (OpenType vert), in the middle of its em."""
    if len(line.text) != 1 or len(line.runs) != 1:
        return line
    run = line.runs[0]
    face = setter.typesetter.catalogue.face(run.face)
    shaped = face.shape(line.text, {"vert": True})
    if len(shaped) != 1 or chr(shaped[0].glyph) == run.glyphs:
        return line
    width = face.advance(shaped[0].glyph) * run.size
    x = line.x + (line.width - width) / 2
    return line._replace(runs=(run._replace(glyphs=chr(shaped[0].glyph), x=x, kerns=()),))
