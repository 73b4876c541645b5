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

_LATIN = ("timesnewroman", "times", "arial", "calibri", "cambria", "georgia", "helvetica")
"""Latin faces that offices have, for which ours stands in."""

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


def role_of(name: str) -> str | None:
    """The key of ours that stands in for a face of others, by its name; None where that says
    nothing.
    """
    # read for layouts that name faces of others alone
    from fonts.library.aliases import OURS, plain
    from fonts.library.aliases import role_of as known_role

    bare = parted(name)[0]
    if (role := known_role(bare)) is not None:
        return OURS[role]
    if plain(bare) in _LATIN:
        return "latin"
    return next((key for part, key in _SPEAKING if part in bare), None)


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
    wanted = dict.fromkeys(parted(name)[0] + BOLD_OF for name in others)
    return BETWEEN.join([*wanted, BOLDER.get(ours, ours)])
