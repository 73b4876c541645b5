"""A disk that fills takes a part of what it is given and says nothing of it: no photo is ever cut
short for good.
"""

from __future__ import annotations

import errno
import hashlib
import io
import os
import re
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest
from msgspec.structs import replace
from store_making import minimal, names, opened

from layouts.errors import PackageError, SaveError, Source
from layouts.files import copy_whole, write_all
from layouts.issue.article import Article, ArticleKind, Section
from layouts.issue.issue import Issue
from layouts.issue.photo import Photo
from layouts.issue.text import Text
from layouts.store.history import keep_version, load_version
from layouts.store.journal import Journal
from layouts.store.photos import PhotoOrigin, keep
from layouts.store.saving import save

MEGABYTE = 1 << 20
BYTES = b"\xff\xd8\xff" + os.urandom(3 * MEGABYTE - 50_000)
TOO_SHORT = len(BYTES) - 1000
"""Room for all but the end of the photo: the last write is cut short, and no other follows that
would fail.
"""

NAME = f"{hashlib.sha256(BYTES).hexdigest()}.jpg"
EARLIER_NS = 315_532_800_000_000_000
"""1980-01-01: the time that programs before this one gave to what they unpacked."""


class Short(io.RawIOBase):
    """Takes seven bytes at a time, and no more than it has room for."""

    def __init__(self, room: int) -> None:
        super().__init__()
        self.room, self.taken = room, b""

    def writable(self) -> bool:
        return True

    def write(self, data) -> int:
        part = bytes(data[: min(7, self.room - len(self.taken))])
        self.taken += part
        return len(part)


@contextmanager
def files_of_at_most(size: int):
    """The system lets no file of this process grow longer: a write that would is cut short, as on a
    disk that fills. Python compiles nothing meanwhile: it would leave a module cut short.
    """
    resource = pytest.importorskip("resource")
    before, compiles = resource.getrlimit(resource.RLIMIT_FSIZE), sys.dont_write_bytecode
    sys.dont_write_bytecode = True
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        sys.dont_write_bytecode = compiles


