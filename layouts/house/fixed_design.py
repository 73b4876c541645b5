"""What stands at fixed places of masthead, colophon and cover, as values."""

from __future__ import annotations

from msgspec import Struct

from layouts.house.text_style import Align
from layouts.page.item import BLACK, Ink


class FixedLine(Struct, frozen=True):
    """A line of a fixed part: a template whose {fields} are filled from the issue; left out where a
    field it needs is empty.

    `baseline` is measured from the top of the page for the masthead, and in rows of the colophon's
    own leading for the colophon. Several lines may share a baseline (issuer left, date right). A
    line stands `inset` points inside the edge of the type area it is aligned to, a centred one so
    far right of the middle. With a `width` that is all the room it has, and it stands `at` an edge
    of its own. A line that is justified has its characters spread over its room (均排).
    """

    template: str
    style: str
    align: Align
    baseline: float
    squeeze_to_fit: bool = True
    inset: float = 0.0
    width: float | None = None
    at: Align | None = None


class FixedRule(Struct, frozen=True):
    """A rule of a fixed part; `y` of its middle, measured as its part's baselines are.

    It is as long as the type area is wide, or as the page where it bleeds, or else `length` points,
    and then stands as `align` says, `inset` inside that edge.
    """

    y: float
    width: float
    ink: Ink
    length: float | None = None
    align: Align = Align.LEFT
    inset: float = 0.0
    bleed: bool = False


class FixedGround(Struct, frozen=True):
    """A coloured ground under a fixed part, or an upright rule where it is narrow: from `y` down,
    `height` high, both measured as its part's baselines are; as long as a rule.
    """

    y: float
    height: float
    ink: Ink
    length: float | None = None
    align: Align = Align.LEFT
    inset: float = 0.0
    bleed: bool = False


class ArtDesign(Struct, frozen=True):
    """A picture of a fixed part: 题字, 徽标, 底图.

    `file` is its absolute path. It stands at `x` from the page's left edge or, without one, at a
    side or in the middle of the type area (`align`); its top at `y`, measured as its part's
    baselines are. It fills `width` or `height`, fits into both where both are given, and keeps its
    proportions. With an `ink` it is printed in that alone. `alt` is a template of what it shows.
    Lines of its part that print the field `instead_of` are left out where it stands.
    """

    file: str
    align: str
    x: float | None
    y: float
    width: float | None
    height: float | None
    behind: bool
    ink: Ink | None
    alt: str
    instead_of: str | None


class MastheadDesign(Struct, frozen=True):
    """The front page's head (报头). Text may start at `height` from the top of the page."""

    lines: tuple[FixedLine, ...]
    rules: tuple[FixedRule, ...]
    height: float
    art: tuple[ArtDesign, ...] = ()
    grounds: tuple[FixedGround, ...] = ()


class CoverPhoto(Struct, frozen=True):
    """Where the photo of a cover stands: so far from the edges of the page, points; at an edge it
    is 0 from, it runs into the bleed. A `ground` stands there where the issue has no photo.
    """

    left: float = 0.0
    top: float = 0.0
    right: float = 0.0
    foot: float = 0.0
    ground: Ink | None = None


class CoverHeadlines(Struct, frozen=True):
    """The headlines of a cover: from `x` on so `width` wide, between `top` and `foot`, all from the
    page's upper left corner in points; at most `most`.

    They are set in `style`, the first in `lead_style`, the name of its section above each in
    `section_style` and the number of its page before each in `page_style`, where there are such;
    `gap` and a rule part them. They begin at `top` or, where they stand `at_foot`, end at `foot`.
    """

    style: str
    x: float
    top: float
    width: float
    foot: float
    gap: float = 0.0
    most: int = 6
    lead_style: str | None = None
    section_style: str | None = None
    page_style: str | None = None
    rule: float = 0.0
    rule_ink: Ink = BLACK
    at_foot: bool = False


class CoverDesign(Struct, frozen=True):
    """The cover (封面) a layout may have, for issues that want one: a photo under grounds, rules,
    lines and art as those of the masthead, and the headlines of the issue.

    With its `back` two pages stand before the first, which is a right one then. They are `counted`
    in page numbers, or the first page after them has number 1.
    """

    photo: CoverPhoto
    lines: tuple[FixedLine, ...]
    rules: tuple[FixedRule, ...]
    headlines: CoverHeadlines | None = None
    art: tuple[ArtDesign, ...] = ()
    grounds: tuple[FixedGround, ...] = ()
    back: bool = True
    counted: bool = False


class ColophonDesign(Struct, frozen=True):
    """The foot of the last page (报尾): rules and lines from the top of the block down, rows of
    `leading`, its last on the last row.
    """

    lines: tuple[FixedLine, ...]
    rules: tuple[FixedRule, ...]
    leading: float
    height: float
    art: tuple[ArtDesign, ...] = ()
    grounds: tuple[FixedGround, ...] = ()
