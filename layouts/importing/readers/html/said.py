"""What attributes and styles of an element say, in the words of the walker."""

from __future__ import annotations

from msgspec.structs import replace

from layouts.importing.readers.html.css import Declarations
from layouts.importing.readers.html.looks import HtmlStyle
from layouts.importing.readers.html.tree import HtmlElement

_PAGE_TURN = ("always", "page", "left", "right")
_WEB = ("http://", "https://", "mailto:")
"""What a link may lead to; what leads into the writer's own computer is no use to a reader."""


def is_plain(element: HtmlElement) -> bool:
    """Whether an element holds nothing but characters, whose spaces need no care."""
    return all(isinstance(child, str) and child.isprintable() for child in element.children)


def turns_page(said: Declarations) -> bool:
    """Whether a new page begins before an element."""
    turn = said.get("page-break-before") or said.get("break-before") or ""
    return turn in _PAGE_TURN


def address_of(element: HtmlElement) -> str:
    """Where a link leads, empty where that is no use to a reader."""
    href = element.get("href").strip()
    return href if href.lower().startswith(_WEB) else ""


def number_in(written: str) -> int:
    """A number from 0; 0 too for what is none."""
    return int(written) if written.isascii() and written.isdigit() and len(written) < 10 else 0


def in_role(style: HtmlStyle, role: str) -> HtmlStyle:
    """The style of what is known to be a title, or under a name such as Author."""
    if role in ("title", "subtitle"):
        return replace(style, role=role)
    return replace(style, name=role, italic=False)
