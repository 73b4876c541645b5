"""Photos put into articles, moved, sized and cropped."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from layouts.issue.article import Article, Block, Paragraph
from layouts.issue.blocks import next_in_flow
from layouts.issue.edits.edited import NEW, Edited
from layouts.issue.edits.photo_rows import (
    new_name,
    resize_row,
    row_of,
    said_of_row,
    without_member,
)
from layouts.issue.edits.tree import article_of, photo_of, with_block, with_blocks
from layouts.issue.edits.typed import one_line, retyped, text_of_one_line
from layouts.issue.issue import Issue
from layouts.issue.parts import parts_of
from layouts.issue.photo import LAST_LINE, WHOLE, WIDEST, Crop, Photo, Side, Wrap
from layouts.issue.places import BYLINE, Place
from layouts.issue.sound_photo import sound_photo
from layouts.issue.text import Text, as_text
from layouts.photo_tone import AS_IT_IS

LEAST_LEFT = 0.05
"""The part of a photo's width and height that a crop leaves at least."""

NARROWEST = 1.0
"""Em."""


def add_photo(
    issue: Issue,
    before: Place,
    path: str,
    *,
    caption: str | Text = "",
    alt: str = "",
    side: Side = Side.RIGHT,
    width: float | None = None,
    line: int = 0,
    standoff: float | None = None,
    crop: Crop = WHOLE,
) -> Edited:
    """Stand a new photo before the block at `before`: the paragraph it is set beside, or behind all
    for their number or a by-line.

    For an article's place or its title it stands beside the first paragraph, or, where photos
    stand already, beside the paragraph farthest from them all. `path` is relative to the issue's
    folder.
    """
    photo = Photo(path, as_text(caption), NEW, side, width, line, standoff, alt, crop)
    return insert_photo(issue, before, photo)


def insert_photo(issue: Issue, before: Place, photo: Photo) -> Edited:
    """Stand a photo, as it is, where `add_photo` would: without its id and source, as a new one."""
    article = article_of(issue, before)
    index = _index(article, before)
    photo = replace(
        sound_photo(photo),
        caption=text_of_one_line(photo.caption),
        source=NEW,
        width=_width(photo.width),
        line=_line(photo.line),
        standoff=_standoff(photo.standoff),
        alt=one_line(photo.alt),
        crop=_clamped(photo.crop, WHOLE),
        credit=one_line(photo.credit),
        id="",
    )
    place = Place(before.section, before.article, index)
    return Edited(
        with_blocks(issue, before, (*article.blocks[:index], photo, *article.blocks[index:])), place
    )


def insert_photos(issue: Issue, before: Place, photos: Sequence[Photo]) -> Edited:
    """Stand photos one after another where `insert_photo` would; those that stood beside each other
    do so again, in a row of their own. The place is the first one's.
    """
    at = before._replace(block=_index(article_of(issue, before), before), part=0)
    count = Counter(photo.row for photo in photos if photo.row)
    names: dict[str, str] = {}
    for k, photo in enumerate(photos):
        row = photo.row if count[photo.row] > 1 else ""
        if row and row not in names:
            names[row] = new_name(article_of(issue, at).blocks)
        put = replace(photo, row=names.get(row, ""))
        issue = insert_photo(issue, at._replace(block=(at.block or 0) + k), put).issue
    return Edited(issue, at)


def replace_photo(issue: Issue, place: Place, path: str, *, keep_crop: bool = False) -> Edited:
    """Take another file for a photo.

    Its crop, its tone, its centre of interest and the outline drawn on it were made for the old one
    and go, unless the new one shows the same; greys stay.
    """
    photo = replace(photo_of(issue, place), path=path, name="")
    if not keep_crop:
        tone = AS_IT_IS._replace(grey=photo.tone.grey)
        wrap = Wrap.BOX if photo.wrap is Wrap.POLYGON else photo.wrap
        photo = replace(photo, crop=WHOLE, tone=tone, focus=None, wrap=wrap, polygon=())
    return _set(issue, place, photo)


def remove_photo(issue: Issue, place: Place) -> Edited:
    """Take a photo out. The place is its article's."""
    photo_of(issue, place)
    blocks = without_member(article_of(issue, place).blocks, place.block or 0)
    return Edited(with_blocks(issue, place, blocks), place.of_article)


def remove_photos(issue: Issue, places: Iterable[Place]) -> Edited:
    """Take several photos out. The place is the article of the first of them."""
    found = sorted(set(places), key=lambda place: (place.section, place.article, place.block))
    # from the last on, so that places before it still hold
    for place in reversed(found):
        issue = remove_photo(issue, place).issue
    return Edited(issue, found[0].of_article)


