"""Context menus: one table says which of the window's commands each kind of thing has."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum

from desktop.panels.mending import alike, can_accept, fix_name
from desktop.selection import Selection, SelectionKind
from desktop.session import Session
from layouts.errors import Finding
from layouts.issue.issue import Issue
from layouts.issue.places import block_at
from layouts.issue.traits import Shape


class Thing(StrEnum):
    """What may be under the pointer, or have the keys."""

    PARAGRAPH = "paragraph"
    WORDS = "words"  # a text that is no paragraph: title, by-line, caption, cell of a table
    PHOTO = "photo"
    ARTICLE = "article"
    SECTION = "section"
    MASTHEAD = "masthead"
    CONTENTS = "contents"
    COLOPHON = "colophon"
    ISSUE = "issue"
    PAGE = "page"  # a page itself: its blank margin, its column in the page flow
    FINDING = "finding"
    ACCEPTED = "accepted"


MENUS: Mapping[Thing, tuple[str, ...]] = {
    Thing.PARAGRAPH: (
        "edit.cut", "edit.copy", "edit.paste", "",
        "text.bold", "text.kai", "text.underline", "text.link", "marks", "level",
        "text.pull-quote", "",
        "photo.add", "edit.select-all",
    ),
    Thing.WORDS: (
        "edit.cut", "edit.copy", "edit.paste", "",
        "text.bold", "text.kai", "text.underline", "text.link", "marks", "",
        "edit.select-all",
    ),
    Thing.PHOTO: (
        "photo.crop", "photo.replace", "side", "",
        "edit.cut", "edit.copy", "",
        "photo.remove",
    ),
    Thing.ARTICLE: (
        "article.edit", "",
        "article.up", "article.down", "to-section", "kind", "",
        "layout.break-before", "layout.keep-together", "",
        "photo.add", "article.duplicate", "",
        "edit.cut", "edit.copy", "edit.paste", "article.remove",
    ),
    Thing.SECTION: (
        "article.new", "article.import", "section.rename", "",
        "article.up", "article.down", "",
        "edit.delete",
    ),
    Thing.MASTHEAD: ("select.masthead", "layout.next-number", "", "layouts", "select.issue"),
    Thing.CONTENTS: ("layout.contents", "", "layouts", "select.issue"),
    Thing.COLOPHON: ("select.colophon", "", "layouts", "select.issue"),
    Thing.ISSUE: ("layout.next-number", "layout.contents", "", "layouts", "select.issue"),
    Thing.PAGE: (
        "view.fit-page", "view.fit-width", "view.spreads", "view.single", "",
        "view.go-to-page", "",
        "view.rulers", "overlays", "",
        "article.new", "article.import",
    ),
    Thing.FINDING: ("check.show", "", "check.mend", "check.mend-all", "check.accept"),
    Thing.ACCEPTED: ("check.show", "", "check.count-again"),
}  # fmt: skip
"""The commands of each, in their order; an empty key is a line between them, the name of a menu
stands for the whole menu.
"""

ADDING = ("article.new", "section.new", "article.import", "article.import-folder")
"""What the issue's tree has besides, and its blank end alone."""

_THINGS: Mapping[SelectionKind, Thing] = {
    SelectionKind.NOTHING: Thing.PAGE,
    SelectionKind.ISSUE: Thing.ISSUE,
    SelectionKind.MASTHEAD: Thing.MASTHEAD,
    SelectionKind.CONTENTS: Thing.CONTENTS,
    SelectionKind.COLOPHON: Thing.COLOPHON,
    SelectionKind.SECTION: Thing.SECTION,
    SelectionKind.ARTICLE: Thing.ARTICLE,
    SelectionKind.PHOTO: Thing.PHOTO,
}


def thing_of(selection: Selection, issue: Issue) -> Thing:
    """What a selection is, as menus tell things apart."""
    known = _THINGS.get(selection.kind)
    if known is not None:
        return known
    return Thing.PARAGRAPH if _in_paragraph(selection, issue) else Thing.WORDS


def _in_paragraph(selection: Selection, issue: Issue) -> bool:
    try:
        return selection.place is not None and (
            block_at(issue, selection.place).trait.shape is Shape.TEXT
        )
    except LookupError:  # a title, a by-line, a section's name: no block
        return False


def context_keys(session: Session) -> tuple[str, ...]:
    """The commands for what is selected."""
    issue = session.issue
    return MENUS[thing_of(session.selection, issue)] if issue is not None else ()


def tree_keys(session: Session) -> tuple[str, ...]:
    """The commands over the issue's tree: those of what is selected, and what adds to the issue."""
    if session.selection.kind is SelectionKind.NOTHING:
        return ADDING
    keys = context_keys(session)
    return (*keys, "", *(key for key in ADDING if key not in keys))


def finding_keys(finding: Finding, findings: Iterable[Finding]) -> tuple[str, ...]:
    """The commands of a finding: those that can do something about it."""
    can = {
        "check.mend": bool(fix_name(finding)),
        "check.mend-all": bool(fix_name(finding)) and len(alike(tuple(findings), finding)) > 1,
        "check.accept": can_accept(finding),
    }
    thing = Thing.ACCEPTED if finding.reason else Thing.FINDING
    return tuple(key for key in MENUS[thing] if can.get(key, True))
