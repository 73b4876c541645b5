"""A CFF table written out of outlines, for instances of variable PostScript faces.

CFF2 lets 513 numbers stand on the stack of a charstring, CFF 48 (OpenType, CFF2; Adobe technical
note 5177, appendix B). A CFF2 face made static by HarfBuzz keeps charstrings that need more, and
readers of PDFs leave those glyphs blank. Here each segment is an operator of its own.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence

from fonts.face import Face

UNITS = 1000
"""Units to the em: those of a CFF table that names no matrix (technical note 5176, table 9)."""

_FIRST_STRING = 391
"""The number of the first string that is not a standard one (technical note 5176, appendix A)."""

_RMOVETO, _RLINETO, _RRCURVETO, _ENDCHAR = 21, 5, 8, 14
"""Operators of charstrings (technical note 5177, 4.1 and 4.3)."""

_CHARSET, _CHARSTRINGS, _PRIVATE = bytes((15,)), bytes((17,)), bytes((18,))
_ROS, _COUNT, _ARRAY, _SELECT = (bytes((12, second)) for second in (30, 34, 36, 37))
"""Operators of dictionaries (technical note 5176, tables 9 and 10)."""

_NO_WIDTHS = bytes((139, 20, 139, 21))
"""A private dictionary: 0 defaultWidthX, 0 nominalWidthX."""


def compact_font(face: Face, glyphs: Sequence[int]) -> bytes:
    """A CFF table of some glyphs of a face in this order, whose CIDs are their places in it; the
    first is .notdef.
    """
    charstrings = _index([_charstring(face, glyph) for glyph in glyphs])
    count = len(glyphs)
    head = bytes((1, 0, 4, 4)) + _index([b"Subset"])
    behind = _index([b"Adobe", b"Identity"]) + _index([])
    # format 2, one run of CIDs; format 3, one run of glyphs that are all of font dictionary 0
    charset = b"\2" + (struct.pack(">HH", 1, count - 2) if count > 1 else b"")
    select = struct.pack(">BHHBH", 3, 1, 0, 0, count)

    def top(*offsets: int) -> bytes:
        places = zip((_CHARSET, _SELECT, _CHARSTRINGS, _ARRAY), offsets, strict=True)
        ros = _long(_FIRST_STRING) + _long(_FIRST_STRING + 1) + _long(0) + _ROS
        listed = b"".join(_long(offset) + operator for operator, offset in places)
        return _index([ros + _long(count) + _COUNT + listed])

    start = len(head) + len(top(0, 0, 0, 0)) + len(behind)
    at_select = start + len(charset)
    at_charstrings = at_select + len(select)
    at_private = at_charstrings + len(charstrings)
    private = _long(len(_NO_WIDTHS)) + _long(at_private) + _PRIVATE
    offsets = (start, at_select, at_charstrings, at_private + len(_NO_WIDTHS))
    parts = (head, top(*offsets), behind, charset, select, charstrings, _NO_WIDTHS)
    return b"".join(parts) + _index([private])


def _charstring(face: Face, glyph: int) -> bytes:
    """The outline of a glyph as a charstring, its width in front."""
    out = [_number(face.advance(glyph) * UNITS)]
    x = y = 0.0
    for verb, at in face.outline(glyph):
        if verb == "Z":  # a contour closes itself where the next begins
            continue
        points = [(_unit(at[k]), _unit(at[k + 1])) for k in range(0, len(at), 2)]
        if verb == "Q":
            points = _as_cubic((x, y), points)
        for px, py in points:
            out += (_number(px - x), _number(py - y))
            x, y = px, py
        out.append(bytes((_OPERATORS[verb],)))
    out.append(bytes((_ENDCHAR,)))
    return b"".join(out)


_OPERATORS = {"M": _RMOVETO, "L": _RLINETO, "C": _RRCURVETO, "Q": _RRCURVETO}


def _as_cubic(
    start: tuple[float, float], points: list[tuple[float, float]]
) -> list[tuple[float, float]]:
    """A quadratic curve as a cubic one."""
    (cx, cy), (ex, ey) = points
    controls = [(x + (cx - x) * 2 / 3, y + (cy - y) * 2 / 3) for x, y in (start, (ex, ey))]
    return [*((_unit_of(x), _unit_of(y)) for x, y in controls), (ex, ey)]


def _unit(em: float) -> float:
    return _unit_of(em * UNITS)


def _unit_of(value: float) -> float:
    """A coordinate as a charstring can tell it, in 1/65536 of a unit: what follows is told from
    there, so that nothing adds up.
    """
    return round(value * 65536) / 65536


def _number(value: float) -> bytes:
    """A number of a charstring (technical note 5177, 3.2)."""
    whole = round(value)
    if abs(value - whole) >= 1 / 65536:
        return b"\xff" + struct.pack(">i", round(value * 65536))
    if -107 <= whole <= 107:
        return bytes((whole + 139,))
    if 108 <= whole <= 1131:
        return bytes(((whole - 108) // 256 + 247, (whole - 108) % 256))
    if -1131 <= whole <= -108:
        return bytes(((-whole - 108) // 256 + 251, (-whole - 108) % 256))
    return b"\x1c" + struct.pack(">h", max(-32768, min(32767, whole)))


def _long(value: int) -> bytes:
    """A whole number of a dictionary in five bytes, whatever it is (technical note 5176, table
    3).
    """
    return b"\x1d" + struct.pack(">i", value)


def _index(items: Sequence[bytes]) -> bytes:
    """An INDEX (technical note 5176, 5)."""
    if not items:
        return b"\0\0"
    ends = [1]
    for item in items:
        ends.append(ends[-1] + len(item))
    offsets = b"".join(struct.pack(">I", end) for end in ends)
    return struct.pack(">HB", len(items), 4) + offsets + b"".join(items)
