"""An issue's own values in its layout, as panel and pages set them, and what a layout forbids."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from layouts.errors import LayoutError
from layouts.house.declaring import REQUIRED
from layouts.house.layout import Layout
from layouts.house.load import refusal, stock_document
from layouts.house.locks import broken
from layouts.house.overlay import setting_at
from layouts.house.schema import OPEN_PLACES
from layouts.issue import edits
from layouts.issue.issue import Issue

Document = Mapping[str, object]


def designed(issue: Issue, values: Mapping[str, object]) -> Issue:
    """An issue whose layout holds these values, by place; None, and what the stock layout has
    there, is left to it. LayoutError where there is no such layout.
    """
    stock = stock_document(issue)
    for place, value in values.items():
        # no difference, and no value of the issue's own
        wanted = None if value == value_at(stock, place) else value
        issue = edits.set_design(issue, place, wanted).issue
        for opened, (table, key) in OPEN_PLACES.items():
            if f"{table}.{key}" == place:
                issue = edits.set_setting(issue, opened, None).issue
    return issue


def settled_design(issue: Issue) -> dict[str, object]:
    """All that an issue has otherwise, what its editor set where the layout is open with it: as a
    layout of its own would say it.
    """
    opened = {
        ".".join(OPEN_PLACES[name]): value
        for name, value in issue.settings.items()
        if name in OPEN_PLACES
    }
    return {**issue.design, **opened}


def with_settings(document: dict[str, Any], issue: Issue) -> dict[str, Any]:
    """A document with what the issue's editor set where the layout is open."""
    for name, value in issue.settings.items():
        table, key = OPEN_PLACES.get(name, ("", ""))
        if table:
            document = {**document, table: {**document.get(table, {}), key: value}}
    return document


def written_at(document: Document, place: str) -> object:
    """What a document says at a place; None where it says nothing."""
    found: object = document
    for step in place.split("."):
        found = cast("Document", found).get(step) if isinstance(found, dict) else None
    return found


def value_at(document: Document, place: str) -> object:
    """What holds at a place: as written, or the default of its setting."""
    found = written_at(document, place)
    if found is not None:
        return found
    default = setting_at(place).default
    return None if default is REQUIRED else default


def forbidden(layout: Layout | None, before: Issue, after: Issue) -> LayoutError | None:
    """Why an act may not make one issue of the other: a value of the layout that does not go with
    the others, or what the layout locks.
    """
    if after.design != before.design and (wrong := refusal(after)) is not None:
        return wrong
    kept = broken(layout.locks, before, after) if layout is not None else None
    return LayoutError(*kept) if kept else None
