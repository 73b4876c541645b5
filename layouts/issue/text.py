"""A run of characters with what is marked on it."""

from enum import StrEnum
from typing import NamedTuple

LINE_BREAK = "\u2028"
"""A line of a paragraph that the editor ended (软换行)."""


class MarkKind(StrEnum):
    """What a mark says of the characters it covers; `layouts.issue.marks` has the table of how each
    behaves.
    """

    BOLD = "bold"
    KAI = "kai"
    DOTS = "emphasis-dots"
    UNDERLINE = "underline"
    STRIKE = "strike"
    SUPERSCRIPT = "superscript"
    SUBSCRIPT = "subscript"
    LINK = "link"
    RUBY = "ruby"
    NOTE = "note"
    COMMENT = "comment"


class Comment(NamedTuple):
    """A remark of a reader on some words (批注): who, when (ISO 8601, empty where nobody said) and
    what.
    """

    author: str
    time: str
    text: str


class Mark(NamedTuple):
    """Characters `start` up to `end` (code points) carry a mark of a kind.

    `value` is the address of a link, the reading of a ruby, the words of a note, the Comment of a
    comment, how a line under words is drawn (empty: a single one); empty for all other kinds.
    Marks of one text are sorted by start, end and kind. They may overlap; those of a kind that
    `merges` never do.
    """

    start: int
    end: int
    kind: MarkKind
    value: str | Comment = ""


class Text(NamedTuple):
    """Characters as the manuscript has them, and the marks on them."""

    string: str
    marks: tuple[Mark, ...] = ()


def as_text(said: str | Text) -> Text:
    """A text as it is; of a str one without marks."""
    return said if isinstance(said, Text) else Text(said)
