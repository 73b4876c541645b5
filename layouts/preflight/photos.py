"""Photos: there at all, changed since, fine enough, in shape, within the ink limit, in the right
colours.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from layouts.errors import Finding, Level, PhotoError
from layouts.house.layout import Grid
from layouts.imaging.raster import UnfitError
from layouts.inputs import read_input, why
from layouts.issue.photo import Crop, Photo, PhotoPlace
from layouts.issue.places import Place
from layouts.messages.message import Sentence
from layouts.messages.photos import PHOTO_NOT_OPENED, PHOTO_REFUSED
from layouts.messages.preflight_photos import (
    FOCUS_CUT_OFF,
    INK_LIMIT_TOO_HIGH,
    PHOTO_CHANGED,
    PHOTO_COARSE,
    PHOTO_EDGES,
    PHOTO_INK,
    PHOTO_NOT_AT_EDGE,
    PHOTO_STILL_RGB,
    PHOTO_TOO_COARSE,
    PHOTO_UNEVEN,
    PHOTO_WITHOUT_PROFILE,
)
from layouts.page.item import Picture
from layouts.page.measures import POINTS_PER_INCH, PRINT_PPI, effective_ppi, kept_across
from layouts.preflight.codes import found
from layouts.prepress.preset import Preset

LEAST_PPI, GOOD_PPI = 150, PRINT_PPI
LEAST_ART, GOOD_ART = 550, 800
"""Pixels per inch at the printed size; 1-bit line art is judged apart, since its edges show every
step.
"""

SCREEN_PPI = 96
"""Enough for a PDF that is only read on a screen."""

UNEVEN = 0.03

SAFE_INK = 300
"""Per cent that any sheet-fed press dries; a preset brings photos down to its own limit."""

MOST_INK = 320.0
"""Per cent of total ink that no sheet-fed press dries."""

NARROWEST = 4.0
"""Em: narrower than this no photo is offered to be made."""


class PhotoFacts(Struct, frozen=True):
    """What is known of a photo file.

    `ink`: the most total ink in per cent after conversion, None where nobody worked it out.
    """

    width: int
    height: int
    bits: int = 8
    colour: str = "rgb"
    profile: bool = False
    ink: float | None = None


Facts = Callable[[str], "PhotoFacts | PhotoError"]
"""The facts of a photo by the path that pages name."""


class PhotoOnPage(Struct, frozen=True):
    """A photo of the issue, where it stands, what was drawn of it and on which page."""

    photo: Photo
    place: Place
    about: str
    picture: Picture
    page: int


def read_facts(path: str) -> PhotoFacts | PhotoError:
    """Look at a file: size, and for JPEG and PNG colours, depth and whether there is a profile; of
    a TIFF whether it is black and white alone.
    """
    from layouts.imaging import jpeg, png
    from layouts.imaging.read import MOST_BYTES, probe

    try:
        file = probe(Path(path))
        if file.kind == "JPEG":
            header = jpeg.inspect(read_input(file.path, MOST_BYTES))
            colour = {1: "grey", 4: "cmyk"}.get(len(header.component_ids), "rgb")
            return PhotoFacts(
                file.width, file.height, header.bits, colour, bool(header.profile_pieces)
            )
        if file.kind == "PNG":
            chunks = png.inspect(read_input(file.path, MOST_BYTES))
            return PhotoFacts(
                file.width,
                file.height,
                chunks.bits,
                "rgb" if chunks.colour & 2 else "grey",
                bool(chunks.packed_profile),
            )
        if file.kind == "TIFF":
            from layouts.imaging.decode import is_bilevel

            if is_bilevel(file.path, file.kind):
                return PhotoFacts(file.width, file.height, 1, "grey")
    except PhotoError as error:
        return error
    except UnfitError as error:
        return PhotoError(*PHOTO_REFUSED(name=path, why=error))
    except OSError as error:
        reason = why(error)
        return PhotoError(*PHOTO_REFUSED(name=path, why=PHOTO_NOT_OPENED(why=reason)))
    return PhotoFacts(file.width, file.height)


class Demands(Struct, frozen=True):
    """What a preset asks of photos. 0 where nothing is asked."""

    least: int = LEAST_PPI
    good: int = GOOD_PPI
    ink: float = 0.0
    no_rgb: bool = False
    tagged: bool = False


def demands_of(preset: Preset | None, *, converts: bool) -> Demands:
    """The demands of a preset, those of print without one.

    `converts`: the painter brings photos to the preset's colours itself.
    """
    if preset is None:
        return Demands()
    screen = preset.standard == "ua1" or (preset.colour == "rgb" and 0 < preset.ppi <= LEAST_PPI)
    cmyk = preset.colour == "cmyk"
    return Demands(
        0 if screen else LEAST_PPI,
        SCREEN_PPI if screen else GOOD_PPI,
        float(preset.ink_limit) if cmyk else 0.0,
        no_rgb=preset.standard == "x1a" and not (converts and preset.colour != "rgb"),
        tagged=preset.standard == "x4" and not (converts and preset.colour != "rgb"),
    )


def inspect_photo(
    placed: PhotoOnPage, facts: PhotoFacts, demands: Demands, grid: Grid
) -> Iterator[Finding]:
    """What is wrong with one photo as it is printed."""
    if placed.picture.tone.grey:
        facts = replace(facts, colour="grey", ink=None)
    yield from _fineness(placed, facts, demands, grid)
    yield from _edges(placed, grid)
    # what the page shows: of a photo that fills its column less than the editor left of it
    left, top, right, bottom = placed.picture.crop
    kept = 1 - left - right, 1 - top - bottom
    shape = facts.width * kept[0] / (facts.height * kept[1])
    drawn = placed.picture.width / placed.picture.height
    if abs(drawn / shape - 1) > UNEVEN:
        percent = abs(drawn / shape - 1)
        yield _about(
            "photo-uneven",
            "warning",
            PHOTO_UNEVEN(photo=placed.about, share=percent),
            placed,
            fix="restore",
        )
    focus = placed.photo.focus
    if focus is not None and not Crop(*placed.picture.crop).keeps(focus):
        yield _about("photo-focus", "warning", FOCUS_CUT_OFF(photo=placed.about), placed)
    if demands.ink and facts.ink is not None and facts.ink > demands.ink:
        yield _about(
            "photo-ink",
            "error" if facts.ink > MOST_INK else "warning",
            PHOTO_INK(photo=placed.about, ink=facts.ink, most=demands.ink),
            placed,
        )
    if demands.no_rgb and facts.colour == "rgb":
        yield _about("photo-rgb", "error", PHOTO_STILL_RGB(photo=placed.about), placed)
    if (
        (demands.tagged or (demands.ink and facts.colour == "cmyk"))
        and not facts.profile
        and facts.colour != "grey"
    ):
        yield _about("photo-untagged", "warning", PHOTO_WITHOUT_PROFILE(photo=placed.about), placed)


def asked_ppi(facts: PhotoFacts, demands: Demands) -> tuple[int, int]:
    """The least pixels per inch that a picture must have, and what is good enough."""
    art = facts.bits == 1
    return (LEAST_ART, GOOD_ART) if art and demands.least else (demands.least, demands.good)


def _fineness(
    placed: PhotoOnPage, facts: PhotoFacts, demands: Demands, grid: Grid
) -> Iterator[Finding]:
    least, good = asked_ppi(facts, demands)
    ppi = round(effective_ppi(placed.picture, facts.width))
    if ppi >= good:
        return
    level: Level = "error" if ppi < least else "warning"
    wanted = least if level == "error" else good
    message = PHOTO_TOO_COARSE if level == "error" else PHOTO_COARSE
    said = message(photo=placed.about, ppi=ppi, wanted=wanted)
    apart = placed.photo.place is not PhotoPlace.TEXT
    width = None if apart else narrower(placed.picture, facts, good, grid)
    yield _about("photo-ppi", level, said, placed, fix=f"narrow:{width:g}" if width else "")


def narrower(picture: Picture, facts: PhotoFacts, ppi: int, grid: Grid) -> float | None:
    """The width in whole em at which a photo has so many pixels per inch: its foot stands on a
    baseline, as the page will set it.
    """
    most = facts.width * kept_across(picture) / ppi * POINTS_PER_INCH
    ratio = picture.height / picture.width
    rows = int((most * ratio - grid.ascent) / grid.leading + 1)
    if rows < 1:
        return None
    width = ((rows - 1) * grid.leading + grid.ascent) / ratio / grid.size
    return float(int(width)) if width >= NARROWEST else None


def _edges(placed: PhotoOnPage, grid: Grid) -> Iterator[Finding]:
    """A photo that is to go over an edge of its page, and does not stand there."""
    picture, bleed = placed.picture, placed.photo.bleed
    if not any(bleed):
        return
    gaps = {
        "left": picture.x,
        "top": picture.y,
        "right": grid.width - picture.x - picture.width,
        "foot": grid.height - picture.y - picture.height,
    }
    edges = [edge for edge, goes in zip(gaps, bleed, strict=True) if goes]
    # of two facing pages the left one
    facing = placed.photo.place is PhotoPlace.SPREAD
    far = [edge for edge in edges if gaps[edge] > 0 and not (facing and edge == "right")]
    if far:
        said = PHOTO_NOT_AT_EDGE(photo=placed.about, edge=PHOTO_EDGES[far[0]]())
        yield _about("photo-edge", "warning", said, placed)


def changed(placed: PhotoOnPage) -> Finding:
    """A photo whose file is another than when the issue was opened."""
    return _about("photo-changed", "warning", PHOTO_CHANGED(photo=placed.about), placed)


def _about(code: str, level: Level, said: Sentence, placed: PhotoOnPage, fix: str = "") -> Finding:
    frame = placed.picture
    box = frame.x, frame.y, frame.x + frame.width, frame.y + frame.height
    about = placed.about
    return found(
        code,
        level,
        *said,
        about,
        source=placed.photo.source,
        page=placed.page,
        place=placed.place,
        box=box,
        fix=fix,
    )


def inspect_limit(preset: Preset | None) -> Iterator[Finding]:
    """The limit itself: photos are brought down to it, so that it alone can let too much ink
    through.
    """
    if preset is None or preset.colour != "cmyk" or preset.ink_limit <= SAFE_INK:
        return
    limit = preset.ink_limit
    said = INK_LIMIT_TOO_HIGH(limit=limit, safe=SAFE_INK)
    yield found("ink-limit", "error" if limit > MOST_INK else "warning", *said, str(limit))
