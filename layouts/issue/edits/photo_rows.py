"""Photos set beside each other (并排): joined to a row, taken out of it, put in another order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from layouts.issue.article import Block
from layouts.issue.edits.edited import Edited
from layouts.issue.edits.tree import article_of, photo_of, with_blocks
from layouts.issue.issue import Issue
from layouts.issue.photo import MOST_IN_ROW, WIDEST, Photo, RowCaptions
from layouts.issue.photo_rows import MOST_IN_GROUP, row_at, said_width
from layouts.issue.places import Place

NARROWEST_ROW = 4.0
"""Em."""


def row_of(issue: Issue, place: Place) -> tuple[Place, ...]:
    """The places of the photos in one row with the photo at `place`, its own among them."""
    photo_of(issue, place)
    blocks = article_of(issue, place).blocks
    return tuple(place._replace(block=k, part=0) for k in row_at(blocks, place.block or 0))


def in_row(issue: Issue | None, place: Place | None) -> bool:
    """Whether there is a photo at a place that stands in a row with others."""
    if issue is None or place is None:
        return False
    try:
        return len(row_of(issue, place)) > 1
    except LookupError:
        return False


def make_row(issue: Issue, places: Iterable[Place], grid: int = 0) -> Edited:
    """Set photos beside each other, with those that stand in a row with them already: where the
    first of them stands, in reading order, `grid` of them in a line, 0 all.

    One photo alone makes no row, nor do more than stand in one. The place is the first's.
    """
    found = sorted({member for place in places for member in row_of(issue, place)}, key=_rank)
    first = found[0]
    if not 1 < len(found) <= MOST_IN_GROUP:
        return Edited(issue, first)
    photos = [photo_of(issue, place) for place in found]
    width = _width(issue, first)
    name = photos[0].row or new_name(article_of(issue, first).blocks)
    # from the last on, so that places before it still hold
    for place in reversed(found[1:]):
        issue = _without(issue, place)
    led = replace(photos[0], grid=max(0, min(grid, MOST_IN_ROW)))
    return _put(issue, first, 1, _as_row(photos, led, name, width))


def join_row(issue: Issue, place: Place, beside: Place, *, after: bool) -> Edited:
    """Stand the photo at `place` right before another or `after` it, in one row with it; in its own
    row this is another order.

    A row that has as many as it takes stays as it is.
    """
    moved, row = photo_of(issue, place), row_of(issue, beside)
    if place in row:
        return _reordered(issue, place, beside, after=after)
    if len(row) >= MOST_IN_GROUP:
        return Edited(issue, place)
    members, width = [photo_of(issue, member) for member in row], _width(issue, beside)
    name = members[0].row or new_name(article_of(issue, beside).blocks)
    at = row.index(beside) + after
    new = _as_row([*members[:at], moved, *members[at:]], members[0], name, width)
    issue = _without(issue, place)
    first = row[0]
    if place.of_article == first.of_article and _rank(place) < _rank(first):
        # what was taken out stood above
        first = first._replace(block=(first.block or 0) - 1)
    return _put(issue, first, len(row), new, at)


def leave_row(issue: Issue, place: Place) -> Edited:
    """Take a photo out of its row: it stands before what is left of it where it was the first,
    else behind it. One that is left alone is no row.
    """
    row = row_of(issue, place)
    members = [photo_of(issue, member) for member in row]
    at = row.index(place)
    moved, rest = _alone(members[at]), [*members[:at], *members[at + 1 :]]
    left = _row_again(rest, members[0], _width(issue, place))
    new = [*left, moved] if at else [moved, *left]
    return _put(issue, row[0], len(row), new, len(left) if at else 0)


def part_row(issue: Issue, place: Place) -> Edited:
    """Let every photo of a row stand by itself, in their order."""
    row = row_of(issue, place)
    members = [photo_of(issue, member) for member in row]
    own = all(photo.width is not None for photo in members)
    new = [replace(_alone(photo), width=photo.width if own else None) for photo in members]
    return _put(issue, row[0], len(row), new, row.index(place))


def set_row_grid(issue: Issue, place: Place, grid: int) -> Edited:
    """Set how many photos of a row stand beside each other, up to 6; 0 for all."""
    return said_of_row(issue, place, grid=max(0, min(grid, MOST_IN_ROW)))


def set_row_captions(issue: Issue, place: Place, captions: RowCaptions) -> Edited:
    """Say whether the photos of a row have one caption or one each."""
    return said_of_row(issue, place, captions=captions)


def resize_row(issue: Issue, place: Place, width: float | None) -> Edited:
    """Set the width of a row in em of the body, from 4 to 200; None for all of its column."""
    row = row_of(issue, place)
    members = [photo_of(issue, member) for member in row]
    width = None if width is None else min(max(NARROWEST_ROW, width), WIDEST)
    new = [replace(photo, width=None if k else width) for k, photo in enumerate(members)]
    return _put(issue, row[0], len(row), new, row.index(place))


def without_member(blocks: Sequence[Block], index: int) -> list[Block]:
    """The blocks without a photo; what was said of its row by it, the first, the next says."""
    row = row_at(blocks, index)
    members = [block for block in blocks[row.start : row.stop] if isinstance(block, Photo)]
    rest = [photo for k, photo in enumerate(members, row.start) if k != index]
    left = _row_again(rest, members[0], said_width(members) if len(members) > 1 else None)
    return [*blocks[: row.start], *left, *blocks[row.stop :]]


def _reordered(issue: Issue, place: Place, beside: Place, *, after: bool) -> Edited:
    row = row_of(issue, place)
    if place == beside:
        return Edited(issue, place)
    members = [photo_of(issue, member) for member in row]
    old, at = row.index(place), row.index(beside) + after
    moved = members.pop(old)
    at -= old < at
    led = moved if not old else members[0]
    new = [*members[:at], moved, *members[at:]]
    return _put(issue, row[0], len(row), _as_row(new, led, led.row, _width(issue, place)), at)


def said_of_row(issue: Issue, place: Place, /, **said: object) -> Edited:
    """Change what the photos of a row say alike, or a photo that stands in none."""
    row = row_of(issue, place)
    new = [replace(photo_of(issue, member), **said) for member in row]
    return _put(issue, row[0], len(row), new, row.index(place))


def _row_again(rest: list[Photo], led: Photo, width: float | None) -> list[Photo]:
    """What is left of a row."""
    return _as_row(rest, led, led.row, width) if len(rest) > 1 else list(map(_alone, rest))


def _as_row(photos: Sequence[Photo], led: Photo, name: str, width: float | None) -> list[Photo]:
    """Photos as one row of a width in em, that stands as `led` says: each says it of all, so that
    any of them may become the first.
    """
    return [
        replace(
            photo,
            row=name,
            side=led.side,
            line=led.line,
            standoff=led.standoff,
            standoffs=led.standoffs,
            place=led.place,
            across=led.across,
            bleed=led.bleed,
            grid=led.grid,
            captions=led.captions,
            width=None if k else width,
        )
        for k, photo in enumerate(photos)
    ]


def _alone(photo: Photo) -> Photo:
    return replace(photo, row="", grid=0, captions=RowCaptions.AS_WRITTEN)


def _width(issue: Issue, place: Place) -> float | None:
    """The width of the row at a place; none of a photo that stands alone, beside which there is to
    be room for others.
    """
    members = [photo_of(issue, member) for member in row_of(issue, place)]
    return said_width(members) if len(members) > 1 else None


def _without(issue: Issue, place: Place) -> Issue:
    blocks = article_of(issue, place).blocks
    return with_blocks(issue, place, without_member(blocks, place.block or 0))


def _put(issue: Issue, first: Place, count: int, photos: Sequence[Photo], at: int = 0) -> Edited:
    """Photos in the place of `count` blocks from `first` on; the place is that of one of them."""
    blocks, start = article_of(issue, first).blocks, first.block or 0
    new = (*blocks[:start], *photos, *blocks[start + count :])
    return Edited(with_blocks(issue, first, new), first._replace(block=start + at, part=0))


def _rank(place: Place) -> tuple[int, int, int]:
    return place.section, place.article or 0, place.block or 0


def new_name(blocks: Sequence[Block]) -> str:
    """A name that no row of these blocks has."""
    used = {block.row for block in blocks if isinstance(block, Photo)}
    return next(str(k) for k in range(1, len(used) + 2) if str(k) not in used)
