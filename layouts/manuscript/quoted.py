"""Values in braces: numbers, and in quotes any characters (`alt="…"`, `ruby="…"`), those that
quotes cannot hold by their number.
"""

from __future__ import annotations

import re
from decimal import Decimal

from layouts.manuscript.repair import REPAIRED
from layouts.patterns import later

_REFERENCE = re.compile(r"&#x(?!0?d[89a-f]..;)([0-9a-f]{1,5});", re.IGNORECASE)  # D800 to DFFF
"""A character by its number; surrogates are none."""

_BRACKETS = re.compile(r"[\[\]]")
_NOT_IN_QUOTES = later(rf"[\"\t\n{REPAIRED}]|&(?=#x)", re.IGNORECASE)


def reference(character: str) -> str:
    """A character by its number."""
    return f"&#x{ord(character):x};"


def quoted(value: str) -> str:
    """A value between quotes, as `unquoted` reads it."""
    return f'"{_NOT_IN_QUOTES().sub(lambda found: reference(found[0]), value)}"'


def quoted_in_brackets(value: str) -> str:
    """The same where brackets are counted: those of the value are references."""
    return _BRACKETS.sub(lambda found: reference(found[0]), quoted(value))


def unquoted(written: str) -> str:
    """What a value says, with or without quotes around it; Chinese ones are good too."""
    return resolved(
        written[1:-1] if len(written) > 1 and written[0] + written[-1] in ('""', "“”") else written
    )


def resolved(value: str) -> str:
    """A value with the characters that its references stand for."""
    return _REFERENCE.sub(lambda found: chr(int(found[1], 16)), value)


def number(value: float | Decimal) -> str:
    """A number without an exponent, exactly: 16, 0.5, 12.345."""
    # the shortest that reads back as the same float
    written = f"{value if isinstance(value, Decimal) else Decimal(repr(float(value))):f}"
    return written.rstrip("0").rstrip(".") if "." in written else written
