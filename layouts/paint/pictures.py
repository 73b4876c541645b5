"""Photos in a PDF: image objects, their colour spaces and the matrix that sets them upright (ISO
32000-1 8.9).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct, field

from layouts.imaging.raster import Raster, UnfitError
from layouts.imaging.read import embed, probe, refused
from layouts.page.item import Ink, Picture, picture_key
from layouts.page.page import Page
from layouts.paint.screen_inks import SCREEN, Inks
from layouts.pdf.syntax import array, deflate, dictionary, number
from layouts.photo_tone import AS_IT_IS, PhotoTone

if TYPE_CHECKING:
    from layouts.pdf.document import Document

UPRIGHT: dict[int, tuple[int, int, int, int, int, int]] = {
    1: (1, 0, 0, 1, 0, 0),
    2: (-1, 0, 0, 1, 1, 0),
    3: (-1, 0, 0, -1, 1, 1),
    4: (1, 0, 0, -1, 0, 1),
    5: (0, -1, -1, 0, 1, 1),
    6: (0, -1, 1, 0, 0, 1),
    7: (0, 1, 1, 0, 0, 0),
    8: (0, 1, -1, 0, 1, 0),
}
"""For each EXIF orientation (Exif 3.0 4.6.5) the matrix that turns the stored unit square
upright.
"""

_DEVICE = {1: "/DeviceGray", 3: "/DeviceRGB", 4: "/DeviceCMYK"}


class PhotoName(Struct, frozen=True):
    """What drawing a photo takes: its name among the resources, how its pixels lie (EXIF 1 to 8),
    and whether it is a stencil for an ink.
    """

    name: str
    orientation: int
    stencil: bool


class PackedPhoto(PhotoName, frozen=True):
    """A photo packed for a PDF."""

    raster: Raster


class PictureUse(NamedTuple):
    """A picture file, the one ink it is printed in, None for its own colours, and its tone."""

    path: str
    ink: Ink | None = None
    tone: PhotoTone = AS_IT_IS

    @property
    def key(self) -> str:
        """What its pixels are called: see `Picture.key`."""
        return picture_key(self.path, self.ink, self.tone)


class _Shelf(Struct):
    """The document being filled, the reference of the spot ink in it, and the profiles it holds
    already: most photos of an issue carry the same one.
    """

    document: Document
    spot: str
    profiles: dict[bytes, str] = field(default_factory=dict[bytes, str])


def uses(pages: Iterable[Page]) -> list[PictureUse]:
    """The pictures of pages, each once, in the order in which they first appear."""
    found = (PictureUse(one.path, one.ink, one.tone) for page in pages for one in page.pictures)
    return list(dict.fromkeys(found))


def pack_photos(wanted: Iterable[PictureUse]) -> dict[str, PackedPhoto]:
    """Read every photo once; the photos by key. PhotoError for one that cannot be read."""
    return named_photos({use.key: embedded(use) for use in dict.fromkeys(wanted)})


def embedded(use: PictureUse) -> Raster:
    """The pixels of a picture for a PDF in the colours of the screen. PhotoError where it cannot
    be read.
    """
    photo = probe(Path(use.path))
    if use.ink is None:
        return embed(photo, use.tone)
    from layouts.imaging.one_ink import in_one_ink

    try:
        return in_one_ink(photo, SCREEN.tone(use.ink))
    except UnfitError as error:
        raise refused(photo, error) from error


def named_photos(rasters: Mapping[str, Raster]) -> dict[str, PackedPhoto]:
    """Photos by key, named in their order."""
    return {
        key: PackedPhoto(f"P{count}", raster.orientation, raster.stencil, raster)
        for count, (key, raster) in enumerate(rasters.items(), start=1)
    }


def add_photos(document: Document, photos: Iterable[PackedPhoto], spot: str = "") -> dict[str, str]:
    """Embed photos; their references by resource name. `spot` is the reference of the spot ink."""
    shelf = _Shelf(document, spot)
    return {photo.name: _add_raster(shelf, photo.raster) for photo in photos}


def picture_operators(picture: Picture, photo: PhotoName, page_height: float, inks: Inks) -> str:
    """Draw a photo upright in its frame; a cropped one larger than it, clipped by it."""
    a, b, c, d, e, f = UPRIGHT[photo.orientation]
    left, top, right, bottom = picture.crop
    # the whole photo, of which the frame shows a part
    width, height = picture.width / (1 - left - right), picture.height / (1 - top - bottom)
    x, y = picture.x - left * width, page_height - picture.y - (1 - top) * height
    clip = ""
    if any(picture.crop):
        frame = (picture.x, page_height - picture.y - picture.height, picture.width, picture.height)
        clip = f"{' '.join(map(number, frame))} re W n "
    # turned in the unit square first, then scaled to the frame
    matrix = (a * width, b * height, c * width, d * height, e * width + x, f * height + y)
    ink = f"{inks.art(picture.ink)} " if photo.stencil and picture.ink is not None else ""
    return f"q {clip}{ink}{' '.join(map(number, matrix))} cm /{photo.name} Do Q"


def _add_raster(shelf: _Shelf, raster: Raster) -> str:
    entries = {
        "Type": "/XObject",
        "Subtype": "/Image",
        "Width": str(raster.width),
        "Height": str(raster.height),
        "BitsPerComponent": str(raster.bits),
        **({"ImageMask": "true"} if raster.stencil else {"ColorSpace": _space(shelf, raster)}),
        **_coding(raster),
    }
    if raster.mask:
        entries["SMask"] = _add_raster(shelf, raster.mask)
    return shelf.document.stream(entries, raster.data)


def _coding(raster: Raster) -> dict[str, str]:
    if raster.is_jpeg:
        parameters = {"ColorTransform": "0"} if raster.untransformed else {}
        coding = {"Filter": "/DCTDecode"}
    else:
        # Predictor 15: every row begins with the PNG filter it was written with (ISO 32000-1
        # 7.4.4.4).
        columns = {
            "Colors": str(raster.components),
            "BitsPerComponent": str(raster.bits),
            "Columns": str(raster.width),
        }
        parameters = {"Predictor": "15", **columns}
        coding = {"Filter": "/FlateDecode"}
    return {**coding, "DecodeParms": dictionary(parameters)} if parameters else coding


def _space(shelf: _Shelf, raster: Raster) -> str:
    if raster.spot:
        return shelf.spot
    # The pixels of an indexed image have one component; its colours have three.
    components = 3 if raster.palette else raster.components
    space = _profile(shelf, raster.profile, components) if raster.profile else _DEVICE[components]
    if raster.palette:
        return array(
            ("/Indexed", space, str(len(raster.palette) // 3 - 1), f"<{raster.palette.hex()}>")
        )
    return space


def _profile(shelf: _Shelf, profile: bytes, components: int) -> str:
    if profile not in shelf.profiles:
        entries = {"N": str(components), "Alternate": _DEVICE[components]}
        shelf.profiles[profile] = shelf.document.deflated(entries, deflate(profile))
    return array(("/ICCBased", shelf.profiles[profile]))
