"""Attributes in braces: what pandoc, Quarto and kramdown write behind words, `{.underline #id
key="value"}`.
"""

from __future__ import annotations

import html
import re
from typing import NamedTuple

_ITEM = re.compile(
    r"\s*(?:([.#=-])([^\s{}=\"'.#]*)|([^\s{}=\"'.#]+)\s*[=＝]\s*(\"[^\"]*\"|“[^”]*”|[^\s\"]+))\s*"
)

_TAGS = {
    "underline": "u",
    "ul": "u",
    "下划线": "u",
    "sup": "sup",
    "superscript": "sup",
    "上标": "sup",
    "sub": "sub",
    "subscript": "sub",
    "下标": "sub",
    "strong": "b",
    "bold": "b",
    "strikeout": "s",
    "strike": "s",
    "删除线": "s",
    "deletion": "del",
    "dots": "banxin-dots",
    "着重号": "banxin-dots",
}
"""What classes of spans say that comes in; all others look some way that does not."""


class TagPair(NamedTuple):
    """The tags round some words."""

    opening: str
    closing: str


def attributes(written: str) -> list[tuple[str, str]] | None:
    """Names and values of attributes, a class as `.` and an id as `#`; None where they are none."""
    found: list[tuple[str, str]] = []
    place = 0
    while place < len(written):
        item = _ITEM.match(written, place)
        if not item or item.end() == place:
            return None
        value = (item[4] or "").strip('"“”')
        found.append((item[1], item[2]) if item[1] else (item[3].lower(), value))
        place = item.end()
    return found


def span_of(written: str) -> TagPair | None:
    """The tags that attributes stand for; None for braces that are text."""
    found = attributes(written)
    if not found:
        return None
    said = dict(found)
    if "ruby" in said:
        return TagPair("<ruby>", f"<rt>{html.escape(said['ruby'])}</rt></ruby>")
    if "note" in said:
        return TagPair("", f'<banxin-note banxin-note="{html.escape(said["note"])}"></banxin-note>')
    tags = [_TAGS[value] for name, value in found if name == "." and value in _TAGS]
    return TagPair(
        "".join(f"<{tag}>" for tag in tags), "".join(f"</{tag}>" for tag in reversed(tags))
    )
