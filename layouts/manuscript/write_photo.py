"""Photos as Markdown: `![caption](path){side=left width=16em}`, with the attributes that are not
the usual ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from msgspec.structs import replace

from layouts.issue.photo import LAST_LINE, WHOLE, WIDEST, Crop, Photo
from layouts.issue.sound_photo import sound_photo
from layouts.manuscript.escape import caption_markup, possible, possible_text
from layouts.manuscript.photo_looks import written_looks
from layouts.manuscript.photos import CROP_LIMIT, is_remote
from layouts.manuscript.quoted import number, quoted
from layouts.manuscript.repair import REPAIRED

NEARLY_ALL = 0.9499
"""What a crop is narrowed to, across or down, where it leaves less of the photo than a manuscript
may say.
"""

_NO_PATH = re.compile(rf"[%<>\"“”\\\t\n{REPAIRED}]|^\s+|\s+\Z")
_PARENTHESES = re.compile(r"[()]")
_BALANCED = re.compile(r"[^()]*(?:\([^()]*\)[^()]*)*")
_PLAIN_ROW = re.compile(r"\w{1,20}", re.ASCII)


def sayable_photo(photo: Photo) -> Photo:
    """A photo as a manuscript can say it: values that none may have become the nearest one that it
    may.
    """
    path = possible(photo.path) or "."
    return replace(
        sound_photo(photo),
        # a file called http:… must not be read as an address
        path=f"./{path}" if is_remote(replace(photo, path=path)) else path,
        caption=possible_text(photo.caption),
        width=min(photo.width, WIDEST) if photo.width is not None and photo.width > 0 else None,
        line=min(max(0, photo.line), LAST_LINE),
        standoff=None if photo.standoff is None else min(max(0.0, photo.standoff), WIDEST),
        alt=possible(photo.alt),
        row=possible(photo.row),
        crop=_sayable_crop(photo.crop),
        credit=possible(photo.credit),
    )


def photo_markup(photo: Photo) -> str:
    """The Markdown of a photo. `photo` is as `sayable_photo` gives it."""
    attributes = " ".join(attributes_of(photo))
    braces = f"{{{attributes}}}" if attributes else ""
    return f"![{caption_markup(photo.caption)}]({written_path(photo.path)}){braces}"


def attributes_of(photo: Photo) -> Iterator[str]:
    """The attributes of a photo that are not the usual ones, as `name=value`. `photo` is as
    `sayable_photo` gives it.
    """
    # everything as usual: no braces
    if photo == Photo(photo.path, photo.caption, photo.source, id=photo.id, name=photo.name):
        return
    yield f"side={photo.side.value}"
    if photo.width is not None:
        yield f"width={number(photo.width)}em"
    if photo.line:
        yield f"line={photo.line}"
    if photo.standoff is not None:
        yield f"standoff={number(photo.standoff)}em"
    if photo.crop != WHOLE:
        # exact: 0.07 * 100 is 7.000000000000001 as a float
        percents = (Decimal(repr(float(edge))) * 100 for edge in photo.crop)
        edges = (f"{number(percent)}%" if percent else "0" for percent in percents)
        yield f'crop="{" ".join(edges)}"'
    if photo.alt:
        yield f"alt={quoted(photo.alt)}"
    if photo.row:
        yield f"row={photo.row if _PLAIN_ROW.fullmatch(photo.row) else quoted(photo.row)}"
    yield from written_looks(photo)


def _sayable_crop(crop: Crop) -> Crop:
    left, top, right, bottom = (min(1.0, max(0.0, float(edge))) for edge in crop)
    left, right = _narrowed(left, right)
    top, bottom = _narrowed(top, bottom)
    return Crop(left, top, right, bottom)


def _narrowed(one: float, other: float) -> tuple[float, float]:
    total = Decimal(repr(one)) + Decimal(repr(other))
    fit = NEARLY_ALL / float(total) if total * 100 >= CROP_LIMIT else 1.0
    return one * fit, other * fit


def written_path(path: str) -> str:
    """The path of a photo with percent signs for what its markup or YAML would see more in."""
    written = _NO_PATH.sub(_percent, path)
    return written if _BALANCED.fullmatch(written) else _PARENTHESES.sub(_percent, written)


def _percent(found: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in found[0].encode())
