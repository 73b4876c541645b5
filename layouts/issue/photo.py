"""A photo and the slot it stands in."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar, NamedTuple

from msgspec import Struct
from msgspec.structs import force_setattr

from layouts.errors import Source
from layouts.issue.text import Text, as_text
from layouts.issue.traits import BlockTrait, Shape
from layouts.photo_tone import AS_IT_IS, PhotoTone

WIDEST = 200.0
"""Em: no photo, no distance of text from one, and no column of a table is wider."""

LAST_LINE = 9999
"""No photo stands at a line of its paragraph beyond."""


class Side(StrEnum):
    """Where a photo stands in its column: beside text on its left or right, in the middle with text
    on both sides, or alone.
    """

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"
    NONE = "none"


class Crop(NamedTuple):
    """What is cut off a photo at each edge, as fractions of its upright width or height; together
    less than 1 across and down.
    """

    left: float = 0.0
    top: float = 0.0
    right: float = 0.0
    bottom: float = 0.0

    def keeps(self, point: PhotoPoint) -> bool:
        """Whether a point of the photo is left."""
        across = self.left <= point.x <= 1 - self.right
        return across and self.top <= point.y <= 1 - self.bottom


WHOLE = Crop()


class PhotoPlace(StrEnum):
    """Where a photo is placed: in the text, at the top or foot of a page, on a page or two facing
    pages of its own.
    """

    TEXT = "text"
    TOP = "top"
    FOOT = "foot"
    PAGE = "page"
    SPREAD = "spread"


ALL_COLUMNS = 0
"""A photo that goes across so many columns goes across all there are."""

MOST_COLUMNS = 6
"""No page has more columns."""


MOST_IN_ROW = 6
"""No more photos stand beside each other in a row."""


class RowCaptions(StrEnum):
    """The captions of photos in a row: as they have words (one of all where only the last has any,
    else one each), one of all, or one under each.
    """

    AS_WRITTEN = "as-written"
    TOGETHER = "together"
    EACH = "each"


class Bleed(NamedTuple):
    """The edges of the page to which a photo goes, and beyond into the bleed (出血)."""

    left: bool = False
    top: bool = False
    right: bool = False
    foot: bool = False


NO_BLEED = Bleed()


class Wrap(StrEnum):
    """What text runs round (绕排): the photo's frame, what its alpha channel shows, an outline
    found on a plain ground, or a polygon that was drawn.
    """

    BOX = "box"
    ALPHA = "alpha"
    OUTLINE = "outline"
    POLYGON = "polygon"


class Standoffs(NamedTuple):
    """The distance of text from each edge of a photo, em of the body."""

    left: float
    top: float
    right: float
    foot: float


class PhotoPoint(NamedTuple):
    """A point of a photo, as fractions of its whole upright width and height from the left and top,
    whatever is cropped.
    """

    x: float
    y: float


MOST_POINTS = 200
"""No polygon that text runs round has more corners."""


THICKEST_FRAME = 4.0
"""Points: no rule round a photo is thicker."""


class Photo(Struct, frozen=True):
    """A photo beside the paragraph that follows it, its top at line `line` (from 0) of that
    paragraph.

    `path` is as written in the manuscript, relative to its folder; `width` and `standoff` are in em
    of the body, None for the layout's own. `id` is empty until `with_ids` gives one; manuscripts
    know none. `name` is what the file was called before a package named it by its content; empty
    where `path` tells it. Photos beside each other in an article that have the same `row` stand in
    one row, or `grid` of them beside each other in several (0: all in one), with `captions` as that
    says; the first of them says for all: grid, captions, side, line, standoff.

    `place` is where it stands: only one in the text stands beside its paragraph, the others near
    it. `across` is how many columns it goes, `bleed` says at which edges of the page it goes into
    the bleed. Text runs round what `wrap` says, `polygon` its corners where that is a polygon, and
    `standoffs` away from it where they differ by edge. `tone` is how it is shown otherwise than its
    file has it, `frame` the rule round it in points, `credit` who took it (摄影), `focus` the
    centre of interest, which crops made by the program keep.

    A str may be given for the caption: it becomes a text without marks.
    """

    trait: ClassVar[BlockTrait] = BlockTrait(
        Shape.CAPTION, 200, letter="p", reads=False, joins=False, beside=True
    )

    path: str
    caption: Text
    source: Source
    side: Side = Side.RIGHT
    width: float | None = None
    line: int = 0
    standoff: float | None = None
    alt: str = ""
    crop: Crop = WHOLE
    id: str = ""
    name: str = ""
    row: str = ""
    place: PhotoPlace = PhotoPlace.TEXT
    across: int = 1
    bleed: Bleed = NO_BLEED
    wrap: Wrap = Wrap.BOX
    polygon: tuple[PhotoPoint, ...] = ()
    standoffs: Standoffs | None = None
    grid: int = 0
    captions: RowCaptions = RowCaptions.AS_WRITTEN
    tone: PhotoTone = AS_IT_IS
    frame: float = 0.0
    credit: str = ""
    focus: PhotoPoint | None = None

    def __post_init__(self) -> None:
        force_setattr(self, "caption", as_text(self.caption))


def bare(photo: Photo) -> Photo:
    """The photo placed in the text and shown as its file has it, framed and credited by nothing."""
    return Photo(
        photo.path,
        photo.caption,
        photo.source,
        photo.side,
        photo.width,
        photo.line,
        photo.standoff,
        photo.alt,
        photo.crop,
        photo.id,
        photo.name,
        photo.row,
    )
