"""Versions are kept by themselves and by name, thinner with age, and say what is different."""

from __future__ import annotations

import datetime
import shutil

import pytest
from any_issue import issues, without_sources
from hypothesis import HealthCheck, given, settings
from msgspec.structs import replace
from store_making import names, opened, typed

from layouts.errors import PackageError
from layouts.issue.edits import move_articles, remove_articles, rename_section, set_title
from layouts.issue.places import Place
from layouts.store.compare import Piece, compare
from layouts.store.history import history_folder, keep_version, load_version, versions
from layouts.store.photos import photos_of

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
        keep_version(typed(bare, str(k), section=0), tmp_path / "history", NOW + datetime.timedelta(seconds=k))
    assert len(versions(tmp_path / "history")) == 50
    assert first.number not in {version.number for version in versions(tmp_path / "history")}
    assert names(tmp_path / "history/photos") == sorted({photo.path.removeprefix("photos/") for photo in photos_of(bare)})


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


# Comparing


def whats(old, new):
    return [(change.subject, change.what, change.title) for change in compare(old, new)]


def test_nothing_changed(sample):
    assert compare(sample, sample) == ()


def test_a_redline_of_the_characters(sample):
    (change,) = compare(sample, typed(sample, "新字"))
    assert (change.subject, change.what, change.old, change.new) == ("article", "changed", Place(1, 0), Place(1, 0))
    assert Piece("added", "新字") in change.pieces
    assert {piece.kind for piece in change.pieces} == {"same", "added"}


def test_moved_removed_and_renamed(sample):
    titles = [article.title.string for article in sample.sections[TWO].articles]
    assert len(titles) > 1
    moved = move_articles(sample, [Place(TWO, 0)], Place(TWO, len(titles))).issue
    assert len(whats(sample, moved)) == 1
    assert whats(sample, moved)[0][1] == "moved"
    gone = remove_articles(sample, [Place(TWO, 0)]).issue
    assert whats(sample, gone) == [("article", "removed", titles[0])]
    assert whats(gone, sample) == [("article", "added", titles[0])]
    assert whats(sample, rename_section(sample, Place(2), "新栏目").issue) == [("sections", "changed", "")]


def test_an_article_in_another_section_has_moved(sample):
    moved = move_articles(sample, [Place(2, 0)], Place(1, len(sample.sections[1].articles))).issue
    assert [change.what for change in compare(sample, moved)] == ["moved"]


def test_another_title_is_the_same_article(sample):
    titled = set_title(sample, Place(1, 0), "另一个题目").issue
    assert [(change.what, change.title) for change in compare(sample, titled)] == [("changed", "另一个题目")]


def test_masthead_and_layout(sample):
    new = replace(sample, masthead=replace(sample.masthead, number=10), layout="neikan-a4-2col")
    assert [change.subject for change in compare(sample, new)] == ["masthead", "layout"]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(issues, issues)
def test_a_redline_holds_both_texts(old, new):
    for change in compare(old, new):
        if change.old is not None and change.new is not None:
            assert change.what in ("moved", "changed", "moved and changed")
        texts = ["".join(piece.text for piece in change.pieces if piece.kind != kind) for kind in ("added", "removed")]
        assert (texts[0] != texts[1]) == (change.what != "moved")
