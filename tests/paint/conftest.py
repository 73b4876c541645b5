"""Fixtures for the painters' tests."""

from __future__ import annotations

import pytest

from fonts.catalogue import Catalogue


@pytest.fixture(scope="session")
def faces() -> Catalogue:
    return Catalogue()
