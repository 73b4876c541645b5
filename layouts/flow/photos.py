"""Photos in the grid: their size in whole rows, their frame in a column, their caption."""

from __future__ import annotations

import math
from collections.abc import Mapping

from msgspec import Struct

from layouts.errors import Finding
from layouts.flow.contour import Rings, in_frame
from layouts.flow.floats import Clearance, framed
from layouts.flow.setting import Origin, Setter
from layouts.flow.slots import Silhouette
from layouts.flow.wrapping import (
    PhotoFrame,
    beside,
    clearance,
    is_shaped,
    rings_of,
    rows_above,
    rows_below,
    wrapped,
)
from layouts.geometry import EPSILON, Interval, Polygon
from layouts.house.layout import Align, Grid, Layout
from layouts.issue.photo import Crop, Photo, Side
from layouts.issue.text import Text
from layouts.messages.message import Sentence
from layouts.messages.setting import PHOTO_TOO_WIDE
from layouts.page.item import Picture
from layouts.page.page import Page
from layouts.text.line_room import Broken, content_width
from layouts.text.prepare import Prepared


class PhotoSize(Struct, frozen=True):
    """The pixels of a photo file, upright, and its absolute path.

    `missing` says why it cannot be set: its path is empty then, and width and height are the shape
    of the frame that keeps its place. `rings` is the contour found in it for text to run round,
    none where there is none or text runs round the frame.
    """

    path: str
    width: int
    height: int
    missing: Sentence | None = None
    rings: Rings = ()


class PhotoBlock(Struct):
    """A photo ready to be placed: frame in points, what of the photo shows in it, rows it takes
    (caption included), the line of its paragraph it starts at.

    What text runs round is `rings`, in fractions of the whole photo, and of each row `taken` is
    what it leaves beside that, from the left edge of the frame, which stands `above` rows lower
    than its first; both empty where that is the frame.
    """

    photo: Photo
    crop: Crop
    side: Side
    size: PhotoSize
    article: int
    paragraph: int
    width: float
    height: float
    rows: int
    clearance: Clearance
    line: int
    caption: Prepared | None
    caption_lines: list[Broken]
    rings: Rings = ()
    above: int = 0
    taken: tuple[Interval | None, ...] = ()

    def shape(self, x: float, y: float, leading: float) -> Polygon | Silhouette:
        """What text beside it keeps clear of: its frame and caption, or its contour."""
        if not self.taken:
            return framed(self, x, y, leading)
        return Silhouette(
            tuple(row and Interval(x + row.left, x + row.right) for row in self.taken)
        )

    def draw(self, page: Page, setter: Setter, x: float, y: float) -> None:
        """Put the picture and its caption on the page."""
        y += self.above * setter.layout.grid.leading
        _draw_picture(self, page, x, y)
        if self.caption is not None:
            _draw_caption(self, self.caption, page, setter, x, y)


def photo_block(
    photo: Photo, size: PhotoSize, article: int, paragraph: int, setter: Setter
) -> PhotoBlock:
    """Size a photo: its width as asked, at most the column; then so that its foot stands on a
    baseline, its proportions kept. One that is to fill the column (通栏) fills it exactly.
    """
    design, grid = setter.layout.photo, setter.layout.grid
    asked = (photo.width if photo.width is not None else design.width) * grid.size
    if asked > grid.column_width + EPSILON:
        setter.findings.append(_too_wide(photo, asked, grid))
        asked = grid.column_width
    left, top, right, bottom = photo.crop
    ratio = size.height * (1 - top - bottom) / (size.width * (1 - left - right))
    filling = _filling_rows(photo, asked, ratio, setter.layout)
    rows = filling or _frame_rows(asked, ratio, grid)
    caption = (
        setter.prepare(Text(photo.caption), setter.style("caption"), photo.source)
        if photo.caption.strip()
        else None
    )
    lines, below = _caption(
        caption, min(_frame_height(rows, grid) / ratio, grid.column_width), setter
    )
    alone = len(lines) > LONG_CAPTION
    if alone:
        lines, below = _caption(caption, grid.column_width, setter)
    keep = clearance(photo, design, grid)
    above, under = rows_above(keep, grid), rows_below(keep, 0.0, grid)
    rows = max(1, min(rows, grid.rows - below - above - under))
    height = _frame_height(rows, grid)
    width = height / ratio
    crop = photo.crop
    if rows == filling:
        width, crop = grid.column_width, _cut_to(crop, grid.column_width * ratio, height)
    # a strip lower than one row: its foot stands above the baseline
    elif width > grid.column_width + EPSILON:
        width, height = grid.column_width, grid.column_width * ratio
    caption = caption if lines else None
    if rows + below > grid.rows:
        setter.report_overset(photo.caption, photo.source)
    block = PhotoBlock(
        photo,
        crop,
        photo.side,
        size,
        article,
        paragraph,
        width,
        height,
        rows + below,
        keep,
        photo.line,
        caption,
        lines,
    )
    rings = rings_of(photo, size.rings)
    if rings or photo.standoffs is not None:
        return _wrapped(block, rings, setter, alone=alone)
    # whole em, as `Frames.slots` gives them
    room = math.floor((grid.column_width - width - beside(photo, keep)) / grid.size + EPSILON)
    # without room for text beside it, or with a caption that wants the column, it stands in the
    # middle, alone
    if alone or room < design.min_slot:
        block.side = Side.NONE
    return block


