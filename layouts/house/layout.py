"""The layout of a house: page, grid, styles and fixed parts, as values.

Lengths are points unless a name says em or rows.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct, field

from layouts.page.item import BLACK, Ink
from layouts.units import mm


class Align(StrEnum):
    """How the last or only line of a style stands in its measure."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"
    JUSTIFY = "justify"


class Prohibition(StrEnum):
    """How much may not start or end a line (CLREQ 3.1.6 and GB/T 15834 5.1)."""

    NONE = "none"
    BASIC = "basic"
    GB = "gb"
    STRICT = "strict"


class Punctuation(Struct, frozen=True):
    """How marks are spaced (标点挤压): every number in em.

    What styles there are, with their values: `layouts/house/punctuation.py`.

    `pairs` squeezes neighbouring marks (CLREQ 3.1.6.4); `stops` also ！ and ？; `line_end` is the
    width of a mark that ends a line (0.5 by GB/T 15834 5.1.10, 1 to leave it); `line_start` trims
    an opening mark there; `hang` lets one pause or stop hang. `autospace` stands between Han and
    Latin, shrinking to `autospace_min` and growing to `autospace_max`. `squeeze` is the most one
    mark inside a line gives up to pull text in. `total_fit` weighs whole paragraphs instead of line
    by line; without it lines are filled first come, first served, as office programs do. `units`
    keeps numbers with what they count, dates and the like on one line. `connector` is the width of
    a hyphen between Hanzi.
    """

    name: str
    prohibition: Prohibition
    pairs: bool
    stops: bool
    line_end: float
    line_start: bool
    hang: bool
    autospace: float
    autospace_min: float
    autospace_max: float
    squeeze: float
    total_fit: bool
    units: bool
    connector: float


class Style(Struct, frozen=True):
    """How one kind of text is set.

    `face`, `latin`, `bold`, `kai` are keys of the font catalogue: Chinese, Latin and digits, and
    what inline bold and kai change to. A key is one name of ours, or several names in order of
    preference, joined by `|`, ours last (`fonts.roles`). `leading` is the distance of baselines
    inside the style; `before` and `after` are spaces in points, taken up to whole rows of the grid
    together with the lines where the style is a heading. `indent` and `tracking` are em.
    """

    name: str
    face: str
    latin: str
    size: float
    leading: float
    ink: Ink
    align: Align = Align.JUSTIFY
    indent: float = 0.0
    tracking: float = 0.0
    before: float = 0.0
    after: float = 0.0
    bold: str = "song-bold"
    bold_latin: str = "latin-bold"
    kai: str = "kai"
    max_lines: int = 3

    @property
    def faces(self) -> tuple[str, ...]:
        """The keys of all faces that it may take."""
        return (self.face, self.latin, self.bold, self.bold_latin, self.kai)


class Grid(Struct, frozen=True):
    """The page and its character grid.

    Every baseline of the body stands on `top + ascent + row × leading`.

    `measure` is characters per line of one column; `columns` stand `gutter` apart; `left` is the
    type area's left edge on every page (the same on recto and verso: newsletters are stapled, not
    bound). `rows` lines fit the type area.
    """

    width: float
    height: float
    top: float
    left: float
    size: float
    leading: float
    ascent: float
    rows: int
    measure: float
    columns: int
    gutter: float

    @property
    def column_width(self) -> float:
        """The width of one column."""
        return self.measure * self.size

    @property
    def area_width(self) -> float:
        """The width of the type area (版心)."""
        return self.columns * self.column_width + (self.columns - 1) * self.gutter

    @property
    def area_height(self) -> float:
        """The height of the type area: rows × leading less the last line gap."""
        return self.rows * self.leading - (self.leading - self.size)

    def column_left(self, column: int) -> float:
        """The left edge of a column, counted from 0."""
        return self.left + column * (self.column_width + self.gutter)

    def rise(self, size: float) -> float:
        """From the top of characters of some type size down to their baseline."""
        return self.ascent / self.size * size

    def baseline(self, row: float) -> float:
        """The baseline of a row, counted from 0."""
        return self.top + self.ascent + row * self.leading

    def row_top(self, row: float) -> float:
        """The top of the characters of a row."""
        return self.top + row * self.leading


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


