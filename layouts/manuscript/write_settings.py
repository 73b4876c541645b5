"""Front matter (稿头) of an issue: its masthead, colophon, layout and settings as YAML, one key a
line.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from types import MappingProxyType
from typing import Any, cast

from layouts.issue.cover import Cover
from layouts.issue.fields import FieldKind, declared
from layouts.issue.fitting import NO_FITTING
from layouts.issue.issue import Accepted, Issue, SetAside
from layouts.issue.layout_name import USUAL_LAYOUT
from layouts.issue.masthead import PROFILES, Colophon, Masthead
from layouts.manuscript.escape import possible
from layouts.manuscript.frontmatter import RECEIVERS
from layouts.manuscript.quoted import number
from layouts.manuscript.repair import REPAIRED
from layouts.manuscript.values import one_line

LARGEST_NUMBER = 999_999

DEEPEST_VALUE = 4
"""Lists and mappings inside each other in a value two levels down: reading stops at six in all."""

_PLAIN = re.compile(r"[A-Za-z0-9\u2010-\uffef][^:#]*")
_WORD = re.compile(r"[A-Za-z\u2010-\uffef][^:#,\[\]{}]*")
"""Text that YAML takes for nothing but text, at the start of a line and inside brackets."""

_REPAIRED = re.compile(f"[{REPAIRED}]")
_SPECIAL = frozenset(["y", "n", "yes", "no", "on", "off", "null", "true", "false"])
_ESCAPES = {'"': '\\"', "\\": "\\\\"}


def front_matter(issue: Issue) -> str:
    """The settings between their two lines ---.

    What is empty is left out, numbers that no issue can have too.
    """
    return "\n".join(["---", *_lines(issue), "---"])


def _lines(issue: Issue) -> Iterator[str]:
    yield from _part(issue.masthead)
    yield from _text("layout", one_line(issue.layout) or USUAL_LAYOUT)
    if not issue.contents:
        yield "contents: false"
    if issue.profile in PROFILES and issue.profile:
        yield f"profile: {PROFILES[issue.profile][0]}"
    for name, value in issue.settings.items():
        yield f"{name}: {_value(value)}"
    yield from _part(issue.colophon)
    yield from _accepted(issue.accepted)
    yield from _cover(issue.cover)
    yield from _mapping("design", issue.design)
    yield from _set_aside(issue.set_aside)
    if issue.fitting != NO_FITTING:
        from layouts.manuscript.fitting import fitting_said

        yield from _mapping("fitting", fitting_said(issue))


def _mapping(key: str, values: Mapping[str, object], indent: str = "") -> Iterator[str]:
    """A mapping, a line each; what is nested deeper than reading takes is left out."""
    deepest = DEEPEST_VALUE - len(indent) // 2
    kept = {name: value for name, value in values.items() if _depth(value) <= deepest}
    if kept:
        yield f"{indent}{key}:"
    yield from (f"{indent}  {_value(name)}: {_value(value)}" for name, value in kept.items())


def _cover(cover: Cover | None) -> Iterator[str]:
    if cover is None:
        return
    from layouts.manuscript.cover import cover_values

    values = cover_values(cover)
    yield from _mapping("cover", values) if values else ("cover: true",)


def _set_aside(set_aside: Mapping[str, SetAside]) -> Iterator[str]:
    """What is kept for layouts that the issue was in before."""
    said = {
        layout: [
            *_mapping("settings", kept.settings, "    "),
            *_mapping("design", kept.design, "    "),
        ]
        for layout, kept in set_aside.items()
    }
    if any(said.values()):
        yield "set_aside:"
    for layout, lines in said.items():
        if lines:
            yield f"  {_value(layout)}:"
            yield from lines


def _depth(value: object) -> int:
    """How many mappings and lists stand inside each other."""
    if isinstance(value, Mapping):
        inner = list(cast("Mapping[object, object]", value).values())
    elif isinstance(value, Sequence) and not isinstance(value, str):
        inner = list(cast("Sequence[object]", value))
    else:
        return 0
    return 1 + max(map(_depth, inner), default=0)


def _part(part: Masthead | Colophon) -> Iterator[str]:
    """The fields of masthead or colophon. Receivers and copies come last."""
    # sorted is stable: all others keep their order
    fields = sorted(declared(type(part)), key=lambda field: _LATE.get(field.kind, 0))
    for kind, group in groupby(fields, lambda field: field.kind):
        lines = [
            line
            for field in group
            for line in _WRITE[kind](field.words[0], getattr(part, field.name))
        ]
        if lines and kind is FieldKind.RECEIVERS:
            yield f"{RECEIVERS}:"
        yield from (f"  {line}" if kind is FieldKind.RECEIVERS else line for line in lines)


def _text(key: str, value: str) -> Iterator[str]:
    line = one_line(possible(value))
    if line:
        yield f"{key}: {line if _is_plain(line, _PLAIN) else _quoted(line)}"


def _count(key: str, value: int | None) -> Iterator[str]:
    if value is not None and 0 < value <= LARGEST_NUMBER:
        yield f"{key}: {value}"


def _date(key: str, value: datetime.date | None) -> Iterator[str]:
    if value is not None:
        yield f"{key}: {value.isoformat()}"


_WRITE: Mapping[FieldKind, Callable[[str, Any], Iterator[str]]] = MappingProxyType(
    {
        FieldKind.TEXT: _text,
        FieldKind.NUMBER: _count,
        FieldKind.COPIES: _count,
        FieldKind.DATE: _date,
        FieldKind.RECEIVERS: _text,
    }
)
_LATE = MappingProxyType({FieldKind.RECEIVERS: 1, FieldKind.COPIES: 2})


def _accepted(accepted: tuple[Accepted, ...]) -> Iterator[str]:
    """Findings that were accepted, each with its reason.

    Half a pair says nothing and is left out.
    """
    pairs = [(list(_text("key", one.key)), list(_text("reason", one.reason))) for one in accepted]
    said = [(key[0], reason[0]) for key, reason in pairs if key and reason]
    if said:
        yield "accepted:"
    for key, reason in said:
        yield f"  - {key}"
        yield f"    {reason}"


def _value(value: object) -> str:
    """A value of a setting, of the type it has."""
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        return _fraction(value)
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, Mapping):
        entries = cast("Mapping[object, object]", value).items()
        return "{" + ", ".join(f"{_value(key)}: {_value(item)}" for key, item in entries) + "}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "[" + ", ".join(map(_value, cast("Sequence[object]", value))) + "]"
    text = possible(str(value))
    return text if _is_plain(text, _WORD) else _quoted(text)


def _is_plain(text: str, pattern: re.Pattern[str]) -> bool:
    """Whether a text needs no quotes."""
    if not pattern.fullmatch(text) or text.lower() in _SPECIAL:
        return False
    return text.isprintable() and text == text.strip() and not _REPAIRED.search(text)


def _fraction(value: float) -> str:
    if value in (float("inf"), float("-inf")) or value != value:  # noqa: PLR0124, not a number is not itself
        return {"inf": ".inf", "-inf": "-.inf"}.get(repr(value), ".nan")
    written = number(value)
    # a float is read as one again
    return written if "." in written else f"{written}.0"


def _quoted(text: str) -> str:
    return '"' + "".join(_ESCAPES.get(character) or _shown(character) for character in text) + '"'


def _shown(character: str) -> str:
    """A character of quoted YAML; those that nobody sees, or that would be repaired, by their
    number.
    """
    if character == "\u3000" or (character.isprintable() and not _REPAIRED.match(character)):
        return character
    return f"\\u{ord(character):04x}" if ord(character) < 0x10000 else f"\\U{ord(character):08x}"
