"""The sample in every layout we ship looks as it did when someone last looked
(`python tests/golden/regenerate.py`).
"""

from __future__ import annotations

import pytest
from pictured import ALLOWED, golden_picture, other_pixels, sheet
from PIL import Image, ImageChops

from fonts.catalogue import Catalogue
from layouts.house.load import stock_layouts


@pytest.mark.parametrize("layout", stock_layouts())
def test_the_pages_look_as_they_looked(layout: str, catalogue: Catalogue) -> None:
    golden = Image.open(golden_picture(layout)).convert("RGB")
    assert other_pixels(golden, sheet(layout, catalogue)) <= ALLOWED


def test_a_line_moved_by_a_row_is_noticed() -> None:
    golden = Image.open(golden_picture("jianbao-a4")).convert("RGB")
    assert other_pixels(golden, ImageChops.offset(golden, 0, 12)) > ALLOWED
