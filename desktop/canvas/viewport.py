"""What the pages are seen through: its size, how far it is scrolled, its cursor.

Camera, caret and gestures know no more of the widget.
"""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QObject, QPoint, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QAbstractScrollArea

LINE = 24
"""What an arrow key scrolls, logical pixels."""

AROUND = 2
"""Logical pixels repainted around an area: what smoothing may have touched."""


class Viewport(Protocol):
    """What is asked of the widget. Sizes and distances are logical pixels."""

    @property
    def size(self) -> QSizeF:
        """How much of the pasteboard is seen."""
        ...

    @property
    def dpi(self) -> float:
        """Logical pixels per inch at 100 %."""
        ...

    @property
    def ratio(self) -> float:
        """Pixels of the screen per logical pixel."""
        ...

    @property
    def scrolled(self) -> QPoint:
        """How far the pasteboard is scrolled to the left and up."""
        ...

    @property
    def room_for_bar(self) -> float:
        """What a scroll bar that is not shown yet will take of the width."""
        ...

    @property
    def has_focus(self) -> bool:
        """Whether keys come here."""
        ...

    @property
    def font(self) -> QFont:
        """The window's type, for labels."""
        ...

    @property
    def owner(self) -> QObject | None:
        """What timers belong to, so that none outlives the widget."""
        ...

    def reach(self, pasteboard: QSizeF) -> None:
        """The pasteboard is so large from now on: no further can it be scrolled."""

    def scroll_to(self, across: float, down: float) -> None:
        """Scroll as far as the pasteboard reaches."""

    def update(self, area: QRectF | None = None) -> None:
        """Have an area painted anew, all of it without one."""

    def set_cursor(self, shape: Qt.CursorShape | None) -> None:
        """Show a cursor, None for the usual one."""

    def take_focus(self) -> None:
        """Have keys come here."""


class ScrollingViewport:
    """A scroll area as such a window."""

    def __init__(self, area: QAbstractScrollArea) -> None:
        self.owner = area
        self._across, self._down = area.horizontalScrollBar(), area.verticalScrollBar()
        for bar in (self._across, self._down):
            bar.setSingleStep(LINE)

    @property
    def size(self) -> QSizeF:
        """What the scroll bars leave of the widget."""
        return QSizeF(self.owner.viewport().size())

    @property
    def dpi(self) -> float:
        """The screen's; both directions are taken to be alike."""
        return self.owner.logicalDpiX()

    @property
    def ratio(self) -> float:
        """Not whole at 125 or 150 %."""
        return self.owner.devicePixelRatioF()

    @property
    def scrolled(self) -> QPoint:
        """As the bars stand: whole logical pixels."""
        return QPoint(self._across.value(), self._down.value())

    @property
    def room_for_bar(self) -> float:
        """Nothing once the bar is shown: `size` is without it then."""
        return 0 if self._down.isVisible() else self._down.sizeHint().width()

    @property
    def has_focus(self) -> bool:
        """The area's, not its viewport's: the area takes the keys."""
        return self.owner.hasFocus()

    @property
    def font(self) -> QFont:
        """The widget's, which follows the style and the system."""
        return self.owner.font()

    def reach(self, pasteboard: QSizeF) -> None:
        """From 0 to what does not fit, in whole logical pixels; nothing where all of it fits."""
        seen = self.size
        for bar, whole, part in (
            (self._across, pasteboard.width(), seen.width()),
            (self._down, pasteboard.height(), seen.height()),
        ):
            bar.setRange(0, max(0, round(whole - part)))
            bar.setPageStep(round(part))

    def scroll_to(self, across: float, down: float) -> None:
        """Whole logical pixels; the bars hold it to their range."""
        self._across.setValue(round(across))
        self._down.setValue(round(down))

    def update(self, area: QRectF | None = None) -> None:
        """Grown outwards to whole pixels, and by `AROUND`."""
        if area is None:
            self.owner.viewport().update()
        else:
            self.owner.viewport().update(
                area.toAlignedRect().adjusted(-AROUND, -AROUND, AROUND, AROUND)
            )

    def set_cursor(self, shape: Qt.CursorShape | None) -> None:
        """On the viewport: the bars keep the arrow."""
        if shape is None:
            self.owner.viewport().unsetCursor()
        else:
            self.owner.viewport().setCursor(shape)

    def take_focus(self) -> None:
        """Where the window is not active, as soon as it is."""
        self.owner.setFocus()
