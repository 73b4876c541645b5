"""Front matter (稿头) of an issue: its masthead, colophon, layout and settings as YAML, one key a line."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import cast

from layouts.issue.issue import Accepted, Colophon, Issue
from layouts.manuscript.escape import possible
from layouts.manuscript.frontmatter import DEFAULT_LAYOUT
from layouts.manuscript.quoted import number
from layouts.manuscript.repair import REPAIRED
from layouts.manuscript.values import one_line

LARGEST_NUMBER = 999_999

_PLAIN = re.compile(r"[A-Za-z0-9\u2010-\uffef][^:#]*")
_WORD = re.compile(r"[A-Za-z\u2010-\uffef][^:#,\[\]{}]*")
"""Text that YAML takes for nothing but text, at the start of a line and inside brackets."""

_REPAIRED = re.compile(f"[{REPAIRED}]")
_SPECIAL = frozenset(["y", "n", "yes", "no", "on", "off", "null", "true", "false"])
_ESCAPES = {'"': '\\"', "\\": "\\\\"}


def front_matter(issue: Issue) -> str:
    """The settings between their two lines ---. What is empty is left out, numbers that no issue can have too."""
    return "\n".join(["---", *_lines(issue), "---"])


def _lines(issue: Issue) -> Iterator[str]:
    masthead, colophon = issue.masthead, issue.colophon
    yield from _text("publication", masthead.publication)
    yield from _count("issue", masthead.number)
    yield from _count("total", masthead.total)
    if masthead.date is not None:
        yield f"date: {masthead.date.isoformat()}"
    yield from _text("issuer", masthead.issuer)
    yield from _text("secrecy", masthead.secrecy)
    yield from _text("copy_number", masthead.copy_number)
    yield from _text("layout", one_line(issue.layout) or DEFAULT_LAYOUT)
    if not issue.contents:
        yield "contents: false"
    for name, value in issue.settings.items():
        yield f"{name}: {_value(value)}"
    yield from _text("editor", colophon.editor)
    yield from _text("telephone", colophon.telephone)
    yield from _distribution(colophon)
    yield from _count("copies", colophon.copies)
    yield from _accepted(issue.accepted)


def _text(key: str, value: str, indent: str = "") -> Iterator[str]:
    line = one_line(possible(value))
    if line:
        yield f"{indent}{key}: {line if _is_plain(line, _PLAIN) else _quoted(line)}"


def _count(key: str, value: int | None) -> Iterator[str]:
    if value is not None and 0 < value <= LARGEST_NUMBER:
        yield f"{key}: {value}"


def _distribution(colophon: Colophon) -> Iterator[str]:
    receivers = (("报", colophon.report_to), ("送", colophon.send_to), ("发", colophon.distribute_to))
    lines = [line for key, value in receivers for line in _text(key, value, "  ")]
    if lines:
        yield from ("distribution:", *lines)


def _accepted(accepted: tuple[Accepted, ...]) -> Iterator[str]:
    """Findings that were accepted, each with its reason. Half a pair says nothing and is left out."""
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
    return written if "." in written else f"{written}.0"


def _quoted(text: str) -> str:
    return '"' + "".join(_ESCAPES.get(character) or _shown(character) for character in text) + '"'


def _shown(character: str) -> str:
    """A character of quoted YAML; those that nobody sees, or that would be repaired, by their number."""
    if character == "\u3000" or (character.isprintable() and not _REPAIRED.match(character)):
        return character
    return f"\\u{ord(character):04x}" if ord(character) < 0x10000 else f"\\U{ord(character):08x}"
