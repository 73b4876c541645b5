"""What was composed as plain data, for `-o x.json`: comparing with a print, testing, other
programs.
"""

from __future__ import annotations

from typing import Any

from layouts.errors import Finding, Source
from layouts.page.faces import Faces
from layouts.page.item import ArtShape, GlyphRun, Line, Picture
from layouts.page.page import Edition, Page
from layouts.page.pen import pen_positions
from layouts.page.turning import upright_of

DECIMALS = 4
"""A ten-thousandth of a point: finer than any device, coarse enough to hide the last bits of a
float.
"""

Json = dict[str, Any]
"""JSON is where types end: a dictionary of numbers, strings, lists and dictionaries."""


def listing(edition: Edition, faces: Faces) -> Json:
    """Pages, lines, glyphs, pictures and findings: points, origin top left, y the baseline."""
    return {
        "pages": [_page(page, faces) for page in edition.pages],
        "findings": [finding_entry(finding) for finding in edition.findings],
    }


def _page(page: Page, faces: Faces) -> Json:
    made: Json = {
        "width": _rounded(page.width),
        "height": _rounded(page.height),
        "lines": [_line(line, faces) for line in page.lines],
        "pictures": [_picture(picture) for picture in page.pictures],
    }
    if page.shapes:
        made["shapes"] = [_shape(shape) for shape in page.shapes]
    if page.turned:
        # x and y of its lines are those of the frame that this matrix (PDF: a b c d e f, but y
        # downwards) brings onto the paper; what is upright has those of the paper
        made["matrix"] = [0, -1, 1, 0, 0, _rounded(page.height)]
        made["upright"] = [_line(line, faces) for line in upright_of(page).lines]
    return made


def _line(line: Line, faces: Faces) -> Json:
    return {
        "text": line.text,
        "x": _rounded(line.x),
        "y": _rounded(line.y),
        "width": _rounded(line.width),
        "size": _rounded(line.size),
        # the face of most of the line
        "font": max(line.runs, key=lambda run: len(run.glyphs)).face if line.runs else None,
        "article": line.article,
        "paragraph": line.paragraph,
        "glyphs": [glyph for run in line.runs for glyph in _glyphs(run, faces)],
    }


def _glyphs(run: GlyphRun, faces: Faces) -> list[list[str | int | float]]:
    positions = pen_positions(run, faces.face(run.face))
    return [
        [run.face, ord(glyph), _rounded(x)] for glyph, x in zip(run.glyphs, positions, strict=True)
    ]


def _picture(picture: Picture) -> Json:
    return {
        "x": _rounded(picture.x),
        "y": _rounded(picture.y),
        "width": _rounded(picture.width),
        "height": _rounded(picture.height),
        "source": _place(picture.source),
    } | _of_art(picture)


def _shape(shape: ArtShape) -> Json:
    """A drawing: the outlines of its fills as lists of numbers, the start and then each step."""
    return {
        "x": _rounded(shape.x),
        "y": _rounded(shape.y),
        "width": _rounded(shape.width),
        "height": _rounded(shape.height),
        "fills": [
            {
                "ink": fill.ink.name,
                "rgb": [_rounded(part) for part in fill.ink.rgb],
                "even_odd": fill.even_odd,
                "outlines": [
                    [[_rounded(value) for value in step] for step in (start, *steps)]
                    for start, steps in fill.outlines
                ],
            }
            for fill in shape.fills
        ],
    } | _of_art(shape)


def _of_art(item: Picture | ArtShape) -> Json:
    """What art says of itself; nothing for a photo."""
    if not item.role:
        return {}
    return {"role": item.role, "behind": item.behind, "alt": item.alt}


def finding_entry(finding: Finding) -> Json:
    """One finding as data; `fix`, `key` and `reason` only where it has them."""
    more = {"fix": finding.fix, "key": finding.key, "reason": finding.reason}
    return {
        "level": finding.level,
        "code": finding.code,
        "message": finding.message,
        "page": finding.page,
        "source": _place(finding.source),
    } | {name: value for name, value in more.items() if value}


def _place(source: Source | None) -> str | None:
    return str(source) if source else None


def _rounded(length: float) -> float:
    return round(length, DECIMALS)
