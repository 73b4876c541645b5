"""`watch`: what is new or changed is set once it is quiet, and Ctrl-C ends it."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from batch_killing import SMALL, left_behind
from batch_running import ROOT, banxin

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows ends a process without asking it")

PATIENCE = 120


class Watched:
    """A folder, what comes of it, and the process that watches it."""

    def __init__(self, home: Path) -> None:
        self.folder, self.output = home / "in", home / "out"
        self.folder.mkdir()
        self.log = home / "log"
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, ROOT / "main.py", "watch", self.folder, "-o", self.output,
                 "--quiet", "0.5", "--jobs", "1"],
                stdout=log, stderr=log,
            )  # fmt: skip

    def stop(self) -> int:
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(60)

    def said(self) -> str:
        return self.log.read_text("utf8") if self.log.exists() else ""

    def until(self, reached: Callable[[], bool]) -> None:
        end = time.monotonic() + PATIENCE
        while not reached():
            assert time.monotonic() < end, self.said()
            assert self.process.poll() is None, self.said()
            time.sleep(0.02)

    def write(self, name: str, number: int) -> Path:
        path = self.folder / name
        path.write_text(SMALL.format(number=number), "utf8")
        return path

    def made(self, name: str) -> int:
        """How often an output was made."""
        return self.said().count(f"wrote {self.output / name}")


@pytest.fixture
def watched(tmp_path) -> Iterator[Watched]:
    one = Watched(tmp_path)
    (one.folder / "photos").mkdir()
    shutil.copy(ROOT / "resources/sample/photos/dawn.jpg", one.folder / "photos")
    yield one
    if one.process is not None and one.process.poll() is None:
        one.process.kill()
        one.process.wait()


def test_what_is_new_or_changed_is_set_and_nothing_else(watched, tmp_path):
    watched.write("1.md", 1)
    watched.write("~$2.md", 2)
    watched.write(".~3.md", 3)
    watched.start()
    watched.until(lambda: watched.made("1.pdf") == 1)
    source = watched.write("4.md", 4)
    watched.until(lambda: watched.made("4.pdf") == 1)
    watched.write("1.md", 11)
    watched.until(lambda: watched.made("1.pdf") == 2)
    photo = watched.folder / "photos/dawn.jpg"
    photo.write_bytes(photo.read_bytes() + b"\0")
    watched.until(lambda: watched.made("1.pdf") == 3 and watched.made("4.pdf") == 2)
    assert watched.stop() == 0, watched.said()
    assert {path.name for path in watched.output.rglob("*.pdf")} == {"1.pdf", "4.pdf"}
    assert left_behind(watched.output) == []
    single = tmp_path / "single.pdf"
    assert banxin("export", source, "-o", single).code == 0
    assert (watched.output / "4.pdf").read_bytes() == single.read_bytes()
    # nothing has changed since
    watched.start()
    watched.write("5.md", 5)
    watched.until(lambda: watched.made("5.pdf") == 1)
    assert watched.stop() == 0
    assert (watched.made("1.pdf"), watched.made("4.pdf")) == (3, 2)


def test_a_file_that_is_being_written_is_not_taken(watched):
    watched.start()
    watched.until(lambda: "watching" in watched.said())
    path = watched.folder / "1.md"
    text = SMALL.format(number=1)
    with path.open("w", encoding="utf8") as file:
        for place in range(0, len(text), 8):
            file.write(text[place : place + 8])
            file.flush()
            time.sleep(0.05)
    watched.until(lambda: watched.made("1.pdf") == 1)
    assert "was not made" not in watched.said()
    assert watched.stop() == 0


def test_one_that_fails_is_told_once_and_tried_again_when_what_it_lacked_comes(watched):
    (watched.folder / "photos/dawn.jpg").rename(watched.folder.parent / "dawn.jpg")
    watched.write("1.md", 1)
    watched.start()
    watched.until(lambda: "was not made" in watched.said())
    watched.write("2.txt", 2).write_text(SMALL.split("![", maxsplit=1)[0].format(number=2), "utf8")
    watched.until(lambda: watched.made("2.pdf") == 1)
    shutil.copy(watched.folder.parent / "dawn.jpg", watched.folder / "photos/dawn.jpg")
    watched.until(lambda: watched.made("1.pdf") == 1)
    assert watched.stop() == 0
    # once as it came, and once more when something came beside it
    assert watched.said().count("was not made") <= 2
