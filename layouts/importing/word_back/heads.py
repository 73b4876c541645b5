"""Masthead and colophon read back: lines that were filled from templates of the layout, taken apart
by them again.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple, TypeVar

from msgspec import convert

from layouts.house.fixed_design import FixedLine
from layouts.house.template import parse
from layouts.issue.fields import TEXTS, Field, FieldKind, declared
from layouts.issue.masthead import Colophon, Masthead
from layouts.manuscript.values import BadValueError, one_line, read_copies, read_date, read_number
from layouts.webpage.heads import in_order

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
    nothing.

    Both stand in one order, and templates whose fields were empty left no line: of all ways to lay
    lines and templates beside each other that which says most is taken.
    """
    fields = {field.in_templates: field for field in declared(part)}
    said = [text.strip() for row in lines for text in row.split("\t") if text.strip()]
    # the best of the lines from each on, by the templates from each on: from the end backwards
    best: list[_LinesFit] = [_NOTHING] * (len(said) + 1)
    for design in reversed(in_order(designs)):
        for number, line in enumerate(said):
            found = _read_by(design.template, line, fields)
            if found is not None:
                gain = _gain(design.template, fields)
                after = best[number + 1]
                fit = _LinesFit(after.score + gain, {**found, **after.values})
            else:
                fit = _NOTHING
            best[number] = max(best[number], fit, key=lambda one: one.score)
        for number in range(len(said) - 1, -1, -1):
            best[number] = max(best[number], best[number + 1], key=lambda one: one.score)
    return convert(best[0].values, part)


class _LinesFit(NamedTuple):
    """How much some lines say by some templates, and what."""

    score: int
    values: dict[str, object]


_NOTHING = _LinesFit(0, {})

_A_LINE, _A_KIND, _A_NEED = 100, 20, 5
"""What counts: that a line fits at all, that a number or a day is one, that every issue has it."""


def _gain(template: str, fields: Mapping[str, Field]) -> int:
    """How sure it is that a line which fits a template was typed by it."""
    pieces = parse(template)
    score = _A_LINE + sum(len(piece.text.strip()) for piece in pieces if not piece.is_field)
    for piece in pieces:
        field = fields.get(piece.text) if piece.is_field else None
        if field is not None:
            score += _A_NEED * field.needed + _A_KIND * (field.kind not in TEXTS)
    return score


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
        # a group is there only where the line cannot be read without it
        pattern += f"(?:{inside})??" if group else inside
    return re.compile(rf"\s*{pattern}\s*", re.DOTALL)
