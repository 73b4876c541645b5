"""Objects of a page that is turned by a quarter (`layouts.page.turning`): each by a matrix of its
own, for OFD turns neither a page nor a layer (GB/T 33190-2016 8.5).
"""

from __future__ import annotations

from layouts.page.hit import Rect
from layouts.page.item import Frame, Link
from layouts.page.page import Page
from layouts.page.turning import box_on_paper
from layouts.paint.ofd.markup import Element, lengths, mm

_AS_IT_IS = "1 0 0 1 0 0"


def turn(placed: Element, page: Page) -> None:
    """Bring an object from the frame of a turned page onto its paper, counter-clockwise: its
    boundary, and by its matrix what stands in that.
    """
    left, top, width, height = map(float, placed.attrib["Boundary"].split())
    placed.set("Boundary", lengths(top, mm(page.height) - left - width, height, width))
    a, b, c, d, e, f = map(float, placed.get("CTM", _AS_IT_IS).split())
    # a point at (x, y) of the boundary is at (y, width - x) of the turned one
    placed.set("CTM", lengths(b, -a, d, -c, f, width - e))


def frame_on_paper(page: Page, frame: Link | Frame) -> Frame:
    """What a link or a part of one takes of the paper, points."""
    box = Rect(frame.x, frame.y, frame.x + frame.width, frame.y + frame.height)
    box = box_on_paper(page, box)
    return Frame(box.left, box.top, box.right - box.left, box.bottom - box.top)
