"""HTML as a type of its own: what is no `Markup` yet can only become one escaped."""

from __future__ import annotations

from functools import lru_cache
from html import escape
from typing import NewType

from layouts.issue.text import LINE_BREAK
from layouts.sound_text import unsound

Markup = NewType("Markup", str)
"""HTML that is whole and safe: made by the functions here alone."""

NOTHING = Markup("")

_VOID = frozenset({"br", "hr", "img", "link", "meta"})
"""Elements without an end (HTML 13.1.2)."""


def escaped(string: str) -> Markup:
    """Text as HTML, the ends of lines that the editor broke kept."""
    return Markup(escape(sound(string), quote=False).replace(LINE_BREAK, "<br>"))


def sound(string: str) -> str:
    """Text without the characters that HTML may not hold (13.1.1, Infra 4.5), each replaced, and
    without those that turn its direction.
    """
    return string.translate(_table())


@lru_cache(maxsize=1)
def _table() -> dict[int, str]:
    return {**unsound(), 0x0D: "\n"}


def joined(*parts: Markup) -> Markup:
    """Pieces one after the other."""
    return Markup("".join(parts))


def lines(*parts: Markup) -> Markup:
    """Pieces on lines of their own, empty ones left out."""
    return Markup("\n".join(part for part in parts if part))


def element(name: str, /, *content: Markup, **attributes: str | int | None) -> Markup:
    """An element. Attributes are written with `_` for `-`, `class_` for `class`; one that is None
    is left out, an empty one stands without a value.
    """
    inside = joined(*content)
    start = f"<{name}{''.join(map(_attribute, attributes.items()))}>"
    return Markup(start if name in _VOID else f"{start}{inside}</{name}>")


def _attribute(item: tuple[str, str | int | None]) -> str:
    key, value = item
    if value is None:
        return ""
    name = key.rstrip("_").replace("_", "-")
    said = escape(sound(str(value)).replace(LINE_BREAK, " "), quote=True)
    return f' {name}="{said}"' if said or name in {"alt", "class"} else f" {name}"


def raw(markup: str) -> Markup:
    """What the program itself wrote as HTML: style sheets, tags of its own."""
    return Markup(markup)
