"""An Edition becomes an OFD file. The same edition gives the same bytes."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from itertools import count

from layouts.background import Background
from layouts.page.faces import Faces
from layouts.page.page import Edition
from layouts.paint.navigation import refuse_dead_ends
from layouts.paint.ofd import document
from layouts.paint.ofd.fonts import pack_fonts
from layouts.paint.ofd.markup import Ids, whole
from layouts.paint.ofd.navigation import page_links, spots
from layouts.paint.ofd.package import packed
from layouts.paint.ofd.pages import page_part
from layouts.paint.ofd.pictures import pack_photos, shown
from layouts.paint.pdf import refuse_missing_glyphs
from layouts.paint.usage import usage_of

Told = Callable[[int, int], None]
"""Hears how many photos and pages of how many are done; what it raises ends the work."""


def write_ofd(edition: Edition, faces: Faces, told: Told | None = None) -> bytes:
    """The edition as an OFD 1.0 file.

    PhotoError for a photo that cannot be read; ExportError for what may not be shown: a glyph
    .notdef, a link that leads nowhere.
    """
    usages = usage_of(edition)
    refuse_missing_glyphs(edition, usages)
    ids, wanted = Ids(), shown(edition.pages)
    step = _steps(told, len(wanted) + len(edition.pages))
    colour_space = ids.new()
    page_ids = [ids.new() for _ in edition.pages]
    places = spots(edition, page_ids)
    refuse_dead_ends(edition, places)
    numbers = [ids.new() for _ in wanted]
    # decoding those that are cropped is C code: it leaves this core to the faces
    packing = Background(lambda: pack_photos(wanted, numbers, step))
    fonts = pack_fonts(faces, usages, ids)
    photos = packing.result()
    parts: dict[str, bytes] = {}
    for number, page in enumerate(edition.pages):
        parts[document.page_location(number)] = whole(page_part(page, fonts, photos, ids))
        step()
    linked = [number for number, page in enumerate(edition.pages) if page.links]
    for number in linked:
        part = page_links(edition.pages[number], places, edition, ids)
        parts[f"Annots/{document.links_location(number)}"] = whole(part)
    if linked:
        parts[document.ANNOTATIONS] = whole(document.linked_pages(linked, page_ids))
    parts[document.PUBLIC] = whole(document.public_resources(fonts.values(), colour_space))
    if photos:
        parts[document.PICTURES] = whole(document.picture_resources(photos.values()))
    for font in fonts.values():
        parts[f"{document.RESOURCES}/{font.file_name}"] = font.cut.data
    for photo in photos.values():
        parts[f"{document.RESOURCES}/{photo.file_name}"] = photo.file.data
    body = document.document(
        edition, page_ids, places, ids, colour_space, has_pictures=bool(photos)
    )
    parts["Document.xml"] = whole(body)
    entrance = document.entrance(edition, _digest(parts))
    named = {f"{document.FOLDER}/{name}": data for name, data in parts.items()}
    return packed({"OFD.xml": whole(entrance), **named})


def _steps(told: Told | None, whole_count: int) -> Callable[[], None]:
    done = count(1)
    return lambda: told(next(done), whole_count) if told is not None else None


def _digest(parts: Mapping[str, bytes]) -> str:
    """A number of the document as 7.4 wants it, 32 hexadecimal digits: by all that it holds."""
    digest = hashlib.sha256()
    for name, data in parts.items():
        digest.update(f"{name}\0{len(data)}\0".encode())
        digest.update(data)
    return digest.hexdigest()[:32]
