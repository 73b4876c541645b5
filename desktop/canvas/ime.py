"""The input method on the page: what it asks, what it composes, what it commits."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QGuiApplication, QInputMethodEvent, QPainter, QTextCharFormat

from desktop.canvas.context import Context
from desktop.canvas.editing import TextEditor
from desktop.canvas.motion import string_at
from desktop.canvas.overlay_style import OverlayStyle
from desktop.canvas.preedit import Clause, Preedit, paint_preedit
from desktop.selection import Caret, TextPosition

Query = Qt.InputMethodQuery


class InputMethod:
    """Answers the input method for the text at the caret.

    Offsets of Qt count UTF-16 units, ours code points.
    """

    def __init__(self, context: Context, editor: TextEditor) -> None:
        self._context = context
        self._editor = editor
        self._preedit = Preedit()

    @property
    def is_composing(self) -> bool:
        """Whether characters wait to be chosen."""
        return bool(self._preedit.text)

    @property
    def preedit(self) -> Preedit:
        """What waits to be chosen."""
        return self._preedit

    # -- what it sends -----------------------------------------------------------------------------

    def event(self, event: QInputMethodEvent) -> None:
        """Take what is committed into the text; show what is not committed yet in place."""
        editor = self._editor
        now = editor.now
        if now is None:
            event.ignore()
            return
        # typed over, as by a key
        if now.marks and (event.preeditString() or event.commitString()):
            editor.make_room()
        if event.commitString() or event.replacementLength():
            self._replace(event)
        self._preedit = _preedit_of(event)
        event.accept()
        editor.caret.start()
        self._context.viewport.update()
        self.moved()

    def _replace(self, event: QInputMethodEvent) -> None:
        """Commit; some input methods take back characters around the caret first (reconversion)."""
        editor, issue = self._editor, self._context.session.issue
        now = editor.now
        if now is None or issue is None:
            return
        if event.replacementLength():
            string = string_at(issue, now.position.place)
            # Qt counts from the caret
            start = units(string[: now.position.offset]) + event.replacementStart()
            first = points(string, start)
            last = points(string, start + event.replacementLength())
            editor.go(TextPosition(now.position.place, first))
            editor.go(TextPosition(now.position.place, last), extend=True)
        if event.commitString():
            editor.insert(event.commitString())
        # taken back, and nothing in its place
        elif editor.now is not None and editor.now.marks:
            editor.delete(-1)

    def selected(self) -> None:
        """Something else is selected: where no text is edited, nothing is composed any more."""
        if self._editor.now is None:
            self.reset()
        self.moved()

    def moved(self) -> None:
        """Tell the input method where the caret is now: its window follows."""
        if self._context.viewport.has_focus:
            QGuiApplication.inputMethod().update(Query.ImQueryInput | Query.ImEnabled)

    def commit(self) -> None:
        """Have what is being composed committed: a click ends it."""
        if self.is_composing:
            QGuiApplication.inputMethod().commit()
            self._preedit = Preedit()

    def reset(self) -> None:
        """Drop what is being composed: the text is left."""
        if self.is_composing:
            self._preedit = Preedit()
            QGuiApplication.inputMethod().reset()

    # -- what it asks ------------------------------------------------------------------------------

    def query(self, query: Qt.InputMethodQuery) -> object:
        """An answer; None where we have none."""
        now = self._editor.now
        # asked without a caret too: then keys are not for the input method
        if query is Query.ImEnabled:
            return now is not None
        if query is Query.ImHints:
            return Qt.InputMethodHint.ImhMultiLine
        if now is None:
            return None
        if query in {Query.ImCursorRectangle, Query.ImAnchorRectangle}:
            return self._rectangle().toRect()
        if query is Query.ImFont:
            return self._font()
        return self._about_text(query, now)

    def _about_text(self, query: Qt.InputMethodQuery, now: Caret) -> object:
        issue = self._context.session.issue
        string = string_at(issue, now.position.place) if issue is not None else ""
        before, after = string[: now.position.offset], string[now.position.offset :]
        anchor = (
            now.anchor.offset if now.anchor.place == now.position.place else now.position.offset
        )
        if query is Query.ImSurroundingText:
            return string
        if query in {Query.ImCursorPosition, Query.ImAbsolutePosition}:
            return units(before)
        if query is Query.ImAnchorPosition:
            return units(string[:anchor])
        if query is Query.ImCurrentSelection:
            low, high = sorted((anchor, now.position.offset))
            return string[low:high]
        if query is Query.ImTextBeforeCursor:
            return before
        return after if query is Query.ImTextAfterCursor else None

    def _rectangle(self) -> QRectF:
        """The caret in the view: the window of candidates stands under it."""
        area = self._editor.caret.area()
        if area is None:
            return QRectF(0, 0, 1, 1)
        return (
            area.translated(self._preedit.caret_x - area.center().x(), 0)
            # 0: not painted yet
            if self.is_composing and self._preedit.caret_x
            else area
        )

    def _font(self) -> QFont:
        font = QFont(self._context.viewport.font)
        # a caret is 1.1 em high (`carets.CARET_RISE` and `CARET_DROP`)
        font.setPixelSize(max(8, round(self._rectangle().height() / 1.1)))
        return font

    def paint(self, painter: QPainter, look: OverlayStyle) -> None:
        """Paint what is being composed at the caret."""
        self._preedit.caret_x = paint_preedit(
            painter, look, self._context, self._editor.caret, self._preedit
        )


def units(string: str) -> int:
    """The UTF-16 units of a string."""
    return len(string.encode("utf-16-le", "surrogatepass")) // 2


def points(string: str, count: int) -> int:
    """The code points in so many UTF-16 units of a string."""
    at = 0
    for k, character in enumerate(string):
        if at >= count:
            return k
        at += 2 if character > "\uffff" else 1
    return len(string)


def _preedit_of(event: QInputMethodEvent) -> Preedit:
    """What an event composes: its text, the caret in it, and the clause that is being chosen."""
    text = event.preeditString()
    found = Preedit(text, len(text))
    for attribute in event.attributes():
        if attribute.type is QInputMethodEvent.AttributeType.Cursor:
            # length 0: the input method shows no caret
            found.cursor = points(text, attribute.start) if attribute.length else None
        elif attribute.type is QInputMethodEvent.AttributeType.TextFormat:
            style = attribute.value
            # the clause being chosen is told by a ground or a whole line under it; dashes are what
            # all of it has
            chosen = isinstance(style, QTextCharFormat) and (
                style.background().style() is not Qt.BrushStyle.NoBrush
                or style.underlineStyle()
                not in {
                    QTextCharFormat.UnderlineStyle.NoUnderline,
                    QTextCharFormat.UnderlineStyle.DashUnderline,
                }
            )
            start = points(text, attribute.start)
            # of all of it nothing is told apart
            if chosen and attribute.length < units(text):
                found.clauses.append(
                    Clause(start, points(text, attribute.start + attribute.length))
                )
    return found
