"""Photos out of manuscripts are kept whole or not at all."""

from __future__ import annotations

import errno
import io
import os
from pathlib import Path

import pytest
from PIL import Image

from layouts.errors import ManuscriptError
from layouts.importing.photo_store import PhotoStore


def png() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (40, 30), "teal").save(out, "PNG")
    return out.getvalue()


def test_the_same_photo_lies_there_once(tmp_path: Path) -> None:
    store = PhotoStore(tmp_path / "photos")
    assert store.put(png()) == store.put(png())
    assert len([*store.folder.iterdir()]) == 1


def test_what_is_no_picture_is_not_kept(tmp_path: Path) -> None:
    assert PhotoStore(tmp_path).put(b"text") is None
    assert [*tmp_path.iterdir()] == []


def test_a_full_disk_is_said_and_leaves_no_part_of_a_photo(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = PhotoStore(tmp_path / "photos")
    whole = Path.write_bytes

    def half(path: Path, data: bytes) -> int:
        whole(path, data[: len(data) // 2])
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patched:
        patched.setattr(Path, "write_bytes", half)
        with pytest.raises(ManuscriptError, match="磁盘已满"):
            store.put(png())
    assert [*store.folder.iterdir()] == []
    kept = store.put(png())
    assert kept is not None
    assert kept.read_bytes() == png()
