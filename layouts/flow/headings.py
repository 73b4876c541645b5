"""Headings as pieces: their words broken and balanced, their rows with the space before them."""

from __future__ import annotations

from msgspec.structs import replace

from layouts.flow.heading_place import AIR, LINE_GAP_KEPT, heading_rows
from layouts.flow.ornament import room_before
from layouts.flow.pieces import HeadingPiece
from layouts.flow.setting import Origin, Setter
from layouts.issue.fitting import NO_FITTING, Fitting
from layouts.issue.text import Text
from layouts.text.headline import DASHES
from layouts.text.line_room import Broken
from layouts.text.prepare import Prepared

HEADING_INSET = 3.0
"""A heading keeps this much (em of the body) free of its measure: a line as wide as the text under
it does not read as a heading.
"""


def pad(piece: HeadingPiece, fitting: Fitting, name: str) -> None:
    """Give a heading what fitting gives it, or takes: no more than it loses at a column's head."""
    if fitting is not NO_FITTING:
        piece.rows = max(piece.rows_at_top, piece.rows + fitting.headings.get(name, 0))
        piece.gap_rows = max(0, piece.gap_rows + fitting.gaps.get(name, 0))


def section_heading(
    index: int, name: str, setter: Setter, origin: Origin, across: int
) -> HeadingPiece:
    """The name of a section between its two signs."""
    opening, closing = setter.layout.section_brackets[:1], setter.layout.section_brackets[1:]
    words = Text(f"{opening}{name}{closing}")
    return heading(words, "section", setter, origin, (f"section-{index}",), across)


def heading(
    text: Text,
    role: str,
    setter: Setter,
    origin: Origin,
    anchors: tuple[str, ...],
    across: int = 1,
) -> HeadingPiece:
    """A heading over whole rows, broken narrower than its columns; reported where none holds it."""
    style = setter.style("headline-across" if role == "headline" and across > 1 else role)
    grid = setter.layout.grid
    prepared = setter.prepare(text, style, origin.source)
    ornament = setter.layout.ornaments.get(role)
    width = grid.span(across) - room_before(ornament, style)
    lines = _lines(prepared, width, setter)
    # broken narrower, set in the whole column: alignment counts from its edges
    lines = [replace(line, width=width / style.size) for line in lines]
    leading = setter.layout.own_leading or grid.leading
    rows, at_top = heading_rows(len(lines), style, leading, grid.size, ornament)
    if at_top > grid.rows:
        setter.report_overset(text.string, origin.source)
    # whole rows, so that what follows stands on the grid
    gap = round(setter.layout.article_gap / grid.leading) if role == "headline" else 0
    air = AIR if role == "section" else 0
    return HeadingPiece(
        prepared, lines, origin, rows, at_top, anchors, gap, air, ornament=ornament, across=across
    )


def _lines(prepared: Prepared, width: float, setter: Setter) -> list[Broken]:
    """The lines of a heading, narrower than the column; as wide as that where the part behind a
    dash (——副题) has a line to itself only so.
    """
    style = prepared.style
    inset = HEADING_INSET * setter.layout.grid.size
    lines = setter.heading(prepared, (width - inset) / style.size, style.max_lines)
    if any(dash in prepared.string for dash in DASHES) and not _parts_at_dash(prepared, lines):
        whole = setter.heading(prepared, width / style.size, style.max_lines)
        if _parts_at_dash(prepared, whole):
            return whole
    return lines


def _parts_at_dash(prepared: Prepared, lines: list[Broken]) -> bool:
    return any(prepared.string.startswith(DASHES, line.start) for line in lines)


def subtitle(text: Text, setter: Setter, origin: Origin, across: int) -> HeadingPiece:
    """A subtitle right under its headline: the space that its style wants below it is taken from
    that between the two, and all of a line gap is left to the text.
    """
    piece = heading(text, "subtitle", setter, origin, (), across)
    style, grid = piece.prepared.style, setter.layout.grid
    leading = setter.layout.own_leading or grid.leading
    after = (1 - LINE_GAP_KEPT) * (leading - grid.size) - style.after
    piece.rows, piece.rows_at_top = heading_rows(
        len(piece.lines), replace(style, after=after), leading, grid.size
    )
    piece.lift = style.after
    return piece
