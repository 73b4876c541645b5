"""The rows of an article in a QTextDocument, changed only where they differ."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Protocol

from PySide6.QtGui import (
    QColor,
    QFont,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)

from desktop.panels.forms.rows import Row
from desktop.theme import current_theme
from desktop.utf16 import units
from layouts.issue.marks import DOTTED, WAVY
from layouts.issue.text import Mark, MarkKind

# not words of the window: families of fonts
KAI = ["KaiTi", "楷体", "STKaiti", "Kaiti SC", "AR PL UKai CN", "LXGW WenKai GB"]
"""Fonts that systems have for 楷体."""


class _HasString(Protocol):
    @property
    def string(self) -> str: ...


def put_rows(document: QTextDocument, old: Sequence[_HasString], new: Sequence[_HasString]) -> None:
    """Turn a document that shows `old`, a block each, into one that shows `new`; carets outside the
    difference stay where they are.
    """
    shorter = min(len(old), len(new))
    head = next((k for k in range(shorter) if old[k].string != new[k].string), shorter)
    tail = next(
        (k for k in range(shorter - head) if old[-1 - k].string != new[-1 - k].string),
        shorter - head,
    )
    before, after = old[head : len(old) - tail], new[head : len(new) - tail]
    if not before and not after:
        return
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    if len(before) == len(after):
        for row, (was, now) in enumerate(zip(before, after, strict=True), head):
            _put_string(document, cursor, row, was.string, now.string)
    else:
        _put_blocks(
            document, cursor, head, [row.string for row in after], len(before), whole=not old
        )
    cursor.endEditBlock()


def _put_string(document: QTextDocument, cursor: QTextCursor, row: int, was: str, now: str) -> None:
    shorter = min(len(was), len(now))
    head = next((k for k in range(shorter) if was[k] != now[k]), shorter)
    tail = next((k for k in range(shorter - head) if was[-1 - k] != now[-1 - k]), shorter - head)
    start = document.findBlockByNumber(row).position()
    cursor.setPosition(start + units(was[:head]))
    cursor.setPosition(start + units(was[: len(was) - tail]), QTextCursor.MoveMode.KeepAnchor)
    cursor.insertText(now[head : len(now) - tail])


def _put_blocks(
    document: QTextDocument,
    cursor: QTextCursor,
    head: int,
    strings: list[str],
    count: int,
    *,
    whole: bool,
) -> None:
    """Put other blocks in the place of `count` ones from `head` on.

    A document is never without a block.
    """
    if whole:
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText("\n".join(strings))
        return
    first = document.findBlockByNumber(head)
    follows = document.findBlockByNumber(head + count)
    end = document.characterCount() - 1
    start = first.position() if first.isValid() else end
    stop = follows.position() if follows.isValid() else end
    text = "\n".join(strings)
    if follows.isValid():
        text += "\n" if strings else ""
    elif not first.isValid():
        text = "\n" + text if strings else ""
    elif not strings and head:  # the last blocks go, and the line break before them
        start -= 1
    cursor.setPosition(start)
    cursor.setPosition(stop, QTextCursor.MoveMode.KeepAnchor)
    cursor.insertText(text)


class RowHighlighter(QSyntaxHighlighter):
    """Shows what rows are: sub-headings bold, labels quiet, and what is marked in the looks of its
    marks.
    """

    def __init__(self, document: QTextDocument, rows: Callable[[], Sequence[Row]]) -> None:
        super().__init__(document)
        self._rows = rows

    def highlightBlock(self, text: str) -> None:  # noqa: N802, Qt's name
        """Set the looks of one row."""
        number, rows = self.currentBlock().blockNumber(), self._rows()
        if number >= len(rows):
            return
        row = rows[number]
        whole = _base(row)
        if row.label or row.level:
            self.setFormat(0, len(text), whole)
        for start, end, marks in _stretches(row):
            made = QTextCharFormat(whole)
            for mark in marks:
                LOOKS[mark.kind](made)
                if mark.value in LINES:
                    made.setUnderlineStyle(LINES[str(mark.value)])
            self.setFormat(units(row.string[:start]), units(row.string[start:end]), made)


def _base(row: Row) -> QTextCharFormat:
    made = QTextCharFormat()
    if row.label:
        made.setForeground(QColor(current_theme().quiet))
    elif row.level:
        made.setFontWeight(QFont.Weight.Bold)
    return made


def _stretches(row: Row) -> Iterator[tuple[int, int, list[Mark]]]:
    """Where which marks lie on each other: from, to, marks."""
    edges = sorted({edge for mark in row.marks for edge in (mark.start, mark.end)})
    for start, end in pairwise(edges):
        marks = [mark for mark in row.marks if mark.start <= start and mark.end >= end]
        if marks:
            yield start, end, marks


def _kai(made: QTextCharFormat) -> None:
    made.setFontFamilies(KAI)
    made.setFontItalic(True)


def _link(made: QTextCharFormat) -> None:
    made.setForeground(QColor(current_theme().accent))
    made.setFontUnderline(True)


def _said(made: QTextCharFormat) -> None:
    """What carries words that are not seen here; the tool tip has them."""
    made.setBackground(QColor(current_theme().notice_soft))


def _commented(made: QTextCharFormat) -> None:
    made.setBackground(QColor(current_theme().warning_soft))


LINES = {
    WAVY: QTextCharFormat.UnderlineStyle.WaveUnderline,
    DOTTED: QTextCharFormat.UnderlineStyle.DotLine,
}
"""How lines under words look in the field that it can draw; all others are single ones there."""

LOOKS: dict[MarkKind, Callable[[QTextCharFormat], None]] = {
    MarkKind.BOLD: lambda made: made.setFontWeight(QFont.Weight.Bold),
    MarkKind.KAI: _kai,
    MarkKind.DOTS: lambda made: made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine),
    MarkKind.UNDERLINE: lambda made: made.setFontUnderline(True),
    MarkKind.STRIKE: lambda made: made.setFontStrikeOut(True),
    MarkKind.SUPERSCRIPT: lambda made: made.setVerticalAlignment(
        QTextCharFormat.VerticalAlignment.AlignSuperScript
    ),
    MarkKind.SUBSCRIPT: lambda made: made.setVerticalAlignment(
        QTextCharFormat.VerticalAlignment.AlignSubScript
    ),
    MarkKind.LINK: _link,
    MarkKind.RUBY: _said,
    MarkKind.NOTE: _said,
    MarkKind.COMMENT: _commented,
}
"""How each kind of mark looks in the field; dots stand under the text there, near enough."""
