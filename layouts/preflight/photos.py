"""Photos: there at all, changed since, fine enough, in shape, within the ink limit, in the right
colours.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from msgspec import Struct

from layouts.errors import Finding, Level, PhotoError
from layouts.house.layout import Grid
from layouts.inputs import read_input, why
from layouts.issue.photo import Photo
from layouts.issue.places import Place
from layouts.page.item import Picture
from layouts.page.measures import POINTS_PER_INCH, PRINT_PPI, effective_ppi
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
    """Look at a file: size, and for JPEG and PNG colours, depth and whether there is a profile."""
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
    except PhotoError as error:
        return error
    except OSError as error:
        reason = why(error)
        return PhotoError(
            f"照片 {path} 无法打开：{reason.zh}", f"the photo {path} cannot be opened: {reason.en}"
        )
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
    yield from _fineness(placed, facts, demands, grid)
    kept = (
        1 - placed.photo.crop.left - placed.photo.crop.right,
        1 - placed.photo.crop.top - placed.photo.crop.bottom,
    )
    shape = facts.width * kept[0] / (facts.height * kept[1])
    drawn = placed.picture.width / placed.picture.height
    if abs(drawn / shape - 1) > UNEVEN:
        percent = abs(drawn / shape - 1)
        zh, en = (
            f"图片“{placed.about}”变形 {percent:.0%}",
            f"the photo “{placed.about}” is scaled unevenly by {percent:.0%}",
        )
        yield _about("photo-uneven", "warning", zh, en, placed, fix="restore")
    if demands.ink and facts.ink is not None and facts.ink > demands.ink:
        zh = f"图片“{placed.about}”墨量 {facts.ink:.0f} %，上限 {demands.ink:.0f} %"
        en = (
            f"the photo “{placed.about}” takes {facts.ink:.0f} % of ink, the limit is "
            f"{demands.ink:.0f} %"
        )
        yield _about("photo-ink", "error" if facts.ink > MOST_INK else "warning", zh, en, placed)
    if demands.no_rgb and facts.colour == "rgb":
        zh, en = f"图片“{placed.about}”还是 RGB", f"the photo “{placed.about}” is still RGB"
        yield _about("photo-rgb", "error", zh, en, placed)
    if (
        (demands.tagged or (demands.ink and facts.colour == "cmyk"))
        and not facts.profile
        and facts.colour != "grey"
    ):
        zh, en = (
            f"图片“{placed.about}”没有色彩特性文件",
            f"the photo “{placed.about}” has no colour profile",
        )
        yield _about("photo-untagged", "warning", zh, en, placed)


def _fineness(
    placed: PhotoOnPage, facts: PhotoFacts, demands: Demands, grid: Grid
) -> Iterator[Finding]:
    art = facts.bits == 1
    least, good = (LEAST_ART, GOOD_ART) if art and demands.least else (demands.least, demands.good)
    ppi = round(effective_ppi(placed.picture, facts.width))
    if ppi >= good:
        return
    level: Level = "error" if ppi < least else "warning"
    wanted = least if level == "error" else good
    zh = (
        f"图片“{placed.about}”在版面上只有 {ppi} ppi，"
        f"{'不能低于' if level == 'error' else '最好不低于'} {wanted}"
    )
    en = (
        f"the photo “{placed.about}” is {ppi} ppi at its size, "
        f"{'at least' if level == 'error' else 'better'} {wanted}"
    )
    width = narrower(placed.picture, facts, good, grid)
    yield _about("photo-ppi", level, zh, en, placed, fix=f"narrow:{width:g}" if width else "")


def narrower(picture: Picture, facts: PhotoFacts, ppi: int, grid: Grid) -> float | None:
    """The width in whole em at which a photo has so many pixels per inch: its foot stands on a
    baseline, as the page will set it.
    """
    most = facts.width * (1 - picture.crop[0] - picture.crop[2]) / ppi * POINTS_PER_INCH
    ratio = picture.height / picture.width
    rows = int((most * ratio - grid.ascent) / grid.leading + 1)
    if rows < 1:
        return None
    width = ((rows - 1) * grid.leading + grid.ascent) / ratio / grid.size
    return float(int(width)) if width >= NARROWEST else None


def changed(placed: PhotoOnPage) -> Finding:
    """A photo whose file is another than when the issue was opened."""
    zh, en = (
        f"图片“{placed.about}”的文件在打开之后被改动过",
        f"the file of the photo “{placed.about}” has changed since it was opened",
    )
    return _about("photo-changed", "warning", zh, en, placed)


def _about(
    code: str, level: Level, zh: str, en: str, placed: PhotoOnPage, fix: str = ""
) -> Finding:
    frame = placed.picture
    box = frame.x, frame.y, frame.x + frame.width, frame.y + frame.height
    about = placed.about
    return found(
        code,
        level,
        zh,
        en,
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
    zh = f"预设的总墨量上限是 {limit} %，高于 {SAFE_INK} %，印张不易干"
    en = f"the preset lets photos take {limit} % of ink; more than {SAFE_INK} % dries badly"
    yield found("ink-limit", "error" if limit > MOST_INK else "warning", zh, en, str(limit))
