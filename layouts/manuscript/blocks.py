"""Markdown to a flat run of blocks: headings, passages (items of lists too, with their markers),
quotations, tables, page turns.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from msgspec import Struct

from layouts.errors import Finding
from layouts.manuscript.marks import RUN_IN, is_byline, is_ended, label_level

if TYPE_CHECKING:
    from markdown_it import MarkdownIt


class Heading(Struct, frozen=True):
    """A heading, one of six levels."""

    level: int
    content: str
    line: int


class Passage(Struct, frozen=True):
    """The Markdown of one paragraph, its lines still apart."""

    content: str
    line: int


class Quote(Struct, frozen=True):
    """A quotation: an editor's note."""

    passages: tuple[Passage, ...]
    line: int


class PipeTable(Struct, frozen=True):
    """A table, its first row the header."""

    rows: tuple[tuple[Passage, ...], ...]
    alignments: tuple[str, ...]
    line: int


class Turn(Struct, frozen=True):
    """--- : what follows starts on a new page."""

    line: int


RawBlock: TypeAlias = Heading | Passage | Quote | PipeTable | Turn

Parser: TypeAlias = "Callable[[], MarkdownIt]"
"""Makes the Markdown parser the first time it is needed: it takes 25 ms to import, and many
manuscripts can do without.
"""

_HEADING = re.compile(r"(#{1,6})[ \t]+(.*?)(?:[ \t]#+)?[ \t]*")  # closing ### are no words
_LOOSE_HEADING = re.compile(r"(#{2,6}[ \t]*|#[ \t]+)(?=[^#\s])")
"""##【栏目】 without the space that Markdown asks for, or a heading indented by ideographic
spaces.
"""

_MARKED = frozenset(" \t#>-+*_0123456789")
"""Only lines that begin with one of these, or have a line above or below, can be anything but a
paragraph.
"""

_LIST_ITEM = re.compile(r"\d{1,9}[.)](?:[ \t]|$)")
_INDENT = re.compile(r"\u3000|[ \t\xa0\u2000-\u200a]{2}")


def read_blocks(
    text: str, file: str, first_line: int, parser: Parser
) -> tuple[list[RawBlock], list[Finding]]:
    """The blocks of a body that begins on line `first_line` of its file.

    A line alone between empty lines that begins like no Markdown block is a paragraph, and a # line
    alone a heading: most of a manuscript is such lines. Whatever else stands between two of them
    goes to the parser.
    """
    blocks: list[RawBlock] = []
    findings: list[Finding] = []
    lines = text.split("\n")
    number, count = 0, len(lines)
    while number < count:
        line = lines[number].rstrip(" \t")
        if not line:
            number += 1
        elif (number + 1 == count or not lines[number + 1].strip(" \t")) and (
            block := _plain_block(line, first_line + number)
        ):
            # a line of ideographic spaces alone is blank
            if not isinstance(block, Passage) or block.content.strip():
                blocks.append(loosen(block))
            number += 1
        else:
            end = _end_of_stretch(lines, number)
            parsed, complaints = _parse(lines[number:end], file, first_line + number, parser)
            blocks += parsed
            findings += complaints
            number = end
    return blocks, findings


def _parse(
    lines: list[str], file: str, first_line: int, parser: Parser
) -> tuple[list[RawBlock], list[Finding]]:
    from layouts.manuscript.flatten import parse_blocks

    return parse_blocks(lines, file, first_line, parser())


def _plain_block(line: str, number: int) -> RawBlock | None:
    """The block that a line by itself is, None where only the parser can tell."""
    if line[0] not in _MARKED:
        return Passage(line.strip(), number)
    if line[0] == "#":
        heading = _HEADING.fullmatch(line)
        return Heading(len(heading[1]), heading[2].strip(), number) if heading else None
    if line[0].isdigit() and not _LIST_ITEM.match(line):
        return Passage(line.strip(), number)
    return Turn(number) if line == "---" else None


def _end_of_stretch(lines: list[str], start: int) -> int:
    """The next line that neither continues a paragraph nor belongs to a list: one below an empty
    line, without indent.
    """
    for number in range(start + 1, len(lines)):
        if lines[number] and lines[number][0] not in " \t" and not lines[number - 1].strip(" \t"):
            return number
    return len(lines)


def loosen(block: RawBlock) -> RawBlock:
    """A passage that is a heading not quite written as one, as that heading."""
    if (
        isinstance(block, Passage)
        and block.content.startswith("#")
        and (marker := _LOOSE_HEADING.match(block.content))
    ):
        return Heading(marker[1].count("#"), block.content[marker.end() :], block.line)
    return block


def split_passages(content: str, line: int) -> list[Passage]:
    """The paragraphs in a run of lines: drafts often set one a line, indented, with no empty line
    between.
    """
    if "\n" not in content:
        return [Passage(content, line)] if content.strip() else []
    passages: list[Passage] = []
    lines = content.split("\n")
    start = 0
    # one beyond the last, to close the last passage
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
    if not words or not before or line.startswith("\u3000") or words.startswith(RUN_IN):
        return True
    if (
        is_byline(words)
        or is_byline(before)
        or _LOOSE_HEADING.match(words)
        or _LOOSE_HEADING.match(before)
    ):
        return True
    # 1. after a sentence that goes on is a number at a line's start
    if label_level(words) and (is_ended(before) or label_level(before)):
        return True
    return bool(_INDENT.match(line)) and is_ended(before)
