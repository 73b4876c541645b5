"""Photos in the text: `![caption](photo.jpg){side=right width=16em line=3 standoff=0.5em crop="5% 0
0 10%" alt="…" row=1}`.
"""

from __future__ import annotations

import re
from typing import Any

from layouts.errors import ManuscriptError, Source
from layouts.issue.photo import WIDEST, Crop, Photo, Side
from layouts.manuscript.quoted import resolved
from layouts.messages.manuscript import (
    ATTRIBUTE_MISSPELT,
    ATTRIBUTE_NEARLY_KNOWN,
    ATTRIBUTE_TWICE,
    ATTRIBUTE_UNKNOWN,
    ATTRIBUTE_VALUE_WRONG,
    ATTRIBUTES_OPEN,
    CROP_EXPECTED,
    LINE_EXPECTED,
    PHOTO_UNNAMED,
    SIDE_EXPECTED,
    STANDOFF_EXPECTED,
    WIDTH_EXPECTED,
)

CROP_LIMIT = 95
"""Percent that may be cut off a photo across or down: what is left of a narrower one is no
picture.
"""

_CAPTION = re.compile(
    r"!\[((?:[^\[\]\\]|\\.|\[[^\[\]]*\])*)\]\("  # brackets in it in pairs, or with a backslash
)
_DESTINATION = re.compile(r"(<[^<>]*>[^()]*|[^()]*(?:\([^()]*\)[^()]*)*)\)")
"""What stands in the parentheses: parentheses in a file name balance, between `<` and `>` there may
be any.
"""

_TITLE = re.compile(r"\s+[\"“](.*)[\"”]$")
_ATTRIBUTES = re.compile(r"\s*\{((?:[^{}\"“”]|\"[^\"]*\"|“[^”]*”)*)\}")
# after a space only braces with = in them: other words in braces are the paragraph's
_ATTRIBUTES_BEGIN = re.compile(r"\{|\s+\{[^{}]*=")
_ATTRIBUTE = re.compile(r"\s*([^\s=＝]+)\s*[=＝]\s*(\"[^\"]*\"|“[^”]*”|\S+)\s*")
_EM = re.compile(r"(\d{1,4}(?:\.\d+)?)\s*(?:em|字)?")
_CROP = re.compile(r"(\d{1,2}(?:\.\d+)?)\s*[%％]?")
_REMOTE = ("http:", "https:", "ftp:", "data:", "file:")

_NAMES = {
    "side": "side",
    "位置": "side",
    "width": "width",
    "宽": "width",
    "line": "line",
    "行": "line",
    "standoff": "standoff",
    "间距": "standoff",
    "crop": "crop",
    "裁切": "crop",
    "alt": "alt",
    "替代文字": "alt",
    "row": "row",
    "并排": "row",
}
_SIDES = {
    **{side.value: side for side in Side},
    "左": Side.LEFT,
    "右": Side.RIGHT,
    "两侧": Side.BOTH,
    "居中": Side.BOTH,
    "无": Side.NONE,
    "单独": Side.NONE,
}


def read_photo(markup: str, start: int, source: Source) -> tuple[Photo, int] | None:
    """The photo whose markup begins at `start`, caption unparsed, and where its markup ends; None
    where it is no photo after all.
    """
    opening = _CAPTION.match(markup, start)
    if not opening:
        return None
    destination = _DESTINATION.match(markup, opening.end())
    if not destination:
        return None
    path, title = _path(destination[1], source)
    attributes, end = _attributes(markup, destination.end(), source)
    # the title of CommonMark, ![…](a.jpg "…"), says what is seen as well
    attributes.setdefault("alt", title)
    return Photo(path, opening[1].strip(), source, **attributes), end


def is_remote(photo: Photo) -> bool:
    """Whether a photo is an address or embedded data instead of a file. Nothing is ever fetched."""
    return photo.path.lower().startswith(_REMOTE)