def _wrapped(block: PhotoBlock, rings: Rings, setter: Setter, *, alone: bool) -> PhotoBlock:
    """The block with what text keeps clear of beside it, row by row; alone in the middle where no
    row has room for text.
    """
    photo, grid, keep = block.photo, setter.layout.grid, block.clearance
    around = PhotoFrame(
        block.crop, block.width, block.height, block.rows, _caption_box(block, setter)
    )
    shape = None
    if not alone and photo.side is not Side.NONE:
        shape = wrapped(photo, rings, around, keep, grid, setter.layout.photo.min_slot)
    if shape is None:
        block.side, block.above = Side.NONE, rows_above(keep, grid)
        block.rows += block.above + rows_below(keep, around.foot, grid)
        return block
    block.rings, block.above, block.taken = rings, shape.above, shape.rows
    block.rows = len(shape.rows)
    return block


def _caption_box(block: PhotoBlock, setter: Setter) -> tuple[float, float, float, float] | None:
    """The left, top, right and bottom edge of the caption's lines, from the photo's top left."""
    if block.caption is None:
        return None
    style, lines = block.caption.style, block.caption_lines
    half = max(line.content for line in lines) * style.size / 2
    middle, top = block.width / 2, block.height + setter.layout.photo.caption_gap
    return middle - half, top, middle + half, top + len(lines) * style.leading


def frame_size(photo: Photo, ratio: float, layout: Layout) -> tuple[float, float]:
    """The width and height, points, of the frame that a photo gets whose shown part has these
    proportions (height to width), before a caption asks for rows of the page.
    """
    grid = layout.grid
    asked = photo.width if photo.width is not None else layout.photo.width
    width = min(asked * grid.size, grid.column_width)
    filling = _filling_rows(photo, width, ratio, layout)
    if filling is not None:
        return grid.column_width, _frame_height(filling, grid)
    height = _frame_height(_frame_rows(width, ratio, grid), grid)
    wide = min(height / ratio, grid.column_width)
    return wide, wide * ratio


LONG_CAPTION = 6
"""A caption of more lines than this under its photo is set to the column instead, and as a
paragraph where it has more there too.
"""


MOST_BALANCED = 9
"""Lines of a caption that are balanced like a headline: more than `LONG_CAPTION`, since balanced
lines may be more than full ones.
"""

CAPTION_GIVES = 0.35
"""How much of a row a caption may reach into the line gap of the text below: less than that gap is
in a layout with a leading of 1.5 em, and a row is saved under most photos.
"""


def _caption(caption: Prepared | None, width: float, setter: Setter) -> tuple[list[Broken], int]:
    """The lines of a caption at some width (points), and the rows of the grid they take under the
    photo.

    Few lines are balanced; more are broken as a paragraph. A caption of spaces has no lines.
    """
    if caption is None:
        return [], 0
    measure = width / caption.style.size
    if content_width(caption, 0, len(caption.string)) > LONG_CAPTION * measure:
        lines = setter.paragraph(caption, measure)
    else:
        lines = setter.heading(caption, measure, MOST_BALANCED)
    grid = setter.layout.grid
    height = setter.layout.photo.caption_gap + len(lines) * caption.style.leading
    return lines, math.ceil(height / grid.leading - CAPTION_GIVES) if lines else 0


def _too_wide(photo: Photo, asked: float, grid: Grid) -> Finding:
    said = PHOTO_TOO_WIDE(path=photo.path, width=asked / grid.size, measure=grid.measure)
    return Finding("warning", "photo-too-wide", *said, photo.source)


