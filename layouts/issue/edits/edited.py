"""What every edit gives back."""

from __future__ import annotations

from typing import NamedTuple

from layouts.errors import Source
from layouts.issue.issue import Issue
from layouts.issue.places import Place

NEW = Source("", 0)
"""Where a block came from that no manuscript had."""


class Edited(NamedTuple):
    """The issue after an edit, the same object where nothing changed, and where the thing edited
    stands now; None for no place.
    """

    issue: Issue
    place: Place | None = None


class TextEdited(NamedTuple):
    """The issue after an edit of its text, and where the caret stands: `offset` code points into
    the text at `place`.
    """

    issue: Issue
    place: Place
    offset: int
