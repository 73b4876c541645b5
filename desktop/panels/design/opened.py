"""编辑可改: what the layout leaves to the editors of issues, and how far."""

from __future__ import annotations

from typing import cast

from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QMenu, QToolButton, QWidget

from desktop.panels.design.design import Design, PlaceTarget
from desktop.panels.design.fields import DesignField
from desktop.panels.design.group import DesignGroup
from desktop.panels.design.quantity import QuantityBox
from desktop.panels.forms.house import option_label
from desktop.words import spoken, tr
from layouts.house.kinds import Choice, Flag, Kind, Length, Number, Reference, Whole
from layouts.house.limits import Limits
from layouts.house.names import Unit, name_of
from layouts.house.punctuation import PRESETS
from layouts.house.schema import OPEN, OPEN_PLACES
from layouts.units import parse_length


class OpenGroup(DesignGroup):
    """A line for each setting that can be left to editors."""

    def __init__(self, design: Design) -> None:
        super().__init__(design, "open")

    def make(self) -> None:
        """Make the controls."""
        about = QLabel(tr("勾上的几项，做一期的人可以在“版式”里自己改，改到哪里为止由这里定。"))
        about.setWordWrap(True)
        about.setProperty("role", "quiet")
        self.body.addWidget(about)
        for key in OPEN.settings:
            field = LimitsField(self.design, PlaceTarget(self.design, f"open.{key}"), key)
            self.fields.append(field)
            self.body.addWidget(field)


class LimitsField(DesignField):
    """Whether a setting is open, from where to where, or which words."""

    def __init__(self, design: Design, target: PlaceTarget, key: str) -> None:
        limits = target.setting.kind
        self._kind: Kind = limits.kind if isinstance(limits, Limits) else cast("Kind", limits)
        self._unit: Unit = name_of(".".join(OPEN_PLACES[key])).unit
        self._words = _words(self._kind)
        self._raw: object = False
        super().__init__(design, target, spoken(target.name))

    def _lay_out(self) -> None:
        self.label.hide()
        self.check = QCheckBox(self._label)
        self.check.clicked.connect(self.give)
        self.control = self.check
        self.setFocusProxy(self.check)
        self._head.addWidget(self.check)
        self._head.addWidget(self.dot)
        self._head.addStretch(1)
        self._column.addLayout(self._head)
        self.detail = QWidget()
        grid = QGridLayout(self.detail)
        grid.setContentsMargins(22, 0, 0, 0)
        grid.setHorizontalSpacing(6)
        self.boxes: list[QuantityBox] = []
        self.menu: QMenu | None = None
        if isinstance(self._kind, Number | Whole | Length):
            self._lay_range(grid, self._kind)
        elif self._words:
            self._lay_words(grid)
        self._column.addWidget(self.detail)
        self._column.addWidget(self._note)

    def _lay_range(self, grid: QGridLayout, kind: Number | Whole | Length) -> None:
        for k, label in enumerate((tr("最小"), tr("最大"))):
            unit: Unit = "pt" if self._unit == "size" else self._unit
            box = QuantityBox(unit, kind.low, kind.high, whole=isinstance(kind, Whole), open_=True)
            box.setAccessibleName(tr("{setting}{end}", setting=self._label, end=label))
            box.entered.connect(self._range_entered)
            self.boxes.append(box)
            grid.addWidget(box, 0, 2 * k)
            grid.setColumnStretch(2 * k, 1)
        grid.addWidget(QLabel("–"), 0, 1)

    def _lay_words(self, grid: QGridLayout) -> None:
        button = QToolButton()
        button.setProperty("outlined", "true")
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setAccessibleName(tr("{setting}可选的", setting=self._label))
        self.menu = QMenu(button)
        for word in self._words:
            action = self.menu.addAction(option_label(word))
            action.setCheckable(True)
            action.setData(word)
            action.triggered.connect(self._words_chosen)
        button.setMenu(self.menu)
        self.choice = button
        grid.addWidget(button, 0, 0)
        grid.setColumnStretch(1, 1)

    def show_value(self, raw: object) -> None:
        """Open or not, and how far."""
        self._raw = raw
        open_ = raw not in (None, False)
        self.check.setChecked(open_)
        self.detail.setVisible(open_ and (bool(self.boxes) or self.menu is not None))
        table = cast("dict[str, object]", raw) if isinstance(raw, dict) else {}
        for box, end in zip(self.boxes, ("min", "max"), strict=False):
            kind = cast("Number", self._kind)
            box.show_quantity(self._number(table.get(end)), kind.low if end == "min" else kind.high)
        if self.menu is not None:
            allowed = cast("list[str]", raw) if isinstance(raw, list) else list(self._words)
            for action in self.menu.actions():
                action.setChecked(action.data() in allowed)
            every = len(allowed) == len(self._words)
            self.choice.setText(tr("全部") if every else tr("、").join(map(option_label, allowed)))

    def written(self, raw: object) -> str:
        """As it is read where it differs."""
        if raw in (None, False):
            return tr("不可改")
        if isinstance(raw, dict):
            table = cast("dict[str, object]", raw)
            return f"{table.get('min', '')}–{table.get('max', '')}"
        return tr("可改")

    def _range_entered(self, _value: object) -> None:
        self.give(self._range())

    def _words_chosen(self, _on: bool) -> None:
        self.give(self._chosen())

    def _number(self, raw: object) -> float | None:
        if isinstance(raw, str):
            return parse_length(raw)
        return float(raw) if isinstance(raw, int | float) else None

    def _range(self) -> object:
        ends: dict[str, object] = {}
        for box, end in zip(self.boxes, ("min", "max"), strict=True):
            value = box.quantity()
            if value is not None:
                ends[end] = (
                    f"{value:g}pt"
                    if isinstance(self._kind, Length)
                    else int(value)
                    if float(value).is_integer()
                    else round(value, 3)
                )
        return ends or True

    def _chosen(self) -> object:
        assert self.menu is not None  # noqa: S101
        chosen = [str(action.data()) for action in self.menu.actions() if action.isChecked()]
        return True if len(chosen) == len(self._words) else (chosen or False)


def _words(kind: Kind) -> tuple[str, ...]:
    if isinstance(kind, Flag):
        return ()
    if isinstance(kind, Choice):
        return tuple(map(str, kind.options))
    return tuple(PRESETS) if isinstance(kind, Reference) else ()
