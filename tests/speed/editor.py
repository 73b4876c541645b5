"""How long the editor waits: key press to repainted page, a step of a dragged photo, scrolling, start to the first page.

    python tests/speed/editor.py [--manuscript ../shared/manuscripts/jiading-2023-12.md] [--copies 1,10] [--acts 200]

Drives the real view without a screen (QT_QPA_PLATFORM=offscreen unless set). Each act is timed from the event to the end of the paint that shows
it, composition on its thread included. Medians and 99th percentiles in milliseconds; a long issue is the same one repeated. A test is
nowhere here: figures depend on the machine.
"""

from __future__ import annotations

import argparse
import gc
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))
SAMPLE = ROOT / "resources/sample/issue.md"
SHARED = ROOT.parent / "shared/manuscripts/jiading-2023-12.md"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--manuscript", type=Path, default=SHARED if SHARED.exists() else SAMPLE)
    parser.add_argument("--copies", default="1,10")
    parser.add_argument("--acts", type=int, default=200)
    options = parser.parse_args()
    os.environ["XDG_DATA_HOME"] = tempfile.mkdtemp(prefix="banxin-speed-")  # nobody's own journals and photos
    start(options.manuscript)
    gc.disable()  # as the program does: cycles are swept in the GUI thread, when nobody types
    medians: dict[str, list[float]] = {}
    for copies in map(int, options.copies.split(",")):
        for name, median in Bench(options.manuscript, copies, options.acts).run().items():
            medians.setdefault(name, []).append(median)
    if "," in options.copies:
        print("\nlongest issue beside the shortest: " + ", ".join(f"{name} {found[-1] / found[0]:.2f}" for name, found in medians.items()))


def start(manuscript: Path) -> None:
    """Start the program with a file, until the first page has been painted."""
    code = """
import sys
sys.path.insert(0, sys.argv[1])
sys.dont_write_bytecode = False
from desktop.application import run
from desktop.canvas.view import PageView
paint = PageView.paintEvent
def painted(view, event):
    paint(view, event)
    if view.pages:
        print("painted", flush=True)
PageView.paintEvent = painted
run([sys.argv[2]])
"""
    found: list[float] = []
    for _ in range(6):
        before = time.perf_counter()
        with subprocess.Popen([sys.executable, "-c", code, str(ROOT), str(manuscript)], stdout=subprocess.PIPE, text=True) as child:
            assert child.stdout is not None
            child.stdout.readline()
            found.append(time.perf_counter() - before)
            child.kill()
    print(f"start to first page: median {statistics.median(found[1:]) * 1000:.0f} ms")


class Bench:
    """One issue in a view."""

    def __init__(self, manuscript: Path, copies: int, acts: int) -> None:
        from msgspec.structs import replace
        from PySide6.QtWidgets import QApplication

        from desktop.canvas.view import PageView
        from desktop.session import Session
        from fonts.catalogue import Catalogue
        from layouts.house.load import open_settings
        from layouts.manuscript import read_manuscript

        self.app = QApplication.instance() or QApplication([])
        self.acts = acts
        issue, _ = read_manuscript(manuscript, open_settings=lambda name, source: open_settings(name, source, folder=manuscript.parent))
        issue = replace(issue, sections=issue.sections * copies)
        self.session = Session(Catalogue())
        self.view = PageView(self.session)
        self.view.resize(1100, 820)
        self.view.show()
        self.session.open(issue, manuscript)
        self.session.settle()
        self.app.processEvents()
        pages = len(self.session.edition.pages) if self.session.edition else 0
        print(f"\n{pages} pages, {copies} copies of {manuscript.name}")

    def run(self) -> dict[str, float]:
        found = {
            name: self._report(name, act)
            for name, act in (("key press", self._key), ("photo drag step", self._drag), ("scroll", self._scroll))
        }
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"  peak memory {peak:.0f} MiB")
        self.session.stop()
        return found

    def _report(self, name: str, act: Callable[[], list[float]]) -> float:
        times = sorted(act())
        median, p99 = statistics.median(times) * 1000, times[min(len(times) - 1, int(len(times) * 0.99))] * 1000
        print(f"  {name:16} median {median:6.1f} ms   p99 {p99:6.1f} ms   of {len(times)}")
        return median

    def _until_painted(self, act: Callable[[], None]) -> float:
        before = time.perf_counter()
        act()
        while not self.session.is_current:
            self.app.processEvents()
        self.app.processEvents()
        return time.perf_counter() - before

    def _key(self) -> list[float]:
        from desktop.selection import Spot, of_text
        from layouts.issue.article import Paragraph
        from layouts.issue.places import articles

        assert self.session.issue is not None
        place = next(
            place._replace(block=k)
            for place, article in articles(self.session.issue)
            for k, block in enumerate(article.blocks)
            if isinstance(block, Paragraph) and len(block.text.string) > 120
        )
        self.view.go_to_place(place)
        self.session.select(of_text(Spot(place, 40)))
        self.view.setFocus()
        self.app.processEvents()
        letters = "字的改革发展，稳定社会。"
        return [self._until_painted(lambda k=k: self._type(letters[k % len(letters)])) for k in range(self.acts)]

    def _type(self, letter: str) -> None:
        from PySide6.QtCore import QEvent, Qt
        from PySide6.QtGui import QKeyEvent

        self.app.sendEvent(self.view, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter))

    def _drag(self) -> list[float]:
        from PySide6.QtCore import QEvent, QPointF, Qt
        from PySide6.QtGui import QMouseEvent

        assert self.session.edition is not None
        page, picture = next((k, page.pictures[0]) for k, page in enumerate(self.session.edition.pages) if page.pictures)
        self.view.go_to_page(page)
        self.app.processEvents()
        shown = self.view.shown(page)
        begin = QPointF(shown.x(picture.x + picture.width / 2), shown.y(picture.y + picture.height / 2))
        target = self.view.viewport()

        def mouse(kind: QEvent.Type, at: QPointF, button: Qt.MouseButton) -> None:
            held = Qt.MouseButton.LeftButton
            glob = QPointF(target.mapToGlobal(at.toPoint()))
            self.app.sendEvent(target, QMouseEvent(kind, at, glob, button, held, Qt.KeyboardModifier.NoModifier))

        mouse(QEvent.Type.MouseButtonPress, begin, Qt.MouseButton.LeftButton)
        steps = [QPointF(begin.x() - 3 * (k % 60), begin.y() + 6 * (k % 50)) for k in range(1, self.acts + 1)]
        times = [self._until_painted(lambda at=at: mouse(QEvent.Type.MouseMove, at, Qt.MouseButton.NoButton)) for at in steps]
        mouse(QEvent.Type.MouseButtonRelease, steps[-1], Qt.MouseButton.LeftButton)
        self._until_painted(lambda: None)
        return times

    def _scroll(self) -> list[float]:
        bar = self.view.verticalScrollBar()
        for value in range(0, min(bar.maximum(), 4000), 200):  # once over, so that the pages are cached
            bar.setValue(value)
            self.app.processEvents()
        values = [40 * (k % 60) for k in range(self.acts)]
        return [self._until_painted(lambda value=value: bar.setValue(value)) for value in values]


if __name__ == "__main__":
    main()
