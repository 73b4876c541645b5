"""What is typed into the rows of an article: every act an edit of the issue, and words typed in a
row one step of undo.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, Protocol

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication, QTextCursor, QTextDocument

from desktop import marking
from desktop.blocks import FACE
from desktop.canvas.motion import MotionUnit, left_of, right_of
from desktop.canvas.photo_at_caret import photo_at_caret
from desktop.carrying import move_marked
from desktop.clipboard import has_text, paste, paste_plain, text_data, wants_reading
from desktop.page_breaks import break_page
from desktop.panels.forms.rows import Row
from desktop.selection import Selection, TextPosition, of_article, of_photo, of_text
from desktop.session import Session
from desktop.typing_run import TypingRun
from desktop.words import tr
from layouts.issue import edits
from layouts.issue.article import Paragraph
from layouts.issue.blocks import next_in_flow
from layouts.issue.issue import Issue
from layouts.issue.photo import Photo
from layouts.issue.places import Place, article_at, block_at
from layouts.issue.text import MarkKind, Text


class _TextEdit(Protocol):
    """What an edit of text gives back."""

    @property
    def issue(self) -> Issue: ...
    @property
    def place(self) -> Place: ...
    @property
    def offset(self) -> int: ...


class RowEditor(Protocol):
    """The field whose rows are the texts of an article; positions count UTF-16 units of its
    document, as Qt does.
    """

    session: Session
    place: Place
    rows: list[Row]

    @property
    def is_empty(self) -> bool:
        """Whether the article has no blocks."""
        ...

    def textCursor(self) -> QTextCursor:  # noqa: N802, Qt's name
        """The caret and what is marked, as QTextEdit has it."""
        ...

    def setTextCursor(self, cursor: QTextCursor, /) -> None:  # noqa: N802
        """Put the caret elsewhere, as QTextEdit does."""

    def document(self) -> QTextDocument:
        """The rows as Qt has them."""
        ...

    def row(self) -> Row:
        """The row the caret is in."""
        ...

    def text_position(self, position: int) -> TextPosition | None:
        """The place in the issue of a position; None in a label, which no text is."""
        ...


class _Room(NamedTuple):
    """What was taken out for what is being composed: the issue before and after it."""

    before: Issue
    marked: Selection
    after: Issue | None


class BodyActs:
    """Acts at the caret of a field of rows.

    `give` takes what was pasted and is no text, and the block's place it is to stand before;
    `read_in` text that is more than a line, the issue without what was marked, and the caret in it.
    """

    def __init__(
        self,
        editor: RowEditor,
        give: Callable[[QMimeData, Place], None],
        read_in: Callable[[QMimeData, Issue, TextPosition], None],
    ) -> None:
        self._editor = editor
        self._give = give
        self._read_in = read_in
        self._session = editor.session
        self._run = TypingRun()
        self._room: _Room | None = None
        self._rooms = 0

    def pause(self) -> None:
        """The caret has moved: what is typed next is another step."""
        self._run.end()

    def _do(self, name: str, edited: _TextEdit, merge: str = "") -> None:
        """One step; one with those before it that merge by the same."""
        at = TextPosition(edited.place, edited.offset)
        self._session.do(name, edited.issue, of_text(at), merge)

    def _cleared(self) -> tuple[Issue, TextPosition] | None:
        """The issue without what is marked, and where the caret is then; on a label, below it."""
        issue, cursor = self._session.issue, self._editor.textCursor()
        if issue is None:
            return None
        if self._editor.is_empty:
            return self._new_paragraph(issue, 0)
        ends = self.marked()
        if ends is None:
            at = self._editor.text_position(cursor.position())
            return self._below(issue, self._editor.row()) if at is None else (issue, at)
        edited = edits.delete_range(issue, *ends)
        return edited.issue, TextPosition(edited.place, edited.offset)

    def _below(self, issue: Issue, row: Row) -> tuple[Issue, TextPosition]:
        """Where text goes that comes upon a label, which takes none: into the paragraph after it, a
        new one where there is none.

        Photos that follow stand beside that same paragraph.
        """
        place = self._editor.place
        blocks = article_at(issue, place).blocks
        at = next_in_flow(blocks, row.block + 1)
        if at < len(blocks) and blocks[at].trait.is_running:
            return issue, TextPosition(place._replace(block=at), 0)
        return self._new_paragraph(issue, at)

    def _new_paragraph(self, issue: Issue, at: int) -> tuple[Issue, TextPosition]:
        place = self._editor.place._replace(block=at)
        return edits.insert_block(
            issue, place, Paragraph(Text(""), article_at(issue, place).source)
        ).issue, TextPosition(place, 0)

    def marked(self) -> tuple[TextPosition, TextPosition] | None:
        """The ends of what is marked, moved inwards out of labels; None where nothing is."""
        cursor = self._editor.textCursor()
        if not cursor.hasSelection():
            return None
        start, end = (
            self._editor.text_position(cursor.selectionStart()),
            self._editor.text_position(cursor.selectionEnd()),
        )
        first = self._editor.document().findBlock(cursor.selectionStart()).blockNumber()
        last = self._editor.document().findBlock(cursor.selectionEnd()).blockNumber()
        inside = [row for row in self._editor.rows[first : last + 1] if not row.label]
        if not inside:
            return None
        start = start or TextPosition(inside[0].place(self._editor.place), 0)
        end = end or TextPosition(inside[-1].place(self._editor.place), len(inside[-1].string))
        return start, end

    def insert(self, text: str) -> None:
        """Type a text over what is marked."""
        carried = self._carried()
        found = self._cleared()
        if found is not None and text:
            typed = marking.typed(*found, text, carried)
            self._do(tr("输入文字"), typed, self._run.typed(text))

    def _carried(self) -> frozenset[MarkKind] | None:
        issue, caret = self._session.issue, self._session.selection.caret
        return marking.carried(issue, caret) if issue is not None and caret is not None else None

    def make_room(self) -> None:
        """Take out what is marked for what is being composed, which is to look like it."""
        issue, ends = self._session.issue, self.marked()
        if issue is None or ends is None:
            return
        carried, marked = self._carried(), self._session.selection
        self._rooms += 1
        self._do(tr("删除文字"), edits.delete_range(issue, *ends), self._merge_room())
        self._room = _Room(issue, marked, self._session.issue)
        marking.remember(self._session, carried)

    def give_back(self) -> None:
        """Put in again, and mark, what was taken out for what is composed no longer."""
        room, self._room = self._room, None
        if room is not None and self._session.issue is room.after:
            self._session.do(tr("删除文字"), room.before, room.marked, self._merge_room())

    def fill_room(self) -> None:
        """What was composed is chosen: what it was composed over is gone."""
        self._room = None

    def _merge_room(self) -> str:
        return f"room-{id(self)}-{self._rooms}"

    def erase(self, step: int, unit: MotionUnit = MotionUnit.CHARACTER) -> None:
        """Backspace (−1) and Delete (1); upon a photo to its row, where the next one takes it
        out.
        """
        issue, ends = self._session.issue, self.marked()
        if issue is None or self._editor.is_empty:
            return
        if ends is not None:
            self._do(tr("删除文字"), edits.delete_range(issue, *ends))
            return
        row, at = (
            self._editor.row(),
            self._editor.text_position(self._editor.textCursor().position()),
        )
        if at is None:
            self._erase_label(issue, row)
        elif (photo := photo_at_caret(issue, at, step)) is not None:
            self._go_to_label(photo)
        elif step < 0 and at.offset == 0:
            self._do(tr("合并段落"), edits.join_with_previous(issue, at.place))
        elif step > 0 and at.offset >= len(row.string):
            self._do(tr("合并段落"), edits.join_with_next(issue, at.place))
        else:
            other = (right_of if step > 0 else left_of)(issue, at, unit)
            self._do(
                tr("删除文字"),
                edits.delete_range(issue, at, other),
                self._run.step(f"deleting{step}{unit}"),
            )

    def _go_to_label(self, photo: Place) -> None:
        rows = self._editor.rows
        row = next(k for k, row in enumerate(rows) if row.label and row.block == photo.block)
        cursor = self._editor.textCursor()
        cursor.setPosition(self._editor.document().findBlockByNumber(row).position())
        self._editor.setTextCursor(cursor)

    def break_page(self) -> None:
        """Ctrl+Enter: a new page; none in a label."""
        self.pause()
        if self._editor.text_position(self._editor.textCursor().position()) is not None:
            break_page(self._session)

    def _erase_label(self, issue: Issue, row: Row) -> None:
        place = row.place(self._editor.place)
        self._session.do(
            FACE(block_at(issue, place)).removal,
            edits.remove_block(issue, place).issue,
            of_article(self._editor.place),
        )

    def split(self) -> None:
        """Enter: a new paragraph, below a table or a page break too; on a photo's row the photo."""
        issue, row = self._session.issue, self._editor.row()
        if issue is None:
            return
        if not row.label or self.marked() is not None:
            found = self._cleared()
            if found is not None:
                self._do(tr("分段"), edits.split_paragraph(found[0], *found[1]))
        elif isinstance(block_at(issue, row.place(self._editor.place)), Photo):
            self.open_row(row)
        else:
            changed, at = self._new_paragraph(issue, row.block + 1)
            self._do(tr("分段"), edits.TextEdited(changed, *at))

    def open_row(self, row: Row) -> None:
        """Select the photo that a row stands for."""
        issue, place = self._session.issue, row.place(self._editor.place)
        if issue is not None and row.label and isinstance(block_at(issue, place), Photo):
            self._session.select(of_photo(place))

    def put_in(self, data: QMimeData, *, plain: bool = False) -> None:
        """Paste or drop, `plain` the characters alone: what is more than a line, and what is no
        text, is given to the window, which reads manuscripts and knows how to keep photos.
        """
        found = self._cleared() if has_text(data) else None
        if found is not None and plain:
            self._do(tr("粘贴纯文字"), paste_plain(*found, data))
        elif found is not None and wants_reading(data, found[0], found[1].place):
            self._read_in(data, *found)
        elif found is not None:
            self._do(tr("粘贴文字"), paste(*found, data))
        elif self._session.issue is not None:
            row = self._editor.row()
            self._give(
                data, row.place(self._editor.place)._replace(block=row.block + row.label, part=0)
            )

    def move_to(self, position: int, *, copies: bool = False) -> None:
        """What is marked was dragged to another position of this field, with `copies` a copy of
        it.
        """
        target = self._editor.text_position(position)
        if target is not None:
            self.pause()
            move_marked(self._session, target, copies=copies)

    def copy(self) -> None:
        """What is marked; what labels say of photos and tables is no text of the article."""
        issue, ends = self._session.issue, self.marked()
        if issue is not None and ends is not None:
            data = text_data(issue, *ends, self._session.composed_layout)
            QGuiApplication.clipboard().setMimeData(data)

    def take_out(self) -> None:
        """Copy what is marked and take it out of the issue, as one step."""
        ends = self.marked()
        if ends is not None and self._session.issue is not None:
            self.copy()
            self._do(tr("剪切"), edits.delete_range(self._session.issue, *ends))
