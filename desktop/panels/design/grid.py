"""版心网格: characters a line, lines a page, size of type, leading, columns.

One number is turned, the others follow (`layouts.house.solving`), and all stay true to each other.
"""

from __future__ import annotations

from typing import cast

from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QToolButton, QVBoxLayout, QWidget

from desktop.panels.design.design import Design, PlaceTarget
from desktop.panels.design.fields import QuantityField, TypeSizeField
from desktop.panels.design.group import DesignGroup
from desktop.panels.design.laying import row_of
from desktop.panels.design.quantity import QuantityBox
from desktop.panels.forms.house import size_label
from desktop.widgets import LabelledControl, SegmentedControl
from desktop.words import spoken, tr
from layouts.house.solving import Held, Net, Turned, Unsolved, net_of, offers, turn, values_of
from layouts.units import POINTS_PER_MM


class GridGroup(DesignGroup):
    """The four numbers of the grid, what stays while one is turned, what they come to, and the
    columns.
    """

    def __init__(self, design: Design) -> None:
        super().__init__(design, "grid", expanded=True)

    def make(self) -> None:
        """Make the controls."""
        self.held = SegmentedControl(
            [
                (Held.TYPE, tr("字号行距"), None),
                (Held.MARGINS, tr("页边"), None),
                (Held.COUNTS, tr("字数行数"), None),
            ]
        )
        self.held.set_value(Held.TYPE)
        self.held.setToolTip(tr("改了一个数，另外几个跟着变；这里定什么不变"))
        self.measure, self.size_field = _CharactersField(self), _BodySizeField(self)
        self.leading = _LeadingField(self)
        self.rows = QuantityBox("rows", 5, 200, whole=True)
        self.rows.entered.connect(self._set_rows)
        self.rows_field = LabelledControl(tr("每面行数"), self.rows)
        self.fields += [self.measure, self.size_field, self.leading]
        self.body.addLayout(row_of(self.measure, self.rows_field))
        self.body.addLayout(row_of(self.size_field, self.leading))
        self.body.addWidget(self._says())
        self.body.addWidget(LabelledControl(tr("改一个数时保持"), self.held))
        self.gutter = self.add_field("grid.gutter")
        self.body.addLayout(row_of(self.add_field("grid.columns"), self.gutter))

    def _says(self) -> QWidget:
        """What the numbers come to, and sizes that fill the type area."""
        self.fits = QLabel()
        self.fits.setWordWrap(True)
        self.fits.setProperty("role", "quiet")
        self.offers = QToolButton()
        self.offers.setText(tr("合适的"))
        self.offers.setToolTip(tr("排满这个版心的字号和行距"))
        self.offers.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.offers.setProperty("role", "quiet-menu")
        self.menu = QMenu(self.offers)
        self.menu.aboutToShow.connect(self._fill_offers)
        self.offers.setMenu(self.menu)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.fits, 1)
        side = QVBoxLayout()
        side.addWidget(self.offers)
        side.addStretch(1)
        row.addLayout(side)
        return holder

    # -- following ---------------------------------------------------------------------------------

    def show_layout(self) -> None:
        """The grid as it is, and what it leaves over."""
        super().show_layout()
        layout = self.design.layout
        if layout is None:
            return
        self.rows.show_quantity(layout.grid.rows)
        self.rows_field.set_note("")
        self.fits.setText(fits_sentence(self.net()))
        self.gutter.setEnabled(layout.grid.columns > 1)

    def net(self) -> Net:
        """The grid as its four numbers."""
        return net_of(self.design.document)

    # -- acts --------------------------------------------------------------------------------------

    def turn(self, what: Turned, value: float, name: str) -> str | None:
        """Turn one number; a sentence where it goes nowhere."""
        try:
            return self.take(turn(self.net(), what, value, cast("Held", self.held.value())), name)
        except Unsolved as error:
            return spoken(error.wording)

    def take(self, net: Net, name: str) -> str | None:
        """Have the layout be set in a grid: what is the same as before is not said."""
        before, after = values_of(self.net()), values_of(net)
        values = {place: value for place, value in after.items() if value != before[place]}
        if self.design.own("grid.measure") is None and values.pop("grid.measure", None):
            # the margins say how many characters there are
            values["page.side"] = after["page.side"]
        return self.design.set_all(values, name)

    def _set_rows(self, rows: object) -> None:
        if isinstance(rows, float):
            self.rows_field.set_note(self.turn("rows", rows, tr("每面行数")) or "", "error")

    def _fill_offers(self) -> None:
        self.menu.clear()
        for offer in offers(self.net()):
            action = self.menu.addAction(offer_words(offer))
            action.triggered.connect(lambda _on=False, offer=offer: self._take_offer(offer))

    def _take_offer(self, offer: Net) -> None:
        self.design.another_visit()
        self.size_field.refuse(self.take(offer, tr("版心网格")))


