"""What must hold of every edition, whatever was composed: each rule gives the places that break
it.
"""

from __future__ import annotations

import itertools
import math
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from box_audit import is_across, is_boxed
from composing import Standing, standing

from fonts.catalogue import Catalogue
from layouts.flow.other_columns import in_columns
from layouts.house.layout import Grid, Layout
from layouts.house.text_style import Prohibition
from layouts.issue.issue import Issue
from layouts.page.hit import Rect, ink_box
from layouts.page.item import GlyphRun, Line, Picture
from layouts.page.page import Edition, Page
from layouts.paint.usage import spans

HAIR = 1e-4
"""Points that sums may differ by."""

START = "，。、；：！？．’”）》〉】〗〕］｝」』·‧・–～‼⁇⁈⁉"
"""GB/T 15834 5.1.1, 5.1.2, 5.1.4, 5.1.7, 5.1.8: these start no line."""

END = "‘“（《〈【〖〔［｛「『"
"""GB/T 15834 5.1.3: these end no line."""

FORBIDDEN_START = {
    Prohibition.NONE: "",
    Prohibition.BASIC: START,
    Prohibition.GB: START + "/",
    Prohibition.STRICT: START + "/—…⸺",
}
FORBIDDEN_END = {
    Prohibition.NONE: "",
    Prohibition.BASIC: END,
    Prohibition.GB: END + "/",
    Prohibition.STRICT: END + "/",
}

GRID_ROLES = (
    "body",
    "note",
    "byline",
    "subheading-1",
    "subheading-2",
    "subheading-3",
    "subheading-4",
)
"""Text that takes one row of the grid a line."""

FLOWING = (*GRID_ROLES, "headline", "section", "table", "pull-quote")


def lines_of(edition: Edition, *roles: str) -> Iterator[tuple[Page, Line]]:
    """The lines of some roles in reading order."""
    for page in edition.pages:
        for line in page.lines:
            if line.role in roles:
                yield page, line


def flowing_lines(edition: Edition) -> Iterator[tuple[Page, Line]]:
    """The lines of sections and articles in reading order, without what stands in frames of its own
    beside them.
    """
    for page, line in lines_of(edition, *FLOWING):
        if not is_boxed(page, line) and not is_across(page, line):
            yield page, line


def flowing_text(edition: Edition) -> str:
    """The text of sections and articles in reading order, spaces aside, captions and running parts
    left out.
    """
    return spaceless("".join(own_text(line) for _, line in flowing_lines(edition)))


def own_text(line: Line, start: int = 0, end: int | None = None) -> str:
    """The characters of a line that its source has: no labels, no signs of notes."""
    text = line.text if end is None else line.text[:end]
    for put in reversed(line.puts):
        text = text[: put.start] + "\0" * (min(put.end, len(text)) - put.start) + text[put.end :]
    return text[start:].replace("\0", "")


def titles(edition: Edition) -> list[tuple[str, int]]:
    """The headlines as set, their lines joined, each with its page."""
    found: dict[int | None, tuple[str, int]] = {}
    for page, line in lines_of(edition, "headline"):
        text, number = found.get(line.article, ("", page.number))
        found[line.article] = (text + line.text, number)
    return list(found.values())


def captions(edition: Edition) -> list[str]:
    """The captions of photos, in reading order."""
    found: dict[tuple[int, str], str] = defaultdict(str)
    for page, line in lines_of(edition, "caption"):
        found[page.number, str(line.source)] += line.text
    return [spaceless(text) for text in found.values()]


def spaceless(text: str) -> str:
    """A text without what layout replaces."""
    return "".join(text.split())


def run_text(line: Line) -> str:
    return "".join(run.text for run in line.runs)


def lines_unlike_their_runs(edition: Edition) -> list[str]:
    """Lines whose glyph runs do not show the line's text, each character once and in order.

    What shows nothing by nature is none of it.
    """
    return [
        f"p{page.number} {line.text!r} shows {run_text(line)!r}"
        for page in edition.pages
        for line in page.lines
        if visible(run_text(line)) != visible(line.text)
    ]


_UNSEEN = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufe00-\ufe0f\uffa0\ufff0-\ufff8\U000e0000-\U000e0fff]"
)


def visible(text: str) -> str:
    """The characters of a text that a reader would miss: no spaces, controls, format characters,
    selectors or fillers.
    """
    return _UNSEEN.sub(
        "",
        "".join(
            char
            for char in text
            if not char.isspace() and unicodedata.category(char) not in ("Cc", "Cf")
        ),
    )


