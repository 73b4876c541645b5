"""A line that a path is typed in, with the button that asks for one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout

from desktop.words import tr


def path_row(line: QLineEdit, name: str, ask: Callable[[], None]) -> QHBoxLayout:
    """The line, and beside it the button that asks: it is called `name` where it is read out."""
    choice = QPushButton(tr("选择…"))
    choice.setAccessibleName(name)
    choice.setAutoDefault(False)
    choice.clicked.connect(ask)
    row = QHBoxLayout()
    row.addWidget(line, 1)
    row.addWidget(choice)
    return row


def labelled_path(
    label: QLabel, line: QLineEdit, name: str, ask: Callable[[], None]
) -> QVBoxLayout:
    """The same under its label."""
    label.setBuddy(line)
    below = QVBoxLayout()
    below.setSpacing(4)
    below.addWidget(label)
    below.addLayout(path_row(line, name, ask))
    return below
