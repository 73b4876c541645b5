"""The parts above the pages: what the file holds, the document's root, and its resources (GB/T
33190-2016 7.4, 7.5, 7.9).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from layouts.page.page import Edition
from layouts.paint.ofd.fonts import OfdFont, put_font
from layouts.paint.ofd.markup import Element, Ids, put, root, sound
from layouts.paint.ofd.navigation import CREATOR, Spot, put_outline
from layouts.paint.ofd.pages import put_area
from layouts.paint.ofd.pictures import OfdPhoto, put_media

FOLDER = "Doc_0"
RESOURCES, PUBLIC, PICTURES = "Res", "PublicRes.xml", "DocumentRes.xml"
ANNOTATIONS = "Annots/Annotations.xml"


def page_location(number: int) -> str:
    """Where the content of a page lies in the document's folder; pages are counted from 0."""
    return f"Pages/Page_{number}/Content.xml"


def links_location(number: int) -> str:
    """Where the links of a page lie, as seen from the list of them."""
    return f"Page_{number}/Annotation.xml"


def entrance(edition: Edition, document_id: str) -> Element:
    """What a reader opens first: title, author, day, and where the document is."""
    made = root("OFD", Version="1.0", DocType="OFD")
    body = put(made, "DocBody")
    info = put(body, "DocInfo")
    put(info, "DocID", document_id)
    put(info, "Title", sound(edition.title))
    if edition.author:
        put(info, "Author", sound(edition.author))
    if edition.date is not None:
        put(info, "CreationDate", edition.date.isoformat())
    put(info, "Creator", CREATOR)
    put(body, "DocRoot", f"{FOLDER}/Document.xml")
    return made


def document(
    edition: Edition,
    page_ids: Sequence[str],
    places: Mapping[str, Spot],
    ids: Ids,
    colour_space: str,
    *,
    has_pictures: bool,
) -> Element:
    """The document's root, written last: it has the greatest number given."""
    made = root("Document")
    common = put(made, "CommonData")
    put(common, "MaxUnitID", str(ids.last))
    if edition.pages:
        put_area(common, "PageArea", edition.pages[0])
    put(common, "PublicRes", PUBLIC)
    if has_pictures:
        put(common, "DocumentRes", PICTURES)
    put(common, "DefaultCS", colour_space)
    pages = put(made, "Pages")
    for number, page_id in enumerate(page_ids):
        put(pages, "Page", ID=page_id, BaseLoc=page_location(number))
    if edition.bookmarks:
        put_outline(made, edition.bookmarks, places)
        put(put(made, "VPreferences"), "PageMode", "UseOutlines")
    if any(page.links for page in edition.pages):
        put(made, "Annotations", ANNOTATIONS)
    return made


def public_resources(fonts: Iterable[OfdFont], colour_space: str) -> Element:
    """The colours of the screen, and the faces."""
    made = root("Res", BaseLoc=RESOURCES)
    put(put(made, "ColorSpaces"), "ColorSpace", ID=colour_space, Type="RGB", BitsPerComponent="8")
    known = list(fonts)
    # an empty list is none (7.9)
    listed = put(made, "Fonts") if known else made
    for font in known:
        put_font(listed, font)
    return made


def picture_resources(photos: Iterable[OfdPhoto]) -> Element:
    """The pictures."""
    made = root("Res", BaseLoc=RESOURCES)
    listed = put(made, "MultiMedias")
    for photo in photos:
        put_media(listed, photo)
    return made


def linked_pages(numbers: Iterable[int], page_ids: Sequence[str]) -> Element:
    """Which pages have links, by their places in the document, and where these lie."""
    made = root("Annotations")
    for number in numbers:
        put(put(made, "Page", PageID=page_ids[number]), "FileLoc", links_location(number))
    return made
