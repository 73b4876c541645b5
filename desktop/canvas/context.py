"""What acts on the pages work with: the session, the pages shown, the camera, the mouse.

None of it is a widget.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage

from desktop.canvas.areas import area_of, drawn_box, drawn_photo
from desktop.canvas.camera import Camera
from desktop.canvas.gestures.gesture import Mouse
from desktop.canvas.overlays import Overlay
from desktop.canvas.shown import Pointer, ShownPage
from desktop.canvas.viewport import Viewport
from desktop.selection import Selection, SelectionKind, TextPosition
from desktop.session import Session
from layouts.geometry import Interval
from layouts.house.layout import Layout
from layouts.issue.issue import Issue
from layouts.issue.places import Place
from layouts.issue.text import Mark
from layouts.page.carets import CaretMap
from layouts.page.hit import NOTHING, Hit, Rect, hit
from layouts.page.item import BoxArea, Picture
from layouts.page.page import Page


class Requests(NamedTuple):
    """What the pages ask of the window around them."""

    edit: Callable[[Selection, str], None]
    """Take up the fields of a selection, and the one of a name."""

    note: Callable[[Place, Mark], None]
    """Ask for the words of a note."""

    drop: Callable[[Sequence[Path] | Sequence[QImage], Place, int, int], None]
    """Add photos: to an article, before a block, at a line of that paragraph."""

    drop_on_cover: Callable[[Sequence[Path] | Sequence[QImage]], None]
    """Put a photo on the cover."""

    give: Callable[[QMimeData, Place | None], None]
    """Take what was pasted and is no text: before the block at a place, else where photos go by
    themselves.
    """

    paste: Callable[[QMimeData, Issue, TextPosition], None]
    """Paste text that is more than a line: the issue without what was marked, the caret in it."""

    say: Callable[[str], None]
    """Have a sentence read out."""

    hint: Callable[[str], None]
    """Show a sentence about what was tried."""


@dataclass(frozen=True, slots=True)
class Context:
    """`map` are the pages shown, with where texts stand on them; they are of
    `session.composed_issue`. `overlays` are those that are on.
    """

    session: Session
    map: CaretMap
    viewport: Viewport
    camera: Camera
    mouse: Mouse
    requests: Requests
    overlays: AbstractSet[Overlay] = frozenset()

    def show(self, pages: tuple[Page, ...], layout: Layout | None) -> None:
        """Show other pages, of an issue in this layout."""
        grid = layout.grid if layout is not None else None
        columns = (
            tuple(
                Interval(grid.column_left(k), grid.column_left(k) + grid.column_width)
                for k in range(grid.columns)
            )
            if grid
            else ()
        )
        self.map.show(pages, columns)
        self.camera.show(pages)

    @property
    def pages(self) -> tuple[Page, ...]:
        """The pages shown, in order; empty before the first composition."""
        return self.map.pages

    @property
    def columns(self) -> tuple[Interval, ...]:
        """The columns of every page."""
        return self.map.columns

    def hit(self, pointer: Pointer) -> Hit:
        """What the pointer is on."""
        return (
            hit(self.pages[pointer.page], pointer.x, pointer.y, self.columns)
            if pointer.on_paper
            else NOTHING
        )

    def photo(self) -> tuple[ShownPage, Picture] | None:
        """The selected photo where it is on a page; with the page as it is shown."""
        issue, selection = self.session.issue, self.session.selection
        if selection.kind is not SelectionKind.PHOTO or issue is None or selection.place is None:
            return None
        found = drawn_photo(issue, self.pages, selection.place)
        return (self.camera.shown(found[0]), found[1]) if found is not None else None

    def box(self) -> tuple[ShownPage, BoxArea] | None:
        """The selected box where it is on a page; with the page as it is shown."""
        issue, selection = self.session.issue, self.session.selection
        if selection.kind is not SelectionKind.BOX or issue is None or selection.place is None:
            return None
        found = drawn_box(issue, self.pages, selection.place)
        return (self.camera.shown(found[0]), found[1]) if found is not None else None

    def where(self, place: Place) -> tuple[int, Rect] | None:
        """The page (from 0) and area where something of the issue begins; None where it is on no
        page.
        """
        return (
            area_of(self.session.issue, self.map, place) if self.session.issue is not None else None
        )
