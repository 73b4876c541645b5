"""What stands before the first word of a paragraph: bullets, tabs, numbers of a list."""

from __future__ import annotations

from collections.abc import Iterator

from layouts.importing.tidying.characters import HAN
from layouts.importing.tidying.passage import PassageRole, TidyPassage
from layouts.importing.tidying.rule import Mending
from layouts.patterns import later

LIST_STYLES = ("", "1、", "1.", "1. ", "1．", "（1）", "①")
"""How a house numbers what is numbered in its text; empty: as each manuscript does."""

_SYMBOLS = "\uf06c\uf06e\uf075\uf076\uf0a7\uf0b2\uf0b7\uf0d8\uf0e8\uf0fc"
"""Wingdings and Symbol, as Word numbers lists with bullets: no other face has them."""

_BULLET = later(
    rf"\s*(?:[{_SYMBOLS}][ \t\u00a0\u3000]*"
    rf"|[●■◆◼▪•·➢➤►▶❖]+[ \t\u00a0\u3000]*(?=[{HAN}“《（\dA-Za-z])"
    rf"|[□○◇*\-–][ \t\u00a0\u3000]+(?=[{HAN}“《（])|□(?=[{HAN}]))"
)
_BOXES = later("[□☐☑☒■✓√]")
_TAB = later(r"[ \u00a0]{0,8}\t[ \t\u00a0]*")
_LABEL = later(r"(?P<bracket>[（(](?P<a>\d{1,2})[）)])|(?P<b>\d{1,2})(?:、|[.．](?!\d))[ \u3000]?")
_DAYS = later(r"\d{1,2}、\d{1,2}[日号月年周]")
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"


def tabs_and_bullets(passage: TidyPassage) -> Iterator[Mending]:
    """A bullet that begins a paragraph goes; a tab is a space between words, nothing elsewhere.

    Tabs of tables and boxes of forms stay: a line with several tabs is a row of a table, one with
    several boxes something to tick.
    """
    string = passage.string
    if passage.role is PassageRole.CELL:
        return
    start = 0
    bullet = _BULLET().match(string) if passage.role is PassageRole.BODY else None
    if bullet and not passage.is_byline and not _is_form(passage):
        start = bullet.end()
        yield Mending(0, start, "")
    inside = [match.span() for match in _TAB().finditer(string, start)]
    if sum(1 for a, b in inside if a > start and b < len(string)) > 1:
        return
    for a, b in inside:
        yield Mending(a, b, " " if _parts_words(passage, a, b) else "")


def _is_form(passage: TidyPassage) -> bool:
    """Whether boxes of a line are there to be ticked: several of them, or one before a word."""
    string = passage.string.lstrip()
    boxes = len(_BOXES().findall(string))
    return boxes > 1 or (string.startswith("□") and not passage.is_sentence)


def _parts_words(passage: TidyPassage, start: int, end: int) -> bool:
    before, after = passage.string[:start], passage.string[end:]
    return bool(before.strip() and after.strip()) and before[-1] not in "、）)．"


def list_labels(passage: TidyPassage) -> Iterator[Mending]:
    """Arabic numbers of a list as the house has them; not two days of a month (3、14日)."""
    string = passage.string
    style = passage.list_style
    if not style or passage.role not in (PassageRole.BODY, PassageRole.HEADING):
        return
    match = _LABEL().match(string)
    if match is None or _DAYS().match(string) or match.end() == len(string):
        return
    label = _numbered(style, int(match["a"] or match["b"]))
    if label and match[0] != label:
        yield Mending(0, match.end(), label)


def _numbered(style: str, number: int) -> str:
    if style == "①":
        return _CIRCLED[number - 1] if 0 < number <= len(_CIRCLED) else ""
    return style.replace("1", str(number))
