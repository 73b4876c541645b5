"""The caret moved by keys: characters, words, lines, the ends of an article, a view at a time,
cells of a table.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF

from desktop.canvas.context import Context
from desktop.canvas.editing import TextEditor
from desktop.canvas.motion import (
    MotionUnit,
    article_ends,
    issue_ends,
    left_of,
    neighbour,
    right_of,
    string_at,
)
from desktop.canvas.where import place_of_address
from desktop.selection import TextPosition, of_text
from desktop.words import tr
from layouts.issue.article import Table
from layouts.issue.edits.cell_area import CellPlace, area_between
from layouts.issue.edits.tables import add_row, cell_of, cell_place, is_cell
from layouts.issue.places import block_at
from layouts.page.carets import Seat
from layouts.page.item import CREDIT

LEAP = 0.9
"""The part of the view that PageUp and PageDown go by."""


class CaretSteps:
    """Moves the caret of the pages; with `extend` the text between is marked."""

    def __init__(self, context: Context, editor: TextEditor) -> None:
        self._context = context
        self._editor = editor

    def horizontal(self, step: int, unit: MotionUnit, *, extend: bool) -> None:
        """Left or right. Marks that are not extended end at their edge."""
        now, issue = self._editor.now, self._editor.issue
        if now is None or issue is None:
            return
        if extend and self._to_cell(0, step):
            return
        # as everywhere: an arrow leaves the marks at their end on its side
        if now.marks and not extend and unit is MotionUnit.CHARACTER:
            self._editor.go(now.ordered[1 if step > 0 else 0])
        else:
            there = (right_of if step > 0 else left_of)(issue, now.position, unit)
            self._editor.go(there, extend=extend)

    def vertical(self, step: int, *, extend: bool) -> None:
        """One line up or down, as near as can be to where the first such step began."""
        if extend and self._to_cell(step, 0):
            return
        seat = self._editor.seat()
        if seat is None:
            self._leave_empty(step, extend=extend)
            return
        goal = self._editor.goal if self._editor.goal is not None else seat.x
        shown = self._context.map
        found = shown.vertical(seat, goal, down=step > 0)
        if found is None:
            # on the first or last line of the issue: to its end, as in every editor
            self.line_end(step, extend=extend)
        else:
            # in another column as far from its edge
            goal += shown.column_left(found) - shown.column_left(seat)
            self._sit(found, extend=extend, goal=goal)

    def _to_cell(self, down: int, right: int) -> bool:
        """Where cells are marked: on by one of the table; False where none are, and above and below
        the table, where lines go on. At its sides the marks stay.
        """
        now, issue = self._editor.now, self._editor.issue
        if now is None or issue is None:
            return False
        place = now.position.place
        if area_between(issue, now.anchor.place, place) is None:
            return False
        table, (row, column) = cell_of(issue, place)
        row, column = row + down, column + right
        if not 0 <= row <= len(table.rows):
            return False
        if 0 <= column < len(table.header):
            there = cell_place(place, table, CellPlace(row, column))
            if there != now.anchor.place:
                self._editor.go(TextPosition(there, len(string_at(issue, there))), extend=True)
            else:
                # back in the cell where it began: its words, as far as they were marked
                self._editor.go(now.anchor, extend=True)
        return True

    def _leave_empty(self, step: int, *, extend: bool) -> None:
        """Out of a paragraph that has no line yet."""
        now, issue = self._editor.now, self._editor.issue
        if now is None or issue is None:
            return
        other = neighbour(issue, now.position.place, step)
        if other is not None:
            offset = 0 if step > 0 else len(string_at(issue, other))
            self._editor.go(TextPosition(other, offset), extend=extend)

    def _sit(self, seat: Seat, *, extend: bool, goal: float | None = None) -> None:
        """Put the caret on a seat of the pages."""
        composed, issue = self._context.session.composed_issue, self._editor.issue
        place = place_of_address(composed, seat.address) if composed is not None else None
        if place is None or issue is None:
            return
        at = TextPosition(place, min(seat.offset, len(string_at(issue, place))))
        self._editor.go(at, extend=extend, upstream=seat.upstream, goal=goal)

    def line_end(self, step: int, *, extend: bool) -> None:
        """Home and End: the ends of the line, of all of a credit, whose lines hold a character."""
        seat, now, issue = self._editor.seat(), self._editor.now, self._editor.issue
        if seat is not None and now is not None and issue is not None:
            if self._context.map.line(seat).role == CREDIT:
                place = now.position.place
                end = len(string_at(issue, place)) if step > 0 else 0
                self._editor.go(TextPosition(place, end), extend=extend)
                return
            found = (
                self._context.map.line_end(seat) if step > 0 else self._context.map.line_start(seat)
            )
            self._sit(found, extend=extend)

    def article_end(self, step: int, *, extend: bool) -> None:
        """Ctrl+Home and Ctrl+End: the ends of the article, from there those of the issue."""
        now, issue = self._editor.now, self._editor.issue
        if now is None or issue is None:
            return
        side = 1 if step > 0 else 0
        end, whole = article_ends(issue, now.position.place)[side], issue_ends(issue)
        if now.position == end and whole is not None:
            end = whole[side]
        self._editor.go(end, extend=extend)

    def leap(self, step: int, *, extend: bool) -> None:
        """PageUp and PageDown: the view scrolls, the caret keeps its height in it."""
        seat = self._editor.seat()
        if seat is None:
            return
        context = self._context
        goal = self._editor.goal if self._editor.goal is not None else seat.x
        box, shown = context.map.caret(seat), context.camera.shown(seat.page)
        at = shown.point(goal, (box.top + box.bottom) / 2)
        way = step * LEAP * context.viewport.size.height()
        # what could not be scrolled, at the first and last page, the caret goes by itself
        at += QPointF(0, way - context.camera.scroll(0, way).y())
        pointer = context.camera.pointer(at)
        if pointer is not None and (shown.turned or context.pages[pointer.page].turned):
            goal = pointer.x  # its height in the view is the caret's, whichever way text runs
        found = context.map.at_point(pointer.page, goal, pointer.y) if pointer is not None else None
        if found is not None:
            self._sit(found, extend=extend, goal=goal)

    def tab(self, *, onward: bool) -> bool:
        """Tab goes to the next cell of a table, from the last one to the first of a new row;
        elsewhere it does nothing, and never leaves the text by accident.
        """
        now, issue = self._editor.now, self._editor.issue
        if (
            now is None
            or issue is None
            or now.position.place.block is None
            or now.position.place.block < 0
        ):
            return True
        place = now.position.place
        if isinstance(block_at(issue, place), Table):
            other = neighbour(issue, place, 1 if onward else -1)
            leaves = other is None or not is_cell(issue, other) or other.block != place.block
            if onward and leaves and is_cell(issue, place):
                edited = add_row(issue, place, below=True)
                table, (row, _column) = cell_of(edited.issue, edited.place)
                first = cell_place(edited.place, table, CellPlace(row, 0))
                self._context.session.do(
                    tr("下方加一行"), edited.issue, of_text(TextPosition(first, 0))
                )
            elif other is not None:
                self._editor.go(TextPosition(other, len(string_at(issue, other))))
        return True
