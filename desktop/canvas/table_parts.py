"""The parts of a table on a page: one, or one in each column that it goes on in."""

from __future__ import annotations

from layouts.issue.places import Place
from layouts.page.item import Line
from layouts.page.page import Page


def table_parts(page: Page, article: int, place: Place, columns: int) -> list[list[Line]]:
    """The lines of the cells of a table of so many `columns`, part by part. Each part has its own
    header lines where the header stands over it again.

    A table goes on further up the page, or with its header: within a part rows follow one another
    downwards.
    """
    parts: list[list[Line]] = []
    row, top = -1, 0.0
    for line in page.lines:
        if (line.role, line.article, line.paragraph) != ("table", article, place.block):
            continue
        its_row = line.part // columns
        if not parts or its_row < row or (its_row > row and line.y < top):
            parts.append([])
            row = -1
        if its_row != row:
            row, top = its_row, line.y
        top = min(top, line.y)
        parts[-1].append(line)
    return parts
