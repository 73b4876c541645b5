"""What a setter keeps of an issue that it works on again and again."""

from __future__ import annotations

from typing import NamedTuple

from layouts.flow.cache import Cache
from layouts.page.item import Line
from layouts.text.line_room import Broken
from layouts.text.prepare import Prepared


class KeptLine(NamedTuple):
    """A line, and the measured text whose identity is part of its key."""

    prepared: Prepared
    line: Line


class SetterCache:
    """Where a setter that works on one issue again and again keeps what it set: texts measured,
    broken and drawn.
    """

    def __init__(self) -> None:
        self.texts: Cache[Prepared] = Cache()
        self.paragraphs: Cache[tuple[Prepared, list[Broken]]] = Cache()
        self.lines: Cache[KeptLine] = Cache()

    def in_another_layout(self) -> SetterCache:
        """What holds in a layout that spaces marks alike, too: texts measured and broken, which
        know no place on a page. Lines do, and a drag makes new ones at every step.
        """
        other = SetterCache()
        other.texts, other.paragraphs = self.texts, self.paragraphs
        return other

    def turn(self) -> None:
        """Forget what the composition just ended did not use."""
        for kept in (self.texts, self.paragraphs, self.lines):
            kept.turn()
