"""What a screen reader hears of the pages, and tool tips of findings and marks."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from functools import cache
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QPointF, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QAccessibleTextInterface,
    QHelpEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar, QToolTip, QWidget

from desktop.canvas.box_labels import box_name
from desktop.canvas.context import Context
from desktop.canvas.labels import photo_label
from desktop.canvas.overlays import MARK_SIZE, Overlay, finding_marks, scene_of
from desktop.canvas.page_break_signs import is_on_sign
from desktop.canvas.where import photo_at, place_of_address, text_float_at, text_of
from desktop.marking import told
from desktop.selection import Selection, SelectionKind
from desktop.words import spoken, tr
from layouts.issue.issue import Issue
from layouts.issue.places import article_at
from layouts.issue.splice import marks_at
from layouts.page.hit import HitKind

if TYPE_CHECKING:
    from desktop.canvas.read_text import PagesInterface, ReadText


class Announcer:
    """Speaks for the widget that shows the pages: its description is what is selected."""

    def __init__(
        self, widget: QAbstractScrollArea, context: Context, overlays: AbstractSet[Overlay]
    ) -> None:
        self._widget = widget
        self._context = context
        self._overlays = overlays
        self._text: ReadText | None = None
        _answer_screen_readers()

    def text(self) -> ReadText:
        """What a screen reader reads; made for the first one, so that nothing is kept up to date
        for nobody.
        """
        if self._text is None:
            from desktop.canvas.read_text import ReadText

            self._text = ReadText(self._widget, self._context)
        return self._text

    def composed(self) -> None:
        """Lines may end elsewhere."""
        if self._text is not None and QAccessible.isActive():
            self._text.follow()

    def selected(self) -> None:
        """Something else is selected."""
        self.composed()
        widget = self._widget
        sentence = self.sentence()
        if sentence == widget.accessibleDescription():
            return
        widget.setAccessibleDescription(sentence)
        if QAccessible.isActive():
            QAccessible.updateAccessibility(
                QAccessibleEvent(widget, QAccessible.Event.DescriptionChanged)
            )
            # only who is here is told aloud
            if widget.hasFocus():
                self._context.requests.say(sentence)

    def sentence(self) -> str:
        """What is selected, in words."""
        issue = self._context.session.issue
        selection = self._context.session.selection
        if issue is None:
            return tr("没有打开的刊物")
        return _fixed(selection.kind) or _in_tree(self._context, issue, selection)

    # -- findings ----------------------------------------------------------------------------------

    def tip(self, event: QHelpEvent) -> None:
        """Show the sentences of a finding's mark under the pointer, else how what is there is
        edited.
        """
        at = QPointF(event.pos())
        sentence = "\n".join(self.findings_at(at)) or self.told_at(at) or self.hint_at(at)
        if sentence:
            QToolTip.showText(event.globalPos(), sentence, self._widget.viewport())
        else:
            QToolTip.hideText()

    def hint_at(self, at: QPointF) -> str:
        """How the text at a point of the viewport is edited, where that is not on the page."""
        pointer = self._context.camera.pointer(at)
        if pointer is None or self._context.mouse.gesture is not None:
            return ""
        if is_on_sign(self._context, pointer):
            return tr("这里分页；在下一页正文开头按退格键，分页就取消")
        return {
            HitKind.MASTHEAD: tr("双击，在右侧修改报头"),
            HitKind.COLOPHON: tr("双击，在右侧修改报尾"),
            HitKind.SECTION: tr("双击，在右侧修改栏目名称"),
            HitKind.NOTE: tr("双击，修改这条注释；按住 Ctrl 点一下，回到注号"),
        }.get(self._context.hit(pointer).target, "")

    def told_at(self, at: QPointF) -> str:
        """What the marks on the character at a point of the viewport say: an address, a reading, a
        note, a comment.
        """
        context = self._context
        pointer, issue = context.camera.pointer(at), context.session.composed_issue
        line = context.hit(pointer).line if pointer is not None else None
        seat = (
            context.map.on_line(pointer.page, line, pointer.x)
            if pointer is not None and line is not None
            else None
        )
        place = (
            place_of_address(issue, seat.address)
            if issue is not None and seat is not None
            else None
        )
        text = text_of(issue, place) if place is not None else None
        if pointer is None or seat is None or text is None or not text.marks:
            return ""
        # the pointer is on the character left of the nearest stop, if it is left of that stop
        return told(marks_at(text, seat.offset - (seat.x > pointer.x)))

    def findings_at(self, at: QPointF) -> list[str]:
        """What the mark at a point of the viewport says."""
        scene = scene_of(self._context.session, self._context.columns)
        if scene is None or Overlay.FINDINGS not in self._overlays:
            return []
        for shown in self._context.camera.visible():
            for mark in finding_marks(shown, self._context.pages[shown.page], scene):
                if (mark.middle - at).manhattanLength() <= 1.5 * MARK_SIZE:
                    return [spoken(finding) for finding in mark.findings]
        return []


@cache
def _answer_screen_readers() -> None:
    """Have Qt ask us about the pages; once for the program."""
    QAccessible.installFactory(_interface_of)


def _interface_of(_name: str, thing: QObject | None) -> PagesInterface | None:
    """Qt asks once for each object, and keeps what it gets.

    Scroll bars, which Qt makes by the dozen, are named on the way.
    """
    if isinstance(thing, QScrollBar) and not thing.accessibleName():
        upright = thing.orientation() is Qt.Orientation.Vertical
        thing.setAccessibleName(tr("纵向滚动条") if upright else tr("横向滚动条"))
    if not isinstance(getattr(thing, "announcer", None), Announcer):
        return None
    from desktop.canvas.read_text import PagesInterface

    return PagesInterface(cast("QAbstractScrollArea", thing), _text_of)


def _text_of(thing: QObject) -> QAccessibleTextInterface:
    announcer: Announcer = getattr(thing, "announcer")  # noqa: B009, Qt's object is of no class of ours
    return announcer.text().interface()


def say(widget: QWidget, sentence: str) -> None:
    """Have a sentence read out, as of a widget."""
    if QAccessible.isActive() and sentence:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, sentence))


def _fixed(kind: SelectionKind) -> str:
    return {
        SelectionKind.NOTHING: tr("没有选中内容"),
        SelectionKind.ISSUE: tr("本期"),
        SelectionKind.MASTHEAD: tr("报头"),
        SelectionKind.CONTENTS: tr("本期要目"),
        SelectionKind.COLOPHON: tr("报尾"),
    }.get(kind, "")


def _in_tree(context: Context, issue: Issue, selection: Selection) -> str:
    place = selection.place
    if place is None or place.section >= len(issue.sections):
        return tr("没有选中内容")
    if selection.kind is SelectionKind.SECTION:
        return tr("栏目：{name}", name=issue.sections[place.section].name)
    if selection.kind is SelectionKind.ARTICLE and len(selection.places) > 1:
        return tr("选中 {n} 篇文章", n=len(selection.places))
    try:
        title = article_at(issue, place).title.string or tr("无标题")
    except LookupError:
        return tr("没有选中内容")
    photo = photo_at(issue, place)
    if selection.kind is SelectionKind.PHOTO and photo is not None:
        found, layout = context.photo(), context.session.layout
        detail = (
            photo_label(layout, issue, place, photo, found[1])
            if found is not None and layout is not None
            else photo.path
        )
        return tr("图片：{detail}，文章：{title}", detail=detail, title=title)
    if selection.caret is not None:
        text = text_of(issue, place)
        if selection.caret.marks:
            return tr("已选中文字，文章：{title}", title=title)
        return tr("编辑文字：{content}", content=text.string if text is not None else title)
    box = text_float_at(issue, place) if selection.kind is SelectionKind.BOX else None
    said = tr("文章：{title}", title=title)
    return said if box is None else tr("{box}，文章：{title}", box=box_name(box), title=title)
