"""How long the canvas takes to paint pages: medians, p99 and bests in milliseconds.

    python tests/speed/canvas.py [--rounds 40] [--layout jianbao-a4] [--cpu]

The text is made up, about 850 glyphs a page. A test is nowhere here: figures depend on the machine,
and on what else it does unless --cpu counts the time of this thread alone.

    first       pages of an issue one after another at a zoom not seen before: some of their glyphs have never been drawn
    flowing     all lines of a page that stands painted change, their glyphs drawn before, as while a photo is dragged to and fro
    paragraph   six lines of a page that stands painted change, as when something is typed
    same        a page comes back unchanged from composing
    copy        a page that stands painted is drawn into the window
    zooming     the same, enlarged by a tenth
    outlines    a whole page, exact, as for PNG and print
"""

from __future__ import annotations

import argparse
import gc
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from benchmark import manuscript  # noqa: E402
from msgspec.structs import replace  # noqa: E402
from PySide6.QtCore import QPointF, QRectF  # noqa: E402
from PySide6.QtGui import QGuiApplication, QImage, QPainter  # noqa: E402

from desktop.canvas.painter import PagePainter  # noqa: E402
from desktop.canvas.pictures import PictureStore  # noqa: E402
from desktop.canvas.tiles import PageImages  # noqa: E402
from fonts.catalogue import Catalogue  # noqa: E402
from layouts.compose import compose  # noqa: E402
from layouts.house.load import load_layout  # noqa: E402
from layouts.manuscript import read_manuscript  # noqa: E402
from layouts.page.page import Page  # noqa: E402

SCALES = ((96 / 72, 1.0), (1.5 * 96 / 72, 1.0), (96 / 72, 2.0), (4 * 96 / 72, 1.0))
"""Logical pixels per point, and pixels of the screen per logical pixel: 100 %, 150 %, 100 % at
double density, 400 %.
"""

LINES = 6


def pages_of(layout: str, catalogue: Catalogue) -> tuple[Page, ...]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "issue.md")
        path.write_text(manuscript(1), "utf8")
        issue, findings = read_manuscript(path)
        return compose(issue, load_layout(layout), catalogue, findings).pages


def typed_into(page: Page, turn: int) -> Page:
    """The page with other text in six of its lines."""
    lines = list(page.lines)
    middle = len(lines) // 2
    for k in range(middle, min(middle + LINES, len(lines))):
        runs = tuple(
            run._replace(x=run.x + 0.37 * (turn % 7), glyphs=run.glyphs[1:] + run.glyphs[:1])
            for run in lines[k].runs
        )
        lines[k] = lines[k]._replace(runs=runs)
    return replace(page, lines=lines)


def flowed(page: Page) -> Page:
    """The page with all its text a little to the right."""
    lines = [
        line._replace(runs=tuple(run._replace(x=run.x + 3.1) for run in line.runs))
        for line in page.lines
    ]
    return replace(page, lines=lines)


def timed(calls: Iterable[Callable[[], object]]) -> list[float]:
    clock = time.thread_time if "--cpu" in sys.argv else time.perf_counter
    found: list[float] = []
    for call in calls:
        start = clock()
        call()
        found.append((clock() - start) * 1000)
    return found


def told(name: str, found: list[float]) -> None:
    found.sort()
    p99 = found[min(len(found) - 1, round(0.99 * (len(found) - 1)))]
    print(f"  {name:10} {statistics.median(found):8.2f} {p99:8.2f} {found[0]:8.2f}", flush=True)


def measure(
    pages: tuple[Page, ...], catalogue: Catalogue, scale: float, ratio: float, rounds: int
) -> None:
    painter, pictures = PagePainter(catalogue), PictureStore(load_now=True)
    images = PageImages(painter, pictures)
    window = QImage(round(1400 * ratio), round(1000 * ratio), QImage.Format.Format_RGB32)
    window.setDevicePixelRatio(ratio)
    exposed = QRectF(0, 0, 1400, 1000)
    on_window = QPainter(window)
    page = max(
        pages, key=lambda page: sum(len(run.glyphs) for line in page.lines for run in line.runs)
    )
    glyphs = sum(len(run.glyphs) for line in page.lines for run in line.runs)
    print(
        f"{scale * 72 / 96:.0%}, {ratio:.0f} pixels per logical pixel; page of {glyphs} glyphs: median, p99, best"
    )

    def show(shown: Page, zoom: float = 1.0, zooming: bool = False) -> None:
        images.draw(on_window, shown, QPointF(0, 0), scale * zoom, exposed, zooming)

    told("first", timed([lambda page=page: show(page) for page in pages]))
    other = flowed(page)
    for _ in range(2):  # until their glyphs are drawn
        show(page)
        show(other)
    to_and_fro: list[float] = []
    for _ in range(rounds):
        for old, new in ((page, other), (other, page)):
            to_and_fro += timed([lambda old=old, new=new: (images.update(old, new), show(new))])
    told("flowing", to_and_fro)
    show(page)
    typed: list[float] = []
    same: list[float] = []
    now = page
    for turn in range(rounds):
        new = typed_into(page, turn)
        typed += timed([lambda old=now, new=new: (images.update(old, new), show(new))])
        now = replace(new, lines=list(new.lines))
        same += timed([lambda old=new, new=now: (images.update(old, new), show(new))])
    told("paragraph", typed)
    told("same", same)
    told("copy", timed([lambda: show(now)] * rounds))
    told("zooming", timed([lambda: show(now, 1.1, zooming=True)] * rounds))
    told(
        "outlines",
        timed([lambda: painter.page_image(page, 72 * scale * ratio, pictures)] * min(rounds, 8)),
    )
    on_window.end()


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=40)
    parser.add_argument("--layout", default="jianbao-a4")
    parser.add_argument("--cpu", action="store_true")
    options = parser.parse_args()
    application = QGuiApplication([])
    catalogue = Catalogue()
    pages = pages_of(options.layout, catalogue)
    gc.disable()
    for scale, ratio in SCALES:
        measure(pages, catalogue, scale, ratio, options.rounds)
    application.quit()


if __name__ == "__main__":
    main()
