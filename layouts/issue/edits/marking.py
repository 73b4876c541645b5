"""Marks set and taken away: bold, a link, a note, whatever the table of `layouts.issue.marks`
has.
"""

from __future__ import annotations

from collections.abc import Iterable

from layouts.issue.edits.edited import Edited, TextEdited
from layouts.issue.edits.reading import PositionTuple, TextSpan, may_carry_marks, ordered, spans
from layouts.issue.edits.tree import text_of, with_text
from layouts.issue.issue import Issue
from layouts.issue.marks import TRAITS
from layouts.issue.splice import marked, unmarked
from layouts.issue.text import Comment, Mark, MarkKind


def kinds_in(issue: Issue, start: PositionTuple, end: PositionTuple) -> frozenset[MarkKind]:
    """The kinds of marks that all characters between two positions carry; none where there are no
    characters.
    """
    found = _spans(issue, start, end)
    return frozenset(
        kind for kind in MarkKind if found and all(_carries(issue, span, kind) for span in found)
    )


def mark_in(issue: Issue, start: PositionTuple, end: PositionTuple, kind: MarkKind) -> Mark | None:
    """The first mark of a kind on the characters between two positions, or on those right before
    the caret where the positions are one.
    """
    if start == end:
        place, offset = start
        near = [
            mark
            for mark in text_of(issue, place).marks
            if mark.kind is kind and mark.start <= offset <= mark.end
        ]
        return next(iter(near), None)
    for place, begin, finish in _spans(issue, start, end):
        for mark in text_of(issue, place).marks:
            if mark.kind is kind and mark.start < finish and mark.end > begin:
                return mark
    return None


def toggle_mark(
    issue: Issue, start: PositionTuple, end: PositionTuple, kind: MarkKind, value: str = ""
) -> TextEdited:
    """Set the text between two positions in bold, in Kai …, or underlined in one way; where all of
    it is so already, take that away. The caret stands at its end.
    """
    if is_marked(issue, start, end, kind, value):
        return clear_marks(issue, start, end, kind)
    return set_mark(issue, start, end, kind, value)


def is_marked(
    issue: Issue, start: PositionTuple, end: PositionTuple, kind: MarkKind, value: str = ""
) -> bool:
    """Whether all characters between two positions carry a mark that says this; False where there
    are none.
    """
    found = _spans(issue, start, end)
    return bool(found) and all(_carries(issue, span, kind, value) for span in found)


def set_mark(
    issue: Issue,
    start: PositionTuple,
    end: PositionTuple,
    kind: MarkKind,
    value: str | Comment = "",
) -> TextEdited:
    """Give the text between two positions a mark; what cannot stand beside it goes.

    ValueError where a value is missing, too many, or none of the kind's choices.
    """
    if not TRAITS[kind].takes(value):
        raise ValueError(f"{kind}: {value!r}")
    _, caret = ordered(issue, start, end)
    for place, begin, finish in _spans(issue, start, end):
        issue = with_text(issue, place, marked(text_of(issue, place), begin, finish, kind, value))
    return TextEdited(issue, *caret)


def put_readings(issue: Issue, readings: Iterable[tuple[TextSpan, str]]) -> Edited:
    """Give words their readings, all at once."""
    for span, said in readings:
        text = text_of(issue, span.place)
        issue = with_text(
            issue, span.place, marked(text, span.start, span.end, MarkKind.RUBY, said)
        )
    return Edited(issue)


def clear_marks(
    issue: Issue, start: PositionTuple, end: PositionTuple, *kinds: MarkKind
) -> TextEdited:
    """Take the marks of these kinds from the text between two positions; of all kinds but comments
    where none is named.
    """
    _, caret = ordered(issue, start, end)
    gone = kinds or tuple(kind for kind in MarkKind if kind is not MarkKind.COMMENT)
    for place, begin, finish in _spans(issue, start, end):
        issue = with_text(issue, place, unmarked(text_of(issue, place), begin, finish, *gone))
    return TextEdited(issue, *caret)


def _spans(issue: Issue, start: PositionTuple, end: PositionTuple) -> list[TextSpan]:
    return [
        span
        for span in spans(issue, start, end)
        if span.start < span.end and may_carry_marks(issue, span.place)
    ]


def _carries(issue: Issue, span: TextSpan, kind: MarkKind, value: str | None = None) -> bool:
    """Whether every character of a span carries a mark of a kind, one that says this where it is
    given: of marks that do not merge, or say different things, several may take turns.
    """
    reached = span.start
    for mark in text_of(issue, span.place).marks:
        said = value is None or mark.value == value
        if mark.kind is kind and said and mark.start <= reached < mark.end:
            reached = mark.end
    return reached >= span.end
