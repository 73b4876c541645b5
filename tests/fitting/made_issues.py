"""Issues of made-up text like those of an office: sections with headlines, run-in articles and
briefs, photos, notes and a table now and then; the same for the same seed.
"""

from __future__ import annotations

import datetime
import random
from pathlib import Path

from msgspec.structs import replace

from layouts.errors import Source
from layouts.issue.article import (
    Article,
    ArticleKind,
    Block,
    Note,
    Paragraph,
    PullQuote,
    Section,
    Subheading,
    Table,
)
from layouts.issue.ids import with_ids
from layouts.issue.issue import Colophon, Issue, Masthead
from layouts.issue.photo import Photo, Side
from layouts.issue.text import Mark, MarkKind, Text

WORDS = [
    "工作",
    "会议",
    "企业",
    "发展",
    "建设",
    "改革",
    "管理",
    "服务",
    "推进",
    "落实",
    "调研",
    "部门",
    "单位",
    "人员",
    "责任",
    "安全",
    "生产",
    "项目",
    "质量",
    "创新",
    "提升",
    "机制",
    "制度",
    "学习",
    "教育",
    "培训",
    "活动",
    "组织",
    "开展",
    "研究",
    "部署",
    "要求",
    "强调",
    "指出",
    "情况",
    "问题",
    "措施",
    "目标",
    "任务",
    "全面",
    "深入",
    "持续",
    "进一步",
    "有关",
    "各项",
    "重点",
    "基层",
    "群众",
    "党员",
    "干部",
    "职工",
    "青年",
    "志愿者",
    "社区",
    "街道",
    "园区",
    "平台",
    "数据",
    "系统",
    "技术",
    "能力",
    "水平",
    "效率",
    "环境",
    "生态",
    "绿色",
    "文化",
    "历史",
    "传统",
    "未来",
    "合作",
    "交流",
    "共同",
    "努力",
    "加强",
    "完善",
    "优化",
    "保障",
    "监督",
    "检查",
    "整改",
    "和",
    "的",
    "在",
    "对",
    "与",
    "及",
]
FIGURES = (
    "12 月 22 日",
    "2026 年",
    "3.5%",
    "850 万元",
    "第 24 期",
    "“十五五”",
    "5G",
    "APP",
    "16 个",
)

LAYOUTS = ("jianbao-a4", "neikan-a4-2col", "tongxun-a5", "jianbao-16k", "neikan-a4-3col")
"""The stock layouts that open all rungs, in turn."""

CHARACTERS = {
    "jianbao-a4": 620,
    "neikan-a4-2col": 1250,
    "tongxun-a5": 560,
    "jianbao-16k": 640,
    "neikan-a4-3col": 1350,
}
"""About how many characters of text, photos beside it, fill a page."""

NOWHERE = Source("made.md", 1)


def made_issue(
    seed: int, photo: Path, layout: str | None = None, pages: int | None = None
) -> Issue:
    """The issue of a seed, of 5 to 30 pages; its photos are all `photo`, a file."""
    dice = random.Random(seed)
    layout = layout or LAYOUTS[seed % len(LAYOUTS)]
    pages = pages or dice.randint(5, 30)
    wanted = pages * CHARACTERS[layout] * dice.uniform(0.92, 1.08)
    count = max(2, round(pages / 4))
    sections: list[Section] = []
    breaks = dice.random() < 0.25
    for number in range(count):
        articles: list[Article] = []
        written = 0
        while written < wanted / count:
            article = _article(dice, photo)
            articles.append(article)
            written += _length(article)
        name = _phrase(dice, 2)[:4]
        sections.append(Section(name, tuple(articles), NOWHERE, breaks and number > 0))
    colophon = Colophon("有关领导", "各部门", "各单位", copies=200)
    masthead = Masthead("工作简报", number=7, date=datetime.date(2026, 11, 30), issuer="某某办公室")
    issue = Issue(
        masthead,
        tuple(sections),
        photo.parent,
        NOWHERE,
        colophon if dice.random() < 0.6 else Colophon(),
        layout,
    )
    return with_ids(issue)


