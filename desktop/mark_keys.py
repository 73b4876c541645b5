"""Keys that set marks or begin a page in a text, whatever they mean elsewhere in the window: Ctrl+=
is a subscript there and enlarges the pages here.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from layouts.issue.text import MarkKind

Key = Qt.Key
Modifier = Qt.KeyboardModifier

PLAIN = {
    Key.Key_B: MarkKind.BOLD,
    Key.Key_I: MarkKind.KAI,
    Key.Key_U: MarkKind.UNDERLINE,
    Key.Key_Equal: MarkKind.SUBSCRIPT,
}
"""With Ctrl."""

SHIFTED = {
    Key.Key_D: MarkKind.DOTS,
    Key.Key_Equal: MarkKind.SUPERSCRIPT,
    Key.Key_Plus: MarkKind.SUPERSCRIPT,
}
"""With Ctrl and Shift; where = with Shift is +, that is the key that comes."""


def kind_of(event: QKeyEvent) -> MarkKind | None:
    """The kind of mark that a key switches on or off; None for any other key.

    The plus of a number pad enlarges as ever.
    """
    modifiers = event.modifiers()
    if not modifiers & Modifier.ControlModifier or modifiers & (
        Modifier.AltModifier | Modifier.MetaModifier | Modifier.KeypadModifier
    ):
        return None
    return (SHIFTED if modifiers & Modifier.ShiftModifier else PLAIN).get(Key(event.key()))


def is_page_break(event: QKeyEvent) -> bool:
    """Whether a key begins a new page at the caret: Ctrl and Enter, alone."""
    is_enter = event.key() in {Key.Key_Return, Key.Key_Enter}
    modifiers = event.modifiers() & ~Modifier.KeypadModifier
    return is_enter and modifiers == Modifier.ControlModifier
