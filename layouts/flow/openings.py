"""Text that opens what follows: a line ending in a colon stays with it, and of several lines with
leaders neither the first nor the last stands alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeGuard

from layouts.flow.keeping import first_rows
from layouts.flow.pieces import MOST_OF_POEM, Piece, TextPiece

_COLONS = ("：", ":")


def keep_openings(pieces: Sequence[Piece]) -> None:
    """Give each text that opens the one after it a tail: rows that must follow it in its column."""
    for k in range(len(pieces) - 2, -1, -1):
        piece, follower = pieces[k], pieces[k + 1]
        if not _is_body(piece) or not _is_body(follower):
            continue
        opens = _ends_of_leaders(pieces, k) if piece.leader else _ends_in_colon(piece)
        if opens:
            # so many at most: a hundred lines that end in colons would ask for all columns
            piece.tail = min(MOST_OF_POEM, first_rows(follower))


def _is_body(piece: Piece) -> TypeGuard[TextPiece]:
    return isinstance(piece, TextPiece) and piece.origin.role == "body" and not piece.keep_next


def _ends_in_colon(piece: TextPiece) -> bool:
    return piece.prepared.string.endswith(_COLONS)


def _ends_of_leaders(pieces: Sequence[Piece], k: int) -> bool:
    """Whether the line with a leader after line k goes with it: the second of them with the first,
    the last with the one before.
    """
    if not _has_leader(pieces, k + 1):
        return False
    return not _has_leader(pieces, k - 1) or not _has_leader(pieces, k + 2)


def _has_leader(pieces: Sequence[Piece], k: int) -> bool:
    piece = pieces[k] if 0 <= k < len(pieces) else None
    return isinstance(piece, TextPiece) and piece.leader is not None