def trapped_issue(seed: int, tall: Path, layout: str = "jianbao-a4") -> Issue:
    """An issue of 5 to 9 pages that ends with a trap: a sub-heading, its text beside a photo half a
    page high (`tall`, a file of 2 to 3), and a few items after it.

    Where the photo finds no room before its page's foot, rows that are saved before it leave that
    foot blank, until the photo comes in and the last page is short.
    """
    dice = random.Random(seed)
    issue = made_issue(seed, tall, layout, dice.randint(5, 9))
    blocks: list[Block] = []
    for number in "一二三四"[: dice.randint(2, 4)]:
        blocks.append(Subheading(Text(f"{number}、{_phrase(dice, 4)}"), 1, NOWHERE))
        blocks += [_paragraph(dice) for _ in range(dice.randint(1, 2))]
    blocks.append(Subheading(Text(f"末、{_phrase(dice, 4)}"), 1, NOWHERE))
    blocks.append(Photo(tall.name, _phrase(dice, 2), NOWHERE, Side.RIGHT, 15.0))
    blocks.append(Paragraph(Text(_prose(dice, 270)), NOWHERE))
    article = Article(
        ArticleKind.HEADLINE,
        Text(_phrase(dice, 7)),
        tuple(blocks),
        NOWHERE,
        Text("【供稿：某某公司】"),
    )
    items = tuple(
        Paragraph(Text(f"{k}. {_prose(dice, dice.randint(60, 110))}"), NOWHERE)
        for k in range(1, dice.randint(3, 6))
    )
    brief = Article(ArticleKind.BRIEF, Text(""), items, NOWHERE)
    trap = (Section("经验", (article,), NOWHERE), Section("简讯", (brief,), NOWHERE))
    return with_ids(replace(issue, sections=(*_plain(issue.sections), *trap)))


def _plain(sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """Sections with photos of one shape only: those of the trap are to be the tall ones."""
    return tuple(
        replace(
            section,
            break_before=False,
            articles=tuple(
                replace(
                    article,
                    blocks=tuple(one for one in article.blocks if not isinstance(one, Photo)),
                )
                for article in section.articles
            ),
        )
        for section in sections
    )


def _length(article: Article) -> int:
    """Characters that an article is as long as, its photos and title counted."""
    known = {Photo: 160, Table: 120, Subheading: 30, PullQuote: 90}
    return 60 + sum(
        len(block.text.string) + 12 if isinstance(block, Paragraph) else known.get(type(block), 80)
        for block in article.blocks
    )


def _phrase(dice: random.Random, words: int) -> str:
    return "".join(dice.choices(WORDS, k=words))


def _prose(dice: random.Random, length: int) -> str:
    text = ""
    while len(text) < length:
        clauses = [_phrase(dice, dice.randint(2, 6)) for _ in range(dice.randint(1, 4))]
        if dice.random() < 0.3:
            clauses.insert(0, dice.choice(FIGURES))
        if dice.random() < 0.15:
            clauses[-1] = f"“{clauses[-1]}”"
        text += "，".join(clauses) + dice.choice("。。。。；：！")
    return text.rstrip("；：") + ("" if text.endswith(("。", "！")) else "。")


def _article(dice: random.Random, photo: Path) -> Article:
    kind = dice.choices(list(ArticleKind), (6, 2, 1))[0]
    blocks = [_paragraph(dice) for _ in range(dice.randint(2, 7))]
    title = _phrase(dice, dice.randint(4, 11))
    if kind is ArticleKind.RUN_IN:
        lead = f"▲ {title}。"
        blocks[0] = Paragraph(
            Text(lead + blocks[0].text.string, (Mark(0, len(lead), MarkKind.BOLD),)), NOWHERE
        )
    if kind is ArticleKind.BRIEF:
        blocks = [
            Paragraph(Text(f"{k}. {_prose(dice, dice.randint(40, 90))}"), NOWHERE)
            for k in range(1, dice.randint(3, 6))
        ]
        title = ""
    byline = Text("【供稿：某某公司】") if dice.random() < 0.5 else None
    return Article(kind, Text(title), _dressed(dice, blocks, photo), NOWHERE, byline)


def _paragraph(dice: random.Random) -> Paragraph:
    return Paragraph(Text(_prose(dice, dice.choice((40, 80, 120, 160, 220, 300)))), NOWHERE)


def _dressed(dice: random.Random, blocks: list[Paragraph], photo: Path) -> tuple[Block, ...]:
    """The paragraphs with what else stands among them."""
    found: list[Block] = []
    for k, block in enumerate(blocks):
        if dice.random() < 0.12 and k:
            found.append(Subheading(Text(f"{_phrase(dice, 3)}"), 1, NOWHERE))
        if dice.random() < 0.13:
            side = dice.choice((Side.RIGHT, Side.LEFT, Side.NONE))
            width = dice.choice((None, None, 14.0, 10.0, 31.0))
            found.append(Photo(photo.name, _phrase(dice, 4), NOWHERE, side, width))
        found.append(block)
        if dice.random() < 0.03:
            found.append(Note((Text(_prose(dice, 60)),), NOWHERE))
        if dice.random() < 0.02:
            found.append(PullQuote(Text(_phrase(dice, 6)), NOWHERE))
        if dice.random() < 0.02:
            found.append(_table(dice))
    return tuple(found)


def _table(dice: random.Random) -> Table:
    rows = tuple(tuple(Text(_phrase(dice, 1)) for _ in range(3)) for _ in range(3))
    return Table(rows[0], rows, ("left", "left", "left"), NOWHERE)
