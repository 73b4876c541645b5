"""Marked text taken hold of: a press on it that moves carries it away, one that does not puts the
caret there.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QDrag

from desktop.canvas.context import Context
from desktop.carrying import carried


def carry(context: Context) -> None:
    """Drag the marked text until it is let go, here or in another program; it stays here unless it
    is let go here.
    """
    owner, data = context.viewport.owner, carried(context.session)
    if owner is None or data is None:
        return
    # the drag has the mouse now: what is let go is heard of by a drop
    context.mouse.begin(None)
    drag = QDrag(owner)
    drag.setMimeData(data)
    drag.exec(Qt.DropAction.CopyAction | Qt.DropAction.MoveAction, Qt.DropAction.MoveAction)
