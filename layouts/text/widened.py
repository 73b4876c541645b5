"""A measured text with more room before some of its characters: labels, names, values."""

from __future__ import annotations

from array import array
from collections.abc import Mapping
from itertools import accumulate

from msgspec.structs import replace

from layouts.text.prepare import Prepared


def widened(prepared: Prepared, extra: Mapping[int, float]) -> Prepared:
    """A text with so many em more before the characters given; where a line ends there, without."""
    size = len(prepared.string)
    grown = accumulate(extra.get(k, 0.0) for k in range(size + 1))
    moves, trims = dict(prepared.kerns), dict(prepared.end_trims)
    for k, more in extra.items():
        if 0 < k < size:
            moves[k] = moves.get(k, 0.0) + more
            trims[k] = trims.get(k, 0.0) + more
    places = (place + more for place, more in zip(prepared.places, grown, strict=True))
    return replace(
        prepared, places=array("d", places), kerns=sorted(moves.items()), end_trims=trims, broken=[]
    )
