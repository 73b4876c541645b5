"""How the caret goes up and down where boxes stand in the text: through the lines of a box once it
is in one, past those beside it.
"""

from __future__ import annotations

from collections.abc import Sequence

from layouts.page.hit import area_frame, is_in_area
from layouts.page.item import Line
from layouts.page.page import Page


def past_boxes(page: Page, candidates: Sequence[int], start: Line, x: float) -> list[int]:
    """Of the lines that a caret at x may go to from a line those that it does go to: lines of the
    same box where it is in one, else those of no box, or of one that stands over or under x.
    """
    inside = _area_of(page, start)
    if inside is not None:
        own = [k for k in candidates if _area_of(page, page.lines[k]) == inside]
        if own:
            return own
        frame = area_frame(page.areas[inside])
        # what stands beside the box is neither over nor under it
        candidates = [k for k in candidates if not frame.top <= page.lines[k].y <= frame.bottom]
    return [k for k in candidates if _is_under(page, k, x)]


def _is_under(page: Page, line: int, x: float) -> bool:
    area = _area_of(page, page.lines[line])
    if area is None:
        return True
    frame = area_frame(page.areas[area])
    return frame.left <= x <= frame.right


def _area_of(page: Page, line: Line) -> int | None:
    return next((k for k, area in enumerate(page.areas) if is_in_area(line, area)), None)
