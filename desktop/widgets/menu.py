"""A menu that says why an entry cannot be chosen."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QMenu, QToolTip


class HintedMenu(QMenu):
    """Calm where everything can be chosen: only a greyed entry has a hint."""

    def event(self, event: QEvent) -> bool:
        """Show the hint of a greyed entry under the pointer."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            hints = (
                action.toolTip()
                for action in self.actions()
                if not action.isEnabled() and self.actionGeometry(action).contains(event.pos())
            )
            QToolTip.showText(event.globalPos(), next(hints, ""), self)
            return True
        return super().event(event)


def with_letter(text: str, letter: str) -> str:
    """A menu's title with the letter that opens it with Alt, as Windows writes it: `&File`,
    `文件(&F)`.
    """
    at = text.upper().find(letter) if letter else -1
    if at >= 0:
        return f"{text[:at]}&{text[at:]}"
    return f"{text}(&{letter})" if letter else text
