"""What keeping an issue safe costs the editor: 40 pages with 40 photos of 5 MB by default, in the
real window.

    python tests/speed/keeping.py [--photos 40] [--megabytes 5] [--acts 60]

Key presses while nothing is saved, and while the package is being saved; the package opened to its
first page by the real program; bytes the journal writes for a key press. Times of the clock, and of
the processor, which says more where others are at work. No test: figures depend on the machine.
"""

from __future__ import annotations

import argparse
import gc
import itertools
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "speed")]

START = """
import resource, sys, time
sys.path.insert(0, sys.argv[1])
from desktop.application import run
from desktop.canvas.view import PageView
paint = PageView.paintEvent
def painted(view, event):
    paint(view, event)
    if view.pages:
        used = resource.getrusage(resource.RUSAGE_SELF)
        print(used.ru_utime + used.ru_stime, flush=True)
PageView.paintEvent = painted
run([sys.argv[2]])
"""


class Press(NamedTuple):
    """One key press, in seconds: until the event was dealt with, until it was seen, and the
    processor time of the GUI thread for both.
    """

    handled: float
    seen: float
    used: float


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--photos", type=int, default=40)
    parser.add_argument("--megabytes", type=float, default=5)
    parser.add_argument("--acts", type=int, default=60)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=Path.home()) as name:  # a disk: /tmp may be memory
        home = Path(name)
        for variable in ("XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME"):
            os.environ[variable] = str(home / "user")
        path = home / "issue.banxin"
        make(path, home, options.photos, int(options.megabytes * 1_000_000))
        print(f"package of {path.stat().st_size / 1e6:.0f} MB")
        start("unpacked", path)
        start("photos in the data folder already", path)
        Bench(path, home / "bench", options.acts).run()


def make(path: Path, home: Path, count: int, size: int) -> None:
    """The package, in a process of its own: what making it took is not ours."""
    code = (
        "import sys; sys.path[:0] = sys.argv[1:3]; from pathlib import Path; from store import long_issue, save_document;"
        "home = Path(sys.argv[3]); save_document(long_issue(home / 'm', int(sys.argv[5]), int(sys.argv[6])), Path(sys.argv[4]), home / 'c')"
    )
    arguments = [
        str(ROOT),
        str(ROOT / "tests" / "speed"),
        str(home),
        str(path),
        str(count),
        str(size),
    ]
    subprocess.run([sys.executable, "-c", code, *arguments], check=True)


def start(name: str, path: Path) -> None:
    """Start the program with the package, until the first page has been painted."""
    before = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-c", START, str(ROOT), str(path)], stdout=subprocess.PIPE, text=True
    ) as child:
        assert child.stdout is not None
        used = float(child.stdout.readline())
        took = time.perf_counter() - before
        child.kill()
    print(
        f"started and opened to the first page, {name}: {took:.2f} s, {used:.2f} s of the processor"
    )


class Bench:
    """The package in the real window."""

    def __init__(self, path: Path, data: Path, acts: int) -> None:
        from PySide6.QtWidgets import QApplication

        from desktop.session import Session
        from desktop.window import MainWindow
        from fonts.catalogue import Catalogue

        gc.disable()  # as the program does
        self.app = QApplication.instance() or QApplication([])
        self.acts = acts
        self.window = MainWindow(Session(Catalogue()), data=data)
        self.window.resize(1400, 900)
        self.window.show()
        self.session = self.window.session
        self.window.files.open_path(path)
        self.until(lambda: self.session.issue is not None and self.session.is_current)
        edition = self.session.edition
        print(f"{len(edition.pages) if edition else 0} pages")

    def until(self, holds) -> None:
        while not holds():
            self.app.processEvents()
            time.sleep(0.001)

    def run(self) -> None:
        self.caret()
        report("key press, nothing saved", [self.press() for _ in range(self.acts)])
        during: list[Press] = []
        saves: list[float] = []
        used = time.process_time()
        while len(during) < self.acts:
            before = time.perf_counter()
            self.window.files.save()
            while self.window.files.saving.is_running:
                during.append(self.press())
            saves.append(time.perf_counter() - before)
            self.until(lambda: not self.window.autosave.tasks.is_busy)
        report("key press while it is saved", during)
        print(
            f"saves: median {statistics.median(saves):.2f} s of {len(saves)}; {time.process_time() - used:.1f} s of the processor for all of it"
        )
        self.journal()
        print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB")
        self.session.stack.setClean()
        self.window.close()

    def journal(self) -> None:
        journal, folder = self.window.autosave._journal, self.window.autosave.folders.journals
        assert journal is not None
        sizes = []
        for _ in range(20):
            self.press()
            journal.flush()
            sizes.append(sum(path.stat().st_size for path in folder.glob("*.journal")))
        each = statistics.median(after - before for before, after in itertools.pairwise(sizes))
        print(f"journal: {sizes[0] / 1000:.0f} kB at the first edit, {each} bytes a key press")

    def caret(self) -> None:
        from desktop.selection import TextPosition, of_text
        from layouts.issue.article import Paragraph
        from layouts.issue.places import articles

        assert self.session.issue is not None
        place = next(
            place._replace(block=k)
            for place, article in articles(self.session.issue)
            for k, block in enumerate(article.blocks)
            if isinstance(block, Paragraph) and len(block.text.string) > 120
        )
        self.window.viewing.edit(of_text(TextPosition(place, 40)))
        self.app.processEvents()

    def press(self) -> Press:
        from PySide6.QtCore import QEvent, Qt
        from PySide6.QtGui import QKeyEvent

        begun, used = time.perf_counter(), time.thread_time()
        self.app.sendEvent(
            self.window.view,
            QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, "字"),
        )
        handled = time.perf_counter() - begun
        while not self.session.is_current:
            self.app.processEvents()
        self.app.processEvents()
        return Press(handled, time.perf_counter() - begun, time.thread_time() - used)


def report(name: str, presses: list[Press]) -> None:
    for part, values in zip(
        ("handled", "seen", "processor"), zip(*presses, strict=True), strict=True
    ):
        ordered = sorted(values)
        median, p95 = statistics.median(ordered) * 1000, ordered[int(len(ordered) * 0.95)] * 1000
        print(
            f"  {name}, {part}: median {median:.1f} ms, 95 % {p95:.1f} ms, longest {ordered[-1] * 1000:.1f} ms of {len(ordered)}"
        )


if __name__ == "__main__":
    main()
