"""Where the house's words lie: the file's name, and how another one is taken."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QProcess, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from desktop.house import HouseFile, own_house_file
from desktop.widgets import MiddleElidedLabel, set_property
from desktop.words import tr


class HouseFileRow(QWidget):
    """Names the file. `other_wanted` and `own_wanted`: another, or the program's own; one that is
    `fixed` stays where it is.
    """

    other_wanted = Signal()
    own_wanted = Signal()

    def __init__(self, parent: QWidget | None = None, *, fixed: bool = False) -> None:
        super().__init__(parent)
        self._fixed = fixed
        self.path = MiddleElidedLabel()
        self.note = QLabel(wordWrap=True)
        set_property(self.note, "role", "warning")
        self.other = _link(tr("换一个文件…"), tr("几个人共用一份词表时，选网络盘上的文件"))
        self.other.clicked.connect(self.other_wanted)
        self.own = _link(tr("恢复为程序自带的位置"), str(own_house_file()))
        self.own.clicked.connect(self.own_wanted)
        self.other.setVisible(not fixed)
        label = QLabel(tr("刊物的词表") if fixed else tr("词表文件"))
        set_property(label, "role", "quiet")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        for column, widget in enumerate((label, self.path, self.own, self.other)):
            grid.addWidget(widget, 0, column)
        grid.addWidget(self.note, 1, 1, 1, 3)

    def show_file(self, file: HouseFile) -> None:
        """Name a file, and say where it is not there."""
        own = file.path == own_house_file()
        self.path.setText(str(file.path))
        self.path.setAccessibleName(tr("词表文件 {path}", path=str(file.path)))
        self.own.setVisible(not own and not self._fixed)
        missing = file.stamp is None and not own
        self.note.setText(
            tr("现在没有这个文件（也许网络盘没有连上）；按“确定”会新建。") if missing else ""
        )
        self.note.setVisible(missing)


def _link(text: str, tip: str) -> QPushButton:
    button = QPushButton(text)
    button.setToolTip(tip)
    button.setAutoDefault(False)
    set_property(button, "role", "link")
    return button


def open_in_text_editor(path: Path) -> bool:
    """Open a file in the system's text editor, whatever else is meant for its ending; whether it
    could be.
    """
    if sys.platform == "win32":
        return QProcess.startDetached("notepad.exe", [str(path)])[0]
    if sys.platform == "darwin":
        return QProcess.startDetached("open", ["-t", str(path)])[0]
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
