"""Issues of a line or two, and the page they become."""

from __future__ import annotations

import datetime
from pathlib import Path

from composing import NOWHERE, picture_file
from web_reading import parsed

from layouts.house.load import load_layout
from layouts.issue.article import Article, ArticleKind, Block, Paragraph, Section
from layouts.issue.issue import Issue
from layouts.issue.masthead import Masthead
from layouts.issue.text import Text
from layouts.webpage.writing import web_page

HEAD = Masthead("澜汀简报", 3, 12, datetime.date(2026, 3, 1), "编辑部")


def article(*blocks: Block, title: str = "题目", **fields: object) -> Article:
    kind = fields.pop("kind", ArticleKind.HEADLINE)
    return Article(kind, Text(title), blocks, NOWHERE, **fields)


def paragraph(text: str | Text, **fields: object) -> Paragraph:
    return Paragraph(Text(text) if isinstance(text, str) else text, NOWHERE, **fields)


def issue(*articles: Article, folder: Path = Path(), section: str = "要闻", **fields) -> Issue:
    head = fields.pop("masthead", HEAD)
    return Issue(head, (Section(section, articles, NOWHERE),), folder, NOWHERE, **fields)


def page_of(one: Issue, layout: str = "jianbao-a4"):
    """The page of an issue, parsed."""
    return parsed(web_page(one, load_layout(layout, {})).decode())


def photo_in(folder: Path, name: str = "a.png", width: int = 40, height: int = 30) -> str:
    picture_file(folder, name, width, height)
    return name
