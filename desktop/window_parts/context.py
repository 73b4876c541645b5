"""Context menus: one table says which of the window's commands each kind of subject has."""

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


class MenuSubject(StrEnum):
    """What may be under the pointer, or have the keys."""

    PARAGRAPH = "paragraph"
    WORDS = "words"  # a text that is no paragraph: title, by-line, caption
    CELL = "cell"  # of a table
    PHOTO = "photo"
    BOX = "box"
    ARTICLE = "article"
    SECTION = "section"
    MASTHEAD = "masthead"
    CONTENTS = "contents"
    COLOPHON = "colophon"
    ISSUE = "issue"
    PAGE = "page"  # a page itself: its blank margin, its column in the page flow
    FINDING = "finding"
    ACCEPTED = "accepted"


MENUS: Mapping[MenuSubject, tuple[str, ...]] = {
    MenuSubject.PARAGRAPH: (
        "edit.cut", "edit.copy", "edit.paste", "",
        "text.bold", "text.kai", "text.underline", "text.link", "text.note", "marks", "level",
        "form", "text.pull-quote", "box", "",
        "photo.add", "edit.select-all",
    ),
    MenuSubject.WORDS: (
        "edit.cut", "edit.copy", "edit.paste", "",
        "text.bold", "text.kai", "text.underline", "text.link", "text.note", "marks", "",
        "edit.select-all",
    ),
    MenuSubject.CELL: (
        "edit.cut", "edit.copy", "edit.paste", "",
        "text.bold", "text.kai", "text.underline", "text.link", "text.note", "marks", "",
        "table.row-below", "table.column-right", "table.remove-row", "table.remove-column",
        "table", "",
        "edit.select-all",
    ),
    MenuSubject.PHOTO: (
        "photo.crop", "photo.straighten", "photo.grey", "photo.replace", "",
        "photo-place", "side", "wrap", "row", "",
        "edit.cut", "edit.copy", "",
        "photo.remove",
    ),
    MenuSubject.BOX: (
        "box", "",
        "edit.cut", "edit.copy", "",
        "edit.delete",
    ),
    MenuSubject.ARTICLE: (
        "article.edit", "",
        "article.up", "article.down", "to-section", "kind", "",
        "layout.break-before", "layout.keep-together", "layout.across", "layout.boxed", "",
        "fit-article", "",
        "photo.add", "article.duplicate", "",
        "edit.cut", "edit.copy", "edit.paste", "article.hold-over", "article.remove",
    ),
    MenuSubject.SECTION: (
        "article.new", "article.import", "section.rename", "",
        "article.up", "article.down", "",
        "edit.delete",
    ),
    MenuSubject.MASTHEAD: (
        "select.masthead", "layout.next-number", "", "layout.change", "select.issue",
    ),
    MenuSubject.CONTENTS: ("layout.contents", "", "layout.change", "select.issue"),
    MenuSubject.COLOPHON: ("select.colophon", "", "layout.change", "select.issue"),
    MenuSubject.ISSUE: (
        "layout.next-number", "layout.contents", "", "layout.change", "select.issue",
    ),
    MenuSubject.PAGE: (
        "fit", "",
        "view.fit-page", "view.fit-width", "view.spreads", "view.single", "",
        "view.go-to-page", "",
        "view.rulers", "overlays", "",
        "article.new", "article.import",
    ),
    MenuSubject.FINDING: ("check.show", "", "check.mend", "check.mend-all", "check.accept"),
    MenuSubject.ACCEPTED: ("check.show", "", "check.count-again"),
}  # fmt: skip
"""The commands of each, in their order; an empty key is a line between them, the name of a menu
stands for the whole menu.
"""

ADDING = ("article.new", "section.new", "article.import", "article.import-folder")
"""What the issue's tree has besides, and its blank end alone."""

_SUBJECTS: Mapping[SelectionKind, MenuSubject] = {
    SelectionKind.NOTHING: MenuSubject.PAGE,
    SelectionKind.ISSUE: MenuSubject.ISSUE,
    SelectionKind.MASTHEAD: MenuSubject.MASTHEAD,
    SelectionKind.CONTENTS: MenuSubject.CONTENTS,
    SelectionKind.COLOPHON: MenuSubject.COLOPHON,
    SelectionKind.SECTION: MenuSubject.SECTION,
    SelectionKind.ARTICLE: MenuSubject.ARTICLE,
    SelectionKind.PHOTO: MenuSubject.PHOTO,
    SelectionKind.BOX: MenuSubject.BOX,
}


_SHAPES: Mapping[Shape, MenuSubject] = {
    Shape.TEXT: MenuSubject.PARAGRAPH,
    Shape.CELLS: MenuSubject.CELL,
}


def subject_of(selection: Selection, issue: Issue) -> MenuSubject:
    """What a selection is, as menus tell things apart."""
    known = _SUBJECTS.get(selection.kind)
    if known is not None:
        return known
    try:
        shape = block_at(issue, selection.places[0]).trait.shape
    except LookupError:  # a title, a by-line: no block
        return MenuSubject.WORDS
    return _SHAPES.get(shape, MenuSubject.WORDS)


def context_keys(session: Session) -> tuple[str, ...]:
    """The commands for what is selected."""
    issue = session.issue
    return MENUS[subject_of(session.selection, issue)] if issue is not None else ()


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
    subject = MenuSubject.ACCEPTED if finding.reason else MenuSubject.FINDING
    return tuple(key for key in MENUS[subject] if can.get(key, True))
