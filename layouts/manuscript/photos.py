"""Photos in the text: `![caption](photo.jpg){side=right width=16em line=3 standoff=0.5em crop="5% 0
0 10%" alt="…" row=1}`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from msgspec.structs import replace

from layouts.errors import Finding, ManuscriptError, Source
from layouts.issue.photo import WIDEST, Crop, Photo, Side, Standoffs
from layouts.issue.text import Text
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
from layouts.messages.message import Sentence

CROP_LIMIT = 95
"""Percent that may be cut off a photo across or down: what is left of a narrower one is no
picture.
"""

_OPENING, _CLOSING = "![", "]("
_IN_CAPTION = re.compile(r"\\.|[\[\]]", re.DOTALL)
"""Brackets in a caption stand in pairs, or with a backslash."""

_DESTINATION = re.compile(r"(<[^<>]*>[^()]*|[^()]*(?:\([^()]*\)[^()]*)*)\)")
"""What stands in the parentheses: parentheses in a file name balance, between `<` and `>` there may
be any.
"""

_TITLE = re.compile(r"\s+[\"“](.*)[\"”]$")
_ATTRIBUTES = re.compile(r"\s*\{((?:[^{}\"“”]|\"[^\"]*\"|“[^”]*”)*)\}")
# after a space only braces with = in them: other words in braces are the paragraph's
_ATTRIBUTES_BEGIN = re.compile(r"\{|\s+\{[^{}]*=")
_ATTRIBUTE = re.compile(r"\s*([^\s=＝]+)\s*[=＝]\s*(\"[^\"]*\"|“[^”]*”|\S+)\s*")
_NO_ATTRIBUTE = re.compile(r"\s*\S+\s*")
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
_OWN = frozenset(_NAMES.values())
"""What many photos say of themselves; the rest is in `photo_looks`, imported where one says it."""

_SIDES = {
    **{side.value: side for side in Side},
    "左": Side.LEFT,
    "右": Side.RIGHT,
    "两侧": Side.BOTH,
    "居中": Side.BOTH,
    "无": Side.NONE,
    "单独": Side.NONE,
}


class ReadPhoto(NamedTuple):
    """A photo, its caption as it is written, where its markup ends, and what its attributes say
    that nobody knows.
    """

    photo: Photo
    end: int
    findings: tuple[Finding, ...]


def read_photo(markup: str, start: int, source: Source) -> ReadPhoto | None:
    """The photo whose markup begins at `start`; None where it is no photo after all."""
    closing = _closings(markup).get(start + 1) if markup.startswith(_OPENING, start) else None
    if closing is None or not markup.startswith(_CLOSING, closing):
        return None
    destination = _DESTINATION.match(markup, closing + len(_CLOSING))
    if not destination:
        return None
    path, title = _path(destination[1], source)
    attributes, end, complaints = _attributes(markup, destination.end())
    # the title of CommonMark, ![…](a.jpg "…"), says what is seen as well
    attributes.setdefault("alt", title)
    caption = Text(markup[start + len(_OPENING) : closing].strip())
    photo = _with(Photo(path, caption, source), attributes)
    findings = (Finding("warning", "photo-attribute", *said, source) for said in complaints)
    return ReadPhoto(photo, end, tuple(findings))


@lru_cache(maxsize=1)
def _closings(markup: str) -> Mapping[int, int]:
    """Where each bracket is closed, by its place: counted once for a paragraph of many."""
    opened: list[int] = []
    closings: dict[int, int] = {}
    for found in _IN_CAPTION.finditer(markup):
        if found[0] == "[":
            opened.append(found.start())
        elif found[0] == "]" and opened:
            closings[opened.pop()] = found.start()
    return closings


def photo_attributes(photo: Photo, written: Mapping[str, str]) -> tuple[Photo, tuple[Finding, ...]]:
    """A photo with attributes that are written elsewhere than in braces, and what of them nobody
    knows.
    """
    found: dict[str, Any] = {}
    complaints = [_take(found, name, f'"{value}"') for name, value in written.items()]
    said = (Finding("warning", "photo-attribute", *one, photo.source) for one in complaints if one)
    return _with(photo, found), tuple(said)


def _with(photo: Photo, found: Mapping[str, Any]) -> Photo:
    """The photo with the attributes that were read."""
    own = {name: value for name, value in found.items() if name in _OWN}
    photo = replace(photo, **own)
    if len(own) == len(found):
        return photo
    from layouts.manuscript.photo_looks import with_looks

    return with_looks(photo, {name: value for name, value in found.items() if name not in own})


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
    return typed_path(path), title[1] if title else ""


def typed_path(path: str) -> str:
    """The path of a photo as it is typed: Windows' backslashes and percent signs are understood."""
    if path.lower().startswith(_REMOTE):
        return path
    path = path.replace("\\", "/")
    if "%" in path:
        from urllib.parse import unquote

        path = unquote(path)
    return path


