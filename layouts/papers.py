"""Sheets of paper that pages are laid on, by their names or in millimetres."""

from __future__ import annotations

PAPERS: dict[str, tuple[float, float]] = {
    "A2": (594.0, 420.0),
    "SRA3": (450.0, 320.0),
    "A3": (420.0, 297.0),
    "B4": (364.0, 257.0),
    "A4": (297.0, 210.0),
}
"""Sheets laid landscape, in mm (ISO 216, ISO 217; B4 as JIS P 0138, the one that printers in China
and Japan hold).
"""

SMALLEST, LARGEST = 50.0, 2000.0
"""mm: the sides of a sheet that can be meant."""


def paper_named(paper: str) -> tuple[float, float] | None:
    """Width and height of a landscape sheet in mm, by its name or as `430x310`; None for anything
    else.
    """
    known = PAPERS.get(paper.strip().upper())
    if known:
        return known
    try:
        width, height = (float(side) for side in paper.lower().replace("×", "x").split("x"))
    except ValueError:
        return None
    if not (min(width, height) >= SMALLEST and max(width, height) <= LARGEST):
        return None
    return max(width, height), min(width, height)
