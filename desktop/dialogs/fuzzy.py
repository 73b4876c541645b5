"""Fuzzy matching of a few typed characters against names: the better the match, the lower its
rank.
"""

from __future__ import annotations

from collections.abc import Sequence

NO_MATCH = None


def rank(query: str, names: Sequence[str]) -> int | None:
    """How well the best of `names` matches; None where none does. Case and spaces do not count.

    0 is the same; then come names that begin with it, have it as initials of their words, hold it,
    hold its letters in their order.
    """
    wanted = _plain(query)
    if not wanted:
        return 0
    ranks = [found for name in names if (found := _rank(wanted, name)) is not None]
    return min(ranks, default=NO_MATCH)


def _rank(wanted: str, name: str) -> int | None:
    plain = _plain(name)
    if plain == wanted:
        return 0
    if plain.startswith(wanted):
        return 1
    if _initials(name).startswith(wanted):
        return 2
    if wanted in plain:
        return 3
    gaps = _gaps(wanted, plain)
    return None if gaps is None else 4 + gaps


def _plain(text: str) -> str:
    return "".join(
        character for character in text.casefold() if character.isalnum() or character in "+%"
    )


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.casefold().replace("-", " ").split())


def _gaps(wanted: str, plain: str) -> int | None:
    """How many characters lie between those wanted, in their order."""
    start = plain.find(wanted[0])
    if start < 0:
        return None
    place, gaps = start, 0
    for character in wanted[1:]:
        following = plain.find(character, place + 1)
        if following < 0:
            return None
        gaps += following - place - 1
        place = following
    return gaps
