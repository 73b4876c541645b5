"""Trials: an issue laid out under a layer, not drawn, as far as it says where everything would end.

What a trial shares with the one before is not done again: an article is cut anew where its layer
differs, and flowed anew where it begins elsewhere.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from fonts.catalogue import Catalogue
from layouts.compose import Superseded, measure_photos
from layouts.flow.body import ending_of, page_count
from layouts.flow.colophon import colophon_rows
from layouts.flow.drawing import bottom_of
from layouts.flow.dressing import colophon_sheet
from layouts.flow.floats import FloatBlock, PlacedFloat
from layouts.flow.front import Front, plan_front
from layouts.flow.leaf import leaf_of
from layouts.flow.levelling import Stretch, balanced
from layouts.flow.photos import Sizes
from layouts.flow.pieces import BreakPiece, FloatPiece, Group, Piece, TextPiece
from layouts.flow.placed import Placed
from layouts.flow.setter_cache import SetterCache
from layouts.flow.setting import Setter
from layouts.flow.stringing import NOTHING, Strung, string_up
from layouts.geometry import EPSILON
from layouts.house.layout import Layout
from layouts.house.load import layout_of
from layouts.house.template import issue_fields
from layouts.house.text_style import Levelling
from layouts.issue.fitting import Fitting
from layouts.issue.issue import Issue


class PageRun(Struct, frozen=True):
    """What stands between two forced page breaks: its first page (from 0, of the body), how many it
    has, and the rows used on its last, columns counted one after the other.
    """

    first: int
    pages: int
    used: int


NO_RUN = PageRun(0, 0, 0)


class Trial(Struct, frozen=True):
    """An issue laid out under a layer by `setter`.

    `front` are the pages before the body's first, `pages` all of them. `tail` are the rows that the
    colophon takes of the last page, in all its columns; `is_alone` says that it has that page to
    itself. `strung` are the articles in their places.
    """

    fitting: Fitting
    setter: Setter
    front: int
    pages: int
    tail: int
    is_alone: bool
    runs: tuple[PageRun, ...]
    strung: tuple[Strung, ...]

    @property
    def layout(self) -> Layout:
        """The layout it is set in."""
        return self.setter.layout

    @property
    def capacity(self) -> int:
        """The rows of a page, in all its columns."""
        return self.layout.grid.rows * self.layout.grid.columns

    @property
    def fill(self) -> float:
        """How much of the last page is filled, the colophon counted."""
        last = next((run for run in reversed(self.runs) if run.pages), NO_RUN)
        used = 0 if self.is_alone else last.used
        return min(1.0, (used + self.tail) / self.capacity)

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands in the body."""
        return not any(run.pages for run in self.runs)

    @property
    def findings(self) -> int:
        """How much was found wrong in its articles, as photos too wide for their column."""
        return sum(len(entry.outlined.findings) for entry in self.strung)

    def rows_of(self, run: int) -> int:
        """How many rows a run of pages takes, from the top of its first page."""
        found = self.runs[run]
        return max(0, found.pages - 1) * self.capacity + found.used


MEASURED, CUT, FLOWED, LEVELLED = 1.3, 0.35, 0.05, 0.5
"""What it takes, in compositions, to measure and flow an issue and to find what can be changed of
it; to cut its articles anew where their layer differs; to flow them elsewhere; to level columns.
"""

BEGUN, MOST_SPENT = 5.5, 6.5
"""Compositions' time after which no other way is begun, and after which none is gone on with; all
in all it is less than ten.
"""

SHORT, PATIENCE = 4, 2.0
"""An issue that is at first of no more pages than that is given so many times as long: it is
composed in a few hundredths of a second, and has little that could give way. Less reaches fewer
ends of two pages, more reaches none besides (tests/fitting/measure.py --pages 1 to 4).
"""


class _TrialGround(Struct):
    """What all trials in one layout share, and how the articles were strung up last."""

    setter: Setter
    sizes: Sizes
    front: Front
    tail: int
    strung: list[Strung]


