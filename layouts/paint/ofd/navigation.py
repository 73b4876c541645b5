"""Finding one's way in an OFD: the outline, and links as annotations (GB/T 33190-2016 7.8, 14,
15).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from layouts.page.item import Frame, Link
from layouts.page.page import Bookmark, Edition, Page
from layouts.page.turning import on_paper
from layouts.paint.ofd.markup import Element, Ids, length, lengths, mm, put, root, sound
from layouts.paint.ofd.turning import frame_on_paper

CREATOR = "Banxin 版心"

UNDATED = "1970-01-01"
"""An annotation has to say when it was changed last, also in an issue without a day."""


class Spot(NamedTuple):
    """A place to go to: a page by its number in the document, and where on it, millimetres."""

    page: str
    left: float
    top: float


def spots(edition: Edition, page_ids: Sequence[str]) -> dict[str, Spot]:
    """Where every anchor is, by its name."""
    found: dict[str, Spot] = {}
    for page, number in zip(edition.pages, page_ids, strict=True):
        for anchor in page.anchors:
            left, top = on_paper(page, anchor.x, anchor.y)
            found[anchor.name] = Spot(number, mm(left), mm(top))
    return found


def put_outline(
    document: Element, bookmarks: Sequence[Bookmark], places: Mapping[str, Spot]
) -> None:
    """The bookmarks as a tree; one without another above it hangs on what there is."""
    path = [put(document, "Outlines")]
    for bookmark in bookmarks:
        del path[bookmark.level + 1 :]
        entry = put(path[-1], "OutlineElem", Title=sound(bookmark.title))
        _put_jump(put(entry, "Actions"), places[bookmark.anchor])
        path.append(entry)


def page_links(page: Page, places: Mapping[str, Spot], edition: Edition, ids: Ids) -> Element:
    """The links of a page: each an annotation that draws nothing."""
    made = root("PageAnnot")
    day = edition.date.isoformat() if edition.date is not None else UNDATED
    for link in page.links:
        noted = put(
            made,
            "Annot",
            ID=ids.new(),
            Type="Link",
            Creator=CREATOR,
            LastModDate=day,
            Print="false",
        )
        whole = frame_on_paper(page, link)
        shown = put(noted, "Appearance", Boundary=lengths(*map(mm, whole)))
        for part in link.frames or (link,):
            frame = frame_on_paper(page, part)
            # counted from the corner of the whole
            frame = frame._replace(x=frame.x - whole.x, y=frame.y - whole.y)
            _put_area(shown, frame, link, places, ids)
    return made


def _put_area(
    shown: Element, frame: Frame, link: Link, places: Mapping[str, Spot], ids: Ids
) -> None:
    """A rectangle without stroke and fill: it answers where it stands (8.5, 14.1)."""
    width, height = length(mm(frame.width)), length(mm(frame.height))
    area = put(
        shown,
        "PathObject",
        ID=ids.new(),
        Boundary=f"{lengths(mm(frame.x), mm(frame.y))} {width} {height}",
        Stroke="false",
        Fill="false",
    )
    actions = put(area, "Actions")
    if link.uri:
        put(put(actions, "Action", Event="CLICK"), "URI", URI=sound(link.uri))
    else:
        _put_jump(actions, places[link.target])
    put(area, "AbbreviatedData", f"M 0 0 L {width} 0 L {width} {height} L 0 {height} C")


def _put_jump(actions: Element, spot: Spot) -> None:
    """Go to a place and keep the reader's zoom."""
    goto = put(put(actions, "Action", Event="CLICK"), "Goto")
    place = {"Left": length(spot.left), "Top": length(spot.top)}
    put(goto, "Dest", Type="XYZ", PageID=spot.page, **place)
