"""Articles: their blocks in reading order, by-line and kind."""

from __future__ import annotations

import datetime
from enum import StrEnum
from typing import ClassVar, NamedTuple, TypeAlias

from msgspec import Struct

from layouts.errors import Source
from layouts.issue.form import PLAIN, ParagraphForm
from layouts.issue.photo import Photo, PhotoPlace, Side
from layouts.issue.sidebar import Sidebar
from layouts.issue.text import Text
from layouts.issue.traits import BlockTrait, Shape


class ArticleKind(StrEnum):
    """Headline (标题稿): a centred title; run-in (▲ 要闻): a bold lead on the first line; brief
    (简讯): numbered items without a title.
    """

    HEADLINE = "headline"
    RUN_IN = "run-in"
    BRIEF = "brief"


class Paragraph(Struct, frozen=True):
    """Running text, or what its `form` says besides. A run-in article's first paragraph holds its
    lead in bold, and has no form.

    A line that the editor broke ends with U+2028.
    """

    trait: ClassVar[BlockTrait] = BlockTrait(Shape.TEXT, 60, is_running=True)

    text: Text
    source: Source
    id: str = ""
    form: ParagraphForm = PLAIN


class Subheading(Struct, frozen=True):
    """A heading inside an article, level 1 一、, 2 （一）, 3 1., 4 （1）."""

    trait: ClassVar[BlockTrait] = BlockTrait(Shape.TEXT, 200, bold_by_style=True)

    text: Text
    level: int
    source: Source
    id: str = ""


class PullQuote(Struct, frozen=True):
    """A pull quote (拉线引语): words of the article said again, large between two rules.

    Alone on rows of its column (`Side.NONE`), or `width` em wide (None: as the layout has it)
    beside the paragraph that follows, at that one's `line`; `between` two columns, text on both
    sides; or where `place` says, `across` so many columns.
    """

    trait: ClassVar[BlockTrait] = BlockTrait(Shape.TEXT, 200, repeats=True, is_apart=True)

    text: Text
    source: Source
    id: str = ""
    side: Side = Side.NONE
    width: float | None = None
    line: int = 0
    between: bool = False
    place: PhotoPlace = PhotoPlace.TEXT
    across: int = 1


class Note(Struct, frozen=True):
    """An editor's note (按语): paragraphs set apart from the article."""

    trait: ClassVar[BlockTrait] = BlockTrait(Shape.PARAGRAPHS, 60, parts_join=True)

    paragraphs: tuple[Text, ...]
    source: Source
    id: str = ""


class CellSpan(NamedTuple):
    """A cell that covers others: it stands at `row` (0 the header) and `column`, and is so many
    rows and columns large.
    """

    row: int
    column: int
    rows: int
    columns: int


class CellAlignment(NamedTuple):
    """How a cell stands that does not stand as its column: left, center or right."""

    row: int
    column: int
    alignment: str


class Table(Struct, frozen=True):
    """Rows of cells, the first row the header (empty cells allowed); `alignments` per column: left,
    center, right, or auto for what its content asks.

    `spans` are merged cells, none of which overlaps another; `widths` those of the columns in em,
    None where the content says. `caption` stands above the table, `notes` below it, and below them
    `data_source`, where its figures are from (资料来源). The first `header_rows`, `header` among
    them, and the first `header_columns` head the others; `own_alignments` are those of single
    cells. `zebra` gives every second row a ground, None as the layout has it. Where `place` says
    so, or where it goes `across` several columns, it stands at the head or foot of a page; `turned`
    (横排转页) on pages of its own, turned by a quarter.
    """

    trait: ClassVar[BlockTrait] = BlockTrait(Shape.CELLS, 50, joins=False)

    header: tuple[Text, ...]
    rows: tuple[tuple[Text, ...], ...]
    alignments: tuple[str, ...]
    source: Source
    spans: tuple[CellSpan, ...] = ()
    widths: tuple[float | None, ...] = ()
    caption: Text | None = None
    notes: tuple[Text, ...] = ()
    id: str = ""
    data_source: Text | None = None
    header_rows: int = 1
    header_columns: int = 0
    own_alignments: tuple[CellAlignment, ...] = ()
    zebra: bool | None = None
    place: PhotoPlace = PhotoPlace.TEXT
    across: int = 1
    turned: bool = False


class PageBreak(Struct, frozen=True):
    """What follows starts on a new page."""

    trait: ClassVar[BlockTrait] = BlockTrait(Shape.NOTHING, 150, gives_way=True)

    source: Source
    id: str = ""


class Divider(Struct, frozen=True):
    """A rule (分隔线) between what stands above and below it; none at the head of a column."""

    trait: ClassVar[BlockTrait] = BlockTrait(Shape.NOTHING, 150, gives_way=True)

    source: Source
    id: str = ""


TextBlock: TypeAlias = Paragraph | Subheading | PullQuote
"""The kinds that are one text (`Shape.TEXT`)."""

ParagraphsBlock: TypeAlias = Note | Sidebar
"""The kinds that are several texts one under the other (`Shape.PARAGRAPHS`)."""

Block = Paragraph | Subheading | PullQuote | Note | Sidebar | Table | Photo | PageBreak | Divider
"""What an article is made of.

A new kind is declared here; what each stage does with it is one entry in a table of that stage
(`layouts.issue.blocks`), and where its trait says enough, none.
"""


class Article(Struct, frozen=True):
    """One article. `title` is what the contents list shows: for a run-in article its lead without ▲
    and end stop, empty for briefs. Its headings stand `across` so many columns, 0 for all; None as
    the layout has it. One that is `boxed` stands in a frame of its own, its columns level.

    A photo stands among the blocks right before the paragraph it is set beside. `subtitle` (副题)
    stands under the title; `date` and `origin` (来源) say when and where it came out first. `id` is
    empty until `with_ids` gives one; so are those of blocks.
    """

    kind: ArticleKind
    title: Text
    blocks: tuple[Block, ...]
    source: Source
    byline: Text | None = None
    break_before: bool = False
    keep_together: bool = False
    id: str = ""
    subtitle: Text | None = None
    date: datetime.date | None = None
    origin: str = ""
    across: int | None = None
    boxed: bool = False


class Section(Struct, frozen=True):
    """A section (栏目) of the issue; `name` without its brackets 【】. It stands in so many
    `columns`, 0 for as many as the layout has.

    `id` is empty until `with_ids` gives one.
    """

    name: str
    articles: tuple[Article, ...]
    source: Source
    break_before: bool = False
    id: str = ""
    columns: int = 0
