"""The text of an article as rows in the inspector.

Nothing is typed into the widget itself: every key is an edit of the issue.
"""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QMimeData,
    QPoint,
    QRect,
    QRectF,
    QSignalBlocker,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QAction,
    QColor,
    QContextMenuEvent,
    QDragLeaveEvent,
    QDropEvent,
    QFocusEvent,
    QGuiApplication,
    QHelpEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QMenu, QPlainTextEdit, QToolTip, QWidget

from desktop import marking
from desktop.carrying import carried, copies, is_carried
from desktop.incoming import may_hold
from desktop.mark_keys import is_page_break, kind_of
from desktop.panels.forms.body_acts import BodyActs
from desktop.panels.forms.body_document import RowHighlighter, put_rows
from desktop.panels.forms.body_gutter import GUTTER, Gutter
from desktop.panels.forms.body_keys import is_qts, pressed
from desktop.panels.forms.rows import Row, rows_of
from desktop.paragraph_forms import shift_items
from desktop.selection import SelectionKind, TextPosition, of_text
from desktop.session import Session
from desktop.theme import current_theme
from desktop.utf16 import points, units
from desktop.widgets.sound import sound
from desktop.words import tr
from layouts.issue.article import Article
from layouts.issue.places import Place
from layouts.issue.splice import marks_at
from layouts.issue.text import MarkKind, Text

EMPTY = Row(0, 0, "")
"""What an article without a text shows: a row to begin it in."""


