"""Saving: the manuscript whole or not at all, its photos beside it, nothing of anybody's
overwritten.
"""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest
from any_issue import NOWHERE, without_sources
from msgspec.structs import replace
from permissions import bound_by_permissions

from layouts.errors import BanxinError, PhotoError, SaveError, Source
from layouts.issue.article import Article, ArticleKind, Paragraph, Section
from layouts.issue.ids import with_ids
from layouts.issue.issue import Issue, Masthead
from layouts.issue.photo import Photo
from layouts.issue.text import Text
from layouts.manuscript import read_manuscript
from layouts.manuscript.save import save_manuscript


@pytest.fixture
def home(tmp_path) -> Path:
    """Where the issue lay before: a folder with photos."""
    return folder(tmp_path / "home", {"a.jpg": b"A", "photos/b.jpg": b"B", "other/b.jpg": b"C"})


def folder(path: Path, files: dict[str, bytes]) -> Path:
    path.mkdir(exist_ok=True)
    for name, data in files.items():
        (path / name).parent.mkdir(exist_ok=True)
        (path / name).write_bytes(data)
    return path


def issue_in(home: Path, *photos: str, **fields) -> Issue:
    blocks = (
        *(Photo(path, "", Source("issue.md", 7)) for path in photos),
        Paragraph(Text("文。"), NOWHERE),
    )
    section = Section(
        "栏目", (Article(ArticleKind.HEADLINE, Text("题"), blocks, NOWHERE),), NOWHERE
    )
    return Issue(Masthead("河湾简报"), (section,), home, NOWHERE, **fields)


def photos_of(issue: Issue) -> list[str]:
    return [
        block.path for block in issue.sections[0].articles[0].blocks if isinstance(block, Photo)
    ]


def files_in(path: Path) -> dict[str, bytes]:
    return {
        file.relative_to(path).as_posix(): file.read_bytes()
        for file in sorted(path.rglob("*"))
        if file.is_file()
    }


def test_what_is_saved_is_read_again(home):
    issue = issue_in(home, "a.jpg", "photos/b.jpg")
    saved = save_manuscript(issue, home / "简报.md")
    again, findings = read_manuscript(home / "简报.md")
    assert (without_sources(again), again.folder, findings) == (without_sources(saved), home, ())
    assert (saved.source, saved.sections is issue.sections) == (Source(str(home / "简报.md")), True)


def test_saving_again_changes_nothing(home):
    saved = save_manuscript(issue_in(home, "a.jpg"), home / "x.md")
    before = files_in(home)
    assert save_manuscript(saved, home / "x.md") is saved
    assert files_in(home) == before


def test_photos_go_with_the_manuscript_into_another_folder(tmp_path, home):
    there = folder(tmp_path / "there", {})
    saved = save_manuscript(issue_in(home, "a.jpg", "photos/b.jpg", "a.jpg"), there / "x.md")
    assert (photos_of(saved), saved.folder) == (
        ["photos/a.jpg", "photos/b.jpg", "photos/a.jpg"],
        there,
    )
    assert {name: data for name, data in files_in(there).items() if name != "x.md"} == {
        "photos/a.jpg": b"A",
        "photos/b.jpg": b"B",
    }
    assert photos_of(read_manuscript(there / "x.md")[0]) == photos_of(saved)


def test_photos_of_one_name_get_different_ones(tmp_path, home):
    there = folder(tmp_path / "there", {"photos/B.jpg": b"mine"})
    saved = save_manuscript(issue_in(home, "photos/b.jpg", "other/b.jpg"), there / "x.md")
    assert photos_of(saved) == ["photos/b-2.jpg", "photos/b-3.jpg"]
    assert files_in(there)["photos/B.jpg"] == b"mine"
    assert (files_in(there)["photos/b-2.jpg"], files_in(there)["photos/b-3.jpg"]) == (b"B", b"C")


def test_a_photo_that_is_there_already_is_not_copied_again(tmp_path, home):
    there = folder(tmp_path / "there", {"photos/a.jpg": b"other", "photos/a-2.jpg": b"A"})
    assert photos_of(save_manuscript(issue_in(home, "a.jpg"), there / "x.md")) == ["photos/a-2.jpg"]
    assert sorted(files_in(there)) == ["photos/a-2.jpg", "photos/a.jpg", "x.md"]


def test_photos_from_elsewhere_come_beside_the_manuscript(tmp_path, home):
    folder(tmp_path, {"out.jpg": b"\xff\xd8\xff"})
    saved = save_manuscript(
        issue_in(home, "../out.jpg", str(tmp_path / "out.jpg"), str(home / "a.jpg")), home / "x.md"
    )
    assert photos_of(saved) == ["photos/out.jpg", "photos/out.jpg", "a.jpg"]


def test_no_file_from_elsewhere_but_pictures_goes_along(tmp_path, home):
    folder(tmp_path, {"secret.txt": b"secret"})
    there = folder(tmp_path / "there", {})
    assert photos_of(save_manuscript(issue_in(home, "../secret.txt"), there / "x.md")) == [
        "../secret.txt"
    ]
    assert sorted(files_in(there)) == ["x.md"]


def test_ids_stay_with_what_they_name(home):
    issue = with_ids(issue_in(home, "a.jpg"))
    saved = save_manuscript(issue, home / "x.md")
    assert (saved.sections, "![](a.jpg)\n" in (home / "x.md").read_text("utf-8")) == (
        issue.sections,
        True,
    )


