"""Setting text in a style of the layout: prepared once, broken to a measure, turned into lines of
glyph runs.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from copy import copy
from typing import TYPE_CHECKING, NamedTuple, Protocol

from msgspec.structs import replace

from fonts.catalogue import Catalogue
from layouts.errors import Finding, Source
from layouts.flow.art import NO_ART
from layouts.flow.face_shifts import FaceShifts
from layouts.flow.heading_words import heading_words
from layouts.flow.leaf import NO_LEAF
from layouts.flow.letterspacing import stops, tracked
from layouts.flow.lost_characters import lost_characters
from layouts.flow.other_faces import about_faces
from layouts.flow.setter_cache import KeptLine, SetterCache
from layouts.flow.squeezing import LEAST_SCALE, scaled, squeezed
from layouts.house.hanging import has_room
from layouts.house.layout import Layout
from layouts.house.text_style import Align, Style
from layouts.issue.text import Text
from layouts.messages.setting import TEXT_TALLER_THAN_COLUMN
from layouts.page.item import Line
from layouts.page.page import Page
from layouts.text.breaking import break_lines, shifted, stretches
from layouts.text.classes import NEWLINE
from layouts.text.justify import NO_ADJUSTMENT, adjust, glyph_runs
from layouts.text.line_room import Broken, content_width
from layouts.text.prepare import Prepared, Typesetter

if TYPE_CHECKING:
    from layouts.text.phrases import WholeParts


class Origin(NamedTuple):
    """What a line came from, carried on every line so that a click or a finding leads back."""

    role: str
    article: int | None = None
    paragraph: int | None = None
    source: Source | None = None
    part: int = 0


class InColumns(Protocol):
    """What stands in so many columns, 0 for as many as the layout has, or boxed."""

    @property
    def columns(self) -> int:
        """The columns it stands in."""
        ...

    @property
    def boxed(self) -> bool:
        """Whether it stands in a frame of its own."""
        ...


class Setter:
    """Sets text in the styles of one layout.

    Collects a finding for each character that is in no face.
    """

    def __init__(
        self, layout: Layout, catalogue: Catalogue, cache: SetterCache | None = None
    ) -> None:
        self.layout = layout
        self.art = NO_ART
        self.leaf = NO_LEAF
        self.typesetter = Typesetter(catalogue)
        self.findings: list[Finding] = []
        self.cache = cache
        self._shifts = FaceShifts(catalogue)
        self._in_columns: dict[tuple[int, bool], Setter] = {}
        self.findings += about_faces(layout, catalogue)

    def of(self, standing: InColumns) -> Setter:
        """The setter of what stands in so many columns, or boxed."""
        if not standing.columns and not standing.boxed:
            return self
        return self.in_columns(standing.columns, boxed=standing.boxed)

    def in_columns(self, columns: int, *, boxed: bool = False) -> Setter:
        """The same setter on a page of so many columns, 0 for as many as there are, inside the
        frame of an article where it is `boxed`. What it finds this one has found.
        """
        columns = columns or self.layout.grid.columns
        if columns == self.layout.grid.columns and not boxed:
            return self
        other = self._in_columns.get((columns, boxed))
        if other is None:
            from layouts.flow.other_columns import in_columns

            other = copy(self)
            inset = self.layout.boxed.padding * self.layout.grid.size if boxed else 0.0
            other.layout = replace(
                self.layout,
                grid=in_columns(self.layout.grid, columns, inset),
                styles=_framed(self.layout) if boxed else self.layout.styles,
            )
            self._in_columns[columns, boxed] = other
        return other

    def style(self, name: str) -> Style:
        """The style of a role."""
        return self.layout.styles[name]

    def prepare(
        self, text: Text, style: Style, source: Source | None = None, hyphenate: bool = False
    ) -> Prepared:
        """Measure a text; characters in no face become findings that stop an export."""
        prepared = self._measured(text, style, hyphenate)
        if prepared.missing:
            self.findings += lost_characters(prepared, source)
        for reading in prepared.readings:
            # of a word whose syllables stand apart the first tells for all
            if reading.words.missing and not reading.first:
                self.findings += lost_characters(reading.words, source)
        return prepared

    def _measured(self, text: Text, style: Style, hyphenate: bool) -> Prepared:
        if self.cache is None:
            return self.typesetter.prepare(text, style, self.layout.punctuation, hyphenate)
        key = (text, style, hyphenate)
        prepared = self.cache.texts.get(key)
        if prepared is None:
            prepared = self.typesetter.prepare(text, style, self.layout.punctuation, hyphenate)
            self.cache.texts.keep(key, prepared)
        return prepared

    def labelled(
        self,
        text: Text,
        label: tuple[int, float],
        style: Style,
        source: Source | None = None,
        hyphenate: bool = False,
    ) -> Prepared:
        """Measure a text that begins with a label of so many characters, at least so many em
        wide.
        """
        # loaded with the first item of a list
        from layouts.text.labelled import with_label

        plain = self.prepare(text, style, source, hyphenate)
        if self.cache is None:
            return with_label(plain, *label)
        key = (text, style, hyphenate, label)
        prepared = self.cache.texts.get(key)
        if prepared is None:
            prepared = with_label(plain, *label)
            self.cache.texts.keep(key, prepared)
        return prepared

    def line(
        self,
        prepared: Prepared,
        broken: Broken,
        x: float,
        y: float,
        origin: Origin,
        align: Align = Align.JUSTIFY,
        style: Style | None = None,
    ) -> Line:
        """One broken line as runs, in a slot that starts at x, on baseline y."""
        style = style or prepared.style
        if self.cache is None:
            return self._line(prepared, broken, x, y, origin, align, style)
        # a measured text has no hash; `KeptLine` keeps it alive, so that its identity is enough
        key = (id(prepared), broken, x, y, origin, align, style)
        kept = self.cache.lines.get(key)
        if kept is None:
            kept = KeptLine(prepared, self._line(prepared, broken, x, y, origin, align, style))
            self.cache.lines.keep(key, kept)
        return kept.line

    def _line(
        self,
        prepared: Prepared,
        broken: Broken,
        x: float,
        y: float,
        origin: Origin,
        align: Align,
        style: Style,
    ) -> Line:
        justify = align is Align.JUSTIFY
        adjustment = (
            adjust(prepared, broken, justify)
            # a centred line is never spread, but squeezed where it is too wide
            if justify or broken.content > broken.width
            else NO_ADJUSTMENT
        )
        free = max(0.0, broken.width - broken.content) * style.size
        start = x + {Align.CENTER: free / 2, Align.RIGHT: free}.get(align, 0.0)
        runs = glyph_runs(prepared, broken, adjustment, start, y, self._shifts, style.ink)
        if style.tracking:
            runs = tracked(runs, prepared.letters[broken.start : broken.end], style, align)
        text = prepared.string[broken.start : broken.end]
        moved = prepared.removed or prepared.puts
        start, gone = (
            prepared.source_range(broken.start, broken.end) if moved else (broken.start, ())
        )
        parts = None
        if prepared.hyphens:
            # loaded with the first narrow measure: an export without one starts sooner
            from layouts.text.parted import parted

            parts = parted(prepared, broken)
        width, ragged = broken.width * style.size, adjustment.ragged
        line = Line(x, y, width, style.size, runs, text, *origin, start, gone, ragged, parts)
        if not prepared.puts and not prepared.links and not prepared.readings:
            return line
        # the same for marks, which most issues have none of
        from layouts.flow.marking import with_marks

        line = with_marks(line, prepared, broken)
        if not prepared.readings:
            return line
        from layouts.flow.reading_places import with_readings

        face = self.typesetter.catalogue.face
        return with_readings(line, prepared, broken, face, self._shifts, style.ink)

    def draw(
        self,
        page: Page,
        prepared: Prepared,
        broken: Broken,
        x: float,
        y: float,
        origin: Origin,
        align: Align = Align.JUSTIFY,
        shift: float = 0.0,
    ) -> None:
        """Put a broken line on a page, and under it what its marks ask for; it begins `shift`
        points into its slot.
        """
        line = self.line(prepared, broken, x + shift, y, origin, align)
        if shift:
            line = line._replace(x=x)
        page.lines.append(line)
        if prepared.drawn:
            from layouts.flow.marking import drawn_under

            page.rules += drawn_under(line, prepared, broken, self.typesetter.catalogue.face)

    def single(
        self,
        text: Text,
        style: Style,
        x: float,
        width: float,
        y: float,
        origin: Origin,
        align: Align | None = None,
        fit: bool = True,
    ) -> Line | None:
        """One line of text in a slot, with `fit` made smaller where it would not fit; None for an
        empty text.
        """
        prepared = self.prepare(text, style, origin.source)
        if not prepared.string:
            return None
        size = len(prepared.string)
        natural = _natural_width(prepared)
        if fit and natural > width:
            if width / natural < LEAST_SCALE:
                self.findings.append(
                    squeezed(text.string, width / natural, style.size, origin.source)
                )
            style = scaled(style, width / natural)
            # in em nothing has changed, but runs take their size from the style of what was
            # measured
            prepared = self.prepare(text, style, origin.source)
        # a last line, so that it is never spread
        broken = Broken(0, size, width / style.size, content_width(prepared, 0, size), True)
        return self.line(prepared, broken, x, y, origin, align or style.align)

    def natural_width(self, text: Text, style: Style) -> float:
        """The width of a text on one line, points."""
        return _natural_width(self.prepare(text, style))

    def paragraph(
        self,
        prepared: Prepared,
        measure: float,
        indent: float = 0.0,
        rough: bool = False,
        more: int = 0,
    ) -> list[Broken]:
        """Break a paragraph to a constant measure (em), its first line shorter by the indent;
        `rough` where the lines are only counted; into so many `more` than by itself, if it can.
        """
        first, measure = max(LEAST_MEASURE, measure - indent), max(LEAST_MEASURE, measure)
        if self.cache is None:
            return break_lines(prepared, lambda k: measure if k else first, rough, more)
        key = (id(prepared), measure, first, rough, more)
        kept = self.cache.paragraphs.get(key)
        if kept is None:
            kept = prepared, break_lines(prepared, lambda k: measure if k else first, rough, more)
            self.cache.paragraphs.keep(key, kept)
        return kept[1]

    def heading(
        self, prepared: Prepared, measure: float, max_lines: int, parts: WholeParts | None = None
    ) -> list[Broken]:
        """Break a heading into balanced lines, never inside a word, nor inside one of its `parts`
        that fits a line; a text too long for one is broken as a paragraph.
        """
        told = heading_words(prepared)
        if NEWLINE not in prepared.letters:
            return self._balanced(prepared, told, measure, max_lines, parts)
        # each line that the editor ended is balanced by itself
        return [
            shifted(line, start)
            for start, part in stretches(prepared)
            for line in self._balanced(part, told[start:], measure, max_lines, parts)
        ]

    def _balanced(
        self,
        prepared: Prepared,
        told: str,
        measure: float,
        max_lines: int,
        parts: WholeParts | None,
    ) -> list[Broken]:
        """The lines of a heading, or of one of those that the editor ended, whose characters are
        `told` as its breaks are looked for, others behind them.
        """
        size, measure = len(prepared.string), max(LEAST_MEASURE, measure)
        width = content_width(prepared, 0, size)
        if width <= measure:
            ranges: Sequence[tuple[int, int]] = [(0, size)]
        elif size > LONGEST_HEADING:
            ranges = [(line.start, line.end) for line in self.paragraph(prepared, measure)]
        else:
            from layouts.text.headline import break_headline

            # with the gaps and squeezes that running text has
            steps = [prepared.places[k + 1] - prepared.places[k] for k in range(size)]
            ranges = break_headline(
                told[:size],
                steps,
                measure,
                min(max_lines, math.ceil(width / measure) + MORE_LINES),
                prepared.end_trims,
                parts,
            )
        return [
            Broken(start, end, measure, content_width(prepared, start, end), True)
            for start, end in ranges
        ]

    def report_overset(self, string: str, source: Source | None) -> None:
        """Say that a text is taller than any column: an error, which stops an export."""
        self.findings.append(
            Finding("error", "overset", *TEXT_TALLER_THAN_COLUMN(text=string[:12]), source)
        )


def _framed(layout: Layout) -> Mapping[str, Style]:
    """The styles of a layout inside the frame of an article, into which no mark hangs."""
    body = layout.styles["body"]
    if not body.hang or has_room(layout.boxed.padding):
        return layout.styles
    return {**layout.styles, "body": replace(body, hang=False)}


LEAST_MEASURE = 1.0
"""No line is broken to less than this (em): the breaker gets on by a character a line wherever a
slot holds one.
"""

HYPHENATE_BELOW = 22.0
"""Columns of fewer characters, and text beside photos, hyphenate Latin words."""

LONGEST_HEADING, MORE_LINES = 160, 3
"""Characters up to which headings are balanced, and lines they may take beyond what they need: the
search grows with the cube of both.
"""


def _natural_width(prepared: Prepared) -> float:
    size = len(prepared.string)
    letters = stops(prepared.letters) if prepared.style.tracking else 0
    return (
        content_width(prepared, 0, size) + prepared.style.tracking * max(0, letters - 1)
    ) * prepared.style.size
