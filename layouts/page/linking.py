"""Links and signs of notes in a structure tree: what shows one becomes an element of its own (ISO
14289-1 7.18.5, 7.9).
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import Any

from layouts.page.addresses import LinkedAddress
from layouts.page.note_links import NoteSign
from layouts.page.page import Page
from layouts.page.structure import Element, LinePart

_Claims = dict[tuple[int, int], list[tuple[LinePart, Hashable]]]
"""The parts of each line, by page and line, that an element of their own holds, from left to right;
those of one key share theirs.
"""


def put_links(root: Element, references: Sequence[LinkedAddress]) -> None:
    """Put the links of addresses into a tree that holds the lines they stand in."""
    claims: _Claims = {}
    for reference in references:
        for part in reference.parts:
            claims.setdefault((part.page, part.line), []).append((part, reference))
    made: dict[Hashable, Element] = {}
    _put(root, claims, made, lambda reference: Element("Link", [], _said(reference.uri)))
    for reference in references:
        if reference in made:
            # the words first, then what of them is clicked
            made[reference].children += reference.links


def put_signs(root: Element, pages: Sequence[Page], links: Sequence[NoteSign] = ()) -> None:
    """Make a Reference of each sign of a note in a tree that holds the lines they stand in (ISO
    32000-1 14.8.4.4); `links` are those that lead to their notes, and back from these.
    """
    claims: _Claims = {}
    for p, page in enumerate(pages):
        for k, line in enumerate(page.lines):
            signs = (
                [LinePart(p, k, put.start, put.end) for put in line.puts if put.note]
                if line.puts
                else []
            )
            if signs:
                claims[p, k] = [(sign, sign) for sign in signs]
    if claims:
        _put(root, claims, {}, lambda _: Element("Reference"))
    if links:
        claims = {}
        for sign in links:
            claims.setdefault((sign.link.page, sign.shown.line), []).append((sign.shown, sign))
        made: dict[Hashable, Element] = {}
        _put(root, claims, made, lambda sign: Element("Link", [], sign.said))
        for sign, element in made.items():
            if isinstance(sign, NoteSign):
                element.children.append(sign.link)


def put_readings(root: Element, pages: Sequence[Page]) -> None:
    """Make a Ruby of each word with a reading above it: the word its RB, the reading its RT (ISO
    32000-1 14.8.4.4.2).
    """
    claims: _Claims = {}
    readings: set[LinePart] = set()
    for p, page in enumerate(pages):
        for k, line in enumerate(page.lines):
            for put in line.puts:
                if put.over:
                    word = LinePart(p, k, put.start - put.over, put.start)
                    reading = LinePart(p, k, put.start, put.end)
                    claims.setdefault((p, k), []).extend(((word, reading), (reading, reading)))
                    readings.add(reading)
    if not claims:
        return
    made: dict[Hashable, Element] = {}
    _put(root, claims, made, lambda _: Element("Ruby"))
    for ruby in made.values():
        parts = [
            (child, isinstance(child, LinePart) and child in readings) for child in ruby.children
        ]
        words = [child for child, is_reading in parts if not is_reading]
        said = [child for child, is_reading in parts if is_reading]
        ruby.children = [Element("RB", words), Element("RT", said)]


def _put(
    element: Element, claims: _Claims, made: dict[Hashable, Element], make: Callable[[Any], Element]
) -> None:
    children = element.children
    element.children = []
    for child in children:
        if isinstance(child, Element):
            _put(child, claims, made, make)
        if not isinstance(child, LinePart) or (child.page, child.line) not in claims:
            element.children.append(child)
            continue
        for part, key in _cut(child, claims[child.page, child.line]):
            if key is None:
                element.children.append(part)
                continue
            # what runs over lines is one element, where its first part stands
            if key not in made:
                made[key] = make(key)
                element.children.append(made[key])
            made[key].children.append(part)


def _cut(
    part: LinePart, claims: Sequence[tuple[LinePart, Hashable]]
) -> Iterator[tuple[LinePart, Hashable | None]]:
    """A part of a line as what is claimed and what stands between."""
    at = part.start
    for shown, key in claims:
        first = max(shown.start, at)
        # None is the end of the line
        last = shown.end if part.end is None or shown.end is None else min(shown.end, part.end)
        if last is None or first >= last:
            continue
        if at < first:
            yield part._replace(start=at, end=first), None
        yield part._replace(start=first, end=last), key
        at = last
    if part.end is None or at < part.end:
        yield part._replace(start=at), None


def _said(uri: str) -> str:
    """Where a link leads, in words."""
    return f"电子邮件 {uri.removeprefix('mailto:')}" if uri.startswith("mailto:") else f"网址 {uri}"
