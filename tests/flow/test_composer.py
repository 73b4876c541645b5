"""The composer does again only what an edit changes, and comes to the same pages as composing from
nothing.
"""

from __future__ import annotations

import datetime
import random
import shutil
from pathlib import Path

import pytest
from composing import NOWHERE
from laying import Press, prose
from msgspec.structs import replace

from layouts.compose import Superseded, compose
from layouts.composer import Composer
from layouts.flow.flowed_article import FlowedArticle, FlowState
from layouts.flow.levelling import Flowed, flowed_article
from layouts.flow.pieces import Group
from layouts.flow.setting import Setter
from layouts.house.load import load_layout
from layouts.issue.article import Article, Paragraph, Section
from layouts.issue.issue import Colophon, Issue, Masthead
from layouts.issue.photo import Photo, Side
from layouts.issue.text import Text
from layouts.page.item import Picture
from layouts.page.page import Edition


def _issue(press: Press, layout: str) -> Issue:
    photos = [
        press.photo(400, 300, caption="现场", width=12.0),
        press.photo(300, 500, line=2, width=10.0, side=Side.LEFT),
    ]
    sections = tuple(
        Section(
            f"栏目{s}",
            tuple(
                press.article(
                    prose(180 + 90 * a),
                    *photos[: a % 3],
                    prose(320),
                    "#一、小标题",
                    prose(240),
                    title=f"第{s}栏第{a}篇文章的题目",
                    byline="供稿：张三",
                )
                for a in range(3)
            ),
            NOWHERE._replace(line=s),
            break_before=s == 2,
        )
        for s in range(4)
    )
    head = Masthead("简报", 3, 12, datetime.date(2025, 8, 31), "编辑部")
    return Issue(head, sections, press.folder, NOWHERE, Colophon(editor="李四", copies=80), layout)


def _with_headlines_across(issue: Issue, luck: random.Random) -> Issue:
    """Some headlines across columns."""
    return replace(
        issue,
        sections=tuple(
            replace(
                section,
                articles=tuple(
                    replace(article, across=luck.choice((None, None, 0, 2)))
                    for article in section.articles
                ),
            )
            for section in issue.sections
        ),
    )


def _edited(issue: Issue, luck: random.Random) -> Issue:
    """An act of an editor: a few characters typed, a photo moved, an article moved or removed, a
    section broken before.
    """
    sections = list(issue.sections)
    s = luck.randrange(len(sections))
    articles = list(sections[s].articles)
    act = luck.choice(["type", "type", "type", "photo", "move", "remove", "break", "head"])
    if act == "head":
        return replace(issue, masthead=replace(issue.masthead, number=luck.randrange(100)))
    if act == "break":
        sections[s] = replace(sections[s], break_before=not sections[s].break_before)
    elif articles and act == "move":
        article = articles.pop(luck.randrange(len(articles)))
        sections[s] = replace(sections[s], articles=tuple(articles))
        t = luck.randrange(len(sections))
        sections[t] = replace(sections[t], articles=(article, *sections[t].articles))
    elif articles and act == "remove" and sum(len(section.articles) for section in sections) > 4:
        articles.pop()
        sections[s] = replace(sections[s], articles=tuple(articles))
    elif articles:
        a = luck.randrange(len(articles))
        articles[a] = (
            _typed(articles[a], luck) if act != "photo" else _photo_moved(articles[a], luck)
        )
        sections[s] = replace(sections[s], articles=tuple(articles))
    return replace(issue, sections=tuple(sections))


def _typed(article: Article, luck: random.Random) -> Article:
    blocks = list(article.blocks)
    k = luck.choice([k for k, block in enumerate(blocks) if isinstance(block, Paragraph)])
    string = blocks[k].text.string
    at = luck.randrange(len(string) + 1)
    blocks[k] = replace(
        blocks[k], text=Text(string[:at] + "打字，" * luck.randrange(1, 30) + string[at:])
    )
    return replace(article, blocks=tuple(blocks))


def _photo_moved(article: Article, luck: random.Random) -> Article:
    blocks = [
        replace(
            block,
            line=luck.randrange(6),
            side=luck.choice(list(Side)),
            width=float(luck.randrange(8, 20)),
        )
        if isinstance(block, Photo)
        else block
        for block in article.blocks
    ]
    return replace(article, blocks=tuple(blocks))


def _pictures(edition: Edition) -> list[Picture]:
    return [picture for page in edition.pages for picture in page.pictures]


def _same(one: Edition, other: Edition) -> bool:
    return (
        one.pages == other.pages
        and one.findings == other.findings
        and one.bookmarks == other.bookmarks
    )


@pytest.mark.parametrize("name", ["jianbao-a4", "neikan-a4-2col"])
def test_fifty_acts_one_after_the_other_come_to_the_pages_of_composing_from_nothing(
    press: Press, name: str
) -> None:
    layout = load_layout(name, {})
    composer = Composer(press.catalogue)
    luck = random.Random(20261122)
    issue = _issue(press, name)
    for _ in range(50):
        assert _same(composer.compose(issue, layout), compose(issue, layout, press.catalogue))
        issue = _edited(issue, luck)


@pytest.mark.parametrize("name", ["neikan-a4-2col", "neikan-a4-3col"])
def test_acts_on_headlines_across_columns_come_to_the_pages_of_composing_from_nothing(
    press: Press, name: str
) -> None:
    layout = load_layout(name, {})
    composer = Composer(press.catalogue)
    luck = random.Random(20261130)
    issue = _with_headlines_across(_issue(press, name), luck)
    for act in range(60):
        assert _same(composer.compose(issue, layout), compose(issue, layout, press.catalogue))
        issue = _edited(issue, luck) if act % 4 else _with_headlines_across(issue, luck)


