"""Controls for the settings of a layout, made from what each setting takes."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from desktop.icons import icon
from desktop.panels.design.design import Design, SettingTarget
from desktop.panels.design.options import SWATCH, ink_options, swatch
from desktop.panels.design.quantity import QuantityBox, with_unit
from desktop.panels.design.type_size import TypeSizeBox
from desktop.panels.design.values import in_unit, shown_value, span_of, written_as
from desktop.panels.forms.form import ChoiceBox, LineInput
from desktop.widgets import GrowingLine, SegmentedControl, set_property
from desktop.words import language, spoken, tr
from layouts.house.kinds import Choice, Flag, Kind, Length, PartOfEm, Reference, Whole
from layouts.house.names import Unit
from layouts.house.text_style import Align

NEAR = 1e-6

DOT = 16
"""Pixels of the button that says a value is another than the stock layout's."""


class DesignField(QWidget):
    """One setting: its name, the dot that tells it from the stock layout's and gives that back, its
    control, and the sentence where a value is refused.
    """

    def __init__(self, design: Design, target: SettingTarget, label: str = "") -> None:
        super().__init__()
        self.design = design
        self.target = target
        self.control: QWidget = self
        self._label = label or spoken(target.name)
        self.label = QLabel(self._label)
        self.label.setProperty("role", "quiet")
        self.dot = QToolButton()
        self.dot.setProperty("role", "differs")
        self.dot.setFixedSize(DOT, DOT)
        self.dot.setIcon(icon("dot", "accent"))
        keeps = self.dot.sizePolicy()
        keeps.setRetainSizeWhenHidden(True)
        self.dot.setSizePolicy(keeps)
        self.dot.setAccessibleName(tr("复位{name}", name=self._label))
        self.dot.clicked.connect(lambda _checked=False: self.reset())
        self._note = QLabel()
        self._note.setWordWrap(True)
        self._note.hide()
        self._head = QHBoxLayout()
        self._head.setSpacing(2)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._lay_out()
        self.setToolTip(_about(target))

    def _lay_out(self) -> None:
        self._head.addWidget(self.label)
        self._head.addWidget(self.dot)
        self._head.addStretch(1)
        self._column.addLayout(self._head)
        self._column.addWidget(self._note)

    def put(self, control: QWidget) -> None:
        """Stand a control under the name."""
        self.control = control
        control.setAccessibleName(self._label)
        self.label.setBuddy(control)
        self._column.insertWidget(1, control)
        self.setFocusProxy(control)

    def aim(self, target: SettingTarget) -> None:
        """Be the field of the same setting of another style or line."""
        self.target = target

    def follow(self) -> None:
        """Show the value as it is now."""
        own, stock = self.target.own(), self.target.stock()
        differs = own != stock
        self.dot.setVisible(differs)
        if differs:
            self.dot.setToolTip(tr("库存版式：{value}。点一下复位", value=self.written(stock)))
        self.refuse(None)
        self.show_value(own)

    def show_value(self, raw: object) -> None:
        """Show a value in the control."""

    def written(self, raw: object) -> str:
        """A value as it is read."""
        return shown_value(self.design, self.target, raw)

    def give(self, value: object) -> None:
        """Have the setting hold a value; say why where it is refused."""
        if value != self.target.own():
            self.refuse(self.target.give(value))
        else:
            self.refuse(None)

    def reset(self) -> None:
        """Give the setting back to the stock layout."""
        self.refuse(self.target.give(self.target.stock()))
        self.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, sentence: str | None) -> None:
        """Say why a value is not taken; None where it is."""
        self._note.setText(sentence or "")
        set_property(self._note, "role", "error")
        self._note.setVisible(bool(sentence))
        set_property(self.control, "invalid", "true" if sentence else "false")
        self.control.setAccessibleDescription(sentence or "")

    def note(self) -> str:
        """The sentence below the control."""
        return self._note.text()


class QuantityField(DesignField):
    """A number or a length in its unit, or in another."""

    def __init__(
        self, design: Design, target: SettingTarget, label: str = "", unit: Unit | None = None
    ) -> None:
        super().__init__(design, target, label)
        kind = target.setting.kind
        low, high = span_of(design, target)
        self._unit: Unit = unit or target.name.unit
        self.box = QuantityBox(
            self._unit,
            low,
            high,
            whole=isinstance(kind, Whole),
            open_=target.setting.default is None,
        )
        self.box.entered.connect(self._enter)
        self.put(self.box)

    def show_value(self, raw: object) -> None:
        """The number in its unit; what a style left open takes is not known here."""
        self.box.set_span(*span_of(self.design, self.target))
        self.box.show_quantity(in_unit(self.design, self.target, raw), self.in_force())

    def in_force(self) -> float | None:
        """What holds where the value is left open."""
        return None

    def _enter(self, value: float | None) -> None:
        said = "" if value is None else self._out_of_bounds(value)
        if said:
            self.refuse(said)
        else:
            self.give(None if value is None else written_as(self.target, value))

    def _out_of_bounds(self, value: float) -> str:
        """Why a number cannot be, in the unit of the field: the layout's own sentence speaks of
        points. Nothing where the field has another unit than its bounds.
        """
        low, high = span_of(self.design, self.target)
        if self._unit != self.target.name.unit or low - NEAR <= value <= high + NEAR:
            return ""
        least, most = (with_unit(_rounded(end), self._unit) for end in (low, high))
        return tr("应在 {low} 到 {high} 之间", low=least, high=most)


