"""Lengths: points, millimetres, 字号 and em, and the one place where they are rounded."""

from __future__ import annotations

import re

POINTS_PER_MM = 72 / 25.4

ZIHAO: dict[str, float] = {
    "初号": 42.0,
    "小初": 36.0,
    "一号": 27.5,
    "小一": 24.0,
    "二号": 21.0,
    "小二": 18.0,
    "三号": 15.75,
    "小三": 15.0,
    "四号": 13.75,
    "小四": 12.0,
    "五号": 10.5,
    "小五": 9.0,
    "六号": 7.875,
    "小六": 6.5,
    "七号": 5.25,
}
"""Type sizes by name, in points. 三号 is 15.75 pt, not 16: only then do 28 characters fit the 156
mm of GB/T 9704-2012.
"""

_LENGTH = re.compile(r"\s*(-?\d+(?:\.\d+)?)\s*(pt|mm|cm|in)\s*")
_PER_UNIT = {"pt": 1.0, "mm": POINTS_PER_MM, "cm": 10 * POINTS_PER_MM, "in": 72.0}


def mm(length: float) -> float:
    """A length in millimetres as points."""
    return length * POINTS_PER_MM


def parse_length(written: str) -> float:
    """A length as written in a layout (`14pt`, `28mm`, `四号`), in points.

    ValueError where it is none.
    """
    if written.strip() in ZIHAO:
        return ZIHAO[written.strip()]
    match = _LENGTH.fullmatch(written)
    if not match:
        raise ValueError(written)
    return float(match[1]) * _PER_UNIT[match[2]]
