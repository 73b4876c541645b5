"""The input method on the page: what it asks, what it composes, what it commits."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRectF, Qt, QTimer
from PySide6.QtGui import QFont, QGuiApplication, QInputMethodEvent, QKeyEvent, QTextCharFormat

from desktop.canvas.context import Context
from desktop.canvas.editing import TextEditor, typing_name
from desktop.canvas.motion import string_at
from desktop.canvas.preedit import Clause, ComposedText, Preedit
from desktop.selection import Caret, Selection, TextPosition, of_text
from desktop.utf16 import points, units
from desktop.widgets.composing import LEAVING

Query = Qt.InputMethodQuery

SHIFTING = frozenset(
    {
        Qt.Key.Key_Shift,
        Qt.Key.Key_Control,
        Qt.Key.Key_Alt,
        Qt.Key.Key_AltGr,
        Qt.Key.Key_Meta,
        Qt.Key.Key_CapsLock,
        Qt.Key.Key_unknown,
    }
)
"""Keys that do nothing by themselves."""


class InputMethod:
    """Answers the input method for the text at the caret.

    What it composes is on the pages at once, set as it will be after the commit
    (`Session.show_meanwhile`), and comes into the issue when it is chosen, or when the editor turns
    to something else. Offsets of Qt count UTF-16 units, ours code points.
    """

    def __init__(self, context: Context, editor: TextEditor) -> None:
        self._context = context
        self._editor = editor
        self._preedit = Preedit()
        self._caret: Caret | None = None
        self._dropped: ComposedText | None = None
        self._kept = ""
        self._deaf = False
        self._rectangle = QRectF(0, 0, 1, 1)
        self._elsewhere = Elsewhere(self.commit, context.viewport.owner)
        context.session.issue_changed.connect(self._compose)
        context.session.opened.connect(self.reset)

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
        session = self._context.session
        if self._editor.now is None or self._deaf or self._comes_late(event):
            event.ignore()
            return
        if _brings(event) and session.refuses():
            event.ignore()
            return
        if self.is_composing and not _brings(event):
            self._drop()
        if event.commitString() or event.replacementLength():
            # a word that was chosen is a step of its own; characters that come one by one are keys
            chosen = self.is_composing or len(event.commitString()) > 1
            self._preedit = Preedit()
            self._replace(event, whole=chosen)
        self._preedit = _preedit_of(event)
        self._compose()
        event.accept()
        self._editor.caret.start()
        self._context.viewport.update()
        self.moved()

    def _comes_late(self, event: QInputMethodEvent) -> bool:
        """Whether an event commits what was taken already, unasked."""
        late = bool(self._kept) and event.commitString() == self._kept
        if late or event.preeditString():
            self._kept = ""
        return late

    def _replace(self, event: QInputMethodEvent, *, whole: bool) -> None:
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
            editor.insert(event.commitString(), whole=whole)
        # taken back, and nothing in its place
        elif editor.now is not None and editor.now.marks:
            editor.delete(-1)

    def _compose(self) -> None:
        """Have the pages show what is composed, in place of what is marked; without anything they
        show the issue again, and the marks with it.
        """
        caret = self._editor.caret
        typed = self._editor.typed(self._preedit.text) if self.is_composing else None
        if typed is None:
            self._preedit, self._caret, caret.composition = Preedit(), None, None
        else:
            start = typed.offset - len(self._preedit.text)
            self._caret = self._editor.now
            caret.composition = ComposedText(typed.issue, typed.place, start, self._preedit)
        self._elsewhere.listen(on=typed is not None)
        self._context.session.show_meanwhile(typed.issue if typed is not None else None)
        if typed is not None:
            self._editor.follow()

    def selected(self) -> None:
        """Something else is selected: what is composed stays where it was composed."""
        composed, selection = self._editor.caret.composition, self._context.session.selection
        if composed is not None and selection.caret != self._caret:
            self._keep(composed, selection)
        self.moved()

    def moved(self) -> None:
        """Tell the input method where the caret is now: its window follows."""
        if self._context.viewport.has_focus:
            QGuiApplication.inputMethod().update(Query.ImQueryInput | Query.ImEnabled)

    def view_moved(self) -> None:
        """The pages are scrolled, enlarged, or others."""
        if self.is_composing:
            self.moved()

    # -- ending it ---------------------------------------------------------------------------------

    def commit(self) -> None:
        """Take what is composed into the issue as it stands: a click, a command, or other keys end
        it. Input methods that are asked to commit it themselves drop it, or send it later, to where
        the caret is then.
        """
        if self.is_composing:
            self.keep()
            self._deaf = True
            QGuiApplication.inputMethod().reset()
            self._deaf = False

    def keep(self) -> None:
        """Take what is composed into the issue as it stands, and say nothing of it to the input
        method: keys go elsewhere already. What Qt had it drop just now is kept too.
        """
        composed = self._editor.caret.composition or self._dropped
        if composed is not None:
            self._keep(composed, of_text(composed.end))

    def _keep(self, composed: ComposedText, selection: Selection) -> None:
        self._preedit, self._dropped, self._kept = Preedit(), None, composed.preedit.text
        self._compose()
        self._context.session.do(typing_name(), composed.issue, selection)

    def _drop(self) -> None:
        """What was composed is given up; should keys go elsewhere before anything else happens, it
        was Qt that asked for it and not the editor.
        """
        self._dropped = self._editor.caret.composition
        QTimer.singleShot(0, self._forget)

    def _forget(self) -> None:
        self._dropped = None

    def reset(self) -> None:
        """Drop what is being composed: there is another document."""
        if self.is_composing:
            self._preedit = Preedit()
            self._compose()
            QGuiApplication.inputMethod().reset()

    def pressed(self, event: QKeyEvent) -> None:
        """A key that the input method left to us ends what it composes, unless it only shifts
        another one.
        """
        if event.key() not in SHIFTING:
            self._kept = ""
            self.commit()

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
            return self._at_caret().toRect()
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

    def _at_caret(self) -> QRectF:
        """The caret in the view: the window of candidates stands under it.

        Where the pages with the last key on them are not here yet, it is where it was.
        """
        self._rectangle = self._editor.caret.area() or self._rectangle
        return self._rectangle

    def _font(self) -> QFont:
        font = QFont(self._context.viewport.font)
        # a caret is 1.1 em high (`carets.CARET_RISE` and `CARET_DROP`)
        font.setPixelSize(max(8, round(self._at_caret().height() / 1.1)))
        return font


class Elsewhere(QObject):
    """Hears of presses anywhere in the program and of windows that come before it, while something
    is composed: first of all, before they move the caret, the focus, or the selection.
    """

    def __init__(self, left: Callable[[], None], owner: QObject | None) -> None:
        super().__init__(owner)
        self._left = left
        self._on = False

    def listen(self, *, on: bool) -> None:
        """Listen from now on, or no longer."""
        app = QCoreApplication.instance()
        if app is None or on == self._on:
            return
        self._on = on
        if on:
            app.installEventFilter(self)
        else:
            app.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802, Qt's name
        """Nothing is held back."""
        if event.type() in LEAVING:
            self._left()
        return False


def _brings(event: QInputMethodEvent) -> bool:
    """Whether an event would change the text, now or in the end."""
    return bool(event.preeditString() or event.commitString() or event.replacementLength())


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
