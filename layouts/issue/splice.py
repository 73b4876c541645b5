"""Texts cut and put together, with the stretches they carry: always sorted, merged where they meet and inside their text."""

from __future__ import annotations

from collections.abc import Iterable

from layouts.issue.text import Emphasis, Stretch, Text

NO_TEXT = Text("")

_FIRST_WIDE = "\u2010"
"""From general punctuation (— “ ” …) up a character is taken for Chinese."""


def is_wide(character: str) -> bool:
    """Whether a character is Chinese (Hanzi or a mark of Chinese text) as far as spaces and emphasis are concerned."""
    return character >= _FIRST_WIDE


def space_between(before: str, after: str) -> str:
    """What joins two halves of a paragraph: a space between Latin words, nothing where either side is Chinese."""
    return " " if before and after and not is_wide(before[-1]) and not is_wide(after[0]) else ""


def cut(text: Text, start: int, end: int) -> Text:
    """Characters `start` up to `end` of a text, with what they carry."""
    if start == 0 and end >= len(text.string):
        return text
    inside = ((max(s, start) - start, min(e, end) - start, emphasis) for s, e, emphasis in text.stretches)
    return Text(text.string[start:end], tuple(Stretch(s, e, emphasis) for s, e, emphasis in inside if s < e))


def trim(text: Text) -> Text:
    """A text without spaces at its ends."""
    start = len(text.string) - len(text.string.lstrip())
    return cut(text, start, len(text.string.rstrip()))


def concat(*texts: Text) -> Text:
    """Texts one after the other."""
    end = 0
    shifted: list[Stretch] = []
    for text in texts:
        shifted += (Stretch(s + end, e + end, emphasis) for s, e, emphasis in text.stretches)
        end += len(text.string)
    return Text("".join(text.string for text in texts), merged(shifted))


def join(first: Text, second: Text) -> Text:
    """Two halves of a paragraph as one."""
    return concat(first, Text(space_between(first.string, second.string)), second)


def splice(text: Text, start: int, end: int, new: Text = NO_TEXT) -> Text:
    """A text with `new` in the place of its characters `start` up to `end`."""
    return concat(cut(text, 0, start), new, cut(text, end, len(text.string)))


def merged(stretches: Iterable[Stretch]) -> tuple[Stretch, ...]:
    """Sorted stretches, those of one emphasis that meet made one."""
    found: list[Stretch] = []
    for stretch in stretches:
        if found and found[-1].end == stretch.start and found[-1].emphasis is stretch.emphasis:
            stretch = Stretch(found.pop().start, stretch.end, stretch.emphasis)  # noqa: PLW2901
        found.append(stretch)
    return tuple(found)


def set_apart(text: Text, start: int, end: int, emphasis: Emphasis | None) -> Text:
    """A text whose characters `start` up to `end` carry `emphasis` and no other; None for none."""
    return splice(text, start, end, in_emphasis(text.string[start:end], emphasis))


def in_emphasis(string: str, emphasis: Emphasis | None) -> Text:
    """Characters that all carry `emphasis`; None for none."""
    return Text(string, (Stretch(0, len(string), emphasis),) if emphasis and string else ())


def emphasis_of(text: Text, index: int) -> Emphasis | None:
    """What the character at `index` carries."""
    return next((stretch.emphasis for stretch in text.stretches if stretch.start <= index < stretch.end), None)


def without(text: Text, emphasis: Emphasis) -> Text:
    """A text none of whose characters carries `emphasis`. In headings the style says how bold they are."""
    return Text(text.string, tuple(stretch for stretch in text.stretches if stretch.emphasis is not emphasis))
