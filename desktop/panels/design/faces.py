"""The face of a style: one of ours, or any name typed."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit

from desktop.panels.design.design import Design, Target
from desktop.panels.design.fields import DesignField
from desktop.panels.forms.house import face_label
from layouts.house.kinds import Reference
from layouts.house.load import FACES


def is_face(kind: object) -> bool:
    """Whether a setting holds a face."""
    return isinstance(kind, Reference) and kind.to == "faces"


class FaceField(DesignField):
    """Faces by their names."""

    def __init__(self, design: Design, target: Target, label: str = "") -> None:
        super().__init__(design, target, label)
        self.box = _FaceBox()
        for key in FACES:
            self.box.addItem(face_label(key), key)
        self.box.activated.connect(self._choose)
        self._line().editingFinished.connect(self._written)
        self._shown = ""
        self.put(self.box)

    def _choose(self, row: int) -> None:
        self.give(self.box.itemData(row))

    def _line(self) -> QLineEdit:
        line = self.box.lineEdit()
        assert line is not None, "the box is editable"  # noqa: S101
        return line

    def show_value(self, raw: object) -> None:
        """The face by its name; the first of several that are asked for in turn."""
        names = cast("list[str]", raw) if isinstance(raw, list) else [str(raw)]
        self._shown = face_label(names[0]) if names else ""
        with QSignalBlocker(self.box):
            self.box.setCurrentIndex(self.box.findText(self._shown))
            self._line().setText(self._shown)
            self._line().setCursorPosition(0)

    def _written(self) -> None:
        text = self._line().text().strip()
        if text and text != self._shown:
            self._shown = text
            row = self.box.findText(text)
            self.give(self.box.itemData(row) if row >= 0 else text)


class _FaceBox(QComboBox):
    """Faces to choose; a name can be typed."""

    def __init__(self) -> None:
        super().__init__()
        self.setEditable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802, Qt's name
        """The wheel scrolls the panel unless the editor is in this field."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
