"""The article on the pages as a text for screen readers: lines as they are set, caret and marked
text.

Qt's own text field keeps it, unseen: a text interface written in Python lacks the selection and the
lines, since PySide (6.11, 6.12) passes on no method with results in its arguments.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import accumulate

from PySide6.QtCore import QObject, QSignalBlocker
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QAccessibleTextCursorEvent,
    QAccessibleTextInterface,
    QAccessibleTextSelectionEvent,
    QAccessibleTextUpdateEvent,
    QTextBlock,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QAbstractScrollArea, QAccessibleWidget, QTextEdit
from shiboken6 import Shiboken

from desktop.canvas.context import Context
from desktop.canvas.motion import string_at
from desktop.canvas.where import address_of_place, texts_of
from desktop.selection import TextPosition, of_text
from desktop.utf16 import points, units
from layouts.issue.places import Place

Kept = list[tuple[Place, str]]
"""The texts of the article, in reading order: a paragraph of the field each."""


class ReadText:
    """Follows what is selected as long as somebody listens.

    Offsets are UTF-16 units into the texts, with one between two of them.
    """

    def __init__(self, widget: QAbstractScrollArea, context: Context) -> None:
        self._widget = widget
        self._context = context
        self._kept: Kept = []
        self._following = False
        self._field = QTextEdit()  # of no window: nobody meets it there
        self._field.setUndoRedoEnabled(False)
        self._field.setLineWrapMode(QTextEdit.LineWrapMode.NoWrap)
        self._field.cursorPositionChanged.connect(self._take_caret)
        self._put_all()  # tells nothing: whoever asks now hears it

    def interface(self) -> QAccessibleTextInterface:
        """What a screen reader reads it by."""
        return QAccessible.queryAccessibleInterface(self._field).textInterface()

    def follow(self) -> None:
        """Bring text, lines and caret up to date and tell what is another."""
        before = self._field.toPlainText()
        at = (self._field.textCursor().anchor(), self._field.textCursor().position())
        now = self._put_all()
        self._tell_text(before, self._field.toPlainText(), now[1])
        if now != at and self._context.session.selection.caret is not None:
            self._tell(QAccessibleTextCursorEvent(self._widget, now[1]))
            if now[0] != now[1] or at[0] != at[1]:
                self._tell(QAccessibleTextSelectionEvent(self._widget, min(now), max(now)))

    def _put_all(self) -> tuple[int, int]:
        """Fill the field; where its anchor and caret are now."""
        self._following = True
        self._fill()
        ends = self._put_caret()
        self._following = False
        return ends

    # -- into the field ----------------------------------------------------------------------------

    def _fill(self) -> None:
        """The article with what is selected; only paragraphs that are another are put anew."""
        texts = self._texts()
        document = self._field.document()
        if len(texts) != len(self._kept) or not self._kept:
            self._field.setPlainText("\n".join(string for _place, string in texts))
        else:
            for number, (new, old) in enumerate(zip(texts, self._kept, strict=True)):
                if new[1] != old[1]:
                    cursor = QTextCursor(document.findBlockByNumber(number))
                    cursor.movePosition(
                        QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor
                    )
                    cursor.insertText(new[1])
        self._kept = texts
        for number, (place, string) in enumerate(texts):
            _set_lines(document.findBlockByNumber(number), self._lines(place, string))

    def _texts(self) -> Kept:
        issue, place = self._context.session.issue, self._context.session.selection.place
        if issue is None or place is None or place.article is None:
            return []
        try:
            places = texts_of(issue, place)
        except LookupError:  # the selection follows in a moment
            return []
        # a line of its own would part what is one paragraph to a reader
        return [(one, string_at(issue, one).replace("\n", " ")) for one in places]

    def _lines(self, place: Place, string: str) -> list[int]:
        """The lengths of a text's lines as the pages have them; the last one takes what is left."""
        issue, pages = self._context.session.issue, self._context.pages
        address = None if issue is None else address_of_place(issue, place)
        if address is None:
            return []
        starts = sorted(
            {pages[page].lines[line].start for page, line in self._context.map.lines_of(address)}
        )
        ends = [units(string[:start]) for start in starts[1:] if start <= len(string)]
        return [end - start for start, end in zip([0, *ends], ends, strict=False)]

    def _put_caret(self) -> tuple[int, int]:
        """The field's caret where the session has it; anchor and position."""
        caret = self._context.session.selection.caret
        ends = (
            (0, 0) if caret is None else (self._offset(caret.anchor), self._offset(caret.position))
        )
        cursor = self._field.textCursor()
        cursor.setPosition(ends[0])
        cursor.setPosition(ends[1], QTextCursor.MoveMode.KeepAnchor)
        with QSignalBlocker(self._field):
            self._field.setTextCursor(cursor)
        return cursor.anchor(), cursor.position()

    def _offset(self, at: TextPosition) -> int:
        starts = accumulate((units(string) + 1 for _place, string in self._kept), initial=0)
        for (place, string), start in zip(self._kept, starts, strict=False):
            if place == at.place:
                return start + units(string[: at.offset])
        return 0

    def _take_caret(self) -> None:
        """A screen reader, or a braille line, put the caret somewhere."""
        if self._following or self._context.session.selection.caret is None:
            return
        cursor = self._field.textCursor()
        ends = [self._position(at) for at in (cursor.position(), cursor.anchor())]
        if ends[0] is not None:
            self._context.session.select(of_text(ends[0], ends[1]))

    def _position(self, offset: int) -> TextPosition | None:
        block = self._field.document().findBlock(offset)
        if not 0 <= block.blockNumber() < len(self._kept):
            return None
        place, string = self._kept[block.blockNumber()]
        return TextPosition(place, points(string, offset - block.position()))

    # -- telling -----------------------------------------------------------------------------------

    def _tell_text(self, before: str, now: str, caret: int) -> None:
        """Say which characters came in place of which."""
        if before == now:
            return
        same = 0
        while same < min(len(before), len(now)) and before[same] == now[same]:
            same += 1
        rest = 0
        while rest < min(len(before), len(now)) - same and before[-1 - rest] == now[-1 - rest]:
            rest += 1
        event = QAccessibleTextUpdateEvent(
            self._widget,
            units(now[:same]),
            before[same : len(before) - rest],
            now[same : len(now) - rest],
        )
        event.setCursorPosition(caret)
        self._tell(event)

    def _tell(self, event: QAccessibleEvent) -> None:
        QAccessible.updateAccessibility(event)


