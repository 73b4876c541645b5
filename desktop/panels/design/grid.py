"""版心网格: characters a line, lines a page, size of type, leading, columns.

All stay consistent: what one of them asks for, the others and the margins follow.
"""

from __future__ import annotations

from PySide6.QtWidgets import QLabel

from desktop.panels.design.design import Design, PlaceTarget
from desktop.panels.design.fields import QuantityField, SizeField
from desktop.panels.design.grid_values import for_leading, for_measure, for_rows, for_size
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
        super().__init__(design, "grid", expanded=True)
        self.measure = _MeasureField(design)
        self.rows = QuantityBox("rows", 5, 200, whole=True)
        self.rows.entered.connect(self._set_rows)
        self.rows_field = LabelledControl(tr("每面行数"), self.rows)
        self.size_field, self.leading = _BodySizeField(design), _LeadingField(design)
        self.fields += [self.measure, self.size_field, self.leading]
        self.body.addLayout(row_of(self.measure, self.rows_field))
        self.body.addLayout(row_of(self.size_field, self.leading))
        self.fits = QLabel()
        self.fits.setWordWrap(True)
        self.fits.setProperty("role", "quiet")
        self.body.addWidget(self.fits)
        self.gutter = self.add_field("grid.gutter")
        self.body.addLayout(row_of(self.add_field("grid.columns"), self.gutter))

    def show_layout(self) -> None:
        """The grid as it is, and what it leaves over."""
        super().show_layout()
        layout = self.design.layout
        if layout is None:
            return
        grid = layout.grid
        self.rows.show_quantity(grid.rows)
        self.rows_field.set_note("")
        self.fits.setText(fits_sentence(grid, self.design.length("page.foot")))
        self.gutter.setEnabled(grid.columns > 1)

    def _set_rows(self, rows: object) -> None:
        if isinstance(rows, float):
            values = for_rows(self.design, round(rows))
            said = self.design.set_all(values, tr("每面行数"))
            self.rows_field.set_note(said or "", "error")


class _MeasureField(QuantityField):
    """Characters a line, also where the layout leaves them to the margins."""

    def __init__(self, design: Design) -> None:
        super().__init__(design, PlaceTarget(design, "grid.measure"))

    def show_value(self, raw: object) -> None:
        """As many as there are."""
        layout = self.design.layout
        self.box.show_quantity(layout.grid.measure if layout is not None else None)

    def give(self, value: object) -> None:
        """Set the characters a line; the margins follow."""
        if isinstance(value, int):
            self.refuse(self.design.set_all(for_measure(self.design, value), spoken_name(self)))


class _BodySizeField(SizeField):
    """The size of body text: as many characters as fill the width there is."""

    def __init__(self, design: Design) -> None:
        super().__init__(design, PlaceTarget(design, "grid.size"))

    def give(self, value: object) -> None:
        """Set the size; the characters a line follow."""
        if value != self.target.own():
            self.refuse(self.design.set_all(for_size(self.design, value), spoken_name(self)))
        else:
            self.refuse(None)


class _LeadingField(QuantityField):
    """The distance of two lines, in points."""

    def __init__(self, design: Design) -> None:
        super().__init__(design, PlaceTarget(design, "grid.leading"), unit="pt")
        self.box.setSingleStep(0.5)

    def show_value(self, raw: object) -> None:
        """In points, whatever the type's size."""
        grid = self.design.layout.grid if self.design.layout is not None else None
        if grid is not None:
            self.box.set_span(grid.size, 3 * grid.size)
            self.box.show_quantity(round(grid.leading, 2))

    def give(self, value: object) -> None:
        """Set the leading; the lines a page follow."""
        if isinstance(value, int | float):
            said = self.design.set_all(for_leading(self.design, float(value)), spoken_name(self))
            self.refuse(said)


def spoken_name(field: QuantityField | SizeField) -> str:
    """What a field is called."""
    return field.label.text()


def fits_sentence(grid: Grid, foot: float) -> str:
    """`版心 154 × 239 mm，每面 1,080 字`, and what is left over below."""
    width, height = grid.area_width / POINTS_PER_MM, grid.area_height / POINTS_PER_MM
    count = round(grid.measure * grid.rows * grid.columns)
    left_over = (grid.height - grid.top - grid.area_height - foot) / POINTS_PER_MM
    rest = f"{max(0.0, left_over):.1f}"
    said = tr(
        "版心 {width} × {height} mm，每面 {count} 字",
        width=f"{width:.1f}",
        height=f"{height:.1f}",
        count=f"{count:,}",
    )
    left = tr("行数正好排满") if rest == "0.0" else tr("排满后下边余 {rest} mm", rest=rest)
    return f"{said}\n{left}"
