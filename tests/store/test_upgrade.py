"""What an older version left on a disk opens for good: packages, journals of programs that died,
versions of the history.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from any_issue import without_sources
from msgspec.structs import replace
from store_making import opened

from layouts.issue.article import Paragraph
from layouts.issue.ids import with_ids
from layouts.issue.places import articles
from layouts.issue.text import Mark, MarkKind, Text
from layouts.store.history import load_version, versions
from layouts.store.photos import photos_of
from layouts.store.recovery import recover
from layouts.store.said import values
from layouts.store.schema import VERSION
from layouts.store.upgrade import UPGRADES, upgraded

VERSIONS = Path(__file__).parent / "versions"
EVERY = pytest.mark.parametrize("version", range(1, VERSION + 1))


def bold(string: str, start: int, end: int) -> Text:
    return Text(string, (Mark(start, end, MarkKind.BOLD),))


def test_every_older_version_has_an_upgrade_and_every_version_its_files():
    assert set(UPGRADES) == set(range(1, VERSION))
    for ending in ("banxin", "journal", "version"):
        assert {path.name for path in VERSIONS.glob(f"*.{ending}")} == {
            f"{version}.{ending}" for version in range(1, VERSION + 1)
        }


@EVERY
def test_a_file_of_a_version_opens_as_it_was_saved(tmp_path, version):
    found = opened(VERSIONS / f"{version}.banxin", tmp_path / "cache")
    assert found.findings == ()
    assert len(list(photos_of(found.issue))) == 1
    assert all((found.issue.folder / photo.path).is_file() for photo in photos_of(found.issue))
    assert [section.name for section in found.issue.sections] == ["要闻", "动态", "简讯"]
    assert found.layout.startswith(b"#") or b"[page]" in found.layout
    assert without_sources(found.issue).masthead.number == 14
    headline = found.issue.sections[1].articles[0]
    assert headline.blocks[0].text == bold("第一段，加粗。", 4, 6)
    assert headline.title == Text("题目楷体", (Mark(2, 4, MarkKind.KAI),))


def test_the_files_of_all_versions_hold_the_same_issue(tmp_path):
    found = (
        opened(VERSIONS / f"{version}.banxin", tmp_path / f"{version}").issue
        for version in range(1, VERSION + 1)
    )
    first, *others = ([values(article) for _, article in articles(issue)] for issue in found)
    assert all(other == first for other in others)


@EVERY
def test_all_blocks_of_a_file_of_a_version_have_ids_once_it_is_open(tmp_path, version):
    issue = with_ids(opened(VERSIONS / f"{version}.banxin", tmp_path / "cache").issue)
    names = [
        block.id
        for section in issue.sections
        for article in section.articles
        for block in article.blocks
    ]
    assert all(names)
    assert len(names) == len(set(names))


@EVERY
def test_the_journal_of_a_version_comes_back_with_every_edit(tmp_path, version):
    """Typed before the bold words and inside them, then the paragraph divided among them: both
    halves are bold.
    """
    shutil.copyfile(VERSIONS / f"{version}.journal", tmp_path / "0123456789abcdef.1.journal")
    (found,) = recover(tmp_path)
    assert not found.damaged
    first, second = found.issue.sections[1].articles[0].blocks[:2]
    assert (first.text, second.text) == (bold("新的第一段，加粗", 6, 8), bold("粗。", 0, 1))
    assert [(change.subject, change.what) for change in found.newer] == [("article", "changed")]


@EVERY
def test_the_saved_issue_of_a_journal_is_the_one_in_the_file(tmp_path, version):
    shutil.copyfile(VERSIONS / f"{version}.journal", tmp_path / "0123456789abcdef.1.journal")
    (found,) = recover(tmp_path)
    file = opened(VERSIONS / f"{version}.banxin", tmp_path / "cache").issue
    assert found.saved is not None
    assert without_sources(found.saved) == replace(without_sources(file), layout=found.saved.layout)


@EVERY
def test_a_version_of_the_history_of_then_is_listed_and_opens(tmp_path, version):
    shutil.copyfile(VERSIONS / f"{version}.version", tmp_path / "00000001.version")
    (listed,) = versions(tmp_path)
    assert (listed.name, listed.when.isoformat()) == ("付印", "2026-11-20T12:00:00+00:00")
    issue = load_version(listed, tmp_path / "cache")
    file = opened(VERSIONS / f"{version}.banxin", tmp_path / "file").issue
    assert without_sources(issue).sections == without_sources(file).sections
    assert isinstance(issue.sections[1].articles[0].blocks[0], Paragraph)


def test_upgrades_run_one_after_another():
    steps = {1: lambda plain: {**plain, "a": 1}, 2: lambda plain: {**plain, "b": plain["a"] + 1}}
    assert upgraded({"version": 1}, 1, 3, steps) == {"version": 3, "a": 1, "b": 2}
    with pytest.raises(LookupError):
        upgraded({"version": 1}, 1, 4, steps)
