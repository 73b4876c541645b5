"""A verb that is ended or killed leaves no photos among the temporary files: what a signal ends
tidies up, the rest is swept at the next start.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from running import ROOT, banxin

from layouts.store.temporary import sweep_temporary

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows ends a process without asking it")

SAMPLE = ROOT / "resources/sample/issue.md"
NAME = f"{'ab' * 32}.jpg"


@pytest.fixture(scope="module")
def package(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("package") / "a.banxin"
    assert banxin("convert", SAMPLE, "-o", path).code == 0
    return path


@pytest.fixture
def temporary(tmp_path, monkeypatch) -> Path:
    """The folder of temporary files, for verbs and for this process."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    return folder


def begun(package: Path, temporary: Path, output: Path) -> subprocess.Popen[bytes]:
    """An export that has photos of the package in a temporary folder and is not done."""
    process = subprocess.Popen(
        [sys.executable, ROOT / "main.py", "export", package, "-o", output],
        stderr=subprocess.DEVNULL,
    )
    end = time.monotonic() + 30
    while (
        not list(temporary.glob("banxin-*/photos/*.jpg"))
        and process.poll() is None
        and time.monotonic() < end
    ):
        time.sleep(0.001)
    return process


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_an_export_that_a_signal_ends_leaves_nothing(package, temporary, tmp_path, name):
    home = tmp_path / "home"
    home.mkdir()
    process = begun(package, temporary, home / "a.pdf")
    process.send_signal(getattr(signal, name))
    status = process.wait(30)
    assert status in (0, -getattr(signal, name), 130)
    assert list(temporary.iterdir()) == []
    assert [path.name for path in home.iterdir()] == (["a.pdf"] if status == 0 else [])


@pytest.mark.parametrize("verb", ["check", "export"])
def test_what_a_killed_export_left_is_swept_by_the_next_verb(package, temporary, tmp_path, verb):
    process = begun(package, temporary, tmp_path / "a.pdf")
    process.kill()
    process.wait(30)
    more = ["-o", tmp_path / "b.pdf"] if verb == "export" else []
    deadline = time.monotonic() + 20
    while True:  # its helpers end when they notice
        assert banxin(verb, SAMPLE, *more).code == 0
        if not list(temporary.iterdir()) or time.monotonic() > deadline:
            break
    assert list(temporary.iterdir()) == []


def test_an_export_that_runs_is_left_alone(package, temporary, tmp_path):
    process = begun(package, temporary, tmp_path / "a.pdf")
    sweep_temporary()
    assert process.wait(60) == 0
    assert (tmp_path / "a.pdf").is_file()


def folder(place: Path, name: str, *files: str) -> Path:
    made = place / name
    for file in files:
        (made / file).parent.mkdir(parents=True, exist_ok=True)
        (made / file).touch()
    return made


def test_what_an_earlier_program_left_goes_after_a_day(temporary):
    old = folder(temporary, "banxin-abcd_123", f"photos/{NAME}")
    new = folder(temporary, "banxin-abcd_124", f"photos/{NAME}")
    os.utime(old, (0, 0))
    sweep_temporary()
    assert not old.exists()
    assert new.exists()


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("banxin-mine", f"photos/{NAME}"),
        ("banxin-abcd_123", "稿件.md"),
        ("banxin-abcd_123", "photos/现场.jpg"),
        ("other-abcd_123", NAME),
    ],
)
def test_nothing_goes_that_is_not_as_we_make_it(temporary, name, file):
    theirs = folder(temporary, name, file)
    os.utime(theirs, (0, 0))
    sweep_temporary()
    assert (theirs / file).exists()


def test_a_link_is_not_followed(temporary, tmp_path):
    theirs = folder(tmp_path, "theirs", f"photos/{NAME}")
    os.utime(theirs, (0, 0))
    (temporary / "banxin-abcd_123").symlink_to(theirs)
    sweep_temporary()
    assert (theirs / f"photos/{NAME}").exists()
