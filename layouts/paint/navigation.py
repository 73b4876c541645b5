"""Finding one's way in a PDF: links, named places, bookmarks and page labels (ISO 32000-1 12.3 to
12.5).
"""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct, field

from layouts.errors import ExportError
from layouts.messages.exporting import BOOKMARK_LEADS_NOWHERE, LINK_LEADS_NOWHERE
from layouts.page.hit import Rect
from layouts.page.item import Frame, Link
from layouts.page.page import Bookmark, Edition, Page
from layouts.page.turning import box_on_paper, on_paper
from layouts.pdf.syntax import array, dictionary, number, rectangle, text_string

if TYPE_CHECKING:
    from layouts.pdf.document import Document

_PRINT = "4"
"""Annotation flag Print (ISO 32000-1 table 165), which archiving asks for.

A link without border prints nothing.
"""

_COVER_LABELS = ("封面", "封二")


Origin = tuple[float, float]
"""Where a page's lower left corner lies on its sheet, points."""

CORNER: Origin = (0.0, 0.0)


def add_links(
    document: Document, page: Page, origin: Origin = CORNER, more: Sequence[Mapping[str, str]] = ()
) -> list[str]:
    """The links of a page as annotations; their references, for the page's dictionary.

    `more` are further entries of each.
    """
    entries = [_link(link, page, origin) for link in page.links]
    # untagged files have no further entries
    for link, others in zip(entries, more, strict=False):
        link.update(others)
    return [document.add(link) for link in entries]


def add_navigation(
    document: Document, edition: Edition, pages: Sequence[str], origin: Origin = CORNER
) -> None:
    """Add named places, bookmarks and page labels; `pages` are the references of the pages.

    ExportError where a link or a bookmark leads nowhere.
    """
    places = _places(edition, pages, origin)
    refuse_dead_ends(edition, places)
    if places:
        names = sorted(places, key=lambda name: _bytes(text_string(name)))
        leaf = document.add(
            {"Names": array(f"{text_string(name)} {places[name]}" for name in names)}
        )
        document.set_catalog("Names", document.add({"Dests": leaf}))
    if edition.bookmarks:
        document.set_catalog("Outlines", _add_outline(document, edition.bookmarks))
        document.set_catalog("PageMode", "/UseOutlines")
    document.set_catalog("PageLabels", document.add({"Nums": _page_labels(edition)}))


def _page_labels(edition: Edition) -> str:
    """What pages are called: the cover and its back by name where they are not counted, all others
    by their numbers (ISO 32000-1 12.4.2), which go on until something is left out.
    """
    places = edition.places or range(len(edition.pages))
    labels: list[str] = []
    for k, place in enumerate(places):
        # less than 1: not counted; more than 1 at once: behind a cover that is counted, and in
        # another file
        number = place + 1 - edition.uncounted
        if number < 1:
            labels.append(f"{k} {dictionary({'P': text_string(_COVER_LABELS[place])})}")
        elif k == 0 and number == 1:
            labels.append(f"0 {dictionary({'S': '/D'})}")
        elif k == 0 or number == 1 or places[k - 1] != place - 1:
            labels.append(f"{k} {dictionary({'S': '/D', 'St': str(number)})}")
    return array(labels)


def _link(link: Link, page: Page, origin: Origin) -> dict[str, str]:
    left, low, right, top = _on_sheet(page, link, origin)
    action = (
        {"S": "/URI", "URI": text_string(link.uri)}
        if link.uri
        else {"S": "/GoTo", "D": text_string(link.target)}
    )
    # The rectangle round several lines has other text in it: what answers is said line by line (ISO
    # 32000-1 table 173).
    quads = (
        array(_quad(frame, page, origin) for frame in link.frames) if len(link.frames) > 1 else ""
    )
    return {
        "Type": "/Annot",
        "Subtype": "/Link",
        "Rect": rectangle(left, low, right, top),
        **({"QuadPoints": quads} if quads else {}),
        "Border": "[0 0 0]",
        "F": _PRINT,
        "A": dictionary(action),
    }


