"""An Edition becomes a PDF for what an export preset says: ink, bleed and marks, profile and
standard. The same input, the same bytes.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence

from msgspec.structs import replace

from layouts.errors import ExportError
from layouts.imaging.raster import UnfitError
from layouts.messages.presets import PROFILE_DAMAGED, PROFILE_REFUSED
from layouts.page.faces import Faces
from layouts.page.item import Line
from layouts.page.page import Edition
from layouts.page.structure import Element
from layouts.page.turning import all_lines
from layouts.paint.composite import pack_fonts
from layouts.paint.content import artifact, page_content, tagged_content
from layouts.paint.lettering import EmbeddedFonts, Lettering
from layouts.paint.navigation import CORNER, add_links, add_navigation
from layouts.paint.pdf import Fonts, Photos, refuse_missing_glyphs, shown_on
from layouts.paint.pictures import add_photos, named_photos
from layouts.paint.screen_inks import SCREEN, Inks
from layouts.paint.tags import Tags
from layouts.paint.usage import learn, usage_of
from layouts.pdf.document import PRODUCER, Document
from layouts.pdf.syntax import deflate, dictionary, number
from layouts.prepress.inks import (
    GreyInks,
    PrintInks,
    add_overprint,
    add_separation,
    inks_of,
    resources,
)
from layouts.prepress.intents import add_intents, destination
from layouts.prepress.marks import mark_operators
from layouts.prepress.metadata import Statement, info_entries, statement_of, xmp
from layouts.prepress.photo_packer import pack_for, uses_of
from layouts.prepress.preset import Preset
from layouts.prepress.profiles import print_profile
from layouts.prepress.sheet import Sheet, bled, sheet_of
from layouts.prepress.slug import slug_line

_WHITE = {"rgb": (1.0, 1.0, 1.0), "cmyk": (0.0, 0.0, 0.0, 0.0)}
_BLACK = {"rgb": (0.0, 0.0, 0.0), "cmyk": (1.0, 1.0, 1.0, 1.0)}
"""Nothing and all of every ink that there is: what the colour All is shown by."""

_EVERY_PLATE, _ONE_PLATE = "/CA CS 1 SCN", "0 G"
"""The colour of marks: All is a plate too many where black is printed alone."""


def write_for(
    edition: Edition,
    faces: Faces,
    preset: Preset,
    workers: int = 1,
    moment: datetime.datetime | None = None,
    structure: Element | None = None,
    told: Callable[[int, int], None] | None = None,
) -> bytes:
    """The edition as a file for a preset; errors as those of `layouts.paint.pdf.write_pdf`, and
    ExportError for a profile that is none.
    """
    profile = destination(preset)
    sheets = [sheet_of(page, preset) for page in edition.pages]
    edition = _prepared(edition, preset, sheets)
    slugs = [
        slug_line(edition, page, sheet, preset, faces)
        for page, sheet in zip(edition.pages, sheets, strict=True)
    ]
    usages = usage_of(edition)
    refuse_missing_glyphs(edition, usages)
    # after the pages, whose fonts come first; it lacks no glyph, but sets 〓
    learn(usages, filter(None, slugs))
    inks = _inks(preset, profile)
    photos = _photos(edition, preset, profile, workers, told, inks)
    fonts = {} if preset.curves else pack_fonts(faces, usages)
    lettering = _lettering(preset, faces, fonts)
    # the same for all: a preset has one bleed and an issue one page size
    origin = (sheets[0].margin.left, sheets[0].margin.bottom) if sheets else CORNER
    tags = (
        Tags(edition, structure, faces, origin) if preset.tagged and structure is not None else None
    )
    own = (
        _tagged_contents(edition, fonts, photos, inks, tags)
        if tags
        else [page_content(page, lettering.operators, photos, inks) for page in edition.pages]
    )
    around = _around_pages(edition, sheets, slugs, preset, lettering, inks)
    contents = [
        _on_sheet(sheet, content, artifact(marks) if tags else marks)
        for sheet, content, marks in zip(sheets, own, around, strict=True)
    ]
    statement = statement_of(edition, preset, moment, tagged=tags is not None)
    document = Document(
        statement.title,
        statement.author,
        statement.language,
        info_entries(statement),
        statement.version,
    )
    spaces, states = _colours(document, edition, preset, inks)
    pages = _add_pages(
        document,
        edition,
        sheets,
        slugs,
        lettering,
        add_photos(document, photos.values(), spaces.get("CS", "")),
        photos,
        contents,
        resources(spaces, states),
        tags,
    )
    if preset.links:
        add_navigation(document, edition, pages, origin)
    add_intents(document, preset, profile)
    _add_metadata(document, statement)
    return document.finish()


def _photos(
    edition: Edition,
    preset: Preset,
    profile: bytes,
    workers: int,
    told: Callable[[int, int], None] | None,
    inks: Inks,
) -> Photos:
    """The photos of the pages, made for the print that the preset names."""
    # CMYK photos without a profile are taken for the print condition on screens as well
    wanted = print_profile(preset) if preset.colour == "rgb" else profile
    return named_photos(pack_for(uses_of(edition), preset, wanted, workers, told, inks.tone))


def _lettering(preset: Preset, faces: Faces, fonts: Fonts) -> Lettering:
    """How text is drawn."""
    if not preset.curves:
        return EmbeddedFonts(fonts)
    # loaded for such files alone
    from layouts.paint.curves import Curves

    return Curves(faces)


def _tagged_contents(
    edition: Edition, fonts: Fonts, photos: Photos, inks: Inks, tags: Tags
) -> list[bytes]:
    """What each page itself draws, under the marks of its structure."""
    return [
        tagged_content(page, marks, fonts, photos, inks)
        for page, marks in zip(edition.pages, tags.marks, strict=True)
    ]


def _around_pages(
    edition: Edition,
    sheets: Sequence[Sheet],
    slugs: Sequence[Line | None],
    preset: Preset,
    lettering: Lettering,
    inks: Inks,
) -> list[list[str]]:
    """What stands around each page on its sheet: marks, colour bar, slug line."""
    patches = _patches(edition, preset, inks)
    stroke = _ONE_PLATE if preset.colour == "grey" else _EVERY_PLATE
    return [
        [
            *mark_operators(sheet, preset, patches, stroke),
            *(lettering.operators([slug], page.height, inks) if slug else ()),
        ]
        for page, sheet, slug in zip(edition.pages, sheets, slugs, strict=True)
    ]


def _prepared(edition: Edition, preset: Preset, sheets: Sequence[Sheet]) -> Edition:
    """The edition with bleed, and without links where there are to be none."""
    pages = [bled(page, sheet) for page, sheet in zip(edition.pages, sheets, strict=True)]
    if preset.links:
        return replace(edition, pages=tuple(pages))
    return replace(edition, pages=tuple(replace(page, links=[]) for page in pages), bookmarks=())


def _inks(preset: Preset, profile: bytes) -> Inks:
    if preset.colour == "rgb":
        return SCREEN
    # LittleCMS, which a plain export does not need
    from layouts.imaging.colour import Separation, grey
    from layouts.imaging.transforms import is_usable

    if preset.colour == "grey":
        if not is_usable(profile):
            raise ExportError(*PROFILE_REFUSED(path=preset.profile, why=PROFILE_DAMAGED()))
        return GreyInks(grey)
    try:
        separation = Separation(profile)
    except UnfitError as error:
        raise ExportError(*PROFILE_REFUSED(path=preset.profile, why=error)) from error
    return PrintInks(separation.colour, preset.spot_name if preset.red == "spot" else "")


def _colours(
    document: Document, edition: Edition, preset: Preset, inks: Inks
) -> tuple[dict[str, str], dict[str, str]]:
    """The colour spaces and graphics states that the pages use, by their names."""
    spaces: dict[str, str] = {}
    if preset.marks and preset.colour != "grey":
        spaces["CA"] = add_separation(document, "All", _WHITE[preset.colour], _BLACK[preset.colour])
    if not isinstance(inks, PrintInks):
        return spaces, {}
    spot = next(filter(inks.is_spot, inks_of(edition.pages)), None)
    if spot is not None:
        spaces["CS"] = add_separation(document, preset.spot_name, _WHITE["cmyk"], inks.parts(spot))
    return spaces, add_overprint(document)


def _patches(edition: Edition, preset: Preset, inks: Inks) -> list[str]:
    """The colour bar: each ink full and half, the overprints of two, the spot ink."""
    if preset.colour != "cmyk":
        return [f"{tint} g" for tint in ("0", "0.25", "0.5", "0.75")]
    full = ("1 0 0 0", "0 1 0 0", "0 0 1 0", "0 0 0 1", "0 1 1 0", "1 0 1 0", "1 1 0 0")
    half = ("0.5 0 0 0", "0 0.5 0 0", "0 0 0.5 0", "0 0 0 0.5")
    spot = isinstance(inks, PrintInks) and any(map(inks.is_spot, inks_of(edition.pages)))
    return [*(["/CS cs 1 scn"] if spot else []), *(f"{parts} k" for parts in (*full, *half))]


def _on_sheet(sheet: Sheet, content: bytes, around: Sequence[str]) -> bytes:
    """A page's content moved to its place and cut off at the end of the bleed, with marks and slug
    line around it.
    """
    if not any(sheet.margin):
        return content
    bleed = sheet.bleed
    frame = (
        -bleed.left,
        -bleed.bottom,
        bleed.left + sheet.width + bleed.right,
        bleed.bottom + sheet.height + bleed.top,
    )
    place = f"{number(sheet.margin.left)} {number(sheet.margin.bottom)}"
    # the inner q is for the clip: marks stand outside it, in the same coordinates
    before = f"q 1 0 0 1 {place} cm\nq {' '.join(map(number, frame))} re W n\n"
    after = "\n".join(("\nQ", *around, "Q"))
    return before.encode("ascii") + content + after.encode("latin-1")


def _add_pages(
    document: Document,
    edition: Edition,
    sheets: Sequence[Sheet],
    slugs: Sequence[Line | None],
    lettering: Lettering,
    pictures: Mapping[str, str],
    photos: Photos,
    contents: Sequence[bytes],
    colours: Mapping[str, str],
    tags: Tags | None,
) -> list[str]:
    """All pages with what they draw on; their references."""
    common = {**lettering.embed(document), **colours}
    shared = document.add(common)
    pages: list[str] = []
    links: list[list[str]] = []
    for place, (page, sheet, slug, content) in enumerate(
        zip(edition.pages, sheets, slugs, contents, strict=True)
    ):
        shown = {
            **shown_on(page, photos, pictures),
            **lettering.forms([*all_lines(page), *filter(None, [slug])]),
        }
        own = document.add({**common, "XObject": dictionary(shown)}) if shown else shared
        links.append(
            add_links(
                document,
                page,
                (sheet.margin.left, sheet.margin.bottom),
                tags.link_entries(place) if tags else (),
            )
        )
        stream = document.deflated({}, deflate(content))
        pages.append(
            document.page(
                sheet.boxes, stream, own, links[-1], tags.page_entries(place) if tags else {}
            )
        )
    if tags:
        tags.add(document, pages, links)
    return pages


def _add_metadata(document: Document, statement: Statement) -> None:
    # last: the digest is of all that was written before
    packet = xmp(statement, PRODUCER, document.digest())
    document.set_catalog(
        "Metadata", document.stream({"Type": "/Metadata", "Subtype": "/XML"}, packet)
    )
