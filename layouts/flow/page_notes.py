"""The notes at the feet of a page drawn (脚注): under one rule in each column, numbered over the
page, whichever articles they are of.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import ceil
from typing import TYPE_CHECKING

from msgspec import Struct

from layouts.flow.drawing import bottom_of
from layouts.flow.floats import PlacedFloat
from layouts.flow.note_feet import FootLine, Frame, NoteFeet
from layouts.flow.notes import ROLE, draw_lines, first_baseline, round_sign, rows_of
from layouts.flow.setting import Setter
from layouts.flow.slots import NotesFoot
from layouts.geometry import EPSILON
from layouts.issue.photo import PhotoPlace
from layouts.page.item import GlyphRun, Line
from layouts.page.page import Page

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

    def sign(self, put_in: str, page: int) -> str:
        """The sign on a page of the note whose sign was put in as long as none was known."""
        alike = [k for k in self.numbers if round_sign(k + 1) == put_in]
        # beyond fifty notes two have one sign; a header is repeated on other pages than its own
        here = [k for k in alike if self.pages[k] == page] or alike
        return round_sign(self.numbers[here[0]]) if here else put_in


def article_notes(feet: NoteFeet, before: Iterable[tuple[Frame, NotesFoot]]) -> ArticleNotes:
    """The notes of an article placed; `before` is what other articles have at the feet."""
    counts: dict[int, int] = {}
    for (page, _), foot in before:
        counts[page] = counts.get(page, 0) + foot.signs
    numbers: dict[int, int] = {}
    for number, page in feet.pages.items():
        numbers[number] = counts[page] = counts.get(page, 0) + 1
    return ArticleNotes(feet.stood, numbers, feet.pages)


def put_signs(page: Page, at: int, notes: ArticleNotes, setter: Setter) -> None:
    """Number the signs of an article on its page `at`."""
    for k, line in enumerate(page.lines):
        for put in line.puts:
            if put.note:
                sign = notes.sign(line.text[put.start : put.end], at)
                page.lines[k] = signed(page.lines[k], put.start, sign, setter)


def signed(line: Line, at: int, sign: str, setter: Setter) -> Line:
    """A line with another sign of a note as its character `at`, an em wide as the one it has."""
    if line.text[at] == sign:
        return line
    runs, done = list(line.runs), 0
    for k, run in enumerate(runs):
        start = line.text.find(run.text, done)
        if start <= at < start + len(run.text):
            runs[k : k + 1] = _signed_run(run, at - start, sign, setter)
            break
        done = max(done, start + len(run.text))
    text = line.text[:at] + sign + line.text[at + 1 :]
    return line._replace(runs=tuple(runs), text=text)


def _signed_run(run: GlyphRun, at: int, sign: str, setter: Setter) -> Iterator[GlyphRun]:
    glyph = setter.typesetter.catalogue.face(run.face).glyph(sign)
    text = run.text[:at] + sign + run.text[at + 1 :]
    place = at if run.clusters is None else run.clusters.index(at)
    glyphs = run.glyphs[:place] + chr(glyph or 0) + run.glyphs[place + 1 :]
    yield run._replace(text=text, glyphs=glyphs)


class PageFeet:
    """The feet of one page (from 0, of a part of the issue): the lines of notes in each column and
    the row before which they end. Those of the last page stand under its text, as the foot of that
    page is the colophon's.
    """

    def __init__(self, flowed: Sequence[Stretch], page: int, setter: Setter, *, last: bool) -> None:
        self._grid = setter.layout.grid
        self._style = setter.style(ROLE)
        self.columns: dict[int, list[tuple[str, FootLine]]] = {}
        here = [one for one in flowed if one.page <= page <= one.last_page]
        for stretch in here:
            notes = stretch.article.notes
            for (at, column), lines in notes.stood.items() if notes else ():
                if notes and stretch.page + at == page:
                    self.columns.setdefault(column, []).extend(
                        (round_sign(notes.numbers[line.number]), line) for line in lines
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
                    page.lines[k] = signed(page.lines[k], 0, sign, setter)

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
