"""Leading and size of the whole issue: those few that give a page more room, or less."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from layouts.fitting.goals import PagesGoal
from layouts.fitting.trial import Trial
from layouts.house.grid import PageAndGrid
from layouts.house.layout import FitDesign
from layouts.issue.fitting import Fitting

MOST_STEPS = 3
"""Rows a page more or fewer that are thought of."""

TRIED = {False: 3, True: 4}
"""How many are tried that change the leading alone, and how many that change the size too."""


class Ground(Struct, frozen=True):
    """A leading and a size, and about so many rows as are left missing or over with them; `rows`
    and `measure` of its grid.
    """

    fitting: Fitting
    left: int
    rows: int
    measure: int

    def is_of(self, trial: Trial) -> bool:
        """Whether a trial was set with them: what does not go into the page is left as it was."""
        grid = trial.layout.grid
        return grid.rows == self.rows and grid.measure == self.measure


def grounds(frame: PageAndGrid, base: Trial, goal: PagesGoal) -> list[Ground]:
    """Those to try where the changes of single things do not reach: the leading alone first, then
    with the size, each time what leaves least of the rows that are needed.
    """
    need = goal.expected(base, base.layout.grid.rows, 1.0)
    found: dict[bool, list[Ground]] = {False: [], True: []}
    for fitting, changed in _settings(frame, base.layout.fit):
        measure, rows = changed.measure or changed.widest(changed.side), changed.rows()
        left = goal.expected(base, rows, measure / base.layout.grid.measure)
        found[bool(fitting.size)].append(Ground(fitting, left, rows, measure))
    return [
        ground
        for is_sized, several in found.items()
        for ground in sorted(several, key=_by_left)[: TRIED[is_sized]]
        if ground.left < need
    ]


def _by_left(ground: Ground) -> tuple[int, float]:
    return ground.left, abs(ground.fitting.leading - 1.0)


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
