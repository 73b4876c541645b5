"""What is known of a page before it is read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from layouts.importing.readers.html.notes import PageNotes
from layouts.importing.readers.html.tree import HtmlElement

LEFT_OUT = {
    "iframe": "media",
    "video": "media",
    "audio": "media",
    "object": "media",
    "embed": "media",
    "mpvoice": "media",
    "canvas": "media",
    "svg": "vector-drawing",
    "button": "form",
    "select": "form",
    "textarea": "form",
    "noscript": "hidden-text",
    "template": "hidden-text",
    "noframes": "hidden-text",
    "datalist": "hidden-text",
}
"""Elements that do not come in, by the code of why."""

MOST_PHOTOS = 2_000
"""Photos of one page that are looked for."""


class HtmlPage(NamedTuple):
    """What is known of a page before it is read.

    `left_out` are elements that do not come in, by code; `roles` what an element is said to be;
    `through` elements whose own characters do not come in. `measure` is the width of its text in
    points, None where unknown. `remarks` says what HTML comments are: nothing, "comment" (remarks
    on the words before) or "lost". `breaks_are_spaces`: a line end in the source was a space.
    """

    asides: PageNotes
    left_out: Mapping[HtmlElement, str]
    roles: Mapping[HtmlElement, str]
    through: frozenset[HtmlElement]
    measure: float | None
    remarks: str = ""
    breaks_are_spaces: bool = False
    unit: str = "段"
