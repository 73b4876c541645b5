"""The caret and the marked text painted on the pages."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRectF, QTimer
from PySide6.QtGui import QGuiApplication, QPainter

from desktop.blocks import FACE
from desktop.canvas.context import Context
from desktop.canvas.marked import marked_boxes
from desktop.canvas.motion import neighbour, string_at
from desktop.canvas.overlay_style import OverlayStyle
from desktop.canvas.preedit import ComposedText, paint_composition
from desktop.canvas.shown import ShownPage
from desktop.canvas.where import address_of_place, text_of
from desktop.selection import TextPosition
from layouts.issue.issue import Issue
from layouts.issue.places import BYLINE, SUBTITLE, TITLE, Place, block_at
from layouts.page.carets import CARET_DROP, CARET_RISE, Seat
from layouts.page.hit import Rect
from layouts.page.item import Line

FAINT = 0.35
"""The opacity of the caret while the keyboard is elsewhere."""

THICKNESS = 0.085
"""The caret's width, em of its text; at least one pixel and a half."""


class PageCaret:
    """Where the caret stands on the pages, blinking as the system says; with `upstream` at a line's
    end, not at the next one's start.
    """

    def __init__(self, context: Context) -> None:
        self._context = context
        self.composition: ComposedText | None = None
        self.upstream = False
        self._on = True
        self._timer = QTimer(context.viewport.owner)
        self._timer.timeout.connect(self._blink)

    # -- blinking ----------------------------------------------------------------------------------

    def start(self) -> None:
        """Show the caret now and let it blink from now on."""
        self._on = True
        flash = QGuiApplication.styleHints().cursorFlashTime()
        # 0: the system wants no blinking; else the time of both halves together
        if flash > 0 and self._context.viewport.has_focus:
            self._timer.start(flash // 2)
        else:
            self._timer.stop()

    def stop(self) -> None:
        """The view lost the keyboard: the caret stays, faint."""
        self._timer.stop()
        self._on = True

    def _blink(self) -> None:
        self._on = not self._on
        area = self.area()
        if area is not None:
            self._context.viewport.update(area)

    # -- where it is -------------------------------------------------------------------------------

    def now(self) -> Seat | None:
        """Where the caret itself stands; None where there is none, or its text is on no page."""
        caret, composed = self._context.session.selection.caret, self.composition
        if caret is None:
            return None
        if composed is not None:
            return self._seat(composed.issue, composed.caret, upstream=composed.caret_is_after)
        return self.seat(caret.position, upstream=self.upstream)

    def seat(self, position: TextPosition, *, upstream: bool = False) -> Seat | None:
        """Where a position stands on the pages; None where its text is on none, or the pages show
        another text there.
        """
        issue = self._context.session.issue
        return self._seat(issue, position, upstream=upstream) if issue is not None else None

    def _seat(self, issue: Issue, position: TextPosition, *, upstream: bool) -> Seat | None:
        composed = self._context.session.composed_issue
        if composed is None:
            return None
        # offsets of a text that was edited since would point at other characters
        if issue is not composed and text_of(issue, position.place) != text_of(
            composed, position.place
        ):
            return None
        address = address_of_place(issue, position.place)
        return (
            self._context.map.seat(address, position.offset, upstream)
            if address is not None
            else None
        )

    def box(self) -> tuple[int, Rect] | None:
        """The page (from 0) and place of the caret on it, a rectangle without width; also in a
        paragraph that is still empty.
        """
        caret = self._context.session.selection.caret
        if caret is None:
            return None
        seat = self.now()
        if seat is not None:
            return seat.page, self._context.map.caret(seat)
        return self._empty(caret.position)

    def _empty(self, position: TextPosition) -> tuple[int, Rect] | None:
        """Where an empty paragraph would begin: under the text before it, above the one after
        it.
        """
        issue, layout = self._context.session.issue, self._context.session.layout
        if issue is None or layout is None or string_at(issue, position.place):
            return None
        style = layout.styles[role_at(issue, position.place)]
        for step in (-1, 1):
            found = self._beside(issue, position.place, step)
            if found is not None:
                seat, rows = found
                line = self._context.map.line(seat)
                left = self._left_of(line) + style.indent * style.size
                y = line.y - step * rows * layout.grid.leading
                return seat.page, Rect(
                    left, y - CARET_RISE * style.size, left, y + CARET_DROP * style.size
                )
        return None

    def _beside(self, issue: Issue, place: Place, step: int) -> tuple[Seat, int] | None:
        """The nearest text of the article before or after a place that stands on a page, and how
        many texts away it is.
        """
        other = neighbour(issue, place, step)
        rows = 1
        while other is not None and other.of_article == place.of_article:
            seat = self.seat(
                TextPosition(other, len(string_at(issue, other)) if step < 0 else 0),
                upstream=step < 0,
            )
            if seat is not None:
                return seat, rows
            other = neighbour(issue, other, step)
            rows += 1
        return None

    def _left_of(self, line: Line) -> float:
        return max(
            (column.left for column in self._context.columns if column.left <= line.x + 1),
            default=line.x,
        )

    def area(self) -> QRectF | None:
        """The caret in the viewport."""
        found = self.box()
        if found is None or found[0] >= len(self._context.pages):
            return None
        sheet = self._context.camera.shown(found[0])
        return sheet.caret(found[1], max(1.5, THICKNESS * found[1].height * sheet.scale))

    # -- painting ----------------------------------------------------------------------------------

    def paint(self, painter: QPainter, look: OverlayStyle, shown: Iterable[ShownPage]) -> None:
        """Paint the marked text or what is composed in its place, and the caret where it is lit."""
        caret, composed = self._context.session.selection.caret, self.composition
        if caret is None:
            return
        if composed is not None:
            paint_composition(painter, look, self._context, composed, shown)
        for sheet in shown if composed is None else ():
            for box in marked_boxes(self._context, sheet.page):
                painter.fillRect(sheet.rect(box), look.colours.marked)
        hidden = composed is not None and composed.preedit.cursor is None
        area = self.area()
        if area is None or hidden or not self._on:
            return
        painter.setOpacity(1.0 if self._context.viewport.has_focus else FAINT)
        painter.fillRect(area, look.colours.caret)
        painter.setOpacity(1.0)


def role_at(issue: Issue, place: Place) -> str:
    """The role that text at a place is set in."""
    if place.block == TITLE:
        return "headline"
    if place.block == SUBTITLE:
        return "subtitle"
    if place.block == BYLINE:
        return "byline"
    try:
        return FACE(block_at(issue, place)).role
    except LookupError:
        return "body"
