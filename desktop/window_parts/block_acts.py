"""What the menus do about what stands among the paragraphs: tables and editor's notes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.selection import SelectionKind, TextPosition, of_article, of_text
from desktop.window_parts.services import Services
from desktop.words import tr
from layouts.issue import edits
from layouts.issue.edits import table_looks, tables
from layouts.issue.edits.edited import Edited, TextEdited
from layouts.issue.edits.noting import is_note
from layouts.issue.issue import Issue
from layouts.issue.places import TITLE, Place, article_at
from layouts.issue.tables import AUTO

if TYPE_CHECKING:
    from desktop.dialogs.table import TableChange

Ends = tuple[TextPosition, TextPosition]
"""What is marked, in reading order; both the caret where nothing is."""


class BlockActs(QObject):
    """Acts on the table or the note with the caret.

    `caret_set`: a caret waits in the text for the keys.
    """

    caret_set = Signal()

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._services = services
        self._session = services.session

    # -- tables ------------------------------------------------------------------------------------

    def insert_table(self) -> None:
        """Ask how large, and put a table below the paragraph with the caret."""
        from desktop.dialogs.table import InsertTableDialog

        if not self._session.refuses():
            dialog = InsertTableDialog(self._services.window)
            dialog.chosen.connect(self._insert_table)
            dialog.open()

    def _insert_table(self, rows: int, columns: int) -> None:
        issue, selection = self._session.issue, self._session.selection
        place = selection.place
        if issue is None or place is None or place.article is None:
            return
        if selection.kind is SelectionKind.ARTICLE:  # at its end
            last = len(article_at(issue, place).blocks) - 1
            place = place._replace(block=last if last >= 0 else TITLE)
        self._put(tr("插入表格"), tables.insert_table(issue, place, rows, columns))
        self.caret_set.emit()

    def add_row(self, *, below: bool) -> None:
        """A row above or below that with the caret."""
        name = tr("下方加一行") if below else tr("上方加一行")
        self._act(name, lambda issue, ends: tables.add_row(issue, ends[below].place, below=below))

    def add_column(self, *, after: bool) -> None:
        """A column left or right of that with the caret."""
        name = tr("右侧加一列") if after else tr("左侧加一列")
        self._act(
            name, lambda issue, ends: tables.add_column(issue, ends[after].place, after=after)
        )

    def remove_row(self) -> None:
        """Take out the row with the caret."""
        self._act(tr("删除行"), lambda issue, ends: tables.remove_row(issue, ends[1].place))

    def remove_column(self) -> None:
        """Take out the column with the caret."""
        self._act(tr("删除列"), lambda issue, ends: tables.remove_column(issue, ends[1].place))

    def remove_table(self) -> None:
        """Take out the table with the caret."""
        self._act(
            tr("删除表格"),
            lambda issue, ends: edits.remove_block(issue, ends[0].place._replace(part=0)),
        )

    def merge_cells(self) -> None:
        """Make the cells that are marked one."""
        now = self._ends()
        if now is not None and now[1][0].place == now[1][1].place:
            self._services.say(tr("先用鼠标或 Shift 加方向键选中几个单元格"))
            return
        self._act(
            tr("合并单元格"),
            lambda issue, ends: tables.merge_cells(issue, ends[0].place, ends[1].place),
        )

    def split_cell(self) -> None:
        """Part the merged cell with the caret."""
        now = self._ends()
        if now is not None and not tables.is_merged(now[0], now[1][0].place):
            self._services.say(tr("光标所在的单元格没有合并过"))
            return
        self._act(tr("拆分单元格"), lambda issue, ends: tables.split_cell(issue, ends[0].place))

    def align(self, alignment: str) -> None:
        """Align the marked columns; the caret stays."""
        now = self._ends()
        if now is not None:
            issue, (start, end) = now
            edited = table_looks.set_alignment(issue, start.place, end.place, alignment)
            self._session.do(tr("列对齐"), edited.issue)

    def is_aligned(self, alignment: str) -> bool:
        """Whether the column with the caret is aligned so."""
        now = self._ends()
        if now is None:
            return False
        table, cell = tables.cell_of(now[0], now[1][1].place)
        return table.alignments[cell.column : cell.column + 1] == (alignment,)

    def align_cells(self, alignment: str) -> None:
        """Align the marked cells by themselves, or as their columns; the caret stays."""
        now = self._ends()
        if now is not None:
            issue, (start, end) = now
            edited = table_looks.align_cells(issue, start.place, end.place, alignment)
            self._session.do(tr("单元格对齐"), edited.issue)

    def are_cells_aligned(self, alignment: str) -> bool:
        """Whether the cell with the caret is aligned so by itself."""
        now = self._ends()
        if now is None:
            return False
        table, cell = tables.cell_of(now[0], now[1][1].place)
        own = [one.alignment for one in table.own_alignments if (one.row, one.column) == cell]
        return (own or [AUTO])[0] == alignment

    def toggle_head(self, *, column: bool) -> None:
        """Make the rows or columns up to the caret's head the table, or only those before them
        where they do.
        """
        now = self._ends()
        if now is None:
            return
        issue, (_, end) = now
        table, cell = tables.cell_of(issue, end.place)
        rows, columns = table.header_rows, table.header_columns
        if column:
            columns = cell.column if cell.column < columns else cell.column + 1
        else:
            rows = cell.row if 0 < cell.row < rows else cell.row + 1
        edited = table_looks.set_heads(issue, end.place, rows, columns)
        self._session.do(tr("表头列") if column else tr("表头行"), edited.issue)

    def is_head(self, *, column: bool) -> bool:
        """Whether the row or column with the caret heads the others."""
        now = self._ends()
        if now is None:
            return False
        table, cell = tables.cell_of(now[0], now[1][1].place)
        return cell.column < table.header_columns if column else cell.row < table.header_rows

    def toggle_turned(self) -> None:
        """Stand the table with the caret on pages of its own, turned by a quarter, or in the text
        again.
        """
        now = self._ends()
        if now is not None:
            issue, (start, _) = now
            turned = not tables.table_of(issue, start.place).turned
            edited = table_looks.set_turned(issue, start.place, turned=turned)
            self._session.do(tr("横排转页") if turned else tr("表格排回文中"), edited.issue)
            self._session.reveal()  # on another page

    def is_turned(self) -> bool:
        """Whether the table with the caret stands on pages turned by a quarter."""
        now = self._ends()
        return now is not None and tables.table_of(now[0], now[1][0].place).turned

    def set_up_table(self) -> None:
        """Ask for caption, notes, alignment and widths of the table with the caret."""
        from desktop.dialogs.table import TableDialog

        now = self._ends()
        if now is None or self._session.refuses():
            return
        issue, (start, _) = now
        dialog = TableDialog(tables.table_of(issue, start.place), self._services.window)
        dialog.given.connect(partial(self._set_up, issue, start.place))
        dialog.open()

    def _set_up(self, issue: Issue, place: Place, change: TableChange) -> None:
        # changed from outside while the dialog was open: the table may be another
        if self._session.issue is not issue:
            self._services.say(tr("表格已经变了，请再来一次"))
            return
        looks = table_looks.set_columns(issue, place, change.alignments, change.widths).issue
        looks = table_looks.set_heads(looks, place, change.header_rows, change.header_columns).issue
        looks = table_looks.set_table_place(looks, place, change.place, change.across).issue
        looks = table_looks.set_turned(looks, place, turned=change.turned).issue
        looks = table_looks.set_zebra(looks, place, zebra=change.zebra).issue
        changed = table_looks.set_table_words(
            looks, place, change.caption, change.notes, change.data_source
        ).issue
        self._session.do(tr("设置表格"), changed)
        self._session.reveal()  # maybe on another page

    # -- notes -------------------------------------------------------------------------------------

    def toggle_note(self) -> None:
        """Make the marked paragraphs an editor's note, or take the note with the caret back into
        the text.
        """
        issue, caret = self._session.issue, self._session.selection.caret
        if issue is None or caret is None or caret.position.place.article is None:
            return
        if self.is_note():
            self._put(tr("按语改为正文"), edits.clear_note(issue, *caret.position))
            return
        start, end = caret.ordered
        if start.place.of_article != end.place.of_article:
            self._services.say(tr("按语只能在一篇文章里"))
            return
        self._put(tr("设为按语"), edits.set_note(issue, start, end))
        self.caret_set.emit()

    def is_note(self) -> bool:
        """Whether the caret is in an editor's note."""
        issue, caret = self._session.issue, self._session.selection.caret
        return issue is not None and caret is not None and is_note(issue, caret.position.place)

    # -- in common ---------------------------------------------------------------------------------

    def _ends(self) -> tuple[Issue, Ends] | None:
        """The issue and what is marked in one table; None where the caret is in no table."""
        issue, caret = self._session.issue, self._session.selection.caret
        if issue is None or caret is None:
            return None
        try:
            whole = [tables.table_of(issue, end.place) for end in caret.ordered]
        except LookupError:
            return None
        if whole[0] is not whole[1]:
            return issue, (caret.position, caret.position)
        return issue, caret.ordered

    def _act(self, name: str, act: Callable[[Issue, Ends], Edited | TextEdited]) -> None:
        now = self._ends()
        if now is not None:
            self._put(name, act(*now))

    def _put(self, name: str, edited: Edited | TextEdited) -> None:
        """One step, the caret where the edit says; the article where it has gone."""
        issue, place = edited.issue, edited.place
        if place is None:
            return
        offset = edited.offset if isinstance(edited, TextEdited) else 0
        at = of_text(TextPosition(place, offset))
        self._session.do(name, issue, at if place.block is not None else of_article(place))