class ContentsDesign(Struct, frozen=True):
    """The list of contents (本期要目).

    Leader dots stand on one pitch measured from the right edge, so that they line up. `place` is
    above the body, over the type area in `columns` of its own, or in the first column of the body.
    A square mark of `mark` points stands before every entry; `padding` parts a coloured `ground`,
    and the rule that closes the list, from it. Where the body begins on a new page it does not
    under a list so short that `body_from_rows` are left; 0 for never.
    """

    title: str
    page_numbers: bool
    entry_indent: float
    leader_pitch: float
    leader_dot: float
    leader_ink: Ink
    body_on_new_page: bool
    body_from_rows: int = 8
    bullet: str = ""
    open_up: float = 1.0
    leaders: bool = True
    number_style: str | None = None
    place: str = "above"
    columns: int = 1
    gutter: float = 2.0
    mark: float = 0.0
    mark_ink: Ink = BLACK
    rule: float = 0.0
    rule_ink: Ink = BLACK
    ground: Ink | None = None
    padding: float = 0.0


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


class PageNumberDesign(Struct, frozen=True):
    """The running page number: template with {page}; on the outside, centre or inside, `inset` em
    of it from the edge; `drop` from the type area's foot to its baseline. Page 1 may have one of
    its own.
    """

    template: str
    style: str
    position: str
    drop: float
    first_page: bool
    inset: float = 0.0
    first_template: str | None = None
    first_position: str | None = None


class RunningHeadDesign(Struct, frozen=True):
    """The running head (书眉): a template for each place of it, empty where nothing stands there.

    `rise` is from the top of the type area up to its baseline, `rule_drop` from there down to the
    middle of its rule.
    """

    left: str = ""
    center: str = ""
    right: str = ""
    outside: str = ""
    inside: str = ""
    style: str | None = None
    rise: float = 0.0
    rule: float = 0.0
    rule_drop: float = 0.0
    ink: Ink = BLACK
    first_page: bool = False


class Ornament(Struct, frozen=True):
    """What a heading is dressed with, points.

    Rules `over` and `under` its words, `gap` from them and `length` long (over the column for
    None); rules `beside` them, from the words to the column's edges or `length` long; an upright
    `bar` before them, `bar_gap` from them; all in `ink`. A `ground` reaches `padding` above and
    below the words, over the column or, where it `fits`, `padding_side` to either side of them.
    """

    over: float = 0.0
    under: float = 0.0
    beside: float = 0.0
    gap: float = 0.0
    length: float | None = None
    bar: float = 0.0
    bar_gap: float = 0.0
    ink: Ink = BLACK
    ground: Ink | None = None
    padding: float = 0.0
    padding_side: float = 0.0
    fits: bool = False

    @property
    def above(self) -> float:
        """What it needs above the words."""
        return max(self.over and self.gap + self.over, self.padding if self.ground else 0.0)

    @property
    def below(self) -> float:
        """What it needs below the words."""
        return max(self.under and self.gap + self.under, self.padding if self.ground else 0.0)

    @property
    def before(self) -> float:
        """By how much words that begin at the left edge stand further right."""
        ground = self.padding_side if self.ground else 0.0
        return max(self.bar and self.bar + self.bar_gap, ground)


class NoteDesign(Struct, frozen=True):
    """An editor's note (按语): the upright bar beside it, points, 0 for none; `inset` em of it stay
    free at either side.
    """

    bar: float = 0.0
    ink: Ink = BLACK
    inset: float = 2.0


class PhotoDesign(Struct, frozen=True):
    """How photos stand in the text, in em of the body: default width and standoff, narrowest slot,
    gutter between photos beside each other; the caption's distance in points.
    """

    width: float
    standoff: float
    min_slot: float
    caption_gap: float
    gutter: float


class TableDesign(Struct, frozen=True):
    """Rules and padding of tables, points."""

    rule: float
    outer_rule: float
    padding: float
    ink: Ink
    header_ground: Ink | None = None


