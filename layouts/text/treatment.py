"""How each kind of mark is set: from another face, raised, drawn under, or told by characters put
in behind the words.
"""

from __future__ import annotations

from enum import Enum, auto
from itertools import pairwise
from typing import Final, NamedTuple

from layouts.issue.clusters import is_stop, next_stop, previous_stop
from layouts.issue.splice import in_one_line, merged
from layouts.issue.text import Mark, MarkKind, Text
from layouts.page.item import Put


class Treatment(Enum):
    """What a mark does to the characters that carry it."""

    FACE = auto()
    """They come from another face of the style."""

    SCRIPT = auto()
    """They are small, above the line or under it."""

    DRAWN = auto()
    """Something is drawn under them, or through them."""

    LINK = auto()
    """They lead somewhere, where the medium has links."""

    READING = auto()
    """Their reading stands above them, or follows in brackets."""

    NOTE = auto()
    """The sign of a note follows, small and raised."""

    UNSEEN = auto()
    """Nothing: the mark is not for readers."""


TREATMENTS: Final[dict[MarkKind, Treatment]] = {
    MarkKind.BOLD: Treatment.FACE,
    MarkKind.KAI: Treatment.FACE,
    MarkKind.DOTS: Treatment.DRAWN,
    MarkKind.UNDERLINE: Treatment.DRAWN,
    MarkKind.STRIKE: Treatment.DRAWN,
    MarkKind.SUPERSCRIPT: Treatment.SCRIPT,
    MarkKind.SUBSCRIPT: Treatment.SCRIPT,
    MarkKind.LINK: Treatment.LINK,
    MarkKind.RUBY: Treatment.READING,
    MarkKind.NOTE: Treatment.NOTE,
    MarkKind.COMMENT: Treatment.UNSEEN,
}

MOST_ABOVE: Final = 24
"""How long what stands above a word may be, in Latin letters, of which a Hanzi is two: six em of
the text, which any column holds.
"""


class Printed(NamedTuple):
    """A text as it is printed: readings and signs of notes put in behind the words that carry them,
    `puts` in their order.
    """

    text: Text
    puts: tuple[Put, ...] = ()


def treated(text: Text, treatment: Treatment) -> tuple[Mark, ...]:
    """The marks of a text that are treated in one way."""
    return (
        tuple(mark for mark in text.marks if TREATMENTS[mark.kind] is treatment)
        if text.marks
        else ()
    )


def on_whole_characters(text: Text) -> Text:
    """A text no mark of which parts a letter from its accent or selector (UAX #29): neither is set
    without the other, and no sign comes between them.
    """
    string = text.string
    if all(is_stop(string, mark.start) and is_stop(string, mark.end) for mark in text.marks):
        return text
    whole = (_on_whole(mark, string) for mark in text.marks)
    return text._replace(marks=merged([mark for mark in whole if mark is not None]))


def _on_whole(mark: Mark, string: str) -> Mark | None:
    """A mark on whole characters, each with the mark that it begins in; None for a face of which
    nothing is left so. What is said of an accent alone is said of its letter.
    """
    end = mark.end if is_stop(string, mark.end) else next_stop(string, mark.end)
    start = mark.start if is_stop(string, mark.start) else next_stop(string, mark.start)
    if start >= end:
        if TREATMENTS[mark.kind] is Treatment.FACE:
            return None
        start = previous_stop(string, mark.start)
    return mark._replace(start=start, end=end)


def one_line(title: Text) -> str:
    """A title as lists, bookmarks and running parts show it: its words alone, without signs,
    readings and the ends of its lines.
    """
    return in_one_line(title.string)


def printed(text: Text, *, above: bool = False) -> Printed:
    """A text with the readings and signs of its marks among its characters; readings that stand
    `above` them are none of them, as long as they are short enough.

    The value of a note is its sign (see `layouts.flow.notes`).
    """
    said = [mark for mark in text.marks if _goes_in(mark, above=above)]
    if not said:
        return Printed(text)
    # where both end at one place, the reading goes before the sign of the note
    said.sort(key=lambda mark: (mark.end, mark.kind is MarkKind.NOTE))
    string, done, strings = text.string, 0, list[str]()
    puts: list[Put] = []
    added: list[
        tuple[int, int, bool]
    ] = []  # where in the source, how many characters, whether the sign of a note
    grown = 0
    for mark in said:
        note = mark.kind is MarkKind.NOTE
        words = str(mark.value) if note else f"（{mark.value}）"
        strings += (string[done : mark.end], words)
        done = mark.end
        of = "" if note else string[mark.start : mark.end]
        puts.append(Put(mark.end + grown, mark.end + grown + len(words), note, of=of))
        added.append((mark.end, len(words), note))
        grown += len(words)
    strings.append(string[done:])
    marks = [_moved(mark, added) for mark in text.marks if not _goes_in(mark, above=above)]
    kept = [mark for mark in marks if mark.start < mark.end]
    kept = [
        part
        for mark in kept
        for part in (_outside(mark, puts) if TREATMENTS[mark.kind] is Treatment.SCRIPT else (mark,))
    ]
    signs = [Mark(put.start, put.end, MarkKind.SUPERSCRIPT) for put in puts if put.note]
    return Printed(Text("".join(strings), merged([*kept, *signs])), tuple(puts))


def _goes_in(mark: Mark, *, above: bool) -> bool:
    """Whether what a mark says is put in behind its words."""
    treatment = TREATMENTS[mark.kind]
    if treatment is Treatment.READING:
        return not (above and _is_short(mark))
    return treatment is Treatment.NOTE


def _is_short(mark: Mark) -> bool:
    """Whether a reading can stand above its word, or each of its syllables above a character."""
    syllables = str(mark.value).split()
    if len(syllables) != mark.end - mark.start:
        syllables = [" ".join(syllables)]
    return all(
        sum(2 if letter >= _FIRST_WIDE else 1 for letter in syllable) <= MOST_ABOVE
        for syllable in syllables
    )


_FIRST_WIDE: Final = "\u2e80"
"""Characters from here on are as wide as Hanzi."""


def _moved(mark: Mark, added: list[tuple[int, int, bool]]) -> Mark:
    """A mark where its characters came to stand.

    It goes on over what is put in inside it; a face goes on over the reading of its end.
    """
    start, end = mark.start, mark.end
    face = TREATMENTS[mark.kind] is Treatment.FACE
    # what was put in where a mark begins belongs to the words before it
    before = sum(size for at, size, _ in added if at <= start)
    inside = sum(
        size for at, size, note in added if start < at < end or (at == end and face and not note)
    )
    return mark._replace(start=start + before, end=end + before + inside)


def _outside(mark: Mark, puts: list[Put]) -> list[Mark]:
    """What of a raised or lowered stretch is of the source: what was put into it stands on its
    own.
    """
    inside = [put for put in puts if mark.start < put.end and put.start < mark.end]
    edges = [mark.start, *(place for put in inside for place in (put.start, put.end)), mark.end]
    # every other stretch is of the source, those between are what was put in
    return [mark._replace(start=a, end=b) for a, b in list(pairwise(edges))[::2] if a < b]
