"""What a PDF is made for: the settings of an export preset (印刷, 屏幕 …).

Each preset is a TOML file that editors can change and save.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

Standard = Literal["none", "x4", "x1a", "ua1", "a2u", "a2a"]
"""PDF/X-4 that is also PDF/A-2b, PDF/X-1a:2003, PDF/UA-1, PDF/A-2u, PDF/A-2a that is also PDF/UA-1,
or a plain PDF 1.7.
"""

Colour = Literal["rgb", "cmyk", "grey"]

MarkStyle = Literal["crop", "double"]
"""Marks in line with the trim alone, or with the bleed as well (双线角线)."""

Arrange = Literal["none", "reduced", "sequence", "stack", "repeat"]
"""How pages stand on a sheet, several on each side; none: each is a page of its own
(`layouts.imposition.grid`).
"""

Printing = Literal["full", "low", "none"]
"""How well a file may be printed: as it is, at 150 dpi, or not at all."""


class Preset(Struct, frozen=True, kw_only=True):
    """Settings of an export.

    Lengths in mm; `bleed` outside the left, top, right and bottom edge, left being the inner one of
    no page.
    """

    name: str
    zh: str
    en: str
    standard: Standard = "none"
    colour: Colour = "rgb"
    profile: str = ""
    """File of the print condition's ICC profile; empty: the one shipped for `condition` or, for
    grey, the black of FOGRA39.
    """
    condition: str = "FOGRA39"
    """The OutputConditionIdentifier that belongs to `profile`, or chooses one of those shipped."""
    red: Literal["process", "spot"] = "process"
    spot_name: str = "专色红"
    bleed: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    marks: bool = False
    """Crop and registration marks, colour bar and slug line outside the bleed."""
    mark_style: MarkStyle = "crop"
    mark_offset: float = 0.0
    """mm between the bleed and its marks, which are never nearer than 3 mm to the trim."""
    mark_weight: float = 0.25
    """Width of the strokes of marks, points."""
    register_marks: bool = True
    colour_bar: bool = True
    slug: str = ""
    """The pattern of the slug line; empty: the usual one (`layouts.prepress.slug`)."""
    ppi: int = 0
    """What photos are brought down to where they have more than half as much again; 0: left as they
    are.
    """
    ink_limit: int = 300
    """Per cent of total ink that a photo may reach."""
    curves: bool = False
    """Text is drawn as curves (转曲), and no font is in the file."""
    tagged: bool = False
    links: bool = True
    """Links, bookmarks and page labels."""
    booklet: bool = False
    """Saddle stitch: two pages a side, sheets in the order of a duplex printer."""
    signature: int = 0
    """In a booklet for perfect binding the pages of a signature (帖); 0: saddle stitch, one of
    all.
    """
    creep: float = 0.0
    """mm that the innermost sheet sticks out over the outermost when folded."""
    keep_last: bool = True
    """The last page is the outside of the back: blanks that fill up the last sheet come before
    it.
    """
    arrange: Arrange = "none"
    up: int = 0
    """Pages on each side; 0: as many as fit."""
    gutter: float = 0.0
    """mm between the bleeds of neighbours."""
    duplex: bool = False
    """A page and the next are front and back."""
    paper: str = "A3"
    """The sheet of a booklet and of several pages up, by its name or as `430x310`."""
    smallest: bool = False
    """Photos as JPEGs of low quality and never finer than `ppi`, all else packed tightly."""
    thumbnails: bool = False
    """A small picture of each page in the file."""
    printing: Printing = "full"
    copying: bool = True
    """Text and photos may be copied out of the file."""
    changing: bool = True
    """Pages, notes and forms may be changed."""

    @property
    def is_cut(self) -> bool:
        """Whether pages stand on sheets at their own size, to be cut out."""
        return self.arrange in {"sequence", "stack", "repeat"}

    @property
    def limits(self) -> bool:
        """Whether the file forbids anything, for which it must be encrypted."""
        return self.printing != "full" or not (self.copying and self.changing)
