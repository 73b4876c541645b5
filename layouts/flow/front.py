"""The front matter: how far down masthead and list of contents reach, and where the body begins."""

from __future__ import annotations

import math
from typing import NamedTuple

from layouts.flow.contents import Contents, plan_contents
from layouts.flow.flowed_article import FlowState, opening
from layouts.flow.setting import Setter
from layouts.issue.issue import Issue

UNDER_CONTENTS, UNDER_MASTHEAD = 1.0, 0.2
"""Rows left free above the body on the front page: under the list of contents a whole one, under
the masthead alone, whose rule parts them already, what keeps ink from touching it.
"""

LEAST_START = 4
"""The body begins on the front page where that has at least so many rows for it."""


class Front(NamedTuple):
    """The planned front matter, and the page (from 0) and state the body begins at."""

    contents: Contents | None
    page: int
    start: FlowState


def plan_front(issue: Issue, setter: Setter) -> Front:
    """Plan the front matter: how far down masthead and list of contents reach."""
    contents = None
    if issue.contents and any(section.articles for section in issue.sections):
        contents = plan_contents(issue, setter, setter.layout.masthead.height)
    layout = setter.layout
    grid = layout.grid
    page, bottom = (
        (contents.last_page, contents.bottom) if contents else (0, layout.masthead.height)
    )
    air = UNDER_CONTENTS if contents else UNDER_MASTHEAD
    row = math.ceil((bottom - grid.top + air * grid.leading) / grid.leading)
    if (contents and layout.contents.body_on_new_page) or row > max(0, grid.rows - LEAST_START):
        page, row = page + 1, 0
    # all columns of that page begin at the same row
    return Front(contents, page, opening(0, max(0, row), {0: max(0, row)}))
