"""Values in quotes, `alt="…"`, `ruby="…"`: any characters, those that cannot stand between quotes by their number."""

from __future__ import annotations

import re

from layouts.manuscript.repair import REPAIRED

_REFERENCE = re.compile(r"&#x(?!0?d[89a-f]..;)([0-9a-f]{1,5});", re.IGNORECASE)
"""A character by its number; surrogates are none."""

_NOT_IN_QUOTES = re.compile(rf"[\"\t\n{REPAIRED}]|&(?=#x)", re.IGNORECASE)


def reference(character: str) -> str:
    """A character by its number."""
    return f"&#x{ord(character):x};"


def quoted(value: str) -> str:
    """A value between quotes, as `unquoted` reads it."""
    return f'"{_NOT_IN_QUOTES.sub(lambda found: reference(found[0]), value)}"'


def unquoted(written: str) -> str:
    """What a value says, with or without quotes around it; Chinese ones are good too."""
    return resolved(written[1:-1] if len(written) > 1 and written[0] + written[-1] in ('""', "“”") else written)


def resolved(value: str) -> str:
    """A value with the characters that its references stand for."""
    return _REFERENCE.sub(lambda found: chr(int(found[1], 16)), value)