def _rounded(end: float) -> float:
    """An end of a span as it is said: 352.7 mm and not 352.778."""
    return math.floor(end * 10 + NEAR) / 10 if end >= 10 else end


class TypeSizeField(DesignField):
    """A size of type, by its name or in points."""

    def __init__(self, design: Design, target: SettingTarget, label: str = "") -> None:
        super().__init__(design, target, label)
        kind = target.setting.kind
        low, high = (kind.low, kind.high) if isinstance(kind, Length) else (5.25, 400.0)
        self.box = TypeSizeBox(low, high)
        self.box.entered.connect(self.give)
        self.put(self.box)

    def show_value(self, raw: object) -> None:
        """The size by its name."""
        points = self.design.points(cast("Kind", self.target.setting.kind), raw)
        self.box.show_size(points if isinstance(points, float) else None)


class TickField(DesignField):
    """Yes or no, as a box to check."""

    def _lay_out(self) -> None:
        self.box = QCheckBox(self._label)
        self.box.clicked.connect(self.give)
        self.label.hide()
        self._head.addWidget(self.box)
        self._head.addWidget(self.dot)
        self._head.addStretch(1)
        self._column.addLayout(self._head)
        self._column.addWidget(self._note)
        self.control = self.box
        self.setFocusProxy(self.box)

    def show_value(self, raw: object) -> None:
        """Checked or not."""
        self.box.setChecked(raw is True)


class ChoiceField(DesignField):
    """One of several words, by their names; `options` are asked each time."""

    def __init__(
        self,
        design: Design,
        target: SettingTarget,
        options: Callable[[], list[tuple[object, str]]],
        label: str = "",
    ) -> None:
        super().__init__(design, target, label)
        self._options = options
        self.box = ChoiceBox(self.give)
        self.put(self.box)

    def show_value(self, raw: object) -> None:
        """The word that is chosen."""
        kind = self.target.setting.kind
        none: list[tuple[object, str]] = [(None, none_word(self.target))]
        self.box.offer((none if self.target.setting.default is None else []) + self._options())
        # who writes a layout by hand may write 0.25 for a quarter
        self.box.show_value(kind.word(raw) if isinstance(kind, PartOfEm) else raw)


class InkField(ChoiceField):
    """One of the layout's inks, with its colour."""

    def __init__(self, design: Design, target: SettingTarget, label: str = "") -> None:
        super().__init__(design, target, lambda: ink_options(design), label)

    def show_value(self, raw: object) -> None:
        """The ink that is chosen."""
        super().show_value(raw)
        for row, name in enumerate(self.box.values):
            self.box.setItemIcon(row, swatch(self.design.scope.inks.get(str(name))))
        self.box.setIconSize(QSize(SWATCH, SWATCH))


class AlignField(DesignField):
    """Left, centre, right, or justified."""

    def __init__(self, design: Design, target: SettingTarget, label: str = "") -> None:
        super().__init__(design, target, label)
        self.box = SegmentedControl(
            [
                (Align.LEFT, tr("左", meaning="alignment"), None),
                (Align.CENTER, tr("中", meaning="alignment"), None),
                (Align.RIGHT, tr("右", meaning="alignment"), None),
                (Align.JUSTIFY, tr("齐", meaning="alignment"), None),
            ]
        )
        self.box.valueChanged.connect(self._choose)
        self.put(self.box)

    def _choose(self, side: object) -> None:
        self.give(str(side))

    def show_value(self, raw: object) -> None:
        """The side that is chosen."""
        self.box.set_value(Align(raw) if raw in set(Align) else None)


class WordsField(DesignField):
    """A line of text, committed with every character; it grows where it is long."""

    def __init__(
        self, design: Design, target: SettingTarget, label: str = "", *, grows: bool = False
    ) -> None:
        super().__init__(design, target, label)
        self.line: LineInput | GrowingLine = GrowingLine() if grows else LineInput()
        self.line.setMinimumWidth(48)
        self.line.textEdited.connect(self.give)
        self.put(self.line)

    def show_value(self, raw: object) -> None:
        """The text; what is refused stays to be mended while the editor is in the field."""
        text = raw if isinstance(raw, str) else ""
        if self.line.text() != text:
            at = self.line.cursorPosition()
            self.line.setText(text)
            self.line.setCursorPosition(min(at, len(text)) if self.line.hasFocus() else 0)


def none_word(target: SettingTarget) -> str:
    """What a choice says that is left open."""
    kind = target.setting.kind
    if isinstance(kind, Flag | PartOfEm) or (isinstance(kind, Choice) and "gb" in kind.options):
        return tr("按标点样式")
    styles = isinstance(target.setting.kind, Reference) and target.setting.kind.to == "styles"
    return tr("不另定") if styles else tr("无")


def _about(target: SettingTarget) -> str:
    """What the schema says of a setting, which it does in English."""
    return target.setting.about if language() == "en" else ""
