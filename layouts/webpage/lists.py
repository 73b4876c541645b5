"""Items of lists as nested lists, each with the label that it is printed with."""

from __future__ import annotations

from typing import NamedTuple

from layouts.webpage.markup import Markup, element, escaped, raw


class _OpenLevel(NamedTuple):
    level: int
    name: str


class ListMarkup:
    """The lists that are open: items come one after the other, each with its level."""

    def __init__(self) -> None:
        self._open: list[_OpenLevel] = []

    @property
    def is_open(self) -> bool:
        """Whether an item stands open."""
        return bool(self._open)

    def item(self, level: int, label: str, said: Markup, *, bulleted: bool) -> Markup:
        """One more item, after what it closes; it stays open for what belongs to it."""
        name = "ul" if bulleted else "ol"
        closed = self._close_above(level)
        if self._open and self._open[-1].level == level:
            same = self._open[-1].name == name
            closed += "</li>" if same else self._end()
        opened = ""
        if not self._open or self._open[-1].level < level:
            self._open.append(_OpenLevel(level, name))
            opened = f'<{name} class="items">\n'
        sign = element("span", escaped(label), class_="label")
        line = element("div", sign, raw(" "), element("span", said), class_="item")
        return raw(f"{closed}{opened}<li>{line}")

    def close(self) -> Markup:
        """The ends of all that are open."""
        return raw(self._close_above(0))

    def _close_above(self, level: int) -> str:
        out = ""
        while self._open and self._open[-1].level > level:
            out += self._end()
        return out

    def _end(self) -> str:
        return f"</li></{self._open.pop().name}>\n"
