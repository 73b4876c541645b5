"""Characters not committed yet: on the pages as they will stand there, underlined."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from msgspec import Struct, field
from PySide6.QtCore import QLineF, Qt
from PySide6.QtGui import QPainter

from desktop.canvas.context import Context
from desktop.canvas.overlay_style import OverlayStyle
from desktop.canvas.overlays import pen
from desktop.canvas.shown import ShownPage
from desktop.canvas.where import address_of_place, text_of
from desktop.selection import TextPosition
from layouts.issue.issue import Issue
from layouts.issue.places import Place
from layouts.page.carets import ShownText
from layouts.page.stops import line_end

UNDERLINE = 0.2
"""Em from the baseline down to the line under what is composed."""

THIN, THICK = 1.0, 2.5
"""Pixels of the line under all of it, and under the clause that is being chosen."""


class Clause(NamedTuple):
    """A stretch of what is composed, in code points."""

    start: int
    end: int


class Preedit(Struct):
    """What an input method composes; `cursor` is the caret in it, None where it shows none."""

    text: str = ""
    cursor: int | None = 0
    clauses: list[Clause] = field(default_factory=list[Clause])


class ComposedText(NamedTuple):
    """What is composed in the text it is to come into: `issue` is as it will be after the commit,
    and `preedit` stands in it from `start` on.
    """

    issue: Issue
    place: Place
    start: int
    preedit: Preedit

    @property
    def end(self) -> TextPosition:
        """Behind all of it."""
        return TextPosition(self.place, self.start + len(self.preedit.text))

    @property
    def caret(self) -> TextPosition:
        """Where its caret is; behind all of it where it shows none."""
        cursor = self.preedit.cursor
        return TextPosition(self.place, self.start + cursor) if cursor is not None else self.end

    @property
    def caret_is_after(self) -> bool:
        """Whether its caret is behind some of it, and stays with that where a line ends there."""
        return self.caret.offset > self.start


def paint_composition(
    painter: QPainter,
    look: OverlayStyle,
    context: Context,
    composed: ComposedText,
    shown: Iterable[ShownPage],
) -> None:
    """A thin line under all that is composed, a thick one under the clause being chosen."""
    on_pages = context.session.composed_issue
    # pages from before the last key: what is composed stands elsewhere on them, or not at all
    if on_pages is not composed.issue and text_of(on_pages, composed.place) != text_of(
        composed.issue, composed.place
    ):
        return
    address = address_of_place(composed.issue, composed.place)
    if address is None:
        return
    strokes = [(composed.start, composed.end.offset, THIN)]
    strokes += [
        (composed.start + clause.start, composed.start + clause.end, THICK)
        for clause in composed.preedit.clauses
    ]
    for sheet in shown:
        for start, end, width in strokes:
            painter.setPen(pen(look.colours.accent, width))
            for left, right, y in _spans(context, sheet.page, address, start, end):
                painter.drawLine(QLineF(sheet.point(left, y), sheet.point(right, y)))
    painter.setPen(Qt.PenStyle.NoPen)


def _spans(
    context: Context, page: int, address: ShownText, start: int, end: int
) -> Iterator[tuple[float, float, float]]:
    """Where characters of a text stand on the lines of a page: left, right, and the height of the
    line under them.
    """
    for at in context.map.index(page).lines.get(address, ()):
        line = context.pages[page].lines[at]
        first, last = max(start, line.start), min(end, line_end(line))
        if first < last:
            stops = context.map.stops(page, at)
            yield stops.x_of(first), stops.x_of(last), line.y + UNDERLINE * line.size