def _attributes(
    markup: str, start: int
) -> tuple[dict[str, Any], int, list[Sentence]]:  # Any: the fields of Photo differ in type
    """The attributes in braces, where these end, and a sentence for each that is not used: other
    programs have attributes of their own.
    """
    if not _ATTRIBUTES_BEGIN.match(markup, start):
        return {}, start, []
    braces = _ATTRIBUTES.match(markup, start)
    if not braces:
        return {}, start, [ATTRIBUTES_OPEN()]
    found: dict[str, Any] = {}
    complaints: list[Sentence] = []
    written = braces[1].rstrip()
    place = 0
    while place < len(written):
        item = _ATTRIBUTE.match(written, place)
        if item:
            complaint = _take(found, item[1], item[2])
        else:
            item = _NO_ATTRIBUTE.match(written, place)
            complaint = ATTRIBUTE_MISSPELT(attribute=item[0].strip()) if item else None
        complaints += [complaint] if complaint else []
        place = item.end() if item else len(written)
    return found, braces.end(), complaints


def _take(found: dict[str, Any], written_name: str, written: str) -> Sentence | None:
    """Put an attribute to those found; the sentence of why not where it cannot be used."""
    name = _NAMES.get(written_name.lower()) or _look_name(written_name)
    if name is None:
        return _unknown_attribute(written_name)
    value = _unquoted(written)
    # one number, and four for the edges that stand otherwise, may both be there
    edges = _edges(value) if name == "standoff" else None
    name = "standoffs" if edges else name
    if name in found:
        return ATTRIBUTE_TWICE(attribute=written_name)
    read = edges or _value(name, value)
    if read is None:
        expected = _expected(name)
        return ATTRIBUTE_VALUE_WRONG(attribute=written_name, value=value, expected=expected)
    found[name] = read
    return None


def _look_name(written: str) -> str | None:
    from layouts.manuscript.photo_looks import NAMES

    return NAMES.get(written.lower())


def _edges(written: str) -> Standoffs | None:
    if _EM.fullmatch(written):
        return None
    from layouts.manuscript.photo_looks import read_edges

    return read_edges(written)


def _expected(name: str) -> Sentence | None:
    if name in _OWN:
        return _EXPECTED[name]
    from layouts.manuscript.photo_looks import LOOKS

    return LOOKS[name].expected


def _unknown_attribute(written: str) -> Sentence:
    from difflib import get_close_matches

    from layouts.manuscript.photo_looks import NAMES

    near = get_close_matches(written.lower(), [*_NAMES, *NAMES], n=1, cutoff=0.5)
    return (
        ATTRIBUTE_NEARLY_KNOWN(attribute=written, near=near[0])
        if near
        else ATTRIBUTE_UNKNOWN(attribute=written)
    )


def _unquoted(written: str) -> str:
    return (
        written[1:-1]
        if written[0] + written[-1] in ('""', "“”") and len(written) > 1
        else written.strip('"“”')
    )


def _value(name: str, value: str) -> object:
    """The value of an attribute, None where it cannot be one."""
    if name in ("alt", "row"):
        return resolved(value)
    if name not in _OWN:
        from layouts.manuscript.photo_looks import LOOKS

        return LOOKS[name].read(value)
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
    return None


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
