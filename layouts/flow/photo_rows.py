"""Photos beside each other (并排): one float of them all, equal heights in each line, its width
filled exactly, captions under each or one of all.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from layouts.flow.bleeding import shown_ratio
from layouts.flow.floats import Clearance, framed
from layouts.flow.photo_sizes import (
    NEARLY_FULL,
    cut_to,
    frame_height,
    room_beside,
    standoff_of,
    too_wide,
)
from layouts.flow.photos import PhotoBlock, PhotoSize
from layouts.flow.row_captions import (
    CaptionOfAll,
    UnderPhoto,
    captions_of_each,
    common_caption,
    credits_of_each,
    credits_over,
    draw_common_caption,
)
from layouts.flow.row_lines import RowLine, counts_of, row_lines, stood, uncropped
from layouts.flow.setting import Setter
from layouts.geometry import EPSILON, Polygon
from layouts.issue.photo import Photo, Side
from layouts.issue.photo_rows import captions_are_each, said_width
from layouts.page.page import Page

NARROWER, MOST_TRIES = 0.97, 200
"""A row that is too tall for its page is made as much narrower, at most so often."""

NO_DISTANCE = Clearance(0.0, 0.0, 0.0, 0.0)


class RowMember(NamedTuple):
    """A photo of a row: the size of its file, and the block of its article that it is."""

    photo: Photo
    size: PhotoSize
    paragraph: int


class RowCell(NamedTuple):
    """A photo of a row and where its frame stands, points from the row's top left."""

    block: PhotoBlock
    x: float
    y: float


class PhotoRow(Struct):
    """Photos beside each other ready to be placed: `cells` in reading order, from the top to the
    foot of the last `height` points; `under` that, below their credits, the one caption of all,
    where they have one.
    """

    cells: list[RowCell]
    side: Side
    width: float
    height: float
    under: float
    rows: int
    clearance: Clearance
    line: int
    caption: CaptionOfAll | None

    def shape(self, x: float, y: float, leading: float) -> Polygon:
        """What text beside it keeps clear of: its frame and captions."""
        return framed(self, x, y, leading)

    def draw(self, page: Page, setter: Setter, x: float, y: float) -> None:
        """Put its photos and their captions on the page."""
        for cell in self.cells:
            cell.block.draw(page, setter, x + cell.x, y + cell.y)
        if self.caption is not None:
            draw_common_caption(self.caption, page, setter, x, y + self.under, self.width)


class RowRoom(NamedTuple):
    """What a row of photos has at most: a width in points and rows of the grid; `alone` where no
    text stands beside it.
    """

    width: float
    rows: int
    alone: bool = False


def photo_row(
    members: Sequence[RowMember], article: int, setter: Setter, room: RowRoom | None = None
) -> PhotoRow:
    """Size photos that stand in one row: as wide as they ask for, at most the column (or the `room`
    they have), and no taller than a page.
    """
    grid, design = setter.layout.grid, setter.layout.photo
    room = room or RowRoom(grid.column_width, grid.rows)
    photos = [member.photo for member in members]
    setter.findings += [
        too_wide(photo, photo.width * grid.size, grid)
        for photo in photos
        if photo.width is not None and photo.width * grid.size > room.width + EPSILON
    ]
    first = photos[0]
    width = _asked(photos, room, setter)
    counts = counts_of(
        [shown_ratio(member.photo, member.size) for member in members],
        first.grid,
        width,
        design.gutter * grid.size,
        grid,
    )
    row = _row_at(members, article, counts, width, room, setter)
    for _ in range(MOST_TRIES):
        if not _is_too_tall(row, room, setter):
            break
        width *= NARROWER
        row = _row_at(members, article, counts, width, room, setter)
    if row.rows > room.rows:
        setter.report_overset(photos[-1].caption.string, first.source)
    return row


def _asked(photos: Sequence[Photo], room: RowRoom, setter: Setter) -> float:
    """The width that a row asks for, points: all of its column where it says none or is nearly so
    wide, what whole em of text leave where that stands beside it, as of a single photo.
    """
    grid, first = setter.layout.grid, photos[0]
    said = said_width(photos)
    asked = room.width if said is None else said * grid.size
    alone = room.alone or first.side is Side.NONE
    if asked >= room.width * (1.0 if alone else NEARLY_FULL) - EPSILON:
        return room.width
    beside = None if alone else room_beside(first, asked, setter.layout)
    if beside is None:
        return asked
    sides = 2 if first.side is Side.BOTH else 1
    return grid.column_width - sides * (beside * grid.size + standoff_of(first, setter.layout))


