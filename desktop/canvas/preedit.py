"""Characters not committed yet, set in place in the page's own faces; the rest of the line makes
room.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from msgspec import Struct, field
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter

from desktop.canvas.caret import PageCaret, role_at
from desktop.canvas.context import Context
from desktop.canvas.overlay_style import OverlayStyle
from desktop.canvas.overlays import pen
from desktop.canvas.shown import ShownPage
from fonts.catalogue import Catalogue
from layouts.flow.setting import Origin, Setter
from layouts.house.layout import Align, Layout, Style
from layouts.issue.text import Text
from layouts.page.hit import Rect
from layouts.page.item import GlyphRun, Line
from layouts.page.pen import pen_positions
from layouts.page.stops import Faces, line_stops

FADE = 1.4
"""The rest of a line that has no room fades over this much, em."""

OVERHANG = 2.5
"""What is composed may stand out into the margin so far, em; then it moves left."""

DESCENT = 0.18
"""Em from the baseline down to the foot of a caret."""

UNDERLINE = 0.2
"""Em from the baseline down to the line under what is composed."""

UNLIMITED = 10_000.0


class Clause(NamedTuple):
    """A stretch of what is composed, in code points."""

    start: int
    end: int


class Preedit(Struct):
    """What an input method composes.

    `cursor` is the caret in it, None where it shows none; `caret_x` where that was painted.
    """

    text: str = ""
    cursor: int | None = 0
    clauses: list[Clause] = field(default_factory=list[Clause])
    caret_x: float = 0.0


@lru_cache(maxsize=2)
def _setter(layout: _Held, catalogue: Catalogue) -> Setter:
    return Setter(layout.layout, catalogue)


class _Held:
    """A layout as a key of the cache: two are the same where they are the same object."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Held) and other.layout is self.layout

    def __hash__(self) -> int:
        return id(self.layout)


class _Room(NamedTuple):
    """Where what is composed stands: how far it goes left of the caret because it has no room at
    its right, where its column ends, and the rectangle that it takes of the page.
    """

    back: float
    right: float
    area: Rect


def paint_preedit(
    painter: QPainter, look: OverlayStyle, context: Context, place: PageCaret, preedit: Preedit
) -> float:
    """Paint what is composed at the caret, underlined, the rest of the line moved on; the x of its
    caret in the viewport comes back.
    """
    session = context.session
    now, box = session.selection.caret, place.box()
    issue, layout = session.issue, session.layout
    if now is None or box is None or issue is None or layout is None:
        return 0.0
    page, caret = box
    sheet = context.camera.shown(page)
    style = layout.styles.get(role_at(issue, now.position.place), layout.styles["body"])
    seat = place.now()
    line = context.map.line(seat) if seat is not None else None
    size = line.size if line is not None else style.size
    baseline = caret.bottom - DESCENT * size
    set_line = _set(session.catalogue, layout, preedit.text, style, caret.left, baseline)
    if set_line is None:
        return 0.0
    stops = line_stops(set_line, session.catalogue.face)
    end = stops.xs[-1]
    room = _room(context, line, caret, end, size, max(layout.grid.leading, size))
    painter.save()
    painter.fillRect(sheet.rect(room.area), look.colours.paper)
    # moved left it covers what stands there, and the rest of the line is out of the column
    if line is not None and room.back == 0:
        tail = tail_of(line, caret.left, end - caret.left, session.catalogue.face)
        free = Rect(end, room.area.top, room.right, room.area.bottom)
        _paint_tail(painter, look, sheet, tail, free, size)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    look.surface.paint_line(painter, moved(set_line, -room.back), sheet)
    xs = [x - room.back for x in stops.xs]
    low = baseline + UNDERLINE * size
    _paint_underlines(painter, look.colours.accent, sheet, preedit, xs, low)
    painter.restore()
    if preedit.cursor is None:
        return sheet.x(end - room.back)
    x = sheet.x(stops.x_of(preedit.cursor) - room.back)
    bar = QRectF(x - 0.75, sheet.y(caret.top), 1.5, caret.height * sheet.scale)
    painter.fillRect(bar, look.colours.caret)
    return x


