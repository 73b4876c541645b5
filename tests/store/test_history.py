"""Versions are kept by themselves and by name, thinner with age, and say what is different."""

from __future__ import annotations

import datetime
import shutil
from concurrent.futures import ThreadPoolExecutor

import pytest
from any_issue import without_sources
from examples import examples
from hypothesis import HealthCheck, given, settings
from msgspec.structs import replace
from store_making import names, opened, typed
from whole_issues import issues

from layouts.errors import PackageError, SaveError
from layouts.house.saying import changed_place
from layouts.issue.edits import move_articles, remove_articles, rename_section, set_title
from layouts.issue.fitting import Fitting
from layouts.issue.ids import with_ids
from layouts.issue.issue import SetAside
from layouts.issue.places import Place
from layouts.manuscript import read_manuscript
from layouts.store.compare import compare
from layouts.store.history import history_folder, keep_version, load_version, versions
from layouts.store.photos import photos_of
from layouts.store.redline import RedlinePiece

TWO = 1
"""A section with more than one article."""

NOW = datetime.datetime(2026, 11, 20, 17, 30, tzinfo=datetime.UTC)


def ago(**time):
    return NOW - datetime.timedelta(**time)


def test_a_version_comes_back_whole_when_everything_else_is_gone(saved, tmp_path):
    issue = opened(saved, tmp_path / "cache").issue
    keep_version(issue, tmp_path / "history", NOW, "送审稿")
    shutil.rmtree(tmp_path / "cache")
    (version,) = versions(tmp_path / "history")
    assert (version.name, version.when) == ("送审稿", NOW)
    again = load_version(version, tmp_path / "other")
    assert without_sources(again) == without_sources(issue)
    assert all((again.folder / photo.path).is_file() for photo in photos_of(again))


def test_photos_are_kept_once_and_go_with_the_last_version_that_has_them(saved, tmp_path):
    issue = opened(saved, tmp_path / "cache").issue
    first = keep_version(issue, tmp_path / "history", ago(days=60))
    keep_version(typed(issue, "一"), tmp_path / "history", ago(days=60, minutes=-1))
    assert len(names(tmp_path / "history/photos")) == 4
    bare = replace(issue, sections=issue.sections[-1:])
    for k in range(60):
        keep_version(
            typed(bare, str(k), section=0),
            tmp_path / "history",
            NOW + datetime.timedelta(seconds=k),
        )
    assert len(versions(tmp_path / "history")) == 50
    assert first.number not in {version.number for version in versions(tmp_path / "history")}
    assert names(tmp_path / "history/photos") == sorted(
        {photo.path.removeprefix("photos/") for photo in photos_of(bare)}
    )


def test_older_versions_stand_further_apart(sample, tmp_path):
    bare = replace(sample, sections=())
    for minutes in range(3 * 24 * 60, -1, -20):
        keep_version(bare, tmp_path, ago(minutes=minutes))
    whens = [version.when for version in versions(tmp_path)]
    hour, day = datetime.timedelta(hours=1), datetime.timedelta(days=1)
    assert len([when for when in whens if NOW - when <= hour]) == 4
    hours = [(when.day, when.hour) for when in whens if hour < NOW - when <= day]
    assert len(hours) == len(set(hours)) >= 23
    days = [when.day for when in whens if NOW - when > day]
    assert len(days) == len(set(days)) == 3


def test_named_versions_outlive_automatic_ones(sample, tmp_path):
    bare = replace(sample, sections=())
    keep_version(bare, tmp_path, ago(days=300), "创刊")
    for k in range(70):
        keep_version(bare, tmp_path, ago(seconds=70 - k))
    found = versions(tmp_path)
    assert len(found) == 50
    assert found[-1].name == "创刊"


def test_a_damaged_version_is_a_sentence_and_others_are_listed(sample, tmp_path):
    version = keep_version(sample, tmp_path, NOW)
    keep_version(sample, tmp_path, NOW)
    data = bytearray(version.file.read_bytes())
    data[-20] ^= 1
    version.file.write_bytes(data)
    with pytest.raises(PackageError, match="damaged"):
        load_version(version, tmp_path / "cache")
    version.file.write_bytes(b"nothing")
    assert len(versions(tmp_path)) == 1
    assert versions(tmp_path / "none") == []


def test_every_document_has_a_folder_of_its_own(tmp_path):
    one, other = (history_folder(tmp_path, tmp_path / name) for name in ("甲.banxin", "乙.banxin"))
    assert one != other
    assert one.parent == tmp_path


