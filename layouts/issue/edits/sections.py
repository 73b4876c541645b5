"""Sections (栏目) put into an issue, named, moved and merged."""

from __future__ import annotations

from msgspec.structs import replace

from layouts.issue.article import Section
from layouts.issue.edits.edited import NEW, Edited
from layouts.issue.edits.tree import section_of, with_section
from layouts.issue.edits.typed import one_line
from layouts.issue.issue import Issue
from layouts.issue.places import Place


def add_section(issue: Issue, name: str, index: int | None = None) -> Edited:
    """Put a new section before the one at `index`, at the end without an index."""
    index = len(issue.sections) if index is None else _gap(issue, index)
    new = Section(one_line(name), (), NEW)
    return Edited(
        replace(issue, sections=(*issue.sections[:index], new, *issue.sections[index:])),
        Place(index),
    )


def rename_section(issue: Issue, place: Place, name: str) -> Edited:
    """Give a section another name, without its brackets 【】."""
    return Edited(
        with_section(issue, place, replace(section_of(issue, place), name=one_line(name))),
        Place(place.section),
    )


def remove_section(issue: Issue, place: Place) -> Edited:
    """Take a section out with its articles.

    The place is that of the one that follows, else the one before.
    """
    section_of(issue, place)
    left = tuple(section for s, section in enumerate(issue.sections) if s != place.section)
    return Edited(
        replace(issue, sections=left), Place(min(place.section, len(left) - 1)) if left else None
    )


def move_section(issue: Issue, place: Place, to: int) -> Edited:
    """Move a section before the one at `to`, an index of the issue as it is before; behind the last
    where that is their number.
    """
    section = section_of(issue, place)
    index = _gap(issue, to) - (place.section < to)
    if index == place.section:
        return Edited(issue, Place(index))
    sections = [other for s, other in enumerate(issue.sections) if s != place.section]
    sections.insert(index, section)
    return Edited(replace(issue, sections=tuple(sections)), Place(index))


def merge_section(issue: Issue, place: Place, into: Place | None = None) -> Edited:
    """Put a section's articles into another, the one before it if not told otherwise, in reading
    order; the other keeps its name.
    """
    into = into if into is not None else Place(place.section - 1)
    section, other = section_of(issue, place), section_of(issue, into)
    if section is other and place.section == into.section:
        return Edited(issue, Place(place.section))
    follows = place.section > into.section
    articles = (
        (*other.articles, *section.articles) if follows else (*section.articles, *other.articles)
    )
    merged = with_section(issue, into, replace(other, articles=articles))
    left = tuple(one for s, one in enumerate(merged.sections) if s != place.section)
    # the one taken out stood above it
    return Edited(replace(merged, sections=left), Place(into.section - (not follows)))


def _gap(issue: Issue, index: int) -> int:
    if 0 <= index <= len(issue.sections):
        return index
    raise LookupError(f"no section {index}")
