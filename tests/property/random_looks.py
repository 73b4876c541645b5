"""Strategies for issues whose photos stand and look in every way there is: in rows, at the head and
foot of pages, across columns, over pages, into the bleed, cut out, toned, credited; with a cover,
and fitted.
"""

from __future__ import annotations

from functools import lru_cache
from random import Random

from composing import NOWHERE
from hypothesis import strategies as st
from msgspec.structs import replace
from PIL import Image, ImageDraw
from random_issues import HAN, issues, photo_folder

from layouts.issue.article import Article, Block, Paragraph, Section
from layouts.issue.cover import Cover
from layouts.issue.fitting import NO_FITTING, Fitting
from layouts.issue.ids import with_ids
from layouts.issue.issue import Issue
from layouts.issue.photo import (
    Bleed,
    Photo,
    PhotoPlace,
    PhotoPoint,
    Standoffs,
    Wrap,
)
from layouts.issue.text import Mark, MarkKind, Text
from layouts.photo_tone import PhotoTone

CUT_OUT = "cutout.png"
STAR = tuple(
    PhotoPoint(x, y)
    for x, y in ((0.5, 0.0), (1.0, 0.4), (0.8, 1.0), (0.2, 1.0), (0.0, 0.4), (0.5, 0.6))
)
CROSSED = tuple(PhotoPoint(x, y) for x, y in ((0, 0), (1, 1), (1, 0), (0, 1)))
"""A polygon that crosses itself."""


@lru_cache(maxsize=1)
def cut_out() -> str:
    """A photo with an alpha channel, beside the others: a disc on nothing."""
    image = Image.new("RGBA", (120, 90), (0, 0, 0, 0))
    ImageDraw.Draw(image).ellipse((10, 5, 110, 85), fill=(160, 60, 60, 255))
    image.save(photo_folder() / CUT_OUT)
    return CUT_OUT


def looked(photo: Photo, dice: Random) -> Photo:
    """The photo with some of all it can have."""
    changes: dict[str, object] = {}
    if dice.random() < 0.3:
        changes["place"] = dice.choice(tuple(PhotoPlace))
        changes["across"] = dice.randint(0, 3)
    if dice.random() < 0.25:
        changes["bleed"] = Bleed(*(dice.random() < 0.4 for _ in range(4)))
    if dice.random() < 0.4:
        wrap = dice.choice(tuple(Wrap))
        changes["wrap"] = wrap
        changes["polygon"] = dice.choice((STAR, CROSSED)) if wrap is Wrap.POLYGON else ()
        changes["path"] = cut_out() if dice.random() < 0.6 else photo.path
    if dice.random() < 0.25:
        changes["standoffs"] = Standoffs(*(dice.choice((0.0, 0.5, 1.0, 2.0)) for _ in range(4)))
    if dice.random() < 0.25:
        changes["tone"] = PhotoTone(
            dice.choice((0.0, 1.5, -10.0)), dice.uniform(-1, 1), dice.uniform(-1, 1), grey=True
        )
    if dice.random() < 0.3:
        changes["frame"] = dice.choice((0.25, 1.0, 4.0))
    if dice.random() < 0.3:
        changes["credit"] = "摄影：" + "".join(dice.choices(HAN, k=dice.randint(2, 30)))
    if dice.random() < 0.3:
        changes["focus"] = PhotoPoint(dice.random(), dice.random())
    return replace(photo, **changes)


_SUB = Mark(5, 6, MarkKind.SUBSCRIPT)
_CAPTIONS = ("", "会场", "与会人员合影", Text("站房的CO2读数", (Mark(0, 2, MarkKind.BOLD), _SUB)))


def _row(photo: Photo, dice: Random, count: int) -> list[Block]:
    """A row or grid of like photos; each has a line of its own to be told from the others."""
    name, grid = str(dice.randint(1, 99)), dice.choice((0, 0, 2, 3))
    return [
        replace(
            photo,
            row=name,
            grid=grid,
            place=PhotoPlace.TEXT,
            wrap=Wrap.BOX,
            polygon=(),
            caption=dice.choice(_CAPTIONS),
            source=photo.source._replace(line=dice.randint(20_000, 10**6)),
        )
        for _ in range(count)
    ]


def _article(article: Article, dice: Random) -> Article:
    blocks: list[Block] = []
    for block in article.blocks:
        if not isinstance(block, Photo):
            blocks.append(block)
        if not isinstance(block, Photo):
            continue
        dressed = looked(block, dice)
        row = dice.random() < 0.3
        blocks += _row(dressed, dice, dice.randint(2, 6)) if row else [dressed]
    return replace(article, blocks=tuple(blocks))


def dressed(issue: Issue, dice: Random) -> Issue:
    """The issue with all of these at random."""
    sections = tuple(
        replace(section, articles=tuple(_article(article, dice) for article in section.articles))
        for section in issue.sections
    )
    cover = None
    if dice.random() < 0.5:
        photo = looked(Photo("land.png", "", NOWHERE, alt="封面"), dice)
        words = tuple("".join(dice.choices(HAN, k=dice.randint(3, 60))) for _ in range(3))
        cover = Cover(
            dice.choice((None, replace(photo, source=NOWHERE._replace(line=7)))),
            dice.choice(((), words)),
        )
    made = with_ids(replace(issue, sections=sections, cover=cover))
    return replace(made, fitting=_fitting(made, dice)) if dice.random() < 0.4 else made


def _fitting(issue: Issue, dice: Random) -> Fitting:
    """A layer that changes anything of anything."""
    parts: list[Section | Article] = [
        *issue.sections,
        *(article for section in issue.sections for article in section.articles),
    ]
    blocks = [block for part in parts if isinstance(part, Article) for block in part.blocks]

    def some(ids: list[str], most: int) -> dict[str, int]:
        return {one: dice.randint(-most, most) for one in ids if dice.random() < 0.4}

    made = Fitting(
        "whole",
        some([block.id for block in blocks if isinstance(block, Paragraph)], 1),
        some([block.id for block in blocks if isinstance(block, Photo)], 2),
        some([part.id for part in parts if isinstance(part, Article)], 2),
        some([part.id for part in parts], 1),
        dice.choice((1.0, 0.98, 1.03)),
        dice.choice((0.0, 0.25, -0.25)),
    )
    return NO_FITTING if made.is_empty else made


looked_issues: st.SearchStrategy[Issue] = st.builds(
    dressed, issues(), st.randoms(use_true_random=True)
)
