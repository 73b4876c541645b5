"""Masthead and colophon read back: lines that were filled from templates of the layout, taken apart
by them again.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import groupby
from typing import TypeVar

from msgspec import convert

from layouts.house.fixed_design import FixedLine
from layouts.house.template import parse
from layouts.issue.fields import Field, FieldKind, declared
from layouts.issue.masthead import Colophon, Masthead
from layouts.manuscript.values import BadValueError, one_line, read_copies, read_date, read_number

_READ: dict[FieldKind, Callable[[str], object]] = {
    FieldKind.TEXT: one_line,
    FieldKind.NUMBER: read_number,
    FieldKind.COPIES: read_copies,
    FieldKind.DATE: read_date,
    FieldKind.RECEIVERS: one_line,
}

Part = TypeVar("Part", Masthead, Colophon)


def read_fields(part: type[Part], lines: Iterable[str], designs: Sequence[FixedLine]) -> Part:
    """The masthead or colophon whose lines were typed by `designs`; lines that fit none say
    nothing, and what cannot be read of a field is not given.
    """
    fields = {field.in_templates: field for field in declared(part)}
    values: dict[str, object] = {}
    waiting = sorted(designs, key=lambda design: _likeliness(design.template, fields))
    for line in (text for row in lines for text in row.split("\t") if text.strip()):
        for design in waiting:
            found = _read_by(design.template, line.strip(), fields)
            if found is not None:
                values |= found
                waiting.remove(design)
                break
    return convert(values, part)


def _likeliness(template: str, fields: Mapping[str, Field]) -> tuple[int, bool]:
    """What sorts templates: those that say most themselves first, of others those of fields that
    every issue has.
    """
    pieces = parse(template)
    said = sum(len(piece.text.strip()) for piece in pieces if not piece.is_field)
    named = (fields.get(piece.text) for piece in pieces if piece.is_field)
    return -said, not any(field is not None and field.needed for field in named)


def _read_by(template: str, line: str, fields: Mapping[str, Field]) -> dict[str, object] | None:
    """What a line says by a template; None where it does not fit, or a value is none."""
    match = _pattern(template).fullmatch(line)
    if match is None:
        return None
    values: dict[str, object] = {}
    for name, words in match.groupdict().items():
        field = fields.get(name)
        if field is None or not words:
            continue
        try:
            values[field.name] = _READ[field.kind](words)
        except BadValueError:
            return None
    return values


@lru_cache(maxsize=256)
def _pattern(template: str) -> re.Pattern[str]:
    """What fits the lines of a template, each field a group of its name; a field that stands in it
    twice is read once.
    """
    known: set[str] = set()
    pattern = ""
    for group, pieces in groupby(parse(template), key=lambda piece: piece.group):
        inside = ""
        for piece in pieces:
            if not piece.is_field:
                inside += re.escape(piece.text)
            elif piece.text in known:
                inside += ".+?"
            else:
                known.add(piece.text)
                inside += f"(?P<{piece.text}>.+?)"
        pattern += f"(?:{inside})?" if group else inside
    return re.compile(rf"\s*{pattern}\s*", re.DOTALL)
