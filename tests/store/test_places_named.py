"""No sentence names a temporary path: an editor knows the package and its photos, not where they
are unpacked to.
"""

from __future__ import annotations

import errno
import os
import tempfile
from pathlib import Path

import pytest

from layouts.errors import PackageError, PhotoError
from layouts.imaging.read import called, probe
from layouts.store.photos import unpack
from layouts.store.temporary import temporary_folder
from layouts.store.zip_read import PackageZip

NAME = "a" * 64 + ".jpg"


def full(*_: object, **__: object) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


class _Package:
    """A package with one photo."""

    names = (f"photos/{NAME}",)

    def size(self, _: str) -> int:
        return 9


@pytest.mark.parametrize(
    ("kind", "zh"), [("temporary", "临时文件夹：磁盘已满"), ("data", "数据文件夹：磁盘已满")]
)
def test_a_full_disk_is_said_of_the_package_and_the_kind_of_folder(
    kind: str, zh: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package: PackageZip = _Package()  # type: ignore[assignment]
    monkeypatch.setattr("layouts.store.photos._put", full)
    with temporary_folder() as folder, pytest.raises(PackageError) as told:
        unpack(package, folder if kind == "temporary" else tmp_path, "期.banxin")
    assert zh in told.value.zh
    assert told.value.source is not None
    assert told.value.source.file == "期.banxin"
    assert str(tmp_path) not in str(told.value)
    assert "banxin-" not in str(told.value)


def test_no_temporary_folder_at_all_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "mkdtemp", full)
    with pytest.raises(PackageError, match="临时文件夹：磁盘已满"), temporary_folder():
        pass


def test_a_photo_out_of_a_package_is_called_as_in_the_package(tmp_path: Path) -> None:
    path = tmp_path / "banxin-abcdefgh" / "photos" / NAME
    path.parent.mkdir(parents=True)
    path.write_bytes(b"no picture at all, whatever it is called")
    with pytest.raises(PhotoError) as told:
        probe(path)
    assert f"图片 photos/{NAME} " in told.value.zh
    assert str(tmp_path) not in told.value.zh + told.value.en


def test_a_photo_of_the_editor_s_own_is_called_by_its_path(tmp_path: Path) -> None:
    assert called(tmp_path / "photos" / "现场.jpg") == str(tmp_path / "photos" / "现场.jpg")
