"""A text of an RTF that flows for itself: the body, or what stands in a text box."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from layouts.errors import Source
from layouts.importing.drafts import ParagraphDraft
from layouts.importing.gatherer import BlockGatherer
from layouts.importing.placing import in_a_row
from layouts.importing.readers.rtf.formats import CharFormat, ParagraphFormat
from layouts.importing.readers.rtf.rows import RowShape, RtfCell, table_of
from layouts.importing.readers.rtf.styles import RtfStyle, look_of
from layouts.importing.received import ReceivedBlock, ReceivedParagraph, ReceivedPhoto
from layouts.importing.table_grid import stacked
from layouts.issue.tables import AUTO
from layouts.issue.text import Comment, Text
from layouts.messages import docx_files as say
from layouts.messages.message import Message

_CELL_ALIGNMENTS = {"qc": "center", "qr": "right"}


class RtfAnchor(Struct):
    """Characters that a comment is about; `block` is where their paragraph went, -1 as long as it
    is not ended.
    """

    draft: ParagraphDraft
    start: int
    end: int = -1
    block: int = -1


class RtfStory:
    """Paragraphs and tables on their way to a gatherer.

    `joins` says that the mark of this paragraph was deleted; `copies` are characters that
    LibreOffice writes beside those they repeat; `label` is the paragraph's automatic number.
    """

    def __init__(self, gatherer: BlockGatherer, styles: dict[int, RtfStyle]) -> None:
        self.gatherer = gatherer
        self.draft = ParagraphDraft()
        self.label = ""
        self.row = RowShape()
        self.photos: list[ReceivedPhoto] = []
        self.joins = False
        self.copies: list[str] = []
        self.boxes: list[list[ReceivedBlock]] = []
        self._styles = styles
        self._lost: list[tuple[str, Message, str]] = []
        self._hidden: list[str] = []
        self._deleted: list[str] = []
        self._anchors: list[RtfAnchor] = []
        self._cell: list[Text] = []
        self._cells: list[RtfCell] = []
        self._rows: list[tuple[RowShape, list[RtfCell]]] = []
        self._table_line = 0

    def add(self, string: str, char: CharFormat, link: str = "") -> None:
        """Characters, where they are to be seen."""
        if char.deleted:
            self._deleted.append(string)
        elif char.hidden:
            self._hidden.append(string)
        else:
            self.draft.add(string, char.look(link))

    def anchored(self) -> RtfAnchor:
        """A place that a comment begins at."""
        anchor = RtfAnchor(self.draft, self.draft.length)
        self._anchors.append(anchor)
        return anchor

    def comment(self, anchor: RtfAnchor | None, comment: Comment) -> None:
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
        joins, self.joins = self.joins, False
        if joins or char.deleted or (char.hidden and not self.draft.is_blank):
            return
        if paragraph.in_table or self._cells:
            self._end_cell_paragraph()
        else:
            self.end_table()
            self._end_body_paragraph(paragraph)

    def end_cell(self, paragraph: ParagraphFormat) -> None:
        """The end of a cell."""
        self._end_cell_paragraph()
        alignment = _CELL_ALIGNMENTS.get(paragraph.alignment, AUTO)
        self._cells.append(RtfCell(stacked(self._cell), alignment))
        self._cell = []

    def end_row(self) -> None:
        """The end of a row; what its last cell did not end is a cell too."""
        if self._cell or not self.draft.is_blank:
            self.end_cell(ParagraphFormat())
        self._table_line = self._table_line or self.gatherer.next_line()
        self._rows.append((self.row, self._cells))
        self.row = replace(
            self.row, edges=list(self.row.edges), merges=list(self.row.merges), pending=set[str]()
        )
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

    def turn_page(self, paragraph: ParagraphFormat) -> None:
        """A page that the writer ended here; inside a table no page of ours can."""
        if self._rows or self._cells or self._cell:
            return
        if not self.draft.is_blank:
            self._end_body_paragraph(paragraph)
        self.gatherer.page_turn()

    def finish(self) -> None:
        """The end of the text; its last paragraph may have no mark."""
        if self._cell:
            self.end_cell(ParagraphFormat())
        self.end_table()
        self._end_body_paragraph(ParagraphFormat())

    def lose(self, code: str, message: Message, text: str = "") -> None:
        """Something of this paragraph that does not come in."""
        self._lost.append((code, message, text))

    def lose_deleted(self, string: str) -> None:
        """Characters outside the text (in a note) that a tracked change took out."""
        self._deleted.append(string)

    def _end_body_paragraph(self, paragraph: ParagraphFormat) -> None:
        line = self.gatherer.next_line()
        lost = self._tell_lost()
        self._take_copies()
        look = look_of(paragraph, self._styles)
        look = replace(look, indent=paragraph.indent_em)
        self._number(paragraph.list_level)
        received = self.draft.finish(look, line, paragraph.indent)
        self._take_photos(line, received)
        if received is not None:
            block = self.gatherer.paragraph(received)
            self._settle(block)
        elif not (lost or self.photos or self.boxes):
            self.gatherer.blank()
        self._next_draft()
        self._take_boxes()

    def _end_cell_paragraph(self) -> None:
        """A paragraph in a cell: its photos go before the table."""
        self._tell_lost()
        self._take_photos(self._table_line or self.gatherer.line + 1, None)
        self._number(0)
        self._cell.append(self.draft.text())
        self._settle(-1)
        self._next_draft()

    def _settle(self, block: int) -> None:
        """Let the comments of this paragraph know where it went."""
        for anchor in self._anchors:
            anchor.block = block
            anchor.end = self.draft.length if anchor.end < 0 else anchor.end

    def _number(self, level: int) -> None:
        """Put the automatic number before its text; 0 for one in no list of ours."""
        if self.label.strip() and not self.draft.is_blank:
            self.draft.number(self.label, level)
        elif self.label.strip() and not self.photos:
            self.gatherer.lose("empty-number", say.EMPTY_NUMBER, self.label)

    def _next_draft(self) -> None:
        self.draft = ParagraphDraft()
        self.label = ""
        self.photos = []
        self._anchors = []

    def _take_photos(self, line: int, received: ReceivedParagraph | None) -> None:
        for photo in in_a_row(self.photos, f"rtf-{line}"):
            look = photo.look if received is None else received.look
            self.gatherer.photo(replace(photo, line=line, look=look))

    def _take_boxes(self) -> None:
        for box in self.boxes:
            self.gatherer.box(box)
        self.boxes = []

    def _take_copies(self) -> None:
        """What is said to stand in the paragraph a second time is added where it does not."""
        for copy in self.copies:
            if copy.strip() not in self.draft.string:
                self.draft.add(copy)
        self.copies = []

    def _tell_lost(self) -> bool:
        """Tell what of this paragraph does not come in; whether there was anything."""
        found = bool(self._lost or self._deleted or self._hidden)
        for code, message, text in self._lost:
            self.gatherer.lose(code, message, text)
        if self._deleted:
            self.gatherer.lose("deleted-text", say.DELETED_TEXT, "".join(self._deleted))
        if self._hidden:
            self.gatherer.lose("hidden-text", say.HIDDEN_TEXT, "".join(self._hidden))
        self._lost, self._deleted, self._hidden = [], [], []
        return found
