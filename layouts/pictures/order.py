"""What is asked for when pages become pictures."""

from __future__ import annotations

from msgspec import Struct

from layouts.errors import ExportError
from layouts.imaging.picture_kinds import LEAST_QUALITY, LOSSY, MOST_QUALITY, PictureKind
from layouts.messages import pictures as say

LEAST_PPI, MOST_PPI = 36, 600
"""A thumbnail of a page; twice what is printed."""

SCREEN_PPI, PRINT_PPI = 150, 300

QUALITY = 90
"""Where none is asked for: letters have no shadows to be seen."""

KILOBYTE = 1000
"""Bytes; where sizes are limited it is unknown which are meant, and these are the fewer."""

LEAST_SLICE = 400
"""Rows of a slice at least that may be asked for."""


class PictureOrder(Struct, frozen=True, kw_only=True):
    """The pictures wanted: of `pages` (from 1; all where there are none), by `spreads` (跨页), or
    one `long` picture in slices of at most `slice_height` rows (0: as high as the kind may be).

    `most_bytes` is what a file may have, 0 for no limit. A TIFF is made for print, in CMYK.
    """

    kind: PictureKind
    pages: tuple[int, ...] = ()
    spreads: bool = False
    long: bool = False
    ppi: int = SCREEN_PPI
    quality: int = QUALITY
    most_bytes: int = 0
    slice_height: int = 0


def checked(order: PictureOrder) -> PictureOrder:
    """The same order. ExportError where it contradicts itself or asks for what there is not."""
    ranges = (
        ("--ppi", order.ppi, LEAST_PPI, MOST_PPI),
        ("--quality", order.quality, LEAST_QUALITY, MOST_QUALITY),
    )
    for option, value, least, most in ranges:
        if not least <= value <= most:
            raise ExportError(*say.OUT_OF_RANGE(option=option, least=least, most=most))
    if order.quality != QUALITY and order.kind not in LOSSY:
        raise ExportError(*say.NO_QUALITY(kind=order.kind))
    if order.long and (order.spreads or order.pages):
        option = "--spreads" if order.spreads else "--pages"
        raise ExportError(*say.LONG_APART(option=option))
    if order.slice_height and not order.long:
        raise ExportError(*say.SLICES_WITHOUT_LONG())
    if order.kind is PictureKind.TIFF and (order.long or order.spreads or order.most_bytes):
        named = (("--long", order.long), ("--spreads", order.spreads), ("--most-kb", True))
        raise ExportError(*say.NOT_IN_PRINT(option=next(name for name, is_on in named if is_on)))
    return order
