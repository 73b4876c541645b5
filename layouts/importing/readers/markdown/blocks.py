"""Blocks of Markdown beyond CommonMark: fenced divisions and the tables of pandoc."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from markdown_it.ruler import RuleOptionsType

from layouts.importing.readers.markdown.spans import attributes
from layouts.issue.splice import is_wide

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock

_DIVISION = re.compile(
    r":{3,}[ \t]*(?:\{([^{}\n]*)\}|([\w-]+)(?:[ \t]+([^:{}\n]*))?)?[ \t]*:*[ \t]*"
)
_RULED = re.compile(r"[ \t]*-{2,}(?:[ \t]+-{2,})+[ \t]*")
_FULL_RULE = re.compile(r"[ \t]*-{4,}[ \t]*")
_GRID_RULE = re.compile(r"\+(?:[-=:]+\+)+[ \t]*")
_INTERRUPTS: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote", "list"]}
_NO_STYLES = frozenset(["", "text body", "body text", "normal", "first paragraph", "正文"])


def add_blocks(parser: MarkdownIt) -> None:
    """Let a parser read the blocks of pandoc and of those that follow it."""
    ruler = parser.block.ruler
    ruler.before("fence", "banxin_division", _division, _INTERRUPTS)
    ruler.before("hr", "banxin_grid_table", _grid_table, _INTERRUPTS)
    ruler.before("hr", "banxin_simple_table", _simple_table, _INTERRUPTS)


def _line(state: StateBlock, number: int) -> str:
    return state.src[state.bMarks[number] + state.tShift[number] : state.eMarks[number]]


def _whole_line(state: StateBlock, number: int) -> str:
    return state.src[state.bMarks[number] : state.eMarks[number]]


def _division(state: StateBlock, start: int, _: int, silent: bool) -> bool:
    """`::: {.note}` and `:::`: what stands between is read as if they were not there, but for the
    name of a style.
    """
    if state.src[state.bMarks[start] + state.tShift[start] : state.eMarks[start]][:3] != ":::":
        return False
    found = _DIVISION.fullmatch(_line(state, start))
    if not found:
        return False
    if silent:
        return True
    opens = found[1] is not None or found[2]
    content = _opening(found[1] or "", found[3] or "") if opens else "</div>"
    token = state.push("html_block", "", 0)
    token.content = content
    token.map = [start, start + 1]
    state.line = start + 1
    return True


def _opening(written: str, title: str) -> str:
    style = dict(attributes(written) or ()).get("custom-style", "")
    named = f' banxin-style="{html.escape(style)}"' if style.lower() not in _NO_STYLES else ""
    words = f"<p>{html.escape(title.strip())}</p>" if title.strip() else ""
    return f"<div{named}>{words}"


def _simple_table(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A table whose columns a line of hyphens shows; with or without a header, its rows of one line
    or of several (pandoc's simple_tables and multiline_tables).
    """
    first = start + bool(_FULL_RULE.fullmatch(_whole_line(state, start)))
    ruled = _find_rule(state, first, end, is_multiline=first > start)
    if ruled is None:
        return False
    last = _end_of_table(state, ruled, end, is_multiline=first > start or ruled == start)
    if last == ruled + 1 and ruled == first:
        return False
    if silent:
        return True
    columns = _columns(_whole_line(state, ruled))
    header = [_whole_line(state, number) for number in range(first, ruled)]
    body = [_whole_line(state, number) for number in range(ruled + 1, last)]
    rows = [_joined([_cut(line, columns) for line in header])] if header else []
    rows += _rows(body, columns, is_multiline=first > start)
    _push_table(state, start, rows, has_header=bool(header))
    state.line = min(last + _is_rule(state, last, end), end)
    return True


def _is_rule(state: StateBlock, number: int, end: int) -> bool:
    line = _whole_line(state, number) if number < end else ""
    return bool(_FULL_RULE.fullmatch(line) or _RULED.fullmatch(line))


