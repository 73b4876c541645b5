"""Fixtures for the tests of layouts/flow."""

from __future__ import annotations

from pathlib import Path

import pytest
from laying import Press

from fonts.catalogue import Catalogue


@pytest.fixture
def press(catalogue: Catalogue, tmp_path: Path) -> Press:
    return Press(catalogue, tmp_path)
