"""The layout of a house: page, grid, styles and fixed parts, as values.

Lengths are points unless a name says em or rows.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct, field

from layouts.house.fixed_design import ColophonDesign, CoverDesign, MastheadDesign
from layouts.house.text_style import Align, Levelling, Punctuation, Style
from layouts.issue.form import ItemLabel, Turnover
from layouts.page.item import BLACK, Ink
from layouts.units import mm


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
        return self.span(self.columns)

    def span(self, columns: int) -> float:
        """How wide so many columns are with the gutters between them."""
        return columns * self.column_width + (columns - 1) * self.gutter

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


class BoxedDesign(Struct, frozen=True):
    """The frame of an article that stands in one of its own: points; `padding` em of body to the
    text beside it.
    """

    rule: float = 0.75
    ink: Ink = BLACK
    ground: Ink | None = None
    padding: float = 1.0


class ThumbDesign(Struct, frozen=True):
    """Thumb marks (书口标): tabs at the outer edge of pages, `width` × `height` points, the first
    section's `top` from the page's edge, each further one `gap` below; none where the width is 0.
    The section's name stands in them in its `style`, where there is one.
    """

    width: float = 0.0
    height: float = mm(18)
    top: float = mm(30)
    gap: float = 0.0
    ink: Ink = BLACK
    style: str | None = None
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


class NotesDesign(Struct, frozen=True):
    """Notes on words (注释): at the end of their `article` or the foot of the `page` (`place`), set
    as paragraphs or `hanging`; over them a rule, points thick, so much of the column long.
    """

    place: str = "article"
    turnover: str = "paragraph"
    rule: float = 0.4
    rule_length: float = 0.25


class PhotoDesign(Struct, frozen=True):
    """How photos stand in the text, in em of the body: default width and standoff, narrowest slot,
    gutter between photos beside each other; the caption's distance in points.
    """

    width: float
    standoff: float
    min_slot: float
    caption_gap: float
    gutter: float


class TableRules(StrEnum):
    """Which rules tables have: above, below and under the header (三线表); between all cells too,
    the sides open or closed.
    """

    THREE_LINE = "three-line"
    OPEN = "open"
    GRID = "grid"


class TableDesign(Struct, frozen=True):
    """Rules and padding of tables, points; `zebra` gives every second row a ground. `short` is how
    columns of short texts stand that nobody aligned.
    """

    rule: float
    outer_rule: float
    padding: float
    ink: Ink
    header_ground: Ink | None = None
    rules: TableRules = TableRules.THREE_LINE
    zebra: bool = False
    zebra_ground: Ink | None = None
    short: Align = Align.LEFT


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


class ListLevelDesign(Struct, frozen=True):
    """How items of one level of a list (列项) are set that do not say: their label, or their sign,
    and where the lines after the first begin.
    """

    label: ItemLabel = ItemLabel.HAN
    bullet: str = "•"
    turnover: Turnover = Turnover.MARGIN


class ListDesign(Struct, frozen=True):
    """Lists, level by level."""

    level_1: ListLevelDesign = ListLevelDesign()
    level_2: ListLevelDesign = ListLevelDesign(ItemLabel.HAN_IN_BRACKETS, "–")
    level_3: ListLevelDesign = ListLevelDesign(ItemLabel.FIGURE)
    level_4: ListLevelDesign = ListLevelDesign(ItemLabel.FIGURE_IN_BRACKETS, "–")
    level_5: ListLevelDesign = ListLevelDesign(ItemLabel.CIRCLED)

    def level(self, level: int) -> ListLevelDesign:
        """How a level is set, from 1."""
        levels = (self.level_1, self.level_2, self.level_3, self.level_4, self.level_5)
        return levels[max(1, min(level, len(levels))) - 1]


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
    Headlines stand `across` so many columns, 0 for all, where an article says nothing else.
    `balance` says where columns end level; `single_sided` says that no two pages face each
    other. What goes to the trim goes `bleed` points over it. `column_rule` points is the rule
    between columns, `article_rule` that between two articles of a section, so long a part of the
    column. `section_columns` are the columns of sections by name, where a section does not say how
    many itself. `ornaments` are what headings are dressed with, by role. `locks` are what of
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
    across: int = 1
    balance: Levelling = Levelling.NEVER
    single_sided: bool = False
    bleed: float = mm(3)
    article_gap: float = 0.0
    article_rule: float = 0.0
    article_rule_length: float = 0.3
    article_rule_ink: Ink = BLACK
    run_in_gap: float = 0.0
    running_head: RunningHeadDesign = RunningHeadDesign()
    thumb: ThumbDesign = ThumbDesign()
    boxed: BoxedDesign = BoxedDesign()
    note: NoteDesign = NoteDesign()
    notes: NotesDesign = NotesDesign()
    ornaments: Mapping[str, Ornament] = field(default_factory=dict[str, Ornament])
    column_rule: float = 0.0
    column_rule_ink: Ink = BLACK
    locks: Mapping[str, frozenset[str]] = field(default_factory=dict[str, frozenset[str]])
    fit: FitDesign = FitDesign()
    cover: CoverDesign | None = None
    own_leading: float = 0.0
    folder: str = ""
    lists: ListDesign = ListDesign()
    section_columns: Mapping[str, int] = field(default_factory=dict[str, int])
