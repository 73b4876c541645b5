"""Letters that a symbol font shows as signs."""

from __future__ import annotations

from layouts.importing.symbols import symbol

_FIRST, _SHOWN = 0xF000, range(0x20, 0x100)


def in_letters(font: str, text: str) -> str:
    """What a text in a symbol font looks like, in characters that any font has.

    Such fonts keep their signs at U+F000 and up; some programs leave that off.
    """
    return "".join(_sign(font, character) for character in text)


def is_known(text: str) -> bool:
    """Whether none of its characters is one that only some font of its writer has."""
    return not any("\ue000" <= character <= "\uf8ff" for character in text)


def _sign(font: str, character: str) -> str:
    code = ord(character)
    shown = symbol(font, chr(_FIRST + code) if code in _SHOWN else character)
    return shown if code not in _SHOWN or is_known(shown) else character
