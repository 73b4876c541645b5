"""Texts cut and put together, with the marks they carry: always sorted, merged where they meet and
inside their text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import reduce

from layouts.issue.marks import ORDER, TRAITS
from layouts.issue.text import LINE_BREAK, Comment, Mark, MarkKind, Text

NO_TEXT = Text("")

_FIRST_WIDE = "\u2010"
"""From general punctuation (— “ ” …) up a character is taken for Chinese."""


def is_wide(character: str) -> bool:
    """Whether a character is Chinese (Hanzi or a mark of Chinese text) as far as spaces and
    emphasis are concerned.
    """
    return character >= _FIRST_WIDE


def space_between(before: str, after: str) -> str:
    """What joins two halves of a paragraph: a space between Latin words, nothing where either side
    is Chinese.
    """
    return " " if before and after and not is_wide(before[-1]) and not is_wide(after[0]) else ""


def in_one_line(string: str) -> str:
    """A string without the ends that the editor gave its lines: a space is left between Latin
    words.
    """
    if LINE_BREAK not in string:
        return string
    first, *rest = map(str.strip, string.split(LINE_BREAK))
    for part in rest:
        first += space_between(first, part) + part
    return first


def text_in_one_line(text: Text) -> Text:
    """The same of a text, which keeps its marks."""
    if LINE_BREAK not in text.string:
        return text
    ends = [k for k, character in enumerate(text.string) if character == LINE_BREAK]
    starts = (0, *(end + 1 for end in ends))
    lines = zip(starts, (*ends, len(text.string)), strict=True)
    return reduce(join, (trim(cut(text, start, end)) for start, end in lines))


def cut(text: Text, start: int, end: int) -> Text:
    """Characters `start` up to `end` of a text, with the marks that stay with them (see
    `Trait.cut`).
    """
    # the same object: nobody has to compare it
    if start == 0 and end >= len(text.string):
        return text
    return Text(text.string[start:end], tuple(sorted(_inside(text.marks, start, end), key=_order)))


def _inside(marks: Iterable[Mark], start: int, end: int) -> Iterator[Mark]:
    """What the characters from `start` up to `end` keep of marks, counted from there."""
    for mark in marks:
        first, last = max(mark.start, start), min(mark.end, end)
        if first >= last:
            continue
        who = TRAITS[mark.kind].cut
        if (who == "first" and mark.start < start) or (who == "last" and mark.end > end):
            continue
        yield mark._replace(start=first - start, end=last - start)


def trim(text: Text) -> Text:
    """A text without spaces at its ends."""
    string = text.string
    start, end = len(string) - len(string.lstrip()), len(string.rstrip())
    if start == 0 and end == len(string):
        return text
    # not `cut`, which would take a note from words that stay; `max`: in nothing but spaces start is
    # past end
    return splice(splice(text, max(start, end), len(string)), 0, start)


def concat(*texts: Text) -> Text:
    """Texts one after the other."""
    end = 0
    shifted: list[Mark] = []
    for text in texts:
        shifted += (
            mark._replace(start=mark.start + end, end=mark.end + end) for mark in text.marks
        )
        end += len(text.string)
    return Text("".join(text.string for text in texts), merged(shifted))


def joined_by(between: str, texts: Iterable[Text]) -> Text:
    """Texts one after the other, some characters between each two."""
    first, *rest = tuple(texts) or (NO_TEXT,)
    return concat(first, *(part for text in rest for part in (Text(between), text)))


def join(first: Text, second: Text) -> Text:
    """Two halves of a paragraph as one."""
    return concat(first, Text(space_between(first.string, second.string)), second)


def splice(text: Text, start: int, end: int, new: Text = NO_TEXT) -> Text:
    """A text with `new` in the place of its characters `start` up to `end`.

    A mark that is one thing (a note, a reading) grows round what is put inside it and goes only
    with its last character; others end where `new` begins and go on after it: `new` carries what it
    carries, but for what cannot lie on such a mark.
    """
    string = text.string
    end = max(start, min(end, len(string)))
    moved = len(new.string) - (end - start)
    around = {
        mark.kind
        for mark in text.marks
        if mark.start < start and mark.end > end and not TRAITS[mark.kind].merges
    }
    # a reading put into words that carry one would be a reading of a reading
    fitting = (mark for mark in new.marks if not TRAITS[mark.kind].excludes & around)
    found = [mark._replace(start=mark.start + start, end=mark.end + start) for mark in fitting]
    for mark in text.marks:
        found += _parted(mark, start, end, moved)
    return Text(string[:start] + new.string + string[end:], merged(found))


def _parted(mark: Mark, start: int, end: int, moved: int) -> Iterator[Mark]:
    """What is left of a mark when the characters `start` up to `end` are replaced and what follows
    moves by `moved`.
    """
    if mark.start < start and mark.end > end and not TRAITS[mark.kind].merges:
        yield mark._replace(end=mark.end + moved)
        return
    # the part before, and below the part behind what was replaced: of one inside both are left
    if mark.start < min(mark.end, start):
        yield mark._replace(end=min(mark.end, start))
    if max(mark.start, end) < mark.end:
        yield mark._replace(start=max(mark.start, end) + moved, end=mark.end + moved)


def merged(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """Marks sorted, those that meet or overlap and say the same made one where their kind
    merges.
    """
    in_order = sorted(marks, key=_order)
    if len(in_order) < 2:
        return tuple(in_order)
    found: list[Mark] = []
    latest: dict[tuple[MarkKind, str | Comment], int] = {}
    for mark in in_order:
        key = mark.kind, mark.value
        before = latest.get(key) if TRAITS[mark.kind].merges else None
        if before is not None and found[before].end >= mark.start:
            found[before] = found[before]._replace(end=max(found[before].end, mark.end))
        else:
            latest[key] = len(found)
            found.append(mark)
    return tuple(sorted(found, key=_order))


def consistent(string: str, marks: Iterable[Mark]) -> Text:
    """A text with those of the marks that can be: inside it, with the value their kind has, the
    first of two that exclude each other.
    """
    reached = dict.fromkeys(MarkKind, 0)
    found: list[Mark] = []
    for mark in merged(mark for mark in marks if 0 <= mark.start < mark.end <= len(string)):
        trait = TRAITS[mark.kind]
        # sorted by start: none of the excluded kinds may reach beyond it
        if trait.takes(mark.value) and all(reached[kind] <= mark.start for kind in trait.excludes):
            found.append(mark)
            reached[mark.kind] = max(reached[mark.kind], mark.end)
    return Text(string, merged(found))


def _order(mark: Mark) -> tuple[int, int, int]:
    return mark.start, mark.end, ORDER[mark.kind]


def marked(text: Text, start: int, end: int, kind: MarkKind, value: str | Comment = "") -> Text:
    """A text whose characters `start` up to `end` carry a mark, and none that excludes it."""
    if start >= end:
        return text
    trait = TRAITS[kind]
    # another link in the place of one: the same characters carry one value only
    gone = trait.excludes | {kind} if trait.merges else trait.excludes
    kept = unmarked(text, start, end, *gone).marks if gone else text.marks
    return Text(text.string, merged((*kept, Mark(start, end, kind, value))))


def unmarked(text: Text, start: int, end: int, *kinds: MarkKind) -> Text:
    """A text whose characters `start` up to `end` carry no mark of these kinds; of all kinds where
    none is named.

    A mark that is one thing goes whole.
    """
    found: list[Mark] = []
    for mark in text.marks:
        if (kinds and mark.kind not in kinds) or mark.end <= start or mark.start >= end:
            found.append(mark)
        elif TRAITS[mark.kind].merges:
            found += (
                mark._replace(start=a, end=b)
                for a, b in ((mark.start, start), (end, mark.end))
                if a < b
            )
    return Text(text.string, merged(found))


def carrying(string: str, marks: Iterable[Mark]) -> Text:
    """Characters that all carry these marks, wherever those stood before."""
    return Text(
        string, merged(mark._replace(start=0, end=len(string)) for mark in marks) if string else ()
    )


def marks_at(text: Text, index: int) -> tuple[Mark, ...]:
    """The marks that the character at `index` carries."""
    return tuple(mark for mark in text.marks if mark.start <= index < mark.end)


def carries(text: Text, index: int, kind: MarkKind) -> bool:
    """Whether the character at `index` carries a mark of a kind."""
    return any(mark.kind is kind for mark in marks_at(text, index))


def inherited(text: Text, offset: int) -> tuple[Mark, ...]:
    """What a character typed at `offset` carries: what the one before it does and grows, at the
    start of a text what the one after does.
    """
    near = marks_at(text, max(offset - 1, 0))
    return tuple(
        mark
        for mark in near
        # what does not merge grows by itself, in `splice`
        if TRAITS[mark.kind].merges and (TRAITS[mark.kind].grows or mark.start < offset < mark.end)
    )


def replaced_marks(text: Text, offset: int) -> tuple[Mark, ...]:
    """What characters put in the place of the one at `offset` carry: what it does; a note or a
    reading grows round them by itself.
    """
    return tuple(mark for mark in marks_at(text, offset) if TRAITS[mark.kind].merges)


def without(text: Text, kind: MarkKind) -> Text:
    """A text none of whose characters carries a mark of a kind.

    In headings the style says how bold they are.
    """
    return Text(text.string, tuple(mark for mark in text.marks if mark.kind is not kind))
