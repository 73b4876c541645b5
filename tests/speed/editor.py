"""How long the editor waits: key press to repainted page, a step of a dragged photo or contour,
scrolling, start to the first page.

    python tests/speed/editor.py [--manuscript ../shared/manuscripts/jiading-2023-12.md] [--copies
    1,10] [--acts 200]

Drives the real window without a screen (QT_QPA_PLATFORM=offscreen unless set). Each act is timed
from the event to the end of the paint that shows it on all pages in view, composition on its thread
included; what is done for pages out of view comes after and is not in the figures. Medians and 99th
percentiles in milliseconds: on the clock, and of the processor, which other work on the machine
does not lengthen as much: of all threads, and of the one that paints. `settled` is the processor's
time until nothing is left to do. A long issue is the same one repeated. A test is nowhere here:
figures depend on the machine.
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
from typing import NamedTuple

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))
SAMPLE = ROOT / "resources/sample/issue.md"
SHARED = ROOT.parent / "shared/manuscripts/jiading-2023-12.md"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--manuscript", type=Path, default=SHARED if SHARED.exists() else SAMPLE)
    parser.add_argument("--copies", default="1,10")
    parser.add_argument("--acts", type=int, default=200)
    options = parser.parse_args()
    # nobody's own journals and photos
    os.environ["XDG_DATA_HOME"] = tempfile.mkdtemp(prefix="banxin-speed-")
    start(options.manuscript)
    gc.disable()  # as the program does: cycles are swept in the GUI thread, when nobody types
    medians: dict[str, list[float]] = {}
    for copies in map(int, options.copies.split(",")):
        for name, median in Bench(options.manuscript, copies, options.acts).run().items():
            medians.setdefault(name, []).append(median)
    if "," in options.copies:
        print(
            "\nlongest issue beside the shortest: "
            + ", ".join(f"{name} {found[-1] / found[0]:.2f}" for name, found in medians.items())
        )


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
        with subprocess.Popen(
            [sys.executable, "-c", code, str(ROOT), str(manuscript)],
            stdout=subprocess.PIPE,
            text=True,
        ) as child:
            assert child.stdout is not None
            child.stdout.readline()
            found.append(time.perf_counter() - before)
            child.kill()
    print(f"start to first page: median {statistics.median(found[1:]) * 1000:.0f} ms")


def yardstick() -> float:
    """What a fixed piece of work takes of the processor now, milliseconds: by it, figures of two
    runs can be compared.
    """
    before = time.thread_time()
    sum(divmod(k, 7)[1] for k in range(100_000))
    return (time.thread_time() - before) * 1000


class Times(NamedTuple):
    """What one act took, seconds: on the clock and of the processor until it was painted, and of
    the processor until all was done.
    """

    wall: float
    cpu: float
    gui: float
    settled: float


class Bench:
    """One issue in the window."""

    def __init__(self, manuscript: Path, copies: int, acts: int) -> None:
        from msgspec.structs import replace
        from PySide6.QtCore import QSettings
        from PySide6.QtWidgets import QApplication

        from desktop.session import Session
        from desktop.settings import Settings
        from desktop.theme import ui_font, use_appearance
        from desktop.window import MainWindow
        from fonts.catalogue import Catalogue
        from layouts.house.load import open_settings
        from layouts.manuscript import read_manuscript

        self.app = QApplication.instance() or QApplication([])
        self.app.setFont(ui_font())
        self.acts = acts
        issue, _ = read_manuscript(
            manuscript,
            open_settings=lambda name, source: open_settings(
                name, source, folder=manuscript.parent
            ),
        )
        issue = replace(issue, sections=issue.sections * copies)
        self.home = tempfile.TemporaryDirectory()
        os.environ["XDG_CACHE_HOME"] = self.home.name
        self.session = Session(Catalogue())
        self.seen = 0
        self.session._worker.composed.connect(self._see)
        store = QSettings(str(Path(self.home.name, "settings.ini")), QSettings.Format.IniFormat)
        self.window = MainWindow(self.session, Settings(store))
        use_appearance(self.app)
        self.window.resize(1600, 1000)
        self.window.show()
        self.view = self.window.view
        self.session.open(issue, manuscript)
        self.session.settle()
        self._rest(1.5)
        pages = len(self.session.edition.pages) if self.session.edition else 0
        print(f"\n{pages} pages, {copies} copies of {manuscript.name}")

    def run(self) -> dict[str, float]:
        found = {
            name: self._report(name, act)
            for name, act in (
                ("key press", self._key),
                ("photo drag step", self._drag),
                ("row drag step", self._drag_row),
                ("out of row step", self._drag_out_of_row),
                ("margin drag step", self._drag_margin),
                ("contour drag", self._drag_contour),
                ("scroll", self._scroll),
            )
        }
        print(f"  {'yardstick':16} cpu {yardstick():5.1f} ms")
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"  peak memory {peak:.0f} MiB")
        self.session.stack.setClean()
        self.session.close()
        self.window.close()
        return found

    def _report(self, name: str, act: Callable[[], list[Times]]) -> float:
        acts = act()
        print(f"  {name:16}", end="")
        for kind in Times._fields:
            times = sorted(getattr(one, kind) * 1000 for one in acts)
            p99 = times[min(len(times) - 1, int(len(times) * 0.99))]
            print(f" {kind} {statistics.median(times):5.1f} /{p99:6.1f}  ", end="")
        print(f" of {len(acts)}")
        return statistics.median(one.wall for one in acts) * 1000

    def _rest(self, seconds: float) -> None:
        """Let the window do what it does while nobody types."""
        end = time.perf_counter() + seconds
        while time.perf_counter() < end:
            self.app.processEvents()
            time.sleep(0.002)

    def _see(self, outcome) -> None:
        """The order whose pages came last, the first of them or whole."""
        self.seen = outcome.order.serial

    def _until_painted(self, act: Callable[[], None]) -> Times:
        from PySide6.QtCore import QEventLoop

        # as the program does: a loop that asked again and again would take turns with
        wait = QEventLoop.ProcessEventsFlag.WaitForMoreEvents
        # the thread that composes
        wall, cpu, gui = (time.perf_counter(), time.process_time(), time.thread_time())
        act()
        # a drag near the edge scrolls on by a timer: what that orders later are further steps
        wanted = self.session._ordered_serial
        while self.seen < wanted:
            self.app.processEvents(wait)
        self.app.processEvents()
        painted = time.perf_counter() - wall, time.process_time() - cpu, time.thread_time() - gui
        while not self.session.is_current:
            self.app.processEvents(wait)
        self.app.processEvents()
        return Times(*painted, time.process_time() - cpu)

    def _key(self) -> list[Times]:
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
        self.view.go_to_place(place)
        self.session.select(of_text(TextPosition(place, 40)))
        self.view.setFocus()
        self.app.processEvents()
        letters = "字的改革发展，稳定社会。"
        return [
            self._until_painted(lambda k=k: self._type(letters[k % len(letters)]))
            for k in range(self.acts)
        ]

    def _type(self, letter: str) -> None:
        from PySide6.QtCore import QEvent, Qt
        from PySide6.QtGui import QKeyEvent

        self.app.sendEvent(
            self.view, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
        )

    def _drag(self) -> list[Times]:
        assert self.session.edition is not None
        page, picture = next(
            (k, page.pictures[0])
            for k, page in enumerate(self.session.edition.pages)
            if page.pictures
        )
        return self._drag_picture(page, picture)

    def _drag_row(self) -> list[Times]:
        """Three photos side by side, dragged together."""
        return self._with_row(whole=True)

    def _drag_out_of_row(self) -> list[Times]:
        """One of three photos side by side, dragged out of their row and about."""
        return self._with_row(whole=False)

    def _with_row(self, *, whole: bool) -> list[Times]:
        from desktop.canvas.areas import drawn_photo
        from desktop.selection import of_photo
        from layouts.issue.edits import make_row, row_of
        from layouts.issue.photo import Photo
        from layouts.issue.places import articles

        issue = self.session.issue
        assert issue is not None
        places = [
            place._replace(block=k)
            for place, article in articles(issue)
            for k, block in enumerate(article.blocks)
            if isinstance(block, Photo)
        ]
        made = make_row(issue, places[:3])
        assert made.place is not None
        self.session.do("", made.issue)
        self.session.settle()
        self.app.processEvents()
        row = row_of(made.issue, made.place)
        self.session.select(of_photo(*row) if whole else of_photo(row[0]))
        found = drawn_photo(made.issue, self.view.pages, row[0])
        assert found is not None
        times = self._drag_picture(*found)
        self.session.stack.undo()
        self.session.stack.undo()
        self._until_painted(lambda: None)
        return times

    def _drag_picture(self, page, picture) -> list[Times]:
        from PySide6.QtCore import QPointF

        self.view.go_to_page(page)
        self.app.processEvents()
        shown = self.view.shown(page)
        begin = QPointF(
            shown.x(picture.x + picture.width / 2), shown.y(picture.y + picture.height / 2)
        )
        return self._dragged(
            begin,
            [
                QPointF(begin.x() - 3 * (k % 60), begin.y() + 6 * (k % 50))
                for k in range(1, self.acts + 1)
            ],
        )

    def _drag_margin(self) -> list[Times]:
        """The right edge of the type area, on a page in the middle of the issue: at each step
        another number of characters a line, so that all text is broken anew.
        """
        from PySide6.QtCore import QPointF

        from desktop.canvas.overlays import Overlay

        assert self.session.edition is not None
        assert self.session.layout is not None
        page = len(self.session.edition.pages) // 2
        self.view.set_overlay(Overlay.DESIGN, on=True)
        self.view.go_to_page(page)
        self._rest(0.5)
        grid, shown = self.session.layout.grid, self.view.shown(page)
        begin = QPointF(
            shown.x(grid.left + grid.area_width), shown.y(grid.top + grid.area_height / 2)
        )
        # out and in again, a character at a time: half of it at either side
        way = [*range(1, 5), *range(5, -8, -1), *range(-8, 1)]
        steps = [
            QPointF(begin.x() + way[k % len(way)] * grid.size / 2 * shown.scale, begin.y())
            for k in range(self.acts)
        ]
        times = self._dragged(begin, steps)
        self.view.set_overlay(Overlay.DESIGN, on=False)
        self.session.stack.undo()
        self._until_painted(lambda: None)
        return times

    def _drag_contour(self) -> list[Times]:
        """A corner of the outline that text runs round, of the first photo of the issue."""
        from PySide6.QtCore import QPointF

        from desktop.canvas.gestures.outline import OutlineMode, begin_outline
        from desktop.selection import of_photo
        from layouts.issue import edits
        from layouts.issue.photo import Photo, PhotoPoint, Side
        from layouts.issue.places import articles

        issue = self.session.issue
        place = next(
            place._replace(block=k)
            for place, article in articles(issue)
            for k, block in enumerate(article.blocks)
            if isinstance(block, Photo)
        )
        corners = [PhotoPoint(*at) for at in ((0.5, 0), (0.8, 0.3), (1, 1), (0, 1), (0.2, 0.3))]
        issue = edits.set_side(issue, place, Side.RIGHT).issue
        issue = edits.set_polygon(issue, place, corners).issue
        self.session.do("speed", issue, of_photo(place))
        self.session.settle()
        self.view.go_to_place(place)
        self._rest(0.5)
        assert begin_outline(self.view.context)
        mode = self.view.context.mouse.mode
        assert isinstance(mode, OutlineMode)
        begin = mode.handles()[4]
        steps = [
            QPointF(begin.x() + 3 * (k % 40) - 30, begin.y() + 4 * (k % 30))
            for k in range(1, self.acts + 1)
        ]
        times = self._dragged(begin, steps)
        mode.cancel()
        self.session.stack.undo()
        self.session.stack.undo()
        self._until_painted(lambda: None)
        return times

    def _dragged(self, begin, steps) -> list[Times]:
        """How long each step of a drag takes."""
        from PySide6.QtCore import QEvent, QPointF, Qt
        from PySide6.QtGui import QMouseEvent

        target = self.view.viewport()

        def mouse(kind: QEvent.Type, at: QPointF, button: Qt.MouseButton) -> None:
            held = Qt.MouseButton.LeftButton
            glob = QPointF(target.mapToGlobal(at.toPoint()))
            self.app.sendEvent(
                target, QMouseEvent(kind, at, glob, button, held, Qt.KeyboardModifier.NoModifier)
            )

        mouse(QEvent.Type.MouseButtonPress, begin, Qt.MouseButton.LeftButton)
        times = [
            self._until_painted(
                lambda at=at: mouse(QEvent.Type.MouseMove, at, Qt.MouseButton.NoButton)
            )
            for at in steps
        ]
        mouse(QEvent.Type.MouseButtonRelease, steps[-1], Qt.MouseButton.LeftButton)
        self._until_painted(lambda: None)
        return times

    def _scroll(self) -> list[Times]:
        bar = self.view.verticalScrollBar()
        # once over, so that the pages are cached
        for value in range(0, min(bar.maximum(), 4000), 200):
            bar.setValue(value)
            self.app.processEvents()
        self._rest(0.5)
        values = [40 * (k % 60) for k in range(self.acts)]
        return [self._until_painted(lambda value=value: bar.setValue(value)) for value in values]


if __name__ == "__main__":
    main()
