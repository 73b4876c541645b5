"""Qt counts UTF-16 units, the issue code points."""

from __future__ import annotations


def units(string: str) -> int:
    """The UTF-16 units of a string."""
    return len(string.encode("utf-16-le", "surrogatepass")) // 2


def points(string: str, count: int) -> int:
    """The code points in so many UTF-16 units of a string."""
    at = 0
    for k, character in enumerate(string):
        if at >= count:
            return k
        at += 2 if character > "\uffff" else 1
    return len(string)
