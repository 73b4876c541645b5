"""Masthead, contents and colophon of a page, filled from the issue by the layout's own lines."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from layouts.house.fixed_design import FixedLine
from layouts.house.layout import Layout
from layouts.house.template import fields_of, fill, issue_fields
from layouts.house.text_style import Align
from layouts.issue.issue import Issue
from layouts.issue.lead import RUN_IN
from layouts.webpage.blocks import article_name
from layouts.webpage.markup import NOTHING, Markup, element, escaped, joined, lines, raw

NAME = "publication"
"""The field whose line is the title of the page."""

LEAST_LISTED = 2
"""Entries of a list of contents; one alone leads nowhere that is not there already."""


_Address = Callable[[int], str]
"""Where an article stands, counted over the issue from 0."""


def masthead(issue: Issue, layout: Layout) -> Markup:
    """What the front page says of the issue; the line with the publication's name is the title."""
    rows = [_row(row) for row in filled_rows(layout.masthead.lines, issue)]
    return (
        element("header", raw("\n"), lines(*rows), raw("\n"), class_="masthead")
        if rows
        else NOTHING
    )


def colophon(issue: Issue, layout: Layout) -> Markup:
    """What stands at the foot of the last page."""
    rows = [_row(row) for row in filled_rows(layout.colophon.lines, issue)]
    return (
        element("footer", raw("\n"), lines(*rows), raw("\n"), class_="colophon")
        if rows
        else NOTHING
    )


class FilledLine(NamedTuple):
    """A line of a fixed part with its fields filled in; `is_name` where it says what is read."""

    text: str
    baseline: float
    place: Align
    is_name: bool


def _filled(line: FixedLine, text: str) -> FilledLine:
    return FilledLine(text, line.baseline, _place(line), NAME in fields_of(line.template))


def _place(line: FixedLine) -> Align:
    return Align.LEFT if line.align is Align.JUSTIFY else line.align


def in_order(designs: Sequence[FixedLine]) -> list[FixedLine]:
    """Lines of a fixed part as they are read: from top to bottom, on one baseline from left to
    right.
    """
    order = (Align.LEFT, Align.CENTER, Align.RIGHT)
    return sorted(designs, key=lambda line: (line.baseline, order.index(_place(line))))


def filled_rows(designs: Sequence[FixedLine], issue: Issue) -> Iterator[list[FilledLine]]:
    """Lines from top to bottom, those on one baseline together from left to right."""
    fields = issue_fields(issue)
    filled = [
        _filled(line, text)
        for line in in_order(designs)
        if (text := fill(line.template, fields)) is not None
    ]
    for _, row in groupby(filled, key=lambda line: line.baseline):
        if found := [line for line in row if line.text]:
            yield found


def _row(row: Sequence[FilledLine]) -> Markup:
    said = [
        element("h1" if line.is_name else "p", escaped(line.text), class_=f"at-{line.place.value}")
        for line in row
    ]
    return element("div", *said, class_="line") if len(said) > 1 else joined(*said)


def contents(issue: Issue, layout: Layout, address: _Address) -> Markup:
    """The list of contents: sections in their brackets and the titles under them, each a link to
    where `address` says that article stands.
    """
    entries = list(_entries(issue, layout, address))
    if sum(count for count, _ in entries) < LEAST_LISTED:
        return NOTHING
    title = element("h2", escaped(layout.contents.title), id="contents-title")
    listed = element("ul", raw("\n"), lines(*(entry for _, entry in entries)), raw("\n"))
    return element("nav", title, listed, class_="contents", aria_labelledby="contents-title")


def _entries(issue: Issue, layout: Layout, address: _Address) -> Iterator[tuple[int, Markup]]:
    """The entries of each section, and how many links they have."""
    number = 0
    for section in issue.sections:
        titles = [
            (number + k, article.title.string)
            for k, article in enumerate(section.articles)
            if article.title.string
        ]
        name = escaped(bracketed(section.name, layout)) if section.name else NOTHING
        links = [
            element(
                "li", element("a", escaped(title.removeprefix(RUN_IN).strip()), href=address(k))
            )
            for k, title in titles
        ]
        if name and section.articles and not titles:
            name = element("a", name, href=address(number))
        number += len(section.articles)
        if name and section.articles:
            nested = element("ul", *links) if links else NOTHING
            yield max(1, len(links)), element("li", element("span", name, class_="of"), nested)
        elif links:
            yield len(links), lines(*links)


def bracketed(name: str, layout: Layout) -> str:
    """The name of a section between the layout's signs."""
    return f"{layout.section_brackets[:1]}{name}{layout.section_brackets[1:]}"


def in_page(number: int) -> str:
    """The address of an article of the same page."""
    return f"#{article_name(number)}"