def _set_lines(block: QTextBlock, lengths: list[int]) -> None:
    """Break a paragraph of the field where the pages break it."""
    layout = block.layout()
    option = QTextOption(layout.textOption())
    option.setWrapMode(QTextOption.WrapMode.WrapAnywhere)
    layout.setTextOption(option)
    layout.clearLayout()
    layout.beginLayout()
    for length in [*lengths, block.length()]:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setNumColumns(length)
    layout.endLayout()


# -- the interface ---------------------------------------------------------------------------------


class PagesInterface(QAccessibleWidget):
    """The pages to a screen reader: a text of many lines, which `text_of` gives for the widget."""

    def __init__(
        self,
        widget: QAbstractScrollArea,
        text_of: Callable[[QObject], QAccessibleTextInterface],
    ) -> None:
        super().__init__(widget, QAccessible.Role.EditableText)
        self._text_of = text_of
        _HELD.append(self)

    def state(self) -> QAccessible.State:
        """Lines; to be edited in them."""
        state = super().state()
        state.multiLine = True
        state.editable = True
        return state

    def interface_cast(self, kind: QAccessible.InterfaceType) -> object:  # pyright: ignore[reportIncompatibleMethodOverride]
        """The text. PySide takes an object for a pointer, and needs one for none."""
        if kind == QAccessible.InterfaceType.TextInterface:
            return self._text_of(self.object())
        return Shiboken.VoidPtr(0)


_HELD: list[PagesInterface] = []
"""Every interface there was: Qt deletes it with its widget, so Python must not do so before. It
holds nothing itself.
"""
