"""Items of lists in the structure tree: lists, and lists inside their items (ISO 32000-1
14.8.4.3.3).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from layouts.page.drawn import Drawn
from layouts.page.structure import Attribute, Element, LinePart

NUMBERED = Attribute("List", "ListNumbering", "Decimal")
"""一、 has no name of its own among the numberings (ISO 32000-1 table 347); it must not be None
where items have labels.
"""

_BULLETED = Attribute("List", "ListNumbering", "Disc")


class _OpenList(NamedTuple):
    """A list, its level and kind, and the body of its last item, in which a deeper list stands."""

    element: Element
    level: int
    bulleted: bool
    body: Element

    def goes_on(self, level: int, bulleted: bool) -> bool:
        """Whether an item may stand in it, or under an item of it."""
        return self.level < level or (self.level == level and self.bulleted == bulleted)


class OpenLists:
    """The lists that an item may go on with, the outermost first."""

    def __init__(self, drawn: Drawn) -> None:
        self._drawn = drawn
        self._open: list[_OpenList] = []

    def close(self) -> None:
        """What follows is no item."""
        self._open.clear()

    def add(
        self, parts: Sequence[LinePart], others: Sequence[Element], level: int, bulleted: bool
    ) -> list[Element]:
        """An item into its list; that list where it begins one that is inside no other.

        Its label is none of its source; `others` is what stands beside its words.
        """
        label, words = self._drawn.cut(parts, 0)
        body = Element("LBody", [*([Element("P", [*words])] if words else []), *others])
        item = Element("LI", [*([Element("Lbl", [*label])] if label else []), body])
        while self._open and not self._open[-1].goes_on(level, bulleted):
            self._open.pop()
        if self._open and self._open[-1].level == level:
            around = self._open.pop().element
            around.children.append(item)
            self._open.append(_OpenList(around, level, bulleted, body))
            return []
        attribute = _BULLETED if bulleted else NUMBERED
        begun = Element("L", [item], attributes=(attribute,))
        outermost = not self._open
        if not outermost:
            self._open[-1].body.children.append(begun)
        self._open.append(_OpenList(begun, level, bulleted, body))
        return [begun] if outermost else []
