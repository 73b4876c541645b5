"""The faces on offer, ours first: what each is called, what it is good for, and how it is found."""

from __future__ import annotations

import tomllib
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import Literal

from msgspec import Struct

from desktop.dialogs.fuzzy import rank
from fonts.catalogue import FOLDER
from fonts.library.known import KnownFace
from fonts.library.library import FaceLibrary
from fonts.library.permission import permission
from fonts.roles import BETWEEN, names_of

Script = Literal["chinese", "latin"]

CHINESE = 200
"""Hanzi of a face that Chinese can be set in: one of somebody's hand may have no more, a Latin one
has a few signs.
"""

_GAPS = 3
"""Letters that may lie between those typed and still find a name; more find whatever there is."""


class FaceOffer(Struct, frozen=True):
    """A face to choose: one of ours by `key`, or one of others by `known`.

    `name` is the family, Chinese where it has a Chinese name; `second` its name in Latin letters
    where that is another. `sought` is what it is found by.
    """

    key: str
    name: str
    second: str
    style: str
    script: Script
    weight: int
    embeds: bool
    sought: tuple[str, ...]
    known: KnownFace | None = None


def our_offers() -> list[FaceOffer]:
    """The faces that we ship, in the order of their listing."""
    listing = tomllib.loads((FOLDER / "faces.toml").read_text("utf8"))
    offers: list[FaceOffer] = []
    for key, entry in listing.items():
        chinese = str(entry.get("family_zh", ""))
        names = (chinese, str(entry["family"]), str(entry["postscript"]), key)
        offers.append(
            FaceOffer(
                key,
                chinese or str(entry["family"]),
                str(entry["family"]) if chinese else "",
                str(entry["style"]),
                "chinese" if chinese else "latin",
                int(entry["weight"]),
                True,
                _sought(names),
            )
        )
    return offers


def library_offers(library: FaceLibrary) -> list[FaceOffer]:
    """The faces of others, Chinese ones first, by their names and weights.

    Of two files with one PostScript name the second is not on offer: no name finds it.
    """
    named = (known for known in library.faces if library.find(known.postscript) == known)
    return sorted(map(_offer, named), key=_place)


def _offer(known: KnownFace) -> FaceOffer:
    name, latin = known.name, known.latin
    return FaceOffer(
        known.postscript,
        name,
        latin if latin != name else "",
        known.style,
        "chinese" if known.hanzi >= CHINESE else "latin",
        known.weight,
        permission(known).embeds,
        _sought((name, latin, known.postscript, *known.full_names.values(), *known.aliases)),
        known,
    )


def _place(offer: FaceOffer) -> tuple[bool, int, str, str, int, str]:
    """Faces with Chinese names by their sound, as in a dictionary, then those for the mainland,
    those for other places, and Latin ones.
    """
    families = offer.known.families if offer.known else dict[str, str]()
    meant_for = next(
        (at for at, language in enumerate(("zh-Hans", "zh-Hant")) if language in families), 2
    )
    return (
        offer.script == "latin",
        meant_for + 1 if offer.name.isascii() else 0,
        initials(offer.name),
        offer.name.casefold(),
        offer.weight,
        offer.key,
    )


def _sought(names: Iterable[str]) -> tuple[str, ...]:
    every = dict.fromkeys(name for name in names if name)
    sounds = dict.fromkeys(initials(name) for name in every if not name.isascii())
    return (*every, *sounds)


def found(offers: Sequence[FaceOffer], query: str, script: Script | None) -> list[FaceOffer]:
    """The offers of a script (None: both) that a query finds, the best first."""
    ranked = [
        (at, offer)
        for offer in offers
        if (script is None or offer.script == script)
        and (at := rank(query, offer.sought)) is not None
        and at <= 4 + _GAPS
    ]
    ranked.sort(key=lambda pair: pair[0])
    return [offer for _, offer in ranked]


def chosen_key(offer: FaceOffer, weight: int | None, current: str, library: FaceLibrary) -> str:
    """What a layout writes for a face: its names in order of preference, ours last.

    The Chinese name comes first where it finds this very face, for whoever reads the layout; the
    PostScript name, the same on every system, says which face of a family is meant. The last is
    that of `current`.
    """
    if offer.known is None:
        return offer.key
    *_, ours = names_of(current)
    behind = "" if weight is None else f"@{weight}"
    names = [offer.known.postscript]
    chinese = offer.known.chinese
    if chinese and library.find(chinese) == offer.known:
        names.insert(0, chinese)
    return BETWEEN.join((*(name + behind for name in names), ours))


# not words of the window: the first of each initial
_SOUNDS = "啊芭擦搭蛾发噶哈击喀垃妈拿哦啪期然撒塌挖昔压匝"
_LETTERS = "abcdefghjklmnopqrstwxyz"
"""The first Hanzi of each initial in GB 2312, whose common half is in the order of pinyin."""

_BOUNDS = [*(char.encode("gb2312") for char in _SOUNDS), b"\xd8"]
"""With where the common half ends: the other is in the order of radicals."""

_RARE = {"驿": "y"}  # not words of the window


def initials(name: str) -> str:
    """The first letters of the sounds of a name: 方正小标宋 is fzxbs; what has none stays."""
    return "".join(map(_initial, name.casefold()))


def _initial(char: str) -> str:
    try:
        at = bisect_right(_BOUNDS, char.encode("gb2312"))
    except UnicodeEncodeError:
        return char
    return _LETTERS[at - 1] if 0 < at <= len(_LETTERS) else _RARE.get(char, char)
