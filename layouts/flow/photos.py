"""Photos in the grid: their size in whole rows, their frame in a column, their caption."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from layouts.errors import Finding
from layouts.flow.bleeding import bled_photo, edges_of, goes_to, widened
from layouts.flow.credits import (
    CreditFrame,
    LyingCredit,
    PhotoCredit,
    credit_beside,
    credit_room,
    draw_credit,
    lying_credit,
    stands_beside,
)
from layouts.flow.floats import Clearance, framed
from layouts.flow.frames import cut_about, frame_rules
from layouts.flow.setting import Origin, Setter
from layouts.flow.slots import Silhouette
from layouts.flow.wrapping import (
    distance_beside,
    distances,
    is_shaped,
    rows_above,
    rows_below,
)
from layouts.geometry import EPSILON, Interval, Polygon
from layouts.house.layout import Align, Grid, Layout
from layouts.issue.parts import CREDIT as CREDIT_PART
from layouts.issue.photo import NO_BLEED, Crop, Photo, Side
from layouts.issue.text import Text
from layouts.messages.message import Sentence
from layouts.messages.setting import PHOTO_TOO_WIDE
from layouts.page.item import Picture
from layouts.page.measures import CREDIT
from layouts.page.page import Page
from layouts.text.line_room import Broken, content_width
from layouts.text.prepare import Prepared

if TYPE_CHECKING:
    from layouts.flow.contour import Rings


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
    credit: PhotoCredit | None = None
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
        """Put the picture, its caption and its credit on the page."""
        y += self.above * setter.layout.grid.leading
        _draw_picture(self, page, setter, x, y)
        if self.caption is not None:
            _draw_caption(self, self.caption, page, setter, x, y)
        if self.credit is not None:
            draw_credit(self.credit, self.side, self._under(setter, x, y), page, setter)

    def _under(self, setter: Setter, x: float, y: float) -> CreditFrame:
        """Where a credit may stand, the frame at (x, y)."""
        origin = Origin(CREDIT, self.article, self.paragraph, self.photo.source, CREDIT_PART)
        foot, under, last = y + self.height, _caption_top(self, setter, y), 0.0
        if self.caption is not None:
            style = self.caption.style
            under += len(self.caption_lines) * style.leading
            last = under - style.leading + setter.layout.grid.rise(style.size)
        return CreditFrame(x, self.width, foot, under, last, origin)


def photo_block(
    photo: Photo, size: PhotoSize, article: int, paragraph: int, setter: Setter, more: int = 0
) -> PhotoBlock:
    """Size a photo: its width as asked, at most the column; then so that its foot stands on a
    baseline, and so many rows `more`. One that is to fill the column (通栏) fills it exactly; one
    with text beside it takes what whole em of text leave, so that its standoff is what it is said
    to be.
    """
    design, grid = setter.layout.photo, setter.layout.grid
    asked = (photo.width if photo.width is not None else design.width) * grid.size
    if asked > grid.column_width + EPSILON:
        setter.findings.append(too_wide(photo, asked, grid))
        asked = grid.column_width
    left, top, right, bottom = photo.crop
    ratio = size.height * (1 - top - bottom) / (size.width * (1 - left - right))
    wanted = None if is_shaped(photo) else edges_of(photo, setter.layout)
    if wanted:
        ratio *= widened(wanted, photo.side, asked, setter.layout)
    filling = _filling_rows(photo, asked, ratio, setter.layout)
    rows = max(1, (filling or _frame_rows(asked, ratio, grid)) + more)
    caption = (
        setter.prepare(Text(photo.caption), setter.style("caption"), photo.source)
        if photo.caption.strip()
        else None
    )
    roomy = _with_credit(photo, rows, ratio, setter.layout)
    wide = grid.column_width if filling else _frame_width(roomy, rows, ratio, setter.layout)
    lines, below = caption_lines(caption, wide, setter)
    lying = _lying(photo, wide, rows, setter)
    over_column = len(lines) > LONG_CAPTION or (
        lying is not None and len(lying.lines) > LONG_CAPTION
    )
    if over_column:
        lines, below = caption_lines(caption, grid.column_width, setter)
        lying = _lying(photo, grid.column_width, rows, setter)
    room = caption_rows(caption, lines, setter, lying)
    clearance = distances(roomy, design, grid)
    apart = rows_above(clearance, grid) + rows_below(clearance, 0.0, grid)
    rows = max(1, min(rows, grid.rows - room - apart))
    # without room for text beside it, or with a caption that wants the column, it stands in the
    # middle, alone
    beside = room_beside(roomy, _natural_width(rows, ratio, grid), setter.layout)
    crowded = beside is None and not is_shaped(photo)
    side = Side.NONE if over_column or crowded else photo.side
    width, height, crop = _natural_width(rows, ratio, grid), frame_height(rows, grid), photo.crop
    if filling and rows == filling + more:
        width, crop = grid.column_width, cut_to(photo, grid.column_width * ratio, height)
    elif side is not Side.NONE:
        width = _frame_width(roomy, rows, ratio, setter.layout)
        crop = cut_to(photo, width * ratio, height)
    else:
        # a strip lower than one row: its foot stands above the baseline
        height = min(height, width * ratio)
    caption = caption if lines else None
    credit: PhotoCredit | None = None
    if photo.credit.strip():
        credit, clearance = credit_beside(photo, side, (width, height), clearance, setter)
        if credit is None:
            # a caption set to the column is a paragraph
            last = 0.0 if caption is None or over_column else lines[-1].content * caption.style.size
            under = max(width, grid.column_width) if over_column else width
            credit = lying_credit(photo, under, last, setter)
            below = caption_rows(caption, lines, setter, credit)
    if rows + below > grid.rows:
        setter.report_overset(photo.caption, photo.source)
    block = PhotoBlock(
        photo,
        crop,
        side,
        size,
        article,
        paragraph,
        width,
        height,
        rows + below,
        clearance,
        photo.line,
        caption,
        lines,
        credit,
    )
    return _wrapped(block, setter) if is_shaped(photo) or photo.standoffs is not None else block


def _lying(photo: Photo, width: float, rows: int, setter: Setter) -> LyingCredit | None:
    """The credit that a photo over so many rows has on lines of its own, so many points wide."""
    beside = stands_beside(photo, frame_height(rows, setter.layout.grid), setter.layout)
    if beside or not photo.credit.strip():
        return None
    return lying_credit(photo, width, 0.0, setter)


def _wrapped(block: PhotoBlock, setter: Setter) -> PhotoBlock:
    """The block with what text keeps clear of beside it, row by row; alone in the middle where no
    row has room for text.
    """
    # few issues need it
    from layouts.flow.shaped_rows import PhotoFrame, rings_of, wrapped

    photo, grid, keep = block.photo, setter.layout.grid, block.clearance
    around = PhotoFrame(
        block.side, block.crop, block.width, block.height, block.rows, _caption_box(block, setter)
    )
    rings = rings_of(photo, block.size.rings, block.size.width / block.size.height)
    shape = None
    if block.side is not Side.NONE:
        shape = wrapped(rings, around, keep, grid, setter.layout.photo.min_slot)
    if shape is None:
        block.side, block.above = Side.NONE, rows_above(keep, grid)
        block.rows += block.above + rows_below(keep, around.foot, grid)
        return block
    block.rings, block.above, block.taken = rings, shape.above, shape.rows
    block.rows = len(shape.rows)
    return block


def _caption_box(block: PhotoBlock, setter: Setter) -> tuple[float, float, float, float] | None:
    """The left, top, right and bottom edge of the lines under a photo, from its top left."""
    grid, lines = setter.layout.grid, block.caption_lines
    foot, half = block.rows * grid.leading - (grid.leading - grid.size), 0.0
    if block.caption is not None:
        half = max(line.content for line in lines) * block.caption.style.size / 2
    # it lies at the right edge
    if block.credit is not None:
        half = block.width / 2
    if not half:
        return None
    middle = block.width / 2
    return middle - half, block.height + setter.layout.photo.caption_gap, middle + half, foot


LEAST_BOTH = 10
"""Em on each side that a photo with text on both sides must leave: below it readers lose their way
across it, and it stands alone (second-look.md, Pages 2).
"""


MOST_CUT = 0.125
"""The most that is cut off a photo so that its width takes what whole em of text leave; a narrow
one would lose more, and keeps its proportions.
"""


def standoff_of(photo: Photo, layout: Layout) -> float:
    """How far text keeps away from a photo, points."""
    return distance_beside(photo, distances(photo, layout.photo, layout.grid))


def _with_credit(photo: Photo, rows: int, ratio: float, layout: Layout) -> Photo:
    """A photo over so many rows that keeps text so far away that its credit has room beside it;
    where no text would be left, or the credit does not stand there, as it is.
    """
    if not photo.credit or not stands_beside(photo, frame_height(rows, layout.grid), layout):
        return photo
    needed = credit_room(layout) / layout.grid.size
    roomy = replace(photo, standoff=max(standoff_of(photo, layout) / layout.grid.size, needed))
    wide = _natural_width(rows, ratio, layout.grid)
    return photo if room_beside(roomy, wide, layout) is None else roomy


def room_beside(photo: Photo, width: float, layout: Layout) -> int | None:
    """The whole em of text on each side that has any of a frame about so wide (points); None where
    it leaves no room for text, or is to have none.
    """
    grid, standoff = layout.grid, standoff_of(photo, layout)
    least, em = layout.photo.min_slot, (grid.column_width - width - standoff) / grid.size
    if photo.side is Side.BOTH:
        # the nearest: what is left counts twice
        least, em = max(least, LEAST_BOTH), (em - standoff / grid.size) / 2 + 0.5
    beside = math.floor(em + EPSILON)
    return None if photo.side is Side.NONE or beside < least else beside


def _natural_width(rows: int, ratio: float, grid: Grid) -> float:
    """The width of a frame over so many rows that keeps a photo's proportions, at most the
    column.
    """
    return min(frame_height(rows, grid) / ratio, grid.column_width)


def _frame_width(photo: Photo, rows: int, ratio: float, layout: Layout) -> float:
    """The width of a frame over so many rows: where text stands beside it all that whole em of text
    and the standoff leave.
    """
    grid = layout.grid
    natural = _natural_width(rows, ratio, grid)
    beside = None if is_shaped(photo) else room_beside(photo, natural, layout)
    if beside is None:
        return natural
    sides = 2 if photo.side is Side.BOTH else 1
    wide = grid.column_width - sides * (beside * grid.size + standoff_of(photo, layout))
    near = (1 - MOST_CUT) * max(wide, natural) <= min(wide, natural)
    return wide if near else natural


def frame_size(photo: Photo, ratio: float, layout: Layout) -> tuple[float, float]:
    """The width and height, points, of the frame that a photo gets whose shown part has these
    proportions (height to width), before a caption asks for rows of the page.
    """
    grid = layout.grid
    asked = photo.width if photo.width is not None else layout.photo.width
    width = min(asked * grid.size, grid.column_width)
    filling = _filling_rows(photo, width, ratio, layout)
    if filling is not None:
        return grid.column_width, frame_height(filling, grid)
    rows = _frame_rows(width, ratio, grid)
    photo = _with_credit(photo, rows, ratio, layout)
    wide, height = _frame_width(photo, rows, ratio, layout), frame_height(rows, grid)
    beside = room_beside(photo, _natural_width(rows, ratio, grid), layout)
    alone = is_shaped(photo) or beside is None
    return wide, min(height, wide * ratio) if alone else height


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


def caption_lines(
    caption: Prepared | None, width: float, setter: Setter
) -> tuple[list[Broken], int]:
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
    return lines, caption_rows(caption, lines, setter)


def caption_rows(
    caption: Prepared | None,
    lines: list[Broken],
    setter: Setter,
    credit: LyingCredit | None = None,
) -> int:
    """The rows of the grid that a caption takes under its photo, and with it a credit."""
    height = len(lines) * caption.style.leading if caption is not None else 0.0
    height += credit.height if credit is not None else 0.0
    gap = setter.layout.photo.caption_gap
    return math.ceil((gap + height) / setter.layout.grid.leading - CAPTION_GIVES) if height else 0


def too_wide(photo: Photo, asked: float, grid: Grid) -> Finding:
    """That a photo asks for a width (points) that its column does not have."""
    said = PHOTO_TOO_WIDE(path=photo.path, width=asked / grid.size, measure=grid.measure)
    return Finding("warning", "photo-too-wide", *said, photo.source)


def frame_height(rows: int, grid: Grid) -> float:
    """From the top of the characters of one line to the baseline of the line `rows` − 1 below."""
    return (rows - 1) * grid.leading + grid.ascent


NEARLY_FULL = 0.75
"""A photo of so much of its column is meant to fill it (second-look.md, Pages 3)."""


def _filling_rows(photo: Photo, asked: float, ratio: float, layout: Layout) -> int | None:
    """The whole rows nearest to the height of a photo that fills its column (通栏), as one that is
    to stand alone and be so wide, or one that is nearly so wide and was to have text beside it;
    None for any other, and where a frame of whole rows is further than half a row off: a strip, or
    a photo as tall as the page.
    """
    grid = layout.grid
    least = 1.0 if photo.side is Side.NONE else NEARLY_FULL
    # beside what shows there may be room that the frame does not leave
    if is_shaped(photo) or asked < grid.column_width * least - EPSILON:
        return None
    natural = grid.column_width * ratio
    rows = round((natural - grid.ascent) / grid.leading + 1)
    near = abs(frame_height(rows, grid) - natural) <= grid.leading / 2 + EPSILON
    return rows if near and 1 <= rows <= grid.rows - 2 else None


def cut_to(photo: Photo, natural: float, height: float) -> Crop:
    """A photo's crop with so much more cut off that a photo `natural` points high at the width of
    its frame is `height` high there: above and below or at the sides, with the centre of interest
    as near the middle as can be.
    """
    if height < natural:
        return cut_about(photo.crop, 1.0, height / natural, photo.focus)
    return cut_about(photo.crop, natural / height, 1.0, photo.focus)


def _frame_rows(width: float, ratio: float, grid: Grid) -> int:
    """The rows whose frame comes nearest to a photo's height, neither wider than the column nor
    taller than the page.
    """
    # the inverse of `frame_height`
    wish = (width * ratio - grid.ascent) / grid.leading + 1
    choices = [rows for rows in (math.floor(wish), math.floor(wish) + 1) if rows >= 1]
    fitting = [
        rows for rows in choices if frame_height(rows, grid) / ratio <= grid.column_width + EPSILON
    ] or choices[:1]
    rows = min(fitting or [1], key=lambda rows: abs(frame_height(rows, grid) / ratio - width))
    # two rows of a column stay free: for a short caption, or a heading above
    return min(rows, grid.rows - 2)


def _draw_picture(block: PhotoBlock, page: Page, setter: Setter, x: float, y: float) -> None:
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
        tone=photo.tone,
        contour=_on_page(block, x, y),
    )
    edges = NO_BLEED
    # a contour would not stand where text runs round it
    if not block.rings and (wanted := edges_of(photo, setter.layout)):
        edges = goes_to(picture, wanted, setter.layout.grid)
        picture = bled_photo(picture, photo, block.size, edges, setter.layout)
    page.pictures.append(picture)
    if photo.frame:
        page.rules += frame_rules(picture, photo.frame, edges)


def _on_page(block: PhotoBlock, x: float, y: float) -> Rings:
    """What text runs round, page coordinates."""
    if not block.rings:
        return ()
    from layouts.flow.contour import in_frame

    rings = in_frame(block.rings, block.crop, block.width, block.height)
    return tuple(tuple((x + across, y + down) for across, down in ring) for ring in rings)


def _draw_caption(
    block: PhotoBlock, caption: Prepared, page: Page, setter: Setter, x: float, y: float
) -> None:
    style = caption.style
    baseline = _caption_top(block, setter, y) + setter.layout.grid.rise(style.size)
    origin = Origin("caption", block.article, block.paragraph, block.photo.source)
    # a caption set to the column is wider than its photo: their middles stand over each other
    left = x + (block.width - block.caption_lines[0].width * style.size) / 2
    align = Align.JUSTIFY if len(block.caption_lines) > LONG_CAPTION else Align.CENTER
    for broken in block.caption_lines:
        page.lines.append(setter.line(caption, broken, left, baseline, origin, align))
        baseline += style.leading


def _caption_top(block: PhotoBlock, setter: Setter, y: float) -> float:
    return y + block.height + setter.layout.photo.caption_gap


Sizes = Mapping[Photo, PhotoSize]
"""The size of every photo of the issue; of one that cannot be set, the size of the frame in its
place.
"""
