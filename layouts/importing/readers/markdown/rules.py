"""What stands in a line of Markdown beyond CommonMark: wikilinks, notes, formulas, spans with
attributes, photos as each program writes them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markdown_it.rules_inline.state_inline import Delimiter

from layouts.importing.readers.markdown.formulas import formula
from layouts.importing.readers.markdown.photos import PHOTO, photo_html, wiki_photo
from layouts.importing.readers.markdown.spans import TagPair, span_of
from layouts.manuscript.dialect import flanking

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline

_WIKI = re.compile(r"(!?)\[\[([^\[\]\n]{1,500})\]\]")
_REFERENCE = re.compile(r"\[\^([^\]\s]{1,80})\]")
_NOTE = re.compile(r"\^\[((?:[^\[\]\\]|\\.|\[[^\[\]]*\])+)\]", re.DOTALL)
_SCRIPT = re.compile(r"([\^~])([0-9A-Za-z+\-−]{1,4})\1")
"""Superscript and subscript of pandoc, as far as they are no range (3~5天) and no heap of signs."""

_STRUCK = re.compile(r"~~(?=\S)((?:(?!~~).)+?)(?<=\S)~~", re.DOTALL)
_MATH = re.compile(
    r"\$\$((?:[^$\\]|\\.)+)\$\$|\$(?=[^\s$])((?:[^$\\\n]|\\.)*?)(?<=[^\s\\])\$(?!\d)"
)
_HIGHLIGHT = re.compile(r"==(?=[^\s=])((?:(?!==).)+?)(?<=[^\s=])==(?!=)", re.DOTALL)
_ATTRIBUTES = re.compile(r"\{([^{}\n]*)\}")
_WORD = re.compile(r"[0-9A-Za-z]")


def add_rules(parser: MarkdownIt) -> None:
    """Let a parser read what programs write in a line."""
    parser.inline.ruler.at("emphasis", _emphasis)
    rules = {
        "photo": _photo,
        "wiki": _wiki,
        "reference": _reference,
        "span": _span,
        "note": _note,
        "script": _script,
        "struck": _struck,
        "highlight": _highlight,
        "math": _math,
        "behind": _behind,
    }
    for name, rule in rules.items():
        parser.inline.ruler.before("link", f"banxin_{name}", rule)


def _html(state: StateInline, html: str) -> None:
    state.push("html_inline", "", 0).content = html


def _emphasis(state: StateInline, silent: bool) -> bool:
    """`*` and `_`, which knows Chinese marks; `_` inside a word is one."""
    start = state.pos
    marker = state.src[start]
    if silent or marker not in "*_":
        return False
    end = start + 1
    while end < state.posMax and state.src[end] == marker:
        end += 1
    before = state.src[start - 1] if start else " "
    after = state.src[end] if end < state.posMax else " "
    opens, closes = flanking(before, after)
    if marker == "_":
        opens, closes = opens and not before.isalnum(), closes and not after.isalnum()
    for _ in range(end - start):
        state.push("text", "", 0).content = marker
        token = len(state.tokens) - 1
        state.delimiters.append(Delimiter(ord(marker), end - start, token, -1, opens, closes))
    state.pos = end
    return True


def _photo(state: StateInline, silent: bool) -> bool:
    if not state.src.startswith("![", state.pos):
        return False
    found = PHOTO.match(state.src, state.pos)
    if not found:
        return False
    if not silent:
        _html(state, photo_html(found[1], found[2], found[3] or ""))
    state.pos = found.end()
    return True


def _wiki(state: StateInline, silent: bool) -> bool:
    """[[page|words]], ![[photo.png|300]]."""
    if state.src[state.pos] not in "![":
        return False
    found = _WIKI.match(state.src, state.pos)
    if not found:
        return False
    if not silent and found[1]:
        _html(state, wiki_photo(found[2]))
    elif not silent:
        target, _, words = found[2].partition("|")
        state.push("text", "", 0).content = words or target.removeprefix("#")
    state.pos = found.end()
    return True


def _reference(state: StateInline, silent: bool) -> bool:
    """[^1], where there is such a note."""
    if not state.src.startswith("[^", state.pos):
        return False
    found = _REFERENCE.match(state.src, state.pos)
    if not found or found[1] not in state.env.get("notes", {}):
        return False
    if not silent:
        state.push("banxin_note", "", 0).content = found[1]
    state.pos = found.end()
    return True


def _note(state: StateInline, silent: bool) -> bool:
    """^[a note]."""
    if not state.src.startswith("^[", state.pos):
        return False
    found = _NOTE.match(state.src, state.pos)
    if not found:
        return False
    if not silent:
        state.push("banxin_inline_note", "", 0).content = found[1]
    state.pos = found.end()
    return True


def _span(state: StateInline, silent: bool) -> bool:
    """[words]{.underline}: what the attributes say; those nobody knows say nothing."""
    if state.src[state.pos] != "[":
        return False
    label_end = state.md.helpers.parseLinkLabel(state, state.pos, True)
    if label_end < 0:
        return False
    found = _ATTRIBUTES.match(state.src, label_end + 1)
    span = span_of(found[1]) if found else None
    if found is None or span is None:
        return False
    if not silent:
        _inside(state, state.pos + 1, label_end, span)
    state.pos = found.end()
    return True


def _inside(state: StateInline, start: int, end: int, span: TagPair) -> None:
    """Parse a piece of the text between two tags."""
    most = state.posMax
    _html(state, span.opening)
    state.pos, state.posMax = start, end
    state.md.inline.tokenize(state)
    state.posMax = most
    _html(state, span.closing)


def _script(state: StateInline, silent: bool) -> bool:
    found = _SCRIPT.match(state.src, state.pos) if state.src[state.pos] in "^~" else None
    if not found or (state.pos and state.src[state.pos - 1] in "^~"):
        return False
    before = state.src[state.pos - 1] if state.pos else ""
    behind = state.src[found.end() : found.end() + 1]
    if found[1] == "~" and before.isdigit() and (behind.isdigit() or found[2].isdigit()):
        return False  # 3~5~8: a range
    if not silent:
        tag = "sup" if found[1] == "^" else "sub"
        _html(state, f"<{tag}>{found[2]}</{tag}>")
    state.pos = found.end()
    return True


def _struck(state: StateInline, silent: bool) -> bool:
    found = _STRUCK.match(state.src, state.pos) if state.src[state.pos] == "~" else None
    if not found:
        return False
    if not silent:
        _inside(state, found.start(1), found.end(1), TagPair("<s>", "</s>"))
    state.pos = found.end()
    return True


def _highlight(state: StateInline, silent: bool) -> bool:
    found = _HIGHLIGHT.match(state.src, state.pos) if state.src[state.pos] == "=" else None
    if not found or (state.pos and _WORD.match(state.src[state.pos - 1])):
        return False
    if not silent:
        _inside(state, found.start(1), found.end(1), TagPair("<mark>", "</mark>"))
    state.pos = found.end()
    return True


def _math(state: StateInline, silent: bool) -> bool:
    found = _MATH.match(state.src, state.pos) if state.src[state.pos] == "$" else None
    if not found:
        return False
    html = formula(found[1] or found[2] or "")
    if html is None:
        return False
    if not silent:
        _html(state, html)
    state.pos = found.end()
    return True


def _behind(state: StateInline, _: bool) -> bool:
    """Attributes of pandoc right behind code or a link, which nobody sees."""
    if state.src[state.pos] != "{" or not state.pos or state.src[state.pos - 1] not in "`)":
        return False
    found = _ATTRIBUTES.match(state.src, state.pos)
    if not found or span_of(found[1]) is None:
        return False
    state.pos = found.end()
    return True
