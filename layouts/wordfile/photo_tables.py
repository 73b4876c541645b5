"""Tables that only place photos: those of a row, each with its own caption under it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from layouts.wordfile.inline import paragraph
from layouts.wordfile.styles import twips
from layouts.wordfile.xml import Element, element, valued

_APART = 30
"""Twips that stay free at either side of a photo."""


class PhotoCell(NamedTuple):
    """The paragraphs of a photo, and those of what stands under it."""

    picture: Sequence[Element]
    words: Sequence[Element]


def placing_table(lines: Sequence[Sequence[PhotoCell]], width: float) -> Element:
    """A table without rules, `width` points wide: for each line of photos a row of them and one of
    their words.
    """
    columns = max(map(len, lines))
    across = twips(width) // columns
    rows: list[Element] = []
    for line in lines:
        rows.append(_row([cell.picture for cell in line], columns, across))
        rows.append(_row([cell.words for cell in line], columns, across))
    about = element(
        "w:tblPr",
        None,
        element("w:tblW", {"w:w": 5000, "w:type": "pct"}),
        valued("w:jc", "center"),
        element("w:tblLayout", {"w:type": "fixed"}),
        element(
            "w:tblCellMar",
            None,
            element("w:left", {"w:w": _APART, "w:type": "dxa"}),
            element("w:right", {"w:w": _APART, "w:type": "dxa"}),
        ),
    )
    grid = element(
        "w:tblGrid", None, *(element("w:gridCol", {"w:w": across}) for _ in range(columns))
    )
    return element("w:tbl", None, about, grid, *rows)


def _row(cells: Sequence[Sequence[Element]], columns: int, across: int) -> Element:
    """A row; cells without a photo are empty."""
    empty = ([paragraph("PhotoCaption")] for _ in range(columns - len(cells)))
    width = {"w:w": across, "w:type": "dxa"}
    made = [
        element("w:tc", None, element("w:tcPr", None, element("w:tcW", width)), *content)
        for content in (*cells, *empty)
    ]
    return element("w:tr", None, element("w:trPr", None, element("w:cantSplit")), *made)