def test_photos_inside_the_folder_stay_whether_they_are_there_or_not(tmp_path, home):
    issue = issue_in(home, "other/b.jpg", "gone.jpg", "./a.jpg")
    assert photos_of(save_manuscript(issue, home / "x.md")) == [
        "other/b.jpg",
        "gone.jpg",
        "./a.jpg",
    ]
    assert photos_of(
        save_manuscript(replace(issue, folder=home / "other" / ".."), home / "x.md")
    ) == ["other/b.jpg", "gone.jpg", "./a.jpg"]
    above = issue_in(home, "a.jpg", "gone.jpg")
    assert photos_of(save_manuscript(above, tmp_path / "x.md")) == ["home/a.jpg", "home/gone.jpg"]


def test_names_that_some_systems_cannot_have_are_changed(tmp_path, home):
    folder(home, {'a:"b?.jpg': b"X"})
    there = folder(tmp_path / "there", {})
    assert photos_of(save_manuscript(issue_in(home, 'a:"b?.jpg'), there / "x.md")) == [
        "photos/a__b_.jpg"
    ]


def test_a_layout_of_ones_own_goes_along(tmp_path, home):
    folder(home, {"mine.toml": b"title = 1"})
    there = folder(tmp_path / "there", {"mine.toml": b"title = 2"})
    assert (
        save_manuscript(issue_in(home, layout="mine.toml"), there / "x.md").layout == "mine-2.toml"
    )
    assert (
        save_manuscript(issue_in(home, layout="neikan-a4-2col"), there / "y.md").layout
        == "neikan-a4-2col"
    )
    assert save_manuscript(issue_in(home, layout="gone.toml"), there / "z.md").layout == "gone.toml"


# What can go wrong


def fails(issue: Issue, path: Path) -> BanxinError:
    """The error of a saving that leaves every file of the folder as it was."""
    before = files_in(path.parent) if path.parent.is_dir() else {}
    with pytest.raises(BanxinError) as caught:
        save_manuscript(issue, path)
    assert (files_in(path.parent) if path.parent.is_dir() else {}) == before
    assert any("\u4e00" <= character <= "\u9fff" for character in caught.value.zh)
    return caught.value


def test_a_photo_that_is_gone_stops_saving_elsewhere_with_its_line(tmp_path, home):
    there = folder(tmp_path / "there", {"x.md": b"old"})
    error = fails(issue_in(home, "a.jpg", "gone.jpg"), there / "x.md")
    assert isinstance(error, PhotoError)
    assert ("gone.jpg" in error.zh, "gone.jpg" in error.en, error.source) == (
        True,
        True,
        Source("issue.md", 7),
    )
    assert not (there / "photos").exists()


def test_a_photo_that_is_a_folder_is_none(tmp_path, home):
    assert isinstance(
        fails(issue_in(home, "other"), folder(tmp_path / "there", {}) / "x.md"), PhotoError
    )


def full(*_: object) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@pytest.mark.parametrize(
    ("module", "name", "at"),
    [
        (os, "fsync", 0),
        (os, "fsync", 1),
        (os, "fsync", 2),
        (Path, "replace", 0),
        (Path, "replace", 2),
        (Path, "mkdir", 0),
    ]
    + [(Path, "open", at) for at in range(5)]
    + [(os, "open", 0), (os, "open", 1)],
)
def test_whatever_fails_leaves_the_old_file_and_no_copies(
    tmp_path, home, monkeypatch, module, name, at
):
    """At the first photo, the second, the manuscript: reading, opening, syncing and renaming files
    on a disk that is full.
    """
    there = folder(tmp_path / "there", {"x.md": b"old"})
    real, calls = getattr(module, name), []

    def fail(*arguments: object, **options: object) -> object:
        calls.append(arguments)
        if len(calls) > at:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return real(*arguments, **options)

    with monkeypatch.context() as patched:
        patched.setattr(module, name, fail)
        with pytest.raises(BanxinError, match=r"没有保存.*磁盘已满.*not saved"):
            save_manuscript(issue_in(home, "a.jpg", "photos/b.jpg"), there / "x.md")
    assert files_in(there) == {"x.md": b"old"}
    assert not (there / "photos").exists()


def test_a_folder_that_does_not_exist(tmp_path, home):
    assert "nowhere" in fails(issue_in(home), tmp_path / "nowhere" / "x.md").en
    assert "nowhere" in fails(issue_in(home, "a.jpg"), tmp_path / "nowhere" / "x.md").en


def test_a_file_in_the_place_of_the_photos_folder(tmp_path, home):
    fails(issue_in(home, "a.jpg"), folder(tmp_path / "there", {"photos": b"a file"}) / "x.md")


def test_a_folder_in_the_place_of_the_manuscript(home):
    assert isinstance(fails(issue_in(home), home / "photos"), SaveError)


def test_a_folder_that_may_not_be_written(tmp_path, home):
    there = folder(tmp_path / "there", {"x.md": b"old"})
    there.chmod(0o500)
    with bound_by_permissions():
        assert isinstance(fails(issue_in(home, "a.jpg"), there / "x.md"), SaveError)
        assert isinstance(fails(issue_in(home), there / "x.md"), SaveError)
