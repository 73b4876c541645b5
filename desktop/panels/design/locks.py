"""锁定: of each part of an issue whether its place, its style and its content are locked."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QToolButton

from desktop.icons import icon
from desktop.panels.design.design import Design
from desktop.panels.design.fields import DOT
from desktop.panels.design.group import DesignGroup
from desktop.words import spoken, tr
from layouts.house.locks import ASPECTS, PARTS


class LocksGroup(DesignGroup):
    """A line for each part, a box for each aspect of it."""

    def __init__(self, design: Design) -> None:
        super().__init__(design, "locks")

    def make(self) -> None:
        """Make the controls."""
        about = QLabel(tr("勾上的，做一期的人动不了。“视图”里的“锁定部分”在页面上标出来。"))
        about.setWordWrap(True)
        about.setProperty("role", "quiet")
        self.body.addWidget(about)
        grid = QGridLayout()
        grid.setHorizontalSpacing(4)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(0, 1)
        for column, aspect in enumerate(ASPECTS, 2):
            head = QLabel(spoken(ASPECTS[aspect]()))
            head.setProperty("role", "quiet")
            grid.addWidget(head, 0, column, Qt.AlignmentFlag.AlignHCenter)
        self.boxes: dict[tuple[str, str], QCheckBox] = {}
        self.dots: dict[str, QToolButton] = {}
        for row, part in enumerate(PARTS, 1):
            self._add(grid, row, part)
        self.body.addLayout(grid)

    def _add(self, grid: QGridLayout, row: int, part: str) -> None:
        name = spoken(PARTS[part]())
        grid.addWidget(QLabel(name), row, 0)
        dot = QToolButton()
        dot.setProperty("role", "differs")
        dot.setFixedSize(DOT, DOT)
        dot.setIcon(icon("dot", "accent"))
        dot.setToolTip(tr("与库存版式不同。点一下复位"))
        dot.setAccessibleName(tr("复位{name}", name=name))
        dot.clicked.connect(lambda _checked=False: self._give(part, None))
        keeps = dot.sizePolicy()
        keeps.setRetainSizeWhenHidden(True)
        dot.setSizePolicy(keeps)
        self.dots[part] = dot
        grid.addWidget(dot, row, 1)
        for column, aspect in enumerate(ASPECTS, 2):
            box = QCheckBox()
            box.setAccessibleName(
                tr("{part}：锁定{aspect}", part=name, aspect=spoken(ASPECTS[aspect]()))
            )
            box.setFixedWidth(44)
            box.setStyleSheet("QCheckBox { padding-left: 14px; }")
            box.clicked.connect(lambda _checked=False: self._chosen(part))
            self.boxes[part, aspect] = box
            grid.addWidget(box, row, column)

    def show_layout(self) -> None:
        """What is locked now."""
        for part, dot in self.dots.items():
            own, stock = self.design.own(f"locks.{part}"), self.design.stock(f"locks.{part}")
            locked = _plain(own)
            for aspect in ASPECTS:
                self.boxes[part, aspect].setChecked(aspect in locked)
            dot.setVisible(locked != _plain(stock))

    def _chosen(self, part: str) -> None:
        self._give(
            part, [str(aspect) for aspect in ASPECTS if self.boxes[part, aspect].isChecked()]
        )

    def _give(self, part: str, aspects: list[str] | None) -> None:
        place = f"locks.{part}"
        if aspects is not None and set(aspects) == set(_plain(self.design.stock(place))):
            aspects = None
        self.design.another_visit()
        self.design.set(place, aspects)


def _plain(value: object) -> list[str]:
    """A list of aspects, in one order."""
    return sorted(cast("list[str]", value)) if isinstance(value, list) else []
