"""The faces of a layout by the names that they have in Word."""

from __future__ import annotations

from typing import NamedTuple

from layouts.webpage.look import FANG, KAI, SANS, family


class WordFace(NamedTuple):
    """A face in Word: for Hanzi, for Latin and figures, and what stands in where the first is not
    installed.
    """

    han: str
    latin: str
    instead: str = ""


SERIF_LATIN, SANS_LATIN = "Times New Roman", "Arial"

SONG = WordFace("宋体", SERIF_LATIN, "SimSun")
_FOUNDER, _SIMPLIFIED = "方正", "简体"
TITLE_SONG = WordFace(f"{_FOUNDER}小标宋{_SIMPLIFIED}", SERIF_LATIN, "华文中宋")
"""小标宋: what titles of official documents are set in; Word comes with 华文中宋."""

_BY_FAMILY = {
    SANS: WordFace("黑体", SANS_LATIN, "SimHei"),
    KAI: WordFace("楷体", SERIF_LATIN, "楷体_GB2312"),
    FANG: WordFace("仿宋", SERIF_LATIN, "仿宋_GB2312"),
}
_OURS = ("song", "hei", "kai", "fang", "latin", "sans")
_TITLES = ("song-bold", "song-black", "song-semibold")


def word_face(key: str) -> WordFace:
    """The face of a key of the catalogue: one that the house names itself goes by that name."""
    first, _, rest = key.partition("|")
    likewise = _of_ours(rest.rsplit("|", maxsplit=1)[-1] or first)
    if first.casefold().startswith(_OURS):
        return likewise
    return WordFace(first.strip(), likewise.latin, likewise.han)


def _of_ours(key: str) -> WordFace:
    if key.casefold() in _TITLES:
        return TITLE_SONG
    return _BY_FAMILY.get(family(key), SONG)