def move_photo(
    issue: Issue,
    photo_place: Place,
    article_place: Place,
    paragraph_block: int,
    line: int,
    side: Side,
) -> Edited:
    """Stand a photo before the block `paragraph_block` of an article, its top at that paragraph's
    line `line`, on `side`.

    The index is one of the issue as it is before; that of another photo means the paragraph this
    one stands beside, the number of blocks the end of the article. Among several photos the moved
    one comes last; one that stands there already keeps its turn. One of a row takes its row along.
    """
    photo = photo_of(issue, photo_place)
    target = article_of(issue, article_place)
    index = next_in_flow(
        target.blocks, _index(target, article_place._replace(block=paragraph_block))
    )
    old = photo_place.block or 0
    same = photo_place.of_article == article_place.of_article
    # among the photos of the same paragraph: its turn is kept
    if same and old < index <= next_in_flow(target.blocks, old):
        return said_of_row(issue, photo_place, line=_line(line), side=side)
    row = row_of(issue, photo_place)
    name = new_name(target.blocks) if photo.row and not same else photo.row
    moved = [
        replace(photo_of(issue, member), line=_line(line), side=side, row=name) for member in row
    ]
    issue = _taken_out(issue, row)
    # what was taken out stood above
    index -= len(row) if same and old < index else 0
    blocks = article_of(issue, article_place).blocks
    return Edited(
        with_blocks(issue, article_place, (*blocks[:index], *moved, *blocks[index:])),
        article_place._replace(block=index + row.index(photo_place._replace(part=0)), part=0),
    )


def resize(issue: Issue, place: Place, width: float | None) -> Edited:
    """Set a photo's width in em of the body, from 1 to 200; None for the layout's own. Of one in a
    row it is the row's.
    """
    if len(row_of(issue, place)) > 1:
        return resize_row(issue, place, width)
    return _set(issue, place, replace(photo_of(issue, place), width=_width(width)))


def set_crop(issue: Issue, place: Place, crop: Crop) -> Edited:
    """Cut a photo's edges.

    At least a twentieth is left each way: an edge that goes too far stops there.
    """
    photo = photo_of(issue, place)
    return _set(issue, place, replace(photo, crop=_clamped(crop, photo.crop)))


def set_caption(issue: Issue, place: Place, caption: str | Text) -> Edited:
    """Write under a photo what it shows. Of a string, what stays of the old caption keeps its
    marks.
    """
    photo = photo_of(issue, place)
    if isinstance(caption, str):
        said = retyped(photo.caption, one_line(caption))
    else:
        said = text_of_one_line(caption)
    return _set(issue, place, replace(photo, caption=said))


def set_alt(issue: Issue, place: Place, alt: str) -> Edited:
    """Say what a photo shows to those who cannot see it."""
    return _set(issue, place, replace(photo_of(issue, place), alt=one_line(alt)))


def set_side(issue: Issue, place: Place, side: Side) -> Edited:
    """Say on which side of its column a photo stands."""
    return said_of_row(issue, place, side=side)


def set_standoff(issue: Issue, place: Place, standoff: float | None) -> Edited:
    """Set the distance of text from a photo in em, not below 0; None for the layout's own."""
    return said_of_row(issue, place, standoff=_standoff(standoff))


def set_line(issue: Issue, place: Place, line: int) -> Edited:
    """Set the line of its paragraph at which a photo's top stands, from 0."""
    return said_of_row(issue, place, line=_line(line))


def _taken_out(issue: Issue, row: Sequence[Place]) -> Issue:
    first, blocks = row[0].block or 0, article_of(issue, row[0]).blocks
    return with_blocks(issue, row[0], (*blocks[:first], *blocks[first + len(row) :]))


def _set(issue: Issue, place: Place, photo: Photo) -> Edited:
    return Edited(with_block(issue, place, photo), place)


def _index(article: Article, place: Place) -> int:
    """The index that a new block gets."""
    count = len(article.blocks)
    if place.block == BYLINE:
        return count
    if place.block is None or place.block < 0:
        return _emptiest(article.blocks)
    if place.block <= count:
        return place.block
    raise LookupError(f"no block {place}")


def _emptiest(blocks: Sequence[Block]) -> int:
    """The paragraph that a photo of the whole article is best set beside: the first of those with
    most characters between them and the nearest photo, or the end, where it would hang out.
    """
    paragraphs: list[tuple[int, int]] = []
    photos: list[int] = []
    read = 0
    for index, block in enumerate(blocks):
        if isinstance(block, Paragraph):
            paragraphs.append((index, read))
        elif isinstance(block, Photo):
            photos.append(read)
        read += sum(len(text.string) for text in parts_of(block))
    if not paragraphs:
        return len(blocks)
    if not photos:
        return paragraphs[0][0]
    return max(paragraphs, key=lambda at: min(abs(at[1] - photo) for photo in (*photos, read)))[0]


def _line(line: int) -> int:
    return max(0, min(line, LAST_LINE))


def _width(width: float | None) -> float | None:
    return None if width is None else min(max(NARROWEST, width), WIDEST)


def _standoff(standoff: float | None) -> float | None:
    return None if standoff is None else min(max(0.0, standoff), WIDEST)


def _clamped(crop: Crop, old: Crop) -> Crop:
    left, right = _pair(crop.left, crop.right, (old.left, old.right))
    top, bottom = _pair(crop.top, crop.bottom, (old.top, old.bottom))
    return Crop(left, top, right, bottom)


def _pair(low: float, high: float, old: tuple[float, float]) -> tuple[float, float]:
    """Two opposite edges.

    Where too little is left, the one that moved gives way, both where both did.
    """
    most = 1.0 - LEAST_LEFT
    low, high = min(max(0.0, low), most), min(max(0.0, high), most)
    if low + high <= most:
        return low, high
    if high == old[1]:
        return most - high, high
    if low == old[0]:
        return low, most - low
    return low * most / (low + high), high * most / (low + high)
