"""The state in which an article is cut into pieces: what is cut already, and the photos and notes
that wait for the text they belong to.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeGuard

from msgspec.structs import replace

from layouts.errors import Source
from layouts.flow.floats import FloatBlock
from layouts.flow.headings import heading, pad, subtitle
from layouts.flow.notes import ROLE as NOTE_ROLE
from layouts.flow.notes import Noted, NoteLine, NotesBlock, at_foot, set_notes
from layouts.flow.openings import keep_openings
from layouts.flow.photos import PhotoBlock, Sizes
from layouts.flow.pieces import (
    ApartPiece,
    FloatPiece,
    NotesPiece,
    Piece,
    SolidPiece,
    TablePiece,
    TextPiece,
)
from layouts.flow.setting import HYPHENATE_BELOW, LEAST_MEASURE, Origin, Setter
from layouts.geometry import EPSILON
from layouts.issue.article import Article, Block, Paragraph
from layouts.issue.fitting import Fitting
from layouts.issue.photo import Photo
from layouts.issue.text import Text

if TYPE_CHECKING:
    from layouts.flow.apart_boxes import ApartBox
    from layouts.flow.forms import FormCutter
    from layouts.flow.own_notes import NotesApart
    from layouts.flow.photo_rows import PhotoRow
    from layouts.flow.pieces import Apart


def _between(
    waiting: list[FloatBlock], piece: TextPiece, setter: Setter
) -> tuple[list[FloatBlock], list[FloatBlock]]:
    """The floats of a paragraph, and those that wait for the next: one that fills its column parts
    no paragraph, it stands above it or, named for its second half, under it.
    """
    full = setter.layout.grid.column_width - EPSILON
    here: list[FloatBlock] = []
    later: list[FloatBlock] = []
    for block in waiting:
        if not block.line or block.width < full or not _is_photo(block):
            here.append(block)
        else:
            nearer = here if 2 * block.line < len(piece.lines) else later
            nearer.append(replace(block, line=0))
    return here, later


def _is_photo(block: FloatBlock) -> TypeGuard[PhotoBlock | PhotoRow]:
    """Whether a float is a photo, or photos in a row."""
    if isinstance(block, PhotoBlock):
        return True
    # loaded with the first float that is none
    from layouts.flow.photo_rows import PhotoRow

    return isinstance(block, PhotoRow)


class Cutter:
    """Cuts the blocks of one article into pieces; `waiting` are photos that the next paragraph
    stands beside, `sent` those that stand apart, near it; `apart` are all of these.

    `anchor` is the article's name until a text bears it.
    """

    def __init__(
        self,
        number: int,
        setter: Setter,
        sizes: Sizes,
        pieces: list[Piece],
        fitting: Fitting,
        blocks: Sequence[Block],
    ) -> None:
        self.number = number
        self.setter = setter
        self.sizes = sizes
        self.pieces = pieces
        self.fitting = fitting
        self.blocks = blocks
        self.noted = Noted(at_foot=at_foot(setter.layout))
        self.notes: list[list[NoteLine]] = []
        self.waiting: list[FloatBlock] = []
        self.sent: list[Apart] = []
        self.apart: list[Apart] = []
        self.anchor = f"article-{number}"
        self._forms: FormCutter | None = None

    def formed(self, block: Paragraph, index: int, origin: Origin, more: int) -> bool:
        """A paragraph of a form; False where it is set as running text. What stands whole leaves
        photos above it; a signature stays with what is above.
        """
        if self._forms is None:
            # loaded with the first: an issue without one is composed sooner
            from layouts.flow.forms import FormCutter

            self._forms = FormCutter(self.blocks, self.setter)
        counted = len(self.noted.texts)
        text = self.noted.numbered(block.text)
        piece = self._forms.piece(index, text, origin, bool(self.waiting), more)
        if piece is None:
            del self.noted.texts[counted:]
            return False
        if piece.whole:
            self.floats_alone()
        above = self.pieces[-1] if self.pieces else None
        if piece.keep_next and isinstance(above, TextPiece) and not above.keep_next:
            above.tail = self._forms.rows_of_run(index)
        self.add(piece, beside=not piece.whole)
        return True

    def notes_apart(self, counted: int, source: Source) -> NotesApart | None:
        """The notes counted behind the first `counted`, those of something that stands apart; None
        where there are none, or all stand at the article's end.
        """
        if not self.noted.at_foot or counted == len(self.noted.texts):
            return None
        # loaded with the first
        from layouts.flow.notes import NotesOf
        from layouts.flow.own_notes import NotesApart

        of = NotesOf(self.noted, self.setter, self.number, source)
        return NotesApart(of, counted, self.setter.layout.grid.column_width)

    def leave_room(self, box: ApartBox, counted: int, source: Source) -> None:
        """A box or pull quote at the head or foot of a page leaves room there for the notes counted
        behind the first `counted`.
        """
        if (notes := self.notes_apart(counted, source)) is not None:
            from layouts.flow.apart_boxes import with_notes_at_foot

            with_notes_at_foot(box, notes.rows(notes.numbers), self.setter.layout.grid)

    def signed(self, photo: Photo) -> Photo:
        """A photo whose caption has the signs of its notes for their words."""
        caption = self.noted.numbered(photo.caption)
        return photo if caption is photo.caption else replace(photo, caption=caption)

    def title(self, article: Article, across: int) -> None:
        """The headline over so many columns, and the subtitle under it; each where it has words."""
        if article.title.string:
            origin = Origin("headline", self.number, None, article.source)
            words, anchors = self.noted.numbered(article.title), (self.anchor,)
            piece = heading(words, "headline", self.setter, origin, anchors, across)
            pad(piece, self.fitting, article.id)
            self.pieces.append(piece)
            self.anchor = ""
        if article.subtitle is not None and article.subtitle.string:
            origin = Origin("subtitle", self.number, None, article.source)
            words = self.noted.numbered(article.subtitle)
            self.pieces.append(subtitle(words, self.setter, origin, across))

    def text(
        self,
        text: Text,
        role: str,
        origin: Origin,
        inset: float = 0.0,
        *,
        keep_next: bool = False,
        beside: bool = False,
        more: int = 0,
    ) -> None:
        """A text over the column, with the photos that wait beside it where it is one to stand
        `beside`; else after them.
        """
        piece = _text(
            self.noted.numbered(text),
            role,
            origin,
            self.setter,
            inset,
            beside and bool(self.waiting),
            more,
        )
        piece.keep_next = keep_next
        self.add(piece, beside=beside)

    def add(self, piece: TextPiece, *, beside: bool) -> None:
        """A text that is cut already, with what waits where it is one to stand beside it."""
        piece.anchor, self.anchor = self.anchor or None, ""
        if beside:
            piece.floats, self.waiting = _between(self.waiting, piece, self.setter)
            piece.apart, self.sent = self.sent, []
        self.pieces.append(piece)

    def send(self, block: Apart) -> None:
        """What stands apart stands near the next paragraph."""
        self.sent.append(block)
        self.apart.append(block)

    def floats_alone(self) -> None:
        """What follows has no text for the photos that wait to stand beside."""
        self.pieces += [self._alone(block) for block in self.waiting]
        self.pieces += [ApartPiece(block) for block in self.sent]
        self.waiting, self.sent = [], []

    def _alone(self, block: FloatBlock) -> Piece:
        if _is_photo(block):
            return FloatPiece(block)
        from layouts.flow.text_floats import PullQuoteBlock, alone

        over = alone(block, self.setter)
        return SolidPiece(over) if isinstance(over, PullQuoteBlock) else FloatPiece(over)

    def end(self, article: Article) -> None:
        """What follows the blocks: photos that still wait, notes, by-line."""
        keep_openings(self.pieces)
        self.floats_alone()
        byline = self.noted.numbered(article.byline) if article.byline is not None else None
        if self.noted.texts:
            self.notes = set_notes(self.noted, self.setter, self.number, article.source)
        if self.notes and not self.noted.at_foot:
            lines = [line for note in self.notes for line in note]
            self.pieces.append(NotesPiece(NotesBlock(lines, self.setter.style(NOTE_ROLE))))
        if byline is not None:
            origin = Origin("byline", self.number, len(article.blocks), article.source)
            piece = _byline(_text(byline, "byline", origin, self.setter), self.setter)
            last = None
            for last in reversed(self.pieces):
                if not isinstance(last, ApartPiece):
                    break
                last.tail = len(piece.lines)  # a photo that stands apart parts nothing
            # below a heading or a photo nothing can be held back for it
            if isinstance(last, TextPiece | TablePiece | NotesPiece | SolidPiece):
                last.tail = len(piece.lines)
            self.pieces.append(piece)


MOST_OF_BYLINE = 8
"""Lines of a by-line that are balanced; a longer one is set as running text."""


def _byline(piece: TextPiece, setter: Setter) -> TextPiece:
    """A by-line that has room on no line parts between those it names, below photos."""
    if len(piece.lines) > 1:
        # loaded by the issues that have one so long
        from layouts.text.phrases import WholeParts

        size = piece.prepared.style.size
        measure = setter.layout.grid.column_width / size - piece.indent
        piece.lines = setter.heading(piece.prepared, measure, MOST_OF_BYLINE, WholeParts.NAMES)
        piece.hang, piece.whole = piece.indent, True
    return piece


def _text(
    text: Text,
    role: str,
    origin: Origin,
    setter: Setter,
    inset: float = 0.0,
    beside_photo: bool = False,
    more: int = 0,
) -> TextPiece:
    style, grid = setter.style(role), setter.layout.grid
    prepared = setter.prepare(
        text, style, origin.source, beside_photo or grid.measure < HYPHENATE_BELOW
    )
    # for type as large as that, indents give way first
    room = max(0.0, grid.column_width / style.size - LEAST_MEASURE)
    inset = min(inset, room / 2)
    indent = min(style.indent, room - 2 * inset)
    lines = setter.paragraph(
        prepared, grid.column_width / style.size - 2 * inset, indent, beside_photo, more
    )
    return TextPiece(prepared, lines, origin, indent, inset, style.align, more=more)
