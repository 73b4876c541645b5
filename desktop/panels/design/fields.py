"""Controls for the settings of a layout, made from what each setting takes."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from desktop.icons import icon
from desktop.panels.design.design import Design, Target, ink_name
from desktop.panels.design.quantity import QuantityBox, with_unit
from desktop.panels.design.type_size import TypeSizeBox
from desktop.panels.forms.form import ChoiceBox, LineInput
from desktop.panels.forms.house import face_label, option_label
from desktop.theme import current_theme
from desktop.widgets import GrowingLine, SegmentedControl, set_property
from desktop.words import language, spoken, tr
from layouts.house.kinds import (
    Choice,
    Flag,
    Kind,
    Length,
    Number,
    Reference,
    Template,
    Whole,
    Words,
)
from layouts.house.layout import Align
from layouts.house.load import FACES
from layouts.house.names import Unit, style_name
from layouts.house.punctuation import PRESETS
from layouts.house.schema import AnyKind
from layouts.page.item import Ink
from layouts.units import POINTS_PER_MM

DOT = 16
"""Pixels of the button that says a value is another than the stock layout's."""

SWATCH = 12


class DesignField(QWidget):
    """One setting: its name, the dot that tells it from the stock layout's and gives that back, its
    control, and the sentence where a value is refused.
    """

    def __init__(self, design: Design, target: Target, label: str = "") -> None:
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
        # the line of the dot is as high whether it is there or not
        self._head.addSpacing(0)
        self.label.setMinimumHeight(DOT)

    def put(self, control: QWidget) -> None:
        """Stand a control under the name."""
        self.control = control
        control.setAccessibleName(self._label)
        self.label.setBuddy(control)
        self._column.insertWidget(1, control)
        self.setFocusProxy(control)

    def aim(self, target: Target) -> None:
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
    """A number or a length in its unit."""

    def __init__(self, design: Design, target: Target, label: str = "") -> None:
        super().__init__(design, target, label)
        kind = target.setting.kind
        low, high = _span(design, target)
        self.box = QuantityBox(
            target.name.unit,
            low,
            high,
            whole=isinstance(kind, Whole),
            open_=target.setting.default is None,
        )
        self.box.entered.connect(self._enter)
        self.put(self.box)

    def show_value(self, raw: object) -> None:
        """The number in its unit; what a style left open takes is not known here."""
        self.box.set_span(*_span(self.design, self.target))
        self.box.show_quantity(in_unit(self.design, self.target, raw), self.in_force())

    def in_force(self) -> float | None:
        """What holds where the value is left open."""
        return None

    def _enter(self, value: float | None) -> None:
        self.give(None if value is None else written_as(self.target, value))


class SizeField(DesignField):
    """A size of type, by its name or in points."""

    def __init__(self, design: Design, target: Target, label: str = "") -> None:
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


class FlagField(DesignField):
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
        target: Target,
        options: Callable[[], list[tuple[object, str]]],
        label: str = "",
    ) -> None:
        super().__init__(design, target, label)
        self._options = options
        self.box = ChoiceBox(self.give)
        self.put(self.box)

    def show_value(self, raw: object) -> None:
        """The word that is chosen."""
        self.box.offer(self._options())
        self.box.show_value(raw)


class InkField(ChoiceField):
    """One of the layout's inks, with its colour."""

    def __init__(self, design: Design, target: Target, label: str = "") -> None:
        super().__init__(design, target, lambda: ink_options(design), label)

    def show_value(self, raw: object) -> None:
        """The ink that is chosen."""
        super().show_value(raw)
        for row, name in enumerate(self.box.values):
            self.box.setItemIcon(row, swatch(self.design.scope.inks.get(str(name))))
        self.box.setIconSize(QSize(SWATCH, SWATCH))


class AlignField(DesignField):
    """Left, centre, right, or justified."""

    def __init__(self, design: Design, target: Target, label: str = "") -> None:
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
        self, design: Design, target: Target, label: str = "", *, grows: bool = False
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


