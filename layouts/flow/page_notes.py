"""The notes at the feet of a page drawn (脚注): under one rule in each column, numbered over the
page, whichever articles they are of.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import ceil
from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from layouts.flow.drawing import bottom_of
from layouts.flow.floats import PlacedFloat
from layouts.flow.note_feet import FootLine, Frame, NoteFeet
from layouts.flow.notes import ROLE, draw_lines, first_baseline, foot_sign, rows_of
from layouts.flow.setting import Origin, Setter
from layouts.flow.slots import NotesFoot
from layouts.geometry import EPSILON
from layouts.issue.photo import PhotoPlace
from layouts.issue.text import Text
from layouts.page.cutting import part_of
from layouts.page.item import GlyphRun, Line, Put, Target
from layouts.page.page import Page
from layouts.page.stops import character_edges

if TYPE_CHECKING:
    from layouts.flow.body import Stretch


class ArticleNotes(Struct, frozen=True):
    """The notes of an article at the feet of pages, these counted from the one it began on:
    `stood` are their lines by page and column, `numbers` what each note bears on the page of its
    sign, one of `pages`.
    """

    stood: Mapping[Frame, Sequence[FootLine]]
    numbers: Mapping[int, int]
    pages: Mapping[int, int]

    @property
    def last_page(self) -> int:
        """The last page that lines of them stand on, −1 for none."""
        return max((page for page, _ in self.stood), default=-1)

    def sign(self, put_in: str) -> str:
        """The sign on its page of the note whose sign was put in as long as none was known."""
        number = next((k for k in self.numbers if foot_sign(k + 1) == put_in), None)
        return put_in if number is None else foot_sign(self.numbers[number])


def article_notes(feet: NoteFeet, before: Iterable[tuple[Frame, NotesFoot]]) -> ArticleNotes:
    """The notes of an article placed; `before` is what other articles have at the feet."""
    counts: dict[int, int] = {}
    for (page, _), foot in before:
        counts[page] = counts.get(page, 0) + foot.signs
    numbers: dict[int, int] = {}
    for number, page in feet.pages.items():
        numbers[number] = counts[page] = counts.get(page, 0) + 1
    return ArticleNotes(feet.stood, numbers, feet.pages)


def put_signs(page: Page, notes: ArticleNotes, setter: Setter) -> None:
    """Number the signs of an article on a page."""
    for k, line in enumerate(page.lines):
        if line.role == ROLE and line.start == 0 and line.part in notes.numbers:
            # with what fills its page
            was = len(foot_sign(line.part + 1))
            page.lines[k] = signed(line, 0, was, foot_sign(notes.numbers[line.part]), setter)
        # from the last on: a longer sign moves the places of those behind it
        for put in reversed(line.puts):
            if put.note:
                sign = notes.sign(line.text[put.start : put.end])
                page.lines[k] = signed(page.lines[k], put.start, put.end, sign, setter)


def signed(line: Line, at: int, end: int, sign: str, setter: Setter) -> Line:
    """A line with another sign of a note as its characters `at` up to `end`, in the room of the one
    it has.
    """
    if line.text[at:end] == sign:
        return line
    face = setter.typesetter.catalogue.face
    before, after = part_of(line, 0, at, face).runs, part_of(line, end, None, face).runs
    (old, *_) = part_of(line, at, end, face).runs
    grown = len(sign) - (end - at)
    return line._replace(
        runs=(*before, *_sign_runs(old, line, (at, end), sign, setter), *after),
        text=line.text[:at] + sign + line.text[end:],
        puts=tuple(_moved(put, end, grown) for put in line.puts),
        targets=tuple(_moved(target, end, grown) for target in line.targets),
    )


Spanning = TypeVar("Spanning", Put, Target)


def _moved(span: Spanning, at: int, grown: int) -> Spanning:
    """A span of a line's text that has so many characters more before its place `at`."""
    start = span.start + grown if span.start >= at else span.start
    return span._replace(start=start, end=span.end + grown if span.end >= at else span.end)


