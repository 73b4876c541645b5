"""Equations (公式, `m:oMath`) as characters on a line (ECMA-376 Part 1, 22.1)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from layouts.importing.readers.docx.names import attribute, child, children, kind
from layouts.importing.xml_events import Element
from layouts.issue.text import MarkKind


class Piece(NamedTuple):
    """Characters of an equation, raised or lowered."""

    string: str
    mark: MarkKind | None = None


def linear(element: Element) -> Iterator[Piece]:
    """An equation, or a part of one, as pieces in reading order."""
    for part in element:
        name = kind(part)
        write = _WRITERS.get(name)
        if write is not None:
            yield from write(part)
        elif name == "m:t":
            yield Piece(part.text or "")
        elif not name.endswith("Pr"):
            yield from linear(part)


def _part(element: Element, name: str) -> str:
    found = child(element, name)
    return "" if found is None else "".join(piece.string for piece in linear(found))


def _grouped(string: str) -> str:
    """In parentheses where it is more than one thing: (a+b)/2."""
    return string if string.isalnum() or len(string) == 1 else f"({string})"


def _fraction(element: Element) -> Iterator[Piece]:
    yield Piece(f"{_grouped(_part(element, 'm:num'))}/{_grouped(_part(element, 'm:den'))}")


def _radical(element: Element) -> Iterator[Piece]:
    degree = _part(element, "m:deg")
    if degree:
        yield Piece(degree, MarkKind.SUPERSCRIPT)
    yield Piece(f"√{_grouped(_part(element, 'm:e'))}")


def _scripts(element: Element) -> Iterator[Piece]:
    base = child(element, "m:e")
    if base is not None:
        yield from linear(base)
    yield from _beside(element)


def _scripts_before(element: Element) -> Iterator[Piece]:
    yield from _beside(element)
    base = child(element, "m:e")
    if base is not None:
        yield from linear(base)


def _beside(element: Element) -> Iterator[Piece]:
    for name, mark in (("m:sub", MarkKind.SUBSCRIPT), ("m:sup", MarkKind.SUPERSCRIPT)):
        if string := _part(element, name):
            yield Piece(string, mark)


def _sum(element: Element) -> Iterator[Piece]:
    """An integral, sum or product with its limits; the integral is what is not said."""
    yield Piece(_own(element, "m:naryPr", "m:chr") or "∫")
    yield from _scripts_before(element)


def _delimited(element: Element) -> Iterator[Piece]:
    begin = _own(element, "m:dPr", "m:begChr")
    end = _own(element, "m:dPr", "m:endChr")
    between = _own(element, "m:dPr", "m:sepChr") or "|"
    yield Piece("(" if begin is None else begin)
    for place, part in enumerate(children(element, "m:e")):
        if place:
            yield Piece(between)
        yield from linear(part)
    yield Piece(")" if end is None else end)


def _matrix(element: Element) -> Iterator[Piece]:
    rows = [
        " ".join("".join(piece.string for piece in linear(cell)) for cell in children(row, "m:e"))
        for row in children(element, "m:mr")
    ]
    yield Piece("; ".join(rows))


def _rows(element: Element) -> Iterator[Piece]:
    for place, part in enumerate(children(element, "m:e")):
        if place:
            yield Piece("; ")
        yield from linear(part)


def _own(element: Element, properties: str, name: str) -> str | None:
    """`m:val` of a property."""
    found = child(element, properties)
    said = None if found is None else child(found, name)
    return None if said is None else attribute(said, "m:val") or ""


_WRITERS: dict[str, Callable[[Element], Iterator[Piece]]] = {
    "m:f": _fraction,
    "m:rad": _radical,
    "m:sSup": _scripts,
    "m:sSub": _scripts,
    "m:sSubSup": _scripts,
    "m:sPre": _scripts_before,
    "m:nary": _sum,
    "m:d": _delimited,
    "m:m": _matrix,
    "m:eqArr": _rows,
}
