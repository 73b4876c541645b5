"""Installs the package of this system and has smoke.py try it; a run of its own, for a machine that
may be changed.

    python tests/packaging/installed.py DIST [--pictures FOLDER]

DIST is where resources/packaging/build.py put it. Linux: the .deb, on a screen of its own (Xvfb);
Windows: the installer, silently, and off again; macOS: the disk image into /Applications.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from smoke import must, smoke

PATIENCE = 60
"""Seconds that an uninstaller of Windows may take, which goes on behind the one that was started."""


def main() -> None:
    """Install, try, take off."""
    parser = argparse.ArgumentParser(description="the package of this system, installed and tried")
    parser.add_argument("dist", type=Path)
    parser.add_argument("--pictures", type=Path)
    options = parser.parse_args()
    ways: dict[str, Callable[[Path, Path | None], None]] = {
        "linux": on_linux,
        "win32": on_windows,
        "darwin": on_macos,
    }
    ways[sys.platform](options.dist.resolve(), options.pictures)


def on_linux(dist: Path, pictures: Path | None) -> None:
    """Debian or Ubuntu."""
    root = () if os.geteuid() == 0 else ("sudo",)
    apt = (*root, "apt-get", "-y", "-q")
    run(*apt, "install", "--no-install-recommends", str(one(dist, "*.deb")))
    with screen():
        smoke("banxin", "banxin-window", None, pictures)
    run(*apt, "remove", "banxin")
    must(not shutil.which("banxin", path="/usr/bin"), "the package does not go")


def on_windows(dist: Path, pictures: Path | None) -> None:
    """The installer, as `/S` has it: without a question."""
    run(str(one(dist, "*.exe")), "/S")
    folder = Path(os.environ["LOCALAPPDATA"]) / "Programs/Banxin"
    smoke(str(folder / "banxin.exe"), str(folder / "banxin-window.exe"), None, pictures)
    run(str(folder / "uninstall.exe"), "/S")
    last = time.monotonic() + PATIENCE
    while folder.exists():
        must(time.monotonic() < last, f"left after removal: {[*folder.rglob('*')][:5]}")
        time.sleep(0.5)


def on_macos(dist: Path, pictures: Path | None) -> None:
    """The disk image, its program dragged to where programs go."""
    volume = Path("/Volumes/Banxin")
    run("hdiutil", "attach", "-nobrowse", "-mountpoint", str(volume), str(one(dist, "*.dmg")))
    application = Path("/Applications/Banxin.app")
    try:
        run("ditto", str(volume / "Banxin.app"), str(application))
    finally:
        run("hdiutil", "detach", str(volume))
    services = (
        "/System/Library/Frameworks/CoreServices.framework/Frameworks/"
        "LaunchServices.framework/Support/lsregister"
    )
    run(services, "-f", str(application))
    program = application / "Contents/MacOS/banxin"
    with tempfile.TemporaryDirectory() as folder:
        window = Path(folder) / "banxin-window"  # what it is called says what it does
        window.symlink_to(program)
        smoke(str(program), str(window), None, pictures)


@contextmanager
def screen(number: str = ":93") -> Iterator[None]:
    """A screen for windows, where the machine has none."""
    server = subprocess.Popen(["Xvfb", number, "-screen", "0", "1440x900x24"])
    os.environ |= {"DISPLAY": number, "LANG": "C.UTF-8", "LANGUAGE": "zh_CN"}
    try:
        yield
    finally:
        server.terminate()
        server.wait()


def one(folder: Path, pattern: str) -> Path:
    """The one package of this kind."""
    found = [*folder.glob(pattern)]
    must(len(found) == 1, f"not one {pattern} in {folder}: {found}")
    return found[0]


def run(*command: str) -> None:
    """Run a program of the system; CalledProcessError where it fails."""
    subprocess.run(command, check=True)


if __name__ == "__main__":
    main()
