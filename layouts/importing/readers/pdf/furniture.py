"""Lines that pages carry beside their text: running heads and feet (页眉页脚), page numbers (页码).

They stand near an edge of the page and come again on others; a number alone at the foot needs no
other page.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

from layouts.importing.readers.pdf.lines import PdfLine
from layouts.importing.unwrapping.values import Furniture
from layouts.patterns import later

_EDGE: Final = 0.13
"""Share of a page's height at its head and at its foot where furniture stands."""

_OUTERMOST: Final = 2
"""Lines from an edge that may be furniture: a head has two at most."""

_SAME_HEIGHT: Final = 6.0
"""Points: heads of different pages stand as high as each other."""

_OFTEN: Final = 0.4
"""Share of the pages that a head comes on: left and right pages may each have their own."""

_NUMBER = later(r"[\s\-—–·•~～─第页共/／]*\d{1,4}[\s\-—–·•~～─第页共/／\d]*")
_DIGITS = later(r"\d+|\s+")


def mark_furniture(pages: Sequence[Sequence[PdfLine]], heights: Sequence[float]) -> None:
    """Say of each line of the pages whether it is furniture, and of what kind."""
    at_edges = [
        line
        for lines, height in zip(pages, heights, strict=True)
        for line in _at_edges(lines, height)
    ]
    for line in at_edges:
        alone = _NUMBER().fullmatch(line.text) and line.box.top < _EDGE * heights[line.page - 1]
        if alone:
            line.kind = "page-number"
    repeated = _repeated([line for line in at_edges if not line.kind], len(pages))
    for line in repeated:
        line.kind = _kind(line)


def _kind(line: PdfLine) -> Furniture:
    return "page-number" if _NUMBER().fullmatch(line.text) else "running-head"


def _at_edges(lines: Sequence[PdfLine], height: float) -> Iterable[PdfLine]:
    """The outermost lines at the head and the foot of a page."""
    downwards = sorted(lines, key=lambda line: -line.box.top)
    for line in downwards[:_OUTERMOST]:
        if line.box.bottom > (1 - _EDGE) * height:
            yield line
    for line in downwards[_OUTERMOST:][-_OUTERMOST:]:
        if line.box.top < _EDGE * height:
            yield line


def _repeated(lines: Iterable[PdfLine], pages: int) -> list[PdfLine]:
    """Lines that say the same on several pages but for numbers, as high as each other."""
    alike: defaultdict[str, list[PdfLine]] = defaultdict(list)
    for line in lines:
        alike[_DIGITS().sub("", line.text)].append(line)
    found: list[PdfLine] = []
    for same in alike.values():
        level = [line for line in same if abs(line.box.bottom - same[0].box.bottom) < _SAME_HEIGHT]
        on = {line.page for line in level}
        if len(on) >= max(2, _OFTEN * pages):
            found += level
    return found
