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
    ties = _PhotoTies(items, spots)
    for run in _rows(ties.photos):
        ties.below(run, usual)
    ties.behind_paragraphs()
    for run in _rows(ties.photos):
        ties.above(run)
    ties.by_number()
    return ties.tied


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


def _photo(item: SourceItem) -> ReceivedPhoto:
    if not isinstance(item.thing, ReceivedPhoto):
        raise TypeError
    return item.thing


class _PhotoTies:
    """Captions tied to the photos of a document, each photo once. `tied` is the photo of each
    caption; `_free` are the photos that want one.
    """

    def __init__(self, items: Sequence[SourceItem], spots: list[Spotted]) -> None:
        self.tied: dict[int, int] = {}
        self.photos = [
            place for place, item in enumerate(items) if isinstance(item.thing, ReceivedPhoto)
        ]
        self._items = items
        self._spots = spots
        self._free = {place for place in self.photos if not _photo(items[place]).caption.string}
        texts = (Role.TEXT, Role.TITLE)
        first = (place for place, spotted in enumerate(spots) if spotted.role in texts)
        self._first_text = next(first, len(items))

    def _tie(self, place: int, photo: int) -> None:
        self.tied[place] = photo
        self._free.discard(photo)

    def _in_need(self, run: Sequence[int]) -> list[int]:
        """The photos of a row that want a caption: where they stand in one row its last, which is
        that of all.
        """
        free = [place for place in run if place in self._free]
        names = {_photo(self._items[place]).row for place in free}
        return free[-1:] if len(names) == 1 and names != {""} else free

    def _is_caption(self, place: int) -> bool:
        """Whether a line says that it is a caption, and is that of no photo yet."""
        return (
            0 <= place < len(self._items)
            and self._spots[place].role is Role.CAPTION
            and place not in self.tied
        )

    def below(self, run: Sequence[int], usual: UsualLook) -> None:
        """The captions right below photos, at most as many as there are photos; where none says
        that it is one, the first line by its look.
        """
        place = run[-1] + 1
        for photo in self._in_need(run):
            said = self._is_caption(place) and not points_down(self._items[place].string)
            if not said and (place > run[-1] + 1 or not self._is_by_place(place, usual)):
                return
            if not said:
                self._spots[place] = Spotted(Role.CAPTION, cues.CAPTION_BY_PLACE)
            self._tie(place, photo)
            place += 1

    def _is_by_place(self, place: int, usual: UsualLook) -> bool:
        """Whether a line under a photo is its caption though it does not say so: short, centred or
        in a text box, or smaller than the text. The first line of all may be the title.
        """
        if place >= len(self._items):
            return False
        item, spotted = self._items[place], self._spots[place]
        if spotted.role is not Role.TEXT or spotted.credit is not None or item.look.heading:
            return False
        if not may_be_caption(item.string) or label_level(item.string):
            return False
        size = item.look.size
        smaller = bool(size and usual.size and size < usual.size * cues.SMALLER)
        larger = bool(size and usual.size and size > usual.size * cues.LARGER)
        if item.look.in_box or smaller:
            return True
        return is_centred(item) and not larger and place > self._first_text

    def behind_paragraphs(self) -> None:
        """A photo that stands in a paragraph comes before its text, the caption behind it; but a
        list of captions numbers its photos.
        """
        for photo in self.photos:
            place = photo + 2
            if photo not in self._free or not self._is_caption(place):
                continue
            is_list = self._is_caption(place + 1)
            is_behind = self._spots[photo + 1].role is Role.TEXT
            if is_behind and not is_list and not points_down(self._items[place].string):
                self._tie(place, photo)

    def above(self, run: Sequence[int]) -> None:
        """The caption right above photos."""
        free = self._in_need(run)
        if free and self._is_caption(run[0] - 1):
            self._tie(run[0] - 1, free[-1])

    def by_number(self) -> None:
        """图3 belongs to the third photo, where that has no caption."""
        for place, item in enumerate(self._items):
            number = photo_number(item.string) if self._is_caption(place) else 0
            if 0 < number <= len(self.photos) and self.photos[number - 1] in self._free:
                self._tie(place, self.photos[number - 1])
