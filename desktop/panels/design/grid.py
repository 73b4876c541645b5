"""版心网格: characters a line, lines a page, size of type, leading, columns.

All stay consistent: what one of them asks for, the others and the margins follow.
"""

from __future__ import annotations

from PySide6.QtWidgets import QLabel

from desktop.panels.design.design import Design
from desktop.panels.design.group import Group
from desktop.panels.design.laying import row_of
from desktop.panels.design.quantity import QuantityBox
from desktop.widgets import LabelledControl
from desktop.words import tr
from layouts.house.layout import Grid
from layouts.units import POINTS_PER_MM


class GridGroup(Group):
    """The four numbers of the grid, what they come to, and the columns."""

    def __init__(self, design: Design) -> None:
        super().__init__(design, tr("版心网格"), expanded=True)
        self.measure = QuantityBox("em", 8, 120, whole=True)
        self.rows = QuantityBox("rows", 5, 200, whole=True)
        self.size_field = self.add_field("grid.size")
        self.leading = QuantityBox("pt", 5, 200)
        for box, act in (
            (self.measure, self._set_measure),
            (self.rows, self._set_rows),
            (self.leading, self._set_leading),
        ):
            box.entered.connect(act)
        self.measure_field = LabelledControl(tr("每行字数"), self.measure)
        self.rows_field = LabelledControl(tr("每面行数"), self.rows)
        self.leading_field = LabelledControl(tr("行距"), self.leading)
        self.body.addLayout(row_of(self.measure_field, self.rows_field))
        self.body.addLayout(row_of(self.size_field, self.leading_field))
        self.fits = QLabel()
        self.fits.setWordWrap(True)
        self.fits.setProperty("role", "quiet")
        self.body.addWidget(self.fits)
        self.body.addLayout(row_of(self.add_field("grid.columns"), self.add_field("grid.gutter")))

    def show_layout(self) -> None:
        """The grid as it is, and what it leaves over."""
        super().show_layout()
        layout = self.design.layout
        if layout is None:
            return
        grid = layout.grid
        self.measure.show_quantity(grid.measure)
        self.rows.show_quantity(grid.rows)
        self.leading.show_quantity(round(grid.leading, 2))
        for field in (self.measure_field, self.rows_field, self.leading_field):
            field.set_note("")
        self.fits.setText(fits_sentence(grid, self._least_foot()))
        self.fields[-1].setEnabled(grid.columns > 1)

    def _least_foot(self) -> float:
        foot = self.design.points(self.design.kind("page.foot"), self.design.own("page.foot"))
        return foot if isinstance(foot, float) else 0.0

    def _set_measure(self, _value: object) -> None: ...

    def _set_rows(self, _value: object) -> None: ...

    def _set_leading(self, _value: object) -> None: ...


def fits_sentence(grid: Grid, foot: float) -> str:
    """`版心 154 × 239 mm，每面 1,080 字；地脚上面余 0.3 mm`."""
    width, height = grid.area_width / POINTS_PER_MM, grid.area_height / POINTS_PER_MM
    count = round(grid.measure * grid.rows * grid.columns)
    left_over = (grid.height - grid.top - grid.area_height - foot) / POINTS_PER_MM
    return tr(
        "版心 {width} × {height} mm，每面 {count} 字；下边余 {rest} mm",
        width=f"{width:.1f}",
        height=f"{height:.1f}",
        count=f"{count:,}",
        rest=f"{max(0.0, left_over):.1f}",
    )
