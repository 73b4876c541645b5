"""Where photos stand: in the text, or apart from it at the head or foot of a page, on a page or two
of their own; over which edges they go.
"""

from __future__ import annotations

from layouts.issue.edits.edited import Edited
from layouts.issue.edits.photo_rows import said_of_row
from layouts.issue.edits.tree import photo_of
from layouts.issue.issue import Issue
from layouts.issue.photo import MOST_COLUMNS, Bleed, PhotoPlace
from layouts.issue.places import Place


def set_photo_place(
    issue: Issue, place: Place, where: PhotoPlace, across: int | None = None
) -> Edited:
    """Stand a photo somewhere, `across` so many columns (0: all) or as many as before; one of a row
    with its row.
    """
    photo = photo_of(issue, place)
    columns = photo.across if across is None else max(0, min(across, MOST_COLUMNS))
    return said_of_row(issue, place, place=where, across=columns)


def set_bleed(issue: Issue, place: Place, bleed: Bleed) -> Edited:
    """Say over which edges of its page a photo goes."""
    return said_of_row(issue, place, bleed=bleed)
