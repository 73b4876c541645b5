"""Looking into PDF objects that may be anything: a value of the kind asked for, or none."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import cast

import pikepdf
from msgspec import Struct

Box = tuple[float, float, float, float]
"""Left, bottom, right, top, in pt."""


class PdfNode(Struct, frozen=True):
    """A dictionary or stream of the file, and its keys."""

    value: pikepdf.Object
    keys: frozenset[str]


def get(value: object, key: str) -> object:
    """An entry of a dictionary or stream; None where there is none."""
    if not is_dictionary(value):
        return None
    return cast("object", cast("pikepdf.Object", value).get(key))


def is_dictionary(value: object) -> bool:
    """Whether a value has entries."""
    return isinstance(value, pikepdf.Dictionary | pikepdf.Stream)


def name(value: object) -> str:
    """A name without its slash; empty for anything else."""
    return str(value)[1:] if isinstance(value, pikepdf.Name) else ""


def text(value: object) -> str:
    """A text string, or a name; empty for anything else."""
    return str(value) if isinstance(value, pikepdf.String) else name(value)


def number(value: object, otherwise: float = 0.0) -> float:
    """The number that an object is; `otherwise` where it is none."""
    return (
        float(value)
        if isinstance(value, int | float | Decimal) and not isinstance(value, bool)
        else otherwise
    )


def items(value: object) -> list[object]:
    """The values of an array; of nothing else any."""
    return [cast("object", entry) for entry in value] if isinstance(value, pikepdf.Array) else []


def numbers(value: object) -> tuple[float, ...]:
    """The numbers of an array; empty where something else is among them."""
    found = items(value)
    return (
        tuple(map(number, found))
        if all(isinstance(one, int | float | Decimal) for one in found)
        else ()
    )


def entries(value: object) -> Iterator[tuple[str, object]]:
    """Key and value of a dictionary or stream."""
    if is_dictionary(value):
        yield from (
            (str(key), cast("object", entry))
            for key, entry in cast("pikepdf.Dictionary", value).items()
        )


def box(value: object) -> Box | None:
    """A rectangle with its corners put in order (ISO 32000-1 7.9.5)."""
    found = numbers(value)
    if len(found) != 4:
        return None
    return (
        min(found[0], found[2]),
        min(found[1], found[3]),
        max(found[0], found[2]),
        max(found[1], found[3]),
    )


Identity = tuple[int, int] | int


def identity(value: object) -> Identity:
    """Tells objects apart: the object number, or for a direct object the value in memory."""
    if isinstance(value, pikepdf.Object) and value.is_indirect:
        return value.objgen
    return id(value)


def filters(stream: object) -> list[str]:
    """The filters of a stream, by name."""
    entry = get(stream, "/Filter")
    return [name(one) for one in items(entry)] or [name(entry)] * bool(name(entry))


def nodes(pdf: pikepdf.Pdf) -> list[PdfNode]:
    """Every dictionary and stream of the file, those that stand inside others too."""
    found: list[PdfNode] = []
    waiting = [cast("object", value) for value in pdf.objects]
    while waiting:
        value = waiting.pop()
        if is_dictionary(value):
            inside = dict(entries(value))
            found.append(PdfNode(cast("pikepdf.Object", value), frozenset(inside)))
            waiting += [entry for entry in inside.values() if _stands_inside(entry)]
        else:
            waiting += [entry for entry in items(value) if _stands_inside(entry)]
    return found


def _stands_inside(value: object) -> bool:
    return (
        isinstance(value, pikepdf.Dictionary | pikepdf.Stream | pikepdf.Array)
        and not cast("pikepdf.Object", value).is_indirect
    )
