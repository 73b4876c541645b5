"""What all tests share: the folder of facts beside the repository, the faces, and small issues
composed.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from examples import IN_CI, QUICK
from hypothesis import settings
from hypothesis.internal.conjecture import providers
from hypothesis.internal.constants_ast import Constants

from fonts.catalogue import Catalogue
from layouts.text.prepare import Typesetter

SHARED = Path(__file__).parents[1].parent / "shared"

# The faces of the machine are none of a test's, but of those that say so: the same pages everywhere.
os.environ["BANXIN_FACES"] = "none"

# The same examples on every machine and no deadline, so that a slow one passes too.
# `--hypothesis-profile=ci` tries all of them, `=default` looks for new ones.
settings.register_profile("quick", settings.get_profile("ci"), max_examples=QUICK)
settings.register_profile("in-ci", settings.get_profile("ci"), max_examples=IN_CI)
# Hypothesis also draws the constants of whatever modules happen to be loaded, so that a test would try
# other examples alone than among others: the same test tries the same examples everywhere.
setattr(providers, "_get_local_constants", Constants)  # noqa: B010, a name of its own
settings.load_profile("in-ci" if os.environ.get("CI") == "true" else "quick")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of suites, manuscripts and the golden print beside the repository."""
    if not SHARED.is_dir():
        pytest.skip(f"the shared folder is not here: {SHARED}")
    return SHARED


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """The faces we ship, opened once."""
    return Catalogue()


@pytest.fixture(scope="session")
def faces(catalogue: Catalogue) -> Catalogue:
    """The same, as painters call them."""
    return catalogue


@pytest.fixture(scope="session")
def typesetter(catalogue: Catalogue) -> Typesetter:
    return Typesetter(catalogue)


@pytest.fixture
def figure(record_property: Callable[[str, object], None]) -> Callable[[str], None]:
    """Has a sentence with a figure printed at the end of the run, whichever process found it."""
    return lambda sentence: record_property(FIGURE, sentence)


FIGURE = "figure"


def pytest_collection_finish() -> None:
    """Thousands of tests and their modules stay to the end: no sweep need look at them again."""
    gc.collect()
    gc.freeze()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """What tests found out in numbers: conformance, the golden print."""
    reports = [
        report
        for outcome in ("passed", "failed")
        for report in terminalreporter.getreports(outcome)
    ]
    found = [
        value
        for report in reports
        if report.when == "call"
        for name, value in report.user_properties
        if name == FIGURE
    ]
    if found:
        terminalreporter.section("figures")
        for sentence in sorted(map(str, found)):
            terminalreporter.write_line(sentence)