def _path(written: str, source: Source) -> tuple[str, str]:
    """A path without its `<>`, percent signs and Windows' backslashes, and the title after it."""
    written = written.strip()
    title = _TITLE.search(written)
    if title:
        written = written[: title.start()]
    path = written.strip("<>").strip()
    if not path:
        raise ManuscriptError(*PHOTO_UNNAMED(), source)
    if not path.lower().startswith(_REMOTE):
        path = path.replace("\\", "/")
        if "%" in path:
            from urllib.parse import unquote

            path = unquote(path)
    return path, title[1] if title else ""


def _attributes(
    markup: str, start: int, source: Source
) -> tuple[dict[str, Any], int]:  # Any: the fields of Photo differ in type
    if not _ATTRIBUTES_BEGIN.match(markup, start):
        return {}, start
    braces = _ATTRIBUTES.match(markup, start)
    if not braces:
        raise ManuscriptError(*ATTRIBUTES_OPEN(), source)
    found: dict[str, Any] = {}
    place = 0
    while place < len(braces[1].rstrip()):
        item = _ATTRIBUTE.match(braces[1], place)
        if not item:
            written = braces[1][place:].strip()
            raise ManuscriptError(*ATTRIBUTE_MISSPELT(attribute=written), source)
        name = _NAMES.get(item[1].lower())
        if name is None:
            raise _unknown_attribute(item[1], source)
        if name in found:
            raise ManuscriptError(*ATTRIBUTE_TWICE(attribute=item[1]), source)
        found[name] = _value(name, item[1], item[2], source)
        place = item.end()
    return found, braces.end()


def _unknown_attribute(written: str, source: Source) -> ManuscriptError:
    from difflib import get_close_matches

    near = get_close_matches(written.lower(), _NAMES, n=1, cutoff=0.5)
    said = (
        ATTRIBUTE_NEARLY_KNOWN(attribute=written, near=near[0])
        if near
        else ATTRIBUTE_UNKNOWN(attribute=written)
    )
    return ManuscriptError(*said, source)


def _value(name: str, written_name: str, written: str, source: Source) -> object:
    value = (
        written[1:-1]
        if written[0] + written[-1] in ('""', "“”") and len(written) > 1
        else written.strip('"“”')
    )
    if name in ("alt", "row"):
        return resolved(value)
    if name == "crop" and (crop := _crop(value)):
        return crop
    if name == "side" and value.lower() in _SIDES:
        return _SIDES[value.lower()]
    if name == "line" and value.isdecimal() and len(value) <= 4:
        return int(value)
    if (
        name in ("width", "standoff")
        and (em := _EM.fullmatch(value))
        and _can_be(name, float(em[1]))
    ):
        return float(em[1])
    expected = _EXPECTED[name]
    said = ATTRIBUTE_VALUE_WRONG(attribute=written_name, value=value, expected=expected)
    raise ManuscriptError(*said, source)


def _can_be(name: str, em: float) -> bool:
    """Whether a width or a distance in em can be: a width is more than nothing."""
    return em <= WIDEST and (em > 0 or name == "standoff")


def _crop(written: str) -> Crop | None:
    """What is cut off at the left, top, right and bottom, in percent; None where too little would
    be left.
    """
    from decimal import Decimal

    edges = [_CROP.fullmatch(edge) for edge in re.split(r"[\s,，、]+", written.strip())]
    percents = [Decimal(edge[1]) for edge in edges if edge]
    if (
        len(edges) != 4
        or len(percents) != 4
        or percents[0] + percents[2] >= CROP_LIMIT
        or percents[1] + percents[3] >= CROP_LIMIT
    ):
        return None
    return Crop(*(float(percent / 100) for percent in percents))


_EXPECTED = {
    "side": SIDE_EXPECTED(),
    "line": LINE_EXPECTED(),
    "width": WIDTH_EXPECTED(),
    "standoff": STANDOFF_EXPECTED(),
    "crop": CROP_EXPECTED(most=CROP_LIMIT),
}
