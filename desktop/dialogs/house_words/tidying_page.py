"""The tab with the rules by which manuscripts are tidied when they come in."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.widgets import set_property
from desktop.words import spoken, tr
from layouts.importing.tidying import LIST_STYLES, RULES, TidyChoice, TidyRule
from layouts.importing.tidying.table import LIST_LABELS


class TidyingPage(QScrollArea):
    """A box for each rule, and how the house numbers lists."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.boxes = {rule.name: QCheckBox(_sentence(rule)) for rule in RULES}
        self.style_of_lists = QComboBox()
        self.style_of_lists.setAccessibleName(tr("段首序号写成"))
        names = {"": tr("照原稿"), "1. ": tr("1. 空一格")}
        for style in LIST_STYLES:
            self.style_of_lists.addItem(names.get(style, style), style)
        self._put_together()

    def show_choice(self, choice: TidyChoice) -> None:
        """Tick what is applied."""
        for name, box in self.boxes.items():
            box.setChecked(name in choice.names)
        self.style_of_lists.setCurrentIndex(self.style_of_lists.findData(choice.list_style))

    @property
    def choice(self) -> TidyChoice:
        """What is ticked."""
        names = frozenset(name for name, box in self.boxes.items() if box.isChecked())
        return TidyChoice(names, str(self.style_of_lists.currentData()))

    def _put_together(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 8, 8, 8)
        column.setSpacing(4)
        about = QLabel(
            tr("导入稿件时按勾选的规则整理；导入报告里列出每一处，可以整条撤回。"), wordWrap=True
        )
        set_property(about, "role", "quiet")
        column.addWidget(about)
        column.addSpacing(4)
        for name, box in self.boxes.items():
            column.addWidget(box)
            if name == LIST_LABELS:
                column.addLayout(self._list_style(box))
        column.addStretch(1)
        self.setWidget(inside)

    def _list_style(self, box: QCheckBox) -> QHBoxLayout:
        """How lists are numbered, below the rule that numbers them so."""
        label = QLabel(tr("段首序号写成"))
        label.setBuddy(self.style_of_lists)
        row = QHBoxLayout()
        row.setContentsMargins(24, 0, 0, 4)
        row.setSpacing(8)
        row.addWidget(label)
        row.addWidget(self.style_of_lists)
        row.addStretch(1)
        for widget in (label, self.style_of_lists):
            box.toggled.connect(widget.setEnabled)
        return row


def _sentence(rule: TidyRule) -> str:
    """What a rule does, beginning as a line of its own does."""
    said = spoken(rule)
    return said[:1].upper() + said[1:]
