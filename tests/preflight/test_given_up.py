"""Looking over an issue that was edited meanwhile is given up between two steps, and nothing is lost
by it.
"""

from __future__ import annotations

from itertools import count

import pytest

from fonts.catalogue import Catalogue
from layouts.compose import Superseded, compose
from layouts.house.load import load_layout
from layouts.manuscript import read_manuscript
from layouts.preflight.check import Circumstances, Preflight
from resources import resource


def test_after_being_given_up_anywhere_the_same_is_found(catalogue: Catalogue) -> None:
    issue, _ = read_manuscript(resource("sample/issue.md"))
    layout = load_layout(issue.layout)
    edition = compose(issue, layout, catalogue)
    expected = Preflight(catalogue).inspect(issue, layout, edition)
    preflight = Preflight(catalogue)
    for steps in count():
        asked = iter(range(steps))
        try:
            found = preflight.inspect(
                issue,
                layout,
                edition,
                Circumstances(),
                (),
                lambda asked=asked: next(asked, None) is None,
            )
        except Superseded:
            continue
        break
    assert steps >= 5
    assert found == expected


def test_it_is_given_up_at_once_where_that_is_wanted(catalogue: Catalogue) -> None:
    issue, _ = read_manuscript(resource("sample/issue.md"))
    layout = load_layout(issue.layout)
    edition = compose(issue, layout, catalogue)
    with pytest.raises(Superseded):
        Preflight(catalogue).inspect(issue, layout, edition, stale=lambda: True)