def not_printed(edition: Edition, catalogue: Catalogue) -> list[str]:
    """Visible characters that stand over no ink: .notdef, a blank, or a base without all its
    marks.
    """
    return [
        f"p{page.number} {line.role} {line.text!r}: {text!r}"
        for page in edition.pages
        for line in page.lines
        for text in without_ink(line.runs, catalogue)
    ]


def without_ink(runs: Iterable[GlyphRun], catalogue: Catalogue) -> Iterator[str]:
    """The texts of some runs that are not printed whole.

    A base and its marks may be one glyph, but not that of the base alone.
    """
    for run in runs:
        face = catalogue.face(run.face)
        for span in spans(run):
            glyphs = [ord(glyph) for glyph in run.glyphs[span.start : span.end]]
            inked = [glyph for glyph in glyphs if any(face.ink(glyph))]
            shown = visible(span.text)
            bare = (
                len(shown) > 1
                and bool(unicodedata.combining(shown[1]))
                and inked == [face.glyph(shown[0])]
            )
            if shown and (0 in glyphs or not inked or bare):
                yield span.text


def runs_unlike_their_glyphs(edition: Edition) -> list[str]:
    """Runs whose clusters do not share out their text."""
    bad: list[str] = []
    for page in edition.pages:
        for line in page.lines:
            for run in line.runs:
                whole = run.clusters is None and len(run.glyphs) == len(run.text)
                shared = (
                    run.clusters is not None
                    and len(run.clusters) == len(run.glyphs) + 1
                    and run.clusters[-1] == len(run.text)
                )
                if not (whole or shared) or "\0" in run.glyphs:
                    bad.append(f"p{page.number} {run.text!r} has {len(run.glyphs)} glyphs")
    return bad


def off_grid(edition: Edition, layout: Layout) -> list[str]:
    """Text whose baseline is on no row of the grid; editor's notes, and sub-headings with half a row
    above and below, may stand half a row lower, and a drop initial begins level with the characters
    of its row.
    """
    grid = layout.grid
    bad: list[str] = []
    for page, line in lines_of(edition, *GRID_ROLES):
        row = (line.y - grid.top - grid.ascent) / grid.leading
        if line.role == "body" and line.size > layout.styles["body"].size + HAIR:
            row = (line.y - grid.top - grid.rise(line.size)) / grid.leading
        aired = line.role == "note" or (
            line.role.startswith("subheading") and layout.styles[line.role].before > 0
        )
        steps = 2 if aired else 1
        off = abs(row * steps - round(row * steps)) * grid.leading
        if off > HAIR or not 0 <= round(row) < grid.rows:
            bad.append(
                f"p{page.number} {line.role} {line.text!r} stands on row {row:.4f} of {grid.rows}"
            )
    return bad


def glyphs_of(line: Line, catalogue: Catalogue) -> list[Standing]:
    return standing(line.runs, catalogue)


def _grids(issue: Issue, grid: Grid, layout: Layout) -> list[Grid]:
    """The grid that each article of an issue stands on."""
    return [
        in_columns(
            grid,
            section.columns or grid.columns,
            layout.boxed.padding * grid.size if article.boxed else 0.0,
        )
        if section.columns not in {0, grid.columns} or article.boxed
        else grid
        for section in issue.sections
        for article in section.articles
    ]


def out_of_slot(
    edition: Edition,
    layout: Layout,
    catalogue: Catalogue,
    overhang: float = 0.06,
    issue: Issue | None = None,
) -> list[str]:
    """Flowing glyphs whose ink leaves the line's slot by more than `overhang` em, or slots that
    leave their column; of an `issue` that of their section, or in the frame of their article.
    """
    grid = layout.grid
    grids = _grids(issue, grid, layout) if issue is not None else []
    bad: list[str] = []
    for page, line in lines_of(edition, *FLOWING, "caption"):
        right = line.x + line.width
        own = grids[line.article] if grids and line.article is not None else grid
        columns = [
            (own.column_left(k), own.column_left(k) + own.column_width) for k in range(own.columns)
        ]
        area = own.left, own.left + own.area_width
        if grids and line.role == "section":
            continue  # it bears no article, whose grid it stands on
        slots = columns
        if line.role in ("section", "headline", "subtitle"):  # which may stand across columns
            slots = [*columns, area]
        elif line.role == "caption":  # as photos at the head or foot of some columns, or on a page
            page_area = grid.left, grid.left + grid.area_width
            slots = [
                page_area,
                *((left, end) for k, (left, _) in enumerate(columns) for _, end in columns[k:]),
            ]
        inside = any(left - HAIR <= line.x and right <= end + HAIR for left, end in slots)
        # a pull quote may stand between two columns, a table go across them
        if not inside and not is_boxed(page, line) and not is_across(page, line):
            bad.append(
                f"p{page.number} {line.role} {line.text!r}: slot {line.x:.3f}–{right:.3f} leaves its column"
            )
        give = overhang * line.size + HAIR
        end = right + (HUNG * line.size if hangs(line, layout) else 0.0)
        for glyph in glyphs_of(line, catalogue):
            if not glyph.blank and (glyph.left < line.x - give or glyph.right > end + give):
                bad.append(
                    f"p{page.number} {line.role} {line.text!r}: {glyph.text!r} {glyph.left:.3f}–{glyph.right:.3f} of {line.x:.3f}–{right:.3f}"
                )
                break
    return bad


