"""One page as a part of the document: its area, and a layer with everything on it in the order of
painting (GB/T 33190-2016 7.7).
"""

from __future__ import annotations

from collections.abc import Mapping

from layouts.page.item import ArtShape, Box, Picture, Rule
from layouts.page.page import Drawn, Page, under_lines
from layouts.page.turning import upright_of
from layouts.paint.ofd.fonts import OfdFont
from layouts.paint.ofd.markup import Element, Ids, lengths, mm, put, root
from layouts.paint.ofd.paths import put_box, put_rule, put_shape
from layouts.paint.ofd.pictures import OfdPhoto, ShownKey, put_picture
from layouts.paint.ofd.text import put_line
from layouts.paint.ofd.turning import turn

Fonts = Mapping[str, OfdFont]
Photos = Mapping[ShownKey, OfdPhoto]


def page_part(page: Page, fonts: Fonts, photos: Photos, ids: Ids) -> Element:
    """A page: boxes, pictures, rules, lines; over one that is turned what keeps upright."""
    made = root("Page")
    put_area(made, "Area", page)
    layer = put(put(made, "Content"), "Layer", ID=ids.new(), Type="Body")
    _put_items(layer, page, fonts, photos, ids)
    if page.turned:
        for placed in layer:
            turn(placed, page)
        _put_items(layer, upright_of(page), fonts, photos, ids)
    return made


def put_area(parent: Element, name: str, page: Page) -> None:
    """How large a page is (7.5, CT_PageArea)."""
    box = lengths(0.0, 0.0, mm(page.width), mm(page.height))
    put(put(parent, name), "PhysicalBox", box)


def _put_items(layer: Element, page: Page, fonts: Fonts, photos: Photos, ids: Ids) -> None:
    for item in under_lines(page):
        _put_item(layer, item, photos, ids)
    for line in page.lines:
        put_line(layer, line, fonts, ids)


def _put_item(layer: Element, item: Drawn, photos: Photos, ids: Ids) -> None:
    match item:
        case Box():
            put_box(layer, item, ids)
        case Picture():
            put_picture(layer, item, photos, ids)
        case Rule():
            put_rule(layer, item, ids)
        case ArtShape():
            put_shape(layer, item, ids)
