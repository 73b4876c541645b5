"""Goals for one article: rows saved or gained in it, or all of it on one page or spread."""

from __future__ import annotations

from msgspec import Struct

from layouts.fitting.aim import Aim, AimKind
from layouts.fitting.change import Rung
from layouts.fitting.goals import Goal, Needs, total_need
from layouts.fitting.possible import Possible
from layouts.fitting.trial import Trial, row_under, run_of_article

OWN = 0
"""The one part that these goals have."""


class RowsGoal(Struct, frozen=True):
    """So many `rows` for the article `article`, by its number."""

    article: int
    rows: int

    def needs(self, trial: Trial) -> Needs:
        """As `Goal` says."""
        need = self.rows - rows_of_article(trial, self.article)
        return {OWN: need} if need else {}

    def part(self, possible: Possible) -> int | None:
        """Its own changes, but for the gap above it, which is none of its rows."""
        is_own = possible.article == self.article and possible.rung is not Rung.GAPS
        return OWN if is_own else None

    def is_met(self, trial: Trial) -> bool:
        """As `Goal` says."""
        return rows_of_article(trial, self.article) == self.rows

    def is_close(self, trial: Trial) -> bool:
        """As `Goal` says."""
        return self.is_met(trial)

    def away(self, trial: Trial) -> int:
        """As `Goal` says."""
        return total_need(self, trial)


class KeepGoal(Struct, frozen=True):
    """All of an article on one page, or on a spread: its end drawn back, or where it is to be
    `pushed` its beginning, by what stands before it in its run of pages.
    """

    article: int
    run: int
    is_spread: bool
    is_pushed: bool

    def needs(self, trial: Trial) -> Needs:
        """As `Goal` says."""
        if self.is_met(trial):
            return {}
        first, last = pages_of_article(trial, self.article)
        if self.is_pushed:
            return {OWN: max(1, trial.capacity - _begins(trial, self.article))}
        end = first + 1 if self._opens_a_spread(trial, first) else first
        return {OWN: -max(1, _rows_behind(trial, self.article, end if last > end else last - 1))}

    def part(self, possible: Possible) -> int | None:
        """What stands before it, and to draw its end back its own."""
        if possible.run != self.run or possible.article > self.article:
            return None
        is_own = possible.article == self.article and possible.rung is not Rung.GAPS
        return None if is_own and self.is_pushed else OWN

    def is_met(self, trial: Trial) -> bool:
        """As `Goal` says."""
        first, last = pages_of_article(trial, self.article)
        return last <= first + self._opens_a_spread(trial, first)

    def is_close(self, trial: Trial) -> bool:
        """As `Goal` says."""
        return self.is_met(trial)

    def away(self, trial: Trial) -> int:
        """As `Goal` says."""
        return total_need(self, trial)

    def _opens_a_spread(self, trial: Trial, page: int) -> bool:
        """Whether the page after this one (from 1) counts as the same."""
        return self.is_spread and (trial.layout.single_sided or page % 2 == 0)


def article_goals(aim: Aim, trial: Trial, article: int) -> list[Goal]:
    """The ways to an aim of the article with this number, the one with the fewest rows first."""
    rows = rows_of_article(trial, article)
    if aim.kind is AimKind.SAVE:
        return [RowsGoal(article, rows - aim.number)]
    if aim.kind is AimKind.GAIN:
        return [RowsGoal(article, rows + aim.number)]
    run = run_of_article(trial, article)
    is_spread = aim.kind is AimKind.ONE_SPREAD
    both = [KeepGoal(article, run, is_spread, is_pushed) for is_pushed in (False, True)]
    return sorted(both, key=lambda goal: total_need(goal, trial))


def rows_of_article(trial: Trial, article: int) -> int:
    """The rows that an article takes, those beside a photo once; a heading of its section over it
    is counted in.
    """
    taken = {
        (item.page, item.column, row)
        for item in trial.strung[article].stretch.article.placed
        for row in range(item.row, row_under(item, trial.setter))
    }
    return len(taken)


def pages_of_article(trial: Trial, article: int) -> tuple[int, int]:
    """The first and the last page (from 1) that an article stands on; the page it would begin on
    where it has nothing to show.
    """
    stretch = trial.strung[article].stretch
    first = trial.front + stretch.page + 1
    pages = [first + item.page for item in stretch.article.placed] or [first]
    return min(pages), max(pages)


def _begins(trial: Trial, article: int) -> int:
    """The row of its page on which an article begins, columns counted one after the other."""
    item = trial.strung[article].stretch.article.placed[0]
    return item.column * trial.layout.grid.rows + item.row


def _rows_behind(trial: Trial, article: int, page: int) -> int:
    """The rows of an article that stand behind a page (from 1)."""
    stretch = trial.strung[article].stretch
    at = page - trial.front - stretch.page - 1
    last = max(item.page for item in stretch.article.placed)
    rows = trial.layout.grid.rows
    reach = max(
        item.column * rows + row_under(item, trial.setter)
        for item in stretch.article.placed
        if item.page == last
    )
    return (last - at - 1) * trial.capacity + reach
