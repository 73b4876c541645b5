"""The photo that all made-up issues show, and some of them fitted once for all tests."""

from __future__ import annotations

from pathlib import Path

import pytest
from photo_card import card


@pytest.fixture(scope="session")
def photo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("photos") / "card.png"
    card(1200, 800).save(path)
    return path
