"""What is marked in text that comes as HTML, from Word, WPS or a browser: bold, underlined, raised,
lowered, linked.

The plain text beside it says what stands in which line; the HTML only says how its characters look.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple, cast

from PySide6.QtCore import QUrl
from PySide6.QtGui import QFont, QTextBlock, QTextCharFormat, QTextDocument

from desktop.nesting import flat
from layouts.issue.splice import consistent
from layouts.issue.text import Mark, MarkKind, Text

SCHEMES = frozenset({"http", "https", "mailto", "tel"})
"""Addresses that a reader can follow; not those of files and scripts."""

_LIST_MARK = re.compile(r"\d{1,3}[.、)）]|[a-zA-Z][.)]|[•·▪◦§o]")
"""What plain text has before an item and HTML leaves to the list."""

_RAISED = QTextCharFormat.VerticalAlignment


class _CharacterLook(NamedTuple):
    """One character, and how it looks: kinds of marks with their values."""

    character: str
    marks: frozenset[tuple[MarkKind, str]]


def marked_lines(lines: list[str], html: str) -> list[Text]:
    """Lines of plain text with what the HTML says of their characters; a line that the HTML does
    not have is plain.
    """
    looks = [look for look in _looks(html) if not look.character.isspace()]
    stream = "".join(look.character for look in looks)
    out: list[Text] = []
    at = 0
    for line in lines:
        found = _found(line, stream, at)
        if found is None:
            out.append(Text(line))
            continue
        skipped, at = found
        places = [k for k, character in enumerate(line) if not character.isspace()][skipped:]
        out.append(_with_looks(line, places, looks[at : at + len(places)]))
        at += len(places)
    return out


def _found(line: str, stream: str, at: int) -> tuple[int, int] | None:
    """How many characters of a line the HTML leaves out, and where in its characters from `at` on
    the others stand.
    """
    squeezed = "".join(line.split())
    if not squeezed:
        return None
    mark = _LIST_MARK.match(squeezed)
    for skipped in (0, mark.end() if mark else 0):
        if (found := stream.find(squeezed[skipped:], at)) >= 0 and squeezed[skipped:]:
            return skipped, found
    return None


def _with_looks(line: str, places: list[int], looks: list[_CharacterLook]) -> Text:
    """A line whose characters at `places` look so; spaces between two that look alike look like
    them.
    """
    marks: list[Mark] = []
    for key in {key for look in looks for key in look.marks}:
        kind, value = key
        for holds, group in groupby(
            range(len(looks)), key=lambda k, key=key: key in looks[k].marks
        ):
            run = list(group)
            if holds:
                marks.append(Mark(places[run[0]], places[run[-1]] + 1, kind, value))
    return consistent(line, marks)


def _looks(html: str) -> Iterator[_CharacterLook]:
    document = QTextDocument()
    document.setUndoRedoEnabled(False)
    document.setHtml(flat(html))
    block = document.begin()
    while block.isValid():
        is_heading = block.blockFormat().headingLevel() > 0
        # Qt's stubs do not say what a block gives when it is walked through
        pieces = cast(Iterable[QTextBlock.iterator], block)
        for fragment in (piece.fragment() for piece in pieces):
            marks = _marks(fragment.charFormat(), is_heading=is_heading)
            for character in fragment.text():
                yield _CharacterLook(character, marks)
        block = block.next()


def _marks(style: QTextCharFormat, *, is_heading: bool) -> frozenset[tuple[MarkKind, str]]:
    """What a format means: a heading is bold by itself, a link is underlined by itself."""
    href = style.anchorHref() if style.isAnchor() else ""
    address = href if QUrl(href).scheme().lower() in SCHEMES else ""
    raised = style.verticalAlignment()
    found = {
        (MarkKind.BOLD, ""): style.fontWeight() >= QFont.Weight.DemiBold and not is_heading,
        (MarkKind.UNDERLINE, ""): style.fontUnderline() and not href,
        (MarkKind.STRIKE, ""): style.fontStrikeOut(),
        (MarkKind.SUPERSCRIPT, ""): raised is _RAISED.AlignSuperScript,
        (MarkKind.SUBSCRIPT, ""): raised is _RAISED.AlignSubScript,
        (MarkKind.LINK, address): bool(address),
    }
    return frozenset(key for key, holds in found.items() if holds)
