"""Preflight: photos as they are printed."""

from __future__ import annotations

from layouts.messages.message import Message

PHOTO_TOO_COARSE = Message(
    "图片“{photo}”在版面上只有 {ppi} ppi，不能低于 {wanted}",
    "the photo “{photo}” is {ppi} ppi at its size, at least {wanted}",
)
PHOTO_COARSE = Message(
    "图片“{photo}”在版面上只有 {ppi} ppi，最好不低于 {wanted}",
    "the photo “{photo}” is {ppi} ppi at its size, better {wanted}",
)
PHOTO_UNEVEN = Message(
    "图片“{photo}”变形 {share:.0%}", "the photo “{photo}” is scaled unevenly by {share:.0%}"
)
FOCUS_CUT_OFF = Message(
    "图片“{photo}”的焦点在裁切之外，版面上看不到",
    "the centre of interest of the photo “{photo}” is cut off and not to be seen",
)
PHOTO_CHANGED = Message(
    "图片“{photo}”的文件在打开之后被改动过",
    "the file of the photo “{photo}” has changed since it was opened",
)
PHOTO_EDGES = {
    "left": Message("左边", "left"),
    "top": Message("上边", "top"),
    "right": Message("右边", "right"),
    "foot": Message("下边", "foot"),
}
PHOTO_NOT_AT_EDGE = Message(
    "图片“{photo}”要出血，却没有排到页面{edge}",
    "the photo “{photo}” is to bleed, but does not stand at the {edge} edge of its page",
)
ALT_MISSING = Message(
    "图片“{photo}”没有替代文字也没有图说，读屏软件无从读起：请写一句图上有什么",
    "the photo “{photo}” has neither alternative text nor a caption: say what it shows",
)

PHOTO_STILL_RGB = Message("图片“{photo}”还是 RGB", "the photo “{photo}” is still RGB")
PHOTO_WITHOUT_PROFILE = Message(
    "图片“{photo}”没有色彩特性文件", "the photo “{photo}” has no colour profile"
)
PHOTO_INK = Message(
    "图片“{photo}”墨量 {ink:.0f} %，上限 {most:.0f} %",
    "the photo “{photo}” takes {ink:.0f} % of ink, the limit is {most:.0f} %",
)
INK_LIMIT_TOO_HIGH = Message(
    "预设的总墨量上限是 {limit} %，高于 {safe} %，印张不易干",
    "the preset lets photos take {limit} % of ink; more than {safe} % dries badly",
)