HUNG = 0.5
"""Em that a hung mark reaches out of its line: one pause or stop, whose right half is blank."""


def hangs(line: Line, layout: Layout) -> bool:
    """Whether a line ends in a mark that may hang: alone, in body text, where the layout lets it."""
    text = _UNSEEN.sub("", line.text)
    return (
        line.role == "body"
        and layout.punctuation.hang
        and bool(
            re.search(
                "[^“‘《〈（【〖〔［｛「『”’》〉）】〗〕］｝」』。．！？，、；：·—…][，。、；：！？．]$",
                text,
            )
        )
    )


def overlapping(glyphs: list[Standing], give: float = 0.05) -> list[str]:
    """Neighbours on a line whose ink meets: by more than `give` em, and not inside one Latin run or
    dash.
    """
    bad: list[str] = []
    # marks stand over others
    inked = [
        glyph
        for glyph in glyphs
        if not glyph.blank and not unicodedata.combining(glyph.text[:1] or " ")
    ]
    for before, after in itertools.pairwise(inked):
        kerned = before.face == after.face and (
            before.face.startswith("latin") or before.text == after.text == "—"
        )
        if not kerned and before.right > after.left + give * before.size + HAIR:
            bad.append(
                f"{before.text!r} reaches {before.right:.3f}, {after.text!r} begins {after.left:.3f}"
            )
    return bad


def overlaps(edition: Edition, catalogue: Catalogue) -> list[str]:
    """Lines in which the ink of neighbouring glyphs meets."""
    return [
        f"p{page.number} {line.text!r}: {problem}"
        for page in edition.pages
        for line in page.lines
        # what stands above the words meets nothing of the line, and itself nowhere
        for glyphs in _rows_of(line, catalogue)
        for problem in overlapping(glyphs)
    ]


def _rows_of(line: Line, catalogue: Catalogue) -> tuple[list[Standing], list[Standing]]:
    """The glyphs of a line, and those of the readings above it."""
    glyphs = glyphs_of(line, catalogue)
    high = line.y - 0.8 * line.size
    return [one for one in glyphs if one.y > high], [one for one in glyphs if one.y <= high]


def bodies_crossing(edition: Edition) -> list[str]:
    """Flowing lines of one page whose slots overlap on one baseline."""
    bad: list[str] = []
    for page in edition.pages:
        rows: dict[int, list[Line]] = defaultdict(list)
        for line in page.lines:
            if line.role in GRID_ROLES:
                rows[round(line.y * 100)].append(line)
        for lines in rows.values():
            lines.sort(key=lambda line: line.x)
            bad += [
                f"p{page.number} {a.text!r} and {b.text!r} share a place"
                for a, b in itertools.pairwise(lines)
                if a.x + a.width > b.x + HAIR
            ]
    return bad


def in_photos(
    edition: Edition, layout: Layout, catalogue: Catalogue, standoff: float | None = None
) -> list[str]:
    """Glyphs of flowing text that come nearer to a photo than its standoff (em; the layout's own
    where None), and pictures that meet.
    """
    keep = ((layout.photo.standoff if standoff is None else standoff) - 0.06) * layout.grid.size
    bad: list[str] = []
    for page in edition.pages:
        for k, picture in enumerate(page.pictures):
            bad += [
                f"p{page.number} {line.role} {line.text!r} stands in a photo"
                for line in page.lines
                if line.role in FLOWING
                and _reaches(line, picture)
                and _is_within(line, picture, keep, catalogue)
            ]
            bad += [
                f"p{page.number}: two photos overlap"
                for other in page.pictures[k + 1 :]
                if _meet(picture, other)
            ]
    return bad


