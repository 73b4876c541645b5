"""Faces by what they are for: names of faces that play the same part, and ours that plays it."""

from __future__ import annotations

import unicodedata
from typing import Literal

Role = Literal["小标宋", "大标宋", "仿宋", "楷体", "宋体", "黑体"]

OURS: dict[Role, str] = {
    "小标宋": "song-bold",
    "大标宋": "song-black",
    "仿宋": "fangsong",
    "楷体": "kai",
    "宋体": "song",
    "黑体": "hei",
}
"""The face of ours that plays a role (faces.toml)."""

STAND_INS: dict[Role, tuple[tuple[str, ...], ...]] = {
    "小标宋": (
        ("FZXBSK--GBK1-0", "方正小标宋_GBK"),
        ("FZXBSJW--GB1-0", "方正小标宋简体"),
        ("FZDXBS--GBK1-0", "方正大小标宋_GBK"),
        ("STZhongsong", "华文中宋"),
    ),
    "大标宋": (
        ("FZDBSK--GBK1-0", "方正大标宋_GBK"),
        ("FZDBSJW--GB1-0", "方正大标宋简体"),
    ),
    "仿宋": (
        ("FangSong_GB2312", "仿宋_GB2312"),
        ("FangSong", "仿宋"),
        ("FZFSK--GBK1-0", "方正仿宋_GBK"),
        ("FZFSJW--GB1-0", "方正仿宋简体"),
        ("STFangsong", "华文仿宋"),
    ),
    "楷体": (
        ("KaiTi_GB2312", "楷体_GB2312"),
        ("KaiTi", "楷体"),
        ("FZKTK--GBK1-0", "方正楷体_GBK"),
        ("FZKTJW--GB1-0", "方正楷体简体"),
        ("STKaiti", "华文楷体"),
    ),
    "宋体": (
        ("SimSun", "宋体"),
        ("FZSSK--GBK1-0", "方正书宋_GBK"),
        ("FZSSJW--GB1-0", "方正书宋简体"),
        ("STSong", "华文宋体"),
        ("STSongti-SC-Regular", "Songti SC", "宋体-简"),
    ),
    "黑体": (
        ("SimHei", "黑体"),
        ("FZHTK--GBK1-0", "方正黑体_GBK"),
        ("FZHTJW--GB1-0", "方正黑体简体"),
        ("STHeiti", "华文黑体"),
        ("PingFangSC-Regular", "PingFang SC", "苹方-简"),
    ),
}
"""Faces of each role in the order to be asked, each with the names it goes by."""

_ALSO: dict[Role, tuple[str, ...]] = {
    "宋体": (
        "NSimSun",
        "新宋体",
        "Noto Serif CJK SC",
        "Noto Serif SC",
        "Source Han Serif SC",
        "Source Han Serif CN",
        "思源宋体",
        "思源宋体 CN",
        "AR PL UMing CN",
        "AR PL SungtiL GB",
    ),
    "楷体": ("Kaiti SC", "楷体-简", "AR PL UKai CN", "LXGW WenKai", "霞鹜文楷"),
    "仿宋": ("朱雀仿宋", "Zhuque Fangsong (technical preview)"),
    "黑体": (
        "Heiti SC",
        "黑体-简",
        "Microsoft YaHei",
        "微软雅黑",
        "DengXian",
        "等线",
        "华文细黑",
        "STXihei",
        "Noto Sans CJK SC",
        "Noto Sans SC",
        "Source Han Sans SC",
        "Source Han Sans CN",
        "思源黑体",
        "思源黑体 CN",
        "WenQuanYi Zen Hei",
        "文泉驿正黑",
    ),
}
"""Faces whose role is known where they are asked for and missing.

They stand in for no other: ours is as good.
"""


def plain(name: str) -> str:
    """A name as names are compared: width, case, spaces and hyphens between words count not."""
    folded = unicodedata.normalize("NFKC", name).casefold()
    return "".join(char for char in folded if not char.isspace())


def role_of(name: str) -> Role | None:
    """What a face of this name is for; None where the name tells nothing."""
    return _ROLES.get(plain(name))


def aliases_of(name: str) -> tuple[str, ...]:
    """The names to try, in their order, for faces of the same role as one of this name.

    Other names of the same face come first, among them the GBK sibling of a `_GB2312` one.
    """
    role = role_of(name)
    if role is None:
        return ()
    asked = plain(name)
    groups = STAND_INS[role]
    own = [other for group in groups if any(plain(n) == asked for n in group) for other in group]
    sibling = sibling_of(name)
    every = (*own, *([sibling] if sibling else ()), *(n for group in groups for n in group))
    return tuple(dict.fromkeys(other for other in every if plain(other) != asked))


def sibling_of(name: str) -> str | None:
    """The face with all of GBK whose design a `_GB2312` face (6,763 characters) shares."""
    return _SIBLINGS.get(plain(name))


_ROLES: dict[str, Role] = {
    plain(name): role
    for role in OURS
    for name in (*(name for group in STAND_INS[role] for name in group), *_ALSO.get(role, ()))
}

_SIBLINGS = {
    plain(name): wider
    for names, wider in (
        (("FangSong_GB2312", "仿宋_GB2312"), "FangSong"),
        (("KaiTi_GB2312", "楷体_GB2312"), "KaiTi"),
        (("FZXBSJW--GB1-0", "方正小标宋简体"), "FZXBSK--GBK1-0"),
        (("FZDBSJW--GB1-0", "方正大标宋简体"), "FZDBSK--GBK1-0"),
        (("FZFSJW--GB1-0", "方正仿宋简体"), "FZFSK--GBK1-0"),
        (("FZKTJW--GB1-0", "方正楷体简体"), "FZKTK--GBK1-0"),
        (("FZSSJW--GB1-0", "方正书宋简体"), "FZSSK--GBK1-0"),
        (("FZHTJW--GB1-0", "方正黑体简体"), "FZHTK--GBK1-0"),
    )
    for name in names
}
