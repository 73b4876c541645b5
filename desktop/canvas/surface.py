"""The pages' images on the screen: which pages, how large, sharp or for a moment of zooming only
enlarged.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QTimer
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from desktop.canvas.painter import PagePainter
from desktop.canvas.pictures import PictureStore
from desktop.canvas.proofing import ProofMode, page_proof
from desktop.canvas.shown import ShownPage
from desktop.canvas.tiles import PageImages
from fonts.catalogue import Catalogue
from layouts.page.page import Page

SHARP_AFTER = 90
"""Milliseconds after the last step of zooming the pages are painted sharp again."""


class Surface:
    """Paints pages and lines on a view's viewport. `pictures` may be shared with other panels."""

    def __init__(
        self, catalogue: Catalogue, viewport: QWidget, painter: PagePainter | None = None
    ) -> None:
        self.painter = painter or PagePainter(catalogue)
        self.pictures = PictureStore(parent=viewport)
        self.images = PageImages(self.painter, self.pictures, parent=viewport)
        self.images.renewed.connect(viewport.update)
        self.proof = ProofMode.NONE
        self._show = viewport.update
        self._zooming = QTimer(viewport)
        self._zooming.setSingleShot(True)
        self._zooming.setInterval(SHARP_AFTER)
        self._zooming.timeout.connect(viewport.update)

    def paint(self, painter: QPainter, page: Page, shown: ShownPage, exposed: QRectF) -> None:
        """Paint a page on its paper, as much as is exposed (viewport)."""
        self.images.draw(
            painter, page, shown.paper.topLeft(), shown.scale, exposed, self._zooming.isActive()
        )

    def prepare(self, page: Page, shown: ShownPage, ratio: float) -> bool:
        """Paint a part of a page that may soon be seen; False where there is nothing left to do."""
        return not self._zooming.isActive() and self.images.prepare(page, shown.scale, ratio)

    def set_proof(self, mode: ProofMode) -> None:
        """Show the pages in the colours of a proof."""
        if mode is not self.proof:
            self.painter.proof = page_proof(mode)
            self.proof = mode
            self.images.forget()
            self._show()

    def zooming(self) -> None:
        """The zoom is changing under the hand: pages need not be sharp until it rests."""
        self._zooming.start()

    def replace(self, old: Sequence[Page], new: Sequence[Page]) -> None:
        """Other pages are shown from now on; those in the place of another take over its images and
        are mended where they differ.
        """
        kept = set(map(id, new))
        for before, after in zip(old, new, strict=False):
            # one that stays, elsewhere in the order, keeps its own images
            if before is not after and id(before) not in kept:
                self.images.update(before, after)
        self.images.keep(new)

    def close(self) -> None:
        """Read no more photos."""
        self._zooming.stop()
        self.pictures.close()
