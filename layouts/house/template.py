"""Templates of fixed lines: `第{number}期[（总第{total}期）]`, filled from the issue's fields.

`{field}` stands for a field. `[…]` is a group: dropped as a whole where a field in it is empty. `{{
}} [[ ]]` are the signs themselves.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from msgspec import Struct

from layouts.issue.issue import Issue
from layouts.issue.masthead import COLOPHON, MASTHEAD
from layouts.messages.layout import TEMPLATE_SIGN_UNPAIRED

ISSUE_FIELDS: dict[str, str] = {
    field.in_templates: field.meaning for field in (*MASTHEAD, *COLOPHON)
}
PAGE_FIELDS: dict[str, str] = {
    **ISSUE_FIELDS,
    "page": "number of the page, in page numbers and running heads",
}
NAMED_FIELDS = frozenset(["section", "title", "last_title"])
"""Fields whose values are what a page is about."""
HEAD_FIELDS: dict[str, str] = {
    **PAGE_FIELDS,
    "section": "section of the page, in page numbers and running heads",
    "title": "first title that begins on the page, else the one that runs on; likewise",
    "last_title": "last title that begins on the page, else the one that runs on; likewise",
}

_TOKEN = re.compile(r"\{\{|\}\}|\[\[|\]\]|\{([^{}]*)\}|[{}\[\]]|[^{}\[\]]+")


class TemplatePart(Struct, frozen=True):
    """Literal text or the name of a field, and the number of the group it stands in (0 outside of
    groups).
    """

    text: str
    is_field: bool
    group: int


class TemplateError(ValueError):
    """A template that cannot be read, with a sentence in Chinese and English."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(en)
        self.zh = zh
        self.en = en


@lru_cache(maxsize=256)
def parse(template: str) -> tuple[TemplatePart, ...]:
    """The pieces of a template.

    TemplateError where a brace or bracket is left open or closed twice.
    """
    return tuple(_pieces(template))


def _pieces(template: str) -> Iterator[TemplatePart]:
    groups = 0
    group = 0
    for match in _TOKEN.finditer(template):
        found = match[0]
        if match[1] is not None:
            yield TemplatePart(match[1], True, group)
        elif found in ("{{", "}}", "[[", "]]"):
            yield TemplatePart(found[0], False, group)
        elif found == "[" and not group:
            groups += 1
            group = groups
        elif found == "]" and group:
            group = 0
        elif found in ("{", "}", "[", "]"):
            raise _unpaired(found)
        else:
            yield TemplatePart(found, False, group)
    if group:
        raise _unpaired("[")


def _unpaired(sign: str) -> TemplateError:
    return TemplateError(*TEMPLATE_SIGN_UNPAIRED(sign=sign, twice=sign * 2))


def fields_of(template: str) -> tuple[str, ...]:
    """The names of the fields a template uses, in order."""
    return tuple(piece.text for piece in parse(template) if piece.is_field)


def fill(template: str, fields: Mapping[str, str]) -> str | None:
    """The template with its fields filled in, or None where the line is to be left out.

    It is left out where a field outside of groups is empty, and where it has fields but every one
    of them is empty. Spaces at either end, which a dropped group leaves behind, are removed.
    """
    pieces = parse(template)
    empty = {piece.group for piece in pieces if piece.is_field and not fields.get(piece.text)}
    kept = [piece for piece in pieces if piece.group not in empty]
    has_fields = any(piece.is_field for piece in pieces)
    if 0 in empty or (has_fields and not any(piece.is_field for piece in kept)):
        return None
    return "".join(fields[piece.text] if piece.is_field else piece.text for piece in kept).strip()


def issue_fields(issue: Issue) -> dict[str, str]:
    """What templates may name, empty where the issue says nothing."""
    parts = ((issue.masthead, MASTHEAD), (issue.colophon, COLOPHON))
    return {
        field.in_templates: _printed(getattr(part, field.name))
        for part, fields in parts
        for field in fields
    }


def _printed(value: str | int | datetime.date | None) -> str:
    """The value of a field as it is printed."""
    if isinstance(value, datetime.date):
        return f"{value.year}年{value.month}月{value.day}日"
    return "" if value is None else str(value)
