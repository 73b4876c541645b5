"""Controls for the declared fields of masthead and colophon that new issues begin with."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.panels.forms.form import LineInput
from desktop.widgets import GrowingLine, LabelledControl
from desktop.words import language
from layouts.issue.fields import Field, FieldKind

Values = TypeVar("Values", bound=Struct)

NUMBERS = frozenset({FieldKind.NUMBER, FieldKind.COPIES})


class FieldGrid(QWidget):
    """Fields, two beside each other; receivers have the whole width. `changed`: one was edited."""

    changed = Signal()

    def __init__(self, fields: Sequence[Field], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields = fields
        self.lines: dict[str, LineInput | GrowingLine] = {}
        self._holders: dict[str, LabelledControl] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        cell = 0
        for field in fields:
            wide = field.kind is FieldKind.RECEIVERS or len(fields) == 1
            cell += cell % 2 if wide else 0
            row, column = divmod(cell, 2)
            top = Qt.AlignmentFlag.AlignTop
            grid.addWidget(self._make(field), row, column, 1, 2 if wide else 1, top)
            cell += 2 if wide else 1
        for column in range(2):
            grid.setColumnStretch(column, 1)

    def _make(self, field: Field) -> LabelledControl:
        line = GrowingLine() if field.kind is FieldKind.RECEIVERS else LineInput()
        if field.kind in NUMBERS and isinstance(line, LineInput):
            line.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        line.textChanged.connect(self.changed)
        self.lines[field.name] = line
        label = field.zh if language() == "zh" else field.en
        self._holders[field.name] = LabelledControl(label, line)
        return self._holders[field.name]

    def show_for(self, profile: str) -> None:
        """Show the fields that a kind of publication has; the others keep what they hold."""
        for field in self._fields:
            self._holders[field.name].setVisible(field.profile in ("", profile))

    def show_values(self, values: Struct) -> None:
        """Show what a masthead or colophon holds."""
        for name, line in self.lines.items():
            value = getattr(values, name)
            with QSignalBlocker(line):
                line.setText("" if value is None else str(value))

    def taken_into(self, values: Values) -> Values:
        """The masthead or colophon with what stands here; of a number that is none, nothing."""
        typed: dict[str, object] = {}
        for field in self._fields:
            text = self.lines[field.name].text().strip()
            if field.kind in NUMBERS:
                typed[field.name] = int(text) if text.isdecimal() else None
            else:
                typed[field.name] = text
        return replace(values, **typed)
