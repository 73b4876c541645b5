"""A whole edition: front page, body, last page and running parts, every page drawn."""

from __future__ import annotations

from layouts.flow.body import Body, make_body
from layouts.flow.dressing import (
    blank,
    bookmarks,
    colophon_part,
    colophon_sheet,
    dress,
    number,
    put_colophon,
    put_running_parts,
)
from layouts.flow.front import Front, plan_front
from layouts.flow.photos import Sizes
from layouts.flow.running import page_names
from layouts.flow.setting import Setter
from layouts.flow.sharing import Gather, make_bodies
from layouts.house.template import issue_fields
from layouts.issue.issue import Issue
from layouts.page.page import Bookmark, Page


def lay_out(
    issue: Issue, setter: Setter, sizes: Sizes, gather: Gather | None = None
) -> tuple[list[Page], list[Bookmark]]:
    """Flow the issue and draw its pages; findings gather in the setter.

    Parts that start on a new page do not depend on each other: those of a long issue are flowed by
    `gather`, if given, side by side.
    """
    fronts: list[Front] = []

    def first(last: int) -> Body:
        # only now, so that other processes have begun on their shares when the list is planned here
        fronts.append(plan_front(issue, setter))
        front = fronts[0]
        return make_body(issue, 0, last, setter, sizes, front.start, front.page)

    bodies = make_bodies(issue, setter, sizes, first, gather)
    return _finished(issue, setter, fronts[0], bodies, sizes)


def _finished(
    issue: Issue, setter: Setter, front: Front, bodies: list[Body], sizes: Sizes
) -> tuple[list[Page], list[Bookmark]]:
    """All pages in one row, with everything that is not body."""
    sheets = blank(front.page, setter)  # the body's first page may be the front page itself
    for body in bodies:
        setter.findings += body.findings
        sheets += body.pages
    fields = issue_fields(issue)
    last = colophon_sheet(issue, front, len(sheets), bodies[-1].ending, fields, setter)
    sheets += blank(max(0, last - len(sheets)), setter)
    number(sheets)
    numbers = {anchor.name: page.number for page in sheets for anchor in page.anchors}
    dress(sheets, front.contents, fields, numbers, setter)
    if setter.leaf.sheets:
        from layouts.flow.cover import cover_words, draw_cover

        draw_cover(sheets[0], issue, cover_words(issue, numbers, setter), sizes, setter)
    if issue.colophon:
        put_colophon(sheets[last - 1], colophon_part(fields, setter))
    put_running_parts(sheets, page_names(issue, numbers, len(sheets), setter), fields, setter)
    return sheets, bookmarks(issue, numbers, setter.leaf)
