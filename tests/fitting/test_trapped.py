"""Issues with a photo in the way: rows saved or brought before it do nothing until it comes to
stand on another page, and then too many at once.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from fit_rules import broken_rules
from least_share import blanks
from made_issues import trapped_issue
from photo_card import card

from fonts.catalogue import Catalogue
from layouts.fitting.aim import Aim, AimKind
from layouts.fitting.fit import fit
from layouts.fitting.trial import Trials
from layouts.issue.fitting import NO_FITTING


@pytest.fixture(scope="module")
def tall(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("tall") / "tall.png"
    card(800, 1200).save(path)
    return path


def test_a_photo_that_leaps_past_the_aim_is_made_up_for_behind_it(
    tall: Path, catalogue: Catalogue
) -> None:
    """One row more before the photo drives it to the next page, and the issue onto a page more:
    rows are saved behind it.
    """
    issue = trapped_issue(5, tall)
    base = Trials(issue, catalogue).lay(NO_FITTING)
    fitted = fit(issue, Aim(AimKind.PAGES, base.pages), catalogue)
    assert fitted.is_reached
    assert fitted.after.fill >= base.layout.fit.fill
    assert not broken_rules(fitted, catalogue)


@pytest.mark.parametrize("seed", [2, 9, 12])
def test_few_rows_before_a_photo_are_reached_by_few_changes(
    seed: int, tall: Path, catalogue: Catalogue
) -> None:
    fitted = fit(trapped_issue(seed, tall), Aim(), catalogue)
    assert fitted.is_reached
    assert len(fitted.changes) <= 10
    assert not broken_rules(fitted, catalogue)
    assert fit(fitted.issue, Aim(), catalogue).issue == fitted.issue


@pytest.mark.parametrize("seed", [6, 21, 31])
def test_rows_before_such_a_blank_count_from_where_the_photos_text_begins(
    seed: int, tall: Path, catalogue: Catalogue
) -> None:
    """The lines that stand above the blank would stand beside the photo, could it come in."""
    base = Trials(trapped_issue(seed, tall), catalogue).lay(NO_FITTING)
    blank = blanks(base, 0)[-1]
    rows = base.layout.grid.rows
    assert (blank.before + blank.rows) % rows == 0
    # 15 em wide and half as high again it takes 15 rows or 16, its caption counted
    assert blank.next in (15, 16)
    assert blank.rows < blank.next
