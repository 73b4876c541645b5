"""页流: the whole issue's flow at a glance.

Every page is a column, every article a tinted run in it.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from desktop.canvas.pictures import PictureStore
from desktop.icons import icon
from desktop.panels.ribbon_geometry import TOP
from desktop.panels.ribbon_view import RibbonView
from desktop.session import Session
from desktop.words import tr


class PageFlowRibbon(QWidget):
    """The page flow with its name at the left, and the switch for pictures of the pages.

    `page_requested`: a page (from 1) that should be shown; `pictures_switched`: pictures are shown
    now, or no longer; `menu_requested`: as in its view.
    """

    page_requested = Signal(int)
    menu_requested = Signal(QPoint)
    pictures_switched = Signal(bool)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = RibbonView(session, self)
        self.view.page_requested.connect(self.page_requested)
        self.view.menu_requested.connect(self.menu_requested)
        label = QLabel(tr("页流"), self)
        label.setProperty("role", "quiet")
        label.setBuddy(self.view)
        self.switch = QToolButton(self)
        self.switch.setCheckable(True)
        self.switch.setIcon(icon("single-page", "quiet"))
        self.switch.setToolTip(tr("在页流里显示版面缩略图"))
        self.switch.setAccessibleName(tr("显示版面缩略图"))
        self.switch.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.switch.toggled.connect(self._switch)
        side = QVBoxLayout()
        side.setContentsMargins(0, TOP, 12, TOP)
        side.setSpacing(4)
        side.addWidget(label)
        side.addWidget(self.switch)
        side.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 8, 0)
        row.setSpacing(0)
        row.addLayout(side)
        row.addWidget(self.view, 1)
        self.setFocusProxy(self.view)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def take_photos(self, photos: PictureStore) -> None:
        """Where the photos on pictures of the pages come from."""
        self.view.pictures.take_photos(photos)

    def show_pictures(self, shown: bool) -> None:
        """Show pictures of the pages under their tints, or the flow alone."""
        self.switch.setChecked(shown)

    def _switch(self, shown: bool) -> None:
        self.view.show_pictures(shown)
        self.pictures_switched.emit(shown)

    def set_page(self, number: int) -> None:
        """Frame a page (from 1): the one that is looked at."""
        self.view.set_page(number)
