"""An installed wheel beside another project: a folder of both, as `site-packages` has them, with
nothing of this repository in the way.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from building import PIP, ROOT, built

THEIRS = """
from pathlib import Path
import banxin

LAYOUT = Path(__file__).with_name("narrow.toml")

def read(path):
    title, _, text = path.read_text("utf8").partition("\\n")
    return banxin.read(_manuscript(path, title, text))

def _manuscript(path, title, text):
    made = path.with_suffix(".md")
    made.write_text(f"---\\npublication: {title}\\nissue: 1\\ndate: 2026-11-20\\n---\\n\\n### 题\\n\\n{text}", "utf8")
    return made

def write(composed, path):
    path.write_text("\\n".join(line.text for page in composed.pages for line in page.lines), "utf8")

def check(issue, edition):
    yield banxin.Finding("warning", "too-short", "太短", "too short")
"""
POINTS = """
[banxin.readers]
notes = theirs:read
[banxin.writers]
lines = theirs:write
[banxin.layouts]
narrow = theirs:LAYOUT
broken = theirs:NOT_THERE
[banxin.checks]
short = theirs:check
"""


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="session")
def site(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel installed, a project called `fonts`, and a package that adds to
    Banxin.
    """
    folder = tmp_path_factory.mktemp("site")
    packages = folder / "packages"
    subprocess.run([*PIP, "install", "--no-deps", "--target", packages, wheel], check=True)
    (packages / "fonts").mkdir()
    (packages / "fonts" / "__init__.py").write_text("WHOSE = 'theirs'\n")
    (packages / "theirs.py").write_text(THEIRS, "utf8")
    (packages / "narrow.toml").write_bytes(
        (ROOT / "layouts/house/stock/jianbao-a4.toml").read_bytes()
    )
    info = packages / "theirs-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: theirs\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(POINTS)
    return packages


@pytest.fixture
def run(site: Path, tmp_path: Path):
    """Run Python with the installed packages only, in a folder of its own; what it prints."""

    def python(*arguments: str, code: int = 0) -> str:
        environment = {**os.environ, "PYTHONPATH": str(site), "PYTHONUTF8": "1"}
        done = subprocess.run(
            [sys.executable, *arguments],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == code, done.stdout + done.stderr
        return done.stdout + done.stderr

    return python
