"""Text edited on the page: the caret's keys and clicks become edits of the issue."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QPointF
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from desktop import marking
from desktop.canvas.caret import PageCaret
from desktop.canvas.context import Context
from desktop.canvas.drops import block_for_photos
from desktop.canvas.motion import (
    MotionUnit,
    around,
    article_ends,
    issue_ends,
    left_of,
    neighbour,
    right_of,
    string_at,
)
from desktop.canvas.photo_at_caret import photo_at_caret
from desktop.canvas.seats import seat_under
from desktop.canvas.shown import Pointer
from desktop.canvas.where import place_of_address, texts_of
from desktop.clipboard import has_text, paste, text_data, wants_reading
from desktop.selection import Caret, SelectionKind, TextPosition, of_photo, of_text
from desktop.words import tr
from layouts.issue import edits
from layouts.issue.article import Table
from layouts.issue.edits import TextEdited
from layouts.issue.edits.reading import reading_order
from layouts.issue.issue import Issue
from layouts.issue.places import block_at
from layouts.issue.text import MarkKind
from layouts.page.carets import Seat

PAUSE = 2000
"""Milliseconds without a key after which typing is another step of undo."""

LEAP = 0.9
"""The part of the view that PageUp and PageDown go by."""


class TextEditor:
    """The text selection of the session, as keys and mouse move it and edits change it."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self.caret = PageCaret(context)
        self._goal: float | None = None
        self._run = 0
        self._running: str = ""
        self._last_key = QElapsedTimer()
        self._twice = QElapsedTimer()
        self._twice_at = QPointF()
        self._marked: tuple[TextPosition, TextPosition] | None = None
        self._moving = False
        self._follows = False

    # -- state -------------------------------------------------------------------------------------

    @property
    def now(self) -> Caret | None:
        """The caret, None where no text is edited."""
        return self._context.session.selection.caret

    @property
    def issue(self) -> Issue | None:
        """The issue as it is now."""
        return self._context.session.issue

    def selected(self) -> None:
        """Something else is selected, by us or by others: undo, a panel, a finding."""
        # by others: what our own move keeps would be of another place
        if not self._moving:
            self.caret.upstream, self._goal, self._running = False, None, ""
        self.caret.start()
        self.follow(by_others=not self._moving)

    def show(self) -> None:
        """The caret was chosen again: bring it into view."""
        self.follow(by_others=True)

    def composed(self) -> None:
        """New pages: keep the caret in view."""
        if self._follows:
            self.follow()

    def follow(self, *, by_others: bool = False) -> None:
        """Bring the caret into view; where the pages are older than the text, when they come. As it
        moves, pages move no more than they must; `by_others` it may go anywhere.
        """
        self._follows = self.now is not None and not self._context.session.is_current
        found = self.caret.box()
        if found is None:
            return
        camera = self._context.camera
        camera.prefer(found[0])
        (camera.reveal if by_others else camera.show_rect)(*found)

    def seat(self) -> Seat | None:
        """Where the caret stands on the pages; waits for pages that are being made."""
        if self.now is None:
            return None
        found = self.caret.now()
        if found is None and not self._context.session.is_current:
            self._context.session.settle()
            found = self.caret.now()
        return found

    # -- moving ------------------------------------------------------------------------------------

    def go(
        self,
        position: TextPosition,
        *,
        extend: bool = False,
        upstream: bool = False,
        goal: float | None = None,
    ) -> None:
        """Put the caret somewhere; with `extend` the text between is marked."""
        anchor = self.now.anchor if extend and self.now is not None else position
        self.caret.upstream, self._goal, self._running, self._marked = upstream, goal, "", None
        self._moving = True
        self._context.session.select(of_text(position, anchor), seen=True)
        self._moving = False
        self.caret.start()
        self._context.viewport.update()

    def start(self) -> bool:
        """Begin to edit what is selected: an article at its start, a photo in its caption; False
        where there is no text.
        """
        issue, selection = self.issue, self._context.session.selection
        place = selection.place
        if issue is None or place is None or place.article is None:
            return False
        texts = texts_of(issue, place)
        if selection.kind is SelectionKind.PHOTO:
            texts = [found for found in texts if found.block == place.block]
        if not texts:
            return False
        self.go(TextPosition(texts[0], 0))
        self._context.viewport.take_focus()
        return True

    def horizontal(self, step: int, unit: MotionUnit, *, extend: bool) -> None:
        """Left or right. Marks that are not extended end at their edge."""
        now, issue = self.now, self.issue
        if now is None or issue is None:
            return
        # as everywhere: an arrow leaves the marks at their end on its side
        if now.marks and not extend and unit is MotionUnit.CHARACTER:
            self.go(now.ordered[1 if step > 0 else 0])
        else:
            self.go((right_of if step > 0 else left_of)(issue, now.position, unit), extend=extend)

    def vertical(self, step: int, *, extend: bool) -> None:
        """One line up or down, as near as can be to where the first such step began."""
        seat = self.seat()
        if seat is None:
            self._leave_empty(step, extend=extend)
            return
        goal = self._goal if self._goal is not None else seat.x
        shown = self._context.map
        found = shown.vertical(seat, goal, down=step > 0)
        if found is None:
            # on the first or last line of the issue: to its end, as in every editor
            self.line_end(step, extend=extend)
        else:
            # in another column as far from its edge
            goal += shown.column_left(found) - shown.column_left(seat)
            self._sit(found, extend=extend, goal=goal)

    def _leave_empty(self, step: int, *, extend: bool) -> None:
        """Out of a paragraph that has no line yet."""
        issue = self.issue
        other = (
            neighbour(issue, self.now.position.place, step)
            if self.now is not None and issue is not None
            else None
        )
        if other is not None and issue is not None:
            self.go(
                TextPosition(other, 0 if step > 0 else len(string_at(issue, other))), extend=extend
            )

    def _sit(self, seat: Seat, *, extend: bool, goal: float | None = None) -> bool:
        """Put the caret on a seat of the pages."""
        composed, issue = self._context.session.composed_issue, self.issue
        place = place_of_address(composed, seat.address) if composed is not None else None
        if place is None or issue is None:
            return False
        offset = min(seat.offset, len(string_at(issue, place)))
        self.go(TextPosition(place, offset), extend=extend, upstream=seat.upstream, goal=goal)
        return True

    def line_end(self, step: int, *, extend: bool) -> None:
        """Home and End: the ends of the line."""
        seat = self.seat()
        if seat is not None:
            found = (
                self._context.map.line_end(seat) if step > 0 else self._context.map.line_start(seat)
            )
            self._sit(found, extend=extend)

    def article_end(self, step: int, *, extend: bool) -> None:
        """Ctrl+Home and Ctrl+End: the ends of the article, from there those of the issue."""
        if self.now is None or self.issue is None:
            return
        side = 1 if step > 0 else 0
        end, whole = article_ends(self.issue, self.now.position.place)[side], issue_ends(self.issue)
        if self.now.position == end and whole is not None:
            end = whole[side]
        self.go(end, extend=extend)

    def leap(self, step: int, *, extend: bool) -> None:
        """PageUp and PageDown: the view scrolls, the caret keeps its height in it."""
        seat = self.seat()
        if seat is None:
            return
        context = self._context
        goal = self._goal if self._goal is not None else seat.x
        box, shown = context.map.caret(seat), context.camera.shown(seat.page)
        at = QPointF(shown.x(goal), shown.y((box.top + box.bottom) / 2))
        way = step * LEAP * context.viewport.size.height()
        # what could not be scrolled, at the first and last page, the caret goes by itself
        at += QPointF(0, way - context.camera.scroll(0, way).y())
        pointer = context.camera.pointer(at)
        found = context.map.at_point(pointer.page, goal, pointer.y) if pointer is not None else None
        if found is not None:
            self._sit(found, extend=extend, goal=goal)

    def tab(self, *, onward: bool) -> bool:
        """Tab goes to the next cell of a table; elsewhere it does nothing, and never leaves the
        text by accident.
        """
        now, issue = self.now, self.issue
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
            if other is not None:
                self.go(TextPosition(other, len(string_at(issue, other))))
        return True

    # -- mouse -------------------------------------------------------------------------------------

    def position_at(self, pointer: Pointer) -> tuple[TextPosition, bool] | None:
        """The position nearest to the pointer, and whether it is meant at the end of its line."""
        found = seat_under(self._context, pointer)
        return (found[0], found[1].upstream) if found is not None else None

    def press(self, pointer: Pointer, *, extend: bool = False) -> bool:
        """A click: the caret goes there. False where there is no text."""
        found = self.position_at(pointer)
        if found is None:
            return False
        self.go(found[0], extend=extend, upstream=found[1])
        return True

    def mark_unit(self, pointer: Pointer, unit: MotionUnit) -> bool:
        """A double or triple click: mark the word or the paragraph."""
        found, issue = self.position_at(pointer), self.issue
        if found is None or issue is None:
            return False
        ends = around(issue, found[0], unit)
        self.go(ends[0])
        self.go(ends[1], extend=True, upstream=True)
        # after `go`, which forgets it
        self._marked = ends
        if unit is MotionUnit.WORD:
            self._twice.start()
            self._twice_at = pointer.at
        return True

    def is_third_click(self, pointer: Pointer) -> bool:
        """Whether a press follows a double click so soon that it is the third of a triple."""
        # Qt knows no triple click: it comes as a press after a double one
        near = (pointer.at - self._twice_at).manhattanLength() < QApplication.startDragDistance()
        return (
            near
            and self._twice.isValid()
            and self._twice.elapsed() < QApplication.doubleClickInterval()
        )

    def mark_to(self, pointer: Pointer, unit: MotionUnit) -> None:
        """Drag: mark up to the pointer, whole words or paragraphs where the drag began with
        them.
        """
        found, issue = self.position_at(pointer), self.issue
        if found is None or issue is None:
            return
        if self._marked is None or unit is MotionUnit.CHARACTER:
            self.go(found[0], extend=True, upstream=found[1])
            return
        first, here = self._marked, around(issue, found[0], unit)
        onward = reading_order(here[1]) >= reading_order(first[1])
        self.go(first[0] if onward else first[1])
        self.go(here[1] if onward else here[0], extend=True, upstream=onward)
        self._marked = first

    def select_all(self) -> None:
        """Mark all text of the article."""
        place = self._context.session.selection.place
        if self.issue is not None and place is not None and place.article is not None:
            start, end = article_ends(self.issue, place)
            self.go(start)
            self.go(end, extend=True, upstream=True)

    # -- edits -------------------------------------------------------------------------------------

    def _do(self, name: str, edited: TextEdited, run: str = "") -> None:
        """One step; steps in a row with the same `run` are one until the caret moves or the keys
        pause.
        """
        if (
            not run
            or run != self._running
            or (self._last_key.isValid() and self._last_key.elapsed() > PAUSE)
        ):
            self._run += 1
        self._running = run
        self._last_key.start()
        self.caret.upstream, self._goal = False, None
        self._moving = True
        # acts of one key are one step of undo: another number, another step
        merge = f"text-{id(self)}-{self._run}" if run else ""
        self._context.session.do(
            name, edited.issue, of_text(TextPosition(edited.place, edited.offset)), merge
        )
        self._moving = False
        self._context.viewport.update()

    def _cleared(self) -> tuple[Issue, TextPosition] | None:
        """The issue without the marked text, and where the caret is then."""
        now, issue = self.now, self.issue
        if now is None or issue is None:
            return None
        if not now.marks:
            return issue, now.position
        edited = edits.delete_range(issue, now.anchor, now.position)
        return edited.issue, TextPosition(edited.place, edited.offset)

    def typed(self, string: str) -> TextEdited | None:
        """The issue with a string typed over what is marked, which nothing is done to yet; None
        where there is no caret.
        """
        carried = self._carried()
        found = self._cleared()
        return marking.typed(*found, string, carried) if found is not None else None

    def insert(self, string: str, *, whole: bool = False) -> None:
        """Type a string over what is marked.

        A word is one step of undo: marks and spaces end it; `whole`: it is one by itself.
        """
        edited = self.typed(string)
        if edited is None or not string:
            return
        self._do(typing_name(), edited, "" if whole else "typing")
        if string[-1].isspace() or not string[-1].isalnum():
            self._running = ""

    def _carried(self) -> frozenset[MarkKind] | None:
        return (
            marking.carried(self.issue, self.now)
            if self.issue is not None and self.now is not None
            else None
        )

    def delete(self, step: int, unit: MotionUnit = MotionUnit.CHARACTER) -> None:
        """Backspace (−1) and Delete (1): what is marked, a character or word, or the end of the
        paragraph; a photo there is selected.
        """
        now, issue = self.now, self.issue
        if now is None or issue is None:
            return
        if now.marks:
            self._do(tr("删除文字"), edits.delete_range(issue, now.anchor, now.position))
            return
        photo = photo_at_caret(issue, now.position, step)
        if photo is not None:
            self._context.session.select(of_photo(photo))
            return
        string = string_at(issue, now.position.place)
        if step < 0 and now.position.offset == 0:
            self._do(tr("合并段落"), edits.join_with_previous(issue, now.position.place))
        elif step > 0 and now.position.offset >= len(string):
            self._do(tr("合并段落"), edits.join_with_next(issue, now.position.place))
        else:
            other = (right_of if step > 0 else left_of)(issue, now.position, unit)
            self._do(
                tr("删除文字"),
                edits.delete_range(issue, now.position, other),
                f"deleting{step}{unit}",
            )

    def split(self) -> None:
        """Enter: a new paragraph."""
        found = self._cleared()
        if found is not None:
            self._do(tr("分段"), edits.split_paragraph(found[0], *found[1]))

    def mark(self, kind: MarkKind) -> None:
        """Bold, Kai … for the marked text, plain where all of it is so already; without any for
        what is typed next.
        """
        marking.toggle(self._context.session, kind)

    # -- clipboard ---------------------------------------------------------------------------------

    def copy(self) -> bool:
        """Put the marked text into the clipboard; False where none is marked."""
        now, issue = self.now, self.issue
        if now is None or issue is None or not now.marks:
            return False
        QGuiApplication.clipboard().setMimeData(text_data(issue, *now.ordered))
        return True

    def cut(self) -> bool:
        """Copy the marked text and take it out."""
        if not self.copy() or self.now is None or self.issue is None:
            return False
        self._do(tr("剪切"), edits.delete_range(self.issue, self.now.anchor, self.now.position))
        return True

    def paste(self) -> bool:
        """Put the clipboard's text in place of what is marked; what is no text goes to the window.

        False where it holds nothing.
        """
        data = QGuiApplication.clipboard().mimeData()
        found = self._cleared() if data and has_text(data) else None
        if found is not None and wants_reading(data, found[0], found[1].place):
            self._context.requests.paste(data, *found)
        elif found is not None:
            self._do(tr("粘贴"), paste(*found, data))
        elif data:
            self._context.requests.give(data, block_for_photos(self._context.session))
        return bool(data)


def typing_name() -> str:
    """What the undo menu calls typed text."""
    return tr("输入文字")
