"""Rules of the Markdown parser for marks without asterisks: `[文字]{.underline}`,
`[文字](https://…)`, `文字^[注释]`, `<sup>2</sup>`, `~~文字~~`.

An opening bracket waits as text until the bracket that closes it is followed by something that says
what the words are; then both become tokens without text, `span_open` and `span_close`. Nothing
looks ahead further than what it reads, so no text takes more than its length.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from layouts.issue.text import MarkKind
from layouts.manuscript.spelling import TAGS, TILDES, Braces, read_braces
from layouts.patterns import later

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline

# ^[ and up to the next bracket that closes: plain characters, escapes, and brackets in pairs, one
# deep
_NOTE = later(r"\^\[((?:[^\[\]\\]|\\.|\[[^\[\]]*\])+)\]", re.DOTALL)
# before ASCII punctuation alone is a backslash an escape (CommonMark 2.4)
_ESCAPE = later(r"\\([!-/:-@\[-`{-~])")
_TILDES = later("~{2,}")
_TAG = later(rf"<(/?)({'|'.join(TAGS)})>|<br ?/?>", re.IGNORECASE)


def add_span_rules(parser: MarkdownIt) -> None:
    """Let a parser read marks.

    They are read where `env` has a dict `opened`, line breaks everywhere.
    """
    parser.inline.ruler.push("span", _span)


def _span(state: StateInline, silent: bool) -> bool:
    rule = _RULES.get(state.src[state.pos])
    return rule is not None and not silent and rule(state)


Opened = dict[str, list[tuple[int, int]]]
"""What waits to be closed, by what opened it: the places of its token and of the first character
behind it.
"""


def _opened(state: StateInline) -> Opened | None:
    return cast("Opened | None", state.env.get("opened"))


def _may_close(state: StateInline) -> bool:
    """Whether any bracket closes behind this place; remembered, for a text of opening ones
    alone.
    """
    last = state.env.get("last_bracket")
    if last is None:
        last = state.env["last_bracket"] = state.src.rfind("]")
    return state.pos < last


def _opening_bracket(state: StateInline) -> bool:
    opened = _opened(state)
    if opened is None or not _may_close(state):
        return False
    _open(state, opened, "[", "[")
    return True


def _closing_bracket(state: StateInline) -> bool:
    opened = _opened(state)
    if not opened or not opened.get("["):
        return False
    token, begin = opened["["].pop()
    found = read_braces(state.src, state.pos + 1)
    # no words about it, or nothing between the brackets
    if found is None or begin == state.pos:
        return False
    _close(state, token, found[0], found[1])
    return True


def _note(state: StateInline) -> bool:
    """A note on the character before it.

    It keeps its markup, to be printed where there is no such character.
    """
    if (
        _opened(state) is None
        or not _may_close(state)
        or not (found := _NOTE().match(state.src, state.pos))
    ):
        return False
    token = state.push("note", "", 0)
    token.markup = found[0]
    token.content = _ESCAPE().sub(r"\1", found[1])
    state.pos = found.end()
    return True


def _tag(state: StateInline) -> bool:
    if not (found := _TAG().match(state.src, state.pos)):
        return False
    if not found[2]:
        # LINE_BREAK of `layouts.issue.text`
        state.push("line_break", "br", 0).content = "\u2028"
        state.pos = found.end()
        return True
    name, opened = found[2].lower(), _opened(state)
    if opened is None:
        return False
    if not found[1]:
        _open(state, opened, name, found[0])
        return True
    # one that nothing opened stays text
    if not opened.get(name):
        return False
    token, begin = opened[name].pop()
    if begin == state.pos:
        return False
    _close(state, token, Braces(((TAGS[name], ""),)), found.end())
    return True


def _tildes(state: StateInline) -> bool:
    """Two tildes, neither more nor fewer, before a character that is no space or behind one."""
    opened, end = _opened(state), state.pos + len(TILDES)
    run = _TILDES().match(state.src, state.pos)
    before, after = state.src[max(0, state.pos - 1) : state.pos], state.src[end : end + 1]
    if opened is None or run is None or run.end() != end or before == "~":
        return False
    waiting = opened.get(TILDES)
    if waiting and waiting[-1][1] < state.pos and not before.isspace():
        _close(state, waiting.pop()[0], Braces(((MarkKind.STRIKE, ""),)), end)
        return True
    if after and not after.isspace():
        _open(state, opened, TILDES, TILDES)
        return True
    return False


def _open(state: StateInline, opened: Opened, name: str, written: str) -> None:
    state.push("text", "", 0).content = written
    state.pos += len(written)
    opened.setdefault(name, []).append((len(state.tokens) - 1, state.pos))


def _close(state: StateInline, token: int, said: Braces, end: int) -> None:
    opening = state.tokens[token]
    opening.type, opening.content = "span_open", ""
    state.push("span_close", "", 0).meta = {"opening": opening, "said": said}
    state.pos = end


_RULES = {"[": _opening_bracket, "]": _closing_bracket, "^": _note, "<": _tag, "~": _tildes}
