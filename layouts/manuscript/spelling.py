"""How each kind of mark is spelled in a manuscript: with asterisks, or with words in braces,
`[文字]{.underline}`, `[重庆]{ruby="…"}`.

`SPELLINGS` is the one table for reading and writing. `read_braces` and `braces` are the two ways of
what stands after the square brackets.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache

from msgspec import Struct

from layouts.issue.marks import DOTTED, DOUBLE, THICK, TRAITS, WAVY
from layouts.issue.text import Comment, Mark, MarkKind
from layouts.manuscript.quoted import quoted, quoted_in_brackets, unquoted
from layouts.manuscript.repair import REPAIRED


class Spelling(Struct, frozen=True):
    """How a kind is spelled.

    `around`: asterisks on both sides of the words; else `word` stands in braces and those of `also`
    are read too. `tag`: the name of the HTML tag that is read as this kind.
    """

    around: str = ""
    word: str = ""
    also: tuple[str, ...] = ()
    tag: str = ""


SPELLINGS: dict[MarkKind, Spelling] = {
    MarkKind.BOLD: Spelling(around="**"),
    MarkKind.KAI: Spelling(around="*"),
    MarkKind.DOTS: Spelling(word="dots", also=("着重号", "着重")),
    MarkKind.UNDERLINE: Spelling(word="underline", also=("下划线", "ul"), tag="u"),
    MarkKind.STRIKE: Spelling(word="strike", also=("删除线", "strikeout"), tag="s"),
    MarkKind.SUPERSCRIPT: Spelling(word="sup", also=("上标", "superscript"), tag="sup"),
    MarkKind.SUBSCRIPT: Spelling(word="sub", also=("下标", "subscript"), tag="sub"),
    MarkKind.LINK: Spelling(word="link", also=("链接", "href")),
    MarkKind.RUBY: Spelling(word="ruby", also=("注音",)),
    MarkKind.NOTE: Spelling(word="note", also=("注", "注释")),
    MarkKind.COMMENT: Spelling(word="comment", also=("批注",)),
}
CHOICES = {
    **{choice: choice for choice in TRAITS[MarkKind.UNDERLINE].choices},
    "single": "",
    "单线": "",
    "双线": DOUBLE,
    "波浪线": WAVY,
    "点线": DOTTED,
    "粗线": THICK,
}
"""How a line under words is drawn, as it is read, and what that is."""

TILDES = "~~"
"""Round words they are struck, as GFM has it; read, and written in braces."""

TAGS = {spelling.tag: kind for kind, spelling in SPELLINGS.items() if spelling.tag}

Value = str | Comment | None
"""The value of a mark; None where another piece of it has it."""


class Braces(Struct, frozen=True):
    """What braces say of the words before them.

    `number` joins the pieces of a mark that others cut; 0 for one in one piece.
    """

    marks: tuple[tuple[MarkKind, Value], ...]
    number: int = 0


_KINDS = {
    name: kind
    for kind, spelling in SPELLINGS.items()
    if spelling.word
    for name in (spelling.word, *spelling.also)
}
_ABOUT_COMMENT = {"author": "author", "作者": "author", "time": "time", "时间": "time"}

# the longest first: 着重 is also how 着重号 begins
_NAMES = "|".join(sorted(map(re.escape, (*_KINDS, *_ABOUT_COMMENT)), key=len, reverse=True))
# in straight or Chinese quotes, or one word without any
_QUOTED = r"\"[^\"]*\"|“[^“”]*”|[^\s{}\"“”=＝,，、]+"
# a kind, with its value or a dot; or the number of a mark in pieces
_ITEM = rf"\.?(?:{_NAMES})(?: ?[=＝] ?(?:{_QUOTED}))?|#[0-9]{{1,6}}"


class _Patterns(Struct, frozen=True):
    """What is looked for in markup, compiled when the first is met: most issues have none of it."""

    braces: re.Pattern[str]
    parted: re.Pattern[str]
    address: re.Pattern[str]
    plain_address: re.Pattern[str]
    """Addresses that are written in parentheses; all others stand in quotes."""


@cache
def _patterns() -> _Patterns:
    # in an address parentheses may stand in pairs, one deep, as in those of Wikipedia
    address = r"\((https?://[^\s()<>\"]*(?:\([^\s()<>\"]*\)[^\s()<>\"]*)*)\)"
    return _Patterns(
        # items, parted by spaces or commas
        re.compile(rf"\{{ *((?:{_ITEM})(?:[ ,，、]+(?:{_ITEM}))*) *\}}", re.IGNORECASE),
        # one item: dot, name, value, or number
        re.compile(rf"(\.?)({_NAMES})(?: ?[=＝] ?({_QUOTED}))?|#([0-9]+)", re.IGNORECASE),
        re.compile(address, re.IGNORECASE),
        # with none of what reading would take for an escape or a cell's end, or put right
        re.compile(rf"(?!.*[\\|{REPAIRED}]){address}", re.IGNORECASE | re.DOTALL),
    )


BRACES_BEGIN = rf"\{{ *(?:\.?(?:{_NAMES})|#[0-9])|\(https?:"
"""A pattern of what anything that `read_braces` reads begins with."""


def read_braces(markup: str, place: int) -> tuple[Braces, int] | None:
    """What the braces at a place, or an address in parentheses, say of the words before them, and
    where they end; None for other text.
    """
    if address := _patterns().address.match(markup, place):
        return Braces(((MarkKind.LINK, address[1]),)), address.end()
    found = _patterns().braces.match(markup, place)
    said = _said(found[1]) if found else None
    return (said, found.end()) if found and said else None


def braces(
    marks: Iterable[Mark], number: int = 0, *, is_first: bool = True, in_brackets: bool = False
) -> str:
    """What stands behind the square brackets of words that carry these marks; where all stands
    `in_brackets` itself, no others are in it.

    Pieces of one mark have its number, the first its value.
    """
    marks = tuple(marks)
    address = f"({marks[0].value})" if len(marks) == 1 and marks[0].kind is MarkKind.LINK else ""
    has_brackets = in_brackets and ("[" in address or "]" in address)
    if address and not has_brackets and _patterns().plain_address.fullmatch(address):
        return address
    quote = quoted_in_brackets if in_brackets else quoted
    items = [_item(mark, quote) if is_first else SPELLINGS[mark.kind].word for mark in marks]
    items += [f"#{number}"] if number else []
    return f"{{{' '.join(items)}}}"


def _item(mark: Mark, quote: Callable[[str], str]) -> str:
    word = SPELLINGS[mark.kind].word
    if isinstance(mark.value, Comment):
        about = ((name, getattr(mark.value, name)) for name in ("author", "time"))
        return " ".join(
            (
                f"{word}={quote(mark.value.text)}",
                *(f"{name}={quote(value)}" for name, value in about if value),
            )
        )
    return f"{word}={quote(mark.value)}" if mark.value else f".{word}"


def _said(written: str) -> Braces | None:
    """What the items between braces say together; None where they make no sense together."""
    number = 0
    values: dict[MarkKind, str | None] = {}
    about: dict[str, str] = {}
    for item in _patterns().parted.finditer(written):
        name = (item[2] or "").lower()
        value = None if item[3] is None else unquoted(item[3])
        if item[4]:
            number = int(item[4])
        elif name in _ABOUT_COMMENT:
            about[_ABOUT_COMMENT[name]] = value or ""
        elif _KINDS[name] in values or (
            # `.underline` has a dot and no value, `note="…"` a value and no dot
            value is not None and (item[1] or not _may_say(_KINDS[name], value))
        ):
            return None
        else:
            values[_KINDS[name]] = value
    # a piece with a number may leave the value to another piece
    if any(TRAITS[kind].valued and value is None and not number for kind, value in values.items()):
        return None
    if not values or (about and values.get(MarkKind.COMMENT) is None):
        return None
    return Braces(
        tuple((kind, _value(kind, value, about)) for kind, value in values.items()), number
    )


def _value(kind: MarkKind, value: str | None, about: dict[str, str]) -> Value:
    if kind is MarkKind.COMMENT and value is not None:
        return Comment(about.get("author", ""), about.get("time", ""), value)
    return value if TRAITS[kind].valued else CHOICES.get(value or "", "")


def _may_say(kind: MarkKind, value: str) -> bool:
    """Whether what stands behind a word can be the value of a mark."""
    return TRAITS[kind].valued or (bool(TRAITS[kind].choices) and value in CHOICES)
