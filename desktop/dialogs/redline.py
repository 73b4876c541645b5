"""A text with what was added underlined and what was taken out struck through, in colour
besides.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from desktop.theme import Theme, current_theme
from desktop.words import tr
from layouts.store.compare import Change
from layouts.store.redline import Kept, RedlinePiece

LEADING = 160.0
"""Percent of a line: room for a line under the characters."""

GAP = 6.0
"""Px between two paragraphs."""


def mark_format(kind: Kept, theme: Theme, *, ground: bool = True) -> QTextCharFormat:
    """How characters of a kind look: never told by colour alone.

    On a `ground` of their colour single characters are found at once.
    """
    made = QTextCharFormat()
    made.setForeground(QColor(theme.text))
    if kind == "added":
        made.setFontUnderline(True)
        made.setForeground(QColor(theme.ok))
    elif kind == "removed":
        made.setFontStrikeOut(True)
        made.setForeground(QColor(theme.error))
    if ground and kind != "same":
        made.setBackground(QColor(theme.ok_soft if kind == "added" else theme.error_soft))
    return made


class RedlineView(QTextEdit):
    """Shows the pieces of a redline; it is read and copied from, never typed in."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setAccessibleName(tr("文字对照"))
        self.document().setDocumentMargin(12)
        self._pieces: tuple[RedlinePiece, ...] = ()

    def show_change(self, change: Change) -> None:
        """Show another text, from its beginning."""
        self._pieces = change.pieces
        self._write()
        self.setAccessibleDescription(_said(change))
        self._show_first_change()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802, Qt's name
        """Another theme, other colours."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and hasattr(self, "_pieces"):
            self._write()

    def _write(self) -> None:
        self.clear()
        theme, cursor = current_theme(), QTextCursor(self.document())
        block = QTextBlockFormat()
        block.setLineHeight(LEADING, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        block.setBottomMargin(GAP)
        cursor.setBlockFormat(block)
        texts = list(self._pieces)
        if texts and texts[-1].text.endswith("\n"):
            texts[-1] = texts[-1]._replace(text=texts[-1].text.removesuffix("\n"))
        for piece in texts:
            cursor.insertText(piece.text, mark_format(piece.kind, theme, ground=len(texts) > 1))

    def _show_first_change(self) -> None:
        """Bring the first change into view with the line before it."""
        cursor = QTextCursor(self.document())
        before = 0
        for piece in self._pieces:
            if piece.kind != "same":
                break
            before += len(piece.text.encode("utf-16-le")) // 2
        else:
            before = 0
        cursor.setPosition(min(before, max(0, self.document().characterCount() - 1)))
        self.setTextCursor(cursor)
        self.ensureCursorVisible()


def _said(change: Change) -> str:
    if change.only_marks:
        return tr("只改了格式")
    return tr("新增 {added} 字，删去 {removed} 字", added=change.added, removed=change.removed)
