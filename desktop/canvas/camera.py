"""Which part of the pasteboard is seen, and how large: arrangement, zoom, scrolling, from pages to
pixels and back.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QPointF, QRectF, QSizeF, Qt

from desktop.canvas.sheets import GAP, MARGIN, SPINE, Arrangement, Sheets, rows_of
from desktop.canvas.shown import Pointer, ShownPage
from desktop.canvas.viewport import Viewport
from desktop.canvas.zooming import Fit, fitting, limited, step
from layouts.page.hit import Rect
from layouts.page.page import Page

ROOM = 36.0
"""What is brought into view keeps this distance from the view's edge, pixels."""


class Camera:
    """Looks at the sheets through a viewport, which it alone scrolls.

    `zoomed` is called with the zoom when it changes.
    """

    def __init__(self, viewport: Viewport, zoomed: Callable[[float], None]) -> None:
        self._viewport = viewport
        self._zoomed = zoomed
        self._zoom = 1.0
        self._fit: Fit | None = Fit.WIDTH
        self._arrangement = Arrangement.SPREADS
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
        """How the sheets lie."""
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
        return ShownPage(page, QRectF(x, y, sheet.width, sheet.height), self.scale)

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
        """The page in view (from 0): the first of those of which most is seen."""
        whole = QRectF(QPointF(), self._viewport.size)
        parts = ((shown.page, shown.paper.intersected(whole)) for shown in self.visible())
        # negative: of pages seen equally the first is greatest
        seen = [(round(part.width() * part.height()), -page) for page, part in parts]
        return -max(seen)[1] if seen else 0

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
        if [(page.width, page.height) for page in old] != [
            (page.width, page.height) for page in pages
        ]:
            self.lay(keep=bool(old))

    def set_arrangement(self, arrangement: Arrangement) -> None:
        """Lay the sheets another way; the page in view stays in view."""
        page = self.page
        self._arrangement = arrangement
        self.lay(keep=False)
        self.go_to_page(page)

    def lay(self, *, keep: bool = True) -> None:
        """Lay the sheets anew, when the view changed its size; with `keep` what is in its middle
        stays there.
        """
        # before sheets move
        anchor = self.pointer(self._middle) if keep and len(self.sheets) else None
        if self._fit is not None and self._pages:
            self._set(self._fitting(self._fit))
        self._place()
        if anchor is not None and anchor.page < len(self.sheets):
            self._hold(anchor)

    def _place(self) -> None:
        self.sheets = Sheets(
            [(page.width, page.height) for page in self._pages], self._arrangement, self.scale
        )
        self._viewport.reach(QSizeF(self.sheets.width, self.sheets.height))
        self._viewport.update()

    def _hold(self, anchor: Pointer) -> None:
        """Scroll so that the page point of an anchor is where it was in the view."""
        shown = self.shown(anchor.page)
        self.scroll(shown.x(anchor.x) - anchor.at.x(), shown.y(anchor.y) - anchor.at.y())

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
        """Fit now, and whenever the view changes its size."""
        page = self.page
        self._fit = fit
        self.lay(keep=False)
        self.go_to_page(page)

    def _fitting(self, fit: Fit) -> float:
        widest = max(page.width for page in self._pages)
        tallest = max(page.height for page in self._pages)
        across = max(len(row) for row in rows_of(len(self._pages), self._arrangement))
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
        """Bring the head of a page (from 0) into view."""
        if 0 <= page < len(self.sheets):
            self._viewport.scroll_to(
                self._viewport.scrolled.x(), self.sheets.sheets[page].y - MARGIN
            )
            # sideways too, where the page is wider than the view
            self.show_rect(page, Rect(0, 0, self._pages[page].width, 1), room=0, down=False)

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


def _way(low: float, high: float, size: float, room: float) -> float:
    """How far to scroll until what reaches from `low` to `high` is in a view of a size, at a
    distance of `room` from its edges.
    """
    # no more distance than there is left on both sides
    keep = min(room, max(0.0, (size - (high - low)) / 2))
    if low < keep or high - low > size:
        return low - keep
    return max(0.0, high - size + keep)
