"""Smoke test of an installed program, on any system; a run of its own, not collected by pytest.

    python tests/packaging/smoke.py PROGRAM WINDOW [--root ROOT] [--pictures FOLDER]

PROGRAM and WINDOW are `banxin` and `banxin-window` as they were installed. This checkout, in a
Python that has what it needs, is what the export is compared with. With --root the program lies in
another root of the system (Linux) and is run there.

It exports the sample for screen and print to the bytes that the checkout makes, opens the window and
reads its licences, opens a .banxin as a double click does, and finds a face of the system.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "resources/sample"
PRESETS = ((), ("--preset", "print"))
PATIENCE = 90
"""Seconds until a window must have opened what it was given."""

LICENCES = (
    "Apache License",
    "SIL OPEN FONT LICENSE",
    "GNU LESSER GENERAL PUBLIC LICENSE",
    "https://download.qt.io",
    "PYTHON SOFTWARE FOUNDATION LICENSE",
)


class Place:
    """Where the program lies: this system, or another root of it; a folder there to work in."""

    def __init__(self, root: Path | None) -> None:
        self._root = root
        within = None if root is None else root / "tmp"
        self.folder = Path(tempfile.mkdtemp(prefix="banxin-smoke-", dir=within))
        shutil.copytree(SAMPLE, self.folder / "sample")
        names = ("PYTHONPATH", "PYTHONHOME", "BANXIN_FACES", "SOURCE_DATE_EPOCH")
        self._around = {name: value for name, value in os.environ.items() if name not in names}
        if root is not None:
            home = self.inside(self.folder)
            self._around |= {"HOME": home, "PATH": "/usr/sbin:/usr/bin:/sbin:/bin"}
            for name in [name for name in self._around if name.startswith("XDG_")]:
                del self._around[name]

    def inside(self, path: Path) -> str:
        """What a path is called there."""
        return str(path) if self._root is None else f"/{path.relative_to(self._root)}"

    def start(self, *command: str | Path) -> subprocess.Popen[str]:
        """Start a program there; paths of its folder are called as they are there."""
        before = [] if self._root is None else ["chroot", str(self._root)]
        said = [self.inside(word) if isinstance(word, Path) else word for word in command]
        return subprocess.Popen(
            [*before, *said], env=self._around, text=True, encoding="utf8",
            stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )  # fmt: skip

    def run(self, *command: str | Path) -> str:
        """Run a program there; what it prints. CalledProcessError where it fails."""
        child = self.start(*command)
        out, err = child.communicate(timeout=PATIENCE * 2)
        if child.returncode:
            raise SystemExit(f"{command} ended with {child.returncode}: {out}{err}")
        return out


def test_export(place: Place, program: str) -> str:
    """The sample, for screen and for print, to the bytes of this checkout."""
    for number, preset in enumerate(PRESETS):
        there, here = (place.folder / f"{name}{number}.pdf" for name in ("installed", "source"))
        place.run(program, "export", place.folder / "sample/issue.md", "-o", there, *preset)
        source = [sys.executable, str(ROOT / "main.py"), "export", str(SAMPLE / "issue.md")]
        subprocess.run([*source, "-o", str(here), *preset], check=True)
        must(there.read_bytes() == here.read_bytes(), f"export {preset} writes other bytes")
    return f"{len(PRESETS)} exports equal"


def test_window(place: Place, window: str, pictures: Path | None) -> str:
    """The window opens the sample and shows the licences of all that is in the program."""
    report = place.folder / "report.json"
    begun = time.time()
    option = f"--self-check={place.inside(report)}"
    place.run(window, option, place.folder / "sample/issue.md")
    found = json.loads(report.read_text("utf8"))
    must(found["visible"] and found["pages"] == 6, f"no six pages: {found['pages']}")
    missing = [words for words in LICENCES if words not in found["licences"]]
    must(not missing, f"About does not show {missing}")
    must(found["chinese"], "no family of the system for Chinese menus")
    if pictures is not None:
        pictures.mkdir(parents=True, exist_ok=True)
        for name in ("report.window.png", "report.about.png"):
            shutil.copy(place.folder / name, pictures / name)
    return f"version {found['version']}, first page after {found['first_page'] - begun:.1f} s"


def test_double_click(place: Place, program: str) -> str:
    """The desktop opens a .banxin in a window: its lock beside it says in which process."""
    issue = place.folder / "double click.banxin"
    place.run(program, "convert", place.folder / "sample/issue.md", "-o", issue)
    lock = issue.with_name(f"~${issue.name}.lock")
    opened = open_as_desktop(place, issue)
    until(lock.exists, f"nothing opened {issue.name}")
    time.sleep(1)  # the lock is written whole
    holder = json.loads(lock.read_text("utf8"))
    end(holder["process"])
    until(lambda: not lock.exists(), "the window does not end")
    if opened is not None:
        opened.wait(PATIENCE)
    return "opened and closed"


def end(process: int) -> None:
    """Have a window end as the end of a session does: it gives its lock back."""
    if sys.platform == "win32":  # where a signal would leave it no time
        subprocess.run(["taskkill", "/PID", str(process)], check=True)
    else:
        os.kill(process, signal.SIGTERM)


def open_as_desktop(place: Place, path: Path) -> subprocess.Popen[str] | None:
    """What a double click comes to."""
    if sys.platform == "win32":
        os.startfile(path)
        return None
    if sys.platform == "darwin":
        return place.start("open", path)
    kind = place.run("gio", "info", "--attributes=standard::content-type", path)
    must("application/vnd.banxin+zip" in kind, f"the desktop takes it for {kind}")
    return place.start("gio", "open", path)


def test_faces(place: Place, program: str) -> str:
    """A face of the system is found, to be named in a layout."""
    found = json.loads(place.run(program, "faces", "--json"))["faces"]
    must(found, "no face of the system is found")
    return f"{len(found)} faces"


def must(holds: object, sentence: str) -> None:
    """End with a sentence where something does not hold."""
    if not holds:
        raise SystemExit(sentence)


def until(there: Callable[[], bool], sentence: str) -> None:
    """Wait until something is there; end with a sentence where it never is."""
    last = time.monotonic() + PATIENCE
    while not there():
        must(time.monotonic() < last, sentence)
        time.sleep(0.2)


def smoke(program: str, window: str, root: Path | None, pictures: Path | None) -> None:
    """All four, each with a line of what came of it."""
    place = Place(root)
    acts: Sequence[tuple[str, Callable[[], str]]] = (
        ("export", lambda: test_export(place, program)),
        ("window", lambda: test_window(place, window, pictures)),
        ("double click", lambda: test_double_click(place, program)),
        ("faces", lambda: test_faces(place, program)),
    )
    try:
        for name, act in acts:
            print(f"{name}: {act()}", flush=True)
    finally:
        shutil.rmtree(place.folder, ignore_errors=True)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="smoke test of an installed program")
    parser.add_argument("program")
    parser.add_argument("window")
    parser.add_argument("--root", type=Path)
    parser.add_argument("--pictures", type=Path)
    options = parser.parse_args()
    smoke(options.program, options.window, options.root, options.pictures)