def _room(
    context: Context, line: Line | None, caret: Rect, end: float, size: float, height: float
) -> _Room:
    """The room for what is composed, from the caret to `end` where nothing were in its way."""
    left, right = caret.left, end
    if line is not None:
        left, right = line.x, line.x + line.width
    else:
        columns = (
            column
            for column in context.columns
            if column.left - 1 <= caret.left <= column.right + size
        )
        column = next(columns, None)
        right = column.right if column is not None else right
    # left no further than the line begins
    back = max(0.0, min(end - right - OVERHANG * size, caret.left - left))
    middle = (caret.top + caret.bottom) / 2
    area = Rect(caret.left - back, middle - height / 2, max(right, end - back), middle + height / 2)
    return _Room(back, right, area)


def _set(
    catalogue: Catalogue, layout: Layout, text: str, style: Style, x: float, y: float
) -> Line | None:
    setter = _setter(_Held(layout), catalogue)
    # never made smaller: what has no room is moved left (`_room`)
    return setter.single(
        Text(text), style, x, UNLIMITED, y, Origin("preedit"), Align.LEFT, fit=False
    )


def _paint_tail(
    painter: QPainter, look: OverlayStyle, sheet: ShownPage, tail: Line, room: Rect, size: float
) -> None:
    """The rest of the line after what is composed; what does not fit fades at the slot's edge."""
    if room.right <= room.left or not tail.runs:
        return
    area = sheet.rect(room)
    painter.save()
    painter.setClipRect(area)
    look.surface.paint_line(painter, tail, sheet)
    painter.restore()
    start = QPointF(area.right() - FADE * size * sheet.scale, 0)
    shade = QLinearGradient(start, QPointF(area.right(), 0))
    clear = QColor(look.colours.paper)
    clear.setAlpha(0)
    shade.setColorAt(0, clear)
    shade.setColorAt(1, look.colours.paper)
    painter.fillRect(
        QRectF(start.x(), area.top(), area.right() - start.x() + 1, area.height()), QBrush(shade)
    )


def _paint_underlines(
    painter: QPainter, accent: QColor, sheet: ShownPage, preedit: Preedit, xs: list[float], y: float
) -> None:
    """A thin line under all of it, a thick one under the clause being chosen."""
    low = sheet.y(y)
    painter.setPen(pen(accent, 1.0))
    painter.drawLine(QLineF(sheet.x(xs[0]), low, sheet.x(xs[-1]), low))
    painter.setPen(pen(accent, 2.5))
    for clause in preedit.clauses:
        last = min(clause.end, len(xs) - 1)
        if clause.start < last:
            painter.drawLine(QLineF(sheet.x(xs[clause.start]), low, sheet.x(xs[last]), low))
    painter.setPen(Qt.PenStyle.NoPen)


def moved(line: Line, by: float) -> Line:
    """A line moved sideways."""
    return (
        line
        if not by
        else line._replace(
            x=line.x + by, runs=tuple(run._replace(x=run.x + by) for run in line.runs)
        )
    )


def tail_of(line: Line, x: float, by: float, faces: Faces) -> Line:
    """What stands right of x on a line, moved by some points."""
    runs: list[GlyphRun] = []
    for run in line.runs:
        pens = pen_positions(run, faces(run.face))
        # the caret stands in the middle of a gap: the next glyph begins a little left of it where
        # marks are squeezed
        first = next((k for k, place in enumerate(pens) if place >= x - 0.3 * run.size), None)
        if first is None:
            continue
        kerns = tuple((k - first, move) for k, move in run.kerns if k > first)
        clusters = (
            tuple(cluster - run.clusters[first] for cluster in run.clusters[first:])
            if run.clusters is not None
            else None
        )
        text = run.text[run.clusters[first] if run.clusters is not None else first :]
        runs.append(
            run._replace(
                x=pens[first] + by,
                glyphs=run.glyphs[first:],
                kerns=kerns,
                text=text,
                clusters=clusters,
            )
        )
    return line._replace(runs=tuple(runs))
