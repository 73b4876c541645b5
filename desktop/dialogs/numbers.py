"""Fields for whole numbers in dialogs."""

from __future__ import annotations

from PySide6.QtWidgets import QSpinBox

INSET = 9
"""Pixels before the text, as in other fields: the style sheet gives spin boxes none."""


def number_field(
    low: int, high: int, value: int, *, prefix: str = "", suffix: str = "", none: str = ""
) -> QSpinBox:
    """A field for a number from `low` to `high`; the lowest reads `none` where that is given."""
    field = QSpinBox(minimum=low, maximum=high, prefix=prefix, suffix=suffix)
    field.setValue(value)
    field.setSpecialValueText(none)
    field.lineEdit().setTextMargins(INSET, 0, 0, 0)
    return field
