"""The paragraphs of an OpenDocument in order, with their automatic numbers, and what stands between
them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from layouts.importing.numbers import LARGEST
from layouts.importing.readers.odt.context import OdtContext
from layouts.importing.readers.odt.lists import OdtList
from layouts.importing.readers.odt.names import attribute, kind, whole
from layouts.importing.readers.odt.paragraph import SHAPES
from layouts.importing.xml_events import Element

_HEADING, _PARAGRAPH, _LIST, _TABLE = "text:h", "text:p", "text:list", "table:table"


class Flowing(NamedTuple):
    """A paragraph, table or drawing; `label` is the paragraph's number, `hidden` says that it
    stands in a part that is not shown, `in_contents` in a table of contents, `level` is that of the
    list that counts it, from 1.
    """

    element: Element
    label: str = ""
    hidden: bool = False
    in_contents: bool = False
    level: int = 0


def flowing(context: OdtContext, element: Element, *, hidden: bool = False) -> Iterator[Flowing]:
    """What an element is, or what stands in it."""
    what = kind(element)
    if what in {_PARAGRAPH, _TABLE} or what in SHAPES:
        yield Flowing(element, hidden=hidden)
    elif what == _HEADING:
        yield Flowing(element, "" if hidden else _heading(context, element), hidden)
    elif what == _LIST:
        style = attribute(element, "text:style-name") or _style_inside(context, element)
        counted = context.lists.begin(element, style)
        yield from _items(context, element, counted, style, 1, hidden=hidden)
    else:
        yield from flowing_in(context, element, hidden=hidden or is_hidden(element))


def flowing_in(context: OdtContext, element: Element, *, hidden: bool = False) -> Iterator[Flowing]:
    """What stands in an element."""
    for each in element:
        yield from flowing(context, each, hidden=hidden)


def is_hidden(element: Element) -> bool:
    """Whether an element is a section that is not shown (ODF 1.3, part 3, 5.4)."""
    return kind(element) == "text:section" and attribute(element, "text:display") == "none"


def _items(
    context: OdtContext,
    element: Element,
    counted: OdtList,
    style: str,
    level: int,
    *,
    hidden: bool,
) -> Iterator[Flowing]:
    """The items of a list; the first paragraph of each has its number."""
    for item in element:
        is_header = kind(item) == "text:list-header"
        start = whole(attribute(item, "text:start-value"), 0, LARGEST)
        is_first = not is_header
        for each in item:
            what = kind(each)
            if what == _LIST:
                own = attribute(each, "text:style-name") or style
                yield from _items(context, each, counted, own, level + 1, hidden=hidden)
            elif what in {_PARAGRAPH, _HEADING}:
                label = context.lists.next(counted, style, level, start) if is_first else ""
                is_first = False
                yield Flowing(each, label, hidden, level=level)
            else:
                yield from flowing(context, each, hidden=hidden)


def _style_inside(context: OdtContext, element: Element) -> str:
    """The list style of the first paragraph, for a list that names none."""
    for each in element.iter():
        if kind(each) in {_PARAGRAPH, _HEADING}:
            return context.styles.look("paragraph", attribute(each, "text:style-name")).lists
    return ""


def _heading(context: OdtContext, element: Element) -> str:
    """The number of a heading by the outline of the document."""
    if attribute(element, "text:is-list-header") == "true":
        return ""
    return context.lists.heading(
        whole(attribute(element, "text:outline-level"), 1, 10) or 1,
        whole(attribute(element, "text:start-value"), 0, LARGEST),
        restarts=attribute(element, "text:restart-numbering") == "true",
    )
