"""The command line as a user runs it."""

from __future__ import annotations

import datetime
import gc
import io
import os
import shutil
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

import pytest

from layouts.cli import main

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Ran:
    """What a call gave back."""

    code: int
    out: str
    err: str


def banxin(*arguments: str | Path, cwd: Path = ROOT) -> Ran:
    """`python main.py …` in a process of its own."""
    command = [sys.executable, str(ROOT / "main.py"), *map(str, arguments)]
    screens = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")  # no window comes up in a test
    around = {name: value for name, value in os.environ.items() if name not in screens}
    done = subprocess.run(
        command, cwd=cwd, env=around, capture_output=True, timeout=120, check=False
    )
    return Ran(done.returncode, done.stdout.decode("utf8"), done.stderr.decode("utf8"))


def answered(*arguments: str | Path) -> Ran:
    """The same in this process, in a tenth of the time: for what a verb says and leaves, not for
    how its process starts and ends.
    """
    out, err = (io.TextIOWrapper(io.BytesIO(), "utf8") for _ in range(2))
    sweeps = gc.isenabled()
    try:
        with redirect_stdout(out), redirect_stderr(err):
            code = main([*map(str, arguments)], datetime.date.today)
    except SystemExit as left:  # of a call that cannot be parsed
        code = int(left.code or 0)
    finally:
        if sweeps:
            gc.enable()
    return Ran(code, *(written(stream) for stream in (out, err)))


def written(stream: io.TextIOWrapper) -> str:
    stream.flush()
    return stream.detach().getvalue().decode("utf8")


def tool(name: str) -> str:
    """A command of poppler-utils or qpdf; the test is skipped where it is not installed."""
    found = shutil.which(name)
    if not found:
        pytest.skip(f"{name} is not installed (Debian: poppler-utils, qpdf)")
    return found


def pdf_text(path: Path) -> str:
    """What `pdftotext -raw` reads, white space aside."""
    done = subprocess.run(
        [tool("pdftotext"), "-raw", str(path), "-"], capture_output=True, check=True
    )
    return "".join(done.stdout.decode("utf8").split())


SMALL = """---
publication: 试刊
issue: 7
total: 21
date: 2026-11-20
issuer: 编辑部
layout: jianbao-a4
---

## 【要闻】

### 第一篇稿件的题目

12 月 22 日，全区大会在会议中心召开，会议强调要坚持“稳中求进”，抓好落实。

【供稿：办公室 张三】
"""