def design_field(design: Design, target: Target, label: str = "") -> DesignField:  # noqa: PLR0911, a list of kinds
    """The control of a setting, by what it takes."""
    from desktop.panels.design.faces import FaceField, is_face
    from desktop.panels.design.template import TemplateField

    kind = target.setting.kind
    if is_face(kind):
        return FaceField(design, target, label)
    match kind:
        case Flag():
            return FlagField(design, target, label)
        case Template():
            return TemplateField(design, target, label)
        case Words():
            return WordsField(design, target, label)
        case Choice(options) if set(options) == set(Align):
            return AlignField(design, target, label)
        case Choice(options):
            offered: list[tuple[object, str]] = [
                (str(one), option_label(str(one))) for one in options
            ]
            return ChoiceField(design, target, lambda: offered, label)
        case Reference("inks"):
            return InkField(design, target, label)
        case Reference("styles"):
            return ChoiceField(design, target, lambda: style_options(design), label)
        case Reference("punctuation"):
            return ChoiceField(design, target, lambda: punctuation_options(design), label)
        case Length() if target.name.unit == "size":
            return SizeField(design, target, label)
        case _:
            return QuantityField(design, target, label)


# -- values in their units -------------------------------------------------------------------------


def in_unit(design: Design, target: Target, raw: object) -> float | None:
    """A value as a number of its unit; None where it is left open."""
    return number_of(design, target.setting.kind, target.name.unit, raw)


def number_of(design: Design, kind: AnyKind, unit: Unit, raw: object) -> float | None:
    """A value of a kind as a number of a unit; None where it is left open, or no number."""
    value = design.points(cast("Kind", kind), raw)
    if not isinstance(value, int | float):
        return None
    return value / _points_of(design, unit) if isinstance(kind, Length) else float(value)


def written_as(target: Target, value: float) -> object:
    """A number of the setting's unit as a layout file has it."""
    kind, unit = target.setting.kind, target.name.unit
    if isinstance(kind, Length):
        suffix = {"mm": "mm", "em": "em", "rows": "rows"}.get(unit, "pt")
        return f"{round(value, 3):g}{suffix}"
    return int(value) if float(value).is_integer() else round(value, 4)


def shown_value(design: Design, target: Target, raw: object) -> str:  # noqa: PLR0911, a list of kinds
    """A value as editors read it."""
    kind = target.setting.kind
    if raw is None:
        return tr("不限")
    match kind:
        case Flag():
            return tr("是") if raw else tr("否")
        case Reference("inks"):
            return ink_name(str(raw))
        case Reference("styles"):
            return spoken(style_name(str(raw)))
        case Reference("faces"):
            return face_label(str(raw))
        case Choice() | Reference():
            return option_label(str(raw))
        case Length() | Number() | Whole():
            value = in_unit(design, target, raw)
            return str(raw) if value is None else with_unit(value, target.name.unit)
        case _ if isinstance(raw, list):
            return tr("{n} 项", n=len(cast("list[object]", raw)))
        case _:
            return str(raw) or tr("无")


def _points_of(design: Design, unit: Unit) -> float:
    match unit:
        case "mm":
            return POINTS_PER_MM
        case "em":
            return design.scope.em or 1.0
        case "rows":
            return design.scope.row or 1.0
        case _:
            return 1.0


def _span(design: Design, target: Target) -> tuple[float, float]:
    kind = target.setting.kind
    if isinstance(kind, Length):
        each = _points_of(design, target.name.unit)
        return kind.low / each, kind.high / each
    return (kind.low, kind.high) if isinstance(kind, Number | Whole) else (0.0, 1000.0)


def _about(target: Target) -> str:
    """What the schema says of a setting, which it does in English."""
    return target.setting.about if language() == "en" else ""


# -- what can be chosen ----------------------------------------------------------------------------


def ink_options(design: Design) -> list[tuple[object, str]]:
    """The layout's inks, black first."""
    return [(key, ink_name(key)) for key in design.scope.inks]


def style_options(design: Design) -> list[tuple[object, str]]:
    """The layout's styles in its own order."""
    return [(key, spoken(style_name(key))) for key in design.names("styles")]


def punctuation_options(design: Design) -> list[tuple[object, str]]:
    """Punctuation styles of ours and of the layout."""
    own = [key for key in design.scope.punctuation if key not in PRESETS]
    return [(key, option_label(key)) for key in (*PRESETS, *own)]


def face_options() -> list[tuple[object, str]]:
    """The faces we ship."""
    return [(key, face_label(key)) for key in FACES]


def swatch(ink: Ink | None) -> QIcon:
    """A small square of a colour."""
    image = QPixmap(SWATCH * 2, SWATCH * 2)
    image.setDevicePixelRatio(2)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(current_theme().outline))
    painter.setBrush(QColor.fromRgbF(*ink.rgb) if ink is not None else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(1, 1, SWATCH - 2, SWATCH - 2, 2, 2)
    painter.end()
    return QIcon(image)
