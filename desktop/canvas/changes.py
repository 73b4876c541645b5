"""Where a page looks otherwise than the page it replaces: lines typed into, a photo dragged."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from difflib import SequenceMatcher

from PySide6.QtCore import QRectF

from desktop.canvas.shapes import Item, extent
from fonts.catalogue import Catalogue
from layouts.page.item import ArtShape, Line, Picture
from layouts.page.page import Page

GAP = 14.0
"""Points between areas up to which they are painted as one: lines of a paragraph, which would each
paint parts of their neighbours.
"""

MOST = 40
"""From so many changed items on the page is painted whole: measuring each would take as long."""


def changed_areas(old: Page, new: Page, catalogue: Catalogue) -> list[QRectF]:
    """Rectangles outside of which two pages of one size look the same, points; none of them
    overlap.
    """
    if old.turned != new.turned or new.turned:
        # few pages are, and what is upright on them is measured otherwise
        return [] if old == new else [QRectF(0, 0, new.width, new.height)]
    kinds: tuple[tuple[Sequence[Item], Sequence[Item]], ...] = (
        (old.boxes, new.boxes),
        (old.pictures, new.pictures),
        (old.rules, new.rules),
        (old.shapes, new.shapes),
        (old.lines, new.lines),
    )
    changed = [item for before, after in kinds for item in _changed(before, after)]
    if len(changed) > MOST:
        return [QRectF(0, 0, new.width, new.height)]
    return bands(extent(item, catalogue) for item in changed)


def bands(areas: Iterable[QRectF]) -> list[QRectF]:
    """Few rectangles that hold many: those at one height, or nearly, become one."""
    out: list[QRectF] = []
    for area in sorted(areas, key=QRectF.top):
        if area.isEmpty():
            continue
        if out and area.top() <= out[-1].bottom() + GAP:
            out[-1] = out[-1].united(area)
        else:
            out.append(area)
    return out


def _changed(old: Sequence[Item], new: Sequence[Item]) -> list[Item]:
    """The items of both pages that the other has not, or has in another order: what is painted
    later lies on top.
    """
    before, after = [_look(item) for item in old], [_look(item) for item in new]
    # one comparison in C, true of all kinds but one or two
    if before == after:
        return []
    out: list[Item] = []
    for what, i0, i1, j0, j1 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if what != "equal":
            out += old[i0:i1]
            out += new[j0:j1]
    return out


def _look(item: Item) -> Hashable:
    """What of an item is to be seen: not which article it belongs to, which changes with every
    article added before it.
    """
    match item:
        case Line():
            return item.runs
        case Picture():
            frame = item.x, item.y, item.width, item.height
            return *frame, item.key, item.crop, item.ink, item.behind
        case ArtShape():
            return item.fills, item.behind
        case _:
            return item
