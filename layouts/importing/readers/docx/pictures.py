"""Pictures of a Word file made photos: put into the store, or told as lost."""

from __future__ import annotations

import posixpath
from pathlib import Path

from layouts.errors import ManuscriptError
from layouts.importing.photo_store import LARGEST
from layouts.importing.readers.docx.context import Placed, WordReading
from layouts.importing.readers.docx.drawings import DrawnPicture
from layouts.importing.received import Look, ReceivedPhoto
from layouts.messages import docx_files as say
from layouts.messages.message import Message

MOST_PHOTOS = 2_000
"""Pictures of one file; a whole issue has some hundred."""


def received(
    reading: WordReading, picture: DrawnPicture, row: str, line: int, look: Look
) -> ReceivedPhoto:
    """A picture as a photo.

    Its `row` is a name that `sections` looks up in `Reading.placed`: side, share and true row are
    found when the section has ended.
    """
    number = len(reading.placed) + 1
    if number > MOST_PHOTOS:
        reading.parts.archive.refuse(say.TOO_MANY_PICTURES(most=MOST_PHOTOS))
    token = f"{row}#{number}"
    reading.placed[token] = Placed(picture.geometry, row)
    source = _address(reading, picture)
    found = _path(reading, picture)
    if isinstance(found, Message):
        reading.gatherer.lose(_CODES[found], found, source)
    return ReceivedPhoto(
        path=found if isinstance(found, Path) else None,
        name=_name(picture, source),
        crop=picture.crop,
        turn=picture.turn,
        alt=picture.alt.strip(),
        row=token,
        line=line,
        look=look,
    )


def _path(reading: WordReading, picture: DrawnPicture) -> Path | Message:
    part = reading.part_of(picture.embed)
    if part is None:
        return say.LINKED_PHOTO if _address(reading, picture) else say.PICTURE_MISSING
    if part not in reading.kept:
        reading.kept[part] = _stored(reading, part)
    return reading.kept[part]


_CODES = {
    say.LINKED_PHOTO: "linked-photo",
    say.PICTURE_MISSING: "photo-missing",
    say.PHOTO_KIND: "metafile",
}


def _stored(reading: WordReading, part: str) -> Path | Message:
    """A damaged or huge picture does not keep the text from being read."""
    try:
        data = reading.parts.archive.read(part, LARGEST)
    except ManuscriptError:
        return say.PICTURE_MISSING
    return reading.gatherer.photos.put(data) or say.PHOTO_KIND


def _address(reading: WordReading, picture: DrawnPicture) -> str:
    """Where a picture comes from: a part's name, or the address of one that is only linked."""
    part = reading.part_of(picture.embed)
    return part or reading.address(picture.embed) or reading.address(picture.link)


def _name(picture: DrawnPicture, source: str) -> str:
    """What its writer called it, where that is the name of a file; else what the package does."""
    own = posixpath.basename(picture.name.replace("\\", "/"))
    return own if "." in own else posixpath.basename(source.replace("\\", "/"))