def credits_over_text(edition: Edition) -> list[str]:
    """Lines that say who took a photo and share a place with another text, or with a photo where
    they have no ground of their own.
    """
    bad: list[str] = []
    for page in edition.pages:
        others = [(line.text, _em_box(line)) for line in page.lines if line.role != "credit"]
        photos = [
            ("a photo", Rect(one.x, one.y, one.x + one.width, one.y + one.height))
            for one in page.pictures
            if not one.role
        ]
        # a photo that takes all of a page has its words on a ground: a stroke as wide as they are
        grounds = [
            Rect(rule.x0, rule.y0 - rule.width / 2, rule.x1, rule.y1 + rule.width / 2)
            for rule in page.rules
            if rule.y0 == rule.y1
        ]
        for line in page.lines:
            if line.role == "credit":
                bad += [
                    f"p{page.number} {line.text!r} stands in {text!r}"
                    for text, other in (*others, *(() if _lies_on(line, grounds) else photos))
                    if _share(_em_box(line), other)
                ]
    return bad


def _lies_on(line: Line, grounds: list[Rect]) -> bool:
    box = _em_box(line)
    return any(
        one.left <= box.left
        and box.right <= one.right + HAIR
        and one.top <= box.top
        and box.bottom <= one.bottom
        for one in grounds
    )


def _em_box(line: Line) -> Rect:
    """Where the characters of a line stand, their em high."""
    box = ink_box(line)
    return Rect(box.left, line.y - 0.88 * line.size, box.right, line.y + 0.12 * line.size)


def _share(a: Rect, b: Rect) -> bool:
    return (
        a.left < b.right - HAIR
        and b.left < a.right - HAIR
        and a.top < b.bottom - HAIR
        and b.top < a.bottom - HAIR
    )


class Keeps(NamedTuple):
    """How far text keeps from a contour, points."""

    left: float
    top: float
    right: float
    foot: float


def near_contours(edition: Edition, keep: Keeps) -> list[str]:
    """Flowing text whose em boxes come nearer to the contour of a photo than `keep`: the ellipse of
    these distances round a point of it, sampled every half point, reaches into the box.
    """
    bad: list[str] = []
    for page in edition.pages:
        points = [point for picture in page.pictures for point in _sampled(picture)]
        for line in page.lines if points else ():
            if line.role not in GRID_ROLES or not line.runs:
                continue
            # of what is set, not of the slot: the last line of a paragraph is shorter
            left, right = line.runs[0].x, line.x + line.width
            top, foot = line.y - 0.88 * line.size, line.y + 0.12 * line.size
            bad += [
                f"p{page.number} {line.role} {line.text!r} is too near to {x:.1f},{y:.1f}"
                for x, y in points
                if _is_reached(left - x, right - x, top - y, foot - y, keep)
            ][:1]
    return bad


def _sampled(picture: Picture) -> Iterator[tuple[float, float]]:
    """Points of a picture's contour that show in its frame."""
    for ring in picture.contour:
        for (x0, y0), (x1, y1) in zip(ring, (*ring[1:], ring[0]), strict=True):
            count = max(1, round(2 * math.hypot(x1 - x0, y1 - y0)))
            for k in range(count):
                x, y = x0 + k / count * (x1 - x0), y0 + k / count * (y1 - y0)
                inside = picture.x <= x <= picture.x + picture.width
                if inside and picture.y <= y <= picture.y + picture.height:
                    yield x, y


def _is_reached(left: float, right: float, top: float, foot: float, keep: Keeps) -> bool:
    """Whether the ellipse of the distances round the origin reaches into a box."""
    if left < 0 < right and top < 0 < foot:
        return True
    x = left if left >= 0 else min(0.0, right)
    y = top if top >= 0 else min(0.0, foot)
    across = _share_of(x, keep.right if x > 0 else keep.left, left < 0 < right)
    down = _share_of(y, keep.foot if y > 0 else keep.top, top < 0 < foot)
    return math.hypot(across, down) < 1 - 1e-3


def _share_of(away: float, reach: float, over: bool) -> float:
    """How much of a reach it is to a box, none where that is over the point; touching is away."""
    if over:
        return 0.0
    return away / reach if reach else math.inf


def _reaches(line: Line, picture: Picture) -> bool:
    """Whether a line's characters share some height with a picture."""
    return line.y - 0.88 * line.size < picture.y + picture.height and line.y > picture.y


