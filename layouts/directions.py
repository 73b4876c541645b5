"""Characters that turn the direction of the text beside them (UAX #9 2.1 to 2.6): nothing is drawn
of them in print, and elsewhere one that nobody closes would turn round the words behind it.
"""

from __future__ import annotations

DIRECTIONS = frozenset(
    map(chr, (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)))
)
"""Marks, embeddings, overrides and isolates."""
