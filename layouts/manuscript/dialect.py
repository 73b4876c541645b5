"""Our Markdown: markdown-it with the rules a Chinese newsletter needs, and emphasis that knows
Chinese marks.
"""

from __future__ import annotations

from typing import cast

from markdown_it import MarkdownIt
from markdown_it.common.utils import isMdAsciiPunct, isPunctChar
from markdown_it.rules_block.table import escapedSplit
from markdown_it.rules_inline.state_inline import Delimiter, StateInline

from layouts.errors import Source
from layouts.issue.splice import is_wide
from layouts.manuscript.photos import read_photo
from layouts.manuscript.span_rules import add_span_rules

NESTING_LIMIT = 20
"""Levels of lists and quotations. markdown-it drops what lies deeper; we refuse it."""


def make_parser() -> MarkdownIt:
    """A parser whose `parse` gives block tokens only; inline text is parsed by `parser.inline`
    where a paragraph has markup at all.

    Left out of CommonMark: code of every kind (indented lines are how Chinese drafts begin
    paragraphs), setext headings (a line of text above --- is no heading here), HTML but for a few
    tags, links to anything but the net and reference definitions (their characters must print), `_`
    as emphasis.
    """
    parser = MarkdownIt("zero", {"maxNesting": NESTING_LIMIT})
    parser.enable(
        [
            "heading",
            "hr",
            "list",
            "blockquote",
            "table",
            "newline",
            "escape",
            "entity",
            "emphasis",
            "image",
        ]
    )
    # not inline: most paragraphs have no markup and are never parsed further
    parser.core.ruler.enableOnly(["block"])
    parser.inline.ruler.at("emphasis", _emphasis)
    parser.inline.ruler.at("image", _photo)
    add_span_rules(parser)
    return parser


def split_row(row: str) -> list[str]:
    """The cells of a table's row, as markdown-it tells them apart."""
    # at either end parts nothing
    cells = escapedSplit(row.strip())
    return [
        cell.strip()
        for cell in cells[not cells[0] : len(cells) - (len(cells) > 1 and not cells[-1])]
    ]


def _emphasis(state: StateInline, silent: bool) -> bool:
    """`*` and `**`: markdown-it's emphasis with our flanking rule, and without `_`, which file
    names have.
    """
    start = state.pos
    if silent or state.src[start] != "*":
        return False
    end = start + 1
    while end < state.posMax and state.src[end] == "*":
        end += 1
    opens, closes = flanking(
        state.src[start - 1] if start else " ", state.src[end] if end < state.posMax else " "
    )
    # one token and delimiter an asterisk, as markdown-it's pairing expects them
    for _ in range(end - start):
        state.push("text", "", 0).content = "*"
        state.delimiters.append(
            Delimiter(ord("*"), end - start, len(state.tokens) - 1, -1, opens, closes)
        )
    state.pos = end
    return True


def flanking(before: str, after: str) -> tuple[bool, bool]:
    """Whether a run of * between two characters can open and close emphasis.

    CommonMark 0.31 6.2, but a Chinese mark counts as a letter and a Chinese neighbour as a space:
    by the letter of CommonMark `**注意。**后面` is not bold, since 。 is punctuation and 后 is not.
    """
    opens = not after.isspace() and (
        not _is_western_mark(after)
        or before.isspace()
        or is_wide(before)
        or _is_western_mark(before)
    )
    closes = not before.isspace() and (
        not _is_western_mark(before) or after.isspace() or is_wide(after) or _is_western_mark(after)
    )
    return opens, closes


def _is_western_mark(character: str) -> bool:
    return not is_wide(character) and (isMdAsciiPunct(ord(character)) or isPunctChar(character))


def _photo(state: StateInline, silent: bool) -> bool:
    """A photo and its attributes.

    `env` has the file and the line of every `![`, by its place in the text being parsed; without
    lines no photos are read.
    """
    lines = cast("dict[int, int] | None", state.env.get("lines"))
    if lines is None or not state.src.startswith("![", state.pos):
        return False
    found = read_photo(state.src, state.pos, Source(state.env["file"], lines.get(state.pos, 0)))
    if found is None:
        return False
    state.pos = found.end
    if not silent:
        state.push("image", "img", 0).meta = {"photo": found.photo, "findings": found.findings}
    return True
