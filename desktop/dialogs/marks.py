"""How the marks around a page look, and what the slug line beside them says."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from desktop.dialogs.numbers import INSET
from desktop.widgets.segmented import SegmentedControl
from desktop.words import tr
from layouts.prepress.preset import Preset
from layouts.prepress.slug_pattern import FIELDS, PLATES, is_pattern

MOST_OFFSET = 10.0
LEAST_WEIGHT, MOST_WEIGHT = 0.1, 2.0

SLUG_WIDTH = 360
"""Px: a slug line with a few fields is seen whole."""


class MarksDialog(QDialog):
    """Style, distance, weight, which marks there are, and the slug line."""

    def __init__(self, preset: Preset, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("marks")
        self.setWindowTitle(tr("标记细节"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.style_of = SegmentedControl((("crop", tr("单线"), None), ("double", tr("双线"), None)))
        self.style_of.setToolTip(tr("双线：除裁切线外，还有出血线"))
        self.style_of.set_value(preset.mark_style)
        self.offset = _number(0.0, MOST_OFFSET, 0.5, 1, tr(" 毫米"))
        self.offset.setValue(preset.mark_offset)
        self.weight = _number(LEAST_WEIGHT, MOST_WEIGHT, 0.05, 2, tr(" 磅"))
        self.weight.setValue(preset.mark_weight)
        self.register = QCheckBox(tr("套准标记"))
        self.register.setChecked(preset.register_marks)
        self.bar = QCheckBox(tr("色标"))
        self.bar.setChecked(preset.colour_bar)
        self.slug = QLineEdit(placeholderText=tr("刊名、页码、日期、尺寸、印刷条件"))
        self.slug.setText(preset.slug)
        self.slug.setMinimumWidth(SLUG_WIDTH)
        self.hint = QLabel(tr("写上工单号等；花括号里的字段印出来换成：{fields}", fields=_fields()))
        self.hint.setWordWrap(True)
        self.hint.setProperty("role", "quiet")
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self.ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.ok.setProperty("primary", True)
        self.ok.setText(tr("确定"))
        self.buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(tr("取消"))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.slug.textChanged.connect(lambda: self.ok.setEnabled(is_pattern(self.slug.text())))
        self._lay_out()

    def values(self) -> dict[str, object]:
        """The fields of a preset that were asked for."""
        return {
            "mark_style": self.style_of.value(),
            "mark_offset": self.offset.value(),
            "mark_weight": self.weight.value(),
            "register_marks": self.register.isChecked(),
            "colour_bar": self.bar.isChecked(),
            "slug": self.slug.text().strip(),
        }

    def _lay_out(self) -> None:
        others = QHBoxLayout()
        others.setSpacing(16)
        others.addWidget(self.register)
        others.addWidget(self.bar)
        others.addStretch(1)
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for name, field in (
            (tr("裁切线"), self.style_of),
            (tr("距出血"), self.offset),
            (tr("线宽"), self.weight),
            (tr("说明行"), self.slug),
        ):
            field.setAccessibleName(name)
            form.addRow(name, field)
        form.insertRow(3, tr("另有"), others)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 24, 24, 16)
        box.setSpacing(12)
        box.addLayout(form)
        box.addWidget(self.hint)
        box.addWidget(self.buttons)


def _fields() -> str:
    """The fields of a slug line, as they are typed, each with what is printed in its place."""
    names = {
        "title": tr("刊名"),
        "page": tr("页码"),
        "pages": tr("总页数"),
        "date": tr("日期"),
        "size": tr("尺寸"),
        "condition": tr("印刷条件"),
        "preset": tr("预设"),
        PLATES: tr("色版名"),
    }
    return "  ".join(f"{{{field}}}\N{NO-BREAK SPACE}{names[field]}" for field in FIELDS)


def _number(least: float, most: float, step: float, decimals: int, suffix: str) -> QDoubleSpinBox:
    field = QDoubleSpinBox(
        minimum=least, maximum=most, singleStep=step, decimals=decimals, suffix=suffix
    )
    field.lineEdit().setTextMargins(INSET, 0, 0, 0)
    return field
