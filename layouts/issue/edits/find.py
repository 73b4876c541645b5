"""Finding and replacing in everything an issue says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from msgspec.structs import replace

from layouts.issue.edits.edited import Edited
from layouts.issue.edits.tree import text_of, with_text
from layouts.issue.edits.typed import one_line
from layouts.issue.fields import TEXTS
from layouts.issue.issue import Issue
from layouts.issue.marks import TRAITS
from layouts.issue.masthead import COLOPHON, MASTHEAD
from layouts.issue.notes import notes_in, with_note
from layouts.issue.places import Place, texts_of
from layouts.issue.splice import carrying, replaced_marks, splice
from layouts.issue.text import Mark, Text

MASTHEAD_FIELDS = tuple(field.name for field in MASTHEAD if field.kind in TEXTS)
COLOPHON_FIELDS = tuple(field.name for field in COLOPHON if field.kind in TEXTS)
"""The fields that hold words."""

_NARROW = {**{code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}, 0x3000: 0x20}
"""Full-width forms of ASCII and the ideographic space."""


class Match(NamedTuple):
    """Characters `start` up to `end` of the text at `place`, or of a field of masthead or colophon:
    `place` None, `field` its name.

    `note`: of the words of that note of the text, counted as `layouts.issue.notes` has them.
    """

    place: Place | None
    start: int
    end: int
    field: str = ""
    note: int | None = None


class Replaced(NamedTuple):
    """The issue after a replacement everywhere, and how many times it was done."""

    issue: Issue
    place: None
    times: int


def find(
    issue: Issue, needle: str, *, match_case: bool = False, match_width: bool = False
) -> list[Match]:
    """Every place where `needle` stands, in reading order, never overlapping: masthead, sections,
    articles, colophon.

    The words of a note come after the text that it stands in.

    Unless asked for, capitals and small letters are the same, and so are full-width and half-width
    forms (Ａ A, １ 1, （ ().
    """
    wanted = _folded(needle, match_case, match_width)
    found: list[Match] = []
    for place, field, note, string in _strings(issue) if wanted else ():
        folded = _folded(string, match_case, match_width)
        start = folded.find(wanted)
        while start >= 0:
            found.append(Match(place, start, start + len(wanted), field, note))
            start = folded.find(wanted, start + len(wanted))
    return found


def replace_match(issue: Issue, match: Match, replacement: str) -> Edited:
    """Put other words in the place of one match; they carry what its first character does, and the
    notes and remarks on what goes.
    """
    place, start, end, field, note = match
    new = one_line(replacement)
    if place is None:
        return Edited(
            _with_field(
                issue, field, splice(Text(_field(issue, field)), start, end, Text(new)).string
            )
        )
    text = text_of(issue, place)
    if note is not None:
        said = Text(str(notes_in(text)[note].value))
        return Edited(
            with_text(
                issue, place, with_note(text, note, splice(said, start, end, Text(new)).string)
            ),
            place,
        )
    return Edited(
        with_text(issue, place, splice(text, start, end, carrying(new, _kept(text, start, end)))),
        place,
    )


def shown_at(issue: Issue, match: Match) -> tuple[int, int]:
    """From where to where a match is shown in the text at its place: itself, or the words that
    carry the note it stands in.
    """
    if match.place is None or match.note is None:
        return match.start, match.end
    mark = notes_in(text_of(issue, match.place))[match.note]
    return mark.start, mark.end


def replace_all(
    issue: Issue,
    needle: str,
    replacement: str,
    *,
    match_case: bool = False,
    match_width: bool = False,
) -> Replaced:
    """Replace `needle` wherever `find` finds it."""
    matches = find(issue, needle, match_case=match_case, match_width=match_width)
    for match in reversed(matches):  # from the end, so that what is still to do keeps its offsets
        issue = replace_match(issue, match, replacement).issue
    return Replaced(issue, None, len(matches))


def _kept(text: Text, start: int, end: int) -> tuple[Mark, ...]:
    """What new words carry: what the first character they replace does, and what is on nothing but
    replaced characters and is one thing.
    """
    whole = (
        mark
        for mark in text.marks
        if start <= mark.start and mark.end <= end and not TRAITS[mark.kind].merges
    )
    return (*replaced_marks(text, start), *whole)


def _folded(string: str, match_case: bool, match_width: bool) -> str:
    """A string to compare, as long as the string itself."""
    if not match_width:
        string = string.translate(_NARROW)
    if match_case:
        return string
    # İ and a few others become two characters, and offsets have to hold
    lower = string.lower()
    return (
        lower
        if len(lower) == len(string)
        else "".join(c.lower() if len(c.lower()) == 1 else c for c in string)
    )


def _strings(issue: Issue) -> Iterator[tuple[Place | None, str, int | None, str]]:
    """Place, field, number of the note and characters of everything that can be searched."""
    for field in MASTHEAD_FIELDS:
        yield None, field, None, _field(issue, field)
    for s, section in enumerate(issue.sections):
        yield Place(s), "", None, section.name
        for a, article in enumerate(section.articles):
            for place, text in texts_of(article, Place(s, a)):
                yield place, "", None, text.string
                yield from (
                    (place, "", k, str(mark.value)) for k, mark in enumerate(notes_in(text))
                )
    for field in COLOPHON_FIELDS:
        yield None, field, None, _field(issue, field)


def _field(issue: Issue, field: str) -> str:
    if field in MASTHEAD_FIELDS:
        return str(getattr(issue.masthead, field))
    if field in COLOPHON_FIELDS:
        return str(getattr(issue.colophon, field))
    raise LookupError(f"no field {field!r}")


def _with_field(issue: Issue, field: str, value: str) -> Issue:
    if value == _field(issue, field):
        return issue
    if field in MASTHEAD_FIELDS:
        return replace(issue, masthead=replace(issue.masthead, **{field: value}))
    return replace(issue, colophon=replace(issue.colophon, **{field: value}))
