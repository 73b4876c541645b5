"""Leading and size of the whole issue: those few that give a page more room, or less."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from layouts.fitting.aim import Aim
from layouts.fitting.goals import Extents, extent_of, page_goals
from layouts.fitting.possible import Possible
from layouts.fitting.trial import Trial
from layouts.house.grid import LEAST_SIDE, PageAndGrid
from layouts.house.layout import FitDesign
from layouts.issue.fitting import Fitting

MOST_STEPS = 3
"""Rows a page more or fewer that are thought of."""

TRIED = {False: 3, True: 3}
"""How many are tried that change the leading alone, and how many that change the size too."""

LIKELY = 1.3
"""Rows are thought to be reached where they are no more than so many times the changes that bring
them.
"""


class Ground(Struct, frozen=True):
    """A leading and a size, and the rows that are expected to be left missing or over with them, in
    all, and whether single changes will do the rest; `rows` and `measure` of its grid.
    """

    fitting: Fitting
    left: int
    is_likely: bool
    rows: int
    measure: int

    def is_of(self, trial: Trial) -> bool:
        """Whether a trial was set with them: what does not go into the page is left as it was."""
        grid = trial.layout.grid
        return grid.rows == self.rows and grid.measure == self.measure


class RowSupply(Struct, frozen=True):
    """How many rows changes save (−) or bring (+), by run and sign."""

    count: Mapping[tuple[int, bool], int]

    def reach(self, needs: Mapping[int, int]) -> bool:
        """Whether they may bring what is needed in each run."""
        return all(
            abs(need) <= LIKELY * self.count.get((run, need > 0), 0) for run, need in needs.items()
        )


def brought_by(possibles: Iterable[Possible]) -> RowSupply:
    """The rows that changes bring and save."""
    count: Counter[tuple[int, bool]] = Counter()
    for one in possibles:
        count[one.run, one.is_more] += abs(one.rows)
    return RowSupply(count)


def grounds(
    frame: PageAndGrid, base: Trial, aim: Aim, possibles: Iterable[Possible]
) -> list[Ground]:
    """Those to try where the changes of single things do not reach: the leading alone first, then
    with the size, each time what leaves least of the rows that are needed. Where none will do, the
    nearest.
    """
    brought = brought_by(possibles)
    found: dict[bool, list[Ground]] = {False: [], True: []}
    # where an editor's measure uses the margins, so may this
    side = min(frame.side, max(base.layout.grid.left, LEAST_SIDE))
    for fitting, changed in _settings(frame, base.layout.fit):
        if changed.measure and changed.widest(side) < changed.measure:
            continue
        measure, rows = changed.measure or changed.widest(changed.side), changed.rows()
        extent = _expected(base, rows, measure)
        pages = base.front + sum(map(extent.pages, range(len(extent.rows))))
        for goal in page_goals(aim, extent, pages, base.layout.fit.fill)[:1]:
            away = goal.needed(extent)
            left = sum(map(abs, away.values()))
            ground = Ground(fitting, left, brought.reach(away), rows, measure)
            found[bool(fitting.size)].append(ground)
    ordered = [
        ground
        for is_sized, several in found.items()
        for ground in sorted(several, key=_by_left)[: TRIED[is_sized]]
    ]
    return [ground for ground in ordered if ground.is_likely] or sorted(ordered, key=_by_left)[:1]


def _expected(base: Trial, rows: int, measure: int) -> Extents:
    """The extent of an issue in pages of so many rows and lines of so many characters."""
    grid, extent = base.layout.grid, extent_of(base)
    taken = tuple(round(count * grid.measure / measure) for count in extent.rows)
    return extent._replace(rows=taken, capacity=rows * grid.columns)


def _by_left(ground: Ground) -> tuple[bool, int, float]:
    return not ground.is_likely, ground.left, abs(ground.fitting.leading - 1.0)


def _settings(frame: PageAndGrid, design: FitDesign) -> Iterator[tuple[Fitting, PageAndGrid]]:
    """Leadings that fill the page with a row more or fewer, in each size."""
    for points in (0.0, -design.size, design.size) if design.size else (0.0,):
        size = frame.size + points
        sized = replace(frame, size=size, leading=frame.leading / frame.size * size)
        if points:
            yield Fitting(size=points), sized
        for step in range(-MOST_STEPS, MOST_STEPS + 1):
            factor = _factor(sized, sized.rows() + step)
            if step and factor and abs(factor - 1.0) <= design.leading:
                changed = replace(sized, leading=sized.leading * factor)
                yield Fitting(leading=factor, size=points), changed


def _factor(frame: PageAndGrid, rows: int) -> float:
    """By what the leading is multiplied so that so many rows fill the page; 0 for none."""
    if rows < 2:
        return 0.0
    room = frame.height - frame.top - frame.foot - frame.size
    return round(room / (rows - 1) / frame.leading, 6)
