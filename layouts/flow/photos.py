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
from layouts.house.layout import Layout
from layouts.issue.parts import CREDIT as CREDIT_PART
from layouts.issue.photo import Crop, Photo, Side
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
    photo: Photo,
    size: PhotoSize,
    article: int,
    paragraph: int,
    setter: Setter,
    more: int = 0,
    note_rows: int = 0,
) -> PhotoBlock:
    """Size a photo: its width as asked, at most the column; then so that its foot stands on a
    baseline, and so many rows `more`. One that is to fill the column (通栏) fills it exactly; one
    with text beside it takes what whole em of text leave, so that its standoff is what it is said
    to be. A column holds it over `note_rows`, those of notes on its words.
    """
    layout, grid = setter.layout, setter.layout.grid
    asked = _asked_width(photo, setter)
    ratio = _shown_ratio(photo, size, asked, layout)
    filling = filling_rows(photo, asked, ratio, layout)
    rows = max(1, (filling or frame_rows(asked, ratio, grid)) + more)
    roomy = with_credit(photo, rows, ratio, layout)
    wide = grid.column_width if filling else frame_width(roomy, rows, ratio, layout)
    under = _set_under(photo, wide, rows, setter)
    clearance = distances(roomy, layout.photo, grid)
    apart = rows_above(clearance, grid) + rows_below(clearance, 0.0, grid)
    most = grid.rows - caption_rows(under.caption, under.lines, setter, under.lying) - apart
    most -= note_rows
    rows = max(1, min(rows, most))
    # without room for text beside it, or with a caption that wants the column, it stands in the
    # middle, alone
    beside = room_beside(roomy, natural_width(rows, ratio, grid), layout)
    crowded = beside is None and not is_shaped(photo)
    side = Side.NONE if under.over_column or crowded else photo.side
    fills = filling is not None and rows == filling + more
    frame = _frame_of(roomy, rows, ratio, layout, fills=fills, alone=side is Side.NONE)
    credit, below = None, under.below
    if photo.credit.strip():
        credit, clearance, below = _credited(photo, side, frame, clearance, under, setter)
    if rows + below > grid.rows:
        setter.report_overset(photo.caption.string, photo.source)
    block = PhotoBlock(
        photo,
        frame.crop,
        side,
        size,
        article,
        paragraph,
        frame.width,
        frame.height,
        rows + below,
        clearance,
        photo.line,
        under.caption if under.lines else None,
        under.lines,
        credit,
    )
    return _wrapped(block, setter) if is_shaped(photo) or photo.standoffs is not None else block


def _asked_width(photo: Photo, setter: Setter) -> float:
    """The width that a photo asks for, points, at most its column; that it asks for more is
    found.
    """
    layout, grid = setter.layout, setter.layout.grid
    asked = (photo.width if photo.width is not None else layout.photo.width) * grid.size
    if asked <= grid.column_width + EPSILON:
        return asked
    setter.findings.append(too_wide(photo, asked, grid))
    return grid.column_width


def _shown_ratio(photo: Photo, size: PhotoSize, asked: float, layout: Layout) -> float:
    """The height to the width of what shows of a photo; of one that bleeds, of its part in the
    column.
    """
    left, top, right, bottom = photo.crop
    ratio = size.height * (1 - top - bottom) / (size.width * (1 - left - right))
    wanted = None if is_shaped(photo) else edges_of(photo, layout)
    if not wanted:
        return ratio
    from layouts.flow.bleeding import widened

    return ratio * widened(wanted, photo.side, asked, layout)


class _CaptionAndCredit(Struct, frozen=True):
    """What stands under a photo: its caption and the lines of it, the rows they take, a credit that
    lies there; set `over_column` where one is too long for the photo's width.
    """

    caption: Prepared | None
    lines: list[Broken]
    below: int
    lying: LyingCredit | None
    over_column: bool


def _set_under(photo: Photo, wide: float, rows: int, setter: Setter) -> _CaptionAndCredit:
    """Caption and credit under a photo `wide` points wide and so many rows high."""
    caption = (
        setter.prepare(photo.caption, setter.style("caption"), photo.source)
        if photo.caption.string.strip()
        else None
    )
    lines, below = caption_lines(caption, wide, setter)
    lying = _lying(photo, wide, rows, setter)
    over_column = len(lines) > LONG_CAPTION or (
        lying is not None and len(lying.lines) > LONG_CAPTION
    )
    if over_column:
        wide = setter.layout.grid.column_width
        lines, below = caption_lines(caption, wide, setter)
        lying = _lying(photo, wide, rows, setter)
    return _CaptionAndCredit(caption, lines, below, lying, over_column)


class _FrameOnGrid(Struct, frozen=True):
    """The frame of a photo, points, and what of the photo shows in it."""

    width: float
    height: float
    crop: Crop


def _frame_of(
    photo: Photo, rows: int, ratio: float, layout: Layout, *, fills: bool, alone: bool
) -> _FrameOnGrid:
    """The frame over so many rows of a photo that `fills` its column, stands `alone` in it, or has
    text beside it.
    """
    grid = layout.grid
    height = frame_height(rows, grid)
    if fills:
        width = grid.column_width
        return _FrameOnGrid(width, height, cut_to(photo, width * ratio, height))
    if alone:
        width = natural_width(rows, ratio, grid)
        # a strip lower than one row: its foot stands above the baseline
        return _FrameOnGrid(width, min(height, width * ratio), photo.crop)
    width = frame_width(photo, rows, ratio, layout)
    return _FrameOnGrid(width, height, cut_to(photo, width * ratio, height))


def _credited(
    photo: Photo,
    side: Side,
    frame: _FrameOnGrid,
    clearance: Clearance,
    under: _CaptionAndCredit,
    setter: Setter,
) -> tuple[PhotoCredit, Clearance, int]:
    """The credit of a photo, beside it or else under it, how far text then keeps away, and the rows
    under the photo.
    """
    from layouts.flow.credits import credit_beside, lying_credit

    size = frame.width, frame.height
    credit, clearance = credit_beside(photo, side, size, clearance, setter)
    if credit is not None:
        return credit, clearance, under.below
    caption, lines = under.caption, under.lines
    # a caption set to the column is a paragraph
    is_line = caption is not None and bool(lines) and not under.over_column
    last = lines[-1].content * caption.style.size if caption is not None and is_line else 0.0
    column = setter.layout.grid.column_width
    wide = max(frame.width, column) if under.over_column else frame.width
    lying = lying_credit(photo, wide, last, setter)
    return lying, clearance, caption_rows(caption if lines else None, lines, setter, lying)


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
