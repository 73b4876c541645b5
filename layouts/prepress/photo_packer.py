"""Photos for an export preset: in the colours it prints, at the resolution it asks for, with no
more ink than paper takes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import count
from pathlib import Path
from threading import Event
from typing import NamedTuple

from msgspec.structs import replace
from PIL import Image

from layouts.background import Background
from layouts.errors import PhotoError
from layouts.imaging.coding import coded_cmyk, coded_grey
from layouts.imaging.decode import Pixels, is_art, lossless, packed, pixels
from layouts.imaging.grey import Greys, is_grey
from layouts.imaging.ink_limit import limited, window
from layouts.imaging.one_ink import in_one_ink
from layouts.imaging.raster import MOST_DECODED, Raster, Tone, UnfitError, fitting_profile
from layouts.imaging.read import PhotoFile, as_it_stands, probe, refused
from layouts.imaging.scale import Scaler
from layouts.imaging.tone import toned
from layouts.imaging.transforms import Transforms
from layouts.page.item import Ink
from layouts.page.page import Edition
from layouts.photo_tone import AS_IT_IS, PhotoTone, kept_of
from layouts.prepress.preset import Preset
from resources import resource

POINTS_PER_INCH = 72.0

CONDITION = "profiles/ISOcoated_v2_300_bas.icc"

TOO_FINE = 1.5
"""A photo with more than so many times the pixels that its preset asks for is brought down to
them.
"""

BILEVEL = 800 / 300
"""How much finer than a photo bilevel art is printed: it has no grey to smooth its edges."""


class Use(NamedTuple):
    """The largest width and height in points at which a photo is drawn, all of it, as it would be
    without cropping.

    Art printed in one `ink`, and a photo in a `tone`, has its file's `path` here: its key is
    another.
    """

    width: float
    height: float
    path: str = ""
    ink: Ink | None = None
    tone: PhotoTone = AS_IT_IS


def uses_of(edition: Edition) -> dict[str, Use]:
    """How large each photo is drawn, by key, in the order in which they first appear."""
    uses: dict[str, Use] = {}
    for page in edition.pages:
        for picture in page.pictures:
            left, top, right, bottom = picture.crop
            known = uses.get(picture.key, Use(0.0, 0.0))
            width, height = picture.width / (1 - left - right), picture.height / (1 - top - bottom)
            # packed once, for its largest use
            uses[picture.key] = Use(
                max(known.width, width),
                max(known.height, height),
                picture.path if picture.key != picture.path else "",
                picture.ink,
                picture.tone,
            )
    return uses


ToneOf = Callable[[Ink], Tone]
"""Gives an ink as the components of an image."""


def on_screen(ink: Ink) -> Tone:
    """An ink as RGB."""
    return Tone(ink.rgb)


def pack_for(
    uses: Mapping[str, Use],
    preset: Preset,
    profile: bytes,
    workers: int = 1,
    told: Callable[[int, int], None] | None = None,
    tone: ToneOf = on_screen,
) -> dict[str, Raster]:
    """The photos of an edition (see `uses_of`) packed for a preset, by key in their order.

    `profile` is the ICC profile of what the file is meant for (see `layouts.prepress.intents`).
    That of a print condition is also what CMYK photos without a profile are taken to be in. So many
    threads as `workers` says decode one photo each at a time; the bytes are the same. Threads,
    since Pillow lets go of the interpreter while it decodes, scales and converts, and since they
    work in the window as well, where nothing may fork. PhotoError for the first photo that cannot
    be read, ExportError where the profile cannot be used. `told` hears after each photo how many of
    how many are done; what it raises ends the work.
    """
    packer = Packer(preset, profile, tone)
    packed = _packed(uses, packer, workers, all_or_none=True, told=told)
    # the first by order, though threads may have met a later one before
    for error in packed.errors.values():
        raise error
    return packed.rasters


class PackedPhotos(NamedTuple):
    """Photos packed, and why others could not be, by key in their order."""

    rasters: dict[str, Raster]
    errors: dict[str, PhotoError]


def pack_what_can(
    uses: Mapping[str, Use],
    preset: Preset,
    profile: bytes,
    workers: int = 1,
    told: Callable[[int, int], None] | None = None,
) -> PackedPhotos:
    """The same of all photos that can be read, with the errors of the others. `told` hears after
    each how many of how many are done; what it raises ends the work.
    """
    packer = Packer(preset, profile)
    return _packed(uses, packer, workers, all_or_none=False, told=told)


def _packed(
    uses: Mapping[str, Use],
    packer: Packer,
    workers: int,
    *,
    all_or_none: bool,
    told: Callable[[int, int], None] | None = None,
) -> PackedPhotos:
    """Pack photos side by side; with `all_or_none` none more once one has failed."""
    jobs = [(key, use) for key, use in uses.items() if key]
    rasters: dict[int, Raster] = {}
    errors: dict[int, PhotoError] = {}
    numbers = count()  # its next number is taken in one step, so that no two threads get the same
    ended = Event()

    def work() -> None:
        try:
            for number in numbers:
                if number >= len(jobs) or (all_or_none and errors) or ended.is_set():
                    return
                try:
                    key, use = jobs[number]
                    rasters[number] = packer.raster(Path(use.path or key), use)
                except PhotoError as error:
                    errors[number] = error
                if told is not None:
                    told(len(rasters) + len(errors), len(jobs))
        finally:
            # who ends first ends all: nothing is left, or nobody wants the rest
            ended.set()

    helpers = [Background(work) for _ in range(min(workers, len(jobs)) - 1)]
    work()
    # results are waited for, so that what a thread raised is raised here
    for helper in helpers:
        helper.result()
    return PackedPhotos(
        {jobs[number][0]: rasters[number] for number in sorted(rasters)},
        {jobs[number][0]: errors[number] for number in sorted(errors)},
    )


class Packer:
    """Packs photos for one preset. Several threads may share it."""

    def __init__(self, preset: Preset, profile: bytes, tone: ToneOf = on_screen) -> None:
        self._preset = preset
        self._tone = tone
        # Where the file is not for four inks, CMYK photos without a profile are taken for the
        # condition that we ship.
        other = preset.colour != "cmyk" and not fitting_profile(profile, 4)
        self._transforms = Transforms(resource(CONDITION).read_bytes() if other else profile)
        self._scaler = Scaler()
        on_press = preset.colour == "cmyk" or preset.standard in {"x4", "x1a"}
        self._greys = Greys(self._transforms, press=on_press, black=fitting_profile(profile, 1))

    def raster(self, path: Path, use: Use) -> Raster:
        """A photo as it is to stand in the file.

        PhotoError, naming the file, where it cannot be read.
        """
        photo = probe(path)
        try:
            if use.ink is not None:
                return self._in_one_ink(photo, use, use.ink)
            if use.tone != AS_IT_IS:
                return self._made(photo, use)
            stored = as_it_stands(photo)
            whole = self._as_it_stands(photo, use, stored) if stored is not None else None
            return whole or self._made(photo, use)
        except UnfitError as error:
            raise refused(photo, error) from error

    def _in_one_ink(self, photo: PhotoFile, use: Use, ink: Ink) -> Raster:
        # as fine as line art: what comes of it has edges, and may have no greys
        share = self._share(photo, use, bilevel=True)
        opaque = self._preset.standard == "x1a"
        return in_one_ink(photo, self._tone(ink), share, opaque=opaque)

    def _as_it_stands(self, photo: PhotoFile, use: Use, stored: Raster) -> Raster | None:
        """The file's own pixels, where they are as fine as wanted and in colours that the preset
        has.
        """
        bilevel = stored.bits == 1 and not stored.palette and not stored.profile
        if self._share(photo, use, bilevel=bilevel) < 1:
            return None
        grey = stored.components == 1 and not stored.palette and not stored.profile
        if bilevel or (grey and self._greys.changes_nothing):
            return stored
        srgb = not stored.profile or self._transforms.is_srgb(stored.profile)
        # Without the profile, which says nothing new, colours are DeviceRGB, which the output
        # intent of a PDF/A defines.
        return (
            replace(stored, profile=b"")
            if self._preset.colour == "rgb" and srgb and not grey
            else None
        )

    def _made(self, photo: PhotoFile, use: Use) -> Raster:
        # only a JPEG is decoded smaller, and none of those is bilevel
        decoded = self._share(photo, use, bilevel=False)
        if _is_halved(photo, use):
            decoded = min(decoded, HALVED / 2)
        found = pixels(photo.path, photo.kind, decoded)
        indexed, art = found.colours.mode == "P", is_art(found.colours)
        share = self._share(photo, use, bilevel=found.colours.mode == "1")
        if use.tone != AS_IT_IS:
            found = self._toned(found, use.tone)
        there = share * _kept(photo, use)
        found = self._scaled(
            found, (max(1, round(photo.width * there)), max(1, round(photo.height * there)))
        )
        if indexed:  # a photograph in a palette is one again once its dots have been mixed
            art = is_art(found.colours)
        raster = self._coloured(found, art, _ppi(photo, use) * share)
        return replace(raster, mask=lossless(found.alpha)) if found.alpha is not None else raster

    def _toned(self, found: Pixels, tone: PhotoTone) -> Pixels:
        """A photo in its tone, before it is scaled and goes into the colours of the print: in sRGB
        where its colours change.
        """
        colours, profile = found.colours, found.profile
        if tone.recolours and (profile or colours.mode == "CMYK"):
            grey = colours.mode == "L"
            plain = colours.convert("RGB") if colours.mode == "P" else colours
            shown, profile = self._transforms.in_srgb(plain, profile), b""
            colours = shown.getchannel("G") if grey else shown
        return Pixels(*toned(colours, found.alpha, tone), profile)

    def _scaled(self, found: Pixels, size: tuple[int, int]) -> Pixels:
        colours, alpha = found.colours, found.alpha
        # indices cannot be mixed
        colours = colours.convert("RGB") if colours.mode == "P" else colours
        if alpha is None:
            return found._replace(colours=self._scaler.scaled(colours, size))
        colours, alpha = self._scaler.scaled_with_alpha(colours, alpha, size)
        # transparency is forbidden (ISO 15930-4 6.13): the paper shows through
        if self._preset.standard == "x1a":
            return Pixels(
                Image.composite(colours, Image.new(colours.mode, size, "white"), alpha),
                None,
                found.profile,
            )
        return Pixels(colours, alpha, found.profile)

    def _coloured(self, found: Pixels, art: bool, ppi: float) -> Raster:
        colours, profile = found.colours, found.profile
        # two colours that are black and paper wherever it is printed
        if colours.mode == "1":
            return lossless(colours)
        if self._preset.colour == "grey" or colours.mode == "L":
            return coded_grey(self._greys.of(colours, profile), art=art)
        if self._preset.colour == "rgb":
            return packed(self._transforms.in_srgb(colours, profile), art)
        # a grey of four inks would show a tint where plates are out of register
        if is_grey(colours):
            return coded_grey(self._greys.of(colours, profile), art=art)
        separated = self._transforms.separated(colours, profile)
        return coded_cmyk(limited(separated, self._preset.ink_limit, window(ppi)), art=art)

    def _share(self, photo: PhotoFile, use: Use, *, bilevel: bool) -> float:
        """What is left of a photo's width and height when it is as fine as the preset asks for."""
        wanted = self._preset.ppi * (BILEVEL if bilevel else 1.0)
        there = _ppi(photo, use)
        borne = wanted if self._preset.smallest else TOO_FINE * wanted
        share = wanted / there if wanted and there > borne else 1.0
        return min(share, HALVED) if _is_halved(photo, use) else share


HALVED = 0.5
"""What is kept each way of an edited photo with more pixels than are decoded whole."""


def _is_halved(photo: PhotoFile, use: Use) -> bool:
    return use.tone != AS_IT_IS and photo.width * photo.height > MOST_DECODED


def _ppi(photo: PhotoFile, use: Use) -> float:
    """The effective resolution of a photo: the lower one where it is scaled unevenly; 0 where it is
    drawn nowhere.
    """
    if use.width <= 0 or use.height <= 0:
        return 0.0
    there = POINTS_PER_INCH * min(photo.width / use.width, photo.height / use.height)
    return there * _kept(photo, use)


def _kept(photo: PhotoFile, use: Use) -> float:
    return kept_of(use.tone.straighten, photo.width, photo.height)
