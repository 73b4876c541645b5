"""A desk for a test: skipped, with the reason, where the programs for it are not installed."""

from __future__ import annotations

import shutil

import pytest
from desk import Desk
from screen import missing

from resources import resource


@pytest.fixture
def sample(tmp_path):
    """The sample issue, as a copy that may be written to."""
    shutil.copytree(resource("sample/issue.md").parent, tmp_path / "sample")
    return tmp_path / "sample" / "issue.md"


@pytest.fixture
def set_up_desk(tmp_path):
    """Sets up desks and clears them away; what it takes is that of `Desk`."""
    gone = missing()
    if gone:
        pytest.skip(f"not installed: {', '.join(gone)}")
    desks = []

    def set_up(issue=None, **more):
        desks.append(Desk(tmp_path / f"desk{len(desks)}", issue, **more))
        return desks[-1]

    yield set_up
    for desk in desks:
        desk.screen.close()
