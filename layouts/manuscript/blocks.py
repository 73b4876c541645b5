"""Markdown to a flat run of blocks: headings, passages, quotations, tables, page turns. Items of lists are passages that keep their markers."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar, NamedTuple, TypeAlias

from layouts.errors import Finding, ManuscriptError, Source
from layouts.manuscript.dialect import NESTING_LIMIT
from layouts.manuscript.marks import RUN_IN, is_byline, is_ended, label_level

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token


class Heading(NamedTuple):
    """A heading, one of six levels."""

    level: int
    content: str
    line: int


class Passage(NamedTuple):
    """The Markdown of one paragraph, its lines still apart."""

    content: str
    line: int


class Quote(NamedTuple):
    """A quotation: an editor's note."""

    passages: tuple[Passage, ...]
    line: int


class Grid(NamedTuple):
    """A table, its first row the header."""

    rows: tuple[tuple[Passage, ...], ...]
    alignments: tuple[str, ...]
    line: int


class Turn(NamedTuple):
    """--- : what follows starts on a new page."""

    line: int


RawBlock: TypeAlias = Heading | Passage | Quote | Grid | Turn

_TIGHT_HEADING = re.compile(r"(#{2,6})(?=[^#\s])")
"""##【栏目】 without the space that Markdown asks for."""

_OWN_PARAGRAPH = re.compile(rf"[\s*]*{RUN_IN}")
_ORNAMENT = re.compile(r"[*_](?:[*_ \t]*[*_])?(?=[ \t]*$)")
_INDENT = re.compile(r"\u3000|[ \t\xa0\u2000-\u200a]{2}")


def read_blocks(text: str, file: str, first_line: int, parser: MarkdownIt) -> tuple[list[RawBlock], list[Finding]]:
    """The blocks of a body that begins on line `first_line` of its file."""
    collector = _Collector(text.split("\n"), file, first_line)
    for token in parser.parse(text):
        collector.take(token)
    return collector.blocks, collector.findings


def split_passages(content: str, line: int) -> list[Passage]:
    """The paragraphs in a run of lines: drafts often set one a line, indented, with no empty line between."""
    if "\n" not in content:
        return [Passage(content, line)] if content.strip() else []
    passages: list[Passage] = []
    lines = content.split("\n")
    start = 0
    for number in range(1, len(lines) + 1):
        if number == len(lines) or _begins(lines[number], lines[number - 1]):
            part = "\n".join(lines[start:number])
            if part.strip():
                passages.append(Passage(part, line + start))
            start = number
    return passages


def _begins(line: str, previous: str) -> bool:
    """Whether a line begins a paragraph of its own right under `previous`."""
    words, before = line.strip(" \t*\u3000"), previous.strip(" \t*\u3000")
    if not words or not before:
        return True
    if line.startswith("\u3000") or _OWN_PARAGRAPH.match(line) or is_byline(words) or is_byline(before):
        return True
    if _TIGHT_HEADING.match(words) or _TIGHT_HEADING.match(before):
        return True
    if label_level(words) and (is_ended(before) or label_level(before)):
        return True
    return bool(_INDENT.match(line)) and is_ended(before)


class _Collector:
    """Takes block tokens one by one. Markers of list items wait in `marker` for the first passage of the item."""

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
        if token.level >= NESTING_LIMIT - 1 and token.nesting > 0:
            raise ManuscriptError("列表或引用嵌套太深", "lists or quotations are nested too deeply", Source(self._file, self._line))
        if token.type == "inline":
            self._inline(token.content)
        elif action := self._ACTIONS.get(token.type):
            action(self, token)

    def _inline(self, content: str) -> None:
        if self._rows is not None:
            self._rows[-1].append(Passage(content, self._line))
        elif self._heading:
            self._add(Heading(self._heading, self._take_marker() + content, self._line))
        elif self._marker:
            self._add(*split_passages(self._take_marker() + content, self._line))
        else:
            self._add(*split_passages(content, self._line))

    def _take_marker(self) -> str:
        marker, self._marker = self._marker, ""
        return marker

    def _flush_marker(self) -> None:
        if marker := self._take_marker().strip():
            self._add(Passage(marker, self._line))

    def _add(self, *blocks: RawBlock) -> None:
        for block in map(_loosen, blocks):
            if not self._quotes:
                self.blocks.append(block)
            elif isinstance(block, Passage | Heading):
                self._quoted.append(Passage(block.content, block.line))
            elif isinstance(block, Grid):
                self._quoted += [Passage("　".join(cell.content for cell in row), row[0].line) for row in block.rows]

    def _heading_open(self, token: Token) -> None:
        self._heading = int(token.tag[1])

    def _heading_close(self, _: Token) -> None:
        self._heading = 0

    def _item_open(self, token: Token) -> None:
        self._marker += f"{token.info}{_literal(token.markup)} "

    def _item_close(self, _: Token) -> None:
        self._flush_marker()

    def _quote_open(self, _: Token) -> None:
        self._flush_marker()
        self._quotes.append(self._line)

    def _quote_close(self, _: Token) -> None:
        line = self._quotes.pop()
        if not self._quotes:
            if self._quoted:
                self._add(Quote(tuple(self._quoted), line))
            self._quoted = []

    def _rule(self, token: Token) -> None:
        """A page turn, where it is made of hyphens. *** and ___ are ornaments and blanks to fill in: they stay what they are."""
        if token.markup.startswith("-"):
            self._flush_marker()
            self._add(Turn(self._line))
        else:
            ornament = _ORNAMENT.search(self._lines[self._line - self._first_line])
            self._add(Passage(self._take_marker() + _literal(ornament[0] if ornament else token.markup), self._line))

    def _table_open(self, _: Token) -> None:
        self._flush_marker()
        self._rows = []
        self._alignments = []

    def _row_open(self, _: Token) -> None:
        if self._rows is not None:
            self._rows.append([])

    def _header_cell(self, token: Token) -> None:
        self._alignments.append(str(token.attrs.get("style", "text-align:left")).removeprefix("text-align:"))

    def _row_close(self, _: Token) -> None:
        """markdown-it drops the cells a row has beyond the header's: they join the last one."""
        from markdown_it.rules_block.table import escapedSplit

        if not self._rows or len(self._rows) < 2:
            return
        row = self._rows[-1]
        written = self._lines[row[0].line - self._first_line].strip("> \t").strip()
        cells = escapedSplit(written.removeprefix("|").removesuffix("|") if not written.endswith("\\|") else written.removeprefix("|"))
        if len(cells) > len(row):
            extra = " ".join(cell.strip() for cell in cells[len(row) - 1 :])
            row[-1] = Passage(extra, row[-1].line)
            self.findings.append(
                Finding(
                    "warning",
                    "table-row-too-long",
                    "这一行的格子比表头多，多出的并入最后一格",
                    "this row has more cells than the header; the rest went into the last one",
                    Source(self._file, row[-1].line),
                )
            )

    def _table_close(self, _: Token) -> None:
        rows, self._rows = self._rows or [], None
        if rows:
            self._add(Grid(tuple(map(tuple, rows)), tuple(self._alignments), rows[0][0].line))

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


def _loosen(block: RawBlock) -> RawBlock:
    """A passage that is a tight heading as the heading it was meant to be."""
    if isinstance(block, Passage) and block.content.startswith("##") and (tight := _TIGHT_HEADING.match(block.content)):
        return Heading(len(tight[1]), block.content[tight.end() :], block.line)
    return block


def _literal(text: str) -> str:
    """Characters that are no markup: a marker alone, a line of asterisks."""
    return re.sub(r"([*\\&])", r"\\\1", text)