def test_a_photo_changed_in_its_place_is_still_the_old_one_in_a_version(sample, tmp_path):
    """Other programs write over a file without making a new one: a second name for it would change
    too.
    """
    home = tmp_path / "home"
    shutil.copytree(sample.folder, home)
    issue = replace(sample, folder=home)
    before = {photo.path: (home / photo.path).read_bytes() for photo in photos_of(issue)}
    version = keep_version(issue, tmp_path / "history", NOW)
    for path in before:
        with (home / path).open("r+b") as file:
            file.write(b"another picture")
    again = load_version(version, tmp_path / "cache")
    assert [(again.folder / photo.path).read_bytes() for photo in photos_of(again)] == [
        *before.values()
    ]
    assert [photo.name for photo in photos_of(again)] == [
        path.rpartition("/")[2] for path in before
    ]


def test_what_lies_in_the_cache_under_a_name_is_what_the_name_says(sample, tmp_path):
    version = keep_version(sample, tmp_path / "history", NOW)
    path = next(photos_of(load_version(version, tmp_path / "cache"))).path
    whole = (tmp_path / "cache" / path).read_bytes()
    (tmp_path / "cache" / path).unlink()
    (tmp_path / "cache" / path).write_bytes(b"half of it")
    load_version(version, tmp_path / "cache")
    assert (tmp_path / "cache" / path).read_bytes() == whole


def test_a_version_whose_photos_cannot_be_kept_is_none(sample, tmp_path):
    (tmp_path / "history").mkdir()
    (tmp_path / "history/photos").write_bytes(b"no folder")
    with pytest.raises(SaveError):
        keep_version(sample, tmp_path / "history", NOW)
    assert names(tmp_path / "history") == ["photos"]


def test_photos_of_a_version_that_cannot_be_read_now_are_left(sample, tmp_path):
    version = keep_version(sample, tmp_path, NOW)
    data = version.file.read_bytes()
    version.file.write_bytes(b"")  # another program is writing it, or the disk is away for a moment
    keep_version(replace(sample, sections=()), tmp_path, NOW)
    version.file.write_bytes(data)
    assert len(names(tmp_path / "photos")) == 4
    assert [found.number for found in versions(tmp_path)] == [2, 1]


def test_two_who_keep_a_version_at_once_keep_two(sample, tmp_path):
    bare = replace(sample, sections=())
    with ThreadPoolExecutor(8) as pool:
        kept = list(pool.map(lambda k: keep_version(bare, tmp_path, NOW, f"第{k}稿"), range(24)))
    assert len({version.number for version in kept}) == 24
    assert {version.name for version in versions(tmp_path)} == {f"第{k}稿" for k in range(24)}


def test_a_version_makes_up_no_ids(sample, tmp_path):
    """Those of a manuscript would be others next time, and another article would be taken for this
    one.
    """
    issue, _ = read_manuscript(sample.folder / "issue.md")
    again = load_version(keep_version(issue, tmp_path, NOW), tmp_path)
    assert {section.id for section in again.sections} == {""}


# Comparing


def whats(old, new):
    return [(change.subject, change.what, change.title) for change in compare(old, new)]


def test_nothing_changed(sample):
    assert compare(sample, sample) == ()


def test_a_redline_of_the_characters(sample):
    (change,) = compare(sample, typed(sample, "新字"))
    assert (change.subject, change.what, change.old, change.new) == (
        "article",
        "changed",
        Place(1, 0),
        Place(1, 0),
    )
    assert RedlinePiece("added", "新字") in change.pieces
    assert {piece.kind for piece in change.pieces} == {"same", "added"}


def test_a_number_that_changed_is_told_whole(sample):
    was, became = (typed(sample, f"总馆接待读者{number}万人次，") for number in ("21.6", "99.9"))
    (change,) = compare(was, became)
    told = [piece for piece in change.pieces if piece.kind != "same"]
    assert told == [RedlinePiece("removed", "21.6"), RedlinePiece("added", "99.9")]


