"""PostScript outlines of variable faces made such that every reader of PDFs can draw them.

CFF2 lets 513 numbers stand on the stack of a charstring, CFF 48 (OpenType, CFF2; Adobe technical
note 5177, appendix B). An instance made by HarfBuzz keeps the long ones, which readers then leave
blank.
"""
# fontTools annotates itself only in parts.
# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportAttributeAccessIssue=false

from __future__ import annotations

import io

from fontTools.cffLib import CFFFontSet
from fontTools.cffLib.specializer import specializeProgram
from fontTools.ttLib import TTFont

STACK = 48
"""Numbers that may stand on the stack of a charstring of CFF (technical note 5177, appendix B)."""


def shallow(data: bytes) -> bytes:
    """A CFF table, whose charstrings call no subroutines, with none that needs a deeper stack; the
    same bytes where there was none.
    """
    table = CFFFontSet()
    table.decompile(io.BytesIO(data), None)
    charstrings = table[0].CharStrings
    found = False
    for name in charstrings.keys():  # noqa: SIM118, no dictionary: it has no iterator
        charstring = charstrings[name]
        charstring.decompile()
        if _depth(charstring.program) > STACK:
            charstring.program = specializeProgram(charstring.program, maxstack=STACK)
            found = True
    if not found:
        return data
    out = io.BytesIO()
    # what it reads of a font file is whether to measure boxes anew
    table.compile(out, TTFont(recalcBBoxes=False))
    return out.getvalue()


def _depth(program: list[object]) -> int:
    """The most numbers that stand before one operator of a charstring."""
    most = count = 0
    for token in program:
        count = count + 1 if isinstance(token, int | float) else 0
        most = max(most, count)
    return most
