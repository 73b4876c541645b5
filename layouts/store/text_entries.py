"""Texts and their marks in issue.json: what stands there, and the way there and back."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from layouts.issue.splice import consistent
from layouts.issue.text import Comment, Mark, MarkKind, Text

MarkName = Literal[
    "bold", "kai", "emphasis-dots", "underline", "strike", "superscript", "subscript",
    "link", "ruby", "note", "comment",
]  # fmt: skip


class MarkEntry(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """A mark on characters `start` up to `end`.

    `value` is a link's address, a reading, the words of a note or comment, or how a line under
    words is drawn.
    """

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


def optional_entry(text: Text | None) -> AnyText | None:
    """What stands in the file for a text that may be missing."""
    return None if text is None else text_entry(text)


def text_entry(text: Text) -> AnyText:
    """What stands in the file for a text: a string where nothing is marked."""
    return (
        TextEntry(text.string, tuple(map(_mark_entry, text.marks))) if text.marks else text.string
    )


def _mark_entry(mark: Mark) -> MarkEntry:
    value = mark.value
    if isinstance(value, Comment):
        return MarkEntry(
            mark.start, mark.end, mark.kind.value, value.text, value.author, value.time
        )
    return MarkEntry(mark.start, mark.end, mark.kind.value, value)


def optional_text(entry: AnyText | None) -> Text | None:
    """The text that an entry is, where there is one."""
    return None if entry is None else read_text(entry)


def read_text(entry: AnyText) -> Text:
    """The text that an entry is, its marks put right."""
    if isinstance(entry, str):
        return Text(entry)
    return consistent(entry.string, map(_mark, entry.marks))


def _mark(entry: MarkEntry) -> Mark:
    kind = MarkKind(entry.kind)
    return Mark(
        entry.start,
        entry.end,
        kind,
        Comment(entry.author, entry.time, entry.value) if kind is MarkKind.COMMENT else entry.value,
    )
