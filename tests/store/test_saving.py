"""A save that succeeds leaves the new file and one backup; one that fails at any step leaves all as
it was, and says why.
"""

from __future__ import annotations

import errno
import os
import stat
import threading
from pathlib import Path

import pytest
from faulty import Faulty
from msgspec.structs import replace
from permissions import bound_by_permissions
from store_making import contents, names, opened, typed

from layouts.documents import read_document, save_document
from layouts.errors import BanxinError, ChangedError, SaveError
from layouts.store.photos import photos_of
from layouts.store.saving import save
from layouts.store.token import is_changed, token_of

CODES = {
    "ENOSPC": errno.ENOSPC,
    "EIO": errno.EIO,
    "EACCES": errno.EACCES,
    "EROFS": errno.EROFS,
    "ENAMETOOLONG": errno.ENAMETOOLONG,
}


@pytest.fixture
def edited(saved, tmp_path):
    """The sample as opened from its package, with a word typed."""
    return typed(opened(saved, tmp_path / "cache").issue, "新来的字")


def steps(issue, path, cache) -> list[str]:
    disk = Faulty()
    save(issue, path, cache, disk=disk)
    return disk.steps


def test_the_version_before_is_kept_as_a_backup(saved, edited, tmp_path):
    before = saved.read_bytes()
    after = save(edited, saved, tmp_path / "cache")
    assert names(saved.parent) == ["简报.banxin", "简报.banxin.bak"]
    assert (saved.parent / "简报.banxin.bak").read_bytes() == before
    again = save(typed(after.issue, "又来"), saved, tmp_path / "cache")
    assert names(saved.parent) == ["简报.banxin", "简报.banxin.bak"]
    (saved.parent / "简报.banxin.bak").rename(saved.parent / "back.banxin")
    assert opened(saved.parent / "back.banxin", tmp_path / "cache").issue.sections == opened_like(
        after.issue, saved.parent / "back.banxin", tmp_path
    )
    assert again.token == token_of(saved)


def opened_like(issue, path: Path, tmp_path):
    save(issue, tmp_path / "back.banxin", tmp_path / "cache")
    other = opened(tmp_path / "back.banxin", tmp_path / "cache").issue
    (path.parent / "copy").mkdir()
    return tuple(relocated(section, str(path)) for section in other.sections)


def relocated(section, file):
    def at(part):
        return replace(part, source=part.source._replace(file=file))

    return at(
        replace(
            section,
            articles=tuple(
                at(replace(a, blocks=tuple(map(at, a.blocks)))) for a in section.articles
            ),
        )
    )


@pytest.mark.parametrize("code", CODES.values(), ids=CODES)
@pytest.mark.parametrize("for_good", [False, True], ids=["once", "for-good"])
def test_a_failure_at_any_step_leaves_the_old_file_or_a_whole_new_one(
    saved, edited, tmp_path, code, for_good
):
    save(edited, tmp_path / "home/new.banxin", tmp_path / "cache")
    new = contents(tmp_path / "home/new.banxin")
    (tmp_path / "home/new.banxin").unlink()
    before = saved.read_bytes()
    total = len(steps(edited, saved, tmp_path / "cache"))
    failed = 0
    for at in range(total):
        saved.write_bytes(before)
        (saved.parent / "简报.banxin.bak").unlink(missing_ok=True)
        try:
            save(edited, saved, tmp_path / "cache", disk=Faulty(at, code, for_good=for_good))
        except SaveError as error:
            failed += 1
            assert saved.read_bytes() == before
            assert_sentence(error, saved)
            assert set(names(saved.parent)) <= {"简报.banxin", "简报.banxin.bak"}
        else:
            assert contents(saved) == new
            assert (saved.parent / "简报.banxin.bak").read_bytes() == before
            assert names(saved.parent) == ["简报.banxin", "简报.banxin.bak"]
    # without second names the backup is copied; a folder that cannot be synced is no failure
    assert failed >= total - 3


def assert_sentence(error: BanxinError, path: Path) -> None:
    assert str(path) in error.zh
    assert str(path) in error.en
    assert "没有保存" in error.zh
    assert "as it was" in error.en
    assert len(str(error).splitlines()) == 1


def test_a_first_save_that_fails_leaves_nothing(sample, tmp_path):
    (tmp_path / "home").mkdir()
    total = len(steps(sample, tmp_path / "home/x.banxin", tmp_path / "cache"))
    (tmp_path / "home/x.banxin").unlink()
    for at in range(total - 1):
        with pytest.raises(SaveError):
            save(sample, tmp_path / "home/x.banxin", tmp_path / "cache", disk=Faulty(at))
        assert names(tmp_path / "home") == []


def test_without_second_names_the_backup_is_copied(saved, edited, tmp_path):
    before = saved.read_bytes()

    class NoLinks(Faulty):
        def link(self, target, name):
            raise OSError(errno.EPERM, "no links here")

    save(edited, saved, tmp_path / "cache", disk=NoLinks())
    assert (saved.parent / "简报.banxin.bak").read_bytes() == before
    assert saved.read_bytes() != before


