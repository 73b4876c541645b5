"""Words in a row, as each language writes them."""

from __future__ import annotations

from collections.abc import Iterable

from layouts.messages.message import Sentence


def listed(words: Iterable[str]) -> Sentence:
    """All of them: `甲、乙`, `a, b`."""
    found = tuple(words)
    return Sentence("、".join(found), ", ".join(found))


def either(words: Iterable[str]) -> Sentence:
    """One of them: `甲 或 乙`, `a or b`."""
    found = tuple(words)
    return Sentence(" 或 ".join(found), " or ".join(found))


def one_of(words: Iterable[str]) -> Sentence:
    """One of them, from a list: `甲、乙`, `a or b`."""
    found = tuple(words)
    return Sentence(listed(found).zh, either(found).en)