def _is_too_tall(row: PhotoRow, room: RowRoom, setter: Setter) -> bool:
    grid = setter.layout.grid
    # two rows of a column stay free, as under a photo: for a short caption, or a heading above
    most = frame_height(max(1, grid.rows - 2), grid)
    return row.rows > room.rows or row.height > most + EPSILON


def _row_at(
    members: Sequence[RowMember],
    article: int,
    counts: Sequence[int],
    width: float,
    room: RowRoom,
    setter: Setter,
) -> PhotoRow:
    """A row at some width, points."""
    grid, photos = setter.layout.grid, [member.photo for member in members]
    gutter = setter.layout.photo.gutter * grid.size
    ratios = [shown_ratio(member.photo, member.size) for member in members]
    lines = row_lines(ratios, counts, width, gutter)
    each = captions_are_each(photos)
    under = captions_of_each(photos, _widths(lines), setter) if each else None
    is_common = under is None
    beside = None if room.alone else room_beside(photos[0], width, setter.layout)
    if is_common and beside is None and width < room.width - EPSILON:
        # alone it may be wider or narrower, as a photo may
        lines = uncropped(lines, room.width, grid)
        width = lines[0].width
    if under is None:
        under = credits_of_each(photos, _widths(lines), setter)
    words = "" if each else photos[-1].caption.string
    blocks = [_block(member, article, words) for member in members]
    cells, rows = _stand(blocks, lines, under, setter)
    last = under[-counts[-1] :]
    over = credits_over(last, setter) if is_common else 0.0
    common = None
    if is_common:
        paragraphs = [member.paragraph for member in members]
        common = common_caption(photos, paragraphs, counts, width, article, setter, over)
    alone = (common is not None and common.is_long) or beside is None
    standoff = standoff_of(photos[0], setter.layout)
    height = cells[-1].y + cells[-1].block.height
    return PhotoRow(
        cells,
        Side.NONE if alone else photos[0].side,
        width,
        height,
        height + max(photo.rows for photo in last) * grid.leading + over,
        rows + (common.rows if common is not None else 0),
        Clearance(standoff, 0.0, standoff, 0.0),
        photos[0].line,
        common,
    )


def _widths(lines: Sequence[RowLine]) -> list[float]:
    return [right - left for line in lines for left, right in line.edges()]


def _block(member: RowMember, article: int, words: str) -> PhotoBlock:
    """A photo without its size yet; `words` say what it shows where it does not say so itself."""
    photo = member.photo
    if not (photo.alt or photo.caption.string.strip()):
        photo = replace(photo, alt=words)
    return PhotoBlock(
        photo,
        photo.crop,
        Side.NONE,
        member.size,
        article,
        member.paragraph,
        0.0,
        0.0,
        0,
        NO_DISTANCE,
        photo.line,
        None,
        [],
    )


def _stand(
    blocks: Sequence[PhotoBlock],
    lines: Sequence[RowLine],
    under: Sequence[UnderPhoto],
    setter: Setter,
) -> tuple[list[RowCell], int]:
    """The photos at their places, and the rows of the grid that all take with the captions under
    each: lines with captions end on a baseline, and so does the last.
    """
    grid = setter.layout.grid
    cells: list[RowCell] = []
    rows, begun, done = 0, 0, 0
    for at, line in enumerate(lines):
        own = under[done : done + len(line.ratios)]
        done += len(line.ratios)
        below = max(photo.rows for photo in own)
        if not below and at + 1 < len(lines):
            continue
        band = lines[begun : at + 1]
        standing = stood(band, grid)
        top = rows * grid.leading
        for part, height in zip(band, standing.heights, strict=True):
            of_line = slice(len(cells), len(cells) + len(part.ratios))
            cells += _cells(blocks[of_line], part, under[of_line], top, height)
            top += height + part.gutter
        rows += standing.rows + below
        begun = at + 1
    return cells, rows


def _cells(
    blocks: Sequence[PhotoBlock],
    line: RowLine,
    under: Sequence[UnderPhoto],
    top: float,
    height: float,
) -> list[RowCell]:
    """The photos of one line, cropped evenly to its height."""
    is_cut = abs(line.height - height) > EPSILON
    return [
        RowCell(
            replace(
                block,
                crop=cut_to(block.photo, line.height, height) if is_cut else block.photo.crop,
                width=right - left,
                height=height,
                caption=matter.caption,
                caption_lines=matter.lines,
                credit=matter.credit,
            ),
            left,
            top,
        )
        for block, (left, right), matter in zip(blocks, line.edges(), under, strict=True)
    ]
