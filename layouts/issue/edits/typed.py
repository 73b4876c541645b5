"""What comes from keyboard and clipboard, made fit for a text: no control characters, no halves of
a character, no line ends.

A line break of its own (U+2028, soft return) is part of a text that is set in lines, and of none
that is a field.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher

from layouts.issue.splice import carrying, in_one_line, inherited, space_between, splice
from layouts.issue.text import LINE_BREAK, Text

_MOST_COMPARED = 2000
"""Characters up to which what was replaced is compared with what came; beyond, somebody put in
another text.
"""

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffc]")
"""Controls, lone halves of surrogate pairs, byte order marks, and what toolkits put in place of a
picture.
"""


_LINE_END = re.compile("\r\n|[\n\r\x0c\x1c-\x1e\x85\u2029]")
"""What ends a line of a plain text; not U+2028, nor the vertical tab that Word writes for it."""


def lines(string: str) -> list[str]:
    """The lines of a pasted text without the spaces at their ends, empty ones left out; line breaks
    inside a paragraph stay in it.
    """
    return [line for line in map(str.strip, map(_clean, _LINE_END.split(string))) if line]


def one_paragraph(string: str) -> str:
    """A typed string as one paragraph: line ends leave a space only between Latin words, line
    breaks of its own stay.
    """
    if not _LINE_END.search(string):
        return _clean(string)
    joined = ""
    for line in lines(string):
        joined += space_between(joined, line) + line
    return joined


def one_line(string: str) -> str:
    """A typed string for a field: whatever ends a line in it leaves a space only between Latin
    words.
    """
    return in_one_line(one_paragraph(string))


def text_of_one_line(text: Text) -> Text:
    """A text for a field that takes marks: what stays of it keeps them."""
    string = one_line(text.string)
    return text if string == text.string else retyped(text, string)


def _clean(line: str) -> str:
    line = line.replace("\x0b", LINE_BREAK)
    if any("\ud800" <= character <= "\udfff" for character in line):
        # halves that belong together become one character, others go
        line = line.encode("utf-16", "surrogatepass").decode("utf-16", "ignore")
    return _CONTROL.sub("", line.replace("\t", " "))


def retyped(text: Text, new: str | Text) -> Text:
    """A text whose characters are now `new`: what stays keeps its marks, what is new carries those
    before it. A Text is taken as it is.
    """
    if isinstance(new, Text):
        return new
    new, old = one_paragraph(new), text.string
    shorter = min(len(old), len(new))
    # common beginning and end stay: what was typed lies between
    head = next((k for k in range(shorter) if old[k] != new[k]), shorter)
    tail = next((k for k in range(shorter - head) if old[-1 - k] != new[-1 - k]), shorter - head)
    return _reworded(text, (head, len(old) - tail), new[head : len(new) - tail])


def _reworded(text: Text, span: tuple[int, int], new: str) -> Text:
    """A text with other characters in a span.

    Where something is marked there, characters that stay keep it, if there are not too many.
    """
    start, end = span
    old = text.string[start:end]
    is_marked = any(mark.start < end and mark.end > start for mark in text.marks)
    # without marks the same would come out, at a higher price
    if not is_marked or not old or not new or max(len(old), len(new)) > _MOST_COMPARED:
        return splice(text, start, end, carrying(new, inherited(text, start)))
    # from the end, so that what is still to do keeps its offsets
    for first, last, begin, finish in reversed([*_changes(old, new)]):
        at = start + first
        text = splice(text, at, start + last, carrying(new[begin:finish], inherited(text, at)))
    return text


def _changes(old: str, new: str) -> Iterator[tuple[int, int, int, int]]:
    """Which characters of `old` became which of `new`, as two ranges each, from the start: what
    both have once is the same character, what lies between is compared by its longest common parts.
    """
    done, told = 0, 0
    for at, to in [*_had_once(old, new), (len(old), len(new))]:
        between = SequenceMatcher(None, old[done:at], new[told:to], autojunk=False)
        for what, first, last, begin, finish in between.get_opcodes():
            if what != "equal":
                yield done + first, done + last, told + begin, told + finish
        done, told = at + 1, to + 1


def _had_once(old: str, new: str) -> list[tuple[int, int]]:
    """The places of characters that both strings have once, as many as stand in one order in both
    (patience diff).
    """
    in_old, in_new = Counter(old), Counter(new)
    # the last pairs of the longest rows found of each length, and what each pair goes on from
    ends: list[int] = []
    rows: list[tuple[int, int, int]] = []
    last: list[int] = []
    for at, character in enumerate(old):
        if in_old[character] == in_new[character] == 1:
            to = new.index(character)
            length = bisect_left(ends, to)
            ends[length : length + 1] = [to]
            last[length : length + 1] = [len(rows)]
            rows.append((at, to, last[length - 1] if length else -1))
    found: list[tuple[int, int]] = []
    row = last[-1] if last else -1
    while row >= 0:
        at, to, row = rows[row]
        found.append((at, to))
    return found[::-1]
