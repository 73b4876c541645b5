"""Content streams: the items of one page as PDF operators (ISO 32000-1 8 and 9).

A PDF's y grows upwards, so every y is turned.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import groupby
from typing import TYPE_CHECKING

from layouts.page.item import ArtShape, Box, Fill, Line, Picture, Rule
from layouts.page.page import Drawn, Page, under_lines
from layouts.page.turning import upright_of
from layouts.paint.codes import FontCodes
from layouts.paint.glyphs import (
    PLACES,
    SPELLED_END,
    actual_text,
    parted_operators,
    shown_glyphs,
    spelled_out,
)
from layouts.paint.pictures import PhotoName, picture_operators
from layouts.paint.screen_inks import SCREEN, Inks
from layouts.paint.usage import spans
from layouts.pdf.syntax import array, deflate, number

if TYPE_CHECKING:
    from layouts.paint.tags import MarkedContent, PageMarks

_NOTHING: Mapping[int, str] = {}

TextPainter = Callable[[Iterable[Line], float, Inks], list[str]]
"""Lines, the height of their page and its inks become operators."""

ART_PLACES = 3
"""Decimals of the points of art: a thousandth of a point is finer than any plate."""


def deflated_contents(
    pages: Iterable[Page], fonts: Mapping[str, FontCodes], photos: Mapping[str, PhotoName]
) -> list[bytes]:
    """The content streams of pages, as they stand in the file."""
    text = shown_in(fonts)
    return [deflate(page_content(page, text, photos)) for page in pages]


def shown_in(fonts: Mapping[str, FontCodes]) -> TextPainter:
    """Text as text: the codes of its glyphs in the fonts of the file."""

    def shown(lines: Iterable[Line], height: float, inks: Inks) -> list[str]:
        return text_operators(lines, fonts, height, inks)

    return shown


def page_content(
    page: Page, text: TextPainter, photos: Mapping[str, PhotoName], inks: Inks = SCREEN
) -> bytes:
    """Everything on a page, in drawing order: boxes, pictures, rules, lines."""
    return "\n".join(_operators(page, text, photos, inks)).encode("latin-1")


def _operators(
    page: Page, text: TextPainter, photos: Mapping[str, PhotoName], inks: Inks
) -> list[str]:
    height = page.frame_height
    parts = [_drawn(item, height, photos, inks) for item in under_lines(page)]
    if page.lines:
        parts += text(page.lines, height, inks)
    if not page.turned:
        return parts
    return [*_turned(parts, page), *_operators(upright_of(page), text, photos, inks)]


def _turned(operators: list[str], page: Page) -> list[str]:
    """What draws the items of a page that is turned by a quarter (ISO 32000-1 8.3.3)."""
    return [f"q 0 1 -1 0 {number(page.width)} 0 cm", *operators, "Q"]


def _drawn(item: Drawn, height: float, photos: Mapping[str, PhotoName], inks: Inks) -> str:
    match item:
        case Box():
            return _box(item, height, inks)
        case Picture():
            return picture_operators(item, photos[item.key], height, inks)
        case Rule():
            return _rule(item, height, inks)
        case ArtShape():
            return "\n".join(_fill(fill, height, inks) for fill in item.fills)


def _fill(fill: Fill, height: float, inks: Inks) -> str:
    """A filled area: the operators that build its path, and the one that fills it (ISO 32000-1
    8.5).
    """
    parts = [inks.art(fill.ink)]
    for outline in fill.outlines:
        parts.append(f"{_points(outline.start, height)} m")
        parts += [
            f"{_points(step, height)} {'l' if len(step) == 2 else 'c'}" for step in outline.steps
        ]
        parts.append("h")
    return " ".join((*parts, "f*" if fill.even_odd else "f"))


def _points(values: tuple[float, ...], height: float) -> str:
    turned = (height - value if k % 2 else value for k, value in enumerate(values))
    return " ".join(number(value, ART_PLACES) for value in turned)


def _box(box: Box, height: float, inks: Inks) -> str:
    corner = f"{number(box.x)} {number(height - box.y - box.height)}"
    return f"{inks.box(box.ink)} {corner} {number(box.width)} {number(box.height)} re f"


def _rule(rule: Rule, height: float, inks: Inks) -> str:
    style = f"{number(rule.width)} w {array(map(number, rule.dash))} 0 d {int(rule.round_caps)} J"
    start = f"{number(rule.x0)} {number(height - rule.y0)} m"
    return f"{inks.rule(rule.ink)} {style} {start} {number(rule.x1)} {number(height - rule.y1)} l S"


def text_operators(
    lines: Iterable[Line], fonts: Mapping[str, FontCodes], height: float, inks: Inks = SCREEN
) -> list[str]:
    """All text of a page as one text object."""
    return ["BT", *shown_lines(lines, fonts, height, inks), "ET"]


def shown_lines(
    lines: Iterable[Line],
    fonts: Mapping[str, FontCodes],
    height: float,
    inks: Inks,
    spelled_end: str = SPELLED_END,
) -> list[str]:
    """Lines inside a text object; `spelled_end` closes what carries its text with it. Empty, where
    all of them stand under a text that tells theirs: one inside another would be read twice or not
    at all.

    A long issue comes through this loop a hundred thousand times: it unpacks each run once and
    takes no step per glyph.
    """
    parts: list[str] = []
    put = parts.append
    # what the text object begins with: no font and no tracking; nan is no baseline, not even its
    # own
    face, size, tracking, ink, baseline, up = "", 0.0, 0.0, None, float("nan"), ""
    codes, ambiguous = _NOTHING, set[str]()
    for line in lines:
        parted = iter(parted_operators(line, fonts, spelled_end)) if line.parted else None
        for run in line.runs:
            key, points, x, y, glyphs, spacing, kerns, _, colour, _ = run
            if key != face or points != size:
                face, size = key, points
                font = fonts[face]
                codes, ambiguous = font.codes, font.usage.ambiguous
                put(f"/{font.name} {number(size)} Tf")
            if spacing != tracking:
                tracking = spacing
                put(f"{number(spacing)} Tc")
            # an edition that came from another process holds equal inks, not the same
            if colour is not ink and colour != ink:
                ink = colour
                put(inks.text(colour))
            # written once a line: nearly all its runs stand on one baseline
            if y != baseline:
                baseline, up = y, number(height - y, PLACES)
            if parted:
                shown = next(parted)
            # one C call instead of a step per glyph
            elif ambiguous and spelled_end and not ambiguous.isdisjoint(glyphs):
                shown = spelled_out(run, fonts[face], spans(run), spelled_end)
            elif kerns:
                shown = shown_glyphs(run, codes, 0, len(glyphs))
            else:
                shown = f"({glyphs.translate(codes)})Tj"
            # absolute: moves from run to run (Td) would add up their roundings
            put(f"1 0 0 1 {x:.3f} {up} Tm\n{shown}")
    return parts


# -- tagged ----------------------------------------------------------------------------------------


ARTIFACT = "/Artifact <</Type /Layout>> BDC"
"""Opens what is no part of the text: rules, boxes, leaders (ISO 32000-1 14.8.2.2.2)."""

PAGINATION = "/Artifact <</Type /Pagination>> BDC"
"""Page numbers and repeated headers: they are there because there are pages."""


def tagged_content(
    page: Page,
    marks: PageMarks,
    fonts: Mapping[str, FontCodes],
    photos: Mapping[str, PhotoName],
    inks: Inks = SCREEN,
) -> bytes:
    """Everything on a page in the order of `page_content`, each piece under one mark (ISO 32000-1
    14.6).
    """
    parts: list[str] = []
    height = page.frame_height
    opening = {id(item): mark for item, mark in zip(page.pictures, marks.pictures, strict=True)}
    opening |= {id(item): mark for item, mark in zip(page.shapes, marks.shapes, strict=True)}
    for kind, items in groupby(under_lines(page), type):
        if kind in {Box, Rule}:
            parts += artifact([_drawn(item, height, photos, inks) for item in items])
        else:
            for item in items:
                drawn = _drawn(item, height, photos, inks)
                parts += [opening[id(item)], drawn, "EMC"]
    for mark in marks.text:
        parts += _marked(mark, fonts, height, inks)
    if page.turned:
        over = _operators(upright_of(page), shown_in(fonts), photos, inks)
        parts = [*_turned(parts, page), *artifact(over, PAGINATION)]
    return "\n".join(parts).encode("latin-1")


def artifact(operators: list[str], opening: str = ARTIFACT) -> list[str]:
    """What is no part of the text, under its mark."""
    return [opening, *operators, "EMC"] if operators else []


_AGAIN = "\ue000"
"""Stands for the mark that goes on behind text that is spelled out: no code of a font."""

_SPELLED = f"{SPELLED_END}\n{_AGAIN}"


def _marked(
    mark: MarkedContent, fonts: Mapping[str, FontCodes], height: float, inks: Inks
) -> list[str]:
    """The text under a mark, one text object.

    A mark ends with what is spelled out in it and another goes on: poppler's structure, which
    screen readers ask on Linux, takes the end of the inner one for that of both.
    """
    shown, *others = "\n".join(_lines_of(mark, fonts, height, inks)).split(_AGAIN)
    parts = ["BT", mark.opening, shown.strip()]
    for other in others:
        # what draws nothing any more goes under the mark that was
        if "Tj" in other or "TJ" in other:
            parts += ["EMC", mark.again()]
        parts.append(other.strip())
    return [*filter(None, parts), "EMC", "ET"]


def _lines_of(
    mark: MarkedContent, fonts: Mapping[str, FontCodes], height: float, inks: Inks
) -> list[str]:
    """The lines under a mark.

    Words are parted by spaces, also those that a line's end swallowed (ISO 32000-1 14.8.2.5).
    """
    parts: list[str] = []
    lines: list[Line] = []
    for line in mark.lines:
        last = line.runs[-1]
        # no space at its end, or one that is drawn
        if not line.text.endswith(" ") or last.text.endswith(" "):
            lines.append(line)
            continue
        # the last run is shown by itself, under a text that has the space
        lines += [line._replace(runs=line.runs[:-1])] if line.runs[1:] else []
        parts += _untracked(lines, fonts, height, inks)
        # No glyph shows this space, and the line's faces may have none among those embedded: it is
        # told as text.
        told = (
            # what of it an earlier line has told already
            max(0, line.parted.told - sum(len(run.text) for run in line.runs[:-1]))
            if line.parted
            else 0
        )
        alone = line._replace(runs=(last,), parted=None)
        parts += [
            actual_text(f"{last.text[told:]} "),
            *_untracked([alone], fonts, height, inks, ""),
            _SPELLED,
        ]
        lines = []
    return [*parts, *_untracked(lines, fonts, height, inks)]


def _untracked(
    lines: list[Line],
    fonts: Mapping[str, FontCodes],
    height: float,
    inks: Inks,
    spelled_end: str = _SPELLED,
) -> list[str]:
    """Some lines that leave no tracking behind, for the next begin without."""
    if not lines:
        return []
    return [
        *shown_lines(lines, fonts, height, inks, spelled_end),
        *(["0 Tc"] if lines[-1].runs[-1].tracking else []),
    ]
