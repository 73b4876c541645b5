"""The redline of two texts: what stayed, what is new, what is gone."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

Kept = Literal["same", "added", "removed"]

LONG = 1_500
"""Characters of a paragraph that are compared one by one; longer ones are compared sentence by
sentence.
"""

_SENTENCE = re.compile(r"[^。！？；\n]*[。！？；\n]?")

_CHARACTER = re.compile(r"\d+(?:[.,]\d+)*|.", re.ASCII | re.DOTALL)
"""A number is one: 21.6 that became 99.9 is not told by its digits."""


class RedlinePiece(NamedTuple):
    """Characters of a redline."""

    kind: Kept
    text: str


def redline(old: Sequence[str], new: Sequence[str]) -> tuple[RedlinePiece, ...]:
    """The lines of two texts as pieces, those that changed by their characters."""
    pieces: list[RedlinePiece] = []
    # difflib would pass over what occurs often in a long text: 的, commas
    for tag, a, b, c, d in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "replace":
            for one, other in zip(old[a:b], new[c:d], strict=False):
                pieces += _of_line(one, other)
            shared = min(b - a, d - c)
            pieces += [RedlinePiece("removed", f"{line}\n") for line in old[a + shared : b]]
            pieces += [RedlinePiece("added", f"{line}\n") for line in new[c + shared : d]]
        else:
            kind: Kept = "same" if tag == "equal" else "removed" if tag == "delete" else "added"
            pieces += [
                RedlinePiece(kind, f"{line}\n")
                for line in (new[c:d] if tag != "delete" else old[a:b])
            ]
    return tuple(_merged(pieces))


def counts_of(old: Sequence[str], new: Sequence[str]) -> tuple[int, int]:
    """How many characters are new, and how many are gone."""
    sizes = {"added": 0, "removed": 0, "same": 0}
    for kind, text in redline(old, new):
        sizes[kind] += len(text.replace("\n", ""))
    return sizes["added"], sizes["removed"]


def _of_line(old: str, new: str) -> list[RedlinePiece]:
    """The characters that differ, by sentences where there are many."""
    one, other = (_parts(text, long=max(len(old), len(new)) > LONG) for text in (old, new))
    pieces: list[RedlinePiece] = []
    for tag, a, b, c, d in difflib.SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if tag == "equal":
            pieces.append(RedlinePiece("same", "".join(other[c:d])))
            continue
        if a < b:
            pieces.append(RedlinePiece("removed", "".join(one[a:b])))
        if c < d:
            pieces.append(RedlinePiece("added", "".join(other[c:d])))
    return [*pieces, RedlinePiece("same", "\n")]


def _parts(text: str, *, long: bool) -> list[str]:
    return [part for part in (_SENTENCE if long else _CHARACTER).findall(text) if part]


def _merged(pieces: Iterable[RedlinePiece]) -> Iterable[RedlinePiece]:
    """Neighbours of one kind as one piece."""
    kind: Kept | None = None
    texts: list[str] = []
    for piece in pieces:
        if piece.kind != kind and kind is not None:
            yield RedlinePiece(kind, "".join(texts))
            texts = []
        kind = piece.kind
        texts.append(piece.text)
    if kind is not None:
        yield RedlinePiece(kind, "".join(texts))