class PullQuoteDesign(Struct, frozen=True):
    """The rules above and below a pull quote, points thick, so far from its text; `inset` em of the
    body stay free at either side. One that text runs round is `width` em wide where it does not
    say.
    """

    rule: float
    padding: float
    inset: float
    ink: Ink
    width: float = 9.0


class BoxLook(Struct, frozen=True):
    """How boxes of one kind look, points: a `ground`, a rule all round (`frame`), along the head
    (`over`) and foot (`under`), an upright `bar` at the left, all in `ink`.

    Text keeps `padding` away from head and foot and `padding_side` from the sides; a box grows to
    whole rows of the grid. The title stands on a band of `title_ground` or over a rule, `title_gap`
    from the text.
    """

    ground: Ink | None = None
    frame: float = 0.0
    over: float = 0.0
    under: float = 0.0
    bar: float = 0.0
    ink: Ink = BLACK
    padding: float = 6.0
    padding_side: float = 8.0
    title_ground: Ink | None = None
    title_rule: float = 0.0
    title_gap: float = 5.0
    title_style: str | None = None
    text_style: str | None = None


class BoxDesign(Struct, frozen=True):
    """Boxes (专栏框): usual width and distance of text in em of the body, `gutter` between columns
    of their own in em of their text; the look of each kind.
    """

    width: float
    standoff: float
    gutter: float
    link: BoxLook
    summary: BoxLook
    plain: BoxLook

    def look(self, kind: str) -> BoxLook:
        """The look of a kind."""
        return {"link": self.link, "summary": self.summary}.get(kind, self.plain)


class FitDesign(Struct, frozen=True):
    """What fitting to pages may change (整页适配), rung by rung; 0 closes one. `aim` is what issues
    are fitted to by themselves, empty for nothing.

    Shares of a photo's height (`photos`) and of the leading, rows of `gaps` and `headings`, points
    of the body's `size`. `fill` is the least part of the last page that is to be filled.
    """

    aim: str = ""
    lines: bool = True
    photos: float = 0.08
    gaps: int = 1
    headings: int = 1
    leading: float = 0.04
    size: float = 0.25
    fill: float = 0.7


class Layout(Struct, frozen=True):
    """A whole layout.

    `styles` are keyed by role: body, section, headline, subheading-1 … -4, byline, note, caption,
    table, table-header, contents-title, contents-section, contents-entry, page-number, and those
    that fixed lines name. `own_leading` is the body's leading where fitting gave it another, 0
    where not: headings keep the rows that they take in that.

    `section_brackets` stand round a section's name; `run_in_mark` before a run-in article.
    `balance` evens the columns of the last page; `single_sided` says that no two pages face each
    other. What goes to the trim goes `bleed` points over it. `column_rule` points is the rule
    between columns. `ornaments` are what headings are dressed with, by role. `locks` are what of
    each part editors may not touch (`layouts.house.locks`). `folder` is where the layout's file
    lies, beside which the faces may lie that it names; empty for one of ours.
    """

    name: str
    title_zh: str
    title_en: str
    grid: Grid
    punctuation: Punctuation
    styles: Mapping[str, Style]
    masthead: MastheadDesign
    contents: ContentsDesign
    colophon: ColophonDesign
    page_number: PageNumberDesign
    photo: PhotoDesign
    table: TableDesign
    pull_quote: PullQuoteDesign
    box: BoxDesign
    section_brackets: str = "【】"
    balance: bool = False
    single_sided: bool = False
    bleed: float = mm(3)
    article_gap: float = 0.0
    running_head: RunningHeadDesign = RunningHeadDesign()
    note: NoteDesign = NoteDesign()
    ornaments: Mapping[str, Ornament] = field(default_factory=dict[str, Ornament])
    column_rule: float = 0.0
    column_rule_ink: Ink = BLACK
    locks: Mapping[str, frozenset[str]] = field(default_factory=dict[str, frozenset[str]])
    fit: FitDesign = FitDesign()
    cover: CoverDesign | None = None
    own_leading: float = 0.0
    folder: str = ""
