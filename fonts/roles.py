"""Face keys as layouts write them, and the role that a face of others plays: which of ours stands
in for it.

Names alone: reading a layout opens no font.
"""

from __future__ import annotations

import re

BETWEEN = "|"
"""Parts the names of a key, in order of preference; no name of a face has it."""

BOLD_OF = "@bold"
"""Behind a name: not that face, but the bold of its family."""

_WEIGHT = re.compile(r"(.+)@(bold|[1-9]\d{0,2}|1000)")
"""A name and the weight wanted of its family (OpenType, usWeightClass 1 to 1000).

What Windows calls the vertical twin of a face begins with @: it has no weight behind it.
"""

BOLD_WEIGHT = 700

ALIASES: dict[str, tuple[str, ...]] = {
    "song-bold": (
        "FZXBSK--GBK1-0",
        "FZXBSJW--GB1-0",
        "FZXBSFW--GB1-0",
        "FZDXBS--GBK1-0",
        "STZhongsong",
        "华文中宋",
        "文星标宋",
        "文星简小标宋",
    ),
    "song-black": ("FZDBSK--GBK1-0", "FZDBSJW--GB1-0"),
    "fangsong": (
        "FangSong",
        "FangSong_GB2312",
        "SimFang",
        "FZFSK--GBK1-0",
        "FZFSJW--GB1-0",
        "FZFS",
        "STFangsong",
        "Adobe Fangsong Std",
    ),
    "kai": (
        "KaiTi",
        "KaiTi_GB2312",
        "SimKai",
        "FZKTK--GBK1-0",
        "FZKTJW--GB1-0",
        "STKaiti",
        "Kaiti SC",
        "Adobe Kaiti Std",
        "AR PL UKai CN",
        "LXGW WenKai",
    ),
    "song": (
        "SimSun",
        "NSimSun",
        "SimSun-ExtB",
        "FZSSK--GBK1-0",
        "FZSSJW--GB1-0",
        "FZBSK--GBK1-0",
        "STSong",
        "Songti SC",
        "Adobe Song Std",
        "AR PL UMing CN",
        "AR PL SungtiL GB",
        "Noto Serif CJK SC",
        "Noto Serif SC",
        "Source Han Serif SC",
    ),
    "hei": (
        "SimHei",
        "FZHTK--GBK1-0",
        "FZHTJW--GB1-0",
        "STHeiti",
        "STXihei",
        "Heiti SC",
        "PingFang SC",
        "Hiragino Sans GB",
        "Microsoft YaHei",
        "DengXian",
        "等线",
        "微软雅黑",
        "苹方",
        "Noto Sans CJK SC",
        "Noto Sans SC",
        "Source Han Sans SC",
        "WenQuanYi Zen Hei",
        "WenQuanYi Micro Hei",
    ),
    "latin": ("Times New Roman", "Times", "Arial", "Calibri", "Cambria", "Georgia", "Helvetica"),
}
"""Names by which editors, offices and printers know the faces that ours stand in for: PostScript
and family names, by the key of ours.
"""

_SPEAKING = (
    ("小标宋", "song-bold"),
    ("大标宋", "song-black"),
    ("特粗宋", "song-black"),
    ("粗宋", "song-bold"),
    ("仿宋", "fangsong"),
    ("楷", "kai"),
    ("黑", "hei"),
    ("宋", "song"),
    ("明体", "song"),
)
"""What Chinese names of faces say of their kind, the narrower first: 方正仿宋_GBK, 汉仪楷体简."""

BOLDER = {
    "song": "song-bold",
    "song-bold": "song-black",
    "song-black": "song-black",
    "fangsong": "song-bold",
    "kai": "song-bold",
    "hei": "hei-bold",
    "hei-bold": "hei-bold",
    "latin": "latin-bold",
    "latin-bold": "latin-bold",
    "latin-italic": "latin-bold",
}
"""The bolder face of the same kind, by the key of each of ours: nothing is ever smeared bold."""


def folded(name: str) -> str:
    """A name as it is compared: without regard to case and to spaces."""
    return "".join(name.casefold().split())


_BY_NAME = {folded(name): key for key, names in ALIASES.items() for name in names}


def role_of(name: str) -> str | None:
    """The key of ours that stands in for a face of others, by its name; None where that says
    nothing.
    """
    plain = parted(name)[0]
    known = _BY_NAME.get(folded(plain))
    return known or next((key for part, key in _SPEAKING if part in plain), None)


def parted(name: str) -> tuple[str, str]:
    """A name and what stands behind it of the weight wanted: `bold`, a number, or nothing."""
    match = _WEIGHT.fullmatch(name)
    return (match[1], match[2]) if match else (name, "")


def names_of(key: str) -> list[str]:
    """The names of a key, in order of preference."""
    return key.split(BETWEEN)


def bold_of(key: str) -> str:
    """The key of the bold that goes with a face of others: that of its own family, else a bolder
    face of the same kind.
    """
    *others, ours = names_of(key)
    wanted = [parted(name)[0] + BOLD_OF for name in others]
    return BETWEEN.join([*wanted, BOLDER.get(ours, ours)])
