"""An Edition becomes a PDF file. The same edition gives the same bytes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from importlib import import_module
from itertools import chain
from typing import TYPE_CHECKING

from layouts.errors import ExportError
from layouts.page.page import Edition, Page
from layouts.paint.background import Background
from layouts.paint.composite import CompositeFont, add_fonts, pack_fonts
from layouts.paint.content import deflated_contents, deflated_tagged_contents
from layouts.paint.faces import Faces
from layouts.paint.navigation import add_links, add_navigation
from layouts.paint.pictures import PackedPhoto, add_photos, pack_photos
from layouts.paint.syntax import dictionary
from layouts.paint.usage import NOTDEF, Usage, usage_of
from layouts.parallel import fork_map

if TYPE_CHECKING:
    from layouts.page.structure import Element
    from layouts.paint.document import Document
    from layouts.paint.tags import Tags

MANY_PAGES = 100
"""From so many pages on, writing them on two cores saves more than forking costs."""

Fonts = Mapping[str, CompositeFont]
Photos = Mapping[str, PackedPhoto]


def write_pdf(edition: Edition, faces: Faces, workers: int = 1, structure: Element | None = None) -> bytes:
    """The edition as a PDF 1.7 file. A long one is shared out over `workers` processes (see `layouts.parallel`); the bytes are the same.

    With its `structure` it is a tagged PDF, as ISO 14289-1 wants it but for the metadata that claim it.

    PhotoError for a photo that cannot be read; ExportError for what may not be printed: a glyph .notdef, a link that leads nowhere.
    """
    usages = usage_of(edition)
    _refuse_missing_glyphs(edition, usages)
    photos = Background(lambda: pack_photos(picture.path for page in edition.pages for picture in page.pictures))
    fonts = Background(lambda: pack_fonts(faces, usages))
    # Importing ReportLab takes 50 ms: meanwhile the other core packs fonts and photos.
    import_module("layouts.paint.document")
    tags = _tags(edition, structure, faces) if structure is not None else None
    contents = _contents(edition.pages, fonts.result(), photos.result(), workers if len(edition.pages) >= MANY_PAGES else 1, tags)
    return bind(edition, fonts.result(), photos.result(), contents, tags)


def _tags(edition: Edition, structure: Element, faces: Faces) -> Tags:
    from layouts.paint.tags import Tags

    return Tags(edition, structure, faces)


def bind(edition: Edition, fonts: Fonts, photos: Photos, contents: Iterable[bytes], tags: Tags | None = None) -> bytes:
    """The file, out of what was made for it. `contents` are the deflated content streams; of the pages all but their text is read.

    ExportError for a link that leads nowhere.
    """
    from layouts.paint.document import Document

    document = Document(edition.title, edition.author, edition.language)
    pages = _add_pages(document, edition, fonts, photos, contents, tags)
    add_navigation(document, edition, pages)
    return document.finish()


def _add_pages(
    document: Document, edition: Edition, fonts: Fonts, photos: Photos, contents: Iterable[bytes], tags: Tags | None
) -> list[str]:
    """All pages with what they draw on; their references."""
    pictures = add_photos(document, photos.values())
    resources = {"Font": dictionary(add_fonts(document, fonts.values()))}
    shared = document.add(resources)
    pages: list[str] = []
    links: list[list[str]] = []
    for number, (page, content) in enumerate(zip(edition.pages, contents, strict=True)):
        own = document.add({**resources, "XObject": _shown_on(page, photos, pictures)}) if page.pictures else shared
        stream = document.deflated({}, content)
        links.append(add_links(document, page, tags.link_entries(number) if tags else ()))
        pages.append(document.page(page.width, page.height, stream, own, links[-1], tags.page_entries(number) if tags else {}))
    if tags:
        tags.add(document, pages, links)
    return pages


def _contents(pages: Sequence[Page], fonts: Fonts, photos: Photos, workers: int, tags: Tags | None) -> Iterable[bytes]:
    """The deflated content stream of each page."""
    share = max(1, -(-len(pages) // workers))
    shares = [slice(start, start + share) for start in range(0, len(pages), share)]
    if tags:
        marked = list(zip(pages, tags.marks, strict=True))
        jobs = [partial(deflated_tagged_contents, marked[some], fonts, photos) for some in shares]
    else:
        jobs = [partial(deflated_contents, pages[some], fonts, photos) for some in shares]
    return chain.from_iterable(fork_map(jobs, list[bytes]))


def _shown_on(page: Page, photos: Photos, pictures: Mapping[str, str]) -> str:
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