@pytest.fixture
def small_disk(tmp_path: Path):
    """A disk of 3 MB, on which 2.9 are free: less than a photo takes."""
    disk = tmp_path / "disk"
    disk.mkdir()
    if sys.platform != "linux" or os.geteuid():
        pytest.skip("only root may mount a disk of 3 MB")
    if subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", disk], capture_output=True, check=False
    ).returncode:
        pytest.skip("this system lets nobody mount a disk of 3 MB")
    (disk / "full").write_bytes(bytes(100_000))
    yield disk
    subprocess.run(["umount", disk], check=True)


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A package with one photo of 3 MB."""
    text = f'{{"version":1,"sections":[{{"articles":[{{"blocks":[{{"type":"photo","file":"{NAME}"}}]}}]}}]}}'.encode()
    return minimal(tmp_path / "x.banxin", {f"photos/{NAME}": BYTES}, text)


@pytest.fixture
def beside(tmp_path: Path) -> Issue:
    """An issue with the photo beside its manuscript."""
    home = tmp_path / "home"
    home.mkdir()
    (home / "现场.jpg").write_bytes(BYTES)
    here = Source("issue.md", 1)
    article = Article(ArticleKind.HEADLINE, Text("题"), (Photo("现场.jpg", "", here),), here)
    with_photo = opened(minimal(tmp_path / "made.banxin"), tmp_path / "made").issue
    return replace(with_photo, sections=(Section("要闻", (article,), here),), folder=home)


def photo_in(folder: Path) -> bytes:
    return (folder / "photos" / NAME).read_bytes()


# Writing


def test_everything_is_written_however_little_is_taken_at_a_time():
    file = Short(1000)
    write_all(file, b"0123456789" * 10)
    assert file.taken == b"0123456789" * 10


def test_a_file_that_takes_no_more_is_an_error():
    with pytest.raises(OSError) as told:  # noqa: PT011, by its number
        write_all(Short(20), b"0123456789" * 10)
    assert told.value.errno == errno.ENOSPC


def test_a_copy_is_whole_or_not_there(tmp_path):
    (tmp_path / "from").write_bytes(BYTES)
    with files_of_at_most(TOO_SHORT), pytest.raises(OSError, match="large"):
        copy_whole(tmp_path / "from", tmp_path / "to")
    assert names(tmp_path) == ["from"]
    copy_whole(tmp_path / "from", tmp_path / "to")
    assert (tmp_path / "to").read_bytes() == BYTES


# Photos out of a package


def test_a_photo_that_finds_no_room_is_told_and_leaves_nothing_behind(package, tmp_path):
    with files_of_at_most(TOO_SHORT), pytest.raises(PackageError, match="图片放不进"):
        opened(package, tmp_path / "cache")
    assert names(tmp_path / "cache" / "photos") == []
    assert opened(package, tmp_path / "cache").findings == ()
    assert photo_in(tmp_path / "cache") == BYTES


def test_a_disk_that_fills_while_an_issue_is_opened_is_told(package, small_disk):
    with pytest.raises(PackageError, match="磁盘已满"):
        opened(package, small_disk / "cache")
    assert names(small_disk / "cache" / "photos") == []


def test_what_lies_there_is_read_back(package, tmp_path, monkeypatch):
    from layouts.store import photos

    def forgetful(file, data):
        write_all(file, bytes(len(data)))

    monkeypatch.setattr(photos, "write_all", forgetful)
    with pytest.raises(PackageError, match="图片放不进"):
        opened(package, tmp_path / "cache")
    assert names(tmp_path / "cache" / "photos") == []


def test_a_photo_cut_short_by_an_earlier_program_is_put_there_again(package, tmp_path):
    cut = tmp_path / "cache" / "photos" / NAME
    cut.parent.mkdir(parents=True)
    cut.write_bytes(BYTES[:MEGABYTE])
    os.utime(cut, ns=(EARLIER_NS, EARLIER_NS))
    assert opened(package, tmp_path / "cache").findings == ()
    assert cut.read_bytes() == BYTES


def test_a_photo_cut_short_in_package_and_cache_alike_is_a_finding(tmp_path):
    text = f'{{"version":1,"sections":[{{"articles":[{{"blocks":[{{"type":"photo","file":"{NAME}"}}]}}]}}]}}'.encode()
    package = minimal(tmp_path / "x.banxin", {f"photos/{NAME}": BYTES[:MEGABYTE]}, text)
    cut = tmp_path / "cache" / "photos" / NAME
    cut.parent.mkdir(parents=True)
    cut.write_bytes(BYTES[:MEGABYTE])
    os.utime(cut, ns=(EARLIER_NS, EARLIER_NS))
    assert [finding.code for finding in opened(package, tmp_path / "cache").findings] == [
        "photo-damaged"
    ]


def test_a_photo_cut_short_in_the_cache_does_not_go_into_the_package_under_the_name_of_the_whole(
    package, tmp_path
):
    issue = opened(package, tmp_path / "cache").issue
    cut = tmp_path / "cache" / "photos" / NAME
    cut.write_bytes(BYTES[:MEGABYTE])
    os.utime(cut, ns=(EARLIER_NS, EARLIER_NS))
    save(issue, tmp_path / "y.banxin", tmp_path / "other")
    kept = opened(tmp_path / "y.banxin", tmp_path / "third")
    assert kept.findings == ()
    assert f"photos/{NAME}" not in {
        f"photos/{name}" for name in names(tmp_path / "third" / "photos")
    }


# Photos kept beside


@pytest.mark.parametrize("linked", [True, False], ids=["second-names", "copies"])
def test_photos_in_the_cache_after_a_save_are_whole_or_not_there(
    beside, tmp_path, monkeypatch, linked
):
    if not linked:
        monkeypatch.setattr(
            Path, "hardlink_to", lambda *_: (_ for _ in ()).throw(OSError(errno.EXDEV, "elsewhere"))
        )
    file = beside.folder / "现场.jpg"
    state = file.stat()
    origins = {NAME: PhotoOrigin(file, state.st_size, state.st_mtime_ns)}
    with files_of_at_most(TOO_SHORT):
        assert keep(origins, tmp_path / "cache") is linked
    assert names(tmp_path / "cache" / "photos") == ([NAME] if linked else [])
    assert keep(origins, tmp_path / "cache")
    assert photo_in(tmp_path / "cache") == BYTES


def test_saving_on_a_disk_that_fills_leaves_photos_where_they_were(beside, small_disk, tmp_path):
    done = save(beside, tmp_path / "x.banxin", small_disk / "cache")
    assert done.issue.folder == beside.folder
    assert names(small_disk / "cache" / "photos") == []
    assert opened(tmp_path / "x.banxin", tmp_path / "cache").findings == ()


def test_another_photo_of_the_same_size_in_the_cache_is_not_taken_for_it(beside, tmp_path):
    there = tmp_path / "cache" / "photos" / NAME
    there.parent.mkdir(parents=True)
    there.write_bytes(bytes(len(BYTES)))
    save(beside, tmp_path / "x.banxin", tmp_path / "cache")
    assert there.read_bytes() == BYTES


def test_a_version_whose_photos_find_no_room_is_none(beside, tmp_path, moment):
    with files_of_at_most(TOO_SHORT), pytest.raises(SaveError):
        keep_version(beside, tmp_path / "versions", moment)
    assert [name for name in names(tmp_path / "versions") if name.endswith(".version")] == []
    assert names(tmp_path / "versions" / "photos") == []


def test_a_photo_cut_short_in_a_version_does_not_come_back_as_if_it_were_whole(
    beside, tmp_path, moment
):
    version = keep_version(beside, tmp_path / "versions", moment)
    kept = tmp_path / "versions" / "photos" / NAME
    kept.write_bytes(BYTES[:MEGABYTE])
    os.utime(kept, ns=(EARLIER_NS, EARLIER_NS))
    load_version(version, tmp_path / "cache")
    assert not (tmp_path / "cache" / "photos" / NAME).exists()


# The journal


def test_a_journal_that_is_taken_bit_by_bit_is_whole(beside, tmp_path):
    from layouts.store.disk import Disk
    from layouts.store.recovery import recover

    class Bits(io.FileIO):
        def write(self, data, /) -> int:
            return super().write(memoryview(data)[:100])

    class BitByBit(Disk):
        def open_new(self, path):
            return Bits(path, "x")

    journal = Journal(tmp_path / "journals", interval=0.001, disk=BitByBit())
    journal.begin(beside, None)
    journal.note(replace(beside, contents=False))
    journal.flush()
    journal.close(keep=True)
    (found,) = recover(tmp_path / "journals")
    assert not found.issue.contents
    assert not found.damaged


# All of the program

BUFFERED = {
    "layouts/files.py": "the one way",
    "layouts/store/disk.py": "a BufferedWriter around each raw file",
}


def test_every_raw_write_goes_through_the_one_that_writes_everything():
    root = Path(__file__).parents[2]
    modules = [
        path
        for part in ("layouts", "desktop", "fonts", "resources")
        for path in (root / part).rglob("*.py")
    ]
    raw = [
        path
        for path in modules
        if re.search(r"buffering=0|FileIO|RawIOBase|os\.write", path.read_text("utf-8"))
    ]
    assert root / "layouts/store/journal.py" in raw
    writing = {
        path.relative_to(root).as_posix()
        for path in raw
        if re.search(r"\b(file|out|raw|os)\.write\(", path.read_text("utf-8"))
    }
    assert writing == set(BUFFERED)