def test_what_the_disk_did_not_keep_is_found_out_before_the_old_file_goes(saved, edited, tmp_path):
    class Forgetful(Faulty):
        def sync(self, file):
            os.pwrite(file.fileno(), b"\0\0\0\0", 100)

    before = saved.read_bytes()
    with pytest.raises(SaveError, match="damaged"):
        save(edited, saved, tmp_path / "cache", disk=Forgetful())
    assert saved.read_bytes() == before
    assert names(saved.parent) == ["简报.banxin"]


def test_permissions_are_kept(saved, edited, tmp_path):
    saved.chmod(0o640)
    save(edited, saved, tmp_path / "cache")
    assert stat.S_IMODE(saved.stat().st_mode) == 0o640


def test_a_link_keeps_pointing_to_the_file_it_names(saved, edited, tmp_path):
    link = tmp_path / "link.banxin"
    link.symlink_to(saved)
    before = saved.read_bytes()
    save(edited, link, tmp_path / "cache")
    assert link.is_symlink()
    assert saved.read_bytes() != before
    assert names(saved.parent) == ["简报.banxin", "简报.banxin.bak"]


def test_a_folder_that_may_not_be_written(saved, edited, tmp_path):
    saved.parent.chmod(0o500)
    try:
        with bound_by_permissions(), pytest.raises(SaveError, match="not allowed"):
            save(edited, saved, tmp_path / "cache")
    finally:
        saved.parent.chmod(0o700)


@pytest.mark.parametrize(
    ("name", "why"), [("x" * 300 + ".banxin", "too long"), ("none/x.banxin", "is not there"), ("a\0b.banxin", "null"), ("folder.banxin", "no file"), ("file/x.banxin", "no folder")]
)  # fmt: skip
def test_a_place_where_nothing_can_be_saved(sample, tmp_path, name, why):
    (tmp_path / "folder.banxin").mkdir()
    (tmp_path / "file").write_bytes(b"")
    before = names(tmp_path)
    with pytest.raises(SaveError, match=why):
        save(sample, tmp_path / name, tmp_path / "cache")
    assert names(tmp_path) == before


def test_a_photo_that_changes_while_it_is_packed_is_not_saved_under_a_wrong_name(
    sample, saved, edited, tmp_path, monkeypatch
):
    from layouts.store import photos

    photo = tmp_path / "cache" / next(photos_of(edited)).path
    photo.touch()
    chunks_of, whole = photos.chunks_of, photo.read_bytes()

    def changing(file):
        for chunk in chunks_of(file):
            if file == photo and (tmp_path / "cache/photos").exists():
                photo.write_bytes(whole + b"more")
            yield chunk

    monkeypatch.setattr(photos, "chunks_of", changing)
    before = saved.read_bytes()
    with pytest.raises(SaveError, match="another program"):
        save(edited, saved, tmp_path / "cache")
    assert saved.read_bytes() == before


def test_what_a_dead_process_left_aside_is_swept_up_after_an_hour(saved, edited, tmp_path):
    old, new = (saved.parent / f".banxin-{k * 16}.tmp" for k in "01")
    old.touch()
    new.touch()
    os.utime(old, (0, 0))
    save(edited, saved, tmp_path / "cache")
    assert not old.exists()
    assert new.exists()


# Somebody else


def test_a_file_changed_behind_our_back_is_not_written_over(saved, sample, edited, tmp_path):
    token = token_of(saved)
    save(typed(sample, "别人的字"), saved, tmp_path / "other")
    theirs = saved.read_bytes()
    assert is_changed(saved, token)
    with pytest.raises(ChangedError, match="somebody changed"):
        save(edited, saved, tmp_path / "cache", expected=token)
    assert saved.read_bytes() == theirs
    save(edited, saved, tmp_path / "cache")


def test_our_own_save_is_no_change(saved, edited, tmp_path):
    first = save(
        edited, saved, tmp_path / "cache", expected=read_document(saved, tmp_path / "cache").token
    )
    save(typed(first.issue, "又"), saved, tmp_path / "cache", expected=first.token)


def test_a_file_only_touched_is_no_change(saved):
    token = token_of(saved)
    saved.touch()
    assert token is not None
    assert not is_changed(saved, token)


def test_a_file_that_is_gone_is_saved_again(saved, edited, tmp_path):
    token = token_of(saved)
    saved.unlink()
    save(edited, saved, tmp_path / "cache", expected=token)
    assert saved.exists()


def test_manuscripts_are_watched_too(sample, tmp_path):
    first = save_document(sample, tmp_path / "x.md", tmp_path)
    (tmp_path / "x.md").write_text("## 【别人】\n", "utf-8")
    with pytest.raises(ChangedError):
        save_document(first.issue, tmp_path / "x.md", tmp_path, expected=first.token)


def test_two_that_save_at_once_leave_one_whole_file(saved, sample, tmp_path):
    issues = [typed(sample, word * 50) for word in ("甲", "乙")]
    threads = [
        threading.Thread(target=save, args=(issue, saved, tmp_path / f"cache{k}"))
        for k, issue in enumerate(issues)
        for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert opened(saved, tmp_path / "cache").findings == ()
    assert names(saved.parent) == ["简报.banxin", "简报.banxin.bak"]