class Trials:
    """Lays one issue out again and again; `issue` is it without a layer, with ids.

    `told` is called after each trial with how much of the time there is was spent, of 100.
    """

    def __init__(
        self,
        issue: Issue,
        catalogue: Catalogue,
        stale: Callable[[], bool] | None = None,
        told: Callable[[int, int], None] | None = None,
    ) -> None:
        self.issue = issue
        self.fields = issue_fields(issue)
        self._catalogue = catalogue
        self._stale = stale
        self._told = told
        self._grounds: dict[tuple[float, float], _TrialGround] = {}
        self._spent = 0.0
        self._patience = 0.0

    @property
    def may_begin(self) -> bool:
        """Whether there is time to begin on another way. It is counted in work, not by a clock: the
        same issue is fitted the same everywhere.
        """
        return self._spent < BEGUN * max(1.0, self._patience)

    @property
    def has_time(self) -> bool:
        """Whether there is time to go on."""
        return self._spent < MOST_SPENT * max(1.0, self._patience)

    def lay(self, fitting: Fitting) -> Trial:
        """The issue under a layer. LayoutError where it has no layout."""
        issue = replace(self.issue, fitting=fitting)
        ground = self._ground(issue)
        setter, front = ground.setter, ground.front
        start = (0, front.start)
        strung = string_up(
            issue, setter, ground.sizes, start, ground.strung, NOTHING, self._progress, front.page
        )
        self._spent += _share(ground.strung, strung, _flowed) * FLOWED
        self._spent += _share(ground.strung, strung, _cut) * CUT if ground.strung else MEASURED
        ground.strung = strung
        if self._told is not None:
            most = MOST_SPENT * max(1.0, self._patience)
            self._told(min(100, round(100 * self._spent / most)), 100)
        flowed = balanced([entry.stretch for entry in strung], setter, None, front.page)
        levelled = sum(
            len(new.article.placed)
            for new, entry in zip(flowed, strung, strict=True)
            if new.article is not entry.stretch.article
        )
        placed = sum(len(entry.stretch.article.placed) for entry in strung)
        self._spent += LEVELLED * levelled / max(1, placed)
        count = page_count(flowed)
        ending = ending_of(flowed, count, setter)
        sheets = front.page + count
        # of the first trial, that of the issue as it is
        self._patience = self._patience or (PATIENCE if sheets <= SHORT else 1.0)
        colophon = colophon_sheet(issue, front, sheets, ending, self.fields, setter)
        alone = colophon > sheets
        return Trial(
            fitting,
            setter,
            front.page,
            sheets + alone,
            ground.tail,
            alone,
            _runs(strung, setter),
            tuple(strung),
        )

    def _ground(self, issue: Issue) -> _TrialGround:
        key = issue.fitting.leading, issue.fitting.size
        ground = self._grounds.get(key)
        if ground is None:
            setter = Setter(layout_of(issue), self._catalogue, SetterCache())
            setter.leaf = leaf_of(issue, setter.layout)
            sizes = measure_photos(issue, [], {})
            ground = _TrialGround(setter, sizes, plan_front(issue, setter), self._tail(setter), [])
            self._grounds[key] = ground
        return ground

    def _progress(self, strung: list[Strung]) -> None:
        del strung
        if self._stale is not None and self._stale():
            raise Superseded

    def _tail(self, setter: Setter) -> int:
        """The rows that the colophon keeps free of text on the last page."""
        if not self.issue.colophon:
            return 0
        grid = setter.layout.grid
        rows = colophon_rows(setter, self.fields)
        # what is not levelled fills its first column, which must leave the colophon its room
        others = rows if setter.layout.balance is not Levelling.NEVER else grid.rows
        return rows + (grid.columns - 1) * others


