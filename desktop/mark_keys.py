"""Keys that set marks or begin a page in a text, whatever they mean elsewhere in the window: Ctrl+=
is a subscript there and enlarges the pages here.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from layouts.issue.text import MarkKind

Key = Qt.Key
Modifier = Qt.KeyboardModifier

CONTROL = Modifier.ControlModifier
SHIFTED = CONTROL | Modifier.ShiftModifier
ALT = Modifier.AltModifier

KINDS = {
    (CONTROL, Key.Key_B): MarkKind.BOLD,
    (CONTROL, Key.Key_I): MarkKind.KAI,
    (CONTROL, Key.Key_U): MarkKind.UNDERLINE,
    (CONTROL, Key.Key_Equal): MarkKind.SUBSCRIPT,
    # where = with Shift is +, that is the key that comes
    (SHIFTED, Key.Key_Equal): MarkKind.SUPERSCRIPT,
    (SHIFTED, Key.Key_Plus): MarkKind.SUPERSCRIPT,
    (ALT, Key.Key_Period): MarkKind.DOTS,
}
"""Which keys, held with which others."""


def kind_of(event: QKeyEvent) -> MarkKind | None:
    """The kind of mark that a key switches on or off; None for any other key.

    The plus of a number pad enlarges as ever.
    """
    return KINDS.get((event.modifiers(), Key(event.key())))


def is_page_break(event: QKeyEvent) -> bool:
    """Whether a key begins a new page at the caret: Ctrl and Enter, alone."""
    is_enter = event.key() in {Key.Key_Return, Key.Key_Enter}
    modifiers = event.modifiers() & ~Modifier.KeypadModifier
    return is_enter and modifiers == Modifier.ControlModifier
