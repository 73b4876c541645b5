"""Pages that stand turned by a quarter (横排转页): where on the paper is what stands on them.

The items of such a page stand in a frame as wide as the paper is high, which is turned
counter-clockwise: heads point to the left edge of the paper, to the fore-edge of left pages and the
fold of right ones (表若卧排，应顶左底右: what journals in China ask of their authors). What keeps
upright there, as page numbers do, is a page of its own over them.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from layouts.page.hit import Rect
from layouts.page.item import Line
from layouts.page.page import Page


def upright_part(page: Page) -> Page:
    """Where what is upright on a page is put: the page itself or, over one that is turned, a sheet
    that has no number.
    """
    if not page.turned:
        return page
    if page.upright is None:
        page.upright = Page(0, page.width, page.height)
    return page.upright


def upright_of(page: Page) -> Page:
    """What is upright on a page: the page itself or, of one that is turned, what is over it."""
    if not page.turned:
        return page
    return page.upright if page.upright is not None else Page(0, page.width, page.height)


def all_lines(page: Page) -> Iterable[Line]:
    """The lines of a page, those that keep upright on one that is turned last."""
    return page.lines if page.upright is None else chain(page.lines, page.upright.lines)


def on_paper(page: Page, x: float, y: float) -> tuple[float, float]:
    """A point among the items of a page as a point of its paper, from its top left corner."""
    return (y, page.height - x) if page.turned else (x, y)


def off_paper(page: Page, x: float, y: float) -> tuple[float, float]:
    """A point of the paper among the items of its page."""
    return (page.height - y, x) if page.turned else (x, y)


def box_on_paper(page: Page, box: Rect) -> Rect:
    """A rectangle among the items of a page as one of its paper."""
    if not page.turned:
        return box
    return Rect(box.top, page.height - box.right, box.bottom, page.height - box.left)


def box_off_paper(page: Page, box: Rect) -> Rect:
    """A rectangle of the paper among the items of its page."""
    if not page.turned:
        return box
    return Rect(page.height - box.bottom, box.left, page.height - box.top, box.right)