def _on_sheet(page: Page, frame: Link | Frame, origin: Origin) -> tuple[float, float, float, float]:
    """Left, low, right and upper edge of a frame on its sheet, y upwards."""
    box = Rect(frame.x, frame.y, frame.x + frame.width, frame.y + frame.height)
    box = box_on_paper(page, box)
    left, foot = origin[0], origin[1] + page.height
    return left + box.left, foot - box.bottom, left + box.right, foot - box.top


def _quad(frame: Frame, page: Page, origin: Origin) -> str:
    """The corners of a frame: both of the upper side, then both of the lower one, as all readers
    take them.
    """
    left, bottom, right, top = _on_sheet(page, frame, origin)
    return " ".join(map(number, (left, top, right, top, left, bottom, right, bottom)))


def _places(edition: Edition, pages: Sequence[str], origin: Origin) -> dict[str, str]:
    """Every anchor as a destination that keeps the reader's zoom."""
    found: dict[str, str] = {}
    for page, reference in zip(edition.pages, pages, strict=True):
        for anchor in page.anchors:
            x, y = on_paper(page, anchor.x, anchor.y)
            left, top = number(origin[0] + x), number(origin[1] + page.height - y)
            found[anchor.name] = f"[{reference} /XYZ {left} {top} null]"
    return found


def _bytes(string: str) -> bytes:
    """The bytes of a written string, by which a name tree is sorted (ISO 32000-1 7.9.6)."""
    return bytes.fromhex(string[1:-1]) if string.startswith("<") else string[1:-1].encode("ascii")


def refuse_dead_ends(edition: Edition, places: Container[str]) -> None:
    """ExportError where a link or a bookmark leads to none of these places."""
    for page in edition.pages:
        for link in page.links:
            if not link.uri and link.target not in places:
                raise ExportError(*LINK_LEADS_NOWHERE(page=page.number, target=link.target))
    for bookmark in edition.bookmarks:
        if bookmark.anchor not in places:
            raise ExportError(*BOOKMARK_LEADS_NOWHERE(title=bookmark.title, target=bookmark.anchor))


class _OutlineItem(Struct):
    """A node of the outline tree with the object that stands for it; the root has neither title nor
    anchor.
    """

    reference: str
    title: str = ""
    anchor: str = ""
    children: list[_OutlineItem] = field(default_factory=list)

    def descendants(self) -> int:
        """How many entries stand below this one: all of them are shown open."""
        return sum(1 + child.descendants() for child in self.children)


def _add_outline(document: Document, bookmarks: Sequence[Bookmark]) -> str:
    # objects name each other, so all have numbers before any is written
    root = _OutlineItem(document.reserve())
    path = [root]
    for bookmark in bookmarks:
        entry = _OutlineItem(document.reserve(), bookmark.title, bookmark.anchor)
        # An article without a section above it (a level skipped) hangs on what there is.
        del path[bookmark.level + 1 :]
        path[-1].children.append(entry)
        path.append(entry)
    document.fill(root.reference, {"Type": "/Outlines", **_family(root)})
    _fill_children(document, root)
    return root.reference


def _fill_children(document: Document, parent: _OutlineItem) -> None:
    before, after = [None, *parent.children], [*parent.children[1:], None]
    for entry, previous, following in zip(parent.children, before, after, strict=False):
        entries = {
            "Title": text_string(entry.title),
            "Dest": text_string(entry.anchor),
            "Parent": parent.reference,
        }
        if previous:
            entries["Prev"] = previous.reference
        if following:
            entries["Next"] = following.reference
        document.fill(entry.reference, {**entries, **_family(entry)})
        _fill_children(document, entry)


def _family(entry: _OutlineItem) -> dict[str, str]:
    if not entry.children:
        return {}
    first, last = entry.children[0].reference, entry.children[-1].reference
    return {"First": first, "Last": last, "Count": str(entry.descendants())}
