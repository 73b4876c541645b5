"""Go to a page by its number."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.dialogs.numbers import number_field
from desktop.words import tr


class GoToPageDialog(QDialog):
    """Asks for a page; `chosen` carries its number, from 1."""

    chosen = Signal(int)

    def __init__(self, page: int, pages: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("go-to-page")
        self.setWindowTitle(tr("转到页"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.number = number_field(1, pages, page)
        self.number.setAccessibleName(tr("页码"))
        self.number.selectAll()
        label = QLabel(tr("页码"))
        label.setBuddy(self.number)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.button(QDialogButtonBox.StandardButton.Ok).setText(tr("转到"))
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(tr("取消"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.accepted.connect(lambda: self.chosen.emit(self.number.value()))
        row = QHBoxLayout()
        row.addWidget(label)
        row.addWidget(self.number, 1)
        row.addWidget(QLabel(tr("共 {pages} 页", pages=pages)))
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 24, 24, 16)
        box.setSpacing(16)
        box.addLayout(row)
        box.addWidget(buttons)
