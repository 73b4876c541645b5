"""A small issue of our own, every line where it stood when someone last looked at the pages
(`python tests/golden/regenerate.py`).
"""

from __future__ import annotations

import pytest
from regenerate import LAYOUTS, composed, golden_file


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_line_stands_where_it_stood(layout: str) -> None:
    assert composed(layout).splitlines() == golden_file(layout).read_text("utf8").splitlines()
