"""A whole article tidied: title, subtitle, by-line, every text of every block, the words of its
notes.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from layouts.importing.tidying.passage import PassageRole
from layouts.importing.tidying.repeated import without_repeated
from layouts.importing.tidying.rule import Tidied
from layouts.importing.tidying.table import ALL_RULES, REPEATED, TidyChoice
from layouts.importing.tidying.text import tidy_text
from layouts.issue.article import Article, Block, Note, Paragraph, Table
from layouts.issue.parts import CAPTION, numbered_parts, with_part
from layouts.issue.photo import Photo
from layouts.issue.places import BYLINE, SUBTITLE, TITLE, Place
from layouts.issue.sidebar import Sidebar
from layouts.issue.splice import merged
from layouts.issue.text import Mark, MarkKind, Text
from layouts.messages.message import Sentence
from layouts.messages.tidying import TIDIED_BLOCK, TIDIED_BYLINE, TIDIED_SUBTITLE, TIDIED_TITLE


def tidy_article(
    article: Article, choice: TidyChoice = ALL_RULES
) -> tuple[Article, tuple[Tidied, ...]]:
    """An article with the chosen rules applied, and what they changed.

    Texts and blocks that nothing changed in stay the same objects.
    """
    told: list[Tidied] = []
    if REPEATED in choice.names:
        article, repeated = without_repeated(article)
        told += repeated
    changes: dict[str, object] = {
        "title": _tidied(article.title, choice, PassageRole.TITLE, Place(0, 0, TITLE), told)
    }
    if article.subtitle is not None:
        place = Place(0, 0, SUBTITLE)
        changes["subtitle"] = _tidied(article.subtitle, choice, PassageRole.TITLE, place, told)
    blocks = tuple(_block(block, k, choice, told) for k, block in enumerate(article.blocks))
    if article.byline is not None:
        place = Place(0, 0, BYLINE)
        changes["byline"] = _tidied(article.byline, choice, PassageRole.BYLINE, place, told)
    if told:
        article = replace(article, blocks=blocks, **changes)
    return article, tuple(told)


def _block(block: Block, index: int, choice: TidyChoice, told: list[Tidied]) -> Block:
    for part, text in list(numbered_parts(block)):
        place = Place(0, 0, index, part)
        tidied = _tidied(text, choice, _role(block, part), place, told)
        if tidied is not text and tidied.string:
            block = with_part(block, part, tidied)
    return block


def _role(block: Block, part: int) -> PassageRole:
    if isinstance(block, Photo) or (isinstance(block, Table) and part == CAPTION):
        return PassageRole.CAPTION
    if isinstance(block, Table):
        return PassageRole.CELL
    running = isinstance(block, Paragraph | Note | Sidebar)
    return PassageRole.BODY if running else PassageRole.HEADING


def _tidied(
    text: Text, choice: TidyChoice, role: PassageRole, place: Place, told: list[Tidied]
) -> Text:
    """A text tidied, the words of its notes too."""
    tidied, changes = tidy_text(text, choice, role)
    told += _placed(changes, place)
    if any(mark.kind is MarkKind.NOTE for mark in tidied.marks):
        marks = [_note(mark, choice, place, told) for mark in tidied.marks]
        if marks != list(tidied.marks):
            tidied = Text(tidied.string, merged(marks))
    return tidied


def _note(mark: Mark, choice: TidyChoice, place: Place, told: list[Tidied]) -> Mark:
    if mark.kind is not MarkKind.NOTE:
        return mark
    words, changes = tidy_text(Text(str(mark.value)), choice, PassageRole.CELL)
    if not words.string:
        return mark
    told += _placed(changes, place)
    return mark._replace(value=words.string)


def _placed(changes: tuple[Tidied, ...], place: Place) -> Iterator[Tidied]:
    zh, en = where(place)
    for change in changes:
        yield change._replace(where=zh, where_en=en, place=place)


def where(place: Place) -> Sentence:
    """A place of an article in words."""
    known = {TITLE: TIDIED_TITLE, SUBTITLE: TIDIED_SUBTITLE, BYLINE: TIDIED_BYLINE}
    if place.block in known:
        return known[place.block]()
    return TIDIED_BLOCK(number=(place.block or 0) + 1)
