"""Attributes of a photo that most photos do not have: where it is placed, what text runs round, how
it is shown; read and written.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Any, NamedTuple

from msgspec.structs import replace

from layouts.issue.photo import (
    ALL_COLUMNS,
    MOST_COLUMNS,
    MOST_IN_ROW,
    MOST_POINTS,
    THICKEST_FRAME,
    WIDEST,
    Bleed,
    Photo,
    PhotoPlace,
    PhotoPoint,
    RowCaptions,
    Standoffs,
    Wrap,
)
from layouts.issue.sound_photo import LEAST_CORNERS
from layouts.manuscript.quoted import number, quoted, resolved
from layouts.messages import manuscript as said
from layouts.messages.message import Sentence
from layouts.photo_tone import MOST_TURN, PhotoTone

_NUMBER = re.compile(r"[-−+]?\d{1,4}(?:\.\d+)?")
_BETWEEN = re.compile(r"[\s,，、;；]+")
_YES = {
    **dict.fromkeys(("yes", "true", "是", "1"), True),
    **dict.fromkeys(("no", "false", "否", "0"), False),
}

_EDGES = {"left": 0, "左": 0, "top": 1, "上": 1, "right": 2, "右": 2, "foot": 3, "下": 3}
_ALL = {"all": ALL_COLUMNS, "全部": ALL_COLUMNS, "通栏": ALL_COLUMNS}
_PLACES = {
    **{place.value: place for place in PhotoPlace},
    "文中": PhotoPlace.TEXT,
    "页首": PhotoPlace.TOP,
    "页脚": PhotoPlace.FOOT,
    "整页": PhotoPlace.PAGE,
    "跨页": PhotoPlace.SPREAD,
}
_WRAPS = {
    **{wrap.value: wrap for wrap in Wrap},
    "方框": Wrap.BOX,
    "透明": Wrap.ALPHA,
    "轮廓": Wrap.OUTLINE,
    "多边形": Wrap.POLYGON,
}

_CAPTIONS = {
    **{captions.value: captions for captions in RowCaptions},
    "如所写": RowCaptions.AS_WRITTEN,
    "合写": RowCaptions.TOGETHER,
    "各写": RowCaptions.EACH,
}


def _numbers(written: str, unit: str, count: int) -> list[Decimal] | None:
    """So many numbers, each followed by a unit or by nothing; None for anything else."""
    parts = [part for part in _BETWEEN.split(written.strip()) if part]
    bare = [re.sub(rf"(?:{unit})\Z", "", part) for part in parts]
    if len(bare) != count or not all(_NUMBER.fullmatch(part) for part in bare):
        return None
    return [Decimal(part.replace("−", "-")) for part in bare]


def _number(written: str, unit: str, least: float, most: float) -> float | None:
    found = _numbers(written, unit, 1)
    return float(found[0]) if found and least <= found[0] <= most else None


def _percent(written: str) -> float | None:
    found = _numbers(written, "[%％]", 1)
    return float(found[0] / 100) if found and abs(found[0]) <= _WHOLE else None


def _whole(written: str, most: int) -> int | None:
    return int(written) if re.fullmatch(r"[1-9]", written) and int(written) <= most else None


def _bleed(written: str) -> Bleed | None:
    edges = [_EDGES.get(edge.lower()) for edge in _BETWEEN.split(written.strip())]
    return Bleed(*(k in edges for k in range(len(Bleed._fields)))) if None not in edges else None


def _point(written: str) -> PhotoPoint | None:
    found = _numbers(written, "[%％]", 2)
    if found is None or not all(0 <= percent <= _WHOLE for percent in found):
        return None
    return PhotoPoint(*(float(percent / 100) for percent in found))


def _polygon(written: str) -> tuple[PhotoPoint, ...] | None:
    corners = [_point(corner) for corner in written.split()]
    fits = LEAST_CORNERS <= len(corners) <= MOST_POINTS
    return tuple(corner for corner in corners if corner) if fits and None not in corners else None


def _standoffs(written: str) -> Standoffs | None:
    found = _numbers(written, "em|字", len(Standoffs._fields))
    if found is None or not all(0 <= standoff <= WIDEST for standoff in found):
        return None
    return Standoffs(*map(float, found))


_WHOLE = 100
"""Percent."""


Reader = Callable[[str], object]
"""The value that is written, None where it cannot be one."""


class PhotoAttribute(NamedTuple):
    """An attribute: its Chinese name, how its value is read, what is said where it cannot be."""

    chinese: str
    read: Reader
    expected: Sentence | None = None


def _one_of(values: Mapping[str, object]) -> Reader:
    return lambda written: values.get(written.lower())


def _up_to(most: int) -> Reader:
    return lambda written: _whole(written, most)


def _between(unit: str, least: float, most: float) -> Reader:
    return lambda written: _number(written, unit, least, most)


def _across(written: str) -> int | None:
    known = _ALL.get(written.lower())
    return _whole(written, MOST_COLUMNS) if known is None else known


LOOKS: Mapping[str, PhotoAttribute] = MappingProxyType(
    {
        "place": PhotoAttribute("放在", _one_of(_PLACES), said.PLACE_EXPECTED()),
        "across": PhotoAttribute("跨栏", _across, said.ACROSS_EXPECTED(most=MOST_COLUMNS)),
        "bleed": PhotoAttribute("出血", _bleed, said.BLEED_EXPECTED()),
        "wrap": PhotoAttribute("绕排", _one_of(_WRAPS), said.WRAP_EXPECTED()),
        "polygon": PhotoAttribute("多边形", _polygon, said.POLYGON_EXPECTED(most=MOST_POINTS)),
        "grid": PhotoAttribute("每排", _up_to(MOST_IN_ROW), said.GRID_EXPECTED(most=MOST_IN_ROW)),
        "captions": PhotoAttribute("图注", _one_of(_CAPTIONS), said.CAPTIONS_EXPECTED()),
        "straighten": PhotoAttribute(
            "拉直",
            _between("°|度", -MOST_TURN, MOST_TURN),
            said.STRAIGHTEN_EXPECTED(most=MOST_TURN),
        ),
        "brightness": PhotoAttribute("亮度", _percent, said.TONE_EXPECTED()),
        "contrast": PhotoAttribute("对比度", _percent, said.TONE_EXPECTED()),
        "grey": PhotoAttribute("黑白", _one_of(_YES), said.GREY_EXPECTED()),
        "frame": PhotoAttribute(
            "边框", _between("pt|磅", 0, THICKEST_FRAME), said.FRAME_EXPECTED(most=THICKEST_FRAME)
        ),
        "credit": PhotoAttribute("摄影", resolved),
        "focus": PhotoAttribute("焦点", _point, said.FOCUS_EXPECTED()),
    }
)
"""By their names. The distances of edges are `standoff` with four numbers (`read_edges`)."""

NAMES: Mapping[str, str] = MappingProxyType(
    {
        **{name: name for name in LOOKS},
        **{look.chinese: name for name, look in LOOKS.items()},
    }
)
"""Attributes by every name that they are written with."""

_TONE = PhotoTone._fields


def read_edges(written: str) -> Standoffs | None:
    """The distances of text from the left, top, right and foot of a photo; None for anything but
    four numbers.
    """
    return _standoffs(written)


def with_looks(photo: Photo, found: dict[str, Any]) -> Photo:  # Any: its fields differ in type
    """The photo with what was read of `LOOKS`, and `standoffs`."""
    tone = {name: value for name, value in found.items() if name in _TONE}
    rest = {name: value for name, value in found.items() if name not in _TONE}
    return replace(photo, tone=photo.tone._replace(**tone), **rest)


def written_looks(photo: Photo) -> Iterator[str]:
    """The attributes of a photo that it does not have as usual. It is as `sound_photo` gives it."""
    if photo.place is not PhotoPlace.TEXT:
        yield f"place={photo.place.value}"
    if photo.across != 1:
        yield f"across={photo.across or 'all'}"
    if any(photo.bleed):
        edges = (name for name, goes in zip(Bleed._fields, photo.bleed, strict=True) if goes)
        yield f'bleed="{" ".join(edges)}"'
    if photo.wrap is not Wrap.BOX:
        yield f"wrap={photo.wrap.value}"
    if photo.polygon:
        yield f'polygon="{" ".join(_written_point(corner, ",") for corner in photo.polygon)}"'
    if photo.standoffs is not None:
        yield f'standoff="{" ".join(f"{number(edge)}em" for edge in photo.standoffs)}"'
    if photo.grid:
        yield f"grid={photo.grid}"
    if photo.captions is not RowCaptions.AS_WRITTEN:
        yield f"captions={photo.captions.value}"
    yield from _written_tone(photo.tone)
    if photo.frame:
        yield f"frame={number(photo.frame)}pt"
    if photo.credit:
        yield f"credit={quoted(photo.credit)}"
    if photo.focus is not None:
        yield f'focus="{_written_point(photo.focus, " ")}"'


def _written_tone(tone: PhotoTone) -> Iterator[str]:
    if tone.straighten:
        yield f"straighten={number(tone.straighten)}"
    for name in ("brightness", "contrast"):
        if getattr(tone, name):
            yield f"{name}={number(_exact_percent(getattr(tone, name)))}%"
    if tone.grey:
        yield "grey=yes"


def _written_point(point: PhotoPoint, between: str) -> str:
    return between.join(number(_exact_percent(share)) for share in point)


def _exact_percent(share: float) -> Decimal:
    """A share in percent, exactly: 0.07 * 100 is 7.000000000000001 as a float."""
    return Decimal(repr(float(share))) * _WHOLE
