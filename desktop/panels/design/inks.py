"""颜色: the inks of the layout, as they look and as they print."""

from __future__ import annotations

import re
from typing import cast

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QCheckBox,
    QColorDialog,
    QHBoxLayout,
    QInputDialog,
    QLabel,
    QToolButton,
    QWidget,
)

from desktop.icons import icon
from desktop.panels.design.buttons import small_button
from desktop.panels.design.design import Design, full_name, ink_name
from desktop.panels.design.fields import DOT
from desktop.panels.design.group import DesignGroup
from desktop.panels.design.laying import row_of
from desktop.panels.design.options import swatch
from desktop.panels.design.quantity import QuantityBox
from desktop.panels.forms.form import ChoiceBox, LineInput
from desktop.widgets import LabelledControl, set_property
from desktop.words import tr

PLATES = ("C", "M", "Y", "K")
HEX = re.compile("#?([0-9A-Fa-f]{6})")
KEY = re.compile(r"[A-Za-z0-9_-]{1,40}")


class InksGroup(DesignGroup):
    """Choose an ink; its colour on the screen, its plates, whether it may be a spot ink."""

    def __init__(self, design: Design) -> None:
        super().__init__(design, "inks")

    def make(self) -> None:
        """Make the controls."""
        self.ink = ""
        self.inks = ChoiceBox(self._choose)
        self.inks.setAccessibleName(tr("颜色"))
        self.inks.setIconSize(QSize(12, 12))
        self.dot = QToolButton()
        self.dot.setProperty("role", "differs")
        self.dot.setFixedSize(DOT, DOT)
        self.dot.setIcon(icon("dot", "accent"))
        self.dot.setToolTip(tr("与库存版式不同。点一下复位"))
        self.dot.setAccessibleName(tr("复位颜色"))
        self.dot.clicked.connect(lambda _checked=False: self._reset())
        self.new = small_button("add", tr("新颜色…"), self._add)
        self.drop = small_button("trash", tr("删除颜色"), self._reset)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.inks, 1)
        for button in (self.dot, self.new, self.drop):
            row.addWidget(button)
        self.body.addLayout(row)
        self._make_fields()

    def _make_fields(self) -> None:
        self.code = LineInput()
        self.code.setMaxLength(7)
        self.code.editingFinished.connect(self._code_written)
        self.picker = QToolButton()
        self.picker.setProperty("outlined", "true")
        self.picker.setToolTip(tr("选颜色"))
        self.picker.setAccessibleName(tr("选颜色"))
        self.picker.setIconSize(QSize(12, 12))
        self.picker.clicked.connect(self._pick)
        holder = QWidget()
        beside = QHBoxLayout(holder)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(4)
        beside.addWidget(self.code, 1)
        beside.addWidget(self.picker)
        holder.setFocusProxy(self.code)
        self.code.setAccessibleName(tr("屏幕颜色"))
        self.spot = QCheckBox(tr("可作专色"))
        self.spot.setToolTip(tr("导出时选了专色，用它的地方就印专色版"))
        self.spot.clicked.connect(self._switch_spot)
        self.rgb = LabelledControl(tr("屏幕颜色"), holder)
        self.body.addLayout(row_of(self.rgb, QWidget()))
        self.body.addWidget(self.spot)
        self.own_plates = QCheckBox(tr("自定四色"))
        self.own_plates.setToolTip(tr("不由屏幕颜色换算，四块版各印百分之几由这里定"))
        self.own_plates.clicked.connect(self._switch_plates)
        self.body.addWidget(self.own_plates)
        self.plates = [QuantityBox("", 0, 100, whole=True) for _ in PLATES]
        for box, plate in zip(self.plates, PLATES, strict=True):
            box.entered.connect(self._plates_entered)
            box.setMinimumWidth(48)
            box.setAccessibleName(tr("{plate} 版，百分之几", plate=plate))
        self.plate_row = QWidget()
        row = row_of(
            *(LabelledControl(f"{p} %", box) for p, box in zip(PLATES, self.plates, strict=True))
        )
        row.setContentsMargins(0, 0, 0, 0)
        self.plate_row.setLayout(row)
        self.body.addWidget(self.plate_row)
        self.note = QLabel()
        self.note.setWordWrap(True)
        set_property(self.note, "role", "error")
        self.note.hide()
        self.body.addWidget(self.note)

    # -- following ---------------------------------------------------------------------------------

    def show_layout(self) -> None:
        """The ink chosen as it is now."""
        known = [key for key in self.design.scope.inks if key != "black"]
        if self.ink not in known:
            self.ink = known[0] if known else ""
        self.inks.offer([(key, ink_name(key)) for key in known])
        for row, key in enumerate(known):
            self.inks.setItemIcon(row, swatch(self.design.scope.inks.get(key)))
        self.inks.show_value(self.ink)
        for widget in (self.rgb, self.own_plates, self.plate_row):
            widget.setEnabled(bool(self.ink))
        rgb, cmyk, spot = self._parts()
        self.code.setText(rgb)
        self.picker.setIcon(swatch(self.design.scope.inks.get(self.ink)))
        # without one declared it is the red: as the layout is built
        by_itself = self.ink == "red" and not self._spots()
        self.spot.setChecked(spot or by_itself)
        self.spot.setEnabled(bool(self.ink) and not by_itself)
        self.own_plates.setChecked(cmyk is not None)
        self.plate_row.setVisible(cmyk is not None)
        for box, part in zip(self.plates, cmyk or [0, 0, 0, 0], strict=True):
            box.show_quantity(part)
        place = f"inks.{self.ink}"
        stock, own = self.design.stock(place), self.design.own(place)
        self.dot.setVisible(stock is not None and stock != own)
        self.drop.setVisible(bool(self.ink) and stock is None)
        self._say(None)

    def _spots(self) -> list[str]:
        """The inks declared to be spot inks: one, or none."""
        return [key for key in self.design.scope.inks if self._parts(key)[2]]

    def _parts(self, ink: str = "") -> tuple[str, list[float] | None, bool]:
        """Colour, plates and whether it is declared a spot ink, of the one chosen or another."""
        ink = ink or self.ink
        raw = self.design.own(f"inks.{ink}") if ink else None
        if isinstance(raw, dict):
            table = cast("dict[str, object]", raw)
            cmyk = cast("list[float] | None", table.get("cmyk"))
            return str(table.get("rgb", "")), cmyk, table.get("spot") is True
        return str(raw or ""), None, False

    def _percents(self) -> list[float]:
        return [round(box.quantity() or 0) for box in self.plates]

    # -- acts --------------------------------------------------------------------------------------

    def _choose(self, key: object) -> None:
        self.ink = str(key)
        self.design.another_visit()
        self.show_layout()

    def _give(self, **parts: object) -> None:
        self._say(self.design.set(f"inks.{self.ink}", self._written(self.ink, **parts)))

    def _written(self, ink: str, **parts: object) -> object:
        """An ink as a layout has it, with some of it otherwise."""
        rgb, cmyk, spot = self._parts(ink)
        table: dict[str, object] = {"rgb": rgb, "cmyk": cmyk, "spot": spot, **parts}
        plain = table["cmyk"] is None and not table["spot"]
        kept = {key: value for key, value in table.items() if value not in (None, False)}
        return table["rgb"] if plain else kept

    def _code_written(self) -> None:
        match = HEX.fullmatch(self.code.text().strip())
        rgb = self._parts()[0]
        if match is None:
            self._say(tr("颜色写成 # 和六位十六进制数，例如 #C8161D"))
        elif f"#{match[1]}".upper() != rgb.upper():
            self._give_rgb(f"#{match[1]}".upper())

    def _give_rgb(self, rgb: str) -> None:
        """Another colour. Plates that are the stock layout's, of the colour it has, go with it:
        else the old colour would be printed.
        """
        cmyk = self._parts()[1]
        stock = self.design.stock(f"inks.{self.ink}")
        of_stock = isinstance(stock, dict) and cast("dict[str, object]", stock).get("cmyk") == cmyk
        self._give(rgb=rgb, cmyk=None if of_stock else cmyk)

    def _pick(self) -> None:
        dialog = QColorDialog(QColor(self._parts()[0]), self)
        dialog.setWindowTitle(tr("选颜色"))
        dialog.setOption(QColorDialog.ColorDialogOption.DontUseNativeDialog)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.currentColorChanged.connect(self._take_colour)
        rgb, cmyk, _ = self._parts()
        dialog.rejected.connect(lambda: self._give(rgb=rgb, cmyk=cmyk))
        dialog.open()

    def _take_colour(self, colour: QColor) -> None:
        if colour.isValid():
            self._give_rgb(colour.name().upper())

    def _switch_spot(self, on: bool) -> None:
        # a layout has one: it goes from the one to the other
        others = [key for key in self._spots() if on and key != self.ink]
        values = {f"inks.{key}": self._written(key, spot=False) for key in others}
        values[f"inks.{self.ink}"] = self._written(self.ink, spot=on)
        self._say(self.design.set_all(values, full_name(f"inks.{self.ink}")))

    def _plates_entered(self, _value: object) -> None:
        self._give(cmyk=self._percents())

    def _switch_plates(self, on: bool) -> None:
        colour = QColor(self._parts()[0])
        parts = (colour.cyanF(), colour.magentaF(), colour.yellowF(), colour.blackF())
        plates = [round(100 * part) for part in parts]
        self._give(cmyk=plates if on else None)

    def _add(self) -> None:
        name, agreed = QInputDialog.getText(
            self, tr("新颜色"), tr("名字（字母、数字和连字符，例如 green）")
        )
        name = name.strip()
        if not agreed:
            return
        if not KEY.fullmatch(name) or name in self.design.scope.inks:
            self._say(tr("名字要用字母、数字和连字符，而且没有用过"))
            return
        said = self.design.set(f"inks.{name}", "#1B4F8F")
        if said is None:
            self.ink = name
            self.design.follow()
            self.show_layout()
        self._say(said)

    def _reset(self) -> None:
        self._say(self.design.set(f"inks.{self.ink}", None))

    def _say(self, sentence: str | None) -> None:
        self.note.setText(sentence or "")
        self.note.setVisible(bool(sentence))
