r"""Readings over characters (注音) as Word's field EQ has them:
`EQ \* jc2 … \o\ad(\s\up 9(cuàn),爨)`.
"""

from __future__ import annotations

from typing import NamedTuple

from layouts.patterns import later

_RUBY = later(r"\\s\s*\\up\s*-?\d*\s*\(([^()]*)\)\s*[,;，；]\s*([^()]*)\)")


class RubyField(NamedTuple):
    """Characters and what is written over them."""

    base: str
    reading: str


def reading_of(instruction: str) -> RubyField | None:
    """What a field's instruction says to write over what; None where it is no such field."""
    instruction = instruction.strip()
    if instruction[:2].upper() != "EQ":
        return None
    match = _RUBY().search(instruction)
    return RubyField(match[2].strip(), match[1].strip()) if match else None
