"""What is painted again around a photo holds all of it, wherever its sides come to lie."""

from __future__ import annotations

import random
from types import SimpleNamespace

from PySide6.QtCore import QRectF

from desktop.canvas.tiles import _uncut


def test_an_area_that_touches_a_photo_grows_to_hold_it_and_no_further():
    """Sums of sides miss each other by a hair: without allowing for it this never came to an end."""
    chance = random.Random(13)
    for _ in range(3000):
        x, y, width, height = (chance.uniform(0.1, 400) for _ in range(4))
        page = SimpleNamespace(pictures=(SimpleNamespace(x=x, y=y, width=width, height=height),))
        area = QRectF(x + width / 3, y + height / 3, chance.uniform(1, 600), chance.uniform(1, 9))
        (grown,) = _uncut([area], page, 1 / 3)
        frame = QRectF(x, y, width, height).united(area).adjusted(-0.34, -0.34, 0.34, 0.34)
        assert grown.contains(QRectF(x, y, width, height))
        assert frame.contains(grown)
