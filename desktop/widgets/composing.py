"""What an input method composes in a field: kept when the editor turns to something else, and what
it was typed over is given back when it is given up.
"""

from __future__ import annotations

from typing import NamedTuple

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

TYPED_INTO = QLineEdit | QPlainTextEdit | QTextEdit

LEAVING = frozenset({QEvent.Type.MouseButtonPress, QEvent.Type.FocusAboutToChange})
"""Events by which the editor turns to something else."""


class Marked(NamedTuple):
    """What was marked in a field, and its ends in UTF-16 units: the caret stood at the second."""

    text: str
    anchor: int
    position: int


class FieldComposition(QObject):
    """Follows the field that has the keys, in all windows of the program.

    Qt takes out what is marked as soon as something is composed over it, and forgets it.

    Qt asks the input method to commit when the keys go elsewhere; some drop it then. So it is
    committed before Qt asks.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__(app, objectName="field composition")
        self._app = app
        self._field: TYPED_INTO | None = None
        self._text = ""
        self._over: Marked | None = None
        self._deaf = False
        app.focusChanged.connect(self._follow)

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        before = self._living
        if before is not None:
            before.removeEventFilter(self)
        self._compose("")
        self._field = now if isinstance(now, TYPED_INTO) else None
        if self._field is not None:
            self._field.installEventFilter(self)

    @property
    def _living(self) -> TYPED_INTO | None:
        """The field, unless it is being deleted with its dialog or panel: the keys go elsewhere in
        the middle of that, and what was sent to it then would crash.
        """
        return self._field if shiboken6.isValid(self._field) else None

    def _compose(self, text: str) -> None:
        """Know what is composed; presses are heard of while something is."""
        if bool(text) != bool(self._text):
            if text:
                self._app.installEventFilter(self)
            else:
                self._app.removeEventFilter(self)
        self._text = text

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802, Qt's name
        """Only what comes while we end a composition, or gives one up, is held back."""
        field = self._field
        if isinstance(event, QInputMethodEvent) and watched is field and field is not None:
            if self._deaf:
                return True
            before, now = self._text, event.preeditString()
            if now and not before:
                self._over = _marked(field)
            self._compose(now)
            if not now or event.commitString():
                over, self._over = self._over, None
                if before and over is not None and not event.commitString():
                    _give_back(field, over)
                    return True
        elif self._text and event.type() in LEAVING:
            self._commit()
        return False

    def _commit(self) -> None:
        field, text = self._living, self._text
        if field is None:
            return
        event = QInputMethodEvent()
        event.setCommitString(text)
        QCoreApplication.sendEvent(field, event)
        self._deaf = True
        QGuiApplication.inputMethod().reset()
        self._deaf = False


def _marked(field: TYPED_INTO) -> Marked | None:
    """What is marked in a field that gives nothing back by itself."""
    if isinstance(field, QLineEdit):
        text, start, end = field.selectedText(), field.selectionStart(), field.selectionEnd()
        ends = (end, start) if field.cursorPosition() == start else (start, end)
    # one without steps of its own writes into something that has them
    elif field.isUndoRedoEnabled():
        cursor = field.textCursor()
        text, ends = cursor.selectedText(), (cursor.anchor(), cursor.position())
    else:
        return None
    return Marked(text, *ends) if text else None


def _give_back(field: TYPED_INTO, marked: Marked) -> None:
    """Put in again what was marked, and mark it, in place of what was composed over it."""
    event = QInputMethodEvent()
    event.setCommitString(marked.text)
    QCoreApplication.sendEvent(field, event)
    if isinstance(field, QLineEdit):
        field.setSelection(marked.anchor, marked.position - marked.anchor)
    else:
        cursor = field.textCursor()
        cursor.setPosition(marked.anchor)
        cursor.setPosition(marked.position, QTextCursor.MoveMode.KeepAnchor)
        field.setTextCursor(cursor)
