"""Lengths of OpenDocument in points (ODF 1.3, part 3, 18.3.18)."""

from __future__ import annotations

import re

_LENGTH = re.compile(r"\s*(-?\d{0,9}(?:\.\d{1,12})?)(cm|mm|in|pt|pc|px)\s*")
_PERCENT = re.compile(r"\s*(\d{1,6}(?:\.\d{1,6})?)%\s*")
_POINTS = {"cm": 72 / 2.54, "mm": 72 / 25.4, "in": 72.0, "pt": 1.0, "pc": 12.0, "px": 0.75}


def points(said: str) -> float | None:
    """A length in points; None where it is none."""
    match = _LENGTH.fullmatch(said)
    return float(match[1]) * _POINTS[match[2]] if match and match[1] not in {"", "-"} else None


def portion(said: str) -> float | None:
    """A percentage as a fraction; None where it is none."""
    match = _PERCENT.fullmatch(said)
    return float(match[1]) / 100 if match else None