@sound
class BodyEditor(QPlainTextEdit):
    """The rows of one article, in step with its page.

    `given`: what was pasted or dropped that is no text (QMimeData), and the place of the block it
    is to stand before; `pasted`: text that is more than a line (QMimeData), the issue without what
    was marked, and the caret in it.
    """

    given = Signal(object, object)
    pasted = Signal(object, object, object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.rows: list[Row] = []
        self._article: Article | None = None
        self.place = Place(0, 0)
        self._following = False
        self.acts = BodyActs(self, self.given.emit, self.pasted.emit)
        self._gutter = Gutter(self, self.bands)
        self._highlighter = RowHighlighter(self.document(), lambda: self.rows)
        self.setAccessibleName(tr("正文"))
        self.setPlaceholderText(tr("在这里写正文"))
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setViewportMargins(GUTTER, 0, 0, 0)
        self.setMinimumHeight(160)
        self.cursorPositionChanged.connect(self._select)
        self.selectionChanged.connect(self._select)
        self.document().contentsChange.connect(self._guard)
        self.updateRequest.connect(self._gutter.follow)
        # rows move too where the view jumps or a row gets another height
        self.verticalScrollBar().valueChanged.connect(self._gutter.moved)
        self.document().documentLayout().documentSizeChanged.connect(self._gutter.moved)

    def focusNextPrevChild(self, onward: bool) -> bool:  # noqa: N802, Qt's name
        """Tab and Shift+Tab are the level's in a list; elsewhere they leave the field."""
        return shift_items(self.session, onward=onward) or super().focusNextPrevChild(onward)

    def sizeHint(self) -> QSize:  # noqa: N802, Qt's name
        """A dozen lines; more where there is room."""
        return QSize(240, 260)

    # -- following ---------------------------------------------------------------------------------

    def show_article(self, place: Place, article: Article) -> None:
        """Show an article; its rows are changed only where they differ."""
        if article is not self._article or place != self.place:
            self._put(place, article)
        self.show_caret()

    def _put(self, place: Place, article: Article) -> None:
        old, new = self.rows, rows_of(article) or [EMPTY]
        self._article, self.place, self.rows = article, place, new
        self._following = True
        try:
            put_rows(self.document(), old, new)
        finally:
            self._following = False
        looks = {(row.string, row.marks, row.level, row.label) for row in old}
        for number, row in enumerate(new):
            if (row.string, row.marks, row.level, row.label) not in looks and (
                row.marks or row.level or row.label or old
            ):
                self._highlighter.rehighlightBlock(self.document().findBlockByNumber(number))
        self._gutter.update()

    def show_caret(self) -> None:
        """Put the caret where the session has it."""
        caret = self.session.selection.caret
        if caret is None or caret.position.place.of_article != self.place:
            return
        ends = [self._position(at) for at in (caret.anchor, caret.position)]
        cursor = self.textCursor()
        if None in ends or [cursor.anchor(), cursor.position()] == ends:
            return
        cursor.setPosition(ends[0] or 0)
        cursor.setPosition(ends[1] or 0, QTextCursor.MoveMode.KeepAnchor)
        self._following = True
        with QSignalBlocker(self):
            self.setTextCursor(cursor)
        self._following = False
        self.ensureCursorVisible()

    def _position(self, at: TextPosition) -> int | None:
        place = at.place
        row = next(
            (
                k
                for k, row in enumerate(self.rows)
                if (row.block, row.part) == (place.block, place.part) and not row.label
            ),
            None,
        )
        if row is None:
            return None
        return self.document().findBlockByNumber(row).position() + units(
            self.rows[row].string[: at.offset]
        )

    def _guard(self, _at: int, removed: int, added: int) -> None:
        """What reached the widget past us (a drag out of it) is put right: the issue is the
        truth.
        """
        if not self._following and (removed or added):
            QTimer.singleShot(0, self._put_right)

    def _put_right(self) -> None:
        shown = self.document().toRawText().split("\u2029")
        if shown != [row.string for row in self.rows]:
            self._following = True
            self.setPlainText("\n".join(row.string for row in self.rows))
            self._following = False

    # -- where the caret is ------------------------------------------------------------------------

    def row(self, position: int | None = None) -> Row:
        """The row of a position, the caret's without one."""
        at = self.textCursor().position() if position is None else position
        return self.rows[min(self.document().findBlock(at).blockNumber(), len(self.rows) - 1)]

    def text_position(self, position: int) -> TextPosition | None:
        """What a position in the document is in the issue; None in a label."""
        block = self.document().findBlock(position)
        row = self.row(position)
        if row.label or self.is_empty:
            return None
        return TextPosition(row.place(self.place), points(row.string, position - block.position()))

    @property
    def is_empty(self) -> bool:
        """Whether the article has no block at all."""
        return self.rows == [EMPTY] and self._article is not None and not self._article.blocks

    def _select(self) -> None:
        """The session's caret follows the editor's."""
        if self._following or not self.rows or not self.hasFocus():
            return
        cursor = self.textCursor()
        at, anchor = self.text_position(cursor.position()), self.text_position(cursor.anchor())
        if at is not None:
            self.acts.pause()
            self.session.select(of_text(at, anchor))

    # -- keys, input method, pointer ---------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802, Qt's name
        """Every key that changes text is an edit; those that move the caret are Qt's."""
        if is_qts(event):
            super().keyPressEvent(event)
        elif not pressed(self, event):
            event.ignore()

    def event(self, event: QEvent) -> bool:
        """Keys that set marks or begin a page are the text's, whatever they mean in the window."""
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and (kind_of(event) is not None or is_page_break(event))
        ):
            event.accept()
            return True
        return super().event(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:  # noqa: N802, Qt's name
        """What is being composed is shown by Qt; what is chosen is typed by us, below a label."""
        if self.acts.marked() is not None and (event.preeditString() or event.commitString()):
            self.acts.make_room()
        if event.commitString():
            self.acts.fill_room()
            self._following = True
            super().inputMethodEvent(QInputMethodEvent("", []))
            self._following = False
            self.acts.insert(event.commitString())
        if event.preeditString() or not event.commitString():
            self._following = True
            super().inputMethodEvent(QInputMethodEvent(event.preeditString(), event.attributes()))
            self._following = False
        if not event.preeditString() and not event.commitString():
            self.acts.give_back()

    def inputMethodQuery(  # noqa: N802
        self, query: Qt.InputMethodQuery, argument: object = None, /
    ) -> object:
        """What the input method asks; the text stands right of the gutter, of which Qt does not
        tell.
        """
        ask = super().inputMethodQuery
        answer = ask(query) if argument is None else ask(query, argument)
        inside = self.viewport().pos()
        return answer.translated(inside) if isinstance(answer, QRect | QRectF) else answer

    def canInsertFromMimeData(self, source: QMimeData) -> bool:  # noqa: N802, Qt's name
        """What may be dropped here, by its kinds; Qt shows the caret where it would fall."""
        return may_hold(source)

    def createMimeDataFromSelection(self) -> QMimeData:  # noqa: N802, Qt's name
        """What is dragged away: the same as what is copied."""
        return carried(self.session) or super().createMimeDataFromSelection()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802, Qt's name
        """Nothing is dropped into the widget itself: what falls here is pasted where it fell."""
        super().dragLeaveEvent(QDragLeaveEvent())  # takes that caret away
        cursor = self.cursorForPosition(event.position().toPoint())
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if is_carried(self.session, event):
            self.acts.move_to(cursor.position(), copies=copies(event))
        else:
            self.setTextCursor(cursor)
            self.acts.put_in(event.mimeData())
        # after a move Qt would take the text out of the widget behind us
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()

    # What the menus of the window call.

    def cut(self) -> None:
        """Take what is marked to the clipboard."""
        self.acts.take_out()

    def copy(self) -> None:
        """Copy what is marked."""
        self.acts.copy()

    def paste_plain(self) -> None:
        """Paste the characters alone."""
        self.acts.put_in(QGuiApplication.clipboard().mimeData(), plain=True)

    def delete(self) -> None:
        """Delete what is marked, or the character after the caret."""
        self.acts.erase(1)

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802, Qt's name
        """The middle mouse button pastes."""
        self.acts.put_in(source)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802, Qt's name
        """A double click on a photo's row selects the photo."""
        row = self.row(self.cursorForPosition(event.position().toPoint()).position())
        if row.label:
            self.acts.open_row(row)
        else:
            super().mouseDoubleClickEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802, Qt's name
        """Cut, copy, paste, and the window's commands of marks."""
        menu = QMenu(self)
        marked = self.textCursor().hasSelection()
        for text, act, enabled in (
            (tr("剪切"), self.cut, marked),
            (tr("复制"), self.copy, marked),
            (tr("粘贴"), lambda: self.acts.put_in(QGuiApplication.clipboard().mimeData()), True),
            (tr("全选"), self.selectAll, True),
        ):
            menu.addAction(text, act).setEnabled(enabled)
        menu.addSeparator()
        for kind in MarkKind:
            if (action := self.window().findChild(QAction, f"text.{kind}")) is not None:
                menu.addAction(action)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(event.globalPos())

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802, Qt's name
        """The session's caret comes here."""
        super().focusInEvent(event)
        if self.session.selection.kind is not SelectionKind.TEXT:
            self._select()

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802, Qt's name
        """Tool tips: what the marks under the pointer say."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.told_at(event.pos()), self.viewport())
            return True
        return super().viewportEvent(event)

    def told_at(self, at: QPoint) -> str:
        """What the marks at a point of the viewport say: an address, a reading, a note, a
        comment.
        """
        cursor = self.cursorForPosition(at)
        row, offset = self.row(cursor.position()), cursor.positionInBlock()
        if self.cursorRect(cursor).left() > at.x():
            offset -= 1
        index = points(row.string, offset)
        return (
            marking.told(marks_at(Text(row.string, row.marks), index))
            if 0 <= index < len(row.string)
            else ""
        )

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, Qt's name
        """The text, and a hairline between two rows."""
        painter = QPainter(self.viewport())
        painter.setPen(QColor(current_theme().border))
        for _row, rect in self.bands()[1:]:
            painter.drawLine(0, rect.top(), self.viewport().width(), rect.top())
        painter.end()
        super().paintEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802, Qt's name
        """The gutter is as high as the text."""
        super().resizeEvent(event)
        self._gutter.fit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802, Qt's name
        """Another theme, other looks."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.rows:
            self._highlighter.rehighlight()

    def bands(self) -> list[tuple[Row, QRect]]:
        """The rows in view and where they stand, viewport."""
        out: list[tuple[Row, QRect]] = []
        block = self.firstVisibleBlock()
        while block.isValid() and block.blockNumber() < len(self.rows):
            rect = self.blockBoundingGeometry(block).translated(self.contentOffset()).toRect()
            if rect.top() > self.viewport().height():
                break
            out.append((self.rows[block.blockNumber()], rect))
            block = block.next()
        return out
