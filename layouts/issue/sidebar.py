"""A box (专栏框): an aside with a title, ground and rules of its own, beside the text or across its
column.
"""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from msgspec import Struct

from layouts.errors import Source
from layouts.issue.photo import PhotoPlace, Side
from layouts.issue.text import Text
from layouts.issue.traits import BlockTrait, Shape

MOST_INSIDE = 3
"""The text of a box stands in no more columns of its own."""

NARROWEST_BOX = 4.0
"""Em: no box is narrower."""


class BoxKind(StrEnum):
    """What a box is for; a layout gives each its look: a link to something else (链接), what an
    article says in short (提要), anything else (专栏).
    """

    LINK = "link"
    SUMMARY = "summary"
    PLAIN = "plain"


class Sidebar(Struct, frozen=True):
    """A box of paragraphs, the first of which is its title where it is `titled`.

    It stands as a photo does: on `side` of the column beside the paragraph that follows it, its top
    at that paragraph's `line`, `width` em of the body wide (None: as the layout has it), or where
    `place` says, `across` so many columns. Its text stands in `columns` of its own.
    """

    trait: ClassVar[BlockTrait] = BlockTrait(Shape.PARAGRAPHS, 80, parts_join=True)

    paragraphs: tuple[Text, ...]
    source: Source
    kind: BoxKind = BoxKind.LINK
    titled: bool = True
    side: Side = Side.RIGHT
    width: float | None = None
    line: int = 0
    columns: int = 1
    place: PhotoPlace = PhotoPlace.TEXT
    across: int = 1
    id: str = ""


def is_title(box: object, part: int) -> bool:
    """Whether part `part` of a block is the title of a box."""
    return isinstance(box, Sidebar) and box.titled and part == 0
