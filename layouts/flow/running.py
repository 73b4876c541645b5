"""What running heads, page numbers and thumb marks name on each page: its section and titles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from layouts.flow.setting import Setter
from layouts.house.template import NAMED_FIELDS, fields_of
from layouts.issue.article import Article
from layouts.issue.issue import Issue
from layouts.text.treatment import one_line

LONGEST_TITLE = 24
"""Characters of a title that a running head names; a longer one is cut."""


class PageNames(NamedTuple):
    """What a page is about: the section and the title of which anything begins there first, else
    those that run on, the title that begins there last; which of the sections printed it is, from
    0.
    """

    section: str = ""
    title: str = ""
    last_title: str = ""
    mark: int = -1

    @property
    def fields(self) -> dict[str, str]:
        """The values of the fields that name them."""
        return {"section": self.section, "title": self.title, "last_title": self.last_title}


NO_NAMES = PageNames()


def page_names(
    issue: Issue, numbers: Mapping[str, int], total: int, setter: Setter
) -> list[PageNames]:
    """What is named on each of so many pages; nothing where the layout names nothing."""
    if not _names_any(setter):
        return [NO_NAMES] * total
    begun = _begun(issue, numbers)
    named: list[PageNames] = []
    runs_on = NO_NAMES
    for page in range(1, total + 1):
        here = begun.get(page, [])
        titles = [name.title for name in here if name.title]
        first = here[0] if here else runs_on
        title = titles[0] if titles else runs_on.title
        last = titles[-1] if titles else runs_on.title
        named.append(first._replace(title=title, last_title=last))
        runs_on = (here[-1] if here else runs_on)._replace(title=last)
    return named


def _names_any(setter: Setter) -> bool:
    layout = setter.layout
    if layout.thumb.width:
        return True
    head, number = layout.running_head, layout.page_number
    templates = (head.left, head.center, head.right, head.outside, head.inside, number.template)
    own = number.first_template
    return any(
        not NAMED_FIELDS.isdisjoint(fields_of(template))
        for template in (*templates, *((own,) if own else ()))
    )


def _begun(issue: Issue, numbers: Mapping[str, int]) -> dict[int, list[PageNames]]:
    """What begins on each page, in its order."""
    begun: dict[int, list[PageNames]] = {}
    for names, anchor in _anchored(issue):
        if anchor in numbers:
            begun.setdefault(numbers[anchor], []).append(names)
    return begun


def _anchored(issue: Issue) -> Iterator[tuple[PageNames, str]]:
    """The sections and articles of an issue, and the anchor of each."""
    number = printed = 0
    for index, section in enumerate(issue.sections):
        yield PageNames(section.name, mark=printed), f"section-{index}"
        for article in section.articles:
            yield PageNames(section.name, _title(article), mark=printed), f"article-{number}"
            number += 1
        printed += bool(section.articles)


def _title(article: Article) -> str:
    title = one_line(article.title)
    return title if len(title) <= LONGEST_TITLE else f"{title[: LONGEST_TITLE - 1]}…"
