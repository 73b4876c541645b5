"""What readers of a file may do with it, and the password that opens it."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QWidget

from desktop.words import tr
from layouts.prepress.preset import Preset, Printing


class PermissionFields(QWidget):
    """Printing, copying and changing in one row; `changed` tells that the editor changed
    something.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.printing = QComboBox()
        self.printing.setAccessibleName(tr("打印"))
        for how, name in (
            ("full", tr("可以打印")),
            ("low", tr("只能低精度打印")),
            ("none", tr("不能打印")),
        ):
            self.printing.addItem(name, how)
        self.copying = QCheckBox(tr("可以复制"))
        self.copying.setToolTip(tr("不许复制时，读屏软件仍然可以朗读"))
        self.changing = QCheckBox(tr("可以修改"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self.printing)
        row.addWidget(self.copying)
        row.addWidget(self.changing)
        row.addStretch(1)
        self.printing.activated.connect(self._tell)
        self.copying.toggled.connect(self._tell)
        self.changing.toggled.connect(self._tell)

    def show_preset(self, preset: Preset) -> None:
        """Fill the row; silent."""
        with QSignalBlocker(self):
            self.printing.setCurrentIndex(self.printing.findData(preset.printing))
            self.copying.setChecked(preset.copying)
            self.changing.setChecked(preset.changing)

    def values(self) -> dict[str, object]:
        """The fields of a preset that the row has."""
        return {
            "printing": cast("Printing", self.printing.currentData()),
            "copying": self.copying.isChecked(),
            "changing": self.changing.isChecked(),
        }

    def _tell(self, *_value: object) -> None:
        self.changed.emit()


class PasswordField(QWidget):
    """The password that opens a file: hidden, unless the editor looks whether it is typed right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = QLineEdit(placeholderText=tr("不设密码"))
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setAccessibleName(tr("打开密码"))
        self.field.setToolTip(tr("打开文件时要输入的密码；忘了就从本期再导出一份"))
        self.shown = QCheckBox(tr("显示密码"))
        self.shown.toggled.connect(self._show)
        self.setFocusProxy(self.field)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self.field, 1)
        row.addWidget(self.shown)

    def text(self) -> str:
        """What is typed."""
        return self.field.text()

    def _show(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode
        self.field.setEchoMode(mode.Normal if shown else mode.Password)
