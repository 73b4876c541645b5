"""What no file of ours has among its words, whatever an issue says: controls, what is no character,
and what turns the direction of the text beside it.
"""

from __future__ import annotations

from functools import lru_cache

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

DIRECTIONS = frozenset(
    map(chr, (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)))
)
"""Marks, embeddings, overrides and isolates (UAX #9 2.1 to 2.6). Nothing is drawn of them in print,
and elsewhere one that nobody closes would turn round the words behind it.
"""


@lru_cache(maxsize=1)
def unsound() -> dict[int, str]:
    """For `str.translate`: what neither XML 1.0 (2.2) nor HTML (13.1.1, Infra 4.5) may hold, each
    replaced, ends of lines and tabs aside, and nothing in place of what turns the direction.
    """
    controls = {*range(0x20), *range(0x7F, 0xA0)} - set(map(ord, "\t\n\r"))
    noncharacters = {*range(0xFDD0, 0xFDF0)} | {
        plane | last for plane in range(0, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF)
    }
    bad = dict.fromkeys({*controls, *noncharacters, *range(0xD800, 0xE000)}, REPLACEMENT)
    return bad | dict.fromkeys(map(ord, DIRECTIONS), "")


def json_bytes(text: str) -> bytes:
    """JSON as it stands in a file: half of a pair, as a file's name may have it that is no text, as
    JSON writes it.
    """
    return text.encode(errors="backslashreplace")


def printed(text: str) -> str:
    """What of a text is drawn: nothing is of what is unsound, and where a glyph was missing nothing
    is written at all.
    """
    return text.translate(_undrawn())


@lru_cache(maxsize=1)
def _undrawn() -> dict[int, str]:
    return dict.fromkeys(unsound(), "")
