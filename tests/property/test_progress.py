"""Whatever an issue holds and whatever its layout, composing ends: every loop that breaks, flows,
balances or paginates gets on.
"""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager

import audit
import pytest
from examples import examples
from hypothesis import HealthCheck, Phase, given, settings
from random_issues import photo_count
from random_layouts import layouts, odd_issues

from fonts.catalogue import Catalogue
from layouts.compose import compose
from layouts.house.layout import Layout
from layouts.issue.issue import Issue
from layouts.page.page import Edition

HANGS = 60
"""Seconds of CPU after which composing a few articles is taken for a hang."""

NO_SHRINKING = (Phase.explicit, Phase.reuse, Phase.generate)

catalogue = Catalogue()


@contextmanager
def ending() -> Iterator[None]:
    """Fail where what is inside does not end; without such timers (Windows) the test itself would
    not.
    """
    if not hasattr(signal, "setitimer"):
        yield
        return

    def fail(*_: object) -> None:
        pytest.fail("composing does not end")

    before = signal.signal(signal.SIGVTALRM, fail)
    signal.setitimer(signal.ITIMER_VIRTUAL, HANGS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


@settings(
    max_examples=examples(40),
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=NO_SHRINKING,
)
@given(odd_issues(), layouts())
def test_composing_ends_with_every_photo_in_place_and_a_finding_where_text_has_none(
    issue: Issue, layout: Layout
) -> None:
    with ending():
        edition = compose(issue, layout, catalogue)
    assert sum(len(page.pictures) for page in edition.pages) == photo_count(issue)
    assert audit.off_page(edition, layout) == []
    assert not lost(edition) or "overset" in {found.code for found in edition.findings}


def lost(edition: Edition) -> list[int]:
    """Pages with text of an article below their foot."""
    return [
        page.number
        for page in edition.pages
        if any(line.article is not None and line.y > page.height for line in page.lines)
    ]
