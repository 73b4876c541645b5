"""Fitting says how far it is, and ends where nobody waits for it any longer."""

from __future__ import annotations

import pytest

from layouts.compose import Superseded
from layouts.fitting.aim import Aim, AimKind
from layouts.fitting.fit import fit
from layouts.manuscript import read_manuscript
from resources import resource

SEVEN = Aim(AimKind.PAGES, 7)


@pytest.fixture(scope="module")
def sample():
    return read_manuscript(resource("sample/issue.md"))[0]


def test_what_is_spent_only_grows(sample, catalogue):
    told = []
    fit(sample, SEVEN, catalogue, told=lambda done, of: told.append((done, of)))
    assert len(told) > 1
    assert told == sorted(told)
    assert all(0 <= done <= of for done, of in told)


def test_it_is_given_up_where_something_newer_is_wanted(sample, catalogue):
    with pytest.raises(Superseded):
        fit(sample, SEVEN, catalogue, stale=lambda: True)
