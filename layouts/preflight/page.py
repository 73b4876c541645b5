"""What is wrong with a page as it stands: overset, too near the trim, no bleed, an unhappy end."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from msgspec.structs import replace

from layouts.errors import Finding
from layouts.house.layout import Grid
from layouts.messages.preflight_pages import (
    BLEED_MISSING,
    BLEED_SHORT,
    HEADING_LAST,
    LAST_PAGE_SHORT,
    LINE_RAGGED,
    NOTE_ELSEWHERE,
    PAGES_DO_NOT_FOLD,
    TEXT_NEAR_TRIM,
    TEXT_OVER_FOOT,
    TEXT_OVER_TRIM,
)
from layouts.page.hit import CONTENTS_ROLES, Rect, ink_box
from layouts.page.item import RUNNING_HEAD, ArtShape, Box, Line, Picture
from layouts.page.measures import COLOPHON, TypeArea, fill, page_runs
from layouts.page.note_links import ENDNOTE, sign_of
from layouts.page.page import Page
from layouts.page.turning import box_off_paper, upright_of
from layouts.preflight.codes import found
from layouts.prepress.sheet import Edges, Sheet, bled
from layouts.units import mm

SAFE = mm(5)
"""No text nearer to the trim: guillotines are off by up to 2 mm."""

BLEED = mm(3)
"""What the printer cuts away, where a preset says nothing else."""

TOUCH = 1.0
"""Points from the trim within which something is meant to reach it."""

HAIR = 0.1
"""Points that nobody could cut."""

ENLARGED = 0.001
"""A photo that is drawn larger by no more is not said to be."""

LEAST_FILL = 0.7
FOLD = 4

_HEADINGS = frozenset(
    {"section", "headline", "subheading-1", "subheading-2", "subheading-3", "subheading-4"}
)


Gaps = tuple[float, float, float, float]
"""Points inside an edge, negative outside: at the left, top, right and bottom."""


class Trim(NamedTuple):
    """How pages are cut: the bleed that a cut needs at each edge, and the one that the painter
    draws to, in points.
    """

    wanted: Edges = Edges(BLEED, BLEED, BLEED, BLEED)
    drawn: Edges = Edges(BLEED, BLEED, BLEED, BLEED)


def inspect_page(
    page: Page, grid: Grid, trim: Trim | None, *, last: bool, notes_at_foot: bool = False
) -> Iterator[Finding]:
    """What is wrong with one page. `trim` is None where nobody cuts it; `notes_at_foot` where the
    notes of its words are to stand on it.
    """
    yield from _overset(page, grid)
    if page.turned:
        yield from _near_trim(page)
        # what keeps upright has no number of its own
        upright = replace(upright_of(page), number=page.number)
        wrong = _inspect_upright(upright, grid, trim, last=last)
        yield from (_in_frame(page, finding) for finding in wrong)
    else:
        yield from _inspect_upright(page, grid, trim, last=last)
    yield from _ragged(page)
    if notes_at_foot:
        yield from _notes_elsewhere(page)


def _inspect_upright(page: Page, grid: Grid, trim: Trim | None, *, last: bool) -> Iterator[Finding]:
    yield from _near_trim(page)
    if trim is not None:
        yield from _without_bleed(page, trim)
    if not last:
        yield from _heading_last(page, grid)


def _in_frame(page: Page, finding: Finding) -> Finding:
    """What was found upright on a turned page, its box among the items of that."""
    if finding.box is None:
        return finding
    return replace(finding, box=_box(box_off_paper(page, Rect(*finding.box))))


def _overset(page: Page, grid: Grid) -> Iterator[Finding]:
    """Text that runs over the foot of the type area."""
    edge = grid.left + grid.area_width if page.turned else grid.top + grid.area_height
    foot = edge + 0.5 * (grid.leading - grid.size)
    over = next(
        (
            line
            for line in page.lines
            if line.y > foot and (line.article is not None or line.role in CONTENTS_ROLES)
        ),
        None,
    )
    if over is not None:
        yield found(
            "overset",
            "error",
            *TEXT_OVER_FOOT(text=over.text[:12]),
            over.text,
            source=over.source,
            page=page.number,
            box=_box(ink_box(over)),
        )


def _in_thumb(line: Line, page: Page) -> bool:
    """Whether a line is the name in a thumb mark: on a ground at the trim, where that belongs."""
    return any(
        box.x <= line.x
        and line.x + line.width <= box.x + box.width + HAIR
        and box.y <= line.y <= box.y + box.height
        and (box.x < HAIR or box.x + box.width > page.width - HAIR)
        for box in page.boxes
    )


def _near_trim(page: Page) -> Iterator[Finding]:
    worst: tuple[float, Line, Rect] | None = None
    width, height = page.frame_width, page.frame_height
    for line in page.lines:
        if line.role == RUNNING_HEAD and _in_thumb(line, page):
            continue
        inside = line.x >= SAFE and line.x + line.width <= width - SAFE
        if inside and line.y - line.size >= SAFE and line.y + 0.2 * line.size <= height - SAFE:
            continue
        box = ink_box(line)
        room = min(box.left, box.top, width - box.right, height - box.bottom)
        if room < SAFE and (worst is None or room < worst[0]):
            worst = room, line, box
    if worst is None:
        return
    room, line, box = worst
    said = (
        TEXT_OVER_TRIM(text=line.text[:12])
        if room < 0
        else TEXT_NEAR_TRIM(text=line.text[:12], room=room / mm(1))
    )
    level = "error" if room < 0 else "warning"
    yield found(
        "text-near-trim",
        level,
        *said,
        f"{line.role}:{line.text}",
        source=line.source,
        page=page.number,
        box=_box(box),
    )


def _without_bleed(page: Page, trim: Trim) -> Iterator[Finding]:
    """Photos and tints that reach the trim and are not drawn out over it far enough: by the
    painter, or by the layout itself.
    """
    areas = [*page.pictures, *page.boxes, *page.shapes]
    touching = [number for number, area in enumerate(areas) if min(_gaps(area, page)) < TOUCH]
    if not touching:
        return
    sheet = bled(page, Sheet(page.width, page.height, trim.drawn))
    drawn = [*sheet.pictures, *sheet.boxes, *sheet.shapes]
    for number in touching:
        area, gaps = areas[number], _gaps(areas[number], page)
        if _stops_at_trim(gaps, _gaps(drawn[number], page), trim):
            yield _bare_edge(area, page)
        elif isinstance(area, Picture) and min(gaps) < -TOUCH:
            yield from _enlarged(area, sheet.pictures[number], min(gaps), page, trim)


def _enlarged(
    laid: Picture, drawn: Picture, gap: float, page: Page, trim: Trim
) -> Iterator[Finding]:
    """A photo over the trim that is drawn out further, and has no more to show there."""
    whole, larger = (one.width / (1 - one.crop[0] - one.crop[2]) for one in (laid, drawn))
    if larger <= whole * (1 + ENLARGED):
        return
    said = BLEED_SHORT(
        page=page.number,
        has=-gap / mm(1),
        wanted=max(trim.drawn) / mm(1),
        share=larger / whole - 1,
    )
    yield found(
        "bleed-short",
        "warning",
        *said,
        f"{page.number}:{laid.x:.0f},{laid.y:.0f}",
        source=laid.source,
        page=page.number,
        box=(laid.x, laid.y, laid.x + laid.width, laid.y + laid.height),
    )


def _stops_at_trim(laid: Gaps, drawn: Gaps, trim: Trim) -> bool:
    """Whether what was laid at an edge is not drawn as far over it as is wanted.

    The painter cuts off what is outside its bleed.
    """
    edges = zip(laid, drawn, trim.wanted, trim.drawn, strict=True)
    return any(gap < TOUCH and min(-out, end) < wanted - HAIR for gap, out, wanted, end in edges)


def _bare_edge(area: Picture | Box | ArtShape, page: Page) -> Finding:
    source = area.source if isinstance(area, Picture) else None
    box = area.x, area.y, area.x + area.width, area.y + area.height
    return found(
        "bleed-missing",
        "error",
        *BLEED_MISSING(page=page.number),
        f"{page.number}:{area.x:.0f},{area.y:.0f}",
        source=source,
        page=page.number,
        box=box,
    )


def _gaps(area: Picture | Box | ArtShape, page: Page) -> Gaps:
    """How far a photo or tint stays inside the trim at the left, top, right and bottom; negative
    where it reaches over it.
    """
    return area.x, area.y, page.width - area.x - area.width, page.height - area.y - area.height


def _heading_last(page: Page, grid: Grid) -> Iterator[Finding]:
    """A heading with nothing under it in its column."""
    lowest: dict[int, tuple[float, Line | None]] = {}
    step = grid.column_width + grid.gutter
    for line in page.lines:
        if line.article is not None or line.role == "section":
            column = int((line.x + line.width / 2 - grid.left) // step)
            if column not in lowest or line.y > lowest[column][0]:
                lowest[column] = line.y, line
    for picture in page.pictures:
        if picture.role:
            continue
        column = int((picture.x + picture.width / 2 - grid.left) // step)
        if column in lowest and picture.y + picture.height > lowest[column][0]:
            lowest[column] = picture.y + picture.height, None
    for _, line in lowest.values():
        if line is not None and line.role in _HEADINGS and not _has_text_under(line, page):
            yield found(
                "heading-last",
                "warning",
                *HEADING_LAST(heading=line.text[:16], page=page.number),
                line.text,
                source=line.source,
                page=page.number,
                box=_box(ink_box(line)),
            )


def _has_text_under(heading: Line, page: Page) -> bool:
    """Whether text stands under some of a heading: of one across columns, or in other columns than
    the layout's, it is under no middle.
    """
    right = heading.x + heading.width
    return any(
        line.article is not None
        and line.y > heading.y
        and line.role not in _HEADINGS
        and line.x < right
        and heading.x < line.x + line.width
        for line in page.lines
    )


def _ragged(page: Page) -> Iterator[Finding]:
    """Lines left short because what they hold is too little for their width: a long word or address
    beside them had no place to break.
    """
    for line in page.lines:
        if line.ragged:
            yield found(
                "line-ragged",
                "warning",
                *LINE_RAGGED(text=line.text[:16]),
                line.text,
                source=line.source,
                page=page.number,
                box=_box(ink_box(line)),
            )


def _notes_elsewhere(page: Page) -> Iterator[Finding]:
    """Signs of notes that begin on another page."""
    begun = {
        (line.article, sign_of(line.text))
        for line in page.lines
        if line.role == ENDNOTE and line.start == 0 and line.runs
    }
    for line in page.lines:
        for put in line.puts:
            sign = line.text[put.start : put.end]
            if put.note and (line.article, sign) not in begun:
                yield found(
                    "note-elsewhere",
                    "warning",
                    *NOTE_ELSEWHERE(sign=sign, page=page.number),
                    f"{line.article}:{sign}",
                    source=line.source,
                    page=page.number,
                    box=_box(ink_box(line)),
                )


def inspect_end(pages: tuple[Page, ...], grid: Grid, *, folded: bool) -> Iterator[Finding]:
    """How an issue ends: the count of its pages, and how full the last one is.

    What the colophon takes does not count.
    """
    count = len(pages)
    if folded and count % FOLD:
        blanks = -count % FOLD
        yield found(
            "pages-not-fold",
            "warning",
            *PAGES_DO_NOT_FOLD(
                count=count, blanks=blanks, added="page is" if blanks == 1 else "pages are"
            ),
            str(count),
            page=count,
        )
    if count < 2:
        return
    area = TypeArea(
        grid.top,
        grid.area_height,
        tuple((grid.column_left(k), grid.column_width) for k in range(grid.columns)),
    )
    runs = page_runs(pages[-1], area)
    room = min((run.top for run in runs if run.article == COLOPHON), default=1.0)
    full = fill(runs, grid.columns)
    if full < LEAST_FILL * room and any(run.article != COLOPHON for run in runs):
        yield found("last-page-short", "warning", *LAST_PAGE_SHORT(full=full), "", page=count)


def _box(rect: Rect) -> tuple[float, float, float, float]:
    return rect.left, rect.top, rect.right, rect.bottom
