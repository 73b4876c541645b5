"""What is aimed at: whole pages, so many of them, a multiple of four."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from desktop.dialogs.numbers import number_field
from desktop.widgets import SegmentedControl
from desktop.words import tr
from layouts.fitting.aim import Aim, AimKind

SHEET = 4
"""Pages of a folded sheet."""

MOST = 999

PATIENCE = 500
"""Milliseconds after a number was typed before it is aimed at."""


class AimChooser(QWidget):
    """`chosen` carries the aim that the editor set, by mouse or keys."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.kind = SegmentedControl(
            [
                (AimKind.WHOLE, tr("排满整页"), None),
                (AimKind.PAGES, tr("指定页数"), None),
                (AimKind.MULTIPLE, tr("4 的倍数"), None),
            ]
        )
        self.kind.setAccessibleName(tr("适配目标"))
        self.pages = number_field(1, MOST, SHEET)
        self.pages.setAccessibleName(tr("页数"))
        self._unit = QLabel(tr("页"))
        self._later = QTimer(self, interval=PATIENCE, singleShot=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for part in (self.kind, self.pages, self._unit):
            row.addWidget(part)
        for part in (self.pages, self._unit):  # else the choices move from under the mouse
            policy = part.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            part.setSizePolicy(policy)
        self.kind.valueChanged.connect(self._choose)
        self.pages.valueChanged.connect(self._wait)
        self._later.timeout.connect(self._choose)

    def show_aim(self, aim: Aim, pages: int) -> None:
        """Show an aim as chosen, silently; `pages` is what a number begins with."""
        self.kind.set_value(aim.kind)
        before = self.pages.blockSignals(True)
        self.pages.setValue(aim.number if aim.kind is AimKind.PAGES else max(1, pages))
        self.pages.blockSignals(before)
        self._show_number()

    def ask_number(self) -> None:
        """Have the number typed over, where one is aimed at."""
        if self.kind.value() is AimKind.PAGES:
            self.pages.setFocus()
            self.pages.selectAll()

    @property
    def aim(self) -> Aim:
        """The aim that is shown."""
        kind = self.kind.value()
        if kind is AimKind.PAGES:
            return Aim(AimKind.PAGES, self.pages.value())
        return Aim(AimKind.MULTIPLE, SHEET) if kind is AimKind.MULTIPLE else Aim()

    def _wait(self, _pages: int) -> None:
        self._later.start()

    def _show_number(self) -> None:
        shown = self.kind.value() is AimKind.PAGES
        self.pages.setVisible(shown)
        self._unit.setVisible(shown)

    def _choose(self, _kind: object = None) -> None:
        self._later.stop()
        self._show_number()
        self.chosen.emit(self.aim)
