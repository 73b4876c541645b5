"""What is asked about a finding: why it may stand, which is kept in the issue, or what comes in its
place.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCompleter,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from desktop.dialogs import choose
from desktop.panels.signs import sentence
from desktop.words import tr
from layouts.errors import Finding

LONGEST = 120
WIDTH = 420
"""Characters of a reason; pixels of the dialog."""


class AcceptDialog(QDialog):
    """`given` carries the reason."""

    given = Signal(str)

    def __init__(self, finding: Finding, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("accept-finding")
        self.setWindowTitle(tr("接受检查结果"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(WIDTH)
        said = QLabel(sentence(finding), wordWrap=True)
        label = QLabel(tr("理由"))
        self.reason = QLineEdit(placeholderText=tr("如：原文如此"), maxLength=LONGEST)
        self.reason.setAccessibleName(tr("理由"))
        self.reason.setAccessibleDescription(sentence(finding))
        self.reason.setCompleter(
            QCompleter(
                [tr("原文如此"), tr("领导已定"), tr("只有这一张"), tr("本刊惯例")], self.reason
            )
        )
        label.setBuddy(self.reason)
        hint = QLabel(tr("理由随这一期保存；接受之后不再计数，随时可以取消。"), wordWrap=True)
        hint.setProperty("role", "quiet")
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self.ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.ok.setText(tr("接受"))
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(tr("取消"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.accepted.connect(lambda: self.given.emit(self.reason.text().strip()))
        self.reason.textChanged.connect(self._follow)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 24, 24, 16)
        box.setSpacing(8)
        for part in (said, label, self.reason, hint, buttons):
            box.addWidget(part)
        self._follow()

    def _follow(self) -> None:
        self.ok.setEnabled(bool(self.reason.text().strip()))


def asked_words(parent: QWidget, finding: str) -> str | None:
    """What is to stand in place of what a finding, its sentence, is about; None where the editor
    changed their mind.
    """
    label = tr("{finding}\n\n全部替换为", finding=finding)
    return choose.line_of_text(parent, tr("替换字体里没有的字"), label, "")
