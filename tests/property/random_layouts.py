"""Strategies for layouts at the edges of what the schema takes, and for issues that fit none of
them.
"""

from __future__ import annotations

import copy
import datetime
import tomllib
from typing import Any

from composing import NOWHERE
from hypothesis import assume
from hypothesis import strategies as st
from random_issues import photo_folder

from layouts.house.build import build
from layouts.house.layout import Layout, TableRules
from layouts.house.load import FACES, STOCK
from layouts.house.punctuation import PRESETS
from layouts.house.read import Fault
from layouts.house.text_style import Prohibition
from layouts.issue.article import (
    Article,
    ArticleKind,
    Block,
    Note,
    PageBreak,
    Paragraph,
    PullQuote,
    Section,
    Subheading,
    Table,
)
from layouts.issue.issue import Colophon, Issue, Masthead
from layouts.issue.photo import Photo, Side
from layouts.issue.sidebar import BoxKind, Sidebar
from layouts.issue.text import Mark, MarkKind, Text

DOCUMENTS = [
    tomllib.loads((STOCK / f"{name}.toml").read_text("utf8"))
    for name in ("jianbao-a4", "neikan-a4-2col")
]


def _edges(least: float, most: float, *usual: float) -> st.SearchStrategy[float]:
    return st.one_of(st.sampled_from((*usual, *usual, least, most)), st.floats(least, most))


def _points(least: float, most: float, *usual: float) -> st.SearchStrategy[str]:
    return _edges(least, most, *usual).map(lambda value: f"{value:.4f}pt")


@st.composite
def layouts(draw: st.DrawFn) -> Layout:
    """A stock layout with page, grid, styles and fixed parts drawn anew; only what is a layout
    comes out.
    """
    document: Any = copy.deepcopy(draw(st.sampled_from(DOCUMENTS)))
    document["page"] = {
        "width": draw(_points(100, 3000, 200, 400, 595)),
        "height": draw(_points(100, 3000, 150, 400, 842)),
        "top": draw(_points(0, 100, 10, 40)),
        "foot": draw(_points(0, 100, 10, 40)),
        "side": draw(_points(0, 60, 29, 40)),
    }
    document["grid"] = {
        "size": draw(_points(5.25, 72, 6, 10.5, 14)),
        "leading": draw(_edges(1, 3, 1.5)),
        "columns": draw(st.sampled_from((1, 1, 2, 3, 6))),
        "gutter": draw(_edges(0, 10, 1)),
        "ascent": draw(_edges(0.5, 1.0, 0.88)),
    }
    for name, style in document["styles"].items():
        if name == "body":
            style["indent"] = draw(_edges(0, 10, 2))
        elif draw(st.booleans()):
            style |= {
                "size": draw(_points(5.25, 400, 9, 14)),
                "leading": draw(_edges(1, 3, 1.2)),
                "indent": draw(_edges(0, 10, 0)),
                "tracking": draw(_edges(-0.2, 3, 0)),
                "before": draw(_points(0, 300, 0, 6)),
                "after": draw(_points(0, 300, 0, 6)),
                "max_lines": draw(st.integers(1, 20)),
            }
    document["masthead"]["height"] = draw(_points(0, 3000, 0, 50, 120))
    document["photo"] |= {
        "width": draw(_edges(2, 120, 10)),
        "standoff": draw(_edges(0, 10, 1)),
        "min_slot": draw(_edges(1, 40, 5)),
        "caption_gap": draw(_points(0, 100, 4)),
    }
    document["table"] |= {
        "padding": draw(_points(0, 50, 4)),
        "outer_rule": draw(_points(0, 120, 1)),
        "rules": draw(st.sampled_from(TableRules)).value,
        "zebra": draw(st.booleans()),
        "short": draw(st.sampled_from(("left", "center", "right"))),
    }
    document["contents"] |= {
        "entry_indent": draw(_edges(0, 10, 1)),
        "body_on_new_page": draw(st.booleans()),
    }
    document["body"] |= {
        "article_gap": draw(_points(0, 300, 0, 20)),
        "balance": draw(st.sampled_from((True, False, "pages", "sections", "articles"))),
        "across": draw(st.sampled_from((1, 1, 1, 0, 2, 6))),
    }
    document["notes"] = {
        "place": draw(st.sampled_from(("article", "page", "page"))),
        "turnover": draw(st.sampled_from(("paragraph", "hanging"))),
        "rule": draw(_points(0, 120, 0.4)),
    }
    document["punctuation"] = {
        "style": draw(st.sampled_from(tuple(PRESETS))),
        "prohibition": draw(st.sampled_from(tuple(map(str, Prohibition)))),
        "autospace": draw(st.sampled_from(("0", "1/8", "1/6", "1/4"))),
        "hang": draw(st.sampled_from((False, False, True))),
    }
    document["colophon"] |= {"rows": draw(_edges(0, 100, 3)), "leading": draw(_points(5, 100, 15))}
    try:
        return build("drawn", document, FACES)
    except Fault:
        assume(False)
        raise


