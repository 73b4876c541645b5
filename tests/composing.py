"""Small paragraphs and issues set for the tests, and where their glyphs came to stand."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple, TypeVar

from msgspec.structs import replace
from PIL import Image

from fonts.catalogue import Catalogue
from layouts.compose import compose
from layouts.errors import Source
from layouts.house.layout import Layout
from layouts.house.load import load_layout
from layouts.house.punctuation import CLREQ, OFFICE
from layouts.house.schema import OPEN_PLACES
from layouts.house.text_style import Punctuation, Style
from layouts.issue.text import Mark, MarkKind, Text
from layouts.manuscript import read_manuscript
from layouts.page.item import BLACK, GlyphRun
from layouts.page.page import Edition
from layouts.page.pen import pen_positions
from layouts.text.breaking import break_lines
from layouts.text.justify import adjust, glyph_runs
from layouts.text.line_room import Broken
from layouts.text.prepare import Prepared, Typesetter

SIZE = 10.0
"""Type size of paragraphs set for tests: an em is ten points."""

BODY = Style("body", "song", "latin", SIZE, 16.0, BLACK)
NOWHERE = Source("test.md", 1)

Value = TypeVar("Value")

__all__ = ["BODY", "CLREQ", "NOWHERE", "OFFICE", "SIZE"]


def with_changes(value: Value, **changes: object) -> Value:
    """A copy of a frozen value with some fields changed."""
    return replace(value, **changes)


class Standing(NamedTuple):
    """A glyph: the text it shows, where the pen was before it (points), and its ink from left to
    right; `blank` where it has none.
    """

    text: str
    face: str
    glyph: int
    pen: float
    left: float
    right: float
    y: float
    size: float

    @property
    def blank(self) -> bool:
        return self.left == self.right


def standing(runs: tuple[GlyphRun, ...], catalogue: Catalogue) -> list[Standing]:
    """Every glyph of some runs, from the one truth of pen positions."""
    out: list[Standing] = []
    for run in runs:
        face = catalogue.face(run.face)
        clusters = run.clusters or tuple(range(len(run.text) + 1))
        for k, (glyph, x) in enumerate(zip(run.glyphs, pen_positions(run, face), strict=True)):
            ink = face.ink(ord(glyph))
            text = run.text[clusters[k] : clusters[k + 1]]
            out.append(
                Standing(
                    text,
                    run.face,
                    ord(glyph),
                    x,
                    x + ink.left * run.size,
                    x + ink.right * run.size,
                    run.y,
                    run.size,
                )
            )
    return out


@dataclass
class SetLine:
    """A line of a paragraph set at x = 0: its text, its break, its runs and their glyphs."""

    text: str
    broken: Broken
    runs: tuple[GlyphRun, ...]
    glyphs: list[Standing]

    def pen(self, char: str, nth: int = 0) -> float:
        """Where the pen stood before the nth glyph that shows `char`, in em."""
        found = [glyph for glyph in self.glyphs if char in glyph.text]
        return found[nth].pen / SIZE

    def ink(self, char: str, nth: int = 0) -> tuple[float, float]:
        """The ink of the nth glyph that shows `char`, in em."""
        found = [glyph for glyph in self.glyphs if char in glyph.text]
        return found[nth].left / SIZE, found[nth].right / SIZE


class Composer:
    """Sets paragraphs for the tests of layouts/text."""

    def __init__(self, typesetter: Typesetter) -> None:
        self.typesetter = typesetter
        self.catalogue = typesetter.catalogue

    def prepare(
        self,
        text: str | Text,
        punctuation: Punctuation = CLREQ,
        style: Style = BODY,
        hyphenate: bool = False,
    ) -> Prepared:
        return self.typesetter.prepare(
            marked(text) if isinstance(text, str) else text, style, punctuation, hyphenate
        )

    def width(self, text: str, punctuation: Punctuation = CLREQ) -> float:
        """What a text takes inside a line, em."""
        return self.prepare(text, punctuation).places[-1]

    def lines(
        self,
        text: str | Text,
        *widths: float,
        indent: float = 0.0,
        punctuation: Punctuation = CLREQ,
        style: Style = BODY,
    ) -> list[str]:
        """The lines of a text in slots of the widths given, the last for all that follow."""
        prepared = self.prepare(text, punctuation, style)
        return [
            prepared.string[line.start : line.end]
            for line in self._broken(prepared, widths, indent)
        ]

    def set(
        self,
        text: str | Text,
        *widths: float,
        indent: float = 0.0,
        punctuation: Punctuation = CLREQ,
        style: Style = BODY,
        justify: bool = True,
        hyphenate: bool = False,
    ) -> list[SetLine]:
        """The lines of a text set at x = 0, indent left off."""
        prepared = self.prepare(text, punctuation, style, hyphenate)
        out: list[SetLine] = []
        shifts = dict.fromkeys(self.catalogue.keys, 0.0)
        for line in self._broken(prepared, widths, indent):
            runs = glyph_runs(
                prepared, line, adjust(prepared, line, justify), 0.0, 0.0, shifts, BLACK
            )
            out.append(
                SetLine(
                    prepared.string[line.start : line.end],
                    line,
                    runs,
                    standing(runs, self.catalogue),
                )
            )
        return out

    def one(
        self, text: str | Text, punctuation: Punctuation = CLREQ, style: Style = BODY
    ) -> SetLine:
        """A text on one line of its own width."""
        (line,) = self.set(text, 1000.0, punctuation=punctuation, style=style)
        return line

    def _broken(self, prepared: Prepared, widths: tuple[float, ...], indent: float) -> list[Broken]:
        return break_lines(
            prepared, lambda k: widths[min(k, len(widths) - 1)] - (0.0 if k else indent)
        )


def marked(text: str) -> Text:
    """A text in which ⟦…⟧ stands for bold and ⟨…⟩ for kai: brackets that no test sets."""
    string: list[str] = []
    marks: list[Mark] = []
    opened = 0
    for char in text:
        if char in "⟦⟨":
            opened = len(string)
        elif char in "⟧⟩":
            marks.append(Mark(opened, len(string), MarkKind.BOLD if char == "⟧" else MarkKind.KAI))
        else:
            string.append(char)
    return Text("".join(string), tuple(marks))


def compose_manuscript(
    path: Path, catalogue: Catalogue, layout: str | None = None, **settings: object
) -> tuple[Edition, Layout]:
    """A manuscript composed as the command line does, in another layout or with other settings
    where given.
    """
    issue, findings = read_manuscript(path, open_settings=frozenset(OPEN_PLACES))
    chosen: Mapping[str, object] = {**issue.settings, **settings}
    house = load_layout(layout or issue.layout, chosen, issue.setting_sources, folder=issue.folder)
    edition = compose(replace(issue, layout=layout or issue.layout), house, catalogue, findings)
    assert_printed(edition, catalogue)
    return edition, house


def assert_printed(edition: Edition, catalogue: Catalogue) -> None:
    """Every visible character of an edition is printed, or found missing: what no composed issue
    may break.
    """
    import audit  # which reads set lines with what this module has

    if not any(finding.code == "glyph-missing" for finding in edition.findings):
        assert audit.not_printed(edition, catalogue) == []


def picture_file(folder: Path, name: str = "photo.png", width: int = 40, height: int = 30) -> str:
    """Writes a small grey photo and gives its name."""
    Image.new("L", (width, height), 128).save(folder / name)
    return name


def is_too_short(text: str, line: Broken, bound: float) -> bool:
    """Whether a line cannot be brought to its edge by `bound` em (typography.md 1.7) in each gap
    between two of its Hanzi: those at least may open, whatever else may.
    """
    gaps = sum(HANZI.fullmatch(a + b) is not None for a, b in pairwise(text))
    return line.width - line.content > bound * gaps + 1e-6


HANZI = re.compile("[\u4e00-\u9fff]{2}")
