"""A paragraph that wraps where it is too long for its field, and grows with it: what a long title
needs in a narrow panel.
"""

from __future__ import annotations

from collections.abc import Callable
from math import ceil

from PySide6.QtCore import QMimeData, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QTextCursor, QTextOption
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QWidget

from desktop.incoming import text_in
from desktop.widgets.polish import set_property
from layouts.issue.edits.typed import one_paragraph

MOST = 4
"""Lines up to which the field grows; more are scrolled."""

LEAST_HEIGHT = 30
"""Pixels: as high as the one-line fields beside it."""

MARGIN, FRAME = 5, 2
"""Pixels between frame and text, and of the frame with its padding (see the style sheet)."""


class GrowingLine(QPlainTextEdit):
    """One paragraph, worked like a QLineEdit: `textEdited` carries the text when the editor changed
    it, not when the program did.
    """

    textEdited = Signal(str)  # noqa: N815, as QLineEdit has it

    takes: Callable[[QMimeData], bool] | None = None
    """Who is asked first about what is pasted: True where it was more than this field's, and is
    taken.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known = ""
        set_property(self, "role", "line-field")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(MARGIN)
        self.textChanged.connect(self._changed)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self._grow()

    # -- as a line ---------------------------------------------------------------------------------

    def text(self) -> str:
        """What stands in the field; line breaks of its own are U+2028."""
        return self.document().toRawText()

    def setText(self, text: str) -> None:  # noqa: N802, as QLineEdit has it
        """Put something else into the field; there are no line ends in it."""
        self._known = one_paragraph(text)
        with QSignalBlocker(self):
            self.setPlainText(self._known)
        self._grow()

    def cursorPosition(self) -> int:  # noqa: N802
        """Where the caret is."""
        return self.textCursor().position()

    def setCursorPosition(self, at: int) -> None:  # noqa: N802
        """Put the caret somewhere."""
        cursor = self.textCursor()
        cursor.setPosition(min(at, len(self.document().toRawText())))
        self.setTextCursor(cursor)

    def _changed(self) -> None:
        text = self.text()
        if text != self._known:  # else only the input method composes
            self._known = text
            self.textEdited.emit(text)

    # -- as high as its text -----------------------------------------------------------------------

    def _grow(self) -> None:
        # counted in lines by the layout of plain text
        lines = max(1, round(self.document().size().height()))
        height = max(
            LEAST_HEIGHT,
            ceil(min(lines, MOST) * self.fontMetrics().lineSpacing()) + 2 * (MARGIN + FRAME),
        )
        over = (
            Qt.ScrollBarPolicy.ScrollBarAsNeeded
            if lines > MOST
            else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        )
        if over is not self.verticalScrollBarPolicy():
            self.setVerticalScrollBarPolicy(over)
        if height != self.height() or self.minimumHeight() != self.maximumHeight():
            self.setFixedHeight(height)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Another width breaks other lines."""
        super().resizeEvent(event)
        self._grow()

    # -- keys --------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """There is one paragraph: Enter ends none; with Shift it ends a line of it."""
        shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not shift:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802
        """What is pasted comes in as one paragraph."""
        if self.takes is None or not self.takes(source):
            self.insertPlainText(one_paragraph(text_in(source)))

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Reached by Tab, all of it is chosen, as in a line."""
        super().focusInEvent(event)
        if event.reason() in {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}:
            self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """What was chosen is chosen no longer once the keys go elsewhere."""
        super().focusOutEvent(event)
        if event.reason() not in {
            Qt.FocusReason.PopupFocusReason,
            Qt.FocusReason.ActiveWindowFocusReason,
        }:
            self.moveCursor(QTextCursor.MoveOperation.Start)
