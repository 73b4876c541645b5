"""Photos that stand apart from their paragraph: at the head or foot of a page, on a page or two
facing pages of their own. Their frames, and what stands in them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from layouts.flow.apart_words import (
    NARROW,
    PADDING,
    ApartWords,
    apart_words,
    draw_ground,
    draw_words,
    ground_of,
    inked_height,
    rows_of,
)
from layouts.flow.bleeding import filling_crop, shown_ratio
from layouts.flow.floats import Clearance, framed
from layouts.flow.frames import edges_of, frame_rules
from layouts.flow.photo_sizes import frame_height
from layouts.flow.photos import PhotoSize
from layouts.flow.setting import Origin, Setter
from layouts.geometry import Polygon
from layouts.house.layout import Grid
from layouts.house.text_style import Align
from layouts.issue.photo import ALL_COLUMNS, NO_BLEED, Bleed, Crop, Photo, PhotoPlace, Side
from layouts.page.bleeding import EdgeBox
from layouts.page.item import Picture
from layouts.page.page import Page

if TYPE_CHECKING:
    from layouts.flow.own_notes import NotesApart, OwnNotes

LEAST_TEXT = 5
"""Rows that a photo at the head or foot of a column leaves of it: fewer would not read as text."""

AIR = 1
"""Rows free between such a photo with its words and the text."""

LEAST_WORDS = 10
"""Em that the words under the left half of a photo on two pages have at least."""

NEAR = 0.1
"""A photo whose proportions are so near to those of its page fills it; others keep theirs."""


class ApartPhoto(Struct):
    """A photo that stands apart, over `columns` columns and `rows` rows.

    `frame` is counted from the left of the first of them and the top of their first row, over the
    `edges` of the page in the bleed. Its `words` stand in the middle under it, `words_top` from
    there, or on a `ground`. Of a photo on two facing pages this is the left half, `facing` the
    right one. `instead` is one for the head of a page as it stands at the foot of one. Its `notes`
    stand on its own page, at the foot or under its words on their ground; else it leaves
    `note_rows` for them under the text.
    """

    photo: Photo
    size: PhotoSize
    article: int
    paragraph: int
    columns: int
    rows: int
    frame: EdgeBox
    crop: Crop
    edges: Bleed
    words: ApartWords | None = None
    words_top: float = 0.0
    ground: EdgeBox | None = None
    facing: ApartPhoto | None = None
    instead: ApartPhoto | None = None
    side: Side = Side.NONE
    line: int = 0
    notes: OwnNotes | None = None
    note_rows: int = 0

    @property
    def place(self) -> PhotoPlace:
        """Where it stands."""
        return self.photo.place

    @property
    def width(self) -> float:
        """The width of its frame, points."""
        return self.frame.right - self.frame.left

    @property
    def clearance(self) -> Clearance:
        """No text stands beside it."""
        return Clearance(0.0, 0.0, 0.0, 0.0)

    def shape(self, x: float, y: float, leading: float) -> Polygon:
        """All its rows."""
        return framed(self, x, y, leading)

    def draw(self, page: Page, setter: Setter, x: float, y: float) -> None:
        """Put picture, caption and credit on the page."""
        photo, frame = self.photo, self.frame
        picture = Picture(
            x + frame.left,
            y + frame.top,
            frame.right - frame.left,
            frame.bottom - frame.top,
            self.size.path,
            photo.alt or photo.caption.string,
            photo.source,
            self.article,
            self.paragraph,
            self.crop,
            self.size.missing,
            tone=photo.tone,
        )
        page.pictures.append(picture)
        if photo.frame:
            page.rules += frame_rules(picture, photo.frame, self.edges)
        if self.words is not None:
            self._draw_words(self.words, page, setter, x, y)
        if self.notes is not None and self.ground is None:
            self.notes.draw_at_foot(page, setter, x)

    def _draw_words(
        self, words: ApartWords, page: Page, setter: Setter, x: float, y: float
    ) -> None:
        origin = Origin("caption", self.article, self.paragraph, self.photo.source)
        if self.ground is None:
            # in the middle of what of the photo stands in the type area
            left = (max(0.0, self.frame.left) + self._inner_right(setter) - words.measure) / 2
            if self.facing is not None:
                left = min(left, self._inner_right(setter) - words.measure)
            at = x + left, y + self.words_top
            draw_words(words, origin, page, setter, at, Align.CENTER)
            return
        draw_ground(self.ground, page, x, y)
        pad = PADDING * setter.style("caption").size
        at = x + self.ground.left + pad, y + self.ground.top + pad
        draw_words(words, origin, page, setter, at, Align.LEFT)
        if self.notes is not None:
            self.notes.draw_under(page, setter, at[0], at[1] + inked_height(words, setter))

    def _inner_right(self, setter: Setter) -> float:
        return min(self.frame.right, setter.layout.grid.span(self.columns))


def columns_of(photo: Photo, grid: Grid) -> int:
    """How many columns of a page a photo goes across."""
    return grid.columns if photo.across == ALL_COLUMNS else min(photo.across, grid.columns)


def apart_photo(
    photo: Photo,
    size: PhotoSize,
    article: int,
    paragraph: int,
    setter: Setter,
    notes: NotesApart | None = None,
) -> ApartPhoto:
    """Size a photo for the place it names; `notes` are those on its words."""
    making = _Making(photo, size, article, paragraph, setter, notes)
    if photo.place is PhotoPlace.TOP:
        head = making.at_head()
        head.instead = None if head.edges.top else making.at_foot()
        return head
    if photo.place is PhotoPlace.FOOT:
        return making.at_foot()
    return making.spread() if photo.place is PhotoPlace.SPREAD else making.page()


class _Making:
    """Sizes one photo."""

    def __init__(
        self,
        photo: Photo,
        size: PhotoSize,
        article: int,
        paragraph: int,
        setter: Setter,
        notes: NotesApart | None,
    ) -> None:
        self._notes = notes
        self._photo = photo
        self._size = size
        self._of = article, paragraph
        self._setter = setter
        self._grid = setter.layout.grid
        self._ratio = shown_ratio(photo, size)
        self._wanted = edges_of(photo, setter.layout) or NO_BLEED
        self._columns = columns_of(photo, self._grid)

    # -- head and foot of a page -------------------------------------------------------------------

    def at_head(self) -> ApartPhoto:
        """At the head of columns: its foot on a baseline, its words and a blank row under it."""
        edges = self._reached(self._wanted._replace(foot=False))
        words = apart_words(self._photo, self._grid.span(self._columns), self._setter)
        below = rows_of(words, self._setter)
        over = self._grid.top + self._setter.layout.bleed if edges.top else 0.0
        frame, rows = self._frame(edges, over, below)
        frame = frame._replace(top=-over, bottom=frame.bottom - over)
        block = self._block(rows + below + AIR, frame, edges, words)
        block.words_top = frame.bottom + self._gap
        block.note_rows = self._note_rows
        return block

    def at_foot(self) -> ApartPhoto:
        """At the foot of columns, under a blank row: its words under it, or over it where it goes
        over the foot of the page.
        """
        edges, grid = self._reached(self._wanted._replace(top=False)), self._grid
        words = apart_words(self._photo, grid.span(self._columns), self._setter)
        below = rows_of(words, self._setter)
        under = grid.height - grid.top - grid.area_height + self._setter.layout.bleed
        # the last row's characters reach further down than its baseline
        over = under + grid.size - grid.ascent if edges.foot else 0.0
        frame, rows = self._frame(edges, over, below)
        head = (AIR + (below if edges.foot else 0)) * grid.leading
        frame = frame._replace(top=head, bottom=frame.bottom + head)
        block = self._block(AIR + rows + below, frame, edges, words)
        if words is not None:
            above = frame.top - self._gap - words.height
            block.words_top = above if edges.foot else frame.bottom + self._gap
        block.note_rows = self._note_rows
        return block

    @property
    def _note_rows(self) -> int:
        return self._notes.rows_in_column() if self._notes else 0

    def _reached(self, edges: Bleed) -> Bleed:
        """In fewer than all columns it reaches one side of the page at most."""
        one = edges.left and self._columns < self._grid.columns
        return edges._replace(right=False) if one else edges

    def _frame(self, edges: Bleed, over: float, below: int) -> tuple[EdgeBox, int]:
        """The frame from the top of its rows on, and how many rows of the type area it takes;
        `over` points of its height lie outside.
        """
        grid = self._grid
        span, margin = grid.span(self._columns), grid.left + self._setter.layout.bleed
        left = -margin if edges.left else 0.0
        right = span + margin if edges.right else span
        natural = (right - left) * self._ratio
        most = max(1, grid.rows - LEAST_TEXT - AIR - below - self._note_rows)
        wish = round((natural - over - grid.ascent) / grid.leading + 1)
        rows = max(1, min(wish, most))
        height = over + frame_height(rows, grid)
        if natural > height + grid.leading and not any(edges):
            # too tall for the page: smaller, in the middle of its columns
            width = height / self._ratio
            left, right = (span - width) / 2, (span + width) / 2
        elif natural < height and rows == 1 and not over:
            height = natural  # a strip lower than one row: its foot stands above the baseline
        return EdgeBox(left, 0.0, right, height), rows

    # -- pages of its own --------------------------------------------------------------------------

    def page(self) -> ApartPhoto:
        """On a page of its own: in the type area, or to the edges that it is to go to."""
        grid = self._grid
        words, below = self._words_of_page()
        own, more = self._notes_of_page(words)
        below += more
        area = EdgeBox(0.0, 0.0, grid.area_width, frame_height(grid.rows - below, grid))
        frame = self._filled(self._over(area, self._wanted, grid.width))
        return self._with_words(self._block(grid.rows, frame, self._wanted, words), own)

    def spread(self) -> ApartPhoto:
        """On two facing pages: each half ends exactly at the fold."""
        grid, edges = self._grid, self._wanted
        words, below = self._words_of_page()
        own, more = self._notes_of_page(words)
        both = EdgeBox(
            0.0, 0.0, 2 * (grid.width - grid.left), frame_height(grid.rows - below - more, grid)
        )
        frame = self._filled(self._over(both, edges, 2 * grid.width))
        # its words stand under the left half, which may be narrower than the type area
        room = max(grid.area_width - frame.left, min(LEAST_WORDS * grid.size, grid.area_width))
        if words is not None and not edges.foot and room < words.measure:
            words = apart_words(self._photo, room, self._setter)
            both = both._replace(
                bottom=frame_height(grid.rows - rows_of(words, self._setter) - more, grid)
            )
            frame = self._filled(self._over(both, edges, 2 * grid.width))
        half = grid.width - grid.left
        crop = self._crop(frame)
        # how much of what is shown lies left of the fold
        share = (half - frame.left) / (frame.right - frame.left)
        fold = crop.left + share * (1 - crop.left - crop.right)
        left = self._block(
            grid.rows,
            frame._replace(right=half),
            edges._replace(right=False),
            words,
            crop._replace(right=1 - fold),
        )
        # counted from its own type area, which begins `grid.left` behind the fold
        ends = EdgeBox(-grid.left, frame.top, frame.right - half - grid.left, frame.bottom)
        left.facing = self._block(
            grid.rows, ends, edges._replace(left=False), None, crop._replace(left=fold)
        )
        return self._with_words(left, own)

    def _notes_of_page(self, words: ApartWords | None) -> tuple[OwnNotes | None, int]:
        """The notes on a page that the photo fills, and the rows they take under it; on it, none.
        A part of a page is left to them at most.
        """
        if self._notes is None or words is None:
            return None, 0
        if self._wanted.foot:
            return self._notes.on_page_of_photo(words.measure), 0
        own = self._notes.on_page_of_photo()
        return own, own.rows(self._setter)

    def _words_of_page(self) -> tuple[ApartWords | None, int]:
        """The words under a photo on a page, and the rows they take; on it, none."""
        width = self._grid.area_width
        if self._wanted.foot:
            return apart_words(self._photo, NARROW * width, self._setter), 0
        words = apart_words(self._photo, width, self._setter)
        return words, rows_of(words, self._setter)

    def _with_words(self, block: ApartPhoto, own: OwnNotes | None) -> ApartPhoto:
        block.notes = own
        if block.words is not None and self._wanted.foot:
            block.ground = ground_of(block.words, self._setter, own)
        block.words_top = block.frame.bottom + self._gap
        return block

    def _over(self, area: EdgeBox, edges: Bleed, width: float) -> EdgeBox:
        """An area of the type area drawn out to edges of its page, or of two that are `width`
        points wide.
        """
        grid, by = self._grid, self._setter.layout.bleed
        return EdgeBox(
            -grid.left - by if edges.left else area.left,
            -grid.top - by if edges.top else area.top,
            width - grid.left + by if edges.right else area.right,
            grid.height - grid.top + by if edges.foot else area.bottom,
        )

    def _filled(self, area: EdgeBox) -> EdgeBox:
        """The frame in an area: all of it where the photo goes to an edge or has about its
        proportions, else as large as those allow, in the middle.
        """
        width, height = area.right - area.left, area.bottom - area.top
        if any(self._wanted) or abs(self._ratio * width / height - 1) <= NEAR:
            return area
        wide, tall = min(width, height / self._ratio), min(height, width * self._ratio)
        left, top = area.left + (width - wide) / 2, area.top + (height - tall) / 2
        return EdgeBox(left, top, left + wide, top + tall)

    # -- both --------------------------------------------------------------------------------------

    @property
    def _gap(self) -> float:
        return self._setter.layout.photo.caption_gap

    def _crop(self, frame: EdgeBox) -> Crop:
        wanted = (frame.bottom - frame.top) / (frame.right - frame.left)
        return filling_crop(self._photo, self._ratio, wanted)

    def _block(
        self,
        rows: int,
        frame: EdgeBox,
        edges: Bleed,
        words: ApartWords | None,
        crop: Crop | None = None,
    ) -> ApartPhoto:
        return ApartPhoto(
            self._photo,
            self._size,
            *self._of,
            self._columns
            if self._photo.place in {PhotoPlace.TOP, PhotoPlace.FOOT}
            else self._grid.columns,
            rows,
            frame,
            self._crop(frame) if crop is None else crop,
            edges,
            words,
        )
