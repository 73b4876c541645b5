"""Which part of the pasteboard is seen, and how large: arrangement, zoom, scrolling, from pages to
pixels and back.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint, QPointF, QRectF, QSizeF, Qt

from desktop.canvas.sheets import GAP, MARGIN, SPINE, Arrangement, Sheets, rows_of
from desktop.canvas.shown import Pointer, ShownPage
from desktop.canvas.viewport import Viewport
from desktop.canvas.zooming import Fit, fitting, limited, step
from layouts.page.hit import Rect
from layouts.page.page import Page

ROOM = 36.0
"""What is brought into view keeps this distance from the view's edge, pixels."""

SEEN = 18.0
"""What is at least so far from the view's edge counts as in view, pixels."""

HEADWAY = 0.2
"""What was out of view comes to stand so far down it, a share of its height: with what stands
before it.
"""

LEAST_SPREAD = 0.6
"""A zoom below which two pages side by side are too small to read: where the window leaves them no
more, one is shown.
"""

ALIKE = 0.98
"""Pages of which at least this share of the most is seen are seen equally."""


class Camera:
    """Looks at the sheets through a viewport, which it alone scrolls.

    `zoomed` is called with the zoom when it changes.
    """

    def __init__(self, viewport: Viewport, zoomed: Callable[[float], None]) -> None:
        self._viewport = viewport
        self._zoomed = zoomed
        self._zoom = 1.0
        self._fit: Fit | None = Fit.WIDTH
        self._arrangement = self._wanted = Arrangement.SPREADS
        self._insisted = False
        self._preferred: int | None = None
        self._pages: Sequence[Page] = ()
        self.sheets = Sheets((), self._arrangement, 1.0)

    # -- what is seen ------------------------------------------------------------------------------

    @property
    def scale(self) -> float:
        """Logical pixels per point."""
        return self._zoom * self._viewport.dpi / 72

    @property
    def zoom(self) -> float:
        """How large the pages are; 1.0 is 100 %."""
        return self._zoom

    @property
    def fit(self) -> Fit | None:
        """What the zoom follows, None where it was chosen by hand."""
        return self._fit

    @property
    def arrangement(self) -> Arrangement:
        """How the sheets lie: as wanted, or alone where the window is too narrow for two."""
        return self._arrangement

    def visible(self) -> list[ShownPage]:
        """The sheets in view, as they are shown."""
        top = self._viewport.scrolled.y()
        return [
            self.shown(sheet.page)
            for sheet in self.sheets.between(top, top + self._viewport.size.height())
        ]

    def shown(self, page: int) -> ShownPage:
        """A page as it is shown, in view or not; its paper begins on a pixel of the screen."""
        sheet = self.sheets.sheets[page]
        ratio, scrolled = self._viewport.ratio, self._viewport.scrolled
        # else every zoom and scroll would smooth the page's rows and columns differently
        x = round((sheet.x + self._inset - scrolled.x()) * ratio) / ratio
        y = round((sheet.y - scrolled.y()) * ratio) / ratio
        turned = page < len(self._pages) and self._pages[page].turned
        return ShownPage(page, QRectF(x, y, sheet.width, sheet.height), self.scale, turned)

    def pointer(
        self, at: QPointF, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> Pointer | None:
        """What a point of the viewport is on the pages; None without pages."""
        scrolled = self._viewport.scrolled
        x = at.x() - self._inset + scrolled.x()
        y = at.y() + scrolled.y()
        sheet = self.sheets.nearest(x, y)
        if sheet is None:
            return None
        on_page = self.shown(sheet.page).to_page(at)
        return Pointer(at, sheet.page, *on_page, sheet.holds(x, y), modifiers)

    @property
    def page(self) -> int:
        """The page in view (from 0): that of which most is seen; of those seen equally the one that
        was meant, else the first.
        """
        whole = QRectF(QPointF(), self._viewport.size)
        parts = ((shown.page, shown.paper.intersected(whole)) for shown in self.visible())
        seen = {page: part.width() * part.height() for page, part in parts}
        most = max(seen.values(), default=0.0) * ALIKE
        if self._preferred is not None and seen.get(self._preferred, -1.0) >= most:
            return self._preferred
        return next((page for page, area in seen.items() if area >= most), 0)

    def prefer(self, page: int) -> None:
        """Of pages seen equally, this one (from 0) is meant: it was chosen, or something on it."""
        self._preferred = page

    @property
    def _middle(self) -> QPointF:
        size = self._viewport.size
        return QPointF(size.width() / 2, size.height() / 2)

    @property
    def _inset(self) -> float:
        """By how much a pasteboard narrower than the view stands in from its left edge."""
        return max(0.0, (self._viewport.size.width() - self.sheets.width) / 2)

    # -- pages and their arrangement ---------------------------------------------------------------

    def show(self, pages: Sequence[Page]) -> None:
        """Look at other pages; where their number and sizes are the same nothing moves."""
        old, self._pages = self._pages, pages
        if len(old) != len(pages) or not all(map(_same_size, old, pages)):
            self.lay(keep=bool(old))

    def set_arrangement(self, arrangement: Arrangement, *, by_hand: bool = True) -> None:
        """Lay the sheets another way; the page in view stays in view.

        Spreads chosen `by_hand` hold in a narrow window too.
        """
        page = self.page
        self._arrangement = self._wanted = arrangement
        self._insisted = by_hand
        self.lay(keep=False)
        self.go_to_page(page)

    def lay(self, *, keep: bool = True) -> None:
        """Lay the sheets anew, when the view changed its size; with `keep` what is at its top stays
        there.
        """
        # before sheets move
        top = self._top() if keep and len(self.sheets) else None
        if self._fit is not None and self._pages:
            self._arrangement, zoom = self._legible(self._fit)
            self._set(zoom)
        self._place()
        if top is not None and top.page < len(self.sheets):
            self._hold_top(top)

    def _legible(self, fit: Fit) -> tuple[Arrangement, float]:
        """The arrangement wanted and the zoom at which it fits; single pages where spreads would be
        too small and those are larger.
        """
        zoom = self._fitting(fit, self._wanted)
        if not self._insisted and zoom < LEAST_SPREAD:
            alone = self._fitting(fit, Arrangement.SINGLE)
            if alone > zoom:
                return Arrangement.SINGLE, alone
        return self._wanted, zoom

    def _top(self) -> _Top:
        """What stands at the view's top edge."""
        at = QPointF(self._middle.x(), 0.0)
        sheet = self.sheets.nearest(
            at.x() - self._inset + self._viewport.scrolled.x(), self._viewport.scrolled.y()
        )
        page = sheet.page if sheet is not None else 0
        shown = self.shown(page)
        down = min(max(0.0, -shown.paper.top()), shown.paper.height())
        return _Top(page, down / shown.scale, -shown.paper.top() - down)

    def _hold_top(self, top: _Top) -> None:
        """Scroll so that it stands there again."""
        shown = self.shown(top.page)
        self.scroll(0, shown.y(top.down) + top.beyond)

    def _place(self) -> None:
        self.sheets = Sheets(
            [(page.width, page.height) for page in self._pages], self._arrangement, self.scale
        )
        self._viewport.reach(QSizeF(self.sheets.width, self.sheets.height))
        self._viewport.update()

    def _hold(self, anchor: Pointer) -> None:
        """Scroll so that the page point of an anchor is where it was in the view."""
        way = self.shown(anchor.page).point(anchor.x, anchor.y) - anchor.at
        self.scroll(way.x(), way.y())

    # -- zoom --------------------------------------------------------------------------------------

    def _set(self, zoom: float) -> None:
        if abs(zoom - self._zoom) > 1e-6:
            self._zoom = zoom
            self._zoomed(zoom)

    def set_zoom(self, zoom: float, at: QPointF | None = None) -> None:
        """Show the pages so large; what is `at` a point of the viewport (its middle where None)
        stays there.
        """
        anchor = self.pointer(at if at is not None else self._middle)
        self._fit = None
        self._set(limited(zoom))
        self._place()
        if anchor is not None:
            self._hold(anchor)

    def step(self, *, up: bool) -> None:
        """The next larger or smaller step."""
        self.set_zoom(step(self._zoom, up))

    def follow(self, fit: Fit) -> None:
        """Fit now, and whenever the view changes its size: what is at the top stays there; a whole
        page from its head on.
        """
        page = self.page
        self._fit = fit
        self.lay()
        if fit is Fit.PAGE:
            self.go_to_page(page)

    def _fitting(self, fit: Fit, arrangement: Arrangement) -> float:
        widest = max(page.width for page in self._pages)
        tallest = max(page.height for page in self._pages)
        across = max(len(row) for row in rows_of(len(self._pages), arrangement))
        size = self._viewport.size
        bar = self._viewport.room_for_bar  # the pages will need it: it takes its room beforehand
        room = (size.width() - bar - 2 * MARGIN - SPINE * (across - 1), size.height() - 2 * GAP)
        return fitting(fit, room, (widest * across, tallest), self._viewport.dpi / 72)

    # -- going there -------------------------------------------------------------------------------

    def scroll(self, across: float, down: float) -> QPoint:
        """Scroll by so many pixels, as far as the pasteboard reaches; how far it went."""
        before = self._viewport.scrolled
        self._viewport.scroll_to(before.x() + across, before.y() + down)
        return self._viewport.scrolled - before

    def go_to_page(self, page: int) -> None:
        """Bring the head of a page (from 0) into view; it is the one meant from now on."""
        if 0 <= page < len(self.sheets):
            self.prefer(page)
            self._viewport.scroll_to(
                self._viewport.scrolled.x(), self.sheets.sheets[page].y - MARGIN
            )
            # sideways too, where the page is wider than the view
            shown = self._pages[page]
            whole = Rect(0, 0, shown.frame_width, shown.frame_height)
            self.show_rect(page, whole, room=0, down=False)

    def turn(self, by: int) -> None:
        """Go so many pages on, in spreads so many spreads."""
        row = self.sheets.row_of(self.page) if len(self.sheets) else []
        if row:
            page = row[-1].page + by if by > 0 else row[0].page + by
            self.go_to_page(min(max(0, page), len(self.sheets) - 1))

    def show_rect(self, page: int, box: Rect, room: float = ROOM, *, down: bool = True) -> None:
        """Scroll as little as needed to have a part of a page in view; its head where it is
        larger.
        """
        area, size = self.shown(page).rect(box), self._viewport.size
        across = _way(area.left(), area.right(), size.width(), room)
        self.scroll(across, _way(area.top(), area.bottom(), size.height(), room) if down else 0)

    def reveal(self, page: int, box: Rect) -> None:
        """Bring what was chosen into view, unless it is there: with what stands before it, from the
        head of its page on where that has room too.
        """
        self.prefer(page)
        shown, size = self.shown(page), self._viewport.size
        area = shown.rect(box)
        down = 0.0
        if not self.is_seen(page, box):
            tall = area.height() > size.height() * (1 - HEADWAY) - ROOM
            down = area.top() - (ROOM if tall else size.height() * HEADWAY)
            head = shown.paper.top() - MARGIN
            # with the head of the page on top it is in the upper half, or whole, all the same
            if head > down or area.bottom() - head < size.height() - ROOM:
                down = head
        self.scroll(_way(area.left(), area.right(), size.width(), SEEN), down)

    def is_seen(self, page: int, box: Rect) -> bool:
        """Whether a part of a page is in view, its head where it is larger than the view."""
        area, size = self.shown(page).rect(box), self._viewport.size
        return not _way(area.top(), area.bottom(), size.height(), SEEN)


def _same_size(one: Page, other: Page) -> bool:
    return one is other or (one.width == other.width and one.height == other.height)


class _Top(NamedTuple):
    """What stands at the top edge of a view: points down a page (from 0), and pixels beyond the
    paper, below its foot or, negative, above its head.
    """

    page: int
    down: float
    beyond: float


def _way(low: float, high: float, size: float, room: float) -> float:
    """How far to scroll until what reaches from `low` to `high` is in a view of a size, at a
    distance of `room` from its edges.
    """
    # no more distance than there is left on both sides
    keep = min(room, max(0.0, (size - (high - low)) / 2))
    if low < keep or high - low > size:
        return low - keep
    return max(0.0, high - size + keep)
