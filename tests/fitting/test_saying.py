"""What fitting says of its outcome."""

from __future__ import annotations

from pathlib import Path

import pytest
from made_issues import made_issue

from fonts.catalogue import Catalogue
from layouts.fitting.aim import parse_aim
from layouts.fitting.saying import outcome
from layouts.fitting.trial import Trials
from layouts.issue.fitting import NO_FITTING
from layouts.issue.ids import with_ids


@pytest.mark.parametrize("rows", [-12, 12])
@pytest.mark.parametrize("aim", ["3", "4x"])
def test_where_nothing_can_be_changed_no_number_of_changes_is_told(
    rows: int, aim: str, photo: Path, catalogue: Catalogue
) -> None:
    issue = with_ids(made_issue(0, photo, pages=4))
    trial = Trials(issue, catalogue).lay(NO_FITTING)
    said = outcome(parse_aim(aim), trial, trial, 0, rows)
    assert "没有可改之处" in said.zh
    assert "改动 0 处" not in said.zh
    assert "nothing can be changed" in said.en
    assert "改动 3 处" in outcome(parse_aim(aim), trial, trial, 3, rows).zh
