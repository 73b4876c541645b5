"""The layer of fitting told one change at a time."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from layouts.fitting.change import Rung
from layouts.fitting.layer import accepted
from layouts.fitting.listing import changes_in
from layouts.issue.fitting import NO_FITTING, Fitting
from layouts.issue.ids import with_ids
from layouts.issue.photo import Photo
from layouts.issue.places import Place, articles, block_at
from layouts.manuscript import read_manuscript
from resources import resource


@pytest.fixture(scope="module")
def sample():
    issue, _ = read_manuscript(resource("sample/issue.md"))
    return with_ids(issue)


def photo_of(issue):
    return next(
        (place._replace(block=k), block)
        for place, article in articles(issue)
        for k, block in enumerate(article.blocks)
        if isinstance(block, Photo)
    )


@pytest.fixture
def fitted(sample):
    """One change of each rung."""
    section = sample.sections[1]
    paragraph = block_at(sample, Place(0, 1, 0))
    _, photo = photo_of(sample)
    layer = Fitting(
        "8",
        {paragraph.id: -1},
        {photo.id: 2},
        {section.articles[1].id: 1},
        {section.id: -1, sample.sections[0].articles[1].id: 1},
        1.02,
        -0.25,
    )
    return replace(sample, fitting=layer)


def test_an_issue_without_a_layer_has_none(sample):
    assert sample.fitting == NO_FITTING
    assert changes_in(sample) == ()


def test_all_is_told_in_reading_order_and_what_is_of_the_whole_issue_last(fitted):
    found = changes_in(fitted)
    assert [(change.rung, change.amount) for change in found] == [
        (Rung.PHOTOS, 2),
        (Rung.HEADINGS, 1),
        (Rung.LINES, -1),
        (Rung.HEADINGS, -1),
        (Rung.GAPS, 1),
        (Rung.LEADING, 1.02),
        (Rung.SIZE, -0.25),
    ]
    places = [tuple(k or 0 for k in change.place) for change in found if change.place is not None]
    assert places == sorted(places)


def test_each_is_called_by_its_words(fitted):
    said = [change.zh for change in changes_in(fitted)]
    assert said == [
        "图片高 2 行：十月的望汀湖，柳渡书房开门前…",
        "标题多占 1 行：古籍修复室面向公众开放",
        "段落少 1 行：11 月 8 日，总馆三楼的…",
        "标题少占 1 行：重点工作",
        "文前多空 1 行：总馆延长夜间开放时间",
        "全期行距 +2.0%",
        "全期正文字号 -0.25 磅",
    ]


def test_what_is_told_makes_the_layer_again(fitted):
    assert accepted(fitted, changes_in(fitted)) is fitted
    some = [change for change in changes_in(fitted) if change.rung is not Rung.LEADING]
    assert accepted(fitted, some).fitting == replace(fitted.fitting, leading=1.0)


def test_ids_that_nothing_has_are_not_told(sample):
    gone = replace(sample, fitting=Fitting("", {"b999": 1}, {"p999": -1}, {"a999": 1}))
    assert changes_in(gone) == ()


def test_pages_are_those_that_are_known(fitted):
    paragraph = block_at(fitted, Place(0, 1, 0))
    pages = [change.page for change in changes_in(fitted, {paragraph.id: 3})]
    assert sorted(pages) == [0, 0, 0, 0, 0, 0, 3]
