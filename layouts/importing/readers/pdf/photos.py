"""Photos of a PDF: where they stand beside the lines of their page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from layouts.importing.photo_store import PhotoStore
from layouts.importing.placing import ALONE
from layouts.importing.readers.pdf.lines import PdfLine, text_edges
from layouts.importing.readers.pdf.pdfium import PdfPage, PdfPicture, Rectangle
from layouts.importing.received import ReceivedPhoto
from layouts.issue.photo import Side

_LEAST = 40.0
"""Points: pictures that are smaller both ways are ornaments."""

_AGAIN = 3
"""Pages on which the same picture stands that is no photo of the text."""

_BESIDE = 0.5
"""How much of a line's height a photo must reach over for the line to stand beside it."""


class PdfPhoto(Struct):
    """A photo and the line it stands before: an index among those of its page, their count where
    none follows. `is_ornament` says that it comes again on other pages, as a sign of the house.
    """

    photo: ReceivedPhoto
    before: int
    page: int
    is_ornament: bool = False


def photos_of(
    page: PdfPage, lines: Sequence[PdfLine], number: int, store: PhotoStore
) -> list[PdfPhoto]:
    """The photos of a page, down the page."""
    found: list[PdfPhoto] = []
    edges = text_edges(lines)
    for picture in sorted(page.pictures, key=lambda each: -each.box.top):
        box = picture.box
        if max(box.right - box.left, box.top - box.bottom) < _LEAST:
            continue
        photo = _photo(picture, lines, edges, store)
        found.append(PdfPhoto(photo, _before(box, lines), number))
    return found


def mark_ornaments(photos: Sequence[PdfPhoto]) -> None:
    """Say of each photo whether it is none but comes again and again."""
    pages: defaultdict[Path | None, set[int]] = defaultdict(set)
    for placed in photos:
        pages[placed.photo.path].add(placed.page)
    for placed in photos:
        path = placed.photo.path
        placed.is_ornament = path is not None and len(pages[path]) >= _AGAIN


def _photo(
    picture: PdfPicture,
    lines: Sequence[PdfLine],
    edges: tuple[float, float],
    store: PhotoStore,
) -> ReceivedPhoto:
    data = picture.data()
    box = picture.box
    width = edges[1] - edges[0]
    share = min(1.0, (box.right - box.left) / width) if width > 0 else None
    return ReceivedPhoto(
        path=store.put(data) if data else None,
        side=_side(box, lines) if (share or 0.0) < ALONE else Side.NONE,
        share=share and round(share, 4),
        turn=picture.turn,
    )


def _side(box: Rectangle, lines: Sequence[PdfLine]) -> Side:
    """Where a photo stands from the lines beside it."""
    beside = [line.box for line in lines if _is_beside(box, line.box)]
    middle = (box.left + box.right) / 2
    on_left = any((line.left + line.right) / 2 < middle for line in beside)
    on_right = any((line.left + line.right) / 2 > middle for line in beside)
    if on_left and on_right:
        return Side.BOTH
    if on_left:
        return Side.RIGHT
    return Side.LEFT if on_right else Side.NONE


def _is_beside(box: Rectangle, line: Rectangle) -> bool:
    common = min(box.top, line.top) - max(box.bottom, line.bottom)
    across = min(box.right, line.right) - max(box.left, line.left)
    return common > _BESIDE * (line.top - line.bottom) and across <= 0


def _before(box: Rectangle, lines: Sequence[PdfLine]) -> int:
    """The first line that begins below the top of a photo, in its own column if there is one."""
    below = [at for at, line in enumerate(lines) if line.box.top <= box.top + line.size / 2]
    in_column = [at for at in below if _over(box, lines[at].column)]
    return min(in_column or below, default=len(lines))


def _over(box: Rectangle, column: tuple[float, float]) -> bool:
    return min(box.right, column[1]) > max(box.left, column[0])
