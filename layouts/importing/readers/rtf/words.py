"""Control words of RTF by what is done about them (RTF 1.9.1, index of control words)."""

from __future__ import annotations

from layouts.issue.text import LINE_BREAK

CHARACTERS = {
    "tab": "\t",
    "line": LINE_BREAK,
    "lbr": LINE_BREAK,
    "softline": LINE_BREAK,
    "column": LINE_BREAK,
    "emdash": "—",
    "endash": "–",
    "emspace": "\u2003",
    "enspace": "\u2002",
    "qmspace": "\u2005",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "bullet": "•",
    "zwj": "\u200d",
    "zwnj": "\u200c",
}
"""Control words that are a character."""

SYMBOLS = {
    "~": "\u00a0",
    "_": "\u2011",
    "-": "\u00ad",
    "\\": "\\",
    "{": "{",
    "}": "}",
    "\t": "\t",
}
"""Control symbols that are a character."""

_DRAWN = (
    "shpleft shpright shptop shpbottom shpwr shpwrk shpbxcolumn shpbxmargin shpbxpage "
    "picw pich picwgoal pichgoal picscalex picscaley piccropl piccropr piccropt piccropb"
)
EDGES = frozenset(_DRAWN.split())
"""Control words of drawings that have a value or are there."""
