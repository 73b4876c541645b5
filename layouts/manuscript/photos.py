"""Photos in the text: `![caption](photo.jpg){side=right width=16em line=3 standoff=0.5em crop="5% 0
0 10%" alt="…" row=1}`.
"""

from __future__ import annotations

import re
from typing import Any

from layouts.errors import ManuscriptError, Source
from layouts.issue.photo import WIDEST, Crop, Photo, Side
from layouts.manuscript.quoted import resolved

CROP_LIMIT = 95
"""Percent that may be cut off a photo across or down: what is left of a narrower one is no
picture.
"""

_CAPTION = re.compile(r"!\[((?:[^\[\]\\]|\\.|\[[^\[\]]*\])*)\]\(")
_DESTINATION = re.compile(r"(<[^<>]*>[^()]*|[^()]*(?:\([^()]*\)[^()]*)*)\)")
"""What stands in the parentheses: parentheses in a file name balance, between `<` and `>` there may
be any.
"""

_TITLE = re.compile(r"\s+[\"“](.*)[\"”]$")
_ATTRIBUTES = re.compile(r"\s*\{((?:[^{}\"“”]|\"[^\"]*\"|“[^”]*”)*)\}")
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
        raise ManuscriptError("照片没有写文件名", "the photo has no file name", source)
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
        raise ManuscriptError(
            "照片的属性没有用 } 结束", "the photo's attributes are not closed with }", source
        )
    found: dict[str, Any] = {}
    place = 0
    while place < len(braces[1].rstrip()):
        item = _ATTRIBUTE.match(braces[1], place)
        if not item:
            written = braces[1][place:].strip()
            raise ManuscriptError(
                f"照片的属性“{written}”应写成 键=值",
                f"the photo's attribute `{written}` must read key=value",
                source,
            )
        name = _NAMES.get(item[1].lower())
        if name is None:
            raise _unknown_attribute(item[1], source)
        if name in found:
            raise ManuscriptError(
                f"照片的“{item[1]}”写了两次", f"the photo's `{item[1]}` is given twice", source
            )
        found[name] = _value(name, item[1], item[2], source)
        place = item.end()
    return found, braces.end()


def _unknown_attribute(written: str, source: Source) -> ManuscriptError:
    from difflib import get_close_matches

    near = get_close_matches(written.lower(), _NAMES, n=1, cutoff=0.5)
    zh = f"，是不是“{near[0]}”？" if near else "，可用 side、width、line、standoff、crop、alt、row"
    en = (
        f"; did you mean `{near[0]}`?"
        if near
        else "; there are side, width, line, standoff, crop, alt and row"
    )
    return ManuscriptError(
        f"照片没有“{written}”这一属性{zh}", f"`{written}` is no attribute of a photo{en}", source
    )


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
    zh, en = _EXPECTED[name]
    raise ManuscriptError(
        f"照片的“{written_name}”不能是“{value}”，应是{zh}",
        f"the photo's `{written_name}` cannot be `{value}`; it must be {en}",
        source,
    )


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
    "side": ("left、right、both 或 none", "left, right, both or none"),
    "line": ("从 0 数起的行号", "a line number from 0"),
    "width": ("字数（如 16em）", "a width in em such as 16em"),
    "standoff": ("字数（如 0.5em）", "a distance in em such as 0.5em"),
    "crop": (
        f"左、上、右、下裁去的百分比（如 10% 0 5% 0），左右相加、上下相加都小于 {CROP_LIMIT}%",
        (
            "what is cut off at the left, top, right and bottom such as 10% 0 5% 0, less than "
            f"{CROP_LIMIT}% across and down"
        ),
    ),
}
