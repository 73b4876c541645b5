"""What the pages about a publication share."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop.widgets import LabelledControl, set_property
from layouts.publication import Publication

GAP = 12
"""Pixels between two fields."""


class PublicationPage(QWidget):
    """Some fields of a publication. `changed`: one of them was edited."""

    changed = Signal()

    def __init__(self, title: str, about: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = title
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 8, 0, 0)
        self.column.setSpacing(GAP)
        self.about = QLabel(about, wordWrap=True)
        set_property(self.about, "role", "quiet")
        self.column.addWidget(self.about)

    def show_publication(self, publication: Publication) -> None:
        """Show what a publication has."""
        raise NotImplementedError

    def taken_into(self, publication: Publication) -> Publication:
        """The publication with what stands on this page."""
        raise NotImplementedError

    def problem(self) -> str:
        """Why what stands here cannot be taken; empty where it can."""
        return ""

    def take_focus(self) -> None:
        """Have the keys in the first field."""
        self.setFocus()

    def add(self, label: str, widget: QWidget) -> LabelledControl:
        """Add a field under its label."""
        field = LabelledControl(label, widget)
        self.column.addWidget(field)
        return field


def scrolled(widget: QWidget, name: str) -> QScrollArea:
    """A page that scrolls where there is more of it than room."""
    area = QScrollArea()
    area.setAccessibleName(name)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setWidget(widget)
    return area
