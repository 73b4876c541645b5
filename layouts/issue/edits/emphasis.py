"""Bold and kai, set and taken away."""

from __future__ import annotations

from layouts.issue.edits.edited import TextEdited
from layouts.issue.edits.reading import Span, Spot, is_running_text, ordered, spans
from layouts.issue.edits.tree import text_of, with_text
from layouts.issue.issue import Issue
from layouts.issue.splice import set_apart
from layouts.issue.text import Emphasis


def emphasis_in(issue: Issue, start: Spot, end: Spot) -> Emphasis | None:
    """What all characters between two spots carry; None where they differ, carry nothing, or there are none."""
    found = _spans(issue, start, end)
    return next((emphasis for emphasis in Emphasis if found and all(_carries(issue, span, emphasis) for span in found)), None)


def toggle_emphasis(issue: Issue, start: Spot, end: Spot, emphasis: Emphasis) -> TextEdited:
    """Set the text between two spots in bold or kai; where all of it is so already, plain. The caret stands at its end."""
    plain = emphasis_in(issue, start, end) is emphasis
    return _set(issue, start, end, None if plain else emphasis)


def clear_emphasis(issue: Issue, start: Spot, end: Spot) -> TextEdited:
    """Set the text between two spots plain."""
    return _set(issue, start, end, None)


def _set(issue: Issue, start: Spot, end: Spot, emphasis: Emphasis | None) -> TextEdited:
    _, caret = ordered(issue, start, end)
    for place, begin, finish in _spans(issue, start, end):
        issue = with_text(issue, place, set_apart(text_of(issue, place), begin, finish, emphasis))
    return TextEdited(issue, *caret)


def _spans(issue: Issue, start: Spot, end: Spot) -> list[Span]:
    return [span for span in spans(issue, start, end) if span.start < span.end and is_running_text(issue, span.place)]


def _carries(issue: Issue, span: Span, emphasis: Emphasis) -> bool:
    text = text_of(issue, span.place)
    return any(s <= span.start and span.end <= e for s, e, carried in text.stretches if carried is emphasis)
