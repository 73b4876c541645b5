"""What the pattern of a slug line may hold."""

from __future__ import annotations

from string import Formatter

PLATES = "plates"

FIELDS = ("title", "page", "pages", "date", "size", "condition", "preset", PLATES)
"""What a pattern may have in braces. `plates` are the names of all inks, each on its own plate
alone, so that every film or plate says which it is.
"""


def is_pattern(pattern: str) -> bool:
    """Whether all that stands in braces is a field."""
    try:
        parts = list(Formatter().parse(pattern))
    except ValueError:  # a brace without its other half
        return False
    return all(
        field is None or (field in FIELDS and not spec and not conversion)
        for _, field, spec, conversion in parts
    )