def test_pages_that_an_edit_does_not_change_are_the_same_objects(press: Press) -> None:
    layout = load_layout("jianbao-a4", {})
    composer = Composer(press.catalogue)
    issue = _issue(press, "jianbao-a4")
    before = composer.compose(issue, layout)
    last = issue.sections[-1]
    changed = _typed(last.articles[-1], random.Random(1))
    after = composer.compose(
        replace(
            issue,
            sections=(*issue.sections[:-1], replace(last, articles=(*last.articles[:-1], changed))),
        ),
        layout,
    )
    same = [one is other for one, other in zip(before.pages, after.pages, strict=False)]
    assert all(same[:-3])
    assert not all(same)


def _typed_into_the_first(issue: Issue, text: str = "打字") -> Issue:
    first = issue.sections[0]
    blocks = (Paragraph(Text(text), NOWHERE), *first.articles[0].blocks)
    longer = replace(first.articles[0], blocks=blocks)
    section = replace(first, articles=(longer, *first.articles[1:]))
    return replace(issue, sections=(section, *issue.sections[1:]))


def test_nothing_is_flowed_beyond_where_all_stands_as_it_did(
    press: Press, monkeypatch: pytest.MonkeyPatch
) -> None:
    layout = load_layout("jianbao-a4", {})
    composer = Composer(press.catalogue)
    issue = _issue(press, "jianbao-a4")
    # each section on a page of its own: what is typed into the first moves nothing of the second
    sections = tuple(replace(section, break_before=True) for section in issue.sections)
    issue = replace(issue, sections=sections)
    composer.compose(issue, layout)
    flowed: list[Group] = []

    def counted(
        group: Group, state: FlowState, setter: Setter, known: Flowed | None
    ) -> FlowedArticle:
        flowed.append(group)
        return flowed_article(group, state, setter, known)

    monkeypatch.setattr("layouts.flow.stringing.flowed_article", counted)
    edited = _typed_into_the_first(issue)
    assert _same(composer.compose(edited, layout), compose(edited, layout, press.catalogue))
    # its own articles, and the one whose break is asked for where they end
    assert 1 <= len(flowed) <= len(issue.sections[0].articles) + 1


def test_what_was_found_elsewhere_is_found_again_after_every_edit(press: Press) -> None:
    layout = load_layout("jianbao-a4", {})
    composer = Composer(press.catalogue)
    issue = _issue(press, "jianbao-a4")
    last = issue.sections[-1]
    strange = replace(last.articles[-1], blocks=(Paragraph(Text("\U0001f9ff"), NOWHERE),))
    issue = replace(
        issue,
        sections=(
            *issue.sections[:-1],
            replace(last, articles=(*last.articles[:-1], strange)),
        ),
    )
    found = composer.compose(issue, layout).findings
    assert any("1F9FF" in finding.en for finding in found)
    for text in ("一", "一二", "一二三"):
        assert composer.compose(_typed_into_the_first(issue, text), layout).findings == found


def test_the_same_issue_in_another_folder_takes_the_photos_of_that_folder(
    press: Press, tmp_path: Path
) -> None:
    layout = load_layout("jianbao-a4", {})
    composer = Composer(press.catalogue)
    issue = _issue(press, "jianbao-a4")
    composer.compose(issue, layout)
    there = tmp_path / "there"
    shutil.copytree(press.folder, there)
    moved = replace(issue, folder=there)
    pictures = _pictures(composer.compose(moved, layout))
    assert pictures
    assert all(Path(picture.path).is_relative_to(there) for picture in pictures)


def test_first_pages_have_the_page_in_view_new_and_the_last_pages_after_it(press: Press) -> None:
    layout = load_layout("jianbao-a4", {})
    composer = Composer(press.catalogue)
    issue = _issue(press, "jianbao-a4")
    before = composer.compose(issue, layout)
    first = issue.sections[0]
    longer = replace(
        first.articles[0], blocks=(Paragraph(Text(prose(900)), NOWHERE), *first.articles[0].blocks)
    )
    firsts: list[Edition] = []
    edited = replace(
        issue,
        sections=(replace(first, articles=(longer, *first.articles[1:])), *issue.sections[1:]),
    )
    after = composer.compose(edited, layout, view=1, seen=firsts.append)
    assert len(firsts) == 1
    assert firsts[0].pages[1] == after.pages[1]
    assert firsts[0].pages[-1] is before.pages[-1]


def test_composing_for_an_issue_that_is_no_longer_wanted_ends_at_once_and_harms_nothing(
    press: Press,
) -> None:
    layout = load_layout("jianbao-a4", {})
    composer = Composer(press.catalogue)
    issue = _issue(press, "jianbao-a4")
    with pytest.raises(Superseded):
        composer.compose(issue, layout, stale=lambda: True)
    assert _same(composer.compose(issue, layout), compose(issue, layout, press.catalogue))


def test_a_photo_file_that_has_changed_is_looked_at_again_when_asked(press: Press) -> None:
    layout = load_layout("jianbao-a4", {})
    composer = Composer(press.catalogue)
    photo = press.photo(400, 300, width=12.0)
    issue = Issue(
        Masthead("简报"),
        (Section("", (press.article(photo, prose(400)),), NOWHERE),),
        press.folder,
        NOWHERE,
    )
    wide = _pictures(composer.compose(issue, layout))[0]
    (press.folder / photo.path).write_bytes(
        (press.folder / press.photo(300, 400).path).read_bytes()
    )
    composer.forget_photos()
    tall = _pictures(composer.compose(issue, layout))[0]
    assert wide.width > wide.height
    assert tall.height > tall.width
