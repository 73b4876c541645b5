"""Tokens of the Markdown parser to flat blocks: lists lose their nesting but not their markers, and
no character is dropped.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from layouts.errors import Finding, ManuscriptError, Source
from layouts.issue.tables import AUTO
from layouts.manuscript.blocks import (
    Heading,
    Passage,
    PipeTable,
    Quote,
    RawBlock,
    Turn,
    loosen,
    split_passages,
)
from layouts.manuscript.dialect import NESTING_LIMIT, split_row
from layouts.messages.manuscript import NESTED_TOO_DEEP, TABLE_ROW_TOO_LONG, TABLE_WORDS_UNUSED
from layouts.patterns import later

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

# *** or ___ at a line's end, spaces among them: markdown-it tells only which and how many
_ORNAMENT = later(r"[*_](?:[*_ \t]*[*_])?(?=[ \t]*$)")


def parse_blocks(
    lines: list[str], file: str, first_line: int, parser: MarkdownIt
) -> tuple[list[RawBlock], list[Finding]]:
    """The blocks of some lines of a body, the first of them line `first_line` of its file."""
    collector = _Collector(lines, file, first_line)
    for token in parser.parse("\n".join(lines)):
        collector.take(token)
    return collector.blocks, collector.findings


class _Collector:
    """Takes block tokens one by one.

    Markers of list items wait in `_marker` for the first passage of the item.
    """

    def __init__(self, lines: list[str], file: str, first_line: int) -> None:
        self.blocks: list[RawBlock] = []
        self.findings: list[Finding] = []
        self._lines = lines
        self._file = file
        self._first_line = first_line
        self._line = first_line
        self._heading = 0
        self._marker = ""
        self._quotes: list[int] = []
        self._quoted: list[Passage] = []
        self._rows: list[list[Passage]] | None = None
        self._alignments: list[str] = []

    def take(self, token: Token) -> None:
        """The next token of the parser."""
        if token.map:
            self._line = self._first_line + token.map[0]
        # deeper ones would be dropped without a word
        if token.level >= NESTING_LIMIT - 1 and token.nesting > 0:
            raise ManuscriptError(*NESTED_TOO_DEEP(), Source(self._file, self._line))
        if token.type == "inline":
            self._inline(token.content)
        elif action := self._ACTIONS.get(token.type):
            action(self, token)

    def _inline(self, content: str) -> None:
        if self._rows is not None:
            self._rows[-1].append(Passage(content, self._line))
        elif self._heading:
            self._add(Heading(self._heading, self._take_marker() + content, self._line))
        else:
            self._add(*split_passages(self._take_marker() + content, self._line))

    def _take_marker(self) -> str:
        marker, self._marker = self._marker, ""
        return marker

    def _flush_marker(self) -> None:
        if marker := self._take_marker().strip():
            self._add(Passage(marker, self._line))

    def _add(self, *blocks: RawBlock) -> None:
        for block in map(loosen, blocks):
            if not self._quotes:
                self.blocks.append(block)
            elif isinstance(block, Passage | Heading):
                self._quoted.append(Passage(block.content, block.line))
            elif isinstance(block, PipeTable):
                self._quoted += [
                    # no table in an editor's note: its rows are lines
                    Passage("　".join(cell.content for cell in row), row[0].line)
                    for row in block.rows
                ]

    def _heading_open(self, token: Token) -> None:
        self._heading = int(token.tag[1])

    def _heading_close(self, _: Token) -> None:
        self._heading = 0

    def _item_open(self, token: Token) -> None:
        # added, since an item may begin with an item (1. - 甲)
        self._marker += f"{token.info}{_literal(token.markup)} "

    def _item_close(self, _: Token) -> None:
        self._flush_marker()

    def _quote_open(self, _: Token) -> None:
        self._flush_marker()
        self._quotes.append(self._line)

    def _quote_close(self, _: Token) -> None:
        line = self._quotes.pop()
        # only the outermost ends a note: those inside are part of it
        if not self._quotes:
            if self._quoted:
                self._add(Quote(tuple(self._quoted), line))
            self._quoted = []

    def _rule(self, token: Token) -> None:
        """A page turn, where it is made of hyphens. *** and ___ are ornaments and blanks to fill
        in: they stay what they are.
        """
        if token.markup.startswith("-"):
            self._flush_marker()
            self._add(Turn(self._line))
        else:
            ornament = _ORNAMENT().search(self._lines[self._line - self._first_line])
            self._add(
                Passage(
                    self._take_marker() + _literal(ornament[0] if ornament else token.markup),
                    self._line,
                )
            )

    def _table_open(self, _: Token) -> None:
        self._flush_marker()
        self._rows = []
        self._alignments = []

    def _row_open(self, _: Token) -> None:
        if self._rows is not None:
            self._rows.append([])

    def _header_cell(self, token: Token) -> None:
        self._alignments.append(
            str(token.attrs.get("style", f"text-align:{AUTO}")).removeprefix("text-align:")
        )

    def _row_close(self, _: Token) -> None:
        """markdown-it drops the cells a row has beyond the header's: they join the last one."""
        if not self._rows or len(self._rows) < 2:
            return
        row = self._rows[-1]
        cells = split_row(self._typed(row))
        if len(cells) > len(row):
            row[-1] = Passage(" ".join(cells[len(row) - 1 :]), row[-1].line)
            self.findings.append(
                Finding(
                    "warning",
                    "table-row-too-long",
                    *TABLE_ROW_TOO_LONG(),
                    Source(self._file, row[-1].line),
                )
            )

    def _table_close(self, _: Token) -> None:
        rows, self._rows = self._rows or [], None
        if not rows:
            return
        end = self._first_beneath(rows)
        self._add(
            PipeTable(tuple(map(tuple, rows[:end])), tuple(self._alignments), rows[0][0].line)
        )
        for row in rows[end:]:
            self._add(*split_passages(self._typed(row), row[0].line))

    def _first_beneath(self, rows: list[list[Passage]]) -> int:
        """The first row that is none but words in braces about the table, or another paragraph that
        says in braces what it is, typed without an empty line between; what stands below is none.

        GFM makes a row of every line under a table. One without bars that is all braces is reported
        where nothing known stands in them.
        """
        from layouts.manuscript.heading_words import words_start

        first = len(rows)
        for number in range(len(rows) - 1, 0, -1):
            typed = self._typed(rows[number])
            if len(split_row(typed)) > 1 or typed.startswith("|"):
                break
            if words_start(typed) >= 0:
                first = number
        for row in rows[1:first]:
            typed = self._typed(row)
            if typed.startswith("{") and typed.endswith("}"):
                source = Source(self._file, row[0].line)
                said = TABLE_WORDS_UNUSED(words=typed)
                self.findings.append(Finding("warning", "words-unused", *said, source))
        return first

    def _typed(self, row: list[Passage]) -> str:
        """A row as it was typed."""
        return self._lines[row[0].line - self._first_line].strip("> \t\u3000")

    _ACTIONS: ClassVar[dict[str, Callable[[_Collector, Token], None]]] = {
        "heading_open": _heading_open,
        "heading_close": _heading_close,
        "list_item_open": _item_open,
        "list_item_close": _item_close,
        "blockquote_open": _quote_open,
        "blockquote_close": _quote_close,
        "hr": _rule,
        "table_open": _table_open,
        "tr_open": _row_open,
        "tr_close": _row_close,
        "th_open": _header_cell,
        "table_close": _table_close,
    }


def _literal(text: str) -> str:
    """Characters that are no markup: a marker alone, a line of asterisks."""
    return re.sub(r"([*\\&])", r"\\\1", text)
