"""更换版式: page 1 of the open issue in every layout; one click sets it in that one."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop.relaying import Laid, Looks, layout_title, layouts_for
from desktop.tasks import Tasks
from desktop.widgets import set_property
from desktop.window_parts.geometry import roomy
from desktop.window_parts.picture_list import SPACING, PictureList
from desktop.words import tr
from layouts.issue.issue import Issue

LARGE = QSize(160, 226)
"""Pixels of a picture: its headlines can be read."""


class LayoutGallery(QDialog):
    """`chosen` carries the name of a layout; the dialog is gone then."""

    chosen = Signal(str)

    def __init__(self, issue: Issue, tasks: Tasks, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("layout-gallery")
        self.setWindowTitle(tr("更换版式"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._issue = issue
        self.layouts = PictureList(tr("版式"), picture=LARGE)
        self.layouts.setViewportMargins(-SPACING, 0, 0, 0)  # the one in use stands out, and whole
        self.layouts.chosen.connect(self._choose)
        for name in layouts_for(issue):
            self.layouts.add(self._title(name), name)
        self.layouts.mark(issue.layout)
        self._put_together()
        self._looks = Looks(tasks, self)
        self._looks.came.connect(self._take)
        width = round(LARGE.width() * self.devicePixelRatioF())
        self._looks.draw(issue, layouts_for(issue), width)
        self.layouts.setFocus()

    def _title(self, name: str, pages: int = 0) -> str:
        title = layout_title(name, self._issue)
        parts = [title]
        if pages:
            parts.append(tr("{n} 页", n=pages))
        if name == self._issue.layout:
            parts.append(tr("现在用的"))
        return f"{title}\n{' · '.join(parts[1:])}"

    def _put_together(self) -> None:
        hint = QLabel(tr("这是本期第 1 页在各个版式里的样子。点一个就换好；不合适，撤销就换回来。"))
        hint.setWordWrap(True)
        set_property(hint, "role", "quiet")
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        sheet = QWidget()
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.layouts)
        column.addStretch(1)
        area.setWidget(sheet)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(tr("取消"))
        buttons.rejected.connect(self.reject)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 16)
        box.setSpacing(16)
        box.addWidget(hint)
        box.addWidget(area, 1)
        box.addWidget(buttons)
        roomy(self, 680, 712)

    def _take(self, laid: Laid) -> None:
        row = self.layouts.values().index(laid.name)
        self.layouts.item(row).setText(self._title(laid.name, laid.pages))
        self.layouts.show_pictures({laid.name: laid.picture})

    def _choose(self, name: object) -> None:
        self.accept()
        self.chosen.emit(str(name))

    def done(self, result: int) -> None:
        """Close; pictures still to come are no longer wanted."""
        self._looks.give_up()
        super().done(result)
