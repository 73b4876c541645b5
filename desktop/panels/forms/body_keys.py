"""Keys in the field of an article's text: every one that changes text is an edit of the issue."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QTextCursor

from desktop import marking
from desktop.canvas.motion import MotionUnit
from desktop.incoming import types
from desktop.mark_keys import is_page_break, kind_of
from desktop.panels.forms.body_acts import BodyActs, RowEditor
from layouts.issue.text import LINE_BREAK

KEYS = QKeySequence.StandardKey
Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier

MOVES = {
    Key.Key_Left, Key.Key_Right, Key.Key_Up, Key.Key_Down,
    Key.Key_Home, Key.Key_End, Key.Key_PageUp, Key.Key_PageDown,
    Key.Key_Tab, Key.Key_Backtab,
}  # fmt: skip
"""Keys that move the caret or leave the field, as Qt has it."""

PARAGRAPHS = {Key.Key_Up, Key.Key_Down}
ENTER = {Key.Key_Return, Key.Key_Enter}


class KeyedEditor(RowEditor, Protocol):
    """The field, and what acts in it."""

    acts: BodyActs


def is_qts(event: QKeyEvent) -> bool:
    """Whether a key means what Qt makes of it."""
    return event.matches(KEYS.SelectAll) or (event.key() in MOVES and not _by_paragraph(event))


def pressed(editor: KeyedEditor, event: QKeyEvent) -> bool:
    """Do what a key means; False where it means nothing here."""
    acts, stack = editor.acts, editor.session.stack
    standard = {
        KEYS.Undo: stack.undo,
        KEYS.Redo: stack.redo,
        KEYS.Cut: acts.take_out,
        KEYS.Paste: lambda: acts.put_in(QGuiApplication.clipboard().mimeData()),
        KEYS.Copy: acts.copy,
    }
    for key, act in standard.items():
        if event.matches(key):
            act()
            return True
    if _by_paragraph(event):
        _go_by_paragraph(editor, event)
    elif (kind := kind_of(event)) is not None:
        marking.toggle(editor.session, kind)
    else:
        return _typed(acts, event)
    return True


def _by_paragraph(event: QKeyEvent) -> bool:
    """Ctrl+Up and Ctrl+Down, which Qt has no meaning for."""
    return event.key() in PARAGRAPHS and bool(event.modifiers() & CONTROL)


def _go_by_paragraph(editor: RowEditor, event: QKeyEvent) -> None:
    cursor, move, mode = editor.textCursor(), QTextCursor.MoveOperation, QTextCursor.MoveMode
    if event.key() == Key.Key_Up:
        to = move.PreviousBlock if cursor.atBlockStart() else move.StartOfBlock
    else:
        is_last = cursor.blockNumber() == editor.document().blockCount() - 1
        to = move.EndOfBlock if is_last else move.NextBlock
    is_shifted = bool(event.modifiers() & SHIFT)
    cursor.movePosition(to, mode.KeepAnchor if is_shifted else mode.MoveAnchor)
    editor.setTextCursor(cursor)


def _typed(acts: BodyActs, event: QKeyEvent) -> bool:
    control = bool(event.modifiers() & (CONTROL | ALT))
    unit = MotionUnit.WORD if control else MotionUnit.CHARACTER
    if event.key() == Key.Key_Backspace:
        acts.erase(-1, unit)
    elif event.key() == Key.Key_Delete:
        acts.erase(1, unit)
    elif is_page_break(event):
        acts.break_page()
    elif event.key() in ENTER and not control:
        if event.modifiers() & SHIFT:
            acts.insert(LINE_BREAK)
        else:
            acts.split()
    elif types(event.text()) and not control:
        acts.insert(event.text())
    else:
        return False
    return True
