"""A group of controls under a title that folds away."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QToolButton, QVBoxLayout, QWidget

from desktop.icons import icon


class CollapsibleGroup(QWidget):
    """A title with a chevron; below it `body`, a layout to fill.

    Space or a click folds and unfolds; so do ← and →.

    `toggled` carries whether it is open now, after the editor's act or `set_expanded`.
    """

    toggled = Signal(bool)

    def __init__(self, title: str, expanded: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._header = QToolButton()
        self._header.setText(title)
        self._header.setCheckable(True)
        self._header.setChecked(expanded)
        self._header.setAccessibleName(title)
        self._header.setIconSize(QSize(16, 16))
        self._header.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._header.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._header.setProperty("role", "group")
        self._header.installEventFilter(self)
        self._content = QWidget()
        self.body = QVBoxLayout(self._content)
        self.body.setContentsMargins(0, 4, 0, 8)
        self.body.setSpacing(12)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header)
        column.addWidget(self._content)
        self.setFocusProxy(self._header)
        self._header.toggled.connect(self._show)
        self._show(expanded)

    def is_expanded(self) -> bool:
        """Whether the controls are to be seen."""
        return self._header.isChecked()

    def set_expanded(self, expanded: bool) -> None:
        """Fold or unfold what stands under the header."""
        self._header.setChecked(expanded)

    def set_title(self, title: str) -> None:
        """Call the group otherwise."""
        self._header.setText(title)
        self._header.setAccessibleName(title)

    def title(self) -> str:
        """What the group is called."""
        return self._header.text()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802, Qt's name
        """← folds, → unfolds."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right}
        ):
            self.set_expanded(event.key() == Qt.Key.Key_Right)
            return True
        return super().eventFilter(watched, event)

    def _show(self, expanded: bool) -> None:
        self._header.setIcon(icon("chevron-down" if expanded else "chevron-right", "quiet"))
        focus = self.window().focusWidget() or self
        # else Qt gives it to whatever comes next, and a form scrolls there
        if not expanded and self._content.isAncestorOf(focus):
            self._header.setFocus()
        self._content.setVisible(expanded)
        self.toggled.emit(expanded)
