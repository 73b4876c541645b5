"""The marks of a text as nested elements, however they overlap: for HTML of any kind."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from layouts.issue.splice import marks_at
from layouts.issue.text import Mark, MarkKind, Text

Tags = Callable[[Mark], tuple[str, str]]
"""What opens and what closes the element of a mark."""


class MarkWriter(NamedTuple):
    """How marks are written.

    `tags` has each kind, the outermost first, None for one without an element. `plain` writes
    characters, `signed` the sign of a note, which stands behind its last character and in no
    element but a reading that goes on there; marks of all the kinds in `behind` are signed so,
    those that end together in that order.
    """

    tags: Mapping[MarkKind, Tags | None]
    plain: Callable[[str], str]
    signed: Callable[[Mark], str]
    behind: tuple[MarkKind, ...] = (MarkKind.NOTE,)


def nested(text: Text, writer: MarkWriter) -> str:
    """A text with its marks, well nested however they overlap."""
    string = text.string
    edges = sorted(
        {0, len(string), *(edge for mark in text.marks for edge in (mark.start, mark.end))}
    )
    rank = {kind: number for number, kind in enumerate(writer.tags)}
    out: list[str] = []
    opened: list[Mark] = []
    for start, end in pairwise(edges):
        here = [mark for mark in marks_at(text, start) if writer.tags[mark.kind]]
        here.sort(key=lambda mark: (rank[mark.kind], mark.start, -mark.end))
        out += _turned(opened, here, writer)
        out.append(writer.plain(string[start:end]))
        ending = [mark for mark in text.marks if mark.kind in writer.behind and mark.end == end]
        ending.sort(key=lambda mark: writer.behind.index(mark.kind))
        if ending:
            goes_on = [m for m in opened if m.kind is MarkKind.RUBY and m.end > end]
            out += _turned(opened, goes_on, writer)
            out += map(writer.signed, ending)
    return "".join((*out, *_turned(opened, [], writer)))


def _turned(opened: list[Mark], wanted: list[Mark], writer: MarkWriter) -> Iterator[str]:
    """What closes the elements that are open and not wanted, with those inside them, and opens the
    wanted ones.
    """
    # what is open and still wanted stays, as far as it is the outermost
    same = 0
    while same < min(len(opened), len(wanted)) and opened[same] == wanted[same]:
        same += 1
    while len(opened) > same:
        yield _tags(opened.pop(), writer)[1]
    for mark in wanted[same:]:
        opened.append(mark)
        yield _tags(mark, writer)[0]


def _tags(mark: Mark, writer: MarkWriter) -> tuple[str, str]:
    tags = writer.tags[mark.kind]
    return tags(mark) if tags is not None else ("", "")