class _CharactersField(QuantityField):
    """Characters a line, also where the layout leaves them to the margins."""

    def __init__(self, group: GridGroup) -> None:
        super().__init__(group.design, PlaceTarget(group.design, "grid.measure"))
        self._group = group

    def show_value(self, raw: object) -> None:
        """As many as there are."""
        layout = self.design.layout
        self.box.show_quantity(layout.grid.measure if layout is not None else None)

    def give(self, value: object) -> None:
        """Set the characters a line."""
        if isinstance(value, int):
            self.refuse(self._group.turn("measure", value, self.label.text()))


class _BodySizeField(TypeSizeField):
    """The size of body text."""

    def __init__(self, group: GridGroup) -> None:
        super().__init__(group.design, PlaceTarget(group.design, "grid.size"))
        self._group = group

    def give(self, value: object) -> None:
        """Set the size."""
        size = self.design.points(self.design.kind("grid.size"), value)
        if isinstance(size, float):
            self.refuse(self._group.turn("size", size, self.label.text()))
        elif value is not None:
            self.refuse(self.target.give(value))


class _LeadingField(QuantityField):
    """The distance of two lines, in points."""

    def __init__(self, group: GridGroup) -> None:
        super().__init__(group.design, PlaceTarget(group.design, "grid.leading"), unit="pt")
        self._group = group

    def show_value(self, raw: object) -> None:
        """In points, whatever the type's size."""
        grid = self.design.layout.grid if self.design.layout is not None else None
        if grid is not None:
            self.box.set_span(grid.size, 3 * grid.size)
            self.box.show_quantity(round(grid.leading, 2))

    def give(self, value: object) -> None:
        """Set the leading."""
        if isinstance(value, int | float):
            times = float(value) / self._group.net().size
            self.refuse(self._group.turn("leading", times, self.label.text()))


def fits_sentence(net: Net) -> str:
    """`版心 154 × 239 mm，每面 930 字`, and what of the height no line fills."""
    said = tr(
        "版心 {width} × {height} mm，每面 {count} 字",
        width=f"{net.area_width / POINTS_PER_MM:.1f}",
        height=f"{net.area_height / POINTS_PER_MM:.1f}",
        count=f"{net.columns * net.measure * net.rows:,}",
    )
    rest = f"{max(0.0, net.slack_down / POINTS_PER_MM):.1f}"
    left = tr("行数正好排满") if rest == "0.0" else tr("排满后下边余 {rest} mm", rest=rest)
    return f"{said}\n{left}"


def offer_words(net: Net) -> str:
    """`小四（12 pt） · 36 字 × 33 行 · 行距 20.6 pt`."""
    return tr(
        "{size}，{measure} 字 × {rows} 行，行距 {leading} pt",
        size=size_label(net.size),
        measure=net.measure,
        rows=net.rows,
        leading=f"{net.leading:.4g}",
    )
