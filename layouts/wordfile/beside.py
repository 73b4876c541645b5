"""Paragraphs that stand beside a photo stay on its page: programs do not move a photo that is tied
to text at the foot of one.
"""

from __future__ import annotations

from collections.abc import Sequence

from layouts.house.layout import Grid
from layouts.wordfile.pictures import SizedPhoto
from layouts.wordfile.xml import WITH_NEXT, Element, element

_HOLE = 8
"""A paragraph that goes on for more lines below the photo may break over pages: kept whole, it
would leave too large a hole.
"""


class BesidePhotos:
    """How many rows beside the last photo are still to be filled."""

    def __init__(self, grid: Grid) -> None:
        self._whole = grid.area_width / grid.size
        self._grid = grid
        self._rows = 0.0
        self._measure = 1.0

    def begin(self, placed: SizedPhoto) -> None:
        """A photo with text beside it."""
        grid = self._grid
        self._rows = placed.photo.line + placed.height / grid.leading + 2
        self._measure = max(4.0, self._whole - placed.width / grid.size - 1)

    def hold(self, paragraphs: Sequence[Element]) -> None:
        """Keep paragraphs together with what is beside the photo with them."""
        for paragraph in paragraphs:
            if self._rows <= 0:
                return
            lines = 1 + len("".join(map(str, paragraph.itertext()))) / self._measure
            below = max(0.0, lines - self._rows) * self._measure / self._whole
            if below <= _HOLE:
                _keep(paragraph[0], with_next=lines < self._rows)
            self._rows -= lines


def _keep(about: Element, *, with_next: bool) -> None:
    """Say in a `w:pPr`, behind the name of its style, that a paragraph is kept whole."""
    known = next(about.iterchildren(WITH_NEXT), None)
    if with_next and known is None:
        known = element("w:keepNext")
        about.insert(1, known)
    about.insert(1 if known is None else 2, element("w:keepLines"))