def _is_within(line: Line, picture: Picture, keep: float, catalogue: Catalogue) -> bool:
    left, right = picture.x - keep, picture.x + picture.width + keep
    return any(
        not glyph.blank and glyph.left < right and glyph.right > left
        for glyph in glyphs_of(line, catalogue)
    )


def _meet(a: Picture, b: Picture) -> bool:
    return (
        a.x < b.x + b.width
        and b.x < a.x + a.width
        and a.y < b.y + b.height
        and b.y < a.y + a.height
    )


def over_photos(edition: Edition) -> list[str]:
    """Lines of any kind that stand on a photo, in whatever column; a photo's own words may, on a
    ground of their own.
    """
    return [
        f"p{page.number} {line.role} {line.text!r} stands on a photo"
        for page in edition.pages
        for line in page.lines
        for picture in page.pictures
        if not picture.role and _covers(picture, ink_box(line)) and not _grounded(line, page)
    ]


def _covers(picture: Picture, box: Rect) -> bool:
    return (
        picture.x < box.right - HAIR
        and box.left < picture.x + picture.width - HAIR
        # over its foot a line's box reaches further up than its ink
        and picture.y < box.bottom - 1
        and box.top < picture.y + picture.height - 1
    )


def _grounded(line: Line, page: Page) -> bool:
    box = ink_box(line)
    return line.role in {"caption", "credit"} and any(
        rule.ink.rgb == (1.0, 1.0, 1.0)
        and rule.x0 <= box.left
        and box.right <= rule.x1
        and rule.y0 - rule.width / 2 <= box.top
        and box.bottom <= rule.y0 + rule.width / 2
        for rule in page.rules
    )


def off_page(edition: Edition, layout: Layout) -> list[str]:
    """Pictures that leave the type area, and do not go to the edge of the page there."""
    grid = layout.grid
    right, bottom = grid.left + grid.area_width, grid.top + grid.area_height
    return [
        f"p{page.number}: photo {p.x:.2f},{p.y:.2f} {p.width:.2f}×{p.height:.2f} leaves the type area"
        for page in edition.pages
        for p in page.pictures
        if HAIR < p.x < grid.left - HAIR
        or right + HAIR < p.x + p.width < grid.width - HAIR
        or HAIR < p.y < grid.top - HAIR
        or bottom + HAIR < p.y + p.height < grid.height - HAIR
    ]


def paragraphs(
    edition: Edition, *roles: str
) -> dict[tuple[int | None, int | None], list[tuple[Page, Line]]]:
    """The lines of each paragraph in reading order."""
    found: dict[tuple[int | None, int | None], list[tuple[Page, Line]]] = defaultdict(list)
    for page, line in lines_of(edition, *roles):
        found[line.article, line.paragraph].append((page, line))
    return found


_ADDRESS = re.compile(r"(?:https?://|www\.)[!-~]*")
"""Web addresses break after slashes and points, whatever the level says of slashes elsewhere."""


def forbidden_breaks(edition: Edition, level: Prohibition) -> list[tuple[Page, Line, Line]]:
    """Lines of running text that end, or are followed by lines that start, with what the level
    forbids; web addresses are exempt.
    """
    bad: list[tuple[Page, Line, Line]] = []
    for lines in paragraphs(edition, "body", "byline").values():
        inside = {
            k
            for match in _ADDRESS.finditer("".join(line.text for _, line in lines))
            for k in range(match.start() + 1, match.end())
        }
        place = 0
        for (page, before), (_, after) in pairwise(lines):
            place += len(before.text)
            if place not in inside and (
                after.text[:1] in FORBIDDEN_START[level] or before.text[-1:] in FORBIDDEN_END[level]
            ):
                bad.append((page, before, after))
    return bad


def forbidden_edges(edition: Edition, level: Prohibition) -> list[str]:
    """The same in words. A line that holds no other break (an emergency) is for the caller."""
    return [
        f"p{page.number} {before.text!r} | {after.text!r}"
        for page, before, after in forbidden_breaks(edition, level)
    ]


def contents_numbers(edition: Edition, bullet: str = "") -> list[tuple[str, int]]:
    """The contents list as printed: each entry that has a page number, its lines joined.

    A section without titles is one.
    """
    found: list[tuple[str, int]] = []
    title, role = "", ""
    for _, line in lines_of(edition, "contents-section", "contents-entry", "contents-number"):
        if line.role == "contents-number":
            found.append((title.removeprefix(bullet).strip(), int(line.text)))
            title = ""
        else:
            title = title + line.text if line.role == role == "contents-entry" else line.text
        role = line.role
    return found
