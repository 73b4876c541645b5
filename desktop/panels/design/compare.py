"""与库存版式不同: every value that is another than the stock layout's, before and after, with a way
back for each.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from desktop.panels.design.design import Design, PlaceTarget, full_name
from desktop.panels.design.group import DesignGroup
from desktop.panels.design.values import shown_value
from desktop.panels.forms.form import link
from desktop.words import tr
from layouts.house.overlay import Difference


class CompareGroup(DesignGroup):
    """A line for each difference."""

    def __init__(self, design: Design) -> None:
        super().__init__(design, "title_zh")
        self.everything = link(tr("全部复位"), self.reset_all)
        self.rows = QGridLayout()
        self.rows.setHorizontalSpacing(8)
        self.rows.setVerticalSpacing(4)
        self.rows.setColumnStretch(0, 1)
        self.body.addLayout(self.rows)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.everything)
        self.body.addLayout(foot)
        self.buttons: dict[str, QPushButton] = {}

    def follow(self) -> None:
        """Count what differs; list it where the group is unfolded. It is there where nothing does:
        what stands below must not move while it is worked.
        """
        count = len(self.design.differences)
        same = tr("与库存版式相同")
        self.set_title(tr("与库存版式不同：{n} 处", n=count) if count else same)
        self.everything.setEnabled(bool(count))
        super().follow()

    def show_layout(self) -> None:
        """List the differences."""
        while (item := self.rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self.buttons.clear()
        for row, difference in enumerate(self.design.differences):
            self._add(row, difference)

    def _add(self, row: int, difference: Difference) -> None:
        place = difference.place
        name = full_name(place)
        said = QLabel(name)
        said.setWordWrap(True)
        was, now = (self._said(place, value) for value in (difference.stock, difference.own))
        values = QLabel(tr("{was} → {now}", was=was, now=now))
        values.setProperty("role", "quiet")
        values.setWordWrap(True)
        both = QWidget()
        column = QGridLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.setVerticalSpacing(0)
        column.addWidget(said, 0, 0)
        column.addWidget(values, 1, 0)
        back = link(tr("复位"), lambda: self._reset(place))
        back.setAccessibleName(tr("复位{name}", name=name))
        self.buttons[place] = back
        self.rows.addWidget(both, row, 0)
        self.rows.addWidget(back, row, 1, Qt.AlignmentFlag.AlignTop)

    def _said(self, place: str, value: object) -> str:
        if value is None:
            return tr("没有")
        return shown_value(self.design, PlaceTarget(self.design, place), value)

    def _reset(self, place: str) -> None:
        self.design.another_visit()
        self.design.set(place, None)

    def reset_all(self) -> None:
        """Give everything back to the stock layout."""
        self.design.reset_all()
