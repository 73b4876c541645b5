"""A paragraph round photos: flowed through the slots they leave, and again where its lines part
badly.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from layouts.flow.floats import FloatBlock
from layouts.flow.pieces import TextPiece
from layouts.flow.setting import LEAST_MEASURE
from layouts.flow.slots import Cursor, Frames, NotesFoot
from layouts.flow.walk import Due, Walk
from layouts.text.breaking import break_again
from layouts.text.line_room import Broken

if TYPE_CHECKING:
    from layouts.flow.note_feet import NoteFeet

WIDOW, ORPHAN = 2, 2
"""Fewest lines of a paragraph at the top and at the foot of a column (CLREQ 孤行)."""

WITH_PHOTO, MOST_BLANK = 3, 6
"""Lines of its paragraph that go with a photo to the next column, and the rows this may leave
blank.
"""

ROUNDS = 5
"""How often one paragraph or article is flowed again before what it has is taken."""

Stop = tuple[tuple[int, int], int]
"""A page and column, and the row before which text ends there."""


class Flowed(Struct, frozen=True):
    """A paragraph in the slots of a walk, one line each."""

    lines: list[Broken]
    walk: Walk


class Lane(Struct, frozen=True):
    """Where a paragraph is to flow: from the cursor on, photos of earlier ones waiting.

    `hold` is a line before which a new column is begun; `goes_on` says that more text follows, with
    which a line may go to the next column. `feet` has the notes that stand under it,
    `notes` what they take where a float would leave them no room.
    """

    frames: Frames
    cursor: Cursor
    pending: list[FloatBlock]
    hold: int | None
    goes_on: bool
    feet: NoteFeet | None = None
    notes: dict[tuple[int, int], NotesFoot] = field(
        default_factory=dict[tuple[int, int], NotesFoot]
    )


def beside_floats(piece: TextPiece) -> TextPiece:
    """A paragraph as it is broken beside floats, where a line that is spread shows more."""
    if piece.tight is None:
        # loaded with the first photo: an export without one starts sooner
        from layouts.text.beside import beside_photo

        piece.tight = replace(piece, prepared=beside_photo(piece.prepared))
    return piece.tight


def flow_round(piece: TextPiece, due: Due, lane: Lane) -> Flowed:
    """Flow a paragraph; again, at most ROUNDS times, with a column ended or a photo stood earlier
    where its lines part badly.
    """
    stops: dict[tuple[int, int], int] = {}
    flowed = _try(piece, due, lane, stops)
    # one fault a round: what mends it moves all that follows
    for _ in range(ROUNDS if flowed.lines else 0):
        walk = flowed.walk
        stop, sooner = _over_notes(piece, flowed, lane) or _bad_end(walk, piece.tail), None
        if stop is None and (lonely := _lonely(walk)) is not None:
            sooner = _sooner(walk, due, lonely)
            stop = None if sooner else _without(walk, lonely, lane.goes_on)
        if stop is None and sooner is None:
            stop = _parted(piece, walk)
            if stop is None:
                break
        due = sooner or due
        stops.update([stop] if stop else [])
        flowed = _try(piece, due, lane, stops)
    return flowed


def _over_notes(piece: TextPiece, flowed: Flowed, lane: Lane) -> Stop | None:
    if lane.feet is None:
        return None
    from layouts.flow.noted_walk import end_for_notes

    return end_for_notes(piece, flowed.lines, flowed.walk, lane.feet, lane.notes)


def _try(piece: TextPiece, due: Due, lane: Lane, stops: dict[tuple[int, int], int]) -> Flowed:
    """Break the paragraph into the slots of a walk.

    Where the breaker looked further than it went, walk again over just what it took.
    """
    size = piece.prepared.style.size

    def least(k: int) -> float:
        # a slot too narrow for what a line stands in by is passed over; the first is no narrower
        # than those after it
        stands_in = piece.indent_of(k) if k else max(piece.indent, piece.hang)
        return (stands_in + 2 * piece.inset + LEAST_MEASURE) * size

    own = piece.inset, least, lane.notes, lane.feet
    scout = Walk(lane.frames, lane.cursor, lane.pending, due, lane.hold, stops, *own)

    def measure(k: int) -> float:
        width = scout.slot(k).width / size - 2 * piece.inset
        return max(LEAST_MEASURE, width - piece.indent_of(k))

    lines = break_again(piece.prepared, measure, piece.more)
    # weighing a paragraph may have asked for a slot more than it took, and stood a photo there
    if len(scout.used) == len(lines):
        return Flowed(lines, scout)
    walk = Walk(lane.frames, lane.cursor, lane.pending, due, lane.hold, stops, *own)
    for k in range(len(lines)):
        walk.slot(k)
    return Flowed(lines, walk)


def _rows(walk: Walk) -> dict[tuple[int, int], list[int]]:
    """The rows of a paragraph in each column it touches, in reading order."""
    rows: dict[tuple[int, int], list[int]] = {}
    for slot in walk.used:
        here = rows.setdefault((slot.page, slot.column), [])
        # a row with a photo in its middle has two slots
        if not here or here[-1] != slot.row:
            here.append(slot.row)
    return rows


def _bad_end(walk: Walk, tail: int) -> Stop | None:
    """A column to end earlier, where a paragraph leaves one line at its foot or carries one over;
    None where all is well.

    Where the by-line after it (`tail` rows) finds no room, it is what is carried over, and lines go
    with it.
    """
    frames, rows = walk.frames, _rows(walk)
    columns = list(rows)
    first, last = columns[0], columns[-1]
    # the walk's cursor stands on the row after the last line
    parted = frames.last_row(last) - walk.cursor.row < tail
    if len(columns) > 1 and len(rows[first]) < ORPHAN and rows[first][0] > frames.first_row(first):
        return first, rows[first][0]
    if not parted and (len(columns) < 2 or len(rows[last]) >= WIDOW):
        return None
    # from which column lines have to be taken, and how many stand on the other side already
    column, carried = (last, 0) if parted else (columns[-2], len(rows[last]))
    before = rows[column]
    keep = len(before) - (WIDOW - carried)
    # if fewer would stay behind than may stand there, all of them go
    row = before[keep] if keep >= (ORPHAN if column == first else 1) else before[0]
    # a column ended at its head would be skipped for nothing
    return (column, row) if row > frames.first_row(column) else None


def _lonely(walk: Walk) -> Cursor | None:
    """A row whose line has no other right above or below it: the column begins or ends there, or
    something as wide as it stands there.
    """
    frames = walk.frames
    for (page, column), rows in _rows(walk).items():
        foot = walk.foot((page, column))
        for k, row in enumerate(rows):
            if (k and rows[k - 1] == row - 1) or (k + 1 < len(rows) and rows[k + 1] == row + 1):
                # as of nearly all: a line of its own paragraph stands right above or below it
                continue
            place = Cursor(page, column, row)
            if (row + 1 == foot or frames.closes(place)) and frames.opens(place):
                return place
    return None


def _sooner(walk: Walk, due: Due, lonely: Cursor) -> Due | None:
    """The photos with the one right above a lonely line due a line sooner; None where no line of
    the paragraph stands above that.
    """
    for line, placed in walk.placed:
        under = placed.page, placed.column, placed.row + placed.block.rows
        above = placed.row - 1 in _rows(walk)[lonely.frame]
        if (
            under == (lonely.page, lonely.column, lonely.row)
            and above
            and any(block is placed.block and at == line for at, block in due)
        ):
            # a truth value is 1: a line sooner for that one
            return [(at - (block is placed.block), block) for at, block in due]
    return None


def _without(walk: Walk, lonely: Cursor, goes_on: bool) -> Stop | None:
    """The column ended before a lonely line at its foot, unless that would leave the line alone at
    the head of the next.
    """
    # the paragraph's last line in its last column: it would come to the next column's head alone,
    # unless the text after it comes with it
    alone_again = (
        walk.used[-1].row == lonely.row
        and walk.cursor.frame == lonely.frame
        and not (goes_on and len(walk.used) == 1)
    )
    at_foot = lonely.row + 1 == walk.foot(lonely.frame)
    at_head = lonely.row == walk.frames.first_row(lonely.frame)
    return None if alone_again or at_head or not at_foot else (lonely.frame, lonely.row)


def _parted(piece: TextPiece, walk: Walk) -> Stop | None:
    """A column to end earlier so that some lines go with a photo that had to move on; None where it
    would leave too much blank.
    """
    # by identity: photos of other paragraphs may be alike
    own = {id(block) for block in piece.floats}
    frame = walk.used[-1].page, walk.used[-1].column
    if not any(id(block) in own for block in walk.pending) or walk.cursor.frame != frame:
        return None
    rows = _rows(walk)[frame]
    if (
        len(rows) < WITH_PHOTO + ORPHAN
        or walk.frames.last_row(frame) - rows[-WITH_PHOTO] > MOST_BLANK
    ):
        return None
    return frame, rows[-WITH_PHOTO]
