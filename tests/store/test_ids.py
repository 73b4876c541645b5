"""Ids are small, stay, and are given once."""

from __future__ import annotations

from any_issue import NOWHERE, issues, without_sources
from examples import examples
from hypothesis import given, settings
from msgspec.structs import replace

from layouts.issue.article import Article, ArticleKind, Section
from layouts.issue.ids import with_ids
from layouts.issue.issue import Issue, Masthead
from layouts.issue.photo import Photo
from layouts.issue.text import Text


def article(*names: str, own: str = "") -> Article:
    return Article(
        ArticleKind.HEADLINE,
        Text(""),
        tuple(Photo("", "", NOWHERE, id=name) for name in names),
        NOWHERE,
        id=own,
    )


def issue(*articles: Article) -> Issue:
    return Issue(Masthead(), (Section("", articles, NOWHERE, id="s1"),), None, NOWHERE)


def ids(issue: Issue) -> list[str]:
    return [
        name
        for a in issue.sections[0].articles
        for name in (a.id, *(photo.id for photo in a.blocks))
    ]


def test_everything_gets_the_next_number():
    assert ids(with_ids(issue(article("", ""), article("")))) == ["a1", "p1", "p2", "a2", "p3"]


def test_what_has_an_id_keeps_it_and_new_numbers_come_after_the_highest():
    assert ids(with_ids(issue(article("p7", "", own="a3"), article("p2")))) == [
        "a3",
        "p7",
        "p8",
        "a4",
        "p2",
    ]


def test_of_two_with_one_id_the_first_keeps_it():
    assert ids(with_ids(issue(article("p1", own="a1"), article("p1", own="a1")))) == [
        "a1",
        "p1",
        "a2",
        "p2",
    ]


def test_what_is_no_id_of_ours_is_replaced():
    assert ids(
        with_ids(issue(article("s1", "p01", "../p", "p999999999", "p9999999999", own="x")))
    ) == [
        "a1",
        "p1",
        "p2",
        "p3",
        "p999999999",
        "p4",
    ]


def test_nothing_missing_nothing_new():
    named = with_ids(issue(article("")))
    assert with_ids(named) is named
    first, *_ = named.sections[0].articles
    more = replace(named, sections=(replace(named.sections[0], articles=(first, article(""))),))
    assert with_ids(more).sections[0].articles[0] is first


@settings(max_examples=examples(50), deadline=None)
@given(issues)
def test_only_ids_are_added(issue):
    assert without_sources(with_ids(issue)) == without_sources(issue)
    assert with_ids(with_ids(issue)) == with_ids(issue)
