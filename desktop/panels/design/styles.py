"""样式: one style at a time, with a line set in it."""

from __future__ import annotations

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHBoxLayout, QToolButton

from desktop.icons import icon
from desktop.panels.design.design import Design, PlaceTarget
from desktop.panels.design.fields import DesignField, QuantityField
from desktop.panels.design.group import DesignGroup
from desktop.panels.design.laying import lay_fields, row_of
from desktop.panels.design.making import design_field
from desktop.panels.design.options import style_options
from desktop.panels.design.sample import StyleSample
from desktop.panels.forms.form import ChoiceBox
from desktop.widgets import CollapsibleGroup
from desktop.words import tr
from layouts.house.schema import STYLE_TABLE

PAIRS = (
    ("face", "latin"),
    ("size", "leading"),
    ("ink", "tracking"),
    ("align",),
    ("indent", "max_lines"),
    ("before", "after"),
)
"""The settings that designers reach for, side by side; all others stand under 更多."""


class StylesGroup(DesignGroup):
    """Choose a style, see it, change it."""

    def __init__(self, design: Design) -> None:
        super().__init__(design, "styles")

    def make(self) -> None:
        """Make the controls."""
        self.chosen = "headline"
        self.styles = ChoiceBox(self.choose)
        self.styles.setMaxVisibleItems(16)
        self.before = _step("chevron-left", tr("上一个样式"), lambda: self._step(-1))
        self.after = _step("chevron-right", tr("下一个样式"), lambda: self._step(1))
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.styles, 1)
        row.addWidget(self.before)
        row.addWidget(self.after)
        self.styles.setAccessibleName(tr("样式"))
        self.body.addLayout(row)
        self.sample = StyleSample(self.design)
        self.body.addWidget(self.sample)
        self.by_key: dict[str, DesignField] = {}
        for pair in PAIRS:
            self.body.addLayout(row_of(*(self._field(key) for key in pair)))
        self.more = CollapsibleGroup(tr("更多"), expanded=False)
        rest = [key for key in STYLE_TABLE.settings if key not in self.by_key]
        self.more.body.setSpacing(10)
        lay_fields(self.more.body, [self._field(key) for key in rest])
        self.body.addWidget(self.more)

    def _field(self, key: str) -> DesignField:
        target = PlaceTarget(self.design, f"styles.{self.chosen}.{key}")
        field = (
            _Leading(self.design, target, self)
            if key == "leading"
            else design_field(self.design, target)
        )
        self.by_key[key] = field
        self.fields.append(field)
        return field

    def choose(self, style: object) -> None:
        """Show another style."""
        self.chosen = str(style)
        self.design.another_visit()
        for key, field in self.by_key.items():
            field.aim(PlaceTarget(self.design, f"styles.{self.chosen}.{key}"))
        self.show_layout()

    def _step(self, by: int) -> None:
        known = self.design.names("styles")
        if known:
            at = known.index(self.chosen) if self.chosen in known else 0
            self.choose(known[(at + by) % len(known)])

    def show_layout(self) -> None:
        """The style chosen, as it is now."""
        known = self.design.names("styles")
        if self.chosen not in known and known:
            self.choose(known[0])
            return
        differing = self.design.differing()
        self.styles.offer(style_options(self.design))
        for row, key in enumerate(self.styles.values):
            other = any(place.startswith(f"styles.{key}.") for place in differing)
            self.styles.setItemIcon(row, icon("dot", "accent") if other else QIcon())
        self.styles.show_value(self.chosen)
        self.sample.show_style(self.chosen)
        super().show_layout()


class _Leading(QuantityField):
    """The leading of a style, which is the body's where none is given."""

    def __init__(self, design: Design, target: PlaceTarget, group: StylesGroup) -> None:
        self._group = group
        super().__init__(design, target)

    def in_force(self) -> float | None:
        """That of the body, in sizes of this style."""
        layout = self.design.layout
        style = layout.styles.get(self._group.chosen) if layout is not None else None
        return None if style is None else round(style.leading / style.size, 2)


def _step(name: str, label: str, act: object) -> QToolButton:
    button = QToolButton()
    button.setIcon(icon(name, "quiet"))
    button.setToolTip(label)
    button.setAccessibleName(label)
    button.clicked.connect(act)
    return button
