"""Fixtures for the conformance tests: the suites, and a way to print counts that CI shows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

SUITES = Path(__file__).parent / "suites"


@pytest.fixture(scope="session")
def suites() -> Path:
    """Copies of the external suites; LICENCES.md says whence."""
    return SUITES


@pytest.fixture
def count(figure: Callable[[str], None]) -> Callable[[str, int, int], None]:
    """Says at the end of the run how many cases of a suite hold."""
    return lambda suite, held, cases: figure(f"{suite}: {held} of {cases} ({held / cases:.1%})")
