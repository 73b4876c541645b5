"""A photo and the slot it stands in."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar, NamedTuple

from msgspec import Struct

from layouts.errors import Source
from layouts.issue.traits import BlockTrait, Shape

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


WHOLE = Crop()


class Photo(Struct, frozen=True):
    """A photo beside the paragraph that follows it, its top at line `line` (from 0) of that
    paragraph.

    `path` is as written in the manuscript, relative to its folder; `width` and `standoff` are in em
    of the body, None for the layout's own. `id` is empty until `with_ids` gives one; manuscripts
    know none. `name` is what the file was called before a package named it by its content; empty
    where `path` tells it. Photos beside each other in an article that have the same `row` stand in
    one row; the caption of its last is that of all.
    """

    trait: ClassVar[BlockTrait] = BlockTrait(
        Shape.CAPTION, 200, letter="p", reads=False, joins=False, beside=True
    )

    path: str
    caption: str
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
