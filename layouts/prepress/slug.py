"""The slug line (版外说明): what a sheet says of itself above the head of the page, by the pattern
of the preset.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from layouts.page.faces import Faces
from layouts.page.item import REGISTRATION, GlyphRun, Ink, Line
from layouts.page.labels import label, label_width
from layouts.page.page import Edition, Page
from layouts.prepress.inks import inks_of
from layouts.prepress.marks import CROP, TARGET
from layouts.prepress.preset import Preset
from layouts.prepress.sheet import SLUG, Sheet
from layouts.prepress.slug_pattern import PLATES
from layouts.sound_text import printed
from layouts.units import mm

SIZE = 5.25
"""Type size: 七号, the smallest that layouts may use."""

USUAL = "{title}　第 {page} 页，共 {pages} 页　{date}　{size}　{condition}"
"""What is said where a preset has no pattern of its own."""

_PROCESS = (
    ("青", Ink("cyan", (0.0, 1.0, 1.0), (1.0, 0.0, 0.0, 0.0))),
    ("品红", Ink("magenta", (1.0, 0.0, 1.0), (0.0, 1.0, 0.0, 0.0))),
    ("黄", Ink("yellow", (1.0, 1.0, 0.0), (0.0, 0.0, 1.0, 0.0))),
    ("黑", Ink("black", (0.0, 0.0, 0.0), (0.0, 0.0, 0.0, 1.0))),
)

_NAMES = "\0"
"""Stands for the names of plates: in no preset, and not in what is printed of a title."""

_GAPS = re.compile("　{2,}")


def slug_line(
    edition: Edition, page: Page, sheet: Sheet, preset: Preset, faces: Faces
) -> Line | None:
    """The slug line of a page, as far as it goes before the register mark; None without marks."""
    if sheet.marks is None:
        return None
    # about the middle of its characters in the middle of the slug
    baseline = -sheet.marks.top - SLUG / 2 + SIZE * 0.35
    end = sheet.width / 2 - 2 * TARGET
    x, runs, shown = CROP, list[GlyphRun](), ""
    for words, ink in _said(edition, page, sheet, preset):
        part = label(words, x, baseline, end - x, SIZE, faces, ink, "slug")
        runs += part.runs
        shown += part.text
        x += label_width(part.text, SIZE, faces)
    return Line(CROP, baseline, end - CROP, SIZE, tuple(runs), shown, "slug")


def _said(edition: Edition, page: Page, sheet: Sheet, preset: Preset) -> Iterator[tuple[str, Ink]]:
    """The words of the line, each with what it is printed in."""
    values = {
        "title": printed(edition.title),
        "page": str(page.number),
        "pages": str(edition.whole or len(edition.pages)),
        "date": edition.date.isoformat() if edition.date else "",
        "size": f"{sheet.width / mm(1):.4g} × {sheet.height / mm(1):.4g} mm",
        "condition": preset.condition if preset.colour != "rgb" else "",
        "preset": preset.zh,
        PLATES: _NAMES,
    }
    # what a field leaves empty leaves no gap
    line = _GAPS.sub("　", (preset.slug or USUAL).format_map(values)).strip("　")
    for k, words in enumerate(line.split(_NAMES)):
        for name, ink in _plates(edition, preset) if k else ():
            yield f"{name} ", ink
        yield words, REGISTRATION


def _plates(edition: Edition, preset: Preset) -> Sequence[tuple[str, Ink]]:
    """Each ink that there is a plate of, and its name."""
    if preset.colour != "cmyk":
        return _PROCESS[3:]
    spot = next((ink for ink in inks_of(edition.pages) if ink.spot), None)
    own = [(preset.spot_name, spot)] if preset.red == "spot" and spot is not None else []
    return [*_PROCESS, *own]
