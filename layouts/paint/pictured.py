"""An Edition becomes a PDF that pictures of its pages are rendered from (`layouts.pdf.rendering`):
in the colours of the screen, or plate by plate. It is never a file that anybody gets.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from layouts.errors import ExportError
from layouts.imaging.plates import parted
from layouts.imaging.raster import Raster, Tone, UnfitError
from layouts.messages.presets import PROFILE_DAMAGED, PROFILE_REFUSED
from layouts.page.faces import Faces
from layouts.page.item import Ink
from layouts.page.page import Edition, Page
from layouts.paint.composite import add_fonts, pack_fonts
from layouts.paint.content import page_content, shown_in
from layouts.paint.pdf import Photos, refuse_missing_glyphs, shown_on
from layouts.paint.pictures import PackedPhoto, add_photos, named_photos
from layouts.paint.screen_inks import SCREEN, Inks
from layouts.paint.usage import usage_of
from layouts.pdf.document import Document
from layouts.pdf.syntax import dictionary, rectangle
from layouts.prepress.inks import PrintInks
from layouts.prepress.photo_packer import pack_for, uses_of
from layouts.prepress.plates import AS_OUTLINES, FILLED, PLATES, STATES, STROKED, PlateInks
from layouts.prepress.preset import Preset
from layouts.prepress.profiles import print_profile

Told = Callable[[int, int], None]
"""Hears how many photos of how many are packed; what it raises ends the work."""


class View(NamedTuple):
    """What of a page is seen: points from its left top corner."""

    left: float
    top: float
    width: float
    height: float


class _PageToPaint(NamedTuple):
    """A page with what it is painted with."""

    page: Page
    view: View
    photos: Photos
    inks: Inks


class _OutlinedInks:
    """The colours of the screen, glyphs as outlines (`layouts.prepress.plates`)."""

    def box(self, ink: Ink) -> str:
        return SCREEN.box(ink)

    def rule(self, ink: Ink) -> str:
        return f"/{STROKED} gs {SCREEN.rule(ink)}"

    def text(self, ink: Ink) -> str:
        return f"/{FILLED} gs {AS_OUTLINES} {SCREEN.text(ink)}"

    def art(self, ink: Ink) -> str:
        return SCREEN.art(ink)

    def tone(self, ink: Ink) -> Tone:
        return SCREEN.tone(ink)


def whole(page: Page) -> View:
    """All of a page."""
    return View(0.0, 0.0, page.width, page.height)


def screen_pages(
    edition: Edition,
    faces: Faces,
    views: Sequence[View],
    ppi: int,
    workers: int = 1,
    told: Told | None = None,
) -> bytes:
    """A PDF with a page for each of the edition, of which its view is seen; photos in sRGB, as fine
    as `ppi` asks for. Errors as those of `layouts.paint.pdf.write_pdf`.
    """
    preset = Preset(name="", zh="", en="", colour="rgb", ppi=ppi)
    # CMYK photos without a profile are taken for the print condition that we ship
    profile = print_profile(preset)
    rasters = pack_for(uses_of(edition), preset, profile, workers, told, SCREEN.tone)
    photos, inks = named_photos(rasters), _OutlinedInks()
    painted = zip(edition.pages, views, strict=True)
    return _bound(
        edition, faces, [_PageToPaint(page, view, photos, inks) for page, view in painted]
    )


def plate_pages(
    edition: Edition, faces: Faces, preset: Preset, workers: int = 1, told: Told | None = None
) -> bytes:
    """A PDF with four grey pages for each of the edition, its plates in the order of `PLATES`.

    `preset` says the print condition, the resolution and the ink limit of photos; what it prints
    with a spot ink is parted into the four. ExportError for a profile that is none, other errors as
    above.
    """
    from layouts.imaging.colour import Separation

    profile = print_profile(preset)
    try:
        inks = PrintInks(Separation(profile).colour)
    except UnfitError as error:
        said = PROFILE_REFUSED(path=preset.profile, why=PROFILE_DAMAGED())
        raise ExportError(*said) from error
    rasters = pack_for(uses_of(edition), preset, profile, workers, told, inks.tone)
    by_plate = _by_plate({key: parted(raster) for key, raster in rasters.items()})
    return _bound(
        edition,
        faces,
        [
            _PageToPaint(page, whole(page), by_plate[plate], PlateInks(inks, plate))
            for page in edition.pages
            for plate in range(len(PLATES))
        ],
    )


def _by_plate(plates: Mapping[str, tuple[Raster, ...]]) -> list[Photos]:
    """The photos of each plate by key, no two of them named alike."""
    named = named_photos(
        {f"{plate} {key}": each[plate] for key, each in plates.items() for plate in range(4)}
    )
    return [{key: named[f"{plate} {key}"] for key in plates} for plate in range(4)]


def _bound(edition: Edition, faces: Faces, pages: Sequence[_PageToPaint]) -> bytes:
    """The file. ExportError for a character that no face has."""
    usages = usage_of(edition)
    refuse_missing_glyphs(edition, usages)
    fonts = pack_fonts(faces, usages)
    document = Document(edition.title, edition.author, edition.language)
    common = {
        "Font": dictionary(add_fonts(document, fonts.values())),
        "ExtGState": dictionary({name: dictionary(state) for name, state in STATES.items()}),
    }
    pictures = add_photos(document, _each(pages))
    for page, view, photos, inks in pages:
        shown = {"XObject": dictionary(shown_on(page, photos, pictures))} if page.pictures else {}
        content = page_content(page, shown_in(fonts), photos, inks)
        foot = page.height - view.top - view.height
        box = rectangle(view.left, foot, view.left + view.width, page.height - view.top)
        document.page(
            {"MediaBox": box}, document.stream({}, content), document.add({**common, **shown})
        )
    return document.finish()


def _each(pages: Iterable[_PageToPaint]) -> list[PackedPhoto]:
    """The photos of all pages, each once."""
    return list({photo.name: photo for page in pages for photo in page.photos.values()}.values())
