"""The pages that stand before an issue's first: its cover, and the back of that."""

from __future__ import annotations

from typing import NamedTuple

from layouts.house.layout import Layout
from layouts.issue.issue import Issue


class Leaf(NamedTuple):
    """So many pages before the first, and how many of them page numbers do not count."""

    sheets: int = 0
    uncounted: int = 0

    def printed(self, number: int) -> int:
        """The number that is printed on a page, by its place in the file (from 1)."""
        return number - self.uncounted


NO_LEAF = Leaf()


def leaf_of(issue: Issue, layout: Layout) -> Leaf:
    """The pages of an issue's cover, none where it or its layout has no cover."""
    design = layout.cover
    if issue.cover is None or design is None:
        return NO_LEAF
    sheets = 2 if design.back else 1
    return Leaf(sheets, 0 if design.counted else sheets)
