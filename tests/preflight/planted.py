"""An issue without a fault, and the same with one fault planted after the other."""

from __future__ import annotations

import datetime
from pathlib import Path

from msgspec.structs import replace
from PIL import Image

from layouts.errors import Source
from layouts.issue.article import Article, ArticleKind, Paragraph, Section
from layouts.issue.issue import Colophon, Issue, Masthead
from layouts.issue.photo import Photo
from layouts.issue.text import Text

TODAY = datetime.date(2026, 11, 20)
NOWHERE = Source("issue.md", 1)
SENTENCE = "近日，某公司开展“安全生产”大检查，检查组一行先后来到各处，详细了解情况。"


def sound_issue(folder: Path, articles: int = 4, each: int = 3) -> Issue:
    """Three articles with by-lines and one photo that prints well; pages and fields as they should
    be.
    """
    Image.new("RGB", (2400, 1600), (90, 120, 150)).save(folder / "photo.png", compress_level=1)
    photo = Photo("photo.png", "检查现场", NOWHERE, alt="几个人在车间里看机器", id="p1")
    blocks = tuple(Paragraph(Text(SENTENCE * 5), NOWHERE) for _ in range(each))
    made = tuple(
        Article(
            ArticleKind.HEADLINE,
            Text(f"第{k}篇稿件的题目"),
            (photo, *blocks) if k == 1 else blocks,
            NOWHERE,
            Text("【供稿：办公室 张三】"),
            id=f"a{k}",
        )
        for k in range(1, articles + 1)
    )
    return Issue(
        Masthead("试刊", 7, 21, TODAY, "编辑部"),
        (Section("要闻", made, NOWHERE, id="s1"),),
        folder,
        NOWHERE,
        Colophon("区委", "各镇", "各科室", "李四", "5550 0000", 120),
    )


def with_article(issue: Issue, index: int, **changes: object) -> Issue:
    """The issue with one article changed."""
    section = issue.sections[0]
    articles = (
        *section.articles[:index],
        replace(section.articles[index], **changes),
        *section.articles[index + 1 :],
    )
    return replace(issue, sections=(replace(section, articles=articles), *issue.sections[1:]))


def with_paragraph(issue: Issue, text: str, index: int = 2) -> Issue:
    """The issue with a sentence more in one article's first paragraph."""
    blocks = issue.sections[0].articles[index].blocks
    return with_article(issue, index, blocks=(Paragraph(Text(text), NOWHERE), *blocks[1:]))


def with_photo(issue: Issue, **changes: object) -> Issue:
    """The issue with its photo changed."""
    blocks = issue.sections[0].articles[0].blocks
    return with_article(issue, 0, blocks=(replace(blocks[0], **changes), *blocks[1:]))


def with_masthead(issue: Issue, **changes: object) -> Issue:
    """The issue with fields of its masthead changed."""
    return replace(issue, masthead=replace(issue.masthead, **changes))
