"""What flows: the pieces of an article that take rows of the grid, in reading order."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

from msgspec import Struct, field

from layouts.flow.floats import FloatBlock
from layouts.flow.notes import NoteLine, NotesBlock
from layouts.flow.setting import Origin, Setter
from layouts.house.layout import Ornament
from layouts.house.text_style import Align
from layouts.page.page import Page
from layouts.text.line_room import Broken
from layouts.text.prepare import Prepared

if TYPE_CHECKING:
    from layouts.flow.apart_boxes import ApartBox
    from layouts.flow.apart_photos import ApartPhoto
    from layouts.flow.apart_rows import ApartRow
    from layouts.flow.box_lines import BoxLines
    from layouts.flow.tables import TableBlock

    Apart = ApartPhoto | ApartBox | ApartRow


class InitialLetter(NamedTuple):
    """A drop initial (首字下沉): a character `rows` rows tall, measured in its size."""

    prepared: Prepared
    broken: Broken
    rows: int


MOST_OF_POEM = 8
"""Lines of verse (律诗) up to which no column's end parts a poem."""


class TextPiece(Struct):
    """Text that takes one row a line and may break over columns.

    `lines` is the text broken to the full column: used where no photo stands beside it, only
    counted where its own photos do; it is to have so many `more` than by itself. `inset` keeps both
    sides free (em); its lines stand in by `hang` em, the first by `indent` instead. `tail` rows of
    what follows (a by-line) stay with its last lines. `floats` stand beside it, photos `apart` near
    it. `air` rows part what it begins and ends from the text above and below: half a row an
    editor's note, what its style says a sub-heading. `gap_rows` part it from the article before.
    `tight` is the piece as it is broken beside floats, once it was. What is `whole` stands below
    photos. Between `leader` em from the start of its line stand dots. A `letter` stands at its
    head, as many lines beside it. A line that goes on with the one before it stands in by `turn` em
    more.
    """

    prepared: Prepared
    lines: list[Broken]
    origin: Origin
    indent: float = 0.0
    inset: float = 0.0
    align: Align = Align.JUSTIFY
    keep_next: bool = False
    tail: int = 0
    floats: list[FloatBlock] = field(default_factory=list)
    anchor: str | None = None
    more: int = 0
    air: tuple[float, float] = (0.0, 0.0)
    gap_rows: int = 0
    tight: TextPiece | None = None
    apart: list[Apart] = field(default_factory=list)
    hang: float = 0.0
    whole: bool = False
    leader: tuple[float, float] | None = None
    letter: InitialLetter | None = None
    turn: float = 0.0

    @property
    def together(self) -> int:
        """Lines at its start that no column's end parts: those beside a drop initial, and all of a
        short poem.
        """
        if self.turn and len(self.lines) <= MOST_OF_POEM:
            return len(self.lines)
        return self.letter.rows if self.letter else 0

    def indent_of(self, line: int) -> float:
        """How far a line stands in, counted from 0, em."""
        if self.letter:
            return self.indent if line < self.letter.rows else 0.0
        if not line:
            return self.indent
        # round photos there may be other lines: verse stands below them
        goes_on = self.turn > 0 and not self.lines[line - 1].last
        return self.hang + (self.turn if goes_on else 0.0)


class HeadingPiece(Struct):
    """A heading set in whole rows: `rows` of them with the space before, `rows_at_top` without it
    at the top of a column.

    `gap_rows` part it from the article before, `air_rows` from text that follows without a
    headline. Its lines stand `lift` points higher than its rows have them: a subtitle, in the space
    under the headline. The last line of a section's name stands `drop` points below its last row's
    end, where nothing above it is in the way. Where it is dressed, its `ornament` stands in its
    rows too. It stands `across` so many columns.
    """

    prepared: Prepared
    lines: list[Broken]
    origin: Origin
    rows: int
    rows_at_top: int
    anchors: tuple[str, ...] = ()
    gap_rows: int = 0
    air_rows: int = 0
    lift: float = 0.0
    drop: float | None = None
    ornament: Ornament | None = None
    across: int = 1


class TablePiece(Struct):
    """A table; its rows may break over columns, the header is repeated.

    `tail` rows of what follows stay with the last of them.
    """

    block: TableBlock
    origin: Origin
    tail: int = 0


class NotesPiece(Struct):
    """The notes of an article; their lines may break over columns.

    `tail` rows of what follows stay with the last of them.
    """

    block: NotesBlock
    tail: int = 0


class Solid(Protocol):
    """What is set already and stands on whole rows of its own, over the column; it never breaks."""

    # read-only, so that frozen values may be such
    @property
    def rows(self) -> int:
        """The rows it takes."""
        ...

    def draw(self, page: Page, setter: Setter, left: float, top: float, *, at_top: bool) -> None:
        """Draw it from the top of its first row's characters on; `at_top`: at the head of a column,
        level with its neighbours.
        """
        ...


class SolidPiece(Struct):
    """A block that draws itself in its rows. `tail` rows of what follows stay with it."""

    block: Solid
    tail: int = 0


class RulePiece(Struct):
    """A rule between what stands above and below it, on a row of its own: none at the head of a
    column, and none at its foot.
    """

    block: Solid


class FloatPiece(Struct):
    """A float with no paragraph to stand beside: it takes rows of its own."""

    block: FloatBlock


class BoxPiece(Struct):
    """A box taller than any column; it stands in parts, over the column."""

    lines: BoxLines


class ApartPiece(Struct):
    """A photo that stands apart, with no paragraph to stand near: it takes no rows here, and leaves
    `tail` rows to what follows (a by-line).
    """

    block: Apart
    tail: int = 0


class BreakPiece(Struct):
    """What follows starts on a new page; `closes` where what waits gets its page before."""

    closes: bool = False


Piece = (
    TextPiece
    | HeadingPiece
    | TablePiece
    | NotesPiece
    | SolidPiece
    | FloatPiece
    | BoxPiece
    | ApartPiece
    | BreakPiece
    | RulePiece
)


class Band(Struct, frozen=True):
    """What begins under all that stands on its page, and ends the columns above level; the headings
    at its head stand `across` so many columns.
    """

    across: int = 1


class Group(Struct):
    """The pieces of one article, its section's heading before the first.

    `anchor` is the name by which the contents list finds it where it has no text that bears it: it
    begins where its first piece stands. `apart` says that photos of it stand apart, `spreads` that
    some do on facing pages, so that it matters which page it begins on; it `closes` where nothing
    follows on its last page. `notes` are those that stand at the foot of its pages, in the order of
    their signs. A `band` begins with it where it stands under level columns. Its page
    has so many `columns`, 0 for as many as the layout; it may stand `boxed`.
    """

    pieces: list[Piece]
    keep_together: bool = False
    anchor: str = ""
    apart: bool = False
    spreads: bool = False
    closes: bool = False
    notes: list[list[NoteLine]] = field(default_factory=list)
    band: Band | None = None
    columns: int = 0
    boxed: bool = False
