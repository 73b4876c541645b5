"""Photos in the grid: what of each shows, its frame and caption, what text keeps clear of."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from msgspec import Struct

from layouts.flow.floats import Clearance, framed
from layouts.flow.frames import edges_of
from layouts.flow.setting import Origin, Setter
from layouts.flow.slots import Silhouette
from layouts.flow.wrapping import distances, is_shaped, rows_above, rows_below
from layouts.geometry import EPSILON, Interval, Polygon
from layouts.issue.parts import CREDIT as CREDIT_PART
from layouts.issue.photo import Crop, Photo, Side
from layouts.issue.text import Text
from layouts.messages.message import Sentence
from layouts.page.item import CREDIT
from layouts.page.page import Page
from layouts.text.line_room import Broken
from layouts.text.prepare import Prepared

if TYPE_CHECKING:
    from layouts.flow.contour import Rings
    from layouts.flow.credits import CreditFrame, LyingCredit, PhotoCredit
from layouts.flow.photo_captions import LONG_CAPTION, caption_lines, caption_rows
from layouts.flow.photo_drawing import caption_top, draw_caption, draw_picture
from layouts.flow.photo_sizes import (
    cut_to,
    filling_rows,
    frame_height,
    frame_rows,
    frame_width,
    natural_width,
    room_beside,
    too_wide,
    with_credit,
)


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
        draw_picture(self, page, setter, x, y)
        if self.caption is not None:
            draw_caption(self, self.caption, page, setter, x, y)
        if self.credit is not None:
            from layouts.flow.credits import draw_credit

            draw_credit(self.credit, self.side, self._under(setter, x, y), page, setter)

    def _under(self, setter: Setter, x: float, y: float) -> CreditFrame:
        """Where a credit may stand, the frame at (x, y)."""
        from layouts.flow.credits import CreditFrame

        origin = Origin(CREDIT, self.article, self.paragraph, self.photo.source, CREDIT_PART)
        foot, under, last = y + self.height, caption_top(self, setter, y), 0.0
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
        from layouts.flow.bleeding import widened

        ratio *= widened(wanted, photo.side, asked, setter.layout)
    filling = filling_rows(photo, asked, ratio, setter.layout)
    rows = max(1, (filling or frame_rows(asked, ratio, grid)) + more)
    caption = (
        setter.prepare(Text(photo.caption), setter.style("caption"), photo.source)
        if photo.caption.strip()
        else None
    )
    roomy = with_credit(photo, rows, ratio, setter.layout)
    wide = grid.column_width if filling else frame_width(roomy, rows, ratio, setter.layout)
    lines, below = caption_lines(caption, wide, setter)
    lying = _lying(photo, wide, rows, setter)
    over_column = len(lines) > LONG_CAPTION or (
        lying is not None and len(lying.lines) > LONG_CAPTION
    )
    if over_column:
        lines, below = caption_lines(caption, grid.column_width, setter)
        lying = _lying(photo, grid.column_width, rows, setter)
    clearance = distances(roomy, design, grid)
    apart = rows_above(clearance, grid) + rows_below(clearance, 0.0, grid)
    rows = max(1, min(rows, grid.rows - caption_rows(caption, lines, setter, lying) - apart))
    # without room for text beside it, or with a caption that wants the column, it stands in the
    # middle, alone
    beside = room_beside(roomy, natural_width(rows, ratio, grid), setter.layout)
    crowded = beside is None and not is_shaped(photo)
    side = Side.NONE if over_column or crowded else photo.side
    width, height, crop = natural_width(rows, ratio, grid), frame_height(rows, grid), photo.crop
    if filling and rows == filling + more:
        width, crop = grid.column_width, cut_to(photo, grid.column_width * ratio, height)
    elif side is not Side.NONE:
        width = frame_width(roomy, rows, ratio, setter.layout)
        crop = cut_to(photo, width * ratio, height)
    else:
        # a strip lower than one row: its foot stands above the baseline
        height = min(height, width * ratio)
    caption = caption if lines else None
    credit: PhotoCredit | None = None
    if photo.credit.strip():
        from layouts.flow.credits import credit_beside, lying_credit

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
    if not photo.credit.strip():
        return None
    from layouts.flow.credits import lying_credit, stands_beside

    beside = stands_beside(photo, frame_height(rows, setter.layout.grid), setter.layout)
    return None if beside else lying_credit(photo, width, 0.0, setter)


def _wrapped(block: PhotoBlock, setter: Setter) -> PhotoBlock:
    """The block with what text keeps clear of beside it, row by row; alone in the middle where too
    few rows have room for text.
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


Sizes = Mapping[Photo, PhotoSize]
"""The size of every photo of the issue; of one that cannot be set, the size of the frame in its
place.
"""
