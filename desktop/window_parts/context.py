"""Context menus: which of the window's commands stand in them, by what is selected."""

from __future__ import annotations

from desktop.selection import Selection, SelectionKind

ADDING = ("article.edit", "article.new", "section.new", "article.import")
"""What the menu over the issue's tree has besides."""


def context_keys(selection: Selection) -> tuple[str, ...]:
    """The commands of the context menu of a selection; an empty one is a line."""
    match selection.kind:
        case SelectionKind.TEXT:
            return (
                "edit.cut", "edit.copy", "edit.paste", "",
                "text.bold", "text.kai", "text.underline", "text.link", "marks", "level",
                "text.pull-quote", "",
                "photo.add", "edit.select-all",
            )  # fmt: skip
        case SelectionKind.PHOTO:
            return (
                "photo.crop",
                "photo.replace",
                "side",
                "",
                "edit.cut",
                "edit.copy",
                "",
                "photo.remove",
            )
        case SelectionKind.ARTICLE:
            return (
                "article.up", "article.down", "to-section", "kind", "",
                "layout.break-before", "layout.keep-together", "",
                "photo.add", "article.duplicate", "",
                "edit.cut", "edit.copy", "edit.paste", "article.remove",
            )  # fmt: skip
        case SelectionKind.SECTION:
            return (
                "article.new",
                "article.import",
                "section.rename",
                "",
                "article.up",
                "article.down",
                "",
                "edit.delete",
            )
        case (
            SelectionKind.MASTHEAD
            | SelectionKind.CONTENTS
            | SelectionKind.COLOPHON
            | SelectionKind.ISSUE
        ):
            return (
                "select.masthead",
                "select.colophon",
                "layout.next-number",
                "layout.contents",
                "layouts",
            )
        case SelectionKind.NOTHING:
            return (
                "article.import",
                "article.new",
                "",
                "view.spreads",
                "view.single",
                "view.fit-page",
                "view.fit-width",
                "overlays",
            )


def tree_keys(selection: Selection) -> tuple[str, ...]:
    """The commands of the context menu over the issue's tree: those of the pages, and what adds to
    the issue.
    """
    keys = context_keys(selection)
    return (*keys, "", *(key for key in ADDING if key not in keys))
