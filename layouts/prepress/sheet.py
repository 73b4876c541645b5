"""The sheet that a page is printed on: trim, bleed and slug (ISO 32000-1 14.11.2), and what touches
the trim drawn out into the bleed.

Points; x and y as on the page, from its top left corner, y downwards: what lies outside the trim
has negative ones or larger than the page.
"""

from __future__ import annotations

from typing import NamedTuple

from msgspec.structs import replace

from layouts.page.bleeding import EdgeBox, frame_box, grown_to, over_trim
from layouts.page.item import Box, Picture, Rule
from layouts.page.page import Page
from layouts.page.turning import upright_of
from layouts.pdf.syntax import rectangle
from layouts.prepress.preset import Preset
from layouts.units import mm

MARK_DISTANCE = mm(3)
"""From the trim to its marks at least, where the bleed is narrower: a cut off by 2 mm must not show
them.
"""

SLUG = mm(10)
"""Room for marks around the bleed."""


class Edges(NamedTuple):
    """A length at each edge."""

    left: float = 0.0
    top: float = 0.0
    right: float = 0.0
    bottom: float = 0.0


class Sheet(NamedTuple):
    """The page's size, its bleed, and where marks begin and the sheet ends, all measured outward
    from the trim.
    """

    width: float
    height: float
    bleed: Edges = Edges()
    marks: Edges | None = None
    margin: Edges = Edges()

    @property
    def boxes(self) -> dict[str, str]:
        """MediaBox, BleedBox and TrimBox; the sheet's lower left corner is the origin of the
        PDF.
        """
        left, foot = self.margin.left, self.margin.bottom
        bleed = self.bleed
        return {
            "MediaBox": rectangle(
                0, 0, left + self.width + self.margin.right, foot + self.height + self.margin.top
            ),
            "BleedBox": rectangle(
                left - bleed.left,
                foot - bleed.bottom,
                left + self.width + bleed.right,
                foot + self.height + bleed.top,
            ),
            "TrimBox": rectangle(left, foot, left + self.width, foot + self.height),
        }


def sheet_of(page: Page, preset: Preset) -> Sheet:
    """The sheet for a page."""
    bleed = Edges(*map(mm, preset.bleed))
    if not preset.marks:
        return Sheet(page.width, page.height, bleed, None, bleed)
    away = mm(preset.mark_offset)
    marks = Edges(*(max(edge + away, MARK_DISTANCE) for edge in bleed))
    return Sheet(page.width, page.height, bleed, marks, Edges(*(edge + SLUG for edge in marks)))


def bled(page: Page, sheet: Sheet) -> Page:
    """The page with all that touches the trim drawn out to the end of the bleed."""
    if not any(sheet.bleed):
        return page
    if page.turned:
        # a table that is turned stands in the type area; what is upright may reach the trim
        return replace(page, upright=bled(upright_of(page), sheet))
    # a drawing has nothing more to show at its edges
    drawn = Page(
        page.number,
        page.width,
        page.height,
        page.lines,
        links=page.links,
        anchors=page.anchors,
        shapes=page.shapes,
    )
    drawn.boxes = [_bled_box(box, sheet) for box in page.boxes]
    drawn.pictures = [_bled_picture(picture, sheet) for picture in page.pictures]
    drawn.rules = [_bled_rule(rule, sheet) for rule in page.rules]
    return drawn


def _drawn_out(frame: EdgeBox, sheet: Sheet) -> EdgeBox:
    return over_trim(frame, sheet.width, sheet.height, sheet.bleed)


def _bled_box(box: Box, sheet: Sheet) -> Box:
    frame = _drawn_out(EdgeBox(box.x, box.y, box.x + box.width, box.y + box.height), sheet)
    return box._replace(
        x=frame.left, y=frame.top, width=frame.right - frame.left, height=frame.bottom - frame.top
    )


def _bled_rule(rule: Rule, sheet: Sheet) -> Rule:
    """An upright or level rule is drawn out as the rectangle it covers; a slanting one stays."""
    half = rule.width / 2
    if rule.y0 == rule.y1:
        left, right = sorted((rule.x0, rule.x1))
        frame = _drawn_out(EdgeBox(left, rule.y0 - half, right, rule.y0 + half), sheet)
        middle = (frame.top + frame.bottom) / 2
        return rule._replace(
            x0=frame.left, x1=frame.right, y0=middle, y1=middle, width=frame.bottom - frame.top
        )
    if rule.x0 == rule.x1:
        top, bottom = sorted((rule.y0, rule.y1))
        frame = _drawn_out(EdgeBox(rule.x0 - half, top, rule.x0 + half, bottom), sheet)
        middle = (frame.left + frame.right) / 2
        return rule._replace(
            y0=frame.top, y1=frame.bottom, x0=middle, x1=middle, width=frame.right - frame.left
        )
    return rule


def _bled_picture(picture: Picture, sheet: Sheet) -> Picture:
    return grown_to(picture, _drawn_out(frame_box(picture), sheet))
