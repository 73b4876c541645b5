"""Markdown to HTML that says on which line of the file each part stands."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, reference
from markdown_it.token import Token

from layouts.errors import ManuscriptError, Source
from layouts.importing.readers.html.tree import parse, text_of
from layouts.importing.readers.markdown.blocks import add_blocks
from layouts.importing.readers.markdown.lines import wrapping_of
from layouts.importing.readers.markdown.rules import add_rules
from layouts.importing.readers.markdown.spans import attributes
from layouts.manuscript.dialect import split_row
from layouts.messages.web_files import (
    WEB_TOO_DEEP,
)

NESTING_LIMIT = 60
"""Levels of lists and quotations; markdown-it drops what lies deeper."""

MOST_MARKS = 2_000
"""Marks of one kind in a paragraph; what has more is no Markdown and is read as it stands."""

_MARKS = "*_[]!`<&$=~^{"
_CALLOUT = re.compile(r"\[!([\w-]{1,30})(?:\|[^\]\n]*)?\][+-]?[ \t]*")
_TASK = re.compile(r"\[([ xX])\][ \t]+")
_HEADING_ATTRIBUTES = re.compile(r"\s*\{([^{}\n]*)\}\s*$")
_INDENT = re.compile("[\u3000\xa0\u2003]+")
_CODE_OF_OTHERS = re.compile(r"\s*(?:mermaid|dataview|dataviewjs|query|\{=\w+\}|plantuml|chart)\b")
_HANZI = re.compile("[\u3400-\u9fff]")
_DESTINATION = re.compile(r"\[[^\]\n]*\]:\s*(\S+)")


class RenderedNote(NamedTuple):
    """HTML, and what is left out of it: code, words and line."""

    html: str
    left_out: list[tuple[str, str, int]]


def make_parser() -> MarkdownIt:
    """A parser of what the programs of our writers have in common.

    Indented code is left out (indented lines are how Chinese drafts begin paragraphs), and links
    lead anywhere: where is looked at later.
    """
    parser = MarkdownIt("commonmark", {"maxNesting": NESTING_LIMIT, "html": True})
    parser.enable("table").disable("code")
    parser.block.ruler.at("reference", _definition, {"alt": []})
    parser.validateLink = lambda url: True  # noqa: ARG005
    parser.core.ruler.enableOnly(["block"])
    add_rules(parser)
    add_blocks(parser)
    return parser


def _definition(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """[name]: address. What leads to no file and no page is text: [来源]: 云栖发布."""
    found = _DESTINATION.match(state.src, state.bMarks[start] + state.tShift[start])
    if (
        not found
        or found[0].startswith("[^")
        or (_HANZI.search(found[1]) and not {"/", "."} & set(found[1]))
    ):
        return False
    return reference(state, start, end, silent)


def render(text: str, notes: dict[str, tuple[str, int]], file: str) -> RenderedNote:
    """The HTML of a text whose notes are known by name.

    ManuscriptError where lists or quotations are nested too deeply.
    """
    rendering = _NoteRendering(text, notes, file)
    return rendering.result()


class _NoteRendering:
    """One text while it is rendered."""

    def __init__(self, text: str, notes: dict[str, tuple[str, int]], file: str) -> None:
        self._parser = make_parser()
        self._lines = text.split("\n")
        self._notes = notes
        self._file = file
        self._left_out: list[tuple[str, str, int]] = []
        self._env: dict[str, object] = {"notes": notes}
        self._tokens = self._parser.parse(text, self._env)
        self._wrapping = wrapping_of(self._paragraphs())
        self._used: set[str] = set()

    def result(self) -> RenderedNote:
        _mend_rows(self._tokens, self._lines)
        for place, token in enumerate(self._tokens):
            self._prepare(token, self._tokens[place - 1] if place else None)
        kept = [token for token in self._tokens if not self._is_foreign(token)]
        rendered = self._parser.renderer.render(kept, self._parser.options, self._env)
        unused = (name for name in self._notes if name not in self._used)
        self._left_out += (("note", *self._notes[name]) for name in unused)
        return RenderedNote(rendered, self._left_out)

    def _paragraphs(self) -> Iterator[tuple[int, Sequence[str]]]:
        for token in self._tokens:
            if token.type == "inline" and token.map and "\n" in token.content:
                yield token.map[0], token.content.split("\n")

    def _prepare(self, token: Token, before: Token | None) -> None:
        if token.level >= NESTING_LIMIT - 1 and token.nesting > 0:
            line = token.map[0] + 1 if token.map else 0
            raise ManuscriptError(*WEB_TOO_DEEP(), Source(self._file, line))
        if token.map and token.nesting >= 0 and token.type != "inline":
            self._place(token)
        if token.type == "ordered_list_open" and token.markup == ")":
            token.attrSet("banxin-delimiter", ")")
        if token.type == "inline" and before is not None:
            self._inline(token, before)

    def _place(self, token: Token) -> None:
        """Tell a block its line, and whether an empty one stands above it."""
        if token.map is None:
            return
        token.attrSet("banxin-line", str(token.map[0] + 1))
        if token.type == "html_block":
            token.content = f"<banxin-line{_line(token)}></banxin-line>{token.content}"
        above = self._lines[token.map[0] - 1] if token.map[0] else "."
        if token.type == "paragraph_open" and not above.strip():
            token.attrSet("banxin-blank", "")

    def _is_foreign(self, token: Token) -> bool:
        """Whether a block is code of another program: a drawing, a question to its notes."""
        is_foreign = token.type == "fence" and bool(_CODE_OF_OTHERS.match(token.info))
        if is_foreign:
            line = token.map[0] + 1 if token.map else 0
            self._left_out.append(("foreign-code", token.content, line))
        return is_foreign

    def _inline(self, token: Token, before: Token) -> None:
        content = token.content
        if before.type == "heading_open":
            content = _without_attributes(content)
        first = token.map[0] if token.map else 0
        content = self._marked_lines(content, first)
        box = ""
        if found := _TASK.match(content):
            box = f'<input type="checkbox"{" checked" if found[1] != " " else ""}>'
            content = content[found.end() :]
        content = _CALLOUT.sub("", content, count=1) if _CALLOUT.match(content) else content
        if before.type == "paragraph_open" and token.map:
            indent = _INDENT.match(self._lines[first])
            content = (indent[0] if indent else "") + content
        token.children = self._children(content)
        if box:
            tag = Token("html_inline", "", 0)
            tag.content = box
            token.children.insert(0, tag)

    def _children(self, content: str) -> list[Token]:
        children: list[Token] = []
        if max(map(content.count, _MARKS)) > MOST_MARKS:
            token = Token("text", "", 0)
            token.content = content
            return [token]
        self._parser.inline.parse(content, self._parser, self._env, children)
        for token in children:
            self._made_known(token)
        return children

    def _marked_lines(self, content: str, first: int) -> str:
        """The lines of a paragraph, those that begin one of their own with a tag before them."""
        if "\n" not in content or "`" in content:
            return content
        lines = content.split("\n")
        found = [lines[0]]
        for place, (before, line) in enumerate(pairwise(lines), 1):
            tag = ""
            if self._wrapping.is_end(first + place, before, line):
                tag = f'<br banxin-paragraph="" banxin-line="{first + place + 1}">'
            found.append(tag + line)
        return "\n".join(found)

    def _made_known(self, token: Token) -> None:
        """What the renderer does not know, made what it does: a note is a tag."""
        if token.type == "text_special":
            token.type = "text"  # an escaped character or a reference
        elif token.type == "banxin_note":
            self._used.add(token.content)
            token.type, token.content = "html_inline", self._note_tag(self._notes[token.content][0])
        elif token.type == "banxin_inline_note":
            token.type, token.content = "html_inline", self._note_tag(token.content)

    def _note_tag(self, written: str) -> str:
        inside = self._parser.renderer.render(
            self._children(written.replace("[^", "[")), self._parser.options, {"notes": {}}
        )
        words = html.escape(text_of(parse(inside)))
        return f'<banxin-note banxin-note="{words}"></banxin-note>'


def _line(token: Token) -> str:
    return f' banxin-line="{token.attrs["banxin-line"]}"'


def _without_attributes(heading: str) -> str:
    """A heading without the attributes that pandoc and kramdown write behind it."""
    found = _HEADING_ATTRIBUTES.search(heading)
    return heading[: found.start()] if found and attributes(found[1]) else heading


def _mend_rows(tokens: Sequence[Token], lines: Sequence[str]) -> None:
    """markdown-it drops the cells that a row has beyond the header's: they join the last one."""
    row: list[Token] = []
    for token in tokens:
        if token.type == "tr_open":
            row = []
        elif token.type == "inline":
            row.append(token)
        elif token.type == "tr_close" and row and row[-1].map:
            cells = split_row(lines[row[-1].map[0]].strip("> \t"))
            if "|" in lines[row[-1].map[0]] and len(cells) > len(row):
                row[-1].content = " ".join(cells[len(row) - 1 :])
