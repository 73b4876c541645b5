"""Captions tied to their photos, and what stands above and below a table to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from layouts.importing.received import ReceivedPhoto, ReceivedTable
from layouts.importing.recognition import cues
from layouts.importing.recognition.captions import (
    is_table_caption,
    is_table_note,
    may_be_caption,
    photo_number,
    points_down,
)
from layouts.importing.recognition.items import Role, SourceItem
from layouts.importing.recognition.looks import UsualLook, is_centred
from layouts.importing.recognition.spotting import Spotted
from layouts.manuscript.marks import label_level


def tie_tables(items: Sequence[SourceItem], spots: list[Spotted]) -> dict[int, int]:
    """The lines that are captions and notes of tables, and the table that each belongs to; their
    spots become that.
    """
    tied: dict[int, int] = {}
    for table, item in enumerate(items):
        if isinstance(item.thing, ReceivedTable):
            tied.update((place, table) for place in _about_table(items, spots, table))
    for place in tied:
        spots[place] = Spotted(Role.TABLE_WORDS, cues.CAPTION_SAID)
    return tied


def _about_table(
    items: Sequence[SourceItem], spots: Sequence[Spotted], table: int
) -> Iterator[int]:
    for place in range(table - 1, max(table - 3, -1), -1):
        if _is_table_caption(items[place], spots[place]):
            yield place
            break
        if not is_table_note(items[place].string):
            break
        yield place
    for place in range(table + 1, len(items)):
        if not is_table_note(items[place].string):
            break
        yield place


def _is_table_caption(item: SourceItem, spotted: Spotted) -> bool:
    if spotted.role not in (Role.TEXT, Role.CAPTION):
        return False
    return item.look.is_caption or is_table_caption(item.string)


def tie_photos(
    items: Sequence[SourceItem], spots: list[Spotted], usual: UsualLook
) -> dict[int, int]:
    """The captions, and the photo that each belongs to; lines that are captions by their place
    become such.

    Those right below the photos come first, then those below the paragraph that a photo stands in,
    those right above, and those that number the photos; what is left has no photo here.
    """
    photos = [place for place, item in enumerate(items) if isinstance(item.thing, ReceivedPhoto)]
    tied: dict[int, int] = {}
    for run in _rows(photos):
        for photo, place in zip(
            _in_need(items, run), _below(items, spots, run, usual), strict=False
        ):
            tied[place] = photo
            if spots[place].role is not Role.CAPTION:
                spots[place] = Spotted(Role.CAPTION, cues.CAPTION_BY_PLACE)
    _tie_behind_paragraph(items, spots, photos, tied)
    for run in _rows(photos):
        place = run[0] - 1
        free = [photo for photo in _in_need(items, run) if photo not in tied.values()]
        if free and place >= 0 and spots[place].role is Role.CAPTION and place not in tied:
            tied[place] = free[-1]
    _tie_by_number(items, spots, photos, tied)
    return tied


def _rows(photos: Sequence[int]) -> Iterator[list[int]]:
    """Photos with nothing between them."""
    row: list[int] = []
    for place in photos:
        if row and place != row[-1] + 1:
            yield row
            row = []
        row.append(place)
    if row:
        yield row


def _in_need(items: Sequence[SourceItem], run: Sequence[int]) -> list[int]:
    """The photos of a row that want a caption: where they stand in one row its last, which is that
    of all.
    """
    free = [place for place in run if not _photo(items[place]).caption]
    names = {_photo(items[place]).row for place in free}
    return free[-1:] if len(names) == 1 and names != {""} else free


def _photo(item: SourceItem) -> ReceivedPhoto:
    if not isinstance(item.thing, ReceivedPhoto):
        raise TypeError
    return item.thing


def _below(
    items: Sequence[SourceItem], spots: Sequence[Spotted], run: Sequence[int], usual: UsualLook
) -> list[int]:
    """The captions right below a row of photos, at most as many as there are photos."""
    found: list[int] = []
    for place in range(run[-1] + 1, min(run[-1] + 1 + len(run), len(items))):
        said = spots[place].role is Role.CAPTION and not points_down(items[place].string)
        if not said and (found or not _is_by_place(items, spots, place, usual)):
            break
        found.append(place)
    return found


def _is_by_place(
    items: Sequence[SourceItem], spots: Sequence[Spotted], place: int, usual: UsualLook
) -> bool:
    """Whether a line under a photo is its caption though it does not say so: short, centred or in
    a text box, or smaller than the text.
    """
    item, spotted = items[place], spots[place]
    if spotted.role is not Role.TEXT or spotted.credit is not None or item.look.heading:
        return False
    if not may_be_caption(item.string) or label_level(item.string):
        return False
    size = item.look.size
    smaller = bool(size and usual.size and size < usual.size * cues.SMALLER)
    larger = bool(size and usual.size and size > usual.size * cues.LARGER)
    if item.look.in_box or smaller:
        return True
    return is_centred(item) and not larger and not _is_first_line(spots, place)


def _is_first_line(spots: Sequence[Spotted], place: int) -> bool:
    """Whether no text stands above a line: it may be the title."""
    return not any(spotted.role in (Role.TEXT, Role.TITLE) for spotted in spots[:place])


def _tie_behind_paragraph(
    items: Sequence[SourceItem],
    spots: Sequence[Spotted],
    photos: Sequence[int],
    tied: dict[int, int],
) -> None:
    """A photo that stands in a paragraph comes before its text, the caption behind it."""
    for photo in photos:
        place = photo + 2
        if place >= len(items) or spots[photo + 1].role is not Role.TEXT:
            continue
        is_free = photo not in tied.values() and not _photo(items[photo]).caption
        is_caption = spots[place].role is Role.CAPTION and place not in tied
        if place + 1 < len(items) and spots[place + 1].role is Role.CAPTION:
            continue  # a list of captions, which number their photos
        if is_free and is_caption and not points_down(items[place].string):
            tied[place] = photo


def _tie_by_number(
    items: Sequence[SourceItem],
    spots: Sequence[Spotted],
    photos: Sequence[int],
    tied: dict[int, int],
) -> None:
    """图3 belongs to the third photo, where that has no caption."""
    for place, item in enumerate(items):
        if spots[place].role is not Role.CAPTION or place in tied:
            continue
        number = photo_number(item.string)
        if 0 < number <= len(photos):
            photo = photos[number - 1]
            if photo not in tied.values() and not _photo(items[photo]).caption:
                tied[place] = photo