def _frame_height(rows: int, grid: Grid) -> float:
    """From the top of the characters of one line to the baseline of the line `rows` − 1 below."""
    return (rows - 1) * grid.leading + grid.ascent


NEARLY_FULL = 0.75
"""A photo of so much of its column, without room for text beside it, is meant to fill it."""


def _filling_rows(photo: Photo, asked: float, ratio: float, layout: Layout) -> int | None:
    """The whole rows nearest to the height of a photo that fills its column (通栏), as one that is
    to stand alone and be so wide, or one that is nearly so wide and has to stand alone; None for
    any other, and where a frame of whole rows is further than half a row off: a strip, or a photo
    as tall as the page.
    """
    grid, design = layout.grid, layout.photo
    if is_shaped(photo):
        # beside what shows there may be room that the frame has not
        return None
    kept = beside(photo, clearance(photo, design, grid)) / grid.size
    room = math.floor(grid.measure - asked / grid.size - kept + EPSILON)
    crowded = photo.side is not Side.NONE and room < design.min_slot
    if asked < grid.column_width * (NEARLY_FULL if crowded else 1.0) - EPSILON:
        return None
    if photo.side is not Side.NONE and not crowded:
        return None
    natural = grid.column_width * ratio
    rows = round((natural - grid.ascent) / grid.leading + 1)
    near = abs(_frame_height(rows, grid) - natural) <= grid.leading / 2 + EPSILON
    return rows if near and 1 <= rows <= grid.rows - 2 else None


def _cut_to(crop: Crop, natural: float, height: float) -> Crop:
    """A crop with so much more cut off, evenly at both edges, that a photo `natural` points high at
    the width of the column is `height` high there: half a row at most, above and below or at the
    sides.
    """
    left, top, right, bottom = crop
    if height < natural:
        cut = (1 - height / natural) * (1 - top - bottom) / 2
        return Crop(left, top + cut, right, bottom + cut)
    cut = (1 - natural / height) * (1 - left - right) / 2
    return Crop(left + cut, top, right + cut, bottom)


def _frame_rows(width: float, ratio: float, grid: Grid) -> int:
    """The rows whose frame comes nearest to a photo's height, neither wider than the column nor
    taller than the page.
    """
    # the inverse of `_frame_height`
    wish = (width * ratio - grid.ascent) / grid.leading + 1
    choices = [rows for rows in (math.floor(wish), math.floor(wish) + 1) if rows >= 1]
    fitting = [
        rows for rows in choices if _frame_height(rows, grid) / ratio <= grid.column_width + EPSILON
    ] or choices[:1]
    rows = min(fitting or [1], key=lambda rows: abs(_frame_height(rows, grid) / ratio - width))
    # two rows of a column stay free: for a short caption, or a heading above
    return min(rows, grid.rows - 2)


def _draw_picture(block: PhotoBlock, page: Page, x: float, y: float) -> None:
    photo = block.photo
    picture = Picture(
        x,
        y,
        block.width,
        block.height,
        block.size.path,
        photo.alt or photo.caption,
        photo.source,
        block.article,
        block.paragraph,
        block.crop,
        block.size.missing,
        contour=_on_page(block, x, y),
    )
    page.pictures.append(picture)


def _on_page(block: PhotoBlock, x: float, y: float) -> Rings:
    """What text runs round, page coordinates."""
    rings = in_frame(block.rings, block.crop, block.width, block.height)
    return tuple(tuple((x + across, y + down) for across, down in ring) for ring in rings)


def _draw_caption(
    block: PhotoBlock, caption: Prepared, page: Page, setter: Setter, x: float, y: float
) -> None:
    style = caption.style
    baseline = (
        y + block.height + setter.layout.photo.caption_gap + setter.layout.grid.rise(style.size)
    )
    origin = Origin("caption", block.article, block.paragraph, block.photo.source)
    # a caption set to the column is wider than its photo: their middles stand over each other
    left = x + (block.width - block.caption_lines[0].width * style.size) / 2
    align = Align.JUSTIFY if len(block.caption_lines) > LONG_CAPTION else Align.CENTER
    for broken in block.caption_lines:
        page.lines.append(setter.line(caption, broken, left, baseline, origin, align))
        baseline += style.leading


Sizes = Mapping[Photo, PhotoSize]
"""The size of every photo of the issue; of one that cannot be set, the size of the frame in its
place.
"""