def test_moved_removed_and_renamed(sample):
    titles = [article.title.string for article in sample.sections[TWO].articles]
    assert len(titles) > 1
    moved = move_articles(sample, [Place(TWO, 0)], Place(TWO, len(titles))).issue
    assert len(whats(sample, moved)) == 1
    assert whats(sample, moved)[0][1] == "moved"
    gone = remove_articles(sample, [Place(TWO, 0)]).issue
    assert whats(sample, gone) == [("article", "removed", titles[0])]
    assert whats(gone, sample) == [("article", "added", titles[0])]
    assert whats(sample, rename_section(sample, Place(2), "新栏目").issue) == [
        ("sections", "changed", "")
    ]


def test_an_article_in_another_section_has_moved(sample):
    moved = move_articles(sample, [Place(2, 0)], Place(1, len(sample.sections[1].articles))).issue
    assert [change.what for change in compare(sample, moved)] == ["moved"]


def test_another_title_is_the_same_article(sample):
    titled = set_title(sample, Place(1, 0), "另一个题目").issue
    assert [(change.what, change.title) for change in compare(sample, titled)] == [
        ("changed", "另一个题目")
    ]


def test_ids_given_anew_are_not_believed_against_texts(sample):
    """A manuscript knows no ids: each reading gives them in reading order."""
    titles = [article.title.string for article in sample.sections[TWO].articles]
    moved = move_articles(sample, [Place(TWO, 0)], Place(TWO, len(titles))).issue
    bare = structs_without_ids(moved)
    assert [change.what for change in compare(sample, with_ids(bare))] == ["moved"]
    gone = replace(bare, sections=bare.sections[1:])
    assert {
        change.what for change in compare(sample, with_ids(gone)) if change.subject == "article"
    } == {"removed", "moved"}
    first = sample.sections[0].articles[0].title.string
    assert ("article", "removed", first) in whats(sample, with_ids(gone))


def structs_without_ids(issue):
    sections = (
        replace(
            section, id="", articles=tuple(replace(article, id="") for article in section.articles)
        )
        for section in issue.sections
    )
    return replace(issue, sections=tuple(sections))


def test_an_article_with_another_title_is_found_by_its_text_where_no_id_tells(sample):
    bare = structs_without_ids(sample)
    titled = set_title(bare, Place(1, 0), "另一个题目").issue
    assert whats(bare, titled) == [("article", "changed", "另一个题目")]


def test_what_an_issue_has_otherwise_is_told_in_words(sample):
    design = {
        "styles.headline.size": "20pt",
        "page.single_sided": True,
        "inks.red": {"rgb": "#AA0000"},
    }
    aside = {"neikan-a4-2col": SetAside({"measure": 20}, {"page.top": "3mm"})}
    (change,) = compare(sample, replace(sample, design=design, set_aside=aside), changed_place)
    assert (change.subject, change.what) == ("layout", "changed")
    added = "".join(piece.text for piece in change.pieces if piece.kind == "added")
    assert added.splitlines() == [
        "样式·标题·字号：20pt",
        "纸张与页边·单面印刷，左上装订：是",
        "颜色·red：rgb #AA0000",
        "〔留给 neikan-a4-2col〕measure: 20",
        "〔留给 neikan-a4-2col〕纸张与页边·天头：3mm",
    ]


def test_what_fitting_changed_is_told_by_kinds(sample):
    fitting = Fitting("8", {"b1": -1, "b2": 1, "b3": -1}, {}, {"a2": 1}, {}, 1.02, -0.25)
    (change,) = compare(sample, replace(sample, fitting=fitting), changed_place)
    assert (change.subject, change.what) == ("layout", "changed")
    added = "".join(piece.text for piece in change.pieces if piece.kind == "added")
    assert added.splitlines() == [
        "〔整页适配〕段落行数：加 1 处，减 2 处",
        "〔整页适配〕文章间距：加 1 处，减 0 处",
        "〔整页适配〕行距：+2.0%",
        "〔整页适配〕正文字号：-0.25 磅",
    ]


def test_masthead_and_layout(sample):
    new = replace(sample, masthead=replace(sample.masthead, number=10), layout="neikan-a4-2col")
    assert [change.subject for change in compare(sample, new)] == ["masthead", "layout"]


@settings(
    max_examples=examples(60),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
@given(issues, issues)
def test_a_redline_holds_both_texts(old, new):
    for change in compare(old, new):
        if change.old is not None and change.new is not None:
            assert change.what in ("moved", "changed", "moved and changed")
        texts = [
            "".join(piece.text for piece in change.pieces if piece.kind != kind)
            for kind in ("added", "removed")
        ]
        assert (texts[0] != texts[1]) == (change.what != "moved" and bool(change.pieces))
