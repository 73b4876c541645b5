"""Fields beside each other where two fit, alone where they need the width."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.panels.design.fields import AlignField, DesignField, TickField
from desktop.panels.design.template import TemplateField

WIDE = (AlignField, TickField, TemplateField)
"""Fields that take a line of their own."""

GAP = 8


def row_of(*fields: QWidget) -> QHBoxLayout:
    """Fields beside each other, equally wide; they stay on a line where one has a note below."""
    row = QHBoxLayout()
    row.setSpacing(GAP)
    for field in fields:
        row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
    return row


def lay_fields(column: QVBoxLayout, fields: Sequence[DesignField]) -> None:
    """Put fields into a column, two on a line."""
    waiting: list[DesignField] = []
    held: list[DesignField] = []  # wide ones, until the line before them is full
    for field in fields:
        (held if isinstance(field, WIDE) else waiting).append(field)
        if len(waiting) != 1:
            _flush(column, waiting)
            _flush_wide(column, held)
    _flush(column, waiting)
    _flush_wide(column, held)


def _flush_wide(column: QVBoxLayout, held: list[DesignField]) -> None:
    for field in held:
        column.addWidget(field)
    held.clear()


def _flush(column: QVBoxLayout, waiting: list[DesignField]) -> None:
    if len(waiting) == 1:
        row = row_of(waiting[0], QWidget())
        column.addLayout(row)
    elif waiting:
        column.addLayout(row_of(*waiting))
    waiting.clear()
