"""Find and replace over the whole issue: a bar above the pages."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QToolButton,
    QWidget,
)

from desktop.icons import icon
from desktop.selection import (
    Selection,
    SelectionKind,
    TextPosition,
    of_article,
    of_section,
    of_text,
)
from desktop.session import Session
from desktop.words import tr
from layouts.issue.edits.find import (
    MASTHEAD_FIELDS,
    Match,
    find,
    replace_all,
    replace_match,
    shown_at,
)
from layouts.issue.edits.reading import reading_order
from layouts.issue.issue import Issue

FIELD = 150
"""Pixels of a field at least: some nine characters of what is looked for."""


class FindBar(QFrame):
    """Hidden until asked for.

    Enter finds the next, Shift+Enter the one before, Esc gives the keys back: `left`.
    """

    left = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("find-bar")
        self.setAccessibleName(tr("查找与替换"))
        self._session = session
        self._matches: list[Match] = []
        self._last: Match | None = None
        self.needle = QLineEdit(placeholderText=tr("查找"), clearButtonEnabled=True)
        self.needle.setAccessibleName(tr("查找"))
        self.replacement = QLineEdit(placeholderText=tr("替换为"), clearButtonEnabled=True)
        self.replacement.setAccessibleName(tr("替换为"))
        self.count = QLabel()
        self.count.setMinimumWidth(72)
        self.before = self._button(tr("上一个"), "chevron-up", self.previous)
        self.after = self._button(tr("下一个"), "chevron-down", self.next)
        self.match_case = self._toggle("Aa", tr("区分大小写"))
        self.match_width = self._toggle(tr("全半"), tr("区分全角半角"))
        self.one = self._button(tr("替换"), "", self.replace)
        self.all = self._button(tr("全部替换"), "", self.replace_all)
        self._leave = self._button(tr("关闭查找"), "close", self.leave)
        self._finding = _together(
            self.match_case, self.match_width, self.before, self.after, self.count
        )
        self._replacing = _together(self.one, self.all)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(12, 6, 8, 6)
        self._grid.setSpacing(4)
        self._in_two_rows: bool | None = None
        self._lay_out()
        # before the buttons: what is pasted while one of those has the keys is a new article
        QWidget.setTabOrder(self.needle, self.replacement)
        self.needle.textChanged.connect(self._search)
        self.needle.returnPressed.connect(self.next)
        self.needle.installEventFilter(self)
        self.replacement.returnPressed.connect(self.replace)
        session.issue_changed.connect(self._refresh)
        self.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802, Qt's name
        """Fields stay wide enough to read what is in them: replacing goes below finding."""
        super().resizeEvent(event)
        self._lay_out()

    def minimumSizeHint(self) -> QSize:  # noqa: N802, Qt's name
        """As narrow as two rows are."""
        least = self._needle_and(self._finding.sizeHint().width())
        return QSize(least, super().minimumSizeHint().height())

    def _needle_and(self, width: int) -> int:
        margins = self._grid.contentsMargins()
        beside = self._leave.sizeHint().width() + margins.left() + margins.right()
        return FIELD + width + beside + 2 * self._grid.spacing()

    def _lay_out(self) -> None:
        both = self._finding.sizeHint().width() + self._replacing.sizeHint().width()
        in_two = self.width() < self._needle_and(both) + FIELD
        if in_two == self._in_two_rows:
            return
        self._in_two_rows = in_two
        grid = self._grid
        row, at = (1, 0) if in_two else (0, 2)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        for widget, place, how in (
            (self.needle, (0, 0), Qt.AlignmentFlag(0)),
            (self._finding, (0, 1), left),
            (self.replacement, (row, at), Qt.AlignmentFlag(0)),
            (self._replacing, (row, at + 1), left),
            (self._leave, (0, 2 if in_two else 4), left),
        ):
            grid.removeWidget(widget)
            grid.addWidget(widget, *place, how)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(2, 0 if in_two else 1)

    # -- what the menus call -----------------------------------------------------------------------

    def open(self) -> None:
        """Show the bar with the marked text in it, ready to type."""
        marked = self._marked()
        self.show()
        if marked:
            self.needle.setText(marked)
        self._search()
        self.needle.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.needle.selectAll()

    def next(self) -> None:
        """Select the next match, after the last one the first."""
        self._step(1)

    def previous(self) -> None:
        """Select the match before, before the first one the last."""
        self._step(-1)

    def replace(self) -> None:
        """Replace the match that is selected and select the next one."""
        issue = self._session.issue
        if issue is None or self._last not in self._matches or self._last is None:
            self.next()
            return
        index, match = self._matches.index(self._last), self._last
        replaced = replace_match(issue, match, self.replacement.text()).issue
        self._session.do(tr("替换“{words}”", words=self.needle.text()), replaced, self._around())
        self._last = None
        if self._matches:
            self._show(self._matches[index % len(self._matches)])

    def replace_all(self) -> None:
        """Replace all matches in one step."""
        issue = self._session.issue
        if issue is None:
            return
        needle, case, width = (
            self.needle.text(),
            self.match_case.isChecked(),
            self.match_width.isChecked(),
        )
        done = replace_all(
            issue, needle, self.replacement.text(), match_case=case, match_width=width
        )
        self._session.do(
            tr("全部替换“{words}”", words=self.needle.text()), done.issue, self._around()
        )
        self.count.setText(tr("已替换 {n} 处", n=done.times))

    def leave(self) -> None:
        """Hide the bar; the pages have the keys again."""
        self.hide()
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802, Qt's name
        """Esc closes the bar; the caret stays at the last match."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802, Qt's name
        """Shift and Enter in a field of the bar find backwards."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        ):
            backwards = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
            if backwards:
                self.previous()
            return backwards
        return super().eventFilter(watched, event)

    # -- matches -----------------------------------------------------------------------------------

    def _search(self) -> None:
        issue = self._session.issue
        self._matches = [] if issue is None else self._found_in(issue)
        self._count()

    def _found_in(self, issue: Issue) -> list[Match]:
        return find(
            issue,
            self.needle.text(),
            match_case=self.match_case.isChecked(),
            match_width=self.match_width.isChecked(),
        )

    def _refresh(self) -> None:
        if self.isVisible():
            self._search()

    def _count(self) -> None:
        any_ = bool(self._matches)
        for button in (self.before, self.after, self.one, self.all):
            button.setEnabled(any_)
        if not self.needle.text():
            self.count.setText("")
        elif self._last in self._matches and self._last is not None:
            self.count.setText(f"{self._matches.index(self._last) + 1} / {len(self._matches)}")
        else:
            self.count.setText(tr("{n} 处", n=len(self._matches)) if any_ else tr("没有找到"))

    def _step(self, step: int) -> None:
        self._search()
        if not self._matches:
            return
        known = self._last in self._matches
        index = (
            self._matches.index(self._last) + step
            if known and self._last is not None
            else self._nearest(step)
        )
        self._show(self._matches[index % len(self._matches)])

    def _nearest(self, step: int) -> int:
        """The first match after the caret, or the last before it."""
        place = self._session.selection.place
        if place is None:
            return 0 if step > 0 else -1
        caret = self._session.selection.caret
        here = reading_order(
            caret.ordered[1]
            if caret and step > 0
            else caret.ordered[0]
            if caret
            else TextPosition(place, 0)
        )
        places = (
            (k, TextPosition(match.place, self._span(match)[0]))
            for k, match in enumerate(self._matches)
            if match.place is not None
        )
        after = next((k for k, position in places if reading_order(position) >= here), None)
        if step > 0:
            return after or 0
        return (len(self._matches) if after is None else after) - 1

    def _span(self, match: Match) -> tuple[int, int]:
        return (
            shown_at(self._session.issue, match)
            if self._session.issue is not None
            else (match.start, match.end)
        )

    def _show(self, match: Match) -> None:
        self._last = match
        place = match.place
        if place is None:
            self._session.select(
                Selection(
                    SelectionKind.MASTHEAD
                    if match.field in MASTHEAD_FIELDS
                    else SelectionKind.COLOPHON
                )
            )
        elif place.article is None:
            self._session.select(of_section(place))
        else:
            start, end = self._span(match)
            self._session.select(of_text(TextPosition(place, end), TextPosition(place, start)))
        self._count()

    def _around(self) -> Selection:
        """The selection without its caret, whose offset may be none any more after a
        replacement.
        """
        selection = self._session.selection
        place = selection.place
        return (
            of_article(place.of_article)
            if selection.caret is not None and place is not None
            else selection
        )

    def _marked(self) -> str:
        from layouts.issue.edits.clipboard import plain_text

        issue, caret = self._session.issue, self._session.selection.caret
        if issue is None or caret is None or not caret.marks:
            return ""
        text = plain_text(issue, *caret.ordered)
        return text if "\n" not in text else ""

    # -- its parts ---------------------------------------------------------------------------------

    def _button(self, text: str, symbol: str, act: object) -> QToolButton:
        button = QToolButton()
        if symbol:
            button.setIcon(icon(symbol))
        else:
            button.setText(text)
        button.setToolTip(text)
        button.setAccessibleName(text)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(act)
        return button

    def _toggle(self, text: str, name: str) -> QToolButton:
        button = self._button(name, "", self._search)
        button.setText(text)
        button.setCheckable(True)
        return button


def _together(*widgets: QWidget) -> QWidget:
    """Widgets close beside each other."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(4)
    for widget in widgets:
        row.addWidget(widget)
    return holder
