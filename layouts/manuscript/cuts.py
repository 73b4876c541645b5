"""Paragraphs that a converter cut in two at a page turn: when two halves are one."""

from __future__ import annotations

from layouts.issue.text import Mark, MarkKind, Text
from layouts.manuscript.marks import (
    OWN_BLOCK,
    begins_a_paragraph,
    continues_a_line,
    has_open_bracket,
    is_ended,
)

SHORTEST_CUT = 20
"""Characters. A page ends with a full line, so the first half has one at least; 20 is a line of a
narrow column.
"""

LONGEST_CUT = 20_000
"""Characters. No paragraph fills twenty pages; what seems to is no paragraph, and joining it bit by
bit would take for ever.
"""

_PAUSES = "，、,"


def is_cut(first: Text, second: Text) -> bool:
    """Whether `second` is the rest of the paragraph `first`.

    It is where the cut shows: a mark that cannot begin a paragraph, a comma at the end, a quotation
    still open. Words that simply stop are joined only when they are running text (a heading typed
    as a paragraph stops like that too) and so is the second half.
    """
    if (
        not first.string
        or not second.string
        or len(first.string) > LONGEST_CUT
        or begins_a_paragraph(second.string)
        or OWN_BLOCK.fullmatch(first.string)
        or OWN_BLOCK.fullmatch(second.string)
    ):
        return False
    if is_ended(first.string):
        # …：“ and ， were one line; after 。 a stray mark is a slip
        return continues_a_line(second.string) and first.string[-1] not in "。！？；"
    if (
        continues_a_line(second.string)
        or first.string[-1] in _PAUSES
        or has_open_bracket(first.string)
    ):
        return True
    return _is_running_text(first) and (
        is_ended(second.string) or second.string[-1] in _PAUSES or _is_running_text(second)
    )


def _is_running_text(text: Text) -> bool:
    string = text.string
    if len(string) < SHORTEST_CUT or _is_all_bold(text):
        return False
    return any(mark in string for mark in "。！？；") or string.count("，") > 1


def _is_all_bold(text: Text) -> bool:
    return Mark(0, len(text.string), MarkKind.BOLD) in text.marks
