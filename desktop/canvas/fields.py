"""Which field of the issue a point of the masthead or the colophon shows: a double click there
leads to the field in the inspector.
"""

from __future__ import annotations

from desktop.canvas.shown import Pointer
from layouts.house.layout import Layout
from layouts.house.template import fields_of, fill, issue_fields
from layouts.issue.issue import Issue
from layouts.page.carets import CaretMap
from layouts.page.hit import Hit, HitKind
from layouts.page.item import COVER

COVER_HEADLINE = "cover-headline-"
"""Before the number (from 1) of a headline of the cover, in the name of its field."""


def field_at(issue: Issue, layout: Layout, shown: CaretMap, pointer: Pointer, found: Hit) -> str:
    """The name of a field as templates have it (`layouts.house.template.ISSUE_FIELDS`), or of a
    headline of the cover; empty where the point shows none.
    """
    if found.line is None or found.target not in {HitKind.MASTHEAD, HitKind.COLOPHON}:
        return ""
    hit = shown.pages[pointer.page].lines[found.line]
    if hit.role == COVER and hit.part:
        return f"{COVER_HEADLINE}{hit.part}"
    design = layout.masthead if found.target is HitKind.MASTHEAD else layout.colophon
    of_cover = layout.cover.lines if layout.cover is not None else ()
    values = issue_fields(issue)
    at_line = _inked(shown, pointer, found.line)
    line = shown.pages[pointer.page].lines[at_line]
    text = _close(line.text)
    templates = [
        entry.template
        for entry in (*design.lines, *of_cover)
        if text and text in _close(fill(entry.template, values) or "")
    ]
    offset = shown.stops(pointer.page, at_line).offset_at(pointer.x)
    at = len(_close(line.text[:offset]))
    candidates = {
        name: _close(values[name])
        for template in templates
        for name in fields_of(template)
        if values.get(name)
    }
    return min(candidates, key=lambda name: _distance(text, candidates[name], at), default="")


def _inked(shown: CaretMap, pointer: Pointer, line: int) -> int:
    """Of the lines on one baseline, whose slots may overlap, the one whose characters are nearest
    to the pointer.
    """
    lines = shown.pages[pointer.page].lines
    beside = [
        k
        for k, other in enumerate(lines)
        if other.role == lines[line].role and abs(other.y - lines[line].y) < 1
    ]

    def away(k: int) -> float:
        xs = shown.stops(pointer.page, k).xs
        return max(0.0, xs[0] - pointer.x, pointer.x - xs[-1])

    return min(beside, key=away)


def _close(text: str) -> str:
    """A text without spaces: those typed in a template are not all set."""
    return "".join(text.split())


def _distance(text: str, value: str, at: int) -> int:
    """How many characters a place in a line is away from a value in it; a value that is broken over
    lines may be anywhere.
    """
    start = text.find(value)
    return 0 if start < 0 else max(0, start - at, at - start - len(value))
