"""A control with its label above."""

from __future__ import annotations

from typing import Final, Literal

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.widgets.polish import set_property

NoteLevel = Literal["quiet", "error", "warning", "notice", "ok"]

GAP: Final = 4
"""Px between a label and its control."""


class LabelledControl(QWidget):
    """A quiet label, the control below it, and where need be a note below that.

    The label names the control to screen readers.
    """

    def __init__(self, label: str, widget: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.widget = widget
        self.label = QLabel(label)
        self.label.setProperty("role", "quiet")
        self.label.setBuddy(widget)
        self._note = QLabel()
        self._note.setWordWrap(True)
        self._note.setVisible(False)
        if not widget.accessibleName():
            widget.setAccessibleName(label)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        for part in (self.label, widget, self._note):
            column.addWidget(part)

    def set_note(self, text: str, level: NoteLevel = "quiet") -> None:
        """Say something about the value in a sentence; an empty text takes it away."""
        self._note.setText(text)
        set_property(self._note, "role", level)
        self._note.setVisible(bool(text))
        self.widget.setAccessibleDescription(text)

    def note(self) -> str:
        """The sentence below the control."""
        return self._note.text()
