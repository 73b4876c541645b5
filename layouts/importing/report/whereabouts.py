"""Where something of a source was, said in both languages."""

from __future__ import annotations

from layouts.messages.message import Sentence
from layouts.patterns import later

_UNITS = {"行": "line", "段": "paragraph", "页": "page", "块": "block"}
_PLACE = later(rf"第 (\d+) ([{''.join(_UNITS)}])")


def where_said(where: str) -> Sentence:
    """A place as readers give it (“第 3 段”, "word/header1.xml"): what is no count stays."""
    english = _PLACE().sub(lambda found: f"{_UNITS[found[2]]} {found[1]}", where)
    return Sentence(where, english)