def _sign_runs(
    old: GlyphRun, line: Line, place: tuple[int, int], sign: str, setter: Setter
) -> tuple[GlyphRun, ...]:
    """The glyphs of a sign where those of another stand: as large, unless they take more room."""
    faces = setter.typesetter.catalogue
    glyph = faces.face(old.face).glyph(sign) if len(sign) == len(old.glyphs) == 1 else None
    if glyph:
        return (old._replace(text=sign, glyphs=chr(glyph)),)
    edges = character_edges(line, faces.face)
    room = edges[place[1] - 1][1] - edges[place[0]][0]
    style = setter.layout.styles.get(line.role, setter.style("body"))
    style = replace(style, size=old.size, ink=old.ink, tracking=0.0)
    wide = setter.natural_width(Text(sign), style)
    if wide > room:
        style = replace(style, size=old.size * room / wide)
    made = setter.single(Text(sign), style, old.x, room + old.size, old.y, Origin(line.role))
    return made.runs if made is not None else ()


def _setter_of(here: Sequence[Stretch], page: int, setter: Setter) -> Setter:
    """The setter of the articles whose notes stand on a page: none stands there in other columns
    than another.
    """
    for stretch in here:
        notes = stretch.article.notes
        if notes and any(stretch.page + at == page for at, _ in notes.stood):
            return setter.of(stretch.article.group)
    return setter


class PageFeet:
    """The feet of one page (from 0, of a part of the issue): the lines of notes in each column and
    the row before which they end. Those of the last page stand under its text, as the foot of that
    page is the colophon's.
    """

    def __init__(self, flowed: Sequence[Stretch], page: int, setter: Setter, *, last: bool) -> None:
        here = [one for one in flowed if one.page <= page <= one.last_page]
        self._grid = _setter_of(here, page, setter).layout.grid
        self._style = setter.style(ROLE)
        self.columns: dict[int, list[tuple[str, FootLine]]] = {}
        for stretch in here:
            notes = stretch.article.notes
            for (at, column), lines in notes.stood.items() if notes else ():
                if notes and stretch.page + at == page:
                    self.columns.setdefault(column, []).extend(
                        (foot_sign(notes.numbers[line.number]), line) for line in lines
                    )
        self.ends = {
            column: min(self._photo_row(here, page, column), self._grid.rows)
            for column in self.columns
        }
        if last and self.columns:
            level = max(
                self._text_row(here, page, column, setter) + self._rows(column)
                for column in self.columns
            )
            self.ends = {column: min(end, level) for column, end in self.ends.items()}

    @property
    def bottom(self) -> float:
        """How far down the page they reach, points; 0 for none."""
        return max((self._grid.row_top(end) for end in self.ends.values()), default=0.0)

    def draw(self, page: Page, setter: Setter) -> None:
        """Put them on the page."""
        for column, entries in sorted(self.columns.items()):
            known, lines = len(page.lines), [line.line for _, line in entries]
            baseline = first_baseline(len(lines), self.ends[column], self._style, self._grid)
            draw_lines(lines, self._style, baseline, self._grid.column_left(column), page, setter)
            for k, (sign, line) in enumerate(entries, known):
                if line.line.broken.start == 0:
                    was = foot_sign(line.number + 1)
                    page.lines[k] = signed(page.lines[k], 0, len(was), sign, setter)

    def _rows(self, column: int) -> int:
        return rows_of(len(self.columns[column]), self._style, self._grid)

    def _photo_row(self, here: Sequence[Stretch], page: int, column: int) -> int:
        """The row of a photo at the foot of a column."""
        return min(
            (
                item.row
                for stretch in here
                for item in stretch.article.placed
                if isinstance(item, PlacedFloat)
                and item.page + stretch.page == page
                and getattr(item.block, "place", None) is PhotoPlace.FOOT
                and item.column <= column < item.column + getattr(item.block, "columns", 1)
            ),
            default=self._grid.rows,
        )

    def _text_row(self, here: Sequence[Stretch], page: int, column: int, setter: Setter) -> int:
        """The row under all that stands in a column."""
        foot = max(
            (
                bottom_of(item, setter)
                for stretch in here
                for item in stretch.article.placed
                if item.page + stretch.page == page and item.column == column
            ),
            default=0.0,
        )
        grid = self._grid
        # what is placed ends with its characters or a line gap under them
        return max(0, ceil((foot - grid.top) / grid.leading - EPSILON))
