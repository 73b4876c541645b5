"""The front matter: how far down masthead and list of contents reach, and where the body begins."""

from __future__ import annotations

from typing import NamedTuple

from layouts.flow.contents import UNDER_CONTENTS, Contents, list_column, plan_contents, row_under
from layouts.flow.flowed_article import FlowState, opening
from layouts.flow.setting import Setter
from layouts.flow.slots import Exclusion
from layouts.geometry import rectangle
from layouts.house.layout import Grid
from layouts.issue.issue import Issue

UNDER_MASTHEAD = 0.2
"""Rows left free above the body under the masthead alone, whose rule parts them already: what keeps
ink from touching it.
"""

LEAST_START = 4
"""The body begins on the front page where that has at least so many rows for it."""


class Front(NamedTuple):
    """The planned front matter, its pages counted from the first behind the cover, and the page
    (from 0, the cover's counted) and state the body begins at.
    """

    contents: Contents | None
    page: int
    start: FlowState


def plan_front(issue: Issue, setter: Setter) -> Front:
    """Plan the front matter: how far down masthead and list of contents reach."""
    layout, leaf = setter.layout, setter.leaf.sheets
    grid = layout.grid
    listed = issue.contents and any(section.articles for section in issue.sections)
    under_masthead = row_under(layout.masthead.height, UNDER_MASTHEAD, grid)
    contents = None
    if listed:
        in_column = layout.contents.place == "column" and grid.columns > 1
        # level with the body beside it
        top = grid.row_top(under_masthead) if in_column else layout.masthead.height
        contents = plan_contents(issue, setter, top)
        if in_column and contents.frame.width < grid.area_width:
            column = list_column(issue, layout)
            return Front(contents, leaf, _beside(contents, under_masthead, grid, column))
    page, bottom = (
        (contents.last_page, contents.bottom) if contents else (0, layout.masthead.height)
    )
    row = row_under(bottom, UNDER_CONTENTS if contents else UNDER_MASTHEAD, grid)
    if (contents and contents.alone) or row > max(0, grid.rows - LEAST_START):
        page, row = page + 1, 0
    # all columns of that page begin at the same row
    return Front(contents, leaf + page, opening(0, row, {0: row}))


def _beside(contents: Contents, row: int, grid: Grid, column: int) -> FlowState:
    """The state in which the body begins under a list that stands in one column, the other columns
    beside it.
    """
    end = min(grid.rows, row_under(contents.bottom, UNDER_CONTENTS, grid))
    if end > grid.rows - LEAST_START:
        end = grid.rows
    shape = rectangle(
        contents.frame.left, contents.top, contents.frame.width, contents.bottom - contents.top
    )
    taken = Exclusion(row, end, shape)
    return opening(0, row, {0: row})._replace(exclusions=(((0, column), (taken,)),))
