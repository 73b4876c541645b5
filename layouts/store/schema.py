"""issue.json, version 2: what stands in it, as types that reading, writing and docs/issue.schema.json share.

Fields at their default are left out, so that a file says what somebody decided. A change that an older program would misunderstand is a new
VERSION and a function in `upgrade`.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta, Struct, field

from layouts.issue.masthead import Colophon, Masthead

VERSION = 2

MarkName = Literal[
    "bold", "kai", "emphasis-dots", "underline", "superscript", "subscript", "link", "ruby", "note", "comment"
]  # fmt: skip


class MarkEntry(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """A mark on characters `start` up to `end`. `value` is a link's address, a reading, the words of a note or comment."""

    start: int
    end: int
    kind: MarkName
    value: str = ""
    author: str = ""
    """Who wrote a comment."""
    time: str = ""
    """When, ISO 8601."""


class TextEntry(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """A text with marks; a text without any is a plain string."""

    string: str
    marks: tuple[MarkEntry, ...]


AnyText = str | TextEntry


class _Block(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True, tag_field="type"):
    """What the blocks of an article have in common."""


class ParagraphEntry(_Block, frozen=True, tag="paragraph"):
    """Running text."""

    text: AnyText
    id: str = ""


class SubheadingEntry(_Block, frozen=True, tag="subheading"):
    """A heading inside an article, level 1 to 4."""

    text: AnyText
    level: int = 1
    id: str = ""


class NoteEntry(_Block, frozen=True, tag="note"):
    """An editor's note (按语)."""

    paragraphs: tuple[AnyText, ...]
    id: str = ""


class TableEntry(_Block, frozen=True, tag="table"):
    """Rows of cells, `header` first; `alignments` per column: left, center or right.

    `spans` are merged cells: row (0 the header), column, how many rows and columns; `widths` per column in em, null where the content says.
    """

    header: tuple[AnyText, ...]
    rows: tuple[tuple[AnyText, ...], ...] = ()
    alignments: tuple[str, ...] = ()
    spans: tuple[tuple[int, int, int, int], ...] = ()
    widths: tuple[float | None, ...] = ()
    caption: AnyText | None = None
    notes: tuple[AnyText, ...] = ()
    id: str = ""


class PageBreakEntry(_Block, frozen=True, tag="page-break"):
    """What follows starts on a new page."""

    id: str = ""


class PhotoEntry(_Block, frozen=True, tag="photo"):
    """A photo: `file` is its name in photos/, `name` what it was called before, `path` where it stood when it could not be packed."""

    id: str = ""
    file: Annotated[str, Meta(pattern=r"^(?:[0-9a-f]{64}\.[0-9a-z]{1,8})?$")] = ""
    name: str = ""
    path: str = ""
    caption: str = ""
    alt: str = ""
    side: Literal["left", "right", "both", "none"] = "right"
    width: float | None = None
    line: int = 0
    standoff: float | None = None
    crop: tuple[float, float, float, float] | None = None
    """Cut off at the left, top, right and bottom, as fractions."""
    row: str = ""
    """Photos beside each other with the same `row` stand in one row."""


BlockEntry = ParagraphEntry | SubheadingEntry | NoteEntry | TableEntry | PageBreakEntry | PhotoEntry


class ArticleEntry(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """One article (稿件)."""

    id: str = ""
    kind: Literal["headline", "run-in", "brief"] = "headline"
    title: AnyText = ""
    blocks: tuple[BlockEntry, ...] = ()
    byline: AnyText | None = None
    break_before: bool = False
    keep_together: bool = False
    subtitle: AnyText | None = None
    date: datetime.date | None = None
    origin: str = ""


class SectionEntry(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """A section (栏目)."""

    id: str = ""
    name: str = ""
    articles: tuple[ArticleEntry, ...] = ()
    break_before: bool = False


class MastheadEntry(Masthead, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """The masthead (报头)."""


class ColophonEntry(Colophon, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """The colophon (报尾)."""


class AcceptedEntry(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """A finding of the preflight that was accepted, and why."""

    key: str
    reason: str = ""


class IssueEntry(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """One issue. `settings` are what the layout leaves to the editor; a date among them is {"$date": "2026-05-20"}."""

    version: int
    layout: str = ""
    masthead: MastheadEntry = MastheadEntry()
    sections: tuple[SectionEntry, ...] = ()
    colophon: ColophonEntry = ColophonEntry()
    contents: bool = True
    accepted: tuple[AcceptedEntry, ...] = ()
    settings: Mapping[str, Any] = field(default_factory=dict[str, Any])


def plain(entry: Struct) -> dict[str, Any]:
    """An entry as plain values, lists for tuples, in the order of a file, nothing empty. UnicodeEncodeError for half a character."""
    values: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(entry, order="sorted"))
    return {key: value for key, value in values.items() if value not in ({}, [])}


def json_schema() -> bytes:
    """The JSON Schema of issue.json, as docs/issue.schema.json has it."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"issue.json of a .banxin package, version {VERSION}",
        **msgspec.json.schema(IssueEntry),
    }
    return msgspec.json.format(msgspec.json.encode(schema, order="sorted"), indent=1) + b"\n"
