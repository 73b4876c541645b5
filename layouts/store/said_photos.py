"""What a comparison says of a photo, and which photos are others under the names they had.

The words are of the issue, Chinese like it, not of the window.
"""

from __future__ import annotations

import hashlib
import re
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from types import MappingProxyType

from layouts.inputs import open_input
from layouts.issue.article import Article
from layouts.issue.file_name import original_name
from layouts.issue.photo import Photo, PhotoPlace, RowCaptions, Side, Wrap
from layouts.store.limits import CHUNK
from layouts.store.shown import shown

SIDES = MappingProxyType({Side.LEFT: "左", Side.RIGHT: "右", Side.BOTH: "居中", Side.NONE: "通栏"})
PLACES = MappingProxyType(
    {
        PhotoPlace.TOP: "页首",
        PhotoPlace.FOOT: "页脚",
        PhotoPlace.PAGE: "整页",
        PhotoPlace.SPREAD: "跨页",
    }
)
_CAPTIONS = MappingProxyType({RowCaptions.TOGETHER: "图注合写", RowCaptions.EACH: "图注各写"})
_WRAPS = MappingProxyType(
    {Wrap.ALPHA: "透明通道", Wrap.OUTLINE: "找出的轮廓", Wrap.POLYGON: "手画的轮廓"}
)
_EDGES = ("左", "上", "右", "下")

_BY_CONTENT = re.compile(r"([0-9a-f]{64})\.[0-9a-z]{1,8}")


def photo_line(photo: Photo, *, is_another: bool) -> str:
    """A photo in words: 〔图〕扫描现场（scan.jpg）右，16 字，第 3 行起."""
    said = [SIDES[photo.side]]
    said += [] if photo.width is None else [f"{photo.width:.6g} 字"]
    said += [f"第 {photo.line + 1} 行起"] if photo.line else []
    said += _wrap(photo)
    said += (
        [f"裁切 {' '.join(f'{edge * 100:.6g}%' for edge in photo.crop)}"] if any(photo.crop) else []
    )
    said += [f"替代文字：{photo.alt}"] if photo.alt else []
    said += [f"同排：{photo.row}"] if photo.row else []
    said += [f"每排 {photo.grid} 张"] if photo.grid else []
    said += [_CAPTIONS[photo.captions]] if photo.captions in _CAPTIONS else []
    said += _stands(photo)
    said += _looks(photo)
    said += ["换了图"] if is_another else []
    return f"〔图〕{shown(photo.caption)}（{name_of(photo)}）{'，'.join(said)}"


def _wrap(photo: Photo) -> Iterator[str]:
    """What text runs round, and how far away."""
    if photo.standoffs is not None:
        edges = zip("左上右下", photo.standoffs, strict=True)
        yield f"间距 {' '.join(f'{edge} {standoff:.6g} 字' for edge, standoff in edges)}"
    elif photo.standoff is not None:
        yield f"间距 {photo.standoff:.6g} 字"
    if photo.wrap is not Wrap.BOX:
        yield f"按{_WRAPS[photo.wrap]}绕排"
    if photo.polygon:
        corners = (f"{x * 100:.6g},{y * 100:.6g}" for x, y in photo.polygon)
        yield f"轮廓 {' '.join(corners)}"


def _stands(photo: Photo) -> Iterator[str]:
    """Where it stands apart from the text, and over which edges of the page."""
    if photo.place is not PhotoPlace.TEXT:
        yield PLACES[photo.place]
    if photo.place in {PhotoPlace.TOP, PhotoPlace.FOOT} and photo.across != 1:
        yield f"跨 {photo.across} 栏" if photo.across else "跨各栏"
    if any(photo.bleed):
        edges = (edge for edge, goes in zip(_EDGES, photo.bleed, strict=True) if goes)
        yield f"出血：{''.join(edges)}"


def _looks(photo: Photo) -> Iterator[str]:
    """How it is shown otherwise than its file has it."""
    tone = photo.tone
    if tone.straighten:
        yield f"拉直 {tone.straighten:.6g}°"
    for name, share in (("亮度", tone.brightness), ("对比度", tone.contrast)):
        if share:
            yield f"{name} {share * 100:+.6g}%"
    if tone.grey:
        yield "黑白"
    if photo.frame:
        yield f"边框 {photo.frame:.6g} 磅"
    if photo.credit:
        yield f"署名：{photo.credit}"
    if photo.focus is not None:
        yield f"焦点 {photo.focus.x * 100:.6g}% {photo.focus.y * 100:.6g}%"


def name_of(photo: Photo) -> str:
    """What the file of a photo was called, or where nobody knows, how the name by content
    begins.
    """
    return original_name(photo) or photo.path.rpartition("/")[2][:12]


def replaced_photos(old: Article, before: Path, new: Article, after: Path) -> frozenset[str]:
    """The names under which another photo stands in an article now; `before` and `after` are the
    folders the files lie in.
    """
    was = [block for block in old.blocks if isinstance(block, Photo)]
    found = [block for block in new.blocks if isinstance(block, Photo)]

    def is_new(photo: Photo) -> bool:
        namesakes = [other for other in was if name_of(other) == name_of(photo)]
        return bool(namesakes) and not any(
            _is_one(other, before, photo, after) for other in namesakes
        )

    return frozenset(name_of(photo) for photo in found if is_new(photo))


def _is_one(one: Photo, before: Path, other: Photo, after: Path) -> bool:
    """Whether two photos show the same file, or files of the same bytes."""
    if (before, one.path) == (after, other.path):
        return True
    digests = _digest(one, before), _digest(other, after)
    # where a file is gone, its name has to do
    return digests[0] == digests[1] if all(digests) else one.path == other.path


def _digest(photo: Photo, folder: Path) -> str:
    """A hash of a photo's bytes, which its name may tell; empty where they cannot be read."""
    if by_content := _BY_CONTENT.fullmatch(photo.path.rpartition("/")[2]):
        return by_content[1]
    digest = hashlib.sha256()
    with suppress(OSError), open_input(folder / photo.path, sys.maxsize) as file:
        while chunk := file.read(CHUNK):
            digest.update(chunk)
        return digest.hexdigest()
    return ""
