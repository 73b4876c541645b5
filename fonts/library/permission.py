"""What the maker of a face lets us do with it, by the flag in its file (OS/2 fsType).

The flag is not the licence: it says what programs may do, not what the user has paid for.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from fonts.library.known import KnownFace

RESTRICTED = 0x0002
"""Restricted License embedding: never without the maker's leave (OpenType, OS/2 fsType)."""
PREVIEW_AND_PRINT = 0x0004
EDITABLE = 0x0008
NO_SUBSETTING = 0x0100
BITMAPS_ONLY = 0x0200

_USAGE = 0x000F

Why = Literal["free", "print", "editable", "whole", "restricted", "bitmaps", "unreadable"]

Foundry = Literal["方正", "汉仪", "华文"]


class Permission(NamedTuple):
    """Whether a face may be embedded, whether only whole, and what the flag says."""

    embeds: bool
    whole_only: bool
    why: Why


def permission(known: KnownFace) -> Permission:
    """Whether a face may be embedded in a PDF."""
    flags = known.fs_type
    if flags is None:
        return Permission(False, False, "unreadable")
    usage = flags & _USAGE
    # Of several usage bits the least restrictive counts (OpenType: versions 0 to 2 of the table
    # allow several); 1 is reserved and says nothing.
    if usage & RESTRICTED and not usage & (PREVIEW_AND_PRINT | EDITABLE):
        return Permission(False, False, "restricted")
    if flags & BITMAPS_ONLY:
        return Permission(False, False, "bitmaps")
    if flags & NO_SUBSETTING:
        return Permission(True, True, "whole")
    if usage & EDITABLE:
        return Permission(True, False, "editable")
    return Permission(True, False, "print" if usage & PREVIEW_AND_PRINT else "free")


_FOUNDRIES: tuple[tuple[Foundry, tuple[str, ...]], ...] = (
    ("方正", ("方正", "founder", "foundertype")),
    ("汉仪", ("汉仪", "漢儀", "hanyi")),
    ("华文", ("华文", "華文", "sinotype")),
)
_VENDORS: dict[str, Foundry] = {"FZ": "方正", "FNDR": "方正", "HANY": "汉仪", "HY": "汉仪"}
_PREFIXES: tuple[tuple[str, Foundry], ...] = (
    ("FZ", "方正"),
    ("HY", "汉仪"),
    ("ST", "华文"),
)


def foundry(known: KnownFace) -> Foundry | None:
    """The foundry whose faces want a licence of their own for embedding; None for all others."""
    said = " ".join((known.maker, known.copyright, *known.families.values())).casefold()
    for name, words in _FOUNDRIES:
        if any(word in said for word in words):
            return name
    if vendor := _VENDORS.get(known.vendor.strip().upper()):
        return vendor
    # STSong is of 华文, STIX is not: the prefix counts for faces of Hanzi alone
    if known.hanzi > 1000:
        return next((name for start, name in _PREFIXES if known.postscript.startswith(start)), None)
    return None
