"""Photos as image objects: what is shown of them, upright in their frames by a matrix (GB/T
33190-2016 10).

What a crop cuts off is not in the file: boundaries and clips of images are passed over by readers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from layouts.imaging.picture_file import PixelFile, picture_file
from layouts.imaging.raster import UnfitError
from layouts.imaging.read import probe, refused
from layouts.page.item import Picture
from layouts.page.page import Page
from layouts.paint.ofd.markup import Element, Ids, lengths, mm, put
from layouts.paint.pictures import UPRIGHT, PictureUse, embedded

_SUFFIXES = {"JPEG": "jpg", "PNG": "png"}

ShownKey = tuple[str, tuple[float, float, float, float]]
"""What the pixels of a picture are called, and what is cut off of them: a photo may be shown in
several parts.
"""


class OfdPhoto(Struct, frozen=True):
    """A picture in the document, by its number."""

    id: str
    file: PixelFile

    @property
    def file_name(self) -> str:
        """What its file is called among the resources."""
        return f"image_{self.id}.{_SUFFIXES[self.file.kind]}"


def shown(pages: Iterable[Page]) -> dict[ShownKey, Picture]:
    """The pictures of pages, each part of one once, in the order in which they first appear."""
    found: dict[ShownKey, Picture] = {}
    for page in pages:
        for picture in page.pictures:
            found.setdefault(_key(picture), picture)
    return found


def pack_photos(
    wanted: Mapping[ShownKey, Picture], numbers: Sequence[str], told: Callable[[], None]
) -> dict[ShownKey, OfdPhoto]:
    """The pictures that are `shown`, by these numbers; `told` hears of each. PhotoError for one
    that cannot be read.
    """
    photos: dict[ShownKey, OfdPhoto] = {}
    for number, (key, picture) in zip(numbers, wanted.items(), strict=True):
        photos[key] = OfdPhoto(number, _file(picture))
        told()
    return photos


def put_media(listed: Element, photo: OfdPhoto) -> None:
    """A picture among the resources."""
    made = put(listed, "MultiMedia", ID=photo.id, Type="Image", Format=photo.file.kind)
    put(made, "MediaFile", photo.file_name)


def put_picture(
    layer: Element, picture: Picture, photos: Mapping[ShownKey, OfdPhoto], ids: Ids
) -> None:
    """A picture in its frame."""
    photo = photos[_key(picture)]
    a, b, c, d, e, f = UPRIGHT[photo.file.orientation]
    width, height = picture.width, picture.height
    # the matrix is that of a PDF's unit square, whose y grows upwards
    matrix = (a * width, -b * height, -c * width, d * height)
    place = ((c + e) * width, (1 - d - f) * height)
    put(
        layer,
        "ImageObject",
        ID=ids.new(),
        Boundary=lengths(*map(mm, (picture.x, picture.y, width, height))),
        CTM=lengths(*map(mm, (*matrix, *place))),
        ResourceID=photo.id,
    )


def _key(picture: Picture) -> ShownKey:
    return picture.key, picture.crop


def _file(picture: Picture) -> PixelFile:
    raster = embedded(PictureUse(picture.path, picture.ink, picture.tone))
    ink = picture.ink.rgb if picture.ink is not None else None
    try:
        return picture_file(raster, ink, picture.crop)
    except UnfitError as error:
        raise refused(probe(Path(picture.path)), error) from error
