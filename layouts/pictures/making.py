"""An Edition becomes files of pictures, painted from PDFs of ours."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from layouts.errors import ExportError
from layouts.house.layout import Grid
from layouts.imaging.encoding import beside, encoded, encoded_within
from layouts.imaging.picture_kinds import LARGEST_SIDE, LEAST_QUALITY, PictureKind
from layouts.imaging.plates import merged
from layouts.messages import pictures as say
from layouts.messages.message import Sentence
from layouts.page.faces import Faces
from layouts.page.page import Edition, Page
from layouts.paint.pictured import Told, plate_pages, screen_pages, whole
from layouts.pdf.rendering import GREY, RGB, Bitmap, RenderedPdf
from layouts.pictures.order import KILOBYTE, LEAST_SLICE, PictureOrder
from layouts.pictures.strip import WIDTH, Strip, StripPart, slices, strip_of
from layouts.prepress.plates import PLATES
from layouts.prepress.preset import Preset
from layouts.prepress.profiles import print_profile

POINTS_PER_INCH = 72

Job = Callable[[], list[bytes]]
"""Makes one picture, or the slices that one has to be cut into."""

Share = Callable[[Sequence[Job]], Iterable[list[bytes]]]
"""Has jobs done, side by side or one by one; what they made, in their order."""


class MadePicture(NamedTuple):
    """A file, and what of the issue it shows: `03`, `02-03`, or the number of a slice; empty for a
    long picture in one piece.
    """

    label: str
    data: bytes


def picture_path(output: Path, label: str) -> Path:
    """The file of one of several pictures that are asked for under the name `output`."""
    return output.with_stem(f"{output.stem}-{label}") if label else output


def one_by_one(jobs: Sequence[Job]) -> Iterable[list[bytes]]:
    """Do jobs here, one after the other."""
    return (job() for job in jobs)


def made_pictures(
    edition: Edition,
    grid: Grid,
    faces: Faces,
    order: PictureOrder,
    preset: Preset,
    share: Share = one_by_one,
    workers: int = 1,
    told: Told | None = None,
) -> list[MadePicture]:
    """The pictures ordered, in the order of the pages; `grid` is that of its layout,
    `preset` the print condition of a TIFF.

    `workers` threads pack photos, and `told` hears of them (`layouts.prepress.photo_packer`).
    PhotoError for a photo that cannot be read; ExportError for what may not be printed, for a
    profile that is none, and for a picture that is too large for its kind or for what was asked.
    """
    if order.long:
        return _long(
            strip_of(edition, grid.leading, grid.size), edition, faces, order, share, workers, told
        )
    groups = _groups(edition, order)
    chosen = replace(edition, pages=tuple(edition.pages[at] for group in groups for at in group))
    for group in groups:
        _refuse_too_wide([edition.pages[at] for at in group], order)
    painted = (
        plate_pages(chosen, faces, replace(preset, ppi=order.ppi), workers, told)
        if order.kind is PictureKind.TIFF
        else screen_pages(chosen, faces, list(map(whole, chosen.pages)), order.ppi, workers, told)
    )
    rendered = RenderedPdf(painted)
    profile = print_profile(preset) if order.kind is PictureKind.TIFF else b""
    jobs: list[Job] = []
    at = 0
    for group in groups:
        pages = [edition.pages[number] for number in group]
        jobs.append(partial(_page_picture, rendered, pages, at, order, profile))
        at += len(group)
    digits = max(2, len(str(len(edition.pages))))
    labels = ["-".join(f"{number + 1:0{digits}d}" for number in group) for group in groups]
    return [
        MadePicture(label, data)
        for label, made in zip(labels, share(jobs), strict=True)
        for data in made
    ]


# -- pages and spreads -----------------------------------------------------------------------------


def _groups(edition: Edition, order: PictureOrder) -> list[tuple[int, ...]]:
    """Which pages, from 0, stand on which picture: the first page of a spread is an even one."""
    wanted = [number - 1 for number in order.pages] or list(range(len(edition.pages)))
    if not order.spreads:
        return [(number,) for number in wanted]
    by_spread: dict[int, tuple[int, ...]] = {}
    for number in wanted:
        spread = (number + 1) // 2
        by_spread[spread] = (*by_spread.get(spread, ()), number)
    return list(by_spread.values())


def _size(page: Page, ppi: int) -> tuple[int, int]:
    scale = ppi / POINTS_PER_INCH
    return max(1, round(page.width * scale)), max(1, round(page.height * scale))


def _called(pages: Sequence[Page]) -> Sentence:
    return say.PAGES_CALLED(pages="-".join(str(page.number) for page in pages))


def _refuse_too_wide(pages: Sequence[Page], order: PictureOrder) -> None:
    sizes = [_size(page, order.ppi) for page in pages]
    width, height = sum(size[0] for size in sizes), max(size[1] for size in sizes)
    most = LARGEST_SIDE[order.kind]
    if max(width, height) > most:
        said = say.PICTURE_TOO_WIDE(
            what=_called(pages), width=width, height=height, kind=order.kind, most=most
        )
        raise ExportError(*said)


def _page_picture(
    rendered: RenderedPdf, pages: Sequence[Page], at: int, order: PictureOrder, profile: bytes
) -> list[bytes]:
    """A page or two as a file; the first is number `at` of those rendered."""
    sizes = [_size(page, order.ppi) for page in pages]
    if order.kind is PictureKind.TIFF:
        plates = [
            rendered.page(len(PLATES) * at + plate, *sizes[0], GREY) for plate in range(len(PLATES))
        ]
        return [encoded(merged(plates), order.kind, order.quality, order.ppi, profile)]
    shown = [rendered.page(at + number, *size, RGB) for number, size in enumerate(sizes)]
    bitmap = shown[0] if len(shown) == 1 else beside(shown)
    return [_within(bitmap, order, _called(pages))]


def _within(bitmap: Bitmap, order: PictureOrder, what: Sentence) -> bytes:
    """A file as small as asked. ExportError, naming the picture, where it cannot be."""
    if not order.most_bytes:
        return encoded(bitmap, order.kind, order.quality, order.ppi)
    data = encoded_within(bitmap, order.kind, order.quality, order.ppi, order.most_bytes)
    if data is None:
        raise _too_large(bitmap, order, what)
    return data


def _too_large(bitmap: Bitmap, order: PictureOrder, what: Sentence) -> ExportError:
    least = len(encoded(bitmap, order.kind, LEAST_QUALITY, order.ppi, tight=True))
    return ExportError(
        *say.PICTURE_TOO_LARGE(
            what=what,
            kind=order.kind,
            least=math.ceil(least / KILOBYTE),
            most=order.most_bytes // KILOBYTE,
        )
    )


# -- the long picture ------------------------------------------------------------------------------


def _long(
    strip: Strip,
    edition: Edition,
    faces: Faces,
    order: PictureOrder,
    share: Share,
    workers: int,
    told: Told | None,
) -> list[MadePicture]:
    ppi = _strip_ppi(strip)
    shown = replace(edition, pages=tuple(part.page for part in strip.parts))
    views = [part.view for part in strip.parts]
    rendered = RenderedPdf(screen_pages(shown, faces, views, ppi, workers, told))
    most = min(LARGEST_SIDE[order.kind], order.slice_height or LARGEST_SIDE[order.kind])
    order = replace(order, ppi=ppi)
    jobs = [
        partial(_slice_pictures, rendered, strip, start, end, order)
        for start, end in slices(strip, 0, strip.height, most)
    ]
    made = [data for each in share(jobs) for data in each]
    digits = max(2, len(str(len(made))))
    return [
        MadePicture(f"{number:0{digits}d}" if len(made) > 1 else "", data)
        for number, data in enumerate(made, start=1)
    ]


def _strip_ppi(strip: Strip) -> int:
    """The resolution of the pages in a strip."""
    widest = min((part.view.width for part in strip.parts), default=float(WIDTH))
    return round(WIDTH / widest * POINTS_PER_INCH)


def _slice_pictures(
    rendered: RenderedPdf, strip: Strip, start: int, end: int, order: PictureOrder
) -> list[bytes]:
    """Rows of the strip as a file, or as several where one would have more bytes than asked for."""
    bitmap = _rows(rendered, strip, start, end)
    if not order.most_bytes:
        return [encoded(bitmap, order.kind, order.quality, order.ppi)]
    data = encoded_within(bitmap, order.kind, order.quality, order.ppi, order.most_bytes)
    if data is not None:
        return [data]
    height = end - start
    if height < 2 * LEAST_SLICE:
        raise _too_large(bitmap, order, say.ROWS_CALLED(start=start, end=end))
    return [
        piece
        for part in slices(strip, start, end, math.ceil(height * 2 / 3))
        for piece in _slice_pictures(rendered, strip, *part, order)
    ]


def _rows(rendered: RenderedPdf, strip: Strip, start: int, end: int) -> Bitmap:
    """Rows `start` to `end` of the strip."""
    rows: list[bytes] = []
    for number, part in enumerate(strip.parts):
        first, last = max(start, part.start), min(end, part.start + part.height)
        if first < last:
            rows.append(_part_rows(rendered, number, part, first, last))
    return Bitmap(WIDTH, end - start, RGB, b"".join(rows))


def _part_rows(rendered: RenderedPdf, number: int, part: StripPart, first: int, last: int) -> bytes:
    bitmap = rendered.page(number, WIDTH, part.height, RGB)
    stride = bitmap.stride
    return bitmap.data[(first - part.start) * stride : (last - part.start) * stride]
