"""The frozen program: a folder that needs no Python, out of the wheel, by PyInstaller."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from choosing import ICONS
from PIL import Image

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).parent
ICON = ROOT / "resources/icons/banxin-512.png"


def freeze(work: Path) -> Path:
    """Make the folder below `work`; what was there of an earlier build is replaced.

    CalledProcessError, its reason printed, where a tool fails.
    """
    site = work / "site"
    shutil.rmtree(site, ignore_errors=True)
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", "install"]
    _run(*pip, "--no-deps", "--no-build-isolation", "--target", str(site), str(ROOT))
    (work / "banxin").mkdir(parents=True, exist_ok=True)
    if sys.platform in ICONS:
        Image.open(ICON).save(work / "banxin" / ICONS[sys.platform])
    around = {**os.environ, "PYTHONPATH": str(site)}
    built = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level=WARN"]
    _run(
        *built,
        "--distpath",
        str(work / "frozen"),
        "--workpath",
        str(work),
        str(HERE / "banxin.spec"),
        around=around,
    )
    folder = work / "frozen/banxin"
    if sys.platform != "win32":
        (folder / "banxin-window").symlink_to("banxin")
    if sys.platform == "linux":
        for library in (folder / "_internal").glob("libpython*"):
            _run("strip", "--strip-debug", str(library))
    return folder


def _run(*command: str, around: dict[str, str] | None = None) -> None:
    subprocess.run(command, check=True, env=around)
