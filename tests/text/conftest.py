"""Fixtures for the tests of layouts/text."""

from __future__ import annotations

import pytest
from composing import Composer

from layouts.text.prepare import Typesetter


@pytest.fixture(scope="session")
def composer(typesetter: Typesetter) -> Composer:
    return Composer(typesetter)
