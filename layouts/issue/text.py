"""A run of characters with its inline styles."""

from enum import StrEnum
from typing import NamedTuple


class Emphasis(StrEnum):
    """How a stretch of text is set apart inside its style: **bold** or *kai* (楷体)."""

    BOLD = "bold"
    KAI = "kai"


class Stretch(NamedTuple):
    """Characters `start` up to `end` (code points) carry `emphasis`. Stretches of one text are sorted and never overlap."""

    start: int
    end: int
    emphasis: Emphasis


class Text(NamedTuple):
    """Characters as the manuscript has them, and the stretches of them that are set apart."""

    string: str
    stretches: tuple[Stretch, ...] = ()
