"""An Edition becomes a PDF file. The same edition gives the same bytes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from layouts.errors import ExportError
from layouts.page.page import Edition, Page
from layouts.paint.background import Background
from layouts.paint.composite import CompositeFont, add_fonts, pack_fonts
from layouts.paint.content import page_content
from layouts.paint.faces import Faces
from layouts.paint.navigation import add_links, add_navigation
from layouts.paint.pictures import PackedPhoto, add_photos, pack_photos
from layouts.paint.syntax import deflate, dictionary
from layouts.paint.usage import Usage, usage_of

if TYPE_CHECKING:
    from layouts.paint.document import Document

NOTDEF = 0
"""The glyph that a face shows for characters it lacks."""


def write_pdf(edition: Edition, faces: Faces) -> bytes:
    """The edition as a PDF 1.7 file.

    PhotoError for a photo that cannot be read; ExportError for what may not be printed: a glyph .notdef, a link that leads nowhere.
    """
    usages = usage_of(edition)
    _refuse_missing_glyphs(edition, usages)
    photos = Background(lambda: pack_photos(picture.path for page in edition.pages for picture in page.pictures))
    fonts = Background(lambda: pack_fonts(faces, usages))
    # Importing ReportLab takes 50 ms: meanwhile the other core packs fonts and photos.
    from layouts.paint.document import Document

    document = Document(edition.title, edition.author, edition.language)
    pages = _add_pages(document, edition, fonts.result(), photos.result())
    add_navigation(document, edition, pages)
    return document.finish()


def _add_pages(document: Document, edition: Edition, fonts: Mapping[str, CompositeFont], photos: Mapping[str, PackedPhoto]) -> list[str]:
    """All pages with what they draw on; their references."""
    pictures = add_photos(document, photos.values())
    resources = {"Font": dictionary(add_fonts(document, fonts.values()))}
    shared = document.add(resources)
    pages: list[str] = []
    for page in edition.pages:
        own = document.add({**resources, "XObject": _shown_on(page, photos, pictures)}) if page.pictures else shared
        contents = document.deflated({}, deflate(page_content(page, fonts, photos)))
        pages.append(document.page(page.width, page.height, contents, own, add_links(document, page)))
    return pages


def _shown_on(page: Page, photos: Mapping[str, PackedPhoto], pictures: Mapping[str, str]) -> str:
    names = dict.fromkeys(photos[picture.path].name for picture in page.pictures)
    return dictionary({name: pictures[name] for name in names})


def _refuse_missing_glyphs(edition: Edition, usages: Mapping[str, Usage]) -> None:
    lacking = {key for key, usage in usages.items() if NOTDEF in usage.shown}
    if not lacking:
        return
    for page in edition.pages:
        for line in page.lines:
            if any(run.face in lacking and chr(NOTDEF) in run.glyphs for run in line.runs):
                zh = f"第 {page.number} 页有字体中没有的字：{line.text}"
                raise ExportError(zh, f"page {page.number} has a character that no font holds: {line.text}", line.source)
