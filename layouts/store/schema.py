"""issue.json, version 4: what stands in it, as types that reading, writing and
docs/issue.schema.json share.

Fields at their default are left out, so that a file says what somebody decided. A change that an
older program would misunderstand is a new VERSION and a function in `upgrade`.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Literal

import msgspec
from msgspec import Struct, field

from layouts.issue.masthead import Colophon, Masthead
from layouts.store.block_entries import BlockEntry, PhotoEntry
from layouts.store.text_entries import AnyText

VERSION = 5


class ArticleEntry(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """An article (稿件) in issue.json."""

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
    across: int | None = None
    boxed: bool = False


class SectionEntry(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """A section (栏目) in issue.json."""

    id: str = ""
    name: str = ""
    articles: tuple[ArticleEntry, ...] = ()
    break_before: bool = False
    columns: int = 0


class MastheadEntry(Masthead, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """The masthead (报头) in issue.json."""


class ColophonEntry(Colophon, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """The colophon (报尾) in issue.json."""


class AcceptedEntry(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """A finding of the preflight that was accepted, and why."""

    key: str
    reason: str = ""


class SetAsideEntry(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """What was set in a layout that the issue is in no longer."""

    settings: Mapping[str, Any] = field(default_factory=dict[str, Any])
    design: Mapping[str, Any] = field(default_factory=dict[str, Any])


class FittingEntry(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """What fitting to whole pages changed, by the ids of blocks, photos, articles and sections."""

    aim: str = ""
    lines: Mapping[str, int] = field(default_factory=dict[str, int])
    photos: Mapping[str, int] = field(default_factory=dict[str, int])
    gaps: Mapping[str, int] = field(default_factory=dict[str, int])
    headings: Mapping[str, int] = field(default_factory=dict[str, int])
    leading: float = 1.0
    size: float = 0.0


class CoverEntry(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """The cover (封面): its photo, and the headlines on it."""

    photo: PhotoEntry | None = None
    headlines: tuple[str, ...] = ()


class IssueEntry(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """One issue. `settings` are what the layout leaves to the editor; a date among them is
    {"$date": "2026-05-20"}. `design` is what the issue has otherwise than its layout, by place.
    """

    version: int
    layout: str = ""
    masthead: MastheadEntry = MastheadEntry()
    sections: tuple[SectionEntry, ...] = ()
    colophon: ColophonEntry = ColophonEntry()
    contents: bool = True
    profile: Literal["", "internal"] = ""
    accepted: tuple[AcceptedEntry, ...] = ()
    settings: Mapping[str, Any] = field(default_factory=dict[str, Any])
    design: Mapping[str, Any] = field(default_factory=dict[str, Any])
    set_aside: Mapping[str, SetAsideEntry] = field(default_factory=dict[str, SetAsideEntry])
    fitting: FittingEntry = FittingEntry()
    cover: CoverEntry | None = None


def plain(entry: Struct) -> dict[str, Any]:
    """An entry as plain values, lists for tuples, in the order of a file, nothing empty but a
    cover: one that says nothing is there all the same.

    UnicodeEncodeError for half a character.
    """
    # there and back, so that tuples are lists and dates are text
    values: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(entry, order="sorted"))
    return {k: value for k, value in values.items() if value not in ({}, []) or k == "cover"}


def json_schema() -> bytes:
    """The JSON Schema of issue.json, as docs/issue.schema.json has it."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"issue.json of a .banxin package, version {VERSION}",
        **msgspec.json.schema(IssueEntry),
    }
    return msgspec.json.format(msgspec.json.encode(schema, order="sorted"), indent=1) + b"\n"
