"""封面: whether the issue has one, its photo and its headlines."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from typing import Protocol

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFocusEvent, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QWidget

from desktop.panels.forms.form import LineField, check_box, link
from desktop.session import Session
from desktop.widgets import CollapsibleGroup, LabelledControl, set_property
from desktop.widgets.slider import SliderField, SliderSpan
from desktop.words import tr
from layouts.issue import edits
from layouts.issue.file_name import original_name
from layouts.issue.issue import Issue
from layouts.issue.photo import PhotoPoint

_DRAGS = count()
"""Each drag is a step of undo of its own."""

HEADLINES = 84
"""Pixels of the field of headlines: four of them."""

MIDDLE = 50.0


class CoverFields(Protocol):
    """What the group asks of the form it stands in."""

    session: Session

    def commit(self, name: str, issue: Issue, field: str = "") -> None:
        """Do one act; acts in a row on one field are one step of undo."""
        ...


class HeadlineLines(QPlainTextEdit):
    """The field of headlines; `left`: the keys went elsewhere."""

    left = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802, Qt's name
        """A menu of its own, or another window, does not count."""
        super().focusOutEvent(event)
        if event.reason() not in {
            Qt.FocusReason.PopupFocusReason,
            Qt.FocusReason.ActiveWindowFocusReason,
        }:
            self.left.emit()


class CoverGroup(CollapsibleGroup):
    """A tick for the cover, its photo with words for it and a centre of interest, its headlines.

    `photo_wanted`: a photo is to be chosen for it.
    """

    photo_wanted = Signal()

    def __init__(self, fields: CoverFields) -> None:
        super().__init__(tr("封面"), expanded=False)
        self.fields = fields
        self._drag = 0
        self._had = False
        self.wanted = check_box(tr("这一期有封面"), self._set_wanted)
        self.none = QLabel(
            tr("所用的版式没有封面，排不出来；可以换一种有封面的版式。"), wordWrap=True
        )
        self.none.setProperty("role", "quiet")
        self.photo = QLabel(wordWrap=True)
        self.choose = link(tr("选择图片…"), self.photo_wanted.emit)
        self.remove = link(tr("去掉图片"), self._remove)
        self.alt = LineField(tr("替代文字"), self._set_alt, tr("为屏幕版说明图片内容"))
        span = SliderSpan(0, 100, 1, " %")
        self.across = SliderField(tr("取景左右"), span)
        self.down = SliderField(tr("取景上下"), span)
        for slider in (self.across, self.down):
            slider.setToolTip(tr("封面裁图时把图片的哪一处留在中间"))
            slider.changed.connect(self._set_focus)
            slider.held.connect(self._hold)
        self.lines = HeadlineLines()
        self.lines.left.connect(self._show_headlines)
        set_property(self.lines, "role", "line-field")
        self.lines.setTabChangesFocus(True)
        self.lines.setFixedHeight(HEADLINES)
        self.lines.setPlaceholderText(tr("每行一条；空着就用各栏的头条"))
        self.lines.textChanged.connect(self._set_headlines)
        self.headlines = LabelledControl(tr("封面标题"), self.lines)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.photo, 1)
        row.addWidget(self.choose)
        row.addWidget(self.remove)
        self.body.addWidget(self.wanted)
        self.body.addWidget(self.none)
        self.body.addLayout(row)
        for widget in (self.alt, self.across, self.down, self.headlines):
            self.body.addWidget(widget)

    def show_cover(self, issue: Issue, *, drawn: bool) -> None:
        """Show the cover of an issue; `drawn` where its layout has one."""
        cover = issue.cover
        photo = cover.photo if cover is not None else None
        self.wanted.setChecked(cover is not None)
        if (cover is not None) != self._had:
            self._had = cover is not None
            self.set_expanded(self._had)
        self.none.setVisible(cover is not None and not drawn)
        self.photo.setText(original_name(photo) if photo is not None else tr("没有图片"))
        for widget in (self.photo, self.choose, self.headlines):
            widget.setVisible(cover is not None)
        for widget in (self.remove, self.alt, self.across, self.down):
            widget.setVisible(photo is not None)
        if photo is not None:
            self.alt.show_text(photo.alt)
            x, y = photo.focus or PhotoPoint(MIDDLE / 100, MIDDLE / 100)
            self.across.show_number(100 * x)
            self.down.show_number(100 * y)
        if not self.lines.hasFocus() or self._typed() != self._own():
            self._show_headlines()

    def at_headline(self, number: int) -> QWidget:
        """The field of headlines with one of them (from 1) marked. Where none are chosen those of
        the sections stand there, to be changed; they are not chosen by that.
        """
        self.set_expanded(True)
        issue = self.fields.session.issue
        if issue is not None and issue.cover is not None and not issue.cover.headlines:
            self._fill(self._own())
        caret = QTextCursor(self.lines.document().findBlockByNumber(number - 1))
        caret.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        self.lines.setTextCursor(caret)
        return self.lines

    def _own(self) -> tuple[str, ...]:
        """The headlines that stand on the cover where none are chosen."""
        from layouts.flow.cover import own_headlines

        issue, layout = self.fields.session.issue, self.fields.session.layout
        design = layout.cover.headlines if layout is not None and layout.cover is not None else None
        return own_headlines(issue, design.most) if issue is not None and design is not None else ()

    def _show_headlines(self) -> None:
        issue = self.fields.session.issue
        if issue is not None and issue.cover is not None:
            self._fill(issue.cover.headlines)

    def _fill(self, headlines: tuple[str, ...]) -> None:
        if self._typed() != headlines:
            with QSignalBlocker(self.lines):
                self.lines.setPlainText("\n".join(headlines))

    def _typed(self) -> tuple[str, ...]:
        lines = (" ".join(line.split()) for line in self.lines.toPlainText().splitlines())
        return tuple(line for line in lines if line)

    def _do(self, name: str, edit: Callable[[Issue], edits.Edited], field: str = "") -> None:
        issue = self.fields.session.issue
        if issue is not None:
            self.fields.commit(name, edit(issue).issue, field)

    def _set_wanted(self, wanted: bool) -> None:
        name = tr("加封面") if wanted else tr("去掉封面")
        self._do(name, lambda issue: edits.set_cover(issue, wanted))

    def _remove(self) -> None:
        self._do(tr("去掉封面图片"), lambda issue: edits.set_cover_photo(issue, ""))

    def _set_alt(self, alt: str) -> None:
        self._do(
            tr("修改封面图片的替代文字"),
            lambda issue: edits.set_cover_alt(issue, alt),
            "cover-alt",
        )

    def _set_focus(self, _value: float) -> None:
        focus = PhotoPoint(self.across.number() / 100, self.down.number() / 100)
        self._do(
            tr("调整封面取景"),
            lambda issue: edits.set_cover_focus(issue, focus),
            f"cover-focus-{self._drag}",
        )

    def _set_headlines(self) -> None:
        headlines = self._typed()
        self._do(
            tr("修改封面标题"),
            lambda issue: edits.set_cover_headlines(issue, headlines),
            "cover-headlines",
        )

    def _hold(self, held: bool) -> None:
        self._drag = next(_DRAGS)
        self.fields.session.take_in_hand(held=held)