def _share(
    before: Sequence[Strung], after: Sequence[Strung], part: Callable[[Strung], object]
) -> float:
    """How much of an issue has another such part than before, 0 to 1."""
    known = {id(part(entry)) for entry in before}
    sizes = [(part(entry), len(entry.stretch.article.placed)) for entry in after]
    made = sum(size for one, size in sizes if id(one) not in known)
    return made / max(1, sum(size for _, size in sizes))


def _flowed(entry: Strung) -> object:
    return entry.stretch.article


def _cut(entry: Strung) -> object:
    return entry.outlined


def _runs(strung: Sequence[Strung], setter: Setter) -> tuple[PageRun, ...]:
    """The runs of pages between forced breaks, also those nothing stands on."""
    number, total = _numbered(entry.outlined.value.group for entry in strung)
    others = _other_columns((entry.outlined.value.group for entry in strung), setter)
    grid = setter.layout.grid
    found: dict[int, PageRun] = {}
    run = 0
    for page, item in placed_of(entry.stretch for entry in strung):
        # in reading order: a photo of before that found its place behind a break is of before
        piece = id(piece_of(item))
        run = max(run, number.get(piece, run))
        known = found.get(run)
        used = item.column * grid.rows + row_under(item, setter)
        if piece in others:
            used = min(grid.columns * grid.rows, math.ceil(used * grid.columns / others[piece]))
        if known is None:
            found[run] = PageRun(page, 1, used)
        elif page >= known.first + known.pages:
            found[run] = PageRun(known.first, page - known.first + 1, used)
        elif page == known.first + known.pages - 1 and used > known.used:
            found[run] = replace(known, used=used)
    return tuple(found.get(k, NO_RUN) for k in range(total))


def _other_columns(groups: Iterator[Group], setter: Setter) -> dict[int, int]:
    """The columns that pieces stand in, by their identity, where the layout has others."""
    found: dict[int, int] = {}
    for group in groups:
        if group.columns not in {0, setter.layout.grid.columns}:
            columns = setter.of(group).layout.grid.columns
            for piece in group.pieces:
                found[id(piece)] = columns
                found.update((id(block), columns) for block in _floats(piece))
    return found


def _numbered(groups: Iterator[Group] | Sequence[Group]) -> tuple[dict[int, int], int]:
    """The run that each piece is of, by its identity, and how many there are."""
    number: dict[int, int] = {}
    run = 0
    for group in groups:
        for piece in group.pieces:
            run += isinstance(piece, BreakPiece)
            number[id(piece)] = run
            number.update((id(block), run) for block in _floats(piece))
    return number, run + 1


def _floats(piece: Piece) -> list[FloatBlock]:
    if isinstance(piece, FloatPiece):
        return [piece.block]
    return piece.floats if isinstance(piece, TextPiece) else []


def runs_of_pieces(trial: Trial) -> dict[int, int]:
    """The run of pages that each piece of a trial is of, by the identity of the piece."""
    return _numbered([entry.outlined.value.group for entry in trial.strung])[0]


def run_of_article(trial: Trial, article: int) -> int:
    """The run of pages in which an article begins."""
    pieces = trial.strung[article].outlined.value.group.pieces
    runs = runs_of_pieces(trial)
    # a break at its head is of the run it begins
    return runs[id(pieces[0])] if pieces else 0


def piece_of(item: Placed) -> object:
    """What was placed: a piece, or a photo."""
    return item.block if isinstance(item, PlacedFloat) else item.piece


def placed_of(flowed: Iterator[Stretch]) -> Iterator[tuple[int, Placed]]:
    """All that stands in the body in reading order, each with its page, from 0."""
    for stretch in flowed:
        for item in stretch.article.placed:
            yield stretch.page + item.page, item


def row_under(item: Placed, setter: Setter) -> int:
    """The first row of its column under something."""
    grid = setter.layout.grid
    down = (bottom_of(item, setter) - grid.top) / grid.leading
    return min(grid.rows, math.ceil(down - EPSILON))
