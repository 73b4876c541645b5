"""What is written stands whole under its name or not at all."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from layouts.errors import ExportError
from layouts.files import write_aside, write_together


def test_a_file_is_written_and_nothing_else(tmp_path: Path) -> None:
    write_aside(tmp_path / "简报.pdf", b"new")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("简报.pdf", b"new")]


def test_a_file_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "x.pdf").write_bytes(b"old")
    write_aside(tmp_path / "x.pdf", b"new")
    assert (tmp_path / "x.pdf").read_bytes() == b"new"


def test_it_can_be_read_as_any_new_file(tmp_path: Path) -> None:
    (tmp_path / "usual").write_bytes(b"")
    write_aside(tmp_path / "x.pdf", b"new")
    modes = [stat.S_IMODE((tmp_path / name).stat().st_mode) for name in ("usual", "x.pdf")]
    assert modes[0] == modes[1]


def test_a_failure_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    (tmp_path / "x.pdf").write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(
        ExportError, match=r"无法写入.*x\.pdf.*磁盘已满.*cannot be written.*the disk is full"
    ):
        write_aside(tmp_path / "x.pdf", b"new")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("x.pdf", b"old")]


def test_a_folder_that_does_not_exist(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="nowhere"):
        write_aside(tmp_path / "nowhere" / "x.pdf", b"new")


def test_a_folder_in_the_place_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "x.pdf").mkdir()
    with pytest.raises(ExportError):
        write_aside(tmp_path / "x.pdf", b"new")
    assert not list((tmp_path / "x.pdf").iterdir())


def test_a_link_keeps_pointing_to_the_file_it_names(tmp_path: Path) -> None:
    (tmp_path / "real.pdf").write_bytes(b"old")
    (tmp_path / "link.pdf").symlink_to("real.pdf")
    write_aside(tmp_path / "link.pdf", b"new")
    assert (tmp_path / "link.pdf").is_symlink()
    assert (tmp_path / "real.pdf").read_bytes() == b"new"


def test_a_device_is_written_and_not_replaced() -> None:
    write_aside(Path("/dev/null"), b"new")
    assert not Path("/dev/null").is_file()


def test_a_file_keeps_its_permissions(tmp_path: Path) -> None:
    (tmp_path / "x.md").write_bytes(b"old")
    (tmp_path / "x.md").chmod(0o660)
    write_aside(tmp_path / "x.md", b"new")
    assert stat.S_IMODE((tmp_path / "x.md").stat().st_mode) == 0o660


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with a name")
def test_files_that_are_put_together_leave_a_pipe_where_it_is(tmp_path: Path) -> None:
    pipe, link = tmp_path / "pipe", tmp_path / "a.png"
    os.mkfifo(pipe)
    link.symlink_to(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        write_together([(link, b"one"), (tmp_path / "b.png", b"two")])
        assert os.read(reader, 10) == b"one"
    finally:
        os.close(reader)
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    assert (tmp_path / "b.png").read_bytes() == b"two"


@pytest.mark.skipif(not Path("/dev/fd").is_dir(), reason="this system has no /dev/fd")
@pytest.mark.parametrize("together", [False, True])
def test_an_open_pipe_takes_what_is_written(tmp_path: Path, together: bool) -> None:
    reader, writer = os.pipe()
    link = tmp_path / "a.docx"
    link.symlink_to(f"/dev/fd/{writer}")
    try:
        if together:
            write_together([(link, b"one")])
        else:
            write_aside(link, b"one")
        assert os.read(reader, 10) == b"one"
    finally:
        os.close(reader)
        os.close(writer)
