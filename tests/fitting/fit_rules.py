"""What must hold of a fitted issue: nothing that fitting changed breaks a rule that held before."""

from __future__ import annotations

import audit

from fonts.catalogue import Catalogue
from layouts.compose import compose
from layouts.fitting.fitted import Fitted
from layouts.fitting.layer import without_fitting
from layouts.house.layout import Grid, Layout
from layouts.house.load import layout_of
from layouts.issue.places import articles
from layouts.page.item import Line
from layouts.page.page import Edition


def broken_rules(fitted: Fitted, catalogue: Catalogue) -> list[str]:
    """The rules that are broken on the pages of a fitted issue and were not without its layer."""
    bare = without_fitting(fitted.issue)
    before = compose(bare, layout_of(bare), catalogue)
    layout = layout_of(fitted.issue)
    after = compose(fitted.issue, layout, catalogue)
    found: list[str] = []
    if len(after.pages) != fitted.after.pages:
        found.append(f"{len(after.pages)} pages where {fitted.after.pages} were said")
    if _text(before) != _text(after):
        found.append("another text")
    found += audit.off_grid(after, layout)
    found += audit.in_photos(after, layout, catalogue)
    found += audit.off_page(after, layout)
    found += audit.bodies_crossing(after)
    found += audit.out_of_slot(after, layout, catalogue)
    found += audit.overlaps(after, catalogue)
    found += audit.forbidden_edges(after, layout.punctuation.prohibition)
    found += [
        f"{what}: {more} where there were {fewer}"
        for what, fewer, more in (
            ("ragged lines in them", _ragged(before, fitted), _ragged(after, fitted)),
            (
                "lone lines at a column's edge",
                lone_lines(before, layout),
                lone_lines(after, layout),
            ),
            ("last lines of one character", _lone_characters(before), _lone_characters(after)),
            ("findings", len(before.findings), len(after.findings)),
        )
        if more > fewer
    ]
    return found


def _text(edition: Edition) -> str:
    """The text in reading order, but for tables, which say their header again on each page."""
    roles = [role for role in audit.FLOWING if role != "table"]
    return audit.spaceless("".join(line.text for _, line in audit.lines_of(edition, *roles)))


def _ragged(edition: Edition, fitted: Fitted) -> int:
    """Ragged lines of paragraphs that were made shorter or longer."""
    recast = fitted.issue.fitting.lines
    known = [article for _, article in articles(fitted.issue)]
    return sum(
        line.ragged
        for (number, index), lines in audit.paragraphs(edition, "body").items()
        for _, line in lines
        if number is not None and index is not None and known[number].blocks[index].id in recast
    )


def _lone_characters(edition: Edition) -> int:
    """Paragraphs whose last line has one character, a mark behind it not counted (孤字)."""
    return sum(
        len(lines) > 1 and len(lines[-1][1].text.rstrip("。！？；：”）")) <= 1
        for lines in audit.paragraphs(edition, "body").values()
    )


def lone_lines(edition: Edition, layout: Layout) -> int:
    """First lines of paragraphs alone at the foot of a column, last lines alone at its head."""
    count = 0
    for lines in audit.paragraphs(edition, "body").values():
        columns: dict[tuple[int, int], int] = {}
        for page, line in lines:
            key = page.number, _column(line, layout.grid)
            columns[key] = columns.get(key, 0) + 1
        if len(columns) > 1:
            counts = list(columns.values())
            count += (counts[0] == 1) + (counts[-1] == 1)
    return count


def _column(line: Line, grid: Grid) -> int:
    return int((line.x - grid.left) / (grid.column_width + grid.gutter) + 1e-6)
