"""A text of an RTF that flows for itself: the body, or what stands in a text box."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from layouts.errors import Source
from layouts.importing.drafts import ParagraphDraft
from layouts.importing.gatherer import Gatherer
from layouts.importing.readers.rtf.formats import CharFormat, ParagraphFormat
from layouts.importing.readers.rtf.rows import RowShape, RtfCell, table_of
from layouts.importing.readers.rtf.styles import RtfStyle, look_of
from layouts.importing.received import ReceivedBlock, ReceivedParagraph, ReceivedPhoto
from layouts.importing.table_grid import stacked
from layouts.issue.text import Comment, Text
from layouts.messages import other_files as say

_CELL_ALIGNMENTS = {"qc": "center", "qr": "right"}


class Anchor(Struct):
    """Characters that a comment is about; `block` is where their paragraph went, -1 as long as it
    is not ended.
    """

    draft: ParagraphDraft
    start: int
    end: int = -1
    block: int = -1


class RtfStory:
    """Paragraphs and tables on their way to a gatherer."""

    def __init__(self, gatherer: Gatherer, styles: dict[int, RtfStyle]) -> None:
        self.gatherer = gatherer
        self.draft = ParagraphDraft()
        self.row = RowShape()
        self.photos: list[ReceivedPhoto] = []
        self.boxes: list[list[ReceivedBlock]] = []
        self._styles = styles
        self._hidden: list[str] = []
        self._deleted: list[str] = []
        self._anchors: list[Anchor] = []
        self._cell: list[Text] = []
        self._cells: list[RtfCell] = []
        self._rows: list[tuple[RowShape, list[RtfCell]]] = []
        self._table_line = 0
        self._turns = False

    def add(self, string: str, char: CharFormat, link: str = "") -> None:
        """Characters, where they are to be seen."""
        if char.deleted:
            self._deleted.append(string)
        elif char.hidden:
            self._hidden.append(string)
        else:
            self.draft.add(string, char.look(link))

    def anchored(self) -> Anchor:
        """A place that a comment begins at."""
        anchor = Anchor(self.draft, self.draft.length)
        self._anchors.append(anchor)
        return anchor

    def comment(self, anchor: Anchor | None, comment: Comment) -> None:
        """A remark on what an anchor holds, on the words before it where there is none."""
        if anchor is None:
            self.draft.comment(self.draft.length, self.draft.length, comment)
            return
        end = anchor.draft.length if anchor.end < 0 else anchor.end
        anchor.draft.comment(anchor.start, end, comment)
        blocks = self.gatherer.blocks
        if anchor.block >= 0 and isinstance(block := blocks[anchor.block], ReceivedParagraph):
            blocks[anchor.block] = replace(block, text=anchor.draft.text())

    def end_paragraph(self, char: CharFormat, paragraph: ParagraphFormat) -> None:
        """The mark of a paragraph; one that was deleted or is hidden parts nothing."""
        if char.deleted or (char.hidden and not self.draft.is_blank):
            return
        if paragraph.in_table or self._cells:
            self._end_cell_paragraph()
        else:
            self.end_table()
            self._end_body_paragraph(paragraph)

    def end_cell(self, paragraph: ParagraphFormat) -> None:
        """The end of a cell."""
        self._end_cell_paragraph()
        alignment = _CELL_ALIGNMENTS.get(paragraph.alignment, "left")
        self._cells.append(RtfCell(stacked(self._cell), alignment))
        self._cell = []

    def end_row(self) -> None:
        """The end of a row; what its last cell did not end is a cell too."""
        if self._cell or not self.draft.is_blank:
            self.end_cell(ParagraphFormat())
        self._table_line = self._table_line or self.gatherer.next_line()
        self._rows.append((self.row, self._cells))
        self.row = RowShape(self.row.left, list(self.row.edges), list(self.row.merges))
        self._cells = []

    def end_table(self) -> None:
        """The end of the table that is open, if one is."""
        if self._cells:
            self.end_row()
        if not self._rows:
            return
        source = Source(str(self.gatherer.path), self._table_line)
        table = table_of(self._rows, source)
        if table is not None:
            self.gatherer.table(table, self._table_line)
        self._take_boxes()
        self._rows = []
        self._table_line = 0

    def turn_page(self) -> None:
        """A page that the writer ended, here or behind this paragraph."""
        if self.draft.is_blank and not self._rows:
            self.gatherer.page_turn()
        else:
            self._turns = True

    def finish(self) -> None:
        """The end of the text; its last paragraph may have no mark."""
        if self._cell:
            self.end_cell(ParagraphFormat())
        self.end_table()
        self._end_body_paragraph(ParagraphFormat())

    def lose_deleted(self, string: str) -> None:
        """Characters outside the text (in a note) that a tracked change took out."""
        self._deleted.append(string)

    def _end_body_paragraph(self, paragraph: ParagraphFormat) -> None:
        line = self.gatherer.next_line()
        self._tell_lost()
        look = look_of(paragraph, self._styles)
        look = replace(look, indent=paragraph.first_line_em)
        first_line = 0.0 if paragraph.first_line_em else paragraph.first_line
        received = self.draft.finish(look, line, first_line)
        self._take_photos(line, received)
        if received is not None:
            block = self.gatherer.paragraph(received)
            self._settle(block)
        elif not self.photos and not self.boxes:
            self.gatherer.blank()
        self._next_draft()
        self._take_boxes()
        if self._turns:
            self.gatherer.page_turn()
            self._turns = False

    def _end_cell_paragraph(self) -> None:
        """A paragraph in a cell: its photos go before the table."""
        self._tell_lost()
        self._take_photos(self._table_line or self.gatherer.line + 1, None)
        self._cell.append(self.draft.text())
        self._settle(-1)
        self._next_draft()

    def _settle(self, block: int) -> None:
        """Let the comments of this paragraph know where it went."""
        for anchor in self._anchors:
            anchor.block = block
            anchor.end = self.draft.length if anchor.end < 0 else anchor.end

    def _next_draft(self) -> None:
        self.draft = ParagraphDraft()
        self.photos = []
        self._anchors = []

    def _take_photos(self, line: int, received: ReceivedParagraph | None) -> None:
        row = f"{self.gatherer.kind}-{line}" if len(self.photos) > 1 else ""
        for photo in self.photos:
            look = photo.look if received is None else received.look
            self.gatherer.photo(replace(photo, line=line, row=row, look=look))

    def _take_boxes(self) -> None:
        for box in self.boxes:
            self.gatherer.box(box)
        self.boxes = []

    def _tell_lost(self) -> None:
        if self._deleted:
            self.gatherer.lose("deleted-text", say.DELETED_TEXT, "".join(self._deleted))
            self.gatherer.find("tracked-changes", say.TRACKED_CHANGES)
        if self._hidden:
            self.gatherer.lose("hidden-text", say.HIDDEN_TEXT, "".join(self._hidden))
        self._deleted, self._hidden = [], []
