"""What all tests share: the folder of facts beside the repository, the faces, and small issues composed."""

from __future__ import annotations

from pathlib import Path

import pytest

from fonts.catalogue import Catalogue
from layouts.text.prepare import Typesetter

SHARED = Path(__file__).parents[1].parent / "shared"


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
def typesetter(catalogue: Catalogue) -> Typesetter:
    return Typesetter(catalogue)
