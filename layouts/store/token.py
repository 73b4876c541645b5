"""How to tell whether a file is still the one we read or wrote."""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path
from typing import NamedTuple

from layouts.inputs import open_input

_TAIL = 1 << 18
"""Bytes at the end of a package that hold its whole table of contents, with a checksum of every
entry.
"""


class Token(NamedTuple):
    """What a file looked like: its size, its time, and a hash of its end."""

    size: int
    mtime_ns: int
    digest: str


def token_of(path: Path) -> Token | None:
    """How a file looks now; None where there is none that can be read."""
    try:
        with open_input(path, sys.maxsize) as file:
            state = path.stat()
            file.seek(max(0, state.st_size - _TAIL))
            return Token(
                state.st_size, state.st_mtime_ns, hashlib.sha256(file.read(_TAIL)).hexdigest()
            )
    except (OSError, ValueError):
        return None


def is_changed(path: Path, token: Token) -> bool:
    """Whether a file is another one than it was.

    Not where it is gone, nor where only its time is new: a copy put back is the same.
    """
    try:
        state = path.stat()
    except (OSError, ValueError):
        return False
    # the usual case, without reading anything
    if (state.st_size, state.st_mtime_ns) == (token.size, token.mtime_ns):
        return False
    now = token_of(path)
    return now is not None and (now.size, now.digest) != (token.size, token.digest)
