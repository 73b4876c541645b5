"""How often fitting reaches what is asked for, what it changes, and how long it takes.

    python tests/fitting/measure.py [--issues 60] [--shared]

Sixty issues of made-up text, of 5 to 30 pages in the stock layouts, each asked for a full last page,
for a page fewer, as many and one more, and for a multiple of four. Of each aim is known how many
rows must change, of those that can help (`least_share.py` says which those are); told is how often
it is reached where that are up to 3 and up to 5 in a hundred, how much was changed, and the time in
compositions of the same issue. Below stands the same as if all rows could help. Reached is an aim
whose last page is filled to 70 % too, though `fit` lets that go where a number of pages is asked
for. A rule that breaks is named. A test is nowhere here: the time depends on the machine; it is that
of the processor, the least of several, compositions measured before and after the fit, so that
others who use the machine hardly change it.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests"), str(ROOT / "tests" / "fitting")]

from fit_rules import broken_rules  # noqa: E402 - found on the path that is set above
from least_share import least_share, plain_share  # noqa: E402
from made_issues import made_issue, trapped_issue  # noqa: E402
from photo_card import card  # noqa: E402

from fonts.catalogue import Catalogue  # noqa: E402
from layouts.compose import compose  # noqa: E402
from layouts.documents import read_document  # noqa: E402
from layouts.fitting.aim import Aim, AimKind, parse_aim  # noqa: E402
from layouts.fitting.fit import fit  # noqa: E402
from layouts.fitting.fitted import Fitted  # noqa: E402
from layouts.fitting.goals import extent_of, page_goals  # noqa: E402
from layouts.fitting.trial import Trials  # noqa: E402
from layouts.geometry import EPSILON  # noqa: E402
from layouts.house.layout import Layout  # noqa: E402
from layouts.house.load import layout_of  # noqa: E402
from layouts.issue.fitting import NO_FITTING  # noqa: E402
from layouts.issue.ids import with_ids  # noqa: E402
from layouts.issue.issue import Issue  # noqa: E402

SHARED = ROOT.parent / "shared" / "manuscripts"


class Result(NamedTuple):
    """One aim for one issue: the share of its rows that must change, and that changed."""

    name: str
    must: float
    plain: float
    fitted: Fitted
    changed: float
    compositions: float
    broken: list[str]

    @property
    def is_reached(self) -> bool:
        """Whether the aim is reached with a last page that is full enough."""
        return self.fitted.is_reached and self.fitted.after.fill >= FILL - EPSILON


FILL = 0.7

CLASSES = ((0.0, 0.03), (0.0, 0.05), (0.05, 0.08))
"""The shares of rows that results are told by."""


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--issues", type=int, default=60)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--trapped", type=int, default=0, help="so many with a photo in the way")
    parser.add_argument("--pages", type=int, help="of so many pages, not of 5 to 30")
    parser.add_argument("--shared", action="store_true", help="the manuscripts in ../shared too")
    parser.add_argument("--quick", action="store_true", help="without a look at the rules")
    parser.add_argument(
        "--within", type=float, default=1.0, help="no aim that more must change for"
    )
    parser.add_argument("--all", action="store_true", help="a line for each aim")
    options = parser.parse_args()
    catalogue = Catalogue()
    results: list[Result] = []
    for name, issue in _issues(options):
        for result in _measured(name, issue, catalogue, options):
            results.append(result)
            if options.all or result.broken or (result.must <= 0.05 and not result.is_reached):
                _tell(result)
    _sum_up(results)


def _issues(options: argparse.Namespace) -> Iterator[tuple[str, Issue]]:
    with tempfile.TemporaryDirectory() as folder:
        photo, tall = Path(folder) / "card.png", Path(folder) / "tall.png"
        card(1200, 800).save(photo)
        card(800, 1200).save(tall)
        for seed in range(options.first, options.first + options.issues):
            yield f"made {seed}", made_issue(seed, photo, pages=options.pages)
        for seed in range(options.trapped):
            yield f"trapped {seed}", trapped_issue(seed, tall)
        for path in sorted(SHARED.glob("*.md")) if options.shared else ():
            if path.name != "SOURCES.md":
                yield path.stem, with_ids(read_document(path, Path(folder), watched=False)[0])


def _measured(
    name: str, issue: Issue, catalogue: Catalogue, options: argparse.Namespace
) -> Iterator[Result]:
    layout = layout_of(issue)
    base = Trials(issue, catalogue).lay(NO_FITTING)
    rows = sum(extent_of(base).rows)
    pages = base.pages
    for aim in (
        *map(parse_aim, ("whole", "4x")),
        *(Aim(AimKind.PAGES, pages + k) for k in (-1, 0, 1)),
    ):
        goals = page_goals(aim, extent_of(base), pages, layout.fit.fill)
        must = least_share(goals[0], base) if goals else 1.0
        if must > options.within:
            continue
        fitted, again, compositions = _timed(issue, aim, layout, catalogue)
        # without a change all is as it was
        is_looked_at = fitted.changes and not options.quick
        broken = broken_rules(fitted, catalogue) if is_looked_at else []
        if again.issue != fitted.issue:
            broken.append("fitted twice it is another")
        yield Result(
            f"{name} {issue.layout} {pages} pages, aim {aim}",
            must,
            plain_share(goals[0], base) if goals else 1.0,
            fitted,
            sum(1 for change in fitted.changes if change.id) / rows,
            compositions,
            broken,
        )


def _timed(
    issue: Issue, aim: Aim, layout: Layout, catalogue: Catalogue
) -> tuple[Fitted, Fitted, float]:
    """What came of an aim, what came of it again, and in the time of how many compositions."""
    once, spent, outcomes = [_seconds(issue, layout, catalogue)], [], list[Fitted]()
    for _ in range(2):
        begun = time.process_time()
        # it begins with the issue without its layer: the same work again
        outcomes.append(fit(outcomes[-1].issue if outcomes else issue, aim, catalogue))
        spent.append(time.process_time() - begun)
        once.append(_seconds(issue, layout, catalogue))
    return outcomes[0], outcomes[1], min(spent) / min(once)


def _seconds(issue: Issue, layout: Layout, catalogue: Catalogue) -> float:
    """What it takes to compose an issue."""
    begun = time.process_time()
    compose(issue, layout, catalogue)
    return time.process_time() - begun


def _tell(result: Result) -> None:
    how = "reached" if result.is_reached else f"NOT reached, {result.fitted.rows} rows"
    print(
        f"{result.name}: must change {result.must:.1%}, {how}, {len(result.fitted.changes)} changes, "
        f"{result.compositions:.1f} compositions; {result.fitted.zh} {result.broken or ''}",
        flush=True,
    )


def _sum_up(results: list[Result]) -> None:
    print("of the rows that can help must change:")
    for low, high in CLASSES:
        _tell_class(low, high, [one for one in results if low < one.must <= high])
    print("of all rows, forced breaks alone considered:")
    for low, high in CLASSES:
        _tell_class(low, high, [one for one in results if low < one.plain <= high])
    times = sorted(one.compositions for one in results)
    print(
        f"time in compositions: median {statistics.median(times):.1f}, "
        f"ninety in a hundred below {times[len(times) * 9 // 10]:.1f}, most {times[-1]:.1f}"
    )
    slowest = max(results, key=lambda one: one.compositions)
    print(f"slowest: {slowest.name}, {slowest.compositions:.1f}")
    print(f"rules broken: {sum(bool(one.broken) for one in results)} of {len(results)}")


def _tell_class(low: float, high: float, some: list[Result]) -> None:
    if not some:
        return
    reached = sum(one.is_reached for one in some)
    layers = [one.fitted.issue.fitting for one in some]
    print(
        f"  {low:.0%} to {high:.0%}: {reached} of {len(some)} reached ({reached / len(some):.1%}); "
        f"changed {statistics.mean(one.changed for one in some):.2%} of the rows, and the leading "
        f"or size in {sum(layer.leading != 1.0 or bool(layer.size) for layer in layers)}"
    )


if __name__ == "__main__":
    main()
