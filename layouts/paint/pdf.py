"""An Edition becomes a PDF file. The same edition gives the same bytes."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING

from layouts.background import Background
from layouts.errors import ExportError
from layouts.messages.exporting import CHARACTER_IN_NO_FONT
from layouts.page.faces import Faces
from layouts.page.page import Edition, Page
from layouts.page.turning import all_lines
from layouts.paint.composite import CompositeFont, add_fonts, pack_fonts
from layouts.paint.content import deflated_contents
from layouts.paint.navigation import add_links, add_navigation
from layouts.paint.notes import PageNote, add_notes
from layouts.paint.pictures import PackedPhoto, add_photos, pack_photos, uses
from layouts.paint.usage import NOTDEF, Usage, usage_of
from layouts.pdf.syntax import dictionary, rectangle

if TYPE_CHECKING:
    from layouts.page.structure import Element
    from layouts.pdf.document import Document
    from layouts.prepress.preset import Preset

Fonts = Mapping[str, CompositeFont]
Photos = Mapping[str, PackedPhoto]
Notes = Mapping[int, Sequence[PageNote]]


def write_pdf(
    edition: Edition,
    faces: Faces,
    workers: int = 1,
    preset: Preset | None = None,
    moment: datetime.datetime | None = None,
    structure: Element | None = None,
    told: Callable[[int, int], None] | None = None,
) -> bytes:
    """The edition as a PDF 1.7 file.

    With a `preset` it is made for what that says, dated `moment` or else the issue's own day (see
    `layouts.paint.preset_pdf`); one that is `tagged` takes the issue's `structure`, and `told`
    hears how many photos of how many are packed. PhotoError for a photo that cannot be read;
    ExportError for what may not be printed: a glyph .notdef, a link
    that leads nowhere.
    """
    if preset is not None:
        from layouts.paint.preset_pdf import write_for

        return write_for(edition, faces, preset, workers, moment, structure, told)
    usages = usage_of(edition)
    refuse_missing_glyphs(edition, usages)
    photos = Background(lambda: pack_photos(uses(edition.pages)))
    fonts = Background(lambda: pack_fonts(faces, usages))
    # Importing ReportLab takes 50 ms: meanwhile the other core packs fonts and photos.
    import_module("layouts.pdf.document")
    contents = deflated_contents(edition.pages, fonts.result(), photos.result())
    return bind(edition, fonts.result(), photos.result(), contents)


def bind(
    edition: Edition,
    fonts: Fonts,
    photos: Photos,
    contents: Iterable[bytes],
    notes: Notes = MappingProxyType({}),
) -> bytes:
    """The file, out of what was made for it.

    `contents` are the deflated content streams; of the pages all but their text is read. `notes`
    are what is noted on pages, by their numbers.

    ExportError for a link that leads nowhere.
    """
    from layouts.pdf.document import Document

    document = Document(edition.title, edition.author, edition.language)
    pages = _add_pages(document, edition, fonts, photos, contents, notes)
    add_navigation(document, edition, pages)
    return document.finish()


def _add_pages(
    document: Document,
    edition: Edition,
    fonts: Fonts,
    photos: Photos,
    contents: Iterable[bytes],
    notes: Notes,
) -> list[str]:
    """All pages with what they draw on; their references."""
    pictures = add_photos(document, photos.values())
    # pages without photos share one dictionary of resources, those with photos have their own
    resources = {"Font": dictionary(add_fonts(document, fonts.values()))}
    shared = document.add(resources)
    pages: list[str] = []
    for page, content in zip(edition.pages, contents, strict=True):
        own = (
            document.add({**resources, "XObject": dictionary(shown_on(page, photos, pictures))})
            if page.pictures
            else shared
        )
        box = rectangle(0, 0, page.width, page.height)
        boxes = {"MediaBox": box, "TrimBox": box}
        # in the order in which objects are numbered
        stream = document.deflated({}, content)
        annotations = add_links(document, page)
        annotations += add_notes(document, page, notes.get(page.number, ()))
        pages.append(document.page(boxes, stream, own, annotations))
    return pages


def shown_on(page: Page, photos: Photos, pictures: Mapping[str, str]) -> dict[str, str]:
    """The photos of a page as its resources name them; `pictures` are the references of all."""
    names = dict.fromkeys(photos[picture.key].name for picture in page.pictures)
    return {name: pictures[name] for name in names}


def refuse_missing_glyphs(edition: Edition, usages: Mapping[str, Usage]) -> None:
    """ExportError, naming page and line, where a face lacks a character."""
    # usages tell at once whether there is any; only then is it looked for line by line
    lacking = {key for key, usage in usages.items() if NOTDEF in usage.shown}
    if not lacking:
        return
    for page in edition.pages:
        for line in all_lines(page):
            if any(run.face in lacking and chr(NOTDEF) in run.glyphs for run in line.runs):
                said = CHARACTER_IN_NO_FONT(page=page.number, text=line.text)
                raise ExportError(*said, line.source)
