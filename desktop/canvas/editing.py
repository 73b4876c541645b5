"""Text edited on the page: the caret's keys and clicks become edits of the issue."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QPointF
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from desktop import marking
from desktop.canvas.caret import PageCaret
from desktop.canvas.context import Context
from desktop.canvas.motion import (
    MotionUnit,
    around,
    article_ends,
    left_of,
    right_of,
    string_at,
)
from desktop.canvas.photo_at_caret import photo_at_caret
from desktop.canvas.seats import seat_under
from desktop.canvas.shown import Pointer
from desktop.canvas.where import texts_of
from desktop.clipboard import has_text, paste, text_data, wants_reading
from desktop.selection import Caret, SelectionKind, TextPosition, of_photo, of_text
from desktop.typing_run import TypingRun
from desktop.words import tr
from layouts.issue import edits
from layouts.issue.edits import TextEdited
from layouts.issue.edits.reading import reading_order
from layouts.issue.issue import Issue
from layouts.issue.text import MarkKind
from layouts.page.carets import Seat


class TextEditor:
    """The text selection of the session, as keys and mouse move it and edits change it."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self.caret = PageCaret(context)
        self.goal: float | None = None
        """How far right up and down go, points; None where the next such step begins anew."""
        self._run = TypingRun()
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
            self.caret.upstream, self.goal = False, None
            self._run.end()
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
        self.caret.upstream, self.goal, self._marked = upstream, goal, None
        self._run.end()
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
        if selection.kind in {SelectionKind.PHOTO, SelectionKind.BOX}:
            texts = [found for found in texts if found.block == place.block]
        if not texts:
            return False
        self.go(TextPosition(texts[0], 0))
        self._context.viewport.take_focus()
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

    def _do(self, name: str, edited: TextEdited, merge: str = "") -> None:
        """One step; one with those before it that merge by the same."""
        self.caret.upstream, self.goal = False, None
        self._moving = True
        at = TextPosition(edited.place, edited.offset)
        self._context.session.do(name, edited.issue, of_text(at), merge)
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
        self._do(typing_name(), edited, self._run.step() if whole else self._run.typed(string))

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
                self._run.step(f"deleting{step}{unit}"),
            )

    def split(self) -> None:
        """Enter: a new paragraph."""
        found = self._cleared()
        if found is not None:
            self._do(tr("分段"), edits.split_paragraph(found[0], *found[1]))

    def mark(self, kind: MarkKind) -> None:
        """Bold, Kai … for the marked text, plain where all of it is so already; without any for
        what is typed next. Says so where the text takes no marks.
        """
        session = self._context.session
        issue, caret = session.issue, session.selection.caret
        if issue is None or caret is None or marking.takes_marks(issue, caret):
            marking.toggle(session, kind)
        else:
            self._context.requests.hint(marking.no_marks())

    # -- clipboard ---------------------------------------------------------------------------------

    def copy(self) -> bool:
        """Put the marked text into the clipboard; False where none is marked."""
        now, issue = self.now, self.issue
        if now is None or issue is None or not now.marks:
            return False
        data = text_data(issue, *now.ordered, self._context.session.composed_layout)
        QGuiApplication.clipboard().setMimeData(data)
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
            self._do(tr("粘贴文字"), paste(*found, data))
        elif data:
            self._context.requests.give(data, None)
        return bool(data)


def typing_name() -> str:
    """What the undo menu calls typed text."""
    return tr("输入文字")
