"""Marks at the caret and on what is selected: which are in force, what the next key carries, and
which one a command means.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from desktop.canvas.motion import MotionUnit, around
from desktop.days import kept_time_words
from desktop.selection import Caret, Selection, TextPosition, of_text
from desktop.session import Session
from desktop.words import tr
from layouts.issue import edits
from layouts.issue.edits.reading import may_carry_marks
from layouts.issue.issue import Issue
from layouts.issue.marks import DOTTED, DOUBLE, THICK, TRAITS, WAVY
from layouts.issue.places import Place, text_at
from layouts.issue.splice import inherited, marks_at, merged
from layouts.issue.text import LINE_BREAK, Comment, Mark, MarkKind, Text

SWITCHED = tuple(kind for kind in MarkKind if not TRAITS[kind].valued)
"""Kinds that are simply on or off."""

"""Kinds that say something: an address, a reading, the words of a note or of a remark."""


def names() -> dict[MarkKind, str]:
    """What the window calls each kind."""
    return {
        MarkKind.BOLD: tr("加粗"),
        MarkKind.KAI: tr("楷体"),
        MarkKind.DOTS: tr("着重号"),
        MarkKind.UNDERLINE: tr("下划线"),
        MarkKind.STRIKE: tr("删除线"),
        MarkKind.SUPERSCRIPT: tr("上标"),
        MarkKind.SUBSCRIPT: tr("下标"),
        MarkKind.LINK: tr("链接"),
        MarkKind.RUBY: tr("注音"),
        MarkKind.NOTE: tr("注释"),
        MarkKind.COMMENT: tr("批注"),
    }


# -- on and off ------------------------------------------------------------------------------------


def kinds_at(issue: Issue, caret: Caret) -> frozenset[MarkKind]:
    """The kinds that all of the marked text carries; without any, those that the next character
    typed will.
    """
    if caret.marks:
        return edits.kinds_in(issue, *caret.ordered)
    if caret.typing is not None:
        return caret.typing
    text = text_at(issue, caret.position.place)
    return (
        frozenset(mark.kind for mark in inherited(text, caret.position.offset))
        if text.marks
        else frozenset()
    )


def takes_marks(issue: Issue, caret: Caret) -> bool:
    """Whether any of the marked text, or the text with the caret, may carry marks: credits and
    names of sections are characters only.
    """
    if not caret.marks:
        return may_carry_marks(issue, caret.position.place)
    return any(may_carry_marks(issue, span.place) for span in edits.spans(issue, *caret.ordered))


def no_marks() -> str:
    """What is said where a text takes no marks."""
    return tr("摄影署名和栏目名里只有文字，不能加标记")


def toggle(session: Session, kind: MarkKind) -> None:
    """Set the marked text so, or no longer where all of it is; without marked text, what is typed
    next.
    """
    issue, caret = session.issue, session.selection.caret
    if issue is None or caret is None:
        return
    if caret.marks:
        edited = edits.toggle_mark(issue, *caret.ordered, kind)
        session.do(names()[kind], edited.issue, of_text(caret.position, caret.anchor))
    elif may_carry_marks(issue, caret.position.place) and not session.refuses():
        session.select(_typing(caret, _switched(kinds_at(issue, caret), kind)), seen=True)


def toggle_line(session: Session, line: str) -> bool:
    """Have lines under the marked text drawn so, or none where all of it is so; False where no text
    is marked.
    """
    issue, caret = session.issue, session.selection.caret
    if issue is None or caret is None or not caret.marks:
        return False
    edited = edits.toggle_mark(issue, *caret.ordered, MarkKind.UNDERLINE, line)
    session.do(line_names()[line], edited.issue, of_text(caret.position, caret.anchor))
    return True


def line_names() -> dict[str, str]:
    """What the window calls lines under words that are no single ones."""
    return {
        DOUBLE: tr("双下划线"),
        WAVY: tr("波浪线"),
        DOTTED: tr("点线"),
        THICK: tr("粗下划线"),
    }


def _switched(kinds: frozenset[MarkKind], kind: MarkKind) -> frozenset[MarkKind]:
    return kinds - {kind} if kind in kinds else kinds - TRAITS[kind].excludes | {kind}


def _typing(caret: Caret, kinds: frozenset[MarkKind]) -> Selection:
    return of_text(caret.position)._replace(caret=caret._replace(typing=kinds))


def carried(issue: Issue, caret: Caret) -> frozenset[MarkKind] | None:
    """The kinds that what is typed now carries, None for those of the text around it.

    They are what was switched on or off for it; typed over marked text it looks as the first
    character did that goes.
    """
    if caret.typing is not None or not caret.marks:
        return caret.typing
    first = caret.ordered[0]
    text = text_at(issue, first.place)
    if first.offset >= len(text.string):
        return None
    return frozenset(mark.kind for mark in marks_at(text, first.offset) if mark.kind in SWITCHED)


def remember(session: Session, kinds: frozenset[MarkKind] | None) -> None:
    """Have the next character typed at the caret carry these kinds; None for those of the text
    around it.
    """
    caret = session.selection.caret
    if caret is not None and kinds is not None:
        session.select(_typing(caret, kinds), seen=True)


def typed(
    issue: Issue, position: TextPosition, string: str, typing: frozenset[MarkKind] | None
) -> edits.TextEdited:
    """Type a string: it carries what the text around it does, or the kinds that were switched on or
    off for it.
    """
    edited = edits.insert_text(issue, *position, string)
    if typing is None or edited.offset == position.offset:
        return edited
    grown = len(text_at(edited.issue, edited.place).string) - len(
        text_at(issue, edited.place).string
    )
    issue, start, end = (
        edited.issue,
        (edited.place, edited.offset - grown),
        (edited.place, edited.offset),
    )
    issue = edits.clear_marks(
        issue, start, end, *(kind for kind in SWITCHED if kind not in typing)
    ).issue
    # what the text around it carries already stays as it is: a wavy line is no single one
    carried_already = edits.kinds_in(issue, start, end)
    for kind in SWITCHED:
        if kind in typing - carried_already:
            issue = edits.set_mark(issue, start, end, kind).issue
    return edited._replace(issue=issue)


def clear(session: Session) -> None:
    """Take all marks but comments from the marked text."""
    issue, caret = session.issue, session.selection.caret
    if issue is not None and caret is not None and caret.marks:
        session.do(
            tr("清除文字标记"),
            edits.clear_marks(issue, *caret.ordered).issue,
            of_text(caret.position, caret.anchor),
        )


# -- with a value ----------------------------------------------------------------------------------


class Meant(NamedTuple):
    """What a command with a value is about: characters between two positions, or the mark that
    stands there, in the text at `place`.
    """

    start: TextPosition
    end: TextPosition
    place: Place
    mark: Mark | None

    def words(self, issue: Issue) -> str:
        """The characters it is about."""
        if self.mark is not None:
            return text_at(issue, self.place).string[self.mark.start : self.mark.end]
        return edits.plain_text(issue, self.start, self.end)


def meant(issue: Issue, caret: Caret, kind: MarkKind) -> Meant | None:
    """The mark of a kind on the marked text or at the caret; where there is none, the marked text
    or the word. None where neither is.
    """
    start, end = caret.ordered
    if not caret.marks:
        mark = edits.mark_in(issue, start, end, kind)
        if mark is not None:
            return Meant(
                TextPosition(start.place, mark.start),
                TextPosition(start.place, mark.end),
                start.place,
                mark,
            )
        ends = _before if kind is MarkKind.NOTE else _word
        start, end = ends(issue, caret.position)
    for place, first, last in edits.spans(issue, start, end):
        mark = edits.mark_in(issue, (place, first), (place, last), kind) if first < last else None
        if mark is not None:
            return Meant(start, end, place, mark)
    if start == end or not may_carry_marks(issue, start.place):
        return None
    return Meant(start, end, start.place, None)


def _word(issue: Issue, position: TextPosition) -> tuple[TextPosition, TextPosition]:
    """The ends of the word around a position; right behind a word that one, not the mark that
    follows it.
    """
    start, end = around(issue, position, MotionUnit.WORD)
    string = text_at(issue, position.place).string
    if position.offset > 0 and not any(
        character.isalnum() for character in string[start.offset : end.offset]
    ):
        return around(issue, position._replace(offset=position.offset - 1), MotionUnit.WORD)
    return start, end


def _before(issue: Issue, position: TextPosition) -> tuple[TextPosition, TextPosition]:
    """The ends of the word around a position; between two words those of the one before it up to
    the position, marks that end it among them: the sign of a note stands where the caret is.
    """
    start, end = _word(issue, position)
    if not 0 < position.offset <= start.offset:
        return start, end
    string = text_at(issue, position.place).string
    told = string[: position.offset].rstrip(_MARKS)
    if not told or told[-1] == LINE_BREAK:
        return start, end
    word, _ = around(issue, position._replace(offset=len(told) - 1), MotionUnit.WORD)
    return word, position


_MARKS = "，。、；：？！…,.;:?!”’）》〉】」』〕) "
"""Marks that end what a note is about, and spaces."""


def put_value(session: Session, about: Meant, kind: MarkKind, value: str | Comment) -> None:
    """Give what is meant a value; an empty one takes the mark away.

    A link is set on all of the marked text.
    """
    issue, caret = session.issue, session.selection.caret
    if issue is None:
        return
    if about.mark is not None and not TRAITS[kind].merges:
        issue = _revalued(issue, about.place, about.mark, value)
    elif value:
        issue = edits.set_mark(issue, about.start, about.end, kind, value).issue
    else:
        issue = edits.clear_marks(issue, about.start, about.end, kind).issue
    name = names()[kind] if value else tr("去掉{mark}", mark=names()[kind])
    session.do(name, issue, None if caret is None else of_text(caret.position, caret.anchor))


def _revalued(issue: Issue, place: Place, mark: Mark, value: str | Comment) -> Issue:
    """The issue with another value in one mark, which others of its kind may overlap."""
    text = text_at(issue, place)
    kept = [other for other in text.marks if other != mark]
    new = [mark._replace(value=value)] if value else []
    return edits.set_text(issue, place, Text(text.string, merged((*kept, *new)))).issue


def told(marks: Iterable[Mark]) -> str:
    """What marks say, a line each: for tool tips."""
    return "\n".join(_told(mark) for mark in marks if mark.value)


def _told(mark: Mark) -> str:
    if isinstance(mark.value, Comment):
        who = tr("、").join(filter(None, (mark.value.author, kept_time_words(mark.value.time))))
        return (
            tr("批注（{who}）：{text}", who=who, text=mark.value.text)
            if who
            else tr("批注：{text}", text=mark.value.text)
        )
    return f"{names()[mark.kind]}{tr('：')}{mark.value}"
