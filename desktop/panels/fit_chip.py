"""The chip of the status bar that counts pages: whether the issue ends well, and a click to have it
fitted.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QToolButton

from desktop.icons import icon
from desktop.panels.fit_state import FitState, chip_hint, chip_text
from desktop.widgets import set_property
from desktop.words import tr


class FitChip(QToolButton):
    """`again`: an issue that no longer ends well is to be fitted again. Else a click opens the
    menu of aims, which the window gives it.
    """

    again = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("fit-chip")
        self.setProperty("role", "chip")
        self.setIconSize(QSize(14, 14))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(self._click)
        self._ends_badly = False

    def show_state(self, state: FitState, *, folded: bool) -> None:
        """Say how the issue ends."""
        self._ends_badly = state.aim is not None and not state.ends_well
        text = chip_text(state, folded=folded)
        if text != self.text():
            self.setText(text)
            self.setAccessibleName(tr("{sentence}，整页适配", sentence=text))
        style = Qt.ToolButtonStyle
        self.setIcon(icon("warning"))
        self.setToolButtonStyle(
            style.ToolButtonTextBesideIcon if self._ends_badly else style.ToolButtonTextOnly
        )
        self.setToolTip(chip_hint(state, folded=folded))
        popup = QToolButton.ToolButtonPopupMode
        mode = popup.MenuButtonPopup if self._ends_badly else popup.InstantPopup
        if mode is not self.popupMode():
            self.setPopupMode(mode)
        set_property(self, "level", "warning" if self._ends_badly else "none")
        self.setVisible(bool(text))

    def _click(self) -> None:
        if self._ends_badly:
            self.again.emit()
