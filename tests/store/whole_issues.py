"""Strategies for issues that use all the model can hold: marks of every kind, beside and across
each other, and every value of every block.
"""

from __future__ import annotations

import datetime
from random import Random

import any_issue
from hypothesis import strategies as st
from msgspec.structs import replace

from layouts.issue.article import (
    Article,
    Block,
    CellSpan,
    Divider,
    Note,
    PageBreak,
    Paragraph,
    PullQuote,
    Subheading,
    Table,
)
from layouts.issue.blocks import BlockTable
from layouts.issue.issue import Issue
from layouts.issue.marks import TRAITS
from layouts.issue.photo import Photo
from layouts.issue.sidebar import Sidebar
from layouts.issue.splice import concat, marked
from layouts.issue.text import Comment, MarkKind, Text

WORDS = (
    *any_issue.WORDS,
    "第一行\u2028第二行",
    "*",
    "**",
    "^",
    "〔注：",
    "）",
    "〕",
    "\u2028",
    "｜",
    "https://example.org/?a=(b)&c=“d”",
    "hé wān",
)
DATES = (datetime.date(2026, 5, 20), datetime.date(1, 1, 1), datetime.date(9999, 12, 31))


def value_of(kind: MarkKind, chance: Random) -> str | Comment:
    """What a mark of a kind may say."""
    if kind is MarkKind.COMMENT:
        return Comment(
            chance.choice(("林一", "", "A")),
            chance.choice(("", "2026-11-29T08:00:00+08:00")),
            chance.choice(("", *WORDS)),
        )
    if kind is MarkKind.UNDERLINE:
        return chance.choice(("", *TRAITS[kind].choices))
    return chance.choice(WORDS) if TRAITS[kind].valued else ""


def with_marks(text: Text, chance: Random) -> Text:
    """A text with more marks than it had."""
    for _ in range(chance.choice((0, 0, 0, 1, 2, 4)) if text.string else 0):
        start, end = sorted(chance.choices(range(len(text.string) + 1), k=2))
        kind = chance.choice(list(MarkKind))
        text = marked(text, start, end, kind, value_of(kind, chance))
    return text


def a_text(chance: Random) -> Text:
    return with_marks(concat(Text(chance.choice(WORDS)), Text(chance.choice(("", *WORDS)))), chance)


def maybe(chance: Random) -> Text | None:
    """A text, or none."""
    return a_text(chance) if chance.random() < 0.3 else None


def _table(table: Table, chance: Random) -> Table:
    rows, columns = len(table.rows) + 1, len(table.header)
    row, column = chance.randrange(rows), chance.randrange(columns)
    span = CellSpan(row, column, chance.randint(1, rows - row), chance.randint(1, columns - column))
    widths = tuple(chance.choice((None, 0.5, 12.0, 199.99)) for _ in range(columns))
    return replace(
        table,
        header=tuple(with_marks(cell, chance) for cell in table.header),
        rows=tuple(tuple(with_marks(cell, chance) for cell in cells) for cells in table.rows),
        spans=(span,) if span.rows * span.columns > 1 and chance.random() < 0.5 else (),
        widths=widths if set(widths) != {None} and chance.random() < 0.5 else (),
        caption=maybe(chance),
        notes=tuple(a_text(chance) for _ in range(chance.choice((0, 0, 1, 2)))),
    )


WHOLE: BlockTable[[Random], Block] = BlockTable(
    {
        Paragraph: lambda block, chance: replace(block, text=with_marks(block.text, chance)),
        Subheading: lambda block, chance: replace(block, text=with_marks(block.text, chance)),
        PullQuote: lambda block, chance: replace(block, text=with_marks(block.text, chance)),
        Note: lambda block, chance: replace(
            block, paragraphs=tuple(with_marks(text, chance) for text in block.paragraphs)
        ),
        Sidebar: lambda block, chance: replace(
            block, paragraphs=tuple(with_marks(text, chance) for text in block.paragraphs)
        ),
        Table: _table,
        PageBreak: lambda block, _: block,
        Divider: lambda block, _: block,
        Photo: lambda block, chance: replace(
            block,
            row=chance.choice(("", "", "1", "会场")),
            caption=with_marks(block.caption, chance),
        ),
    }
)


def _article(article: Article, chance: Random) -> Article:
    return replace(
        article,
        title=with_marks(article.title, chance),
        blocks=tuple(WHOLE(block, chance) for block in article.blocks),
        byline=None if article.byline is None else with_marks(article.byline, chance),
        subtitle=maybe(chance),
        date=chance.choice((None, None, *DATES)),
        origin=chance.choice(("", "", *any_issue.WORDS)),
    )


def whole(issue: Issue, chance: Random) -> Issue:
    """An issue with values in the fields that were empty, and marks on its texts."""
    return replace(
        issue,
        sections=tuple(
            replace(
                section, articles=tuple(_article(article, chance) for article in section.articles)
            )
            for section in issue.sections
        ),
    )


issues: st.SearchStrategy[Issue] = st.builds(
    whole, any_issue.issues, st.randoms(use_true_random=False)
)
