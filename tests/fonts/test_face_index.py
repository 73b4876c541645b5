from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from find_system_fonts_filename import FontConfigNotFound
from making import squares, written

from fonts.catalogue import Catalogue
from fonts.library import discovery, index
from fonts.library.discovery import SYSTEM
from fonts.library.library import FaceLibrary


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("A", "B"):
        written(squares(family=name, postscript=name), tmp_path / "faces" / f"{name}.ttf")
    return tmp_path / "faces"


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that are read, by name."""
    files: list[str] = []
    reading = index.read_faces

    def noted(path: str) -> object:
        files.append(Path(path).name)
        return reading(path)

    monkeypatch.setattr(index, "read_faces", noted)
    return files


def names(folder: Path, cache: Path | None) -> set[str]:
    return {face.postscript for face in FaceLibrary((folder,), cache, system=False).faces}


def test_a_file_is_read_once(folder, cache, read):
    assert names(folder, cache) == {"A", "B"}
    read.clear()
    assert names(folder, cache) == {"A", "B"}
    assert read == []


def test_a_file_that_changed_is_read_again(folder, cache, read):
    names(folder, cache)
    read.clear()
    path = written(squares(family="C", postscript="C"), folder / "B.ttf")
    os.utime(path, ns=(1, 1))
    assert names(folder, cache) == {"A", "C"}
    assert read == ["B.ttf"]


def test_a_new_file_is_found_and_one_that_left_is_gone(folder, cache, read):
    names(folder, cache)
    read.clear()
    (folder / "A.ttf").unlink()
    written(squares(family="D", postscript="D"), folder / "deep" / "D.TTF")
    assert names(folder, cache) == {"B", "D"}
    assert read == ["D.TTF"]


@pytest.mark.parametrize("damage", [b"", b"\0", b"\x93\x01\x80", b"\xc1" * 4000])
def test_a_damaged_index_is_made_anew(folder, cache, read, damage):
    names(folder, cache)
    (kept,) = cache.iterdir()
    whole = kept.read_bytes()
    kept.write_bytes(damage)
    read.clear()
    assert names(folder, cache) == {"A", "B"}
    assert sorted(read) == ["A.ttf", "B.ttf"]
    assert kept.read_bytes() == whole


def test_an_index_cut_short_at_any_place_is_made_anew(folder, cache):
    names(folder, cache)
    (kept,) = cache.iterdir()
    whole = kept.read_bytes()
    for length in range(0, len(whole), 37):
        kept.write_bytes(whole[:length])
        assert names(folder, cache) == {"A", "B"}


def test_without_a_place_to_keep_it_faces_are_found_all_the_same(folder, tmp_path):
    blocked = tmp_path / "file"
    blocked.write_bytes(b"")
    assert names(folder, blocked / "cache") == {"A", "B"}
    assert names(folder, None) == {"A", "B"}


def test_faces_of_other_folders_stay_in_the_index(folder, cache, tmp_path, read):
    names(folder, cache)
    other = tmp_path / "other"
    written(squares(), other / "squares.ttf")
    names(other, cache)
    read.clear()
    names(folder, cache)
    assert read == []


def test_a_damaged_file_is_told_and_remembered(folder, cache, read):
    (folder / "A.ttf").write_bytes(b"\0\1\0\0broken to the last table")
    library = FaceLibrary((folder,), cache, system=False)
    assert [(Path(path).name, why) for path, why in library.unread] == [("A.ttf", "damaged")]
    assert [face.postscript for face in library.faces] == ["B"]
    read.clear()
    assert len(FaceLibrary((folder,), cache, system=False).unread) == 1
    assert read == []


def test_a_file_that_cannot_be_read_today_is_asked_again_tomorrow(folder, cache):
    hidden = folder / "A.ttf"
    hidden.rename(folder / "elsewhere")
    hidden.symlink_to(folder / "elsewhere2")
    assert names(folder, cache) == {"B"}
    hidden.unlink()
    (folder / "elsewhere").rename(hidden)
    assert names(folder, cache) == {"A", "B"}


def test_a_pipe_called_like_a_font_does_not_hold_up_anyone(folder, cache):
    os.mkfifo(folder / "pipe.ttf")
    library = FaceLibrary((folder,), cache, system=False)
    assert {face.postscript for face in library.faces} == {"A", "B"}
    assert [why for _, why in library.unread] == ["no-file"]


def test_a_folder_that_is_gone_is_told(tmp_path, cache):
    gone = tmp_path / "gone"
    library = FaceLibrary((gone,), cache, system=False)
    assert (library.faces, library.unlisted) == ((), (str(gone),))


@pytest.mark.parametrize("error", [FontConfigNotFound, OSError, ValueError, AttributeError])
def test_a_system_that_does_not_answer_is_told_and_folders_count(folder, cache, monkeypatch, error):
    def fails() -> object:
        raise error

    monkeypatch.setattr("find_system_fonts_filename.get_system_fonts_filename", fails)
    library = FaceLibrary((folder,), cache)
    assert {face.postscript for face in library.faces} == {"A", "B"}
    assert library.unlisted == (SYSTEM,)


def test_a_whole_disk_named_by_mistake_ends(folder, monkeypatch):
    monkeypatch.setattr(discovery, "MOST_FILES", 1)
    written(squares(), folder / "z" / "late.ttf")
    found = discovery.font_files((folder,), system=False)
    assert [Path(path).name for path in found.paths] == ["A.ttf", "B.ttf"]


@pytest.mark.skipif(sys.platform == "win32", reason="asks the list of users")
def test_where_nobody_is_at_home_nothing_is_kept_and_faces_are_found(tmp_path, monkeypatch):
    import pwd

    def nobody(_uid):
        raise KeyError(_uid)

    for name in ("HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(pwd, "getpwuid", nobody)
    monkeypatch.setenv("BANXIN_FACES", str(tmp_path))
    assert Catalogue().choice("Nowhere|song").face == "song"


def test_a_file_that_the_system_names_and_has_no_more_is_not_written_down_every_time(
    folder, cache, monkeypatch
):
    paths = [str(folder / "A.ttf"), str(folder / "gone.ttf")]
    assert len(index.indexed(paths, cache).faces) == 1
    monkeypatch.setattr(index, "keep", None)
    assert len(index.indexed(paths, cache).faces) == 1
