"""What the menus do about boxes (专栏框) and pull quotes that text runs round."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from desktop.canvas.where import text_float_at
from desktop.selection import Selection, SelectionKind, TextPosition, of_box, of_text
from desktop.window_parts.services import Services
from desktop.words import tr
from layouts.issue import edits
from layouts.issue.article import PullQuote
from layouts.issue.edits.edited import Edited
from layouts.issue.edits.floats import TextFloat
from layouts.issue.issue import Issue
from layouts.issue.photo import Side
from layouts.issue.places import Place, article_at
from layouts.issue.sidebar import BoxKind, Sidebar


class BoxActs(QObject):
    """Acts on the box selected or with the caret, and on paragraphs that become one.

    `caret_set`: a caret waits in the text for the keys.
    """

    caret_set = Signal()

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._services = services
        self._session = services.session

    def toggle(self, kind: BoxKind) -> None:
        """Make the marked paragraphs a box of a kind, or put an empty one beside the paragraph with
        the caret; of a box another kind, or text again where it is of that kind.
        """
        found, issue = self._box(), self._session.issue
        if issue is None:
            return
        if found is None or not isinstance(found[1], Sidebar):
            self._make(issue, kind)
        elif found[1].kind is kind:
            self._clear(issue, found[0])
        else:
            edited = edits.set_box_kind(issue, found[0], kind)
            self._session.do(tr("更改框的用途"), edited.issue)

    def _make(self, issue: Issue, kind: BoxKind) -> None:
        ends = self._ends(issue)
        if ends is None:
            return
        start, end = ends
        if start.place.of_article != end.place.of_article:
            self._services.say(tr("专栏框只能在一篇文章里"))
            return
        edited = edits.set_box(issue, start, end, kind)
        name = tr("插入专栏框") if start == end else tr("设为专栏框")
        at = of_text(TextPosition(edited.place, edited.offset))
        self._session.do(name, edited.issue, at)
        self.caret_set.emit()

    def _ends(self, issue: Issue) -> tuple[TextPosition, TextPosition] | None:
        """What is marked; the first paragraph of an article that is selected as a whole."""
        selection = self._session.selection
        if selection.caret is not None:
            return selection.caret.ordered
        place = selection.place
        if place is None or place.article is None:
            return None
        blocks = article_at(issue, place).blocks
        first = next((k for k, block in enumerate(blocks) if block.trait.is_running), None)
        if place.block is None and first is not None:
            place = place._replace(block=first)
        if place.block is None:
            return None
        position = TextPosition(place._replace(part=0), 0)
        return position, position

    def _clear(self, issue: Issue, place: Place) -> None:
        caret = self._session.selection.caret
        at = caret.position if caret is not None else TextPosition(place._replace(part=0), 0)
        plain = edits.clear_box(issue, at.place, at.offset)
        self._session.do(
            tr("专栏框改为正文"), plain.issue, of_text(TextPosition(plain.place, plain.offset))
        )
        self.caret_set.emit()

    def is_kind(self, kind: BoxKind) -> bool:
        """Whether the box selected or with the caret is of a kind."""
        found = self._box()
        return found is not None and isinstance(found[1], Sidebar) and found[1].kind is kind

    def set_side(self, side: Side) -> None:
        """Stand the box on a side of its column."""
        self._place(lambda issue, place: edits.set_float_side(issue, place, side))

    def is_side(self, side: Side) -> bool:
        """Whether the box stands on a side."""
        found = self._box()
        return found is not None and found[1].side is side and not self.is_between()

    def toggle_between(self) -> None:
        """Stand the pull quote between two columns, or no longer."""
        found, between = self._box(), not self.is_between()
        if found is None or not isinstance(found[1], PullQuote):
            self._services.say(tr("只有拉线引语能立在两栏之间"))
            return
        side = found[1].side
        self._place(lambda issue, place: edits.set_float_side(issue, place, side, between=between))

    def is_between(self) -> bool:
        """Whether the pull quote stands between two columns."""
        found = self._box()
        return found is not None and isinstance(found[1], PullQuote) and found[1].between

    def _place(self, act: Callable[[Issue, Place], Edited]) -> None:
        found, issue = self._box(), self._session.issue
        if found is None or issue is None:
            self._services.say(tr("先选中专栏框或引语，或把光标放进去"))
            return
        edited = act(issue, found[0])
        self._session.do(tr("移动专栏框"), edited.issue, self._selection(edited.place or found[0]))

    def _selection(self, place: Place) -> Selection | None:
        is_selected = self._session.selection.kind is SelectionKind.BOX
        return of_box(place) if is_selected else None

    def _box(self) -> tuple[Place, TextFloat] | None:
        """The box or pull quote selected, or with the caret."""
        selection = self._session.selection
        if selection.kind not in {SelectionKind.BOX, SelectionKind.TEXT}:
            return None
        place = selection.caret.position.place if selection.caret else selection.place
        if place is None or place.block is None or place.block < 0:
            return None
        box = text_float_at(self._session.issue, place)
        return (place, box) if box is not None else None
