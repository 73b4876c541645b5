"""Addresses in a structure tree: what shows one becomes a Link of its own, which holds its places to click on (ISO 14289-1 7.18.5)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from layouts.page.addresses import Reference
from layouts.page.structure import Element, LinePart

_Claims = dict[tuple[int, int], list[tuple[LinePart, Reference]]]
"""The parts of each line, by page and line, that show addresses, from left to right."""


def put_links(root: Element, references: Sequence[Reference]) -> None:
    """Put the links of addresses into a tree that holds the lines they stand in."""
    claims: _Claims = {}
    for reference in references:
        for part in reference.parts:
            claims.setdefault((part.page, part.line), []).append((part, reference))
    made: dict[Reference, Element] = {}
    _put(root, claims, made)
    for reference, link in made.items():
        link.children += reference.links


def _put(element: Element, claims: _Claims, made: dict[Reference, Element]) -> None:
    children = element.children
    element.children = []
    for child in children:
        if isinstance(child, Element):
            _put(child, claims, made)
        if not isinstance(child, LinePart) or (child.page, child.line) not in claims:
            element.children.append(child)
            continue
        for part, reference in _cut(child, claims[child.page, child.line]):
            if reference is None:
                element.children.append(part)
                continue
            if reference not in made:
                made[reference] = Element("Link", [], _said(reference.uri))
                element.children.append(made[reference])
            made[reference].children.append(part)


def _cut(part: LinePart, claims: Sequence[tuple[LinePart, Reference]]) -> Iterator[tuple[LinePart, Reference | None]]:
    """A part of a line as addresses and what stands between them."""
    at = part.start
    for shown, reference in claims:
        first = max(shown.start, at)
        last = shown.end if part.end is None or shown.end is None else min(shown.end, part.end)
        if last is None or first >= last:
            continue
        if at < first:
            yield part._replace(start=at, end=first), None
        yield part._replace(start=first, end=last), reference
        at = last
    if part.end is None or at < part.end:
        yield part._replace(start=at), None


def _said(uri: str) -> str:
    """Where a link leads, in words."""
    return f"电子邮件 {uri.removeprefix('mailto:')}" if uri.startswith("mailto:") else f"网址 {uri}"
