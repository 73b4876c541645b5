"""A panel's form, scrolled where it is higher than its panel."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QScrollBar, QWidget

from desktop.words import tr


class FormArea(QScrollArea):
    """Its form is as wide whether it is scrolled or not: the bar lies over the form's margin.

    A bar that took width of its own would make pictures and wrapped lines lower, whereupon it would
    not be needed and go, which makes them higher: Qt runs round in that circle until it crashes.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.bar = QScrollBar(Qt.Orientation.Vertical, self)
        self.bar.setAccessibleName(tr("滚动"))
        hidden = self.verticalScrollBar()
        hidden.rangeChanged.connect(self._take_range)
        hidden.valueChanged.connect(self.bar.setValue)
        self.bar.valueChanged.connect(hidden.setValue)
        self.bar.hide()

    def take(self, form: QWidget) -> None:
        """Put a form into the area; once that stands in its window, else it is styled twice."""
        self.setWidget(form)
        self.viewport().setAutoFillBackground(False)
        form.setAutoFillBackground(False)

    def _take_range(self, least: int, most: int) -> None:
        hidden = self.verticalScrollBar()
        self.bar.setRange(least, most)
        self.bar.setPageStep(hidden.pageStep())
        self.bar.setSingleStep(hidden.singleStep())
        self.bar.setVisible(most > least)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802, Qt's name
        """The bar stays at the right edge."""
        super().resizeEvent(event)
        width = self.bar.sizeHint().width()
        self.bar.setGeometry(self.width() - width, 0, width, self.height())
        self.bar.raise_()
