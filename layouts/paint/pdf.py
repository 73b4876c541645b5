"""An Edition becomes a PDF file. The same edition gives the same bytes."""

from __future__ import annotations

from collections.abc import Mapping

from layouts.errors import ExportError
from layouts.page.page import Edition, Page
from layouts.paint.composite import add_fonts
from layouts.paint.content import page_content
from layouts.paint.document import Document
from layouts.paint.faces import Faces
from layouts.paint.navigation import add_links, add_navigation
from layouts.paint.pictures import PlacedPhoto, add_photos
from layouts.paint.syntax import dictionary
from layouts.paint.usage import Usage, usage_of

NOTDEF = 0
"""The glyph that a face shows for characters it lacks."""


def write_pdf(edition: Edition, faces: Faces) -> bytes:
    """The edition as a PDF 1.7 file.

    PhotoError for a photo that cannot be read; ExportError for what may not be printed: a glyph .notdef, a link that leads nowhere.
    """
    usages = usage_of(edition)
    _refuse_missing_glyphs(edition, usages)
    document = Document(edition.title, edition.author, edition.language)
    fonts = add_fonts(document, faces, usages)
    photos = add_photos(document, (picture.path for page in edition.pages for picture in page.pictures))
    resources = {"Font": dictionary({font.name: font.reference for font in fonts.values()})}
    shared = document.add(resources)
    pages: list[str] = []
    for page in edition.pages:
        own = document.add({**resources, "XObject": _photos_of(page, photos)}) if page.pictures else shared
        contents = document.deflated({}, page_content(page, fonts, photos))
        pages.append(document.page(page.width, page.height, contents, own, add_links(document, page)))
    add_navigation(document, edition, pages)
    return document.finish()


def _photos_of(page: Page, photos: Mapping[str, PlacedPhoto]) -> str:
    used = [photos[path] for path in dict.fromkeys(picture.path for picture in page.pictures)]
    return dictionary({photo.name: photo.reference for photo in used})


def _refuse_missing_glyphs(edition: Edition, usages: Mapping[str, Usage]) -> None:
    lacking = {key for key, usage in usages.items() if NOTDEF in usage.shown}
    if not lacking:
        return
    for page in edition.pages:
        for line in page.lines:
            if any(run.face in lacking and chr(NOTDEF) in run.glyphs for run in line.runs):
                zh = f"第 {page.number} 页有字体中没有的字：{line.text}"
                raise ExportError(zh, f"page {page.number} has a character that no font holds: {line.text}", line.source)