def _find_rule(state: StateBlock, first: int, end: int, *, is_multiline: bool) -> int | None:
    """The line of hyphens: the first line or the one below the header."""
    for number in range(first, min(first + (6 if is_multiline else 2), end)):
        line = _whole_line(state, number)
        if _RULED.fullmatch(line):
            return number
        if not line.strip():
            return None
    return None


def _end_of_table(state: StateBlock, ruled: int, end: int, *, is_multiline: bool) -> int:
    """The first line below a table: a rule, or an empty line where rows have one line."""
    number = ruled + 1
    while number < end and not _is_rule(state, number, end):
        if not _whole_line(state, number).strip() and not (
            is_multiline and _has_rule_below(state, number, end)
        ):
            break
        number += 1
    return number


def _has_rule_below(state: StateBlock, number: int, end: int) -> bool:
    most = min(end, number + 200)
    return any(_is_rule(state, below, end) for below in range(number, most))


def _columns(rule: str) -> list[int]:
    """Where each column begins, in columns of a screen."""
    return [found.start() for found in re.finditer("-+", rule)]


def _cut(line: str, columns: Sequence[int]) -> list[str]:
    """The cells of a line: parted by two spaces where that gives as many, else where the columns
    begin.
    """
    pieces = re.split(r"[ \t]{2,}", line.strip())
    if len(pieces) == len(columns):
        return pieces
    starts = [*columns, 1_000_000]
    cells = ["" for _ in columns]
    width, cell = 0, 0
    for character in line.expandtabs(4):
        while width >= starts[cell + 1] and (character == " " or width == starts[cell + 1]):
            cell += 1
        cells[cell] += character
        width += 2 if is_wide(character) else 1
    return [words.strip() for words in cells]


def _joined(lines: Sequence[Sequence[str]]) -> list[str]:
    """Lines of one row as its cells."""
    return ["<br>".join(filter(None, cells)) for cells in zip(*lines, strict=True)]


def _rows(body: Sequence[str], columns: Sequence[int], *, is_multiline: bool) -> list[list[str]]:
    if not is_multiline:
        return [_cut(line, columns) for line in body]
    rows: list[list[list[str]]] = [[]]
    for line in body:
        if line.strip():
            rows[-1].append(_cut(line, columns))
        elif rows[-1]:
            rows.append([])
    return [_joined(row) for row in rows if row]


def _grid_table(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A table drawn with + - and | (pandoc's grid_tables); columns as its first line has them."""
    if not _GRID_RULE.fullmatch(_line(state, start)) or start + 1 >= end:
        return False
    if not _line(state, start + 1).startswith("|"):
        return False
    if silent:
        return True
    last = start + 1
    rows: list[list[str]] = []
    row: list[list[str]] = []
    has_header = False
    while last < end and _line(state, last)[:1] in ("+", "|"):
        line = _line(state, last)
        if line[0] == "+":
            has_header = has_header or ("=" in line and not rows)
            rows += [_joined(row)] if row else []
            row = []
        else:
            cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
            row.append(_fitted(cells, len(row[0]) if row else len(cells)))
        last += 1
    rows += [_joined(row)] if row else []
    _push_table(state, start, rows, has_header=has_header)
    state.line = last
    return True


def _fitted(cells: Sequence[str], width: int) -> list[str]:
    """The cells of a line of a row that has so many."""
    return [*cells[: width - 1], "|".join(cells[width - 1 :]), *[""] * (width - len(cells))]


def _push_table(
    state: StateBlock, start: int, rows: Sequence[Sequence[str]], *, has_header: bool
) -> None:
    width = max(map(len, rows), default=0)
    full = [[*row, *[""] * (width - len(row))] for row in rows]
    if not has_header:
        full.insert(0, [""] * width)
    table = state.push("table_open", "table", 1)
    table.map = [start, start + 1]
    for row in full:
        state.push("tr_open", "tr", 1)
        for cell in row:
            state.push("td_open", "td", 1)
            token = state.push("inline", "", 0)
            token.content, token.children = cell, []
            token.map = [start, start + 1]
            state.push("td_close", "td", -1)
        state.push("tr_close", "tr", -1)
    state.push("table_close", "table", -1)
