"""The wheel: what lies in it, what it puts on the path, and that it is the same however often it is
made.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from email.parser import HeaderParser
from pathlib import Path
from zipfile import ZipFile

import pytest
from building import built

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "resources/sample/issue.md"


@pytest.fixture
def call(site, tmp_path):
    """Run a script that the wheel installs, from a folder of one's own, without a screen."""

    def script(name: str, *arguments: str, **around: str) -> subprocess.CompletedProcess[str]:
        (program,) = (site / "bin").glob(f"{name}*") if name != "banxin" else (site / "bin/banxin",)
        screens = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
        environment = {name: value for name, value in os.environ.items() if name not in screens}
        environment |= {"PYTHONPATH": str(site), "PYTHONUTF8": "1", **around}
        command = [str(program), *arguments]
        return subprocess.run(
            command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
        )

    return script


def test_it_is_the_same_however_often_it_is_made(wheel, tmp_path):
    assert built(tmp_path).read_bytes() == wheel.read_bytes()


def test_whoever_checks_types_finds_ours(wheel):
    assert "banxin/py.typed" in ZipFile(wheel).namelist()


def test_tools_of_the_developers_and_tests_stay_out(wheel):
    names = ZipFile(wheel).namelist()
    tools = re.compile(r"(^|/)(build_|make_|update\.py|packaging/|tests/|conftest|__pycache__)")
    assert [name for name in names if tools.search(name)] == []


def test_every_licence_goes_where_the_window_looks_for_it(wheel):
    names = ZipFile(wheel).namelist()
    ours = [
        path.relative_to(ROOT).as_posix()
        for folder in ("fonts", "resources")
        for path in (ROOT / folder).rglob("LICENSE-*.txt")
    ]
    assert len(ours) > 5
    assert [name for name in ("LICENSE", "NOTICE", *ours) if f"banxin/{name}" not in names] == []


def test_the_version_is_one_and_the_same(wheel, call):
    (metadata,) = (name for name in ZipFile(wheel).namelist() if name.endswith("/METADATA"))
    told = HeaderParser().parsestr(ZipFile(wheel).read(metadata).decode("utf8"))["Version"]
    assert wheel.name.split("-")[1] == told
    done = call("banxin", "--version")
    assert (done.returncode, done.stdout) == (0, f"banxin {told}\n")


def test_the_command_exports_what_the_repository_does(call, tmp_path):
    done = call("banxin", "export", str(SAMPLE), "-o", "installed.pdf")
    assert done.returncode == 0, done.stderr
    here = [sys.executable, "main.py", "export", SAMPLE, "-o", tmp_path / "here.pdf"]
    subprocess.run(here, cwd=ROOT, check=True)
    assert (tmp_path / "installed.pdf").read_bytes() == (tmp_path / "here.pdf").read_bytes()


def test_wrong_use_is_told_by_the_name_it_was_called(call):
    done = call("banxin", "exprot")
    assert done.returncode == 2
    assert done.stderr.startswith("usage: banxin ")


def test_the_window_without_a_screen_is_a_sentence(call):
    done = call("banxin-window", str(SAMPLE))
    assert done.returncode == 2
    assert "没有显示屏" in done.stderr
    assert "Traceback" not in done.stderr