ODD = (
    "",
    " ",
    "　" * 40,
    "\u200b\u200b\u2060",
    "\u202e逆",
    "\ufe0f\u0301",
    "á" * 150,
    "W" * 120,
    "http://www.example.org/" + "very-long/" * 12,
    "，。！？" * 20,
    "（（（（" * 10,
    "2026年12月31日" * 6,
    "字",
    "镇里开会。",
    "区里各镇街道把防汛防台工作摆在突出位置，压实责任、细化预案。" * 6,
    "A 1 中 ——……" * 12,
)

odd = st.sampled_from(ODD)
_noted = st.builds(
    lambda string, notes: Text(
        string, (Mark(0, len(string), MarkKind.NOTE, notes[0]),) * notes[1] if string else ()
    ),
    odd,
    st.sampled_from((("注。", 60), ("W" * 120, 1), ("见《防汛防台预案》第三条，" * 30, 2))),
)
_texts = st.one_of(odd.map(Text), odd.map(Text), odd.map(Text), _noted)
_captions = st.one_of(
    odd, odd, st.sampled_from(("防汛" * 300, "图为现场，" * 2000, "\u200b" * 300))
)


@st.composite
def _photos(draw: st.DrawFn) -> Photo:
    return Photo(
        draw(st.sampled_from(("wide.png", "square.png", "tall.png", "strip.png", "pole.png"))),
        draw(_captions),
        NOWHERE._replace(line=draw(st.integers(1, 10_000))),
        draw(st.sampled_from(Side)),
        draw(st.one_of(st.none(), st.sampled_from((0.1, 2.0, 10.0, 200.0)))),
        draw(st.sampled_from((0, 1, 2, 7, 10_000))),
        draw(st.one_of(st.none(), st.sampled_from((0.0, 1.0, 40.0)))),
    )


@st.composite
def _tables(draw: st.DrawFn) -> Table:
    columns = draw(st.sampled_from((1, 2, 3, 12, 40)))
    row = st.lists(_texts, min_size=columns, max_size=columns).map(tuple)
    rows = draw(st.lists(row, max_size=4))
    return Table(
        draw(row),
        tuple(rows),
        ("left", "right", "center", "left")[:columns] + ("left",) * (columns - 4),
        NOWHERE,
    )


_block: st.SearchStrategy[Block] = st.one_of(
    _texts.map(lambda text: Paragraph(text, NOWHERE)),
    _texts.map(lambda text: Paragraph(text, NOWHERE)),
    st.builds(lambda text, level: Subheading(text, level, NOWHERE), _texts, st.integers(1, 4)),
    _photos(),
    _photos(),
    _tables(),
    st.lists(_texts, min_size=1, max_size=2).map(lambda found: Note(tuple(found), NOWHERE)),
    _texts.map(lambda text: PullQuote(text, NOWHERE)),
    st.builds(
        lambda text, side, between: PullQuote(text, NOWHERE, side=side, between=between),
        _texts,
        st.sampled_from(Side),
        st.booleans(),
    ),
    st.builds(
        Sidebar,
        st.lists(_texts, min_size=1, max_size=3).map(tuple),
        st.just(NOWHERE),
        st.sampled_from(BoxKind),
        st.booleans(),
        st.sampled_from(Side),
        st.one_of(st.none(), st.sampled_from((4.0, 9.0, 200.0))),
        st.integers(0, 3),
        st.integers(1, 3),
    ),
    st.just(PageBreak(NOWHERE)),
)

_article = st.builds(
    lambda title, blocks, byline, together, across: Article(
        ArticleKind.HEADLINE if title else ArticleKind.BRIEF,
        Text(title),
        tuple(blocks),
        NOWHERE,
        byline,
        keep_together=together,
        across=across,
    ),
    odd,
    st.lists(_block, max_size=6),
    st.one_of(st.none(), _texts),
    st.booleans(),
    st.sampled_from((None, None, 0, 1, 2, 6)),
)


@st.composite
def odd_issues(draw: st.DrawFn) -> Issue:
    """Sections of articles whose texts, photos and tables are each of a kind that some page has no
    place for.
    """
    sections = draw(
        st.lists(
            st.builds(
                lambda name, found: Section(name, tuple(found), NOWHERE),
                odd,
                st.lists(_article, max_size=3),
            ),
            max_size=3,
        )
    )
    words = draw(odd)
    return Issue(
        Masthead(words or "刊", 3, 12, datetime.date(2026, 8, 31), words),
        tuple(sections),
        photo_folder(),
        NOWHERE,
        draw(st.sampled_from((Colophon(), Colophon(words, words, words, words, words, 300)))),
        contents=draw(st.booleans()),
    )
