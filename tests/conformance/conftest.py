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
def count(capsys: pytest.CaptureFixture[str]) -> Callable[[str, int, int], None]:
    """Prints how many cases of a suite hold, past pytest's capture."""

    def show(suite: str, held: int, cases: int) -> None:
        with capsys.disabled():
            print(f"\n{suite}: {held} of {cases} ({held / cases:.1%})")

    return show
