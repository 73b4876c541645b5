"""A panel's form, scrolled where it is higher than its panel."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt, QTimer
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QScrollBar, QWidget

from desktop.words import tr

LEAST_FORM = 96
"""Pixels of a form that is scrolled, at least: some rows of it are seen."""


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
        self._sought: QWidget | None = None
        self._turned: QPointF | None = None
        """Where on the screen the wheel scrolled the form last."""

    def take(self, form: QWidget) -> None:
        """Put a form into the area; once that stands in its window, else it is styled twice."""
        self.setWidget(form)
        self.viewport().setAutoFillBackground(False)
        form.setAutoFillBackground(False)

    def seek(self, field: QWidget) -> None:
        """Have a field under the keys and in view, also when the form grows after that, as it does
        where what it stands in was folded: until it is left, or the wheel turns.
        """
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._sought = self.window().focusWidget()
        self._look()

    def _look(self) -> None:
        if self._sought is not None and self._sought is self.window().focusWidget():
            self.ensureWidgetVisible(self._sought)
        else:
            self._sought = None

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802, Qt's name
        """Whoever turns the wheel looks for something else."""
        self._sought = None
        self._turned = event.globalPosition()
        super().wheelEvent(event)

    def is_turned(self, event: QWheelEvent) -> bool:
        """Whether the wheel still turns where it scrolled the form: the pointer has not moved."""
        return self._turned == event.globalPosition()

    def _take_range(self, least: int, most: int) -> None:
        if self._sought is not None:
            # once what stands in the form has its new place
            QTimer.singleShot(0, self, self._look)
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


class GivingArea(FormArea):
    """The form of a dialog: shown whole where the screen has room, scrolled where it has not."""

    def show_within(self, room: int) -> None:
        """Be as high as the form is, at most `room` pixels and at least `LEAST_FORM`."""
        form = self.widget()
        if form is None:
            return
        whole = form.sizeHint().height()
        height = max(LEAST_FORM, min(whole, room))
        self.setFixedHeight(height)
        # fields end beside the bar; how high the form is does not depend on its width
        bar = self.bar.sizeHint().width() if height < whole else 0
        form.setContentsMargins(0, 0, bar, 0)
        # a scroll area asks for no width, and links have no least one: words would be cut off
        self.setMinimumWidth(form.sizeHint().width())
